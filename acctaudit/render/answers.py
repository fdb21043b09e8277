"""Vital signs, phases and claims as blocks of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render import vitals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from acctaudit.report import Claim, Phase, Report, Vital

    Text = Callable[[str], str]
    """Makes data mean nothing to Markdown."""


def blocks(report: Report, text: Text) -> Iterator[str]:
    """The three sections, each only where there is something to say."""
    if report.vitals:
        yield "## Vital signs"
        yield text(vitals.LEAD)
        yield "\n".join(f"- {_vital(vital, text)}" for vital in report.vitals)
    if report.score is not None:
        yield f"**{text(vitals.total(report.score))}**"
    if report.phases:
        yield "## Its phases"
        yield "\n".join(f"- {_phase(phase, text)}" for phase in report.phases)
    if report.claims:
        yield "## What was said, and what the data say"
        for claim in report.claims:
            yield from _claim(claim, text)


def _vital(vital: Vital, text: Text) -> str:
    if vital.score is None:
        return f"{text(vital.title)}: no bar. {text(words.capital(vital.reason or ''))}."
    return f"**{text(vital.title)} {vital.score:.0f}**: {text(vital.says)}"


def _phase(phase: Phase, text: Text) -> str:
    days = words.days(phase.start, phase.end)
    return f"**{text(words.capital(phase.name))}** ({days}): {text(phase.says)}"


def _claim(claim: Claim, text: Text) -> Iterator[str]:
    yield f"**“{text(claim.statement)}”** {text(words.capital(claim.verdict))}."
    lines = [
        f"- {word} it: {text(said)}"
        for word, said in (("For", claim.speaks_for), ("Against", claim.speaks_against))
        if said
    ]
    for part in claim.parts:
        open_ = f" Open because: {text(part.reason)}." if part.reason else ""
        settle = f" What would settle it: {text(part.settle)}." if part.settle else ""
        said = f"{text(part.says)}{open_}{settle}"
        lines.append(f"- {text(part.title)}: **{part.verdict}**. {said}")
    yield "\n".join(lines)
