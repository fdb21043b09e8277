"""AA705 ratioed."""

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
    On,
    Pattern,
    Published,
    Severity,
    above,
    enough,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import said


@dataclass(frozen=True)
class Ratioed(Pattern):
    """More people answer than approve.

    ## What it looks for
    Own posts with at least ten reactions, of which more are replies than likes and reposts
    together, in surely more than 20 % of such posts. People call such a post "ratioed".

    ## Why it matters
    A like costs nothing, a reply costs a minute. Where replies outnumber likes, most of
    them usually object.

    ## What to do
    Read the replies to the newest of these posts, and answer what can be answered, before
    the next post goes out.

    ## What to expect
    Objections that are answered tend to calm down; those against what was done will not, as
    long as it is done.

    ## How to measure it
    The share of posts with more replies than approval, over the posts of the next quarter.

    ## When to ignore it
    Posts that ask for replies. Support desks, where people write because something is
    broken, and news feeds, where they argue with each other, are not judged at all.

    ## Limits
    Replies are counted and not read: praise counts as much as protest. Only exports that
    count replies can be judged.
    """

    code: ClassVar = "AA705"
    name: ClassVar = "ratioed"
    healthy: ClassVar = "Approval outnumbers replies"
    failing: ClassVar = "Replies outnumber approval"
    severity: ClassVar = Severity.MEDIUM
    asks: ClassVar = Advice.LISTEN
    on: ClassVar = On.DATA
    applies: ClassVar = but_not(
        Archetype.CARE, Archetype.NEWS, Archetype.ALERT, Archetype.RESERVED
    )
    base_rate: ClassVar = (
        "More replies than likes on 31.8 % of the posts of one party in the United States"
        " Senate of 2018, and on about 5 % of those of the other (Data for Progress)"
    )

    min_posts: float = enough(
        50, "posts", Judgement("enough for a share with a usable interval")
    )
    ratioed_share: float = above(
        0.20,
        "share",
        Published(
            "between 31.8 % and about 5 % of posts, the two parties in the Senate of 2018"
            " (Data for Progress, as quoted by Splinter); the line is drawn between"
        ),
        title="More replies than approval",
    )

    def check(self, engagement: Engagement) -> Observed:
        """See on how many posts the replies outnumber the rest."""
        share = engagement.ratioed_share
        return Observed(
            say(
                "{share} of the own posts with at least ten reactions have more replies"
                " than likes and reposts together.",
                share=said(share, SHARE),
            ),
            evidence=engagement.ratioed_ids,
            about=[About(key) for key in engagement.ratioed_keys],
            min_posts=cases(share),
            ratioed_share=share,
        )

    examples = (
        fires(
            "half of the posts draw protest",
            story()
            .posts(60, likes=20, reposts=5, replies=3)
            .posts(60, likes=6, reposts=2, replies=40),
        ),
        clear("likes throughout", story().posts(120, likes=20, reposts=5, replies=3)),
        abstains(
            "an export without reply counts",
            story().posts(120, likes=20, reposts=5),
            "not-measurable",
        ),
        abstains(
            "posts with a handful of reactions",
            story().posts(120, likes=1, reposts=0, replies=3),
            "insufficient-evidence",
        ),
        abstains(
            "a support desk",
            story().posts(120, likes=6, reposts=2, replies=40),
            "not-applicable",
            archetype="care",
        ),
    )
