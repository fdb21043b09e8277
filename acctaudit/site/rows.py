"""What the index and the cohort show of one report."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from acctaudit.report import SEVERITIES
from acctaudit.site.data import FAILED, Row, Value
from acctaudit.site.standing import left_open, standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from acctaudit.report import Measured, Report

FIGURES = (
    "conversation.conversation_share",
    "conversation.reply_share",
    "responsiveness.response_rate",
    "cadence.longest_gap_days",
    "cadence.silent_weeks_share",
    "engagement.engagements_per_post",
    "engagement.zero_reaction_share",
    "content.link_share",
    "content.near_duplicate_share",
    "profile.profile_completeness",
    "cadence.posts_per_week_active",
)
"""Figures of results, and the pace as their background: none counts followers or posts."""
CONVERSATION, PACE = FIGURES[0], FIGURES[-1]


def row(report: Report, source: str, page: str, unmade: str = "") -> Row:
    """One account as the index shows it; `source` stands in where it has no name.

    `unmade` says why its page is the one of an earlier run.
    """
    fired = report.fired()
    undecided = {"insufficient-evidence", "not-measurable", "error"}
    verdicts = {
        finding.code: finding.verdict == "fired"
        for finding in report.patterns
        if finding.verdict in {"fired", "clear"}
    }
    still_open = sum(finding.verdict in undecided for finding in report.patterns)
    active = report.window.get("active")
    return Row(
        name=_name(report, source),
        source=source,
        page=page,
        standing=standing(report),
        unmade=unmade,
        open=left_open(report),
        found={
            severity: titles
            for severity in SEVERITIES
            if (titles := [f.title for f in fired if f.severity == severity])
        },
        verdicts=verdicts,
        titles={finding.code: finding.title for finding in fired},
        judged=len(verdicts),
        applicable=len(verdicts) + still_open,
        figures={key: value(report, key) for key in FIGURES},
        last_post=active.end if active else None,
        first_week=report.life.first_week,
        weeks=tuple(map(sum, zip(*report.life.weeks.values(), strict=True))),
        silences=tuple((gap.start, gap.end) for gap in report.life.gaps),
        as_of=report.as_of,
    )


def failed(source: str, error: str) -> Row:
    """An account that could not be read."""
    return Row(source, source, "", FAILED, error)


def told_apart(rows: Sequence[Row]) -> list[Row]:
    """The rows, those of one name with the name of their input behind it."""
    counts = Counter(row.name for row in rows)
    return [
        replace(row, name=f"{row.name} ({row.source})") if counts[row.name] > 1 else row
        for row in rows
    ]


def metric(report: Report, key: str) -> Measured | None:
    """The figure `analyzer.metric` of a report, if it is in it at all."""
    analyzer, _, name = key.partition(".")
    return report.metrics.get(analyzer, {}).get(name)


def value(report: Report, key: str) -> Value:
    """A figure as a number, or the reason why there is none."""
    found = metric(report, key)
    if found is None:
        return Value(None)
    if isinstance(found.value, str | list) or found.value is None:
        return Value(None, reason=found.reason or "")
    return Value(found.value, found.low, found.high)


def _name(report: Report, source: str) -> str:
    handle = report.account.handle
    return f"@{handle}" if handle else report.account.name or source
