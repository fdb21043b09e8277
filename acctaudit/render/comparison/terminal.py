"""The comparison on a terminal: readable at 80 columns, in a pipe and without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render.comparison import figures, parts
from acctaudit.render.comparison.rows import signs
from acctaudit.render.screen import Page, Screen
from acctaudit.safe import masked
from acctaudit.say import say

if TYPE_CHECKING:
    from acctaudit.compare import Comparison, FindingChange, VitalChange
    from acctaudit.render.comparison.rows import Row, Shown

_STYLES = {"over": "red", "fine": "green"}


class _Masked(Page):
    """A page on which no e-mail address and no phone number is shown."""

    def line(self, text: str = "", style: str = "", indent: int = 0) -> None:
        """One paragraph."""
        super().line(masked(text), style, indent)

    def item(self, text: str, style: str = "", mark: str = "•") -> None:
        """A list item."""
        super().item(masked(text), style, mark)


def render(comparison: Comparison, screen: Screen | None = None) -> str:
    """The comparison as plain text, or with colours for a screen that wants them."""
    page = _Masked(screen or Screen())
    for part in (_head, _vitals, _findings, _answers, _figures, _foot):
        part(page, comparison)
    return page.text()


def _head(page: Page, of: Comparison) -> None:
    page.line(parts.who(of), "bold")
    page.line(of.headline)
    if of.more:
        page.line(of.more)
    for reason in of.forced:
        page.item(
            say("not comparable, but forced: {reason}", reason=reason), "red", mark="!"
        )
    for warning in of.warnings:
        page.item(warning, mark=say("Note:"))
    page.heading(say("What is compared"))
    for name, old, new in parts.sides(of):
        page.line(_both(of, name, old, new))


def _both(of: Comparison, name: str, old: str, new: str) -> str:
    """One line: a name, and what both reports say to it."""
    if old == new:
        return say("{name}: {both}", name=name, both=old)
    if (old, new) == (of.old.label, of.new.label):
        return say("{name}: {old}, {new}", name=name, old=old, new=new)
    return say(
        "{name}: {old} ({first}), {new} ({second})",
        name=name,
        old=old,
        first=of.old.label,
        new=new,
        second=of.new.label,
    )


def _vitals(page: Page, of: Comparison) -> None:
    if not of.vitals:
        return
    page.heading(say("Vital signs, of 100"))
    for vital in of.vitals:
        page.line(_vital(vital, of), _STYLES.get(figures.state_of(vital.pair), ""))
    if of.score is not None:
        page.line(figures.score(of), "bold")


def _vital(vital: VitalChange, of: Comparison) -> str:
    old, new = vital.pair.old, vital.pair.new
    return say(
        "{name}: {old} → {new} ({outcome})",
        name=vital.title,
        old=figures.vital_score(old),
        new=figures.vital_score(new),
        outcome=figures.vital_outcome(vital.pair, of),
    )


def _findings(page: Page, of: Comparison) -> None:
    for group in parts.groups(of):
        page.heading(f"{group.title}: {len(group.items)}")
        large, small = parts.by_weight(group)
        for found in large:
            _finding(page, found, of)
        for found in small:
            page.item(f"{found.code} {found.title}. {parts.both_states(found, of)}")
    for title, items in (
        (say("Checked in both reports, and not found"), parts.fine(of)),
        (say("Not judged in either report"), parts.undecided(of)),
    ):
        if items:
            page.heading(title)
            page.line("; ".join(f"{item.code} {item.title}" for item in items))


def _finding(page: Page, found: FindingChange, of: Comparison) -> None:
    page.line()
    page.line(
        f"{found.code} {found.title}", _STYLES.get(parts.icon_of(found.change), "bold")
    )
    states = parts.verdict(found.old), parts.verdict(found.new)
    page.line(_both(of, say("Verdict"), *states), indent=4)
    page.line(found.says, indent=4)
    for row in signs(found, of):
        page.item(f"    {_row(row)}", mark="   •")


def _row(row: Row) -> str:
    return say(
        "{title}: {old} → {new}. {outcome}; {sure}. ({note})",
        title=row.title,
        old=_value(row.old),
        new=_value(row.new),
        outcome=row.outcome,
        sure=row.sure,
        note=row.note,
    ).strip()


def _value(shown: Shown) -> str:
    return f"{shown.value} ({shown.interval})" if shown.interval else shown.value


def _answers(page: Page, of: Comparison) -> None:
    if of.claims:
        page.heading(say("What was said, and what the data say"))
    for claim in of.claims:
        verdicts = say(claim.old), say(claim.new)
        page.item(_both(of, f"“{claim.statement}”", *verdicts))
    if of.phases:
        page.heading(say("Phases that are seen differently"))
    for phase in of.phases:
        since = say("From {day}", day=words.day(phase.start))
        page.item(_both(of, since, *parts.phases(phase)))
    if of.profile:
        page.heading(say("What the profile says"))
    for item in of.profile:
        name = say(parts.FIELDS.get(item.field, item.field))
        values = item.old or say("none"), item.new or say("none")
        page.item(_both(of, name, *values))


def _figures(page: Page, of: Comparison) -> None:
    for title, found in figures.tables(of):
        page.heading(title)
        for rows in found.values():
            for row in rows:
                page.line(_figure(row), _STYLES.get(row.state, ""))
    for title, gaps in figures.gaps(of).items():
        page.heading(title)
        for gap, known, reason in gaps:
            page.item(f"{gap.title}{': ' if known else ''}{known}. {reason}")


def _figure(row: Row) -> str:
    return say(
        "{title}: {old} → {new} ({outcome})",
        title=row.title,
        old=_value(row.old),
        new=_value(row.new),
        outcome=row.outcome,
    )


def _foot(page: Page, of: Comparison) -> None:
    page.line()
    page.line(
        f"acctaudit {of.tool.version}, settings {of.old.config_hash} {of.new.config_hash}",
        "dim",
    )
