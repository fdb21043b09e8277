"""The columns that a mapping may name, and what each is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import fields

from acctaudit.model.tables import POST_COLUMNS, POSTS
from acctaudit.readers import cells
from acctaudit.readers import export_schema as shape
from acctaudit.readers.declared import ROUNDED
from acctaudit.readers.mapping import cells as mapped
from acctaudit.readers.mapping import lists
from acctaudit.readers.mapping.kinds import kinds
from acctaudit.readers.mapping.made import Made
from acctaudit.readers.mapping.times import days, moments
from acctaudit.say import marked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from acctaudit.readers.cells import Cell
    from acctaudit.readers.mapping.made import Convert, Names
    from acctaudit.readers.mapping.options import Options

    Named = Mapping[str, Names]
    Converters = dict[str, Convert]

EXTRA = {
    "kind": "what kind of post it is, in the words of [values.kind]",
    "url": "address of the post: holds its id and its author's handle",
    "reply_to": "what it answers: address or id of the post, or a handle",
    "media_links": "addresses of its pictures and videos; none in an empty cell",
}
"""Columns of posts that are made into others."""
_OURS_ALONE = {"id_exact", "replies_known", "apart", "cut"}
_PEOPLE = tuple(field.name for field in fields(shape.Person))
_DAY = tuple(field.name for field in fields(shape.Day))
PROFILES = marked("profiles")
"""The table of accounts themselves, one a row; it may come beside another table."""
PROFILE = (
    "handle", "user_id", "created_at", "followers", "following", "listed", "posts_total",
    "name", "bio", "location", "link",
)  # fmt: skip
"""Columns of a profile; `link` is the address on it."""
COLUMNS: dict[str, tuple[str, ...]] = {
    "posts": (*(name for name in POST_COLUMNS if name not in _OURS_ALONE), *EXTRA),
    "inbound": (
        "post_id", "url", "created_at", "author_id", "author_handle", "text",
        "in_reply_to_post_id",
    ),
    "followers": _PEOPLE,
    "following": _PEOPLE,
    "daily": _DAY,
    "outcomes": tuple(field.name for field in fields(shape.Outcome)),
    PROFILES: PROFILE,
}  # fmt: skip
"""Tables that a mapping may describe, and the columns that each may have."""
Needs = dict[str, tuple[str, ...]]
_DATED: Needs = {
    "created_at, or ids that hold the time (post_id, url)": ("created_at", "post_id", "url")
}
_PERSONAL: Needs = {"user_id or handle": ("user_id", "handle")}
NEEDS: dict[str, Needs] = {
    "posts": _DATED,
    "inbound": _DATED,
    "followers": _PERSONAL,
    "following": _PERSONAL,
    "daily": {"date": ("date",)},
    "outcomes": {"date": ("date",), "outcome": ("outcome",)},
    PROFILES: _PERSONAL,
}
"""What a table needs, and the columns of which one at least must be there."""
_COUNTS = [column.name for column in POSTS if column.count and column.name != "media"]
_POSTS: Converters = {
    "text": cells.text,
    "lang": cells.word,
    "source": cells.word,
    "author_id": mapped.author_id,
    "in_reply_to_post_id": mapped.reference,
    "in_reply_to_user_id": mapped.person,
    "in_reply_to_handle": cells.handle,
    "repost_of_id": mapped.reference,
    "quote_of_id": mapped.reference,
    "post_link_id": mapped.reference,
    "edit_of": mapped.reference,
    "media": mapped.media,
    "has_link": mapped.holds,
    "has_hashtag": mapped.holds,
    "has_mention": mapped.holds,
    "links": lists.links,
    "hashtags": lists.hashtags,
    "mentions": lists.mentions,
}
_COUNTERS = ("followers", "following", "listed", "posts_total")
_PERSON: Converters = {
    "user_id": cells.user_id,
    "handle": cells.handle,
    "bio": cells.text,
    "location": cells.text,
    "url": cells.word,
    "default_avatar": cells.flag,
}


def columns(
    table: str, named: Named, options: Options, remarks: dict[str, None]
) -> dict[str, Made]:
    """How each column is made; what is odd about cells goes to `remarks` on the way."""
    turns = _turns(table, options, remarks)
    made = {ours: Made((named[ours],), turns[ours]) for ours in named if ours in turns}
    if table in {"posts", "inbound"}:
        made |= _identity(named, exact=table == "posts")
    if table == "posts":
        made |= _mixed(named) | kinds(named, options)
    if "post_id" not in made:
        made.pop("edit_of", None)  # only ids tell the versions of a post apart
    return made


def _turns(table: str, options: Options, remarks: dict[str, None]) -> Converters:
    """Converters of the columns that are made of one of theirs."""

    def count(cell: Cell) -> object:
        if mapped.is_short(cell):
            remarks[ROUNDED] = None
        return mapped.count(cell)

    when = moments(options.time_format, options.zone)
    day = days(options.time_format)
    if table in {"posts", "inbound"}:
        return {**dict.fromkeys(_COUNTS, count), **_POSTS, "created_at": when}
    if table == "daily":
        return {**dict.fromkeys(_DAY, count), "date": day}
    if table == "outcomes":
        return {"date": day, "outcome": cells.word, "value": mapped.value}
    if table == PROFILES:
        texts = dict.fromkeys(("name", "bio", "location", "link"), cells.said)
        known = dict.fromkeys(_COUNTERS, _counted)
        return {**_PERSON, **known, **texts, "created_at": when}
    times = dict.fromkeys(("created_at", "last_post_at", "followed_at"), when)
    counts = dict.fromkeys(_COUNTERS, count)
    return {**_PERSON, **times, **counts}


def _counted(cell: Cell) -> int | None:
    """A counter of a profile; what is no whole number is not known."""
    found = mapped.count(cell)
    return found if isinstance(found, int) and found >= 0 else None


def _identity(named: Named, *, exact: bool) -> dict[str, Made]:
    """Id and author, from the address of the post where there is one."""
    url = named.get("url", ())
    found: dict[str, Made] = {}
    if url or "post_id" in named:
        ids = (named.get("post_id", ()), url)
        found["post_id"] = Made(ids, mapped.id_digits if exact else mapped.id_if_exact)
        if exact:
            found["id_exact"] = Made(ids, mapped.id_exact)
    if url or "author_handle" in named:
        found["author_handle"] = Made((named.get("author_handle", ()), url), mapped.author)
    return found


def _mixed(named: Named) -> dict[str, Made]:
    """What is answered, where a column holds posts or people; pictures as a number."""
    found: dict[str, Made] = {}
    if "reply_to" in named:
        both = named.get("in_reply_to_post_id", ()), named["reply_to"]
        found["in_reply_to_post_id"] = Made(both, mapped.answered_post)
        both = named.get("in_reply_to_handle", ()), named["reply_to"]
        found["in_reply_to_handle"] = Made(both, mapped.answered_handle)
    if "media_links" in named and "media" not in named:
        found["media"] = Made((named["media_links"],), lists.number_of)
    return found
