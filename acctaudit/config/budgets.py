"""`[budget]`: limits that the owners set for figures of the report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, cast

from acctaudit.analyzers import ANALYZERS
from acctaudit.config.forms import Share
from acctaudit.config.keys import BUDGET, Key
from acctaudit.config.metrics import metric_id, metrics
from acctaudit.config.source import Entry, Spot
from acctaudit.errors import UsageError
from acctaudit.gate.policy import Budget
from acctaudit.measure import SHARE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from acctaudit.config.source import Roots
    from acctaudit.gate.data import Place

_ENDS = ("min", "max")


def limits(raw: Mapping[str, Any], spot: Spot) -> dict[tuple[str, ...], Entry]:
    """The entries of `[budget]`, by id of the metric and key."""
    found: dict[tuple[str, ...], Entry] = {}
    seen: set[str] = set()
    for at, table in _tables(raw, spot):
        with at.placed():
            metric = metric_id(".".join(str(part) for part in at.keys[1:]))
        if metric in seen:
            raise at.fault(f"{metric} has two budgets; write one, with min and max")
        seen.add(metric)
        if not isinstance(table, dict):
            raise at.fault("must be a table such as { min = 3 } or { max = 10 }")
        if not table:
            raise at.fault("needs min or max")
        for key, entry in at.read(table, keys(metric)).items():
            found["budget", metric, key] = entry
    return found


def keys(metric: str) -> dict[str, Key]:
    """What the budget of a metric may hold: limits of a share are shares."""
    if metrics()[metric].unit != SHARE:
        return BUDGET
    ends = {end: replace(BUDGET[end], form=Share(low=-1)) for end in _ENDS}
    return {**BUDGET, **ends}


def budget(metric: str, entries: Mapping[str, Entry], roots: Roots, place: Place) -> Budget:
    """The budget of one metric; UsageError if it has no limit, or none that can be kept."""
    first = next(iter(entries.values())).origin
    if not any(end in entries for end in _ENDS):
        raise UsageError(f"{first.where}: budget.{metric}: needs min or max")
    values = {key: entry.value for key, entry in entries.items()}
    low, high = values.get("min"), values.get("max")
    at = next(entries[end].origin for end in _ENDS if end in entries)
    if low is not None and high is not None and low > high:
        raise UsageError(
            f"{at.where}: budget.{metric}: min {low:g} is more than max {high:g}"
        )
    return Budget(
        metric=metric,
        low=low,
        high=high,
        on=cast("Literal['interval', 'value']", values.get("on", BUDGET["on"].default)),
        severity=values.get("severity", BUDGET["severity"].default),
        place=at.place(roots) or place,
    )


def _tables(raw: Mapping[str, Any], spot: Spot) -> Iterator[tuple[Spot, Any]]:
    """Each budget; `cadence.posts_per_week_export` may be a table in a table."""
    for written, table in raw.items():
        at = spot.below(written)
        if written in ANALYZERS and isinstance(table, dict):
            yield from ((at.below(name), below) for name, below in table.items())
        else:
            yield at, table
