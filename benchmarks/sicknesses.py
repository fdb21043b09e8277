"""What can go wrong with a healthy account: one function for each failure pattern.

Each takes a life as `simulated.healthy` made it and changes only what the pattern is about,
to a degree that a person would call plain. How often the pattern then fires is its
detection rate.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from simulated import Life, stamp, word

from acctaudit.story import OWNER, START

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from acctaudit.story import Row

RATE = 10.0
"""Posts a week of the account that falls sick, where the sickness does not set another."""
_REPLY = ("in_reply_to_user_id", "in_reply_to_handle", "in_reply_to_post_id")


@dataclass(frozen=True)
class Sickness:
    """What befalls the account, at which rate of posting, and what has to be declared."""

    what: str
    befall: Callable[[Life], None]
    rate: float = RATE
    options: dict[str, str] = field(default_factory=dict)


def when(row: Row) -> datetime:
    """The moment of a post."""
    return datetime.strptime(str(row["created_at"]), "%Y-%m-%dT%H:%M:%SZ").replace(
        tzinfo=UTC
    )


def day(row: Row) -> float:
    """Days since the start of the life."""
    return (when(row) - START).total_seconds() / 86_400


def at(row: Row, days: float) -> None:
    """Move a post to another day of the life."""
    row["created_at"] = stamp(START + timedelta(days=days))


def plain(life: Life, row: Row) -> None:
    """A headline that addresses nobody and leads nowhere."""
    for name in _REPLY:
        row.pop(name, None)
    row["text"] = " ".join(["The", *(word(life.rng) for _ in range(8))]).title()


def silent(days: float) -> Callable[[Life], None]:
    """No more posts for so many days."""

    def befall(life: Life) -> None:
        life.silence = days

    return befall


def each(change: Callable[[Life, Row], None], share: float = 1.0) -> Callable[[Life], None]:
    """Change so large a share of the posts."""

    def befall(life: Life) -> None:
        for row in life.posts:
            if life.rng.random() < share:
                change(life, row)

    return befall


def cells(**values: object) -> Callable[[Life], None]:
    """The same values in every post."""
    return each(lambda _, row: row.update(values))


def both(*parts: Callable[[Life], None]) -> Callable[[Life], None]:
    """Several sicknesses at once."""

    def befall(life: Life) -> None:
        for part in parts:
            part(life)

    return befall


def text(words: Callable[[Random], str], share: float = 1.0) -> Callable[[Life], None]:
    """New words for so large a share of the posts that are no replies."""

    def change(life: Life, row: Row) -> None:
        if "in_reply_to_user_id" not in row:
            row["text"] = words(life.rng)

    return each(change, share)


def profile(**fields: object) -> Callable[[Life], None]:
    """Other fields of the profile."""

    def befall(life: Life) -> None:
        life.profile = {**life.profile, **fields}

    return befall


def thinned(keep: Callable[[float], float]) -> Callable[[Life], None]:
    """Keep each post with a chance that depends on its place in the life (0 to 1)."""

    def befall(life: Life) -> None:
        whole = 7 * life.weeks
        life.posts = [r for r in life.posts if life.rng.random() < keep(day(r) / whole)]

    return befall


def farewell(life: Life) -> None:
    """The last post says goodbye."""
    life.posts[-1]["text"] = "This was our last tweet. Thank you all."
    life.silence = 5


def burst(life: Life) -> None:
    """Everything happens in the first weeks, then nothing."""
    for row in life.posts:
        at(row, day(row) * 0.05)
    life.inbound.clear()


def unanswered_questions(life: Life) -> None:
    """Nobody answers its questions."""
    for row in life.posts:
        if "?" in str(row["text"]):
            row["replies"] = 0


def ignoring(share: float) -> Callable[[Life], None]:
    """It stops answering so large a share of those who write."""

    def change(life: Life, row: Row) -> None:
        if "in_reply_to_user_id" in row:
            plain(life, row)

    return each(change, share)


def late(life: Life) -> None:
    """People wrote three days before they are answered."""
    for row in life.inbound:
        row["created_at"] = stamp(when(row) - timedelta(days=3))


def complaints(life: Life) -> None:
    """It is written to by people who complain, and passes them over."""
    for n in range(60):
        moment = START + timedelta(days=life.rng.uniform(1, 7 * life.weeks - 10))
        life.inbound.append(
            {
                "post_id": str(3 * 10**15 + n),
                "created_at": stamp(moment),
                "author_id": str(9000 + n),
                "author_handle": f"angry{n}",
                "text": f"@example this is terrible, a complaint: broken {word(life.rng)}",
            }
        )


def threads(life: Life) -> None:
    """Most replies go to itself."""
    for before, row in zip(life.posts, life.posts[1:], strict=False):
        for name in _REPLY:
            row.pop(name, None)
        kind = life.rng.random()
        if kind < 0.05:
            person = life.rng.randrange(400)
            row["in_reply_to_user_id"] = str(5000 + person)
            row["in_reply_to_post_id"] = str(10**14 + person)
        elif kind < 0.5:
            row["in_reply_to_user_id"] = OWNER
            row["in_reply_to_post_id"] = before["post_id"]


def circle(life: Life, row: Row) -> None:
    """Only three people are answered."""
    if "in_reply_to_user_id" in row:
        row["in_reply_to_user_id"] = str(5000 + life.rng.randrange(3))


def repost(life: Life, row: Row) -> None:
    """Somebody else's post."""
    for name in _REPLY:
        row.pop(name, None)
    row["is_repost"] = True
    row["text"] = f"RT @other: {word(life.rng)}"


def trend(name: str, factor: float) -> Callable[[Life], None]:
    """A count that becomes `factor` times as large over the life."""

    def befall(life: Life) -> None:
        whole = 7 * life.weeks
        for row in life.posts:
            counted = int(str(row[name]))
            row[name] = int(counted * factor ** (day(row) / whole))

    return befall


def hit(life: Life) -> None:
    """One post outshines all others."""
    life.posts[len(life.posts) // 2]["likes"] = 60_000


def ratioed(life: Life, row: Row) -> None:
    """More people answer than like."""
    likes = int(str(row["likes"]))
    row["replies"] = 3 * (likes + int(str(row["reposts"]))) + 12
    del life


def habits(life: Life, row: Row) -> None:
    """Each of four clients has its own style."""
    row["source"] = life.rng.choice(
        ("Twitter for iPhone", "TweetDeck", "Hootsuite", "Twitter Web App")
    )
    if row["source"] == "Twitter for iPhone" and "in_reply_to_user_id" not in row:
        row["text"] = f"We like the {word(life.rng)} {word(life.rng)} {word(life.rng)}"
    elif "in_reply_to_user_id" not in row:
        row["text"] = f"{word(life.rng)} {word(life.rng)} http://x.example/{word(life.rng)}"


def clockwork(life: Life, row: Row) -> None:
    """Posted at the full hour, to the second."""
    row["created_at"] = stamp(when(row).replace(minute=0, second=0))
    del life


def office(life: Life, row: Row) -> None:
    """Moved to a working hour of the same week."""
    moment = when(row)
    back = timedelta(days=max(0, moment.weekday() - 4))
    row["created_at"] = stamp((moment - back).replace(hour=9 + life.rng.randrange(6)))


def handover(life: Life) -> None:
    """Half-way another hand takes over: another client, half the posts."""
    thinned(lambda place: 1 if place < 0.5 else 0.35)(life)
    for row in life.posts:
        row["source"] = "TweetDeck" if day(row) / (7 * life.weeks) >= 0.5 else "Web"


def same(_: Random) -> str:
    """One slogan."""
    return "Visit our great new homepage now and today"


def tags(life: Life, row: Row) -> None:
    """A post full of tags."""
    row["text"] = f"{row['text']} " + " ".join(f"#{word(life.rng)}" for _ in range(4))


def home(rng: Random) -> str:
    """A link to the front page."""
    return f"We have {word(rng)} {word(rng)} and {word(rng)} https://mill.example/"


def own(rng: Random) -> str:
    """A link to an own page."""
    return f"We have {word(rng)} {word(rng)} https://mill.example/{word(rng)}/1"
