"""A strip on which each account is a dot: where it lies among all others."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render import svg
from acctaudit.render.markup import Html, element
from acctaudit.render.svg import Face
from acctaudit.say import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from acctaudit.site.data import Place, Spread

WIDE = 560.0
_LEFT, _RIGHT = 14.0, 14.0
_RADII = (4.0, 3.0, 2.5, 2.0)
"""Radius of a dot: the first with which no heap is too high."""
_HIGHEST = 180.0
_AXIS = 22.0
_STRETCHED, _COUNTED = 20, 10
"""Largest value over the middle one, and largest value at least, for the low end to be
drawn wider."""
_MARKS, _TICKS = (1, 2, 5), 5


@dataclass(frozen=True)
class Scale:
    """From figures to places on the strip."""

    top: float
    stretched: bool
    """Whether the low end is drawn wider than the high one."""
    wide: float = WIDE

    def x(self, value: float) -> float:
        """Where a figure lies."""
        part = self._turn(value) / self._turn(self.top)
        return _LEFT + (self.wide - _LEFT - _RIGHT) * max(0.0, min(part, 1.0))

    def _turn(self, value: float) -> float:
        return math.log1p(value * 9 / self.unit) if self.stretched else value

    @property
    def unit(self) -> float:
        """What counts as small on a stretched strip."""
        return self.top / 50

    def ticks(self) -> list[float]:
        """Round numbers along the strip."""
        if not self.stretched:
            step = _round(self.top / _TICKS)
            return [step * n for n in range(int(self.top / step + 1e-9) + 1)]
        found = [0.0]
        power = 10.0 ** math.floor(math.log10(self.unit))
        while power <= self.top:
            found += [power * n for n in _MARKS if self.unit / 2 <= power * n <= self.top]
            power *= 10
        return found


def _round(value: float) -> float:
    """The next of 1, 2, 2.5, 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(power * n for n in (1, 2, 2.5, 5, 10) if power * n >= value * 0.999)


def scale(spread: Spread, wide: float = WIDE) -> Scale:
    """A scale from nothing to the largest figure; a share ends at 100 %."""
    values = [place.value.value or 0.0 for place in spread.known]
    most = max(values, default=1.0) or 1.0
    if spread.unit == "share":
        return Scale(1.0 if most > 0.5 else _round(most), stretched=False, wide=wide)
    middle = sorted(values)[len(values) // 2] if values else 1.0
    stretched = most >= _COUNTED and most > _STRETCHED * max(middle, most / 1000)
    step = _round(most / _TICKS)
    top = most if stretched else step * math.ceil(most / step - 1e-9)
    return Scale(top, stretched=stretched, wide=wide)


def strip(spread: Spread, key: str, finding: str, wide: float = WIDE) -> Html:
    """All accounts on one strip, with the middle half shaded and the middle marked."""
    on = scale(spread, wide)
    radius, heaps = _heaps(spread.known, on)
    tallest = max(map(len, heaps.values()), default=1)
    gap = min(2 * radius, _HIGHEST / tallest)
    high = 18 + gap * tallest
    return svg.drawing(
        key,
        (wide, high + _AXIS),
        spread.title,
        finding,
        *_quarters(spread, on, high),
        svg.line((_LEFT, high), (wide - _RIGHT, high), "axis"),
        *_scale(spread, on, high),
        svg.dots(_dots(heaps, spread.unit, radius, (gap, high)), "original"),
        class_="strip",
    )


def _heaps(places: Sequence[Place], on: Scale) -> tuple[float, dict[int, list[Place]]]:
    """The radius of a dot, and the accounts that share a column: their dots would touch."""
    for radius in _RADII:
        heaps: dict[int, list[Place]] = {}
        for place in places:
            column = round(on.x(place.value.value or 0.0) / (2 * radius))
            heaps.setdefault(column, []).append(place)
        if max(map(len, heaps.values()), default=1) * 2 * radius <= _HIGHEST:
            break
    return radius, heaps


def _dots(
    heaps: dict[int, list[Place]], unit: str, radius: float, grid: tuple[float, float]
) -> Iterator[tuple[float, float, float, str]]:
    """Accounts that share a column stand above each other. `grid`: step and foot."""
    for column, heap in heaps.items():
        for number, place in enumerate(heap):
            y = grid[1] - radius - 2 - grid[0] * number
            yield column * 2 * radius, y, radius - radius / 8, _tip(place, unit)


def _tip(place: Place, unit: str) -> str:
    return f"{place.name}: {told(place, unit)}"


def told(place: Place, unit: str) -> str:
    """A figure with its interval."""
    return words.said(place.value, unit)


def _quarters(spread: Spread, on: Scale, high: float) -> list[Html]:
    if spread.quartiles is None:
        return []
    first, middle, third = map(on.x, spread.quartiles)
    return [
        svg.rect((first, 4, max(third - first, 1), high - 4), "line"),
        svg.line((middle, 0), (middle, high), "accent", width=2),
    ]


def _scale(spread: Spread, on: Scale, high: float) -> list[Html]:
    """Numbers under the strip; none runs into the one before."""
    shapes: list[Html] = []
    last = -100.0
    show: Callable[[float], str] = words.percent if spread.unit == "share" else words.number
    for value in on.ticks():
        x = on.x(value)
        if x - last < 44:
            continue
        last = x
        anchor = "start" if x < 40 else "end" if x > on.wide - 40 else "middle"
        place = {"start": x - 4, "end": x + 10, "middle": x}[anchor]
        shapes += [
            svg.line((x, high), (x, high + 4), "axis"),
            svg.label(place, high + 17, show(value), Face(11, anchor=anchor)),
        ]
    return shapes


def share_bar(low: float, value: float, high: float) -> Html:
    """A share with its interval on a line from 0 to 100 %."""
    return element(
        "svg",
        svg.rect((0, 6, 120, 4), "line", radius=2),
        svg.rect((120 * low, 6, max(120 * (high - low), 1), 4), "axis"),
        svg.dot(120 * value, 8, 4, "original"),
        viewBox="-5 0 130 16",
        width=130,
        height=16,
        role="img",
        aria_label=say("{share} on a line from 0 to 100", share=words.percent(value)),
    )
