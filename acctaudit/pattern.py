"""What a failure pattern is: a docstring that is its page, fields that are its thresholds.

A pattern observes and never compares. The comparison is made in `judgement`, on the bound
of the interval that lies on the safe side, so that a small sample abstains by itself.
"""

from __future__ import annotations

import re
from dataclasses import Field, dataclass, field, fields, replace
from enum import StrEnum
from inspect import cleandoc
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypedDict, Unpack

from acctaudit.intent import EVERYONE, Applies
from acctaudit.say import marked, say

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


class On(StrEnum):
    """When a pattern is judged."""

    CORE = "always"
    DATA = "where its data exist"
    """Left out of the report where the export lacks what it needs."""
    ASKED = "on request"
    """Only with --extend-select: it finds too much among ordinary accounts."""


class Advice(StrEnum):
    """What a finding asks for. What stands later hangs on what stands before it."""

    REVIVE = "revive it or close it"
    PURPOSE = "decide what it is for"
    ANSWER = "answer people"
    OWNER = "name somebody who looks after it"
    OWN_WORDS = "say something of your own"
    TRY = "try something else"
    PACE = "post at a rate that can be kept up"
    POINT = "link to the point"
    LISTEN = "find out what people want"
    READERS = "look for an audience that reads"
    PROFILE = "fill in the profile"
    OTHER = "something else"


YOURS = marked("set by whoever configured this audit, in place of our limit")
"""The basis of a threshold that is not ours."""

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
    corrected: bool = False
    """Whether it is a chance (p-value), which is corrected for all others of the report."""
    title: str = ""
    """What is compared, as a page calls it: `Longest silence`."""


class _More(TypedDict, total=False):
    """What a threshold may say besides its limit, unit and basis."""

    of: str
    raises: Severity
    title: str


def _limit(limit: float, sign: Sign) -> Any:
    return field(default=limit, metadata={"sign": sign})


def enough(limit: float, unit: str, basis: Basis, *, title: str = "") -> Any:
    """Minimum evidence: below it the pattern abstains."""
    return _limit(limit, Sign("enough", unit, basis, title=title))


def above(limit: float, unit: str, basis: Basis, **more: Unpack[_More]) -> Any:
    """Crossed when the whole interval lies above the limit."""
    return _limit(limit, Sign("above", unit, basis, **more))


def below(limit: float, unit: str, basis: Basis, **more: Unpack[_More]) -> Any:
    """Crossed when the whole interval lies below the limit."""
    return _limit(limit, Sign("below", unit, basis, **more))


def at_least(limit: float, unit: str, basis: Basis, **more: Unpack[_More]) -> Any:
    """Crossed when the lower bound reaches the limit."""
    return _limit(limit, Sign("at least", unit, basis, **more))


def at_most(limit: float, unit: str, basis: Basis, **more: Unpack[_More]) -> Any:
    """Crossed when the upper bound does not exceed the limit."""
    return _limit(limit, Sign("at most", unit, basis, **more))


def improbable(limit: float, basis: Basis, *, of: str = "", title: str = "") -> Any:
    """Crossed when the chance (p-value) of the observation is below the limit.

    What is compared is the chance after correction for all tests of the report (Benjamini
    and Hochberg 1995), so that many patterns do not find something by looking often.
    """
    return _limit(limit, Sign("below", "share", basis, of, corrected=True, title=title))


@dataclass(frozen=True)
class About:
    """One of the things that a pattern looks at: a silence, a day, a post."""

    key: str
    """What it is known by as long as it lasts: its first day (ISO), or the id of a post."""
    sign: str = ""
    """The comparison it has to cross by itself to belong to the finding; empty = none."""
    value: float | None = None
    """Its own figure, in the unit of that comparison."""
    end: str = ""
    """Its last day (ISO), where it has one."""


class Observed:
    """What a pattern saw: a metric for each of its signs, one sentence, and the proof."""

    def __init__(
        self,
        says: str,
        evidence: Iterable[str] = (),
        about: Iterable[About] = (),
        **signs: Metric,
    ) -> None:
        self.says = says
        """One sentence with the numbers in it, as a person would say it."""
        self.evidence = tuple(evidence)
        """Ids of the posts that show it best, best first."""
        self.about = tuple(about)
        """What it is about, the worst first; a gate knows the finding again by it."""
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
    asks: ClassVar[Advice] = Advice.OTHER
    """Of findings that ask for the same, one speaks for all."""
    on: ClassVar[On] = On.CORE
    applies: ClassVar[Applies] = EVERYONE
    by_intent: ClassVar[bool] = True
    """Whether an inferred archetype makes the finding one step milder."""
    version: ClassVar[int] = 1
    """To be raised when it comes to mean something else: what was noted of it then no
    longer holds."""
    base_rate: ClassVar[str] = ""
    """How common it is among ordinary accounts, with the source; empty = not known."""
    examples: ClassVar[tuple[Example, ...]] = ()

    def signs(self) -> dict[str, tuple[float, Sign]]:
        """Name, limit and sign of every threshold, in the order of the file."""
        return {
            item.name: self._sign(item) for item in fields(self) if "sign" in item.metadata
        }

    def _sign(self, item: Field[Any]) -> tuple[float, Sign]:
        """The limit and its sign; a limit that is not ours has another basis."""
        limit: float = getattr(self, item.name)
        sign: Sign = item.metadata["sign"]
        if limit == item.default:
            return limit, sign
        return limit, replace(sign, basis=Judgement(say(YOURS)))

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
    "What to expect",
    "How to measure it",
    "When to ignore it",
    "Limits",
)
"""The headings that every page has, in this order."""
