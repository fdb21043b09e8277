"""Figures in both reports, and the comparisons of a finding, in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.compare import ONE_ACCOUNT
from acctaudit.render import sections
from acctaudit.render.comparison.parts import severity
from acctaudit.say import marked, say

if TYPE_CHECKING:
    from acctaudit.compare import Comparison, Figure, FindingChange, Pair, SignMove

_DIFFERENCES = {
    "same": marked("Equal"),
    "clear": marked("Clear difference: the intervals do not overlap"),
    "unclear": marked("No clear difference: the intervals overlap"),
    "different": marked("Different: counted, not estimated"),
    "unbounded": marked("Not sure: there is no interval to tell it from chance"),
}
SHORT = {
    "same": marked("equal"),
    "clear": marked("clear difference"),
    "unclear": marked("no clear difference"),
    "different": marked("counted, not estimated"),
    "unbounded": marked("not sure"),
}
"""How sure a difference is, in a few words."""
_LIMITS = {
    "above": marked("more than {limit}"),
    "below": marked("less than {limit}"),
    "at least": marked("at least {limit}"),
    "at most": marked("at most {limit}"),
}


_MOST_DIGITS = 14
"""Decimals: a number has no more that mean anything."""


@dataclass(frozen=True)
class Shown:
    """A value as a page shows it."""

    value: str
    interval: str


@dataclass(frozen=True)
class Row:
    """A figure in both reports as a page shows it."""

    title: str
    note: str
    """What stands under the title; may be empty."""
    old: Shown
    new: Shown
    outcome: str
    sure: str
    state: str
    """over · fine · open · none: for colour and icon."""
    pair: Pair
    limit: float | None = None
    zone: str = ""
    """On which side of the limit the problem lies; empty = no limit."""


def signs(found: FindingChange, of: Comparison) -> list[Row]:
    """The comparisons of a finding that moved."""
    return [_sign(move, of) for move in found.signs]


def _sign(move: SignMove, of: Comparison) -> Row:
    unit = _unit(move.pair.unit)
    return Row(
        move.title or sections.named(_bare(move)),
        _limit(move, unit),
        *both_shown(move.pair, unit),
        _outcome(move, of),
        say(_DIFFERENCES[move.pair.difference]),
        _state(move, of),
        move.pair,
        move.limit,
        move.towards,
    )


def _bare(move: SignMove) -> str:
    """The name of a sign without the words that only say how it compares."""
    name = move.name.removeprefix("min_").removeprefix("max_")
    return name.removesuffix(f"_{move.decides}")


def _unit(unit: str) -> str:
    """The unit; that of a proportion is `share`."""
    return "share" if unit.startswith(("share ", "of ")) else unit


def _limit(move: SignMove, unit: str) -> str:
    said = _bound(move, move.limit, unit)
    if move.limit != move.old_limit:
        return say(
            "problem when {old} (old report), {new} (new report)",
            old=_bound(move, move.old_limit, unit),
            new=said,
        )
    if move.decides != "verdict":
        return say(
            "{limit} makes it “{severity}”", limit=said, severity=severity(move.decides)
        )
    return say("problem when {limit}", limit=said)


def _bound(move: SignMove, limit: float, unit: str) -> str:
    return say(_LIMITS[move.towards], limit=words.figure(limit, unit))


def shown(figure: Figure, unit: str) -> Shown:
    """A figure in words; its interval apart."""
    value = figure.value
    if isinstance(value, str):
        return Shown(words.day(value), "")
    if isinstance(value, list):
        return Shown(words.listed(value) or say("none"), "")
    return Shown(words.plain(figure, unit), words.bounds(figure, unit))


def both_shown(pair: Pair, unit: str) -> tuple[Shown, Shown]:
    """Both values in words; with more digits if they would look the same and are not."""
    old, new = shown(pair.old, unit), shown(pair.new, unit)
    before, after = pair.old.value, pair.new.value
    if before == after or _no_zeros(old.value) != _no_zeros(new.value):
        return old, new
    if not isinstance(before, int | float) or not isinstance(after, int | float):
        return old, new
    for digits in range(2, _MOST_DIGITS):
        values = _exactly(before, unit, digits), _exactly(after, unit, digits)
        if values[0] != values[1]:
            return Shown(values[0], old.interval), Shown(values[1], new.interval)
    return old, new


def _no_zeros(text: str) -> str:
    """A number without decimals that are all zero: `23.0` looks like `23`."""
    return re.sub(r"[.,]0{1,2}(?!\d)", "", text)


def _exactly(value: float, unit: str, digits: int) -> str:
    """A number in its unit with so many decimals."""
    if unit == "share":
        return f"{words.number(100 * value, digits)}{words.NBSP}%"
    return f"{words.number(value, digits)} {say(unit)}".strip()


def _outcome(move: SignMove, of: Comparison) -> str:
    """What became of a comparison."""
    before, after = move.old_crossed, move.new_crossed
    if before is None or after is None:
        return say("Too close to the limit to tell in one report")
    if before != after:
        return _crossed_once(move, of)
    if not move.moved:
        return say("Crossed in both") if before else say("Crossed in neither")
    return _moved(move, of, crossed=before)


def _crossed_once(move: SignMove, of: Comparison) -> str:
    """A limit that is crossed in one of the reports."""
    if of.kind == ONE_ACCOUNT:
        return say("Crossed now") if move.new_crossed else say("No longer crossed")
    return say("Crossed only at {who}", who=(of.new if move.new_crossed else of.old).label)


def _moved(move: SignMove, of: Comparison, *, crossed: bool) -> str:
    """A figure that stayed on its side of the limit."""
    if of.kind == ONE_ACCOUNT:
        if move.moved == "towards":
            return (
                say("Further beyond the limit") if crossed else say("Closer to the limit")
            )
        return say("Still crossed, but less") if crossed else say("Further from the limit")
    ahead = of.new if move.moved == "towards" else of.old
    if crossed:
        return say("Crossed at both, further at {who}", who=ahead.label)
    return say("Crossed at neither, closest at {who}", who=ahead.label)


def _state(move: SignMove, of: Comparison) -> str:
    """For colour and icon; two accounts get none."""
    if of.kind != ONE_ACCOUNT or move.old_crossed is None or move.new_crossed is None:
        return "none"
    if move.old_crossed != move.new_crossed:
        return "over" if move.new_crossed else "fine"
    if not move.moved or not move.new_crossed:
        return "none"
    return "over" if move.moved == "towards" else "fine"
