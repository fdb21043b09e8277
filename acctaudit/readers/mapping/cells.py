"""Cells of a mapped table: what somebody's own script or spreadsheet may have written.

As in `cells`, every function takes what a table holds and gives our value, None for *not
known*. None of them raises.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from acctaudit.readers import cells

if TYPE_CHECKING:
    from collections.abc import Iterable

    from acctaudit.readers.cells import Cell

_SHORT = re.compile(r"[\d.,]{1,9}\s?[KMB]", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:[.' \u00a0\u202f]\d{3})+")
_NOBODY = {"0", "-1"}
"""What scripts write where a post refers to nothing."""
NO_COUNT = "no whole number"
"""In place of a number that is no count, for the model to refuse."""


def ident(cell: Cell, address: Cell = None) -> cells.Ident:
    """The id of a post, from its address where there is one."""
    found = cells.ident(cell)
    written = cells.id_in(address) or cells.id_in(cell)
    return cells.Ident(written, exact=True) if written else found


def id_digits(cell: Cell, address: Cell) -> str | None:
    """The digits of a post's id, rounded or not."""
    return ident(cell, address).digits


def id_exact(cell: Cell, address: Cell) -> bool:
    """Whether an id is the one that the platform gave."""
    return ident(cell, address).exact


def id_if_exact(cell: Cell, address: Cell) -> str | None:
    """The id of a post; None if it is rounded, as it would be another post's."""
    found = ident(cell, address)
    return found.digits if found.exact else None


def author(cell: Cell, address: Cell = None) -> str | None:
    """The handle of a post's author, from its address where the table has no other."""
    return cells.handle(cell) or cells.handle_in(address)


def author_id(cell: Cell) -> str | None:
    """The author's id; a rounded one still tells the authors of one table apart."""
    return cells.ident(cell).digits


def reference(cell: Cell) -> str | None:
    """The id of a post that is referred to, by id or address; None if it is rounded."""
    found = ident(cell)
    return found.digits if found.exact and found.digits not in _NOBODY else None


def person(cell: Cell) -> str | None:
    """The id of a person who is referred to; None if it is rounded."""
    found = cells.user_id(cell)
    return None if found in _NOBODY else found


def refers(cell: Cell) -> bool:
    """Whether a cell refers to a post or person, even if the id is of no use."""
    return not cells.is_missing(cell) and str(cell).strip() not in _NOBODY


def answered_post(cell: Cell, mixed: Cell) -> str | None:
    """The post answered; `mixed` holds its address or id, or a handle."""
    return reference(cell) or reference(mixed)


def answered_handle(cell: Cell, mixed: Cell) -> str | None:
    """The person answered; `mixed` holds the handle, or a post's address or id."""
    is_post = ident(mixed).digits is not None or not refers(mixed)
    return cells.handle(cell) or (
        cells.handle_in(mixed) if is_post else cells.handle(mixed)
    )


def count(cell: Cell) -> object:
    """A count; NO_COUNT for a fraction, which would be read as another number."""
    if isinstance(cell, bool):
        return int(cell)
    if isinstance(cell, str) and _GROUPED.fullmatch(cell.strip()):
        return int(re.sub(r"\D", "", cell))
    found = cells.short_number(cell)
    fraction = isinstance(found, float) and not found.is_integer()
    written = isinstance(found, str) and re.fullmatch(r"\s*\d+[.,]\d+\s*", found)
    return NO_COUNT if fraction or written else found


def is_short(cell: Cell) -> bool:
    """Whether a count is rounded, as a page shows it: `1.2K`."""
    return isinstance(cell, str) and _SHORT.fullmatch(cell.strip()) is not None


def media(cell: Cell) -> object:
    """How many pictures; 1 or 0 where a table only says whether."""
    found = cells.flag(cell)
    return count(cell) if found is None else int(found)


def holds(cell: Cell) -> bool | None:
    """Whether there is one; a number says how many."""
    found = cells.flag(cell)
    if found is not None:
        return found
    number = count(cell)
    return number > 0 if isinstance(number, int | float) else None


def value(cell: Cell) -> object:
    """A number that may have a fraction, such as a sum of money."""
    if isinstance(cell, str) and re.fullmatch(r"-?\d{1,15}(?:\.\d{1,9})?", cell.strip()):
        return float(cell)
    found = cells.number(cell)
    return float(found) if isinstance(found, int) else found


def word(cell: Cell) -> str:
    """A word as [values.kind] lists it; empty for a cell without one."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else " ".join(str(cell).split()).casefold()


def either(said: Iterable[bool | None]) -> bool | None:
    """True if anything says so, None if nothing says anything."""
    known = [item for item in said if item is not None]
    return any(known) if known else None
