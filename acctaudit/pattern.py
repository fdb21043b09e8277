"""What a failure pattern is: a docstring that is its page, fields that are its thresholds.

A pattern observes and never compares. The comparison is made in `judgement`, on the bound
of the interval that lies on the safe side, so that a small sample abstains by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from enum import StrEnum
from inspect import cleandoc
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from acctaudit.intent import EVERYONE, Applies

if TYPE_CHECKING:
    from collections.abc import Iterable

    from acctaudit.measure import Metric
    from acctaudit.story import Example


class Severity(StrEnum):
    """How much a finding weighs, from worst to mildest."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)

    @property
    def milder(self) -> Severity:
        """One step down; information stays information."""
        return list(Severity)[min(self.rank + 1, len(Severity) - 1)]


@dataclass(frozen=True)
class Published:
    """A threshold that somebody published."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class Judgement:
    """A threshold that is our own judgement, and why."""

    text: str


Basis = Published | Judgement
Direction = Literal["enough", "above", "below", "at least", "at most"]


@dataclass(frozen=True)
class Sign:
    """One comparison of a pattern: what is observed, the limit, its unit and its basis."""

    direction: Direction
    unit: str
    basis: Basis
    of: str = ""
    """Name of the sign whose observation this one shares; empty = its own."""
    raises: Severity | None = None
    """If set, the sign decides only how severe the finding is, not whether there is one."""


def enough(limit: float, unit: str, basis: Basis) -> Any:
    """Minimum evidence: below it the pattern abstains."""
    return field(default=limit, metadata={"sign": Sign("enough", unit, basis)})


def above(
    limit: float, unit: str, basis: Basis, *, of: str = "", raises: Severity | None = None
) -> Any:
    """Crossed when the whole interval lies above the limit."""
    return field(default=limit, metadata={"sign": Sign("above", unit, basis, of, raises)})


def below(
    limit: float, unit: str, basis: Basis, *, of: str = "", raises: Severity | None = None
) -> Any:
    """Crossed when the whole interval lies below the limit."""
    return field(default=limit, metadata={"sign": Sign("below", unit, basis, of, raises)})


def at_least(
    limit: float, unit: str, basis: Basis, *, of: str = "", raises: Severity | None = None
) -> Any:
    """Crossed when the lower bound reaches the limit."""
    return field(
        default=limit, metadata={"sign": Sign("at least", unit, basis, of, raises)}
    )


def at_most(
    limit: float, unit: str, basis: Basis, *, of: str = "", raises: Severity | None = None
) -> Any:
    """Crossed when the upper bound does not exceed the limit."""
    return field(default=limit, metadata={"sign": Sign("at most", unit, basis, of, raises)})


class Observed:
    """What a pattern saw: a metric for each of its signs, one sentence, and the proof."""

    def __init__(self, says: str, evidence: Iterable[str] = (), **signs: Metric) -> None:
        self.says = says
        """One sentence with the numbers in it, as a person would say it."""
        self.evidence = tuple(evidence)
        """Ids of the posts that show it best, best first."""
        self.signs = signs


@dataclass(frozen=True)
class Pattern:
    """Base of all patterns. A subclass is one file and one frozen dataclass."""

    code: ClassVar[str]
    name: ClassVar[str]
    healthy: ClassVar[str]
    """Title when it is clear."""
    failing: ClassVar[str]
    """Title when it is found."""
    severity: ClassVar[Severity]
    applies: ClassVar[Applies] = EVERYONE
    by_intent: ClassVar[bool] = True
    """Whether an inferred archetype makes the finding one step milder."""
    base_rate: ClassVar[str] = ""
    """How common it is among ordinary accounts, with the source; empty = not known."""
    examples: ClassVar[tuple[Example, ...]] = ()

    def signs(self) -> dict[str, tuple[float, Sign]]:
        """Name, limit and sign of every threshold, in the order of the file."""
        return {
            item.name: (getattr(self, item.name), item.metadata["sign"])
            for item in fields(self)
            if "sign" in item.metadata
        }

    @classmethod
    def page(cls) -> dict[str, str]:
        """The sections of the docstring, by heading."""
        parts = re.split(r"^## (.+)$", cleandoc(cls.__doc__ or ""), flags=re.MULTILINE)
        return {
            heading.strip(): text.strip()
            for heading, text in zip(parts[1::2], parts[2::2], strict=True)
        }


SECTIONS = (
    "What it looks for",
    "Why it matters",
    "What to do",
    "When to ignore it",
    "Limits",
)
"""The headings that every page has, in this order."""
