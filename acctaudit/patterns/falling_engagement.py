"""AA706 falling-engagement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.engagement import Engagement
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE, Estimate, Metric, cases
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    On,
    Pattern,
    Severity,
    at_most,
    enough,
    improbable,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import plain, said


@dataclass(frozen=True)
class FallingEngagement(Pattern):
    """The usual post gets less and less.

    ## What it looks for
    Reactions to the usual (median) post that fall over at least half a year, surely by 20 %
    a year or more. Where norms are known for the same years, what everybody lost is taken
    out first.

    ## Why it matters
    A slow fall is invisible from month to month. It can be the first sign that readers have
    stopped reading, long before they stop following.

    ## What to do
    See whether everybody fell in those years. If not, find the month in which the fall
    began, and ask what was changed then.

    ## What to expect
    A fall that a change of the account began can end with it; one of the whole platform
    will not.

    ## How to measure it
    The change of reactions a year, over the half year after the change.

    ## When to ignore it
    Years in which the platform showed everybody less, such as 2024, when the published
    median fell by 48 % (Rival IQ, as quoted by secondary pages).

    ## Limits
    Old posts had more time to collect reactions, new ones may have too few yet; followers
    joined meanwhile, which hides a part of a fall. The norms are known for few years.
    """

    code: ClassVar = "AA706"
    name: ClassVar = "falling-engagement"
    healthy: ClassVar = "Reactions hold up"
    failing: ClassVar = "Reactions are falling"
    severity: ClassVar = Severity.MEDIUM
    asks: ClassVar = Advice.LISTEN
    on: ClassVar = On.DATA
    applies: ClassVar = but_not(Archetype.ALERT, Archetype.RESERVED)
    by_intent: ClassVar = False

    min_stretches: float = enough(
        12, "stretches of time", Judgement("a year of months, or a quarter of weeks")
    )
    direction: float = at_most(
        0,
        "on a scale from -1 to 1",
        Judgement("later weeks do not mostly have more"),
        title="Direction of reactions",
    )
    chance_of_fall: float = improbable(
        0.05,
        Judgement("the usual line for what chance alone does not explain"),
        title="Chance of such a fall",
    )
    change_per_year: float = at_most(
        -0.20,
        "share",
        Judgement(
            "a fifth a year: less is hard to tell from what platforms do to everybody"
        ),
        title="Change of reactions a year",
    )

    def check(self, engagement: Engagement) -> Observed:
        """See how far the usual post fell, and how far everybody did."""
        trend, norm = engagement.trend, engagement.norm_change_per_year
        own = engagement.trend_per_year
        return Observed(
            say(
                "Reactions to the usual post change by {change} a year (chance alone brings"
                " so clear a course in {chance} of cases); {everybody}.",
                change=said(own, SHARE),
                chance=plain(engagement.trend_p, SHARE),
                everybody=_everybody(norm),
            ),
            min_stretches=cases(trend),
            direction=engagement.trend_tau,
            chance_of_fall=engagement.trend_p,
            change_per_year=_beyond(own, norm),
        )

    examples = (
        fires(
            "from twenty likes to five in a year",
            story()
            .posts(90, likes=20, reposts=0)
            .posts(90, likes=15, reposts=0)
            .posts(90, likes=10, reposts=0)
            .posts(90, likes=5, reposts=0),
        ),
        clear(
            "from five likes to twenty",
            story()
            .posts(90, likes=5, reposts=0)
            .posts(90, likes=10, reposts=0)
            .posts(90, likes=20, reposts=0),
        ),
        clear(
            "a fall like that of everybody from 2022 to 2024",
            story()
            .silence(727)
            .posts(365, likes=35, reposts=0)
            .posts(365, likes=29, reposts=0)
            .posts(365, likes=15, reposts=0),
        ),
        abstains("no counts in the export", story().posts(360), "not-measurable"),
        abstains(
            "two months",
            story().posts(30, likes=20, reposts=0).posts(30, likes=2, reposts=0),
            "insufficient-evidence",
        ),
    )


def _everybody(norm: Metric) -> str:
    """What the published norm did meanwhile."""
    if isinstance(norm, Estimate):
        return say(
            "the published norm changed by {norm}, which is taken out",
            norm=plain(norm, SHARE),
        )
    return say("what everybody lost meanwhile is not known for these years")


def _beyond(own: Metric, norm: Metric) -> Metric:
    """The account's change where everybody's is taken out, if that is known."""
    if not isinstance(own, Estimate) or own.low is None or own.high is None:
        return own
    left = 1 + norm.number if isinstance(norm, Estimate) else 1.0
    value, low, high = ((1 + part) / left - 1 for part in (own.number, own.low, own.high))
    return Estimate(value, low, high, own.n)
