"""How far the bars swing: whole weeks are drawn again, and each figure is taken anew.

Posts of one week share its news, so weeks are drawn and not posts (block bootstrap: Künsch
1989). Everything is summed up by week once, and a draw only adds sums, so that the work is
linear in the posts. The draws are fixed: one export gives one interval. What no post
decides (days since the last one, the profile) stays as it is, and so does which post
repeats another. A share of exactly nothing does not swing either, although the interval of
its own bar says how far it might.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from acctaudit.analyzers.reactions import Reactions
from acctaudit.measure import Estimate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from acctaudit.analyzers.weekly import Weekly
    from acctaudit.model.account import Account
    from acctaudit.vitals.dimensions import Bar

    Values = NDArray[np.float64]

DRAWS = 500
_SEED = 20_110_302
_MIN_WEEKS = 8
"""Fewer weeks give only a handful of different draws."""
_MOST_DISTINCT = 512
"""Distinct values that a median of a draw tells apart."""


def redrawn(
    bars: Sequence[Bar], account: Account, weekly: Weekly, year: int | None
) -> dict[str, Values]:
    """Scores of each dimension that changes, by draw; none where there are few weeks.

    `year` is that of the norm of reactions.
    """
    weeks = len(weekly.posts)
    if weekly.reason is not None or weeks < _MIN_WEEKS:
        return {}
    even = np.full(weeks, 1 / weeks)
    times = np.random.default_rng(_SEED).multinomial(weeks, even, DRAWS).astype(float)
    drawn = Drawn(account, weekly, times, year)
    ways: dict[str, Callable[[float], Values]] = {
        "cadence": drawn.rate,
        "conversation": drawn.replies,
        "content": drawn.different,
        "results": drawn.reactions,
    }
    return {
        bar.dimension: _scores(bar, ways[bar.dimension](bar.reading.number))
        for bar in bars
        if bar.dimension in ways and isinstance(bar.reading, Estimate)
    }


def _scores(bar: Bar, values: Values) -> Values:
    """The score at each value, each distinct value looked at once."""
    if bar.anchor is None:
        raise AssertionError("a figure without anchors")
    distinct, place = np.unique(values, return_inverse=True)
    scores: Values = np.array([bar.anchor.score(float(x)) for x in distinct])[place]
    return scores


class Drawn:
    """Figures of all draws, each given the figure of all weeks as they were."""

    def __init__(
        self, account: Account, weekly: Weekly, times: Values, year: int | None
    ) -> None:
        self._account = account
        self._weekly = weekly
        self._times = times
        """How often each week (columns) is drawn in each draw (rows)."""
        self._year = year

    def rate(self, figure: float) -> Values:
        """The rate, as a multiple of the norm."""
        posts = self._weekly.posts.astype(float)
        rates: Values = figure * (self._times @ posts) / posts.sum()
        return rates

    def replies(self, figure: float) -> Values:
        """The share of replies to others."""
        return self._share(self._account.replies_needed()["kind"] == "reply", figure)

    def different(self, figure: float) -> Values:
        """The share of posts that repeat no other one."""
        from acctaudit.duplicates import near_groups

        texts = self._account.column("text")
        if "cut" in self._account.own:
            texts = texts[self._account.own["cut"].loc[texts.index] != True]  # noqa: E712
        alone = near_groups(texts.tolist()) < 0
        return self._share(pd.Series(alone, index=texts.index), figure)

    def reactions(self, figure: float) -> Values:
        """The median of reactions in the year of the norm, as a multiple of the norm.

        Fixed where it is 0, since nothing can be a multiple of that.
        """
        counts = Reactions(self._account).counts
        years = self._account.own["created_at"].loc[counts.index].dt.year
        counts = counts[years == self._year]
        median = float(counts.median())
        if not median:
            return np.full(len(self._times), figure)
        counts = counts[counts.index.isin(self._weekly.week.index)]
        place = self._weekly.week[counts.index].to_numpy()
        medians = _medians(counts.to_numpy(float), place, self._times)
        return np.where(np.isnan(medians), figure, figure * medians / median)

    def _share(self, flags: pd.Series, figure: float) -> Values:
        """Share of the posts flagged; the figure itself in a draw without posts."""
        flags = flags[flags.index.isin(self._weekly.week.index)]
        place = self._weekly.week[flags.index].to_numpy()
        weeks = self._times.shape[1]
        of = self._times @ np.bincount(place, minlength=weeks)
        held = self._times @ np.bincount(place[flags.to_numpy()], minlength=weeks)
        shares: Values = np.where(of > 0, held / np.maximum(of, 1), figure)
        return shares


def _medians(x: Values, week: NDArray[np.int64], times: Values) -> Values:
    """Median of the values of each draw; NaN in a draw without values."""
    grid = np.unique(x)
    if len(grid) > _MOST_DISTINCT:
        ranks = np.linspace(0, 1, _MOST_DISTINCT - 1)
        grid = np.unique(np.quantile(x, ranks, method="nearest"))
    cells = week * len(grid) + np.searchsorted(grid, x)
    counts = np.bincount(cells, minlength=times.shape[1] * len(grid))
    up_to = times @ counts.reshape(times.shape[1], -1).cumsum(axis=1)
    total = up_to[:, -1:]
    lower = (up_to < np.ceil(total / 2)).sum(axis=1)
    upper = (up_to < np.floor(total / 2) + 1).sum(axis=1)
    middle = (grid[lower] + grid[np.minimum(upper, len(grid) - 1)]) / 2
    return np.where(total[:, 0] > 0, middle, np.nan)
