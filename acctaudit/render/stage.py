"""Sizes of the drawing of a life, and the stage that everything on it shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit.render.svg import Face

if TYPE_CHECKING:
    from acctaudit.render.timeline import Bin, Scale


@dataclass(frozen=True)
class Frame:
    """Sizes of one drawing."""

    key: str
    wide: float
    plot: float
    """Height of the columns' field."""
    left: float
    text: float
    most: int
    """So many columns at most; longer lives are summed into fewer."""
    band: float
    """Height of the phases above the field."""


WIDE = Frame("life", 1080, 210, 54, 13, 260, 24)
NARROW = Frame("life-narrow", 360, 170, 42, 11, 90, 20)


@dataclass(frozen=True)
class Stage:
    """One drawing with its scale, before anything is on it."""

    frame: Frame
    axis: Scale
    columns: list[Bin]
    weeks: int
    """Weeks to a column."""
    top: float
    """Upper edge of the columns' field."""
    base: float
    """Its lower edge."""

    @property
    def height(self) -> float:
        """Height of the columns' field."""
        return self.base - self.top

    def face(self, anchor: str = "start") -> Face:
        """The common look of text."""
        return Face(self.frame.text, anchor=anchor)
