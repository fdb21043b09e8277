"""When a post was written: every form of time that exports hold, as UTC milliseconds.

A form is a fixed-width layout, and a column is read layout by layout with numpy: texts of
one length become a matrix of bytes, and each field of a layout a few columns of it. Nothing
depends on the locale, and nothing that a file holds can raise.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]
    Flags = NDArray[np.bool_]
    Numbers = NDArray[np.int64]

Id = TypeVar("Id", int, "NDArray[np.int64]")

FIRST_SNOWFLAKE = 29_700_859_247
"""Ids from this one on hold their time; smaller ones only count up."""
NOT_A_TIME = np.iinfo(np.int64).min
"""What numpy and pandas take for a missing time."""
PRECISIONS = ("second", "minute", "day")
_DAY = 86_400_000
_EARLIEST, _LATEST = -62_135_596_800_000, 253_402_300_799_999
"""First and last millisecond of the years 1 to 9999."""
_ZONELESS = 3
"""In place of a precision: a time that names no zone."""
_SLACK = np.array([61_000, 121_000, 2 * _DAY, 15 * 3_600_000])
"""How far a written second, minute, day or time of an unknown zone may lie from the time in
the id. In 33 archives the platform's own rows agree within a minute."""
_FAR = 366 * _DAY
_BLOCK = 1 << 14
"""Rows read at a time, so that what is worked on stays in the processor's cache."""


@dataclass(frozen=True)
class Times:
    """A column of times: three arrays of one length."""

    ms: NDArray[np.int64]
    """Milliseconds since 1970 in UTC; NOT_A_TIME where bad."""
    precision: NDArray[np.object_]
    """One of PRECISIONS: how much of the time of day is known."""
    bad: NDArray[np.bool_]
    """Whether no time is known: none was written, or it cannot be read."""
    from_id: int = 0
    """Rows whose written time names no zone, so that the time in the id was taken."""
    differing: int = 0
    """Rows whose time was read and is not that of their id."""
    far: NDArray[np.bool_] | None = None
    """Those of them that lie a year or more from it."""


def snowflake_ms(post_id: Id) -> Id:
    """UTC milliseconds at which an id, or each of an array, was made.

    Twitter's Snowflake (2010): milliseconds since 1288834974657, above 22 other bits. Only
    ids from FIRST_SNOWFLAKE on have one.
    """
    return (post_id >> 22) + 1_288_834_974_657


def parse(values: Sequence[object], ids: Sequence[object]) -> Times:
    """Read the times of a column, and how precise they are.

    A missing value (None or empty) takes the time in its id. So does a day, a minute or a
    time that names no zone, if the two agree; a time without a zone is bad otherwise, as it
    could be any of 27. Midnight to the second with an id older than Snowflake is a day
    only: Grailbird archives cut such times. Whatever has none of LAYOUTS (a leap second, a
    13th month, no string at all) is bad. ValueError where the lengths differ.
    """
    if len(values) != len(ids):
        raise ValueError("each value needs its id")
    ms = np.full(len(values), NOT_A_TIME, dtype=np.int64)
    precision = np.zeros(len(values), dtype=np.int8)
    for start in range(0, len(values), _BLOCK):
        block = slice(start, start + _BLOCK)
        _read(values[block], ms[block], precision[block])
    numbers = np.fromiter(map(_number, ids), np.int64, len(ids))
    midnight = (ms % _DAY == 0) & (ms != NOT_A_TIME)
    old = (numbers >= 0) & (numbers < FIRST_SNOWFLAKE)
    precision[midnight & old] = PRECISIONS.index("day")
    made = snowflake_ms(numbers)
    dated = numbers >= FIRST_SNOWFLAKE
    unread = np.flatnonzero((ms == NOT_A_TIME) & dated).tolist()
    missing = np.array([row for row in unread if _is_empty(values[row])], dtype=np.intp)
    off = np.where(dated & (ms != NOT_A_TIME), np.abs(ms - made), 0)
    agrees = dated & (precision > 0) & (off <= _SLACK[precision])
    zoneless = precision == _ZONELESS
    differs = (off > _SLACK[precision]) & ~zoneless
    from_id = int((agrees & zoneless).sum())
    ms = np.where(agrees, made, np.where(zoneless, NOT_A_TIME, ms))
    ms[missing] = made[missing]
    precision[agrees | zoneless] = 0
    names = np.array(PRECISIONS, dtype=object)[precision]
    far = differs & (off > _FAR)
    return Times(ms, names, ms == NOT_A_TIME, from_id, int((differs & ~far).sum()), far)


def _is_empty(value: object) -> bool:
    """Whether nothing was written; pandas puts NaN where nothing stood."""
    nan = isinstance(value, float) and math.isnan(value)
    return value is None or nan or value == ""


def _number(post_id: object) -> int:
    """Give an id as a number, -1 where it is missing, damaged or beyond 63 bits."""
    if not (isinstance(post_id, str) and post_id.isascii() and post_id.isdecimal()):
        return -1
    number = int(post_id[:20])
    return number if number < 1 << 63 else -1


def _read(values: Sequence[Any], ms: Numbers, precision: NDArray[np.int8]) -> None:
    """Fill in the rows whose value has one of the layouts."""
    for rows, width, joined in _by_width(values):
        letters = np.frombuffer(joined.encode("ascii", "replace"), np.uint8)
        cells = letters.reshape(-1, width).T.copy()
        for layout in LAYOUTS[width]:
            found = layout.read(cells)
            fits = found != NOT_A_TIME
            ms[rows[fits]] = found[fits]
            precision[rows[fits]] = layout.precision
            if fits.all():
                break


def _by_width(values: Sequence[Any]) -> Iterator[tuple[NDArray[np.intp], int, str]]:
    """Rows whose text is as wide as some layout, that width, and those texts joined."""
    try:
        joined, widths = "".join(values), set(map(len, values))
    except TypeError:
        values = [value if isinstance(value, str) else "" for value in values]
        joined, widths = "".join(values), set(map(len, values))
    if len(widths) == 1 and widths <= LAYOUTS.keys():
        yield np.arange(len(values)), widths.pop(), joined
        return
    lengths = np.fromiter(map(len, values), np.int64, len(values))
    for width in widths & LAYOUTS.keys():
        rows = np.flatnonzero(lengths == width)
        yield rows, width, "".join([values[row] for row in rows.tolist()])


# Layouts

_CODES = "wbyndhmsfzope"
_ZONES = ("Z", "zoopp", "zoo:pp", " zoopp", " zoo:pp", " UTC")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
_WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun"


def _named(cells: Bytes, names: str, good: Flags) -> Numbers:
    """Places of three-letter names in a list, from 1; another word is not good."""
    known = np.frombuffer(names.replace(" ", "").encode(), np.uint8).reshape(-1, 3)
    place = np.zeros(cells.shape[1], np.int64)
    for number, letters in enumerate(known, start=1):
        place[(cells == letters[:, None]).all(axis=0)] = number
    good &= place > 0
    return place


@dataclass(frozen=True)
class Layout:
    """A fixed-width way to write a time.

    Small letters stand for fields: w weekday, b month by name, n month, y year, d day, h
    hour, m minute, s second, f fraction of it, z + or - before o hours and p minutes of the
    zone, e seconds or milliseconds since 1970. Everything else stands for itself.
    """

    text: str

    @cached_property
    def spans(self) -> dict[str, slice]:
        """Where each field stands."""
        text, codes = self.text, [code for code in _CODES if code in self.text]
        return {code: slice(text.index(code), text.rindex(code) + 1) for code in codes}

    @property
    def precision(self) -> int:
        """What the layout tells, as a place in PRECISIONS, or _ZONELESS."""
        if "h" in self.text and not {"z", "Z", "U"} & set(self.text):
            return _ZONELESS
        return 0 if "s" in self.text or "e" in self.text else 1 if "h" in self.text else 2

    def read(self, cells: Bytes) -> Numbers:
        """UTC milliseconds of each column of letters; NOT_A_TIME if the layout differs."""
        good = np.ones(cells.shape[1], dtype=bool)
        for place, letter in enumerate(self.text):
            if letter not in _CODES:
                good &= cells[place] == ord(letter)
        if not good.any():
            return np.full(len(good), NOT_A_TIME, dtype=np.int64)
        ms = self._epoch(cells, good) if "e" in self.spans else self._calendar(cells, good)
        good &= (ms >= _EARLIEST) & (ms <= _LATEST)
        return np.where(good, ms, NOT_A_TIME)

    def _field(self, code: str, cells: Bytes, good: Flags, below: int) -> Numbers:
        """Numbers in a field, 0 if the layout lacks it; good ones are below `below`."""
        span = self.spans.get(code, slice(0, 0))
        wide = span.stop - span.start > 4
        number: Numbers = np.zeros(cells.shape[1], "i8" if wide else "i4")
        for letters in cells[span]:
            digit = letters - np.uint8(ord("0"))
            good &= digit < 10
            number = number * 10 + digit
        good &= number < below
        return number

    def _epoch(self, cells: Bytes, good: Flags) -> Numbers:
        """Milliseconds since 1970, written as 13 digits, or as 10 digits of seconds."""
        number = self._field("e", cells, good, 10**13)
        return number if len(self.text) == 13 else number * 1000

    def _calendar(self, cells: Bytes, good: Flags) -> Numbers:
        """Milliseconds from a day of the calendar and a time in a zone."""
        minutes = self._field("h", cells, good, 24) * 60 + self._field("m", cells, good, 60)
        seconds = minutes * 60 + self._field("s", cells, good, 60)
        zone = self._field("o", cells, good, 24) * 60 + self._field("p", cells, good, 60)
        if "z" in self.spans:
            sign = cells[self.spans["z"].start]
            good &= (sign == ord("+")) | (sign == ord("-"))
            zone = np.where(sign == ord("-"), -zone, zone)
        digits = self.text.count("f")
        fraction = self._field("f", cells, good, 10**9) * 1000 // 10**digits
        days = self._days(cells, good)
        ms: Numbers = days * _DAY + (seconds - zone * 60) * 1000 + fraction
        return ms

    def _days(self, cells: Bytes, good: Flags) -> Numbers:
        """Days since 1970; a day that its month lacks is not good."""
        if "w" in self.spans:
            _named(cells[self.spans["w"]], _WEEKDAYS, good)
        if "b" in self.spans:
            month = _named(cells[self.spans["b"]], _MONTHS, good)
        else:
            month = self._field("n", cells, good, 13)
        year, day = self._field("y", cells, good, 10_000), self._field("d", cells, good, 32)
        good &= (year > 0) & (month > 0) & (day > 0)
        months = np.where(good, year * 12 + month - 13, 0)
        start = _month_starts()[months]
        good &= day <= _month_starts()[months + 1] - start
        return start + day - 1


@cache
def _month_starts() -> Numbers:
    """First day of every month of the years 1 to 9999 and one more, from 1970."""
    months = np.arange("0001-01", "10000-02", dtype="M8[M]")
    return months.astype("M8[D]").astype(np.int64)


def _layouts() -> dict[int, list[Layout]]:
    """All layouts, by their width."""
    texts = [
        "www bbb dd hh:mm:ss zoopp yyyy",
        "www bbb dd hh:mm:ss UTC yyyy",
        "yyyy-nn-dd",
        "eeeeeeeeee",
        "eeeeeeeeeeeee",
        "www bbb d yyyy",
        "www bbb dd yyyy",
        "www, bbb d, yyyy",
        "www, bbb dd, yyyy",
    ]
    fractions = ["", ":ss", *(":ss." + "f" * digits for digits in range(1, 10))]
    times = [f"hh:mm{fraction}{zone}" for fraction in fractions for zone in ("", *_ZONES)]
    texts += [f"yyyy-nn-dd{between}{time}" for between in "T " for time in times]
    by_width: dict[int, list[Layout]] = {}
    for text in texts:
        by_width.setdefault(len(text), []).append(Layout(text))
    return by_width


LAYOUTS = _layouts()
"""Every form of time that is read, by its width."""
