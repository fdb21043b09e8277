"""Side tables: who wrote to the account, who follows it, what each day brought."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pandas as pd

from acctaudit.model.kinds import filled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from acctaudit.model.tables import Tables

INBOUND = (
    "post_id",
    "created_at",
    "author_id",
    "author_handle",
    "text",
    "in_reply_to_post_id",
)
OUTCOMES = "outcomes"
Rows = list[dict[str, object]]


def side_tables(
    tables: Sequence[Tables], addressing: pd.DataFrame | None
) -> dict[str, pd.DataFrame]:
    """Side tables; rows of two inputs stand under each other, one row for each thing.

    Of a day that stands in several inputs the newest one counts: the platform corrects its
    latest days.
    """
    rows: dict[str, Rows] = {}
    for table in sorted(tables, key=lambda table: (table.observed or "", table.name)):
        for name, more in table.others.items():
            there = rows.setdefault(name, [])
            there.extend(_beyond(there, more) if name == OUTCOMES else more)
    if addressing is not None:
        rows.setdefault("inbound", []).extend(inbound(addressing))
    if "daily" in rows:
        rows["daily"] = _by_day(rows["daily"])
    frames = {name: pd.DataFrame(cells) for name, cells in rows.items()}
    return {
        name: frame if name == OUTCOMES else _distinct(frame)
        for name, frame in frames.items()
    }


def _beyond(there: Rows, more: Rows) -> Rows:
    """The rows of another input that are not there yet.

    Three equal rows are three leads of one day; in two inputs they are the same three.
    """
    left = Counter(map(_cells, there))
    new = []
    for row in more:
        if left[_cells(row)]:
            left[_cells(row)] -= 1
        else:
            new.append(row)
    return new


def _cells(row: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, repr(cell)) for name, cell in row.items()))


def _by_day(rows: Rows) -> Rows:
    """One row a day: of each field what the newest input knows."""
    days: dict[str, dict[str, object]] = {}
    for row in rows:
        known = {name: value for name, value in row.items() if value is not None}
        days.setdefault(str(row["date"]), dict.fromkeys(row)).update(known)
    return [days[day] for day in sorted(days)]


def inbound(posts: pd.DataFrame) -> Rows:
    """Posts by others that address the account, as rows of the table `inbound`.

    A repost only passes on what somebody said, and addresses nobody: it is left out.
    """
    known = [name for name in INBOUND if name in posts]
    marked = (filled(posts, "is_repost") == True) | (filled(posts, "repost_of_id") != "")  # noqa: E712
    found = posts.loc[~marked, known].drop_duplicates("post_id").sort_values(["created_at"])
    return [
        {name: (None if _is_missing(cell) else cell) for name, cell in row.items()}
        | {"created_at": row["created_at"].isoformat()}
        for row in found.to_dict("records")
    ]


def _is_missing(cell: object) -> bool:
    return cell is None or cell != cell or cell is pd.NaT  # noqa: PLR0124  # NaN


def _distinct(table: pd.DataFrame) -> pd.DataFrame:
    return table.drop_duplicates(ignore_index=True)
