"""The parts of a post-mortem in the order and the words in which every page shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render.codes import (
    CHAPTERS,
    SEVERITIES,
    WINDOWS,
    claim,
    goal,
    named,
    phase,
    raised,
    severity,
    status,
    title,
    window,
)
from acctaudit.say import joined, marked, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from acctaudit.report import Finding, Measured, Report, Sign

__all__ = [
    "CHAPTERS",
    "INTERVAL",
    "SEVERITIES",
    "WINDOWS",
    "Line",
    "Row",
    "after",
    "chapters",
    "claim",
    "clear",
    "fired",
    "goal",
    "limit",
    "lines",
    "minimum",
    "named",
    "opening",
    "period",
    "phase",
    "row",
    "rows",
    "severity",
    "status",
    "title",
    "undecided",
    "unfit",
    "window",
]

INTERVAL = marked(
    "A figure that was estimated stands with its 95\u00a0% interval: the range in which the"
    " true value lies in 95 of 100 such samples. n is the number of cases behind it."
)
"""What stands above the figures."""
_LIMITS = {
    "enough": marked("at least {limit}"),
    "above": marked("more than {limit}"),
    "below": marked("less than {limit}"),
    "at least": marked("at least {limit}"),
    "at most": marked("at most {limit}"),
}


@dataclass(frozen=True)
class Line:
    """A comparison as a page shows it."""

    sign: Sign
    what: str
    role: str
    """What the comparison decides; empty when it decides the verdict itself."""
    value: str
    interval: str
    limit: str
    outcome: str
    state: str
    """over · fine · open: for colour and icon."""
    basis: str


@dataclass(frozen=True)
class Row:
    """A figure as a page shows it."""

    name: str
    metric: Measured
    value: str
    interval: str
    n: str
    window: str
    stretch: str
    """From when to when, if the figure is about a certain stretch."""


def fired(report: Report) -> list[Finding]:
    """What was found, worst first."""
    rank = list(SEVERITIES)
    last = len(rank)
    return sorted(
        report.fired(),
        key=lambda found: rank.index(found.severity) if found.severity in rank else last,
    )


def clear(report: Report) -> list[Finding]:
    """What was checked and is fine."""
    return [finding for finding in report.patterns if finding.verdict == "clear"]


def undecided(report: Report) -> dict[str, list[Finding]]:
    """What could not be judged, by reason."""
    open_ = {"insufficient-evidence", "not-measurable", "error"}
    return _by_reason(found for found in report.patterns if found.verdict in open_)


def unfit(report: Report) -> dict[str, list[Finding]]:
    """What is not judged for this kind of account, by reason."""
    return _by_reason(
        found for found in report.patterns if found.verdict == "not-applicable"
    )


def _by_reason(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Findings under the reason that they share."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        reason = finding.reason or say("No reason was recorded.")
        groups.setdefault(reason, []).append(finding)
    return groups


def opening(said: str, end: str = ".?!") -> tuple[str, str]:
    """The first short sentence (or what stands before a colon), and the rest."""
    found = re.match(rf"(.{{3,160}}?[{end}])[ \u00a0]+(?=\S)", said, flags=re.DOTALL)
    return (found[1], said[found.end() :]) if found else (said, "")


def lines(finding: Finding) -> list[Line]:
    """The comparisons that decide: on the verdict first, then on the severity."""
    signs = [sign for sign in finding.signs if sign.decides != "evidence"]
    return [
        _line(sign) for sign in sorted(signs, key=lambda sign: sign.decides != "verdict")
    ]


def minimum(finding: Finding) -> list[Line]:
    """The evidence that was needed to judge at all."""
    return [_line(sign) for sign in finding.signs if sign.decides == "evidence"]


def _line(sign: Sign) -> Line:
    """One comparison in words."""
    unit = "share" if _is_share(sign) else sign.unit
    shown = replace(sign, unit=unit)
    outcome, state = _outcome(sign)
    return Line(
        shown,
        _what(sign),
        _role(sign),
        say("not known") if sign.value is None else words.figure(sign.value, unit),
        _range(sign, unit),
        limit(sign, unit) + after(sign),
        outcome,
        state,
        say("Published") if sign.basis.kind == "published" else say("Our judgement"),
    )


def limit(sign: Sign, unit: str) -> str:
    """`less than 5 %`: when the sign is crossed."""
    edge = words.figure(sign.limit, unit)
    if unit == "share" and sign.unit != "share":
        edge = joined([edge, say(sign.unit)], " ")
    known = _LIMITS.get(sign.direction)
    return say(known, limit=edge) if known else joined([sign.direction, edge], " ")


def after(sign: Sign) -> str:
    """What has been done to a chance before it was held against its limit."""
    if not sign.corrected:
        return ""
    chance = words.UNKNOWN if sign.value is None else words.percent(float(sign.value))
    return say(", after correction for all tests of this report ({chance})", chance=chance)


def _what(sign: Sign) -> str:
    """What is compared; without a title the words of its name that do not say how."""
    if sign.title:
        return words.capital(sign.title)
    if sign.decides == "evidence":
        return say("Enough to judge")
    name = sign.name.removeprefix("min_").removeprefix("max_")
    return named(name.removesuffix(f"_{sign.decides}"))


def _is_share(sign: Sign) -> bool:
    """Whether the numbers are proportions, as in `share` and `of own posts`."""
    return sign.unit == "share" or sign.unit.startswith(("share ", "of "))


def _role(sign: Sign) -> str:
    """What crossing the limit decides."""
    if sign.decides in {"verdict", "evidence"}:
        return ""
    return raised(sign.decides)


def _outcome(sign: Sign) -> tuple[str, str]:
    """The result of the comparison in one or two words, and its state."""
    if sign.crossed is None:
        return say("undecided"), "open"
    if sign.decides == "evidence":
        return (say("enough"), "fine") if sign.crossed else (say("too little"), "open")
    return (say("crossed"), "over") if sign.crossed else (say("not crossed"), "fine")


def _range(sign: Sign, unit: str) -> str:
    """The 95 % interval; of a count what it may be, if the unseen is counted in."""
    interval = _interval(sign, unit)
    if not interval:
        return ""
    if sign.direction == "at least" and sign.high is not None:
        return say("up to {n} possible", n=words.number(sign.high))
    return say("95\u00a0% interval {interval}", interval=interval)


def _interval(value: words.Value, unit: str) -> str:
    """The 95 % interval alone, or nothing where the figure is exact."""
    return words.bounds(value, unit).removeprefix(f"95{words.NBSP}% ")


def chapters(report: Report) -> dict[str, list[Row]]:
    """All figures by the title of their analyzer, the unknown ones last."""
    return {title(name): rows(report, name) for name in report.metrics}


def rows(report: Report, analyzer: str) -> list[Row]:
    """The figures of an analyzer, the unknown ones last."""
    metrics = report.metrics.get(analyzer, {})
    made = (row(key, metric) for key, metric in metrics.items())
    return sorted(made, key=lambda row: row.metric.value is None)


def row(name: str, metric: Measured) -> Row:
    """One figure in words."""
    return Row(
        name,
        metric,
        _value(metric),
        "" if isinstance(metric.value, str | list) else _interval(metric, metric.unit),
        "" if metric.n is None else words.number(metric.n),
        window(metric.window)[0],
        _stretch(metric),
    )


def _value(metric: Measured) -> str:
    """The figure with its unit; days as days, and how a life ended in words."""
    if isinstance(metric.value, str):
        return words.day(phase(metric.value))
    return words.plain(metric, metric.unit) or say("none")


def _stretch(metric: Measured) -> str:
    """`1 Mar 2010 to 12 Apr 2010`, or nothing."""
    if metric.start is None or metric.end is None:
        return ""
    return words.days(metric.start, metric.end)


def period(report: Report) -> str:
    """The stretch that the report is about."""
    windows = (report.window.get(name) for name in ("lifetime", "export", "active"))
    span = next(filter(None, windows), None)
    if span is None:
        return say("not known from this export")
    return say(
        "{when} ({days})",
        when=words.days(span.start, span.end),
        days=words.count(span.days, "days"),
    )
