"""Packed: a column of texts in little memory, while an export of any size is read.

A Python string costs fifty bytes more than its letters, and those that a reader throws away
leave holes between those that stay. So texts are kept a block at a time in one long string,
and become strings of their own only where they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

BLOCK = 1 << 17
"""Texts in one long string: so long that its memory goes back when it is let go."""
_END, _NONE = "\x00", "\x01"
"""What stands between two texts, and in place of one that is missing."""


class Packed(Sequence[object]):
    """A list of texts and None that can be extended; equal to a list of the same values."""

    def __init__(self, values: Iterable[object] = ()) -> None:
        self._blocks: list[str | list[object]] = []
        self._tail: list[object] = []
        self.extend(values)

    def extend(self, values: Iterable[object]) -> None:
        """Append values; whole blocks of them are packed."""
        self._tail.extend(values)
        while len(self._tail) >= BLOCK:
            self._blocks.append(_packed(self._tail[:BLOCK]))
            del self._tail[:BLOCK]

    def known(self) -> bool:
        """Whether any value is not None."""
        return any(value is not None for value in self)

    def __len__(self) -> int:
        return len(self._blocks) * BLOCK + len(self._tail)

    def __iter__(self) -> Iterator[object]:
        for block in self._blocks:
            yield from _unpacked(block)
        yield from self._tail

    @overload
    def __getitem__(self, place: int) -> object: ...
    @overload
    def __getitem__(self, place: slice) -> list[object]: ...
    def __getitem__(self, place: int | slice) -> object:
        if isinstance(place, slice):
            start, stop, step = place.indices(len(self))
            first, last = start // BLOCK, -(-stop // BLOCK)
            near = [value for n in range(first, last) for value in self._block(n)]
            return near[start - first * BLOCK : stop - first * BLOCK : step]
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        block, within = divmod(place % len(self), BLOCK)
        return self._block(block)[within]

    def __setitem__(self, place: int, value: object) -> None:
        number, within = divmod(place, BLOCK)
        if number == len(self._blocks):
            self._tail[within] = value
        else:
            block = self._block(number)
            block[within] = value
            self._blocks[number] = _packed(block)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, list | Packed) and list(self) == list(other)

    def __repr__(self) -> str:
        return repr(list(self))

    __hash__ = None  # type: ignore[assignment]

    def _block(self, number: int) -> list[object]:
        if number == len(self._blocks):
            return self._tail
        return _unpacked(self._blocks[number])


def _packed(values: list[object]) -> str | list[object]:
    """The values in one string; the list itself if one of them cannot be told apart."""
    try:
        joined = _END.join([_NONE if value is None else value for value in values])  # type: ignore[misc]
    except TypeError:
        return values
    missing = sum(value is None for value in values)
    exact = joined.count(_END) == len(values) - 1 and joined.count(_NONE) == missing
    return joined if exact else values


def _unpacked(block: str | list[object]) -> list[object]:
    if isinstance(block, list):
        return list(block)
    return [None if text == _NONE else text for text in block.split(_END)]
