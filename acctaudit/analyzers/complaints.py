"""What sounds like a complaint: words of five languages, which are a list of ours."""

from __future__ import annotations

import re
from functools import cache

from acctaudit.text import MAX_CHARS, MENTION, lexicon, without_links

_WORD = re.compile(r"\w+")
Phrases = dict[str, list[tuple[tuple[str, ...], bool]]]


def is_complaint(text: str) -> bool:
    """Whether a word or phrase of a complaint stands in it (`data/complaint_words.csv`).

    At each word the longest phrase counts, so that "no problem" is no problem.
    """
    plain = MENTION.sub(" ", without_links(text[:MAX_CHARS])).casefold()
    words, place = _WORD.findall(plain), 0
    while place < len(words):
        size, complains = _longest(words, place)
        if complains:
            return True
        place += size
    return False


def _longest(words: list[str], place: int) -> tuple[int, bool]:
    """Words of the longest phrase that begins there, and whether it complains."""
    for phrase, complains in _phrases().get(words[place], ()):
        if tuple(words[place : place + len(phrase)]) == phrase:
            return len(phrase), complains
    return 1, False


@cache
def _phrases() -> Phrases:
    """All phrases by their first word, the longest first."""
    found: Phrases = {}
    for row in lexicon("complaint_words"):
        words = tuple(_WORD.findall(row["words"].casefold()))
        found.setdefault(words[0], []).append((words, row["kind"] == "complaint"))
    for phrases in found.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return found
