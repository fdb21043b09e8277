"""How many followers there were on each day, reckoned back from the day of the export."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from acctaudit.analyzers import growth
from acctaudit.errors import NotMeasured
from acctaudit.say import marked, say

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from acctaudit.model.account import Account

    Numbers = NDArray[np.int64]

MOST = 200
"""Days that are kept of a longer series."""
_LAG = 1
"""Days by which the daily figures may end before the export: its own day is not over."""
_NO_LEVEL = marked(
    "this export does not say how many followers the account has, only how many came and"
    " left"
)
_TOO_OLD = marked(
    "the daily figures end before the day of the export, so the followers of each day"
    " cannot be worked out"
)
_ONE_DAY = marked("the followers are known on one day only")
_NO_SUM = marked(
    "the daily figures do not fit the number of followers on the day of the export"
)


def followers(account: Account) -> list[tuple[str, int]]:
    """Day and followers at its end, in the order of time, at most `MOST` days.

    The followers of the profile, less what later days brought. It goes back as far as every
    day states both new followers and unfollows: before a missing day nothing is known.
    NotMeasured where that is not even two days.
    """
    now = account.profile.followers
    known = growth.net(account)
    if now is None:
        raise NotMeasured(say(_NO_LEVEL))
    end = (account.observed() - date(1970, 1, 1)).days
    days = known.index.to_numpy(dtype="int64")
    days = days[days <= end]
    if not len(days) or days[-1] < end - _LAG:
        raise NotMeasured(say(_TOO_OLD))
    run = days[_run_start(days) :]
    change = (known["new_follows"] - known["unfollows"]).loc[run].to_numpy(dtype="int64")
    levels = now - (change[::-1].cumsum()[::-1] - change)
    if len(run) == 1:
        raise NotMeasured(say(_ONE_DAY))
    if levels.min() < 0:
        raise NotMeasured(say(_NO_SUM))
    kept = thinned(len(run))
    stamps = run[kept].astype("M8[D]").astype(str).tolist()
    return list(zip(stamps, levels[kept].tolist(), strict=True))


def _run_start(days: Numbers) -> int:
    """Place of the first day of the last run without a missing day."""
    import numpy as np

    breaks = np.flatnonzero(np.diff(days) != 1)
    return int(breaks[-1]) + 1 if len(breaks) else 0


def thinned(size: int, most: int = MOST) -> Numbers:
    """Places of at most `most` of so many, evenly spread, the first and last among them."""
    import numpy as np

    return np.linspace(0, size - 1, min(size, most)).round().astype(np.int64)
