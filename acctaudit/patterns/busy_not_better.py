"""AA703 busy-not-better."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.cadence import Cadence
from acctaudit.analyzers.engagement import Engagement
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE, Metric, cases, least
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    Pattern,
    Severity,
    above,
    at_most,
    enough,
    improbable,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import plain, said

_ALONE = ""
"""Unit of a number that stands without one."""


@dataclass(frozen=True)
class BusyNotBetter(Pattern):
    """It posts more and more, and the usual post does not get more.

    ## What it looks for
    Posts a week that surely rise, while the reactions to the usual (median) post do not
    surely rise and cannot have risen by much. Both are trends over at least half a year.

    ## Why it matters
    Busy is not better. In a study of 74 million posts, how many posts an account had sent
    did not tell whether one would be passed on (Suh and others 2010).

    ## What to do
    Post less, or differently, for a quarter. Put the time that is saved into answers.

    ## What to expect
    Fewer posts should cost few reactions if the extra ones brought none; what the freed
    time brings depends on what is done with it.

    ## How to measure it
    Reactions to a post, and their trend, a quarter after the change.

    ## When to ignore it
    Accounts that post more because more happens, such as a desk in a crisis; and years in
    which the platform showed everybody less.

    ## Limits
    Needs reaction counts over at least half a year. Where the usual post gets no reaction
    at all, its median cannot show a rise, and nothing is said. Counts are those at the day
    of the export.
    """

    code: ClassVar = "AA703"
    name: ClassVar = "busy-not-better"
    healthy: ClassVar = "No rise in posts without a rise in reactions"
    failing: ClassVar = "More posts, but no more reactions"
    severity: ClassVar = Severity.MEDIUM
    asks: ClassVar = Advice.TRY
    applies: ClassVar = but_not(Archetype.ALERT, Archetype.CARE, Archetype.RESERVED)
    by_intent: ClassVar = False

    min_weeks: float = enough(
        26, "weeks", Judgement("half a year, to tell a trend from a busy month")
    )
    min_direction: float = above(
        0.2,
        "on a scale from -1 to 1",
        Judgement(
            "-1 is always falling, 1 always rising: rises outnumber falls by a fifth of all"
            " pairs of weeks; a weaker rise may be sure, but nobody would feel it"
        ),
        title="Direction of posts a week",
    )
    chance_of_rise: float = improbable(
        0.01,
        Judgement(
            "one in a hundred: with one in twenty, the usual line, two in a hundred steady"
            " accounts were found that we simulated"
        ),
        title="Chance of such a rise",
    )
    sure_rise: float = at_most(
        0,
        "reactions per post and quarter",
        Judgement("even the lower end of the interval of the trend must rise to be sure"),
        title="Sure rise of reactions",
    )
    possible_rise: float = at_most(
        0.2,
        "share",
        Judgement(
            "the upper end of the interval of the change a year: no big rise was missed"
        ),
        title="Possible rise of reactions",
    )

    def check(self, cadence: Cadence, engagement: Engagement) -> Observed:
        """Hold the trend of posting against that of reactions."""
        return Observed(
            say(
                "Posts a week: direction {direction}, where 1 is always rising and -1"
                " always falling; chance alone brings one so clear in {chance} of cases."
                " Reactions to the usual post change by {change}.",
                direction=plain(cadence.weekly_tau, _ALONE),
                chance=plain(cadence.weekly_trend_p, SHARE),
                change=said(engagement.trend, "per post and quarter"),
            ),
            min_weeks=_weeks(cadence.weekly_tau),
            min_direction=cadence.weekly_tau,
            chance_of_rise=cadence.weekly_trend_p,
            sure_rise=least(engagement.trend),
            possible_rise=engagement.trend_per_year,
        )

    examples = (
        fires(
            "from three posts a week to twelve, with five likes each",
            story()
            .posts(60, every=2.3, likes=5, reposts=0)
            .posts(80, every=1.4, likes=5, reposts=0)
            .posts(120, every=0.9, likes=5, reposts=0)
            .posts(200, every=0.6, likes=5, reposts=0),
        ),
        clear(
            "from three posts a week to twelve, and the likes with them",
            story()
            .posts(60, every=2.3, likes=5, reposts=0)
            .posts(80, every=1.4, likes=10, reposts=0)
            .posts(120, every=0.9, likes=20, reposts=0)
            .posts(200, every=0.6, likes=40, reposts=0),
        ),
        clear("a steady pace", story().posts(200, every=1.1, likes=5, reposts=0)),
        abstains(
            "no reaction counts",
            story().posts(60, every=2.3).posts(80, every=1.4).posts(200, every=0.7),
            "not-measurable",
        ),
    )


def _weeks(tau: Metric) -> Metric:
    """How many weeks the direction rests on."""
    return cases(tau)
