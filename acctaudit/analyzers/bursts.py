"""How tightly the own posts lie together within the life of the account."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from acctaudit.errors import NotMeasured
from acctaudit.measure import Estimate, Metric, exact, scarce
from acctaudit.words import count

if TYPE_CHECKING:
    from datetime import date

    import numpy as np
    from numpy.typing import NDArray

    from acctaudit.model.account import Account

_POSTS = 30
_DAYS = 180
"""Posts, and days of life, below which nothing is said of bursts: our judgement."""
_MOST = 0.8
"""Share of the posts that counts as nearly all: our judgement."""


def densest_tenth(account: Account) -> Metric:
    """Largest share of the posts in any tenth of the active life, with that stretch.

    Measured from the first to the last own post, so that it is the same whenever the export
    was made.
    """
    times = _times(account)
    life = float(times[-1] - times[0]) if len(times) else 0.0
    few = _too_few(len(times), life)
    if few is not None:
        return few
    first, last = _fullest(times, life / 10)
    held = int(last - first + 1)
    return _between(account, first, last, exact(held / len(times), len(times)))


def days_of_most(account: Account) -> Metric:
    """Days of the shortest stretch that holds four fifths of the posts, both ends counted.

    NotMeasured unless the file reaches back to the first post.
    """
    if account.timeline != "complete":
        raise NotMeasured("this export does not reach back to the account's first post")
    times = _times(account)
    if len(times) < _POSTS:
        return scarce(count(len(times), "posts"), _POSTS)
    size = math.ceil(_MOST * len(times))
    first = int((times[size - 1 :] - times[: len(times) - size + 1]).argmin())
    last = first + size - 1
    days = (_day(account, last) - _day(account, first)).days + 1
    return _between(account, first, last, exact(days, len(times)))


def is_over(account: Account, densest: Metric) -> bool:
    """Whether the densest tenth ended before the last tenth of the active life."""
    if not isinstance(densest, Estimate) or densest.end is None:
        return False
    times = _times(account)
    late = times[-1] - (times[-1] - times[0]) / 10
    border = _day(account, int(times.searchsorted(late, side="left")))
    return densest.end < border.isoformat()


def _times(account: Account) -> NDArray[np.float64]:
    """Time of each own post in days, ascending."""
    moments = account.unbroken()["created_at"].dt.as_unit("ms").astype("int64")
    days: NDArray[np.float64] = moments.to_numpy() / 86_400_000
    return days


def _too_few(posts: int, days: float) -> Metric | None:
    if posts < _POSTS:
        return scarce(count(posts, "posts"), _POSTS)
    if days < _DAYS:
        return scarce(count(round(days), "days"), _DAYS)
    return None


def _fullest(times: NDArray[np.float64], width: float) -> tuple[int, int]:
    """First and last place of the posts in the fullest stretch, the earliest on a tie."""
    import numpy as np

    ends = times.searchsorted(times + width, side="right")
    held = ends - np.arange(len(times))
    first = int(held.argmax())
    return first, int(ends[first]) - 1


def _day(account: Account, place: int) -> date:
    day: date = account.in_order["created_at"].iloc[place].date()
    return day


def _between(account: Account, first: int, last: int, figure: Estimate) -> Estimate:
    """The figure with the first and last day of the stretch that it is about."""
    start, end = _day(account, first), _day(account, last)
    return replace(figure, start=start.isoformat(), end=end.isoformat())
