"""AA805 owner-change-break."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.phases import Phases
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import Metric
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    On,
    Pattern,
    Severity,
    above,
    at_least,
    enough,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import day, number, plain

_NO_UNIT = ""
"""The difference is a bare number."""


@dataclass(frozen=True)
class OwnerChangeBreak(Pattern):
    """Pace and posting program changed together.

    ## What it looks for
    A week in which the pace of posting passed to another level, and, within four weeks of
    it, a change of the programs and devices that posts were sent from. Half a year before
    is compared with half a year after.

    ## Why it matters
    When both change at once, the work often passed into other hands. What the first hands
    knew about the readers is easily lost with them.

    ## What to do
    Hand the account over in writing: what it is for, who asks, what works, when to post.
    Keep the pace in the first months, and change one thing at a time.

    ## What to expect
    The next hand-over leaves no break that readers notice.

    ## How to measure it
    Posts a week and replies in the three months before and after the next hand-over.

    ## When to ignore it
    A new phone or a new tool for planning posts, or a change that was wanted.

    ## Limits
    A program is not a person: one person may change the device, and two may share one. This
    is a question to ask, not an answer.
    """

    code: ClassVar = "AA805"
    name: ClassVar = "owner-change-break"
    healthy: ClassVar = "No break that looks like a change of hands"
    failing: ClassVar = "Pace and posting program changed together"
    severity: ClassVar = Severity.INFO
    asks: ClassVar = Advice.OWNER
    on: ClassVar = On.DATA
    applies: ClassVar = but_not(Archetype.ALERT, Archetype.RESERVED)
    by_intent: ClassVar = False

    min_weeks: float = enough(
        52, "weeks", Judgement("half a year on each side of the change")
    )
    min_changes: float = at_least(
        1,
        "changes",
        Judgement("a change of pace with half a year and 30 posts on each side"),
        title="Changes of pace",
    )
    min_shift: float = above(
        0.25,
        "index",
        Judgement(
            "in a public archive of ten years, a known switch of phones measures 0.33, and"
            " ordinary drift from device to device up to 0.2"
        ),
        title="Change of the programs",
    )

    def check(self, phases: Phases) -> Observed:
        """See whether the clients changed where the pace did."""
        return Observed(
            _says(phases),
            min_weeks=_weeks(phases),
            min_changes=phases.client_changes,
            min_shift=phases.client_shift,
        )

    examples = (
        fires(
            "from a phone to a planning tool, and half as often",
            story()
            .posts(200, every=1.0, source="Twitter for iPhone")
            .posts(100, every=3.0, source="Hootsuite"),
        ),
        clear(
            "half as often from the same phone",
            story()
            .posts(200, every=1.0, source="Twitter for iPhone")
            .posts(100, every=3.0, source="Twitter for iPhone"),
        ),
        clear(
            "a new phone at the same pace",
            story()
            .posts(200, every=1.5, source="Twitter for Android")
            .posts(200, every=1.5, source="Twitter for iPhone"),
        ),
        abstains(
            "half a year in all",
            story().posts(90, source="Web").posts(30, every=3.0, source="Hootsuite"),
            "insufficient-evidence",
        ),
        abstains("no programs in the export", story().posts(400), "not-measurable"),
    )


def _weeks(phases: Phases) -> Metric:
    """Whole weeks, where the export names clients; else why nothing can be seen."""
    known = phases.client_changes
    return known if getattr(known, "status", "") == "not-measurable" else phases.weeks


def _says(phases: Phases) -> str:
    shift = phases.shift
    if shift is None:
        return say("No change of pace goes with a change of the posting program.")
    return say(
        "In the week of {day} the pace of posting changed, and {apart} the programs that"
        " posts came from: mostly {before} before, mostly {after} after (difference"
        " {difference} on a scale from 0 to 1).",
        day=day(str(phases.shift_day)),
        apart=_distance(shift.apart),
        before=shift.before,
        after=shift.after,
        difference=plain(phases.client_shift, _NO_UNIT),
    )


def _distance(weeks: int) -> str:
    if weeks == 0:
        return say("in the same week")
    if weeks == 1:
        return say("within a week of it")
    return say("within {weeks} weeks of it", weeks=number(weeks))
