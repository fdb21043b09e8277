"""Estimates with their intervals: pure functions from counts and columns to a Metric.

numpy is imported where it is used, so that importing this module is free; scipy only by
`quantiles`, and of it nothing heavier than `scipy.special`.
Every interval is two-sided and holds at 95 %.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.measure import Estimate, Metric, exact, scarce, too_little
from acctaudit.say import marked, say
from acctaudit.stats.quantiles import Z, chi_square_tail, f_quantile, gamma_quantile

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_MIN_EVENTS = 10  # posts in one of two windows, before their rates are compared
_MIN_INTERVALS = 50  # the null band of burstiness is then ±0.125
_MIN_SHARED = 100  # values, before it is measured how much of them a few hold
_MIN_VALUES = 30  # values of a median
_MIN_WEEKS = 8  # fewer weeks give only a handful of resampled medians
_MIN_POINTS = 12  # points of a trend: a year of months


def wilson(k: int, n: int) -> tuple[float, float]:
    """Score interval of a share of k in n.

    (p + z²/2n ± z·√(p(1-p)/n + z²/4n²)) / (1 + z²/n). Wilson 1927; recommended by Brown,
    Cai & DasGupta 2001. Exactly 0 below where k = 0 and exactly 1 above where k = n.
    ValueError unless 0 <= k <= n and n > 0.
    """
    if not 0 <= k <= n or n == 0:
        raise ValueError("a share needs 0 <= k <= n and n > 0")
    p, square = k / n, Z * Z
    centre = p + square / (2 * n)
    half = Z * math.sqrt(p * (1 - p) / n + square / (4 * n * n))
    low = (centre - half) / (1 + square / n) if k else 0.0
    high = (centre + half) / (1 + square / n) if k < n else 1.0
    return low, high


def share(k: int, n: int, of: str = marked("posts")) -> Metric:
    """Share k / n, with its Wilson interval; too little where there are no `of`."""
    if n == 0:
        return none_of(of)
    return Estimate(k / n, *wilson(k, n), n)


def none_of(what: str) -> Metric:
    """*Too little*, because there are none of them."""
    return too_little(say("no {things}", things=say(what)))


def garwood(count: int, exposure: float) -> tuple[float, float]:
    """Exact Poisson interval of count / exposure, in events per unit of exposure.

    [χ²(0.025; 2n) / 2, χ²(0.975; 2n + 2) / 2] / T. Garwood 1936. Exactly 0 below where
    nothing was counted. ValueError unless count >= 0 and exposure > 0.
    """
    if count < 0 or not exposure > 0:
        raise ValueError("a rate needs count >= 0 and exposure > 0")
    low = gamma_quantile(count, -1) if count else 0.0
    high = gamma_quantile(count + 1, 1)
    return low / exposure, high / exposure


def rate(count: int, days: float, per: float = 7.0) -> Estimate:
    """Events per `per` days over a window of `days`, with its Garwood interval.

    ValueError unless count >= 0 and days > 0.
    """
    low, high = garwood(count, days)
    return Estimate(per * count / days, per * low, per * high, count)


def rate_ratio(later: int, later_days: float, earlier: int, earlier_days: float) -> Metric:
    """Later rate over the earlier rate, with its exact conditional interval.

    Given the sum of two Poisson counts, the later one is binomial; the Clopper-Pearson
    interval of its share p becomes one of the ratio as p / (1 - p) · T_earlier / T_later,
    which are quantiles of F. Przyborowski & Wilenski 1940; Clopper & Pearson 1934. Needs 10
    posts in one window and one in the earlier.
    """
    if max(later, earlier) < _MIN_EVENTS:
        more = words.count(max(later, earlier), "posts in the fuller window")
        return scarce(more, _MIN_EVENTS)
    if earlier == 0:
        return too_little("no posts in the earlier window")
    low = (
        later / (earlier + 1) * f_quantile(2 * later, 2 * earlier + 2, -1) if later else 0.0
    )
    high = (later + 1) / earlier * f_quantile(2 * later + 2, 2 * earlier, 1)
    scale = earlier_days / later_days
    return Estimate(later / earlier * scale, low * scale, high * scale, later + earlier)


def kim_jo(ratio: float, n: int) -> float:
    """Burstiness for n intervals whose standard deviation is `ratio` times their mean.

    (√(n+1)·r - √(n-1)) / ((√(n+1) - 2)·r + √(n-1)): -1 regular, 0 Poisson, 1 the most
    bursty that n intervals can be. Kim & Jo 2016, after Goh & Barabási 2008.
    """
    above, below = math.sqrt(n + 1), math.sqrt(n - 1)
    return (above * ratio - below) / ((above - 2) * ratio + below)


def burstiness(intervals: ArrayLike) -> Metric:
    """Burstiness of inter-event times of any unit, by `kim_jo`; no bounds.

    Needs 50 intervals, not all of them zero. The deviation is that of the population.
    """
    import numpy as np

    times = np.asarray(intervals, dtype=float)
    if len(times) < _MIN_INTERVALS:
        return scarce(words.count(len(times), "pauses"), _MIN_INTERVALS)
    if not times.any():
        return too_little("all events share one moment")
    return Estimate(kim_jo(float(times.std() / times.mean()), len(times)), n=len(times))


def memory(intervals: ArrayLike) -> Metric:
    """Correlation of each inter-event time with the next (Pearson), in order; no bounds.

    Goh & Barabási 2008. Above 0, short follows short and long follows long. Needs 50
    intervals, not all equal.
    """
    import numpy as np

    times = np.asarray(intervals, dtype=float)
    if len(times) < _MIN_INTERVALS:
        return scarce(words.count(len(times), "pauses"), _MIN_INTERVALS)
    first, second = times[:-1], times[1:]
    if np.ptp(first) == 0 or np.ptp(second) == 0:
        return too_little("all pauses are equal")
    return Estimate(float(np.corrcoef(first, second)[0, 1]), n=len(times))


def gap_probability(gap_days: float, per_day: float, intervals: int) -> float:
    """How probable it is that the longest of n Poisson intervals is at least `gap_days`.

    1 - (1 - e^(-rate·gap))^n, the maximum of n exponential times (order statistics; David &
    Nagaraja 2003). Computed so that neither a tiny nor a huge gap loses digits.
    """
    expected = per_day * gap_days
    if intervals <= 0:
        return 0.0
    if expected <= 0:
        return 1.0
    shorter = -math.expm1(-expected)
    log_shorter = math.log(shorter) if shorter < 0.5 else math.log1p(-math.exp(-expected))
    return -math.expm1(intervals * log_shorter)


def densest(days: ArrayLike, width: int) -> float:
    """Largest share of whole-numbered days that fall into any `width` days in a row.

    The scan statistic (Naus 1965) as a share of all; 0 where there are no days.
    """
    import numpy as np

    ordered = np.sort(np.asarray(days, dtype=np.int64))
    if len(ordered) == 0:
        return 0.0
    ends = np.searchsorted(ordered, ordered + width, side="left")
    return float((ends - np.arange(len(ordered))).max() / len(ordered))


def gini(values: ArrayLike) -> Metric:
    """How unevenly a sum is spread over its values: 0 evenly, towards 1 all on one.

    Σ(2i - n - 1)·xᵢ / (n·Σx) over ascending values of at least 0 (Gini 1912; Cowell 2011).
    Counted, so its bounds are itself. Needs 100 values and a sum above 0.
    """
    import numpy as np

    x = np.sort(np.asarray(values, dtype=float))
    n = len(x)
    if n < _MIN_SHARED:
        return scarce(words.count(n, "values"), _MIN_SHARED)
    if not x.any():
        return too_little("all values are zero")
    return exact(float((2 * np.arange(1, n + 1) - n - 1) @ x / (n * x.sum())), n)


def top_share(values: ArrayLike) -> Metric:
    """Largest value's part of the sum. Needs 100 values and a sum above 0."""
    import numpy as np

    x = np.asarray(values, dtype=float)
    if len(x) < _MIN_SHARED:
        return scarce(words.count(len(x), "values"), _MIN_SHARED)
    if not x.any():
        return too_little("all values are zero")
    return exact(float(x.max() / x.sum()), len(x))


def uniform_p(counts: ArrayLike) -> float:
    """Probability of counts at least this uneven if every bin were equally likely.

    Pearson's χ² with one degree of freedom less than bins (Pearson 1900); wants five
    expected a bin. 1 where nothing was counted.
    """
    import numpy as np

    observed = np.asarray(counts, dtype=float)
    if not observed.any():
        return 1.0
    expected = observed.mean()
    return chi_square_tail(len(observed) - 1, ((observed - expected) ** 2).sum() / expected)


def _entropy(counts: ArrayLike) -> float:
    """Shannon's H in nats; 0 where nothing was counted."""
    import numpy as np

    used = np.asarray(counts, dtype=float)
    used = used[used > 0]
    p = used / used.sum()
    return max(0.0, -float((p * np.log(p)).sum()))


def effective_number(counts: ArrayLike) -> float:
    """How many equally common kinds would be as diverse: exp(H), at least 1.

    Shannon 1948; Hill 1973, the number of order 1.
    """
    return math.exp(_entropy(counts))


def entropy_share(counts: ArrayLike) -> float:
    """Evenness over bins: H / log(bins), from 0 (all in one) to 1 (all alike).

    Shannon 1948; Pielou 1966. 0 where there are fewer than two bins or nothing was counted.
    """
    import numpy as np

    bins = np.size(counts)
    return min(1.0, _entropy(counts) / math.log(bins)) if bins > 1 else 0.0


def weekly_median(values: ArrayLike, weeks: ArrayLike, resamples: int = 2000) -> Metric:
    """Median of values, with a percentile interval from resampled weeks.

    Posts of one week share its news, so weeks are drawn with replacement, not posts (block
    bootstrap: Künsch 1989; percentile interval: Efron & Tibshirani 1993). The draws are
    fixed, the order of rows is of no account, and the interval always holds the median.
    `weeks` numbers the week of each value. Needs 30 finite values from 8 weeks.
    """
    import numpy as np

    from acctaudit.stats.medians import resampled_medians

    x = np.asarray(values, dtype=float)
    distinct, week = np.unique(np.asarray(weeks), return_inverse=True)
    if len(x) < _MIN_VALUES:
        return scarce(words.count(len(x), "values"), _MIN_VALUES)
    if len(distinct) < _MIN_WEEKS:
        return scarce(words.count(len(distinct), "weeks with values"), _MIN_WEEKS)
    value = float(np.median(x))
    medians = resampled_medians(x, week, len(distinct), resamples)
    low, high = np.percentile(medians, [2.5, 97.5])
    return Estimate(value, min(float(low), value), max(float(high), value), len(x))


def theil_sen(x: ArrayLike, y: ArrayLike) -> Metric:
    """Median slope over all pairs of points, with Sen's interval, in y per unit of x.

    Theil 1950; Sen 1968, ties in x and y allowed for. Needs 12 points, not all at one x; of
    more than 1,000, every k-th in order of x is used.
    """
    import numpy as np

    from acctaudit.stats.medians import kendall_variance, slopes, thinned

    points = thinned(np.asarray(x, dtype=float), np.asarray(y, dtype=float))
    if len(points) < _MIN_POINTS:
        return scarce(words.count(len(points), "points"), _MIN_POINTS)
    steep = slopes(points)
    if len(steep) == 0:
        return too_little("all points stand at one time")
    spread = Z * math.sqrt(kendall_variance(points))
    low = steep[max(round((len(steep) - spread) / 2) - 1, 0)]
    high = steep[min(round((len(steep) + spread) / 2), len(steep) - 1)]
    return Estimate(float(np.median(steep)), float(low), float(high), len(points))
