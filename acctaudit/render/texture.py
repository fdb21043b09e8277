"""Textures: what tells the kinds of posts, and silence, apart where colours do not.

They are defined once a page (`definitions`); a shape that names one falls back to the plain
colour where they are not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.render import svg
from acctaudit.render.markup import Html, element
from acctaudit.render.palette import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from acctaudit.render.svg import Box

_LINES = {
    "self_reply": ((0.0, 2.5, 5.0, 2.5), None),
    "quote": ((2.5, 0.0, 2.5, 5.0), "1.5 3.5"),
    "reply": ((2.5, 0.0, 2.5, 5.0), None),
    "repost": ((2.5, 0.0, 2.5, 5.0), None),
}
"""The stroke in a tile of 5 by 5, and its dashes."""
_TURNED = {"reply": "rotate(45)", "repost": "rotate(-45)"}


def definitions() -> Html:
    """An empty drawing that holds all textures; once a page, before the first picture."""
    patterns = [_pattern(kind) for kind in _LINES]
    return element(
        "svg",
        element("defs", *patterns, _silence()),
        width="0",
        height="0",
        class_="textures",
        aria_hidden="true",
    )


def _pattern(kind: str) -> Html:
    """The colour of a kind with thin lines of the ground on it."""
    (x1, y1, x2, y2), dash = _LINES[kind]
    return element(
        "pattern",
        svg.rect((0, 0, 5, 5), kind),
        svg.line((x1, y1), (x2, y2), "paper", dash=dash, width=0.8),
        id=f"t-{kind}",
        width=5,
        height=5,
        patternUnits="userSpaceOnUse",
        patternTransform=_TURNED.get(kind),
    )


def _silence() -> Html:
    """Slanted lines without a ground."""
    return element(
        "pattern",
        svg.line((0, 0), (0, 7), "axis", width=1.5),
        id="t-silence",
        width=7,
        height=7,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )


def fill(kind: str) -> dict[str, str]:
    """The attributes that fill a shape with a kind of posts."""
    if kind in _LINES:
        return {"fill": f"url(#t-{kind}) {LIGHT[kind]}"}
    return {"fill": LIGHT[kind], "class_": f"f-{kind}"}


def stroke(kind: str) -> dict[str, str]:
    """The attributes that draw the bars of a kind of posts."""
    if kind in _LINES:
        return {"stroke": f"url(#t-{kind}) {LIGHT[kind]}"}
    return {"stroke": LIGHT[kind], "class_": f"s-{kind}"}


def columns(boxes: Iterable[Box], kind: str) -> Html:
    """Many rectangles of one kind of posts as a single shape."""
    return element("path", d=svg.outline(boxes), **fill(kind))


def silent(boxes: Iterable[Box], tip: str = "") -> Html:
    """Hatched rectangles with a tooltip: nothing was posted here."""
    return element(
        "path",
        *([element("title", tip)] if tip else []),
        d=svg.outline(boxes),
        fill=f"url(#t-silence) {LIGHT['line']}",
        fill_opacity=0.55,
    )
