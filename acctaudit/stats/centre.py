"""The middle of a few figures that may be skewed or hold a freak: with its interval."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from acctaudit.measure import Estimate, Metric, scarce
from acctaudit.stats.quantiles import Z

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_LEAST = 12
"""Figures from which on the normal approximation of the ranks is close."""


def hodges_lehmann(values: ArrayLike) -> tuple[float, float, float]:
    """Median of all pairwise means (each value with itself too), and its 95 % bounds.

    The bounds are those pairwise means that Wilcoxon's signed-rank test just does not
    reject, by its normal approximation. Hodges & Lehmann 1963; Tukey 1949.
    """
    import numpy as np

    x = np.asarray(values, dtype=float)
    first, second = np.triu_indices(len(x))
    means = np.sort((x[first] + x[second]) / 2)
    n = len(x)
    spread = Z * math.sqrt(n * (n + 1) * (2 * n + 1) / 24)
    place = max(round(len(means) / 2 - spread), 1)
    low, high = means[place - 1], means[len(means) - place]
    return float(np.median(means)), float(low), float(high)


def typical(values: ArrayLike, there: str) -> Metric:
    """Typical value by `hodges_lehmann`; too little below 12.

    `there` says how many there are, such as `11 weeks`.
    """
    import numpy as np

    n = int(np.size(values))
    if n < _LEAST:
        return scarce(there, _LEAST)
    return Estimate(*hodges_lehmann(values), n)
