"""AA406 no-experiment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.content import Content
from acctaudit.analyzers.engagement import Engagement
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE, Estimate, Metric, least
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    On,
    Pattern,
    Severity,
    at_most,
    below,
    enough,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import said


@dataclass(frozen=True)
class NoExperiment(Pattern):
    """It never tries anything else.

    ## What it looks for
    The same mix of posts (answers or not, with or without link, with or without picture)
    from quarter to quarter, while the reactions are surely not rising.

    ## Why it matters
    What works can only be found by trying. An account that always does the same cannot know
    whether something else would do better, and has no answer when asked.

    ## What to do
    Run one experiment a quarter: one change, named beforehand, with the figure that is to
    show whether it worked.

    ## What to expect
    Most experiments change little, and you learn that cheaply. One that works pays for the
    others.

    ## How to measure it
    The change of the mix of posts in the quarter of the experiment, and the median of
    reactions in it against the quarter before.

    ## When to ignore it
    An account that works well as it is.

    ## Limits
    Topics and wording are not looked at, only the form of posts. Needs three quarters in a
    row with thirty own posts each, and reaction counts. With few posts a quarter, chance
    hides small changes, and nothing is said.
    """

    code: ClassVar = "AA406"
    name: ClassVar = "no-experiment"
    healthy: ClassVar = "Tries something now and then"
    failing: ClassVar = "The same mix, quarter after quarter"
    severity: ClassVar = Severity.LOW
    asks: ClassVar = Advice.TRY
    on: ClassVar = On.ASKED
    applies: ClassVar = but_not(Archetype.ALERT, Archetype.RESERVED)

    quarters: float = enough(3, "quarters", Judgement("two could be alike by chance"))
    mix_shift: float = below(
        0.02,
        "share",
        Judgement("what it makes if one kind of post goes from 10 to 22 % of all"),
        title="Change of the mix",
    )
    sure_rise: float = at_most(
        0,
        "reactions per post and quarter",
        Judgement("even the lower end of the interval of the trend must rise to be sure"),
        title="Sure rise of reactions",
    )

    def check(self, content: Content, engagement: Engagement) -> Observed:
        """See how far the mix of posts moves, and whether reactions rise."""
        shift = content.mix_shift
        return Observed(
            say(
                "From quarter to quarter the mix of posts moves by {shift} on average"
                " (100 % would be a wholly different one), and there is no sure rise of"
                " reactions: {trend}.",
                shift=said(shift, SHARE),
                trend=said(engagement.trend, "per post and quarter"),
            ),
            quarters=_quarters(shift),
            mix_shift=shift,
            sure_rise=least(engagement.trend),
        )

    examples = (
        fires(
            "a picture-less headline a day for two years",
            story().posts(700, likes=1, reposts=0, text="The {n} is open"),
        ),
        clear(
            "links for a quarter, then answers",
            story()
            .posts(90, likes=1, reposts=0, text="The {n} is open http://example.com/a")
            .posts(90, likes=1, reposts=0, text="The {n} is open")
            .replies(90, likes=1, reposts=0)
            .posts(90, likes=1, reposts=0, text="The {n} is open http://example.com/a"),
        ),
        abstains(
            "half a year", story().posts(150, likes=1, reposts=0), "insufficient-evidence"
        ),
    )


def _quarters(shift: Metric) -> Metric:
    """How many quarters the change rests on."""
    if not isinstance(shift, Estimate):
        return shift
    n = shift.n or 0
    return Estimate(n, n, n)
