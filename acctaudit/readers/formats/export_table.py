"""Our own format as a table, CSV or Parquet: what `convert` writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from acctaudit.errors import ReadError
from acctaudit.readers import export_schema as shape
from acctaudit.readers.base import Reader
from acctaudit.readers.document import AGAIN
from acctaudit.readers.export_records import (
    HEAD,
    KINDS,
    LIST_OF,
    METADATA,
    RECORD,
    TABLES,
    TELLING,
    Record,
    nested,
    understood,
)
from acctaudit.readers.export_rows import LISTS, Written, tables_of
from acctaudit.readers.flat import PARQUET
from acctaudit.readers.mend import FAILURES
from acctaudit.readers.sheets import sheet
from acctaudit.say import say
from acctaudit.words import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.model.tables import Tables
    from acctaudit.readers.sheets import Sheet
    from acctaudit.readers.source import Content, Export

NAME = "export-table"
_LIMIT = (1 << 31) - 1
_BATCH = 10_000
_REMEDY = "convert it again, and change cells only"


def sniff(export: Export) -> bool:
    """Whether the header is ours, or the metadata of the Parquet file."""
    if not export.single:
        return False
    if export.look.head.startswith(PARQUET):
        return _holds_ours(export)
    return export.look.columns >= TELLING


def read(export: Export) -> Tables:
    """Everything in the document; a table that lacks its account is a ReadError."""
    content = export.read(export.member)
    if content.data.startswith(PARQUET):
        return tables_of(NAME, _from_parquet(content))
    return _from_csv(content, export.encoding)


# CSV


def _from_csv(content: Content, encoding: str | None) -> Tables:
    found = sheet(content, encoding)
    if RECORD not in found.columns:
        problem = f"it has no column {RECORD}"
        raise ReadError(content.name, problem, "leave out --from, or name another format")
    records, strange = _records(found)
    if len(records["account"]) != 1:
        problem = f"its records of the account are {len(records['account'])}, not one"
        raise ReadError(content.name, problem, _REMEDY)
    tables = tables_of(NAME, _document(content, records))
    tables.quarantined += found.quarantined
    tables.remarks += found.remarks
    if strange:
        tables.remarks.append(
            say(
                "rows that acctaudit does not know, left aside: {rows}",
                rows=number(strange),
            )
        )
    return tables


def _records(found: Sheet) -> tuple[dict[str, list[Record]], int]:
    """The records of each kind, and how many rows are of none."""
    records: dict[str, list[Record]] = {kind: [] for kind in KINDS}
    strange = 0
    names = found.columns
    for at, cells in found.rows:
        row = dict(zip(names, cells, strict=True))
        kind = row.pop(RECORD)
        if kind not in records:
            strange += 1
            continue
        try:
            records[kind].append(understood(row))
        except FAILURES as error:
            problem, place = "a list in it is not JSON", f"row {at}"
            raise ReadError(found.name, problem, _REMEDY, place) from error
    return records, strange


def _document(content: Content, records: dict[str, list[Record]]) -> Written:
    """The document that was written as these records."""
    (account,) = records["account"]
    fields = {name: account.pop(name) for name in HEAD if name in account}
    held = {*fields.pop(TABLES, []), "posts"}
    raws = {name: msgspec.Raw(msgspec.json.encode(fields[name])) for name in fields}
    raws["account"] = nested(account, "account")
    rows = {
        LIST_OF[kind]: [nested(record, kind) for record in found]
        for kind, found in records.items()
        if kind in LIST_OF and (found or LIST_OF[kind] in held)
    }
    return Written(content, raws, rows)


# Parquet


def _holds_ours(export: Export) -> bool:
    """Whether a Parquet file has our metadata; never raises."""
    try:
        return METADATA in _metadata(export.read(export.member))
    except ReadError:
        return False


def _metadata(content: Content) -> dict[bytes, bytes]:
    """The names and values at the end of a Parquet file."""
    return _parquet(content).metadata.metadata or {}


def _parquet(content: Content) -> Any:
    import pyarrow as pa
    import pyarrow.parquet as pq

    data = pa.BufferReader(content.data)
    try:
        return pq.ParquetFile(data, thrift_string_size_limit=_LIMIT)
    except (pa.ArrowException, OSError) as error:
        raise ReadError(content.name, "it is no whole Parquet file", AGAIN) from error


def _from_parquet(content: Content) -> Written:
    """The document in the metadata, with the rows for its posts."""
    held = _metadata(content).get(METADATA)
    try:
        fields = msgspec.json.decode(held or b"{}", type=dict[str, msgspec.Raw])
        rows = {
            name: msgspec.json.decode(fields.pop(name), type=list[msgspec.Raw])
            for name in LISTS
            if name in fields
        }
    except FAILURES as error:
        problem = f"its metadata is no document of {shape.SCHEMA}"
        raise ReadError(content.name, problem, _REMEDY) from error
    return Written(content, fields, rows | {"posts": list(_posts(content))})


def _posts(content: Content) -> Iterator[msgspec.Raw]:
    import pyarrow as pa

    try:
        for batch in _parquet(content).iter_batches(_BATCH):
            yield from (nested(record, "post") for record in batch.to_pylist())
    except (pa.ArrowException, OSError, *FAILURES) as error:
        raise ReadError(content.name, "its rows cannot be read", AGAIN) from error


READER = Reader(
    NAME, "acctaudit's own tables (CSV, Parquet): what `convert` writes", sniff, read
)
