"""The words of English and German that tell a language, and a person who speaks."""

from __future__ import annotations

from functools import cache

from acctaudit.text import lexicon

LANGUAGES = ("en", "de")
"""Languages whose words are judged; of others nothing is said."""


@cache
def pronouns() -> frozenset[str]:
    """Personal and possessive pronouns of the first and second person."""
    return frozenset(row["word"] for row in lexicon("pronouns"))


@cache
def common_words() -> frozenset[str]:
    """Words that hardly any sentence of these languages does without, and the pronouns."""
    return pronouns() | {row["word"] for row in lexicon("common_words")}
