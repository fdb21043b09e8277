"""What the other patterns found: for patterns that are made of patterns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit.measure import Estimate, Metric, not_measurable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_OPEN = {"not-measurable", "insufficient-evidence"}


@dataclass(frozen=True)
class Outcomes:
    """Verdicts and titles of all patterns that are not composite, by code."""

    verdicts: Mapping[str, str]
    titles: Mapping[str, str]

    def fired(self, code: str) -> bool:
        """Whether that pattern was found."""
        return self.verdicts.get(code) == "fired"

    def title(self, code: str) -> str:
        """What the pattern is called when it is found."""
        return self.titles[code]

    def count(self, codes: Sequence[str], either: Sequence[str] = ()) -> Metric:
        """How many were found, those of `either` as one at most.

        The upper bound adds those that could not be judged. If none could, nothing is
        known.
        """
        groups = [(code,) for code in codes] + ([tuple(either)] if either else [])
        known = [group for group in groups if any(code in self.verdicts for code in group)]
        found = sum(any(map(self.fired, group)) for group in known)
        unjudged = [
            group
            for group in known
            if not any(map(self.fired, group))
            and any(self.verdicts.get(code) in _OPEN for code in group)
        ]
        if known and len(unjudged) == len(known):
            return not_measurable("none of the parts could be judged")
        return Estimate(found, found, found + len(unjudged), len(known))
