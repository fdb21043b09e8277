"""AA302 questions-to-nobody."""

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
    Published,
    Severity,
    below,
    enough,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import plain, said


@dataclass(frozen=True)
class QuestionsToNobody(Pattern):
    """It asks, nobody answers, and it does not follow up.

    ## What it looks for
    At least ten own posts with a question mark, hardly any of which got a reply, and not
    one answer by the account to an answer it received.

    ## Why it matters
    A question without a follow-up is a headline with a question mark. "We asked and nobody
    answered" is only true if somebody was asked.

    ## What to do
    Ask people by name about something they know. Answer the answers, the same day.

    ## What to expect
    Some of those who are asked by name will answer. A question that is followed up makes
    the next one more likely to get a reply.

    ## How to measure it
    Questions that got an answer, and answers to the answers, once you have asked at least
    ten new questions.

    ## When to ignore it
    Rhetorical questions, and titles of articles that are questions.

    ## Limits
    Needs reply counts or an export of the mentions; an archive has neither. A question mark
    is all that is looked at: questions without one are missed.
    """

    code: ClassVar = "AA302"
    name: ClassVar = "questions-to-nobody"
    healthy: ClassVar = "Questions reach somebody"
    failing: ClassVar = "Questions to nobody"
    severity: ClassVar = Severity.MEDIUM
    asks: ClassVar = Advice.ANSWER
    applies: ClassVar = but_not(Archetype.NEWS, Archetype.ALERT, Archetype.RESERVED)

    min_questions: float = enough(10, "posts", Judgement("fewer are no habit of asking"))
    max_answered_share: float = below(
        0.15,
        "share",
        Published(
            "23 % of all posts got a reply in 2010 (Sysomos); the line is drawn below"
        ),
        title="Questions that got replies",
    )
    followups: float = below(
        1,
        "replies",
        Judgement("not one answer to an answer"),
        title="Answers to answers",
    )

    def check(self, conversation: Conversation) -> Observed:
        """See what came of the questions."""
        answered = conversation.questions_answered_share
        known = cases(answered)
        return Observed(
            say(
                "{questions} ask something. Of the {known} whose replies are known, {share}"
                " got one, and the account itself followed up with {followups}.",
                questions=plain(conversation.question_posts, "posts"),
                known=plain(known, "posts"),
                share=said(answered, SHARE),
                followups=plain(conversation.own_followups, "replies"),
            ),
            evidence=conversation.question_ids,
            min_questions=known,
            max_answered_share=answered,
            followups=conversation.own_followups,
        )

    examples = (
        fires(
            "forty questions into the void",
            story().posts(40, text="What do you think of {n}?", replies=0),
        ),
        clear(
            "questions that are answered",
            story().posts(40, text="What do you think of {n}?", replies=2),
        ),
        abstains(
            "no reply counts", story().posts(40, text="What about {n}?"), "not-measurable"
        ),
        abstains(
            "four questions",
            story().posts(4, text="What about {n}?", replies=0),
            "insufficient-evidence",
        ),
    )
