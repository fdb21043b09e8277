"""Figures in the scales of a claim: which side they lie on, how surely, and what is open.

A figure supports or contradicts only with its whole interval; its value alone says on which
side it lies.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from acctaudit.judgement import as_said, one_after_another, read
from acctaudit.measure import Metric, Unknown, exact
from acctaudit.say import joined, marked, say
from acctaudit.words import bounds, figure, listed, said
from acctaudit.words import sentence as as_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from acctaudit.judgement import Reading
    from acctaudit.pattern import Sign

MORE = marked("more data of the same kind: what there is, is too little to be sure")
NOTHING_MORE = marked("no other export: the figures are known, and decide neither way")
_LINES = {
    "enough": marked("at least {limit}"),
    "above": marked("more than {limit}"),
    "below": marked("less than {limit}"),
    "at least": marked("at least {limit}"),
    "at most": marked("at most {limit}"),
}
"""How a limit is said, by its direction."""
_ROLES = {
    "supports": marked("{limit} would support it"),
    "contradicts": marked("{limit} would contradict it"),
}
"""What a limit would do, once crossed."""

Side = Literal["for", "against", ""]


@dataclass(frozen=True)
class Figure:
    """A figure held against the limits of a claim, as one clause of a sentence."""

    text: str
    """The clause. If it has a `{value}`, it is left out where that is unknown."""
    metric: Metric
    supports: str = ""
    """Name of the limit that must be crossed to support the part."""
    contradicts: str = ""
    """Name of the limit that, once crossed, contradicts the part."""
    unless: str = ""
    """Name of a limit that contradicts when crossed and supports when it is not."""
    unit: str = ""
    """Unit of a figure that no limit is held against."""
    settle: str = ""
    """Which export or declaration would show it, where this one does not."""
    short: str = ""
    """What to say where it is known and does not support."""


def told(text: str, metric: Metric, unit: str) -> str:
    """A clause with a value for `{value}`; empty where the value is unknown."""
    if "{value}" not in text:
        return text
    return "" if isinstance(metric, Unknown) else say(text, value=said(metric, unit))


def sentence(clauses: Iterable[str]) -> str:
    """Clauses as one sentence, each once; empty where there are none."""
    texts = list(map(as_said, dict.fromkeys(filter(None, clauses))))
    return as_sentence(joined(texts, "; ")) if texts else ""


def strange_silences(gap: Metric, chance: Metric, days: float, limit: float) -> Metric:
    """1 if a silence is at least that long and less likely than the limit, else 0."""
    if isinstance(gap, Unknown):
        return gap
    if isinstance(chance, Unknown):
        return chance
    return exact(int(gap.number >= days and chance.number < limit), gap.n)


class Held:
    """A figure held against its limits: whether it supports, contradicts, and why not."""

    def __init__(self, item: Figure, limits: Mapping[str, tuple[float, Sign]]) -> None:
        self.item = item
        self.readings: dict[str, Reading] = {
            role: read(name, *limits[name], item.metric)
            for role in ("supports", "contradicts", "unless")
            if (name := getattr(item, role))
        }
        units = [reading.sign.unit for reading in self.readings.values()]
        self.clause = told(item.text, item.metric, item.unit or next(iter(units), ""))

    @property
    def contradicts(self) -> bool:
        """Whether it contradicts the part."""
        return any(
            reading.state == "crossed"
            for role, reading in self.readings.items()
            if role != "supports"
        )

    @property
    def supports(self) -> bool | None:
        """Whether it supports the part; None for one that cannot."""
        if "unless" in self.readings:
            return self.readings["unless"].state == "clear"
        if "supports" in self.readings:
            return self.readings["supports"].state == "crossed"
        return None

    @property
    def side(self) -> Side:
        """The side on which its value lies, sure or not."""
        beyond = {
            role: reading.state in {"crossed", "undecided"}
            for role, reading in self.readings.items()
        }
        if isinstance(self.item.metric, Unknown) or not beyond:
            return ""
        if beyond.get("contradicts") or beyond.get("unless"):
            return "against"
        if beyond.get("supports") or "unless" in beyond:
            return "for"
        return "" if "contradicts" in beyond else "against"

    @property
    def is_open(self) -> bool:
        """Whether more could be known of it."""
        return self.supports is not True and any(
            reading.state in {"unknown", "undecided"} for reading in self.readings.values()
        )

    @property
    def reason(self) -> str:
        """Why it does not decide, for one that is open."""
        metric = self.item.metric
        if isinstance(metric, Unknown):
            return metric.reason
        near = next(r for r in self.readings.values() if r.state == "undecided")
        unit = near.sign.unit
        return say(
            "{value} ({interval}): the interval reaches across the limit of {limit}",
            value=figure(metric.number, unit),
            interval=bounds(metric, unit),
            limit=figure(near.limit, unit),
        )

    @property
    def settle(self) -> str:
        """What would decide it, for one that is open."""
        metric = self.item.metric
        missing = isinstance(metric, Unknown) and metric.status == "not-measurable"
        return self.item.settle if missing and self.item.settle else MORE

    @property
    def lines(self) -> list[str]:
        """What it would take, for a figure that is known and reaches no limit."""
        if self.supports or self.is_open:
            return []
        if self.item.short and self.supports is False:
            return [self.item.short]
        return [
            say(_ROLES[role], limit=_line(reading))
            for role, reading in self.readings.items()
            if role != "unless"
        ]


def _line(reading: Reading) -> str:
    line = figure(reading.limit, reading.sign.unit)
    return say(_LINES[reading.sign.direction], limit=line)


def why_open(held: list[Held]) -> tuple[str, str]:
    """The reason why a part is open, and what would settle it."""
    unsure = [item for item in held if item.is_open]
    shorts = [h.item.short for h in held if h.item.short in h.lines and h.item.short]
    reasons = [*(item.reason for item in unsure), *shorts]
    if unsure:
        settle = one_after_another(item.settle for item in unsure)
        return one_after_another(reasons), settle
    if reasons:
        return one_after_another(reasons), NOTHING_MORE
    lines = list(dict.fromkeys(as_said(line) for item in held for line in item.lines))
    reason = say("the figures reach no limit: {limits}", limits=listed(lines))
    return reason, NOTHING_MORE
