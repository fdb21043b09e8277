"""What was read, in words: the equation of the rows, origins of values, sizes of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import words

if TYPE_CHECKING:
    from acctaudit.report import Intake

_KEPT = {
    "kept": "used",
    "duplicates": "duplicates",
    "superseded": "replaced by an edit",
    "foreign": "by others",
    "quarantined": "unreadable",
}


def equation(intake: Intake) -> str:
    """`150 rows read = 146 used + 4 duplicates`: where every row went."""
    parts = {words_: getattr(intake, name) for name, words_ in _KEPT.items()}
    said = [f"{words.number(n)} {what}" for what, n in parts.items() if n or what == "used"]
    return f"{words.count(intake.read, 'rows')} read = {' + '.join(said)}"


def origins(intake: Intake) -> list[str]:
    """`x.csv gave likes (24) and times (24)`: nothing if all comes from one input."""
    told: dict[str, list[str]] = {}
    for origin in intake.origins:
        if origin.label:
            part = f"{origin.label} ({words.number(origin.posts)})"
            told.setdefault(origin.input, []).append(part)
    if len(told) < 2:
        return []
    return [f"{name} gave {words.listed(parts)}" for name, parts in told.items()]


def size(count: int) -> str:
    """A file's size: `1.2 MB`."""
    for step, unit in ((1_000_000, "MB"), (1_000, "kB")):
        if count >= step:
            return f"{count / step:.1f}{words.NBSP}{unit}"
    return words.count(count, "bytes")
