"""AA201 abandoned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.cadence import Cadence
from acctaudit.analyzers.ending import Ending
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE
from acctaudit.pattern import (
    About,
    Advice,
    Judgement,
    Observed,
    Pattern,
    Published,
    Severity,
    at_least,
    below,
    enough,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import plain


@dataclass(frozen=True)
class Abandoned(Pattern):
    """Nobody posts here any more.

    ## What it looks for
    The days from the last own post to the day of the export. Thirty days make a low
    finding, ninety a high one, a hundred and eighty a critical one, if so long a silence is
    unlikely for an account that posts as often as this one did. The day of the export must
    be known: an old file is not an abandoned account.

    ## Why it matters
    People still find the name, write to it and draw their own conclusion from the silence.
    Of the Fortune 100 accounts of 2009, 15 % were inactive (Weber Shandwick).

    ## What to do
    Revive it with an owner and a plan that can be staffed for a year, or close it properly:
    a last post that says where you are now, pinned, and the same in the bio.

    ## What to expect
    People who come across the name learn whether anybody is there. A revived account needs
    months before reactions can be compared; a closed one stops costing trust at once.

    ## How to measure it
    Days since the last post, in a month, and posts a week a quarter after the restart. If
    it was closed: whether the goodbye is the last post and the bio says where you are.

    ## When to ignore it
    A campaign with an end date, a name that is only kept, a seasonal account between
    seasons.

    ## Limits
    Deleted posts are invisible: the last post in the file is the last one that still
    exists.
    """

    code: ClassVar = "AA201"
    name: ClassVar = "abandoned"
    healthy: ClassVar = "Posted shortly before the export"
    failing: ClassVar = "Abandoned"
    severity: ClassVar = Severity.LOW
    asks: ClassVar = Advice.REVIVE
    applies: ClassVar = but_not(Archetype.CAMPAIGN, Archetype.RESERVED, Archetype.ALERT)
    base_rate: ClassVar = "15 % of 540 Fortune 100 accounts in 2009 (Weber Shandwick)"

    min_age: float = enough(
        90, "days", Judgement("a younger account has had no time to be left")
    )
    min_posts: float = enough(
        10, "posts", Judgement("fewer are a name that was never used")
    )
    silent_days: float = at_least(
        30,
        "days",
        Published("active = a post in the past 30 days: UMass Dartmouth 2009/2010"),
        title="Silence since the last post",
    )
    silent_days_high: float = at_least(
        90,
        "days",
        Published("inactive after 90 days: Socialbakers, SparkToro"),
        of="silent_days",
        raises=Severity.HIGH,
        title="Silence since the last post",
    )
    silent_days_critical: float = at_least(
        180,
        "days",
        Published("Twitter's own policy until 2023: six months without a log-in"),
        of="silent_days",
        raises=Severity.CRITICAL,
        title="Silence since the last post",
    )
    max_chance: float = below(
        0.05,
        "share",
        Judgement(
            "whoever posts once a fortnight is often silent for a month; the silence has to"
            " be unlikely for an account that posts as often as this one did"
        ),
        title="Chance of such a silence",
    )

    def check(self, cadence: Cadence, ending: Ending) -> Observed:
        """See how long ago the last post is."""
        silent = cadence.days_since_last_post
        chance = cadence.silence_chance
        return Observed(
            say(
                "The last own post is {silent} older than the export; for an account that"
                " posted as often as this one, so long a silence has a chance of {chance}.",
                silent=plain(silent, "days"),
                chance=plain(chance, SHARE),
            ),
            evidence=ending.last_ids,
            about=[About(gap.start, "silent_days", gap.days) for gap in cadence.open_gap],
            min_age=cadence.age_days,
            min_posts=cadence.posts_known,
            silent_days=silent,
            max_chance=chance,
        )

    examples = (
        fires(
            "a year of posts, then a hundred days of nothing",
            story().posts(60).silence(100),
        ),
        clear("a year of posts, the last one yesterday", story().posts(100, every=2)),
        clear(
            "a post in a fortnight, and five weeks without one",
            story().posts(30, every=14).silence(21),
        ),
        abstains("three weeks old", story().posts(20), "insufficient-evidence"),
        abstains(
            "a campaign that is over",
            story().posts(60).silence(100),
            "not-applicable",
            archetype="campaign",
        ),
    )
