"""AA408 echo-only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.composition import Composition
from acctaudit.analyzers.conversation import Conversation
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE
from acctaudit.pattern import Advice, Judgement, Observed, Pattern, Severity, above, enough
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import plain, said


@dataclass(frozen=True)
class EchoOnly(Pattern):
    """It passes on what others say and adds nothing.

    ## What it looks for
    More than three quarters of all posts are reposts: posts by others, passed on without a
    word.

    ## Why it matters
    A repost brings people to somebody else. An account that hardly says anything itself
    gives no reason to follow it instead of those whom it repeats.

    ## What to do
    Quote instead of reposting, and add the one sentence why it matters to your readers.

    ## What to expect
    Reactions begin to count for you, since those to a repost belong to its author. Expect
    fewer posts, as each takes a thought.

    ## How to measure it
    Reposts as a share of all posts, and reactions to own posts, after a quarter.

    ## When to ignore it
    Accounts whose task is to collect, such as a conference's wall or the hub of a campaign.

    ## Limits
    Where the export does not mark reposts, nothing is said. Reposts typed by hand count as
    own posts.
    """

    code: ClassVar = "AA408"
    name: ClassVar = "echo-only"
    healthy: ClassVar = "Says something of its own"
    failing: ClassVar = "Passes on and adds nothing"
    severity: ClassVar = Severity.MEDIUM
    asks: ClassVar = Advice.OWN_WORDS
    applies: ClassVar = but_not(Archetype.CARE, Archetype.ALERT, Archetype.RESERVED)
    base_rate: ClassVar = (
        "Around 15 % reposts among 44 brands (Kwon and Sung 2011) and 16 % among 73"
        " nonprofits (Lovejoy, Waters and Saxton 2012)."
    )

    min_posts: float = enough(60, "posts", Judgement("fewer show no habit"))
    repost_share: float = above(
        0.75,
        "share",
        Judgement("five times the 15 to 16 % of brands and nonprofits in 2009-2010"),
        title="Share of reposts",
    )

    def check(self, composition: Composition, conversation: Conversation) -> Observed:
        """See how much is passed on."""
        return Observed(
            say(
                "{reposts} of {posts} are reposts: {share}.",
                reposts=plain(composition.reposts, "posts"),
                posts=plain(composition.posts, "posts"),
                share=said(conversation.repost_share, SHARE),
            ),
            min_posts=composition.posts,
            repost_share=conversation.repost_share,
        )

    examples = (
        fires("nine of ten posts by others", story().posts(180, is_repost=True).posts(20)),
        clear("half of them", story().posts(50, is_repost=True).posts(50)),
        abstains(
            "thirty posts", story().posts(30, is_repost=True), "insufficient-evidence"
        ),
        abstains(
            "a support desk",
            story().posts(180, is_repost=True).posts(20),
            "not-applicable",
            archetype="care",
        ),
    )
