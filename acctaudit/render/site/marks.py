"""How an account stands, in the words and colours of the pages of a site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.say import marked, say
from acctaudit.site.data import (
    ANSWERS,
    FAILED,
    FEED,
    FOUND,
    GIVEN_UP,
    LIFE,
    NOTHING,
    OPEN,
    SENDS,
    TALKS,
)

if TYPE_CHECKING:
    from acctaudit.site.data import Doubts, Row


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
        marked(
            "It announces, or passes on what others say. It hardly answers anybody, or"
            " whether it answers could not be judged."
        ),
        "high",
    ),
    FOUND: (
        marked("Something found"),
        marked("Something was found, other than that it gave up or only sends."),
        "medium",
    ),
    TALKS: (
        marked("Talks with people"),
        marked(
            "It is in use, and it surely answers people at least as often as the account in"
            " the middle of those that can be compared. At most remarks were found."
        ),
        "good",
    ),
    NOTHING: (
        marked("Nothing found"),
        marked(
            "It is in use, and at most remarks were found. That it answers people as often"
            " as others do is not shown."
        ),
        "low",
    ),
    FEED: (
        marked("Made to send"),
        marked(
            "It is in use, and at most remarks were found; such an account need not answer."
        ),
        "low",
    ),
    OPEN: (
        marked("Too little to judge"),
        marked(
            "At most remarks were found, but its export does not show enough to call it"
            " good."
        ),
        "soft",
    ),
    FAILED: (
        marked("Could not be read"),
        marked("Its file is damaged or no export of an account, or we failed."),
        "soft",
    ),
}
_OPEN = {
    LIFE: marked("whether it is in use: not judged"),
    ANSWERS: marked("whether it answers: not judged"),
}
_NAMED = 5
"""Accounts given twice that a remark names."""


def standing(key: str) -> Standing:
    """The standing of that key, in the language that is spoken."""
    word, meaning, colour = _WORDS[key]
    return Standing(key, say(word), say(meaning), colour)


def not_judged(row: Row) -> list[str]:
    """What of the life and the answers of an account could not be judged, in words."""
    return [say(_OPEN[key]) for key in row.open]


def remarks(doubts: Doubts) -> list[str]:
    """What is to be borne in mind when the accounts are read side by side."""
    told = []
    if doubts.twice:
        named, more = doubts.twice[:_NAMED], len(doubts.twice) - _NAMED
        some = [*named, say("{n} more", n=words.number(more))] if more > 0 else [*named]
        told.append(
            say(
                "The same account was given more than once: {accounts}.",
                accounts=words.listed(some),
            )
        )
    if doubts.versions:
        told.append(
            say(
                "The reports were made by several versions of the program: {versions}."
                " Their judgements may differ for that reason alone.",
                versions=words.listed([*doubts.versions]),
            )
        )
    if doubts.limits:
        told.append(
            say("Not all accounts were judged by the same limits, so do not compare them.")
        )
    return told
