"""Thresholds decide: from what a pattern observed to one of five verdicts.

A sign is crossed only when the interval bound on the safe side is crossed. A value beyond
the limit whose interval is not is *undecided*, so that small samples abstain by themselves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from acctaudit.measure import Estimate, Metric, Unknown, exact
from acctaudit.say import Said, joined, say
from acctaudit.words import figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from acctaudit.intent import Intent
    from acctaudit.pattern import About, Observed, Pattern, Severity, Sign

State = Literal["crossed", "clear", "undecided", "unknown"]


@dataclass(frozen=True)
class Reading:
    """One sign as read: its limit, what was observed, and what that says."""

    name: str
    limit: float
    sign: Sign
    metric: Metric
    state: State
    reason: str | None


@dataclass(frozen=True)
class Judged:
    """The verdict on one pattern."""

    verdict: str
    severity: Severity
    reason: str | None
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class Outcome:
    """One pattern with what it observed and the verdict on it."""

    pattern: Pattern
    observed: Observed
    judged: Judged


def judge(
    pattern: Pattern,
    observed: Observed,
    intent: Intent,
    adjusted: Mapping[str, float] | None = None,
) -> Judged:
    """Compare every sign with its limit and draw the verdict.

    `adjusted` holds, by sign, the chances corrected for the other tests of the report.
    """
    readings = tuple(
        read(name, limit, sign, _corrected(observed.signs[sign.of or name], name, adjusted))
        for name, (limit, sign) in pattern.signs().items()
    )
    verdict, reason = _verdict(readings)
    return Judged(verdict, _severity(pattern, readings, intent), reason, readings)


def _corrected(metric: Metric, name: str, adjusted: Mapping[str, float] | None) -> Metric:
    if adjusted is None or name not in adjusted or isinstance(metric, Unknown):
        return metric
    return replace(metric, value=adjusted[name])


def crossing(outcome: Outcome) -> list[About]:
    """Of what the pattern is about, that which crosses the limit by itself."""
    signs = outcome.pattern.signs()
    return [
        item
        for item in outcome.observed.about
        if not item.sign or item.value is None or _crosses(item.value, *signs[item.sign])
    ]


def _crosses(value: float, limit: float, sign: Sign) -> bool:
    return _state(limit, sign, exact(value)) == "crossed"


def excluded(pattern: Pattern, reason: str) -> Judged:
    """The verdict on a pattern that is not judged for this kind of account."""
    return Judged("not-applicable", pattern.severity, reason, ())


def read(name: str, limit: float, sign: Sign, metric: Metric) -> Reading:
    """One comparison."""
    if isinstance(metric, Unknown):
        return Reading(name, limit, sign, metric, "unknown", metric.reason)
    state = _state(limit, sign, metric)
    return Reading(name, limit, sign, metric, state, _why(limit, sign, metric, state))


def _state(limit: float, sign: Sign, metric: Estimate) -> State:
    value = metric.number
    low = value if metric.low is None else metric.low
    high = value if metric.high is None else metric.high
    match sign.direction:
        case "enough":
            return "crossed" if value >= limit else "undecided"
        case "above":
            crossed, beyond = low > limit, value > limit
        case "at least":  # of counts: between low and high lies what could not be seen
            crossed, beyond = low >= limit, high >= limit
        case "at most":
            crossed, beyond = high <= limit, value <= limit
        case "below":
            crossed, beyond = high < limit, value < limit
    return "crossed" if crossed else "undecided" if beyond else "clear"


def _why(limit: float, sign: Sign, metric: Estimate, state: State) -> str | None:
    if state != "undecided":
        return None
    value, line = figure(metric.number, sign.unit), figure(limit, sign.unit)
    if sign.direction == "enough":
        return needed(value, limit, sign.unit)
    if sign.direction == "at least":
        most = figure(metric.number if metric.high is None else metric.high, sign.unit)
        return say(
            "{value} for sure, and up to {most} with what the export does not show",
            value=value,
            most=most,
        )
    return say(
        "{value} is beyond the limit of {limit}, but the data are too few to be sure",
        value=value,
        limit=line,
    )


def needed(value: str, limit: float, unit: str) -> str:
    """How much there is and how much it takes, in words."""
    line = figure(limit, unit)
    if limit == 1:
        return say("{value}; at least {limit} is needed", value=value, limit=line)
    return say("{value}; at least {limit} are needed", value=value, limit=line)


def as_said(text: str) -> str:
    """A text of ours that may be put into another one: it remembers how it was made."""
    return text if isinstance(text, Said) else say(text)


def one_after_another(reasons: Iterable[str]) -> str:
    """Reasons in one text, each once."""
    texts = list(dict.fromkeys(reasons))
    return texts[0] if len(texts) == 1 else joined(list(map(as_said, texts)), "; ")


def _verdict(readings: tuple[Reading, ...]) -> tuple[str, str | None]:
    """Verdict and reason from the signs that decide it."""
    needed = [r for r in readings if r.sign.direction == "enough"]
    deciding = [r for r in readings if r.sign.direction != "enough" and not r.sign.raises]
    if all(r.state == "crossed" for r in needed) and any(
        r.state == "clear" for r in deciding
    ):
        return "clear", None
    for status in ("not-measurable", "insufficient-evidence"):
        for group in (needed, deciding):
            reasons = [r.reason for r in group if _status(r) == status and r.reason]
            if reasons:
                return status, one_after_another(reasons)
    return "fired", None


def _status(reading: Reading) -> str | None:
    if isinstance(reading.metric, Unknown):
        return reading.metric.status
    return "insufficient-evidence" if reading.state == "undecided" else None


def _severity(pattern: Pattern, readings: tuple[Reading, ...], intent: Intent) -> Severity:
    """The worst step reached; one milder where the intent was only inferred."""
    steps = [r.sign.raises for r in readings if r.sign.raises and r.state == "crossed"]
    worst = min([pattern.severity, *steps], key=lambda severity: severity.rank)
    return worst.milder if intent.inferred and pattern.by_intent else worst
