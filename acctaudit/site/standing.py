"""How an account stands, in one word that follows from its findings.

The words answer what somebody asks who looks after many accounts: which are dead, which
only send, which can be shown to others. Nothing is ranked, and followers do not count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.site.data import (
    ANSWERS,
    FEED,
    FOUND,
    GIVEN_UP,
    LIFE,
    NOTHING,
    OPEN,
    SENDS,
    TALKS,
)

if TYPE_CHECKING:
    from acctaudit.report import Report

ENDED = {"AA201", "AA202", "AA203", "AA206", "AA901"}
"""Abandoned, said goodbye, left without a word, a burst and then nothing, gave up."""
BROADCASTS = "AA301"
"""Hardly answers anybody."""
ONE_WAY = {"AA401", "AA408", "AA803"}
"""A feed of press releases, passes on only, a feed that posts by itself."""
ALIVE = "AA201"
"""Must have been judged and not found in an account that is in use."""
MIDDLE = 50
"""Vital sign of the account in the middle of those that can be compared."""
_HARMLESS = "info"


def standing(report: Report) -> str:
    """The first of these that is true of a report; one of STANDINGS."""
    verdicts = _verdicts(report)
    fired = {finding.code: finding.severity for finding in report.fired()}
    if fired.keys() & ENDED:
        return GIVEN_UP
    answers = verdicts.get(BROADCASTS, "")
    if answers == "fired" or (fired.keys() & ONE_WAY and answers != "clear"):
        return SENDS
    if any(severity != _HARMLESS for severity in fired.values()):
        return FOUND
    if verdicts.get(ALIVE) != "clear":
        return OPEN
    if answers == "clear":
        return TALKS if _talks(report) else NOTHING
    return FEED if answers == "not-applicable" else OPEN


def left_open(report: Report) -> tuple[str, ...]:
    """LIFE and ANSWERS, where no verdict says anything of them."""
    verdicts = _verdicts(report)
    told = {"fired", "clear", "not-applicable"}
    ended = any(verdicts.get(code) == "fired" for code in ENDED)
    found = () if ended or verdicts.get(ALIVE) in told else (LIFE,)
    return found if verdicts.get(BROADCASTS) in told else (*found, ANSWERS)


def _verdicts(report: Report) -> dict[str, str]:
    return {finding.code: finding.verdict for finding in report.patterns}


def _talks(report: Report) -> bool:
    """Whether it surely answers people as often as comparable accounts: at least MIDDLE."""
    for vital in report.vitals:
        if vital.dimension == "conversation":
            least = vital.score if vital.low is None else vital.low
            return least is not None and least >= MIDDLE
    return False
