"""The screen that a report is printed on: its width, its colours, and lines on it."""

from __future__ import annotations

import io
import os
import shutil
from dataclasses import dataclass
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from acctaudit import words
from acctaudit.safe import terminal

_WIDEST = 100
_ENDLESS = 100_000
"""Width in a pipe, where a hard wrap would break searches."""
_HELD = "\ue000"
"""Stands for a no-break space while lines are wrapped; rich would break there."""


@dataclass(frozen=True)
class Screen:
    """What the text is made for."""

    width: int = _ENDLESS
    color: bool = False

    @classmethod
    def of(cls, stream: TextIO, color: str) -> Screen:
        """The screen behind a stream: `color` is auto, always or never."""
        tty = stream.isatty()
        columns = os.environ.get("COLUMNS", "")
        if tty or columns.isdigit():
            width = min(_WIDEST, max(40, shutil.get_terminal_size((80, 24)).columns))
        else:
            width = _ENDLESS
        wanted = color == "always" or (
            color == "auto" and tty and not os.environ.get("NO_COLOR")
        )
        return cls(width, wanted)


class Page:
    """Lines for a console; every string is sanitised on its way in."""

    def __init__(self, screen: Screen) -> None:
        self._file = io.StringIO()
        self._rule = min(screen.width, 80)
        self._console = Console(
            file=self._file,
            width=screen.width,
            force_terminal=screen.color,
            color_system="standard" if screen.color else None,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            no_color=not screen.color,
        )

    def line(self, text: str = "", style: str = "", indent: int = 0) -> None:
        """One paragraph, wrapped at the width of the screen; without text an empty line."""
        if not text:
            self._console.print()
            return
        self._console.print(Padding(_shown(text, style), (0, 0, 0, indent), expand=False))

    def heading(self, text: str) -> None:
        """A heading with a rule under it."""
        self.line()
        self.line(text, "bold")
        self.line("─" * min(len(text), self._rule))

    def item(self, text: str, style: str = "", mark: str = "•") -> None:
        """A list item; its further lines are indented."""
        grid = Table.grid(padding=(0, 1))
        grid.add_row(_shown(mark, style), _shown(text, style))
        self._console.print(grid)

    def text(self) -> str:
        """All lines, without trailing spaces."""
        lines = (line.rstrip() for line in self._file.getvalue().splitlines())
        return "\n".join(lines).replace(_HELD, " ") + "\n"


def _shown(text: str, style: str) -> Text:
    """Text without controls and with the plain signs that every terminal has."""
    plain = terminal(text).replace(words.NBSP, _HELD).replace("–", "-")
    return Text(plain, style=style, overflow="fold")
