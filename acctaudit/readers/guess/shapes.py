"""What the cells of a column look like: ids, times, addresses, counts, flags, words."""

from __future__ import annotations

import re
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from acctaudit.readers import cells
from acctaudit.readers.mapping import cells as mapped
from acctaudit.readers.mapping.lists import is_listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from acctaudit.readers.cells import Cell

SAMPLE = 500
"""Cells of a column that are looked at, at most."""
MOSTLY = 0.9
"""Share of a column's cells that must have a shape: our judgement, as some are damaged."""
FORMS = (
    "%d.%m.%Y %H:%M", "%d.%m.%Y %H:%M:%S", "%d.%m.%Y, %H:%M", "%d.%m.%Y",
    "%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M", "%d/%m/%Y %H:%M:%S", "%m/%d/%Y %H:%M:%S",
    "%d/%m/%Y", "%m/%d/%Y", "%m/%d/%Y %I:%M %p", "%m/%d/%Y %I:%M:%S %p",
    "%Y/%m/%d %H:%M", "%Y/%m/%d %H:%M:%S", "%Y/%m/%d", "%Y%m%d", "%d-%m-%Y %H:%M",
    "%m-%d-%Y %H:%M", "%d-%m-%Y", "%m-%d-%Y", "%b %d, %Y", "%B %d, %Y", "%d %b %Y",
    "%b %d, %Y %H:%M", "%d %b %Y %H:%M", "%d %B %Y", "%d.%m.%y %H:%M", "%d.%m.%y",
    "%m/%d/%y %H:%M", "%d/%m/%y %H:%M", "%m/%d/%y", "%d/%m/%y",
)  # fmt: skip
"""Forms of a time, as `strptime` takes them, that are tried where none of ours fits."""
_CLOCK = r"\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?"
_ZONE = r"(?:Z| ?[+-]\d\d:?\d\d| UTC)"
_ISO, _NAIVE = rf"\d{{4}}-\d\d-\d\d[T ]{_CLOCK}{_ZONE}", rf"\d{{4}}-\d\d-\d\d[T ]{_CLOCK}"
_CTIME = r"[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d [\d:]{8} (?:[+-]\d{4}|UTC) \d{4}"
_DAY = r"\d{4}-\d\d-\d\d|[A-Z][a-z]{2},? [A-Z][a-z]{2} \d{1,2},? \d{4}"
_EPOCH = r"1\d{9}(?:\d{3})?"
_KNOWN = re.compile(rf"(?:{_ISO}|{_CTIME}|{_DAY}|{_EPOCH})")
_WITHOUT_ZONE = re.compile(_NAIVE)
_HANDLE = re.compile(r"@?[A-Za-z0-9_]{1,20}")
_LONG_ID = re.compile(r"\d{15,19}")
_ADDRESS = re.compile(r"https?://|www\.")
_LEAST_TEXT = 20
"""Characters of the mean cell of a column of texts: our judgement."""


def known(column: Iterable[Cell]) -> list[Cell]:
    """The cells that hold something."""
    return [cell for cell in column if not cells.is_missing(cell) and cell == cell]  # noqa: PLR0124


def mostly(column: Sequence[Cell], fits: Callable[[Cell], bool]) -> bool:
    """Whether nearly all cells have a shape; an empty column has any."""
    return sum(map(fits, column)) >= MOSTLY * len(column)


def written(cell: Cell) -> str:
    """A cell as text; whole numbers without a fraction."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return str(cell).strip()


def is_id(cell: Cell) -> bool:
    """The id or the address of a post; `0` stands for none."""
    return mapped.ident(cell).digits is not None or not mapped.refers(cell)


def is_long_id(cell: Cell) -> bool:
    """An id as the platform makes them since 2010: nothing else is as long."""
    return _LONG_ID.fullmatch(written(cell)) is not None


def is_permalink(cell: Cell) -> bool:
    """The address of a post."""
    return cells.id_in(cell) is not None


def is_time(cell: Cell) -> bool:
    """A time in any form that is read, or one of FORMS."""
    text = written(cell)
    return (
        bool(_KNOWN.fullmatch(text)) or is_naive(text) or any(_has(text, f) for f in FORMS)
    )


def is_naive(cell: Cell) -> bool:
    """A time without a zone, in a form that is read."""
    return _WITHOUT_ZONE.fullmatch(written(cell)) is not None


def forms(column: Sequence[Cell]) -> list[str]:
    """Those of FORMS that the cells have; none if their form is one that is read."""
    texts = [written(cell) for cell in spread(column)]
    if mostly(texts, lambda text: bool(_KNOWN.fullmatch(str(text))) or is_naive(text)):
        return []
    return [form for form in FORMS if mostly(texts, partial(_has, form=form))]


def spread(column: Sequence[Cell]) -> Sequence[Cell]:
    """Some cells from all over a column."""
    return column[:: len(column) // SAMPLE + 1]


def _has(text: Cell, form: str) -> bool:
    try:
        return datetime.strptime(str(text), form) is not None  # noqa: DTZ007  # form alone
    except ValueError:
        return False


def is_handle(cell: Cell) -> bool:
    """A handle, with or without @."""
    return _HANDLE.fullmatch(written(cell)) is not None


def is_count(cell: Cell) -> bool:
    """A count, as a number or as a page shows it."""
    found = mapped.count(cell)
    return isinstance(found, int | float) and found >= 0


def is_flag(cell: Cell) -> bool:
    """Yes or no."""
    return cells.flag(cell) is not None


def is_list(cell: Cell) -> bool:
    """A list, or words: no number and no flag."""
    return is_listed(cell) or not (is_count(cell) or is_flag(cell))


def is_addresses(cell: Cell) -> bool:
    """Addresses, or a list that may hold some."""
    return is_listed(cell) or _ADDRESS.search(written(cell)) is not None


def is_word(cell: Cell) -> bool:
    """A text or a number; no list and no object."""
    return not isinstance(cell, list | tuple | dict)


def is_texts(column: Sequence[Cell]) -> bool:
    """Whether a column holds texts of posts: long on the whole, and seldom the same."""
    texts = [cell for cell in column if isinstance(cell, str) and not is_listed(cell)]
    if not texts or len(texts) < len(column):
        return False
    enough = sum(map(len, texts)) >= _LEAST_TEXT * len(texts)
    spaced = sum(" " in text for text in texts) >= len(texts) / 2
    return enough and spaced and len(set(texts)) > len(texts) / 2


def is_number(cell: Cell) -> bool:
    """Any number."""
    return isinstance(mapped.value(cell), float)
