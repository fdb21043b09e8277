"""AA802 clockwork-posting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.automation import Automation
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE, Estimate, Metric, exact
from acctaudit.options import Options
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    On,
    Pattern,
    Severity,
    at_most,
    enough,
    improbable,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import plain


@dataclass(frozen=True)
class ClockworkPosting(Pattern):
    """A timer seems to post, and nobody has said so.

    ## What it looks for
    Posts that crowd on certain minutes of the hour, or seconds of the minute. People press
    the button at any of them; a timer does it on the full hour. Looking at both makes a
    false alarm twice as likely, which is taken into account.

    ## Why it matters
    A queue runs on when the world has changed: it congratulates on the day of an accident,
    and it does not answer. Readers feel the difference.

    ## What to do
    If a tool posts at set times, say so to those who judge the account (declare it as
    scheduled). Let somebody look at the queue each morning, and scatter the times.

    ## What to expect
    Nothing measurable from scattering alone; fewer ill-timed posts where a person looks.

    ## How to measure it
    Look at the evenness of minutes and seconds again after 300 more posts.

    ## When to ignore it
    A schedule that is wanted and watched, a planned campaign.

    ## Limits
    Finds timers only. A program that posts whenever something happens leaves even minutes
    and is not seen. It takes 300 posts with a time of day.
    """

    code: ClassVar = "AA802"
    name: ClassVar = "clockwork-posting"
    healthy: ClassVar = "Posts at any minute"
    failing: ClassVar = "Posts by the clock"
    severity: ClassVar = Severity.INFO
    asks: ClassVar = Advice.OWNER
    on: ClassVar = On.ASKED
    applies: ClassVar = but_not(Archetype.ALERT, Archetype.RESERVED)
    by_intent: ClassVar = False
    base_rate: ClassVar = (
        "7 of 38 ordinary public libraries, 2009-2014, that had enough posts (measured)"
    )

    min_posts: float = enough(
        300, "posts", Judgement("five on average for each of sixty minutes or seconds")
    )
    declared_schedule: float = at_most(
        0,
        "declarations",
        Judgement("a schedule that is declared is no discovery"),
        title="Declared schedules",
    )
    chance_of_clock: float = improbable(
        0.001,
        Judgement("strict, because with thousands of posts small leanings show"),
        title="Chance of such unevenness",
    )

    def check(self, automation: Automation, options: Options) -> Observed:
        """See how uneven the minutes and the seconds are."""
        minutes, seconds = (
            automation.minute_uniformity_p,
            automation.second_uniformity_p,
        )
        chance = _either(minutes, seconds)
        return Observed(
            say(
                "If posts fell at random, minutes or seconds as uneven as those of {posts}"
                " would come up in {chance} of cases.",
                posts=plain(_counted(chance), "posts"),
                chance=plain(chance, SHARE),
            ),
            min_posts=_counted(chance),
            declared_schedule=exact(int(options.scheduled)),
            chance_of_clock=chance,
        )

    examples = (
        fires("every day at nine sharp", story().posts(310)),
        clear("at any moment", story().posts(310, every=1.0261236)),
        clear("at nine sharp, as declared", story().posts(310), scheduled="yes"),
        abstains("three months", story().posts(90), "insufficient-evidence"),
        abstains("a bot", story().posts(310), "not-applicable", archetype="alert"),
    )


def _either(minutes: Metric, seconds: Metric) -> Metric:
    """The smaller chance, doubled where both were looked at (Bonferroni)."""
    known = [metric for metric in (minutes, seconds) if isinstance(metric, Estimate)]
    if not known:
        return minutes
    least = min(known, key=lambda metric: metric.number)
    return Estimate(min(1.0, least.number * len(known)), n=least.n)


def _counted(chance: Metric) -> Metric:
    """The posts that the chance rests on."""
    if isinstance(chance, Estimate) and chance.n is not None:
        return exact(chance.n)
    return chance
