"""Two values with their intervals on one scale, the older one hollow."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from acctaudit.render import svg
from acctaudit.render.markup import element
from acctaudit.render.palette import LIGHT
from acctaudit.say import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.compare import Figure, Pair
    from acctaudit.render.markup import Html

SIZE = (200.0, 34.0)
_ROWS = (10.0, 24.0)
_EDGE = 7.0
_ROOM = 1.08
"""So much longer than the largest value is the scale."""


def pair(
    of: Pair, key: str, finding: str, *, limit: float | None = None, zone: str = ""
) -> Html | None:
    """The picture; None where a value is no number. `zone` is the side of the problem."""
    ends = [*_ends(of.old), *_ends(of.new), *([] if limit is None else [limit])]
    if len(_ends(of.old)) * len(_ends(of.new)) == 0 or not all(map(math.isfinite, ends)):
        return None
    scale = _Scale(min(0.0, *ends), _top(of.unit, ends))
    return svg.drawing(
        key,
        SIZE,
        say("Both values on one scale"),
        finding,
        *_shapes(of, scale, limit, zone),
        width="200",
        height="34",
        class_="pair",
    )


def _ends(of: Figure) -> list[float]:
    """The value and its bounds, as far as they are numbers."""
    if not isinstance(of.value, int | float):
        return []
    return [float(end) for end in (of.value, of.low, of.high) if end is not None]


def _top(unit: str, ends: list[float]) -> float:
    """Where the scale ends: a little after the largest value, of a score at 100."""
    if unit == "points of 100":
        return 100.0
    top = max(*ends, 0.0) * _ROOM
    if unit == "share" and max(ends) <= 1:
        top = min(top, 1.0)
    return top


class _Scale:
    """From values to places on the drawing."""

    def __init__(self, bottom: float, top: float) -> None:
        self._bottom, self._length = bottom, (top - bottom) or 1.0

    def x(self, value: float) -> float:
        """The place of a value, kept inside the drawing."""
        part = (value - self._bottom) / self._length
        return _EDGE + (SIZE[0] - 2 * _EDGE) * min(max(part, 0.0), 1.0)


def _shapes(of: Pair, scale: _Scale, limit: float | None, zone: str) -> Iterator[Html]:
    left, right = _EDGE - 5, SIZE[0] - _EDGE + 5
    if limit is not None:
        at = scale.x(limit)
        start, end = (at, right) if zone in {"above", "at least"} else (left, at)
        yield svg.rect((start, 1, max(end - start, 0), SIZE[1] - 2), "zone")
        yield svg.line((at, 0), (at, SIZE[1]), "axis", width=2)
    for y in _ROWS:
        yield svg.line((left, y), (right, y), "line")
    yield from _value(of.old, scale, _ROWS[0], hollow=True)
    yield from _value(of.new, scale, _ROWS[1], hollow=False)


def _value(of: Figure, scale: _Scale, y: float, *, hollow: bool) -> Iterator[Html]:
    """The interval as a bar, the value as a ring or a dot on it."""
    if of.low is not None and of.high is not None:
        low, high = scale.x(float(of.low)), scale.x(float(of.high))
        colour = "axis" if hollow else "original"
        yield svg.rect((low, y - 2, max(high - low, 1), 4), colour, radius=2)
    x = scale.x(float(of.value)) if isinstance(of.value, int | float) else 0.0
    yield ring(x, y) if hollow else svg.dot(x, y, 5, "original")


def ring(x: float, y: float) -> Html:
    """A hollow circle: the older, or first, of two values."""
    return element(
        "circle",
        cx=x,
        cy=y,
        r=4,
        fill=LIGHT["paper"],
        stroke=LIGHT["axis"],
        stroke_width=2,
        class_="f-paper s-axis",
    )


def key(*, hollow: bool) -> Html:
    """The sign of one side, for a legend."""
    shape = ring(7, 7) if hollow else svg.dot(7, 7, 5, "original")
    return element(
        "svg", shape, width="14", height="14", aria_hidden="true", focusable="false"
    )
