"""How an account stands, in the words and colours of the pages of a site."""

from __future__ import annotations

from dataclasses import dataclass

from acctaudit.say import marked, say
from acctaudit.site.data import FAILED, FEED, FOUND, GIVEN_UP, OPEN, SENDS, TALKS


@dataclass(frozen=True)
class Standing:
    """One way in which an account can stand."""

    key: str
    """One of STANDINGS."""
    word: str
    meaning: str
    colour: str


_WORDS = {
    GIVEN_UP: (
        marked("Given up"),
        marked("It said goodbye, or fell silent and had not come back."),
        "critical",
    ),
    SENDS: (
        marked("Only sends"),
        marked("It announces, or passes on what others say, and hardly answers anybody."),
        "high",
    ),
    FOUND: (
        marked("Something found"),
        marked("It is in use and not only sending, but something else was found."),
        "medium",
    ),
    TALKS: (
        marked("Talks with people"),
        marked("It is in use, it talks with people, and nothing was found."),
        "good",
    ),
    FEED: (
        marked("Made to send"),
        marked("It is in use and nothing was found; such an account need not answer."),
        "low",
    ),
    OPEN: (
        marked("Too little to judge"),
        marked("Nothing was found, but its export does not show enough to call it good."),
        "soft",
    ),
    FAILED: (
        marked("Could not be read"),
        marked("Its file is damaged, or no export of an account."),
        "soft",
    ),
}


def standing(key: str) -> Standing:
    """The standing of that key, in the language that is spoken."""
    word, meaning, colour = _WORDS[key]
    return Standing(key, say(word), say(meaning), colour)
