"""Pictures of who is there and of what is used: followers over time, domains, clients."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render import plot, svg, timeline
from acctaudit.render.chart import Chart, Key, Table, absent
from acctaudit.render.markup import clipped
from acctaudit.render.svg import Face
from acctaudit.say import say

if TYPE_CHECKING:
    from acctaudit.render.markup import Html
    from acctaudit.report import Report, Tally

_ROW = 34.0
_TIPS = 40
"""So many tooltips at most on the line of the followers."""
_LETTERS = 52
"""So many letters of a name have room."""


def followers(report: Report) -> Chart:
    """The number of followers over time."""
    title, key = say("Followers over time"), "followers"
    found = report.shapes.followers
    if not found:
        return absent(key, title, report.shapes.reasons, key)
    (first, before), (last, after) = found[0], found[-1]
    finding = say(
        "From {before} on {first} to {after} on {last}.",
        before=words.count(before, "followers"), first=words.day(first),
        after=words.number(after), last=words.day(last),
    )  # fmt: skip
    keys = [Key("original", say("Followers"), mark="line")]
    rows = [[words.day(day), words.number(count)] for day, count in found]
    table = Table(title, [say("Day"), say("Followers")], rows)
    return Chart(key, title, finding, _line(found, title, finding), None, keys, [table])


def _line(found: list[tuple[str, int]], title: str, finding: str) -> Html:
    marks = timeline.heights(max(count for _, count in found))
    field = plot.counted(marks)
    days = [timeline.parsed(day) for day, _ in found]
    axis = timeline.Scale(days[0], days[-1], field.left, field.width)
    places = [
        (axis.x(day), field.y(count)) for day, (_, count) in zip(days, found, strict=True)
    ]
    apart = -(-len(found) // _TIPS)
    wide = field.width * apart / len(found)
    tips = [
        ((x - wide / 2, field.top, wide, field.height),
         f"{words.day(day)}: {words.count(count, 'followers')}")
        for (x, _), (day, count) in zip(places[::apart], found[::apart], strict=True)
    ]  # fmt: skip
    return svg.drawing(
        "followers", field.size(), title, finding,
        plot.levels(field, plot.numbered(marks)),
        svg.path(places, "original"),
        svg.dot(*places[-1], 4, "original"),
        plot.below(field, list(timeline.ticks(axis, 60))),
        svg.targets(tips),
        width="500",
    )  # fmt: skip


def domains(report: Report) -> Chart:
    """Where links lead."""
    found = report.shapes.domains
    return _ranked(report, ("domains", say("Where links lead")), found, "links")


def clients(report: Report) -> Chart:
    """With what it was posted."""
    found = report.shapes.clients
    made = _ranked(report, ("clients", say("What it was posted with")), found, "posts")
    note = plot.own_posts(report, sum(tally.count for tally in found)) if found else ""
    return replace(made, note=note)


def _cut(name: str) -> str:
    """A name without what has no room."""
    return clipped(name, _LETTERS)


def _ranked(
    report: Report, named: tuple[str, str], found: list[Tally] | None, unit: str
) -> Chart:
    """Names with their counts as bars, most first; `named` is the key and the title."""
    key, title = named
    if not found:
        return absent(key, title, report.shapes.reasons, key)
    finding = say(
        "First comes {name}, with {n}.",
        name=_cut(found[0].name),
        n=words.count(found[0].count, unit),
    )
    most = max(tally.count for tally in found) or 1
    shapes = []
    for at, tally in enumerate(found):
        y, wide = _ROW * at, 430 * tally.count / most
        said = words.number(tally.count)
        shapes.append(svg.label(0, y + 14, _cut(tally.name), Face(13, "ink")))
        shapes.append(svg.rect((0, y + 19, max(wide, 1), 9), "original", radius=1))
        shapes.append(svg.label(wide + 7, y + 28, said, Face(13)))
    rows = [[tally.name, words.number(tally.count)] for tally in found]
    size = (plot.WIDE, _ROW * len(found))
    drawing = svg.drawing(key, size, title, finding, *shapes, width="500")
    head = [say("Name"), words.capital(say(unit))]
    table = Table(title, head, rows)
    return Chart(key, title, finding, drawing, tables=[table])
