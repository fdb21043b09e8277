"""When and how often does the account post?"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING

from acctaudit import stats
from acctaudit.analyzers import bursts, hours, rates, spans
from acctaudit.analyzers.gaps import Gap, Silences, known_gaps, open_gap, silent_weeks
from acctaudit.analyzers.weekly import Weekly
from acctaudit.errors import NotMeasured
from acctaudit.measure import (
    SHARE,
    Estimate,
    Metric,
    exact,
    metric,
    not_measurable,
    tried,
)
from acctaudit.options import Options

if TYPE_CHECKING:
    from acctaudit.model.account import Account

_WEEK = "posts a week"


@dataclass(frozen=True)
class Cadence:
    """Rate, gaps and rhythm of the own posts."""

    posts_per_week_lifetime: Metric = metric(
        "Posts a week, whole life",
        _WEEK,
        "7 x posts / days from the creation of the account to the day of the export, both"
        " counted; own posts of a complete file, else the platform's own counter",
        window="lifetime",
    )
    posts_per_week_export: Metric = metric(
        "Posts a week, to the day of the export",
        _WEEK,
        "7 x own posts / days from the first post in the file to the day of the export",
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
        "the middle one (median) of all pauses between own posts, by length",
        window="active",
    )
    longest_gap_days: Metric = metric(
        "Longest silence", "days", "longest pause between two own posts", window="active"
    )
    p_gap: Metric = metric(
        "Chance of such a silence",
        SHARE,
        "chance that an account posting at random at the same rate shows a silence at least"
        " as long: 1-(1-e^(-rate x silence))^pauses",
        window="active",
    )
    recent_longest_gap_days: Metric = metric(
        "Longest silence near the end",
        "days",
        "longest pause between own posts that ends in the last 90 days of the active life",
        window="active",
    )
    recent_p_gap: Metric = metric(
        "Chance of such a silence near the end",
        SHARE,
        "chance of a silence at least as long among the pauses of 90 days, for an"
        " account posting at random at the rate of its whole active life",
        window="active",
    )
    days_since_last_post: Metric = metric(
        "Days since the last post",
        "days",
        "day of the export - day of the last own post",
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
        "on a scale from -1 to 1",
        "how uneven the pauses between posts are, corrected for their number: -1 clockwork,"
        " 0 random, 1 all at once (Kim and Jo 2016)",
        window="active",
    )
    memory: Metric = metric(
        "Memory",
        "on a scale from -1 to 1",
        "how alike each pause and the next one are: 1 long after long and short after"
        " short, 0 no order, -1 long and short in turn (Goh and Barabasi 2008)",
        window="active",
    )
    top_hour: Metric = metric(
        "Busiest hour",
        "o'clock",
        "hour of the day with most own posts, in the declared time zone, else in UTC",
        window="active",
    )
    hour_entropy: Metric = metric(
        "Spread over the day",
        SHARE,
        "how evenly posts are spread over the 24 hours (declared time zone, else UTC): 0 %"
        " all in one hour, 100 % all hours alike (entropy / its maximum)",
        window="active",
    )
    office_hours_share: Metric = metric(
        "Posts in office hours",
        SHARE,
        "own posts from Monday to Friday, 8:00 to 18:00 in the declared time zone / own"
        " posts with a time of day",
        window="active",
    )
    inbound_off_hours_share: Metric = metric(
        "Messages outside office hours",
        SHARE,
        "posts by others to the account outside Monday to Friday, 8:00 to 18:00 in the"
        " declared time zone / those with a time of day",
    )
    rate_ratio_last_first: Metric = metric(
        "Last quarter against first",
        "times",
        "posting rate of the last quarter of the active life / that of the first",
        window="active",
    )
    rate_ratio_p: Metric = metric(
        "Chance of such a drop",
        SHARE,
        "chance of so few posts in the last quarter, against the first, if the rate had"
        " stayed the same (exact conditional test, for a fall only)",
        window="active",
    )
    weekly_tau: Metric = metric(
        "Direction of the weeks",
        "on a scale from -1 to 1",
        "whether later weeks have more own posts: -1 each week fewer, 0 no direction, 1"
        " each week more (Kendall's tau of whole weeks); 26 weeks needed",
        window="active",
    )
    weekly_trend_p: Metric = metric(
        "Chance of such a direction",
        SHARE,
        "chance of a rise or fall at least as clear if the weeks had no direction, with"
        " neighbouring weeks allowed to be alike (Hamed and Rao 1998)",
        window="active",
    )
    weekly_slope: Metric = metric(
        "Change of the weekly rate",
        "posts a week per quarter",
        "by how much the own posts a week rise or fall: the median of the slopes between"
        " all pairs of whole weeks (Theil-Sen); 26 weeks needed",
        window="active",
    )
    densest_tenth_share: Metric = metric(
        "Posts in the busiest tenth",
        SHARE,
        "largest share of the own posts within any stretch of a tenth of the active life",
        window="active",
    )
    burst_days: Metric = metric(
        "Days with most of the posts",
        "days",
        "days of the shortest stretch that holds four fifths of the own posts, both ends"
        " counted",
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
        " all that is known) to the day of the export, both counted",
        window="lifetime",
    )
    posts_known: Metric = metric(
        "Posts known of",
        "posts",
        "own posts in the file, or the platform's own counter if that is more",
        window="lifetime",
    )
    burst_is_over: bool = False
    """Whether the busiest tenth ended before the last tenth of the active life."""
    gaps: tuple[Gap, ...] = ()
    """Silences of a day or more between own posts, longest first."""
    open_gap: tuple[Gap, ...] = ()
    """The silence from the last own post to the day of the export, where it is known."""

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

    @property
    def silence_chance(self) -> Metric:
        """Chance that nothing is posted for so long, at the rate until the last post.

        e^(-posts / days until the last post x days of silence), as for posts at random.
        """
        silent, age, posts = self.days_since_last_post, self.age_days, self.posts_known
        if not isinstance(silent, Estimate):
            return silent
        if not isinstance(age, Estimate):
            return age
        if not isinstance(posts, Estimate):
            return posts
        alive = max(age.number - silent.number, 1)
        return Estimate(exp(-posts.number / alive * silent.number), n=posts.n)


def measure(account: Account, weekly: Weekly, options: Options) -> Cadence:
    """Measure rates over the three windows, then gaps, weeks, bursts and hours."""
    zone, silences = options.time_zone, Silences(account)
    life = tried(lambda: rates.weekly(rates.whole_life(account), spans.lifetime(account)))
    active = tried(lambda: rates.weekly(rates.own(account), spans.active(account)))
    tau, trend_p = _trend(weekly)
    densest = tried(lambda: bursts.densest_tenth(account))
    return Cadence(
        posts_per_week_lifetime=life,
        posts_per_week_export=tried(
            lambda: rates.weekly(rates.own(account), spans.export(account))
        ),
        posts_per_week_active=active,
        days_per_post=rates.days_per_post(life, active),
        median_gap_hours=tried(silences.median_hours),
        longest_gap_days=tried(silences.longest),
        p_gap=tried(silences.chance),
        recent_longest_gap_days=tried(silences.recent_longest),
        recent_p_gap=tried(silences.recent_chance),
        days_since_last_post=tried(lambda: exact(spans.since_last(account))),
        silent_weeks_share=tried(lambda: silent_weeks(account)),
        burstiness=tried(lambda: stats.burstiness(silences.days)),
        memory=tried(lambda: stats.memory(silences.days)),
        top_hour=tried(lambda: hours.top(account, zone)),
        hour_entropy=tried(lambda: hours.evenness(account, zone)),
        office_hours_share=tried(lambda: hours.office_share(account, zone)),
        inbound_off_hours_share=tried(lambda: hours.inbound_off_hours(account, zone)),
        rate_ratio_last_first=tried(lambda: rates.quarters_ratio(account)),
        rate_ratio_p=tried(lambda: rates.quarters_drop(account)),
        weekly_tau=tau,
        weekly_trend_p=trend_p,
        weekly_slope=tried(lambda: rates.slope(weekly)),
        densest_tenth_share=densest,
        burst_days=tried(lambda: bursts.days_of_most(account)),
        active_days=tried(lambda: exact(spans.active(account).days)),
        age_days=tried(lambda: exact(spans.age(account).days)),
        posts_known=tried(lambda: exact(rates.known(account))),
        burst_is_over=bursts.is_over(account, densest),
        gaps=known_gaps(silences),
        open_gap=open_gap(account),
    )


def _trend(weekly: Weekly) -> tuple[Metric, Metric]:
    """Tau and its chance, or twice the reason why there are none."""
    try:
        return rates.trend(weekly)
    except NotMeasured as gap:
        return not_measurable(gap.reason), not_measurable(gap.reason)
