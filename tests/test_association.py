"""Comparisons of groups against scipy, and against published tables."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import special
from scipy import stats as oracle
from scipy.spatial.distance import jensenshannon
from scipy.stats.contingency import association

from acctaudit.measure import Estimate, Metric, Unknown
from acctaudit.stats.association import (
    cramers_v,
    fisher_less,
    jensen_shannon,
    rate_drop,
)

CELLS = st.integers(1, 500)
TABLES = st.integers(2, 5).flatmap(
    lambda width: st.lists(
        st.lists(CELLS, min_size=width, max_size=width), min_size=2, max_size=6
    )
)
MIXES = st.lists(st.integers(0, 100), min_size=4, max_size=4).filter(any)


def known(metric: Metric) -> Estimate:
    assert isinstance(metric, Estimate)
    return metric


def chance(metric: Metric) -> float:
    return known(metric).number


def test_importing_it_loads_neither_numpy_nor_scipy() -> None:
    check = (
        "import sys; import acctaudit.stats.association;"
        "print(sorted({'numpy', 'scipy', 'pandas'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", check], capture_output=True, check=True)
    assert run.stdout.strip() == b"[]"


@settings(deadline=None)
@given(TABLES)
def test_cramers_v_is_that_of_scipy(table: list[list[int]]) -> None:
    found = known(cramers_v(table))
    assert found.number == pytest.approx(association(np.array(table), method="cramer"))
    assert found.low is not None
    assert found.high is not None
    assert 0 <= found.low <= found.number <= found.high <= 1


def test_cramers_v_of_robinsons_two_phones_is_the_published_one() -> None:
    """Posts with picture or link: 10 of 553 from Android, 423 of 622 from iPhone."""
    found = known(cramers_v([[10, 553 - 10], [423, 622 - 423]]))
    assert found.number == pytest.approx(0.685, abs=0.0005)
    assert found.low is not None
    assert found.low > 0.6


@pytest.mark.parametrize("tilt", [0.15, 0.3, 0.6, 0.9])
@pytest.mark.parametrize("width", [2, 4, 8])
def test_its_bounds_are_those_of_the_non_central_chi_square(
    tilt: float, width: int
) -> None:
    n = 1000
    lean = np.where(np.arange(width) < width // 2, tilt, -tilt)
    table = np.array([1 + lean, 1 - lean]) * n / 2 / width
    found = known(cramers_v(table))
    square = float(oracle.chi2_contingency(table, correction=False).statistic)
    low, high = (
        float(np.sqrt(special.chndtrinc(square, width - 1, p) / n)) for p in (0.975, 0.025)
    )
    assert found.low == pytest.approx(low, rel=0.01)
    assert found.high == pytest.approx(min(high, 1.0), rel=0.03)


def test_the_lower_bound_of_v_holds_0_where_nothing_differs() -> None:
    rng = np.random.default_rng(1)
    share = 0
    for _ in range(400):
        table = rng.multinomial(300, np.full(12, 1 / 12)).reshape(3, 4)
        low = known(cramers_v(table)).low
        share += low is not None and low > 0
    assert share / 400 < 0.05


def test_empty_rows_and_columns_do_not_count_for_v() -> None:
    assert cramers_v([[5, 0, 2], [0, 0, 0], [1, 0, 9]]) == cramers_v([[5, 2], [1, 9]])


def test_v_of_one_kind_is_too_little() -> None:
    found = cramers_v([[5, 3], [0, 0]])
    assert isinstance(found, Unknown)
    assert found.status == "insufficient-evidence"


@settings(deadline=None)
@given(st.integers(0, 30), st.integers(1, 30), st.integers(0, 30), st.integers(1, 30))
def test_fisher_is_that_of_the_hypergeometric_tail(
    k1: int, more1: int, k2: int, more2: int
) -> None:
    n1, n2 = k1 + more1, k2 + more2
    expected = oracle.hypergeom.cdf(k1, n1 + n2, k1 + k2, n1)
    assert chance(fisher_less(k1, n1, k2, n2)) == pytest.approx(expected, rel=1e-6)


def test_fishers_lady_tasting_tea() -> None:
    """All four cups right: 1 in 70, and here seen from the wrong ones (Fisher 1935)."""
    assert chance(fisher_less(0, 4, 4, 4)) == pytest.approx(1 / 70)


def test_fisher_needs_both_groups() -> None:
    assert isinstance(fisher_less(0, 0, 3, 9), Unknown)
    with pytest.raises(ValueError, match="0 <= k <= n"):
        fisher_less(5, 3, 1, 2)


@settings(deadline=None)
@given(
    st.integers(0, 3000),
    st.integers(0, 3000).filter(bool),
    st.floats(1, 300),
    st.floats(1, 300),
)
def test_a_drop_of_a_rate_is_the_exact_binomial_test(
    later: int, earlier: int, later_days: float, earlier_days: float
) -> None:
    p = later_days / (later_days + earlier_days)
    exact = oracle.binomtest(later, later + earlier, p, alternative="less").pvalue
    found = chance(rate_drop(later, later_days, earlier, earlier_days))
    assert found == pytest.approx(exact, rel=1e-6, abs=1e-12)


@pytest.mark.parametrize(("later", "earlier"), [(3, 12), (10, 30), (40, 60), (70, 150)])
def test_it_agrees_with_the_e_test_and_errs_on_the_safe_side(
    later: int, earlier: int
) -> None:
    e_test = oracle.poisson_means_test(later, 90, earlier, 90, alternative="less").pvalue
    found = chance(rate_drop(later, 90, earlier, 90))
    assert e_test <= found < 2.5 * e_test


def test_a_drop_among_a_million_posts_is_not_lost_in_rounding() -> None:
    found = chance(rate_drop(498_000, 91, 502_000, 91))
    exact = oracle.binom.cdf(498_000, 1_000_000, 0.5)
    assert found == pytest.approx(exact, rel=1e-6)


def test_no_posts_cannot_have_become_fewer() -> None:
    assert isinstance(rate_drop(0, 90, 0, 90), Unknown)
    with pytest.raises(ValueError, match="days > 0"):
        rate_drop(1, 0, 3, 90)


@settings(deadline=None)
@given(MIXES, MIXES)
def test_the_divergence_is_the_square_of_scipys_distance(p: Any, q: Any) -> None:
    expected = float(jensenshannon(p, q, base=2)) ** 2
    assert jensen_shannon(p, q) == pytest.approx(expected, abs=1e-9)


def test_the_divergence_goes_from_0_to_1() -> None:
    assert jensen_shannon([1, 2], [10, 20]) == pytest.approx(0)
    assert jensen_shannon([1, 0], [0, 5]) == pytest.approx(1)
    with pytest.raises(ValueError, match="above 0"):
        jensen_shannon([0, 0], [1, 2])
