"""Pauses between own posts, each held against the account's own rhythm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit import stats

if TYPE_CHECKING:
    from datetime import date

    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from acctaudit.model.account import Account

NEEDED = 20
"""Pauses below which none can be told from the others: 1 in 20 is 5 %."""
SHORTEST = 30
"""Days that a silence has at least: an account is active that posted in the past 30 days
(Barnes 2009)."""
CHANCE = 0.05
"""Chance below which a pause is improbable (method 7)."""
_QUANTILE = 0.99
_TIMES = 2.0
"""A silence is at least twice as long as 99 in 100 of the other pauses: our judgement."""


@dataclass(frozen=True)
class Silence:
    """A pause that does not fit the account's own rhythm."""

    start: date
    """Day of the post before it."""
    end: date
    """Day of the post after it."""
    days: int


def lengths(account: Account) -> pd.Series:
    """Days between neighbouring own posts, by the row of the later one.

    NotMeasured where the export has holes. Days are precise enough for silences, so posts
    without a time of day count.
    """
    gaps: pd.Series = account.unbroken()["created_at"].diff().dt.total_seconds() / 86_400
    return gaps.dropna()


def silences(account: Account) -> list[Silence]:
    """Pauses of at least 30 days that are improbable and unusual, in order of time.

    Improbable: chance below 5 % that the longest of as many pauses lasts so long if posts
    fall at random at the account's own rate. Unusual: at least twice as long as 99 % of all
    other pauses, which spares accounts that post in bursts. NotMeasured as `lengths`.
    """
    import numpy as np

    gaps = lengths(account)
    days = gaps.to_numpy()
    if len(days) < NEEDED:
        return []
    order = np.sort(days)
    per_day = len(days) / max(float(days.sum()), 1.0)
    places = [
        place
        for place in np.flatnonzero(days >= SHORTEST).tolist()
        if stats.gap_probability(days[place], per_day, len(days)) < CHANCE
        and days[place] >= _TIMES * _quantile_without(order, days[place])
    ]
    times = account.unbroken()["created_at"].dt.date.to_list()
    return [_silence(times[place], times[place + 1]) for place in places]


def _quantile_without(order: NDArray[np.float64], gap: float) -> float:
    """The 99 % quantile of all other pauses."""
    import numpy as np

    others = np.delete(order, int(np.searchsorted(order, gap)))
    return float(np.quantile(others, _QUANTILE))


def _silence(start: date, end: date) -> Silence:
    return Silence(start, end, (end - start).days)
