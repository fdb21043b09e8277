"""What was read, in words: the equation of the rows, origins of values, sizes of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.say import joined, marked, say

if TYPE_CHECKING:
    from acctaudit.report import Intake

_KEPT = {
    "kept": marked("{n} used"),
    "duplicates": marked("{n} duplicates"),
    "superseded": marked("{n} replaced by an edit"),
    "foreign": marked("{n} by others"),
    "quarantined": marked("{n} unreadable"),
}


def equation(intake: Intake) -> str:
    """`150 rows read = 146 used + 4 duplicates`: where every row went."""
    parts = [
        say(message, n=words.number(getattr(intake, name)))
        for name, message in _KEPT.items()
        if getattr(intake, name) or name == "kept"
    ]
    rows = words.count(intake.read, "rows")
    return say("{rows} read = {parts}", rows=rows, parts=joined(parts, " + "))


def read_as(intake: Intake) -> str:
    """`3 files, read as X archive`."""
    files = words.count(len(intake.files), "files")
    return say("{files}, read as {kind}", files=files, kind=kinds(intake))


def kinds(intake: Intake) -> str:
    """The kinds of export, as people call them."""
    return words.listed(intake.read_as or [intake.reader])


def origins(intake: Intake) -> list[str]:
    """`x.csv gave likes (24) and times (24)`: nothing if all comes from one input."""
    told: dict[str, list[str]] = {}
    for origin in intake.origins:
        if origin.label:
            part = f"{origin.label} ({words.number(origin.posts)})"
            told.setdefault(origin.input, []).append(part)
    if len(told) < 2:
        return []
    return [
        say("{file} gave {values}", file=name, values=words.listed(parts))
        for name, parts in told.items()
    ]


def size(count: int) -> str:
    """A file's size: `1.2 MB`."""
    for step, unit in ((1_000_000, "MB"), (1_000, "kB")):
        if count >= step:
            return f"{words.number(count / step, 1)}{words.NBSP}{unit}"
    return words.count(count, "bytes")
