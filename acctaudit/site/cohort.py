"""How the figures of many accounts spread, and how common each pattern is among them."""

from __future__ import annotations

from bisect import bisect_left
from statistics import quantiles
from typing import TYPE_CHECKING

from acctaudit.site.data import FAILED, Cohort, Place, Prevalence, Spread
from acctaudit.site.rows import FIGURES
from acctaudit.stats import wilson

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from acctaudit.report import Measured
    from acctaudit.site.data import Row

_LEAST = 4
"""Accounts from which on quarters of them mean something."""


def cohort(rows: Sequence[Row], meant: Mapping[str, Measured]) -> Cohort:
    """All accounts together; `meant` says what each figure means."""
    readable = [row for row in rows if row.standing != FAILED]
    return Cohort(
        accounts=len(readable),
        failed=len(rows) - len(readable),
        spreads=[_spread(key, readable, meant[key]) for key in FIGURES if key in meant],
        patterns=_patterns(readable),
    )


def _spread(key: str, rows: Sequence[Row], meant: Measured) -> Spread:
    """The accounts from low to high, and those of which the figure is not known."""
    pairs = [(row, row.figures[key]) for row in rows]
    known = sorted(
        (
            (number.value, row.name, row, number)
            for row, number in pairs
            if number.value is not None
        ),
        key=lambda item: item[:2],
    )
    values = [item[0] for item in known]
    return Spread(
        key,
        meant.title,
        meant.unit,
        meant.definition,
        known=[
            Place(name, row.page, number, bisect_left(values, size) + 1)
            for size, name, row, number in known
        ],
        unknown=[
            (row.name, row.page, number.reason)
            for row, number in pairs
            if number.value is None
        ],
        quartiles=_quartiles(values),
    )


def _quartiles(values: Sequence[float]) -> tuple[float, float, float] | None:
    if len(values) < _LEAST:
        return None
    first, middle, third = quantiles(values, n=4, method="inclusive")
    return first, middle, third


def _patterns(rows: Sequence[Row]) -> list[Prevalence]:
    """Every pattern that was found on some account, the most common first."""
    titles = {code: title for row in rows for code, title in row.titles.items()}
    found = []
    for code, title in titles.items():
        verdicts = [row.verdicts[code] for row in rows if code in row.verdicts]
        hits, judged = sum(verdicts), len(verdicts)
        found.append(Prevalence(code, title, hits, judged, *wilson(hits, judged)))
    return sorted(found, key=lambda one: (-one.found / one.judged, one.code))
