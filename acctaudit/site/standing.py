"""How an account stands, in one word that follows from its findings.

The words answer what somebody asks who looks after many accounts: which are dead, which
only send, which can be shown to others. Nothing is ranked, and followers do not count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.site.data import FEED, FOUND, GIVEN_UP, OPEN, SENDS, TALKS

if TYPE_CHECKING:
    from acctaudit.report import Report

ENDED = {"AA201", "AA202", "AA203", "AA206", "AA901"}
"""Abandoned, said goodbye, left without a word, a burst and then nothing, gave up."""
ONE_WAY = {"AA301", "AA401", "AA408", "AA803"}
"""Broadcasts, a feed of press releases, passes on only, a feed that posts by itself."""
ALIVE, ANSWERS = "AA201", "AA301"
"""Patterns that must have been judged and not found in an account that talks."""
_HARMLESS = "info"


def standing(report: Report) -> str:
    """The first of these that is true of a report; one of STANDINGS."""
    verdicts = {finding.code: finding.verdict for finding in report.patterns}
    fired = {finding.code: finding.severity for finding in report.fired()}
    if fired.keys() & ENDED:
        return GIVEN_UP
    if fired.keys() & ONE_WAY:
        return SENDS
    if any(severity != _HARMLESS for severity in fired.values()):
        return FOUND
    if verdicts.get(ALIVE) != "clear":
        return OPEN
    return {"clear": TALKS, "not-applicable": FEED}.get(verdicts.get(ANSWERS, ""), OPEN)
