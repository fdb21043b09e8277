"""When the account posted: by day of the week and hour, and on each day of its life."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render import plot, svg, texture, timeline
from acctaudit.render.chart import Chart, Key, Table, absent
from acctaudit.render.markup import Html, join
from acctaudit.render.svg import Face
from acctaudit.say import joined, language, marked, say

if TYPE_CHECKING:
    from acctaudit.report import Calendar, Grid, Report, Span

_LEFT, _TOP, _CELL, _ROW = 46.0, 8.0, 18.4, 24.0
_DOT = 8.6
"""Radius of the dot of the busiest hour."""


def grid(report: Report) -> Chart:
    """Posts by day of the week and hour, as dots whose area is the count."""
    title, key = say("Weekday and hour"), "rhythm"
    found = report.shapes.rhythm
    if found is None or not any(map(sum, found.posts)):
        return absent(key, title, report.shapes.reasons, key)
    finding = _busiest(found)
    note = say("Hours in the time zone {zone}.", zone=found.time_zone)
    if found.untimed:
        left_out = words.count(found.untimed, "posts")
        note += " " + say("{posts} have a day but no time: left out.", posts=left_out)
    if own := plot.own_posts(report, sum(map(sum, found.posts)), found.untimed):
        note = joined([note, own], " ")
    most = max(map(max, found.posts))
    keys = [
        Key("original", say("The larger the dot, the more posts; the largest: {n}",
                            n=words.number(most)), mark="dot")
    ]  # fmt: skip
    drawing = _dots(found, most, title, finding)
    return Chart(key, title, finding, drawing, None, keys, [_hours(found)], note)


def _busiest(found: Grid) -> str:
    days = [sum(hours) for hours in found.posts]
    hours = [sum(day[hour] for day in found.posts) for hour in range(24)]
    total = sum(days)
    day, hour = days.index(max(days)), hours.index(max(hours))
    return say(
        "Busiest day: {day}, with {day_share} of the posts. Busiest hour: from {hour} on,"
        " with {hour_share}.",
        day=language().weekday(day),
        day_share=words.percent(days[day] / total),
        hour=f"{hour}:00",
        hour_share=words.percent(hours[hour] / total),
    )


def _dots(found: Grid, most: int, title: str, finding: str) -> Html:
    shapes, places = [], []
    for day, hours in enumerate(found.posts):
        y, name = _TOP + _ROW * (day + 0.5), language().weekday(day)
        shapes.append(svg.label(_LEFT - 8, y + 4.5, name, Face(13, anchor="end")))
        shapes.append(svg.line((_LEFT, y), (_LEFT + 24 * _CELL, y), "line"))
        for hour, posts in enumerate(hours):
            if posts:
                tip = f"{name}, {hour}:00–{hour}:59: {words.count(posts, 'posts')}"
                radius = max(_DOT * sqrt(posts / most), 1.2)
                places.append((_LEFT + _CELL * (hour + 0.5), y, radius, tip))
    base = _TOP + 7 * _ROW
    for hour in range(0, 24, 3):
        x = _LEFT + _CELL * (hour + 0.5)
        shapes.append(svg.label(x, base + 16, f"{hour}:00", Face(13, anchor="middle")))
    size = (_LEFT + 24 * _CELL + 12, base + 24)
    dots = svg.dots(places, "original")
    return svg.drawing("rhythm", size, title, finding, *shapes, dots, width="500")


def _hours(found: Grid) -> Table:
    head = [say("Day"), *map(str, range(24)), say("All")]
    rows = [
        [language().weekday(day), *map(words.number, hours), words.number(sum(hours))]
        for day, hours in enumerate(found.posts)
    ]
    return Table(say("Posts by weekday and hour"), head, rows)


_SIDE = 7
"""A day of the calendar with its air, from left to right and from top to bottom."""
_SIZES = (2.7, 3.9, 5.1, 6.3)
"""Side of the square of each level."""
_CORNER = (26, 18)
"""Where the first Monday stands."""


@dataclass(frozen=True)
class _Year:
    """One year of the calendar."""

    year: int
    posts: dict[date, int]

    def place(self, day: date) -> tuple[int, int]:
        """The upper left corner of a day: weeks go right, weekdays down."""
        first = date(self.year, 1, 1)
        week = ((day - first).days + first.weekday()) // 7
        return (_CORNER[0] + week * _SIDE, _CORNER[1] + day.weekday() * _SIDE)


def calendar(report: Report) -> Chart:
    """Posts on each day, a small drawing for each year."""
    title, key = say("Every day"), "calendar"
    found = report.shapes.calendar
    if found is None or not any(found.posts):
        return absent(key, title, report.shapes.reasons, key)
    years = _years(found)
    tops = _levels(found.posts)
    finding = _finding(found)
    drawing = join(*(_year(year, tops, report.life.gaps) for year in years))
    sizes = _SIZES[-len(tops) :]
    keys = [
        Key(
            "original",
            say("{n} a day", n=_level(tops, level)),
            part=sizes[level] / _SIZES[-1],
        )
        for level in range(len(tops))
    ]
    if report.life.gaps:
        keys.append(Key("line", say("No post for four weeks or more"), mark="silence"))
    note = plot.own_posts(report, sum(found.posts))
    return Chart(key, title, finding, drawing, None, keys, [_months(years)], note)


def _years(found: Calendar) -> list[_Year]:
    first = timeline.parsed(found.first_day)
    years: dict[int, _Year] = {}
    for at, posts in enumerate(found.posts):
        day = first + timedelta(at)
        year = years.setdefault(day.year, _Year(day.year, {}))
        year.posts[day] = posts
    return list(years.values())


def _levels(posts: list[int]) -> list[int]:
    """The most posts of each level: a quarter of the days with posts, where they differ."""
    some = sorted(filter(None, posts))
    ends = [some[(len(some) - 1) * part // 4] for part in (1, 2, 3)] + [some[-1]]
    return sorted(set(ends))


def _level(tops: list[int], level: int) -> str:
    """`3-5` of a level."""
    least, most = (tops[level - 1] if level else 0) + 1, tops[level]
    return words.number(most) if least == most else words.interval(least, most, "posts")


def _finding(found: Calendar) -> str:
    active, most = sum(map(bool, found.posts)), max(found.posts)
    when = timeline.parsed(found.first_day) + timedelta(found.posts.index(most))
    if len(found.posts) == 1:
        text = marked("All {posts} are of one day, {day}.")
        if most == 1:
            text = marked("The only post is of {day}.")
            return say(text, day=words.day(when.isoformat()))
        posts = words.count(most, "own posts")
        return say(text, posts=posts, day=words.day(when.isoformat()))
    return say(
        "Posts on {active} of {days} days ({share}); most on {day}: {most}.",
        active=words.number(active), days=words.number(len(found.posts)),
        share=words.percent(active / len(found.posts)),
        day=words.day(when.isoformat()), most=words.number(most),
    )  # fmt: skip


def _year(year: _Year, tops: list[int], gaps: list[Span]) -> Html:
    centres: list[list[tuple[int, int]]] = [[] for _ in tops]
    for day, posts in year.posts.items():
        if posts:
            x, y = year.place(day)
            level = next(at for at, top in enumerate(tops) if posts <= top)
            centres[level].append((x + _SIDE // 2, y + _SIDE // 2))
    shapes = [
        svg.squares(found, size, "original", f"{_level(tops, level)}: {_days(len(found))}")
        for level, (found, size) in enumerate(
            zip(centres, _SIZES[-len(tops) :], strict=True)
        )
        if found
    ]
    said = say(
        "{year}: {posts} on {days}",
        year=str(year.year),
        posts=words.count(sum(year.posts.values()), "posts"),
        days=_days(sum(map(bool, year.posts.values()))),
    )
    key, size = f"calendar-{year.year}", (400.0, 68.0)
    name = svg.label(_CORNER[0], 11, str(year.year), Face(12, "ink", bold=True))
    parts = (name, _frame(year), *_silent(year, gaps), *shapes)
    return svg.drawing(key, size, str(year.year), said, *parts, width="400")


def _days(count: int) -> str:
    return words.count(count, "days")


def _frame(year: _Year) -> Html:
    """The ground of the days that are known, and the names of some months and days."""
    months, days = Face(11), Face(10, anchor="end")
    shapes: list[Html] = [svg.columns(_ground(year), "tint")]
    for month in (4, 7, 10):
        x, _ = year.place(date(year.year, month, 1))
        shapes.append(svg.label(x, 11, language().month(month), months))
    for day in (0, 3, 6):
        y = _CORNER[1] + _SIDE * day + 7
        shapes.append(svg.label(_CORNER[0] - 3, y, language().weekday(day)[:2], days))
    return join(*shapes)


def _ground(year: _Year) -> list[svg.Box]:
    """The days of the year that are known, as at most three boxes."""
    days = list(year.posts)
    boxes: list[svg.Box] = []
    while days:
        whole = len(days) // 7 if days[0].weekday() == 0 else 0
        count = 7 * whole or min(7 - days[0].weekday(), len(days))
        x, y = year.place(days[0])
        boxes.append((x, y, _SIDE * max(whole, 1), _SIDE * min(count, 7)))
        days = days[count:]
    return boxes


def _silent(year: _Year, gaps: list[Span]) -> list[Html]:
    """The days of long silences, hatched."""
    boxes = []
    for gap in gaps:
        day = max(timeline.parsed(gap.start) + timedelta(1), date(year.year, 1, 1))
        end = min(timeline.parsed(gap.end), date(year.year + 1, 1, 1))
        while day < end:
            boxes.append((*year.place(day), _SIDE, _SIDE * _run(day, end)))
            day += timedelta(_run(day, end))
    return [texture.silent(boxes, say("No post for four weeks or more"))] if boxes else []


def _run(day: date, end: date) -> int:
    """Days from one to the end of its week, or to an earlier end."""
    return min(7 - day.weekday(), (end - day).days)


def _months(years: list[_Year]) -> Table:
    rows = [
        [
            str(year.year),
            *(
                words.number(sum(n for day, n in year.posts.items() if day.month == month))
                if any(day.month == month for day in year.posts)
                else ""
                for month in range(1, 13)
            ),
            words.number(sum(year.posts.values())),
        ]
        for year in years
    ]
    head = [say("Year"), *map(language().month, range(1, 13)), say("All")]
    return Table(say("Posts by month"), head, rows)
