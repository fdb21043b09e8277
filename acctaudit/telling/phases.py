"""The phases of the life in sentences."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from acctaudit import report
from acctaudit.analyzers.phase_names import SILENCE
from acctaudit.measure import Estimate, definitions
from acctaudit.say import joined, marked, say
from acctaudit.telling.ending import ending
from acctaudit.telling.figures import measured
from acctaudit.words import count, listed, long_day, number, percent, sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from acctaudit.analyzers.pauses import Silence
    from acctaudit.analyzers.phase_figures import PhaseSpan
    from acctaudit.analyzers.phases import Phases
    from acctaudit.measure import Metric
    from acctaudit.model.account import Account

_MAIN = 0.5
"""Part of the posts from which on a client is said to send most of them."""
_WORTH = 0.03
"""Change of a share that is worth a word: three in a hundred, our judgement."""
_NAMED = 3
"""Silences of a phase that are named by their days."""
_TIMES = {
    1: marked("from {day} on it posted once in {length}"),
    2: marked("from {day} on it posted twice in {length}"),
}
_REPLIES = (
    marked("replies rose from {before} to {after}"),
    marked("replies fell from {before} to {after}"),
)
_BROADCASTS = (
    marked("posts that address nobody rose from {before} to {after}"),
    marked("posts that address nobody fell from {before} to {after}"),
)
_REACTIONS = (
    marked("reactions to the median post rose from {before} to {after}"),
    marked("reactions to the median post fell from {before} to {after}"),
)
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
    end = ending(account, results["ending"])
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
        says=sentence(joined(parts, "; ")),
        figures={
            _NAMES.get(name, name): measured(getattr(span, name), known[name])
            for name in _FIGURES
        },
        top_client=span.top_client,
    )


def _first(span: PhaseSpan, *, alone: bool) -> list[str]:
    """What the life began with; of a life in one phase that it kept its pace."""
    rate = pace(span)
    if alone:
        begun = say(
            "it posted {pace} a week, without a change of pace that is sure", pace=rate
        )
    else:
        begun = say("it posted {pace} a week", pace=rate)
    parts = [begun, *_mix(span)]
    median = span.engagements_per_post
    if isinstance(median, Estimate):
        reactions = count(median.number, "reactions")
        parts.append(say("the median post drew {reactions}", reactions=reactions))
    if _main_client(span):
        parts.append(say("most posts came from {client}", client=str(span.top_client)))
    return parts


def _mix(span: PhaseSpan) -> list[str]:
    """The share of replies and that of posts to nobody, as far as they are known."""
    shares = [
        say(text, share=_percent(metric.number))
        for text, metric in (
            (marked("{share} of its posts were replies to others"), span.reply_share),
            (marked("{share} addressed nobody"), span.broadcast_share),
        )
        if isinstance(metric, Estimate)
    ]
    return [listed(shares)] if shares else []


def _changed(span: PhaseSpan, before: PhaseSpan) -> list[str]:
    """The pace against that of the phase before, then all else that surely changed."""
    if span.name == SILENCE:
        return [_silent(span)]
    mix = _moved(_REPLIES, before.reply_share, span.reply_share, _percent, _WORTH)
    if not mix:
        shares = (before.broadcast_share, span.broadcast_share)
        mix = _moved(_BROADCASTS, *shares, _percent, _WORTH)
    medians = (before.engagements_per_post, span.engagements_per_post)
    parts = [_paced(span, before), *mix, *_moved(_REACTIONS, *medians, number)]
    if _main_client(span) and span.top_client != before.top_client:
        client = str(span.top_client)
        parts.append(say("from then on most posts came from {client}", client=client))
    return parts


def _silent(span: PhaseSpan) -> str:
    """How little was posted in a silence."""
    start, length = long_day(span.start.isoformat()), count(span.days, "days")
    if not span.posts:
        return say("from {day} on it posted nothing for {length}", day=start, length=length)
    if span.posts in _TIMES:
        return say(_TIMES[span.posts], day=start, length=length)
    return say(
        "from {day} on it posted {posts} times in {length}",
        day=start,
        posts=number(span.posts),
        length=length,
    )


def _paced(span: PhaseSpan, before: PhaseSpan) -> str:
    """The pace, and whether it rose or fell against the phase before."""
    now, then = pace(span), pace(before)
    if before.end + timedelta(days=1) < span.start:
        text = marked(
            "from {day} on it posted again, {now} a week after {then} before the silence"
        )
    elif now == then:
        text = marked("from {day} on it posted {now} a week, hardly another pace")
    elif span.rate_now > before.rate_now:
        text = marked("from {day} on it posted {now} a week, up from {then}")
    else:
        text = marked("from {day} on it posted {now} a week, down from {then}")
    start = long_day(span.start.isoformat())
    return say(text, day=start, now=now, then=then)


def _moved(
    texts: tuple[str, str],
    before: Metric,
    after: Metric,
    said: Callable[[float], str],
    worth: float = 0.0,
) -> list[str]:
    """`replies fell from 22 % to 3 %`, if both intervals leave no doubt of it.

    `texts` are the messages for a rise and for a fall.
    """
    if not isinstance(before, Estimate) or not isinstance(after, Estimate):
        return []
    if abs(after.number - before.number) < worth:
        return []
    rose, fell = _lies_above(after, before), _lies_above(before, after)
    if not rose and not fell:
        return []
    text = texts[0] if rose else texts[1]
    return [say(text, before=said(before.number), after=said(after.number))]


def _lies_above(one: Estimate, other: Estimate) -> bool:
    """Whether the whole interval of the one lies above that of the other."""
    return one.low is not None and other.high is not None and one.low > other.high


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
    shown = joined([_stretch(s.start, s.end) for s in found[:_NAMED]], ", ")
    longest = count(max(s.days for s in found), "days")
    if len(found) == 1:
        return say(
            "it fell silent for {length} ({days}), out of its own rhythm",
            length=longest,
            days=shown,
        )
    if len(found) > _NAMED:
        shown = say("{days} and others", days=shown)
    return say(
        "it fell silent {count} times for up to {length}, out of its own rhythm ({days})",
        count=number(len(found)),
        length=longest,
        days=shown,
    )


def _stretch(start: date, end: date) -> str:
    """`12 March 2012 to 3 May 2012`."""
    first, last = long_day(start.isoformat()), long_day(end.isoformat())
    return say("{start} to {end}", start=first, end=last)
