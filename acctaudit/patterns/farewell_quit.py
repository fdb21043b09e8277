"""AA202 farewell-quit."""

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
    Severity,
    at_least,
    enough,
)
from acctaudit.say import say
from acctaudit.story import clear, fires, story
from acctaudit.words import day, plain


@dataclass(frozen=True)
class FarewellQuit(Pattern):
    """The account said goodbye and left.

    ## What it looks for
    A goodbye to the channel among the last three own posts ("this is our last tweet",
    "unser letzter Tweet"), with silence after it. "The last tweet of the day" does not
    count.

    ## Why it matters
    Quitting is a decision, not a result. A farewell that names a reason invites the
    question whether the reason is true, and this report is the place to answer it.

    ## What to do
    Write down what was tried, what came of it and what the file shows, before the account
    is closed or begun again. Say in the bio where people reach you now.

    ## What to expect
    The next decision rests on what was tried and what came of it, and not on the mood of
    the last week. The figures of this account will not change.

    ## How to measure it
    In a quarter, read what was written down beside this report: is each reason given for
    leaving backed by a figure? Look whether the bio shows the new address.

    ## When to ignore it
    A planned move to another account, if the goodbye says where; a hand-over of staff.

    ## Limits
    The word list knows English and German well, and a little French, Spanish and Italian.
    Our list asks for three days of silence after the goodbye, since an export is often made
    in the week in which an account is left.
    """

    code: ClassVar = "AA202"
    name: ClassVar = "farewell-quit"
    healthy: ClassVar = "No farewell"
    failing: ClassVar = "Said goodbye and left"
    severity: ClassVar = Severity.MEDIUM
    asks: ClassVar = Advice.REVIVE
    applies: ClassVar = but_not(Archetype.CAMPAIGN, Archetype.RESERVED, Archetype.ALERT)
    by_intent: ClassVar = False

    min_posts: float = enough(3, "posts", Judgement("fewer have no end to speak of"))
    farewells: float = at_least(
        1,
        "posts",
        Judgement("one of the last three posts says goodbye; word list of our own"),
        title="Goodbyes among last posts",
    )
    silent_days: float = at_least(
        3,
        "days",
        Judgement("three days without a post show that the goodbye was meant"),
        title="Silence since the last post",
    )

    def check(self, cadence: Cadence, ending: Ending) -> Observed:
        """See whether one of the last posts says goodbye."""
        return Observed(
            say(
                "On {day} the account said goodbye to the channel; the export was made"
                " {silent} after its last post.",
                day=day(ending.farewell_date or ""),
                silent=plain(cadence.days_since_last_post, "days"),
            ),
            evidence=ending.farewell_ids,
            about=[About(key, "farewells", 1) for key in ending.farewell_keys],
            min_posts=cadence.posts_known,
            farewells=ending.farewells,
            silent_days=cadence.days_since_last_post,
        )

    examples = (
        fires(
            "a goodbye, then silence",
            story()
            .posts(60)
            .says("This is our last tweet for the time being.")
            .silence(40),
        ),
        clear(
            "the last tweet of the day is no goodbye",
            story().posts(60).says("Our last tweet of the day: good night!").silence(40),
        ),
        clear("silence without a goodbye", story().posts(60).silence(40)),
    )
