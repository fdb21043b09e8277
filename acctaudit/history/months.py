"""What rose or fell month after month, up to a report: for its page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from math import isclose
from typing import TYPE_CHECKING

from acctaudit.compare.data import Figure
from acctaudit.compare.figures import difference
from acctaudit.history import runs
from acctaudit.history.record import day, number
from acctaudit.history.results import UP_IS_WORSE
from acctaudit.history.schema import FIGURES
from acctaudit.history.store import Store, at
from acctaudit.report.trend import Point, Trend
from acctaudit.retell import wording
from acctaudit.say import joined, marked, say
from acctaudit.words import count, figure
from acctaudit.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from acctaudit.history.runs import Run
    from acctaudit.report import Report

LEAST = 3
"""Months of which a figure has to be known: fewer show no trend."""
ROSE, FELL = "rose", "fell"
_STATUS = {
    "same": "same",
    "clear": "beyond",
    "different": "counted",
    "unclear": "chance",
    "unbounded": "unknown",
}
_SURE = {
    "beyond": marked(
        "The intervals of the first and the last figure lie apart: this is beyond chance."
    ),
    "counted": marked("Both figures were counted, not estimated."),
    "chance": marked(
        "The intervals of the first and the last figure overlap: this may be chance."
    ),
    "unknown": marked("The figures have no intervals, so how sure this is is not known."),
}
_SETTINGS = marked(
    "Not all of these reports were made with the same settings and the same version of the"
    " program, which may be the reason."
)
_NO_REPORT = marked(
    "There was a month without a report between {start} and {end}, so what came before is"
    " not counted."
)
_NO_FIGURE = marked(
    "The report of {day} does not have this figure, so what came before is not counted."
)
_ORDINALS = (
    marked("second"), marked("third"), marked("fourth"), marked("fifth"), marked("sixth"),
    marked("seventh"), marked("eighth"), marked("ninth"), marked("tenth"),
    marked("eleventh"), marked("twelfth"),
)  # fmt: skip
_LABELS = {
    FELL: (marked("{ordinal} month of decline"), marked("{months} of decline in a row")),
    ROSE: (marked("{ordinal} month of increase"), marked("{months} of increase in a row")),
}


@dataclass(frozen=True)
class _Month:
    """The last report of a month; `figures` by analyzer.metric, with their units."""

    as_of: str
    settings: tuple[str, str]
    figures: dict[str, tuple[Point, str]]


def trends(place: str | Path | Store, report: Report) -> list[Trend]:
    """The results that moved the same way at least two months in a row, up to the report.

    Of each calendar month its last run counts; a month without one ends the row. What is
    beyond chance comes first.
    """
    months, gap = _months(place, report)
    if len(months) < LEAST:
        return []
    found = (_trend(metric, report, months, gap) for metric in UP_IS_WORSE)
    made = [trend for trend in found if trend is not None]
    return sorted(made, key=lambda trend: trend.status in {"chance", "unknown"})


def with_trends(
    place: str | Path | Store, report: Report, *, strict: bool = True
) -> Report:
    """The report with what moved month after month; it can be told in every language.

    Unless `strict`, a history that is not there yet, or a report without a day, has none.
    """
    opened = at(place)
    if not strict and (report.as_of is None or not opened.is_there()):
        return report
    made = trends(opened, report)
    known = {**report.wording, **wording(made)}
    return replace(report, trends=made, wording=dict(sorted(known.items())))


def _months(place: str | Path | Store, report: Report) -> tuple[list[_Month], str]:
    """Months without a gap up to that of the report, the oldest first.

    And the sentence about the month that is missing before them, if any is.
    """
    today, card = day(report), report.account
    with at(place).reading() as connection:
        every = runs.of(connection, card.user_id, card.handle)
        last = {run.as_of[:7]: run for run in every if run.as_of < today}
        last.pop(today[:7], None)
        names = list(takewhile(lambda month: month in last, _back_from(today[:7])))
        older = [_month(connection, last[name]) for name in reversed(names)]
    months = [*older, _this(report, today)]
    missing = [run.as_of for name, run in last.items() if name not in names]
    if not missing:
        return months, ""
    ends = in_words(max(missing)), in_words(months[0].as_of)
    return months, say(_NO_REPORT, start=ends[0], end=ends[1])


def _back_from(month: str) -> Iterator[str]:
    """The months before one, as `2023-07`, `2023-06` …"""
    while True:
        month = _before(month)
        yield month


def _before(month: str) -> str:
    year, number_ = map(int, month.split("-"))
    return f"{year - 1:04d}-12" if number_ == 1 else f"{year:04d}-{number_ - 1:02d}"


def _month(connection: Connection, run: Run) -> _Month:
    figures = {
        f"{row['analyzer']}.{row['metric']}": (
            Point(run.as_of, row["value"], row["low"], row["high"]),
            row["unit"],
        )
        for row in runs.rows(connection, FIGURES, [run])
    }
    return _Month(run.as_of, (run.version, run.config_hash), figures)


def _this(report: Report, today: str) -> _Month:
    """The month of the report itself."""
    figures = {}
    for analyzer, metrics in report.metrics.items():
        for name, measured in metrics.items():
            value = number(measured.value)
            if value is not None:
                bounds = number(measured.low), number(measured.high)
                point = Point(today, value, *bounds)
                figures[f"{analyzer}.{name}"] = point, measured.unit
    return _Month(today, (report.tool.version, report.config_hash), figures)


def _trend(metric: str, report: Report, months: list[_Month], gap: str) -> Trend | None:
    """The trend of a figure, if it has one."""
    if metric not in months[-1].figures:
        return None
    unit = months[-1].figures[metric][1]
    had = list(
        takewhile(
            lambda month: metric in month.figures and month.figures[metric][1] == unit,
            reversed(months),
        )
    )
    points = _row([month.figures[metric][0] for month in reversed(had)])
    if len(points) < LEAST:
        return None
    limit = ""
    if len(points) == len(months):
        limit = gap
    elif len(points) == len(had):
        limit = say(_NO_FIGURE, day=in_words(months[-len(had) - 1].as_of))
    direction = FELL if points[-1].value < points[0].value else ROSE
    sure = status(points)
    analyzer, _, name = metric.partition(".")
    mixed = len({month.settings for month in months[-len(points) :]}) > 1
    return Trend(
        metric=metric,
        title=report.metrics[analyzer][name].title,
        unit=unit,
        direction=direction,
        verdict=verdict(metric, direction, sure),
        status=sure,
        moves=len(points) - 1,
        points=points,
        label=_label(direction, len(points) - 1),
        says=_says(points, unit, sure, say(_SETTINGS) if mixed else "", limit),
    )


def _row(points: list[Point]) -> list[Point]:
    """The end of the list through which the figure moved one way only."""
    signs = [_sign(before, after) for before, after in pairwise(points)]
    last = signs[-1] if signs else 0
    moves = len(list(takewhile(lambda sign: sign == last != 0, reversed(signs))))
    return points[len(points) - moves - 1 :]


def _sign(before: Point, after: Point) -> int:
    if isclose(before.value, after.value, rel_tol=1e-9):
        return 0
    return 1 if after.value > before.value else -1


def status(points: list[Point]) -> str:
    """How sure it is that the last differs from the first: as `Trend` says it, or same."""
    ends = (Figure(end.value, end.low, end.high) for end in (points[0], points[-1]))
    return _STATUS[difference(*ends)]


def verdict(metric: str, direction: str, sure: str) -> str:
    """Whether that is good: only where it is sure, and something says so."""
    worse = UP_IS_WORSE[metric]
    if worse is None or sure not in {"beyond", "counted"}:
        return ""
    return "worse" if (direction == ROSE) == worse else "better"


def _label(direction: str, moves: int) -> str:
    nth, many = _LABELS[direction]
    if moves - 2 < len(_ORDINALS):
        return say(nth, ordinal=say(_ORDINALS[moves - 2]))
    return say(many, months=count(moves, "months"))


def _says(points: list[Point], unit: str, sure: str, *limits: str) -> str:
    """From what to what, how sure that is, and what limits it."""
    ends = say(
        "From {first} ({start}) to {last} ({end}).",
        first=figure(points[0].value, unit),
        start=in_words(points[0].as_of),
        last=figure(points[-1].value, unit),
        end=in_words(points[-1].as_of),
    )
    return joined([ends, say(_SURE[sure]), *filter(None, limits)], " ")
