"""Shuffle: numbers for numbers, one for one, in an order that only a key knows."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from math import isqrt

_ROUNDS = 4


@dataclass(frozen=True)
class Shuffle:
    """What stands for what under one key."""

    key: bytes = field(repr=False)

    def number(self, value: int, size: int, label: str) -> int:
        """The number below `size` that stands for another one.

        No two numbers are given the same, for each label and size. A Feistel network over
        two parts of the number with HMAC-SHA256 for its rounds, walked until the result is
        small enough (Black & Rogaway 2002).
        """
        if size < 2:
            return value
        left = isqrt(size - 1) + 1
        right = -(-size // left)
        value = self._once(value, left, right, label)
        while value >= size:
            value = self._once(value, left, right, label)
        return value

    def bits(self, label: str) -> int:
        """A number of 256 bits that follows from the label."""
        return int.from_bytes(hmac.digest(self.key, label.encode(), "sha256"), "big")

    def _once(self, value: int, left: int, right: int, label: str) -> int:
        one, other = divmod(value, right)
        for turn in range(_ROUNDS):
            one = (one + self.bits(f"{label} {left} {turn} < {other}")) % left
            other = (other + self.bits(f"{label} {right} {turn} > {one}")) % right
        return one * right + other
