"""What the data say to a claim, as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import report
from acctaudit.say import say
from acctaudit.words import flat

if TYPE_CHECKING:
    from acctaudit.claim import Answer, Part


def claim(answer: Answer) -> report.Claim:
    """The answer to one claim, part by part."""
    kind = answer.claim
    return report.Claim(
        code=kind.code,
        name=kind.name,
        statement=say(kind.statement),
        verdict=answer.verdict,
        speaks_for=answer.speaks_for,
        speaks_against=answer.speaks_against,
        parts=[_part(part) for part in answer.parts],
        limits=flat([say(kind.page()["Limits"])]),
    )


def _part(part: Part) -> report.Part:
    return report.Part(part.title, part.verdict, part.says, part.reason, part.settle)
