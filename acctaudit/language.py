"""Which language a text is in, and whether a person speaks in it: told by common words.

A post is judged with the pronouns of its own language only, because the languages share
many words: `me` is English, French, Spanish and Italian, and German `du` a French article.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from acctaudit.duplicates import word_hashes
from acctaudit.text import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from acctaudit.minhash import Texts

    Flags = NDArray[np.bool_]
    Numbers = NDArray[np.int64]
    Bits = NDArray[np.uint32]
    Hashes = NDArray[np.uint64]

LANGUAGES = ("en", "de", "fr", "es", "it")
"""Languages whose words are judged; of others nothing is said."""
UNKNOWN = -1
"""Place of a text whose language is not known."""
_NO_LANGUAGE = {"", "und", "zxx", "art", "mis", "mul"}
"""Codes by which the platform says that it does not know, and those that begin with q."""
_MAIN = 0.8
"""Share of the texts in a known language that makes one the account's main language, and"""
_TOLD = 2 / 3
"""share of all texts whose language must be known, before it is taken for that of the
others too: a headline may hold no common word at all. Both are our judgement."""
_BLOCK = 1 << 16
"""Texts looked at a time."""


class Told(NamedTuple):
    """What the words of each text tell, bit i of each number for `known_languages()[i]`."""

    likely: Bits
    """Languages of which the text holds most common words; several if they tie."""
    person: Bits
    """Languages in which it holds a pronoun of the first or second person."""
    reader: Bits
    """Languages in which it holds one of the second person."""
    polite: Bits
    """Languages in which it holds one that counts only with a capital letter."""


@cache
def known_languages() -> tuple[str, ...]:
    """Codes of all languages that are told apart: first those whose words are judged."""
    others = {row["language"] for row in lexicon("common_words")} - set(LANGUAGES)
    return (*LANGUAGES, *sorted(others))


@cache
def capitals(language: str) -> tuple[str, ...]:
    """Pronouns that count only with a capital letter inside a sentence (German `Sie`)."""
    return tuple(
        row["word"].capitalize()
        for row in lexicon("pronouns")
        if row["language"] == language and row["capital"]
    )


class _Vocabulary(NamedTuple):
    """Hashes of all words of the lexica, sorted, and what each of them tells."""

    hashes: Hashes
    first: Flags
    """By the first 16 bits of a hash: whether a word of the lexica begins so."""
    tells: tuple[Bits, ...]
    """For each word, by field of `Told` (`likely`: a common word), bits of languages."""


def _entries() -> Iterator[tuple[str, int, str]]:
    """Field of `Told` by number, and language, of every word."""
    for row in lexicon("common_words"):
        yield row["word"], 0, row["language"]
    for row in lexicon("pronouns"):
        if row["capital"]:
            yield row["word"], 3, row["language"]
            continue
        yield row["word"], 0, row["language"]
        yield row["word"], 1, row["language"]
        if row["person"] == "2":
            yield row["word"], 2, row["language"]


@cache
def _vocabulary() -> _Vocabulary:
    words = sorted({word for word, _, _ in _entries()})
    place = {word: i for i, word in enumerate(words)}
    tells = tuple(np.zeros(len(words), np.uint32) for _ in Told._fields)
    for word, field, language in _entries():
        tells[field][place[word]] |= np.uint32(1 << known_languages().index(language))
    hashes = word_hashes(words)
    order = np.argsort(hashes)
    first = np.zeros(1 << 16, bool)
    first[hashes >> np.uint64(48)] = True
    return _Vocabulary(hashes[order], first, tuple(bits[order] for bits in tells))


def told(texts: Texts) -> Told:
    """Look up the words of all texts once."""
    found = Told(*(np.zeros(len(texts.sizes), np.uint32) for _ in Told._fields))
    for start in range(0, len(texts.sizes), _BLOCK):
        block = slice(start, start + _BLOCK)
        rows, places = _hits(texts, block)
        tells = _vocabulary().tells
        size = len(texts.sizes[block])
        found.likely[block] = _most(rows, tells[0][places], size)
        for bits, tell in zip(found[1:], tells[1:], strict=True):
            hit = tell[places]
            np.bitwise_or.at(bits[block], rows[hit > 0], hit[hit > 0])
    return found


def _hits(texts: Texts, block: slice) -> tuple[Numbers, Numbers]:
    """Words of the lexica in some texts: place of the text, place in the vocabulary."""
    starts, sizes = texts.starts[block], texts.sizes[block]
    begin, end = starts[0], starts[-1] + sizes[-1]
    words, known = texts.words[begin:end], _vocabulary()
    maybe = np.flatnonzero(known.first[words >> np.uint64(48)])
    places = np.searchsorted(known.hashes, words[maybe])
    places = np.minimum(places, len(known.hashes) - 1)
    real = known.hashes[places] == words[maybe]
    rows = np.searchsorted(starts + sizes - begin, maybe[real], side="right")
    return rows, places[real]


def _most(rows: Numbers, bits: Bits, size: int) -> Bits:
    """For each text the languages with most common words; none where it has no such."""
    counts = np.stack(
        [
            np.bincount(rows[(bits >> np.uint32(i)) & 1 > 0], minlength=size)
            for i in range(len(known_languages()))
        ]
    )
    most = counts.max(axis=0)
    likely = np.zeros(size, np.uint32)
    for i, count in enumerate(counts):
        likely |= np.where((count == most) & (most > 0), np.uint32(1 << i), np.uint32(0))
    return likely


def languages(texts: Texts, likely: Bits, codes: Sequence[object] | None = None) -> Numbers:
    """Place of each text's language in `known_languages()`; UNKNOWN where not known.

    What the platform says (`codes`) comes first, a language not in the lexica is UNKNOWN.
    Else it is the language with most common words; ties go to the one that is commonest in
    the account. Where nearly all texts are in one language, those that hold no common word
    are taken to be in it too.
    """
    found = np.full(len(likely), UNKNOWN)
    if codes is None:
        free = texts.sizes > 0
    else:
        found, undecided = _as_said(codes)
        free = undecided & (texts.sizes > 0)
    single = free & (likely > 0) & (likely & (likely - np.uint32(1)) == 0)
    found[single] = np.log2(likely[single]).astype(np.int64)
    usual = np.bincount(found[found >= 0], minlength=len(known_languages()))
    for i in np.argsort(-usual, kind="stable"):
        tied = free & (found < 0) & ((likely >> np.uint32(i)) & 1 > 0)
        found[tied & bool(usual[i])] = i
    return _with_main(found, free & (likely == 0), texts.sizes > 0)


def _as_said(codes: Sequence[object]) -> tuple[Numbers, Flags]:
    """Languages as the platform's codes say, and where they say that it does not know."""
    distinct, which = np.unique(
        [code if isinstance(code, str) else "" for code in codes], return_inverse=True
    )
    short = [code.casefold().replace("_", "-").partition("-")[0] for code in distinct]
    known = {code: i for i, code in enumerate(known_languages())}
    places = np.array([known.get(code, UNKNOWN) for code in short], np.int64)
    open_ = np.array([code in _NO_LANGUAGE or code[:1] == "q" for code in short], bool)
    return places[which], open_[which]


def _with_main(found: Numbers, silent: Flags, worded: Flags) -> Numbers:
    """Texts without a common word, in the main language if there is one."""
    told_of = found[(found >= 0) & worded]
    if not len(told_of) or len(told_of) < _TOLD * worded.sum():
        return found
    counts = np.bincount(told_of)
    if counts.max() >= _MAIN * len(told_of):
        found[silent] = counts.argmax()
    return found
