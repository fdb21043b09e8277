"""Times of a mapped table: the user may say their form, and the zone they leave out."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from acctaudit.readers import cells
from acctaudit.readers.days import iso_day

if TYPE_CHECKING:
    from collections.abc import Callable
    from zoneinfo import ZoneInfo

    from acctaudit.readers.cells import Cell

_NAIVE = re.compile(r"(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?")
_CODES = re.compile(r"%([A-Za-z])")
_OF_SECONDS, _OF_MINUTES = set("SfTXc"), set("HIMRp")
_PROBE = datetime(2014, 4, 8, 13, 5, 9)  # noqa: DTZ001  # any day will do


def moments(
    form: str | None = None, zone: ZoneInfo | None = None
) -> Callable[[Cell], object]:
    """A converter of times to texts that the model reads.

    `form` is that of `strptime`; what has another form is left as it is. `zone` is added to
    times that name none: of an hour that the clocks show twice the first is meant.
    """
    digits = _precision(form or "")

    def turned(cell: Cell) -> object:
        written = _written(cell)
        if written is None:
            return None
        if form is not None:
            written = _by_form(written, form, digits)
        return written if zone is None else _in_zone(written, zone)

    return turned


def days(form: str | None = None) -> Callable[[Cell], object]:
    """A converter of days to ISO texts; a time of day is cut off."""
    turn = moments(form)

    def turned(cell: Cell) -> object:
        written = turn(cell)
        return iso_day(written) or written

    return turned


def tells_days(form: str) -> bool:
    """Whether `strptime` can use a form, and a day can be read with it."""
    try:
        return datetime.strptime(_PROBE.strftime(form), form).date() == _PROBE.date()  # noqa: DTZ007
    except ValueError:
        return False


def _written(cell: Cell) -> str | None:
    """A time as text; seconds since 1970 may be numbers."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if cells.is_missing(cell):
        return None
    return re.sub(r"(?<=\d{10})\.0+$", "", str(cell).strip())


def _precision(form: str) -> str:
    """How much of the time a form tells: as `isoformat` calls it, or nothing for a day."""
    codes = set(_CODES.findall(form))
    if codes & _OF_SECONDS:
        return "milliseconds" if "f" in codes else "seconds"
    return "minutes" if codes & _OF_MINUTES else ""


def _by_form(written: str, form: str, digits: str) -> str:
    try:
        found = datetime.strptime(written, form)  # noqa: DTZ007  # the zone comes after
    except ValueError:
        return written
    return found.isoformat(timespec=digits) if digits else found.date().isoformat()


def _in_zone(written: str, zone: ZoneInfo) -> str:
    naive = _NAIVE.fullmatch(written)
    if naive is None:
        return written
    try:
        return f"{written}{datetime.fromisoformat(naive[1]).replace(tzinfo=zone):%z}"
    except (ValueError, OverflowError):
        return written
