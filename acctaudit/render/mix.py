"""Who the posts were for: as one bar over the whole life, and by quarter of a year."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render import overlay, plot, svg, texture, timeline
from acctaudit.render.chart import Chart, Key, Table
from acctaudit.render.drawing import UNSEEN
from acctaudit.render.markup import Html
from acctaudit.say import joined, marked, say

if TYPE_CHECKING:
    from acctaudit.report import Life, Measured, Report

_SHARES = {
    "broadcast_share": ("original", marked("broadcast, addressed to nobody")),
    "conversation_share": ("reply", marked("conversation: replies, mentions, quotes")),
    "repost_share": ("repost", marked("reposts of others")),
}
_REST = ("self_reply", marked("neither, such as own threads"))
_MOST = {
    "original": marked("{share} of all posts were broadcast, addressed to nobody."),
    "reply": marked(
        "{share} of all posts were conversation: replies, mentions and quotes."
    ),
    "repost": marked("{share} of all posts were reposts of others."),
    "self_reply": marked("{share} of all posts were neither, such as own threads."),
}


def whole(report: Report) -> Chart | None:
    """What the posts were for, as one bar; None if it is not known."""
    known = report.metrics.get("conversation", {})
    shares = [(_share(known.get(name)), *what) for name, what in _SHARES.items()]
    found = [(share, kind, said) for share, kind, said in shares if share is not None]
    if len(found) < len(_SHARES):
        return None
    rest = 1 - sum(share for share, _, _ in found)
    if rest > 0.0005:
        found.append((rest, *_REST))
    keys = [
        Key(kind, words.capital(say(said)), words.percent(share))
        for share, kind, said in found
    ]
    most = max(found, key=lambda item: item[0])
    finding = say(_MOST[most[1]], share=words.percent(most[0]))
    rows = [[key.words, key.share] for key in keys]
    table = Table(say("Shares of all posts"), [say("What"), say("Share")], rows)
    title = say("All posts")
    bar = _bar(found, title, finding)
    return Chart("mix", title, finding, bar, legend=keys, tables=[table])


def _share(metric: Measured | None) -> float | None:
    """The value of a share, if it is a number."""
    value = metric.value if metric else None
    return value if isinstance(value, int | float) else None


def _bar(found: list[tuple[float, str, str]], title: str, finding: str) -> Html:
    """Shares side by side."""
    total = sum(share for share, _, _ in found) or 1
    at, shapes, tips = 0.0, [], []
    for share, kind, said in found:
        wide = 1000 * share / total
        if wide:
            tip = f"{words.capital(say(said))}: {words.percent(share)}"
            shapes.append(texture.columns([(at, 0, max(wide - 2, 1), 30)], kind))
            tips.append(((at, 0.0, wide, 30.0), tip))
        at += wide
    return svg.drawing(
        "mix", (1000, 30), title, finding, *shapes, svg.targets(tips),
        width="100%", height="30", preserveAspectRatio="none", class_="mix",
    )  # fmt: skip


def quarters(life: Life) -> dict[str, dict[str, int]]:
    """Posts by kind for each quarter, by its first day; a week counts where it begins."""
    if life.first_week is None:
        return {}
    first = timeline.parsed(life.first_week)
    found: dict[str, dict[str, int]] = {}
    for week in range(max(map(len, life.weeks.values()), default=0)):
        day = first + timedelta(weeks=week)
        start = f"{day.year}-{(day.month - 1) // 3 * 3 + 1:02}-01"
        kinds = found.setdefault(start, dict.fromkeys(timeline.KINDS, 0))
        for kind in kinds:
            counts = life.weeks.get(kind, [])
            kinds[kind] += counts[week] if week < len(counts) else 0
    return found


def quarter(start: str) -> str:
    """`Q1 2010` of its first day."""
    return say("Q{n} {year}", n=str((int(start[5:7]) + 2) // 3), year=start[:4])


def by_quarter(report: Report) -> Chart:
    """The kinds of posts of each quarter, as shares of all its posts."""
    title = say("Kinds of posts by quarter")
    found = quarters(report.life)
    if not found:
        missing = say("Weekly posts are not in this export.")
        return Chart("quarters", title, "", Html(), missing=missing)
    kinds = [kind for kind in timeline.KINDS if any(q[kind] for q in found.values())]
    finding = _finding(found)
    empty = any(
        not sum(posts.values()) and not _unseen(report.life, start)
        for start, posts in found.items()
    )
    keys = [Key(kind, say(timeline.KINDS[kind])) for kind in kinds]
    keys += [Key("line", say("No posts"), mark="silence")] if empty else []
    drawing = _drawing(found, kinds, title, finding, report.life)
    table = _table(found, kinds)
    note = say("A week counts in the quarter in which it begins.")
    if "repost" in kinds:
        note = joined([note, say("Reposts are counted here.")], " ")
    return Chart("quarters", title, finding, drawing, None, keys, [table], note)


def _finding(found: dict[str, dict[str, int]]) -> str:
    """How the share of replies went from the first quarter with posts to the last."""
    posted = [(start, kinds) for start, kinds in found.items() if sum(kinds.values())]
    if not posted:
        return say("There are no posts in these quarters.")
    (first, before), (last, after) = posted[0], posted[-1]
    shares = [words.percent(k["reply"] / sum(k.values())) for k in (before, after)]
    if first == last:
        text = marked("Replies to others: {share} of the posts in {quarter}.")
        return say(text, share=shares[0], quarter=quarter(first))
    return say(
        "Replies to others: {before} of the posts in {first}, {after} in {last}.",
        before=shares[0], first=quarter(first), after=shares[1], last=quarter(last),
    )  # fmt: skip


def _drawing(
    found: dict[str, dict[str, int]],
    kinds: list[str],
    title: str,
    finding: str,
    life: Life,
) -> Html:
    """Columns of equal height, one for each quarter."""
    field = plot.Field()
    wide = field.width / len(found)
    boxes: dict[str, list[svg.Box]] = {kind: [] for kind in kinds}
    empty: list[svg.Box] = []
    unseen: list[svg.Box] = []
    tips = []
    for at, (start, posts) in enumerate(found.items()):
        x, total, y = field.left + at * wide, sum(posts.values()), field.base
        tip = _tip(start, posts)
        for kind in kinds if total else ():
            high = field.height * posts[kind] / total
            y -= high
            boxes[kind] += [(x + 0.5, y, max(wide - 1, 0.5), high)] if high else []
        if not total:
            missing = _unseen(life, start)
            (unseen if missing else empty).append((x, field.top, wide, field.height))
            tip = say(UNSEEN) if missing else tip
        tips.append(((x, field.top, wide, field.height), tip))
    percents = [(part / 2, words.percent(part / 2)) for part in range(3)]
    return svg.drawing(
        "quarters", field.size(), title, finding,
        plot.levels(field, percents),
        texture.silent(empty) if empty else Html(),
        svg.unseen(unseen) if unseen else Html(),
        *(texture.columns(boxes[kind], kind) for kind in kinds),
        plot.below(field, plot.years(field, list(found))),
        svg.targets(tips),
        width="500",
    )  # fmt: skip


def _unseen(life: Life, start: str) -> bool:
    """Whether posts of a quarter may be missing."""
    first = timeline.parsed(start)
    return overlay.unseen(life, first, first + timedelta(days=89))


def _tip(start: str, posts: dict[str, int]) -> str:
    parts = [
        f"{say(timeline.KINDS[kind])}: {words.number(n)}" for kind, n in posts.items() if n
    ]
    said = ", ".join(parts) if parts else say("No posts")
    return f"{quarter(start)}: {said}"


def _table(found: dict[str, dict[str, int]], kinds: list[str]) -> Table:
    rows = [
        [quarter(start), *(words.number(posts[kind]) for kind in kinds)]
        for start, posts in found.items()
    ]
    head = [say("Quarter"), *(say(timeline.KINDS[kind]) for kind in kinds)]
    return Table(say("Posts by quarter"), head, rows)
