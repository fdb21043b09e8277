"""What comes back? Reactions to own posts; those of reposts belong to somebody else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from acctaudit import stats
from acctaudit.analyzers import spans
from acctaudit.errors import NotMeasured
from acctaudit.measure import SHARE, Estimate, Metric, metric, too_little, tried

if TYPE_CHECKING:
    import pandas as pd

    from acctaudit.model.account import Account

_REACTIONS = "likes + reposts (+ replies, where the export counts them)"
_POSTS_A_WEEK = 3
"""Posts that a week needs to have a median (method 10)."""
_QUARTER = 13.0
"""Weeks in a quarter."""


@dataclass(frozen=True)
class Engagement:
    """Reactions per own post. Counts are those at the observation date."""

    engagements_per_post: Metric = metric(
        "Reactions to a post",
        "reactions",
        f"median over own posts of {_REACTIONS}; interval by resampling weeks",
    )
    er_followers_per_post: Metric = metric(
        "Reactions per follower and post",
        SHARE,
        f"median over own posts of ({_REACTIONS}) / followers at the day of the export, so"
        " that early posts look worse than they were",
    )
    er_impressions: Metric = metric(
        "Reactions per impression",
        SHARE,
        f"sum of ({_REACTIONS}) / sum of impressions, over own posts with both",
    )
    zero_reaction_share: Metric = metric(
        "Posts without any reaction",
        SHARE,
        f"own posts whose {_REACTIONS} are 0 / own posts with counts",
    )
    top_post_share: Metric = metric(
        "Share of the best post",
        SHARE,
        "reactions to the most successful post / all reactions",
    )
    gini: Metric = metric(
        "Concentration of reactions",
        "index",
        "Gini coefficient of reactions over own posts: 0 all posts equal, 1 one post has"
        " all",
    )
    trend: Metric = metric(
        "Trend of reactions",
        "reactions per post and quarter",
        "Theil-Sen slope of the weekly medians of weeks with at least three own posts",
        window="active",
    )
    silent_ids: tuple[str, ...] = ()
    """Newest posts without any reaction, newest first."""


def measure(account: Account) -> Engagement:
    """Measure the median, concentration and trend of reactions."""
    return Engagement(
        engagements_per_post=tried(lambda: _median(account)),
        er_followers_per_post=tried(lambda: _per_follower(account)),
        er_impressions=tried(lambda: _per_impression(account)),
        zero_reaction_share=tried(lambda: _zero_share(account)),
        top_post_share=tried(lambda: stats.top_share(reactions(account).to_numpy())),
        gini=tried(lambda: stats.gini(reactions(account).to_numpy())),
        trend=tried(lambda: _trend(account)),
        silent_ids=_silent(account),
    )


def reactions(account: Account) -> pd.Series:
    """Reactions to each own post that has counts, by row; NotMeasured if none has."""
    total = account.column("likes").add(account.column("reposts"))
    if "replies" in account.own:
        total = total.add(account.own["replies"].fillna(0))
    return total.dropna()


def _median(account: Account) -> Metric:
    counts = reactions(account)
    weeks = spans.weeks(account.own.loc[counts.index])
    return stats.weekly_median(counts.to_numpy(), weeks.to_numpy())


def _per_follower(account: Account) -> Metric:
    followers = account.profile.followers
    if followers is None:
        raise NotMeasured("this export does not say how many followers the account has")
    if not followers:
        return too_little("the account has no followers")
    median = _median(account)
    if not isinstance(median, Estimate) or median.low is None or median.high is None:
        return median
    parts = (median.number / followers, median.low / followers, median.high / followers)
    return Estimate(*parts, n=median.n)


def _per_impression(account: Account) -> Metric:
    shown = account.column("impressions")
    both = reactions(account).index.intersection(shown.index[shown > 0])
    if both.empty:
        return too_little("no post with impressions")
    return Estimate(float(reactions(account)[both].sum() / shown[both].sum()), n=len(both))


def _zero_share(account: Account) -> Metric:
    counts = reactions(account)
    return stats.share(int((counts == 0).sum()), len(counts))


def _silent(account: Account) -> tuple[str, ...]:
    try:
        counts = reactions(account)
    except NotMeasured:
        return ()
    ids = account.own.loc[counts.index[counts == 0], "post_id"].dropna()
    return tuple(str(post_id) for post_id in ids.iloc[::-1][:5])


def _trend(account: Account) -> Metric:
    account.unbroken()
    counts = reactions(account)
    weekly = counts.groupby(spans.weeks(account.own.loc[counts.index])).agg(
        ["median", "size"]
    )
    full = weekly[weekly["size"] >= _POSTS_A_WEEK]
    slope = stats.theil_sen(full.index.to_numpy() / _QUARTER, full["median"].to_numpy())
    return slope if not isinstance(slope, Estimate) else replace(slope, n=len(full))
