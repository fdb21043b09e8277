"""What each day brought: new followers, unfollows, and days that stand out.

A day that is missing from the series is not known; it is never a day without followers.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit import stats
from acctaudit.analyzers.reactions import Reactions
from acctaudit.errors import NotMeasured
from acctaudit.measure import Estimate, Metric, exact, scarce, too_little
from acctaudit.say import marked, say
from acctaudit.stats.centre import typical
from acctaudit.words import count, number

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from acctaudit.model.account import Account

    Values = NDArray[np.float64]

_LEAST_DAYS = 30
_LEAST_NEW = 10
_OUTSTANDING = 6
"""Robust z above which a day stands out: Iglewicz & Hoaglin 1993 draw the line at 3.5; we
draw it further out, as good days come in runs."""
_NORMAL_MAD = 0.6745
"""Median absolute deviation of a normal distribution, in standard deviations."""
_NORMAL_MEAN = 0.7979
"""Mean absolute deviation of a normal distribution, in standard deviations: √(2/π)."""
_VIRAL = 20
"""Reactions, in those of the median post, that explain a day that stands out."""
_AROUND = 3
"""Days before and after, in which such a post explains it."""
_SEASON = 30
"""Days before and after, among which a day has to stand out too."""
_LATELY = 28
_WHOLE_WEEK = 7
_THURSDAY = 3
"""The first of January 1970 was a Thursday, three days after a Monday."""


def series(account: Account) -> pd.DataFrame:
    """New followers and unfollows, NaN where unknown, by day since 1970, in order.

    NotMeasured if there is no day of which the new followers are known.
    """
    import numpy as np
    import pandas as pd

    from acctaudit.model.times import parse

    table = account.other("daily", marked("figures by day"))
    if "new_follows" not in table or table["new_follows"].isna().all():
        raise NotMeasured(
            "this export does not say how many new followers each day brought"
        )
    days = parse(table["date"].astype(str).str[:10].tolist(), [None] * len(table))
    found = pd.DataFrame({name: _numbers(table, name) for name in _COLUMNS})
    found["day"] = np.where(days.bad, -1, days.ms // 86_400_000)
    dated = found[found["day"] >= 0].groupby("day").last()
    if dated["new_follows"].isna().all():
        raise NotMeasured("this export holds no day that can be used")
    return dated


_COLUMNS = ("new_follows", "unfollows", "posts")


def _numbers(table: pd.DataFrame, name: str) -> Values:
    import numpy as np

    if name not in table:
        return np.full(len(table), np.nan)
    values: Values = np.asarray(table[name].astype(float), dtype=np.float64)
    return values


def days_known(account: Account) -> Metric:
    """Days of which the new followers are known."""
    return exact(int(series(account)["new_follows"].notna().sum()))


def usual(account: Account) -> Metric:
    """New followers on a day in the middle."""
    new = series(account)["new_follows"].dropna()
    return exact(float(new.median()), len(new))


def net(account: Account) -> pd.DataFrame:
    """Days of which both new followers and unfollows are known."""
    known = series(account).dropna(subset=["new_follows", "unfollows"])
    if known.empty:
        raise NotMeasured("this export does not say how many followers left each day")
    return known


def per_week(account: Account) -> Metric:
    """Followers won less followers lost in a typical week, of weeks with all seven days."""
    known = net(account)
    change = known["new_follows"] - known["unfollows"]
    weeks = change.groupby((change.index + _THURSDAY) // 7).agg(["sum", "size"])
    whole = weeks.loc[weeks["size"] == _WHOLE_WEEK, "sum"]
    return typical(whole.to_numpy(), count(len(whole), "weeks with all seven days"))


def unfollow_rate(account: Account) -> Metric:
    """Unfollows for each new follower, with the interval of a ratio of two counts."""
    known = net(account)
    new, gone = int(known["new_follows"].sum()), int(known["unfollows"].sum())
    if new < _LEAST_NEW:
        return too_little(
            say(
                "{followers} new followers, at least {needed} are needed",
                followers=number(new),
                needed=number(_LEAST_NEW),
            )
        )
    return stats.rate_ratio(gone, len(known), new, len(known))


def posts_lately(account: Account) -> Metric:
    """Own posts in the last four weeks of the series."""
    found = series(account)
    last = int(found.index[-1])
    counted = found.loc[found.index > last - _LATELY, "posts"].dropna()
    if not counted.empty:
        return exact(int(counted.sum()), len(counted))
    own = account.timeline_needed()
    days = _days(own)
    if own.empty:
        raise NotMeasured("this export does not say what was posted in these days")
    return exact(int(((days > last - _LATELY) & (days <= last)).sum()))


def _days(posts: pd.DataFrame) -> NDArray[np.int64]:
    """Day since 1970 of each post, -1 where it is not known."""
    import numpy as np

    known = posts["created_at"].notna().to_numpy()
    days = np.full(len(posts), -1, dtype=np.int64)
    stamps = posts.loc[known, "created_at"].dt.tz_convert(None)
    days[known] = stamps.to_numpy().astype("M8[D]").astype(np.int64)
    return days


# Days that stand out


@dataclass(frozen=True)
class Spikes:
    """Days that brought far more new followers than usual."""

    unexplained: tuple[tuple[str, int], ...]
    """Day and new followers, where surely no post explains them."""
    open: tuple[tuple[str, int], ...]
    """The same, where the export does not show whether one does."""
    days: int
    """How many days were looked at."""


def robust_z(values: Values) -> Values:
    """How far each count lies above the median, in spreads.

    0.6745 · (x - median) / MAD, MAD being the median absolute deviation (Iglewicz & Hoaglin
    1993). Where more than half of the days are alike it is 0, and the mean absolute
    deviation stands in for it. Counts scatter by at least the root of their mean even if
    nothing happens (Poisson), so the spread is never below the root of the median, nor
    below 1: else 3 new followers would stand out among days with none.
    """
    import numpy as np

    middle = float(np.median(values))
    off = np.abs(values - middle)
    spread = float(np.median(off)) / _NORMAL_MAD or float(off.mean()) / _NORMAL_MEAN
    result: Values = (values - middle) / max(spread, math.sqrt(max(middle, 1.0)))
    return result


def outstanding(days: NDArray[np.int64], counts: Values) -> NDArray[np.bool_]:
    """Whether each day stands out among all days, and among those of its own season.

    The second keeps an account that has found its readers from standing out for good.
    """
    import numpy as np

    found: NDArray[np.bool_] = robust_z(counts) > _OUTSTANDING
    for place in np.flatnonzero(found):
        near = np.abs(days - days[place]) <= _SEASON
        own = int(near[:place].sum())
        found[place] = robust_z(counts[near])[own] > _OUTSTANDING
    return found


def spikes(account: Account) -> Spikes:
    """The days that stand out, by whether a post explains them; NotMeasured without days.

    A post explains a day within three days of it if it got more than 20 times the
    reactions of the median post (and more than 20 in all).
    """
    import numpy as np

    new = series(account)["new_follows"].dropna()
    days, counts = new.index.to_numpy(dtype=np.int64), new.to_numpy(dtype=np.float64)
    sure: list[tuple[str, int]] = []
    unsure: list[tuple[str, int]] = []
    for place in np.flatnonzero(outstanding(days, counts)):
        explained = _explained(account, int(days[place]))
        if explained is not True:
            spike = str(days[place].astype("M8[D]")), int(counts[place])
            (unsure if explained is None else sure).append(spike)
    return Spikes(tuple(sure), tuple(unsure), len(new))


def _explained(account: Account, day: int) -> bool | None:
    """Whether a post explains that day; None where the export does not show it."""
    import numpy as np

    try:
        counts, own = Reactions(account).counts, account.timeline_needed()
    except NotMeasured:
        return None
    days = _days(own)
    near = own.index[np.abs(days - day) <= _AROUND]
    line = _VIRAL * max(float(counts.median()) if len(counts) else 0.0, 1.0)
    if (counts.reindex(near) > line).any():
        return True
    covered = account.timeline == "complete" or (
        account.timeline == "recent" and len(days) > 0 and days.min() <= day - _AROUND
    )
    unread = counts.reindex(near).isna().any() or (days < 0).any()
    return False if covered and not unread else None


def spike_days(account: Account) -> Metric:
    """How many days stand out without a post that explains them."""
    found = spikes(account)
    if found.days < _LEAST_DAYS:
        return _too_few(found)
    sure = len(found.unexplained)
    return Estimate(sure, sure, sure + len(found.open), found.days)


def spike_followers(account: Account) -> Metric:
    """How many new followers these days brought."""
    found = spikes(account)
    if found.days < _LEAST_DAYS:
        return _too_few(found)
    sure = sum(new for _, new in found.unexplained)
    return Estimate(sure, sure, sure + sum(new for _, new in found.open), found.days)


def _too_few(found: Spikes) -> Metric:
    return scarce(count(found.days, "days"), _LEAST_DAYS)


def unexplained(account: Account) -> tuple[tuple[str, int], ...]:
    """The unexplained days, as ISO days, with what they brought; most first."""
    try:
        found = spikes(account).unexplained
    except NotMeasured:
        return ()
    return tuple(sorted(found, key=lambda pair: -pair[1]))
