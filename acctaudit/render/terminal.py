"""The report on a terminal: readable at 80 columns, in a pipe and without colour."""

from __future__ import annotations

import io
import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from acctaudit import words
from acctaudit.render import sections
from acctaudit.safe import masked, terminal

if TYPE_CHECKING:
    from acctaudit.report import Finding, Measured, Report

_WIDEST = 100
_ENDLESS = 100_000
"""Width in a pipe, where a hard wrap would break searches."""
_FILES = 8
_HELD = "\ue000"
"""Stands for a no-break space while lines are wrapped; rich would break there."""
_STYLES = {
    "critical": "bold red",
    "high": "red",
    "medium": "yellow",
    "low": "cyan",
    "info": "blue",
}


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


class _Page:
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


def render(report: Report, screen: Screen | None = None) -> str:
    """The report as plain text, or with colours for a screen that wants them."""
    page = _Page(screen or Screen())
    for part in (_head, _verdict, _findings, _figures, _open, _read):
        part(page, report)
    return page.text()


def _head(page: _Page, report: Report) -> None:
    card = report.account
    name = " ".join(filter(None, [card.name, f"@{card.handle}" if card.handle else ""]))
    page.line(f"Post-mortem of {name or 'an account without a name'}", "bold")
    page.line(_when(report))
    judged = "judged as" if not report.intent.inferred else "looks like"
    goals = f", goal: {words.listed(report.intent.goals)}" if report.intent.goals else ""
    page.line(f"{judged} {report.intent.label} ({report.intent.because}){goals}")
    if report.notes:
        page.line()
    for note in report.notes:
        page.item(note, mark="Note:")


def _when(report: Report) -> str:
    span = report.window["active"]
    as_of = f"as of {report.as_of} ({report.as_of_source})"
    if report.as_of is None:
        as_of = f"day of the export {report.as_of_source}"
    if span is None:
        return as_of
    days = words.count(span.days, "days")
    return f"posts from {span.start} to {span.end} ({days}), {as_of}"


def _verdict(page: _Page, report: Report) -> None:
    page.heading("Was it Twitter, or was it us?")
    page.line(report.verdict.headline)
    page.line(report.verdict.coverage)
    if report.verdict.first:
        page.heading("Do this first")
        for i, step in enumerate(report.verdict.first, 1):
            page.item(step, mark=f"{i}.")
    if report.verdict.others:
        page.heading("What speaks about the audience or the platform")
        for line in report.verdict.others:
            page.item(line)


def _findings(page: _Page, report: Report) -> None:
    found = sorted(report.fired(), key=lambda f: (list(_STYLES).index(f.severity), f.code))
    page.heading(f"Findings: {len(found)}" if found else "No findings")
    for finding in found:
        page.line()
        page.line(
            f"[{finding.severity}] {finding.code} {finding.title}",
            _STYLES[finding.severity],
        )
        page.line(finding.says, indent=4)
        for line in (*_limits(finding), *_proof(finding)):
            page.line(line, "dim", indent=4)
    fine = [f"{f.code} {f.title}" for f in report.patterns if f.verdict == "clear"]
    if fine:
        page.heading("Checked and fine")
        page.line("; ".join(fine))


def _limits(finding: Finding) -> list[str]:
    """Each limit that was crossed, with its basis."""
    word = {
        "above": "more than",
        "below": "less than",
        "at least": "at least",
        "at most": "at most",
    }
    return [
        f"limit of {_plain_name(sign.name)}: {word[sign.direction]}"
        f" {words.figure(sign.limit, sign.unit)}"
        f" ({sign.basis.kind}: {sign.basis.text})"
        for sign in finding.signs
        if sign.crossed and sign.direction in word
    ]


def _plain_name(name: str) -> str:
    """`max_reply_share` as people say it: reply share."""
    return name.removeprefix("max_").removeprefix("min_").replace("_", " ")


def _proof(finding: Finding) -> list[str]:
    lines = (
        f"{post.date}  {masked(post.text or '')}  {post.url or 'post ' + post.post_id}"
        for post in finding.evidence[:3]
    )
    return [line.replace("    ", "  ") for line in lines]


_KEY = (
    ("composition", ("own_posts", "replies", "reposts")),
    ("cadence", ("posts_per_week_lifetime", "posts_per_week_active", "days_per_post",
                 "longest_gap_days", "days_since_last_post")),
    ("conversation", ("reply_share", "broadcast_share", "conversation_share",
                      "question_posts")),
    ("engagement", ("engagements_per_post", "zero_reaction_share")),
    ("content", ("link_share", "homepage_link_share", "near_duplicate_share")),
    ("profile", ("profile_completeness", "posts_total")),
    ("audience", ("followers", "following", "reciprocity", "lists_per_1000_followers")),
)  # fmt: skip


def _figures(page: _Page, report: Report) -> None:
    page.heading("Figures")
    for analyzer, names in _KEY:
        for name in names:
            metric = report.metrics[analyzer][name]
            if metric.value is not None:
                page.line(f"{metric.title}: {_figure(metric)}")


def _figure(metric: Measured) -> str:
    if not isinstance(metric.value, int | float):
        return words.said(metric, metric.unit)
    shown = words.figure(metric.value, metric.unit)
    details = [part for part in (words.bounds(metric, metric.unit), _cases(metric)) if part]
    if metric.start:
        details.append(f"{metric.start} to {metric.end}")
    details.append(f"window: {metric.window}")
    return f"{shown} ({', '.join(details)})"


def _cases(metric: Measured) -> str:
    return f"n = {metric.n:,}" if metric.n else ""


def _open(page: _Page, report: Report) -> None:
    if report.verdict.unknown:
        page.heading("What cannot be known from this file")
        for line in report.verdict.unknown:
            page.item(line)
    waiting = [
        f
        for f in report.patterns
        if f.verdict in {"not-measurable", "insufficient-evidence"}
    ]
    if waiting:
        page.heading("Could not be judged")
        for finding in waiting:
            page.item(f"{finding.code} {finding.name}: {finding.reason}")
    broken = [f for f in report.patterns if f.verdict == "error"]
    for finding in broken:
        page.item(f"{finding.code} {finding.name}: {finding.reason}", "red", mark="!")


def _read(page: _Page, report: Report) -> None:
    books = report.intake
    page.heading("What was read")
    for file in books.files[:_FILES]:
        rows = words.count(file.rows, "rows")
        page.line(f"{file.name}: {rows} of {file.holds} (sha256 {file.sha256[:12]})")
    if len(books.files) > _FILES:
        page.line(
            f"… and {len(books.files) - _FILES} more files, all named in the JSON report"
        )
    page.line(
        f"{books.read} posts read = {books.kept} kept + {books.duplicates} duplicates"
        f" + {books.superseded} superseded + {books.foreign} foreign"
        f" + {books.quarantined} quarantined"
    )
    for aside in books.set_aside:
        page.item(f"set aside: {aside.reason} ({words.count(aside.rows, 'rows')})")
    for origin in sections.origins(books):
        page.item(origin)
    for remark in books.remarks:
        page.item(remark)
    page.line(f"acctaudit {report.tool.version}, settings {report.config_hash}", "dim")
