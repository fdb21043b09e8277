"""The life of an account as a picture: posts by week, silences, the days that mattered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render import timeline
from acctaudit.render.chart import Chart, Key, Table
from acctaudit.render.drawing import FEW, NARROW, WIDE, draw, gap_words, present, stretch
from acctaudit.say import marked, say

if TYPE_CHECKING:
    from acctaudit.render.timeline import Bin
    from acctaudit.report import Report

ABSENT = marked(
    "The timeline is not in this export, so the posts of each week cannot be drawn."
)


def life(report: Report) -> Chart:
    """The life of the account: posts of each week by kind, silences, and its days."""
    finding = _life_finding(report)
    step, columns = timeline.bins(report.life, WIDE.most)
    kinds = present(columns)
    return Chart(
        "life",
        say("The life of the account"),
        finding,
        draw(report, WIDE, finding),
        draw(report, NARROW, finding),
        [Key(kind, say(timeline.KINDS[kind])) for kind in kinds] + _more_keys(report),
        [*_week_table(*_told(report, step, columns), kinds), *_day_tables(report)],
    )


def _more_keys(report: Report) -> list[Key]:
    """What the legend explains besides the kinds of posts."""
    keys = []
    if report.life.gaps:
        keys.append(Key("line", say("No post for four weeks or more"), mark="silence"))
    if report.shapes.followers:
        keys.append(Key("ink", say("Followers, on the scale at the right"), mark="line"))
    return keys


def _life_finding(report: Report) -> str:
    """One sentence: how many posts, over how long, and the longest silence."""
    _, columns = timeline.bins(report.life, WIDE.most)
    if not columns:
        return say(ABSENT)
    posts = words.count(sum(column.total for column in columns), "posts")
    weeks = max(len(counts) for counts in report.life.weeks.values())
    if not report.life.gaps:
        return say(
            "{posts} in {weeks}; never silent for four weeks or more.",
            posts=posts,
            weeks=words.count(weeks, "weeks"),
        )
    gap = max(report.life.gaps, key=lambda gap: gap.days)
    return say(
        "{posts} in {weeks}; the longest silence lasted {gap}.",
        posts=posts,
        weeks=words.count(weeks, "weeks"),
        gap=gap_words(gap),
    )


def _told(report: Report, step: int, columns: list[Bin]) -> tuple[int, list[Bin]]:
    """The columns of the table: those of the picture, or longer ones if they are many."""
    return (step, columns) if len(columns) <= FEW else timeline.bins(report.life, FEW)


def _week_table(step: int, columns: list[Bin], kinds: list[str]) -> list[Table]:
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
    if step == 1:
        caption = say("Posts by week")
    else:
        caption = say("Posts by {n} weeks", n=words.number(step))
    head = [say("Days"), *(say(timeline.KINDS[kind]) for kind in kinds), say("All")]
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
        Table(say("Main days"), [say("Day"), say("What happened")], events),
        Table(
            say("Silences of four weeks or more"),
            [say("From"), say("To"), say("Days")],
            gaps,
        ),
    ]
    return [table for table in tables if table.rows]
