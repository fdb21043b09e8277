"""The answer in plain words: was it Twitter, or was it us, and what cannot be known?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from acctaudit.measure import SHARE, Estimate
from acctaudit.pattern import Severity
from acctaudit.report import Verdict
from acctaudit.telling.priorities import first
from acctaudit.words import count, listed, said

if TYPE_CHECKING:
    from acctaudit.report import Availability, Finding

_OTHERS = {"AA701", "AA702", "AA705", "AA706"}
"""Findings about what came back; all others are in the account's own hands."""
_TOO_FEW = 4
"""Patterns that must be clear before "nothing was found" says something: our judgement."""
_OPEN = {"not-measurable", "insufficient-evidence"}


def verdict(
    findings: list[Finding], questions: list[Availability], results: dict[str, Any]
) -> Verdict:
    """Sort what was found by whose hands it lay in, and say what stays open."""
    fired = sorted(
        (f for f in findings if f.verdict == "fired"),
        key=lambda f: (Severity(f.severity).rank, f.code),
    )
    ours = [f for f in fired if f.code not in _OTHERS and f.severity != Severity.INFO]
    return Verdict(
        headline=_headline(ours, fired, findings),
        us=[f"{f.title}. {f.says}" for f in ours] or [_nothing(findings)],
        others=_others(fired, questions, results),
        unknown=[
            f"{row.question} {_sentence(row.why)}"
            for row in questions
            if row.status == "no"
        ],
        first=first(findings),
        coverage=_coverage(findings),
    )


def _headline(ours: list[Finding], fired: list[Finding], findings: list[Finding]) -> str:
    codes = {f.code for f in fired}
    open_ones = any(f.verdict in _OPEN for f in findings)
    tail = " What this file cannot show is listed as unknown, not held against anybody."
    if "AA901" in codes:
        main = (
            "What this file shows lay in the account's own hands: the channel was used one"
            " way only, and then given up."
        )
    elif any(Severity(f.severity).rank <= Severity.HIGH.rank for f in ours):
        main = (
            "The gravest things in this file lay in the account's own hands:"
            f" {_titles(ours)}."
        )
    elif ours:
        main = f"Some things lay in the account's own hands: {_titles(ours)}."
    elif codes & _OTHERS:
        main = (
            "Nothing in this file speaks against the account itself, yet little came back"
            " from its audience."
        )
    elif sum(f.verdict == "clear" for f in findings) < _TOO_FEW:
        main = "This file holds too little to judge the account by."
    else:
        main = "No failure pattern was found in what this file can show."
    return main + (tail if open_ones else "")


def _titles(found: list[Finding]) -> str:
    return listed([f"“{f.title}”" for f in found[:3]])


def _nothing(findings: list[Finding]) -> str:
    fine = sum(f.verdict == "clear" for f in findings)
    if not fine:
        return "Nothing that lies with the account could be judged from this file."
    return f"Nothing was found: {count(fine, 'patterns')} checked and fine."


def _others(
    fired: list[Finding], questions: list[Availability], results: dict[str, Any]
) -> list[str]:
    """What speaks about the audience or the platform."""
    lines = [f"{f.title}. {f.says}" for f in fired if f.code in _OTHERS]
    median = results["engagement"].engagements_per_post
    if not lines and isinstance(median, Estimate):
        silent = said(results["engagement"].zero_reaction_share, SHARE)
        lines.append(
            f"What came back: {said(median, 'reactions')} to the usual (median) post;"
            f" {silent} of the posts got none at all."
        )
    unseen = {row.question: row for row in questions if row.status == "no"}
    if "How often were posts shown?" in unseen:
        lines.append(
            "Whether the platform showed the posts to few or to many is not in this file,"
            " so nothing here speaks for or against Twitter itself."
        )
    return lines


def _sentence(reason: str) -> str:
    return f"{reason[0].upper()}{reason[1:]}."


def _coverage(findings: list[Finding]) -> str:
    judged = sum(f.verdict in {"fired", "clear"} for f in findings)
    open_ones = sum(f.verdict in _OPEN for f in findings)
    apart = sum(f.verdict == "not-applicable" for f in findings)
    text = f"Judged on {judged} of {count(len(findings), 'patterns')}"
    if open_ones:
        text += f"; {open_ones} cannot be judged from this export"
    if apart:
        verb = "does" if apart == 1 else "do"
        text += f"; {apart} {verb} not apply to this kind of account"
    return f"{text}."
