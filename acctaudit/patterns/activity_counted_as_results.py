"""AA102 activity-counted-as-results."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.results import Results
from acctaudit.intent import Archetype, but_not
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
from acctaudit.words import listed, plain

_ALONE = ""
"""Unit of a number that stands without one."""


@dataclass(frozen=True)
class ActivityCountedAsResults(Pattern):
    """It is judged by what it does, not by what comes of it.

    ## What it looks for
    KPIs (the figures by which the owners say they judge the account) that are all activity,
    such as posts, or audience, such as followers, or reactions, such as likes, or reach,
    such as impressions (how often posts were shown). Reach counts as a result where being
    known is the declared goal.

    ## Why it matters
    Such figures can rise for years while nothing comes of it. A study of 54 million
    accounts found that many followers do not make much influence (Cha and others 2010), and
    most companies of an early survey measured nothing at all (Michaelidou and others 2011).

    ## What to do
    Add one figure that the business would miss: enquiries, questions solved, applications,
    decisions that were influenced.

    ## What to expect
    The account does not change by it; the discussion does, from how much was posted to what
    it brought.

    ## How to measure it
    Count that one figure by day for a quarter, and give the table (date, outcome, value) to
    the next report.

    ## When to ignore it
    Campaigns whose purpose is reach: declare the goal awareness, and reach counts.

    ## Limits
    KPIs are known by their names, from a list that comes with the program (data/kpis.csv).
    A name that is not in the list is taken for a result.
    """

    code: ClassVar = "AA102"
    name: ClassVar = "activity-counted-as-results"
    healthy: ClassVar = "It is judged by a result"
    failing: ClassVar = "Activity is counted as a result"
    severity: ClassVar = Severity.MEDIUM
    asks: ClassVar = Advice.PURPOSE
    applies: ClassVar = but_not(Archetype.RESERVED)
    by_intent: ClassVar = False

    min_kpis: float = enough(1, "KPIs", Judgement("without any there is nothing to judge"))
    max_result_kpis: float = at_most(
        0,
        "KPIs",
        Judgement("one result among the KPIs is enough to judge by"),
        title="Results among the KPIs",
    )

    def check(self, results: Results) -> Observed:
        """See which of the declared KPIs are results."""
        return Observed(
            say(
                "{kpis} declared, {results} of them a result. These count activity,"
                " audience, reactions or reach: {mere}.",
                kpis=plain(results.kpis_declared, "KPIs"),
                results=plain(results.result_kpis, _ALONE),
                mere=listed(results.mere_kpis),
            ),
            min_kpis=results.kpis_declared,
            max_result_kpis=results.result_kpis,
        )

    examples = (
        fires("posts and likes", story().posts(50), kpi="posts,likes"),
        clear("leads beside the followers", story().posts(50), kpi="followers,leads>=20"),
        clear(
            "reach, where being known is the goal",
            story().posts(50),
            kpi="impressions",
            goal="awareness",
        ),
        fires("reach, where dialogue is", story().posts(50), kpi="reach", goal="dialogue"),
        abstains("no KPI declared", story().posts(50), "not-measurable"),
    )
