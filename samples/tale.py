"""One made-up account, told once, so that every format can be written from the same story.

`tale()` is the account of a bridge museum, @arch_museum. Everything is invented. Ids are
built from the invented times, as the platform builds them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

EPOCH_MS = 1_288_834_974_657


def snowflake(moment: datetime, sequence: int = 1) -> str:
    """The id of something made at that moment (in ms)."""
    ms = round(moment.timestamp() * 1000) - EPOCH_MS
    return str((ms << 22) + sequence)


@dataclass(frozen=True)
class Person:
    """An account, as its profile shows it."""

    user_id: str
    handle: str
    name: str = ""
    bio: str = ""
    location: str = ""
    url: str = ""
    url_expanded: str = ""
    avatar_url: str = ""
    banner_url: str = ""
    verified: bool = False
    protected: bool = False
    created_at: datetime = datetime(2012, 3, 1, 8, 30, tzinfo=UTC)
    followers: int = 0
    following: int = 0
    listed: int = 0
    posts_total: int = 0


@dataclass(frozen=True)
class Other:
    """A post by somebody else that an own post answers, quotes or passes on."""

    post_id: str | None
    author: Person
    text: str = ""
    at: datetime = datetime(2020, 1, 1, tzinfo=UTC)
    likes: int = 0
    reposts: int = 0


@dataclass(frozen=True)
class Told:
    """A post of the account. The text is plain (no HTML entities)."""

    post_id: str
    at: datetime
    text: str
    kind: str = "original"
    """original · reply · self_reply · repost · quote"""
    about: Other | None = None
    """What it answers, passes on or quotes."""
    links: tuple[tuple[str, str], ...] = ()
    """(as in the text, where it leads)"""
    hashtags: tuple[str, ...] = ()
    mentions: tuple[tuple[str, str], ...] = ()
    """(handle, user id), as they stand in the text."""
    likes: int = 0
    reposts: int = 0
    replies: int = 0
    quotes: int = 0
    bookmarks: int = 0
    impressions: int = 0
    clicks: int = 0
    profile_visits: int = 0
    media: int = 0
    lang: str = "en"
    source: str = "Museum Desk"


@dataclass(frozen=True)
class Tale:
    """An account, its posts by time, the people around it and the day of the export."""

    owner: Person
    posts: tuple[Told, ...]
    inbound: tuple[Told, ...] = ()
    """Posts by others that address the account; `about.author` is who wrote them."""
    followers: tuple[Person, ...] = ()
    following: tuple[Person, ...] = ()
    as_of: datetime = field(default=datetime(2024, 5, 1, 12, 0, tzinfo=UTC))


OWNER = Person(
    user_id="511000111",
    handle="arch_museum",
    name="Arch Museum",
    bio="Bridges & arches, old and new. Ask us.",
    location="Fernhill",
    url="https://t.co/archmus",
    url_expanded="https://arch-museum.example",
    avatar_url="https://pbs.twimg.com/profile_images/1/arch_normal.jpg",
    banner_url="https://pbs.twimg.com/profile_banners/511000111/1",
    created_at=datetime(2012, 3, 1, 8, 30, tzinfo=UTC),
    followers=6,
    following=2,
    listed=17,
    posts_total=24,
)
READER = Person("622000222", "stone_reader", "Stone Reader", followers=40, following=90)
GUILD = Person("733000333", "masons_guild", "Masons' Guild", followers=900, following=200)
_START = datetime(2023, 11, 6, 9, 15, 27, tzinfo=UTC)


def _moment(place: int) -> datetime:
    """Every fourth day or so, at changing hours, to the millisecond that an id holds."""
    return _START + timedelta(
        days=4 * place, hours=(place * 5) % 9, minutes=(place * 17) % 60
    )


def _original(place: int) -> Told:
    texts = (
        "The keystone of the month: “Pont du Nord” & its twin <1742> – worth a visit",
        "New in the shop: paper arches to fold https://t.co/shop{n}",
        "Which bridge do you cross every day? Tell us!",
        "Open tomorrow from 10 to 18 #museum #bridges",
        "Thanks to @masons_guild for the tools, naïve question: who made them?",
    )
    n = place % len(texts)
    text = texts[n].replace("{n}", str(place))
    link = f"https://t.co/shop{place}"
    at = _moment(place)
    return Told(
        snowflake(at),
        at,
        text,
        links=((link, f"https://arch-museum.example/shop/{place}"),) if n == 1 else (),
        hashtags=("museum", "bridges") if n == 3 else (),
        mentions=(("masons_guild", GUILD.user_id),) if n == 4 else (),
        likes=place % 7,
        reposts=place % 3,
        replies=place % 4,
        quotes=place % 2,
        bookmarks=place % 5,
        impressions=200 + 11 * place,
        clicks=place % 6,
        profile_visits=place % 3,
        media=1 if n == 0 else 0,
    )


def _reply(place: int) -> Told:
    asked = snowflake(_moment(place) - timedelta(hours=2), 7)
    told = replace(
        _original(place),
        text="@stone_reader Yes, every Sunday until March.",
        kind="reply",
        about=Other(
            asked,
            READER,
            "@arch_museum Are the tours on?",
            _moment(place) - timedelta(hours=2),
        ),
        links=(),
        hashtags=(),
        mentions=(("stone_reader", READER.user_id),),
        media=0,
    )
    return replace(told, text=f"{told.text[:-1]} ({place}).")


def _thread(place: int, before: Told) -> Told:
    return replace(
        _original(place),
        text=f"2/ And its arch has {place} stones.",
        kind="self_reply",
        about=Other(before.post_id, OWNER, before.text, before.at),
        links=(),
        hashtags=(),
        mentions=(),
        media=0,
    )


def _repost(place: int) -> Told:
    at = _moment(place)
    first = at - timedelta(days=1)
    original = Other(
        snowflake(first, 9),
        GUILD,
        "We opened the quarry again.",
        first,
        likes=77,
        reposts=12,
    )
    return Told(
        snowflake(at),
        at,
        "RT @masons_guild: We opened the quarry again.",
        kind="repost",
        about=original,
        mentions=(("masons_guild", GUILD.user_id),),
    )


def _quote(place: int) -> Told:
    quoted = _repost(place - 1).about
    if quoted is None:
        raise AssertionError("a quote quotes something")
    link = "https://t.co/quarry"
    target = f"https://twitter.com/masons_guild/status/{quoted.post_id}"
    return replace(
        _original(place),
        text=f"Worth a trip, says our mason {link}",
        kind="quote",
        about=quoted,
        links=((link, target),),
        hashtags=(),
        mentions=(),
        media=0,
    )


def _told(place: int, before: list[Told]) -> Told:
    if place == 18:
        return _quote(place)
    if place % 6 == 2:
        return _reply(place)
    if place in {9, 21}:
        return _thread(place, before[-1])
    return _repost(place) if place in {4, 11, 17} else _original(place)


def tale() -> Tale:
    """24 posts: 14 originals, a quote, 4 replies, 2 of a thread, 3 reposts."""
    posts: list[Told] = []
    for place in range(24):
        posts.append(_told(place, posts))
    inbound = tuple(_question(told) for told in posts if told.kind == "reply")
    people = tuple(
        Person(
            snowflake(datetime(2019, 1 + n, 5, tzinfo=UTC), n),
            f"visitor_{n}",
            f"Visitor {n}",
            created_at=datetime(2019, 1 + n, 5, tzinfo=UTC),
            followers=10 * n,
            following=30 + n,
            posts_total=100 + n,
        )
        for n in range(6)
    )
    return Tale(OWNER, tuple(posts), inbound, people, people[:2])


def _question(answer: Told) -> Told:
    """The post that a reply answers, as its author wrote it."""
    asked = answer.about
    if asked is None or asked.post_id is None:
        raise AssertionError("a reply answers something")
    return Told(
        asked.post_id,
        answer.at - timedelta(hours=2),
        asked.text,
        about=Other(None, asked.author),
        mentions=((OWNER.handle, OWNER.user_id),),
    )
