"""The outcome as SARIF 2.1.0. Our patterns are its rules.

A result stands at the line of the configuration that decides it: some who read SARIF refuse
a file without a place. Links and braces in messages mean something there, so they are made
harmless (sections 3.11.5 and 3.11.6).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from acctaudit.gate.data import BUDGET
from acctaudit.render.gate import parts
from acctaudit.render.gate.levels import LEVELS
from acctaudit.render.gate.written import written

if TYPE_CHECKING:
    from acctaudit.gate.data import Case, Check, Item, Notice, Place

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASELINES = {"new": "new", "worse": "updated", "better": "updated", "known": "unchanged"}
_WARNS = {"SUP001", "SUP003"}
"""Notices that will change, or have changed, what fails."""


def render(check: Check) -> str:
    """A log with one run."""
    return written({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(check)]})


def _run(check: Check) -> dict[str, Any]:
    rules = _rules(check)
    order = {code: n for n, code in enumerate(rules)}
    account = quote(parts.identity(check), safe="", errors="replace")
    return {
        "tool": {"driver": _driver(check, list(rules.values()))},
        "automationDetails": {"id": f"acctaudit/{account}/"},
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": list(map(_notification, check.notices)),
            }
        ],
        "results": [_result(item, order[item.code], check) for item in check.items],
    }


def _driver(check: Check, rules: list[dict[str, Any]]) -> dict[str, Any]:
    return {"name": check.tool.name, "version": check.tool.version, "rules": rules}


def _rules(check: Check) -> dict[str, dict[str, Any]]:
    """Every pattern and budget that was checked, or whose items are told, by its code."""
    rules: dict[str, dict[str, Any]] = {}
    of: list[Case | Item] = [*check.cases, *check.items]
    for one in of:
        rules.setdefault(one.code, _rule(one))
    return rules


def _rule(of: Case | Item) -> dict[str, Any]:
    return {
        "id": of.code,
        "name": _pascal(of.name) or "Unnamed",
        "shortDescription": {"text": _text(of.title)},
        "fullDescription": {"text": _text(f"{of.title} ({of.name})")},
        "help": {"text": _help(of.code)},
        "defaultConfiguration": {"level": LEVELS[of.severity].sarif},
    }


def _help(code: str) -> str:
    """Where to read more: the program has it, and no address on the web is sure to last."""
    if code.startswith(f"{BUDGET}:"):
        return "A budget that the configuration sets for a figure of the report."
    return f"What it looks for, its limits and its sources: acctaudit explain {code}"


def _result(item: Item, index: int, check: Check) -> dict[str, Any]:
    says = f"{item.title}. {item.says} {item.why} {parts.REMEDY} {item.remedy}"
    result: dict[str, Any] = {
        "ruleId": item.code,
        "ruleIndex": index,
        "level": LEVELS[item.severity].sarif,
        "message": {"text": _text(says)},
        "locations": [_location(item.place) | {"logicalLocations": [_account(check)]}],
        "partialFingerprints": {"acctauditFinding/v1": item.fingerprint},
        "properties": {
            "severity": item.severity,
            "state": item.state,
            "gates": item.gates,
        },
    }
    if check.against.kind != "nothing" and item.state in _BASELINES:
        result["baselineState"] = _BASELINES[item.state]
    if item.state == parts.SUPPRESSED:
        justification = _text(item.reason or item.why)
        result["suppressions"] = [{"kind": "external", "justification": justification}]
    return result


def _location(place: Place) -> dict[str, Any]:
    uri = quote(parts.path(place), safe="/", errors="replace")
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": uri},
            "region": {"startLine": parts.line(place)},
        }
    }


def _account(check: Check) -> dict[str, Any]:
    name = parts.told(parts.identity(check))
    return {"name": name, "fullyQualifiedName": f"account/{name}", "kind": "account"}


def _notification(notice: Notice) -> dict[str, Any]:
    return {
        "descriptor": {"id": notice.code},
        "level": "warning" if notice.code in _WARNS else "note",
        "message": {"text": _text(notice.says)},
        "locations": [_location(notice.place)],
    }


def _text(value: str) -> str:
    """A message in which nothing is a link or waits for a value."""
    plain = re.sub(r"\](?=\()", "] ", parts.told(value))
    return plain.replace("{", "{{").replace("}", "}}")


def _pascal(name: str) -> str:
    """`StopAndGo` of `stop-and-go`."""
    found = re.findall(r"[A-Za-z0-9]+", name)
    return "".join(part[0].upper() + part[1:] for part in found)
