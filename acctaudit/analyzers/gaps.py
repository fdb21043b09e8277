"""Silences between own posts: how long they are, and how likely by chance."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from acctaudit import stats
from acctaudit.analyzers import spans
from acctaudit.errors import NotMeasured
from acctaudit.measure import Estimate, Metric, exact, too_little
from acctaudit.say import marked

if TYPE_CHECKING:
    import pandas as pd

    from acctaudit.model.account import Account

_DAY = "%Y-%m-%d"
_LEAST_CHANCE = 1e-12
RECENT_DAYS = 90
"""What counts as the end of the active life: a quarter of a year, our judgement."""


@dataclass(frozen=True)
class Gap:
    """A silence of a day or more, so that no two begin on the same day."""

    start: str
    """Day (ISO) of the post before it."""
    days: float
    end: str = ""
    """Day (ISO) of the post after it; empty while there is none."""
    chance: float | None = None
    """How probable it is that the longest of all gaps lasts so long at random posting of
    the same rate; None for one that is still open."""


@dataclass(frozen=True)
class Silences:
    """Intervals between own posts, found once for all that is asked of them.

    Everything raises NotMeasured where the export holds no unbroken timeline.
    """

    account: Account

    @cached_property
    def days(self) -> pd.Series:
        """Days between neighbouring own posts, where both have a time of day."""
        posts = self.account.unbroken()
        gaps = posts["created_at"].diff().dt.total_seconds() / 86_400
        sharp = posts["precision"] != "day"
        timed: pd.Series = gaps[sharp & sharp.shift(1, fill_value=False)]
        return timed

    @cached_property
    def recent(self) -> pd.Series:
        """Those that end in the last 90 days of the active life."""
        moments = self.account.in_order["created_at"]
        ends = moments.loc[self.days.index]
        if ends.empty:
            return self.days
        recent: pd.Series = self.days[ends > moments.iloc[-1] - timedelta(RECENT_DAYS)]
        return recent

    @property
    def per_day(self) -> float:
        """Intervals a day over the whole active life; 0 if all posts share one moment."""
        total = float(self.days.sum())
        return len(self.days) / total if total else 0.0

    def median_hours(self) -> Metric:
        """Median interval, in hours."""
        if self.days.empty:
            return too_little("fewer than two posts with a time of day")
        return Estimate(24 * float(self.days.median()), n=len(self.days))

    def longest(self) -> Metric:
        """Longest interval in days, with its ends."""
        if self.days.empty:
            return too_little("fewer than two posts with a time of day")
        return _dated(self.account, self.days)

    def chance(self) -> Metric:
        """How probable the longest one is at random posting of the same rate."""
        n = len(self.days)
        if n < 2:
            return too_little("fewer than three posts with a time of day")
        return _chance(float(self.days.max()), self.per_day, n, n)

    def gaps(self) -> tuple[Gap, ...]:
        """All of a day or more, longest first; of two alike the older one first."""
        per_day, n = self.per_day, len(self.days)
        long = self.days[self.days >= 1].sort_values(ascending=False, kind="stable")
        moments = self.account.in_order["created_at"]
        starts = moments.shift(1).loc[long.index].dt.strftime(_DAY).tolist()
        ends = moments.loc[long.index].dt.strftime(_DAY).tolist()
        return tuple(
            Gap(start, days, end, _probability(days, per_day, n))
            for start, days, end in zip(starts, long.tolist(), ends, strict=True)
        )

    def recent_longest(self) -> Metric:
        """Longest interval that ends in the last 90 days of the active life, in days."""
        if self.recent.empty:
            return too_little("fewer than two posts with a time of day in those 90 days")
        return _dated(self.account, self.recent)

    def recent_chance(self) -> Metric:
        """How probable such an interval is at the rate of the whole active life.

        Among as many intervals as there are, or as 90 days of that rate would have, if
        more: a long silence leaves room for few others, and must not thereby look rarer.
        """
        if self.recent.empty or len(self.days) < 2:
            return too_little("fewer than three posts with a time of day")
        usual = min(round(self.per_day * RECENT_DAYS), len(self.days))
        among = max(len(self.recent), usual)
        return _chance(float(self.recent.max()), self.per_day, among, len(self.recent))


def known_gaps(silences: Silences) -> tuple[Gap, ...]:
    """All silences of a day or more, longest first; none where they are not known."""
    try:
        return silences.gaps()
    except NotMeasured:
        return ()


def open_gap(account: Account) -> tuple[Gap, ...]:
    """The silence up to the day of the export; none where its length is not known."""
    try:
        days = spans.since_last(account)
    except NotMeasured:
        return ()
    last = account.in_order["created_at"].iloc[-1]
    return (Gap(last.date().isoformat(), days),)


def silent_weeks(account: Account) -> Metric:
    """Calendar weeks of the active life without an own post."""
    weeks = spans.weeks(account.unbroken())
    if weeks.empty:
        return too_little("no posts")
    total = int(weeks.max() - weeks.min()) + 1
    return stats.share(total - weeks.nunique(), total, marked("weeks"))


def _chance(gap: float, per_day: float, among: int, n: int) -> Metric:
    """Chance of such a gap among so many; never quite 0, which no chance is."""
    return Estimate(_probability(gap, per_day, among), n=n)


def _probability(gap: float, per_day: float, among: int) -> float:
    return max(stats.gap_probability(gap, per_day, among), _LEAST_CHANCE)


def _dated(account: Account, gaps: pd.Series) -> Metric:
    """The longest of some intervals, with the days of the posts at both its ends."""
    start, end = account.in_order["created_at"].loc[: gaps.idxmax()].iloc[-2:]
    return replace(
        exact(float(gaps.max()), len(gaps)),
        start=start.date().isoformat(),
        end=end.date().isoformat(),
    )
