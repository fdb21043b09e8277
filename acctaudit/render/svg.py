"""A small kit for drawings: shapes whose colours stand as attribute and as class.

Where a server refuses style sheets the attributes remain; where it does not, the classes
follow the theme. No identifier is random, and no number has more than one decimal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit.render.markup import Html, element, number
from acctaudit.render.palette import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable

FONT = "Arial, Helvetica, sans-serif"
Box = tuple[float, float, float, float]
"""x, y, width, height."""


def drawing(
    key: str, size: tuple[float, float], title: str, finding: str, *shapes: str, **more: str
) -> Html:
    """A drawing with a name and one sentence that says what it shows."""
    return element(
        "svg",
        element("title", title, id=f"{key}-t"),
        element("desc", finding, id=f"{key}-d"),
        *shapes,
        viewBox=f"0 0 {number(size[0])} {number(size[1])}",
        role="img",
        aria_labelledby=f"{key}-t {key}-d",
        font_family=FONT,
        **more,
    )


def rect(box: Box, colour: str, *, tip: str = "", radius: float | None = None) -> Html:
    """A filled rectangle, with a tooltip if there is something to say."""
    x, y, width, height = box
    inside = [element("title", tip)] if tip else []
    return element(
        "rect",
        *inside,
        x=x,
        y=y,
        width=width,
        height=height,
        rx=radius,
        fill=LIGHT[colour],
        class_=f"f-{colour}",
    )


def target(box: Box, tip: str) -> Html:
    """An invisible place that shows a tooltip."""
    x, y, width, height = box
    return element(
        "rect",
        element("title", tip),
        x=x,
        y=y,
        width=width,
        height=height,
        fill="none",
        pointer_events="all",
    )


def columns(boxes: Iterable[Box], colour: str) -> Html:
    """Many rectangles of one colour as a single shape."""
    parts = (
        f"M{number(x)} {number(y)}h{number(w)}v{number(h)}h{number(-w)}z"
        for x, y, w, h in boxes
    )
    return element("path", d="".join(parts), fill=LIGHT[colour], class_=f"f-{colour}")


def line(
    start: tuple[float, float],
    end: tuple[float, float],
    colour: str,
    *,
    width: float = 1,
    dash: str | None = None,
) -> Html:
    """A straight line."""
    return element(
        "line",
        x1=start[0],
        y1=start[1],
        x2=end[0],
        y2=end[1],
        stroke=LIGHT[colour],
        stroke_width=width,
        stroke_dasharray=dash,
        class_=f"s-{colour}",
    )


def dot(x: float, y: float, radius: float, colour: str) -> Html:
    """A filled circle."""
    return element("circle", cx=x, cy=y, r=radius, fill=LIGHT[colour], class_=f"f-{colour}")


@dataclass(frozen=True)
class Face:
    """How a line of text looks."""

    size: float = 12
    colour: str = "soft"
    anchor: str = "start"
    bold: bool = False


PLAIN = Face()


def label(
    x: float, y: float, words: str, face: Face = PLAIN, *, turned: bool = False
) -> Html:
    """A line of text; `turned` reads upwards."""
    return element(
        "text",
        words,
        x=x,
        y=y,
        text_anchor=None if face.anchor == "start" else face.anchor,
        font_size=face.size,
        font_weight="600" if face.bold else None,
        transform=f"rotate(-90 {number(x)} {number(y)})" if turned else None,
        fill=LIGHT[face.colour],
        class_=f"f-{face.colour}",
    )


def hatch(key: str) -> Html:
    """A pattern of slanted lines that other shapes may be filled with."""
    stripe = line((0, 0), (0, 7), "axis", width=1.5)
    pattern = element(
        "pattern",
        stripe,
        id=key,
        width=7,
        height=7,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )
    return element("defs", pattern)


def hatched(box: Box, key: str, tip: str) -> Html:
    """A rectangle filled with the pattern `key`."""
    x, y, width, height = box
    return element(
        "rect",
        element("title", tip),
        x=x,
        y=y,
        width=width,
        height=height,
        fill=f"url(#{key})",
        fill_opacity=0.55,
    )
