"""CL06 only-spammers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.audience import Audience
from acctaudit.claim import PROFILES, Claim, Part
from acctaudit.measure import SHARE, Estimate, Metric, cases, exact
from acctaudit.pattern import Judgement, Published, above, below, enough
from acctaudit.say import marked, say
from acctaudit.story import Row, answered, story
from acctaudit.verdicts import Verdicts
from acctaudit.weighing import Figure, told


def _followers(bought: int, consultants: int, people: int) -> tuple[Row, ...]:
    """Followers of three kinds, each with counts and a bio."""
    kinds = (
        (bought, {"followers": 10, "following": 900, "bio": "Hello there"}),
        (consultants, {"followers": 500, "following": 400, "bio": "SEO consultant"}),
        (people, {"followers": 200, "following": 180, "bio": "I build bridges"}),
    )
    rows = [row for n, row in kinds for _ in range(n)]
    return tuple({"user_id": str(i), **row} for i, row in enumerate(rows))


@dataclass(frozen=True)
class OnlySpammers(Claim):
    """They say that nobody worth reaching follows the account.

    ## What is said
    “Our followers are only spammers and consultants”: accounts that follow everybody to be
    followed back, and people who sell advice or reach.

    ## How it is judged
    By two signs in the list of followers, each follower counted once: following at least
    ten times as many accounts as follow them, corrected for how often this sign is wrong,
    and a word in the bio that names a consultant, an agency or marketing as a business. The
    claim is supported if the two groups together surely make up more than half of the
    followers, and contradicted if they surely make up less.

    ## Limits
    The sign for bought followers was measured on followers that were sold in 2012 and 2013;
    newer kinds escape it, so their share may be higher. A consultant can be the very person
    the account is for. Nothing is said about any single follower. “Only”, taken at its
    word, would need all others together to be under 5 %. Whether followers of neither
    group wrote to the account is not looked at.
    """

    code: ClassVar = "CL06"
    name: ClassVar = "only-spammers"
    statement: ClassVar = "Our followers are only spammers and consultants."

    min_followers: float = enough(
        200, "followers", Judgement("with fewer, a few accounts tip the share")
    )
    most_of_them: float = above(
        0.50, SHARE, Published("the red band of the follower check of Socialbakers")
    )
    less_than_half: float = below(
        0.50, SHARE, Judgement("where most followers are others, “only” is not true")
    )

    def parts(self, audience: Audience, verdicts: Verdicts) -> tuple[Part, ...]:
        """The two groups together, and how the audience was collected."""
        both = audience.suspect_or_consultant_share
        return (
            self.part(
                say("More than half of the followers are of these two kinds"),
                Figure(
                    marked("{value} of the followers look bought or sell advice or reach"),
                    self.given("min_followers", _rows(both), both),
                    supports="most_of_them",
                    contradicts="less_than_half",
                    settle=PROFILES,
                ),
                Figure(_rest(both), exact(0)),
                Figure(_traded(audience, verdicts), exact(0)),
            ),
        )

    examples = (
        answered(
            "three quarters look bought or are consultants",
            story().posts(30).with_others("followers", _followers(150, 80, 70)),
            "supported",
        ),
        answered(
            "nine in ten are neither",
            story().posts(30).with_others("followers", _followers(10, 20, 270)),
            "contradicted",
        ),
        answered(
            "about one half",
            story().posts(30).with_others("followers", _followers(75, 75, 150)),
            "cannot be judged",
        ),
        answered(
            "the number of followers only",
            story(followers=527).posts(30),
            "cannot be judged",
        ),
    )


def _rows(share: Metric) -> Metric:
    """How many followers the share rests on."""
    return cases(share)


def _rest(both: Metric) -> str:
    """What “only” would ask for, in words."""
    if not isinstance(both, Estimate) or both.low is None or both.high is None:
        return ""
    others = Estimate(1 - both.number, 1 - both.high, 1 - both.low, both.n)
    return told(
        marked("{value} are others, and “only” at its word would leave them less than 5 %"),
        others,
        SHARE,
    )


def _traded(audience: Audience, verdicts: Verdicts) -> str:
    """A word on an audience that was collected by following back."""
    if not verdicts.fired("AA601"):
        return ""
    return told(
        marked(
            "this audience was collected by following back: {value} of the accounts it"
            " follows follow it"
        ),
        audience.reciprocity,
        SHARE,
    )
