"""Statistics against second implementations and published numbers."""

from __future__ import annotations

import math
import subprocess
import sys
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats as oracle
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.rates import confint_poisson

from acctaudit import stats
from acctaudit.measure import Estimate, Metric, Unknown

COUNTS = st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)).map(
    lambda pair: (min(pair), max(pair))
)


def known(metric: Metric) -> Estimate:
    assert isinstance(metric, Estimate)
    return metric


def bounds(metric: Metric) -> tuple[float, float]:
    estimate = known(metric)
    assert estimate.low is not None
    assert estimate.high is not None
    return estimate.low, estimate.high


def reason(metric: Metric) -> str:
    assert isinstance(metric, Unknown)
    assert metric.status == "insufficient-evidence"
    return metric.reason


def poisson_times(n: int, seed: int = 1) -> Any:
    return np.random.default_rng(seed).exponential(3.0, n)


def test_import_is_cheap() -> None:
    check = (
        "import sys; import acctaudit.stats;"
        "print(sorted({'numpy', 'scipy', 'pandas'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", check], capture_output=True, check=True)
    assert run.stdout.strip() == b"[]"


def test_using_it_never_loads_scipy_stats() -> None:
    check = (
        "import sys; from acctaudit import stats as s; s.rate(146, 575);"
        "s.rate_ratio(20, 9, 10, 9); s.uniform_p([5, 6]);"
        "s.theil_sen(range(20), range(20)); s.weekly_median(range(80), range(80));"
        "print('scipy.stats' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", check], capture_output=True, check=True)
    assert run.stdout.strip() == b"False"


# Shares


@settings(deadline=None)
@given(COUNTS)
def test_wilson_is_that_of_statsmodels(pair: tuple[int, int]) -> None:
    expected = proportion_confint(*pair, method="wilson")
    assert stats.wilson(*pair) == pytest.approx(expected, rel=1e-9, abs=1e-12)


@settings(deadline=None)
@given(COUNTS)
def test_a_share_lies_within_bounds_and_they_within_0_and_1(
    pair: tuple[int, int],
) -> None:
    estimate = known(stats.share(*pair))
    low, high = bounds(estimate)
    assert 0 <= low <= estimate.number <= high <= 1


@pytest.mark.parametrize(("limit", "n"), [(0.20, 16), (0.10, 35), (0.05, 73), (0.02, 189)])
def test_smallest_sample_that_shows_a_share_to_be_low(limit: float, n: int) -> None:
    assert stats.wilson(0, n)[1] < limit <= stats.wilson(0, n - 1)[1]


def test_published_wilson_intervals_of_146_posts() -> None:
    assert stats.wilson(0, 146)[1] == pytest.approx(0.0256, abs=5e-5)
    assert stats.wilson(5, 146) == pytest.approx((0.015, 0.078), abs=5e-4)
    assert stats.wilson(10, 146) == pytest.approx((0.038, 0.121), abs=5e-4)


def test_none_and_all_have_exact_bounds() -> None:
    assert stats.wilson(0, 7)[0] == 0.0
    assert stats.wilson(7, 7)[1] == 1.0
    assert reason(stats.share(0, 0, "replies")) == "no replies"


@pytest.mark.parametrize(("k", "n"), [(-1, 5), (6, 5), (0, 0)])
def test_impossible_shares_are_refused(k: int, n: int) -> None:
    with pytest.raises(ValueError, match="a share needs"):
        stats.wilson(k, n)


# Rates


def test_published_rate_of_146_posts_in_575_days() -> None:
    estimate = stats.rate(146, 575)
    assert estimate.value == pytest.approx(1.777, abs=5e-4)
    assert bounds(estimate) == pytest.approx((1.5008, 2.0902), abs=5e-5)
    assert estimate.n == 146


@settings(deadline=None)
@given(st.integers(0, 100_000), st.floats(0.1, 10_000))
def test_garwood_is_that_of_statsmodels(count: int, days: float) -> None:
    expected = confint_poisson(count, days, method="exact-c")
    low, high = stats.garwood(count, days)
    assert high == pytest.approx(expected[1], rel=1e-6)
    assert low == pytest.approx(np.nan_to_num(expected[0]), rel=1e-6)


@pytest.mark.parametrize(("count", "days"), [(-1, 5), (1, 0), (1, math.nan)])
def test_impossible_rates_are_refused(count: int, days: float) -> None:
    with pytest.raises(ValueError, match="a rate needs"):
        stats.garwood(count, days)


@settings(deadline=None)
@given(st.integers(10, 3000), st.integers(1, 3000), st.floats(1, 900), st.floats(1, 900))
def test_rate_ratio_is_the_conditional_binomial(a: int, b: int, t: float, u: float) -> None:
    interval = oracle.binomtest(a, a + b).proportion_ci(method="exact")
    scale = u / t
    expected = [p / (1 - p) * scale for p in (interval.low, interval.high)]
    estimate = known(stats.rate_ratio(a, t, b, u))
    assert estimate.number == pytest.approx(a / t / (b / u))
    assert bounds(estimate) == pytest.approx(expected, rel=2e-4)


def test_rate_ratio_of_a_silent_window() -> None:
    assert known(stats.rate_ratio(0, 90, 10, 90)).value == 0
    assert bounds(stats.rate_ratio(0, 90, 10, 90)) == pytest.approx((0, 0.4458), abs=5e-4)
    assert reason(stats.rate_ratio(9, 90, 9, 90)).startswith("9 posts in the fuller window")
    assert reason(stats.rate_ratio(50, 90, 0, 90)) == "no posts in the earlier window"


# Rhythm


def test_published_values_of_kim_and_jo() -> None:
    assert stats.kim_jo(1, 10) == pytest.approx(0.073350, abs=5e-7)
    assert stats.kim_jo(2, 10) == pytest.approx(0.644965, abs=5e-7)
    assert stats.kim_jo(0, 10) == -1


@pytest.mark.parametrize("n", [5, 50, 1000])
def test_limits_of_kim_and_jo(n: int) -> None:
    assert stats.kim_jo(math.sqrt(n - 1), n) == pytest.approx(1)
    assert stats.kim_jo(math.sqrt((n - 1) / (n + 1)), n) == pytest.approx(0)


def test_null_band_of_burstiness() -> None:
    values = [
        known(stats.burstiness(poisson_times(50, seed))).number for seed in range(2000)
    ]
    assert np.quantile(values, [0.05, 0.95]) == pytest.approx([-0.125, 0.125], abs=0.015)


def test_burstiness_of_regular_and_of_single_bursts() -> None:
    assert known(stats.burstiness([4.0] * 50)).value == -1
    assert known(stats.burstiness([0.0] * 49 + [5.0])).value == pytest.approx(1)
    assert reason(stats.burstiness([1.0] * 49)) == "49 pauses, at least 50 are needed"
    assert reason(stats.burstiness([0.0] * 50)) == "all events share one moment"


def test_memory_is_the_correlation_of_neighbours() -> None:
    times = poisson_times(80)
    expected = oracle.pearsonr(times[:-1], times[1:]).statistic
    assert known(stats.memory(times)).value == pytest.approx(expected)
    assert known(stats.memory(np.sort(times))).number > 0.5
    assert reason(stats.memory(times[:49])) == "49 pauses, at least 50 are needed"
    assert reason(stats.memory([2.0] * 60)) == "all pauses are equal"
    assert reason(stats.memory([2.0] * 59 + [3.0])) == "all pauses are equal"


@pytest.mark.parametrize(("gap", "p"), [(14, 0.985), (30, 0.069), (60, 4e-5)])
def test_published_gap_probabilities(gap: float, p: float) -> None:
    assert stats.gap_probability(gap, 146 / 575, 145) == pytest.approx(p, rel=0.15)


def test_gap_probability_keeps_its_digits_at_both_ends() -> None:
    assert stats.gap_probability(100, 1, 1) == pytest.approx(math.exp(-100))
    assert stats.gap_probability(1e-9, 1, 3) == pytest.approx(1)
    assert stats.gap_probability(5e-324, 1, 3) == 1
    assert stats.gap_probability(1e6, 1, 10**9) == 0
    assert stats.gap_probability(0, 1, 3) == 1
    assert stats.gap_probability(3, 1, 0) == 0


@settings(deadline=None)
@given(st.floats(0.01, 20), st.floats(0.01, 5), st.integers(1, 500))
def test_gap_probability_is_its_formula(gap: float, per_day: float, n: int) -> None:
    expected = 1 - (1 - math.exp(-per_day * gap)) ** n
    assert stats.gap_probability(gap, per_day, n) == pytest.approx(expected, abs=1e-12)


@settings(deadline=None)
@given(st.lists(st.integers(0, 60), min_size=1, max_size=60), st.integers(1, 20))
def test_densest_is_the_fullest_window(days: list[int], width: int) -> None:
    fullest = max(sum(start <= day < start + width for day in days) for start in range(61))
    assert stats.densest(days, width) == fullest / len(days)


def test_densest_of_nothing() -> None:
    assert stats.densest([], 30) == 0


# Concentration and evenness


@settings(deadline=None)
@given(st.lists(st.integers(0, 1000), min_size=100, max_size=150))
def test_gini_is_half_the_relative_mean_difference(values: list[int]) -> None:
    x = np.array(values, dtype=float)
    if not x.any():
        assert reason(stats.gini(values)) == "all values are zero"
        return
    expected = np.abs(x[:, None] - x).mean() / (2 * x.mean())
    assert known(stats.gini(values)).value == pytest.approx(expected)
    assert stats.gini(values) == stats.gini(values[::-1])


def test_gini_and_top_share_of_extremes() -> None:
    one = [0] * 99 + [7]
    assert known(stats.gini(one)).value == pytest.approx(0.99)
    assert known(stats.gini([3] * 100)).value == 0
    assert known(stats.top_share(one)).value == 1
    assert bounds(stats.top_share([2] * 200)) == (0.005, 0.005)
    assert reason(stats.top_share([0] * 100)) == "all values are zero"
    assert reason(stats.gini([1] * 99)) == "99 values, at least 100 are needed"
    assert reason(stats.top_share([1] * 99)) == "99 values, at least 100 are needed"


@settings(deadline=None)
@given(st.lists(st.integers(0, 500), min_size=2, max_size=60).filter(any))
def test_uniform_p_is_that_of_scipy(counts: list[int]) -> None:
    assert stats.uniform_p(counts) == pytest.approx(
        oracle.chisquare(counts).pvalue, abs=1e-12
    )


@settings(deadline=None)
@given(st.lists(st.integers(0, 500), min_size=2, max_size=60).filter(any))
def test_diversity_is_that_of_scipy(counts: list[int]) -> None:
    entropy = oracle.entropy(counts)
    assert stats.effective_number(counts) == pytest.approx(math.exp(entropy))
    assert stats.entropy_share(counts) == pytest.approx(entropy / math.log(len(counts)))
    assert 0 <= stats.entropy_share(counts) <= 1


def test_diversity_of_nothing_and_of_one_kind() -> None:
    assert stats.uniform_p([0, 0, 0]) == 1
    assert stats.entropy_share([0, 0, 0]) == 0
    assert stats.entropy_share([5]) == 0
    assert stats.effective_number([0, 9, 0]) == 1
    assert stats.effective_number([4, 4, 4, 0]) == pytest.approx(3)


# Medians and trends


def likes(n: int, weeks: int, seed: int = 3) -> tuple[Any, Any]:
    rng = np.random.default_rng(seed)
    return np.floor(rng.pareto(1.5, n) * 6), rng.integers(0, weeks, n)


@settings(deadline=None)
@given(st.lists(st.integers(0, 40), min_size=30, max_size=70), st.randoms())
def test_weekly_median_is_the_median_and_does_not_depend_on_order(
    values: list[int], random: Any
) -> None:
    def measured() -> Estimate:
        values, weeks = zip(*rows, strict=True)
        return known(stats.weekly_median(values, weeks, resamples=200))

    rows = [(value, place % 9) for place, value in enumerate(values)]
    estimate = measured()
    low, high = bounds(estimate)
    assert estimate.value == np.median(values)
    assert low <= estimate.number <= high
    random.shuffle(rows)
    assert measured() == estimate


def test_weekly_median_agrees_with_resampling_weeks_one_by_one() -> None:
    values, weeks = likes(600, 40)
    by_week = [values[weeks == week] for week in range(40)]
    rng = np.random.default_rng(8)
    medians = [
        np.median(np.concatenate([by_week[week] for week in rng.integers(0, 40, 40)]))
        for _ in range(4000)
    ]
    expected = np.percentile(medians, [2.5, 97.5])
    assert bounds(stats.weekly_median(values, weeks)) == pytest.approx(expected, abs=0.51)


def test_weekly_median_of_one_value_a_week_agrees_with_scipy() -> None:
    values = np.random.default_rng(5).normal(50, 9, 120)
    boot = oracle.bootstrap(
        (values,), np.median, method="percentile", n_resamples=4000, rng=1
    ).confidence_interval
    interval = bounds(stats.weekly_median(values, np.arange(120)))
    assert interval == pytest.approx((boot.low, boot.high), abs=0.5)


def test_weekly_median_of_many_distinct_values_loses_little_to_the_grid() -> None:
    rng = np.random.default_rng(2)
    values, weeks = rng.normal(50, 9, 6001), rng.integers(0, 60, 6001)
    estimate = known(stats.weekly_median(values, weeks))
    assert estimate.value == np.median(values)
    rounded = stats.weekly_median(values.round(), weeks)
    assert bounds(estimate) == pytest.approx(bounds(rounded), abs=1)
    low, high = bounds(estimate)
    assert 0.3 < high - low < 1


def test_weekly_median_of_a_large_account() -> None:
    values, weeks = likes(100_000, 900)
    low, high = bounds(stats.weekly_median(values, weeks))
    assert low <= np.median(values) <= high


def test_weekly_median_abstains() -> None:
    assert reason(stats.weekly_median([1] * 29, range(29))).startswith("29 values")
    assert reason(stats.weekly_median([1] * 40, [1] * 40)).startswith("1 week with values")


POINTS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(-9, 9)), min_size=12, max_size=50
)


@settings(deadline=None)
@given(POINTS)
def test_theil_sen_is_that_of_scipy(points: list[tuple[int, int]]) -> None:
    x, y = zip(*points, strict=True)
    if len(set(x)) == 1:
        assert reason(stats.theil_sen(x, y)) == "all points stand at one time"
        return
    with np.errstate(invalid="ignore"):
        expected = oracle.theilslopes(y, x)
    estimate = known(stats.theil_sen(x, y))
    assert estimate.number == pytest.approx(expected.slope)
    if not math.isnan(expected.low_slope):
        assert bounds(estimate) == pytest.approx((expected.low_slope, expected.high_slope))
    assert stats.theil_sen(x[::-1], y[::-1]) == estimate


def test_theil_sen_of_many_points_uses_some_of_them() -> None:
    x = np.arange(5001)
    estimate = known(stats.theil_sen(x, 3.0 * x))
    assert (estimate.value, estimate.low, estimate.high, estimate.n) == (3, 3, 3, 834)
    assert reason(stats.theil_sen(range(11), range(11))).startswith("11 points")
    assert reason(stats.theil_sen([], [])).startswith("0 points")
