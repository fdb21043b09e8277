"""The words of English and German that tell a language, and a person who speaks."""

from __future__ import annotations

from functools import cache

from acctaudit.text import lexicon, without_links

LANGUAGES = ("en", "de")
"""Languages whose words are judged; of others nothing is said."""
_APOSTROPHES = "'’"
_SPACED = {
    code: " "
    for code in (*range(0x21, 0x7F), 0xA1, 0xAB, 0xBB, 0xBF, *range(0x2010, 0x2040))
    if not chr(code).isalnum() and chr(code) not in _APOSTROPHES
} | {ord("’"): "'"}


def words(text: str) -> set[str]:
    """The words and numbers of a text, lower case; its addresses are left out."""
    return set(without_links(text).casefold().translate(_SPACED).split())


def personal(text: str) -> bool:
    """Whether a personal pronoun of the first or second person stands in the text."""
    return not _all_pronouns().isdisjoint(words(text))


def language(text: str) -> str:
    """The language whose commonest words stand in the text; empty if none's do."""
    said = words(text)
    hits = {name: len(said & _common(name)) for name in LANGUAGES}
    best = max(LANGUAGES, key=lambda name: hits[name])
    return best if hits[best] else ""


@cache
def _all_pronouns() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon("pronouns"))


@cache
def _common(language: str) -> frozenset[str]:
    """Its commonest words and its pronouns."""
    rows = (*lexicon("pronouns"), *lexicon("common_words"))
    return frozenset(row["word"] for row in rows if row["language"] == language)
