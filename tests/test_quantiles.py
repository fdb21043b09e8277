"""Closed forms against scipy, over the range in which they are used."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import chdtrc, fdtri, gammaincinv

from acctaudit.stats.quantiles import chi_square_tail, f_quantile, gamma_quantile

SIDES = st.sampled_from([-1, 1])


@settings(deadline=None)
@given(st.integers(1, 10**7), SIDES)
def test_gamma_quantile(shape: int, side: int) -> None:
    expected = float(gammaincinv(shape, 0.5 + side * 0.475))
    assert gamma_quantile(shape, side) == pytest.approx(expected, rel=1e-7)


@settings(deadline=None)
@given(st.integers(2, 10**6), st.integers(2, 10**6), SIDES)
def test_f_quantile(above: int, below: int, side: int) -> None:
    expected = float(fdtri(above, below, 0.5 + side * 0.475))
    assert f_quantile(above, below, side) == pytest.approx(expected, rel=2e-4)


@settings(deadline=None)
@given(st.integers(1, 500), st.floats(0, 2000))
def test_chi_square_tail(freedom: int, value: float) -> None:
    expected = float(chdtrc(freedom, value))
    assert chi_square_tail(freedom, value) == pytest.approx(expected, abs=5e-4)
    if expected > 1e-6:
        assert chi_square_tail(freedom, value) == pytest.approx(expected, rel=0.1)
