"""The own posts week by week: made once, and shared by all that looks at their course."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from acctaudit.analyzers import spans
from acctaudit.errors import NotMeasured
from acctaudit.say import say

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from acctaudit.model.account import Account

_MONDAY = date(1969, 12, 29)


@dataclass(frozen=True)
class Weekly:
    """Calendar weeks (Monday to Sunday) from the first to the last own post."""

    first: int
    """Number of the first week, as `spans.weeks` counts them."""
    posts: NDArray[np.int64]
    """Own posts of each week; the first and the last week are rarely whole."""
    week: pd.Series
    """Place in `posts` of each own post, by its row in the frame of posts."""
    reason: str | None = None
    """Why there are no weeks; None if there are."""

    def needed(self) -> Weekly:
        """Itself; NotMeasured where the export holds no unbroken timeline."""
        if self.reason is not None:
            raise NotMeasured(self.reason)
        return self

    def inner(self) -> NDArray[np.int64]:
        """Own posts of the whole weeks: all but the first and the last."""
        return self.needed().posts[1:-1]

    def monday(self, place: int) -> date:
        """First day of the week at that place."""
        return _MONDAY + timedelta(weeks=self.first + place)


def measure(account: Account) -> Weekly:
    """Count the own posts of each week, those that lie apart left out."""
    import numpy as np
    import pandas as pd

    nothing = np.zeros(0, dtype=np.int64)
    try:
        posts = account.unbroken()
    except NotMeasured as gap:
        return Weekly(0, nothing, pd.Series(nothing), gap.reason)
    if posts.empty:
        return Weekly(0, nothing, pd.Series(nothing), say("the export holds no own post"))
    numbers = spans.weeks(posts)
    first = int(numbers.min())
    places = numbers - first
    return Weekly(first, np.bincount(places.to_numpy()), places)
