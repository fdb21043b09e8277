"""What the gate goes by: how severe is too severe, what is excused, what is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from acctaudit.gate.data import Place
from acctaudit.report import SEVERITIES

if TYPE_CHECKING:
    from datetime import date

NEVER = "never"
"""The `fail_on` of a gate that always lets pass."""
FAIL_ON = "high"
"""The mildest severity that fails, unless the user says another."""
WORSE_BY = 10.0
"""Percent by which a figure has to be worse than what is known, before that is news."""


@dataclass(frozen=True)
class Suppression:
    """An excuse for the findings of one pattern, for a while, with its reason."""

    pattern: str
    """Code of the pattern, or the beginning of one."""
    reason: str
    expires: date | None
    """Last day on which it holds; None = permanent, as was said on purpose."""
    place: Place
    account: str = ""
    """Handle or user id; empty = every account."""
    start: date | None = None
    """Only what begins on this day or later: the `from` of its `match`."""
    end: date | None = None
    """Only what begins on this day or earlier: the `to` of its `match`."""
    key: str = ""
    """Only what is about exactly this: a day, or the id of a post."""


@dataclass(frozen=True)
class Budget:
    """A limit that the owners set for a figure of the report."""

    metric: str
    """`cadence.posts_per_week_export`."""
    low: float | None
    """The least that is wanted (`min`)."""
    high: float | None
    """The most that is wanted (`max`)."""
    on: Literal["interval", "value"]
    """Whether the whole interval has to lie beyond the limit, or the value alone."""
    severity: str
    place: Place


@dataclass(frozen=True)
class Policy:
    """Everything that the gate goes by."""

    fail_on: str = FAIL_ON
    """The mildest severity that makes it fail, or `never`."""
    worse_by: float = WORSE_BY
    suppressions: tuple[Suppression, ...] = ()
    budgets: tuple[Budget, ...] = ()
    places: tuple[tuple[str, Place], ...] = ()
    """Code of a pattern, and where the configuration speaks of it."""
    place: Place = Place("", 1)
    """Where the configuration stands, else the export: the place of all other items."""

    def fails(self, severity: str) -> bool:
        """Whether a finding of that severity is too severe."""
        if self.fail_on == NEVER:
            return False
        return SEVERITIES.index(severity) <= SEVERITIES.index(self.fail_on)

    def place_of(self, code: str) -> Place:
        """Where a person would change what is asked of this pattern."""
        return dict(self.places).get(code, self.place)
