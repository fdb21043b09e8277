"""The report as JSON: the truth that every other format shows a part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from acctaudit.report import Report


def render(report: Report) -> str:
    """The report by schema `acctaudit/report/1`."""
    return report.to_json()
