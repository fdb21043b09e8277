"""Near-duplicates among many texts without comparing all pairs.

Two texts are near if the Jaccard similarity of their sets of three-word shingles is at
least 0.8 (Broder 1997). MinHash signatures choose which pairs to compare: 8 bands of 4
hashes find a pair at 0.8 with probability 0.985 and one at 0.9 with 0.9998 (Leskovec,
Rajaraman & Ullman 2014, chapter 3). What they choose is then compared in full.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Numbers = NDArray[np.int64]
    Hashes = NDArray[np.uint64]
    Signatures = NDArray[np.uint16]

SIMILAR = 0.8
"""Jaccard similarity from which two texts are near-duplicates."""
_SHINGLE = 3
_BANDS, _ROWS = 8, 4
_ALIKE = 16
"""Equal hashes of 32 before a pair is compared in full; at 0.8, 1 in 10,000 has fewer."""
_BLOCK = 4096
"""Texts or pairs taken at a time, so that work on them stays in the processor's cache."""


def mixed(numbers: Numbers | Hashes) -> Hashes:
    """Hash numbers so that every bit counts (Steele, Lea & Flood 2014)."""
    x = numbers.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


class Texts(NamedTuple):
    """Texts as runs in one array of the hashes of their words."""

    words: Hashes
    starts: Numbers
    """Place of each text's first word."""
    sizes: Numbers
    """How many words each text has."""
    prints: Hashes
    """A hash of the words of each text in their order; 0 for a text without words."""

    def some(self, texts: Numbers) -> Texts:
        """Only these texts, in this order."""
        return Texts(self.words, self.starts[texts], self.sizes[texts], self.prints[texts])

    def shingles(self) -> tuple[Hashes, Numbers]:
        """Hashes of the runs of three words of each text, and how many runs each has."""
        counts = self.sizes - _SHINGLE + 1
        before = np.cumsum(counts) - counts
        places = np.repeat(self.starts - before, counts) + np.arange(counts.sum())
        shingles = np.zeros(len(places), np.uint64)
        for offset in range(_SHINGLE):
            shingles = mixed(shingles ^ self.words[places + offset])
        return shingles, counts


_LAST = np.uint32(0xFFFF)
"""Sixteen bits of a hash are enough to choose pairs by, and half the memory."""
_FACTORS = mixed(np.arange(_BANDS * _ROWS)).astype(np.uint32) | np.uint32(1)
"""Odd numbers that a shingle is multiplied by, modulo 2³², to give its 32 hashes."""


def near_clusters(texts: Texts) -> Numbers:
    """Cluster of each text, as the place of its first member; each needs three words."""
    signatures = _signatures(texts)
    cluster = np.arange(len(texts.sizes))
    tried = np.zeros(0, np.int64)
    for band in np.split(signatures, _BANDS, axis=1):
        one, other = _candidates(band)
        pair = one * len(cluster) + other
        fresh = (cluster[one] != cluster[other]) & ~np.isin(pair, tried, assume_unique=True)
        tried = np.r_[tried, pair[fresh]]
        one, other = one[fresh], other[fresh]
        similar = _similar(texts, signatures, one, other)
        cluster = _joined(cluster, one[similar], other[similar])
    return cluster


def _similar(texts: Texts, signatures: Signatures, one: Numbers, other: Numbers) -> Flags:
    """Whether the texts of each pair are near-duplicates."""
    similar = np.zeros(len(one), dtype=bool)
    for start in range(0, len(one), _BLOCK):
        a, b = one[start : start + _BLOCK], other[start : start + _BLOCK]
        alike = (signatures[a] == signatures[b]).sum(axis=1) >= _ALIKE
        near = _jaccard(texts.some(a[alike]), texts.some(b[alike])) >= SIMILAR
        similar[start + np.flatnonzero(alike)] = near
    return similar


def _signatures(texts: Texts) -> Signatures:
    """Last bits of the smallest of 32 hashes (columns) over the shingles of each text."""
    signatures = np.zeros((len(texts.sizes), len(_FACTORS)), np.uint16)
    for start in range(0, len(texts.sizes), _BLOCK):
        block = np.arange(start, min(start + _BLOCK, len(signatures)))
        shingles, counts = texts.some(block).shingles()
        short = (shingles >> np.uint64(32)).astype(np.uint32)
        starts = np.cumsum(counts) - counts
        for column, factor in enumerate(_FACTORS):
            signatures[block, column] = np.minimum.reduceat(short * factor, starts) & _LAST
    return signatures


def _candidates(band: Signatures) -> tuple[Numbers, Numbers]:
    """Pairs of texts with the same hashes: each with the first and the one before it."""
    bucket = np.zeros(len(band), np.uint64)
    for hashes in band.T:
        bucket = mixed(bucket ^ hashes)
    bits = np.uint64(len(bucket).bit_length())
    packed = np.sort(_packed(bucket, np.arange(len(bucket)), bits))
    order = _unpacked(packed, bits)
    opens = np.diff(packed >> bits, prepend=~packed[:1]) != 0
    head = np.maximum.accumulate(np.where(opens, np.arange(len(order)), 0))
    later = np.flatnonzero(~opens)
    third = later[head[later] < later - 1]
    one, other = np.r_[later, third], np.r_[head[later], third - 1]
    return order[one], order[other]


def _packed(hashes: Hashes, numbers: Numbers, bits: np.uint64) -> Hashes:
    """Hashes with a number of so many bits in place of their last bits."""
    return (hashes >> bits << bits) | numbers.astype(np.uint64)


def _unpacked(packed: Hashes, bits: np.uint64) -> Numbers:
    """Undo `_packed`: the numbers."""
    return (packed & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)


def _jaccard(one: Texts, other: Texts) -> NDArray[np.float64]:
    """Jaccard similarity of the shingle sets of each pair of texts; of _BLOCK at most."""
    pairs, bits = len(one.sizes), np.uint64(_BLOCK.bit_length())

    def of_pairs(texts: Texts) -> Hashes:
        shingles, counts = texts.shingles()
        pair = np.repeat(np.arange(pairs), counts)
        packed = np.sort(_packed(shingles, pair, bits))
        distinct: Hashes = packed[np.diff(packed, prepend=~packed[:1]) != 0]
        return distinct

    both = np.sort(np.concatenate([of_pairs(one), of_pairs(other)]))
    all_of = np.bincount(_unpacked(both, bits), minlength=pairs)
    shared = np.bincount(_unpacked(both[1:][np.diff(both) == 0], bits), minlength=pairs)
    return shared / (all_of - shared)


def _joined(cluster: Numbers, one: Numbers, other: Numbers) -> Numbers:
    """Clusters once pairs are joined: roots hook to smaller ones until no pair differs."""
    while (cluster[one] != cluster[other]).any():
        low = np.minimum(cluster[one], cluster[other])
        np.minimum.at(cluster, np.maximum(cluster[one], cluster[other]), low)
        while (cluster[cluster] != cluster).any():
            cluster = cluster[cluster]
    return cluster
