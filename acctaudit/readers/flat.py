"""Flat rows: a table of named cells, from CSV, JSON, lines of JSON or Parquet alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec

from acctaudit.errors import ReadError
from acctaudit.model.tables import InputFile, Quarantined
from acctaudit.readers.document import AGAIN
from acctaudit.readers.look import plain
from acctaudit.readers.mend import (
    FAILURES,
    GUARDED,
    NO_ROW,
    SURROGATE,
    RefusedError,
    broken_characters,
    plainly,
)
from acctaudit.readers.records import Records
from acctaudit.readers.sheets import sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from acctaudit.readers.source import Export

BATCH = 10_000
"""Rows handed over at a time."""
_NESTED = 3
"""Levels of objects in a JSON row that become columns named `outer.inner`."""
PARQUET = b"PAR1"


@dataclass(frozen=True)
class Batch:
    """Some rows of one table: their places, counted from 1, and cells by plain name."""

    numbers: list[int]
    cells: dict[str, list[Any]]


@dataclass
class Books:
    """What became of the rows of one table, once all are read."""

    quarantined: list[Quarantined] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    done: int = 0
    noted: Callable[[int, str], InputFile] | None = None

    def file(self, holds: str) -> InputFile:
        """The entry for the file."""
        if self.noted is None:
            raise AssertionError("the rows were not read")
        return self.noted(self.done, holds)


def batches(export: Export, books: Books) -> Iterator[Batch]:
    """The rows of a single file. ReadError if there is no table in it."""
    if export.look.head.startswith(PARQUET):
        return _parquet(export, books)
    if export.look.start in {"{", "["}:
        return _json(export, books)
    return _csv(export, books)


def _csv(export: Export, books: Books) -> Iterator[Batch]:
    content = export.read(export.member)
    books.noted = content.noted
    found = sheet(content, export.encoding)
    names = found.columns
    del content
    while chunk := list(islice(found.rows, BATCH)):
        numbers = [number for number, _ in chunk]
        columns = zip(*(cells for _, cells in chunk), strict=True)
        by_name: dict[str, list[Any]] = {}
        for name, column in zip(names, columns, strict=True):
            by_name.setdefault(name, list(column))
        yield Batch(numbers, by_name)
    books.done += found.done
    books.quarantined += found.quarantined
    books.remarks += found.remarks


def _json(export: Export, books: Books) -> Iterator[Batch]:
    records = Records(export, export.member)
    replaced = 0
    for raws in records:
        numbers, rows = [], []
        for raw in raws:
            books.done += 1
            try:
                row, broken = _row(raw)
            except RefusedError as error:
                books.quarantined.append(Quarantined(export.name, books.done, error.reason))
            else:
                replaced += broken
                numbers.append(books.done)
                rows.append(row)
        names = dict.fromkeys(name for row in rows for name in row)
        yield Batch(numbers, {name: [row.get(name) for row in rows] for name in names})
    books.noted = records.stream.noted
    if replaced:
        books.remarks.append(broken_characters(export.name, replaced))


def _row(raw: msgspec.Raw) -> tuple[dict[str, Any], int]:
    """A JSON object as flat cells, and how many broken characters were replaced."""
    replaced = 0
    try:
        try:
            value = msgspec.json.decode(raw)
        except FAILURES:
            text = bytes(raw).decode()
            value = GUARDED.decode(text)
            value, replaced = _whole_text(value)
    except FAILURES as error:
        raise RefusedError(plainly(error)) from error
    if not isinstance(value, dict):
        raise RefusedError(NO_ROW)
    return dict(_flattened(value, "", _NESTED)), replaced


def _flattened(row: dict[str, Any], before: str, depth: int) -> Iterator[tuple[str, Any]]:
    for name, value in row.items():
        key = before + plain(name)
        if isinstance(value, dict) and depth > 1:
            yield from _flattened(value, f"{key}.", depth - 1)
        yield key, value


def _whole_text(value: Any) -> tuple[Any, int]:
    """The value with lone surrogates replaced, and how many there were."""
    if isinstance(value, str):
        return SURROGATE.subn("\ufffd", value)
    if isinstance(value, list):
        pairs = [_whole_text(item) for item in value]
        return [item for item, _ in pairs], sum(count for _, count in pairs)
    if isinstance(value, dict):
        both = {
            SURROGATE.sub("\ufffd", key): _whole_text(item) for key, item in value.items()
        }
        cells = {key: item for key, (item, _) in both.items()}
        return cells, sum(count for _, count in both.values())
    return value, 0


def _parquet(export: Export, books: Books) -> Iterator[Batch]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    content = export.read(export.member)
    books.noted = content.noted
    try:
        file = pq.ParquetFile(pa.BufferReader(content.data))
        for chunk in file.iter_batches(BATCH):
            numbers = list(range(books.done + 1, books.done + chunk.num_rows + 1))
            books.done += chunk.num_rows
            cells = {plain(name): chunk[name].to_pylist() for name in chunk.schema.names}
            yield Batch(numbers, cells)
    except (pa.ArrowException, OSError) as error:
        raise ReadError(export.name, "it is no whole Parquet file", AGAIN) from error
