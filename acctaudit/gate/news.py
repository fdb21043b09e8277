"""Whether a finding is news: new, worse, better, or as it is known already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.compare.data import Figure as Compared
from acctaudit.compare.figures import UP_IS_WORSE, difference
from acctaudit.compare.findings import is_two_sided
from acctaudit.errors import InputError
from acctaudit.gate.data import PATTERN
from acctaudit.report import SEVERITIES
from acctaudit.words import figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.gate.candidate import Candidate
    from acctaudit.gate.known import Entry, Known
    from acctaudit.report import Report, Sign, Subject

_SURE = {"clear", "different"}
_FOR_BUDGETS = {*_SURE, "unbounded"}
"""A limit of the owners' own is held against a value too, where there is no interval."""
Move = tuple[bool, str]
"""Whether it is for the worse, and the sentence that says so."""


def news(
    candidate: Candidate, left: list[Subject], known: Known, worse_by: float
) -> tuple[str, str]:
    """State and reason: new · worse · better · known; `left` is what is not excused."""
    then = known.entries.get(candidate.code)
    if then is None:
        return "new", _NEW.get(known.against.kind, "It was not there before.")
    unknown = fresh(candidate, left, known)
    if unknown:
        return "new", f"It is about something else than before: {_listed(unknown)}."
    moves = list(_moves(candidate, left, then, worse_by))
    for worse, says in sorted(moves, key=lambda move: not move[0]):
        return ("worse" if worse else "better"), says
    return "known", "It is known, and not worse."


def fresh(candidate: Candidate, left: list[Subject], known: Known) -> list[Subject]:
    """What a candidate is about and is not known, of what is not excused."""
    then = known.entries.get(candidate.code)
    return [s for s in left if then is None or s.key not in then.about]


def refuse_versions(report: Report, known: Known) -> None:
    """InputError where what is known was noted by another version of a pattern."""
    now = {found.code: found.version for found in report.patterns}
    for code, then in sorted(known.entries.items()):
        if now.get(code, then.version) != then.version:
            raise InputError(
                f"{known.source}: {code} was noted by another version of that pattern;"
                " run: acctaudit baseline update"
            )


_NEW = {"nothing": "Nothing is known yet, so it counts."}


def _listed(subjects: list[Subject]) -> str:
    more = len(subjects) - 1
    return f"{subjects[0].key}, and {more:,} more" if more else subjects[0].key


def _moves(
    candidate: Candidate, left: list[Subject], then: Entry, worse_by: float
) -> Iterator[Move]:
    """Everything that is another than it was, and by enough."""
    old, new = (SEVERITIES.index(of.severity) for of in (then, candidate))
    if old != new:
        yield new < old, f"Its severity was {then.severity} and is {candidate.severity}."
    signs = {sign.name: sign for sign in candidate.signs}
    if candidate.about:
        yield from _of_subjects(left, signs, then, worse_by)
    else:
        sure = _SURE if candidate.kind == PATTERN else _FOR_BUDGETS
        yield from _of_signs(candidate.signs, then, worse_by, sure)


def _of_subjects(
    left: list[Subject], signs: dict[str, Sign], then: Entry, worse_by: float
) -> Iterator[Move]:
    for subject in left:
        sign, before = signs.get(subject.sign), then.about.get(subject.key)
        if sign is None or before is None or subject.value is None:
            continue
        if _is_far(before, subject.value, worse_by):
            worse = (subject.value > before) == UP_IS_WORSE.get(sign.direction, True)
            yield worse, _from_to(subject.key, before, subject.value, sign.unit)


def _of_signs(
    signs: list[Sign], then: Entry, worse_by: float, sure: set[str]
) -> Iterator[Move]:
    for sign in signs:
        before = then.figures.get(sign.name)
        if before is None or sign.value is None or sign.direction not in UP_IS_WORSE:
            continue
        if is_two_sided(sign, signs):
            continue
        old = Compared(before.value, before.low, before.high)
        new = Compared(sign.value, sign.low, sign.high)
        if difference(old, new) in sure and _is_far(before.value, sign.value, worse_by):
            worse = (sign.value > before.value) == UP_IS_WORSE[sign.direction]
            yield worse, _from_to(sign.title, before.value, sign.value, sign.unit)


def _is_far(old: float, new: float, worse_by: float) -> bool:
    return abs(new - old) > abs(old) * worse_by / 100


def _from_to(what: str, old: float, new: float, unit: str) -> str:
    return f"{what}: it was {figure(old, unit)} and is {figure(new, unit)}."
