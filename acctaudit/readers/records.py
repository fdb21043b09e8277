"""JSON records of a file: the elements of a list, one a line, or one object.

Lines are read in pieces, so that a file of any size fits; a line that is no JSON is one
record that will be set aside. A list or an object is read as a whole.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import msgspec

from acctaudit.errors import ReadError
from acctaudit.readers.document import body_of, encoding_of, rows_of
from acctaudit.readers.mend import FAILURES
from acctaudit.readers.source import Content

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from acctaudit.readers.source import Export, Stream

Record = msgspec.Raw
NOTHING, NO_ROWS = msgspec.Raw(b"{}"), msgspec.Raw(b"[]")
BATCH = 1000
"""Records handed over at a time."""
_SPACE = b" \t\r\n"


class Records:
    """The records of one member, in batches; `stream` has its books when all is read."""

    def __init__(self, export: Export, member: str) -> None:
        self.stream: Stream = export.stream(member)
        self._export, self._member = export, member

    def __iter__(self) -> Iterator[list[Record]]:
        if self._export.encoding is not None:
            return self._whole()
        head = self._export.head(self._member)
        plain = encoding_of(head) in {"utf-8", "utf-8-sig"}
        start = head.removeprefix(codecs.BOM_UTF8).lstrip(_SPACE)[:1]
        if plain and start != b"[" and (start != b"{" or _ends_line(head)):
            return _batches(lines(self.stream))
        return self._whole()

    def _whole(self) -> Iterator[list[Record]]:
        content = self._export.read(self._member)
        if self._export.encoding is not None:
            content = recoded(content, self._export.encoding)
        self.stream = content.stream
        body = body_of(content)
        if bytes(body[:64]).lstrip(_SPACE)[:1] == b"[":
            return _batches(rows_of(content))
        return _batches(_objects(content, body))


def recoded(content: Content, encoding: str) -> Content:
    """The same text in UTF-8; a ReadError where it is not text in that encoding."""
    try:
        data = content.data.decode(encoding).encode()
    except UnicodeDecodeError as error:
        place = f"byte {error.start}"
        remedy = "leave out --encoding, or name another"
        raise ReadError(
            content.name, f"it is not {encoding} text", remedy, place
        ) from error
    return Content(content.name, data, content.stream)


def fields(raw: Record) -> dict[str, Record]:
    """The fields of an object, not yet decoded; raises what parsing raises."""
    return msgspec.json.decode(raw, type=dict[str, msgspec.Raw])


def elements(raw: Record) -> list[Record]:
    """The elements of a list, or one object; nothing for `{}` and null."""
    data = bytes(raw).strip(_SPACE)
    if data == b"null" or data.replace(b" ", b"") == b"{}":
        return []
    if data.startswith(b"{"):
        return [msgspec.Raw(data)]
    return msgspec.json.decode(data, type=list[msgspec.Raw])


def _objects(content: Content, body: memoryview) -> Iterable[Record]:
    """One object, or one on each line where the encoding kept us from reading in pieces."""
    whole = bytes(body)
    try:
        msgspec.json.decode(whole, type=msgspec.Raw)
    except FAILURES:
        first = whole.partition(b"\n")[0]
        if _is_json(first) or not whole.lstrip(_SPACE).startswith(b"{"):
            return lines([whole])
        from acctaudit.readers.document import Slow, decoded

        Slow(content.name, decoded(content.name, body)).whole()
    return [msgspec.Raw(whole)]


def lines(pieces: Iterable[bytes]) -> Iterator[Record]:
    """Each line that is not blank."""
    held = b""
    first = True
    for piece in pieces:
        if first:
            piece, first = piece.removeprefix(codecs.BOM_UTF8), False  # noqa: PLW2901
        *whole, held = (held + piece).split(b"\n")
        for line in whole:
            if stripped := line.strip(_SPACE):
                yield msgspec.Raw(stripped)
    if stripped := held.strip(_SPACE):
        yield msgspec.Raw(stripped)


def _batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    batch: list[Record] = []
    for record in records:
        batch.append(record)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _ends_line(head: bytes) -> bool:
    """Whether the first line is a whole JSON value, or too long for us to see its end."""
    line, end, _ = head.removeprefix(codecs.BOM_UTF8).lstrip(_SPACE).partition(b"\n")
    return _is_json(line) if end else not _is_json(line)


def _is_json(data: bytes) -> bool:
    try:
        msgspec.json.decode(data, type=msgspec.Raw)
    except FAILURES:
        return False
    return True
