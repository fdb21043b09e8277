"""What is known already, from a baseline or from history: the findings of then."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from acctaudit.gate.data import Against

if TYPE_CHECKING:
    from acctaudit.report import Sign, Subject


@dataclass(frozen=True)
class Figure:
    """The figure of one comparison, with its interval where it has one."""

    value: int | float
    low: int | float | None = None
    high: int | float | None = None


@dataclass(frozen=True)
class Entry:
    """One finding as it was then: all but its words."""

    pattern: str
    version: int
    severity: str
    figures: dict[str, Figure] = field(default_factory=dict)
    """By the name of the sign: those that decide, as far as they were known."""
    about: dict[str, int | float | None] = field(default_factory=dict)
    """The figure of each thing it is about, by its key."""


@dataclass(frozen=True)
class Known:
    """The findings of one account that are compared with; by code."""

    against: Against
    entries: dict[str, Entry] = field(default_factory=dict)
    source: str = ""
    """The file or data base they come from, for messages."""


NOTHING = Known(Against("nothing", "Compared with nothing: every finding counts."))


def entry(
    code: str, version: int, severity: str, signs: list[Sign], about: list[Subject]
) -> Entry:
    """What is worth keeping of a finding that fired."""
    figures = {
        sign.name: Figure(sign.value, sign.low, sign.high)
        for sign in signs
        if sign.decides != "evidence" and sign.value is not None
    }
    keys = {subject.key: subject.value for subject in about}
    return Entry(code, version, severity, figures, keys)
