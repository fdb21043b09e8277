"""The life of an account as a picture: posts by week, silences, the days that mattered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render import timeline
from acctaudit.render.chart import Chart, Key, Table
from acctaudit.render.drawing import NARROW, WIDE, draw, gap_words, present, stretch

if TYPE_CHECKING:
    from acctaudit.render.timeline import Bin
    from acctaudit.report import Report

ABSENT = "The timeline is not in this export, so the posts of each week cannot be drawn."


def life(report: Report) -> Chart:
    """The life of the account: posts of each week by kind, silences, and its days."""
    finding = _life_finding(report)
    step, columns = timeline.bins(report.life, WIDE.most)
    kinds = present(columns)
    return Chart(
        "life",
        "The life of the account",
        finding,
        draw(report, WIDE, finding),
        draw(report, NARROW, finding),
        [Key(kind, timeline.KINDS[kind]) for kind in kinds],
        [*_week_table(columns, kinds, step), *_day_tables(report)],
    )


def _life_finding(report: Report) -> str:
    """One sentence: how many posts, over how long, and the longest silence."""
    _, columns = timeline.bins(report.life, WIDE.most)
    if not columns:
        return ABSENT
    posts = sum(column.total for column in columns)
    weeks = max(len(counts) for counts in report.life.weeks.values())
    said = f"{words.count(posts, 'posts')} in {words.count(weeks, 'weeks')}"
    if not report.life.gaps:
        return f"{said}; never silent for four weeks or more."
    gap = max(report.life.gaps, key=lambda gap: gap.days)
    return f"{said}; the longest silence lasted {gap_words(gap)}."


def _week_table(columns: list[Bin], kinds: list[str], step: int) -> list[Table]:
    """The columns as rows; stretches without a post as one row."""
    rows: list[list[str]] = []
    quiet: Bin | None = None
    for column in columns:
        if column.total:
            quiet = None
            counts = [words.number(column.posts[kind]) for kind in kinds]
            rows.append([stretch(column), *counts, words.number(column.total)])
            continue
        if quiet is not None:
            rows.pop()
        quiet = timeline.Bin(quiet.start if quiet else column.start, column.end, {})
        rows.append([stretch(quiet), *("0" for _ in kinds), "0"])
    caption = "Posts by week" if step == 1 else f"Posts by {step} weeks"
    head = ["Days", *(timeline.KINDS[kind] for kind in kinds), "All"]
    return [Table(caption, head, rows)] if rows else []


def _day_tables(report: Report) -> list[Table]:
    """The main days and the silences as rows."""
    events = [
        [words.day(event.date), words.capital(event.label)] for event in report.life.events
    ]
    gaps = [
        [words.day(gap.start), words.day(gap.end), words.number(gap.days)]
        for gap in report.life.gaps
    ]
    tables = [
        Table("Main days", ["Day", "What happened"], events),
        Table("Silences of four weeks or more", ["From", "To", "Days"], gaps),
    ]
    return [table for table in tables if table.rows]
