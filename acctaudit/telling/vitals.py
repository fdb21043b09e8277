"""The vital signs and the one number, as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import report
from acctaudit.analyzers.engagement import Engagement
from acctaudit.analyzers.weekly import Weekly
from acctaudit.measure import Unknown
from acctaudit.options import Options
from acctaudit.telling.findings import number
from acctaudit.vitals.dimensions import bars

if TYPE_CHECKING:
    from collections.abc import Sequence

    from acctaudit.bench import Bench
    from acctaudit.model.account import Account
    from acctaudit.vitals.dimensions import Bar

_DECIMALS = 4


def vitals(bench: Bench) -> list[report.Vital]:
    """A bar for each dimension, or the reason why there is none."""
    return [_vital(bar) for bar in bars(bench)]


def _vital(bar: Bar) -> report.Vital:
    low, high = bar.bounds
    return report.Vital(
        dimension=bar.dimension,
        title=bar.title,
        score=_points(bar.score),
        low=_points(low),
        high=_points(high),
        metric=bar.metric,
        says=bar.says,
        reason=bar.reading.reason if isinstance(bar.reading, Unknown) else None,
        weight=number(bar.weight) or 0,
    )


def score(
    account: Account, bench: Bench, findings: Sequence[report.Finding]
) -> report.Score | None:
    """The one number with all that belongs to it; None where nobody asked for it."""
    options: Options = bench.get(Options)
    if not options.score:
        return None
    from acctaudit.vitals.resampling import redrawn
    from acctaudit.vitals.total import VERSION, total

    signs = bars(bench)
    year = bench.get(Engagement).norm_year
    found = total(signs, redrawn(signs, account, bench.get(Weekly), year), findings)
    return report.Score(
        version=VERSION,
        total=_points(found.value),
        low=_points(found.low),
        high=_points(found.high),
        bands=list(found.bands),
        coverage=number(found.coverage) or 0,
        stable=number(found.stable),
        cap=found.cap,
        reason=found.reason,
    )


def _points(value: float | None) -> float | None:
    """A score to four decimals, beyond which lies nothing that anybody measured."""
    return None if value is None else number(round(value, _DECIMALS))
