"""CL05 no-benefit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from acctaudit.analyzers.cadence import Cadence
from acctaudit.analyzers.content import Content
from acctaudit.analyzers.conversation import Conversation
from acctaudit.analyzers.engagement import Engagement
from acctaudit.analyzers.results import Results
from acctaudit.claim import COUNTS, DECLARED, POSTS, Claim, Part
from acctaudit.measure import (
    SHARE,
    Estimate,
    Metric,
    Unknown,
    exact,
    not_measurable,
    tried,
)
from acctaudit.options import Kpi, Options
from acctaudit.pattern import Judgement, at_least, at_most, below
from acctaudit.say import marked, say
from acctaudit.story import START, Row, Story, answered, story
from acctaudit.verdicts import Verdicts
from acctaudit.weighing import Figure, told
from acctaudit.words import listed, number

if TYPE_CHECKING:
    from acctaudit.model.account import Account

OUTCOMES = marked(
    "a table of results with their dates (outcomes: date, outcome, value), counted where"
    " they happen"
)
TARGETS = marked(
    "a KPI that is a result, with the total it should reach, such as --kpi leads>=20, and a"
    " table of results with their dates (outcomes: date, outcome, value), counted where"
    " they happen"
)
CLICKS = marked("the analytics table (CSV) of the account, which counts clicks on links")
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


_PACE = marked("its pace was {value}")
_ANSWERS = marked("{value} of the own posts answer somebody")
_HOME = marked("{value} of the links to the own site end on its home page")
_SILENT = marked("{value} of the own posts with counts got no reaction at all")


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

    def parts(  # noqa: PLR0913  # the figures of four patterns
        self,
        account: Account,
        results: Results,
        verdicts: Verdicts,
        options: Options,
        cadence: Cadence,
        conversation: Conversation,
        content: Content,
        engagement: Engagement,
    ) -> tuple[Part, ...]:
        """The declared results against their targets, and the account's own part."""
        reached = _against_targets(account, results, options)
        return (
            self.part(
                say("The results stayed below their targets"),
                *(
                    Figure(told_, ratio, "missed", "reached", settle=settle)
                    for told_, ratio, settle in reached
                ),
            ),
            self.part(
                say("The account did its part, so that a miss speaks about the platform"),
                *(
                    _own(verdicts, code, settle, told(message, value, unit))
                    for code, settle, message, value, unit in (
                        ("AA204", POSTS, _PACE, cadence.rate, "posts a week"),
                        ("AA301", POSTS, _ANSWERS, conversation.reply_share, SHARE),
                        ("AA402", POSTS, _HOME, content.homepage_link_share, SHARE),
                        ("AA701", COUNTS, _SILENT, engagement.zero_reaction_share, SHARE),
                    )
                ),
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


def _own(verdicts: Verdicts, code: str, settle: str, text: str) -> Figure:
    """One pattern that must be clear; `text` is its figure as a clause."""
    metric, title = verdicts.found(code), verdicts.title(code)
    return Figure(
        "" if isinstance(metric, Unknown) else text,
        metric,
        supports="did_its_part",
        settle=DECLARED if verdicts.verdict(code) == "not-applicable" else settle,
        short=say("“{finding}” was found", finding=title),
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
    return say(
        "{name}: {total} of {target} that were wanted",
        name=name,
        total=number(total),
        target=number(target),
    )


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
        return say("no result was declared by which the account is judged")
    if len(results.mere_kpis) == len(options.kpis):
        return say(
            "what was declared is activity and not a result: {names}",
            names=listed(results.mere_kpis),
        )
    if not aimed:
        return say("no target was declared for any result")
    return say("nobody has counted {names}", names=listed(aimed))


def _missing(options: Options) -> str:
    aimed = any(kpi.target for kpi in options.kpis)
    return OUTCOMES if aimed else TARGETS
