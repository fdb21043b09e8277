"""AA101 goals-undeclared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.cadence import Cadence
from acctaudit.intent import Archetype, Intent, but_not
from acctaudit.measure import exact
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    Pattern,
    Severity,
    at_most,
    enough,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import count, plain


@dataclass(frozen=True)
class GoalsUndeclared(Pattern):
    """Nobody has said what the account is for.

    ## What it looks for
    Whether a goal was declared, on the command line (`--goal`) or in `acctaudit.toml`.

    ## Why it matters
    Without a goal every figure is as good as any other. Two accounts with the same posts
    can be a success and a failure, since they were meant for different things.

    ## What to do
    Write down the one purpose that this account serves, before the next post. Then declare
    it, so that the report judges by it.

    ## What to expect
    No figure of the account moves by itself; the findings that depend on the purpose become
    sharper, and some may go away.

    ## How to measure it
    Run the report again with the goal declared, and see which findings remain.

    ## When to ignore it
    The first run of this tool, before anybody was asked.

    ## Limits
    The tool knows what it was told. The owners may have a goal that nobody passed on to it.
    """

    code: ClassVar = "AA101"
    name: ClassVar = "goals-undeclared"
    healthy: ClassVar = "Its goal is declared"
    failing: ClassVar = "No goal is declared"
    severity: ClassVar = Severity.INFO
    asks: ClassVar = Advice.PURPOSE
    applies: ClassVar = but_not(Archetype.RESERVED)
    by_intent: ClassVar = False

    min_posts: float = enough(
        1, "posts", Judgement("without posts there is nothing to judge by a goal")
    )
    max_goals: float = at_most(
        0,
        "goals",
        Judgement("one goal is enough to judge an account by"),
        title="Goals declared",
    )

    def check(self, cadence: Cadence, intent: Intent) -> Observed:
        """See whether any goal was declared."""
        posts, goals = cadence.posts_known, len(intent.goals)
        return Observed(
            say(
                "{goals} declared for an account of {posts}.",
                goals=count(goals, "goals"),
                posts=plain(posts, "posts"),
            ),
            min_posts=posts,
            max_goals=exact(goals),
        )

    examples = (
        fires("a year of posts, and no word on what for", story().posts(100)),
        clear("the goal is dialogue", story().posts(100), goal="dialogue"),
        abstains("no posts at all", story(posts_total=0), "insufficient-evidence"),
        abstains(
            "a name that is only kept",
            story().posts(3),
            "not-applicable",
            archetype="reserved",
        ),
    )
