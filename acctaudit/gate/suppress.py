"""Suppressions: what is excused for a while, with its reason, and never hidden."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from acctaudit.gate.data import PATTERN, Notice
from acctaudit.gate.who import is_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.gate.candidate import Candidate
    from acctaudit.gate.policy import Suppression
    from acctaudit.report import Card, Subject

WARNING = timedelta(days=14)
"""So long before a suppression runs out, it is said."""


@dataclass
class Suppressions:
    """All suppressions on one day, for one account, and which of them were of use."""

    all: tuple[Suppression, ...]
    account: Card
    today: date
    _used: set[int] = field(default_factory=set)

    def excuse(self, candidate: Candidate) -> tuple[list[Subject], Suppression | None]:
        """What is left of what a candidate is about, and what excuses all of it, if so.

        Those that match are noted as used.
        """
        return self._take(candidate, candidate.about, holding=True)

    def expired(self, candidate: Candidate, left: list[Subject]) -> Suppression | None:
        """What would excuse all that is left, had it not run out."""
        return self._take(candidate, left, holding=False)[1]

    def _take(
        self, candidate: Candidate, about: list[Subject], *, holding: bool
    ) -> tuple[list[Subject], Suppression | None]:
        """What is left, and the last suppression if that is nothing."""
        whole = not candidate.about
        left, last = list(about), None
        for index, suppression in enumerate(self.all):
            fits = self._fits(suppression, candidate)
            if not fits or self._holds(suppression) != holding:
                continue
            rest = [subject for subject in left if not _matches(suppression, subject)]
            if len(rest) < len(left) or (whole and not _is_narrow(suppression)):
                self._used.add(index)
                left, last = rest, suppression
        return left, (last if not left else None)

    def _fits(self, suppression: Suppression, candidate: Candidate) -> bool:
        account, code = suppression.account, suppression.pattern
        is_named_so = candidate.code == code or (
            candidate.kind == PATTERN and candidate.code.startswith(code)
        )
        return is_named_so and (not account or is_named(self.account, account))

    def _holds(self, suppression: Suppression) -> bool:
        return suppression.expires is None or self.today <= suppression.expires

    def notices(self) -> Iterator[Notice]:
        """Those that run out soon, have run out, or match nothing."""
        for index, suppression in enumerate(self.all):
            if suppression.account and not is_named(self.account, suppression.account):
                continue
            code, says = self._notice(suppression, used=index in self._used)
            if code:
                yield Notice(code, says, suppression.place)

    def _notice(self, suppression: Suppression, *, used: bool) -> tuple[str, str]:
        name = f"The suppression of {suppression.pattern} ({suppression.reason})"
        ends = suppression.expires
        if ends is not None and self.today > ends:
            then = "what it excused counts again" if used else "nothing needs it"
            remedy = "renew or delete it" if used else "delete it"
            return "SUP003", f"{name} ran out on {ends}: {then}; {remedy}."
        if not used and not self._may_come(suppression):
            return "SUP002", f"{name} matches nothing: delete it."
        if used and ends is not None and ends - self.today <= WARNING:
            return "SUP001", f"{name} runs out on {ends}."
        return "", ""

    def _may_come(self, suppression: Suppression) -> bool:
        """Whether it was written ahead, for days that are not over."""
        start, end = suppression.start, suppression.end
        ahead = start is not None and self.today < start
        return ahead or (end is not None and self.today <= end)


def _is_narrow(suppression: Suppression) -> bool:
    """Whether it is for single things only."""
    return bool(suppression.start or suppression.end or suppression.key)


def _matches(suppression: Suppression, subject: Subject) -> bool:
    """Whether a thing is among those that it names.

    A silence is known by the day of the last post before it, so the next day counts too.
    """
    if suppression.key and subject.key != suppression.key:
        return False
    if not suppression.start and not suppression.end:
        return True
    day = _day(subject.key)
    if day is None:
        return False
    first, last = suppression.start or date.min, suppression.end or date.max
    return first <= day + timedelta(days=1) and day <= last


def _day(key: str) -> date | None:
    try:
        return date.fromisoformat(key)
    except ValueError:
        return None
