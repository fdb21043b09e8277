"""What the user declares about the account, checked when it is declared.

Every name that does not exist is a UsageError with the nearest one that does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit.errors import UsageError, unknown_name
from acctaudit.intent import GOALS, Archetype

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from acctaudit.benchmarks import Benchmark

    Given = str | Sequence[str] | bool | None

_KPI = re.compile(r"([^<>=]{1,80}?)\s*(?:>=\s*(\d{1,12}(?:\.\d{1,6})?))?")
_CLAIM = re.compile(r"([\w-]{1,60})(?:=(\d{1,12}))?")
_PREFIX = re.compile(r"(?:AA\d{0,3}|ALL)", re.IGNORECASE)


@dataclass(frozen=True)
class Kpi:
    """A figure by which the owners judge the account, and the total it should reach."""

    name: str
    target: float | None = None


@dataclass(frozen=True)
class Said:
    """A claim that somebody made about the account, with the figure in it, if any."""

    claim: str
    """Its name or code; whether there is such a claim is seen when it is judged."""
    figure: int | None = None


@dataclass(frozen=True)
class Options:
    """Everything that was declared; all of it is optional."""

    archetype: Archetype | None = None
    goals: tuple[str, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    claims: tuple[Said, ...] = ()
    audience: tuple[str, ...] = ()
    """Words by which the people whom the account is for can be told in their bios."""
    time_zone: str | None = None
    """Name in the IANA data base; without it nothing is said about office hours."""
    scheduled: bool = False
    """Whether the owners say that a tool posts at set times."""
    benchmarks: tuple[Benchmark, ...] = ()
    """The user's own, in addition to the published ones."""
    extend_select: tuple[str, ...] = ()
    """Prefixes of codes that are judged in addition to the default."""
    ignore: tuple[str, ...] = ()
    """Prefixes of codes that are left out."""
    select: tuple[str, ...] = ()
    """Prefixes of codes that alone are judged; empty = those that are by default."""
    severities: tuple[tuple[str, str], ...] = ()
    """Codes, and the severity that their findings have, whatever ours would be."""
    limits: tuple[tuple[str, tuple[tuple[str, float], ...]], ...] = ()
    """Codes, and the thresholds that replace ours, by name."""
    score: bool = False
    """Whether one number for everything is wanted."""

    @classmethod
    def of(cls, given: Mapping[str, Given], folder: Path | None = None) -> Options:
        """Options from names as typed; a list may also be one text with commas.

        `folder` is where the name of a file is looked for, by default where one stands.
        """
        return cls(
            archetype=_archetype(_text(given, "archetype")),
            goals=tuple(_known("goal", name, GOALS) for name in _list(given, "goals")),
            kpis=tuple(_kpi(text) for text in _list(given, "kpis")),
            claims=tuple(_said(text) for text in _list(given, "claims")),
            audience=tuple(word.casefold() for word in _list(given, "audience")),
            time_zone=_zone(_text(given, "time_zone")),
            scheduled=bool(given.get("scheduled")),
            benchmarks=_benchmarks(_text(given, "benchmarks"), folder),
            extend_select=tuple(_prefix(text) for text in _list(given, "extend_select")),
            ignore=tuple(_prefix(text) for text in _list(given, "ignore")),
            select=tuple(_prefix(text) for text in _list(given, "select")),
            score=bool(given.get("score")),
        )

    def selects(self, code: str) -> bool:
        """Whether the code was asked for by name."""
        return any(code.startswith(p) for p in (*self.select, *self.extend_select))

    def judges(self, code: str, *, by_default: bool) -> bool:
        """Whether the pattern of that code is judged at all."""
        return self.selects(code) or (by_default and not self.select)

    def ignores(self, code: str) -> bool:
        """Whether the code was excluded."""
        return any(code.startswith(prefix) for prefix in self.ignore)


def _text(given: Mapping[str, Given], name: str) -> str | None:
    value = given.get(name)
    return value if isinstance(value, str) and value else None


def _list(given: Mapping[str, Given], name: str) -> list[str]:
    """Items once each, in the order given."""
    value = given.get(name) or ()
    items = value.split(",") if isinstance(value, str) else value
    if isinstance(items, bool):
        raise UsageError(f"{name} wants words, not true or false")
    return list(dict.fromkeys(item.strip() for item in items if item.strip()))


def _known(what: str, name: str, known: Mapping[str, str]) -> str:
    if name not in known:
        raise unknown_name(what, name, known)
    return name


def _archetype(name: str | None) -> Archetype | None:
    if name is not None and name not in list(Archetype):
        raise unknown_name("archetype", name, list(Archetype))
    return Archetype(name) if name else None


def _kpi(text: str) -> Kpi:
    found = _KPI.fullmatch(text)
    if not found:
        raise UsageError(f"KPI '{text}': write a name, or name>=target such as leads>=20")
    target = float(found[2]) if found[2] else None
    if target == 0:
        raise UsageError(f"KPI '{text}': a target of 0 is always reached")
    return Kpi(found[1].strip().casefold(), target)


def _said(text: str) -> Said:
    found = _CLAIM.fullmatch(text)
    if not found:
        raise UsageError(f"claim '{text}': write its name or code, see `acctaudit claims`")
    return Said(found[1], int(found[2]) if found[2] else None)


def _zone(name: str | None) -> str | None:
    if name is None:
        return None
    from zoneinfo import ZoneInfo, available_timezones

    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        raise unknown_name("time zone", name, available_timezones()) from None
    return name


def _benchmarks(name: str | None, folder: Path | None) -> tuple[Benchmark, ...]:
    if name is None:
        return ()
    from pathlib import Path

    from acctaudit.benchmarks import load

    return load((folder or Path()) / name)


def _prefix(text: str) -> str:
    """A code or the beginning of one; empty for ALL, which every code begins with."""
    if not _PREFIX.fullmatch(text):
        raise UsageError(f"'{text}' is no code of a pattern: write AA205, AA2 or ALL")
    return "" if text.upper() == "ALL" else text.upper()
