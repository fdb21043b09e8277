"""What a document of our own format becomes, be it written as JSON or as a table.

Anybody can write one, so rows are judged one by one and unknown fields do no harm.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import msgspec

from acctaudit.errors import ReadError
from acctaudit.model.tables import Tables
from acctaudit.readers import export_schema as shape
from acctaudit.readers.decode import Layout, Rows, enter
from acctaudit.readers.mend import FAILURES, RefusedError, decoded_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from acctaudit.readers.source import Content

    Take = Callable[[shape.Post], object]

SIDES: dict[str, type[msgspec.Struct]] = {
    "inbound": shape.Inbound,
    "followers": shape.Person,
    "following": shape.Person,
    "daily": shape.Day,
    "outcomes": shape.Outcome,
}
"""Tables beside the posts, and what their rows are."""
LISTS = ("posts", *SIDES)
"""Fields of a document that are lists of rows."""
PLAIN = (
    "created_at",
    "text",
    "lang",
    "source",
    "is_reply",
    "replies_known",
    "is_quote",
    "apart",
    "edit_of",
    "likes",
    "reposts",
    "replies",
    "quotes",
    "bookmarks",
    "impressions",
    "clicks",
    "profile_visits",
    "media",
    "has_link",
    "has_hashtag",
    "has_mention",
)
"""Columns of posts that go by the same name in a document."""
REMEDY = "see `acctaudit schema export`"
_REPLIES = ("in_reply_to_post_id", "in_reply_to_user_id", "in_reply_to_handle")
_ALWAYS = ("is_repost", "post_id", "repost_of_id", "quote_of_id")
"""Columns that a document has which does not say what it measured."""


@dataclass(frozen=True)
class Written:
    """A document taken apart, nothing of it decoded yet."""

    content: Content
    fields: dict[str, msgspec.Raw]
    """Its fields, the lists of rows left out."""
    rows: dict[str, list[msgspec.Raw]]
    """The lists of rows that it has."""

    def value(self, name: str, kind: Any) -> Any:
        """A field in its type, None where it is missing; ReadError if it is of another."""
        if name not in self.fields or bytes(self.fields[name]) == b"null":
            return None
        try:
            return decoded_value(bytes(self.fields[name]), kind)
        except RefusedError as error:
            problem = f"{name} cannot be used ({error})"
            raise ReadError(self.content.name, problem, REMEDY) from error


def tables_of(reader: str, written: Written) -> Tables:
    """Everything in a document; a wrong schema or a broken frame is a ReadError."""
    content = written.content
    if written.value("schema", str) != shape.SCHEMA:
        problem = "its schema is not acctaudit/export/1"
        raise ReadError(content.name, problem, f"write that version; {REMEDY}")
    account = written.value("account", shape.Account) or shape.Account()
    measured = written.value("measured", tuple[str, ...])
    tables = Tables(reader, escaped=False)
    tables.profile = {name: value for name, value in _fields(account) if value is not None}
    tables.observed = written.value("as_of", str)
    ends = "complete" if "posts" in written.rows else "ends"
    tables.timeline = written.value("timeline", shape.Timeline) or ends
    tables.notes += written.value("notes", tuple[str, ...]) or ()
    total = _posts(tables, written, measured)
    for name in SIDES:
        total += _side(tables, written, name, measured)
    holds = "posts" if "posts" in written.rows else "profile"
    tables.files.append(content.noted(total, holds))
    _unknown(tables, written)
    return tables


def _posts(tables: Tables, written: Written, measured: tuple[str, ...] | None) -> int:
    name = written.content.name
    rows = Rows(name, Layout(shape.Post))
    if measured is not None:
        tables.posts.extend(name, [], _columns([], measured))
    for batch in rows.of(written.rows.get("posts", [])):
        columns = _columns(batch.rows, measured)
        tables.posts.extend(batch.file, batch.numbers, columns)
    enter(tables, rows)
    return rows.done


def _side(
    tables: Tables, written: Written, name: str, measured: tuple[str, ...] | None
) -> int:
    if name not in written.rows:
        return 0
    rows = Rows(written.content.name, Layout(SIDES[name], (), name))
    dotted = [item.partition(".") for item in measured or ()]
    named = [column for table, _, column in dotted if table == name]
    tables.others[name] = [
        _cells(row, named) for batch in rows.of(written.rows[name]) for row in batch.rows
    ]
    enter(tables, rows)
    return rows.done


def _cells(row: msgspec.Struct, named: list[str]) -> dict[str, object]:
    """A row of a side table by our columns; those that are named, or else all."""
    cells = dict(_fields(row))
    if "id" in cells:
        found = cells.pop("id")
        cells = {"post_id": found if cells.pop("id_exact") else None} | cells
    return {name: cells[name] for name in named if name in cells} if named else cells


def _take_reply(name: str) -> Take:
    """How a part of what a post answers is taken from it."""
    part = attrgetter(name)
    return lambda post: part(post.in_reply_to) if post.in_reply_to else None


def _take_links(post: shape.Post) -> object:
    return post.links and [(link.url, link.expanded or link.url) for link in post.links]


def _take_mentions(post: shape.Post) -> object:
    return post.mentions and [(who.handle, who.user_id) for who in post.mentions]


def _nothing(_: shape.Post) -> None:
    """A column that only says that the source has it; the account has used it up."""


TAKEN: dict[str, Take] = {
    "is_repost": lambda post: post.reposted or post.repost_of is not None,
    "in_reply_to_post_id": _take_reply("post_id"),
    "in_reply_to_user_id": _take_reply("user_id"),
    "in_reply_to_handle": _take_reply("handle"),
    "post_id": lambda post: post.id if post.id_exact else None,
    "repost_of_id": attrgetter("repost_of"),
    "quote_of_id": attrgetter("quote_of"),
    "post_link_id": attrgetter("post_link"),
    **{name: attrgetter(name) for name in PLAIN},
    "links": _take_links,
    "hashtags": lambda post: post.hashtags and list(post.hashtags),
    "mentions": _take_mentions,
    "author_id": _nothing,
    "author_handle": _nothing,
    "id_exact": _nothing,
}
"""How each of our columns is taken from a post."""


def _columns(
    posts: list[shape.Post], measured: tuple[str, ...] | None
) -> dict[str, list[object]]:
    """Our columns: those measured, or else those of which a post of the batch has one."""
    if measured is not None:
        found = {name: _column(posts, name) for name in measured if name in TAKEN}
        lists = found.keys() & {"links", "hashtags", "mentions"}
        return found | {name: [cell or () for cell in found[name]] for name in lists}
    told = any(post.in_reply_to is not msgspec.UNSET for post in posts)
    always = (*_ALWAYS, *(_REPLIES if told else ()))
    rest = (name for name in TAKEN if name not in {*_ALWAYS, *_REPLIES})
    optional = {name: _column(posts, name) for name in rest}
    known = {name: cells for name, cells in optional.items() if _any(cells)}
    return {name: _column(posts, name) for name in always} | known


def _column(posts: list[shape.Post], name: str) -> list[object]:
    return list(map(TAKEN[name], posts))


def _any(cells: list[object]) -> bool:
    return any(cell is not None for cell in cells)


def _fields(row: msgspec.Struct) -> Iterable[tuple[str, object]]:
    return [(name, getattr(row, name)) for name in row.__struct_fields__]


def _unknown(tables: Tables, written: Written) -> None:
    """Say once how many fields of the document mean nothing to us."""
    known = set(shape.Document.__struct_fields__)
    measured = written.value("measured", tuple[str, ...]) or ()
    count = len({*written.fields, *written.rows} - known)
    count += len({name for name in measured if "." not in name} - TAKEN.keys())
    count += len(_names(written.rows.get("posts", [])) - {*shape.Post.__struct_fields__})
    if count:
        tables.remarks.append(f"fields that acctaudit does not know, left aside: {count}")


def _names(rows: list[msgspec.Raw]) -> set[str]:
    """The names of all fields of all rows; a row that is no object has none."""
    found: set[str] = set()
    for raw in rows:
        try:
            found.update(msgspec.json.decode(raw, type=dict[str, msgspec.Raw]))
        except FAILURES:
            continue
    return found
