"""AA407 hashtag-stuffing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.composition import Composition
from acctaudit.analyzers.content import Content
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    On,
    Pattern,
    Severity,
    above,
    enough,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import said


@dataclass(frozen=True)
class HashtagStuffing(Pattern):
    """More labels than content.

    ## What it looks for
    At least three hashtags in more than half of the own posts.

    ## Why it matters
    Every hashtag is a link away from what the post says, and a string of them looks like
    advertising. One that people follow or search helps them find the post; the others only
    make it harder to read.

    ## What to do
    Use the one hashtag that you would search for yourself. Where none comes to mind, use
    none.

    ## What to expect
    Posts that are easier to read. Reach is unlikely to change much in either direction.

    ## How to measure it
    Posts with three hashtags or more, and how often posts were shown, in the quarter after
    against the one before.

    ## When to ignore it
    Live reports of an event, where the hashtags are the channel.

    ## Limits
    Hashtags are counted, not weighed: whether anybody follows them cannot be seen in an
    export.
    """

    code: ClassVar = "AA407"
    name: ClassVar = "hashtag-stuffing"
    healthy: ClassVar = "Hashtags in moderation"
    failing: ClassVar = "Three hashtags or more in most posts"
    severity: ClassVar = Severity.LOW
    asks: ClassVar = Advice.OWN_WORDS
    on: ClassVar = On.ASKED
    applies: ClassVar = but_not(Archetype.NEWS, Archetype.ALERT, Archetype.RESERVED)
    base_rate: ClassVar = (
        "10.1 % of all posts of 2010 had any hashtag (Suh, Hong, Pirolli and Chi 2010)."
    )

    min_posts: float = enough(40, "posts", Judgement("fewer show no habit"))
    stuffed_share: float = above(
        0.50,
        "share",
        Judgement("more often than not, where one post in ten had any hashtag in 2010"),
        title="Posts full of hashtags",
    )

    def check(self, composition: Composition, content: Content) -> Observed:
        """See how many posts are full of hashtags."""
        return Observed(
            say(
                "{share} of the own posts hold three hashtags or more.",
                share=said(content.stuffed_share, SHARE),
            ),
            evidence=content.stuffed_ids,
            min_posts=composition.own_posts,
            stuffed_share=content.stuffed_share,
        )

    examples = (
        fires("four hashtags in each", story().posts(60, text="{n} #a1 #b1 #c1 #d1")),
        clear("one in each", story().posts(60, text="{n} #bridge")),
        abstains(
            "twenty posts",
            story().posts(20, text="{n} #a1 #b1 #c1 #d1"),
            "insufficient-evidence",
        ),
        abstains(
            "a news feed",
            story().posts(60, text="{n} #a1 #b1 #c1"),
            "not-applicable",
            archetype="news",
        ),
    )
