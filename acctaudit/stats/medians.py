"""Medians of resampled weeks and of slopes: the arrays behind two estimates of `stats`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Values = NDArray[np.float64]

_MOST_POINTS = 1_000
"""Points of which all pairs are compared."""
_SEED = 20_090_805
"""Fixed, so that one export always gives one report."""
_MOST_DISTINCT = 512
"""Distinct values that a resampled median tells apart."""


def resampled_medians(
    x: Values, week: NDArray[np.intp], weeks: int, resamples: int
) -> Values:
    """Medians of `resamples` draws of whole weeks with replacement.

    `week` is the week of each value, from 0 to weeks - 1. How often each week is drawn
    (resamples × weeks) times how many of its values go up to each value on a grid (weeks ×
    grid) is how many do in each draw; the median is where that passes one half.
    """
    grid = _grid(x)
    cells = week * len(grid) + np.searchsorted(grid, x)
    counts = np.bincount(cells, minlength=weeks * len(grid)).reshape(weeks, -1)
    up_to = _drawn(weeks, resamples) @ counts.cumsum(axis=1).astype(np.float32)
    total = up_to[:, -1:]
    lower = (up_to < np.ceil(total / 2)).sum(axis=1)
    upper = (up_to < np.floor(total / 2) + 1).sum(axis=1)
    medians: Values = (grid[lower] + grid[upper]) / 2
    return medians


def _drawn(weeks: int, resamples: int) -> NDArray[np.float32]:
    """How often each week (columns) is drawn in each resample (rows)."""
    drawn = np.random.default_rng(_SEED).integers(0, weeks, (resamples, weeks))
    drawn += weeks * np.arange(resamples)[:, None]
    times = np.bincount(drawn.ravel(), minlength=resamples * weeks)
    return times.reshape(resamples, weeks).astype(np.float32)


def _grid(x: Values) -> Values:
    """Distinct values, or, of too many, evenly ranked ones with the middle among them."""
    ordered = np.sort(x)
    distinct = ordered[np.diff(ordered, prepend=-np.inf) > 0]
    if len(distinct) <= _MOST_DISTINCT:
        return distinct
    last = len(x) - 1
    ranks = np.linspace(0, last, _MOST_DISTINCT - 2).astype(np.int64)
    return np.unique(ordered[np.r_[ranks, last // 2, (last + 1) // 2]])


def thinned(x: Values, y: Values) -> Values:
    """Points as rows (x, y) in order of x; of more than 1,000 only every k-th."""
    order = np.lexsort((y, x))[:: max(1, -(-len(x) // _MOST_POINTS))]
    return np.column_stack([x[order], y[order]])


def slopes(points: Values) -> Values:
    """Slopes between all pairs of points that differ in x, in order of size."""
    first, second = np.triu_indices(len(points), 1)
    run, rise = (points[second] - points[first]).T
    steep: Values = np.sort(rise[run > 0] / run[run > 0])
    return steep


def kendall_variance(points: Values) -> float:
    """Variance of Kendall's S under no trend, less what ties in x and in y take away.

    (n(n-1)(2n+5) - Σ t(t-1)(2t+5)) / 18 over groups of t ties; Sen 1968, equation 2.6.
    """

    def part(size: int | NDArray[np.intp]) -> float:
        return float(np.sum(size * (size - 1) * (2 * size + 5)) / 18)

    ties = sum(part(np.unique(column, return_counts=True)[1]) for column in points.T)
    return max(0.0, part(len(points)) - ties)
