"""AA901 strabag-syndrome."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.intent import Archetype, but_not
from acctaudit.pattern import Advice, Judgement, Observed, Pattern, Severity, at_least
from acctaudit.say import say
from acctaudit.story import clear, fires, story
from acctaudit.verdicts import Verdicts
from acctaudit.words import count, listed

PARTS = ("AA102", "AA204", "AA301", "AA302", "AA402", "AA502", "AA601", "AA701")
"""Patterns of which at least four make the syndrome; AA401 and AA403 count as one more."""
EITHER = ("AA401", "AA403")
ENDS = ("AA201", "AA202")


@dataclass(frozen=True)
class StrabagSyndrome(Pattern):
    """It gave up on Twitter, which it had used one way only.

    ## What it looks for
    An account that was left, with or without a goodbye, and that shows at least four of
    these: activity counted as result, too few posts, no answers, questions without a
    follow-up, links to the home page or headlines without a link, a bio that repeats the
    first post, followers traded for follows, an audience that stays silent.

    ## Why it matters
    Each of these is small and common. Together, at the end of an account that set out to
    talk, they are an answer to the question whether it was Twitter or the way it was used.
    The name is that of the case that taught it: the construction group STRABAG SE,
    2009-2011.

    ## What to do
    Stop. Decide on one goal, name an owner, listen for a quarter, and only then post.

    ## What to expect
    A quarter of listening shows whether the people you want are there and what they ask.
    After that, either there is something to say, or there is a sound reason to close the
    account.

    ## How to measure it
    The one figure that belongs to the goal, after a quarter of listening and again after
    two quarters of posting; beside it the share of replies, never the number of posts.

    ## When to ignore it
    Investor-relations tickers and status pages that never wanted a dialogue.

    ## Limits
    A part that the export cannot show is unknown; where it could tip the balance, nothing
    is said. The published figures of STRABAG itself show two parts and the farewell; the
    rest is testimony. A part that is information only does not count.
    """

    code: ClassVar = "AA901"
    name: ClassVar = "strabag-syndrome"
    healthy: ClassVar = "No syndrome of a one-way account that gave up"
    failing: ClassVar = "Gave up on a channel that it never used both ways"
    severity: ClassVar = Severity.CRITICAL
    asks: ClassVar = Advice.REVIVE
    applies: ClassVar = but_not(
        Archetype.ALERT,
        Archetype.NEWS,
        Archetype.RESERVED,
        Archetype.CAMPAIGN,
        unless_dialogue=(Archetype.B2B, Archetype.IR),
    )

    signs_of_an_end: float = at_least(
        1, "signs", Judgement("abandoned, or said goodbye"), title="Signs of an end"
    )
    findings_together: float = at_least(
        4,
        "findings",
        Judgement("four of nine are more than chance"),
        title="Findings together",
    )

    def check(self, verdicts: Verdicts) -> Observed:
        """Count the parts among the other findings."""
        either = [code for code in EITHER if verdicts.fired(code)][:1]
        parts = [*(code for code in PARTS if verdicts.fired(code)), *either]
        titles = [say("“{title}”", title=say(verdicts.title(code))) for code in parts]
        return Observed(
            say(
                "The account was left, and {findings} stand together: {titles}.",
                findings=count(len(titles), "findings"),
                titles=listed(titles),
            ),
            signs_of_an_end=verdicts.count(ENDS),
            findings_together=verdicts.count(PARTS, EITHER),
        )

    examples = (
        fires(
            "headlines to the front page, no reply, no reaction, goodbye",
            story(
                bio="News nobody asked for",
                url="http://example.com",
                followers=527,
                following=524,
            )
            .says("News nobody asked for", likes=0, reposts=0)
            .posts(100, every=4, text="{n} http://example.com", likes=0, reposts=0)
            .says("This was our last tweet.", likes=0, reposts=0)
            .silence(100),
        ),
        clear("a lively account", story(bio="We build.").posts(70).replies(50)),
    )
