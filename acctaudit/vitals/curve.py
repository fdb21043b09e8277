"""From a figure to a score: the log-normal curve through two anchors, as in Lighthouse."""

from __future__ import annotations

import math

MEDIAN, GOOD = 50.0, 90.0
"""Scores at the two anchors."""
_TENTH = 0.9061938024368232
"""erfc(x) = 1/5, which puts nine tenths at the good anchor."""


def curve(value: float, median: float, good: float) -> float:
    """Score from 0 to 100 that is 50 at `median` and 90 at `good`, monotone in the value.

    100 · erfc(-0.9062 · ln(value/median) / ln(good/median)) / 2, where good may lie on
    either side of the median. For figures that are better when lower this is the formula
    of Lighthouse (`shared/statistics.js`); for those that are better when higher it is the
    same with all three numbers inverted. A figure of 0 gets the limit. ValueError unless
    both anchors are positive and differ.
    """
    if median <= 0 or good <= 0 or median == good:
        raise ValueError("a curve needs two different anchors above zero")
    if value <= 0:
        return 100.0 if good < median else 0.0
    middle = math.log(median)
    steps = (math.log(value) - middle) / (math.log(good) - middle)
    return MEDIAN * math.erfc(-_TENTH * steps)
