"""A metric as plain data: with its definition, or with the reason why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import report
from acctaudit.measure import Estimate
from acctaudit.telling.findings import number, rounded

if TYPE_CHECKING:
    from acctaudit.measure import Definition, Metric


def measured(metric: Metric, definition: Definition) -> report.Measured:
    """The metric as a report keeps it."""
    about = (definition.title, definition.unit)
    if not isinstance(metric, Estimate):
        return report.Measured(
            *(None, None, None, None),
            *about,
            definition.window,
            definition.text,
            status=metric.status,
            reason=metric.reason,
        )
    return report.Measured(
        rounded(metric.value),
        number(metric.low),
        number(metric.high),
        metric.n,
        *about,
        metric.window or definition.window,
        definition.text,
        start=metric.start,
        end=metric.end,
    )
