"""The geometry of a life: days to places, weeks to columns, labels that do not collide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render.markup import clipped
from acctaudit.say import language, marked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.report import Event, Life

KINDS = {
    "original": marked("Original posts"),
    "self_reply": marked("Own threads"),
    "quote": marked("Quotes"),
    "reply": marked("Replies to others"),
    "repost": marked("Reposts"),
}
"""Kinds of posts from the bottom of a column to its top, as a reader calls them."""
_STEPS = (1, 2, 4, 8, 13, 26, 52, 104)
_NEAR = 4
"""An event further away than a quarter of the posts' time stands at the edge."""
_LETTER = 0.64
"""Width of an average bold letter, in font sizes."""
_SHIFT = 6
"""So far from its line a label begins."""
PARTIAL = {"recent", "sample"}
"""Timelines of which the beginning is not in the export."""
MARKS = 8
"""So many days are labelled; more would not be read."""
_ORDER = ("farewell", "suspension", "last-post", "first-post", "created", "observed")
"""Kinds of events whose days are labelled first, where there are too many."""


def parsed(iso: str) -> date:
    """The day that an ISO date, or a moment that begins with one, lies on."""
    return date.fromisoformat(iso[:10])


@dataclass(frozen=True)
class Bin:
    """Posts by kind in a stretch of weeks."""

    start: date
    end: date
    """Its last day."""
    posts: dict[str, int]

    @property
    def total(self) -> int:
        """Posts of every kind."""
        return sum(self.posts.values())


def bins(life: Life, most: int) -> tuple[int, list[Bin]]:
    """Weeks to a column, and at most `most` columns; none without a timeline."""
    count = max((len(weeks) for weeks in life.weeks.values()), default=0)
    if life.first_week is None or not count:
        return 1, []
    start, end = reach(life)
    weeks = max(count, (end - start).days / 7 / 1.1)
    step = next((step for step in _STEPS if weeks <= most * step), _STEPS[-1])
    first = parsed(life.first_week)
    return step, [_bin(life, first, at, step) for at in range(0, count, step)]


def _bin(life: Life, first: date, at: int, step: int) -> Bin:
    """The column that begins with week number `at`."""
    posts = {kind: sum(life.weeks.get(kind, [])[at : at + step]) for kind in KINDS}
    start = first + timedelta(weeks=at)
    return Bin(start, start + timedelta(days=7 * step - 1), posts)


@dataclass(frozen=True)
class Scale:
    """Days from left to right."""

    first: date
    last: date
    left: float
    width: float

    def x(self, day: date) -> float:
        """Where a day begins."""
        whole = max((self.last - self.first).days, 1)
        return self.left + self.width * (day - self.first).days / whole


def scale(life: Life, columns: list[Bin], left: float, width: float) -> Scale:
    """A scale that holds every column and silence, and the events near them."""
    first, last = reach(life)
    return Scale(first, max([last, *(column.end for column in columns[-1:])]), left, width)


def reach(life: Life) -> tuple[date, date]:
    """First and last day of the axis, at least four weeks apart.

    Events that lie far from the posts would squeeze them: they stand at the edge. Where
    posts are missing, the axis has room for saying so.
    """
    days, events = drawn(life), [parsed(event.date) for event in life.events]
    first = min(days or events, default=date(2000, 1, 1))
    last = max(days or events, default=first)
    near = max((last - first).days // _NEAR, 28)
    days = [first, last, *(day for day in events if _far(day, first, last) <= near)]
    if life.first_week:
        air = timedelta(max((last - first).days // 12, 7))
        days += [first - air] if life.timeline in PARTIAL else []
        days += [last + air] if life.timeline == "sample" else []
    first, last = min(days), max(days) + timedelta(1)
    short_by = max(28 - (last - first).days, 0)
    before = short_by // (4 if life.timeline in PARTIAL else 2)
    return first - timedelta(before), last + timedelta(short_by - before)


def drawn(life: Life) -> list[date]:
    """First and last day of the posts, and of their silences."""
    days = [parsed(end) for gap in life.gaps for end in (gap.start, gap.end)]
    count = max((len(weeks) for weeks in life.weeks.values()), default=0)
    if life.first_week and count:
        first = parsed(life.first_week)
        days += [first, first + timedelta(weeks=count, days=-1)]
    return days


def _far(day: date, first: date, last: date) -> int:
    """Days between a day and a stretch, 0 within it."""
    return max((first - day).days, (day - last).days, 0)


def ticks(axis: Scale, room: float = 46) -> Iterator[tuple[float, str]]:
    """Places and words of the time axis: years, or months where a life is short."""
    placed = -room
    for day in _month_starts(axis, max(_months_apart(axis, room), 1)):
        x = axis.x(day)
        if x - placed >= room and x <= axis.left + axis.width - room / 3:
            yield x, str(day.year) if day.month == 1 else language().month(day.month)
            placed = x


def _months_apart(axis: Scale, room: float) -> int:
    """How many months lie between two ticks: 1, 3, 6 or whole years."""
    least = (axis.last - axis.first).days / 28 * room / axis.width
    return next((step for step in (1, 3, 6, 12, 24, 36, 60) if step >= least), 120)


def _month_starts(axis: Scale, step: int) -> Iterator[date]:
    """First days of months, `step` months apart, counted from a January."""
    for month in range(axis.first.year * 12, axis.last.year * 12 + 12):
        day = date(month // 12, month % 12 + 1, 1)
        if month % 12 % step == 0 and axis.first <= day <= axis.last and _on(day, step):
            yield day


def _on(day: date, step: int) -> bool:
    """Whether a step of several years stops at this one."""
    return step <= 12 or day.year % (step // 12) == 0


def heights(top: int) -> list[int]:
    """Round numbers for the vertical axis, from 0 to at least `top`."""
    size = 1
    while True:
        for factor in (1, 2, 5):
            step = size * factor
            if top <= 4 * step:
                return list(range(0, -(-max(top, 1) // step) * step + 1, step))
        size *= 10


@dataclass(frozen=True)
class Mark:
    """A day with its label, placed in a row above the picture; row 0 is the lowest."""

    x: float
    words: str
    kind: str
    row: int = 0
    anchor: str = "start"
    beyond: int = 0
    """-1: lies before the axis; 1: after it."""

    def extent(self, size: float) -> tuple[float, float]:
        """From where to where the label reaches."""
        wide = len(self.words) * _LETTER * size + 5
        return (
            (self.x, self.x + wide) if self.anchor == "start" else (self.x - wide, self.x)
        )


def marks(life: Life, axis: Scale, size: float) -> list[Mark]:
    """The events as marks, those of one day as one, none on top of another.

    Where there is no room for all words the days go first, then the words.
    """
    days: dict[str, list[Event]] = {}
    for event in sorted(life.events, key=lambda event: event.date[:10]):
        days.setdefault(event.date[:10], []).append(event)
    most = int(axis.width * 0.9 / (_LETTER * size))
    shown = sorted(sorted(days, key=lambda day: _rank(days[day]))[:MARKS])
    for wordy in (2, 1, 0):
        loose = [
            _mark(axis, day, _label(day, days[day], most, wordy), days[day][-1].kind)
            for day in shown
        ]
        for rows in range(1, len(loose) + 1):
            if found := _place(loose, [], rows, axis, size):
                return found
    return []


def _mark(axis: Scale, day: str, said: str, kind: str) -> Mark:
    """The mark of a day, at the edge with an arrow where it lies beyond the axis."""
    at = parsed(day)
    if at < axis.first:
        return Mark(axis.left, f"\u2190 {said}", kind, beyond=-1)
    if at > axis.last:
        said = f"{said} \u2192"
        return Mark(axis.left + axis.width, said, kind, anchor="end", beyond=1)
    return Mark(axis.x(at), said, kind)


def _rank(events: list[Event]) -> int:
    """How much a day with these events wants a label: the least first."""
    kinds = [_ORDER.index(event.kind) for event in events if event.kind in _ORDER]
    return min(kinds, default=len(_ORDER))


def _label(day: str, events: list[Event], most: int, wordy: int) -> str:
    """What happened on a day, with the day, cut where there is no room."""
    what = words.capital(", ".join(dict.fromkeys(event.label for event in events)))
    when = f" · {words.day(day)}" if wordy == 2 else ""
    what = clipped(what, most - len(when))
    return f"{what}{when}" if wordy else ""


def _place(
    loose: list[Mark], placed: list[Mark], rows: int, axis: Scale, size: float
) -> list[Mark] | None:
    """All marks in at most so many rows, or None if they do not fit."""
    if not loose:
        return placed
    for spot in _spots(loose[0], rows):
        free = _inside(spot, axis, size) and not any(_clash(spot, p, size) for p in placed)
        if free and (found := _place(loose[1:], [*placed, spot], rows, axis, size)):
            return found
    return None


def _spots(mark: Mark, rows: int) -> Iterator[Mark]:
    """Where a label may stand, best first."""
    for anchor in (mark.anchor,) if mark.beyond else ("start", "end"):
        for row in range(rows - 1, -1, -1):
            yield replace(mark, row=row, anchor=anchor)


def _inside(mark: Mark, axis: Scale, size: float) -> bool:
    """Whether the label stays within the picture."""
    low, high = mark.extent(size)
    return axis.left - 6 <= low and high <= axis.left + axis.width + 6


def _clash(one: Mark, other: Mark, size: float) -> bool:
    """Whether two labels touch, or the line of one runs through the other."""
    (low, high), (from_, to) = one.extent(size), other.extent(size)
    if one.row == other.row:
        turned = (low - from_) * (one.x - other.x) < 0
        return turned or (low < to + 8 and from_ < high + 8)
    upper, below = (one, (from_, to)) if one.row > other.row else (other, (low, high))
    return not upper.beyond and below[0] + _SHIFT < upper.x < below[1] - _SHIFT
