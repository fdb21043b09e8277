"""AA206 event-relic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.cadence import Cadence
from acctaudit.analyzers.composition import Composition
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE, Estimate, Metric, exact
from acctaudit.pattern import (
    About,
    Advice,
    Judgement,
    Observed,
    On,
    Pattern,
    Published,
    Severity,
    at_least,
    at_most,
    enough,
)
from acctaudit.say import joined, say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import days, plain


@dataclass(frozen=True)
class EventRelic(Pattern):
    """It was made for an event and left behind.

    ## What it looks for
    Four fifths of the posts within at most a tenth of the account's life, and silence for
    three months up to the day of the export.

    ## Why it matters
    People still find the name, follow it and write to it, and nobody reads what they write.
    The followers that the event won belong to an account that no longer speaks.

    ## What to do
    Say in a last post and in the bio where to go on, and lead people to the main account.
    Next time, use a hashtag on the main account instead of a name of its own.

    ## What to expect
    Some of the followers move over soon after the pointer is posted; most never notice it.

    ## How to measure it
    Count the followers of both accounts on the day of the pointer and three months later.

    ## When to ignore it
    A campaign that was declared as one: it had an end from the beginning.

    ## Limits
    Needs a file that reaches back to the first post. Whether there was an event, the dates
    of posts cannot say; a business that closed looks the same.
    """

    code: ClassVar = "AA206"
    name: ClassVar = "event-relic"
    healthy: ClassVar = "Its posts are spread over its life"
    failing: ClassVar = "A burst of posts, then nothing"
    severity: ClassVar = Severity.LOW
    asks: ClassVar = Advice.REVIVE
    on: ClassVar = On.DATA
    applies: ClassVar = but_not(Archetype.CAMPAIGN, Archetype.ALERT, Archetype.RESERVED)
    base_rate: ClassVar = (
        "4 to 5 % of Fortune 100 accounts in 2009 were left behind after an event (Weber"
        " Shandwick)"
    )

    min_posts: float = enough(30, "posts", Judgement("fewer may fall together by accident"))
    min_age_days: float = enough(
        180, "days", Judgement("half a year, so that a tenth of it is longer than an event")
    )
    share_of_life: float = at_most(
        0.1,
        "share",
        Judgement("a tenth of the life for four fifths of the posts"),
        title="Share of the account's life",
    )
    silent_days: float = at_least(
        90,
        "days",
        Published(
            "the days after which Socialbakers and SparkToro count an account as inactive"
        ),
        title="Silence since the last post",
    )

    def check(self, cadence: Cadence, composition: Composition) -> Observed:
        """See how short the busy time was, and how long the silence after it."""
        busy = cadence.burst_days
        share = _of_life(busy, cadence.age_days)
        return Observed(
            say(
                "Four fifths of {posts} fall into {busy}{when}, {share} of the account's"
                " life of {age}. Since the last post {silent} have passed.",
                posts=plain(composition.own_posts, "own posts"),
                busy=plain(busy, "days"),
                when=_when(busy),
                share=plain(share, SHARE),
                age=plain(cadence.age_days, "days"),
                silent=plain(cadence.days_since_last_post, "days"),
            ),
            about=[About(gap.start, "silent_days", gap.days) for gap in cadence.open_gap],
            min_posts=composition.own_posts,
            min_age_days=cadence.age_days,
            share_of_life=share,
            silent_days=cadence.days_since_last_post,
        )

    examples = (
        fires(
            "a conference of a week",
            story().posts(60, every=0.1).silence(300),
            archetype="brand",
        ),
        clear("a year of posts, then a stop", story().posts(120, every=3).silence(120)),
        abstains(
            "ten posts and gone",
            story().posts(12, every=0.1).silence(300),
            "insufficient-evidence",
            archetype="brand",
        ),
        abstains(
            "a declared campaign",
            story().posts(60, every=0.1).silence(300),
            "not-applicable",
            archetype="campaign",
        ),
    )


def _of_life(busy: Metric, age: Metric) -> Metric:
    """The busy days as a share of all days since the account was created."""
    if not isinstance(busy, Estimate):
        return busy
    if not isinstance(age, Estimate):
        return age
    return exact(min(busy.number / age.number, 1.0), busy.n)


def _when(busy: Metric) -> str:
    """The busy days in brackets, if they are known."""
    if not isinstance(busy, Estimate) or busy.start is None or busy.end is None:
        return ""
    return joined([" (", days(busy.start, busy.end), ")"])
