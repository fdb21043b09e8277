"""The vital signs: a bar for each dimension, and the one number where it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render import svg
from acctaudit.render.chart import Chart
from acctaudit.say import joined, marked, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.render.markup import Html
    from acctaudit.report import Report, Score, Vital

LEAD = marked(
    "Each from 0 to 100: 50 is the middle of comparable accounts, 90 is good. The thin"
    " line is the 95\u00a0% interval, which also stands in brackets behind a figure: the"
    " range in which the true value lies in 95 of 100 such samples. No bar is drawn where"
    " this export does not allow one."
)
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
        reason = words.capital(vital.reason or "")
        return say("{title}: no bar. {reason}", title=vital.title, reason=reason).strip()
    return say(
        "{title}: {score} of 100{range}.",
        title=vital.title,
        score=words.number(vital.score, 0),
        range=_bracketed(vital),
    )


def _bracketed(of: Vital | Score) -> str:
    """` (95 % 55-70)`, or nothing."""
    return f" (95{words.NBSP}% {ends(of)})" if ends(of) else ""


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
    known = words.percent(score.coverage)
    if score.total is None:
        return say(
            "No score: {reason} ({known} of the weight could be judged).",
            reason=score.reason or "",
            known=known,
        )
    unmoved = " " + say("(no interval: drawing the weeks anew does not change it)")
    parts = [
        say(
            "Score {score} of 100{range}: {bands}",
            score=words.number(score.total, 0),
            range=_bracketed(score) or unmoved,
            bands=words.listed(score.bands, "or"),
        )
    ]
    if score.stable is not None:
        parts.append(
            say(
                "other weights of the vital signs give the same in {share} of cases",
                share=words.percent(score.stable),
            )
        )
    if score.cap:
        parts.append(score.cap)
    parts.append(
        say(
            "{known} of the weight could be judged (version {version})",
            known=known,
            version=str(score.version),
        )
    )
    return joined(parts, "; ") + "."
