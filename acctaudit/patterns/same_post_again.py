"""AA405 same-post-again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.composition import Composition
from acctaudit.analyzers.content import Content
from acctaudit.analyzers.engagement import Engagement
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE, least
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    Pattern,
    Severity,
    above,
    at_most,
    enough,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import said


@dataclass(frozen=True)
class SamePostAgain(Pattern):
    """It says the same thing again and again.

    ## What it looks for
    Own posts that repeat an earlier one almost word for word (links and mentions left out),
    while the reactions to the posts are surely not rising.

    ## Why it matters
    Where the same is said again and again, nothing new is tried, so nothing new can be
    learned. Readers stop reading what they have read.

    ## What to do
    Change one thing about the post, and compare the two. Keep what works.

    ## What to expect
    You learn what makes a difference, whichever way it turns out. Reactions may rise or may
    not; repeated posts surely become fewer.

    ## How to measure it
    Posts that repeat another one, and the trend of reactions, after a quarter in which only
    one thing was changed.

    ## When to ignore it
    Alerts, reminders of a date, notices that the law prescribes word for word.

    ## Limits
    Needs reaction counts over at least twelve weeks with three posts each. Posts of fewer
    than five words are not compared.
    """

    code: ClassVar = "AA405"
    name: ClassVar = "same-post-again"
    healthy: ClassVar = "Says something new"
    failing: ClassVar = "The same post again and again"
    severity: ClassVar = Severity.MEDIUM
    asks: ClassVar = Advice.TRY
    applies: ClassVar = but_not(Archetype.ALERT, Archetype.RESERVED)
    base_rate: ClassVar = (
        "3.2 % repeated posts at a newsroom team, 48.9 % at a declared bot"
    )

    min_posts: float = enough(50, "posts", Judgement("fewer leave no room for a habit"))
    repeated_share: float = above(
        0.15,
        "share",
        Judgement("five times the share of a newsroom team that we measured"),
        title="Posts that repeat another",
    )
    sure_rise: float = at_most(
        0,
        "reactions per post and quarter",
        Judgement("even the lower end of the interval of the trend must rise to be sure"),
        title="Sure rise of reactions",
    )

    def check(
        self, composition: Composition, content: Content, engagement: Engagement
    ) -> Observed:
        """See how much is repeated, and whether it pays."""
        return Observed(
            say(
                "{share} of the own posts repeat another one almost word for word, and"
                " there is no sure rise of reactions: {trend}.",
                share=said(content.near_duplicate_share, SHARE),
                trend=said(engagement.trend, "per post and quarter"),
            ),
            evidence=content.duplicate_ids,
            min_posts=composition.own_posts,
            repeated_share=content.near_duplicate_share,
            sure_rise=least(engagement.trend),
        )

    examples = (
        fires(
            "one slogan for a year",
            story().posts(
                200, every=1.5, likes=1, reposts=0, text="Visit our great new homepage now"
            ),
        ),
        clear("something new each time", story().posts(200, every=1.5, likes=1, reposts=0)),
        abstains(
            "no reaction counts",
            story().posts(200, every=1.5, text="Visit our great new homepage now"),
            "not-measurable",
        ),
    )
