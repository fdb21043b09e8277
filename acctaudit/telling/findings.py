"""One finding: a pattern, what it observed, the verdict, and the posts that show it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from acctaudit import report
from acctaudit.judgement import crossing
from acctaudit.measure import Estimate
from acctaudit.pattern import Published
from acctaudit.safe import masked

if TYPE_CHECKING:
    from acctaudit.judgement import Outcome, Reading
    from acctaudit.model.account import Account

_DIGITS = 10
"""Significant digits that a report keeps: beyond them lies the noise of the machine."""
_EXCERPT = 140
_EVIDENCE = 5
_SUBJECTS = 100


def number(value: float | None) -> float | None:
    """A number as a report keeps it: finite, rounded, whole where it is whole."""
    if value is None:
        return None
    if not math.isfinite(value):
        raise ValueError("a metric is not finite")
    short = float(f"{value:.{_DIGITS}g}")
    return int(short) if short.is_integer() and abs(short) < 2**53 else short


def rounded(value: float | str | list[str]) -> float | str | list[str] | None:
    """A value as a report keeps it."""
    return value if isinstance(value, str | list) else number(value)


def finding(account: Account, outcome: Outcome) -> report.Finding:
    """The finding as plain data."""
    pattern, judged = outcome.pattern, outcome.judged
    page = pattern.page()
    fired = judged.verdict == "fired"
    return report.Finding(
        code=pattern.code,
        name=pattern.name,
        title=pattern.healthy if judged.verdict == "clear" else pattern.failing,
        verdict=judged.verdict,
        severity=judged.severity,
        says=outcome.observed.says if fired else "",
        reason=judged.reason,
        signs=[_sign(reading) for reading in judged.readings],
        evidence=_evidence(account, outcome.observed.evidence) if fired else [],
        looks_for=page["What it looks for"],
        matters=page["Why it matters"],
        asks=pattern.asks,
        remedy=page["What to do"],
        effect=page["What to expect"],
        measure=page["How to measure it"],
        ignore_when=page["When to ignore it"],
        limits=page["Limits"],
        base_rate=pattern.base_rate,
        about=_about(outcome) if fired else [],
        version=pattern.version,
    )


def _about(outcome: Outcome) -> list[report.Subject]:
    """What the finding is about: of what was looked at, that which crosses its limit."""
    return [
        report.Subject(item.key, item.sign, number(item.value), item.end)
        for item in crossing(outcome)
    ][:_SUBJECTS]


def _sign(reading: Reading) -> report.Sign:
    sign, metric = reading.sign, reading.metric
    known = metric if isinstance(metric, Estimate) else None
    basis = sign.basis
    published = isinstance(basis, Published)
    decided = reading.state in {"crossed", "clear"}
    kind = "evidence" if sign.direction == "enough" else "verdict"
    return report.Sign(
        name=reading.name,
        direction=sign.direction,
        limit=reading.limit,
        unit=sign.unit,
        basis=report.Basis(
            "published" if published else "our judgement",
            basis.text,
            getattr(basis, "url", ""),
        ),
        value=number(known.number) if known else None,
        low=number(known.low) if known else None,
        high=number(known.high) if known else None,
        n=known.n if known else None,
        crossed=reading.state == "crossed" if decided else None,
        reason=reading.reason,
        decides=sign.raises or kind,
        corrected=sign.corrected,
        title=sign.title,
    )


def _evidence(account: Account, ids: tuple[str, ...]) -> list[report.Evidence]:
    """The posts of these ids, in the order given, with a short excerpt of each."""
    wanted = ids[:_EVIDENCE]
    posts = account.posts[account.posts["post_id"].isin(wanted)]
    rows = {str(row["post_id"]): row for row in posts.to_dict("records")}
    return [
        report.Evidence(
            post_id=post_id,
            date=rows[post_id]["created_at"].date().isoformat(),
            url=account.link_to(post_id),
            text=_excerpt(rows[post_id].get("text")),
        )
        for post_id in wanted
        if post_id in rows
    ]


def _excerpt(text: object) -> str | None:
    """The beginning of a text, e-mail addresses and phone numbers masked."""
    if not isinstance(text, str):
        return None
    short = masked(text)
    return short if len(short) <= _EXCERPT else f"{short[: _EXCERPT - 1].rstrip()}…"
