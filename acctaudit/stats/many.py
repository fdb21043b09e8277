"""Many tests at once: chances corrected for how often one had the opportunity to find."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeVar

    Key = TypeVar("Key")


def benjamini_hochberg(chances: Mapping[Key, float]) -> dict[Key, float]:
    """Each chance (p-value) adjusted for the others, so that a limit on it bounds the share
    of false findings among all findings.

    Of m chances in ascending order, the i-th becomes the smallest of m/j·p(j) over j >= i.
    Benjamini & Hochberg 1995, for independent or positively dependent tests.
    """
    adjusted: dict[Key, float] = {}
    smallest, m = 1.0, len(chances)
    for place, key in enumerate(sorted(chances, key=lambda k: -chances[k])):
        smallest = min(smallest, chances[key] * m / (m - place))
        adjusted[key] = smallest
    return adjusted
