"""AA704 one-hit-wonder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.engagement import Engagement
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE, cases
from acctaudit.pattern import (
    About,
    Advice,
    Judgement,
    Observed,
    Pattern,
    Severity,
    at_least,
    enough,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import plain


@dataclass(frozen=True)
class OneHitWonder(Pattern):
    """One post got what all the others together hardly did.

    ## What it looks for
    A single own post with at least 30 % of all reactions, and an average that it lifts to
    at least five times the usual (median) post.

    ## Why it matters
    Averages over such an account describe one lucky day. Plans that rest on them expect of
    every post what one post did once.

    ## What to do
    Report the median, and drop the average. Ask what the one post had that the others do
    not have, and try it twice more before believing it.

    ## What to expect
    The average falls back to what is usual; a second success of that size is not to be
    planned for.

    ## How to measure it
    The share of the best post and the average over the median, a quarter later.

    ## When to ignore it
    A disaster or a great day that the account had to report, and that will not come again.

    ## Limits
    Needs a hundred own posts with counts. A median below one reaction counts as one.
    """

    code: ClassVar = "AA704"
    name: ClassVar = "one-hit-wonder"
    healthy: ClassVar = "Success is spread over many posts"
    failing: ClassVar = "One post made the success"
    severity: ClassVar = Severity.LOW
    asks: ClassVar = Advice.LISTEN
    applies: ClassVar = but_not(Archetype.ALERT, Archetype.RESERVED)
    by_intent: ClassVar = False
    base_rate: ClassVar = (
        "The best post had 10.4 % of all likes at one head of state (3,207 posts) and 0.3 %"
        " at another (3,232 posts)"
    )

    min_posts: float = enough(
        100, "posts", Judgement("of fewer posts, one always has a large share")
    )
    top_post_share: float = at_least(
        0.30,
        "share",
        Judgement("three times the share at the more uneven of two accounts we measured"),
        title="Share of the best post",
    )
    mean_to_median: float = at_least(
        5,
        "times",
        Judgement("an average that no usual post comes near"),
        title="Average against median",
    )

    def check(self, engagement: Engagement) -> Observed:
        """See how much the best post has, and how far it lifts the average."""
        top = engagement.top_post_share
        return Observed(
            say(
                "The best post got {share} of all reactions; the average is {times} the"
                " usual (median) post.",
                share=plain(top, SHARE),
                times=plain(engagement.mean_to_median, "times"),
            ),
            evidence=engagement.best_ids[:1],
            about=[
                About(post.key, "top_post_share", post.share) for post in engagement.leaders
            ],
            min_posts=cases(top),
            top_post_share=top,
            mean_to_median=engagement.mean_to_median,
        )

    examples = (
        fires(
            "one post of 2,000 likes among posts of two",
            story()
            .posts(150, likes=2, reposts=0)
            .posts(1, likes=2_000, reposts=400)
            .posts(50, likes=2, reposts=0),
        ),
        clear("all posts alike", story().posts(150, likes=2, reposts=1)),
        clear(
            "a best post of fifty likes",
            story().posts(150, likes=5, reposts=0).posts(1, likes=50, reposts=0),
        ),
        abstains("no counts in the export", story().posts(150), "not-measurable"),
        abstains(
            "thirty posts",
            story().posts(30, likes=2, reposts=0).posts(1, likes=900, reposts=0),
            "insufficient-evidence",
        ),
    )
