"""The vital signs: a bar for each dimension, and the one number where it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render import svg
from acctaudit.render.chart import Chart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.render.markup import Html
    from acctaudit.report import Report, Score, Vital

LEAD = (
    "Each from 0 to 100: 50 is the middle of comparable accounts, 90 is good. The thin"
    " line is the 95\u00a0% interval, which also stands in brackets behind a figure: the"
    " range in which the true value lies in 95 of 100 such samples. No bar is drawn where"
    " this export does not allow one."
)
_NO_RANGE = " (no interval: drawing the weeks anew does not change it)"
_SIZE = (240.0, 22.0)


def bars(report: Report) -> list[tuple[Vital, Chart]]:
    """Each dimension with its picture."""
    return [(vital, _chart(vital)) for vital in report.vitals]


def _chart(vital: Vital) -> Chart:
    key = f"vital-{vital.dimension}"
    finding = _finding(vital)
    drawing = svg.drawing(
        key,
        _SIZE,
        vital.title,
        finding,
        *_shapes(vital),
        width="240",
        height="22",
    )
    return Chart(key, vital.title, finding, drawing)


def _finding(vital: Vital) -> str:
    if vital.score is None:
        return f"{vital.title}: no bar. {words.capital(vital.reason or '')}".strip()
    range_ = f" (95{words.NBSP}% {ends(vital)})" if ends(vital) else ""
    return f"{vital.title}: {vital.score:.0f} of 100{range_}."


def ends(of: Vital | Score) -> str:
    """`55–70`, or nothing where both ends are the same whole number, or unknown."""
    if of.low is None or of.high is None or round(of.low) == round(of.high):
        return ""
    return f"{of.low:.0f}–{of.high:.0f}"


def _shapes(vital: Vital) -> Iterator[Html]:
    wide = _SIZE[0] - 8
    yield svg.rect((4, 6, wide, 10), "tint")
    if vital.score is None:
        return
    yield svg.rect((4, 6, wide * vital.score / 100, 10), "original")
    for anchor in (50, 90):
        yield svg.line((4 + wide * anchor / 100, 3), (4 + wide * anchor / 100, 19), "axis")
    if vital.low is not None and vital.high is not None and ends(vital):
        low, high = (4 + wide * end / 100 for end in (vital.low, vital.high))
        yield svg.line((low, 11), (high, 11), "ink", width=2)


def total(score: Score) -> str:
    """The one number in words: with its interval, bands, coverage and cap."""
    known = f"{words.percent(score.coverage)} of the weight could be judged"
    if score.total is None:
        return f"No score: {score.reason} ({known})."
    range_ = f" (95{words.NBSP}% {ends(score)})" if ends(score) else _NO_RANGE
    parts = [f"Score {score.total:.0f} of 100{range_}: {words.listed(score.bands, 'or')}"]
    if score.stable is not None:
        parts.append(
            "other weights of the vital signs give the same in"
            f" {words.percent(score.stable)} of cases"
        )
    if score.cap:
        parts.append(score.cap)
    return f"{'; '.join(parts)}; {known} (version {score.version})."
