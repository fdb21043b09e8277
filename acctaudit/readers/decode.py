"""Rows into typed structs: a fast path (msgspec) and a tolerant slow path (mend.py).

Both give the same. The fast path takes a block of rows at a time; rows of a block that it
refuses are taken one by one, and a row that neither path accepts is set aside with its
position and the reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter
from types import GenericAlias
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

from acctaudit.errors import ReadError
from acctaudit.model.tables import Quarantined
from acctaudit.readers.blocks import blocks, start_of
from acctaudit.readers.document import AGAIN, Slow, body_of, decoded, rows_of
from acctaudit.readers.mend import (
    FAILURES,
    RefusedError,
    broken_characters,
    mended,
    plainly,
)
from acctaudit.readers.records import Records
from acctaudit.say import say
from acctaudit.words import number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from acctaudit.model.tables import Tables
    from acctaudit.readers.source import Content, Export

    Unpack = Callable[[msgspec.Raw], list[msgspec.Raw]]
    """Gives the rows that a record holds; raises what parsing raises."""

Row = TypeVar("Row", bound=msgspec.Struct)
BATCH_SIZE = 1000
"""Rows handed over at a time where the document is in memory as a whole."""


@dataclass(frozen=True)
class Layout(Generic[Row]):
    """What the rows of a document are, and how they are wrapped."""

    kind: type[Row]
    envelopes: tuple[str, ...] = ()
    """Names of the object in which a row may be wrapped, such as `tweet`."""
    holds: str = "posts"
    """What the rows are, in plain words."""


@dataclass(frozen=True)
class Batch(Generic[Row]):
    """Some rows of one document, each with its position in it, counted from 1."""

    file: str
    numbers: list[int]
    rows: list[Row]


def one(content: Content, kind: type[Row]) -> Row:
    """The one object that a document holds, in its type."""
    body = body_of(content)
    try:
        return msgspec.json.decode(body, type=kind, strict=False)
    except FAILURES:
        Slow(content.name, decoded(content.name, body)).whole()
    try:
        found: Row = mended(bytes(body), kind).row
    except RefusedError as error:
        raise ReadError(content.name, f"it cannot be used ({error})", AGAIN) from error
    return found


def read_rows(
    tables: Tables, export: Export, member: str, layout: Layout[Row]
) -> Iterator[Batch[Row]]:
    """The rows of a member in batches, typed; `tables` gets the books of it."""
    stream = export.stream(member)
    rows = Rows(stream.name, layout)
    start = start_of(export.head(member), layout.envelopes)
    try:
        for block in blocks(stream, start) if start else ():
            yield from rows.of_block(block)
    except CutError:
        start = None
    if start is None:
        content = export.read(member)
        yield from rows.of(rows_of(content)[rows.done :])
        stream = content.stream
    tables.files.append(stream.noted(rows.done, layout.holds))
    enter(tables, rows)


def read_records(
    tables: Tables,
    export: Export,
    layout: Layout[Row],
    unpack: Unpack | None = None,
) -> Iterator[Batch[Row]]:
    """The rows of a single file of JSON records; `unpack` gives the rows of a record.

    A record that cannot be unpacked is one row that is set aside.
    """
    records = Records(export, export.member)
    rows = Rows(export.name, layout)
    for raws in records:
        if unpack is None:
            yield from rows.of(raws)
        else:
            yield from rows.unpacked(raws, unpack)
    tables.files.append(records.stream.noted(rows.done, layout.holds))
    enter(tables, rows)


def enter(tables: Tables, rows: Rows[Row]) -> None:
    """Note what became of the rows: posts set aside one by one, others in a remark."""
    holds, lost = rows.layout.holds, len(rows.quarantined)
    if holds == "posts":
        tables.quarantined += rows.quarantined
    elif lost:
        tables.remarks.append(unread(rows.file, holds, lost))
    if rows.replaced:
        tables.remarks.append(broken_characters(rows.file, rows.replaced))


def unread(file: str, holds: str, rows: int) -> str:
    """The remark on rows, of other things than posts, that could not be read."""
    return say(
        "{file}: rows of {holds} that could not be read: {rows}",
        file=file,
        holds=say(holds),
        rows=number(rows),
    )


class CutError(Exception):
    """A block is no list of rows: the document must be read as a whole."""


@dataclass
class Rows(Generic[Row]):
    """Decodes the rows of one document, and remembers what went wrong."""

    file: str
    layout: Layout[Row]
    done: int = 0
    """Rows seen so far."""
    quarantined: list[Quarantined] = field(default_factory=list)
    replaced: int = 0
    """Lone surrogates replaced by U+FFFD."""

    def of_block(self, block: bytes) -> Iterator[Batch[Row]]:
        """The rows of a block, all at once if they are all as they should be."""
        for envelope in self.layout.envelopes:
            try:
                rows = _many(self.layout.kind, envelope)(block)
            except FAILURES:
                continue
            numbers = list(range(self.done + 1, self.done + len(rows) + 1))
            self.done += len(rows)
            return iter([Batch(self.file, numbers, rows)])
        try:
            raws = msgspec.json.decode(block, type=list[msgspec.Raw])
        except FAILURES as error:
            raise CutError from error
        return self.of(raws)

    def unpacked(self, raws: list[msgspec.Raw], unpack: Unpack) -> Iterator[Batch[Row]]:
        """The rows of records; a record that cannot be unpacked is one row set aside."""
        found: list[msgspec.Raw] = []
        for raw in raws:
            try:
                found += unpack(raw)
            except FAILURES as error:
                yield from self.of(found)
                found = []
                self.done += 1
                self.quarantined.append(Quarantined(self.file, self.done, plainly(error)))
        yield from self.of(found)

    def of(self, raws: list[msgspec.Raw]) -> Iterator[Batch[Row]]:
        """The rows one by one."""
        for start in range(0, len(raws), BATCH_SIZE):
            batch: Batch[Row] = Batch(self.file, [], [])
            decode = self._fast(raws[start])
            for raw in raws[start : start + BATCH_SIZE]:
                self.done += 1
                row: Row | None
                try:
                    row = decode(raw)
                except FAILURES:
                    decode = self._fast(raw)
                    row = self._slow(raw)
                if row is not None:
                    batch.numbers.append(self.done)
                    batch.rows.append(row)
            yield batch

    def _fast(self, sample: msgspec.Raw) -> Callable[[msgspec.Raw], Row]:
        """The decoder for rows that are wrapped as the sample is."""
        start = memoryview(sample)[:64]
        for name in self.layout.envelopes:
            if re.match(rb'\{\s*"%s"\s*:' % name.encode(), start):
                return _unwrapping(self.layout.kind, name)
        return _decoder(self.layout.kind)

    def _slow(self, raw: msgspec.Raw) -> Row | None:
        try:
            found = mended(bytes(raw), self.layout.kind, self.layout.envelopes)
        except RefusedError as error:
            self.quarantined.append(Quarantined(self.file, self.done, error.reason))
            return None
        self.replaced += found.replaced
        row: Row = found.row
        return row


@cache
def _decoder(kind: Any) -> Callable[[bytes | msgspec.Raw], Any]:
    return msgspec.json.Decoder(kind, strict=False).decode


@cache
def _wrapper(kind: Any, envelope: str) -> Any:
    return msgspec.defstruct("Wrapper", [(envelope, kind)], gc=False)


@cache
def _unwrapping(kind: Any, envelope: str) -> Callable[[msgspec.Raw], Any]:
    decode, unwrap = _decoder(_wrapper(kind, envelope)), attrgetter(envelope)
    return lambda raw: unwrap(decode(raw))


@cache
def _many(kind: Any, envelope: str) -> Callable[[bytes], list[Any]]:
    wrapper = _wrapper(kind, envelope)
    decode, unwrap = _decoder(GenericAlias(list, (wrapper,))), attrgetter(envelope)
    return lambda block: list(map(unwrap, decode(block)))
