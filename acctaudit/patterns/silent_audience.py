"""AA701 silent-audience."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.audience import Audience
from acctaudit.analyzers.engagement import Engagement
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE, cases
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    Pattern,
    Published,
    Severity,
    above,
    enough,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import plain, said


@dataclass(frozen=True)
class SilentAudience(Pattern):
    """Nearly every post falls on silence.

    ## What it looks for
    Own posts without a single like or repost (or reply, where the export counts them), in
    well over 80 % of the posts.

    ## Why it matters
    Posts are activity; reactions are the first result. Where almost none comes, more of the
    same will not change it.

    ## What to do
    Ask ten followers what they would want to read. Then write that, and answer.

    ## What to expect
    Fewer posts go without any reaction if they are about what those ten people asked for.
    It may also turn out that the followers do not read at all, which is worth knowing.

    ## How to measure it
    Posts without any reaction, over the posts of the next quarter only. Compare them with
    the newest quarter of this report, since older posts have had longer to collect
    reactions.

    ## When to ignore it
    Accounts with fewer than 100 followers, status pages, and years in which the platform
    counted no likes.

    ## Limits
    Counts are those at the day of the export. An archive counts no replies, so that a post
    that was only answered looks silent.
    """

    code: ClassVar = "AA701"
    name: ClassVar = "silent-audience"
    healthy: ClassVar = "Posts get a reaction"
    failing: ClassVar = "The audience is silent"
    severity: ClassVar = Severity.HIGH
    asks: ClassVar = Advice.LISTEN
    applies: ClassVar = but_not(Archetype.ALERT, Archetype.CARE, Archetype.RESERVED)
    base_rate: ClassVar = (
        "71 % of all posts in 2010 got no reaction (Sysomos); the median of 51 ordinary"
        " public libraries, 2009-2014, is 84 %"
    )

    min_followers: float = enough(
        100, "accounts", Judgement("below, silence is no surprise")
    )
    min_posts: float = enough(
        50, "posts", Judgement("enough for a share with a narrow interval")
    )
    zero_share: float = above(
        0.80,
        "share",
        Published("71 % of all posts in 2010 (Sysomos); the line is drawn above"),
        title="Posts without any reaction",
    )

    def check(self, audience: Audience, engagement: Engagement) -> Observed:
        """See how many posts got nothing."""
        silent = engagement.zero_reaction_share
        return Observed(
            say(
                "{share} of the own posts with counts got no reaction at all, from"
                " {followers}.",
                share=said(silent, SHARE),
                followers=plain(audience.followers, "followers"),
            ),
            evidence=engagement.silent_ids,
            min_followers=audience.followers,
            min_posts=cases(silent),
            zero_share=silent,
        )

    examples = (
        fires(
            "not one like in a year", story(followers=500).posts(100, likes=0, reposts=0)
        ),
        clear("a like for every post", story(followers=500).posts(100, likes=1, reposts=0)),
        abstains(
            "no counts in the export", story(followers=500).posts(100), "not-measurable"
        ),
        abstains(
            "twenty followers",
            story(followers=20).posts(100, likes=0, reposts=0),
            "insufficient-evidence",
        ),
    )
