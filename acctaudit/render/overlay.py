"""What lies over the columns of a life: phases, followers, and what is not in it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render import sections, svg, timeline
from acctaudit.render.markup import Html, join
from acctaudit.render.svg import Face

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from acctaudit.render.stage import Frame, Stage
    from acctaudit.render.timeline import Scale
    from acctaudit.report import Life, Report

_LETTER = 0.56


def room(report: Report, frame: Frame) -> float:
    """What stays free at the right: the scale of the followers, if they are known."""
    return 5 * frame.text if report.shapes.followers else 8


def phases(stage: Stage, report: Report) -> Html:
    """A bar for each phase above the field, with its name where there is room."""
    return join(*_phases(stage, report))


def _phases(stage: Stage, report: Report) -> Iterator[Html]:
    size, y = stage.frame.text, stage.top - 8
    for phase in report.phases:
        start = stage.axis.x(max(timeline.parsed(phase.start), stage.axis.first))
        last = timeline.parsed(phase.end) + timedelta(1)
        end = stage.axis.x(min(last, stage.axis.last))
        wide = max(end - start - 2, 1.5)
        name = words.capital(sections.phase(phase.name))
        yield svg.rect((start + 1, y, wide, 4), "axis")
        if len(name) * size * _LETTER < wide:
            at = start + 1 + wide / 2
            yield svg.label(at, y - 5, name, Face(size, "ink", "middle"))
        tip = f"{name}: {words.days(phase.start, phase.end)}"
        yield svg.targets([((start, y - size - 4, max(wide, 8), size + 8), tip)])


def followers(stage: Stage, report: Report) -> Html:
    """A thin line with its scale at the right; nothing where they are not known."""
    found = report.shapes.followers
    if not found:
        return Html()
    axis, marks = stage.axis, timeline.heights(max(count for _, count in found))
    right = axis.left + axis.width
    points = [
        (axis.x(timeline.parsed(day)), stage.base - stage.height * count / marks[-1])
        for day, count in found
        if axis.first <= timeline.parsed(day) <= axis.last
    ]
    if not points:
        return Html()
    shapes = [svg.path(points, "paper", width=4), svg.path(points, "ink", width=1.5)]
    for mark in marks:
        y = stage.base - stage.height * mark / marks[-1] + 4
        shapes.append(svg.label(right + 8, y, words.number(mark), stage.face()))
    return join(*shapes)


def missing(life: Life, axis: Scale) -> list[tuple[date, date]]:
    """Stretches of the axis of which the export does not hold all posts."""
    found = [
        (timeline.parsed(span.start) + timedelta(1), timeline.parsed(span.end))
        for span in life.unseen
    ]
    if life.first_week and life.timeline in timeline.PARTIAL:
        days = timeline.drawn(life)
        found.append((axis.first, min(days)))
        if life.timeline == "sample":
            found.append((max(days) + timedelta(1), axis.last))
    kept = sorted((max(a, axis.first), min(b, axis.last)) for a, b in found)
    return _merged([(start, end) for start, end in kept if start < end])


def unseen(life: Life, start: date, end: date) -> bool:
    """Whether posts of this stretch may be missing."""
    ends = [
        (timeline.parsed(span.start), timeline.parsed(span.end)) for span in life.unseen
    ]
    return any(first <= end and start <= last for first, last in ends)


def _merged(spans: list[tuple[date, date]]) -> list[tuple[date, date]]:
    """Stretches in order, those that overlap as one."""
    merged: list[tuple[date, date]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            begin, before = merged.pop()
            merged.append((begin, max(end, before)))
        else:
            merged.append((start, end))
    return merged
