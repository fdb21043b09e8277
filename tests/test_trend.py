"""The trend test against a second implementation."""

from __future__ import annotations

import time
import tracemalloc

import numpy as np
import pymannkendall as mk
import pytest

from acctaudit.measure import Estimate, Metric, Unknown
from acctaudit.stats.trend import hamed_rao

SEEDS = range(40)


def pair(values: object) -> tuple[float, float]:
    tau, chance = hamed_rao(np.asarray(values))
    assert isinstance(tau, Estimate)
    assert isinstance(chance, Estimate)
    return tau.number, chance.number


def series(seed: int) -> np.ndarray:
    """Random walks, falling counts with many ties, and noise: of 12 to 400 values."""
    r = np.random.default_rng(seed)
    n = int(r.integers(12, 400))
    kinds = (
        r.normal(size=n).cumsum(),
        r.poisson(np.linspace(6, 1, n)).astype(float),
        r.normal(size=n),
        r.poisson(0.3, n).astype(float),
    )
    return kinds[seed % len(kinds)]


@pytest.mark.parametrize("seed", SEEDS)
def test_tau_and_chance_are_those_of_pymannkendall(seed: int) -> None:
    values = series(seed)
    told = mk.hamed_rao_modification_test(values)
    assert told.var_s > 0
    assert pair(values) == pytest.approx((told.Tau, told.p), abs=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_without_autocorrelation_it_is_the_test_of_mann_and_kendall(seed: int) -> None:
    values = np.random.default_rng(seed).permutation(14).astype(float)
    told = mk.hamed_rao_modification_test(values)
    plain = mk.original_test(values)
    tau, chance = pair(values)
    assert tau == pytest.approx(plain.Tau, abs=1e-12)
    if told.var_s == plain.var_s:
        assert chance == pytest.approx(plain.p, abs=1e-9)


def test_weeks_that_follow_their_neighbours_pass_for_a_trend_less_often() -> None:
    plain = widened = 0
    for seed in range(200):
        noise = np.random.default_rng(seed).normal(size=100)
        walk = np.zeros(100)
        for i in range(1, 100):
            walk[i] = 0.6 * walk[i - 1] + noise[i]
        plain += mk.original_test(walk).p < 0.05
        widened += pair(walk)[1] < 0.05
    assert widened < 0.75 * plain


def test_a_steady_fall_is_minus_one_and_sure() -> None:
    tau, chance = pair(np.arange(30, 0, -1))
    assert tau == -1
    assert chance < 1e-6


@pytest.mark.parametrize(
    ("values", "why"),
    [(range(11), "11 values, at least 12"), ([3] * 40, "all values are equal")],
)
def test_too_little_says_what_is_missing(values: object, why: str) -> None:
    found: tuple[Metric, Metric] = hamed_rao(np.asarray(values))
    for metric in found:
        assert isinstance(metric, Unknown)
        assert metric.status == "insufficient-evidence"
        assert why in metric.reason


def test_a_long_series_is_shortened_and_keeps_its_trend() -> None:
    fall = np.random.default_rng(2).poisson(np.linspace(9, 2, 20_000))
    tracemalloc.start()
    begun = time.process_time()
    tau, chance = pair(fall)
    assert time.process_time() - begun < 5
    assert tracemalloc.get_traced_memory()[1] < 200e6
    tracemalloc.stop()
    assert tau < -0.5
    assert chance < 1e-6


def test_no_direction_has_a_chance_of_one() -> None:
    assert pair([1, 2] * 6 + [2, 1] * 6) == (0.0, 1.0)
