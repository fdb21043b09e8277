"""How long something takes, where some of it has not happened yet (Kaplan and Meier 1958).

scipy is imported where it is used.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from acctaudit.measure import Estimate, Metric, too_little
from acctaudit.say import marked
from acctaudit.stats import wilson

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

_NOBODY = marked("nobody waited for anything")
_NOT_REACHED = marked(
    "fewer than half of them were answered by the end, so no time can be named"
)
_NOT_SEEN = marked("none of them was watched for that long")


@dataclass(frozen=True)
class Survival:
    """The share that still waits after each time, with its 95 % band.

    Arrays of one length beside `times`, which ascend. Those who were not answered by the
    end are censored: they waited at least so long, and how much longer is not known.
    """

    times: NDArray[np.float64]
    """All times, of answers and of ends of waiting, once each."""
    waiting: NDArray[np.float64]
    """Share that still waits after each of them."""
    low: NDArray[np.float64]
    """Lower bound of that share."""
    high: NDArray[np.float64]
    """Upper bound of it."""
    ends: NDArray[np.float64]
    """How long each who was not answered waited, ascending."""
    n: int
    """How many began to wait."""
    answered: int
    """How many of them were answered."""

    def median(self) -> Metric:
        """The first time after which half of them or fewer still wait.

        Its bounds are the times at which the band crosses one half (Brookmeyer and Crowley
        1982); the upper one is None where the band never does. Too little where more than
        half still wait at the end.
        """
        if not self.n:
            return too_little(_NOBODY)
        reached = self._first(self.waiting <= 0.5)
        if reached is None:
            return too_little(_NOT_REACHED)
        low = self._first(self.low <= 0.5)
        return Estimate(reached, low, self._first(self.high < 0.5), self.n)

    def by(self, time: float) -> Metric:
        """Share answered within that time: 1 - S(time), and the band turned round.

        Too little where the last one who waits was watched for a shorter time.
        """
        if not self.n:
            return too_little(_NOBODY)
        if time > self.times[-1] and self.waiting[-1] > 0:
            return too_little(_NOT_SEEN)
        place = int((self.times <= time).sum()) - 1
        waiting = float(self.waiting[place]) if place >= 0 else 1.0
        if waiting in {0, 1}:
            low, high = _sure(waiting, self.n - int((self.ends < time).sum()))
        else:
            low, high = float(self.low[place]), float(self.high[place])
        return Estimate(1 - waiting, 1 - high, 1 - low, self.n)

    def _first(self, below: NDArray[np.bool_]) -> float | None:
        return float(self.times[below.argmax()]) if below.any() else None


def kaplan_meier(waited: ArrayLike, answered: ArrayLike) -> Survival:
    """Survival of waiting: times of at least 0, and whether each ended with an answer.

    Kaplan & Meier 1958. The band is that of Greenwood's variance on the scale of
    log(-log S), so that it stays between 0 and 1. Where S is exactly 0 or 1 that has no
    value, and the score interval of those watched so long is given (Wilson 1927). It agrees
    with lifelines 0.30.3::

        >>> model = KaplanMeierFitter()
        >>> model.fit([1, 2, 2, 5, 8, 3, 10], [1, 1, 1, 1, 1, 0, 0])
        >>> model.survival_function_at_times([1, 2, 3, 5, 8, 10])
        .857143  .571429  .571429  .380952  .190476  .190476
        >>> model.confidence_interval_    # at 1, 2, 5, 8
        lower  .334054  .171866  .061231  .009185
        upper  .978561  .837083  .716442  .556401
        >>> model.median_survival_time_
        5.0
    """
    import numpy as np

    times, ended = np.asarray(waited, dtype=float), np.asarray(answered, dtype=bool)
    if not len(times):
        nothing = np.zeros(0)
        return Survival(nothing, nothing, nothing, nothing, nothing, 0, 0)
    ends = np.sort(times[~ended])
    distinct, waiting, low, high = _curve(times, ended)
    for place in np.flatnonzero((waiting == 0) | (waiting == 1)):
        watched = len(times) - int(np.searchsorted(ends, distinct[place]))
        low[place], high[place] = _sure(float(waiting[place]), watched)
    answers = int(ended.sum())
    return Survival(distinct, waiting, low, high, ends, len(times), answers)


def _sure(waiting: float, watched: int) -> tuple[float, float]:
    """Bounds of a share of 0 or 1 among those who were watched so long."""
    return wilson(round(waiting) * watched, watched)


def _curve(
    times: NDArray[np.float64], ended: NDArray[np.bool_]
) -> tuple[NDArray[np.float64], ...]:
    """Distinct times, S and its bounds, as scipy gives them: not a number at 0 and 1."""
    import warnings

    import numpy as np
    from scipy.stats import CensoredData, ecdf

    found: Any = ecdf(CensoredData(uncensored=times[ended], right=times[~ended])).sf
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # it says where there is no bound
        band = found.confidence_interval(method="log-log")
    parts = (found.quantiles, found.probabilities)
    bounds = (band.low.probabilities, band.high.probabilities)
    return tuple(np.array(part, dtype=float) for part in (*parts, *bounds))
