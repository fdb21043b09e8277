"""Two reports side by side: what is new, worse, better, gone, and how sure that is.

Sees the Report only: two reports that were reloaded from their JSON compare identically.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from acctaudit import __version__, retell
from acctaudit.compare.comparable import Grounds, grounds, kind_of
from acctaudit.compare.data import (
    ONE_ACCOUNT,
    SCHEMA,
    TWO_ACCOUNTS,
    ClaimChange,
    Comparison,
    Figure,
    FindingChange,
    MetricChange,
    MetricGap,
    Pair,
    PhaseChange,
    ProfileChange,
    Side,
    SignMove,
    State,
    VitalChange,
)
from acctaudit.compare.figures import metrics, total, vitals
from acctaudit.compare.findings import findings
from acctaudit.compare.headline import headline, more
from acctaudit.compare.life import claims, phases, profile
from acctaudit.compare.wordings import occurring
from acctaudit.report import Tool
from acctaudit.say import marked, say

if TYPE_CHECKING:
    from acctaudit.report import Report

__all__ = [
    "ONE_ACCOUNT",
    "SCHEMA",
    "TWO_ACCOUNTS",
    "ClaimChange",
    "Comparison",
    "Figure",
    "FindingChange",
    "Grounds",
    "MetricChange",
    "MetricGap",
    "Pair",
    "PhaseChange",
    "ProfileChange",
    "Side",
    "SignMove",
    "State",
    "VitalChange",
    "compare",
    "grounds",
    "kind_of",
]

_THEN_NOW = marked("Then"), marked("Now")
_FIRST_SECOND = marked("Account 1"), marked("Account 2")
_JUDGED = {"fired", "clear"}


def compare(old: Report, new: Report, held: Grounds | None = None) -> Comparison:
    """The comparison; `held` is what spoke against it and is to be shown.

    Refuses nothing: ask `grounds` first.
    """
    held = held or grounds(old, new)
    kind = kind_of(old, new)
    labels = _labels(old, new, kind)
    found = findings(old, new, kind, {"first": labels[0], "second": labels[1]})
    differing, gaps, same = metrics(old, new, kind)
    answered, alike = claims(old, new)
    one = kind == ONE_ACCOUNT
    comparison = Comparison(
        tool=Tool("acctaudit", __version__),
        kind=kind,
        old=_side(old, labels[0]),
        new=_side(new, labels[1]),
        headline="",
        more="",
        counts=_counts(found),
        findings=found,
        vitals=vitals(old, new, kind),
        score=total(old.score, new.score, kind),
        metrics=differing,
        same_metrics=same,
        gaps=gaps,
        phases=phases(old, new) if one else [],
        claims=answered,
        same_claims=alike,
        profile=profile(old, new) if one else [],
        forced=list(held.refused),
        warnings=list(held.warnings),
    )
    told = replace(comparison, headline=headline(comparison), more=more(comparison))
    made = retell.wording(told)
    known = {**made, **old.wording, **new.wording}
    return replace(told, wording=occurring(told, known))


def _labels(old: Report, new: Report, kind: str) -> tuple[str, str]:
    """What the two sides are called."""
    if kind == ONE_ACCOUNT:
        return say(_THEN_NOW[0]), say(_THEN_NOW[1])
    a, b = old.account.handle, new.account.handle
    if not a or not b or a.casefold() == b.casefold():
        return say(_FIRST_SECOND[0]), say(_FIRST_SECOND[1])
    return say("@{handle}", handle=a[:50]), say("@{handle}", handle=b[:50])


def _side(report: Report, label: str) -> Side:
    verdicts = [found.verdict for found in report.patterns]
    judged = sum(verdict in _JUDGED for verdict in verdicts)
    unfit = verdicts.count("not-applicable")
    card = report.account
    return Side(
        label=label,
        handle=card.handle,
        user_id=card.user_id,
        name=card.name,
        as_of=report.as_of,
        active=report.window.get("active"),
        posts=report.intake.kept,
        judged_as=report.intent.label,
        reader=report.intake.reader,
        judged=judged,
        unknown=len(verdicts) - judged - unfit,
        unfit=unfit,
        headline=report.verdict.headline,
        ending=report.phases[-1].says if report.phases else "",
        version=report.tool.version,
        config_hash=report.config_hash,
    )


def _counts(found: list[FindingChange]) -> dict[str, int]:
    """Patterns by change, each change that occurs."""
    changes = sorted(item.change for item in found)
    return {change: changes.count(change) for change in dict.fromkeys(changes)}
