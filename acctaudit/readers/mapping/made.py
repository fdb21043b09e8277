"""One column of ours, made of one or more of theirs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from acctaudit.readers.cells import Cell

    Names = tuple[str, ...]
    Convert = Callable[..., object]


@dataclass(frozen=True)
class Made:
    """A column of ours: of each source the first name that is there, turned together."""

    sources: tuple[Names, ...]
    convert: Convert

    def column(
        self, found: Mapping[str, list[Cell]], rows: int, missing: frozenset[str]
    ) -> list[object] | None:
        """Our column of some rows, or None if they have none of the names.

        `missing`: words, in lower case, that stand for no value.
        """
        parts = [_first(found, names) for names in self.sources]
        if all(part is None for part in parts):
            return None
        lists = [
            [None] * rows if part is None else [_known(cell, missing) for cell in part]
            for part in parts
        ]
        return [self.convert(*row) for row in zip(*lists, strict=True)]


def _first(found: Mapping[str, list[Cell]], names: Names) -> list[Cell] | None:
    return next((found[name] for name in names if name in found), None)


def _known(cell: Cell, missing: frozenset[str]) -> Cell:
    """The cell, or None for what stands for no value."""
    if isinstance(cell, str):
        return None if missing and cell.strip().casefold() in missing else cell
    return None if isinstance(cell, float) and cell != cell else cell  # noqa: PLR0124  # NaN
