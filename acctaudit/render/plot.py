"""The field that a small chart is drawn on: its frame, its axes, their numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render import svg
from acctaudit.render.markup import Html, join
from acctaudit.render.svg import Face
from acctaudit.say import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from acctaudit.report import Report

WIDE = 500.0
"""Width of a small chart; two stand beside each other on a wide screen."""
TEXT = 13.0
_LETTER = 0.6


@dataclass(frozen=True)
class Field:
    """Where the values of a chart are drawn."""

    left: float = 52
    top: float = 14
    width: float = WIDE - 52 - 12
    height: float = 170
    highest: float = 1
    """The value at the upper edge; 0 is at the lower."""

    @property
    def base(self) -> float:
        """The lower edge."""
        return self.top + self.height

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    def y(self, value: float) -> float:
        """How high a value stands; what is above the field stands at its edge."""
        part = min(max(value / self.highest, 0), 1) if self.highest else 0
        return self.base - self.height * part

    def x(self, part: float) -> float:
        """A place between the left edge, 0, and the right, 1."""
        return self.left + self.width * part

    def size(self, below: float = 26) -> tuple[float, float]:
        """Width and height of the drawing, with room for words under the field."""
        return (self.right + 12, self.base + below)


def own_posts(report: Report, count: int, left_out: int = 0) -> str:
    """How many posts a picture of own posts rests on, where the life shows more.

    `left_out` of them were named already. Empty where the numbers are the same.
    """
    weeks = report.life.weeks
    reposts = sum(weeks.get("repost", []))
    own = sum(map(sum, weeks.values())) - reposts
    posts = words.count(count, "own posts")
    if not own or (count + left_out == own and not reposts):
        return ""
    if count + left_out == own:
        return say("{posts}; reposts are left out.", posts=posts)
    if count > own:
        return ""
    known = {"posts": words.number(count), "own": words.count(own, "own posts")}
    if reposts:
        return say("{posts} of {own}; reposts are left out.", **known)
    return say("{posts} of {own}.", **known)


def levels(field: Field, marks: Iterable[tuple[float, str]]) -> Html:
    """Lines across the field with their words at the left."""
    shapes = []
    for value, said in marks:
        y = field.y(value)
        colour = "line" if value else "axis"
        shapes.append(svg.line((field.left, y), (field.right, y), colour))
        shapes.append(svg.label(field.left - 7, y + 4.5, said, Face(TEXT, anchor="end")))
    return join(*shapes)


def counted(marks: Sequence[int]) -> Field:
    """A field for counts, with room at the left for the longest number."""
    left = 15 + max(len(said) for _, said in numbered(marks)) * TEXT * _LETTER
    return Field(left=left, width=WIDE - left - 12, highest=marks[-1])


def numbered(marks: Iterable[int]) -> list[tuple[float, str]]:
    """Numbers of the vertical axis with their words."""
    return [(mark, words.number(mark)) for mark in marks]


def below(field: Field, marks: Sequence[tuple[float, str]]) -> Html:
    """Words under the field, centred at their places, without those that would touch."""
    shapes, free = [], -1.0
    for x, said in marks:
        half = len(said) * TEXT * _LETTER / 2
        if x - half >= free and x + half <= field.right + 12:
            shapes.append(svg.label(x, field.base + 18, said, Face(TEXT, anchor="middle")))
            free = x + half + 7
    return join(*shapes)


def years(field: Field, starts: Sequence[str]) -> list[tuple[float, str]]:
    """The places of the years among as many columns as there are quarters."""
    wide = field.width / max(len(starts), 1)
    step = next((step for step in (1, 2, 5, 10) if 4 * wide * step >= 46), 20)
    firsts = dict[str, int]()
    for at, start in enumerate(starts):
        firsts.setdefault(start[:4], at)
    return [
        (field.left + wide * at + wide / 2, year)
        for year, at in firsts.items()
        if int(year) % step == 0 or len(firsts) == 1
    ]
