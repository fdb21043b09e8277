"""What rose or fell since the last reports, in the words that every page shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.say import joined, marked, say

if TYPE_CHECKING:
    from acctaudit.report import Trend

TITLE = marked("Since the last reports")
LEAD = marked(
    "Results that moved the same way month after month. Each report counts all posts of its"
    " export, so most of them are the same ones, and a figure moves slowly."
)
_VERDICTS = {"better": marked("better"), "worse": marked("worse")}


def title(trend: Trend) -> str:
    """`Replies to others: third month of decline (worse)`."""
    known = _VERDICTS.get(trend.verdict)
    parts = [trend.title, ": ", trend.label]
    if known:
        parts += [" (", say(known), ")"]
    return joined(parts)


def line(trend: Trend) -> str:
    """The title and what is said of it, in one line."""
    return joined([title(trend), ". ", trend.says])


def icon(trend: Trend) -> str:
    """The name of the icon beside it: of the verdict, else whether it is sure."""
    if trend.status in {"chance", "unknown"}:
        return "open"
    return {"worse": "over", "better": "fine"}.get(trend.verdict, "none")


def values(trend: Trend) -> str:
    """The figure of each month, such as `40 % → 35 % → 31 %`."""
    figures = [words.figure(point.value, trend.unit) for point in trend.points]
    return joined(figures, " → ")
