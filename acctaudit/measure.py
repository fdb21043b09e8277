"""What a measurement is: a value with its interval, or the reason why there is none.

Light on purpose (no numpy, no pandas), because patterns, pages and the command line only
need the shapes; the arithmetic lives in `stats`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Literal

from acctaudit.errors import NotMeasured
from acctaudit.say import Said, say
from acctaudit.words import number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Status = Literal["not-measurable", "insufficient-evidence"]
Window = Literal["lifetime", "export", "active", "observation"]

SHARE = "share"
"""Unit of a proportion between 0 and 1; printed as a percentage."""


@dataclass(frozen=True)
class Estimate:
    """A measured value. `low` and `high` bound it at 95 %; both equal it if it is exact."""

    value: float | str | list[str]
    """The figure itself, in the unit of its metric."""
    low: float | None = None
    """Lower 95 % bound, or None where a bound makes no sense (names, dates)."""
    high: float | None = None
    """Upper 95 % bound."""
    n: int | None = None
    """How many cases the figure rests on."""
    start: str | None = None
    """First day (ISO) of the stretch that the figure is about, such as a gap."""
    end: str | None = None
    """Last day (ISO) of that stretch."""
    window: Window | None = None
    """The window, where it is not the one of the metric's definition."""

    @property
    def number(self) -> float:
        """The value as a number; a TypeError for a name or a list."""
        if isinstance(self.value, str | list):
            raise TypeError("this metric is not a number")
        return self.value


@dataclass(frozen=True)
class Unknown:
    """No value, and why. Unknown is never zero and never bad."""

    status: Status
    reason: str


Metric = Estimate | Unknown


@dataclass(frozen=True)
class Definition:
    """What a metric means: printed with every value."""

    title: str
    unit: str
    text: str
    window: Window


def metric(title: str, unit: str, text: str, *, window: Window = "export") -> Any:
    """Declare a field of a result: its title, unit, definition and window."""
    return field(metadata={"definition": Definition(title, unit, text, window)})


def definitions(result: type[Any]) -> Iterator[tuple[str, Definition]]:
    """The name and definition of every metric of a result type."""
    for item in fields(result):
        if "definition" in item.metadata:
            yield item.name, item.metadata["definition"]


def exact(value: float, n: int | None = None) -> Estimate:
    """A figure that was counted, not estimated: its bounds are itself."""
    return Estimate(value, value, value, n)


def cases(metric: Metric) -> Metric:
    """How many cases the figure rests on; where it is not known, why."""
    return exact(metric.n or 0) if isinstance(metric, Estimate) else metric


def least(metric: Metric) -> Metric:
    """What the figure is for sure: the lower end of its interval."""
    if not isinstance(metric, Estimate) or metric.low is None:
        return metric
    return exact(metric.low, metric.n)


def not_measurable(reason: str) -> Unknown:
    """The export lacks what the figure needs."""
    return Unknown("not-measurable", _said(reason))


def too_little(reason: str) -> Unknown:
    """The figure could be measured, but there is too little of it."""
    return Unknown("insufficient-evidence", _said(reason))


def _said(reason: str) -> str:
    """The reason as a message; one that has values in it is one already."""
    return reason if isinstance(reason, Said) else say(reason)


def scarce(there: str, needed: int) -> Unknown:
    """*Too little*: what there is, such as `12 posts`, and how many are needed."""
    return too_little(
        say("{there}, at least {needed} are needed", there=there, needed=number(needed))
    )


def tried(measure: Callable[[], Metric]) -> Metric:
    """What `measure` gives, or *not measurable* with the reason it raised."""
    try:
        return measure()
    except NotMeasured as gap:
        return not_measurable(gap.reason)
