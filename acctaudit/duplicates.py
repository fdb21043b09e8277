"""Which posts say the same thing: equal once normalised, or nearly so.

Words, shingles and texts are compared as hashes of 64 bits, which depend on nothing but
what is written: the order of the posts is of no account.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from acctaudit.minhash import Texts, mixed, near_clusters

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Numbers = NDArray[np.int64]
    Hashes = NDArray[np.uint64]

MIN_TOKENS = 5
"""Words from which a text is compared: fewer than three shingles say too little."""
_BLOCK = 4096
"""Texts taken at a time, so that work on them stays in the processor's cache."""
_WORDS = 1 << 18
"""Words looked up at a time."""


class Groups(NamedTuple):
    """Clusters of texts, numbered from 0; -1 for a text that is in none."""

    exact: Numbers
    """Clusters of texts with the same key."""
    near: Numbers
    """Clusters of near-duplicates."""


def hashed(texts: Sequence[str]) -> Texts:
    """Hashes of all words of all texts: what clusters and look-ups work on."""
    words = np.empty(sum(map(len, texts)) + len(texts), np.uint64)
    sizes = np.zeros(len(texts), np.int64)
    prints = np.zeros(len(texts), np.uint64)
    done = 0
    for start in range(0, len(texts), _BLOCK):
        block = slice(start, start + _BLOCK)
        of_block, sizes[block] = _words(_lines(texts[block]))
        prints[block] = _fingerprints(of_block, sizes[block])
        words[done : done + len(of_block)] = of_block
        done += len(of_block)
    return Texts(words[:done], np.cumsum(sizes) - sizes, sizes, prints)


def word_hashes(words: Sequence[str]) -> Hashes:
    """Hash of each single word, as `hashed` makes it of the words of a text."""
    return _words(_lines(words))[0]


def holding(texts: Texts, vocabulary: Collection[str]) -> Flags:
    """Whether each text holds a word of the vocabulary (normalised as `keys` does)."""
    wanted = np.sort(word_hashes(sorted(vocabulary)))
    if not len(wanted):
        return np.zeros(len(texts.sizes), bool)
    hits = np.zeros(len(texts.words) + 1, np.int32)
    for start in range(0, len(texts.words), _WORDS):
        words = texts.words[start : start + _WORDS]
        near = np.minimum(np.searchsorted(wanted, words), len(wanted) - 1)
        hits[start + 1 : start + 1 + len(words)] = wanted[near] == words
    np.cumsum(hits, out=hits)
    flags: Flags = hits[texts.starts + texts.sizes] > hits[texts.starts]
    return flags


def exact_groups(texts: Sequence[str]) -> Numbers:
    """Clusters of at least two texts with the same key; -1 for texts that are in none.

    Texts without a word (a bare link) have nothing to compare and are in none.
    """
    return groups(hashed(texts)).exact


def near_groups(texts: Sequence[str]) -> Numbers:
    """Clusters of at least two near-duplicates; -1 for texts that are in none.

    Clusters are chains: of three texts the first and the third may differ more, if both are
    near to the second. Texts of fewer than MIN_TOKENS words are in none, and with them most
    of what is written without spaces between words.
    """
    return groups(hashed(texts)).near


def groups(texts: Texts) -> Groups:
    """Both kinds of clusters at the price of one, in O(n log n)."""
    _, first, same = np.unique(texts.prints, return_index=True, return_inverse=True)
    long = np.flatnonzero(texts.sizes[first] >= MIN_TOKENS)
    cluster = np.arange(len(first))
    cluster[long] = long[near_clusters(texts.some(first[long]))]
    near = _numbered(cluster[same], texts.sizes >= MIN_TOKENS)
    return Groups(exact=_numbered(same, texts.sizes > 0), near=near)


def _numbered(cluster: Numbers, taken: Flags) -> Numbers:
    """Clusters of two or more among the rows taken, numbered from 0; -1 elsewhere."""
    size = np.bincount(cluster[taken], minlength=len(cluster))
    shared = taken & (size[cluster] > 1)
    number = np.full(len(cluster), -1)
    number[shared] = np.unique(cluster[shared], return_inverse=True)[1]
    return number


# What a text says

_FOREIGN_MARKS = re.compile(r"[^\w\x00-\x7f]+")
_NOISE = [
    re.compile(pattern)
    for pattern in (r"https?://\S+", r"www\.\S+", r"pic\.twitter\.com/\S+", r"@\w+")
]
"""Links and mentions; apart, because a pattern that begins with plain letters is fast."""
_BLANKED = bytes(
    code if code > 127 or chr(code).isalnum() or chr(code) in "_\n" else ord(" ")
    for code in range(256)
)
"""What each byte of UTF-8 becomes: ASCII punctuation and control characters are spaces."""


def keys(texts: Sequence[str]) -> list[str]:
    """Each text as its words: one case, single spaces, no links, mentions, punctuation."""
    lines = _lines(texts).decode().split("\n") if texts else []
    return [" ".join(line.split()) for line in lines]


def _lines(texts: Sequence[str]) -> bytes:
    """Lines of UTF-8, one a text, that hold its words with spaces between them."""
    plain = [text if text.isascii() else _FOREIGN_MARKS.sub(" ", text) for text in texts]
    joined = "\n".join([text.replace("\n", " ") for text in plain]).casefold()
    for noise in _NOISE:
        joined = noise.sub(" ", joined)
    return joined.encode().translate(_BLANKED)


# Texts as hashes of their words


def _words(lines: bytes) -> tuple[Hashes, Numbers]:
    """Hashes of the words of all lines in a row, and how many words each line has.

    A word's hash is Σ h(bᵢ)·pⁱ modulo 2⁶⁴ over its bytes (Karp & Rabin 1987), taken from
    one running sum over all lines and divided by the power of p where the word begins.
    """
    letters = np.frombuffer(lines, np.uint8)
    edges = np.flatnonzero(np.diff(letters > ord(" "), prepend=False, append=False))
    starts, ends = edges[::2], edges[1::2]
    up_to = _running(_BYTES[letters] * _powers(_BASE, len(letters)))
    inverse = _powers(_INVERSE, len(letters))
    words = mixed((up_to[ends] - up_to[starts]) * inverse[starts])
    line_ends = np.r_[np.flatnonzero(letters == ord("\n")), len(letters)]
    return words, np.diff(np.searchsorted(starts, line_ends), prepend=0)


def _fingerprints(words: Hashes, sizes: Numbers) -> Hashes:
    """Hashes of the words of each text in their order; 0 for a text without words."""
    ends = np.cumsum(sizes)
    starts = ends - sizes
    place = np.arange(len(words)) - np.repeat(starts, sizes)
    up_to = _running(words * mixed(place))
    prints: Hashes = up_to[ends] - up_to[starts]
    return prints


def _running(numbers: Hashes) -> Hashes:
    """Sum of all numbers before each place and before the end, modulo 2⁶⁴."""
    total = np.zeros(len(numbers) + 1, np.uint64)
    np.cumsum(numbers, out=total[1:])
    return total


def _powers(base: int, count: int) -> Hashes:
    """Powers 1, 2, … `count` of a number modulo 2⁶⁴."""
    return _table(base, 1 << count.bit_length())[:count]


@lru_cache(4)
def _table(base: int, count: int) -> Hashes:
    """As many powers as a block of texts may ever need, kept for the next block."""
    return np.cumprod(np.full(count, base, np.uint64), dtype=np.uint64)


_NOTHING = np.zeros(0, np.uint64)
_BYTES = mixed(np.arange(256))
_BASE = 0x9E3779B97F4A7C15
_INVERSE = pow(_BASE, -1, 1 << 64)
