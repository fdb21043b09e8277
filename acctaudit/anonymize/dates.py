"""All dates moved by one number of weeks, so that weekday, hour and gaps stay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np

from acctaudit.model.times import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_WEEKS = 104
_LENGTH = {"day": 10, "minute": 16, "second": 23}
"""Characters of an ISO time that tell as much."""


@dataclass(frozen=True)
class Shift:
    """So many weeks forward."""

    weeks: int

    @property
    def delta(self) -> timedelta:
        """The weeks as a stretch of time."""
        return timedelta(weeks=self.weeks)

    @property
    def ms(self) -> int:
        """The weeks in milliseconds."""
        return self.delta // timedelta(milliseconds=1)

    def texts(self, written: Sequence[str | None]) -> list[str | None]:
        """Times as texts, moved; as exact as they were, None for those that are no time.

        Of a time that names no zone only the day is kept.
        """
        exact = self._moved(written)
        days = self._moved([text[:10] if text else None for text in written])
        return [first or second for first, second in zip(exact, days, strict=True)]

    def _moved(self, written: Sequence[str | None]) -> list[str | None]:
        times = parse(written, [None] * len(written))
        moved = np.where(times.bad, 0, times.ms + np.where(times.bad, 0, self.ms))
        texts = np.datetime_as_string(moved.astype("M8[ms]")).tolist()
        return [
            None if bad else _cut(text, precision)
            for text, precision, bad in zip(texts, times.precision, times.bad, strict=True)
        ]

    def suspension(self, written: str) -> str:
        """A day and what happened on it, such as `2021-03-04 Suspend`; the day is moved."""
        day, _, action = written.partition(" ")
        known = action if action.casefold() in {"suspend", "unsuspend"} else "action"
        return f"{self.texts([day])[0] or 'unknown'} {known}"


def _cut(text: str, precision: str) -> str:
    cut = text[: _LENGTH[precision]].removesuffix(".000")
    return cut if precision == "day" else f"{cut}Z"
