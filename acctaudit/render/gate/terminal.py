"""The outcome on a terminal: the verdict first, then what to do, then what is no news."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import safe
from acctaudit.render.gate import parts
from acctaudit.render.gate.levels import LEVELS
from acctaudit.render.screen import Page, Screen

if TYPE_CHECKING:
    from acctaudit.gate.data import Check, Item


class _Masked(Page):
    """A page on which no e-mail address and no phone number is shown."""

    def line(self, text: str = "", style: str = "", indent: int = 0) -> None:
        """One paragraph."""
        super().line(parts.told(text), style, indent)


def render(check: Check, screen: Screen | None = None) -> str:
    """The outcome as plain text, or with colours for a screen that wants them."""
    page = _Masked(screen or Screen())
    for part in (_head, _failing, _lesser, _silent, _foot):
        part(page, check)
    return safe.ci_output(page.text())


def _head(page: Page, check: Check) -> None:
    page.line(check.headline, "bold green" if check.passed else "bold red")
    page.line(parts.about(check))
    page.line(check.against.says)


def _failing(page: Page, check: Check) -> None:
    for item in check.failing():
        page.line()
        page.line(_title(item), LEVELS[item.severity].style)
        for said in (item.says, item.why, f"{parts.REMEDY} {item.remedy}"):
            page.line(said, indent=4)
    if check.failing():
        page.line()


def _lesser(page: Page, check: Check) -> None:
    for item in parts.lesser(check):
        page.line(f"{_title(item)}: {item.why}", LEVELS[item.severity].style)


def _silent(page: Page, check: Check) -> None:
    for item in parts.silent(check):
        page.line(_title(item), "dim")


def _title(item: Item) -> str:
    return f"[{item.severity}] {item.code} {item.title} ({parts.state(item)})"


def _foot(page: Page, check: Check) -> None:
    for notice in check.notices:
        page.line(f"Note {notice.code}: {notice.says}")
    page.line(f"{parts.judged(check)} {check.books}", "dim")
