"""AA103 contradictory-goals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.intent import ARCHETYPES, GOALS, Intent
from acctaudit.measure import Metric, exact, not_measurable
from acctaudit.pattern import Advice, Judgement, Observed, On, Pattern, Severity, at_least
from acctaudit.say import joined, say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.text import lexicon
from acctaudit.words import count, number


@dataclass(frozen=True)
class ContradictoryGoals(Pattern):
    """What it is and what it is for do not go together.

    ## What it looks for
    A declared goal that such an account cannot serve well, such as a support desk that is
    to make announcements. The pairs stand in data/contradictions.csv, each with its reason.

    ## Why it matters
    An account with two jobs that disturb each other does neither: announcements bury the
    answers, and people who wait for an answer do not read announcements.

    ## What to do
    Decide on one of the two, or give the other job to an account of its own and say so in
    both profiles.

    ## What to expect
    Posts of one kind, which can be judged by one yardstick; whether more comes of them is
    for the next report to tell.

    ## How to measure it
    Declare what was decided, and compare the findings of the next quarter with these.

    ## When to ignore it
    A small organisation that has one account for everything, and knows it.

    ## Limits
    Where the kind of account was not declared it is guessed from the posts, and the finding
    is one step milder. Which pairs do not go together is our judgement.
    """

    code: ClassVar = "AA103"
    name: ClassVar = "contradictory-goals"
    healthy: ClassVar = "Its goals fit what it is"
    failing: ClassVar = "A goal does not fit what the account is"
    severity: ClassVar = Severity.LOW
    asks: ClassVar = Advice.PURPOSE
    on: ClassVar = On.DATA

    contradictions: float = at_least(
        1,
        "goals",
        Judgement("one such goal is enough to disturb the others"),
        title="Goals that do not fit",
    )

    def check(self, intent: Intent) -> Observed:
        """Look the declared goals up among those that do not fit."""
        against = _against(intent)
        return Observed(_says(intent, against), contradictions=_known(intent, len(against)))

    examples = (
        fires(
            "a support desk that is to make announcements",
            story().posts(50),
            archetype="care",
            goal="news,dialogue",
        ),
        fires(
            "a status page that is to sell",
            story().posts(50),
            archetype="alert",
            goal="leads",
        ),
        clear(
            "a support desk that is to help",
            story().posts(50),
            archetype="care",
            goal="support",
        ),
        clear("a brand that is to be known", story().posts(50), goal="awareness"),
        abstains("no goal declared", story().posts(50), "not-measurable", archetype="care"),
    )


def _against(intent: Intent) -> list[tuple[str, str]]:
    """Declared goals that do not fit, each with the reason."""
    whys = {
        row["goal"]: row["why"]
        for row in lexicon("contradictions")
        if row["archetype"] == intent.archetype
    }
    return [(goal, whys[goal]) for goal in intent.goals if goal in whys]


def _says(intent: Intent, against: list[tuple[str, str]]) -> str:
    """Which goals do not fit, and why."""
    reasons = [
        say("“{goal}”, since {why}", goal=say(GOALS[goal]), why=say(why))
        for goal, why in against
    ]
    said = {
        "goals": count(len(intent.goals), "goals"),
        "wrong": number(len(against)),
        "kind": say(ARCHETYPES[intent.archetype]),
        "how": say("inferred") if intent.inferred else say("declared"),
        "reasons": joined(reasons, "; "),
    }
    if len(against) == 1:
        return say(
            "Of {goals} declared, {wrong} does not fit what the account is ({kind}, {how}):"
            " {reasons}.",
            **said,
        )
    return say(
        "Of {goals} declared, {wrong} do not fit what the account is ({kind}, {how}):"
        " {reasons}.",
        **said,
    )


def _known(intent: Intent, contradictions: int) -> Metric:
    if not intent.goals:
        return not_measurable("no goals were declared (--goal)")
    return exact(contradictions, len(intent.goals))
