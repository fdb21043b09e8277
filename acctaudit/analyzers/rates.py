"""Posts a week over each window, and how one part of the life compares with another."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from acctaudit import stats
from acctaudit.analyzers.gaps import RECENT_DAYS
from acctaudit.errors import NotMeasured
from acctaudit.measure import Estimate, Metric, too_little
from acctaudit.say import say
from acctaudit.stats.association import rate_drop
from acctaudit.words import count, number

if TYPE_CHECKING:
    from acctaudit.analyzers.spans import Days
    from acctaudit.analyzers.weekly import Weekly
    from acctaudit.measure import Window
    from acctaudit.model.account import Account

SHORTEST_SPAN = 56
"""Days below which no weekly rate is given: eight weeks, our judgement."""
_TREND_WEEKS = 26
"""Whole weeks that a trend of the rate needs: half a year, our judgement."""
_QUARTER_WEEKS = 13.0
Parts = tuple[int, float, int, float]
"""Posts and days of a later part, posts and days of an earlier one."""


def own(account: Account) -> int:
    """Own posts of a timeline without holes."""
    return len(account.unbroken())


def whole_life(account: Account) -> int:
    """Own posts of a complete file, else the platform's counter; NotMeasured without."""
    if account.timeline == "complete":
        return len(account.unbroken())
    if account.profile.posts_total is None:
        raise NotMeasured("this export holds neither all posts nor the number of them")
    return account.profile.posts_total


def known(account: Account) -> int:
    """Posts that are known to exist: those in the file, or the counter if that is more."""
    return max(len(account.own), account.profile.posts_total or 0)


def weekly(posts: int, days: Days) -> Metric:
    """Posts a week."""
    if days.days < SHORTEST_SPAN:
        return too_little(_too_short(days.days))
    return stats.rate(posts, days.days)


def _too_short(days: int) -> str:
    if days == 1:
        return say("one day is too few for a weekly rate (8 weeks needed)")
    return say(
        "{days} are too few for a weekly rate (8 weeks needed)", days=count(days, "days")
    )


def days_per_post(lifetime: Metric, active: Metric) -> Metric:
    """The reciprocal of the first rate that is known."""
    rates: tuple[tuple[Metric, Window | None], ...] = ((lifetime, None), (active, "active"))
    for rate, window in rates:
        if isinstance(rate, Estimate) and rate.number and rate.low and rate.high:
            low, high = 7 / rate.high, 7 / rate.low
            return Estimate(7 / rate.number, low, high, rate.n, window=window)
    return lifetime if not isinstance(lifetime, Estimate) else too_little("no posts")


def quarters_ratio(account: Account) -> Metric:
    """Rate of the last quarter of the active life over that of the first."""
    parts = _quarters(account)
    return stats.rate_ratio(*parts) if isinstance(parts, tuple) else parts


def quarters_drop(account: Account) -> Metric:
    """Chance of so low a rate in the last quarter if nothing had changed."""
    parts = _quarters(account)
    return rate_drop(*parts) if isinstance(parts, tuple) else parts


def recent_ratio(account: Account) -> Metric:
    """Rate of the last 90 days of the active life over that of all before."""
    posts = account.unbroken()["created_at"]
    if len(posts) < 2:
        return too_little("fewer than two posts")
    border = posts.iloc[-1] - timedelta(days=RECENT_DAYS)
    before = (border - posts.iloc[0]).total_seconds() / 86_400
    if before < SHORTEST_SPAN:
        return too_little("less than eight weeks of posts before the last 90 days")
    late = int((posts > border).sum())
    return stats.rate_ratio(late, RECENT_DAYS, len(posts) - late, before)


def _quarters(account: Account) -> Parts | Metric:
    posts = account.unbroken()["created_at"]
    if len(posts) < 2:
        return too_little("fewer than two posts")
    start, end = posts.iloc[0], posts.iloc[-1]
    quarter = (end - start) / 4
    days = quarter.total_seconds() / 86_400
    if days * 4 < SHORTEST_SPAN:
        return too_little("less than eight weeks of posts")
    first = int((posts < start + quarter).sum())
    last = int((posts >= end - quarter).sum())
    return last, days, first, days


def trend(weeks: Weekly) -> tuple[Metric, Metric]:
    """Kendall's tau of the posts of each whole week, and its chance if none rises or falls.

    NotMeasured where there is no unbroken timeline.
    """
    from acctaudit.stats.trend import hamed_rao

    posts = weeks.inner()
    if len(posts) < _TREND_WEEKS:
        few = _too_few(len(posts))
        return few, few
    return hamed_rao(posts)


def slope(weeks: Weekly) -> Metric:
    """Theil-Sen slope of the posts of each whole week, in posts a week per quarter."""
    import numpy as np

    posts = weeks.inner()
    if len(posts) < _TREND_WEEKS:
        return _too_few(len(posts))
    return stats.theil_sen(np.arange(len(posts)) / _QUARTER_WEEKS, posts)


def _too_few(weeks: int) -> Metric:
    return too_little(
        say(
            "{weeks} whole weeks, at least {needed} are needed",
            weeks=number(weeks),
            needed=number(_TREND_WEEKS),
        )
    )
