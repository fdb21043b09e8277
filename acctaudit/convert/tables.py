"""A document as one table, CSV or Parquet, from which the same document can be read."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import msgspec

from acctaudit.readers import export_schema as shape
from acctaudit.readers.export_records import (
    COLLECTIONS,
    COUNTS,
    FLAGS,
    HEAD,
    KINDS,
    LIST_OF,
    METADATA,
    RECORD,
    REPLY,
    TABLES,
    TELLING,
    Record,
    flat,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

_FIRST = (RECORD, "schema", "timeline", "id")
"""Columns in front. None of the first three begins a post with a number, which a reader
that mends broken quotation marks might find again in a text of several lines.
"""


def csv_text(found: shape.Document) -> bytes:
    """A document as one CSV: first the account, then every row of every list.

    All cells are quoted, and text that a spreadsheet would take for a formula is guarded.
    """
    rows = [written(record) for record in _records(found)]
    used = TELLING.union(*rows)
    columns = [name for name in _columns() if name in used]
    buffer = io.StringIO()
    lines = csv.DictWriter(
        buffer, columns, restval="", quoting=csv.QUOTE_ALL, lineterminator="\n"
    )
    lines.writeheader()
    lines.writerows(rows)
    return buffer.getvalue().encode()


def _columns() -> list[str]:
    """The columns that a CSV may have, in their order."""
    fields = [name for kind in KINDS.values() for name in kind.__struct_fields__]
    at = fields.index("in_reply_to")
    fields[at : at + 1] = REPLY
    named = dict.fromkeys([*_FIRST, *HEAD, *fields])
    return list(written(dict.fromkeys(named)))


def _records(found: shape.Document) -> Iterator[Record]:
    """The document as flat records, each with its kind."""
    whole = msgspec.to_builtins(found, enc_hook=str)
    held = [name for name in LIST_OF.values() if getattr(found, name) is not None]
    head = {name: whole[name] for name in HEAD if name in whole}
    yield {RECORD: "account", **head, TABLES: held, **whole.get("account", {})}
    for kind, name in LIST_OF.items():
        for row in whole.get(name, ()):
            yield {RECORD: kind, **flat(row)}


def parquet(found: shape.Document) -> bytes:
    """A document as a Parquet file: a row a post, all else as JSON in its metadata."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    posts = found.posts or ()
    fields = [(name, _type(name)) for name in _post_columns()]
    columns = [pa.array(_cells(posts, name), kind) for name, kind in fields]
    table = pa.Table.from_arrays(columns, schema=pa.schema(fields))
    rest = msgspec.json.encode(msgspec.structs.replace(found, posts=None), enc_hook=str)
    buffer = io.BytesIO()
    with pq.ParquetWriter(
        buffer, table.schema, compression="zstd", store_schema=False
    ) as file:
        file.write_table(table)
        file.add_key_value_metadata({METADATA: rest})
    return buffer.getvalue()


def _post_columns() -> list[str]:
    names = list(shape.Post.__struct_fields__)
    at = names.index("in_reply_to")
    return [*names[:at], *REPLY, *names[at + 1 :]]


def _cells(posts: tuple[shape.Post, ...], name: str) -> list[Any]:
    if name in REPLY:
        part = REPLY[name]
        return [getattr(post.in_reply_to or None, part, None) for post in posts]
    cells = [getattr(post, name) for post in posts]
    return [msgspec.to_builtins(cell) for cell in cells] if name in COLLECTIONS else cells


def _type(name: str) -> pa.DataType:
    """The type of a column of posts."""
    import pyarrow as pa

    text = pa.string()
    lists = {
        "links": pa.list_(pa.struct([("url", text), ("expanded", text)])),
        "hashtags": pa.list_(text),
        "mentions": pa.list_(pa.struct([("handle", text), ("user_id", text)])),
    }
    if name in lists:
        return lists[name]
    if name in FLAGS:
        return pa.bool_()
    return pa.int64() if name in COUNTS else text
