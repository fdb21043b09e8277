"""The report as one HTML file that asks nobody for anything."""

from __future__ import annotations

from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any

from acctaudit.render import books, chapters, charts, sections, trends, vitals
from acctaudit.render.look import PLAIN, Look
from acctaudit.render.pages import INDENT, MAX_ROWS, environment, guarded, style
from acctaudit.say import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.render.chart import Chart
    from acctaudit.render.sections import Line
    from acctaudit.report import Report

MAX_CARDS = 60
"""Findings that are told in full; all others are named, up to MAX_ROWS."""


def render(report: Report, look: Look = PLAIN, around: str = "") -> str:
    """The report as a complete HTML page, the same for the same report and look.

    `around` is a template that extends the page, such as one with a way back to others.
    UsageError for a template of the user's folder that cannot be used.
    """
    made = environment(look, books=books, chapters=chapters, trends=trends, vitals=vitals)
    with guarded(look):
        page = made.from_string(around) if around else made.get_template("report.html.j2")
        text = page.render(report=report, look=look, **style(look), **_parts(report))
    return text if look.templates else INDENT.sub("\n", text)


def _parts(report: Report) -> dict[str, Any]:
    """What the template shows besides the report itself."""
    undecided, unfit = sections.undecided(report), sections.unfit(report)
    fired = sections.fired(report)
    return {
        "who": _who(report),
        "fired": fired[:MAX_CARDS],
        "named": fired[MAX_CARDS:MAX_ROWS],
        "untold": max(len(fired) - MAX_ROWS, 0),
        "clear": sections.clear(report),
        "undecided": undecided,
        "unfit": unfit,
        "found_count": len(fired),
        "open_count": sum(map(len, undecided.values())),
        "unfit_count": sum(map(len, unfit.values())),
        "life": charts.life(report),
        "told_chapters": list(chapters.chapters(report)),
        "bars": vitals.bars(report),
        "picture": partial(_picture, count(1)),
    }


def _who(report: Report) -> str:
    """The name on the page, or the handle where there is none."""
    handle = report.account.handle
    unnamed = say("Account without a name")
    return report.account.name or (f"@{handle}" if handle else unnamed)


def _picture(numbers: Iterator[int], line: Line) -> Chart | None:
    """The picture of a comparison, with an identifier of its own."""
    finding = say(
        "{what}: {value}; the limit is {limit}.",
        what=line.what,
        value=", ".join(filter(None, (line.value, line.interval))),
        limit=line.limit,
    )
    return charts.sign_range(line.sign, f"range-{next(numbers)}", finding)
