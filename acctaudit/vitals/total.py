"""One number, only if asked for, and never without what limits it.

The mean of the bars by weight. A dimension without a bar weighs nothing; where too much is
missing there is no number. Grave findings are not made up for by good bars: they cap it.

Results can lower the number and not raise it: norms of reactions hold from a number of
followers on, and an account must not gain by passing it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from acctaudit.judgement import as_said
from acctaudit.pattern import Severity
from acctaudit.say import marked, say
from acctaudit.words import listed, number, percent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from acctaudit.report import Finding
    from acctaudit.vitals.dimensions import Bar
    from acctaudit.vitals.resampling import Values

VERSION = 1
"""Rises with every change after which a total cannot be compared with earlier ones."""
BANDS = (
    (40.0, marked("not working")),
    (55.0, marked("struggling")),
    (70.0, marked("getting by")),
    (85.0, marked("in good order")),
    (100.0, marked("thriving")),
)
"""Upper end, included, and name of each band. The caps are upper ends: our judgement."""
CAPS = {Severity.CRITICAL: 40.0, Severity.HIGH: 70.0}
"""Highest total beside a finding of that severity: our judgement."""
_NAMED = {
    Severity.CRITICAL: (
        marked("the critical finding {names}"),
        marked("the critical findings {names}"),
    ),
    Severity.HIGH: (
        marked("the high finding {names}"),
        marked("the high findings {names}"),
    ),
}
"""One such finding and several, in words."""
MIN_COVERAGE = 0.6
"""Weight that must be known before there is a total: our judgement."""
MIN_DIMENSIONS = 3
"""Bars that it takes: our judgement."""
LOWERS_ONLY = "results"
"""The dimension of which the number of followers decides whether it has a bar."""
_SAME = 1e-9
_WEIGHTINGS = 1_000
_SEED = 20_110_225


@dataclass(frozen=True)
class Total:
    """The number with its interval, bands, coverage, stability and cap."""

    coverage: float
    value: float | None = None
    low: float | None = None
    high: float | None = None
    bands: tuple[str, ...] = ()
    stable: float | None = None
    cap: str | None = None
    reason: str | None = None


def total(
    bars: Sequence[Bar], redrawn: Mapping[str, Values], findings: Sequence[Finding]
) -> Total:
    """The mean of the bars by weight, capped by the gravest findings.

    `redrawn` holds the scores by draw of the dimensions that change with the weeks drawn;
    without any there is no interval.
    """
    known = [bar for bar in bars if bar.score is not None]
    coverage = _coverage(bars)
    if coverage < MIN_COVERAGE or len(known) < MIN_DIMENSIONS:
        return Total(coverage, reason=_too_little(bars, known))
    mean = float(_mean(known, _weights(known), _scores(known)))
    limit, gravest = _gravest(findings)
    value = min(mean, limit)
    low, high = _interval(known, redrawn, limit, value)
    return Total(
        coverage,
        value,
        low,
        high,
        _between(value if low is None else low, value if high is None else high),
        _stable(known, limit, value),
        _cap(limit, gravest, mean),
    )


def _weights(known: Sequence[Bar]) -> Values:
    return np.array([bar.weight for bar in known])


def _scores(known: Sequence[Bar]) -> Values:
    return np.array([bar.score for bar in known], dtype=float)


def _mean(known: Sequence[Bar], weights: Values, scores: Values) -> Values:
    """Mean by weight over the last axis; results count only where they lower it."""
    others = np.array([bar.dimension != LOWERS_ONLY for bar in known])
    weighted = weights * scores
    mean = weighted.sum(axis=-1) / weights.sum(axis=-1)
    without = weighted[..., others].sum(axis=-1) / weights[..., others].sum(axis=-1)
    lower: Values = np.minimum(mean, without)
    return lower


def band(value: float) -> int:
    """Place in BANDS of a total from 0 to 100."""
    return next(place for place, (end, _) in enumerate(BANDS) if value <= end)


def _between(low: float, high: float) -> tuple[str, ...]:
    """Names of all bands from one total to another."""
    return tuple(name for _, name in BANDS[band(low) : band(high) + 1])


def _coverage(bars: Sequence[Bar]) -> float:
    """Weight of the bars / weight of all dimensions that are judged for such an account."""
    possible = sum(bar.weight for bar in bars)
    known = sum(bar.weight for bar in bars if bar.score is not None)
    return known / possible if possible else 0.0


def _too_little(bars: Sequence[Bar], known: Sequence[Bar]) -> str:
    possible = sum(bar.weight > 0 for bar in bars)
    return say(
        "{known} of {possible} vital signs are known from this export; it takes {needed} of"
        " them, and {weight} of their weight",
        known=number(len(known)),
        possible=number(possible),
        needed=number(MIN_DIMENSIONS),
        weight=percent(MIN_COVERAGE),
    )


def _gravest(findings: Sequence[Finding]) -> tuple[float, list[Finding]]:
    """The cap, and the findings that cause it; 100 and none where there is no cap."""
    for severity, limit in CAPS.items():
        found = [f for f in findings if f.verdict == "fired" and f.severity == severity]
        if found:
            return limit, found
    return BANDS[-1][0], []


def _cap(limit: float, gravest: Sequence[Finding], mean: float) -> str | None:
    if not gravest:
        return None
    names = listed(
        [
            say("“{title}” ({code})", title=as_said(found.title), code=found.code)
            for found in gravest
        ]
    )
    one, more = _NAMED[Severity(gravest[0].severity)]
    found = say(one if len(gravest) == 1 else more, names=names)
    if mean <= limit:
        return say("no more than {limit} beside {found}", limit=number(limit), found=found)
    return say(
        "held at {limit}, from {mean}, by {found}",
        limit=number(limit),
        mean=number(mean, 0),
        found=found,
    )


def _interval(
    known: Sequence[Bar], redrawn: Mapping[str, Values], limit: float, value: float
) -> tuple[float | None, float | None]:
    """Percentile interval over the draws, which always holds the total.

    None where no draw changes anything, which is no certainty.
    """
    if not any(bar.dimension in redrawn for bar in known):
        return None, None
    draws = len(next(iter(redrawn.values())))
    scores = np.column_stack(
        [redrawn.get(bar.dimension, np.full(draws, bar.score)) for bar in known]
    )
    totals = np.minimum(_mean(known, _weights(known), scores), limit)
    low, high = np.percentile(totals, [2.5, 97.5])
    if np.ptp(totals) < _SAME:
        return None, None
    return min(float(low), value), max(float(high), value)


def _stable(known: Sequence[Bar], limit: float, value: float) -> float:
    """Share of weightings drawn around the default ones that give the same band."""
    drawn = np.random.default_rng(_SEED).dirichlet(_weights(known), _WEIGHTINGS)
    totals = np.minimum(_mean(known, drawn, _scores(known)), limit)
    return [band(each) for each in totals.tolist()].count(band(value)) / _WEIGHTINGS
