"""Side tables: who wrote to the account, who follows it, what each day brought."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

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
            rows.setdefault(name, []).extend(more)
    if addressing is not None:
        rows.setdefault("inbound", []).extend(inbound(addressing))
    if "daily" in rows:
        rows["daily"] = _by_day(rows["daily"])
    return {name: _distinct(pd.DataFrame(cells)) for name, cells in rows.items()}


def _by_day(rows: Rows) -> Rows:
    """One row a day: of each field what the newest input knows."""
    days: dict[str, dict[str, object]] = {}
    for row in rows:
        known = {name: value for name, value in row.items() if value is not None}
        days.setdefault(str(row["date"]), dict.fromkeys(row)).update(known)
    return [days[day] for day in sorted(days)]


def inbound(posts: pd.DataFrame) -> Rows:
    """Posts by others that address the account, as rows of the table `inbound`."""
    known = [name for name in INBOUND if name in posts]
    found = posts[known].drop_duplicates("post_id").sort_values(["created_at"])
    return [
        {name: (None if _is_missing(cell) else cell) for name, cell in row.items()}
        | {"created_at": row["created_at"].isoformat()}
        for row in found.to_dict("records")
    ]


def _is_missing(cell: object) -> bool:
    return cell is None or cell != cell or cell is pd.NaT  # noqa: PLR0124  # NaN


def _distinct(table: pd.DataFrame) -> pd.DataFrame:
    return table.drop_duplicates(ignore_index=True)
