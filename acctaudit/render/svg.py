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


def targets(places: Iterable[tuple[Box, str]]) -> Html:
    """Invisible places that show a tooltip each."""
    shapes = (
        element("path", element("title", tip), d=outline([box])) for box, tip in places
    )
    return element("g", *shapes, fill="none", pointer_events="all")


def bars(tops: Iterable[tuple[float, float, float]], width: float, **paint: str) -> Html:
    """Upright bars of one width as a single shape: middle, upper and lower end of each."""
    steps = (f"M{number(x)} {number(low)}V{number(top)}" for x, top, low in tops)
    return element("path", d="".join(steps), fill="none", stroke_width=width, **paint)


def squares(centres: Iterable[tuple[int, int]], side: float, colour: str, tip: str) -> Html:
    """Many squares of one size as a single shape with a tooltip."""
    steps, before = [], (0, 0)
    for x, y in centres:
        steps.append(f"m{x - before[0]} {y - before[1]}h0")
        before = (x, y)
    return element(
        "path",
        element("title", tip),
        d="".join(steps),
        fill="none",
        stroke=LIGHT[colour],
        stroke_width=side,
        stroke_linecap="square",
        class_=f"s-{colour}",
    )


def columns(boxes: Iterable[Box], colour: str, tip: str = "") -> Html:
    """Many rectangles of one colour as a single shape."""
    inside = [element("title", tip)] if tip else []
    return element(
        "path", *inside, d=outline(boxes), fill=LIGHT[colour], class_=f"f-{colour}"
    )


def unseen(boxes: Iterable[Box], tip: str = "") -> Html:
    """Fields with a dotted frame: what they hold is not known."""
    inside = [element("title", tip)] if tip else []
    return element(
        "path",
        *inside,
        d=outline(boxes),
        fill=LIGHT["tint"],
        stroke=LIGHT["axis"],
        stroke_dasharray="2 3",
        class_="f-tint s-axis",
    )


def outline(boxes: Iterable[Box]) -> str:
    """The steps of a path around rectangles."""
    return "".join(
        f"M{number(x)} {number(y)}h{number(w)}v{number(h)}h{number(-w)}z"
        for x, y, w, h in boxes
    )


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


def dots(places: Iterable[tuple[float, float, float, str]], colour: str) -> Html:
    """Filled circles of one colour: x, y, radius and tooltip of each."""
    circles = (
        element("circle", element("title", tip), cx=x, cy=y, r=radius)
        for x, y, radius, tip in places
    )
    return element("g", *circles, fill=LIGHT[colour], class_=f"f-{colour}")


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


def path(
    points: Iterable[tuple[float, float]],
    colour: str,
    *,
    width: float = 2,
    dash: str | None = None,
) -> Html:
    """A line through points."""
    return element(
        "path",
        d=_through(points),
        fill="none",
        stroke=LIGHT[colour],
        stroke_width=width,
        stroke_dasharray=dash,
        stroke_linejoin="round",
        class_=f"s-{colour}",
    )


def area(points: Iterable[tuple[float, float]], colour: str, opacity: float) -> Html:
    """The field within points, so pale that lines on it show."""
    return element(
        "path",
        d=_through(points) + "z",
        fill=LIGHT[colour],
        fill_opacity=opacity,
        class_=f"f-{colour}",
    )


def _through(points: Iterable[tuple[float, float]]) -> str:
    """The steps of a path, the first one without a line."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
