"""What did it bring? Results counted elsewhere: leads, tickets, calls, with their days.

Reactions and followers are not results. Where no table of outcomes was given, nothing here
is known, and the report says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit import stats
from acctaudit.analyzers import kpis
from acctaudit.analyzers.kpis import Target
from acctaudit.analyzers.outcome_lag import Lag, best_lag
from acctaudit.analyzers.outcomes import Kind, Outcomes
from acctaudit.analyzers.weekly import Weekly
from acctaudit.errors import NotMeasured
from acctaudit.intent import Intent
from acctaudit.measure import (
    SHARE,
    Estimate,
    Metric,
    exact,
    metric,
    not_measurable,
    scarce,
    too_little,
    tried,
)
from acctaudit.options import Options
from acctaudit.say import marked, say
from acctaudit.words import count, number, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from acctaudit.model.account import Account

_LEAST = 30
"""Outcomes before it is asked whether posts bring them: our judgement."""
_LEAST_WEEKS = 26
_LEAST_DAYS = 56
"""Days below which no rate is given: eight weeks, as for posts."""
_BLOCK, _LEAST_BLOCKS = 4, 12
_QUARTER = 13.0
"""Weeks in a quarter."""
_WHICH = "outcomes named by a KPI (or all of them, where no KPI names one)"


@dataclass(frozen=True)
class Results:
    """Outcomes, how they go with the posts, and the figures that the owners judge by."""

    outcomes: Metric = metric(
        "Outcomes",
        "outcomes",
        f"{_WHICH}; a row without a value counts 1, a whole number counts as so many, and"
        " an amount such as money counts 1",
    )
    outcomes_per_week: Metric = metric(
        "Outcomes a week",
        "outcomes a week",
        "7 x outcomes / days from the first to the last outcome, both counted",
    )
    outcomes_per_100_posts: Metric = metric(
        "Outcomes per 100 posts",
        "outcomes per 100 posts",
        "100 x outcomes / own posts, over the days between the first and last of both; it"
        " does not say that the posts brought them",
        window="active",
    )
    best_lag_weeks: Metric = metric(
        "Weeks from posts to outcomes",
        "weeks",
        "of 0 to 8 weeks, the delay at which posts a week and outcomes a week go together"
        " best; to go together is not to be the cause",
        window="active",
    )
    lag_correlation: Metric = metric(
        "How posts and outcomes go together",
        "on a scale from -1 to 1",
        "how well posts a week and outcomes a week rise and fall together at that delay: 1"
        " together, 0 not, -1 opposite (Spearman's correlation, their slow course, a cubic"
        " curve, taken out); a season that both follow is not told from a cause",
        window="active",
    )
    lag_p: Metric = metric(
        "Chance of going together so well",
        SHARE,
        "share of 999 made-up series (which fluctuate as the outcomes do, but at random)"
        " whose best of the nine delays is at least as good, the real one counted in",
        window="active",
    )
    outcomes_trend: Metric = metric(
        "Trend of outcomes",
        "outcomes a week and quarter",
        "rise or fall of outcomes a week, in stretches of four whole weeks: the median of"
        " the slopes between all pairs of them (Theil-Sen)",
    )
    outcomes_trend_p: Metric = metric(
        "Chance of such a trend",
        SHARE,
        "chance of a direction of those stretches at least as clear if nothing changed"
        " (Mann-Kendall test as Hamed and Rao 1998)",
    )
    kpis_declared: Metric = metric(
        "KPIs declared", "KPIs", "figures that the owners say they judge the account by"
    )
    result_kpis: Metric = metric(
        "KPIs that are results",
        "KPIs",
        "declared KPIs that are no activity (posts), audience (followers) or reactions"
        " (likes), nor reach (impressions) unless awareness is a declared goal",
    )
    kinds: tuple[Kind, ...] = ()
    """Outcomes by name, those with most rows first."""
    targets: tuple[Target, ...] = ()
    """KPIs with a target that the table of outcomes counts."""
    mere_kpis: tuple[str, ...] = ()
    """KPIs that are no results, in the order declared."""

    @property
    def spoken(self) -> str:
        """One sentence on what posts and outcomes have to do with each other."""
        lag, chance = self.best_lag_weeks, self.lag_p
        if not isinstance(lag, Estimate) or not isinstance(chance, Estimate):
            return "" if isinstance(lag, Estimate) else lag.reason
        return say(
            "Posts and outcomes go together best {weeks} apart ({r}; chance alone does as"
            " well in {p} of cases), which does not say that posts bring them: a season can"
            " move both.",
            weeks=count(lag.number, "weeks"),
            r=plain(self.lag_correlation, "on a scale from -1 to 1"),
            p=plain(chance, SHARE),
        )


def measure(account: Account, weekly: Weekly, intent: Intent, options: Options) -> Results:
    """Count outcomes, hold them against the posts, and sort the KPIs."""
    table = Outcomes(account.others.get("outcomes"), [kpi.name for kpi in options.kpis])
    lag, correlation, chance = _each(lambda: _lagged(table, weekly), 3)
    trend, trend_p = _each(lambda: _trend(table), 2)
    return Results(
        outcomes=tried(lambda: exact(table.total())),
        outcomes_per_week=tried(lambda: _per_week(table)),
        outcomes_per_100_posts=tried(lambda: _per_post(table, account)),
        best_lag_weeks=lag,
        lag_correlation=correlation,
        lag_p=chance,
        outcomes_trend=trend,
        outcomes_trend_p=trend_p,
        kpis_declared=tried(lambda: kpis.declared(options)),
        result_kpis=tried(lambda: kpis.results(options, intent, table.names)),
        kinds=table.kinds,
        targets=kpis.targets(options, table.kinds),
        mere_kpis=kpis.mere(options, intent, table.names),
    )


def _each(found: Callable[[], tuple[Metric, ...]], size: int) -> tuple[Metric, ...]:
    """Several figures of one source, or the reason why there are none for each."""
    try:
        return found()
    except NotMeasured as gap:
        return (not_measurable(gap.reason),) * size


def _per_week(table: Outcomes) -> Metric:
    first, last = table.days
    days = last - first + 1
    if days < _LEAST_DAYS:
        return too_little(
            say(
                "{days} of outcomes, at least {needed} are needed",
                days=count(days, "days"),
                needed=number(_LEAST_DAYS),
            )
        )
    return stats.rate(table.total(), days)


def _per_post(table: Outcomes, account: Account) -> Metric:
    """Outcomes per 100 own posts; the posts are known and so no source of error."""
    times = account.unbroken()["created_at"]
    if times.empty:
        return too_little("no own posts")
    days = times.dt.as_unit("s").astype("int64").to_numpy() // 86_400
    first, last = max(int(days[0]), table.days[0]), min(int(days[-1]), table.days[1])
    if last - first + 1 < _LEAST_DAYS:
        shared = max(0, last - first + 1)
        return too_little(
            say(
                "posts and outcomes share {days}; at least {needed} are needed",
                days=count(shared, "days"),
                needed=number(_LEAST_DAYS),
            )
        )
    posts = int(((days >= first) & (days <= last)).sum())
    if not posts:
        return too_little("no own posts on the days of outcomes")
    return stats.rate(table.total(first, last), posts, per=100)


def _lagged(table: Outcomes, weekly: Weekly) -> tuple[Metric, ...]:
    """The best delay, its correlation and its chance."""
    posts, outcomes = _together(table, weekly)
    if table.total() < _LEAST:
        return (_few(table.total(), _NO_LAG),) * 3
    if outcomes.sum() < _LEAST:
        return (_few(outcomes.sum(), _NO_LAG_IN_WEEKS),) * 3
    if len(posts) < _LEAST_WEEKS:
        return (
            scarce(count(len(posts), "weeks with both posts and outcomes"), _LEAST_WEEKS),
        ) * 3
    found: Lag | None = best_lag(posts.astype(float), outcomes)
    if found is None:
        return (too_little("posts or outcomes are the same every week"),) * 3
    parts = (found.weeks, found.correlation, found.chance)
    return tuple(Estimate(part, n=len(posts)) for part in parts)


_NO_LAG = (
    marked(
        "{outcomes} is too few to say whether posts bring them; at least {needed} are"
        " needed"
    ),
    marked(
        "{outcomes} are too few to say whether posts bring them; at least {needed} are"
        " needed"
    ),
)
_NO_LAG_IN_WEEKS = (
    marked(
        "{outcomes} in whole weeks with posts is too few to say whether posts bring them;"
        " at least {needed} are needed"
    ),
    marked(
        "{outcomes} in whole weeks with posts are too few to say whether posts bring them;"
        " at least {needed} are needed"
    ),
)
_NO_TREND = (
    marked("{outcomes} is too few to show a trend; at least {needed} are needed"),
    marked("{outcomes} are too few to show a trend; at least {needed} are needed"),
)


def _few(outcomes: float, reasons: tuple[str, str]) -> Metric:
    """Too few of them, with the reason for exactly one and that for any other number."""
    one, many = reasons
    there = count(outcomes, "outcomes")
    reason = one if outcomes == 1 else many
    return too_little(say(reason, outcomes=there, needed=number(_LEAST)))


def _together(
    table: Outcomes, weekly: Weekly
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Posts and outcomes of the whole weeks that both have."""
    posts, first_posts = weekly.inner(), weekly.first + 1
    first_outcomes, outcomes = table.whole_weeks()
    first = max(first_posts, first_outcomes)
    end = max(first, min(first_posts + len(posts), first_outcomes + len(outcomes)))
    return (
        posts[first - first_posts : end - first_posts],
        outcomes[first - first_outcomes : end - first_outcomes],
    )


def _trend(table: Outcomes) -> tuple[Metric, ...]:
    """Slope of the weekly rate per quarter, and the chance of its direction."""
    import numpy as np

    from acctaudit.stats.trend import hamed_rao

    if table.total() < _LEAST:
        few = _few(table.total(), _NO_TREND)
        return few, few
    _, weeks = table.whole_weeks()
    blocks = len(weeks) // _BLOCK
    if blocks < _LEAST_BLOCKS:
        short = too_little(
            say(
                "{weeks} whole weeks of outcomes, at least {needed} are needed",
                weeks=number(len(weeks)),
                needed=number(_BLOCK * _LEAST_BLOCKS),
            )
        )
        return short, short
    rates = weeks[len(weeks) % _BLOCK :].reshape(blocks, _BLOCK).mean(axis=1)
    slope = stats.theil_sen(np.arange(blocks) * _BLOCK / _QUARTER, rates)
    return slope, hamed_rao(rates)[1]
