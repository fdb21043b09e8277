"""How common something is, when it was found by a rule that errs."""

from __future__ import annotations

import math
from dataclasses import dataclass

from acctaudit.measure import Estimate, Metric
from acctaudit.stats import none_of
from acctaudit.stats.quantiles import Z


@dataclass(frozen=True)
class Rule:
    """How a rule did on two groups of which it was known beforehand what they are."""

    sensitivity: float
    """Share of those that are it, which the rule finds."""
    positives: int
    """How many those were."""
    specificity: float
    """Share of those that are not it, which the rule spares."""
    negatives: int
    """How many those were."""


def rogan_gladen(share: float, rule: Rule) -> float:
    """True share behind the share that the rule matches, kept between 0 and 1.

    (p + specificity - 1) / (sensitivity + specificity - 1). Rogan & Gladen 1978.
    ValueError for a rule that finds no more than it wrongly takes.
    """
    return min(1.0, max(0.0, _corrected(share, rule.sensitivity, rule.specificity)))


def _corrected(share: float, sensitivity: float, specificity: float) -> float:
    if not sensitivity + specificity > 1:
        raise ValueError("a rule must find more than it wrongly takes")
    return (share + specificity - 1) / (sensitivity + specificity - 1)


def lang_reiczigel(k: int, n: int, rule: Rule) -> tuple[float, float]:
    """Interval of the true share, where the rule matches k of n.

    Sampling errors of the share, of the sensitivity and of the specificity are all in it:
    each is drawn a little towards one half, and the interval of the corrected share is
    shifted by how skewed the last two are. Lang & Reiczigel 2014, Preventive Veterinary
    Medicine 113:13-22, equations 6, 7, 15 to 17. ValueError unless 0 <= k <= n and n > 0.
    """
    if not 0 <= k <= n or n == 0:
        raise ValueError("a share needs 0 <= k <= n and n > 0")
    square = Z * Z
    p, of = (k + square / 2) / (n + square), n + square
    found, of_found = _drawn_in(rule.sensitivity, rule.positives)
    spared, of_spared = _drawn_in(rule.specificity, rule.negatives)
    true = _corrected(p, found, spared)
    in_found = true * found * (1 - found) / of_found
    in_spared = (1 - true) * spared * (1 - spared) / of_spared
    variance = p * (1 - p) / of + true * in_found + (1 - true) * in_spared
    centre = true + 2 * square * (in_found - in_spared)
    half = Z * math.sqrt(variance) / (found + spared - 1)
    return max(0.0, centre - half), min(1.0, centre + half)


def _drawn_in(share: float, n: int) -> tuple[float, int]:
    """A share with one case more on either side, and the cases there then are."""
    return (n * share + 1) / (n + 2), n + 2


def prevalence(k: int, n: int, rule: Rule, of: str) -> Metric:
    """True share behind k matches of n, with its interval; too little where n is 0."""
    if n == 0:
        return none_of(of)
    value = rogan_gladen(k / n, rule)
    low, high = lang_reiczigel(k, n, rule)
    return Estimate(value, min(low, value), max(high, value), n)
