"""On which days the followers' own accounts were created, and how many on each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from acctaudit import stats
from acctaudit.errors import NotMeasured
from acctaudit.measure import Metric
from acctaudit.say import marked

if TYPE_CHECKING:
    from collections.abc import Collection

    from acctaudit.analyzers.followers import People

_FOLLOWERS = marked("followers")
_EPOCH = date(1970, 1, 1)
_TOLD_APART = 0.01
"""Share of the dated followers from which a day is told apart."""


@dataclass(frozen=True)
class Births:
    """How many followers were created on each day, of those whose birthday is known."""

    by_day: tuple[tuple[date, int], ...]
    """Days with the followers created on them, in order of time."""

    @property
    def dated(self) -> int:
        """Followers with a known birthday."""
        return sum(born for _, born in self.by_day)

    def full_days(self) -> list[tuple[date, Metric]]:
        """Days with at least a hundredth of them, and their share; the fullest first."""
        dated = self.dated
        full = [pair for pair in self.by_day if pair[1] >= _TOLD_APART * dated]
        full.sort(key=lambda pair: -pair[1])
        return [(day, stats.share(born, dated, _FOLLOWERS)) for day, born in full]

    def within(self, width: int, besides: Collection[date]) -> Metric:
        """Largest share created within `width` days, if nobody was on those days."""
        days = [pair for pair in self.by_day if pair[0] not in besides]
        most = held = begin = 0
        for day, born in days:
            held += born
            while day - days[begin][0] >= timedelta(width):
                held -= days[begin][1]
                begin += 1
            most = max(most, held)
        return stats.share(most, self.dated, _FOLLOWERS)


NOBODY = Births(())


def births_of(people: People) -> Births:
    """The birthdays of a list of people; nobody where none is known."""
    import numpy as np

    try:
        days = people.birthdays
    except NotMeasured:
        return NOBODY
    counted = zip(*np.unique(days[days >= 0], return_counts=True), strict=True)
    return Births(tuple((_EPOCH + timedelta(int(day)), int(born)) for day, born in counted))
