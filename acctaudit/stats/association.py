"""Comparisons of groups: do two of them differ, and how much?

scipy is imported where it is used: for Fisher's test, and for the bounds of a weak V.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from acctaudit.measure import Estimate, Metric, too_little
from acctaudit.stats.quantiles import Z

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_LARGE = 100
"""χ² beyond four times its degrees of freedom, from which on its root is nearly normal: the
bounds of V are then exact to one per cent of themselves."""
_TAIL = 0.025


def cramers_v(table: ArrayLike) -> Metric:
    """Cramér's V of a table of counts: 0 rows alike, 1 each row has columns of its own.

    √(χ² / (n·(k - 1))) with Pearson's χ² and k the smaller number of rows or columns;
    empty ones are left out. Cramér 1946. Chance alone makes V larger than 0, by about
    √(df / (n·(k - 1))) where nothing differs, so its lower bound takes that off: the bounds
    come from the non-centrality of χ² (Smithson 2003). Needs two rows and two columns with
    counts.
    """
    import numpy as np

    counts = np.asarray(table, dtype=float)
    counts = counts[counts.any(axis=1)][:, counts.any(axis=0)]
    if min(counts.shape) < 2:
        return too_little("there are no two kinds to compare")
    n, least = counts.sum(), min(counts.shape) - 1
    expected = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / n
    square = float(((counts - expected) ** 2 / expected).sum())
    freedom = (counts.shape[0] - 1) * (counts.shape[1] - 1)
    v, low, high = (
        min(math.sqrt(part / (n * least)), 1.0)
        for part in (square, *_non_centrality(freedom, square))
    )
    return Estimate(v, min(low, v), max(high, v), int(n))


def _non_centrality(freedom: int, square: float) -> tuple[float, float]:
    """Interval of the non-centrality behind a χ² with those degrees of freedom.

    The root of χ² is nearly normal around √(λ + df - 1); where it is small that is too bold
    for the lower bound, which then comes from the distribution itself.
    """
    beyond = math.sqrt(max(square - freedom + 1, 0.0))
    high = (beyond + Z) ** 2
    if square > 4 * freedom + _LARGE:
        return (beyond - Z) ** 2, high
    from scipy.special import chdtrc, chndtrinc

    is_chance = chdtrc(freedom, square) >= _TAIL
    return 0.0 if is_chance else float(chndtrinc(square, freedom, 1 - _TAIL)), high


def fisher_less(k1: int, n1: int, k2: int, n2: int) -> Metric:
    """Chance that k1 of n1 is so much less than k2 of n2 if both shares were the same.

    One-sided exact test, given both sums (Fisher 1935). Too little where a group is empty.
    ValueError unless 0 <= k <= n.
    """
    if not (0 <= k1 <= n1 and 0 <= k2 <= n2):
        raise ValueError("a share needs 0 <= k <= n")
    if not n1 or not n2:
        return too_little("one of the two groups is empty")
    import numpy as np
    from scipy.stats import fisher_exact

    table = np.array([[k1, n1 - k1], [k2, n2 - k2]])
    found = fisher_exact(table, alternative="less")
    return Estimate(float(found[1]), n=n1 + n2)


def rate_drop(later: int, later_days: float, earlier: int, earlier_days: float) -> Metric:
    """Chance of so few later events if the rate had stayed the same.

    One-sided for a *lower* later rate. Given their sum n, the later count is binomial with
    the later share p of the days, and the chance is the sum of its probabilities from 0 to
    `later`, exact to about nine digits. Przyborowski & Wilenski 1940. It is a little larger
    than that of the unconditional E-test (Krishnamoorthy & Thomson 2004), and so errs on
    the safe side. Too little where there are no events. ValueError unless counts are not
    negative and days are positive.
    """
    if min(later, earlier) < 0 or not min(later_days, earlier_days) > 0:
        raise ValueError("a rate needs a count >= 0 and days > 0")
    n, p = later + earlier, later_days / (later_days + earlier_days)
    if not n:
        return too_little("no posts in either window")
    return Estimate(_binomial_below(later, n, p), n=n)


def _binomial_below(k: int, n: int, p: float) -> float:
    """Probability of at most k successes in n, by the ratios of neighbouring terms."""
    import numpy as np

    i = np.arange(1, k + 1, dtype=float)
    steps = np.log((n - i + 1) / i) + math.log(p / (1 - p))
    terms = n * math.log1p(-p) + np.concatenate(([0.0], np.cumsum(steps)))
    return min(float(np.exp(terms).sum()), 1.0)


def jensen_shannon(p: ArrayLike, q: ArrayLike) -> float:
    """Divergence of two mixes of the same kinds: 0 the same, 1 nothing in common.

    Counts or shares of kinds; each is divided by its sum. H((p+q)/2) - (H(p)+H(q))/2 to
    base 2 (Lin 1991). It is the divergence, not its square root, the distance. ValueError
    where a mix is empty.
    """
    import numpy as np

    mixes = [np.asarray(mix, dtype=float) for mix in (p, q)]
    if not all(mix.sum() > 0 for mix in mixes):
        raise ValueError("a mix needs a sum above 0")
    first, second = (mix / mix.sum() for mix in mixes)
    middle = (first + second) / 2
    return max(0.0, _bits(middle) - (_bits(first) + _bits(second)) / 2)


def _bits(shares: ArrayLike) -> float:
    """Shannon's H to base 2."""
    import numpy as np

    p = np.asarray(shares, dtype=float)
    p = p[p > 0]
    return -float((p * np.log2(p)).sum())
