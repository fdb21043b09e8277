"""Counts and curves for the pictures of the chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from acctaudit import report
from acctaudit.analyzers import grid, histogram, levels, spans, tallies
from acctaudit.analyzers.reactions import Reactions
from acctaudit.analyzers.responsiveness import Responsiveness
from acctaudit.errors import NotMeasured
from acctaudit.measure import Estimate, Unknown
from acctaudit.options import Options
from acctaudit.telling.findings import number

if TYPE_CHECKING:
    from collections.abc import Callable

    from acctaudit.bench import Bench
    from acctaudit.model.account import Account
    from acctaudit.stats.survival import Survival

MINUTES = (1, 5, 15, 30, 60, 120, 240, 480, 720, 1440, 2880, 4320, 10080)
"""Where the curve of answers is read: from one minute to a week."""
_TOP = 10


def shapes(account: Account, bench: Bench) -> report.Shapes:
    """Everything that a chapter draws, or the reason why it cannot be drawn."""
    counted = Reactions(account)
    makers: dict[str, Callable[[], Any]] = {
        "rhythm": lambda: _rhythm(account, bench.get(Options).time_zone),
        "calendar": lambda: _calendar(account),
        "reactions": lambda: _reactions(counted),
        "quarters": lambda: _quarters(account, counted),
        "answers": lambda: _answers(bench.get(Responsiveness).waits),
        "followers": lambda: levels.followers(account),
        "domains": lambda: _most(tallies.domains(account)),
        "clients": lambda: _most(tallies.clients(account)),
    }
    made: dict[str, Any] = {}
    reasons: dict[str, str] = {}
    for name, make in makers.items():
        try:
            made[name] = make()
        except NotMeasured as gap:
            reasons[name] = gap.reason
    return report.Shapes(**made, reasons=reasons)


def _rhythm(account: Account, zone: str | None) -> report.Grid:
    posts, untimed = grid.week_hours(account, zone)
    return report.Grid(zone or "UTC", posts.tolist(), untimed)


def _calendar(account: Account) -> report.Calendar:
    first = spans.active(account).start
    return report.Calendar(first.isoformat(), grid.days(account).tolist())


def _reactions(counted: Reactions) -> list[report.Bucket]:
    least = histogram.LEAST
    most = [*(later - 1 for later in least[1:]), None]
    counts = histogram.buckets(counted).tolist()
    return [report.Bucket(*bucket) for bucket in zip(least, most, counts, strict=False)]


def _quarters(account: Account, counted: Reactions) -> list[report.Quarter]:
    return [
        report.Quarter(
            quarter.start,
            quarter.posts,
            _number(quarter.median),
            _number(quarter.low),
            _number(quarter.high),
        )
        for quarter in histogram.quarters(account, counted)
    ]


def _answers(waited: Survival | Unknown) -> report.Curve:
    """The curve, as far as those who still wait were watched."""
    if isinstance(waited, Unknown):
        raise NotMeasured(waited.reason)
    read = [(minute, waited.by(minute)) for minute in MINUTES]
    points = [(minute, point) for minute, point in read if isinstance(point, Estimate)]
    return report.Curve(
        minutes=[minute for minute, _ in points],
        answered=[_number(point.number) for _, point in points],
        low=[_number(point.low) for _, point in points],
        high=[_number(point.high) for _, point in points],
        asked=waited.n,
    )


def _most(ranked: list[tuple[str, int]]) -> list[report.Tally]:
    return [report.Tally(name, count) for name, count in ranked[:_TOP]]


def _number(value: float | None) -> float:
    """A number as a report keeps it; every one here is known."""
    return cast("float", number(value))
