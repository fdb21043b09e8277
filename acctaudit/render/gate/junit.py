"""The outcome as JUnit XML: a test case for every pattern and budget that was checked.

No time stamps: the same check is the same file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from acctaudit import safe
from acctaudit.render.gate import parts

if TYPE_CHECKING:
    from acctaudit.gate.data import Case, Check, Item

_SUITE = "acctaudit"
_PAIRS = re.compile(r":(?=:)|#(?=#)")
"""In XML of ours they stand in texts only; as numbers they start no command in a log."""
_FAILS, _SKIPS, _ERRS = "failure", "skipped", "error"


def render(check: Check) -> str:
    """One suite, never without a case."""
    cases = _cases(check)
    totals = {"tests": str(len(cases)), "failures": _count(cases, _FAILS)}
    totals |= {"errors": _count(cases, _ERRS), "skipped": _count(cases, _SKIPS)}
    root = Element("testsuites", {"name": _SUITE, **_without(totals, "skipped")})
    name = _xml(f"{_SUITE} {parts.who(check)}")
    suite = SubElement(root, "testsuite", {"name": name, **totals, "time": "0"})
    suite.append(_properties(check))
    suite.extend(cases)
    SubElement(suite, "system-out").text = _lines(
        [check.headline, parts.about(check), check.against.says, check.books]
        + [f"{notice.code}: {notice.says}" for notice in check.notices]
    )
    indent(root)
    text = tostring(root, encoding="unicode")
    inert = _PAIRS.sub(lambda found: f"&#{ord(found.group())};", text)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{inert}\n'


def _without(totals: dict[str, str], name: str) -> dict[str, str]:
    return {key: value for key, value in totals.items() if key != name}


def _count(cases: list[Element], outcome: str) -> str:
    return str(sum(case.find(outcome) is not None for case in cases))


def _properties(check: Check) -> Element:
    given = {
        "version": check.tool.version,
        "account": parts.identity(check),
        "as_of": check.as_of or "not known",
        "posts": str(check.posts),
        "fail_on": check.fail_on,
        "config_hash": check.config_hash,
    }
    found = Element("properties")
    for name, value in given.items():
        SubElement(found, "property", {"name": name, "value": _xml(value)})
    return found


def _cases(check: Check) -> list[Element]:
    """A case for each pattern and budget; items of a code that is none of them, too."""
    left: dict[str, list[Item]] = {}
    for item in check.items:
        left.setdefault(item.code, []).append(item)
    made = [_case(case, left.pop(case.code, [])) for case in check.cases]
    made += [_of_items(items[0].code, items[0].title, items) for items in left.values()]
    if not check.passed and not any(case.find(_FAILS) is not None for case in made):
        made.append(_named("gate", "verdict"))
        _outcome(made[-1], _FAILS, check.headline, [check.headline])
    if not made:
        made.append(_named("gate", "verdict"))
        _outcome(made[-1], _SKIPS, "Nothing was judged.", [])
    return made


def _case(case: Case, items: list[Item]) -> Element:
    if items:
        return _of_items(case.code, case.title, items)
    made = _named(case.code, case.title)
    why = f"{case.verdict.replace('-', ' ')}: {case.reason or 'no reason given'}"
    if case.verdict == "error":
        _outcome(made, _ERRS, why, [])
    elif case.verdict not in {"clear", "fired"}:
        _outcome(made, _SKIPS, why, [])
    return made


def _of_items(code: str, title: str, items: list[Item]) -> Element:
    """The case of a pattern that was found: failed, skipped, or passed with its words."""
    made = _named(code, title)
    body = [line for item in items for line in _said(item)]
    failing = [item for item in items if item.gates]
    if failing:
        _outcome(made, _FAILS, failing[0].says, body, failing[0].severity)
    elif all(item.state == parts.SUPPRESSED for item in items):
        _outcome(made, _SKIPS, parts.state(items[0]), body)
    else:
        SubElement(made, "system-out").text = _lines(body)
    return made


def _said(item: Item) -> list[str]:
    first = f"[{item.severity}] {item.title} ({parts.state(item)})"
    return [first, item.says, item.why, f"{parts.REMEDY} {item.remedy}"]


def _named(code: str, title: str) -> Element:
    """A case; `AA205` belongs to the class `acctaudit.AA2`."""
    family = code[:3] if re.fullmatch(r"AA\d{3}", code) else code.partition(":")[0]
    names = {"classname": f"{_SUITE}.{family}", "name": f"{code} {title}"}
    return Element("testcase", {k: _xml(v) for k, v in names.items()} | {"time": "0"})


def _outcome(
    case: Element, tag: str, message: str, body: list[str], kind: str = ""
) -> None:
    given = {"message": _xml(message, 500)} | ({"type": kind} if kind else {})
    SubElement(case, tag, given).text = _lines(body) or None


def _lines(texts: list[str]) -> str:
    return "\n".join(map(_xml, texts))


def _xml(value: str, limit: int = 2_000) -> str:
    return safe.xml(parts.told(value, limit))
