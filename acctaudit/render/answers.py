"""Vital signs, phases, trends and claims as blocks of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render import sections, trends, vitals
from acctaudit.say import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from acctaudit.report import Claim, Part, Phase, Report, Trend, Vital

    Text = Callable[[str], str]
    """Makes data mean nothing to Markdown."""


def blocks(report: Report, text: Text) -> Iterator[str]:
    """The four sections, each only where there is something to say."""
    if report.vitals:
        yield "## " + say("Vital signs")
        yield text(say(vitals.LEAD))
        yield "\n".join(f"- {_vital(vital, text)}" for vital in report.vitals)
    if report.score is not None:
        yield f"**{text(vitals.total(report.score))}**"
    if report.phases:
        yield "## " + say("Its phases")
        yield "\n".join(f"- {_phase(phase, text)}" for phase in report.phases)
    if report.trends:
        yield "## " + say(trends.TITLE)
        yield text(say(trends.LEAD))
        yield "\n".join(f"- {_trend(trend, text)}" for trend in report.trends)
    if report.claims:
        yield "## " + say("What was said, and what the data say")
        for claim in report.claims:
            yield from _claim(claim, text)


def _vital(vital: Vital, text: Text) -> str:
    title = text(vital.title)
    if vital.score is None:
        reason = text(words.capital(vital.reason or ""))
        return say("{title}: no bar. {reason}.", title=title, reason=reason)
    return f"**{title} {words.number(vital.score, 0)}**: {text(vital.says)}"


def _phase(phase: Phase, text: Text) -> str:
    name = text(words.capital(sections.phase(phase.name)))
    return f"**{name}** ({words.days(phase.start, phase.end)}): {text(phase.says)}"


def _trend(trend: Trend, text: Text) -> str:
    return f"**{text(trends.title(trend))}**: {text(trend.says)}"


def _claim(claim: Claim, text: Text) -> Iterator[str]:
    verdict = text(words.capital(sections.claim(claim.verdict)))
    yield say("**“{claim}”** {verdict}.", claim=text(claim.statement), verdict=verdict)
    lines = []
    if claim.speaks_for:
        lines.append(say("For it: {figures}", figures=text(claim.speaks_for)))
    if claim.speaks_against:
        lines.append(say("Against it: {figures}", figures=text(claim.speaks_against)))
    lines += [_part(part, text) for part in claim.parts]
    yield "\n".join(f"- {line}" for line in lines)


def _part(part: Part, text: Text) -> str:
    verdict = text(sections.claim(part.verdict))
    said = [f"{text(part.title)}: **{verdict}**. {text(part.says)}"]
    if part.reason:
        said.append(say("Open because: {reason}.", reason=text(part.reason)))
    if part.settle:
        said.append(say("What would settle it: {what}.", what=text(part.settle)))
    return " ".join(said)
