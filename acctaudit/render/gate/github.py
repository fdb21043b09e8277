"""The outcome as annotations of GitHub Actions, and as the summary of a step.

GitHub shows ten annotations of each level a step: with more, the worst nine and a line that
says how many there are. Known and suppressed items stand in the summary alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit import safe
from acctaudit.render.gate import markdown, parts
from acctaudit.render.gate.levels import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.gate.data import Check, Item, Notice, Place

SHOWN = 10
"""Annotations of a level that GitHub shows for one step."""
SUMMARY = 900_000
"""Bytes of a summary; GitHub refuses more than 1 MiB and makes the step fail."""
_LONGEST = 1_000


@dataclass(frozen=True)
class _Note:
    """One annotation."""

    level: str
    title: str
    lines: tuple[str, ...]
    place: Place | None = None

    def command(self) -> str:
        """The line that makes it."""
        given = {"title": self.title}
        if self.place is not None and self.place.path:
            place = {"file": parts.path(self.place), "line": str(parts.line(self.place))}
            given = place | given
        about = ",".join(f"{name}={safe.ci_property(text)}" for name, text in given.items())
        says = "%0A".join(safe.ci_data(parts.told(text, _LONGEST)) for text in self.lines)
        return f"::{self.level} {about}::{says}"


def render(check: Check) -> str:
    """The verdict as plain lines, then the annotations."""
    plain = (check.headline, parts.about(check), check.against.says, check.books)
    lines = [safe.ci(f"acctaudit: {parts.told(line)}") for line in plain]
    made = list(_made(check))
    for level in ("error", "warning", "notice"):
        lines += _at_most([note for note in made if note.level == level])
    return "\n".join(lines) + "\n"


def summary(check: Check) -> str:
    """Everything as Markdown for the summary of the step, cut where it is too long."""
    return markdown.page(check, SUMMARY)


def _made(check: Check) -> Iterator[_Note]:
    """All annotations, the worst first."""
    if not check.passed and not check.failing():
        yield _Note("error", "acctaudit", (check.headline,))
    for item in [*check.failing(), *parts.lesser(check)]:
        yield _of_item(item)
    for notice in check.notices:
        yield _of_notice(notice)


def _of_item(item: Item) -> _Note:
    level = "error" if item.gates else LEVELS[item.severity].github
    first = f"[{item.severity}] {item.title} ({parts.state(item)})"
    lines = (first, item.says, item.why, f"{parts.REMEDY} {item.remedy}")
    return _Note(level, f"acctaudit ({item.code})", lines, item.place)


def _of_notice(notice: Notice) -> _Note:
    title = f"acctaudit ({notice.code})"
    return _Note("notice", title, (notice.says,), notice.place)


def _at_most(notes: list[_Note]) -> list[str]:
    """All of one level, or the first nine and how many more there are."""
    lines = [note.command() for note in notes]
    if len(lines) <= SHOWN:
        return lines
    more = len(lines) - (SHOWN - 1)
    says = f"{more} more, see the summary of this run"
    return [*lines[: SHOWN - 1], _Note(notes[0].level, "acctaudit", (says,)).command()]
