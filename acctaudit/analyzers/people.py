"""Does the account say who writes? Names in the bio, signatures under posts."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from acctaudit.errors import NotMeasured
from acctaudit.measure import Metric, exact
from acctaudit.text import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from acctaudit.model.account import Account

_INITIALS = re.compile(r"\^[^\W\d_]{1,4}(?!\w)")
"""Signature of a post: `^ab`."""
_SIGNED = re.compile(r"\s[/~*–—-][ ]?[A-Z]{2}\s?$")
"""Signature at the very end of a post: ` /AB`, ` -AB`."""
_TEAM = re.compile(
    r"[@＠]\w{0,20}team\w{0,20}|(?<!\w)[\^*][^\W\d_]{1,4}(?!\w)", re.IGNORECASE
)
"""A team's handle, or initials explained, in the bio."""


def people_signs(account: Account) -> Metric:
    """How many places name or sign a person: phrases of the bio, signed posts, phrases.

    None can be told only where the export shows both the bio and the texts.
    """
    bio = account.profile.bio
    signs = 0 if bio is None else _in_bio(bio)
    try:
        texts = account.column("text").tolist()
    except NotMeasured:
        texts = None
    signs += 0 if texts is None else _in_posts(texts)
    if not signs and bio is None:
        raise NotMeasured("this export does not show the bio")
    if not signs and texts is None:
        raise NotMeasured("this export holds no text of posts, where a person may sign")
    return exact(signs)


def _in_bio(bio: str) -> int:
    words = " ".join(bio.casefold().split())
    phrases = sum(phrase in words for phrase in _phrases("bio") + _phrases("both"))
    return phrases + len(_TEAM.findall(bio))


def _in_posts(texts: Sequence[str]) -> int:
    joined = "\n".join(texts)
    signed = len(_INITIALS.findall(joined))
    signed += sum(_SIGNED.search(text[-6:]) is not None for text in texts)
    folded = joined.casefold()
    return signed + sum(folded.count(phrase) for phrase in _phrases("both"))


@cache
def _phrases(where: str) -> tuple[str, ...]:
    return tuple(row["phrase"] for row in lexicon("human_words") if row["where"] == where)
