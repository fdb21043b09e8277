"""The pictures of a finding and of a life: a value at its limit, and all posts by week.

Every picture has a title, one sentence that says what it shows, tooltips, and its numbers
as tables, so that nobody depends on seeing it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.render import svg
from acctaudit.render.chart import Chart
from acctaudit.render.life import life
from acctaudit.render.mix import whole as mix
from acctaudit.say import say

if TYPE_CHECKING:
    from acctaudit.render.markup import Html
    from acctaudit.report import Sign

__all__ = ["life", "mix", "sign_range"]

RANGE = (168.0, 26.0)


def sign_range(sign: Sign, key: str, finding: str) -> Chart | None:
    """The interval of a value against its limit; None without value and bounds."""
    if sign.value is None or sign.low is None or sign.high is None:
        return None
    ends = sign.low, sign.value, sign.high
    top = max(*ends, sign.limit, 1e-9) * 1.15
    if sign.unit == "share":
        top = min(top, max(1.0, *ends))
    low_end = min(0.0, *ends, sign.limit)
    shapes = _range_shapes(sign, low_end, top)
    title = say("Measured against the limit")
    drawing = svg.drawing(key, RANGE, title, finding, *shapes, width="168", height="26")
    return Chart(key, title, finding, drawing)


def _range_shapes(sign: Sign, bottom: float, top: float) -> list[Html]:
    """The zone beyond the limit, the interval, the value and the limit."""
    wide, middle = RANGE[0] - 8, RANGE[1] / 2

    def x(value: float) -> float:
        return 4 + wide * (value - bottom) / (top - bottom)

    limit = x(sign.limit)
    zone = (4.0, 5.0, limit - 4, 16.0)
    if sign.direction not in {"below", "at most"}:
        zone = (limit, 5.0, 4 + wide - limit, 16.0)
    low, value, high = (x(end or 0.0) for end in (sign.low, sign.value, sign.high))
    return [
        svg.rect((4, 12, wide, 2), "line"),
        svg.rect(zone, "tint" if sign.decides == "evidence" else "zone"),
        svg.line((limit, 2), (limit, 24), "axis", width=2),
        svg.rect((low, middle - 2, max(high - low, 1), 4), "ink", radius=2),
        svg.dot(value, middle, 5, "ink"),
    ]
