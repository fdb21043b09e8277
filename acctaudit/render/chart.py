"""A picture and everything that stands around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from acctaudit.render.markup import Html


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
