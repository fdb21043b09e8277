"""CL05 no-benefit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from acctaudit.analyzers.results import Results
from acctaudit.claim import COUNTS, DECLARED, POSTS, Claim, Part, clause
from acctaudit.measure import Estimate, Metric, exact, not_measurable, tried
from acctaudit.options import Kpi, Options
from acctaudit.pattern import Judgement, at_least, at_most, below
from acctaudit.story import START, Row, Story, answered, story
from acctaudit.verdicts import Verdicts
from acctaudit.weighing import Figure
from acctaudit.words import listed, number

if TYPE_CHECKING:
    from acctaudit.model.account import Account

GOALS = "a KPI that is a result, with the total it should reach, such as --kpi leads>=20"
OUTCOMES = (
    "a table of results with their dates (outcomes: date, outcome, value), counted where"
    " they happen"
)
CLICKS = "the analytics table (CSV) of the account, which counts clicks on links"
TRAFFIC = "traffic"


def _leads(n: int) -> tuple[Row, ...]:
    """So many leads, one in three days."""
    return tuple(
        {"date": f"{START + timedelta(days=3 * i):%Y-%m-%d}", "outcome": "leads"}
        for i in range(n)
    )


def _busy() -> Story:
    """An account that posts daily, answers, links into its pages and gets likes."""
    return (
        story(url="https://example.com", followers=500)
        .posts(120, every=0.5, text="{n} https://example.com/new", likes=4, reposts=0)
        .replies(60, every=0.5, likes=1, reposts=0)
    )


@dataclass(frozen=True)
class NoBenefit(Claim):
    """They say that nothing came of it.

    ## What is said
    “Twitter brings no benefit”: the results that the account was made for did not come, and
    the platform is the reason.

    ## How it is judged
    By results that you declare, each with the total it should reach, and that were counted
    where they happen: leads, tickets, applications. For the goal of traffic, clicks on
    links count too. A total that surely stays below its target speaks for the claim; one
    that surely reaches it contradicts it. And the account must have done its part: it
    posted enough, answered people, linked to the page that belongs to a post and had an
    audience that reacts. If not, the results say something about this way of using the
    platform and not about the platform itself, and the claim cannot be judged.

    ## Limits
    Without a declared result there is nothing to judge by, which is the usual case. Posts,
    followers and likes are activity and not results. A result that was not counted, or
    counted elsewhere, is missing here; one that was counted need not come from the account.
    """

    code: ClassVar = "CL05"
    name: ClassVar = "no-benefit"
    statement: ClassVar = "Twitter brings no benefit."

    missed: float = below(
        1.0, "times", Judgement("the target that was declared is the limit")
    )
    reached: float = at_least(
        1.0, "times", Judgement("the target that was declared is the limit")
    )
    did_its_part: float = at_most(
        0,
        "findings",
        Judgement("the patterns AA204, AA301, AA402 and AA701 have the limits"),
    )

    def parts(
        self, account: Account, results: Results, verdicts: Verdicts, options: Options
    ) -> tuple[Part, ...]:
        """The declared results against their targets, and the account's own part."""
        reached = _against_targets(account, results, options)
        return (
            self.part(
                "The results stayed below their targets",
                *(
                    Figure(
                        text,
                        ratio,
                        supports="missed",
                        contradicts="reached",
                        settle=settle,
                    )
                    for text, ratio, settle in reached
                ),
            ),
            self.part(
                "The account did its part, so that a miss speaks about the platform",
                _own(verdicts, "AA204", POSTS),
                _own(verdicts, "AA301", POSTS),
                _own(verdicts, "AA402", POSTS),
                _own(verdicts, "AA701", COUNTS),
            ),
        )

    examples = (
        answered(
            "three leads of a hundred, from an account that does everything right",
            _busy().with_others("outcomes", _leads(3)),
            "supported",
            kpi="leads>=100",
        ),
        answered(
            "twice the leads that were wanted",
            _busy().with_others("outcomes", _leads(60)),
            "contradicted",
            kpi="leads>=30",
        ),
        answered(
            "three leads of a hundred, from headlines that answer nobody",
            story().posts(100, every=3.5).with_others("outcomes", _leads(3)),
            "cannot be judged",
            kpi="leads>=100",
        ),
        answered("no goal was declared", _busy(), "cannot be judged"),
        answered(
            "judged by posts and likes", _busy(), "cannot be judged", kpi="posts,likes"
        ),
    )


def _own(verdicts: Verdicts, code: str, settle: str) -> Figure:
    """One pattern that must be clear, with its figures."""
    return Figure(
        clause(verdicts, code),
        verdicts.found(code),
        supports="did_its_part",
        settle=DECLARED if verdicts.verdict(code) == "not-applicable" else settle,
        short=f"“{verdicts.title(code)}” was found",
    )


def _against_targets(
    account: Account, results: Results, options: Options
) -> list[tuple[str, Metric, str]]:
    """Each declared result: clause, total over target, and what would show it."""
    found: list[tuple[str, Metric, str]] = []
    for goal in results.targets:
        low, high = goal.low / goal.target, goal.high / goal.target
        ratio = Estimate(goal.total / goal.target, low, high, round(goal.total))
        found.append((_said(goal.name, goal.total, goal.target), ratio, OUTCOMES))
    found += [
        _clicks(account, kpi)
        for kpi in options.kpis
        if "click" in kpi.name and kpi.target and TRAFFIC in options.goals
    ]
    return found or [("", not_measurable(_unsaid(results, options)), _missing(options))]


def _said(name: str, total: float, target: float) -> str:
    return f"{name}: {number(total)} of {number(target)} that were wanted"


def _clicks(account: Account, kpi: Kpi) -> tuple[str, Metric, str]:
    """Clicks on links over the number that was wanted."""
    target = kpi.target or 1.0
    total = tried(lambda: exact(float(account.column("clicks").sum())))
    if not isinstance(total, Estimate):
        return "", total, CLICKS
    text = _said(kpi.name, total.number, target)
    return text, exact(total.number / target), CLICKS


def _unsaid(results: Results, options: Options) -> str:
    """Why there is no result to judge by."""
    aimed = [kpi.name for kpi in options.kpis if kpi.target]
    if not options.kpis:
        return "no result was declared by which the account is judged"
    if len(results.mere_kpis) == len(options.kpis):
        return f"what was declared is activity and not a result: {_names(results)}"
    if not aimed:
        return "no target was declared for any result"
    return f"nobody has counted {listed(aimed)}"


def _names(results: Results) -> str:
    return listed(results.mere_kpis)


def _missing(options: Options) -> str:
    aimed = any(kpi.target for kpi in options.kpis)
    return OUTCOMES if aimed else f"{GOALS}, and {OUTCOMES}"
