"""A picture and everything that stands around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from acctaudit.render import svg, texture
from acctaudit.render.markup import Html, element
from acctaudit.say import say

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Table:
    """Numbers behind a picture."""

    caption: str
    head: list[str]
    rows: list[list[str]]


@dataclass(frozen=True)
class Key:
    """One entry of a legend."""

    colour: str
    words: str
    share: str = ""
    mark: str = "box"
    """box · silence · line · dashed · dot · band · bar (a dot with its interval)"""
    part: float = 1
    """How large a box is, where size tells."""

    def swatch(self) -> Html:
        """What stands before the words."""
        return element(
            "svg",
            *_MARKS[self.mark](self),
            width="20" if self.mark in _LONG else "14",
            height="14",
            aria_hidden="true",
        )


def _box(key: Key) -> list[Html]:
    side = 14 * key.part
    at, radius = (14 - side) / 2, 2 if key.part == 1 else None
    fill = texture.fill(key.colour)
    return [element("rect", x=at, y=at, width=side, height=side, rx=radius, **fill)]


def _hatch(_: Key) -> list[Html]:
    edge = svg.path([(1, 1), (13, 1), (13, 13), (1, 13), (1, 1)], "axis", width=1)
    return [texture.silent([(0, 0, 14, 14)]), edge]


def _dot(key: Key) -> list[Html]:
    return [svg.dot(7, 7, 5, key.colour)]


def _line(key: Key) -> list[Html]:
    return [svg.line((0, 7), (20, 7), key.colour, width=2)]


def _dashed(key: Key) -> list[Html]:
    return [svg.line((0, 7), (20, 7), key.colour, width=1.5, dash="3 3")]


def _band(key: Key) -> list[Html]:
    return [svg.area([(0, 1), (20, 1), (20, 13), (0, 13)], key.colour, 0.2)]


def _bar(key: Key) -> list[Html]:
    return [
        svg.line((7, 0), (7, 14), key.colour, width=1.5),
        svg.dot(7, 7, 3.5, key.colour),
    ]


_MARKS = {
    "box": _box,
    "silence": _hatch,
    "line": _line,
    "dashed": _dashed,
    "dot": _dot,
    "band": _band,
    "bar": _bar,
}
_LONG = {"line", "dashed", "band"}


@dataclass(frozen=True)
class Chart:
    """A picture with everything that stands around it."""

    key: str
    title: str
    finding: str
    svg: Html
    narrow: Html | None = None
    """The same for a narrow screen, if it needs another."""
    legend: list[Key] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    note: str = ""
    """What one has to know to read it."""
    missing: str = ""
    """Why there is no picture; empty if there is one."""


def absent(key: str, title: str, reasons: Mapping[str, str], name: str) -> Chart:
    """The place of a picture that cannot be drawn, with the reason."""
    why = reasons.get(name) or say(
        "This report does not hold the numbers for this picture."
    )
    return Chart(key, title, "", Html(), missing=why)
