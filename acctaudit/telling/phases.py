"""The phases of the life in sentences, and how it ended."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from acctaudit import report
from acctaudit.analyzers import spans
from acctaudit.analyzers.ending import ALIVE, CUT_OFF, FAREWELL, SUSPENDED, suspended_on
from acctaudit.analyzers.pauses import SHORTEST
from acctaudit.analyzers.phase_names import SILENCE
from acctaudit.errors import NotMeasured
from acctaudit.measure import Estimate, definitions
from acctaudit.telling.figures import measured
from acctaudit.words import count, listed, number, percent

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from acctaudit.analyzers.ending import Ending
    from acctaudit.analyzers.pauses import Silence
    from acctaudit.analyzers.phase_figures import PhaseSpan
    from acctaudit.analyzers.phases import Phases
    from acctaudit.measure import Metric
    from acctaudit.model.account import Account

_MAIN = 0.5
"""Part of the posts from which on a client is said to send most of them."""
_WORTH = 0.03
"""Change of a share that is worth a word: three in a hundred, our judgement."""
_SURE = 0.01
"""Chance of the last silence below which the end is called most likely: our judgement."""
_TOO_SHORT = f", too short to speak of an end ({SHORTEST} days)"
_FIGURES = ("rate", "reply_share", "broadcast_share", "engagements_per_post")
_NAMES = {"rate": "posts_per_week"}


def phases(account: Account, results: dict[str, Any]) -> list[report.Phase]:
    """Each phase with one sentence on what changed, then how the life ended."""
    found: Phases = results["phases"]
    told, before = [], None
    for span in found.spans:
        silences = [s for s in found.unusual if span.name != SILENCE and span.holds(s)]
        told.append(_phase(span, before, silences, alone=len(found.spans) == 1))
        before = before if before and span.name == SILENCE else span
    end = _end(account, results["ending"])
    return told if end is None else [*told, end]


def _phase(
    span: PhaseSpan, before: PhaseSpan | None, silences: list[Silence], *, alone: bool
) -> report.Phase:
    parts = _first(span, alone=alone) if before is None else _changed(span, before)
    parts += [_silences(silences)] if silences else []
    known = dict(definitions(type(span)))
    return report.Phase(
        name=span.name,
        start=span.start.isoformat(),
        end=span.end.isoformat(),
        days=span.days,
        says=f"{'; '.join(parts)}.",
        figures={
            _NAMES.get(name, name): measured(getattr(span, name), known[name])
            for name in _FIGURES
        },
        top_client=span.top_client,
    )


def _first(span: PhaseSpan, *, alone: bool) -> list[str]:
    """What the life began with; of a life in one phase that it kept its pace."""
    steady = ", without a change of pace that is sure" if alone else ""
    parts = [f"It posted {pace(span)} a week{steady}"]
    shares = [
        f"{percent(metric.number, 0)} {what}"
        for metric, what in (
            (span.reply_share, "of its posts were replies to others"),
            (span.broadcast_share, "addressed nobody"),
        )
        if isinstance(metric, Estimate)
    ]
    parts += [listed(shares)] if shares else []
    median = span.engagements_per_post
    if isinstance(median, Estimate):
        parts.append(f"the median post drew {count(median.number, 'reactions')}")
    if _main_client(span):
        parts.append(f"most posts came from {span.top_client}")
    return parts


def _changed(span: PhaseSpan, before: PhaseSpan) -> list[str]:
    """The pace against that of the phase before, then all else that surely changed."""
    opening = f"From {day(span.start)} on"
    if span.name == SILENCE:
        length = count(span.days, "days")
        if not span.posts:
            return [f"{opening} it posted nothing for {length}"]
        return [f"{opening} it posted {_times(span.posts)} in {length}"]
    now, then = pace(span), pace(before)
    again = before.end + timedelta(days=1) < span.start
    parts = [
        f"{opening} it posted again, {now} a week after {then} before the silence"
        if again
        else f"{opening} it posted {now} a week instead of {then}"
    ]
    mix = _moved("replies", before.reply_share, span.reply_share, _percent, _WORTH)
    if not mix:
        shares = (before.broadcast_share, span.broadcast_share)
        mix = _moved("posts that address nobody", *shares, _percent, _WORTH)
    medians = (before.engagements_per_post, span.engagements_per_post)
    parts += mix
    parts += _moved("reactions to the median post", *medians, number)
    if _main_client(span) and span.top_client != before.top_client:
        parts.append(f"from then on most posts came from {span.top_client}")
    return parts


def _moved(
    what: str,
    before: Metric,
    after: Metric,
    said: Callable[[float], str],
    worth: float = 0.0,
) -> list[str]:
    """`replies fell from 22 % to 3 %`, if both intervals leave no doubt of it."""
    if not isinstance(before, Estimate) or not isinstance(after, Estimate):
        return []
    if abs(after.number - before.number) < worth:
        return []
    if _lies_above(after, before):
        way = "rose"
    elif _lies_above(before, after):
        way = "fell"
    else:
        return []
    return [f"{what} {way} from {said(before.number)} to {said(after.number)}"]


def _lies_above(one: Estimate, other: Estimate) -> bool:
    """Whether the whole interval of the one lies above that of the other."""
    return one.low is not None and other.high is not None and one.low > other.high


def _times(posts: int) -> str:
    return {1: "once", 2: "twice"}.get(posts, f"{number(posts)} times")


def _percent(share: float) -> str:
    return percent(share, 0)


def _main_client(span: PhaseSpan) -> bool:
    share = span.top_client_share
    return isinstance(share, Estimate) and share.number > _MAIN


def pace(span: PhaseSpan) -> str:
    """Posts a week with the digits that a person would say."""
    value = span.rate_now
    return number(value, 0 if value >= 100 else 1 if value >= 1 else 2)


def _silences(found: list[Silence]) -> str:
    spans_ = [f"{day(s.start)} to {day(s.end)}" for s in found[:3]]
    longest = count(max(s.days for s in found), "days")
    if len(found) == 1:
        return f"it fell silent for {longest} ({spans_[0]}), out of its own rhythm"
    more = "" if len(found) <= len(spans_) else " and others"
    return (
        f"it fell silent {len(found)} times for up to {longest}, out of its own rhythm"
        f" ({', '.join(spans_)}{more})"
    )


def day(date_: date) -> str:
    """`12 March 2012`."""
    return f"{date_.day} {date_:%B %Y}"


def _end(account: Account, ending: Ending) -> report.Phase | None:
    """How it ended, as the last of the phases; None where that is not known."""
    if not isinstance(ending.how, Estimate) or account.in_order.empty:
        return None
    start = account.in_order["created_at"].iloc[-1].date()
    end = max(account.as_of or start, start)
    known = dict(definitions(type(ending)))
    return report.Phase(
        name=str(ending.how.value),
        start=start.isoformat(),
        end=end.isoformat(),
        days=(end - start).days,
        says=_ended(account, ending),
        figures={
            name: measured(getattr(ending, name), known[name])
            for name in ("silence_chance", "silence_chance_random")
        },
        top_client=None,
    )


def _ended(account: Account, ending: Ending) -> str:
    how = str(getattr(ending.how, "value", ""))
    if how == CUT_OFF:
        return (
            "The file holds only a part of the posts, so it ends where it was cut, and not"
            " where the account ended."
        )
    try:
        silent = spans.since_last(account)
    except NotMeasured:
        silent = None
    quiet = "" if silent is None else f"it had been quiet for {count(silent, 'days')}"
    if how == SUSPENDED:
        on = suspended_on(account)
        return f"The platform suspended the account on {on}, after its last post."
    said = _compared(ending, how)
    if how == FAREWELL:
        on = ending.farewell_date
        return f"It said goodbye on {on}; at the export {quiet}{said}."
    if how == ALIVE and not silent:
        return "It posted on the very day of the export, so it is still alive."
    return f"At the export {quiet}{said}."


def _compared(ending: Ending, how: str) -> str:
    """The silence at the end against the account's own pauses, and what that means."""
    chance = ending.silence_chance
    if not isinstance(chance, Estimate):
        return _TOO_SHORT if how == ALIVE else ""
    if how == ALIVE and not ending.as_long:
        return _TOO_SHORT
    pauses = f"of its {count(ending.pause_count, 'pauses')}"
    if ending.as_long:
        were = "was" if ending.as_long == 1 else "were"
        said = f"; {pauses} {number(ending.as_long)} {were} as long"
    else:
        said = (
            f"; {pauses} none was longer than"
            f" {count(round(ending.longest_days) or 1, 'days')}"
        )
    if how == ALIVE:
        return f"{said}, so nothing says that it has ended"
    if how == FAREWELL:
        return said
    sure = "most likely" if chance.number < _SURE else "probably"
    return f"{said}, so it {sure} ended"
