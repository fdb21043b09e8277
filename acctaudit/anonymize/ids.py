"""Other ids for ids: as long, as old up to the shift of all dates, one for one."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from acctaudit.model.times import FIRST_SNOWFLAKE

if TYPE_CHECKING:
    from acctaudit.anonymize.shuffle import Shuffle

_FIRST_DATED_USER = 10**16 + 1
"""Ids of people from this one on hold the time of their creation."""
_BEYOND = 1 << 63
"""Numbers that no id has reached."""
_LOW = (1 << 22) - 1


class Ids:
    """Ids of one kind, posts or people, and what stands for each."""

    def __init__(self, shuffle: Shuffle, label: str, first_dated: int, shift: int) -> None:
        """Ids from `first_dated` on hold their time, which moves by `shift` in ms."""
        self._shuffle, self._label = shuffle, label
        self._first, self._shift = first_dated, shift
        self._known: dict[str, str] = {}
        self._taken: set[str] = set()

    def __call__(self, digits: str) -> str:
        """What stands for an id, which must be decimal digits."""
        if digits not in self._known:
            dated = self._first <= int(digits) < _BEYOND
            made = self._dated(digits) if dated else self._as_long(digits)
            self._known[digits] = made
            self._taken.add(made)
        return self._known[digits]

    def _dated(self, digits: str) -> str:
        """An id of the shifted moment; without a zero at its end it never looks rounded."""
        upper = (int(digits) >> 22) + self._shift
        labels = (f"{self._label} {int(digits)} {turn}" for turn in count())
        found = (str(upper << 22 | self._shuffle.bits(label) & _LOW) for label in labels)
        free = (made for made in found if made not in self._taken and made != digits)
        return next(made for made in free if not made.endswith("0"))

    def _as_long(self, digits: str) -> str:
        """A number of as many digits that holds no time either."""
        number, size = int(digits), len(digits)
        tenth = 10 ** (size - 1) if size > 1 else 0
        least, most = (tenth, 10**size) if number >= tenth else (0, tenth)
        if number < self._first:
            most = min(most, self._first)
        else:
            least = max(least, _BEYOND)
        place = self._shuffle.number(number - least, most - least, self._label)
        return str(least + place).zfill(size)


def post_ids(shuffle: Shuffle, shift: int) -> Ids:
    """Ids of posts."""
    return Ids(shuffle, "post", FIRST_SNOWFLAKE, shift)


def user_ids(shuffle: Shuffle, shift: int) -> Ids:
    """Ids of people."""
    return Ids(shuffle, "user", _FIRST_DATED_USER, shift)
