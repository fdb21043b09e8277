"""The outcome as a badge: what an endpoint of shields.io answers.

Fields after the documentation of its endpoint badge.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from acctaudit.render.gate import parts
from acctaudit.render.gate.levels import LEVELS
from acctaudit.render.gate.written import written

if TYPE_CHECKING:
    from acctaudit.gate.data import Check


def render(check: Check) -> str:
    """The badge: how many findings of each severity, those suppressed apart."""
    message, color = _shown(check)
    return written(
        {
            "schemaVersion": 1,
            "label": "account health",
            "message": message,
            "color": color,
            "isError": not check.passed,
        }
    )


def _shown(check: Check) -> tuple[str, str]:
    """Message and colour; grey where nothing could be judged."""
    shown = [item.severity for item in check.items if item.state != parts.SUPPRESSED]
    excused = len(check.items) - len(shown)
    counts = Counter(shown)
    if counts:
        worst = [severity for severity in LEVELS if severity in counts]
        message = ", ".join(f"{counts[severity]} {severity}" for severity in worst)
        return message, LEVELS[worst[0]].color
    if not check.passed:
        return "failed", "red"
    if excused:
        return f"no findings ({excused} suppressed)", "green"
    if any(case.verdict in {"fired", "clear"} for case in check.cases):
        return "no findings", "brightgreen"
    return "not judged", "lightgrey"
