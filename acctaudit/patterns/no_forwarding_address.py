"""AA505 no-forwarding-address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.cadence import Cadence
from acctaudit.analyzers.ending import Ending
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    On,
    Pattern,
    Severity,
    at_least,
    below,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.verdicts import Verdicts
from acctaudit.words import plain

LEFT = ("AA201", "AA203")
"""Findings that the account was left: abandoned, or left without a word."""


@dataclass(frozen=True)
class NoForwardingAddress(Pattern):
    """It was left, and the bio does not say where to go.

    ## What it looks for
    An account that was abandoned or left in silence, and whose bio holds neither an address
    nor an @name to which a reader could move on.

    ## Why it matters
    Old posts and links still bring people. With one line in the bio they would find the
    channel that is alive; without it they are lost.

    ## What to do
    Write into the bio where you are now, and pin a last post that says the same. It takes
    five minutes.

    ## What to expect
    A few visitors find the way, and questions no longer end in nothing.

    ## How to measure it
    Whether the bio holds an address, at the next audit; visits that come from the profile,
    in the statistics of the page it leads to.

    ## When to ignore it
    The law or a dispute forbids changing the profile.

    ## Limits
    Only addresses and @names in the bio count. The profile's own link is another field,
    which most accounts fill with their home page.
    """

    code: ClassVar = "AA505"
    name: ClassVar = "no-forwarding-address"
    healthy: ClassVar = "Says where to go, or is still there"
    failing: ClassVar = "Left without a forwarding address"
    severity: ClassVar = Severity.LOW
    asks: ClassVar = Advice.REVIVE
    on: ClassVar = On.DATA

    left: float = at_least(
        1,
        "findings",
        Judgement("abandoned, or left without a word: one says enough"),
        title="Findings that it was left",
    )
    pointers: float = below(
        1, "pointers", Judgement("one address shows the way"), title="Pointers in the bio"
    )

    def check(self, cadence: Cadence, ending: Ending, verdicts: Verdicts) -> Observed:
        """See whether the account was left, and whether the bio points elsewhere."""
        return Observed(
            say(
                "The last post is {days} old, and the bio holds {pointers} to another"
                " place.",
                days=plain(cadence.days_since_last_post, "days"),
                pointers=plain(ending.pointers, "pointers"),
            ),
            evidence=ending.last_ids,
            left=verdicts.count(LEFT),
            pointers=ending.pointers,
        )

    examples = (
        fires("left, and no word where to", story(bio="We build.").posts(60).silence(120)),
        clear("the bio shows the way", story(bio="Now at @other").posts(60).silence(120)),
        clear("still there", story(bio="We build.").posts(100)),
        abstains("no bio in the export", story().posts(60).silence(120), "not-measurable"),
    )
