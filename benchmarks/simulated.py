"""Simulated accounts: healthy ones that post steadily at a given rate, and sick ones.

Posts fall at random (a Poisson process) at one rate for a whole life. What the account does
is ordinary and good: it answers, asks, links to its own and to other pages, gets reactions
that neither rise nor fall, is written to and answers most of it within hours. A pattern
that fires on such an account is a false finding. Everything comes from one seed.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from acctaudit.story import START, Story, Told, story

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from acctaudit.story import Row

SYLLABLES = ("ba", "co", "di", "fe", "ga", "ho", "ju", "ka", "lo", "mi", "nu", "pe", "ra",
             "so", "ti", "vu", "wel", "zar", "bri", "stam")  # fmt: skip
OPENERS = ("We have a look at", "Today you can see", "Our friends made", "I like the",
           "Here is how we did", "You asked about", "My colleague wrote on",
           "This is what we learned of the", "They opened the",
           "News from the")  # fmt: skip
CLIENTS = ("Twitter for iPhone", "Twitter Web App", "Twitter for Android")
_WEEKS = 78
_MOST_POSTS = 4_000
"""At high rates the life is cut to about so many posts, but to half a year at least."""


def weeks_of(rate: float) -> int:
    """How many weeks an account of that rate is watched."""
    return max(27, min(_WEEKS if rate >= 1 else 2 * _WEEKS, int(_MOST_POSTS / rate)))


def word(rng: random.Random) -> str:
    """A word that means nothing."""
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randrange(2, 5)))


@dataclass
class Life:
    """What happened: the posts, and what others wrote. A sickness changes these."""

    rng: random.Random
    rate: float
    weeks: int
    profile: Row
    posts: list[Row] = field(default_factory=list)
    inbound: list[Row] = field(default_factory=list)
    silence: float = 0.0
    """Days between the last post and the export, besides half a day."""
    others: dict[str, tuple[Row, ...]] = field(default_factory=dict)

    def moments(self) -> list[float]:
        """Days since the start of each post, in order."""
        found, now = [0.2], 0.2
        while (now := now + self.rng.expovariate(self.rate / 7)) < 7 * self.weeks:
            found.append(now)
        return found

    def told(self) -> Story:
        """The life as an account."""
        end = START + timedelta(days=7 * self.weeks + 0.5 + self.silence)
        posts = self.posts

        def step(told: Told) -> None:
            told.rows, told.now = list(posts), end

        tale = Story(self.profile, (step,))
        for name, rows in {"inbound": tuple(self.inbound), **self.others}.items():
            tale = tale.with_others(name, rows)
        return tale


def stamp(moment: datetime) -> str:
    """A moment as an export writes it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def healthy(seed: int, rate: float, sick: Callable[[Life], None] | None = None) -> Story:
    """An account that posts steadily and does well, changed by a sickness if any."""
    rng = random.Random(f"{seed} {rate}")
    life = Life(rng, rate, weeks_of(rate), dict(_profile(rng)))
    for n, day in enumerate(life.moments()):
        life.posts.append(_post(life, n, START + timedelta(days=day)))
    if sick is not None:
        sick(life)
    return life.told()


def _profile(rng: random.Random) -> Row:
    return story(
        name="The Example Mill",
        bio="Flour, bread and answers. Anna and Ben write here.",
        url="https://mill.example",
        location="Graz",
        avatar_url="face.png",
        banner_url="mill.png",
        default_avatar=False,
        followers=rng.randrange(1500, 3000),
        following=rng.randrange(300, 600),
        listed=rng.randrange(20, 60),
    ).profile


def _post(life: Life, n: int, moment: datetime) -> Row:
    rng, kind = life.rng, life.rng.random()
    words = " ".join(word(rng) for _ in range(rng.randrange(5, 12)))
    row: Row = {
        "post_id": str(n + 1),
        "created_at": stamp(moment),
        "text": f"{rng.choice(OPENERS)} {words}",
        "lang": "en",
        "source": rng.choices(CLIENTS, (6, 3, 1))[0],
        "media": int(rng.random() < 0.35),
        "replies": rng.choices((0, 1, 2, 3), (5, 3, 2, 1))[0],
        "likes": int(rng.lognormvariate(2.2, 0.7)),
        "reposts": rng.choices((0, 1, 2), (5, 3, 1))[0],
    }
    if kind < 0.34:
        _answer(life, row, moment)
    elif kind < 0.44:
        row["text"] = f"{row['text']}, what do you think?"
    elif kind < 0.54:
        row["text"] = f"{row['text']} with @{word(rng)}"
    elif kind < 0.78:
        page = f"https://mill.example/{word(rng)}/{n}"
        other = f"https://{word(rng)}.example/{n}"
        row["text"] = f"{row['text']} {page if rng.random() < 0.5 else other}"
    elif kind < 0.86:
        row["text"] = f"{row['text']} #{word(rng)}"
    return row


def _answer(life: Life, row: Row, moment: datetime) -> None:
    """Somebody wrote, and this post is the answer; now and then one is missed."""
    rng = life.rng
    user, asked = str(5000 + rng.randrange(400)), str(10**15 + len(life.inbound))
    wrote = moment - timedelta(minutes=rng.lognormvariate(4.4, 0.9))
    person = {"author_id": user, "author_handle": f"reader{user}"}
    life.inbound.append(_letter(asked, wrote, person, f"@example {word(rng)} is it open?"))
    if rng.random() < 0.2:
        missed = str(2 * 10**15 + len(life.inbound))
        life.inbound.append(_letter(missed, wrote, person, f"@example hello {word(rng)}"))
    row["in_reply_to_user_id"] = user
    row["in_reply_to_handle"] = person["author_handle"]
    row["in_reply_to_post_id"] = asked
    row["text"] = f"@{person['author_handle']} thank you, we look at {word(rng)} for you"


def _letter(post_id: str, moment: datetime, person: dict[str, str], text: str) -> Row:
    return {"post_id": post_id, "created_at": stamp(moment), "text": text, **person}
