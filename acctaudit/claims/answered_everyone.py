"""CL04 answered-everyone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from acctaudit.analyzers.conversation import Conversation
from acctaudit.analyzers.responsiveness import Responsiveness
from acctaudit.claim import MENTIONS, Claim, Part
from acctaudit.measure import SHARE, Estimate, Metric, exact
from acctaudit.pattern import Judgement, above, at_least, below, enough
from acctaudit.say import marked, say
from acctaudit.story import START, Row, Story, answered, story
from acctaudit.weighing import Figure


def _desk(asked: int, answers: int) -> Story:
    """People who write once a day, the first of whom get an answer three hours later."""
    inbound: tuple[Row, ...] = tuple(
        {
            "post_id": str(900_000 + i),
            "created_at": f"{START + timedelta(days=i, hours=-3):%Y-%m-%dT%H:%M:%SZ}",
            "author_id": str(2000 + i % 10),
            "text": f"@example a question of number {i}",
        }
        for i in range(1, asked + 1)
    )
    tale = story().says("Ask us anything.")
    for i in range(1, answers + 1):
        tale = tale.posts(
            1,
            text="We will look at {n}",
            in_reply_to_user_id=str(2000 + i % 10),
            in_reply_to_post_id=str(900_000 + i),
        )
    rest = tale.posts(max(asked - answers, 0) + 5)
    return rest.with_others("inbound", inbound)


@dataclass(frozen=True)
class AnsweredEveryone(Claim):
    """They say that nobody waits in vain.

    ## What is said
    “We answer everyone”: whoever writes to the account gets a reply.

    ## How it is judged
    By the share of posts to the account that got an own reply: every post that mentions or
    answers the account counts, not only those that begin a conversation. Reposts, spam sent
    twice and the last three days of the file are left out. More than nine in ten, with the
    whole interval, is taken as everyone; surely fewer contradicts the claim. The figures
    for one hour, one day and three days stand beside it, with those still waiting counted
    as waiting.

    ## Limits
    An archive shows how much the account answered, and not who asked. A file that holds
    only conversations with an answer, as data sets of support desks do, cannot show who
    went without. Answers by direct message or from another handle are not seen.
    """

    code: ClassVar = "CL04"
    name: ClassVar = "answered-everyone"
    statement: ClassVar = "We answer everyone."

    min_asked: float = enough(
        20, "posts", Judgement("with fewer, one answer more or less tips the share")
    )
    everyone: float = above(
        0.90, SHARE, Judgement("nine in ten: some posts to an account need no answer")
    )
    not_everyone: float = below(
        0.90, SHARE, Judgement("surely more than one in ten went without an answer")
    )
    left_alone: float = at_least(
        1, "posts", Judgement("who answers nobody at all did not answer the one who wrote")
    )

    def parts(
        self, conversation: Conversation, responsiveness: Responsiveness
    ) -> tuple[Part, ...]:
        """The share of answers, and how fast they came."""
        wrote = responsiveness.eligible
        rate = self.given("min_asked", wrote, responsiveness.response_rate)
        speed = (
            (marked("{value} within 1 hour"), responsiveness.answered_within_1h),
            (marked("{value} within 1 day"), responsiveness.answered_within_24h),
            (marked("{value} within 3 days"), responsiveness.answered_within_72h),
        )
        return (
            self.part(
                say("Whoever wrote got an answer"),
                Figure(
                    marked("{value} by others addressed the account"), wrote, unit="posts"
                ),
                Figure(
                    marked("{value} of the posts by others to the account were answered"),
                    rate,
                    supports="everyone",
                    contradicts="not_everyone",
                    settle=MENTIONS,
                ),
                _alone(conversation, wrote),
                Figure(
                    marked("of the conversations that others began, {value} were answered"),
                    responsiveness.opening_response_rate,
                    unit=SHARE,
                ),
                *(Figure(text, within, unit=SHARE) for text, within in speed),
            ),
        )

    examples = (
        answered("sixty people wrote, sixty were answered", _desk(60, 60), "supported"),
        answered("half of them were answered", _desk(60, 30), "contradicted"),
        answered("three wrote, and no post is a reply", _desk(3, 0), "contradicted"),
        answered("five people wrote", _desk(5, 5), "cannot be judged"),
        answered(
            "an archive alone, full of replies",
            story().posts(20).replies(60),
            "cannot be judged",
        ),
    )


def _alone(conversation: Conversation, wrote: Metric) -> Figure:
    """Those who wrote to an account that answers nobody."""
    replies, text = conversation.reply_share, ""
    left: Metric = replies if isinstance(wrote, Estimate) else wrote
    if isinstance(replies, Estimate) and isinstance(wrote, Estimate):
        left = wrote if replies.number == 0 else exact(0)
        text = say("not one own post is a reply") if left.number else ""
    return Figure(text, left, contradicts="left_alone", settle=MENTIONS)
