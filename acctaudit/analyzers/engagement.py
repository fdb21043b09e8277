"""What comes back? Reactions to own posts; those of reposts belong to somebody else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from acctaudit import stats
from acctaudit.analyzers.engagement_norms import EngagementNorms
from acctaudit.analyzers.engagement_trend import changed
from acctaudit.analyzers.reactions import COUNTED, Leader, Ratioed, Reactions
from acctaudit.errors import NotMeasured
from acctaudit.intent import Intent
from acctaudit.measure import SHARE, Metric, metric, tried
from acctaudit.options import Options

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from acctaudit.model.account import Account

T = TypeVar("T")
_STRETCHES = (
    "weeks with at least three own posts (of four weeks each, where fewer than half of the"
    " weeks have so many)"
)
_YEARS = "the two newest calendar years of the posts"


@dataclass(frozen=True)
class Engagement:
    """Reactions per own post. Counts are those on the day of the export."""

    engagements_per_post: Metric = metric(
        "Reactions to a post",
        "reactions",
        f"median over own posts of {COUNTED}; interval by resampling weeks",
    )
    er_followers_per_post: Metric = metric(
        "Reactions per follower and post",
        SHARE,
        f"median over own posts of ({COUNTED}) / followers at the day of the export, so"
        " that early posts look worse than they were",
    )
    er_impressions: Metric = metric(
        "Reactions per impression",
        SHARE,
        f"sum of ({COUNTED}) / sum of impressions, over own posts with both",
    )
    er_impressions_per_post: Metric = metric(
        "Reactions per impression of a post",
        SHARE,
        f"median over own posts that were shown of ({COUNTED}) / impressions of the same"
        " post; interval by resampling weeks",
    )
    zero_reaction_share: Metric = metric(
        "Posts without any reaction",
        SHARE,
        f"own posts whose {COUNTED} are 0 / own posts with counts",
    )
    top_post_share: Metric = metric(
        "Share of the best post",
        SHARE,
        "reactions to the most successful post / all reactions",
    )
    top_percent_share: Metric = metric(
        "Share of the best hundredth",
        SHARE,
        "reactions to the 1 % of own posts that got most (rounded up) / all reactions",
    )
    mean_to_median: Metric = metric(
        "Average over median",
        "times",
        "average of reactions to an own post / their median, at least 1:"
        " how far a few successes lift the average above the usual post",
    )
    gini: Metric = metric(
        "Concentration of reactions",
        "on a scale from 0 to 1",
        "how unevenly reactions are spread over own posts: 0 all posts equal, 1 one post"
        " has all (Gini coefficient)",
    )
    trend: Metric = metric(
        "Trend of reactions",
        "reactions per post and quarter",
        f"rise or fall of the median reactions of {_STRETCHES}: the median of the slopes"
        " between all pairs of them (Theil-Sen)",
        window="active",
    )
    trend_per_year: Metric = metric(
        "Change of reactions a year",
        SHARE,
        "what the same slope means for a year, compounded: exp(slope a year / level in the"
        " middle of the time) - 1; needs half a year",
        window="active",
    )
    trend_tau: Metric = metric(
        "Direction of reactions",
        "on a scale from -1 to 1",
        f"whether later ones have more, over the median reactions of {_STRETCHES}: 1 always"
        " rising, 0 neither, -1 always falling (Kendall's tau)",
        window="active",
    )
    trend_p: Metric = metric(
        "Chance of such a direction",
        SHARE,
        "chance of a direction at least as clear if nothing changed, with neighbouring"
        " weeks allowed to be alike (Hamed and Rao 1998)",
        window="active",
    )
    ratioed_share: Metric = metric(
        "Posts with more replies than approval",
        SHARE,
        "own posts whose replies outnumber their likes + reposts / own posts with at least"
        " ten of these three together",
    )
    er_to_norm: Metric = metric(
        "Reactions per follower against the norm",
        SHARE,
        f"median of ({COUNTED}) / followers, over the own posts of one of {_YEARS} / the"
        " published norm of that same year; followers at the day of the export",
    )
    er_impressions_to_norm: Metric = metric(
        "Reactions per impression against the norm",
        SHARE,
        f"sum of reactions / sum of impressions, over the own posts of one of {_YEARS} /"
        " the benchmark of that same year (your own; none is published here)",
    )
    engagements_to_norm: Metric = metric(
        "Reactions to a post against the norm",
        SHARE,
        f"median reactions to the own posts of one of {_YEARS} / the benchmark of that same"
        " year (your own; none is published here)",
    )
    norm_change_per_year: Metric = metric(
        "Change of the norm a year",
        SHARE,
        "how the published norm of reactions per follower changed a year, computed as the"
        " account's own change, where norms cover the years of its trend",
        window="active",
    )
    silent_ids: tuple[str, ...] = ()
    """Newest posts without any reaction, newest first."""
    best_ids: tuple[str, ...] = ()
    """Posts with most reactions, most first."""
    ratioed_ids: tuple[str, ...] = ()
    """Newest posts whose replies outnumber likes and reposts, newest first."""
    leaders: tuple[Leader, ...] = ()
    """Posts with a hundredth of all reactions or more, most first."""
    ratioed_keys: tuple[str, ...] = ()
    """What all posts whose replies outnumber likes and reposts are known by, those with the
    most replies too many first."""
    norm: str = ""
    """The norm of reactions per follower, with population, year and source."""
    norm_year: int | None = None
    """The year that `er_to_norm` is about."""


def measure(account: Account, intent: Intent, options: Options) -> Engagement:
    """Measure medians, concentration and trend of reactions, and hold them to norms."""
    counted, ratioed = Reactions(account), Ratioed(account)
    norms = EngagementNorms(account, intent, options)
    followers = norms.compared(
        "er_followers_per_post", lambda year: Reactions(account, year).per_follower()
    )
    changes = changed(account, counted)
    return Engagement(
        engagements_per_post=tried(counted.per_post),
        er_followers_per_post=tried(counted.per_follower),
        er_impressions=tried(counted.per_impression),
        er_impressions_per_post=tried(counted.per_impression_and_post),
        zero_reaction_share=tried(counted.zero_share),
        top_post_share=tried(lambda: stats.top_share(counted.numbers)),
        top_percent_share=tried(counted.top_percent_share),
        mean_to_median=tried(counted.mean_to_median),
        gini=tried(lambda: stats.gini(counted.numbers)),
        trend=changes.slope,
        trend_per_year=changes.per_year,
        trend_tau=changes.tau,
        trend_p=changes.chance,
        ratioed_share=tried(ratioed.share),
        er_to_norm=followers.ratio,
        er_impressions_to_norm=norms.compared(
            "er_impressions", lambda year: Reactions(account, year).per_impression()
        ).ratio,
        engagements_to_norm=norms.compared(
            "engagements_per_post", lambda year: Reactions(account, year).per_post()
        ).ratio,
        norm_change_per_year=norms.change("er_followers_per_post", changes.years),
        silent_ids=_known(counted.silent_ids),
        best_ids=_known(counted.best_ids),
        ratioed_ids=_known(ratioed.ids),
        leaders=_known(counted.leaders),
        ratioed_keys=_known(ratioed.known_by),
        norm=followers.sentence,
        norm_year=followers.year,
    )


def reactions(account: Account) -> pd.Series:
    """Reactions to each own post that has counts, by row; NotMeasured if none has."""
    return Reactions(account).counts


def _known(posts: Callable[[], tuple[T, ...]]) -> tuple[T, ...]:
    """Some of the posts; none where the export does not hold the counts."""
    try:
        return posts()
    except NotMeasured:
        return ()
