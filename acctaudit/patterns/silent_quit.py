"""AA203 silent-quit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.cadence import Cadence
from acctaudit.analyzers.ending import Ending
from acctaudit.intent import Archetype, but_not
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
class SilentQuit(Pattern):
    """The account stopped without a word.

    ## What it looks for
    Ninety days without an own post, if so long a silence is unlikely for an account that
    posts as often as this one did; no goodbye among the last three, and no address or name
    in the bio to which a reader could move on.

    ## Why it matters
    Whoever comes now meets a voice that broke off. They cannot know whether the company
    still listens, and a question to the account goes nowhere.

    ## What to do
    Pin one last post that says where you are now, and write the same into the bio.

    ## What to expect
    Whoever finds the account knows where to turn, and questions stop ending in nothing. It
    brings no readers back by itself.

    ## How to measure it
    Whether a goodbye is among the last posts and an address or name in the bio, at once; a
    month later, whether people mention the new place.

    ## When to ignore it
    The owner has died or was suspended, or the file was cut off before the account's end.

    ## Limits
    Whether the bio points elsewhere is read from addresses and @names only.
    """

    code: ClassVar = "AA203"
    name: ClassVar = "silent-quit"
    healthy: ClassVar = "Did not leave in silence"
    failing: ClassVar = "Left without a word"
    severity: ClassVar = Severity.MEDIUM
    asks: ClassVar = Advice.REVIVE
    applies: ClassVar = but_not(Archetype.CAMPAIGN, Archetype.RESERVED, Archetype.ALERT)

    min_age: float = enough(
        90, "days", Judgement("a younger account has had no time to be left")
    )
    min_posts: float = enough(
        10, "posts", Judgement("fewer are a name that was never used")
    )
    silent_days: float = at_least(
        90,
        "days",
        Published("inactive after 90 days: Socialbakers, SparkToro"),
        title="Time since last post",
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
    farewells: float = below(
        1,
        "posts",
        Judgement("a goodbye is a finding of its own"),
        title="Goodbyes among last posts",
    )
    pointers: float = below(
        1,
        "pointers",
        Judgement("an address or @name shows the way"),
        title="Pointers in the bio",
    )

    def check(self, cadence: Cadence, ending: Ending) -> Observed:
        """See whether silence is all there is at the end."""
        return Observed(
            say(
                "The posts break off {days} before the export, with no goodbye and no hint"
                " in the bio where to go.",
                days=plain(cadence.days_since_last_post, "days"),
            ),
            evidence=ending.last_ids,
            about=[About(gap.start, "silent_days", gap.days) for gap in cadence.open_gap],
            min_age=cadence.age_days,
            min_posts=cadence.posts_known,
            silent_days=cadence.days_since_last_post,
            max_chance=cadence.silence_chance,
            farewells=ending.farewells,
            pointers=ending.pointers,
        )

    examples = (
        fires("posts that break off", story(bio="We build.").posts(60).silence(120)),
        clear(
            "a bio that shows the way", story(bio="Now at @other").posts(60).silence(120)
        ),
        clear(
            "a post in six weeks, and three months without one",
            story(bio="We build.").posts(30, every=45).silence(60),
        ),
        clear("still there", story(bio="We build.").posts(100)),
        abstains("no bio in the export", story().posts(60).silence(120), "not-measurable"),
    )
