"""What the account was meant to bring about, counted elsewhere: leads, tickets, calls.

A table that its owner writes: a day, what happened, and if need be how much of it.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from acctaudit.errors import ReadError
from acctaudit.readers import cells
from acctaudit.readers.days import iso_day
from acctaudit.readers.declared import one, table_reader
from acctaudit.say import say
from acctaudit.words import number

if TYPE_CHECKING:
    from acctaudit.model.tables import Tables
    from acctaudit.readers.source import Export

_WHOLE: dict[str, object] = {"date": None, "outcome": None, "value": None}
_GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
_COMMA = re.compile(r"-?\d+,\d{1,2}")


_LARGEST = 1e12
"""Beyond it a value is a slip: more than any budget, and sums would lose their units."""


def amount(cell: object) -> float | None:
    """How much of it; None if nothing is said, NaN if it is no number that can be."""
    if cells.is_missing(cell):
        return None
    text = str(cell).strip()
    if _GROUPED.fullmatch(text):
        text = text.replace(",", "")
    elif _COMMA.fullmatch(text):
        text = text.replace(",", ".")
    try:
        found = float(text)
    except ValueError:
        return math.nan
    return found if abs(found) <= _LARGEST else math.nan


def finish(tables: Tables, export: Export) -> None:
    """Days as days; rows without a day, a name or a number are left out, and counted."""
    rows = [_WHOLE | row for row in tables.others["outcomes"]]
    good = [row for row in rows if row["date"] and row["outcome"] and _is_amount(row)]
    tables.others["outcomes"] = good
    if rows and not good:
        problem = "none of its rows has a day (YYYY-MM-DD), an outcome and a number"
        raise ReadError(export.name, problem, "write them as date,outcome,value")
    if len(good) < len(rows):
        lost = len(rows) - len(good)
        tables.remarks.append(
            say(
                "{file}: rows without a day, an outcome or a number, left out: {rows}",
                file=export.name,
                rows=number(lost),
            )
        )


def _is_amount(row: dict[str, object]) -> bool:
    value = row["value"]
    return not (isinstance(value, float) and math.isnan(value))


READER = table_reader(
    "outcomes",
    "Results with their dates: leads, tickets, calls (CSV date,outcome,value)",
    telling=("date", "outcome"),
    columns={
        "date": one(iso_day, "date"),
        "outcome": one(cells.word, "outcome"),
        "value": one(amount, "value"),
    },
    table="outcomes",
    finish=finish,
)
