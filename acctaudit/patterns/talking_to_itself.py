"""AA306 talking-to-itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.conversation import Conversation
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE, cases
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
from acctaudit.story import OWNER, abstains, clear, fires, story
from acctaudit.words import plain, said


@dataclass(frozen=True)
class TalkingToItself(Pattern):
    """Most of its replies go to itself.

    ## What it looks for
    Posts that the platform counts as replies, more than half of which continue a post of
    the account's own (a thread), while replies to other people stay below a fifth of the
    own posts.

    ## Why it matters
    A count of replies that takes threads in shows a conversation that did not happen. In a
    campaign group's archive 166 of 215 replies were threads: without them the share of
    replies fell from 50 % to 13.9 %.

    ## What to do
    Keep the threads if they are read: they are fine, they are just not conversation. Count
    replies to other people when you report on dialogue.

    ## What to expect
    The figure for replies becomes smaller and says what it means; nothing else changes.

    ## How to measure it
    The share of replies to other people among the own posts, in the next report.

    ## When to ignore it
    Accounts that publish in threads on purpose, such as explainers and live reports.

    ## Limits
    Needs an export that says whom a reply answers. Replies to a second account of the same
    house count as replies to others.
    """

    code: ClassVar = "AA306"
    name: ClassVar = "talking-to-itself"
    healthy: ClassVar = "Replies go to other people"
    failing: ClassVar = "Most replies go to itself"
    severity: ClassVar = Severity.INFO
    asks: ClassVar = Advice.ANSWER
    applies: ClassVar = but_not(Archetype.ALERT, Archetype.RESERVED)

    min_replies: float = enough(20, "replies", Judgement("fewer show no habit"))
    min_thread_share: float = above(
        0.50,
        "share",
        Judgement("more of the replies are threads than conversation"),
        title="Threads among the replies",
    )
    max_reply_share: float = below(
        0.20,
        "share",
        Judgement(
            "where a fifth of the posts answer other people, threads hide nothing; 73"
            " nonprofits stayed below that (Lovejoy, Waters and Saxton 2012)"
        ),
        title="Replies to other people",
    )

    def check(self, conversation: Conversation) -> Observed:
        """See whom the replies answer."""
        threads = conversation.threads_among_replies
        known = cases(threads)
        return Observed(
            say(
                "Of {replies}, {threads} continue a post of the account's own; replies to"
                " other people are {share} of the own posts.",
                replies=plain(known, "replies"),
                threads=said(threads, SHARE),
                share=said(conversation.reply_share, SHARE),
            ),
            evidence=conversation.thread_ids,
            min_replies=known,
            min_thread_share=threads,
            max_reply_share=conversation.reply_share,
        )

    examples = (
        fires(
            "forty of fifty replies are threads",
            story()
            .posts(60)
            .posts(40, in_reply_to_user_id=OWNER, in_reply_to_post_id="1")
            .replies(10),
        ),
        clear(
            "a few threads among many answers",
            story()
            .posts(60)
            .posts(5, in_reply_to_user_id=OWNER, in_reply_to_post_id="1")
            .replies(40),
        ),
        abstains(
            "six replies in all", story().posts(60).replies(6), "insufficient-evidence"
        ),
    )
