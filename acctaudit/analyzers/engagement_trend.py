"""How the usual reactions to a post changed: medians of weeks, or of four weeks each."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from acctaudit import stats
from acctaudit.analyzers import spans
from acctaudit.errors import NotMeasured
from acctaudit.measure import Estimate, Metric, not_measurable, too_little
from acctaudit.say import say
from acctaudit.words import number

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from acctaudit.analyzers.reactions import Reactions
    from acctaudit.model.account import Account

_LEAST_POSTS = 3
"""Posts that a stretch of time needs to have a median (method 10)."""
_LEAST_STRETCHES = 12
_BLOCK = 4
"""Weeks of a longer stretch, where single weeks hold too few posts."""
_FILLED = 0.5
"""Part of the weeks that must have a median, for weeks to be the stretches."""
_LEAST_SPAN = 26
"""Weeks between the first and last stretch, before one speaks of a change a year."""
_STEEPEST = 20.0
_QUARTER = 13.0
"""Weeks in a quarter."""
_YEAR = 365.25 / 7
"""Weeks in a year."""
_LATEST_START, _EARLIEST_END = (10, 1), (4, 1)
"""A year that begins after the first of these days, or ends before the second, is less than
a quarter of it."""
_MONDAY = date(1969, 12, 29)


@dataclass(frozen=True)
class Course:
    """The median reactions to a post, stretch by stretch."""

    weeks: NDArray[np.float64]
    """The middle of each stretch, in weeks since 1969-12-29."""
    medians: NDArray[np.float64]
    """Its median reactions to a post."""
    stretches: int
    """How many stretches there are from the first to the last post, those with too few
    posts counted in."""

    def years(self) -> tuple[int, ...]:
        """The calendar years of which it covers at least a quarter, first to last."""
        first, last = (_day(week) for week in (self.weeks.min(), self.weeks.max()))
        start = first.year + (first > date(first.year, *_LATEST_START))
        end = last.year - (last < date(last.year, *_EARLIEST_END))
        return tuple(range(start, end + 1))

    def slope(self) -> Metric:
        """Reactions per post and quarter: Theil-Sen slope with Sen's interval."""
        slope = stats.theil_sen(self.weeks / _QUARTER, self.medians)
        if not isinstance(slope, Estimate):
            return slope
        return replace(slope, n=len(self.weeks))

    def per_year(self) -> Metric:
        """The change a year that the slope means at the level in the middle of the course.

        The level is the median of what the slope leaves of each stretch. Where it is not
        above 0 there is nothing to relate a change to. Needs half a year.
        """
        import numpy as np

        slope = self.slope()
        if not isinstance(slope, Estimate) or slope.low is None or slope.high is None:
            return slope
        span = round(self.weeks.max() - self.weeks.min())
        if span < _LEAST_SPAN:
            return too_little(
                say(
                    "{weeks} weeks are too few to speak of a change a year; at least"
                    " {needed} are needed",
                    weeks=number(span),
                    needed=number(_LEAST_SPAN),
                )
            )
        middle = (self.weeks.min() + self.weeks.max()) / 2
        rest = self.medians - slope.number * (self.weeks - middle) / _QUARTER
        level = float(np.median(rest))
        if level <= 0:
            return too_little("the usual post got no reaction, so no change relates to it")
        year = _YEAR / _QUARTER / level
        low, high = compound(year * slope.low), compound(year * slope.high)
        return Estimate(compound(year * slope.number), low, high, slope.n)


@dataclass(frozen=True)
class Changes:
    """What the course says: its slope, the same a year, its direction and its years."""

    slope: Metric
    per_year: Metric
    tau: Metric
    chance: Metric
    years: tuple[int, ...] = ()


def changed(account: Account, reactions: Reactions) -> Changes:
    """How the usual reactions changed, or why that is not known."""
    from acctaudit.stats.trend import hamed_rao

    try:
        over_time = course(account, reactions)
    except NotMeasured as gap:
        unknown = not_measurable(gap.reason)
        return Changes(unknown, unknown, unknown, unknown)
    full = len(over_time.weeks)
    if full < max(_LEAST_STRETCHES, _FILLED * over_time.stretches):
        few = too_little(
            say(
                "stretches of four weeks with at least three posts with counts: {there} of"
                " {all}; at least {needed} are needed, and half of all",
                there=number(full),
                all=number(over_time.stretches),
                needed=number(_LEAST_STRETCHES),
            )
        )
        return Changes(few, few, few, few)
    tau, chance = hamed_rao(over_time.medians)
    slope, per_year = over_time.slope(), over_time.per_year()
    return Changes(slope, per_year, tau, chance, over_time.years())


def course(account: Account, reactions: Reactions) -> Course:
    """Medians of weeks with at least three posts, if half of all weeks have them; else of
    four weeks each. Posts that lie apart are left out; NotMeasured without a timeline.
    """
    import numpy as np

    kept = reactions.counts.index.intersection(account.unbroken().index)
    counts = reactions.counts.loc[kept]
    weeks = spans.weeks(account.own.loc[kept]).to_numpy(dtype=np.int64)
    by_week = _medians(counts.to_numpy(dtype=float), weeks, 1)
    if len(by_week.weeks) >= max(_LEAST_STRETCHES, _FILLED * by_week.stretches):
        return by_week
    return _medians(counts.to_numpy(dtype=float), weeks, _BLOCK)


def _medians(counts: NDArray[np.float64], weeks: NDArray[np.int64], width: int) -> Course:
    """The median of each stretch of `width` weeks, from the first on, with enough posts."""
    import pandas as pd

    first = int(weeks.min()) if len(weeks) else 0
    blocks = (weeks - first) // width
    each = pd.Series(counts).groupby(blocks).agg(["median", "size"])
    full = each[each["size"] >= _LEAST_POSTS]
    middle = first + (full.index.to_numpy(dtype=float) + 0.5) * width
    span = int(blocks.max() - blocks.min()) + 1 if len(blocks) else 0
    return Course(middle, full["median"].to_numpy(dtype=float), span)


def compound(relative: float) -> float:
    """The change after a year of a level that changes all the time by that part of itself.

    exp(relative) - 1: a fall never exceeds 100 %.
    """
    return math.expm1(min(relative, _STEEPEST))


def _day(week: float) -> date:
    """The day on which that many weeks since the first Monday are over."""
    return _MONDAY + timedelta(days=int(7 * week))
