"""AA204 under-posting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.cadence import Cadence
from acctaudit.analyzers.norms import Norms
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import Estimate
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
from acctaudit.words import figure, number, said


@dataclass(frozen=True)
class UnderPosting(Pattern):
    """It posts too rarely to be missed.

    ## What it looks for
    Posts a week, with the whole interval below the lowest norm that was published for such
    accounts near the year of the data. Below one post a week the finding is high.

    ## Why it matters
    A voice that is heard every few days is forgotten in between. More posts are no merit by
    themselves, and nothing here ever rewards volume; too few leave nothing to answer to.
    Of the Fortune 100 accounts of 2009, 76 % posted infrequently (Weber Shandwick).

    ## What to do
    Commit to a rate that you can staff for a year, and fill it with answers first.

    ## What to expect
    The account is seen more evenly, and there is more for people to answer to. More posts
    by themselves promise no more reactions to each of them.

    ## How to measure it
    Posts a week and the longest silence, after a quarter; beside them the median of
    reactions to a post, which should not fall.

    ## When to ignore it
    A niche that posts rarely and well, one person, a status page that speaks when needed.

    ## Limits
    Norms are bound to their year and their population: the norm used stands beside the
    figure. Of those that fit the lowest counts, whatever its year, so that a finding does
    not hang on which norm was chosen. Where an export has no timeline, the rate rests on
    the platform's own counter, which counts reposts and forgets deleted posts.
    """

    code: ClassVar = "AA204"
    name: ClassVar = "under-posting"
    healthy: ClassVar = "Posts often enough"
    failing: ClassVar = "Posts too rarely"
    severity: ClassVar = Severity.MEDIUM
    asks: ClassVar = Advice.PACE
    applies: ClassVar = but_not(Archetype.ALERT, Archetype.PERSONAL, Archetype.RESERVED)
    base_rate: ClassVar = "76 % of 540 Fortune 100 accounts in 2009 (Weber Shandwick)"

    min_days: float = enough(
        56, "days", Judgement("eight weeks, to see a weekly rate at all")
    )
    min_posts: float = enough(8, "posts", Judgement("one a week over those eight weeks"))
    rate_against_norm: float = below(
        1.0,
        "share",
        Published(
            "the lowest published norm that fits, named with its source in"
            " the sentence of the finding"
        ),
        title="Rate against the norm",
    )
    posts_per_week_high: float = below(
        1.0,
        "posts a week",
        Judgement("less than one post a week is no presence"),
        raises=Severity.HIGH,
        title="Posts a week",
    )

    def check(self, cadence: Cadence, norms: Norms) -> Observed:
        """Hold the rate against the lowest norm that fits."""
        return Observed(
            joined([_rate(cadence), norms.sentence], " "),
            min_days=cadence.days,
            min_posts=cadence.posts_known,
            rate_against_norm=norms.posting_to_norm,
            posts_per_week_high=cadence.rate,
        )

    examples = (
        fires("one post in four days", story().posts(60, every=4)),
        fires("one post in a fortnight", story().posts(30, every=14)),
        clear("two posts a day", story().posts(200, every=0.5)),
        abstains("three weeks", story().posts(9, every=2), "insufficient-evidence"),
        abstains(
            "a status page", story().posts(60, every=4), "not-applicable", archetype="alert"
        ),
    )


def _rate(cadence: Cadence) -> str:
    """The rate, and as days per post, with a word of caution where the two are confused."""
    rate = cadence.rate
    told = said(rate, "posts a week")
    if not isinstance(rate, Estimate) or not 0 < rate.number <= 7:
        return joined([told, "."])
    days = 7 / rate.number
    if round(days) == round(rate.number) or min(days, rate.number) <= 1.5:
        return say(
            "{rate}, which is one post in {days}.", rate=told, days=figure(days, "days")
        )
    return say(
        "{rate}, which is one post in {days}: about {number} days for one post, not"
        " {number} posts a week.",
        rate=told,
        days=figure(days, "days"),
        number=number(days, 0),
    )
