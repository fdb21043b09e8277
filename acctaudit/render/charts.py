"""The pictures of the report: the life of an account, its mix, and a value at its limit.

Every picture has a title, one sentence that says what it shows, tooltips, and its numbers
as tables, so that nobody depends on seeing it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render import svg
from acctaudit.render.chart import Chart, Key, Table
from acctaudit.render.life import life

if TYPE_CHECKING:
    from acctaudit.render.markup import Html
    from acctaudit.report import Measured, Report, Sign

__all__ = ["life", "mix", "sign_range"]

_SHARES = {
    "broadcast_share": ("original", "broadcast, addressed to nobody"),
    "conversation_share": ("reply", "conversation: replies, mentions, quotes"),
    "repost_share": ("repost", "reposts of others"),
}


def mix(report: Report) -> Chart | None:
    """What the posts were for, as one bar; None if it is not known."""
    known = report.metrics.get("conversation", {})
    shares = [(_share(known.get(name)), *what) for name, what in _SHARES.items()]
    found = [(share, kind, said) for share, kind, said in shares if share is not None]
    if len(found) < len(_SHARES):
        return None
    rest = 1 - sum(share for share, _, _ in found)
    if rest > 0.0005:
        found.append((rest, "self_reply", "neither, such as own threads"))
    keys = [
        Key(kind, words.capital(said), words.percent(share)) for share, kind, said in found
    ]
    most = max(found, key=lambda item: item[0])
    finding = f"{words.percent(most[0])} of all posts were {most[2]}."
    rows = [[key.words, key.share] for key in keys]
    table = Table("Shares of all posts", ["What", "Share"], rows)
    bar = _bar([(share, kind, said) for share, kind, said in found], finding)
    return Chart("mix", "Who the posts were for", finding, bar, legend=keys, tables=[table])


def _share(metric: Measured | None) -> float | None:
    """The value of a share, if it is a number."""
    value = metric.value if metric else None
    return value if isinstance(value, int | float) else None


def _bar(found: list[tuple[float, str, str]], finding: str) -> Html:
    """Shares side by side."""
    whole = sum(share for share, _, _ in found) or 1
    at, shapes = 0.0, []
    for share, kind, said in found:
        wide = 1000 * share / whole
        if wide:
            tip = f"{words.capital(said)}: {words.percent(share)}"
            shapes.append(svg.rect((at, 0, max(wide - 2, 1), 30), kind, tip=tip))
        at += wide
    return svg.drawing(
        "mix",
        (1000, 30),
        "Who the posts were for",
        finding,
        *shapes,
        width="100%",
        height="30",
        preserveAspectRatio="none",
        class_="mix",
    )


RANGE = (168.0, 26.0)


def sign_range(sign: Sign, key: str, finding: str) -> Chart | None:
    """The interval of a value against its limit; None without value and bounds."""
    if sign.value is None or sign.low is None or sign.high is None:
        return None
    ends = sign.low, sign.value, sign.high
    top = max(*ends, sign.limit, 1e-9) * 1.15
    if sign.unit == "share":
        top = min(top, max(1.0, *ends))
    low_end = min(0.0, *ends, sign.limit)
    shapes = _range_shapes(sign, low_end, top)
    drawing = svg.drawing(
        key, RANGE, "Measured against the limit", finding, *shapes, width="168", height="26"
    )
    return Chart(key, "Measured against the limit", finding, drawing)


def _range_shapes(sign: Sign, bottom: float, top: float) -> list[Html]:
    """The zone beyond the limit, the interval, the value and the limit."""
    wide, middle = RANGE[0] - 8, RANGE[1] / 2

    def x(value: float) -> float:
        return 4 + wide * (value - bottom) / (top - bottom)

    limit = x(sign.limit)
    zone = (4.0, 5.0, limit - 4, 16.0)
    if sign.direction not in {"below", "at most"}:
        zone = (limit, 5.0, 4 + wide - limit, 16.0)
    low, value, high = (x(end or 0.0) for end in (sign.low, sign.value, sign.high))
    return [
        svg.rect((4, 12, wide, 2), "line"),
        svg.rect(zone, "tint" if sign.decides == "evidence" else "zone"),
        svg.line((limit, 2), (limit, 24), "axis", width=2),
        svg.rect((low, middle - 2, max(high - low, 1), 4), "ink", radius=2),
        svg.dot(value, middle, 5, "ink"),
    ]
