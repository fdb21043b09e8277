"""Which phases does the life of the account fall into, and what changed between them?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from acctaudit import stats
from acctaudit.analyzers import pauses, phase_clients
from acctaudit.analyzers.phase_figures import PhaseSpan, figures
from acctaudit.analyzers.phase_names import Stretch, without_start
from acctaudit.analyzers.weekly import Weekly
from acctaudit.errors import NotMeasured
from acctaudit.measure import (
    Estimate,
    Metric,
    exact,
    metric,
    scarce,
    too_little,
    tried,
)
from acctaudit.say import say
from acctaudit.words import count, number

if TYPE_CHECKING:
    from datetime import date

    from acctaudit.analyzers.pauses import Silence
    from acctaudit.analyzers.phase_clients import Shift
    from acctaudit.model.account import Account

_WEEKS = 26
"""Whole weeks that phases need (method 9)."""
_SHIFT_WEEKS = 4
"""Weeks that a change of clients may lie from the change of pace it belongs to."""
_BORN_DAYS = 30
"""Days that an account may be old at its first post for that to be its beginning."""


@dataclass(frozen=True)
class Phases:
    """The changes of pace, and what lies between them."""

    weeks: Metric = metric(
        "Whole weeks",
        "weeks",
        "calendar weeks (Mon-Sun) between those of the first and the last own post",
        window="active",
    )
    change_points: Metric = metric(
        "Changes of pace",
        "changes",
        "weeks in which the own posts a week pass to another level that lasts at least four"
        " weeks: the cutting with the least squared errors, in which every cut must pay"
        " for itself (Jackson et al. 2005)",
        window="active",
    )
    silences: Metric = metric(
        "Silences out of rhythm",
        "silences",
        "pauses of at least 30 days that are improbable (below 5 %) at the account's own"
        " rate and that of their phase, and at least twice as long as 99 % of the others",
        window="active",
    )
    client_changes: Metric = metric(
        "Changes of pace with known programs on both sides",
        "changes",
        "changes of pace with half a year and 30 posts with a known program on each side",
        window="active",
    )
    client_shift: Metric = metric(
        "Change of programs with a change of pace",
        "on a scale from 0 to 1",
        "how far the programs that send the posts differ in the 26 weeks before and after:"
        " 0 the same programs, 1 none in common (Jensen-Shannon divergence); the largest"
        " of those within four weeks of a change of pace",
        window="active",
    )
    spans: tuple[PhaseSpan, ...] = ()
    """The phases, in order of time; none where there are fewer than 26 whole weeks."""
    unusual: tuple[Silence, ...] = ()
    """The silences out of rhythm, in order of time."""
    shift: Shift | None = None
    """The change of clients of `client_shift`."""
    shift_day: date | None = None
    """Monday of the week in which pace changed with it."""


def measure(account: Account, weekly: Weekly) -> Phases:
    """Find the changes of pace, then describe what lies between them."""
    places = _changes(weekly)
    spans = _spans(account, weekly, places)
    unusual = tuple(s for s in _silences(account) if _unlike_phase(s, spans))
    known = _shifts(account, weekly, places)
    near = [shift for shift in known if shift.apart <= _SHIFT_WEEKS]
    shift = max(near, key=lambda found: found.divergence, default=None)
    return Phases(
        weeks=tried(lambda: exact(len(weekly.inner()))),
        change_points=tried(lambda: _enough(weekly) or exact(len(places))),
        silences=tried(lambda: _counted(account, len(unusual))),
        client_changes=tried(lambda: _judged(account, weekly, len(known))),
        client_shift=tried(lambda: _divergence(account, weekly, shift)),
        spans=spans,
        unusual=unusual,
        shift=shift,
        shift_day=weekly.monday(shift.week) if shift else None,
    )


def _enough(weekly: Weekly) -> Metric | None:
    """None if there are enough weeks, else how many there are; NotMeasured without any."""
    weeks = len(weekly.inner())
    if weeks >= _WEEKS:
        return None
    return too_little(
        say(
            "{weeks} whole weeks of posts, at least {needed} are needed",
            weeks=number(weeks),
            needed=number(_WEEKS),
        )
    )


def _changes(weekly: Weekly) -> list[int]:
    """Places among all weeks at which a new phase begins."""
    from acctaudit.stats.changes import change_points

    if weekly.reason is not None or _enough(weekly) is not None:
        return []
    return [place + 1 for place in change_points(weekly.inner())]


def _silences(account: Account) -> tuple[Silence, ...]:
    try:
        return tuple(pauses.silences(account))
    except NotMeasured:
        return ()


def _unlike_phase(silence: Silence, spans: tuple[PhaseSpan, ...]) -> bool:
    """Whether it is improbable in its phase too; one that a phase does not hold is."""
    return not any(
        span.holds(silence)
        and stats.gap_probability(silence.days, span.posts / span.days, span.posts)
        >= pauses.CHANCE
        for span in spans
    )


def _counted(account: Account, found: int) -> Metric:
    known = len(pauses.lengths(account))
    if known < pauses.NEEDED:
        return scarce(count(known, "pauses"), pauses.NEEDED)
    return exact(found, known)


def _shifts(account: Account, weekly: Weekly, places: list[int]) -> list[Shift]:
    try:
        return phase_clients.shifts(account, weekly, places)
    except NotMeasured:
        return []


def _judged(account: Account, weekly: Weekly, known: int) -> Metric:
    account.column("source")
    return _enough(weekly) or exact(known)


def _divergence(account: Account, weekly: Weekly, shift: Shift | None) -> Metric:
    account.column("source")
    if shift is not None:
        return Estimate(shift.divergence, n=shift.posts)
    return _enough(weekly) or too_little(
        "no change of pace has a change of clients within four weeks"
    )


def _spans(account: Account, weekly: Weekly, places: list[int]) -> tuple[PhaseSpan, ...]:
    if weekly.reason is not None or _enough(weekly) is not None:
        return ()
    spans = figures(account, weekly, places)
    if _reaches_back(account, spans[0].start):
        return spans
    parts = [Stretch(span.days / 7, span.posts) for span in spans]
    called = without_start(parts, [span.name for span in spans])
    pairs = zip(spans, called, strict=True)
    return tuple(replace(span, name=name) for span, name in pairs)


def _reaches_back(account: Account, first: date) -> bool:
    """Whether the file surely begins where the account did."""
    born = account.profile.created_at
    if account.timeline != "complete" or born is None:
        return False
    return (first - born.date()).days <= _BORN_DAYS
