"""AA305 complaints-skipped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.responsiveness import Responsiveness
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE, Estimate, Metric, cases, exact
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    On,
    Pattern,
    Severity,
    at_least,
    enough,
    improbable,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import plain, said


@dataclass(frozen=True)
class ComplaintsSkipped(Pattern):
    """It answers praise and small talk, and leaves the complaints.

    ## What it looks for
    Posts to the account that hold a word of a complaint ("broken", "verspätet", "toujours
    pas"), and a share of answers to them that is clearly below the share for all else.

    ## Why it matters
    Large companies do the opposite: critical replies get the fastest answers (North, Li and
    Liu 2017). A complaint without one stays for everybody to read.

    ## What to do
    Sort the inbox so that complaints come first. Acknowledge each in public, solve it in
    private, and come back to say that it is solved.

    ## What to expect
    Fewer complaints stay open; some of those who complained come back to say thanks, and
    readers see that somebody is there.

    ## How to measure it
    The share of complaints that were answered, beside that of all else, in an export of the
    mentions of the next three months.

    ## When to ignore it
    Complaints are taken over by another handle or answered in private, or most of what the
    words find are no complaints: read ten of them.

    ## Limits
    Complaints are found by words of English, German, French, Spanish and Italian. Irony and
    other languages are missed, and a word can stand in praise ("nothing to complain of").
    """

    code: ClassVar = "AA305"
    name: ClassVar = "complaints-skipped"
    healthy: ClassVar = "Complaints are answered like all else"
    failing: ClassVar = "Complaints are passed over"
    severity: ClassVar = Severity.HIGH
    asks: ClassVar = Advice.ANSWER
    on: ClassVar = On.DATA
    applies: ClassVar = but_not(Archetype.NEWS, Archetype.ALERT, Archetype.RESERVED)

    min_complaints: float = enough(
        20, "posts", Judgement("fewer complaints are no pattern")
    )
    min_others: float = enough(
        20, "posts", Judgement("so much is needed to compare with all else")
    )
    min_gap: float = at_least(
        0.10,
        "share",
        Judgement("one complaint in ten more left open; less than that nobody notices"),
        title="Gap in answers",
    )
    max_chance: float = improbable(
        0.05,
        Judgement("the customary line for chance; a difference must be large as well"),
        title="Chance of such a gap",
    )

    def check(self, answers: Responsiveness) -> Observed:
        """Compare the answers to complaints with those to all else."""
        complaints, others = answers.complaint_response_rate, answers.other_response_rate
        return Observed(
            say(
                "{complaints} to the account sound like a complaint; {answered} of them got"
                " an answer, and of all else {others}.",
                complaints=plain(answers.complaints, "posts"),
                answered=said(complaints, SHARE),
                others=said(others, SHARE),
            ),
            min_complaints=answers.complaints,
            min_others=cases(others),
            min_gap=_gap(complaints, others),
            max_chance=answers.complaint_p,
        )

    examples = (
        fires(
            "thanks are answered, complaints are not",
            story()
            .posts(9)
            .asked(40, answered_after=2, text="@example lovely {n}")
            .asked(10, answered_after=2, text="@example my {n} is broken")
            .asked(40, text="@example my {n} is broken"),
        ),
        clear(
            "complaints come first",
            story()
            .posts(9)
            .asked(40, answered_after=2, text="@example my {n} is broken")
            .asked(40, text="@example lovely {n}"),
        ),
        abstains(
            "hardly a complaint",
            story()
            .posts(9)
            .asked(40, answered_after=2, text="@example lovely {n}")
            .asked(6, text="@example my {n} is broken"),
            "insufficient-evidence",
        ),
    )


def _gap(complaints: Metric, others: Metric) -> Metric:
    """By how much complaints were answered less; the chance of it is a sign of its own."""
    for share in (complaints, others):
        if not isinstance(share, Estimate):
            return share
    return exact(others.number - complaints.number)  # type: ignore[union-attr]
