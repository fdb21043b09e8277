"""The figures of a comparison in the words in which every format shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.compare import ONE_ACCOUNT
from acctaudit.render import sections
from acctaudit.render.comparison.rows import SHORT, Row, both_shown, shown
from acctaudit.say import marked, say

if TYPE_CHECKING:
    from acctaudit.compare import (
        Comparison,
        Figure,
        MetricChange,
        MetricGap,
        Pair,
        VitalChange,
    )

AMOUNTS = marked("Amounts and counts that are different")
"""Above the figures that only count something."""


def figures(of: Comparison, *, clear: bool) -> dict[str, list[Row]]:
    """The results that differ for sure, or those that may differ by chance, by chapter."""
    wanted = {"clear", "different"} if clear else {"unclear", "unbounded"}
    return _by_chapter(
        of,
        [
            change
            for change in of.metrics
            if not change.amount and change.pair.difference in wanted
        ],
    )


def amounts(of: Comparison) -> dict[str, list[Row]]:
    """The amounts and plain counters that are not the same, by chapter."""
    return _by_chapter(of, [change for change in of.metrics if change.amount])


def _by_chapter(of: Comparison, changes: list[MetricChange]) -> dict[str, list[Row]]:
    """A figure whose value is the same and whose interval alone moved is left out."""
    found: dict[str, list[Row]] = {}
    for change in changes:
        if change.pair.moved():
            found.setdefault(_chapter(change.analyzer), []).append(_row(change, of))
    return found


def _row(change: MetricChange, of: Comparison) -> Row:
    """A figure in both reports, without a limit."""
    pair = change.pair
    return Row(
        change.title,
        say(sections.WINDOWS.get(change.window, (change.window, ""))[0]),
        *both_shown(pair, pair.unit),
        direction(pair, of),
        say(SHORT[pair.difference]) if pair.direction else "",
        state_of(pair),
        pair,
    )


def tables(of: Comparison) -> list[tuple[str, dict[str, list[Row]]]]:
    """All figures that are not the same, under their titles."""
    found = [
        (say("Different for sure"), figures(of, clear=True)),
        (say("Different, but it could be chance"), figures(of, clear=False)),
        (say(AMOUNTS), amounts(of)),
    ]
    return [(title, rows) for title, rows in found if rows]


def _chapter(analyzer: str) -> str:
    return say(sections.CHAPTERS.get(analyzer, sections.named(analyzer)))


def direction(pair: Pair, of: Comparison) -> str:
    """Which is the better one, where something says so; else that it is different."""
    match pair.direction:
        case "better":
            return say("Better")
        case "worse":
            return say("Worse")
        case "first-better":
            return say("{who} does better", who=of.old.label)
        case "second-better":
            return say("{who} does better", who=of.new.label)
        case "changed":
            return say("Changed") if of.kind == ONE_ACCOUNT else say("Different")
    return words.capital(say(SHORT[pair.difference]))


def state_of(pair: Pair) -> str:
    """For colour and icon."""
    return {"better": "fine", "worse": "over"}.get(pair.direction, "none")


def short(pair: Pair) -> str:
    """How sure a difference is, in a few words."""
    return say(SHORT[pair.difference])


def gaps(of: Comparison) -> dict[str, list[tuple[MetricGap, str, str]]]:
    """Figures that cannot be compared by what stands in the way, with value and reason."""
    one = of.kind == ONE_ACCOUNT
    titles = {
        "new": say("Can be measured only now")
        if one
        else say("Known only for {who}", who=of.new.label),
        "old": say("Can no longer be measured")
        if one
        else say("Known only for {who}", who=of.old.label),
        "both": say("Measured in both, but not in the same way"),
    }
    found = {
        title: [
            (gap, _gap_value(gap), _gap_reason(gap, of))
            for gap in of.gaps
            if gap.known == known
        ]
        for known, title in titles.items()
    }
    return {title: rows for title, rows in found.items() if rows}


def _gap_reason(gap: MetricGap, of: Comparison) -> str:
    """Why it cannot be compared: of one report, or of both."""
    if gap.known == "both":
        return words.sentence(gap.reason)
    side = of.old if gap.known == "new" else of.new
    return say("{who}: {reason}.", who=side.label, reason=gap.reason)


def _gap_value(gap: MetricGap) -> str:
    if gap.known == "both":
        return ""
    known = gap.new if gap.known == "new" else gap.old
    return shown(known, gap.unit).value


def vital_score(figure: Figure) -> str:
    """A score of 100 as a whole number, or that there is no bar."""
    if not isinstance(figure.value, int | float):
        return say("no bar")
    return words.number(figure.value, 0)


def vital_ends(figure: Figure) -> str:
    """`55-70`; empty where both ends are the same whole number, or unknown."""
    if figure.low is None or figure.high is None:
        return ""
    if round(figure.low) == round(figure.high):
        return ""
    return words.interval(round(figure.low), round(figure.high), "")


def vital_outcome(pair: Pair, of: Comparison) -> str:
    """What became of a bar."""
    if pair.old.value is None and pair.new.value is None:
        return say("Cannot be scored in either")
    if pair.old.value is None or pair.new.value is None:
        return say("Cannot be compared")
    if pair.difference == "unbounded":
        return say("Cannot be compared")
    return direction(pair, of)


def vital_note(vital: VitalChange, of: Comparison) -> str:
    """How sure the difference of two bars is, or why one of them is missing."""
    old, new = vital.pair.old.value, vital.pair.new.value
    if (old is None) != (new is None):
        side, said = (of.old, vital.old_says) if old is None else (of.new, vital.new_says)
        return say("{who}: {reason}.", who=side.label, reason=said)
    if not vital.same_figure:
        return say("the two bars stand for different figures")
    return short(vital.pair) if vital.pair.direction else ""


def score(of: Comparison) -> str:
    """The one number of both reports, in one sentence; empty where there is none."""
    if of.score is None:
        return ""
    return say(
        "Score: {old} ({first}), {new} ({second}); {difference}.",
        old=_total(of.score.old),
        first=of.old.label,
        new=_total(of.score.new),
        second=of.new.label,
        difference=short(of.score),
    )


def _total(figure: Figure) -> str:
    ends = vital_ends(figure)
    total = vital_score(figure)
    return say("{value} ({interval})", value=total, interval=ends) if ends else total
