"""Days, as the platform's analytics write them: in cells and in the names of files."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from acctaudit.errors import ReadError
from acctaudit.say import say
from acctaudit.words import number

if TYPE_CHECKING:
    from acctaudit.model.tables import Tables
    from acctaudit.readers.source import Export

FIRST_IMPRESSIONS = "2022-12-15"
"""Before this day the API counted no impressions, and says 0 for *unknown*."""
_MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
_NAMED = re.compile(r"[A-Z][a-z]{2},? ([A-Z][a-z]{2}) (\d{1,2}),? (\d{4})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d.*)?", re.ASCII)
_RANGE = re.compile(
    r"(?<!\d)20\d{2}-?\d{2}-?\d{2}_(20\d{2})-?(\d{2})-?(\d{2})(?!\d)", re.ASCII
)
REWRITTEN = "export it again, and pass it before a spreadsheet has rewritten it"


def iso_day(cell: object) -> str | None:
    """A day as YYYY-MM-DD; None for what is no day.

    Read are `Tue, Aug 26, 2025`, `Thu Mar 20 2025`, `2022-09-01`, and of a time its day as
    it is written.
    """
    text = cell.strip() if isinstance(cell, str) else ""
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
        return _made(year, month, day)
    if (found := _NAMED.fullmatch(text)) and found[1] in _MONTHS:
        return _made(found[3], _MONTHS.index(found[1]) + 1, found[2])
    return None


def _made(year: str, month: str | int, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def range_end(name: str) -> str | None:
    """The later day of the range in a file's name (`…_20161201_20170101_…`), or None."""
    found = _RANGE.search(name)
    return _made(*found.groups()) if found else None


def settle_daily(tables: Tables, export: Export) -> None:
    """One row for each day of the table `daily`, in order; the newest day dates the export.

    People put exports one below the other. The last row of a day counts, as the platform
    corrects its latest days. ReadError if none of the days can be read.
    """
    rows = tables.others["daily"]
    pairs = [(day, row) for row in rows if (day := iso_day(row.get("date")))]
    if rows and not pairs:
        raise ReadError(export.name, "none of its days can be read", REWRITTEN)
    found = {day: row | {"date": day} for day, row in pairs}
    tables.others["daily"] = [found[day] for day in sorted(found)]
    tables.observed = max(found, default=None)
    twice = len(pairs) - len(found)
    if twice:
        tables.remarks.append(
            say(
                "{file}: rows of a day that stands in it again, of which the last counts:"
                " {rows}",
                file=export.name,
                rows=number(twice),
            )
        )
    if len(pairs) < len(rows):
        lost = len(rows) - len(pairs)
        tables.remarks.append(
            say(
                "{file}: rows whose day cannot be read: {rows}",
                file=export.name,
                rows=number(lost),
            )
        )
