"""When and how often does the account post?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from acctaudit import stats
from acctaudit.analyzers import spans
from acctaudit.errors import NotMeasured
from acctaudit.measure import SHARE, Estimate, Metric, exact, metric, too_little, tried

if TYPE_CHECKING:
    import pandas as pd

    from acctaudit.analyzers.spans import Days
    from acctaudit.measure import Window
    from acctaudit.model.account import Account

SHORTEST_SPAN = 56
"""Days below which no weekly rate is given: eight weeks, our judgement."""
_HOURS_NEEDED = 50
_WEEK = "posts a week"


@dataclass(frozen=True)
class Cadence:
    """Rate, gaps and rhythm of the own posts."""

    posts_per_week_lifetime: Metric = metric(
        "Posts a week, whole life",
        _WEEK,
        "7 x posts / days from the creation of the account to the observation date, both"
        " counted; own posts of a complete file, else the platform's own counter",
        window="lifetime",
    )
    posts_per_week_export: Metric = metric(
        "Posts a week, to the day of the export",
        _WEEK,
        "7 x own posts / days from the first post in the file to the observation date",
    )
    posts_per_week_active: Metric = metric(
        "Posts a week, while active",
        _WEEK,
        "7 x own posts / days from the first to the last own post, both counted",
        window="active",
    )
    days_per_post: Metric = metric(
        "Days per post",
        "days",
        "days / posts of the whole life where it is known, else of the active life; not to"
        " be confused with posts a week",
        window="lifetime",
    )
    median_gap_hours: Metric = metric(
        "Median time between posts",
        "hours",
        "median interval between own posts",
        window="active",
    )
    longest_gap_days: Metric = metric(
        "Longest silence", "days", "longest interval between two own posts", window="active"
    )
    p_gap: Metric = metric(
        "Chance of such a silence",
        SHARE,
        "probability that an account posting at random at the same rate shows a silence at"
        " least as long: 1-(1-e^(-rate x gap))^intervals",
        window="active",
    )
    days_since_last_post: Metric = metric(
        "Days since the last post",
        "days",
        "observation date - day of the last own post",
        window="observation",
    )
    silent_weeks_share: Metric = metric(
        "Silent weeks",
        SHARE,
        "calendar weeks (Mon-Sun) without an own post / all weeks of the active life",
        window="active",
    )
    burstiness: Metric = metric(
        "Burstiness",
        "index",
        "regularity of the intervals, corrected for their number: -1 clockwork, 0 random, 1"
        " all at once (Kim and Jo 2016)",
        window="active",
    )
    memory: Metric = metric(
        "Memory",
        "index",
        "correlation of each interval with the next one (Goh and Barabasi 2008)",
        window="active",
    )
    top_hour: Metric = metric(
        "Busiest hour",
        "o'clock UTC",
        "hour of the day with most own posts; UTC, since the account's time zone is not"
        " known",
        window="active",
    )
    hour_entropy: Metric = metric(
        "Spread over the day",
        SHARE,
        "entropy of the 24 hours / its maximum: 0 all in one hour, 100 % evenly spread",
        window="active",
    )
    rate_ratio_last_first: Metric = metric(
        "Last quarter against first",
        "times",
        "posting rate of the last quarter of the active life / that of the first",
        window="active",
    )
    active_days: Metric = metric(
        "Active life",
        "days",
        "days from the first to the last own post, both counted",
        window="active",
    )
    age_days: Metric = metric(
        "Age",
        "days",
        "days from the creation of the account (or its first post, if that is"
        " all that is known) to the observation date, both counted",
        window="lifetime",
    )
    posts_known: Metric = metric(
        "Posts known of",
        "posts",
        "own posts in the file, or the platform's own counter if that is more",
        window="lifetime",
    )

    @property
    def rate(self) -> Metric:
        """The rate to judge: while active if there is a timeline, else the whole life's."""
        active = self.posts_per_week_active
        return active if isinstance(active, Estimate) else self.posts_per_week_lifetime

    @property
    def days(self) -> Metric:
        """The days that `rate` rests on."""
        active = isinstance(self.posts_per_week_active, Estimate)
        return self.active_days if active else self.age_days


def measure(account: Account) -> Cadence:
    """Measure rates over the three windows, then gaps, weeks and hours."""
    lifetime = tried(lambda: _rate(_whole_life(account), spans.lifetime(account)))
    active = tried(lambda: _rate(_own(account), spans.active(account)))
    return Cadence(
        posts_per_week_lifetime=lifetime,
        posts_per_week_export=tried(lambda: _rate(_own(account), spans.export(account))),
        posts_per_week_active=active,
        days_per_post=_days_per_post(lifetime, active),
        median_gap_hours=tried(lambda: _median_gap(account)),
        longest_gap_days=tried(lambda: _longest_gap(account)),
        p_gap=tried(lambda: _p_gap(account)),
        days_since_last_post=tried(lambda: _silence(account)),
        silent_weeks_share=tried(lambda: _silent_weeks(account)),
        burstiness=tried(lambda: stats.burstiness(_gaps(account))),
        memory=tried(lambda: stats.memory(_gaps(account))),
        top_hour=tried(lambda: _top_hour(account)),
        hour_entropy=tried(lambda: _hour_entropy(account)),
        rate_ratio_last_first=tried(lambda: _rate_ratio(account)),
        active_days=tried(lambda: exact(spans.active(account).days)),
        age_days=tried(lambda: exact(spans.age(account).days)),
        posts_known=tried(lambda: exact(_known(account))),
    )


def _own(account: Account) -> int:
    return len(account.unbroken())


def _whole_life(account: Account) -> int:
    """Own posts of a complete file, else the platform's counter; NotMeasured without."""
    if account.timeline == "complete":
        return len(account.unbroken())
    if account.profile.posts_total is None:
        raise NotMeasured("this export holds neither all posts nor the number of them")
    return account.profile.posts_total


def _known(account: Account) -> int:
    """Posts that are known to exist: those in the file, or the counter if that is more."""
    return max(len(account.own), account.profile.posts_total or 0)


def _rate(posts: int, days: Days) -> Metric:
    if days.days < SHORTEST_SPAN:
        return too_little(
            f"{days.days} days are too few for a weekly rate (8 weeks needed)"
        )
    return stats.rate(posts, days.days)


def _days_per_post(lifetime: Metric, active: Metric) -> Metric:
    """The reciprocal of the first rate that is known."""
    rates: tuple[tuple[Metric, Window | None], ...] = ((lifetime, None), (active, "active"))
    for rate, window in rates:
        if isinstance(rate, Estimate) and rate.number and rate.low and rate.high:
            low, high = 7 / rate.high, 7 / rate.low
            return Estimate(7 / rate.number, low, high, rate.n, window=window)
    return lifetime if not isinstance(lifetime, Estimate) else too_little("no posts")


def _sharp(account: Account) -> pd.DataFrame:
    """Own posts whose time is known to the minute at least."""
    posts = account.unbroken()
    return posts[posts["precision"] != "day"]


def _gaps(account: Account) -> pd.Series:
    """Days between neighbouring own posts, where both have a time of day."""
    posts = account.unbroken()
    gaps = posts["created_at"].diff().dt.total_seconds() / 86_400
    sharp = posts["precision"] != "day"
    timed: pd.Series = gaps[sharp & sharp.shift(1, fill_value=False)]
    return timed


def _median_gap(account: Account) -> Metric:
    gaps = _gaps(account)
    if gaps.empty:
        return too_little("fewer than two posts with a time of day")
    return Estimate(24 * float(gaps.median()), n=len(gaps))


def _longest_gap(account: Account) -> Metric:
    gaps = _gaps(account)
    if gaps.empty:
        return too_little("fewer than two posts with a time of day")
    longest = float(gaps.max())
    start, end = account.in_order["created_at"].loc[: gaps.idxmax()].iloc[-2:]
    return replace(
        exact(longest, len(gaps)),
        start=start.date().isoformat(),
        end=end.date().isoformat(),
    )


def _p_gap(account: Account) -> Metric:
    gaps = _gaps(account)
    if len(gaps) < 2:
        return too_little("fewer than three posts with a time of day")
    per_day = len(gaps) / float(gaps.sum()) if gaps.sum() else 0.0
    return Estimate(
        stats.gap_probability(float(gaps.max()), per_day, len(gaps)), n=len(gaps)
    )


def _silence(account: Account) -> Metric:
    return exact(spans.since_last(account))


def _silent_weeks(account: Account) -> Metric:
    weeks = spans.weeks(account.unbroken())
    if weeks.empty:
        return too_little("no posts")
    total = int(weeks.max() - weeks.min()) + 1
    return stats.share(total - weeks.nunique(), total, "weeks")


def _hours(account: Account) -> pd.Series:
    hours: pd.Series = _sharp(account)["created_at"].dt.hour
    return hours


def _too_few_hours(hours: pd.Series) -> Metric | None:
    if len(hours) >= _HOURS_NEEDED:
        return None
    return too_little(f"{len(hours)} posts with a time of day ({_HOURS_NEEDED} needed)")


def _top_hour(account: Account) -> Metric:
    hours = _hours(account)
    return _too_few_hours(hours) or exact(float(hours.mode().iloc[0]), len(hours))


def _hour_entropy(account: Account) -> Metric:
    hours = _hours(account)
    counts = hours.value_counts().reindex(range(24), fill_value=0).to_list()
    return _too_few_hours(hours) or Estimate(stats.entropy_share(counts), n=len(hours))


def _rate_ratio(account: Account) -> Metric:
    posts = account.unbroken()["created_at"]
    if len(posts) < 2:
        return too_little("fewer than two posts")
    start, end = posts.iloc[0], posts.iloc[-1]
    quarter = (end - start) / 4
    days = quarter.total_seconds() / 86_400
    first = int((posts < start + quarter).sum())
    last = int((posts >= end - quarter).sum())
    if days * 4 < SHORTEST_SPAN:
        return too_little("less than eight weeks of posts")
    return stats.rate_ratio(last, days, first, days)
