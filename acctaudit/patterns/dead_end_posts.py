"""AA403 dead-end-posts."""

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
    below,
    enough,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import said


@dataclass(frozen=True)
class DeadEndPosts(Pattern):
    """Its headlines lead nowhere.

    ## What it looks for
    Most own posts read like headlines (they ask nothing, mention nobody, and nobody speaks
    in them), and hardly any holds a link to the story.

    ## Why it matters
    A good headline makes people curious. Without a next click their curiosity ends there,
    and nobody learns whether there was any.

    ## What to do
    Give the reader the next click: the page that tells the rest. Where there is none, say
    the whole thing in the post.

    ## What to expect
    Clicks become possible and can be counted. Links may cost reach, since platforms prefer
    posts that keep people where they are; so watch both.

    ## How to measure it
    Posts with a link, and the clicks on them in the platform's analytics, a quarter after
    headlines got one.

    ## When to ignore it
    Accounts that talk with people, and those whose posts are pictures that need no more
    words.

    ## Limits
    Judged in English, German, French, Spanish and Italian. Pictures do not count as a way
    on, since few exports show them.
    """

    code: ClassVar = "AA403"
    name: ClassVar = "dead-end-posts"
    healthy: ClassVar = "Posts lead on"
    failing: ClassVar = "Headlines without a next click"
    severity: ClassVar = Severity.LOW
    asks: ClassVar = Advice.OWN_WORDS
    on: ClassVar = On.ASKED
    applies: ClassVar = but_not(Archetype.ALERT, Archetype.RESERVED)
    base_rate: ClassVar = "36 to 37 % of the posts of large brands had a link in 2013-2014."

    min_posts: float = enough(40, "posts", Judgement("fewer show no habit"))
    link_share: float = below(
        0.20,
        "share",
        Judgement("little more than half of what large brands linked in 2013-2014"),
        title="Posts with a link",
    )
    headline_share: float = above(
        0.50,
        "share",
        Judgement("more headlines than anything else"),
        title="Posts like headlines",
    )

    def check(self, composition: Composition, content: Content) -> Observed:
        """See how many posts are headlines, and how many have a link."""
        return Observed(
            say(
                "{headlines} of the own posts read like headlines, and only {links} of all"
                " have a link.",
                headlines=said(content.headline_share, SHARE),
                links=said(content.link_share, SHARE),
            ),
            evidence=content.headline_ids,
            min_posts=composition.own_posts,
            link_share=content.link_share,
            headline_share=content.headline_share,
        )

    examples = (
        fires("headlines and no link", story().posts(80, text="The {n} is open to all")),
        clear(
            "each headline with its story",
            story().posts(80, text="The {n} is open to all http://example.com/a/{n}"),
        ),
        clear("it speaks", story().posts(80, text="Our {n} is open, and you are invited")),
        abstains(
            "thirty posts",
            story().posts(30, text="The {n} is open to all"),
            "insufficient-evidence",
        ),
    )
