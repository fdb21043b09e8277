"""What the bio dates: years that it names, and whether they are history or out of date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from acctaudit.errors import NotMeasured
from acctaudit.measure import Metric, exact, not_measurable
from acctaudit.text import MENTION, lexicon, without_links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.model.account import Account

_YEAR = re.compile(r"(?<!\d)20\d{2}(?!\d)")
_FIRST_YEAR = 2006
"""The platform's first; what is older is history."""
_BREAK = re.compile(r"[.|•·;!\n]")
_RANGE = re.compile(r"\s*(?:[-–—/&]|to|bis|à|al?)\s*")
_BEFORE, _AFTER = 40, 25
"""Characters before and after a year in which the words that explain it are looked for."""


@dataclass(frozen=True)
class BioYear:
    """The newest year of the bio that is no history, and how long it has been over."""

    years_over: Metric
    """Years since it ended to be current; 0 if it still is, or the bio names no year."""
    year: int | None = None


def bio_year(account: Account) -> BioYear:
    """Look for the newest year in the bio.

    An event is over at the end of its year. Any other year is current until the end of the
    next, as the figures of an annual report are.
    """
    bio = account.profile.bio
    if bio is None:
        return BioYear(not_measurable("this export does not show the bio"))
    try:
        now = account.observed().year
    except NotMeasured as gap:
        return BioYear(not_measurable(gap.reason))
    dated = [(year, event) for year, event in _years(bio) if _FIRST_YEAR <= year <= now]
    ages = [(max(now - year - (0 if event else 1), 0), year) for year, event in dated]
    if not ages:
        return BioYear(exact(0))
    years_over, year = min(ages)
    return BioYear(exact(years_over), year)


def _years(bio: str) -> Iterator[tuple[int, bool]]:
    """Years of the bio that are no history, and whether each is that of an event."""
    text = MENTION.sub(" ", without_links(bio))
    found = list(_YEAR.finditer(text))
    ends = [0, *(year.end() for year in found)]
    starts = [*(year.start() for year in found), len(text)]
    was_history = was_event = False
    for i, year in enumerate(found):
        between = text[ends[i] : year.start()]
        after = _BREAK.split(text[year.end() : starts[i + 1]])[0][:_AFTER]
        around = f"{between[-_BEFORE:]} {after}"
        ranged = i > 0 and _RANGE.fullmatch(between) is not None
        was_history = (ranged and was_history) or _holds("history", around)
        was_event = (ranged and was_event) or _holds("event", around)
        if not was_history:
            yield int(year.group()), was_event


def _holds(kind: str, text: str) -> bool:
    return _words(kind).search(text) is not None


@cache
def _words(kind: str) -> re.Pattern[str]:
    """Words that mark a year as one of an event, or of history."""
    words = {row["word"] for row in lexicon("event_words") if row["kind"] == kind}
    either = "|".join(re.escape(word) for word in sorted(words))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
