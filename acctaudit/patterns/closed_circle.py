"""AA307 closed-circle."""

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
    On,
    Pattern,
    Severity,
    above,
    enough,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import plain, said


@dataclass(frozen=True)
class ClosedCircle(Pattern):
    """It answers the same three accounts again and again.

    ## What it looks for
    Replies to other people, well over 60 % of which go to the three accounts that are
    answered most.

    ## Why it matters
    A conversation among four is pleasant for four. Everybody else sees an account that
    talks, but not with them.

    ## What to do
    Answer somebody new every working day: look for people who ask what you know, not only
    for those who already write to you.

    ## What to expect
    More different people are answered, and some of them write again.

    ## How to measure it
    The number of people answered and the share of replies to the same three, over the next
    three months.

    ## When to ignore it
    Support desks that hand over to a second handle, and projects with two or three
    partners.

    ## Limits
    Needs an export that says whom a reply answers. Who else wrote and was passed over, only
    an export of the mentions shows.
    """

    code: ClassVar = "AA307"
    name: ClassVar = "closed-circle"
    healthy: ClassVar = "Answers many different people"
    failing: ClassVar = "Answers the same three accounts"
    severity: ClassVar = Severity.LOW
    asks: ClassVar = Advice.ANSWER
    on: ClassVar = On.DATA
    applies: ClassVar = but_not(Archetype.CARE, Archetype.ALERT, Archetype.RESERVED)

    min_replies: float = enough(
        30, "replies", Judgement("of fewer, three people easily get most")
    )
    min_share: float = above(
        0.60,
        "share",
        Judgement("far above the 16 % of a brand that was measured for comparison"),
        title="Replies to the same three",
    )

    def check(self, conversation: Conversation) -> Observed:
        """See how many of the replies go to the same three."""
        share = conversation.top3_target_share
        known = cases(share)
        return Observed(
            say(
                "{share} of {replies} go to the three accounts answered most; in all,"
                " {people} got a reply.",
                share=said(share, SHARE),
                replies=plain(known, "replies"),
                people=plain(conversation.people_answered, "people"),
            ),
            evidence=conversation.closest_ids,
            min_replies=known,
            min_share=share,
        )

    examples = (
        fires("fifty replies to two people", story().posts(60).replies(50, to=2)),
        clear("fifty replies to twenty people", story().posts(60).replies(50, to=20)),
        abstains(
            "nine replies", story().posts(30).replies(9, to=2), "insufficient-evidence"
        ),
        abstains(
            "a support desk",
            story().posts(60).replies(50, to=2),
            "not-applicable",
            archetype="care",
        ),
    )
