"""The matrix of formats: what each holds, and which patterns can be judged from it.

It is measured by reading the samples (`make docs`), and kept in `data/formats.json`, so
that a page or a terminal can show it without reading anything.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HOLDS = (
    "time", "text", "language", "client", "own replies", "own reposts", "own quotes",
    "likes got", "reposts got", "replies got", "quotes got", "bookmarks", "impressions",
    "clicks", "profile visits", "pictures", "profile", "followers", "following",
    "mentions", "daily figures", "results",
)  # fmt: skip
"""What a format may hold, in the order of the table."""
YES, DATED, NO = "yes", "with --as-of", "no"
MARKS = {YES: "●", DATED: "◐", NO: "·"}
LEGEND = "● yes   ◐ once the day of the export is given with --as-of   · not in the format"


@dataclass(frozen=True)
class Format:
    """One format: what its sample holds, and which patterns were judged from it."""

    name: str
    title: str
    holds: frozenset[str]
    patterns: dict[str, str]
    """By code: YES, DATED or NO."""

    def held(self, name: str) -> str:
        """YES if the format holds that, else NO."""
        return YES if name in self.holds else NO


def formats(measured: str | None = None) -> tuple[Format, ...]:
    """All formats, by name: as shipped, or as just measured (JSON)."""
    shipped = files("acctaudit") / "data" / "formats.json"
    found: dict[str, dict[str, Any]] = json.loads(
        shipped.read_text(encoding="utf-8") if measured is None else measured
    )
    return tuple(
        Format(name, item["title"], frozenset(item["holds"]), item["patterns"])
        for name, item in sorted(found.items())
    )


def text() -> str:
    """The list of formats and both tables, for a terminal."""
    known = formats()
    width = max(len(item.name) for item in known)
    names = "".join(f"{item.name:<{width}}  {item.title}\n" for item in known)
    codes = sorted({code for item in known for code in item.patterns})
    held = _table(known, HOLDS, [[*map(item.held, HOLDS)] for item in known])
    judged = _table(
        known,
        [code.removeprefix("AA") for code in codes],
        [[item.patterns.get(code, NO) for code in codes] for item in known],
    )
    return (
        f"{names}\nWhat each format holds\n\n{held}"
        f"\nWhich patterns (AA…) can be judged of a brand\n\n{judged}\n{LEGEND}\n"
    )


def _table(
    known: Sequence[Format], heads: Sequence[str], cells: Sequence[Sequence[str]]
) -> str:
    """Rows of marks under heads that are written from top to bottom."""
    width = max(len(item.name) for item in known)
    rows = [
        f"{item.name:<{width}}  {' '.join(MARKS[cell] for cell in row)}"
        for item, row in zip(known, cells, strict=True)
    ]
    indent = " " * (width + 2)
    return "".join(f"{line}\n" for line in (*_upright(heads, indent), *rows))


def _upright(heads: Sequence[str], indent: str) -> Iterable[str]:
    """Heads written from top to bottom, ending above their columns."""
    tall = max(map(len, heads))
    padded = [head.rjust(tall) for head in heads]
    return [
        f"{indent}{' '.join(head[place] for head in padded)}".rstrip()
        for place in range(tall)
    ]
