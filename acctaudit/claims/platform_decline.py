"""CL08 platform-decline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from acctaudit.analyzers.content import Content
from acctaudit.analyzers.engagement import Engagement
from acctaudit.analyzers.engagement_trend import course
from acctaudit.analyzers.phases import Phases
from acctaudit.analyzers.reactions import Reactions
from acctaudit.claim import COUNTS, POSTS, Claim, Part
from acctaudit.errors import NotMeasured
from acctaudit.measure import SHARE, Estimate, Metric, Unknown, exact, too_little
from acctaudit.pattern import Judgement, at_least, at_most, below
from acctaudit.say import marked, say
from acctaudit.story import Story, answered, story
from acctaudit.weighing import Figure, told
from acctaudit.words import day, listed, said

if TYPE_CHECKING:
    from acctaudit.model.account import Account

NORMS = marked(
    "norms of reactions per follower for the first and the last year of the posts, as a"
    " file of your own (--benchmarks)"
)
_MONDAY = date(1969, 12, 29)
_UNDATED = marked(
    "reactions fell little by little, so there is no day to compare with the account's own"
    " changes"
)


def _three_years(*likes: int, every: float = 1.0) -> Story:
    """Posts of 2022, 2023 and 2024 with so many likes; `every` is that of the last."""
    first, second, third = likes
    return (
        story()
        .silence(727)
        .posts(365, likes=first, reposts=0)
        .posts(365, likes=second, reposts=0)
        .posts(365, likes=third, reposts=0, every=every)
    )


@dataclass(frozen=True)
class PlatformDecline(Claim):
    """They say that reactions fell for everybody.

    ## What is said
    “Engagement fell because of the platform, not us”: posts draw fewer reactions than they
    did, as everybody's do, and nothing that the account did explains it.

    ## How it is judged
    In three parts. Reactions to the usual post must surely have fallen. They must not have
    fallen more than what was published for other accounts in the same years. And the
    account must not have changed itself at that time: neither its pace nor its mix of posts
    within four weeks of the day on which the fall began. One part that surely fails
    contradicts the claim.

    ## Limits
    Reactions are counted per post; the number of followers in earlier years is in no
    export, so that a falling share can hide behind a growing audience. Norms are known for
    few years. A new device is seen only where the pace changed with it. That two things
    happened together does not show that one is the cause of the other.
    """

    code: ClassVar = "CL08"
    name: ClassVar = "platform-decline"
    statement: ClassVar = "Engagement fell because of the platform, not us."

    fell: float = at_most(
        0.0, SHARE, Judgement("the whole interval of the change a year is a fall")
    )
    by_chance: float = below(
        0.05, SHARE, Judgement("the usual limit for what chance does not explain")
    )
    fall_of_note: float = below(
        -0.20, SHARE, Judgement("a fifth a year, the limit of the pattern AA706")
    )
    no_fall: float = at_least(
        1, "courses", Judgement("the interval holds no change, and no fall of note")
    )
    more_than_others: float = below(
        0.0, SHARE, Judgement("the change of the norm itself is the limit")
    )
    near_days: float = at_most(
        28, "days", Judgement("four weeks, in which a change and its effect can lie apart")
    )
    mix_change: float = at_least(
        0.02,
        "on a scale from 0 to 1",
        Judgement("below, two quarters have the same mix of posts"),
    )
    own_change: float = at_least(
        1, "changes", Judgement("one change of its own at that time is an explanation")
    )

    def parts(
        self, account: Account, engagement: Engagement, phases: Phases, content: Content
    ) -> tuple[Part, ...]:
        """The fall, that of others, and the account's own changes."""
        begun = _beginnings(account)
        return (
            self.part(say("Reactions fell"), *self._fall(engagement)),
            self.part(say("They fell for others as much"), _others(engagement)),
            self.part(
                say("The account itself did not change then"),
                self._pace(phases, begun),
                self._mix(content, begun),
            ),
        )

    def _fall(self, engagement: Engagement) -> tuple[Figure, ...]:
        """The change a year, surely a fall or surely none."""
        change = engagement.trend_per_year
        falls = not isinstance(change, Estimate) or change.number < 0
        return (
            Figure(
                marked("reactions to the usual post change by {value} a year"),
                change,
                supports="fell",
                settle=COUNTS,
            ),
            Figure(
                marked("chance alone brings such a course in {value} of cases"),
                engagement.trend_p,
                supports="by_chance" if falls else "",
                unit=SHARE,
                settle=COUNTS,
            ),
            Figure("", self._steady(change), contradicts="no_fall", settle=COUNTS),
        )

    def _steady(self, change: Metric) -> Metric:
        """1 if the interval holds no change or a rise, and surely no fall of note."""
        if isinstance(change, Unknown) or change.low is None or change.high is None:
            return change
        return exact(int(change.high >= 0 and change.low > self.fall_of_note))

    def _pace(self, phases: Phases, begun: list[date] | Unknown) -> Figure:
        """Changes of pace near the day on which the fall began."""
        changes = [span.start for span in phases.spans[1:]]
        metric, text = phases.change_points, ""
        if isinstance(metric, Estimate):
            metric = self._near([(start, start) for start in changes], begun)
            text = _changed(changes, begun)
        return Figure(text, metric, unless="own_change", settle=POSTS)

    def _mix(self, content: Content, begun: list[date] | Unknown) -> Figure:
        """The largest change of the mix, if it falls into that time."""
        largest = content.largest_mix_shift
        metric, spans = largest, []
        if isinstance(largest, Estimate) and largest.low is not None:
            if largest.low >= self.mix_change and largest.start and largest.end:
                ends = (largest.start, largest.end)
                spans = [(date.fromisoformat(ends[0]), date.fromisoformat(ends[1]))]
            metric = self._near(spans, begun)
        text = told(
            marked("the mix of posts changed by at most {value}"),
            largest,
            "on a scale from 0 to 1",
        )
        return Figure(text, metric, unless="own_change", settle=POSTS)

    def _near(
        self, changes: list[tuple[date, date]], begun: list[date] | Unknown
    ) -> Metric:
        """How many own changes lie near a day on which reactions fell."""
        if not changes:
            return exact(0)
        if isinstance(begun, Unknown):
            return begun
        apart = timedelta(days=self.near_days)
        return exact(
            sum(
                any(first - apart <= day <= last + apart for day in begun)
                for first, last in changes
            )
        )

    examples = (
        answered(
            "a fall like that of everybody from 2022 to 2024",
            _three_years(35, 29, 15),
            "supported",
        ),
        answered("from five likes to twenty", _three_years(5, 10, 20), "contradicted"),
        answered(
            "far more than others, from a hundred likes to two",
            _three_years(100, 40, 2),
            "contradicted",
        ),
        answered(
            "reactions fell in the week in which it began to post five times as much",
            _three_years(35, 34, 15, every=0.2),
            "contradicted",
        ),
        answered(
            "years for which no norm is known",
            story()
            .posts(180, likes=20, reposts=0)
            .posts(180, likes=12, reposts=0)
            .posts(180, likes=6, reposts=0),
            "cannot be judged",
        ),
        answered("no counts", story().posts(300), "cannot be judged"),
    )


def _others(engagement: Engagement) -> Figure:
    """The upper end of the account's change, less the change of the norm."""
    own, norm = engagement.trend_per_year, engagement.norm_change_per_year
    settle = NORMS if isinstance(norm, Unknown) else COUNTS
    if isinstance(own, Unknown):
        return Figure("", own, unless="more_than_others", settle=COUNTS)
    if isinstance(norm, Unknown):
        return Figure("", norm, unless="more_than_others", settle=settle)
    most = own.number if own.high is None else own.high
    text = say(
        "reactions change by {own} a year, those of others by {others}",
        own=said(own, SHARE),
        others=said(norm, SHARE),
    )
    return Figure(text, exact(most - norm.number), unless="more_than_others")


def _beginnings(account: Account) -> list[date] | Unknown:
    """Days on which the usual reactions passed to a lower level."""
    from acctaudit.stats.changes import change_points

    try:
        over_time = course(account, Reactions(account))
    except NotMeasured as gap:
        return Unknown("not-measurable", gap.reason)
    medians, weeks = over_time.medians, over_time.weeks
    places = [0, *change_points(medians), len(medians)]
    days = [
        _MONDAY + timedelta(days=round(7 * float(weeks[place])))
        for before, place, after in zip(places, places[1:], places[2:], strict=False)
        if medians[place:after].mean() < medians[before:place].mean()
    ]
    return days or too_little(_UNDATED)


def _changed(changes: list[date], begun: list[date] | Unknown) -> str:
    """The weeks in which the pace changed and the days on which reactions fell."""
    if not changes:
        return say("the pace of posting did not change in its whole life")
    if isinstance(begun, Unknown):
        return say(
            "the pace of posting changed in the week of {days}", days=_listed(changes)
        )
    return say(
        "the pace of posting changed in the week of {days}, and reactions fell about"
        " {falls}",
        days=_listed(changes),
        falls=_listed(begun),
    )


def _listed(dates: list[date]) -> str:
    return listed([day(each.isoformat()) for each in dates])
