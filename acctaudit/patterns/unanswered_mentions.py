"""AA303 unanswered-mentions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.responsiveness import Responsiveness
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE, Estimate
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    Pattern,
    Published,
    Severity,
    below,
    enough,
)
from acctaudit.say import joined, say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import plain, said


@dataclass(frozen=True)
class UnansweredMentions(Pattern):
    """People write to it and hear nothing.

    ## What it looks for
    Posts by others that mention or answer the account, few of which got a reply from it.
    Both shares must be low for sure: that of all such posts, and that of those which begin
    a conversation, so that a "thanks!" left without a reply does not count against anybody.

    ## Why it matters
    Somebody who writes to an account has already decided that it is worth a try. Silence is
    an answer too, and others read it.

    ## What to do
    Give the inbox to somebody by name, with hours in which it is read. If nobody can answer
    here, say in the bio where questions are answered.

    ## What to expect
    More of those who write get an answer, and people who get one tend to think better of
    the sender; whether more people will write is open.

    ## How to measure it
    The share of conversations that were answered, in an export of the mentions of the next
    three months.

    ## When to ignore it
    Questions are answered by another handle, the mentions are spam or mockery, or the name
    of the account is a common word that people use without meaning it.

    ## Limits
    Needs an export of the posts by others. A like, a private message or a phone call is an
    answer that no export shows. Posts of the last 72 hours are left out, since they may
    still be answered.
    """

    code: ClassVar = "AA303"
    name: ClassVar = "unanswered-mentions"
    healthy: ClassVar = "People who write get an answer"
    failing: ClassVar = "People who write hear nothing"
    severity: ClassVar = Severity.MEDIUM
    asks: ClassVar = Advice.ANSWER
    applies: ClassVar = but_not(Archetype.NEWS, Archetype.ALERT, Archetype.RESERVED)
    base_rate: ClassVar = (
        "Brands answered 42 % of what was written to them in March 2013 (Simply Measured),"
        " 17 % in autumn 2013 by another count (Sprout Social): common, and no reason to be"
        " content."
    )

    min_posts: float = enough(
        20, "posts", Judgement("with fewer, even no answer at all says little of a habit")
    )
    max_response_rate: float = below(
        0.40,
        "share",
        Published(
            "brands answered 42 % (Simply Measured, March 2013) and 38 % of questions"
            " (Socialbakers, first quarter 2013), as quoted by secondary pages"
        ),
        title="Posts that were answered",
    )
    max_opening_rate: float = below(
        0.40,
        "share",
        Judgement(
            "the same line for conversations that others begin; of posts that do not say"
            " what they answer, all count"
        ),
        title="Conversations that were answered",
    )
    far_below: float = below(
        0.12,
        "share",
        Published(
            "7 of 8 messages were left without an answer for 72 hours in 2015 (Sprout"
            " Social); the line is drawn there"
        ),
        of="max_response_rate",
        raises=Severity.HIGH,
        title="Posts that were answered",
    )

    def check(self, answers: Responsiveness) -> Observed:
        """See how many of those who wrote were answered."""
        rate, opening = answers.response_rate, answers.opening_response_rate
        told = isinstance(opening, Estimate)
        written = say(
            "Others wrote {posts} to the account; {share} got an answer.",
            posts=plain(answers.eligible, "posts"),
            share=said(rate, SHARE),
        )
        begun = say(
            "Of {conversations} that others began, {share} got an answer.",
            conversations=plain(answers.openings, "conversations"),
            share=said(opening, SHARE),
        )
        return Observed(
            joined([written, begun], " ") if told and opening != rate else written,
            min_posts=answers.eligible,
            max_response_rate=rate,
            max_opening_rate=opening if told else rate,
        )

    examples = (
        fires("sixty questions, no answer", story().posts(20).asked(60)),
        fires(
            "one question in six is answered",
            story().posts(20).asked(15, answered_after=3).asked(85),
        ),
        clear("answered within the hour", story().posts(20).asked(60, answered_after=0.5)),
        clear(
            "every conversation is answered, the thanks for it are not",
            story()
            .posts(20)
            .asked(30, answered_after=1)
            .asked(90, text="@example thanks {n}", in_reply_to_post_id="25"),
        ),
        abstains("nobody looked for mentions", story().posts(60), "not-measurable"),
        abstains("ten questions", story().posts(20).asked(10), "insufficient-evidence"),
        abstains(
            "a news feed", story().posts(20).asked(60), "not-applicable", archetype="news"
        ),
    )
