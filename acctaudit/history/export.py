"""Everything that a history holds, as JSON or as one long CSV: the same from any store."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from acctaudit import safe
from acctaudit.history import runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from acctaudit.history.moves import Move
    from acctaudit.history.runs import Run

_EXACT = 2**53
"""Whole numbers below are written without a point."""
_RUN = ("account", "handle", "user_id", "as_of", "version", "config_hash", "fingerprint")
_CONTENT = {
    "figures": ("analyzer", "metric", "value", "low", "high", "n", "unit"),
    "findings": ("code", "version", "verdict", "severity"),
    "signs": ("code", "sign", "value", "low", "high"),
    "subjects": ("code", "key", "sign", "value", "end"),
}
_COLUMNS = (
    "account", "handle", "user_id", "as_of", "version", "config_hash", "fingerprint", "row",
    "analyzer", "metric", "code", "sign", "key", "value", "low", "high", "n", "unit", "end",
    "pattern_version", "verdict", "severity",
)  # fmt: skip
"""Of the CSV; `row` is run, figure, finding, sign or subject."""


def documents(connection: Connection, groups: Sequence[Sequence[Run]]) -> list[Any]:
    """All that the runs of some accounts hold, by account, day and fingerprint."""
    taken = [run for group in groups for run in group]
    found: dict[int, dict[str, list[dict[str, Any]]]] = {
        run.id: {name: [] for name in _CONTENT} for run in taken
    }
    for name, table in runs.CONTENT.items():
        for row in runs.rows(connection, table, taken):
            found[row["run"]][name].append(row)
    return [
        {**{name: getattr(run, name) for name in _RUN}, **_content(found[run.id])}
        for run in sorted(taken, key=lambda run: (run.account, run.as_of, run.fingerprint))
    ]


def _content(held: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """Rows in an order of their own, with the columns in theirs."""

    def order(row: dict[str, Any]) -> tuple[str | int, ...]:
        if "metric" in row:
            return row["analyzer"], row["metric"]
        return row["code"], row.get("rank", 0), row.get("sign", "")

    return {
        name: [
            {column: _plain(row[column]) for column in columns}
            for row in sorted(held[name], key=order)
        ]
        for name, columns in _CONTENT.items()
    }


def _plain(value: Any) -> Any:
    """A whole number as such."""
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return int(value)
    return value


def as_json(found: list[Any]) -> str:
    """The runs as a JSON document."""
    return json.dumps({"runs": found}, indent=2, ensure_ascii=False) + "\n"


def as_csv(found: list[Any]) -> str:
    """The runs as a table in which no cell is a formula."""
    return _table([list(_COLUMNS), *(_cells(row) for row in _rows(found))])


def _rows(found: list[Any]) -> Iterator[dict[str, Any]]:
    for document in found:
        run = {name: document[name] for name in _RUN}
        yield {**run, "row": "run"}
        for name in _CONTENT:
            for held in document[name]:
                row = {**held, "row": name.removesuffix("s")}
                if name == "findings":
                    row["pattern_version"] = row.pop("version")
                yield {**run, **row}


def _cells(row: dict[str, Any]) -> list[Any]:
    return [row.get(column) for column in _COLUMNS]


def _table(rows: list[list[Any]]) -> str:
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    for row in rows:
        writer.writerow(
            safe.csv_cell(cell) if isinstance(cell, str) else cell for cell in row
        )
    return made.getvalue()


def moves_as_json(account: str, found: Sequence[Move]) -> str:
    """Figures over time as JSON."""
    metrics = [
        {
            "metric": move.metric,
            "unit": move.unit,
            "direction": move.direction,
            "verdict": move.verdict,
            "status": move.status,
            "points": [
                {
                    "as_of": point.as_of,
                    "value": _plain(point.value),
                    "low": _plain(point.low),
                    "high": _plain(point.high),
                }
                for point in move.points
            ],
        }
        for move in found
    ]
    document = {"account": account, "metrics": metrics}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def moves_as_csv(found: Sequence[Move]) -> str:
    """Figures over time as a table: a row each, and a column for each day."""
    days = sorted({point.as_of for move in found for point in move.points})
    rows: list[list[Any]] = [["metric", "unit", "direction", "verdict", "status", *days]]
    for move in found:
        by_day = {point.as_of: _plain(point.value) for point in move.points}
        told = [move.metric, move.unit, move.direction, move.verdict, move.status]
        rows.append([*told, *(by_day.get(day) for day in days)])
    return _table(rows)
