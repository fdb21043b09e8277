"""What the stretches of a life are called. All limits are our judgement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit.say import marked

if TYPE_CHECKING:
    from collections.abc import Sequence

START, STEADY, SURGE = marked("start"), marked("steady"), marked("surge")
FADE, SILENCE, REVIVAL = marked("fade"), marked("silence"), marked("revival")
_LONGEST_START = 52
"""Weeks that a start lasts at most: later, people know what they do."""
_LONGEST_SURGE = 26
"""Weeks that a surge lasts at most: half a year of more is a new level."""
_TIMES = 2.0
"""A surge or a revival is at least twice, a fade at most half of what was before."""
_SILENT_WEEKS = 8
"""A silence has less than one post in so many weeks …"""
_SILENT_PART = 0.1
"""… and at most this part of the usual rate."""
_PAUSED = 0.75
"""A stretch is silent too if one pause takes three quarters of it, whatever was posted in
the weeks at its ends."""


@dataclass(frozen=True)
class Stretch:
    """What a name depends on."""

    weeks: float
    posts: int
    paused: float = 0.0
    """Part of it that lies in its longest pause between posts."""

    @property
    def rate(self) -> float:
        """Posts a week."""
        return self.posts / self.weeks


def names(parts: Sequence[Stretch]) -> list[str]:
    """A name for each stretch between two changes of pace, in order of time.

    - **silence**: no post; or one pause over three quarters of it; or less than one post in
      eight weeks and a tenth of the usual rate.
    - **revival**: posts after a silence; or at least twice the rate of a fade before it.
    - **start**: the first stretch, if a change follows within a year and the file reaches
      back to the beginning of the account (else see `without_start`).
    - **surge**: at most half a year with at least twice the rate before and after it.
    - **fade**: less than before, and at most half of the highest level so far.
    - **steady**: all else, and a life without any change.

    A level is the rate of a stretch that is neither start nor surge nor silence: who began
    with zeal and then kept one pace for years did not fade.
    """
    usual = sum(part.posts for part in parts) / sum(part.weeks for part in parts)
    return _named(parts, [_is_silent(part, usual) for part in parts], begun=True)


def without_start(parts: Sequence[Stretch], named: Sequence[str]) -> list[str]:
    """The names where the first stretch is not known to be the beginning of the account.

    It is a **surge** if it is one beside what follows, and else **steady**.
    """
    return _named(parts, [name == SILENCE for name in named], begun=False)


def _named(parts: Sequence[Stretch], silent: Sequence[bool], *, begun: bool) -> list[str]:
    named: list[str] = []
    for place in range(len(parts)):
        if silent[place]:
            named.append(SILENCE)
        elif place == 0:
            named.append(_first(parts, silent, begun=begun))
        else:
            named.append(_later(parts, named, place))
    return named


def _first(parts: Sequence[Stretch], silent: Sequence[bool], *, begun: bool) -> str:
    """The name of the first stretch, if it is not silent."""
    if len(parts) == 1:
        return STEADY
    if begun:
        return START if parts[0].weeks <= _LONGEST_START else STEADY
    return SURGE if not silent[1] and _is_surge(parts, 0) else STEADY


def _is_silent(part: Stretch, usual: float) -> bool:
    if not part.posts or part.paused >= _PAUSED:
        return True
    return part.rate < 1 / _SILENT_WEEKS and part.rate <= _SILENT_PART * usual


def _later(parts: Sequence[Stretch], named: list[str], place: int) -> str:
    """The name of a stretch that is neither silent nor the first."""
    rate, before = parts[place].rate, named[-1]
    if before == SILENCE:
        return REVIVAL
    if _is_surge(parts, place):
        return SURGE
    levels = [
        part.rate
        for part, name in zip(parts, named, strict=False)
        if name not in {START, SURGE, SILENCE}
    ]
    if levels and rate < levels[-1] and rate <= max(levels) / _TIMES:
        return FADE
    return REVIVAL if before == FADE and rate >= _TIMES * levels[-1] else STEADY


def _is_surge(parts: Sequence[Stretch], place: int) -> bool:
    """Short, and at least twice what is on either side of it; the end counts as less."""
    part = parts[place]
    sides = [*parts[max(place - 1, 0) : place], *parts[place + 1 : place + 2]]
    more = all(part.rate >= _TIMES * side.rate for side in sides)
    return more and part.weeks <= _LONGEST_SURGE
