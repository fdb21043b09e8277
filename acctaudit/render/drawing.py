"""The drawing of a life: columns of posts, hatched silences, marks with labels."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render import overlay, svg, texture, timeline
from acctaudit.render.markup import Html, join
from acctaudit.render.stage import NARROW, WIDE, Frame, Stage
from acctaudit.render.svg import Face
from acctaudit.say import marked, say

if TYPE_CHECKING:
    from datetime import date

    from acctaudit.render.timeline import Bin, Mark, Scale
    from acctaudit.report import Report, Span

__all__ = ["FEW", "NARROW", "UNSEEN", "WIDE", "draw", "gap_words", "present", "stretch"]

FEW = 130
"""So many columns are told in full; of more, tips tell sums and tables longer stretches."""
UNSEEN = marked("Not in this export: posts may be missing here")
_BAD = {"farewell", "suspension"}
_FOUND = {"first-post", "last-post"}
"""Days seen in the posts themselves: a solid line, where others are dashed."""


def draw(report: Report, frame: Frame, finding: str) -> Html:
    """One drawing of the life, in the sizes of `frame`."""
    weeks, columns = timeline.bins(report.life, frame.most)
    left = frame.left if columns else 8
    right = overlay.room(report, frame)
    axis = timeline.scale(report.life, columns, left, frame.wide - left - right)
    marks = timeline.marks(report.life, axis, frame.text)
    top = (max((mark.row for mark in marks), default=-1) + 1) * (frame.text + 9) + 26
    top += frame.band if report.phases else 0
    base = top + (frame.plot if columns else 46)
    stage = Stage(frame, axis, columns, weeks, top, base)
    absent = overlay.missing(report.life, axis)
    return svg.drawing(
        frame.key,
        (frame.wide, base + 26),
        say("The life of the account"),
        finding,
        _ground(stage),
        *(_unseen(stage, *days) for days in absent),
        *(_silence(stage, gap) for gap in report.life.gaps),
        _field(stage),
        *(_absence(stage, *days) for days in absent),
        *(_length(stage, gap) for gap in report.life.gaps),
        overlay.followers(stage, report),
        *(_mark(stage, mark, frame.band if report.phases else 0) for mark in marks),
        _tips(stage) if frame is WIDE else Html(),
        overlay.phases(stage, report),
        width="100%",
        class_="life",
    )


def _ground(stage: Stage) -> Html:
    """The base line with its years."""
    axis, base = stage.axis, stage.base
    shapes = [svg.line((axis.left, base), (axis.left + axis.width, base), "axis")]
    for x, said in timeline.ticks(axis, 4 * stage.frame.text):
        shapes.append(svg.line((x, base), (x, base + 5), "axis"))
        shapes.append(svg.label(x, base + 20, said, stage.face("middle")))
    return join(*shapes)


def _field(stage: Stage) -> Html:
    """The columns with their vertical axis, or the words that they are missing."""
    axis = stage.axis
    if not stage.columns:
        said = say("Weekly posts are not in this export.")
        return svg.label(
            axis.left + axis.width / 2, stage.top + 28, said, stage.face("middle")
        )
    levels = timeline.heights(max(column.total for column in stage.columns))
    unit = stage.height / levels[-1]
    if stage.weeks == 1:
        said = say("posts a week")
    else:
        said = say("posts in {n} weeks", n=words.number(stage.weeks))
    return join(
        svg.label(
            12, (stage.top + stage.base) / 2, said, stage.face("middle"), turned=True
        ),
        *(_level(stage, level, stage.base - level * unit) for level in levels),
        *_stacks(stage, unit),
    )


def _level(stage: Stage, level: int, y: float) -> Html:
    """A line of the vertical axis with its number."""
    axis = stage.axis
    number = svg.label(axis.left - 8, y + 4, words.number(level), stage.face("end"))
    rule = svg.line((axis.left, y), (axis.left + axis.width, y), "line")
    return join(number, rule) if level else number


def _edges(column: Bin, axis: Scale) -> tuple[float, float]:
    """Left edge and width of a column, with a little air."""
    start = axis.x(column.start)
    whole = axis.width * ((column.end - column.start).days + 1)
    wide = whole / max((axis.last - axis.first).days, 1)
    return start, wide - min(1.5, wide / 5)


def _stacks(stage: Stage, unit: float) -> list[Html]:
    """One shape for each kind of posts, on top of the kinds before it."""
    tops = [stage.base] * len(stage.columns)
    return [_stack(stage, kind, unit, tops) for kind in present(stage.columns)]


def _stack(stage: Stage, kind: str, unit: float, tops: list[float]) -> Html:
    """The posts of one kind; `tops` moves up by what is drawn."""
    bars, wide = [], 1.0
    for at, column in enumerate(stage.columns):
        if height := column.posts[kind] * unit:
            x, wide = _edges(column, stage.axis)
            bars.append((x + wide / 2, tops[at] - height, tops[at]))
            tops[at] -= height
    return svg.bars(bars, wide, **texture.stroke(kind))


def _tips(stage: Stage) -> Html:
    """An invisible column with a tooltip over each that has posts."""
    places, few = [], len(stage.columns) <= FEW
    for column in stage.columns:
        if column.total:
            x, wide = _edges(column, stage.axis)
            box = (x, stage.top, wide, stage.height)
            places.append((box, _tip(column, kinds=few)))
    return svg.targets(places)


def _tip(column: Bin, *, kinds: bool) -> str:
    """The posts of a column, by kind if they are wanted."""
    posts = words.count(column.total, "posts")
    said = f"{stretch(column) if kinds else words.day(column.start.isoformat())}: {posts}"
    parts = [
        f"{say(timeline.KINDS[kind])}: {words.number(count)}"
        for kind, count in column.posts.items()
        if count and kinds
    ]
    return f"{said} ({', '.join(parts)})" if parts else said


def stretch(column: Bin) -> str:
    """The days of a column in words."""
    return words.days(column.start.isoformat(), column.end.isoformat())


def _between(stage: Stage, gap: Span) -> tuple[float, float]:
    """Left edge and width of a silence: the days between two posts."""
    start = stage.axis.x(timeline.parsed(gap.start) + timedelta(days=1))
    return start, max(stage.axis.x(timeline.parsed(gap.end)) - start, 2)


def _silence(stage: Stage, gap: Span) -> Html:
    """A hatched field with a tooltip."""
    start, wide = _between(stage, gap)
    box = (start, stage.top, wide, stage.height)
    return texture.silent([box], say("Silence: {gap}", gap=gap_words(gap)))


def _length(stage: Stage, gap: Span) -> Html:
    """The length of a silence."""
    start, wide = _between(stage, gap)
    return _inside(stage, start, wide, words.count(gap.days, "days"))


def _unseen(stage: Stage, start: date, end: date) -> Html:
    """A field for a stretch that is not in the export, with a tooltip."""
    x = stage.axis.x(start)
    box = (x, stage.top, max(stage.axis.x(end) - x, 2), stage.height)
    return svg.unseen([box], say(UNSEEN))


def _absence(stage: Stage, start: date, end: date) -> Html:
    """The words for a stretch that is not in the export."""
    x = stage.axis.x(start)
    return _inside(stage, x, stage.axis.x(end) - x, say("not in this export"))


def _inside(stage: Stage, start: float, wide: float, said: str) -> Html:
    """Words in a field: upright, turned, or left to the tooltip."""
    size, middle = stage.frame.text, start + wide / 2
    long, high = len(said) * size * 0.58 + 8, size + 6
    if min(long, high) > wide:
        return Html()
    turned = long > wide
    y = stage.top + 10
    box = (
        (middle - high / 2, y, high, long) if turned else (middle - long / 2, y, long, high)
    )
    x = middle + size * 0.36 if turned else middle
    at = y + long / 2 if turned else y + size + 1
    text = svg.label(x, at, said, stage.face("middle"), turned=turned)
    return join(svg.rect(box, "paper", radius=3), text)


def _mark(stage: Stage, mark: Mark, band: float) -> Html:
    """A vertical line from the base to the label of an event, above a band of phases."""
    colour = "critical" if mark.kind in _BAD else "ink"
    dash = None if mark.kind in _BAD | _FOUND else "3 3"
    size = stage.frame.text
    face = Face(size, colour, mark.anchor, bold=True)
    y = stage.top - 26 - band - mark.row * (size + 9)
    if mark.beyond:
        return svg.label(mark.x, y, mark.words, face)
    ends = (mark.x, y - 4), (mark.x, stage.base)
    shift = 7 if mark.anchor == "start" else -7
    return join(
        svg.line(*ends, colour, width=1.5, dash=dash),
        svg.dot(mark.x, y - 4, 3, colour),
        svg.label(mark.x + shift, y, mark.words, face),
    )


def gap_words(gap: Span) -> str:
    """`43 days, 1 Mar 2010 to 12 Apr 2010`."""
    return say(
        "{days}, {when}",
        days=words.count(gap.days, "days"),
        when=words.days(gap.start, gap.end),
    )


def present(columns: list[Bin]) -> list[str]:
    """The kinds that occur at all."""
    return [k for k in timeline.KINDS if any(column.posts[k] for column in columns)]
