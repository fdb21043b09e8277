"""What others got in the same year: a figure of the account over a published one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from acctaudit.analyzers.engagement_trend import compound
from acctaudit.benchmarks import ANY, Benchmark, shipped
from acctaudit.errors import NotMeasured
from acctaudit.measure import Estimate, Metric, exact, not_measurable, too_little
from acctaudit.say import say
from acctaudit.words import count, listed, number

if TYPE_CHECKING:
    from acctaudit.intent import Intent
    from acctaudit.model.account import Account
    from acctaudit.options import Options

_NEWEST = 2
"""Calendar years of the data, the newest first, that are held against a norm: the newest
one is rarely whole, and an older one says nothing about today. Our judgement."""
_EVERY_SIZE = 10**12
_TWO = 2
"""Years that a change needs."""
OfYear = Callable[[int], Metric]


@dataclass(frozen=True)
class Compared:
    """A figure over its norm, and the words for the norm."""

    ratio: Metric
    sentence: str = ""
    year: int | None = None


class EngagementNorms:
    """The benchmarks that may be held against one account."""

    def __init__(self, account: Account, intent: Intent, options: Options) -> None:
        self._rows = (*options.benchmarks, *shipped())
        self._archetype = str(intent.archetype)
        self._followers = account.profile.followers
        self._own = account.own

    def compared(self, metric: str, of_year: OfYear) -> Compared:
        """The account's figure of the newest year that has a norm, over that norm.

        Only posts of the norm's own year are compared with it. Not measurable where no norm
        is about the two newest years of the data.
        """
        try:
            return self._compared(metric, of_year)
        except NotMeasured as gap:
            return Compared(not_measurable(gap.reason))

    def _compared(self, metric: str, of_year: OfYear) -> Compared:
        years = self._newest_years()
        rows = [row for row in self._rows if row.metric == metric and row.year in years]
        if not rows:
            raise NotMeasured(_no_norm(years))
        fitting = [row for row in rows if row.fits(self._archetype, self._followers)]
        if not fitting:
            return Compared(self._misfit(rows))
        found = [self._over(best, of_year) for best in _best_of_each_year(fitting)]
        return next((one for one in found if isinstance(one.ratio, Estimate)), found[0])

    def _newest_years(self) -> set[int]:
        if not len(self._own):
            return set()
        newest = int(self._own["created_at"].iloc[-1].year)
        return set(range(newest - _NEWEST + 1, newest + 1))

    def _misfit(self, rows: list[Benchmark]) -> Metric:
        """Why norms of the right year are those of other accounts."""
        small = [row for row in rows if row.fits(self._archetype, _EVERY_SIZE)]
        if not small:
            raise NotMeasured("the norms of these years are for other kinds of account")
        if self._followers is None:
            raise NotMeasured("this export does not say how many followers the account has")
        least = min(row.min_followers for row in small)
        return too_little(
            say(
                "{followers}; the norm is that of accounts with at least {least}",
                followers=count(self._followers, "followers"),
                least=number(least),
            )
        )

    @staticmethod
    def _over(row: Benchmark, of_year: OfYear) -> Compared:
        own = of_year(row.year)
        if not isinstance(own, Estimate) or own.low is None or own.high is None:
            return Compared(own if not isinstance(own, Estimate) else _no_interval(own))
        parts = (own.number / row.value, own.low / row.value, own.high / row.value)
        ratio = _about(Estimate(*parts, n=own.n), row.year, row.year)
        return Compared(ratio, row.sentence, row.year)

    def change(self, metric: str, years: tuple[int, ...]) -> Metric:
        """How the norm itself changed a year, as a part of its level.

        Of one series of norms (one population and statistic, for all kinds of account or
        for its own) that is about the first and the last of the years. The slope is the
        median over all pairs of norms, as it is for the account.
        """
        if len(years) < _TWO:
            return too_little("the trend covers less than two calendar years")
        series: dict[tuple[str, bool, str], dict[int, float]] = {}
        for row in self._rows:
            fits = row.metric == metric and row.fits(self._archetype, _EVERY_SIZE)
            if fits and years[0] <= row.year <= years[-1]:
                key = (row.population, row.own, row.statistic)
                series.setdefault(key, {})[row.year] = row.value
        for norms in series.values():  # the user's own come first
            if years[0] in norms and years[-1] in norms:
                return _relative_slope(norms)
        return not_measurable(
            say(
                "no norms are known for both {first} and {last}, so the change of the"
                " platform as a whole cannot be taken into account",
                first=str(years[0]),
                last=str(years[-1]),
            )
        )


def _no_norm(years: set[int]) -> str:
    if not years:
        return say("no norm of posts of these years is known to this tool")
    span = listed([str(year) for year in sorted(years)], "or")
    return say("no norm of posts of {years} is known to this tool", years=span)


def _no_interval(own: Estimate) -> Metric:
    if own.n == 1:
        return too_little("one post is too few for an interval")
    posts = count(own.n or 0, "posts")
    return too_little(say("{posts} are too few for an interval", posts=posts))


def _best_of_each_year(rows: list[Benchmark]) -> list[Benchmark]:
    """The newest year first; of one year the user's own, then the closest, then the lowest.

    The closest is that for the account's own kind.
    """
    order = sorted(
        rows, key=lambda row: (-row.year, not row.own, ANY in row.archetypes, row.value)
    )
    first: dict[int, Benchmark] = {}
    for row in order:
        first.setdefault(row.year, row)
    return list(first.values())


def _relative_slope(norms: dict[int, float]) -> Metric:
    """The change a year that the median slope over all pairs of years means at the level
    that it leaves in the middle, as for the account's own trend.
    """
    import numpy as np

    year = np.array(sorted(norms), dtype=float)
    value = np.array([norms[int(y)] for y in year])
    first, second = np.triu_indices(len(year), 1)
    slope = float(np.median((value[second] - value[first]) / (year[second] - year[first])))
    level = float(np.median(value - slope * (year - (year[0] + year[-1]) / 2)))
    return _about(exact(compound(slope / level), len(year)), int(year[0]), int(year[-1]))


def _about(estimate: Estimate, first: int, last: int) -> Estimate:
    """The same, dated: from the first day of one year to the last of another."""
    return replace(estimate, start=f"{first}-01-01", end=f"{last}-12-31")
