"""Figures of an account over all its runs: from what to what, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit.errors import unknown_name
from acctaudit.history import runs
from acctaudit.history.months import status, verdict
from acctaudit.history.results import UP_IS_WORSE
from acctaudit.history.schema import FIGURES
from acctaudit.report.trend import Point
from acctaudit.words import figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from acctaudit.history.runs import Run

ALL = "all"
_BLOCKS = "▁▂▃▄▅▆▇█"
_WIDEST = 40
"""Blocks in a line; older runs are left out of it."""
_SHOWN = 5
"""Values in a row; of more the first and the newest ones."""
_SURE = {
    "beyond": "beyond the intervals",
    "counted": "counted",
    "chance": "within the intervals: may be chance",
    "unknown": "no intervals",
    "": "",
}


@dataclass(frozen=True)
class Move:
    """One figure over the runs of an account."""

    metric: str
    unit: str
    direction: str
    """rose · fell · same; empty where only one run has it"""
    verdict: str
    """better · worse; empty where it may be chance, or nothing says which way is better"""
    status: str
    """beyond · counted · chance · unknown, as of a Trend; empty where it did not move"""
    points: list[Point]
    """One a day, the oldest first, all in the same unit."""


def moves(
    connection: Connection, taken: Sequence[Run], metrics: Sequence[str] = ()
) -> list[Move]:
    """The figures that are asked for, by analyzer.metric or `all`; else the results.

    UsageError with the nearest name for one that no run has.
    """
    found = _points(connection, taken)
    wanted = dict.fromkeys(metrics or [name for name in UP_IS_WORSE if name in found])
    if ALL in wanted:
        wanted = dict.fromkeys([*(name for name in wanted if name != ALL), *found])
    for name in wanted:
        if name not in found:
            raise unknown_name("metric", name, [*found, ALL])
    return [_move(name, found[name]) for name in wanted]


def _points(
    connection: Connection, taken: Sequence[Run]
) -> dict[str, dict[str, tuple[Point, str]]]:
    """Points and units by metric and day; of several runs of a day the one added last."""
    order = {run.id: at for at, run in enumerate(taken)}
    rows = sorted(
        runs.rows(connection, FIGURES, taken),
        key=lambda row: (row["analyzer"], row["metric"], order[row["run"]]),
    )
    found: dict[str, dict[str, tuple[Point, str]]] = {}
    for row in rows:
        as_of = taken[order[row["run"]]].as_of
        point = Point(as_of, row["value"], row["low"], row["high"])
        name = f"{row['analyzer']}.{row['metric']}"
        found.setdefault(name, {})[as_of] = (point, row["unit"])
    return found


def _move(metric: str, by_day: dict[str, tuple[Point, str]]) -> Move:
    """What became of a figure; what was once measured in another unit is left out."""
    *_, (_, unit) = by_day.values()
    points = [point for point, its_unit in by_day.values() if its_unit == unit]
    if len(points) < 2:
        return Move(metric, unit, "", "", "", points)
    first, last = points[0].value, points[-1].value
    sure = status(points)
    if sure == "same" or first == last:
        return Move(metric, unit, "same", "", "", points)
    direction = "rose" if last > first else "fell"
    judged = verdict(metric, direction, sure) if metric in UP_IS_WORSE else ""
    return Move(metric, unit, direction, judged, sure, points)


def cells(move: Move) -> list[str]:
    """A row of the table: metric, picture, values, direction, and how sure that is."""
    told = " ".join(filter(None, [move.direction or "only one run", move.verdict]))
    return [move.metric, picture(move.points), _values(move), told, _SURE[move.status]]


def _values(move: Move) -> str:
    points = [figure(point.value, move.unit) for point in move.points]
    if len(points) > _SHOWN:
        points = [points[0], "…", *points[2 - _SHOWN :]]
    return " → ".join(points)


def picture(points: Sequence[Point]) -> str:
    """A line of blocks, the lowest value the lowest; in the middle where all are alike."""
    values = [point.value for point in points[-_WIDEST:]]
    low, high = min(values), max(values)
    if low == high:
        return _BLOCKS[3] * len(values)
    top = len(_BLOCKS) - 1
    return "".join(_BLOCKS[round((value - low) / (high - low) * top)] for value in values)
