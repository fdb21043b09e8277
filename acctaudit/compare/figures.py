"""Whether two figures differ, how sure that is, and which is the better one."""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING

from acctaudit.compare.data import (
    TWO_ACCOUNTS,
    Figure,
    MetricChange,
    MetricGap,
    Pair,
    VitalChange,
)
from acctaudit.say import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.report import Measured, Report, Score, Sign, Vital

_OF_TWO = {"better": "second-better", "worse": "first-better"}
_JUDGED_UNITS = {"share", "hours", "minutes", "days"}
"""Units in which a finding says which way is better; of a count it may say either."""
_VOLUME = {"accounts", "followers", "impressions", "likes", "lists", "posts", "reposts"}
"""Units that are amounts: more of them is neither better nor worse."""
_COUNTERS = {
    *("bios", "changes", "days", "fields", "KPIs", "links", "people", "pointers"),
    *("programs", "replies", "silences", "weeks"),
}
"""Units that only count something up: that they moved is no result."""
UP_IS_WORSE = {"above": True, "at least": True, "below": False, "at most": False}
"""By the direction of a sign."""
SCORE = "points of 100"


def of_two(direction: str, kind: str) -> str:
    """`better` and `worse` as they are called where two accounts are compared."""
    return _OF_TWO.get(direction, direction) if kind == TWO_ACCOUNTS else direction


def figure(measured: Measured | Sign) -> Figure:
    """The value of a metric or sign, with its interval."""
    return Figure(measured.value, measured.low, measured.high, measured.n)


def is_volume(unit: str) -> bool:
    """Whether it is an amount, or one in a while, such as `posts a week`."""
    return unit.split(" ", maxsplit=1)[0] in _VOLUME


def is_amount(unit: str) -> bool:
    """Whether it is an amount or a plain counter: nothing that was achieved."""
    return unit.split(" ", maxsplit=1)[0] in _VOLUME | _COUNTERS


def difference(old: Figure, new: Figure) -> str:
    """Either same · clear · unclear · different · unbounded, as `Pair` explains them."""
    if all(map(_equal, (old.value, old.low, old.high), (new.value, new.low, new.high))):
        return "same"
    if _is_name(old) or _is_name(new) or (_is_exact(old) and _is_exact(new)):
        return "different"
    if old.low is None or old.high is None or new.low is None or new.high is None:
        return "unbounded"
    return "clear" if old.high < new.low or new.high < old.low else "unclear"


def _equal(a: object, b: object) -> bool:
    """Whether two values are the same, but for the last digits of the arithmetic."""
    if isinstance(a, int | float) and isinstance(b, int | float):
        return a == b or isclose(a, b, rel_tol=1e-9)
    return a == b


def _is_name(of: Figure) -> bool:
    return isinstance(of.value, str | list)


def _is_exact(of: Figure) -> bool:
    return of.low is not None and of.value == of.low == of.high


def pair(unit: str, old: Figure, new: Figure, up_is_worse: bool | None, kind: str) -> Pair:
    """Two figures; `up_is_worse` is null where nothing says which way is better."""
    found = difference(old, new)
    if found not in {"clear", "different"}:
        return Pair(unit, old, new, found)
    if up_is_worse is None or not (_is_number(old) and _is_number(new)):
        return Pair(unit, old, new, found, "changed")
    if old.value == new.value:
        return Pair(unit, old, new, found, "changed")
    rises = float(new.value) > float(old.value)  # type: ignore[arg-type]
    direction = "worse" if rises == up_is_worse else "better"
    return Pair(unit, old, new, found, of_two(direction, kind))


def _is_number(of: Figure) -> bool:
    return isinstance(of.value, int | float)


def metrics(
    old: Report, new: Report, kind: str
) -> tuple[list[MetricChange], list[MetricGap], int]:
    """The figures that differ, those that cannot be compared, and how many are the same.

    Amounts that are the same are not counted.
    """
    changes: list[MetricChange] = []
    gaps: list[MetricGap] = []
    same = 0
    for analyzer, name, before, after in _both(old, new):
        gap = _gap(analyzer, name, before, after)
        if gap is not None:
            gaps.append(gap)
        if gap is not None or before is None or after is None or before.value is None:
            continue
        amount = is_amount(after.unit)
        worse = _up_is_worse(f"{analyzer}.{name}", before, after, old, new)
        found = pair(after.unit, figure(before), figure(after), worse, kind)
        if found.difference == "same":
            same += not amount
            continue
        told = after.title, after.definition, after.window
        changes.append(MetricChange(analyzer, name, *told, found, amount))
    return changes, gaps, same


def _both(
    old: Report, new: Report
) -> Iterator[tuple[str, str, Measured | None, Measured | None]]:
    """Every metric of either report, in the order of the second."""
    for analyzer in dict.fromkeys((*new.metrics, *old.metrics)):
        before = old.metrics.get(analyzer, {})
        after = new.metrics.get(analyzer, {})
        for name in dict.fromkeys((*after, *before)):
            yield analyzer, name, before.get(name), after.get(name)


def _gap(
    analyzer: str, name: str, old: Measured | None, new: Measured | None
) -> MetricGap | None:
    """Why a metric cannot be compared; None if it can, or if neither report knows it."""
    knows_old = old is not None and old.value is not None
    knows_new = new is not None and new.value is not None
    shown = new if knows_new or old is None else old
    if shown is None or not (knows_old or knows_new):
        return None
    if knows_old and knows_new and old is not None and new is not None:
        what = _defined_otherwise(old, new)
        if not what:
            return None
        known, reason = "both", what
    else:
        known = "new" if knows_new else "old"
        other = old if knows_new else new
        reason = (other.reason if other else None) or say("the report does not hold it")
    blank = Figure(None)
    return MetricGap(
        analyzer,
        name,
        shown.title,
        known,
        shown.unit,
        figure(old) if old and knows_old else blank,
        figure(new) if new and knows_new else blank,
        reason,
    )


def _defined_otherwise(old: Measured, new: Measured) -> str:
    """In what the two definitions differ; empty if they are the same."""
    if old.unit != new.unit:
        return say("it is measured in different units")
    if old.window != new.window:
        return say("it refers to different stretches of time")
    if old.definition != new.definition:
        return say("it is defined differently")
    return ""


def _up_is_worse(
    key: str, before: Measured, after: Measured, old: Report, new: Report
) -> bool | None:
    """Which way is worse, if a vital sign or a finding that rests on this figure says so.

    Amounts never have a better side: neither more posts nor more followers are a merit.
    """
    if is_volume(after.unit):
        return None
    said = {_of_sign(sign) for sign in _signs_on(key, before, old)}
    said |= {_of_sign(sign) for sign in _signs_on(key, after, new)}
    said |= set(_of_vitals(key, before, after, old, new))
    return said.pop() if len(said) == 1 else None


def _of_sign(sign: Sign) -> bool:
    return UP_IS_WORSE[sign.direction]


def _signs_on(key: str, metric: Measured, report: Report) -> Iterator[Sign]:
    """The signs of what was found that compare this very figure with a limit."""
    name = key.partition(".")[2]
    for finding in report.fired():
        for sign in finding.signs:
            bare = sign.name.removeprefix("max_").removeprefix("min_")
            if bare == name and sign.decides != "evidence":
                held = (sign.value, sign.low, sign.high, sign.unit)
                known = sign.direction in UP_IS_WORSE and sign.unit in _JUDGED_UNITS
                if known and held == (metric.value, metric.low, metric.high, metric.unit):
                    yield sign


def _of_vitals(
    key: str, before: Measured, after: Measured, old: Report, new: Report
) -> Iterator[bool]:
    """What a bar that stands for this figure says: it rose or fell with it."""
    bars = {vital.dimension: vital for vital in old.vitals if vital.metric == key}
    for vital in new.vitals:
        earlier = bars.get(vital.dimension)
        if vital.metric != key or earlier is None:
            continue
        if vital.score is None or earlier.score is None or vital.score == earlier.score:
            continue
        if isinstance(after.value, int | float) and isinstance(before.value, int | float):
            yield (vital.score > earlier.score) != (after.value > before.value)


def vitals(old: Report, new: Report, kind: str) -> list[VitalChange]:
    """Every dimension that both reports show."""
    before = {vital.dimension: vital for vital in old.vitals}
    return [
        _vital(before[vital.dimension], vital, kind, _ranks(vital.metric, new))
        for vital in new.vitals
        if vital.dimension in before
    ]


def _ranks(metric: str, report: Report) -> bool:
    """Whether more of a bar is better: not if it stands for an amount, or for no figure."""
    analyzer, _, name = metric.partition(".")
    figure_ = report.metrics.get(analyzer, {}).get(name)
    return figure_ is not None and not is_volume(figure_.unit)


def _vital(old: Vital, new: Vital, kind: str, ranks: bool) -> VitalChange:
    unknown = old.score is None or new.score is None
    same_figure = unknown or old.metric == new.metric
    scores = _score(old), _score(new)
    found = pair(SCORE, *scores, False if ranks else None, kind)
    if (unknown and found.difference != "same") or not same_figure:
        found = Pair(SCORE, *scores, "unbounded")
    return VitalChange(
        new.dimension,
        new.title,
        found,
        old.says or old.reason or "",
        new.says or new.reason or "",
        same_figure,
    )


def _score(vital: Vital) -> Figure:
    return Figure(vital.score, vital.low, vital.high)


def total(old: Score | None, new: Score | None, kind: str) -> Pair | None:
    """The one number of both; None unless both have it, in the same version."""
    if old is None or new is None or old.version != new.version:
        return None
    if old.total is None or new.total is None:
        return None
    before = Figure(old.total, old.low, old.high)
    return pair(SCORE, before, Figure(new.total, new.low, new.high), False, kind)
