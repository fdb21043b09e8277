"""How much the mix of posts changes from one quarter to the next.

A quarter is 13 weeks, counted from the week of the first own post, so that the figure does
not depend on where in the calendar the account began.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from acctaudit.analyzers import spans
from acctaudit.errors import NotMeasured
from acctaudit.measure import Estimate, Metric, too_little
from acctaudit.say import marked, say
from acctaudit.stats.association import jensen_shannon
from acctaudit.stats.quantiles import Z
from acctaudit.words import count, number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from acctaudit.model.account import Account

    Numbers = NDArray[np.int64]

_POSTS = 30
"""Posts that a quarter needs to have a mix."""
_MONDAY = date(1969, 12, 29)
"""First day of the week that `spans.weeks` numbers 0."""
_WEEKS = 13
"""Weeks in a quarter."""
_PAIRS = 2
"""Pairs of neighbouring quarters: three quarters in a row."""
_KINDS = ("original", "reply", "self_reply", "quote")
_NOTHING = marked(
    "this export shows neither replies nor links nor pictures, so no mix of posts"
)


@dataclass(frozen=True)
class Shift:
    """How far the mixes of two neighbouring quarters lie apart."""

    start: date
    """First day of the former one."""
    value: float
    """Jensen-Shannon divergence less what chance alone would give; may be below 0."""
    variance: float
    n: int
    """Posts of both quarters."""

    @property
    def estimate(self) -> Estimate:
        """The divergence with its interval and the days that it is about."""
        last = self.start + timedelta(weeks=2 * _WEEKS, days=-1)
        low, value, high = bounded(self.value, self.variance)
        return Estimate(value, low, high, self.n, self.start.isoformat(), last.isoformat())


def mix_shift(shifts: Sequence[Shift]) -> Metric:
    """Mean divergence of neighbouring quarters.

    Neighbouring pairs share a quarter. That correlates their divergences by at most 1/2, if
    the mix swings to and fro (by 1/4 if nothing changes), so the variance of the mean is at
    most twice that of unrelated pairs.
    """
    if len(shifts) < _PAIRS:
        return _scarce(len(shifts))
    mean = sum(shift.value for shift in shifts) / len(shifts)
    variance = 2 * sum(shift.variance for shift in shifts) / len(shifts) ** 2
    low, value, high = bounded(mean, variance)
    return Estimate(value, low, high, len(shifts) + 1)


def largest_shift(shifts: Sequence[Shift]) -> Metric:
    """The largest divergence of neighbouring quarters, the earliest on a tie."""
    if len(shifts) < _PAIRS:
        return _scarce(len(shifts))
    return max(shifts, key=lambda shift: shift.value).estimate


def _scarce(pairs: int) -> Metric:
    return too_little(
        say(
            "{pairs} of neighbouring quarters with {posts} own posts each, at least"
            " {needed} are needed",
            pairs=count(pairs, "pairs"),
            posts=number(_POSTS),
            needed=number(_PAIRS),
        )
    )


def bounded(value: float, variance: float) -> tuple[float, float, float]:
    """Lower bound, value and upper bound of a divergence, none below 0 or above 1."""
    value, half = min(max(value, 0.0), 1.0), Z * math.sqrt(variance)
    return max(value - half, 0.0), value, min(value + half, 1.0)


def shifts_of(account: Account) -> list[Shift]:
    """Every pair of neighbouring quarters with enough own posts, in order.

    NotMeasured where the export shows nothing of what a mix is made of.
    """
    import numpy as np

    cells = _cells(account)
    if cells.empty:
        return []
    weeks = spans.weeks(account.unbroken())
    first, size = int(weeks.min()), int(cells.max()) + 1
    quarters = (weeks.loc[cells.index] - first) // _WEEKS
    table = np.bincount(quarters * size + cells, minlength=size)
    rows = np.pad(table, (0, -len(table) % size)).reshape(-1, size)
    return [
        _shift(_MONDAY + timedelta(weeks=first + i * _WEEKS), rows[i], rows[i + 1])
        for i in range(len(rows) - 1)
        if min(rows[i].sum(), rows[i + 1].sum()) >= _POSTS
    ]


def _shift(start: date, one: Numbers, other: Numbers) -> Shift:
    """Two mixes compared: divergence, less its mean by chance, and its variance.

    Where nothing changed, the divergence is about s·χ² with one degree of freedom less than
    there are kinds and s = (1/n₁ + 1/n₂) / (8·ln 2), the second-order expansion of the
    entropies; else it is non-central by (true divergence)/s.
    """
    n1, n2 = int(one.sum()), int(other.sum())
    scale = (1 / n1 + 1 / n2) / (8 * math.log(2))
    freedom = int(((one + other) > 0).sum()) - 1
    value = jensen_shannon(one, other) - scale * freedom
    variance = scale**2 * (2 * freedom + 4 * max(value, 0.0) / scale)
    return Shift(start, value, variance, n1 + n2)


def _cells(account: Account) -> pd.Series:
    """Number of the form of each own post of which all is known that the export shows."""
    features = [
        known for look in (_kinds, _links, _media) if (known := _try(account, look))
    ]
    if not features:
        raise NotMeasured(_NOTHING)
    rows = account.unbroken().index
    for _, values in features:
        rows = rows.intersection(values.index)
    cells = rows.to_series() * 0
    for size, values in features:
        cells = cells * size + values.loc[rows].astype("int64")
    return cells


def _try(
    account: Account, look: Callable[[Account], tuple[int, pd.Series]]
) -> tuple[int, pd.Series] | None:
    try:
        return look(account)
    except NotMeasured:
        return None


def _kinds(account: Account) -> tuple[int, pd.Series]:
    kinds = account.replies_needed()["kind"]
    return len(_KINDS), kinds.map({kind: i for i, kind in enumerate(_KINDS)})


def _links(account: Account) -> tuple[int, pd.Series]:
    return 2, account.holding("link")


def _media(account: Account) -> tuple[int, pd.Series]:
    return 2, account.column("media") > 0
