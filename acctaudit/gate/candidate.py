"""What may make a gate fail, before it is held against suppressions and what is known."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from acctaudit.gate.data import PATTERN, Case, Item, Place

if TYPE_CHECKING:
    from acctaudit.gate.policy import Policy
    from acctaudit.report import Finding, Report, Sign, Subject


@dataclass(frozen=True)
class Candidate:
    """A pattern that fired, or a budget that was not kept."""

    kind: str
    code: str
    name: str
    title: str
    severity: str
    says: str
    remedy: str
    place: Place
    version: int = 1
    signs: list[Sign] = field(default_factory=list)
    about: list[Subject] = field(default_factory=list)

    def item(self, fingerprint: str) -> Item:
        """The candidate as an item of which nothing is said yet."""
        return Item(
            kind=self.kind,
            code=self.code,
            name=self.name,
            title=self.title,
            severity=self.severity,
            state="new",
            gates=False,
            says=self.says,
            why="",
            remedy=self.remedy,
            fingerprint=fingerprint,
            place=self.place,
            signs=self.signs,
            about=self.about,
            version=self.version,
        )


def found(report: Report, policy: Policy) -> list[Candidate]:
    """The patterns that fired, by code."""
    return [
        Candidate(
            kind=PATTERN,
            code=finding.code,
            name=finding.name,
            title=finding.title,
            severity=finding.severity,
            says=finding.says,
            remedy=finding.remedy,
            place=policy.place_of(finding.code),
            version=finding.version,
            signs=finding.signs,
            about=finding.about,
        )
        for finding in report.fired()
    ]


def case(finding: Finding) -> Case:
    """What was checked, whatever came of it."""
    return Case(
        finding.code,
        finding.name,
        finding.title,
        finding.verdict,
        finding.severity,
        finding.reason,
    )
