"""The life of an account as a picture: posts by week, silences, the days that mattered."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render import overlay, svg, timeline
from acctaudit.render.chart import Chart, Key, Table
from acctaudit.render.drawing import (
    FEW,
    NARROW,
    UNSEEN,
    WIDE,
    draw,
    gap_words,
    present,
    stretch,
)
from acctaudit.render.markup import Html, element
from acctaudit.say import joined, marked, say

if TYPE_CHECKING:
    from acctaudit.render.timeline import Bin
    from acctaudit.report import Life, Report, Span

LEAST = 4
"""Weeks of posts from which on it means something that it was never silent as long."""
ABSENT = marked(
    "The timeline is not in this export, so the posts of each week cannot be drawn."
)


def life(report: Report) -> Chart:
    """The life of the account: posts of each week by kind, silences, and its days."""
    finding = _life_finding(report)
    _, columns = timeline.bins(report.life, WIDE.most)
    kinds = present(columns)
    return Chart(
        "life",
        say("The life of the account"),
        finding,
        draw(report, WIDE, finding),
        draw(report, NARROW, finding),
        [Key(kind, say(timeline.KINDS[kind])) for kind in kinds] + _more_keys(report),
        [*_week_table(report, columns, kinds), *_day_tables(report)],
        _note(report),
    )


def _more_keys(report: Report) -> list[Key]:
    """What the legend explains besides the kinds of posts."""
    keys = []
    if report.life.gaps:
        keys.append(Key("line", say("No post for four weeks or more"), mark="silence"))
    if _holes(report.life):
        keys.append(Unseen("tint", say(UNSEEN)))
    if report.shapes.followers:
        keys.append(Key("ink", say("Followers, on the scale at the right"), mark="line"))
    return keys


def _holes(life: Life) -> bool:
    """Whether posts may be missing somewhere in the picture."""
    return bool(life.unseen or (life.first_week and life.timeline in timeline.PARTIAL))


class Unseen(Key):
    """The entry of a legend for what is not in the export."""

    def swatch(self) -> Html:
        """A field with a dotted frame."""
        field = svg.unseen([(0.5, 0.5, 13, 13)])
        return element("svg", field, width="14", height="14", aria_hidden="true")


def _life_finding(report: Report) -> str:
    """One sentence: how many posts, over how long, and the silences; what is missing."""
    life = report.life
    counts = list(life.weeks.values())
    weeks = max(map(len, counts), default=0)
    if life.first_week is None or not weeks:
        return say(ABSENT)
    posts = words.count(sum(map(sum, counts)), "posts")
    said = _silences(life, posts, words.count(weeks, "weeks"), weeks)
    if life.timeline == "recent":
        return joined([said, say("Older posts are not in this export.")], " ")
    if life.timeline == "sample":
        return joined([said, say("The export holds only a part of the posts.")], " ")
    return said


def _silences(life: Life, posts: str, weeks: str, count: int) -> str:
    """How many posts in how many weeks, and how long it was silent, where that is known."""
    known = {"posts": posts, "weeks": weeks}
    last, longest = _last_silence(life), max(life.gaps, key=_days, default=None)
    if longest is None:
        if count < LEAST or _holes(life):
            return say("{posts} in {weeks}.", **known)
        return say("{posts} in {weeks}; never silent for four weeks or more.", **known)
    if last is None:
        gap = gap_words(longest)
        text = marked("{posts} in {weeks}; the longest silence lasted {gap}.")
        return say(text, **known, gap=gap)
    days = words.count(last.days, "days")
    if last == longest:
        text = marked("{posts} in {weeks}; then silent for the {days} before the export.")
        return say(text, **known, days=days)
    text = marked(
        "{posts} in {weeks}, with a silence of {gap}; then silent for the {days} before the"
        " export."
    )
    return say(text, **known, gap=words.count(longest.days, "days"), days=days)


def _days(gap: Span) -> int:
    return gap.days


def _last_silence(life: Life) -> Span | None:
    """The silence up to the export, if there is one: it begins after the last post."""
    made = [event.date[:10] for event in life.events if event.kind == "observed"]
    last = life.gaps[-1] if life.gaps else None
    if last is None or last.end not in made or not life.first_week:
        return None
    weeks = max(map(len, life.weeks.values()))
    end = timeline.parsed(life.first_week) + timedelta(weeks=weeks)
    return last if timeline.parsed(last.end) >= end else None


def _note(report: Report) -> str:
    """What one has to know: reposts count here, and how old the account was."""
    return joined([*_reposts(report.life), *_age(report.life)], " ")


def _reposts(life: Life) -> list[str]:
    reposts = sum(life.weeks.get("repost", []))
    if not reposts:
        return []
    own = sum(map(sum, life.weeks.values())) - reposts
    text = marked(
        "Reposts are counted here: {reposts}, beside {own}. Pictures of own posts leave"
        " them out."
    )
    shown = words.count(own, "own posts")
    return [say(text, reposts=words.number(reposts), own=shown)]


def _age(life: Life) -> list[str]:
    """When the account was made, where that lies before the picture."""
    first, _ = timeline.reach(life)
    created = [event.date for event in life.events if event.kind == "created"]
    if not created or not life.first_week or timeline.parsed(created[0]) >= first:
        return []
    text = marked(
        "The account was created on {day}, before the picture begins; this export holds no"
        " post from the time between."
    )
    return [say(text, day=words.day(created[0]))]


def _week_table(report: Report, columns: list[Bin], kinds: list[str]) -> list[Table]:
    """The columns as rows; stretches without a post as one row."""
    step, columns = timeline.bins(report.life, WIDE.most if len(columns) <= FEW else FEW)
    rows = [_row(report.life, column, kinds) for column in _folded(columns)]
    if step == 1:
        caption = say("Posts by week")
    else:
        caption = say("Posts by {n} weeks", n=words.number(step))
    head = [say("Days"), *(say(timeline.KINDS[kind]) for kind in kinds), say("All")]
    return [Table(caption, head, rows)] if rows else []


def _folded(columns: list[Bin]) -> list[Bin]:
    """The columns, those without a post that follow each other as one."""
    folded: list[Bin] = []
    for column in columns:
        start = column.start
        if folded and not column.total and not folded[-1].total:
            start = folded.pop().start
        folded.append(timeline.Bin(start, column.end, column.posts))
    return folded


def _row(life: Life, column: Bin, kinds: list[str]) -> list[str]:
    """A column as a row of the table."""
    counts = [*(column.posts[kind] for kind in kinds), column.total]
    if not column.total and overlay.unseen(life, column.start, column.end):
        return [stretch(column), *("" for _ in kinds), say("not in this export")]
    return [stretch(column), *map(words.number, counts)]


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
