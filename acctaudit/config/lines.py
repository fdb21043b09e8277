"""Where each key stands in the text of a TOML file: lines, which the parser does not give.

The text has been parsed already, so it is valid, and a scan for headers of tables and for
`key =` is enough. Keys inside inline tables have the line of the key that holds them.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    Path = tuple[str | int, ...]

_KEY = r"""(?:[\w-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*')"""
_DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_BLANK = re.compile(r"(?:\s|#[^\n]*)*")
_HEADER = re.compile(rf"(\[\[?)[ \t]*({_DOTTED})[ \t]*\]\]?", re.ASCII)
_ASSIGNED = re.compile(rf"({_DOTTED})[ \t]*=", re.ASCII)
_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}(?!")'
    r"|'''.*?'{3,5}(?!')"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|[\[{]|[\]}]|\n"
    r"|[^\"'#\[\]{}\n]+",
    re.DOTALL,
)


def lines(text: str) -> dict[Path, int]:
    """The line, counted from 1, of every table and key; items of `[[x]]` have a number."""
    return _Scan(text.replace("\r\n", "\n")).run()


def line_of(known: Mapping[Path, int], path: Path) -> int:
    """The line of a key, else of what holds it, else 1."""
    for end in range(len(path), 0, -1):
        if path[:end] in known:
            return known[path[:end]]
    return 1


@dataclass
class _Scan:
    """One pass over the text."""

    text: str
    found: dict[Path, int] = field(default_factory=dict)
    items: dict[Path, int] = field(default_factory=dict)
    """How many tables each `[[x]]` has so far."""
    table: Path = ()

    def run(self) -> dict[Path, int]:
        """Header by header and key by key, until nothing is left that is one."""
        at = _end(_BLANK, self.text, 0)
        while at < len(self.text):
            if header := _HEADER.match(self.text, at):
                self._enter(_parts(header[2]), is_item=header[1] == "[[")
                self._note(self.table, at)
                at = header.end()
            elif key := _ASSIGNED.match(self.text, at):
                self._note((*self.table, *_parts(key[1])), at)
                at = self._past_value(key.end())
            else:
                break
            at = _end(_BLANK, self.text, at)
        return self.found

    def _note(self, path: Path, at: int) -> None:
        self.found.setdefault(path, self.text.count("\n", 0, at) + 1)

    def _enter(self, parts: list[str], *, is_item: bool) -> None:
        path: Path = ()
        for place, part in enumerate(parts, 1):
            path = (*path, part)
            if is_item and place == len(parts):
                self.items[path] = self.items.get(path, 0) + 1
            if path in self.items:
                path = (*path, self.items[path] - 1)
        self.table = path

    def _past_value(self, at: int) -> int:
        """Where the value ends that begins here: at a line end outside all brackets."""
        depth = 0
        while token := _TOKEN.match(self.text, at):
            if token[0] == "\n" and not depth:
                return at
            depth += (token[0] in "[{") - (token[0] in "]}")
            at = token.end()
        return len(self.text)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _parts(dotted: str) -> list[str]:
    """The parts of a dotted key, unquoted as TOML does."""
    nested = tomllib.loads(f"{dotted} = 0")
    parts = []
    while isinstance(nested, dict):
        part, nested = next(iter(nested.items()))
        parts.append(part)
    return parts
