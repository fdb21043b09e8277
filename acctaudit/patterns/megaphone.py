"""AA301 megaphone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.composition import Composition
from acctaudit.analyzers.conversation import Conversation
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    Pattern,
    Published,
    Severity,
    above,
    below,
    enough,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import plain, said


@dataclass(frozen=True)
class Megaphone(Pattern):
    """It speaks and does not answer.

    ## What it looks for
    Hardly any replies to other people among the own posts, and nearly everything addressed
    to nobody. Both must be sure: the whole interval has to lie beyond the limit. Replies to
    oneself (threads) do not count as conversation, reposts not as own posts.

    ## Why it matters
    Social is two-way. Where nobody is answered, nobody has a reason to write again, and the
    account measures its own activity instead of a result.

    ## What to do
    Answer someone every working day before you announce anything. Ask people by name, and
    answer their answers.

    ## What to expect
    The share of replies rises at once, because it is in your hands. People write back
    later, and only if the answers help them; fewer announcements are the price.

    ## How to measure it
    Replies as a share of own posts, after a quarter, and the replies received per post, if
    the export counts them. Both count people, not your own threads.

    ## When to ignore it
    News feeds and status pages are made to broadcast. So are investor-relations tickers,
    unless dialogue is their goal. Support may have moved to another handle.

    ## Limits
    The file shows whom the account answered, not who asked. Whether people wrote to it
    takes an export of the mentions.
    """

    code: ClassVar = "AA301"
    name: ClassVar = "megaphone"
    healthy: ClassVar = "Talks with people"
    failing: ClassVar = "Broadcasts and does not answer"
    severity: ClassVar = Severity.HIGH
    asks: ClassVar = Advice.ANSWER
    applies: ClassVar = but_not(
        Archetype.NEWS,
        Archetype.ALERT,
        Archetype.RESERVED,
        unless_dialogue=(Archetype.B2B, Archetype.IR),
    )
    base_rate: ClassVar = (
        "The median of 51 ordinary public libraries, 2009-2014, is 4.3 % replies and 96 %"
        " broadcast: common, and no reason to be content."
    )

    min_posts: float = enough(
        73,
        "posts",
        Judgement("with fewer, even no reply at all cannot show a share under 5 %"),
    )
    max_reply_share: float = below(
        0.05,
        "share",
        Judgement(
            "far below the 37.5 % of 44 brands (Kwon and Sung 2011) and the under 20 % of"
            " 73 nonprofits (Lovejoy, Waters and Saxton 2012)"
        ),
        title="Replies to others",
    )
    min_broadcast_share: float = above(
        0.80,
        "share",
        Published(
            "more than 60 % one-way among 73 nonprofits, Lovejoy, Waters and Saxton 2012;"
            " the line is drawn well above",
            "https://doi.org/10.1016/j.pubrev.2012.01.005",
        ),
        title="Posts to nobody",
    )

    def check(self, composition: Composition, conversation: Conversation) -> Observed:
        """See how many posts answer, and how many address nobody."""
        return Observed(
            say(
                "{replies} to others in {posts}: {share} of them; {broadcast} of all posts"
                " address nobody.",
                replies=plain(composition.replies, "replies"),
                posts=plain(composition.own_posts, "own posts"),
                share=said(conversation.reply_share, SHARE),
                broadcast=said(conversation.broadcast_share, SHARE),
            ),
            evidence=conversation.broadcast_ids,
            min_posts=composition.own_posts,
            max_reply_share=conversation.reply_share,
            min_broadcast_share=conversation.broadcast_share,
        )

    examples = (
        fires("a year of headlines, not one answer", story().posts(100, every=3.5)),
        clear("a third of the posts are answers", story().posts(70).replies(35)),
        abstains(
            "fifty posts are too few to be sure", story().posts(50), "insufficient-evidence"
        ),
        abstains("a news feed", story().posts(100), "not-applicable", archetype="news"),
        abstains(
            "an investor ticker", story().posts(100), "not-applicable", archetype="ir"
        ),
        fires(
            "the same, with dialogue as its goal",
            story().posts(100),
            archetype="ir",
            goal="dialogue",
        ),
    )
