"""`[patterns.AA205]`: the severity and thresholds of single patterns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from acctaudit.config.forms import Form, Number, Share
from acctaudit.config.keys import SEVERITY, Key
from acctaudit.config.source import Entry, Spot
from acctaudit.errors import nearest
from acctaudit.measure import SHARE
from acctaudit.patterns import pattern, patterns
from acctaudit.words import figure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from acctaudit.pattern import Pattern, Sign

_SCALE = re.compile(r"on a scale from (-?\d+) to (\d+)")
_POINTS = re.compile(r"points of (\d+)")
_WORDS = {
    "enough": "Needs at least this many",
    "above": "Found if above this",
    "below": "Found if below this",
    "at least": "Found if at least this",
    "at most": "Found if at most this",
}


def thresholds(raw: Mapping[str, Any], spot: Spot) -> dict[tuple[str, ...], Entry]:
    """The entries of `[patterns]`, by code and key; UsageError for what does not exist."""
    found: dict[tuple[str, ...], Entry] = {}
    seen: set[str] = set()
    for written, table in raw.items():
        at = spot.below(written)
        judged = _pattern(written, at)
        if judged.code in seen:
            raise at.fault(f"{judged.code} is written twice; delete one of the tables")
        seen.add(judged.code)
        if not isinstance(table, dict):
            raise at.fault(f"must be a table, such as [patterns.{judged.code}]")
        for key, entry in at.read(table, keys(judged)).items():
            found["patterns", judged.code, key] = entry
    return found


def keys(judged: Pattern) -> dict[str, Key]:
    """What the table of a pattern may hold: its severity and its thresholds."""
    limits = {
        name: Key(_form(limit, sign), _about(sign), figure(limit, sign.unit), limit)
        for name, (limit, sign) in judged.signs().items()
    }
    return {"severity": SEVERITY, **limits}


def _pattern(written: str, at: Spot) -> Pattern:
    known = {p.code.lower(): p for p in patterns()} | {p.name: p for p in patterns()}
    name = written.lower().replace("_", "-")
    if name not in known:
        names = [name for p in patterns() for name in (p.code, p.name)]
        raise at.fault(f"unknown pattern '{written}': {nearest(written, names)}")
    return pattern(known[name].code)


def _form(limit: float, sign: Sign) -> Form:
    """A share, or a number; below zero only where that has a meaning."""
    if scale := _SCALE.fullmatch(sign.unit):
        return Number(float(scale[1]), float(scale[2]))
    if points := _POINTS.fullmatch(sign.unit):
        return Number(0, float(points[1]))
    if sign.unit == SHARE:
        return Share(0 if limit > 0 or sign.corrected else -1)
    return Number(low=0) if limit > 0 or sign.direction == "enough" else Number()


def _about(sign: Sign) -> str:
    """`Longest silence: found if at least this (days).`"""
    words = _WORDS[sign.direction]
    if sign.raises:
        words = f"Makes it {sign.raises}" + words.removeprefix("Found")
    said = f"{sign.title}: {words[0].lower()}{words[1:]}" if sign.title else words
    return f"{said} ({sign.unit})."
