"""How did it end, if it ended: with a goodbye, or in silence?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit.analyzers import pauses, spans
from acctaudit.analyzers.keys import keys
from acctaudit.errors import NotMeasured
from acctaudit.measure import SHARE, Estimate, Metric, exact, metric, too_little, tried
from acctaudit.say import marked, say
from acctaudit.text import BARE_URL, MENTION, URL, is_farewell
from acctaudit.words import count, number

if TYPE_CHECKING:
    from acctaudit.model.account import Account

_LAST = 3
"""Posts at the end that are searched for a goodbye."""
FAREWELL, QUIET, CUT_OFF = marked("farewell"), marked("quiet"), marked("cut-off")
SUSPENDED, ALIVE = marked("suspended"), marked("still alive")
_MEANT = 3
"""Days of silence that show that a goodbye was meant, as in AA202: our judgement."""
_LARGEST = 700.0
"""Exponent from which on a chance is no longer told apart from 0."""
_UNUSUAL = 0.05
"""Chance below which a silence does not fit the account's own pauses."""


@dataclass(frozen=True)
class Ending:
    """The last own posts, and what the bio says about another place."""

    farewells: Metric = metric(
        "Goodbyes at the end",
        "posts",
        "of the last three own posts, those that say goodbye to the channel (word list in"
        " English, German, French, Spanish, Italian)",
    )
    pointers: Metric = metric(
        "Pointers to another place",
        "pointers",
        "addresses and @names in the bio, to which readers could move on",
        window="observation",
    )
    how: Metric = metric(
        "How it ended",
        "in words",
        "suspended: closed by the platform after the last post; cut-off: the file holds"
        " only a part of the posts, so its end is not the account's; farewell: a goodbye"
        " among the last three posts and three days of silence; quiet: 30 days of silence"
        " or more, with a chance below 5 % among its own pauses; still alive: none of"
        " these",
        window="observation",
    )
    silence_chance: Metric = metric(
        "Chance of the last silence",
        SHARE,
        "how often a pause of this account lasted as long as the silence at the end: (such"
        " pauses + 1) / (all pauses + 1)",
        window="observation",
    )
    silence_chance_random: Metric = metric(
        "Chance of the last silence, if posts fell at random",
        SHARE,
        "chance that a pause lasts as long as the silence at the end, if posts fell at"
        " random at the rate of the active life: e^(-rate x silence)",
        window="observation",
    )
    pause_count: int = 0
    """Pauses between own posts."""
    as_long: int = 0
    """Pauses that were at least as long as the silence at the end."""
    longest_days: float = 0.0
    """The longest pause."""
    farewell_ids: tuple[str, ...] = ()
    """The goodbyes, newest first."""
    farewell_keys: tuple[str, ...] = ()
    """What the goodbyes are known by, newest first: their ids, or days without ids."""
    farewell_date: str | None = None
    """Day of the newest goodbye."""
    last_ids: tuple[str, ...] = ()
    """The last own post."""


def measure(account: Account) -> Ending:
    """Search the last own posts and the bio."""
    own = account.own
    texts = own["text"].tail(_LAST) if "text" in own else own["post_id"].head(0)
    goodbyes = own.loc[[row for row, text in texts.items() if is_farewell(str(text))]]
    ids = goodbyes["post_id"].dropna().astype(str)
    gaps = _pauses(account)
    return Ending(
        farewells=tried(lambda: _farewells(account, len(goodbyes))),
        pointers=tried(lambda: _pointers(account)),
        how=tried(lambda: _how(account, len(goodbyes))),
        silence_chance=tried(lambda: _chance(account)),
        silence_chance_random=tried(lambda: _random_chance(account)),
        pause_count=len(gaps),
        as_long=_as_long(account, gaps),
        longest_days=max(gaps, default=0.0),
        farewell_ids=tuple(ids.iloc[::-1]),
        farewell_keys=tuple(dict.fromkeys(keys(goodbyes)[::-1])),
        farewell_date=goodbyes["created_at"].iloc[-1].date().isoformat()
        if len(goodbyes)
        else None,
        last_ids=tuple(str(i) for i in own["post_id"].dropna().tail(1)),
    )


def _farewells(account: Account, found: int) -> Metric:
    if account.timeline == "sample":
        raise NotMeasured("this export is a sample, so its last post is not known")
    if "text" not in account.own:
        raise NotMeasured("this export holds no text")
    return exact(found, min(_LAST, len(account.own)))


def _pointers(account: Account) -> Metric:
    bio = account.profile.bio
    if bio is None:
        raise NotMeasured("this export does not show the bio")
    return exact(
        len(URL.findall(bio)) + len(BARE_URL.findall(bio)) + len(MENTION.findall(bio))
    )


def _pauses(account: Account) -> list[float]:
    """Days of each pause between own posts; none where they are not known."""
    try:
        return [float(days) for days in pauses.lengths(account)]
    except NotMeasured:
        return []


def _as_long(account: Account, gaps: list[float]) -> int:
    """Pauses at least as long as the silence at the end; 0 where it is not known."""
    try:
        silent = spans.since_last(account)
    except NotMeasured:
        return 0
    return sum(days >= silent for days in gaps)


def _how(account: Account, goodbyes: int) -> Metric:
    """How it ended, in one word."""
    if suspended_on(account):
        return Estimate(say(SUSPENDED))
    if account.timeline == "sample":
        return Estimate(say(CUT_OFF))
    silent = spans.since_last(account)
    if goodbyes and silent >= _MEANT:
        return Estimate(say(FAREWELL))
    if silent < pauses.SHORTEST:
        return Estimate(say(ALIVE))
    chance = _chance(account)
    if not isinstance(chance, Estimate):
        return chance
    return Estimate(say(QUIET if chance.number < _UNUSUAL else ALIVE))


def suspended_on(account: Account) -> str | None:
    """Day (ISO) of a suspension that followed the last post and was not lifted."""
    day, _, action = max(account.profile.suspensions or ("",)).partition(" ")
    if not action.lower().startswith("suspend"):
        return None
    last = account.own["created_at"].iloc[-1] if len(account.own) else None
    return day if last is None or last.date().isoformat() <= day else None


def _chance(account: Account) -> Metric:
    silent, gaps = spans.since_last(account), pauses.lengths(account)
    if len(gaps) < pauses.NEEDED:
        return _few(len(gaps))
    return Estimate((int((gaps >= silent).sum()) + 1) / (len(gaps) + 1), n=len(gaps))


def _random_chance(account: Account) -> Metric:
    silent, gaps = spans.since_last(account), pauses.lengths(account)
    if len(gaps) < pauses.NEEDED:
        return _few(len(gaps))
    per_day = len(gaps) / max(float(gaps.sum()), 1.0)
    return Estimate(math.exp(-min(per_day * silent, _LARGEST)), n=len(gaps))


def _few(found: int) -> Metric:
    return too_little(
        say(
            "{pauses} to compare the last silence with, {needed} are needed",
            pauses=count(found, "pauses"),
            needed=number(pauses.NEEDED),
        )
    )
