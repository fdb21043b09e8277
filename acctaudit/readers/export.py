"""Our own format, `export.json` with schema `acctaudit/export/1`: what `convert` writes.

Anybody can write it, so rows are judged one by one and unknown fields do no harm.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from acctaudit.errors import ReadError
from acctaudit.model.tables import Tables
from acctaudit.readers import export_schema as shape
from acctaudit.readers.base import Reader
from acctaudit.readers.decode import Layout, Rows, enter
from acctaudit.readers.document import fields_of, opening, split
from acctaudit.readers.mend import RefusedError, decoded_value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from acctaudit.readers.source import Content, Export

MARK = re.compile(r'\s*\ufeff?\s*\{.{0,2000}"schema"\s*:\s*"acctaudit/export/', re.DOTALL)
SIDES: dict[str, type[msgspec.Struct]] = {
    "inbound": shape.Inbound,
    "followers": shape.Person,
    "following": shape.Person,
    "daily": shape.Day,
    "outcomes": shape.Outcome,
}
RENAMED = {
    "id": "post_id",
    "repost_of": "repost_of_id",
    "quote_of": "quote_of_id",
}
PLAIN = (
    "created_at",
    "text",
    "lang",
    "source",
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
)
_ROW_NAMES = {"id": "post_id"}
REMEDY = "see `acctaudit schema export`"


def sniff(export: Export) -> bool:
    """Whether the file says at its head that it is one of ours."""
    member = export.name if export.single else "export.json"
    if not export.single and member not in export.members:
        return False
    return MARK.match(opening(export.head(member))) is not None


def read(export: Export) -> Tables:
    """Everything in the document; a wrong schema or a broken frame is a ReadError."""
    content = export.read(export.name if export.single else "export.json")
    raw = fields_of(content)
    if _value(content, raw, "schema", str) != shape.SCHEMA:
        problem = "its schema is not acctaudit/export/1"
        raise ReadError(content.name, problem, f"write that version; {REMEDY}")
    account = _value(content, raw, "account", shape.Account) or shape.Account()
    tables = Tables("export", escaped=False)
    tables.profile = {name: value for name, value in _fields(account) if value is not None}
    tables.observed = _value(content, raw, "as_of", str)
    ends = "complete" if "posts" in raw else "ends"
    tables.timeline = _value(content, raw, "timeline", shape.Timeline) or ends
    tables.notes += _value(content, raw, "notes", tuple[str, ...]) or ()
    total = _posts(tables, content, raw)
    for name, kind in SIDES.items():
        total += _side(tables, content, raw, name, kind)
    tables.files.append(content.noted(total, "posts" if "posts" in raw else "profile"))
    _unknown(tables, raw)
    return tables


def _value(content: Content, raw: dict[str, msgspec.Raw], name: str, kind: Any) -> Any:
    if name not in raw or bytes(raw[name]) == b"null":
        return None
    try:
        return decoded_value(bytes(raw[name]), kind)
    except RefusedError as error:
        raise ReadError(content.name, f"{name} cannot be used ({error})", REMEDY) from error


def _elements(
    content: Content, raw: dict[str, msgspec.Raw], name: str
) -> list[msgspec.Raw]:
    empty = name not in raw or bytes(raw[name]).replace(b" ", b"") in {b"null", b"{}"}
    return [] if empty else split(content.name, raw[name])


def _posts(tables: Tables, content: Content, raw: dict[str, msgspec.Raw]) -> int:
    rows = Rows(content.name, Layout(shape.Post))
    for batch in rows.of(_elements(content, raw, "posts")):
        tables.posts.extend(batch.file, batch.numbers, _columns(batch.rows))
    enter(tables, rows)
    return rows.done


def _side(
    tables: Tables,
    content: Content,
    raw: dict[str, msgspec.Raw],
    name: str,
    kind: type[msgspec.Struct],
) -> int:
    if name not in raw or bytes(raw[name]) == b"null":
        return 0
    rows = Rows(content.name, Layout(kind, (), name))
    found = rows.of(_elements(content, raw, name))
    tables.others[name] = [
        {_ROW_NAMES.get(field, field): value for field, value in _fields(row)}
        for batch in found
        for row in batch.rows
    ]
    enter(tables, rows)
    return rows.done


def _columns(posts: list[shape.Post]) -> dict[str, list[object]]:
    """Our columns; one that no post of the batch has is left out."""
    found: dict[str, list[object]] = {
        "is_repost": [post.reposted or post.repost_of is not None for post in posts],
    }
    if any(post.in_reply_to is not msgspec.UNSET for post in posts):
        answered = [post.in_reply_to or shape.Reply() for post in posts]
        found["in_reply_to_post_id"] = [reply.post_id for reply in answered]
        found["in_reply_to_user_id"] = [reply.user_id for reply in answered]
        found["in_reply_to_handle"] = [reply.handle for reply in answered]
    for theirs, ours in RENAMED.items():
        found[ours] = [getattr(post, theirs) for post in posts]
    optional: dict[str, list[object]] = {
        name: [getattr(post, name) for post in posts] for name in PLAIN
    }
    optional["links"] = [
        post.links and [(link.url, link.expanded or link.url) for link in post.links]
        for post in posts
    ]
    optional["hashtags"] = [post.hashtags and list(post.hashtags) for post in posts]
    optional["mentions"] = [
        post.mentions and [(person.handle, person.user_id) for person in post.mentions]
        for post in posts
    ]
    known = {name: cells for name, cells in optional.items() if _any(cells)}
    return found | known


def _any(cells: list[object]) -> bool:
    return any(cell is not None for cell in cells)


def _fields(row: msgspec.Struct) -> Iterable[tuple[str, object]]:
    return [(name, getattr(row, name)) for name in row.__struct_fields__]


def _unknown(tables: Tables, raw: dict[str, msgspec.Raw]) -> None:
    """Say once how many fields of the document mean nothing to us."""
    count = len(raw.keys() - set(shape.Document.__struct_fields__))
    if "posts" in raw:
        count += _strange(raw["posts"], shape.Post)
    if count:
        tables.remarks.append(f"fields that acctaudit does not know, left aside: {count}")


def _strange(rows: msgspec.Raw, kind: type[msgspec.Struct]) -> int:
    """How many names of fields, over all rows, are not of the type."""
    try:
        found = msgspec.json.decode(rows, type=list[dict[str, msgspec.Raw]])
    except (ValueError, RecursionError, MemoryError, msgspec.MsgspecError):
        return 0
    names = {name for row in found for name in row}
    return len(names - set(kind.__struct_fields__))


READER = Reader("export", "acctaudit's own JSON (acctaudit/export/1)", sniff, read)
