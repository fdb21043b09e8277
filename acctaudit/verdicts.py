"""What the other patterns found: for patterns that are made of patterns, and for claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.measure import Estimate, Metric, exact, not_measurable, too_little
from acctaudit.pattern import Severity
from acctaudit.say import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from acctaudit.judgement import Outcome

_OPEN = {"not-measurable", "insufficient-evidence"}


class Verdicts:
    """Verdicts of all patterns by code; each is reached when it is first asked for.

    A finding that is information only counts as clear.
    """

    def __init__(self, outcome: Callable[[str], Outcome | None]) -> None:
        self._outcome = outcome
        """The outcome of a code; None for one that is left out."""

    def verdict(self, code: str) -> str | None:
        """The verdict; None if the pattern is left out."""
        outcome = self._outcome(code)
        if outcome is None:
            return None
        judged = outcome.judged
        is_information = judged.verdict == "fired" and judged.severity is Severity.INFO
        return "clear" if is_information else judged.verdict

    def fired(self, code: str) -> bool:
        """Whether that pattern was found."""
        return self.verdict(code) == "fired"

    def title(self, code: str) -> str:
        """What the pattern is called when it is found."""
        outcome = self._outcome(code)
        return say(outcome.pattern.failing) if outcome else code

    def found(self, code: str) -> Metric:
        """1 if found, 0 if clear, else unknown with the pattern's own reason."""
        outcome = self._outcome(code)
        if outcome is None:
            return not_measurable(say("{pattern} was left out", pattern=code))
        verdict = self.verdict(code)
        reason = outcome.judged.reason or say("it could not be judged")
        if verdict == "insufficient-evidence":
            return too_little(reason)
        if verdict in {"fired", "clear"}:
            return exact(int(verdict == "fired"))
        return not_measurable(reason)

    def count(self, codes: Sequence[str], either: Sequence[str] = ()) -> Metric:
        """How many were found, those of `either` as one at most.

        The upper bound adds those that could not be judged. If none could, nothing is
        known.
        """
        groups = [(code,) for code in codes] + ([tuple(either)] if either else [])
        verdicts = [[self.verdict(code) for code in group] for group in groups]
        known = [group for group in verdicts if any(group)]
        found = sum("fired" in group for group in known)
        unjudged = sum(
            "fired" not in group and any(verdict in _OPEN for verdict in group)
            for group in known
        )
        if known and unjudged == len(known):
            return not_measurable("none of the parts could be judged")
        return Estimate(found, found, found + unjudged, len(known))
