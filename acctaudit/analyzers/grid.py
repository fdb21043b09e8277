"""How many own posts fell on each hour of the week, and on each day of the life."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from acctaudit.analyzers import hours, spans
from acctaudit.errors import NotMeasured
from acctaudit.say import marked, say

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from acctaudit.model.account import Account

    Counts = NDArray[np.int64]

_THURSDAY = 3
"""The first of January 1970 was a Thursday, three days after a Monday."""
_LONGEST = timedelta(days=9_131)
"""25 years."""
_NO_POST = marked("the export holds no own post")
_NO_HOURS = marked(
    "the export says on which day each post was written, but not at what time"
)
_TOO_LONG = marked(
    "the first and the last own post lie more than 25 years apart, so some dates are wrong"
)


def week_hours(account: Account, zone: str | None) -> tuple[Counts, int]:
    """Own posts by weekday (7 rows, Monday first) and hour (24), and those without a time.

    Hours are those of the zone, UTC where none is known. Those that lie apart are left out.
    NotMeasured without an unbroken timeline, or where no post has a time of day.
    """
    import numpy as np

    local = hours.of_posts(account, zone).dt.tz_localize(None)
    posts = len(account.unbroken())
    if not len(local):
        raise NotMeasured(say(_NO_HOURS) if posts else say(_NO_POST))
    since = local.to_numpy().astype("M8[h]").astype(np.int64)
    cells = (since // 24 + _THURSDAY) % 7 * 24 + since % 24
    return np.bincount(cells, minlength=7 * 24).reshape(7, 24), posts - len(local)


def days(account: Account) -> Counts:
    """Own posts of each day (UTC) of the active life, first and last day included.

    Those that lie apart are left out. NotMeasured without an unbroken timeline, and where
    it would be longer than 25 years.
    """
    import numpy as np

    life = spans.active(account)
    if life.end - life.start > _LONGEST:
        raise NotMeasured(say(_TOO_LONG))
    moments = account.unbroken()["created_at"].dt.as_unit("s").astype("int64")
    numbers = moments.to_numpy() // 86_400
    return np.bincount(numbers - numbers.min())
