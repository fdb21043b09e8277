"""The items of a check as a code quality report of GitLab."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from acctaudit.render.gate import parts
from acctaudit.render.gate.levels import LEVELS
from acctaudit.render.gate.written import written

if TYPE_CHECKING:
    from acctaudit.gate.data import Check, Item


def render(check: Check) -> str:
    """A list of all items that are not suppressed, whether they make the gate fail or not:
    GitLab itself tells what is new since the target branch.
    """
    seen: set[str] = set()
    shown = (item for item in check.items if item.state != parts.SUPPRESSED)
    return written([_entry(item, _unique(item.fingerprint, seen)) for item in shown])


def _entry(item: Item, fingerprint: str) -> dict[str, Any]:
    title, says, remedy = map(parts.told, (item.title, item.says, item.remedy))
    return {
        "description": f"{parts.told(item.code)}: {title}. {says} {parts.REMEDY} {remedy}",
        "check_name": parts.told(item.code),
        "fingerprint": fingerprint,
        "severity": LEVELS[item.severity].gitlab,
        "location": {
            "path": parts.path(item.place),
            "lines": {"begin": parts.line(item.place)},
        },
    }


def _unique(fingerprint: str, seen: set[str]) -> str:
    """A fingerprint that was not there yet: of two that are equal GitLab drops one."""
    n, found = 1, fingerprint
    while not found or found in seen:
        n += 1
        found = sha256(f"{n} {fingerprint}".encode("utf-8", "replace")).hexdigest()
    seen.add(found)
    return found
