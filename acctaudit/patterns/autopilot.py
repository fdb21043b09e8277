"""AA803 autopilot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.automation import Automation
from acctaudit.analyzers.composition import Composition
from acctaudit.analyzers.conversation import Conversation
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
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
class Autopilot(Pattern):
    """A feed posts, and no person answers.

    ## What it looks for
    Nearly all own posts from programs that pass on a feed (a site's news, another network),
    and hardly any reply to anybody.

    ## Why it matters
    The account repeats what stands elsewhere, and whoever writes to it writes to a machine.
    The channel costs little and brings little: nobody is there who could learn from it.

    ## What to do
    Keep the feed, and add one human hour a day: read what came in, answer it, and write the
    sentence that the headline lacks.

    ## What to expect
    Answers, and then more messages to answer; the posts of the feed itself stay as they
    are.

    ## How to measure it
    Look at the share of replies, and at the posts that come from people's own apps, after
    three months.

    ## When to ignore it
    News feeds, status pages and declared bots, whose readers want just that.

    ## Limits
    Rests on the names of the programs, which newer exports no longer hold, and on a list of
    those known to pass on feeds: a program that the organisation wrote itself is not on it.
    """

    code: ClassVar = "AA803"
    name: ClassVar = "autopilot"
    healthy: ClassVar = "People post, or at least answer"
    failing: ClassVar = "A feed posts and nobody answers"
    severity: ClassVar = Severity.MEDIUM
    asks: ClassVar = Advice.OWN_WORDS
    applies: ClassVar = but_not(Archetype.NEWS, Archetype.ALERT, Archetype.RESERVED)

    min_posts: float = enough(
        60, "posts", Judgement("two months of a daily feed; to be sure takes more")
    )
    automated_share: float = above(
        0.9,
        "share",
        Judgement("nine posts in ten, so that a person's share is a remnant"),
        title="Posts from feed programs",
    )
    reply_share: float = below(
        0.02,
        "share",
        Judgement("a twentieth of the 37.5 % of 44 brands (Kwon and Sung 2011)"),
        title="Share of replies",
    )

    def check(
        self, composition: Composition, automation: Automation, conversation: Conversation
    ) -> Observed:
        """See who posts, and whether anybody answers."""
        return Observed(
            say(
                "{automated} of the own posts come from programs that pass on feeds, and"
                " {replies} answer somebody.",
                automated=said(automation.automated_share, SHARE),
                replies=said(conversation.reply_share, SHARE),
            ),
            evidence=conversation.broadcast_ids,
            min_posts=composition.own_posts,
            automated_share=automation.automated_share,
            reply_share=conversation.reply_share,
        )

    examples = (
        fires("only the feed", story().posts(220, source="dlvr.it")),
        clear(
            "a feed and a person",
            story().posts(150, source="dlvr.it").replies(60, source="TweetDeck"),
        ),
        abstains("too few", story().posts(80, source="dlvr.it"), "insufficient-evidence"),
        abstains("no programs in the export", story().posts(220), "not-measurable"),
        abstains(
            "a newsroom's feed",
            story().posts(220, source="dlvr.it"),
            "not-applicable",
            archetype="news",
        ),
    )
