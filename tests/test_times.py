"""Every form of time that exports hold, and what is none."""

from __future__ import annotations

import calendar
import locale
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acctaudit.model.times import (
    FIRST_SNOWFLAKE,
    LAYOUTS,
    NOT_A_TIME,
    PRECISIONS,
    parse,
    snowflake_ms,
)

SNOWFLAKE = "844454048556355584"
SNOWFLAKE_TIME = datetime(2017, 3, 22, 7, 41, 49, 30_000, tzinfo=UTC)
OLD = "12345678"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MONTHS, DAYS = calendar.month_abbr, calendar.day_abbr


def ms(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(milliseconds=1)


def one(value: object, post_id: str | None = None) -> tuple[int | None, str | None]:
    """What `parse` makes of one value: its time and precision, or None and None."""
    times = parse([value], [post_id])
    if times.bad[0]:
        assert times.ms[0] == NOT_A_TIME
        return None, None
    return int(times.ms[0]), str(times.precision[0])


def utc(*parts: int) -> int:
    return ms(datetime(*parts, tzinfo=UTC))  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("text", "moment", "precision"),
    [
        ("Wed Oct 10 20:19:24 +0000 2018", utc(2018, 10, 10, 20, 19, 24), "second"),
        ("Sat Dec 23 06:51:52 +0000 2006", utc(2006, 12, 23, 6, 51, 52), "second"),
        ("Wed Oct 10 22:19:24 +0200 2018", utc(2018, 10, 10, 20, 19, 24), "second"),
        ("Wed Aug 04 00:02:42 UTC 2021", utc(2021, 8, 4, 0, 2, 42), "second"),
        ("2018-04-20 20:26:43 +0000", utc(2018, 4, 20, 20, 26, 43), "second"),
        ("2021-04-08T19:34:16.000Z", utc(2021, 4, 8, 19, 34, 16), "second"),
        ("2021-04-08T19:34:16.789Z", utc(2021, 4, 8, 19, 34, 16, 789_000), "second"),
        ("2021-04-08T19:34:16.7Z", utc(2021, 4, 8, 19, 34, 16, 700_000), "second"),
        (
            "2021-04-08 19:34:16.789999+00:00",
            utc(2021, 4, 8, 19, 34, 16, 789_000),
            "second",
        ),
        ("2021-04-08T19:34:16.789999999Z", utc(2021, 4, 8, 19, 34, 16, 789_000), "second"),
        ("2020-12-31T22:19:00+00:00", utc(2020, 12, 31, 22, 19), "second"),
        ("2026-02-06 21:09:45+00:00", utc(2026, 2, 6, 21, 9, 45), "second"),
        ("2017-06-25T00:14:29-04:00", utc(2017, 6, 25, 4, 14, 29), "second"),
        ("2021-04-23 20:08:12 +0530", utc(2021, 4, 23, 14, 38, 12), "second"),
        ("2021-04-23 20:08:12 UTC", utc(2021, 4, 23, 20, 8, 12), "second"),
        ("2019-01-31 23:32 +0000", utc(2019, 1, 31, 23, 32), "minute"),
        ("2019-01-31T23:32Z", utc(2019, 1, 31, 23, 32), "minute"),
        ("2020-05-01", utc(2020, 5, 1), "day"),
        ("2020-02-29", utc(2020, 2, 29), "day"),
        ("Sat, Aug 1, 2026", utc(2026, 8, 1), "day"),
        ("Sat, Aug 15, 2026", utc(2026, 8, 15), "day"),
        ("Thu Mar 20 2025", utc(2025, 3, 20), "day"),
        ("1534136858534", 1534136858534, "second"),
        ("1373541137", 1373541137000, "second"),
        ("0001-01-01", utc(1, 1, 1), "day"),
        ("9999-12-31T23:59:59.999Z", utc(9999, 12, 31, 23, 59, 59, 999_000), "second"),
    ],
)
def test_forms_that_occur(text: str, moment: int, precision: str) -> None:
    assert one(text) == (moment, precision)


@pytest.mark.parametrize(
    "value",
    [
        "2018-04-20 20:26:43",
        "2018-04-20T20:26:43",
        "2018-04-20T20:26:43.123",
        "10/1/2017 19:58",
        "2021-04-23 20:08:12 IST",
        "2016-12-31T23:59:60Z",
        "Sat Dec 31 23:59:60 +0000 2016",
        "2016-12-31T24:00:00Z",
        "2016-12-31T23:60:00Z",
        "2019-02-29",
        "2019-13-01",
        "2019-00-10",
        "2019-04-00",
        "2019-04-31",
        "0000-01-01",
        "10000-01-01T00:00:00Z",
        "0001-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
        "2018-04-20 20:26:43 +2400",
        "2018-04-20 20:26:43 *0000",
        "2018-04-20 20:26:43 +0060",
        "Wed Okt 10 20:19:24 +0000 2018",
        "Mit Oct 10 20:19:24 +0000 2018",
        "wed oct 10 20:19:24 +0000 2018",
        "Wed Oct 10 20:19:24 0000 2018",
        "２０２０-05-01",
        "٢٠٢٠-05-01",
        "2020-05-0\ud83d",
        "2020-05-0\x00",
        " 2020-05-01",
        "garbage",
        " ",
        "-1534136858",
        "99999",
        b"2020-05-01",
        1534136858534,
        1534136858.5,
        float("nan"),
        True,
        0,
        [],
        {},
        ("2", "0"),
        datetime(2020, 5, 1, tzinfo=UTC),
        np.array([1, 2]),
        None,
        "",
    ],
)
def test_no_times(value: object) -> None:
    assert one(value) == (None, None)


@pytest.mark.parametrize("missing", [None, ""])
def test_a_missing_time_is_that_of_the_id(missing: object) -> None:
    assert one(missing, SNOWFLAKE) == (ms(SNOWFLAKE_TIME), "second")
    assert one(missing, str(FIRST_SNOWFLAKE)) == (snowflake_ms(FIRST_SNOWFLAKE), "second")


@pytest.mark.parametrize(
    "post_id",
    [
        None,
        "",
        OLD,
        str(FIRST_SNOWFLAKE - 1),
        "8.4445E+17",
        "-5",
        "²",
        "9" * 19,
        "9" * 5000,
    ],
)
def test_other_ids_hold_no_time(post_id: str | None) -> None:
    assert one(None, post_id) == (None, None)


def test_an_unreadable_time_is_not_replaced() -> None:
    assert one("garbage", SNOWFLAKE) == (None, None)


@pytest.mark.parametrize(
    ("text", "post_id", "precision"),
    [
        ("2009-05-04 00:00:00 +0000", OLD, "day"),
        ("Mon May 04 00:00:00 +0000 2009", OLD, "day"),
        ("2009-05-04 00:00 +0000", OLD, "day"),
        ("2009-05-04 00:00:01 +0000", OLD, "second"),
        ("2009-05-04 00:00:00 +0000", None, "second"),
        ("2009-05-04 00:00:00 +0000", "3.0", "second"),
        ("2017-05-04 00:00:00 +0000", SNOWFLAKE, "second"),
        ("2010-11-05 00:00:00 +0000", str(FIRST_SNOWFLAKE), "second"),
    ],
)
def test_midnight_before_snowflake_is_a_day(
    text: str, post_id: str | None, precision: str
) -> None:
    assert one(text, post_id)[1] == precision


def test_snowflake_check_value() -> None:
    assert snowflake_ms(int(SNOWFLAKE)) == ms(SNOWFLAKE_TIME)
    both = snowflake_ms(np.array([int(SNOWFLAKE), FIRST_SNOWFLAKE]))
    assert both.tolist() == [ms(SNOWFLAKE_TIME), snowflake_ms(FIRST_SNOWFLAKE)]
    assert snowflake_ms(FIRST_SNOWFLAKE) // 86_400_000 == utc(2010, 11, 4) // 86_400_000


MOMENTS = st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29)).map(  # noqa: DTZ001
    lambda moment: moment.replace(microsecond=0)
)
ZONES = st.integers(-1439, 1439).map(lambda m: timezone(timedelta(minutes=m)))


@settings(deadline=None)
@given(MOMENTS, ZONES)
def test_all_spellings_of_an_instant_agree(naive: datetime, zone: timezone) -> None:
    moment = naive.replace(tzinfo=zone)
    offset = f"{moment:%z}"
    date, time = naive.date().isoformat(), naive.time().isoformat()
    day = f"{DAYS[naive.weekday()]} {MONTHS[naive.month]} {naive.day:02}"
    spellings = [
        f"{day} {time} {offset} {naive.year:04}",
        f"{date} {time} {offset}",
        moment.isoformat(),
        moment.isoformat(" ", "milliseconds"),
        f"{date}T{time}.000000{offset}",
    ]
    times = parse(spellings, [None] * len(spellings))
    assert times.ms.tolist() == [ms(moment)] * len(spellings)
    assert times.precision.tolist() == ["second"] * len(spellings)


@settings(deadline=None)
@given(st.lists(st.one_of(st.text(max_size=32), st.none(), st.integers(), st.binary())))
def test_nothing_raises(values: list[object]) -> None:
    times = parse(values, [None] * len(values))
    assert len(times.ms) == len(times.precision) == len(times.bad) == len(values)


@settings(deadline=None)
@given(
    st.sampled_from(sorted(LAYOUTS)).flatmap(
        lambda n: st.text(st.characters(exclude_categories=["Nd"]), min_size=n, max_size=n)
    )
)
def test_text_as_wide_as_a_layout_is_still_no_time(text: str) -> None:
    assert one(text) == (None, None)


def mixed_column() -> tuple[list[object], list[str | None]]:
    values: list[object] = [
        "Wed Oct 10 20:19:24 +0000 2018",
        None,
        "2018-10-10T20:19:24Z",
        "nonsense",
        "2018-10-10 20:19:24 +0000",
        7,
        "2018-10-10T20:19:24+00:00",
        "Wed Xxx 10 20:19:24 +0000 2018",
        "2018-10-10",
    ]
    return values, [SNOWFLAKE, SNOWFLAKE, OLD, OLD, None, None, None, None, None]


def test_a_mixed_column_is_read_row_by_row_as_if_alone() -> None:
    values, ids = mixed_column()
    times = parse(values * 5000, ids * 5000)
    alone = [parse([value], [post_id]) for value, post_id in zip(values, ids, strict=True)]
    for name in ("ms", "precision", "bad"):
        expected: list[Any] = [getattr(each, name)[0] for each in alone]
        assert getattr(times, name).tolist() == expected * 5000


def test_a_column_is_three_arrays() -> None:
    times = parse(["2020-05-01", None], [None, None])
    assert (times.ms.dtype.name, times.bad.dtype.name) == ("int64", "bool")
    assert set(times.precision) <= set(PRECISIONS)
    assert times.bad.tolist() == [False, True]
    assert len(parse([], []).ms) == 0


def test_lengths_must_agree() -> None:
    with pytest.raises(ValueError, match="each value needs its id"):
        parse(["2020-05-01"], [])


def test_no_locale_matters() -> None:
    before = locale.setlocale(locale.LC_TIME)
    try:
        for name in ("de_DE.UTF-8", "fr_FR.UTF-8", "C"):
            try:
                locale.setlocale(locale.LC_TIME, name)
            except locale.Error:
                continue
            assert one("Wed Oct 10 20:19:24 +0000 2018")[1] == "second"
    finally:
        locale.setlocale(locale.LC_TIME, before)
