"""Which letters may stand for a letter: its neighbours in the same script."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property

_BLOCK = 0x80
_WIDE = (
    (0x0000, 0x0080),  # A to Z, the letters of English
    (0x0080, 0x0250),  # letters of Latin with marks
    (0x0370, 0x0400),  # Greek
    (0x0400, 0x0530),  # Cyrillic
    (0x3400, 0xA000),  # Chinese characters
    (0xAC00, 0xD7A4),  # Korean syllables
    (0x20000, 0x32000),  # rarer Chinese characters
)
"""Neighbourhoods by code point that are no aligned blocks of 128."""


@dataclass(frozen=True)
class Alphabet:
    """Letters that may stand for each other, lower case where there is one."""

    letters: str

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each letter."""
        return {letter: place for place, letter in enumerate(self.letters)}


def folded(word: str) -> str:
    """A word in one case, letter by letter, so that it stays as long as it is."""
    return "".join(map(_fold, word))


def cased_like(word: str, image: str) -> str:
    """The image in the upper and lower case of the word."""
    return "".join(_cased(old, new) for old, new in zip(word, image, strict=True))


@cache
def alphabet(letter: str) -> Alphabet:
    """The letters, or digits, that may stand for one in lower case; itself among them."""
    if letter.isdecimal():
        zero = ord(letter) - unicodedata.decimal(letter)
        return Alphabet("".join(map(chr, range(zero, zero + 10))))
    if not letter.isalpha():
        return Alphabet(letter)
    found = _neighbours(*_neighbourhood(ord(letter)), _sort(letter))
    return found if letter in found.places else Alphabet(letter)


@cache
def _neighbours(start: int, end: int, sort: str) -> Alphabet:
    letters = filter(str.isalpha, map(chr, range(start, end)))
    return Alphabet(
        "".join(
            letter
            for letter in letters
            if letter.casefold() == letter and _sort(letter) == sort
        )
    )


def _neighbourhood(code: int) -> tuple[int, int]:
    wide = ((start, end) for start, end in _WIDE if start <= code < end)
    block = code - code % _BLOCK
    return next(wide, (block, block + _BLOCK))


@cache
def _fold(letter: str) -> str:
    found = letter.casefold()
    return found if len(found) == 1 else letter


def _cased(old: str, new: str) -> str:
    if old.isupper():
        return new.upper()
    return new.lower() if old.islower() else new


def _sort(letter: str) -> str:
    """Whether a letter has one other form, from which one gets back; else its category."""
    upper = letter.upper()
    if len(upper) == 1 and upper != letter and upper.casefold() == letter:
        return "cased"
    return unicodedata.category(letter)
