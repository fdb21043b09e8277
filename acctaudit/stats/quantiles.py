"""Quantiles and tails behind the intervals of `stats`; the only importer of scipy.

Importing `scipy.special` costs half as much as pandas, which a report on a thousand posts
would notice. So each function here is a closed form where that is exact to the digits we
print, and asks scipy elsewhere; tests hold the two together.
"""

from __future__ import annotations

import math

Z = 1.959963984540054
"""The normal quantile of 0.975."""
_SHAPE = 100  # above, the expansion of the gamma quantile is exact to seven digits
_FREEDOM = 100  # above, that of the F quantile is exact to four
_BINS = 30  # above, the tail of chi-square is exact to three digits


def gamma_quantile(shape: float, side: int) -> float:
    """Quantile of the gamma distribution at 0.025 (`side` -1) or 0.975 (`side` 1).

    From a shape of 100 on by the Cornish-Fisher expansion, relative error below 1e-7
    (Hill & Davis 1968; Abramowitz & Stegun 26.2.49).
    """
    if shape < _SHAPE:
        from scipy.special import gammaincinv

        return float(gammaincinv(shape, 0.5 + side * 0.475))
    w, root = side * Z, math.sqrt(shape)
    return (
        shape
        + w * root
        + (w**2 - 1) / 3
        + (w**3 - 7 * w) / (36 * root)
        - (3 * w**4 + 7 * w**2 - 16) / (810 * shape)
        + (9 * w**5 + 256 * w**3 - 433 * w) / (38_880 * root**3)
    )


def f_quantile(above: int, below: int, side: int) -> float:
    """Quantile of the F distribution with those degrees of freedom at 0.025 or 0.975.

    From 100 degrees on both sides on by Paulson's approximation (1942), relative error
    below 1e-4.
    """
    if min(above, below) < _FREEDOM:
        from scipy.special import fdtri

        return float(fdtri(above, below, 0.5 + side * 0.475))
    b, a = 2 / (9 * above), 2 / (9 * below)
    square = (1 - a) ** 2 - a * Z**2
    mixed = (1 - a) * (1 - b)
    rest = (1 - b) ** 2 - b * Z**2
    return ((mixed + side * math.sqrt(mixed**2 - square * rest)) / square) ** 3


def chi_square_tail(freedom: int, value: float) -> float:
    """Probability that chi-square with those degrees of freedom exceeds the value.

    From 30 degrees on by Wilson & Hilferty (1931): absolute error below 5e-4, and relative
    error below a tenth down to a probability of one in a million.
    """
    if freedom < _BINS:
        from scipy.special import chdtrc

        return float(chdtrc(freedom, value))
    spread = 2 / (9 * freedom)
    z = ((value / freedom) ** (1 / 3) - (1 - spread)) / math.sqrt(spread)
    return math.erfc(z / math.sqrt(2)) / 2
