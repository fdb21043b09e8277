"""Phases, claims and profile texts that are not the same in two reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.compare.data import ClaimChange, PhaseChange, ProfileChange
from acctaudit.say import joined, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.report import Claim, Phase, Report

_TEXTS = ("handle", "name", "bio", "link", "location")


def phases(old: Report, new: Report) -> list[PhaseChange]:
    """Stretches of one account's life that the reports see differently, by their start."""
    before = {phase.start: phase for phase in old.phases}
    after = {phase.start: phase for phase in new.phases}
    return [
        _phase(start, before.get(start), after.get(start))
        for start in sorted({*before, *after})
        if _seen(before.get(start)) != _seen(after.get(start))
    ]


def _seen(phase: Phase | None) -> tuple[str, str] | None:
    return (phase.name, phase.end) if phase else None


def _phase(start: str, old: Phase | None, new: Phase | None) -> PhaseChange:
    return PhaseChange(
        start,
        old.name if old else None,
        new.name if new else None,
        old.end if old else "",
        new.end if new else "",
        old.says if old else "",
        new.says if new else "",
    )


def claims(old: Report, new: Report) -> tuple[list[ClaimChange], int]:
    """The claims that were answered differently, and how many were answered alike."""
    before = {claim.code: claim for claim in old.claims}
    both = [(before[claim.code], claim) for claim in new.claims if claim.code in before]
    changes = [
        ClaimChange(b.code, b.statement, a.verdict, b.verdict, _said(a), _said(b))
        for a, b in both
        if a.verdict != b.verdict
    ]
    return changes, len(both) - len(changes)


def _said(claim: Claim) -> str:
    """What speaks for the claim and against it."""
    texts = claim.speaks_for, claim.speaks_against
    return joined([say(text) for text in texts if text], " ")


def profile(old: Report, new: Report) -> list[ProfileChange]:
    """Texts of the profile that are not the same."""
    return list(_profile(old, new))


def _profile(old: Report, new: Report) -> Iterator[ProfileChange]:
    for name in _TEXTS:
        before, after = getattr(old.account, name), getattr(new.account, name)
        if before != after:
            yield ProfileChange(name, before, after)
