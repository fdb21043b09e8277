"""What several outputs of the gate say alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from acctaudit import safe, words
from acctaudit.gate.data import JUDGED

if TYPE_CHECKING:
    from acctaudit.gate.data import Check, Item, Place

SUPPRESSED = "suppressed"
KNOWN = ("known", "better")
STATES = {
    "new": "new",
    "worse": "worse than before",
    "known": "known",
    "better": "known, and better than before",
    SUPPRESSED: SUPPRESSED,
    "expired": "its suppression has run out",
}
"""Each state of an item in words."""
REMEDY = "What to do:"
_SILENT = {SUPPRESSED, *KNOWN}
_HANDLE = 50
"""Characters of a handle; the platform allows 15."""
NOWHERE = "acctaudit.toml"
"""The file to make where an item has no place: some formats demand one."""


def told(value: str, limit: int = 2_000) -> str:
    """Text on one line without controls, e-mail addresses and telephone numbers."""
    return safe.masked(safe.text(value, limit=limit))


def who(check: Check) -> str:
    """The account in words: its handle, else its number."""
    account = check.account
    if not account.handle and not account.user_id:
        return "an account without a name"
    return f"@{identity(check)}" if account.handle else f"user id {identity(check)}"


def identity(check: Check) -> str:
    """What the account is known by to a machine, cut where it is no handle of anybody."""
    known = check.account.handle or check.account.user_id or "unknown"
    return known if len(known) <= _HANDLE else safe.text(known, limit=_HANDLE)


def day(check: Check) -> str:
    """The day of the export in words."""
    known = check.as_of
    return f"as of {words.day(known)}" if known else "day of the export not known"


def about(check: Check) -> str:
    """The account, its day and its size, as one sentence."""
    return f"{who(check)}, {day(check)}, {words.count(check.posts, 'posts')}."


def judged(check: Check) -> str:
    """How much could be judged, as one sentence."""
    known = sum(case.verdict in JUDGED for case in check.cases)
    total = words.number(len(check.cases))
    return f"Judged: {words.number(known)} of {total} patterns and budgets."


def lesser(check: Check) -> list[Item]:
    """New or worse items that do not make the gate fail."""
    return [item for item in _passing(check) if item.state not in _SILENT]


def silent(check: Check) -> list[Item]:
    """Items that are known or suppressed, and do not make the gate fail."""
    return [item for item in _passing(check) if item.state in _SILENT]


def _passing(check: Check) -> list[Item]:
    return [item for item in check.items if not item.gates]


def state(item: Item) -> str:
    """The state of an item in words; of a suppressed one with the reason."""
    if item.state == SUPPRESSED and item.reason:
        return f"{SUPPRESSED}: {item.reason}"
    return STATES[item.state]


def path(place: Place) -> str:
    """A path below the repository, with forward slashes, never empty and without `..`.

    Of an absolute one only the name: what stands above it is nobody's business.
    """
    flat = safe.text(place.path).replace("\\", "/").strip()
    steps = [step for step in flat.split("/") if step.strip() not in {"", ".", ".."}]
    if re.match(r"/|[A-Za-z]:", flat):
        steps = [step for step in steps[-1:] if not re.fullmatch(r"[A-Za-z]:", step)]
    return "/".join(steps) or NOWHERE


def line(place: Place) -> int:
    """The line, counted from 1."""
    return max(place.line, 1)
