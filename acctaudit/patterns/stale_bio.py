"""AA503 stale-bio."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.profile import ProfilePage
from acctaudit.intent import Archetype, but_not
from acctaudit.pattern import Advice, Judgement, Observed, On, Pattern, Severity, at_least
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import plain


@dataclass(frozen=True)
class StaleBio(Pattern):
    """The bio speaks of a time that is over.

    ## What it looks for
    The newest year that the bio names is over: that of an event with the end of the year,
    any other at the end of the year after. Years of history do not count: since 1998,
    founded in 2009, award of 2012.

    ## Why it matters
    The bio is what people read before they decide to follow. One that announces last year's
    fair reads as if nobody looked after the account.

    ## What to do
    Check the bio for dates every quarter, and write it so that it needs none.

    ## What to expect
    A better first impression, and no change in any other figure.

    ## How to measure it
    Read the bio yourself on the first day of each quarter; the audit only finds years.

    ## When to ignore it
    The year is part of a name, or history that no listed word marks as such.

    ## Limits
    Only years in four digits from 2006 on are found, not “next week” or “coming soon”. The
    words that mark events and history are a list in English, German, French, Spanish and
    Italian.
    """

    code: ClassVar = "AA503"
    name: ClassVar = "stale-bio"
    healthy: ClassVar = "The bio is up to date"
    failing: ClassVar = "The bio speaks of a time that is over"
    severity: ClassVar = Severity.LOW
    asks: ClassVar = Advice.PROFILE
    on: ClassVar = On.ASKED
    applies: ClassVar = but_not(Archetype.RESERVED)

    years_over: float = at_least(
        1,
        "years",
        Judgement(
            "an event is over with its year; other years count from the second year before"
            " the export on, as last year's figures are still the newest"
        ),
        title="Time out of date",
    )

    def check(self, profile: ProfilePage) -> Observed:
        """See what is the newest year in the bio."""
        found = profile.bio_year
        return Observed(
            say(
                "The newest year in the bio is {year}; it has been over for {years}.",
                year=str(found.year),
                years=plain(found.years_over, "years"),
            )
            if found.year
            else say("The bio names no year that is over."),
            years_over=found.years_over,
        )

    examples = (
        fires(
            "last year's fair",
            story(bio="Meet us at the trade fair 2019").posts(20),
        ),
        clear("history", story(bio="Bread since 2009. Founded 2008.").posts(20)),
        clear("this year's fair", story(bio="Meet us at the trade fair 2020").posts(20)),
        clear("no year", story(bio="We build.").posts(20)),
        abstains("no bio in the export", story().posts(20), "not-measurable"),
    )
