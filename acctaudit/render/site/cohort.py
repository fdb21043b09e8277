"""The page on all accounts: how each figure spreads, and how common each pattern is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render.pages import MAX_ROWS, guarded, style
from acctaudit.render.site import strip
from acctaudit.render.site.index import own_style, page
from acctaudit.say import say

if TYPE_CHECKING:
    from acctaudit.render.look import Look
    from acctaudit.render.markup import Html
    from acctaudit.site.data import Cohort, Place, Prevalence, Spread

NARROW = 360.0
"""Width of a strip on a small screen."""


@dataclass(frozen=True)
class Shown:
    """One figure as the page shows it."""

    spread: Spread
    key: str
    sentence: str
    picture: Html | None
    narrow: Html | None
    note: str
    rows: list[tuple[Place, str, str]]
    """Each account, its figure with interval, and its place."""
    more: int
    """Accounts that the table leaves out."""


@dataclass(frozen=True)
class Common:
    """One pattern as the page shows it."""

    pattern: Prevalence
    share: str
    range_: str
    bar: Html


def render(cohort: Cohort, look: Look) -> str:
    """The page on all accounts, without any script."""
    with guarded(look):
        return page(look, "site_cohort.html.j2").render(
            look=look,
            cohort=cohort,
            figures=[_shown(spread, cohort.accounts) for spread in known_first(cohort)],
            patterns=[_common(pattern) for pattern in cohort.patterns],
            script="",
            script_digest="",
            **style(look, own_style()),
        )


def known_first(cohort: Cohort) -> list[Spread]:
    """The figures in their order, those that are known of nobody at the end."""
    return sorted(cohort.spreads, key=lambda spread: not spread.known)


def _shown(spread: Spread, accounts: int) -> Shown:
    """A figure with its strip, for wide and narrow screens, and its table."""
    key = spread.key.replace(".", "-").replace("_", "-")
    sentence = _sentence(spread, accounts)
    known = len(spread.known)
    rows = [(place, strip.told(place, spread.unit), _place(place, known))
            for place in spread.known[:MAX_ROWS]]  # fmt: skip
    on = strip.scale(spread)
    note = say("The low end is drawn wider than the high end.") if on.stretched else ""
    return Shown(
        spread,
        key,
        sentence,
        strip.strip(spread, key, sentence) if known else None,
        strip.strip(spread, f"{key}-narrow", sentence, NARROW) if known else None,
        note if known else "",
        rows,
        max(known - MAX_ROWS, 0),
    )


def _sentence(spread: Spread, accounts: int) -> str:
    """Known of how many, and where half of them lie."""
    known, all_ = words.number(len(spread.known)), words.number(accounts)
    if not spread.known:
        return say("Not known of any of the {all} accounts.", all=all_)
    if spread.quartiles is None:
        return say("Known of {known} of {all} accounts.", known=known, all=all_)
    if spread.quartiles[0] == spread.quartiles[2]:
        return say(
            "Known of {known} of {all} accounts. At least half of them have {middle}.",
            known=known,
            all=all_,
            middle=words.figure(spread.quartiles[1], spread.unit),
        )
    first, middle, third = (words.figure(q, spread.unit) for q in spread.quartiles)
    return say(
        "Known of {known} of {all} accounts. Half of them lie between {first} and {third},"
        " the middle one at {middle}.",
        known=known,
        all=all_,
        first=first,
        middle=middle,
        third=third,
    )


def _place(place: Place, known: int) -> str:
    return say("{place} of {all}", place=words.number(place.place), all=words.number(known))


def _common(pattern: Prevalence) -> Common:
    share = pattern.found / pattern.judged
    return Common(
        pattern,
        words.percent(share, 0),
        words.interval(pattern.low, pattern.high, "share"),
        strip.share_bar(pattern.low, share, pattern.high),
    )
