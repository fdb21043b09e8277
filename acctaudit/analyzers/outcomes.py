"""The table of outcomes: what was counted elsewhere, by name, day and week."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from acctaudit.errors import NotMeasured
from acctaudit.stats import garwood

if TYPE_CHECKING:
    from collections.abc import Collection

    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Kind:
    """The outcomes of one name."""

    name: str
    total: float
    """How many there were, or the sum of their amounts."""
    rows: int
    """Dated rows that say so."""
    is_amount: bool = False
    """Whether its values are amounts, such as money, and not numbers of things."""

    @property
    def bounds(self) -> tuple[float, float]:
        """The 95 % interval of the total (Garwood); that of an amount is itself."""
        return (self.total, self.total) if self.is_amount else garwood(int(self.total), 1)


class Outcomes:
    """Rows of date, outcome and value, of those names that matter.

    A name matters if a KPI is called so; if none is, all do. A row without a value counts
    1, and so does one of a name whose values are amounts: not whole, or below 0.
    """

    def __init__(self, table: pd.DataFrame | None, kpis: Collection[str] = ()) -> None:
        self._table = table
        self._kpis = frozenset(kpis)

    @cached_property
    def _rows(self) -> pd.DataFrame:
        """Date, outcome and value of each row; NotMeasured if there is none."""
        import numpy as np

        if self._table is None or self._table.empty:
            raise NotMeasured(
                "no outcomes were given (a table with the columns date, outcome and value)"
            )
        rows = self._table.assign(
            outcome=self._table["outcome"].astype(str).str.strip().str.casefold()
        )
        values = rows["value"].astype(float) if "value" in rows else np.nan
        return rows.assign(value=values).fillna({"value": 1.0})

    @property
    def names(self) -> list[str]:
        """Names of outcomes, those with most rows first; none if none were given."""
        if self._table is None or self._table.empty:
            return []
        sizes = self._rows["outcome"].value_counts()
        return sorted(sizes.index, key=lambda name: (-int(sizes[name]), name))

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """Outcomes by name, those with most rows first."""
        if not self.names:
            return ()
        values = self._rows["value"].to_numpy(float)
        places = self._rows.groupby("outcome", sort=False).indices
        return tuple(_kind(name, values[places[name]]) for name in self.names)

    @cached_property
    def _counted(self) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Day (since 1970) and number of each row that matters, in order of days."""
        import numpy as np

        names = frozenset(self._rows["outcome"])
        rows = self._rows[self._rows["outcome"].isin(names & self._kpis or names)]
        amounts = {kind.name for kind in self.kinds if kind.is_amount}
        numbers = rows["value"].where(~rows["outcome"].isin(amounts), 1.0).to_numpy(float)
        days = rows["date"].to_numpy().astype("datetime64[D]").astype(np.int64)
        order = np.argsort(days, kind="stable")
        return days[order], numbers[order]

    @property
    def days(self) -> tuple[int, int]:
        """First and last day, in days since 1970."""
        days, _ = self._counted
        return int(days[0]), int(days[-1])

    def total(self, first: int | None = None, last: int | None = None) -> int:
        """How many there were, or were from one day to another, both counted."""
        days, numbers = self._counted
        start, end = self.days
        within = (days >= (start if first is None else first)) & (
            days <= (end if last is None else last)
        )
        return int(numbers[within].sum())

    def whole_weeks(self) -> tuple[int, NDArray[np.float64]]:
        """Number of the first whole week, and outcomes of each whole week from it on.

        Weeks run from Monday to Sunday and are numbered from 1969-12-29 on. Those of the
        first and of the last outcome are rarely whole, and left out.
        """
        import numpy as np

        days, numbers = self._counted
        weeks = (days + 3) // 7
        each: NDArray[np.float64] = np.zeros(int(weeks[-1] - weeks[0]) + 1)
        np.add.at(each, weeks - weeks[0], numbers)
        return int(weeks[0]) + 1, each[1:-1]


def _kind(name: str, values: NDArray[np.float64]) -> Kind:
    is_amount = bool((values < 0).any() or (values % 1 != 0).any())
    return Kind(name, float(values.sum()), len(values), is_amount)
