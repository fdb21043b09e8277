"""The life of an account in a line of a table: posts a week on the axis of all accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render.markup import Html, element, number
from acctaudit.render.palette import LIGHT
from acctaudit.say import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from acctaudit.site.data import Row

WIDTH, HEIGHT = 160, 28
_BARS = 60
"""Columns at most."""
_ROOM = 24
"""Height of the tallest column; under it is the line of the life."""
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Axis:
    """The weeks that all lives are drawn on."""

    start: date
    """A Monday."""
    weeks: int

    @property
    def step(self) -> int:
        """Weeks in one column."""
        return max(1, -(-self.weeks // _BARS))

    @property
    def end(self) -> date:
        """The last day of the last week."""
        return self.start + self.weeks * WEEK - timedelta(days=1)

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return -(-self.weeks // self.step)

    def x(self, day: date) -> float:
        """Where a day lies, in columns."""
        return (day - self.start).days / (7 * self.step)


def axis(rows: Iterable[Row]) -> Axis | None:
    """From the first week of any account to the last day that any export knows of."""
    lives = [row for row in rows if row.first_week and row.weeks]
    if not lives:
        return None
    start = min(date.fromisoformat(row.first_week or "") for row in lives)
    end = max(max(_after(row), _known(row)) for row in lives)
    return Axis(start, max(1, -(-(end - start).days // 7)))


def _after(row: Row) -> date:
    """The Monday after the last week."""
    return date.fromisoformat(row.first_week or "") + len(row.weeks) * WEEK


def _known(row: Row) -> date:
    """The day after that of the export."""
    if row.as_of is None:
        return date.min
    return date.fromisoformat(row.as_of[:10]) + timedelta(days=1)


def sparkline(row: Row, on: Axis | None) -> Html | None:
    """Columns of the usual posts a week, each life on its own height; None without one."""
    if on is None or not row.weeks or row.first_week is None:
        return None
    first = date.fromisoformat(row.first_week)
    counts = _buckets(row.weeks, (first - on.start).days // 7, on)
    return element(
        "svg",
        _columns(counts),
        *_foot(row, on, on.x(first), on.x(min(_after(row), on.end + timedelta(days=1)))),
        viewBox=f"0 0 {on.columns} {HEIGHT}",
        preserveAspectRatio="none",
        width=WIDTH,
        height=HEIGHT,
        role="img",
        aria_label=_said(row),
    )


def _buckets(weeks: Sequence[int], offset: int, on: Axis) -> list[int]:
    """Posts in each column of the axis."""
    counts = [0] * on.columns
    for place, posts in enumerate(weeks, offset):
        if 0 <= place < on.weeks:
            counts[place // on.step] += posts
    return counts


def _columns(counts: Sequence[int]) -> Html:
    """All columns as one shape; one with any post is at least a point high.

    Each is drawn from where the last one ended, which takes fewest letters.
    """
    most = max(counts, default=0) or 1
    steps, last, up = "", 0, 0
    for place, posts in enumerate(counts):
        if posts:
            start = f"m{place - last} {up}" if steps else f"M{place}.5 {_ROOM}"
            up, last = max(1, round(_ROOM * posts / most)), place
            steps += f"{start}v-{up}"
    return element("path", d=steps, **_paint("original", 0.8))


def _foot(row: Row, on: Axis, start: float, end: float) -> list[Html]:
    """A line under the life, dotted where it was silent for four weeks or more."""
    pauses = [
        (on.x(date.fromisoformat(a)), on.x(date.fromisoformat(b))) for a, b in row.silences
    ]
    begins, ends = [start, *(b for _, b in pauses)], [*(a for a, _ in pauses), end]
    solid = "".join(map(_stretch, begins, ends))
    dotted = "".join(_stretch(*pause) for pause in pauses)
    shapes = [element("path", d=solid, **_paint("axis", 1))] if solid else []
    if dotted:
        shapes.append(element("path", d=dotted, **_paint("high", 1, "1 2")))
    return shapes


def _paint(colour: str, width: float, dash: str | None = None) -> dict[str, str | None]:
    """A line in one colour."""
    return {
        "stroke": LIGHT[colour],
        "stroke_width": None if width == 1 else str(width),
        "stroke_dasharray": dash,
        "class_": f"s-{colour}",
    }


def _stretch(start: float, end: float) -> str:
    return f"M{number(start)} {HEIGHT - 1}H{number(end)}" if end - start >= 0.2 else ""


def _said(row: Row) -> str:
    """What the picture shows, in a sentence."""
    start = words.day(row.first_week or "")
    end = words.day(row.last_post or (_after(row) - timedelta(days=1)).isoformat())
    if not row.silences:
        return say("Posts a week, {start} to {end}", start=start, end=end)
    silences = words.count(len(row.silences), "silences")
    return say(
        "Posts a week, {start} to {end}, {silences}",
        start=start,
        end=end,
        silences=silences,
    )
