"""A document of our own format as flat records: what its CSV and Parquet files hold.

In a CSV each row is a record of one kind, which its first column names, and the cells are
text: an empty one is *not known*, and a lone `'` is an empty text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import inspect

from acctaudit.readers import export_schema as shape
from acctaudit.readers.cells import ident
from acctaudit.safe import csv_cell, csv_plain

if TYPE_CHECKING:
    from collections.abc import Mapping

Record = dict[str, Any]
RECORD = "record"
"""The column that says what a row is."""
KINDS: dict[str, type[msgspec.Struct]] = {
    "account": shape.Account,
    "post": shape.Post,
    "inbound": shape.Inbound,
    "follower": shape.Person,
    "following": shape.Person,
    "day": shape.Day,
    "outcome": shape.Outcome,
}
"""Records and what they hold; that of the account also holds the document's own fields."""
LIST_OF = {
    "post": "posts",
    "inbound": "inbound",
    "follower": "followers",
    "following": "following",
    "day": "daily",
    "outcome": "outcomes",
}
"""The list of the document that holds records of a kind."""
TABLES = "tables"
"""Column of the account: the tables that the document has, though they may be empty."""
HEAD = ("schema", "as_of", "timeline", "notes", "measured", TABLES)
"""Fields of the document that stand in the record of the account."""
TELLING = frozenset({RECORD, "id", "schema", "timeline", "measured"})
"""Columns that every CSV of ours has, and by which it is known."""
_CSV_NAMES = {"date": "day"}
"""Names of a CSV's columns that differ, since `date` would be that of other formats."""
_OUR_NAMES = {csv: ours for ours, csv in _CSV_NAMES.items()}
REPLY = {
    "in_reply_to_post_id": "post_id",
    "in_reply_to_user_id": "user_id",
    "in_reply_to_handle": "handle",
}
"""Columns of a post that are an object in the document."""
_IDS = {
    *("id", "user_id", "author_id", "repost_of", "quote_of", "post_link", "edit_of"),
    *("in_reply_to_post_id", "in_reply_to_user_id", "pinned_id"),
}
STAND_IN = "#"
"""How the id of a post begins that has none."""
METADATA = b"acctaudit"
"""Where a Parquet file keeps all that is not a post."""


def _is_of(info: inspect.Type, kind: type[inspect.Type] | tuple[type, ...]) -> bool:
    """Whether a field may hold values of that kind."""
    if isinstance(info, inspect.Metadata):
        return _is_of(info.type, kind)
    if isinstance(info, inspect.UnionType):
        return any(_is_of(item, kind) for item in info.types)
    return isinstance(info, kind)


def _names(kind: type[inspect.Type] | tuple[type, ...]) -> frozenset[str]:
    """Names of the fields of all records that may hold values of that kind."""
    infos = [inspect.type_info(record) for record in (*KINDS.values(), shape.Document)]
    return frozenset(
        field.name
        for info in infos
        if isinstance(info, inspect.StructType)
        for field in info.fields
        if _is_of(field.type, kind)
    )


TEXTS = _names((inspect.StrType, inspect.LiteralType)) | {RECORD, *REPLY}
"""Columns that hold text, and are therefore guarded against formulas in a CSV."""
COLLECTIONS = _names(inspect.VarTupleType) - {*LIST_OF.values()} | {TABLES}
"""Columns that hold lists, as JSON in a CSV."""
COUNTS = _names(inspect.IntType)
FLAGS = _names(inspect.BoolType)


def flat(row: Mapping[str, Any]) -> Record:
    """An object of the document as a record: what it answers in columns of its own."""
    record = dict(row)
    if "in_reply_to" in record:
        reply = record.pop("in_reply_to") or {}
        parts = {column: reply.get(part) for column, part in REPLY.items()}
        record |= {column: part for column, part in parts.items() if part is not None}
    return record


def nested(record: Mapping[str, Any], kind: str) -> msgspec.Raw:
    """A record as the object of the document that it was; None is left out."""
    row = {name: value for name, value in record.items() if value is not None}
    if kind == "post":
        reply = {part: row.pop(name) for name, part in REPLY.items() if name in row}
        row |= {"in_reply_to": reply} if reply else {}
    return msgspec.Raw(msgspec.json.encode(row))


# Records as rows of a CSV


def written(record: Mapping[str, Any]) -> dict[str, str]:
    """A record as cells of a CSV, by the names of its columns."""
    return {_CSV_NAMES.get(name, name): _cell(name, record[name]) for name in record}


def _cell(name: str, value: Any) -> str:
    if value is None:
        return ""
    if name in TEXTS:
        return csv_cell(value) or "'"
    return msgspec.json.encode(value).decode()


def understood(cells: Mapping[str, str]) -> Record:
    """The record that the cells of a CSV hold: the inverse of `written`.

    Raises ValueError if a list is none. An id that a spreadsheet has rounded is no id.
    """
    named = {_OUR_NAMES.get(name, name): cell for name, cell in cells.items() if cell}
    record = {name: _value(name, cell) for name, cell in named.items()}
    damaged = {name for name in _IDS & record.keys() if _is_rounded(record[name])}
    for name in damaged:
        del record[name]
    return record | ({"id": STAND_IN, "id_exact": False} if "id" in damaged else {})


def _value(name: str, cell: str) -> Any:
    if name in TEXTS:
        return csv_plain(cell)
    return msgspec.json.decode(cell) if name in COLLECTIONS else cell


def _is_rounded(cell: str) -> bool:
    """Whether a spreadsheet made a number of an id, such as 1.26E+18."""
    found = ident(cell)
    return not cell.isdecimal() and found.digits is not None and not found.exact
