"""CL01 no-discussion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from acctaudit import stats
from acctaudit.analyzers.conversation import Conversation
from acctaudit.analyzers.responsiveness import Responsiveness
from acctaudit.claim import MENTIONS, POSTS, Claim, Part, found
from acctaudit.measure import (
    SHARE,
    Estimate,
    Metric,
    exact,
    not_measurable,
    too_little,
    tried,
)
from acctaudit.pattern import Judgement, Published, above, at_least, below
from acctaudit.say import marked, say
from acctaudit.story import Row, answered, story
from acctaudit.verdicts import Verdicts
from acctaudit.weighing import Figure, told

if TYPE_CHECKING:
    from acctaudit.model.account import Account

ANSWERS = marked(
    "an export of the mentions of the account from the platform's interface (API), with the"
    " post that each one answers, or reply counts, as the timeline from that interface has"
    " them"
)
_NO_FOLLOW_UPS = marked(
    "the posts of those who answered are not in this export, so nobody can see whether the"
    " account answered them"
)


def _asked(n: int, every: int = 5) -> tuple[Row, ...]:
    """So many posts by others to the account, one in so many days."""
    return tuple(
        {
            "post_id": str(800_000 + i),
            "created_at": f"2020-{1 + (i * every) // 28:02}-{1 + (i * every) % 28:02}"
            "T12:00:00Z",
            "author_id": str(3000 + i),
            "text": f"@example a question of number {i}",
        }
        for i in range(n)
    )


@dataclass(frozen=True)
class NoDiscussion(Claim):
    """They say that they asked, and that nobody wanted to talk.

    ## What is said
    “Stakeholders did not discuss with us despite our efforts to ask questions”: the account
    asked, nobody answered, and so the silence lay with the others.

    ## How it is judged
    In three parts, each of which must hold. The effort: posts with a question mark, spread
    over the months, from an account that answers people and does not only announce; if any
    question got a reply, the account must have answered one of them. The silence: hardly
    any of these questions got a reply. The other way round: people who wrote to the account
    were answered. An account that asks next to nothing, or answers nobody, contradicts the
    claim; so do questions that were answered, and people who wrote and got no reply.

    ## Limits
    The account's own archive holds neither replies received nor posts by others, so with it
    alone the silence cannot be judged. A question mark is all that is looked for: questions
    without one are missed, and rhetorical ones are counted.
    """

    code: ClassVar = "CL01"
    name: ClassVar = "no-discussion"
    statement: ClassVar = (
        "Stakeholders did not discuss with us despite our efforts to ask questions."
    )

    min_questions: float = at_least(10, "posts", Judgement("fewer are no habit of asking"))
    asking_months: float = at_least(
        0.25, SHARE, Judgement("questions in one month of four are more than a campaign")
    )
    few_questions: float = below(
        0.05, SHARE, Judgement("one post in twenty with a question mark is no effort")
    )
    megaphone: float = at_least(
        1,
        "findings",
        Judgement("the pattern AA301 has the limits: who answers nobody does not discuss"),
    )
    follow_ups: float = at_least(
        1, "replies", Judgement("a question that is meant gets an answer to its answer")
    )
    unanswered: float = below(
        0.15,
        SHARE,
        Published(
            "23 % of all posts got a reply in 2010 (Sysomos); the line is drawn below"
        ),
    )
    were_answered: float = above(
        0.15,
        SHARE,
        Published(
            "23 % of all posts got a reply in 2010 (Sysomos); the line is drawn below"
        ),
    )
    few_wrote: float = below(
        20, "posts", Judgement("with fewer, a share of answers is too vague to judge by")
    )
    they_were_answered: float = above(
        0.40,
        SHARE,
        Published("brands answered 42 % in 2013 (Simply Measured), 38 % (Socialbakers)"),
    )
    unanswered_mentions: float = below(
        0.40,
        SHARE,
        Published("brands answered 42 % in 2013 (Simply Measured), 38 % (Socialbakers)"),
    )

    def parts(
        self,
        account: Account,
        conversation: Conversation,
        responsiveness: Responsiveness,
        verdicts: Verdicts,
    ) -> tuple[Part, ...]:
        """The effort, the silence, and the answers to those who wrote by themselves."""
        return (
            self.part(say("They asked"), *_effort(account, conversation, verdicts)),
            self.part(
                say("Nobody answered"),
                Figure(
                    marked("{value} of the posts with a question mark got a reply"),
                    conversation.questions_answered_share,
                    supports="unanswered",
                    contradicts="were_answered",
                    settle=ANSWERS,
                ),
            ),
            self.part(say("They answered those who wrote"), *self._others(responsiveness)),
        )

    def _others(self, responsiveness: Responsiveness) -> tuple[Figure, ...]:
        """Whether those who wrote to the account got an answer, if anybody wrote."""
        wrote, rate = responsiveness.eligible, responsiveness.response_rate
        few = isinstance(wrote, Estimate) and wrote.number < self.few_wrote
        count = Figure(
            marked("{value} by others addressed the account"),
            wrote,
            supports="few_wrote" if few else "",
            unit="posts",
            settle=MENTIONS,
        )
        answered = Figure(
            marked("{value} of the posts by others to the account were answered"),
            rate,
            supports="they_were_answered",
            contradicts="unanswered_mentions",
            settle=MENTIONS,
        )
        return (count,) if few else (count, answered)

    examples = (
        answered(
            "a question a week without a reply, from a desk that answers everybody",
            story()
            .posts(60, text="What do you think of {n}?", replies=0)
            .replies(40, replies=0)
            .with_others("inbound", _asked(5)),
            "supported",
        ),
        answered(
            "headlines, and not one answer to anybody", story().posts(100), "contradicted"
        ),
        answered(
            "questions that were answered",
            story().posts(60, text="What about {n}?", replies=2).replies(40, replies=0),
            "contradicted",
        ),
        answered(
            "forty people wrote, and nobody got an answer",
            story()
            .posts(100, text="What about {n}?", replies=0)
            .posts(100, text="What about {n}?", replies=0)
            .with_others("inbound", _asked(36)),
            "contradicted",
        ),
        answered(
            "an archive alone: questions, answers to others, and no word of theirs",
            story().posts(60, text="What do you think of {n}?").replies(40),
            "cannot be judged",
        ),
    )


def _effort(
    account: Account, conversation: Conversation, verdicts: Verdicts
) -> tuple[Figure, ...]:
    """Questions, their months, answers to others, and answers to the answers."""
    questions = conversation.question_posts
    met = conversation.questions_answered_share
    alone = isinstance(met, Estimate) and met.number == 0
    followed = Figure(
        marked("{value} to the answers"),
        conversation.own_followups
        if isinstance(conversation.own_followups, Estimate)
        else not_measurable(_NO_FOLLOW_UPS),
        supports="" if alone else "follow_ups",
        unit="replies",
        settle=MENTIONS,
    )
    return (
        Figure(
            marked("{value} hold a question mark"),
            questions,
            "min_questions",
            settle=POSTS,
        ),
        Figure(
            marked("posts with a question mark are {value} of the own posts"),
            _share(questions),
            contradicts="few_questions",
            settle=POSTS,
        ),
        Figure(
            marked("{value} of the months with posts hold a question"),
            tried(lambda: _months(account, conversation)),
            supports="asking_months",
            settle=POSTS,
        ),
        found(
            verdicts,
            "AA301",
            "megaphone",
            settle=POSTS,
            text=told(
                marked("{value} of the own posts answer somebody"),
                conversation.reply_share,
                SHARE,
            ),
        ),
        followed,
    )


def _share(questions: Metric) -> Metric:
    """Posts with a question mark over own posts."""
    if not isinstance(questions, Estimate):
        return questions
    return stats.share(int(questions.number), questions.n or 0)


def _months(account: Account, conversation: Conversation) -> Metric:
    """Months with a question over months with an own post."""
    account.column("text")
    times = account.unbroken()["created_at"]
    months = times.dt.year * 12 + times.dt.month
    asked = months[months.index.isin(conversation.asking)]
    if months.empty:
        return too_little("no own posts")
    return exact(asked.nunique() / months.nunique(), months.nunique())
