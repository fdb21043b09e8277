"""A long list in blocks, cut between rows, so that no file need be in memory as a whole.

Only lists whose rows are wrapped, `{"tweet": …}`, are cut: that mark cannot stand inside a
JSON string. Should it stand deeper in a row, the block does not decode, and the caller
reads the document as a whole.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit.readers.document import PREFIX, encoding_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

BLOCK = 1 << 18
"""Bytes decoded at a time: few enough to stay in the processor's cache."""
FIRST = re.compile(rb'\s{0,64}\[\s{0,64}(?=\{\s{0,64}"(\w{1,32})"\s{0,64}:)')
BEFORE = re.compile(rb",\s{0,64}\{\s{0,64}$")
SLACK = 132


@dataclass(frozen=True)
class Start:
    """Where the first row begins, and the name in which rows are wrapped."""

    at: int
    envelope: str


def start_of(head: bytes, envelopes: Sequence[str]) -> Start | None:
    """Where the rows begin, if they are wrapped in one of the names."""
    if encoding_of(head) not in {"utf-8", "utf-8-sig"}:
        return None
    at = len(codecs.BOM_UTF8) if head.startswith(codecs.BOM_UTF8) else 0
    prefix = PREFIX.match(head, at)
    first = FIRST.match(head, prefix.end() if prefix else at)
    if first is None or first[1].decode() not in envelopes:
        return None
    return Start(first.end(), first[1].decode())


def blocks(pieces: Iterable[bytes], start: Start, enough: int = BLOCK) -> Iterator[bytes]:
    """JSON lists of whole rows, in order; the last one ends as the document ends."""
    mark = b'"%s"' % start.envelope.encode()
    stream = iter(pieces)
    held = [b"[", next(stream, b"")[start.at :]]
    size = len(held[-1])
    for piece in stream:
        size += len(piece)
        cut = _last_comma(piece, mark) if size >= enough else 0
        if cut:
            yield b"".join((*held, memoryview(piece)[:cut], b"]"))
            held = [b"[", piece[cut + 1 :]]
            size = len(held[-1])
        else:
            held.append(piece)
    yield b"".join(held).rstrip(b"; \t\r\n")


def _last_comma(data: bytes, mark: bytes) -> int:
    """Position of the comma before the last row that begins here, or 0."""
    at = data.rfind(mark)
    while at > 0:
        found = BEFORE.search(data, max(0, at - SLACK), at)
        if found:
            return found.start()
        at = data.rfind(mark, 0, at)
    return 0
