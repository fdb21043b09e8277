"""What came back: how many reactions posts got, and the usual post of each quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render import plot, svg, timeline
from acctaudit.render.chart import Chart, Key, Table, absent
from acctaudit.render.markup import Html
from acctaudit.render.mix import quarter
from acctaudit.render.svg import Face
from acctaudit.say import say

if TYPE_CHECKING:
    from acctaudit.report import Bucket, Measured, Quarter, Report

_CLIPPED = 3.0
"""So many times the highest median is the upper edge: bounds may lie far above it."""


def distribution(report: Report) -> Chart:
    """Posts by the reactions they got, with the median."""
    title, key = say("Reactions to a post"), "reactions"
    found = report.shapes.reactions
    if not found or not sum(bucket.posts for bucket in found):
        return absent(key, title, report.shapes.reasons, key)
    median = report.metrics.get("engagement", {}).get("engagements_per_post")
    finding = _said(found, median)
    keys = [Key("original", say("Own posts, reposts left out"))]
    if median is not None and _middle(median) is not None:
        said = words.said(median, median.unit)
        keys.append(Key("ink", say("The usual (median) post: {n}", n=said), mark="dashed"))
    total = sum(bucket.posts for bucket in found)
    rows = [
        [reach(bucket), words.number(bucket.posts), words.percent(bucket.posts / total)]
        for bucket in found
    ]
    head = [say("Reactions"), say("Posts"), say("Share")]
    table = Table(say("Posts by reactions"), head, rows)
    drawing = _columns(found, _middle(median), title, finding)
    note = plot.own_posts(report, total)
    return Chart(key, title, finding, drawing, None, keys, [table], note)


def reach(bucket: Bucket) -> str:
    """`3-5` reactions, or `100 or more`."""
    if bucket.most is None:
        return say("{n} or more", n=words.number(bucket.least))
    if bucket.most == bucket.least:
        return words.number(bucket.least)
    return words.interval(bucket.least, bucket.most, "reactions")


def _middle(median: Measured | None) -> float | None:
    value = median.value if median else None
    return value if isinstance(value, int | float) else None


def _said(found: list[Bucket], median: Measured | None) -> str:
    total = sum(bucket.posts for bucket in found)
    none = sum(bucket.posts for bucket in found if bucket.most == 0)
    share = words.percent(none / total)
    middle = _middle(median)
    if middle is None:
        return say("{share} of the posts got no reaction.", share=share)
    return say(
        "{share} of the posts got no reaction; the usual (median) post got {n}.",
        share=share, n=words.number(middle),
    )  # fmt: skip


def _columns(found: list[Bucket], median: float | None, title: str, finding: str) -> Html:
    marks = timeline.heights(max(bucket.posts for bucket in found))
    field = plot.counted(marks)
    wide = field.width / len(found)
    shapes = [plot.levels(field, plot.numbered(marks))]
    names = []
    for at, bucket in enumerate(found):
        x, y = field.left + wide * at, field.y(bucket.posts)
        tip = f"{reach(bucket)}: {words.count(bucket.posts, 'posts')}"
        box = (x + wide * 0.1, y, wide * 0.8, field.base - y)
        shapes.append(svg.rect(box, "original", tip=tip))
        names.append((x + wide / 2, _short(bucket)))
    if median is not None and (at_ := _place(found, median)) is not None:
        x = field.left + wide * at_
        shapes.append(
            svg.line((x, field.top - 6), (x, field.base), "ink", width=1.5, dash="3 3")
        )
    return svg.drawing(
        "reactions", field.size(44), title, finding, *shapes, plot.below(field, names),
        _under(field, say("reactions")), width="500",
    )  # fmt: skip


def _short(bucket: Bucket) -> str:
    """The reach of a bucket where there is little room."""
    return f"{words.number(bucket.least)}+" if bucket.most is None else reach(bucket)


def _place(found: list[Bucket], median: float) -> float | None:
    """Where the median stands, in columns."""
    for at, bucket in enumerate(found):
        most = bucket.most if bucket.most is not None else median
        if median < bucket.least:
            return float(at)
        if median <= most:
            part = (median - bucket.least + 0.5) / (most - bucket.least + 1)
            return at + 0.1 + 0.8 * part
    return None


def _under(field: plot.Field, said: str) -> Html:
    """What the horizontal axis counts."""
    face = Face(plot.TEXT, anchor="end")
    return svg.label(field.right, field.base + 37, said, face)


def usual(report: Report) -> Chart:
    """The median of each quarter with its interval."""
    title, key = say("The usual post by quarter"), "usual"
    found = report.shapes.quarters
    if not found:
        return absent(key, title, report.shapes.reasons, "quarters")
    finding = _over_time(found)
    keys = [
        Key("original", say("Reactions of the median post, with its 95\u00a0% interval"),
            mark="bar")
    ]  # fmt: skip
    head = [say("Quarter"), say("Median"), say("From"), say("To"), say("Posts")]
    rows = [
        [quarter(q.start), *map(words.number, (q.median, q.low, q.high, q.posts))]
        for q in found
    ]
    drawing, clipped = _dots(found, title, finding)
    note = say("Intervals that end above the picture are cut off.") if clipped else ""
    table = Table(say("The usual post by quarter"), head, rows)
    return Chart(key, title, finding, drawing, None, keys, [table], note)


def _over_time(found: list[Quarter]) -> str:
    medians = [q.median for q in found]
    last = found[-1]
    if len(found) == 1:
        return say(
            "In {quarter} the usual post got {reactions}.",
            quarter=quarter(last.start), reactions=words.count(last.median, "reactions"),
        )  # fmt: skip
    if min(medians) == max(medians):
        return say(
            "In every quarter the usual post got {reactions}.",
            reactions=words.count(medians[0], "reactions"),
        )
    return say(
        "The usual post of a quarter got between {least} and {most} reactions; in {last}"
        " it was {n}.",
        least=words.number(min(medians)), most=words.number(max(medians)),
        last=quarter(last.start), n=words.number(last.median),
    )  # fmt: skip


def _dots(found: list[Quarter], title: str, finding: str) -> tuple[Html, bool]:
    """The drawing, and whether an interval does not fit into it."""
    highest = max(q.high for q in found)
    edge = min(highest, max(_CLIPPED * max(q.median for q in found), 1))
    marks = timeline.heights(max(1, round(edge + 0.499)))
    field = plot.counted(marks)
    starts = _between([q.start for q in found])
    wide = field.width / len(starts)
    shapes, tips = [], []
    for q in found:
        x = field.left + wide * (starts.index(q.start) + 0.5)
        shapes.append(
            svg.line((x, field.y(q.low)), (x, field.y(q.high)), "original", width=1.5)
        )
        shapes.append(svg.dot(x, field.y(q.median), min(4.0, wide / 2), "original"))
        tips.append(((x - wide / 2, field.top, wide, field.height), _tip(q)))
    levels = plot.levels(field, plot.numbered(marks))
    below = plot.below(field, plot.years(field, starts))
    drawing = svg.drawing(
        "usual",
        field.size(),
        title,
        finding,
        levels,
        below,
        *shapes,
        svg.targets(tips),
        width="500",
    )
    return drawing, highest > marks[-1]


def _between(starts: list[str]) -> list[str]:
    """Every quarter from the first to the last."""
    first, last = (int(s[:4]) * 4 + (int(s[5:7]) - 1) // 3 for s in (starts[0], starts[-1]))
    return [f"{q // 4}-{q % 4 * 3 + 1:02}-01" for q in range(first, last + 1)]


def _tip(q: Quarter) -> str:
    range_ = words.interval(q.low, q.high, "reactions")
    middle, posts = words.number(q.median), words.count(q.posts, "posts")
    return f"{quarter(q.start)}: {middle} (95\u00a0% {range_}); {posts}"
