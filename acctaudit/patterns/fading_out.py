"""AA207 fading-out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.cadence import Cadence
from acctaudit.analyzers.composition import Composition
from acctaudit.analyzers.phases import Phases
from acctaudit.intent import Archetype, but_not
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    Pattern,
    Severity,
    at_most,
    below,
    enough,
    improbable,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import day, number, plain, said


@dataclass(frozen=True)
class FadingOut(Pattern):
    """It posts less and less.

    ## What it looks for
    In the last quarter of its active life the account surely posted less than half as often
    as in the first. Chance does not explain it, and over its whole active life the posts a
    week do not rise.

    ## Why it matters
    An account that fades is mostly one whose work lost its owner, its time or its reason.
    Often nobody decided it, so nobody looked for what changed.

    ## What to do
    Look at the day on which the pace changed (it is named among the phases), and find out
    who or what left then. Then decide: give the work to somebody, or end it in the open.

    ## What to expect
    A steady pace that somebody answers for; not by itself more reactions.

    ## How to measure it
    Posts a week of the last 13 weeks, in half a year, against those of this report.

    ## When to ignore it
    A campaign that is over, a move to another name or place, or a start that was meant to
    be loud.

    ## Limits
    The active life ends with the last post, so silence after it does not count here. A file
    with the newest posts only does not show the true beginning.
    """

    code: ClassVar = "AA207"
    name: ClassVar = "fading-out"
    healthy: ClassVar = "Keeps up its pace"
    failing: ClassVar = "Posts less and less"
    severity: ClassVar = Severity.MEDIUM
    asks: ClassVar = Advice.PACE
    applies: ClassVar = but_not(Archetype.CAMPAIGN, Archetype.ALERT, Archetype.RESERVED)

    min_weeks: float = enough(
        26, "weeks", Judgement("half a year, so that a holiday is no trend")
    )
    min_posts: float = enough(
        40, "posts", Judgement("ten for each quarter of the life, were it even")
    )
    max_rate_ratio: float = below(
        0.5,
        "times",
        Judgement("half of what it was is more than a busy month explains"),
        title="Last quarter against first",
    )
    max_direction: float = at_most(
        0,
        "on a scale from -1 to 1",
        Judgement("later weeks have fewer posts at least as often as they have more"),
        title="Direction of posts a week",
    )
    chance_of_fall: float = improbable(
        0.01,
        Judgement("one in a hundred: ordinary quarters often differ by chance"),
        title="Chance of such a fall",
    )

    def check(self, composition: Composition, cadence: Cadence, phases: Phases) -> Observed:
        """See whether the end of the active life is quieter than its beginning."""
        return Observed(
            _says(said(cadence.rate_ratio_last_first, "times"), phases),
            min_weeks=phases.weeks,
            min_posts=composition.own_posts,
            max_rate_ratio=cadence.rate_ratio_last_first,
            max_direction=cadence.weekly_tau,
            chance_of_fall=cadence.rate_ratio_p,
        )

    examples = (
        fires("from daily to weekly", story().posts(180).posts(26, every=7.0)),
        clear("a steady year", story().posts(150, every=2.5)),
        clear("it posts more than before", story().posts(26, every=7.0).posts(180)),
        abstains(
            "three months", story().posts(60).posts(5, every=7), "insufficient-evidence"
        ),
        abstains(
            "a campaign",
            story().posts(180).posts(26, every=7.0),
            "not-applicable",
            archetype="campaign",
        ),
    )


def _says(ratio: str, phases: Phases) -> str:
    """How the pace fell, and its steepest fall between two phases with its day."""
    pairs = zip(phases.spans, phases.spans[1:], strict=False)
    falls = [(new, old) for old, new in pairs if new.rate_now < old.rate_now]
    if not falls:
        return say(
            "The last quarter of its active life had {ratio} as many posts a week as the"
            " first.",
            ratio=ratio,
        )
    new, old = min(falls, key=lambda pair: pair[0].rate_now / pair[1].rate_now)
    return say(
        "The last quarter of its active life had {ratio} as many posts a week as the first;"
        " the pace fell most on {day}, from {before} to {after}.",
        ratio=ratio,
        day=day(new.start.isoformat()),
        before=plain(old.rate, "posts a week"),
        after=number(new.rate_now),
    )
