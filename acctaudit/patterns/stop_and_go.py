"""AA205 stop-and-go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.cadence import Cadence
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE, Estimate, Metric, exact
from acctaudit.pattern import (
    About,
    Advice,
    Judgement,
    Observed,
    On,
    Pattern,
    Severity,
    at_least,
    enough,
    improbable,
)
from acctaudit.say import joined, say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import day, number, plain


@dataclass(frozen=True)
class StopAndGo(Pattern):
    """It stops for weeks and then goes on.

    ## What it looks for
    A silence of at least a month between two own posts that is longer than chance explains:
    an account that posts at random moments at the same average rate would hardly ever pause
    for so long. A rare poster may pause for a month, a daily one may not.

    ## Why it matters
    People who write to an account during a silence get no answer, and those who follow it
    learn not to expect one. A habit that breaks off has to be built again.

    ## What to do
    Keep a small stock of posts that do not age, and bridge holidays and busy months with
    them. Agree who stands in for whom.

    ## What to expect
    Fewer and shorter silences; by itself this does not make any single post do better.

    ## How to measure it
    Look at the longest silence and at the share of silent weeks again after six months.

    ## When to ignore it
    Seasonal houses, campaigns, a pause that was announced.

    ## Limits
    Deleted posts leave silences that never were. The index of burstiness is given beside
    the silence (0 is random, 1 everything at once) and decides nothing: it has no interval,
    and the many posts of a single busy day raise it as well.
    """

    code: ClassVar = "AA205"
    name: ClassVar = "stop-and-go"
    healthy: ClassVar = "Posts without long breaks"
    failing: ClassVar = "Stops for weeks, then goes on"
    severity: ClassVar = Severity.LOW
    asks: ClassVar = Advice.PACE
    on: ClassVar = On.ASKED
    applies: ClassVar = but_not(Archetype.ALERT, Archetype.CAMPAIGN, Archetype.RESERVED)
    base_rate: ClassVar = (
        "16 of 44 ordinary public libraries, 2009-2014, that had enough posts (measured)"
    )

    min_intervals: float = enough(
        50, "pauses", Judgement("with fewer, the average rate is too vague to judge by")
    )
    longest_gap_days: float = at_least(
        30, "days", Judgement("a month is what readers notice"), title="Longest silence"
    )
    chance_of_gap: float = improbable(
        0.01,
        Judgement(
            "at 0.05, one steady account in 25 that posts once a week or less is found by"
            " chance (simulated); of 46 libraries the stricter limit spares one"
        ),
        title="Chance of such a silence",
    )

    def check(self, cadence: Cadence) -> Observed:
        """See the longest silence, and how likely it is."""
        gap = cadence.longest_gap_days
        return Observed(
            joined([_longest(gap), _chance(cadence), *_burstiness(cadence)], " "),
            about=self._improbable(cadence),
            min_intervals=_intervals(gap),
            longest_gap_days=gap,
            chance_of_gap=cadence.p_gap,
        )

    def _improbable(self, cadence: Cadence) -> list[About]:
        """The silences; one that chance alone explains is no finding, however long."""
        return [
            About(gap.start, "longest_gap_days", gap.days, gap.end)
            for gap in cadence.gaps
            if gap.chance is not None and gap.chance < self.chance_of_gap
        ]

    examples = (
        fires(
            "two months of nothing amid daily posts",
            story().posts(60).silence(60).posts(60),
        ),
        clear("one post each day", story().posts(120)),
        clear(
            "five weeks of nothing, at one post a fortnight",
            story().posts(30, every=14).silence(21).posts(30, every=14),
        ),
        abstains(
            "too few posts", story().posts(20).silence(60).posts(9), "insufficient-evidence"
        ),
        abstains(
            "a status page speaks when needed",
            story().posts(60).silence(60).posts(60),
            "not-applicable",
            archetype="alert",
        ),
    )


def _intervals(gap: Metric) -> Metric:
    """How many intervals the longest one was chosen from."""
    return exact(gap.n) if isinstance(gap, Estimate) and gap.n is not None else gap


def _longest(gap: Metric) -> str:
    length = plain(gap, "days")
    if not isinstance(gap, Estimate) or gap.start is None or gap.end is None:
        return say("The longest silence was {days}.", days=length)
    return say(
        "The longest silence was {days}, from {start} to {end}.",
        days=length,
        start=day(gap.start),
        end=day(gap.end),
    )


def _chance(cadence: Cadence) -> str:
    return say(
        "At {rate} the chance of one so long is {chance}.",
        rate=plain(cadence.rate, "posts a week"),
        chance=plain(cadence.p_gap, SHARE),
    )


def _burstiness(cadence: Cadence) -> list[str]:
    """A sentence with the index, where it is known."""
    if not isinstance(cadence.burstiness, Estimate):
        return []
    index = say(
        "The index of burstiness (0 is random, 1 everything at once) is {index}.",
        index=number(cadence.burstiness.number),
    )
    return [index]
