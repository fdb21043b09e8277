"""Kaplan-Meier against statsmodels, and against figures recorded from lifelines 0.30.3."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from statsmodels.duration.survfunc import SurvfuncRight

from acctaudit.measure import Estimate, Metric, Unknown
from acctaudit.stats import wilson
from acctaudit.stats.survival import kaplan_meier

TIMES, ENDED = [1, 2, 2, 5, 8, 3, 10], [1, 1, 1, 1, 1, 0, 0]
WAITING = [0.857143, 0.571429, 0.571429, 0.380952, 0.190476, 0.190476]
LOWER = {1: 0.334054, 2: 0.171866, 5: 0.061231, 8: 0.009185}
UPPER = {1: 0.978561, 2: 0.837083, 5: 0.716442, 8: 0.556401}


def known(metric: Metric) -> Estimate:
    assert isinstance(metric, Estimate), metric
    return metric


def drawn(seed: int, n: int = 60) -> tuple[Any, Any]:
    """Times to the full hour, so that there are ties, and whether each was answered."""
    random = np.random.default_rng(seed)
    return np.ceil(random.exponential(20, n)), random.random(n) < 0.7


def test_the_share_that_waits_is_that_of_lifelines() -> None:
    found = kaplan_meier(TIMES, ENDED)
    assert found.times.tolist() == [1, 2, 3, 5, 8, 10]
    assert found.waiting == pytest.approx(WAITING, abs=1e-6)


def test_its_band_is_that_of_lifelines() -> None:
    found = kaplan_meier(TIMES, ENDED)
    places = [found.times.tolist().index(time) for time in LOWER]
    assert found.low[places] == pytest.approx(list(LOWER.values()), abs=1e-6)
    assert found.high[places] == pytest.approx(list(UPPER.values()), abs=1e-6)


def test_the_median_is_that_of_lifelines() -> None:
    assert known(kaplan_meier(TIMES, ENDED).median()).value == 5.0


@pytest.mark.parametrize("seed", range(20))
def test_the_share_that_waits_is_that_of_statsmodels(seed: int) -> None:
    times, ended = drawn(seed)
    found, other = kaplan_meier(times, ended), SurvfuncRight(times, ended.astype(int))
    places = np.searchsorted(found.times, other.surv_times)
    assert found.waiting[places] == pytest.approx(other.surv_prob, abs=1e-12)


@pytest.mark.filterwarnings("ignore::RuntimeWarning")  # statsmodels, where S is 1
@pytest.mark.parametrize("seed", range(20))
def test_the_median_and_its_bounds_are_those_of_statsmodels(seed: int) -> None:
    times, ended = drawn(seed)
    found = known(kaplan_meier(times, ended).median())
    other = SurvfuncRight(times, ended.astype(int))
    assert found.value == other.quantile(0.5)
    assert (found.low, found.high) == other.quantile_ci(0.5, method="cloglog")


def test_without_censoring_the_share_answered_is_a_plain_share() -> None:
    found = kaplan_meier(range(1, 11), [True] * 10)
    assert known(found.by(4)).value == pytest.approx(0.4)
    assert known(found.by(4.5)).value == pytest.approx(0.4)
    assert known(found.median()).value == 5


def test_the_share_answered_is_what_no_longer_waits_and_its_band_turned_round() -> None:
    share = known(kaplan_meier(TIMES, ENDED).by(5))
    assert share.value == pytest.approx(1 - WAITING[3], abs=1e-6)
    assert share.low == pytest.approx(1 - UPPER[5], abs=1e-6)
    assert share.high == pytest.approx(1 - LOWER[5], abs=1e-6)


def test_beyond_the_last_who_waits_nothing_is_known() -> None:
    found = kaplan_meier(TIMES, ENDED)
    assert isinstance(found.by(10), Estimate)
    assert isinstance(found.by(10.5), Unknown)


def test_where_nobody_waits_any_more_it_stays_so() -> None:
    share = known(kaplan_meier([1, 2, 3], [1, 1, 1]).by(1000))
    assert (share.value, share.high) == (1, 1)


def test_nobody_answered_has_no_median_and_a_share_of_zero_with_an_upper_bound() -> None:
    found = kaplan_meier([80] * 40, [False] * 40)
    assert isinstance(found.median(), Unknown)
    share = known(found.by(72))
    assert (share.value, share.low) == (0, 0)
    assert share.high == pytest.approx(wilson(0, 40)[1])


def test_those_watched_for_less_say_nothing_of_a_share_of_zero() -> None:
    found = kaplan_meier([10] * 30 + [80] * 20, [False] * 50)
    assert known(found.by(75)).high == pytest.approx(wilson(0, 20)[1])


def test_everybody_answered_at_once_has_a_median_of_nothing() -> None:
    median = known(kaplan_meier([0] * 30, [True] * 30).median())
    assert (median.value, median.low, median.high) == (0, 0, 0)


def test_half_answered_has_a_median_that_may_be_any_longer() -> None:
    median = known(kaplan_meier([1] * 10 + [50] * 10, [True] * 10 + [False] * 10).median())
    assert (median.value, median.low, median.high) == (1, 1, None)


def test_a_median_is_never_that_of_the_answered_alone() -> None:
    found = kaplan_meier([1] * 10 + [90] * 30, [True] * 10 + [False] * 30)
    assert isinstance(found.median(), Unknown)


def test_nobody_who_waits_is_too_little() -> None:
    assert isinstance(kaplan_meier([], []).median(), Unknown)
    assert isinstance(kaplan_meier([], []).by(60), Unknown)


def test_the_order_of_rows_is_of_no_account() -> None:
    times, ended = drawn(7)
    there, back = kaplan_meier(times, ended), kaplan_meier(times[::-1], ended[::-1])
    assert there.median() == back.median()
    assert there.low.tolist() == back.low.tolist()
