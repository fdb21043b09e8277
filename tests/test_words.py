"""Numbers as people read them."""

from __future__ import annotations

import pytest

from acctaudit import words
from acctaudit.measure import Estimate, not_measurable


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (0, "0 %"),
        (1, "100 %"),
        (0.0004, "0.04 %"),
        (0.00035, "0.035 %"),
        (0.000_001, "under 0.001 %"),
        (0.9996, "over 99.9 %"),
        (0.315, "31.5 %"),
        (0.4, "40 %"),
        (0.001, "0.1 %"),
    ],
)
def test_a_share_is_0_or_100_only_if_it_is(share: float, shown: str) -> None:
    assert words.percent(share).replace(words.NBSP, " ") == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"),
        (5, "5"),
        (1204, "1,204"),
        (1.777, "1.78"),
        (12.34, "12.3"),
        (123.4, "123"),
        (0.0012, "0.0012"),
        (-3.5, "-3.50"),
    ],
)
def test_decimals_follow_the_size(value: float, shown: str) -> None:
    assert words.number(value) == shown


def test_the_rate_of_the_founding_case() -> None:
    rate = Estimate(1.777, 1.5008, 2.0902, 146)
    said = words.said(rate, "posts a week").replace(words.NBSP, " ")
    assert said == "1.78 posts a week (95 % 1.50–2.09)"


def test_units_are_singular_for_one() -> None:
    assert words.count(1, "posts") == "1 post"
    assert words.count(1, "replies") == "1 reply"
    assert words.count(1, "people") == "1 person"
    assert words.figure(1, "posts a week") == "1 post a week"
    assert words.figure(2, "posts a week") == "2 posts a week"


def test_an_exact_figure_has_no_interval() -> None:
    assert words.bounds(Estimate(3, 3, 3), "posts") == ""
    assert words.said(not_measurable("x"), "posts") == "unknown"
    assert words.plain(not_measurable("x"), "posts") == "unknown"
    assert words.said(Estimate(["a", "b"]), "") == "a and b"
    assert words.plain(Estimate("web"), "") == "web"


def test_lists_end_with_and() -> None:
    assert words.listed([]) == ""
    assert words.listed(["a"]) == "a"
    assert words.listed(["a", "b", "c"]) == "a, b and c"


def test_small_numbers_are_never_written_with_an_exponent() -> None:
    shown = [words.number(value) for value in (0.000018, 0.0042, -0.0042, 1e-7, -1e-9, 0)]
    assert shown == ["0.000018", "0.0042", "-0.0042", "nearly 0", "nearly 0", "0"]
