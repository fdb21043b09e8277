"""How reactions are spread over own posts, and what the usual post got in each quarter."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from acctaudit.analyzers import spans
from acctaudit.errors import NotMeasured
from acctaudit.say import marked, say
from acctaudit.stats.quantiles import Z

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from acctaudit.analyzers.reactions import Reactions
    from acctaudit.model.account import Account

    Values = NDArray[np.float64]

LEAST = (0, 1, 2, 3, 6, 11, 21, 51, 101, 201, 501, 1001)
"""The fewest reactions of each bucket; each ends where the next one begins."""
_QUARTER_POSTS = 5
_NO_COUNTS = marked("no own post has both its likes and its reposts counted")
_FEW = marked("no quarter of a year has five own posts whose reactions are known")


@dataclass(frozen=True)
class QuarterMedian:
    """The reactions to the own posts of one quarter of a year."""

    start: str
    """Its first day (ISO)."""
    posts: int
    """Own posts whose reactions are known."""
    median: float
    low: float
    """Lower 95 % bound of the median."""
    high: float
    """Upper bound."""


def buckets(counted: Reactions) -> NDArray[np.int64]:
    """Own posts in each bucket of `LEAST`, as far as the last that holds one.

    NotMeasured where no post has counts.
    """
    import numpy as np

    place = np.searchsorted(LEAST, _known(counted).to_numpy(), side="right") - 1
    return np.bincount(place)


def quarters(account: Account, counted: Reactions) -> list[QuarterMedian]:
    """The quarters (UTC) with at least five own posts that have counts, in order.

    Those that lie apart are left out. NotMeasured without an unbroken timeline, without
    counts, and where no quarter has so many.
    """
    import numpy as np

    counts = _known(counted)
    posts = account.unbroken()[["created_at"]]
    posts = posts[posts.index.isin(counts.index)]
    numbers = counts[counts.index.isin(posts.index)].to_numpy(dtype=float)
    weeks = spans.weeks(posts).to_numpy()
    months = posts["created_at"].dt.tz_localize(None).to_numpy().astype("M8[M]")
    starts = months.astype(np.int64) // 3 * 3  # January 1970 began a quarter
    first = np.flatnonzero(np.diff(starts, prepend=-1)).tolist()
    found = [
        _quarter(str(starts[a].astype("M8[M]")), numbers[a:b], weeks[a:b])
        for a, b in pairwise([*first, len(starts)])
        if b - a >= _QUARTER_POSTS
    ]
    if not found:
        raise NotMeasured(say(_FEW))
    return found


def _known(counted: Reactions) -> pd.Series:
    if counted.counts.empty:
        raise NotMeasured(say(_NO_COUNTS))
    return counted.counts


def _quarter(month: str, numbers: Values, weeks: NDArray[np.int64]) -> QuarterMedian:
    median, low, high = median_bounds(numbers, weeks)
    return QuarterMedian(f"{month}-01", len(numbers), median, low, high)


def median_bounds(values: Values, weeks: NDArray[np.int64]) -> tuple[float, float, float]:
    """The median, and its bounds from the ranks of the values, however these are spread.

    The values of rank n/2 - h, rounded down, and 1 + n/2 + h, rounded up, with h = z·√n/2
    (Conover 1999, section 3.2). Posts of one week share its news: where the weeks (one
    number for each value) differ more than chance makes them, h grows with their spread
    (Woodruff 1952). Of five values these are the least and the most, which hold the median
    at 94 %; from six on it is 95 % or more where weeks do not differ.
    """
    import numpy as np

    ordered, n = np.sort(values), len(values)
    median = float(ordered[(n - 1) // 2] + ordered[n // 2]) / 2
    half = Z * max(math.sqrt(n) / 2, _spread(np.sign(median - values) / 2, weeks))
    low = max(math.floor(n / 2 - half), 1)
    high = min(math.ceil(1 + n / 2 + half), n)
    return median, float(ordered[low - 1]), float(ordered[high - 1])


def _spread(side: Values, weeks: NDArray[np.int64]) -> float:
    """Standard deviation of the number of values below the median, as whole weeks vary.

    √(w/(w-1) · Σ s²) over w weeks, where s is a week's sum of sides: 1/2 for a value below
    the median, -1/2 above, 0 at it. 0 where there is one week only.
    """
    import numpy as np

    week = weeks - weeks.min()
    size = np.count_nonzero(np.bincount(week))
    sums = np.bincount(week, side)
    return math.sqrt(size / (size - 1) * float(sums @ sums)) if size > 1 else 0.0
