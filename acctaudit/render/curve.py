"""How fast people were answered, as a curve."""

from __future__ import annotations

from bisect import bisect_right
from math import log
from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render import plot, svg
from acctaudit.render.chart import Chart, Key, Table, absent
from acctaudit.render.markup import Html
from acctaudit.say import marked, say

if TYPE_CHECKING:
    from acctaudit.report import Curve, Report

_TIMES = {
    10: marked("10 min"),
    60: marked("1 h"),
    360: marked("6 h"),
    1440: marked("1 day"),
    4320: marked("3 days"),
    10080: marked("7 days"),
}
"""Minutes that are named under the curve."""


def answers(report: Report) -> Chart:
    """Share of the posts to the account that were answered within some time."""
    title, key = say("How fast people were answered"), "answers"
    found = report.shapes.answers
    if found is None or not found.minutes:
        return absent(key, title, report.shapes.reasons, key)
    finding = say(
        "{hour} were answered within an hour, {day} within a day; {asked} addressed the"
        " account.",
        hour=words.percent(_at(found, 60)), day=words.percent(_at(found, 1440)),
        asked=words.count(found.asked, "posts by others"),
    )  # fmt: skip
    keys = [
        Key("original", say("Answered so far"), mark="line"),
        Key("original", say("95\u00a0% interval"), mark="band"),
    ]
    drawing = _drawing(found, title, finding)
    note = say(
        "Posts that were still open at the end count as long as they could be seen"
        " (Kaplan-Meier)."
    )
    return Chart(key, title, finding, drawing, None, keys, [_table(found)], note)


def _at(found: Curve, minutes: int, shares: list[float] | None = None) -> float:
    """The share that was answered by then."""
    at = bisect_right(found.minutes, minutes)
    return (shares or found.answered)[at - 1] if at else 0.0


def _drawing(found: Curve, title: str, finding: str) -> Html:
    field = plot.Field()
    last = max(found.minutes[-1], 1440)

    def x(minutes: float) -> float:
        return field.x(log(max(minutes, 1)) / log(last))

    def steps(shares: list[float]) -> list[tuple[float, float]]:
        """A line that stays level until the next answer."""
        points, y = [(field.left, field.base)], field.base
        for minutes, share in zip(found.minutes, shares, strict=True):
            points += [(x(minutes), y), (x(minutes), field.y(share))]
            y = field.y(share)
        return [*points, (x(last), y)]

    times = [(x(at), say(named)) for at, named in _TIMES.items() if at <= last]
    tips = [
        ((x(at) - 20, field.top, 40.0, field.height), _tip(found, at))
        for at in _TIMES
        if at <= last
    ]
    band = [*steps(found.high), *reversed(steps(found.low))]
    percents = [(part / 2, words.percent(part / 2)) for part in range(3)]
    return svg.drawing(
        "answers", field.size(), title, finding,
        plot.levels(field, percents),
        *(svg.line((at, field.base), (at, field.base + 5), "axis") for at, _ in times),
        svg.area(band, "original", 0.2),
        svg.path(steps(found.answered), "original"),
        plot.below(field, times),
        svg.targets(tips),
        width="500",
    )  # fmt: skip


def _tip(found: Curve, at: int) -> str:
    range_ = words.interval(_at(found, at, found.low), _at(found, at, found.high), "share")
    share = words.percent(_at(found, at))
    return f"{say(_TIMES[at])}: {share} (95\u00a0% {range_})"


def _table(found: Curve) -> Table:
    rows = [
        [
            say(named),
            *(
                words.percent(_at(found, at, shares))
                for shares in (found.answered, found.low, found.high)
            ),
        ]
        for at, named in _TIMES.items()
        if at <= max(found.minutes[-1], 1440)
    ]
    head = [say("Within"), say("Answered"), say("From"), say("To")]
    return Table(say("Answered within a time, with the 95\u00a0% interval"), head, rows)
