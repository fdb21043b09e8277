"""AA603 padded-audience."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.audience import Audience
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    Pattern,
    Published,
    Severity,
    above,
    enough,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import said


def _people(looking_bought: int, others: int) -> tuple[dict[str, object], ...]:
    """Followers with counts: of those that look bought 18 follow, and they follow 344."""
    bought = {"followers": 18, "following": 344}
    ordinary = {"followers": 102, "following": 226}
    kinds = [bought] * looking_bought + [ordinary] * others
    return tuple({"user_id": str(n), **counts} for n, counts in enumerate(kinds))


@dataclass(frozen=True)
class PaddedAudience(Pattern):
    """Many of its followers look bought.

    ## What it looks for
    Followers who follow at least ten times as many accounts as follow them. The share that
    this rule matches is corrected for how often the rule errs, and the whole interval of
    the corrected share has to lie above 20 %.

    ## Why it matters
    Followers like these hardly ever read. The number of followers then says little about
    how many people a post can reach, and every figure that is divided by it looks worse
    than it is. Somebody may have bought them for the account years ago; they may also have
    come by themselves.

    ## What to do
    Report how many followers can be reached, not how many there are. Ask everybody who ever
    had the account in hand, and any agency, whether followers were bought.

    ## What to expect
    The audience you report becomes smaller and closer to the truth, and reactions per
    follower rise without a single new reaction.

    ## How to measure it
    The same share among the followers of a fresh list, in six months.

    ## When to ignore it
    Young and very well-known accounts attract newcomers who follow many and are followed by
    nobody yet.

    ## Limits
    The rule was measured on followers bought in 2012 and 2013. It found 98.9 % of those and
    wrongly took 2.4 % of checked people, but it saw only 0.2 % of the spambots of 2017: a
    low share does not show that an audience is real. It says nothing of any one follower.
    A list that holds only the newest followers speaks of these.
    """

    code: ClassVar = "AA603"
    name: ClassVar = "padded-audience"
    healthy: ClassVar = "Few followers look bought"
    failing: ClassVar = "Many followers look bought"
    severity: ClassVar = Severity.MEDIUM
    asks: ClassVar = Advice.READERS
    applies: ClassVar = but_not(Archetype.RESERVED)
    by_intent: ClassVar = False
    base_rate: ClassVar = (
        "The rule matches 2.4 % of 1,481 checked people (2015) and 1.0 % of 3,474 others"
        " (2017), on the published profiles of Cresci et al."
    )

    min_followers: float = enough(
        200,
        "followers",
        Judgement("the interval of a share of one half is then seven points either way"),
    )
    suspect_share: float = above(
        0.20,
        "share",
        Published("20 % calls for caution: Socialbakers' method"),
        title="Followers that look bought",
    )
    suspect_share_high: float = above(
        0.50,
        "share",
        Published("50 % is red: Socialbakers' method"),
        of="suspect_share",
        raises=Severity.HIGH,
        title="Followers that look bought",
    )

    def check(self, audience: Audience) -> Observed:
        """See how many followers the rule matches, and how many that makes."""
        return Observed(
            say(
                "{share} of the followers look bought. The rule (to follow ten times as"
                " many as follow one) matches {matched} of them, before its errors are"
                " taken out: {record}.",
                share=said(audience.suspect_share, SHARE),
                matched=said(audience.follower_rule_share, SHARE),
                record=audience.rule_record,
            ),
            min_followers=audience.counted_followers,
            suspect_share=audience.suspect_share,
        )

    examples = (
        fires(
            "a third of the followers",
            story(followers=600).posts(10).with_others("followers", _people(200, 400)),
        ),
        fires(
            "most of the followers",
            story(followers=600).posts(10).with_others("followers", _people(500, 100)),
        ),
        clear(
            "as many as among checked people",
            story(followers=500).posts(10).with_others("followers", _people(12, 488)),
        ),
        abstains(
            "a quarter of a short list",
            story(followers=240).posts(10).with_others("followers", _people(56, 184)),
            "insufficient-evidence",
        ),
        abstains(
            "a hundred followers",
            story(followers=100).posts(10).with_others("followers", _people(60, 40)),
            "insufficient-evidence",
        ),
        abstains(
            "ids only",
            story(followers=300)
            .posts(10)
            .with_others("followers", tuple({"user_id": str(n)} for n in range(300))),
            "not-measurable",
        ),
    )
