"""Three things to do first: which findings to act on, and in which order.

The gravest come first. Among equally grave ones, that comes first on which the others hang:
nobody has to improve an account that is going to be closed. Findings that ask for the same
thing are named once, and where the whole is found, its parts are not named beside it.
Information is never a priority.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.judgement import as_said
from acctaudit.pattern import Advice, Severity
from acctaudit.patterns.strabag_syndrome import EITHER, ENDS, PARTS
from acctaudit.report import Priority
from acctaudit.words import flat

if TYPE_CHECKING:
    from acctaudit.report import Finding

MOST = 3
WHOLE = "AA901"
"""The finding that is made of others."""
_SENTENCES = 2


def first(findings: list[Finding]) -> list[Priority]:
    """At most three things to do, in order."""
    ordered = sorted(_worth(findings), key=_urgency)
    chosen: dict[str, Finding] = {}
    for found in ordered:
        chosen.setdefault(_advice(found), found)
    return [_priority(found) for found in list(chosen.values())[:MOST]]


def _worth(findings: list[Finding]) -> list[Finding]:
    """Findings to act on: no information, and no parts where the whole was found."""
    fired = [f for f in findings if f.verdict == "fired" and f.severity != Severity.INFO]
    if not any(found.code == WHOLE for found in fired):
        return fired
    return [found for found in fired if found.code not in {*PARTS, *EITHER, *ENDS}]


def _urgency(found: Finding) -> tuple[int, int, str]:
    """Severity, then what others hang on, then the code."""
    return Severity(found.severity).rank, list(Advice).index(Advice(found.asks)), found.code


def _advice(found: Finding) -> str:
    """What a finding asks for; something else is never the same as something else."""
    return found.code if found.asks == Advice.OTHER else found.asks


def _priority(found: Finding) -> Priority:
    return Priority(
        found.code,
        found.title,
        flat([as_said(found.remedy)], _SENTENCES),
        flat([as_said(found.effect)]),
        flat([as_said(found.measure)]),
    )
