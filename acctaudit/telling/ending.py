"""How the life of the account ended, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import report
from acctaudit.analyzers import spans
from acctaudit.analyzers.ending import ALIVE, CUT_OFF, FAREWELL, SUSPENDED, suspended_on
from acctaudit.analyzers.pauses import SHORTEST
from acctaudit.errors import NotMeasured
from acctaudit.measure import Estimate, definitions
from acctaudit.say import joined, marked, say
from acctaudit.telling.figures import measured
from acctaudit.words import count, long_day, number, sentence

if TYPE_CHECKING:
    from acctaudit.analyzers.ending import Ending
    from acctaudit.model.account import Account

_SURE = 0.01
"""Chance of the last silence below which the end is called most likely: our judgement."""


def ending(account: Account, found: Ending) -> report.Phase | None:
    """How it ended, as the last of the phases; None where that is not known."""
    if not isinstance(found.how, Estimate) or account.in_order.empty:
        return None
    start = account.in_order["created_at"].iloc[-1].date()
    end = max(account.as_of or start, start)
    known = dict(definitions(type(found)))
    return report.Phase(
        name=str(found.how.value),
        start=start.isoformat(),
        end=end.isoformat(),
        days=(end - start).days,
        says=_ended(account, found),
        figures={
            name: measured(getattr(found, name), known[name])
            for name in ("silence_chance", "silence_chance_random")
        },
        top_client=None,
    )


def _ended(account: Account, found: Ending) -> str:
    how = str(getattr(found.how, "value", ""))
    if how == CUT_OFF:
        return say(
            "The file holds only a part of the posts, so it ends where it was cut, and not"
            " where the account ended."
        )
    try:
        silent = spans.since_last(account)
    except NotMeasured:
        silent = None
    if how == SUSPENDED:
        return say(
            "The platform suspended the account on {day}, after its last post.",
            day=long_day(suspended_on(account) or ""),
        )
    if how == ALIVE and not silent:
        return say("It posted on the very day of the export, so it is still alive.")
    parts = _compared(found, how)
    if silent is not None:
        parts[:0] = [_quiet(silent, how, too_short=not parts)]
    if how == FAREWELL:
        said_on = long_day(found.farewell_date or "")
        parts[:0] = [say("it said goodbye on {day}", day=said_on)]
    return sentence(joined(parts, "; "))


def _quiet(silent: int, how: str, *, too_short: bool) -> str:
    """How long it had been quiet at the export."""
    days = count(silent, "days")
    if how == ALIVE and too_short:
        return say(
            "at the export it had been quiet for {days}, too short to speak of an end"
            " ({least})",
            days=days,
            least=count(SHORTEST, "days"),
        )
    return say("at the export it had been quiet for {days}", days=days)


def _compared(found: Ending, how: str) -> list[str]:
    """The silence at the end against the account's own pauses, and what that means.

    Empty where it is too short for that, or nothing is known of the pauses.
    """
    chance = found.silence_chance
    if not isinstance(chance, Estimate) or (how == ALIVE and not found.as_long):
        return []
    pauses = count(found.pause_count, "pauses")
    if found.as_long:
        one = marked("of its {pauses} {count} was as long")
        more = marked("of its {pauses} {count} were as long")
        text = one if found.as_long == 1 else more
        compared = say(text, pauses=pauses, count=number(found.as_long))
    else:
        longest = count(round(found.longest_days) or 1, "days")
        text = marked("of its {pauses} none was longer than {longest}")
        compared = say(text, pauses=pauses, longest=longest)
    if how == FAREWELL:
        return [compared]
    if how == ALIVE:
        text = marked("{compared}, so nothing says that it has ended")
    elif chance.number < _SURE:
        text = marked("{compared}, so it most likely ended")
    else:
        text = marked("{compared}, so it probably ended")
    return [say(text, compared=compared)]
