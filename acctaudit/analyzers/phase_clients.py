"""Did the clients change when the pace of posting did? A client is not a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit.say import say
from acctaudit.stats.association import jensen_shannon
from acctaudit.text import client

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from acctaudit.analyzers.weekly import Weekly
    from acctaudit.model.account import Account

SIDE_WEEKS = 26
"""Weeks on each side of a change that are compared."""
_SIDE_POSTS = 30
"""Posts with a known client that each side needs (method 33)."""
_NEAR = 13
"""Weeks before and after a change in which the sharpest change of clients is sought."""
_MOST_CLIENTS = 12
"""Commonest clients that are told apart; all others are one."""


@dataclass(frozen=True)
class Shift:
    """How the clients changed near one change of pace."""

    week: int
    """Place of the week in which pace changed."""
    apart: int
    """Weeks between the two changes."""
    divergence: float
    """Jensen-Shannon divergence of the clients before and after: 0 the same, 1 others."""
    before: str
    after: str
    """The commonest client of each side."""
    posts: int
    """Posts compared."""


def clients(account: Account) -> pd.Series:
    """Name of the client of each own post, by row; NotMeasured if the export has none."""
    written = account.column("source")
    return written.map({text: client(str(text)) for text in written.unique()})


def shifts(account: Account, weeks: Weekly, places: Sequence[int]) -> list[Shift]:
    """The sharpest change of clients around each of some weeks, where both sides suffice.

    NotMeasured if the export does not name clients.
    """
    import numpy as np

    names = clients(account)
    names = names[names.index.isin(weeks.week.index)]
    common = names.value_counts().sort_index().sort_values(ascending=False, kind="stable")
    told = [str(name) for name in common.index[:_MOST_CLIENTS]]
    columns = names.map({name: i for i, name in enumerate(told)}).fillna(len(told))
    table = np.zeros((len(weeks.posts) + 1, len(told) + 1))
    np.add.at(table, (weeks.week[names.index].to_numpy() + 1, columns.astype(int)), 1)
    sums = table.cumsum(axis=0)
    found = [_sharpest(sums, place, [*told, say("others")]) for place in places]
    return [shift for shift in found if shift is not None]


def _sharpest(sums: NDArray[np.float64], place: int, told: list[str]) -> Shift | None:
    """The cut near `place` whose two sides differ most, the nearest one on a tie."""
    last = len(sums) - 1
    if min(place, last - place) < SIDE_WEEKS:
        return None
    best: Shift | None = None
    for step in sorted(range(-_NEAR, _NEAR + 1), key=abs):
        cut = place + step
        before = sums[cut] - sums[max(cut - SIDE_WEEKS, 0)]
        after = sums[min(cut + SIDE_WEEKS, last)] - sums[cut]
        if min(before.sum(), after.sum()) < _SIDE_POSTS:
            continue
        divergence = jensen_shannon(before, after)
        if best is None or divergence > best.divergence + 1e-9:
            ends = told[int(before.argmax())], told[int(after.argmax())]
            posts = int(before.sum() + after.sum())
            best = Shift(place, abs(step), divergence, *ends, posts)
    return best
