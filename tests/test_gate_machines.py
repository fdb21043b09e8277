"""What machines read of a check, against schemas and tools of others."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import xmlschema
from checks import (
    CASES,
    CONFIG,
    EMPTY,
    EVERY,
    PASSING,
    case,
    check,
    failing,
    item,
)
from runner import Command, commands

from acctaudit.gate.data import Against, Check, Place, Who
from acctaudit.render.gate import parts, render

pytestmark = pytest.mark.untraced

SCHEMAS = Path(__file__).parent / "schemas"
JUNIT = xmlschema.XMLSchema(SCHEMAS / "junit.xsd")
TOOL = "Sarif.Multitool"


def validator(name: str) -> Any:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    return jsonschema.Draft202012Validator(schema)


GITLAB, BADGE, SARIF = map(validator, ("gitlab", "badge", "sarif-2.1.0"))


@pytest.fixture(params=EVERY)
def each(request: pytest.FixtureRequest) -> Check:
    return EVERY[request.param]


def test_gitlab_lists_all_that_is_not_suppressed(each: Check) -> None:
    made = json.loads(render(each, "gitlab"))
    GITLAB.validate(made)
    assert len(made) == sum(one.state != "suppressed" for one in each.items)
    assert len({entry["fingerprint"] for entry in made}) == len(made)


def test_gitlab_makes_equal_fingerprints_unique() -> None:
    same = [item("AA205"), item("AA205"), item("AA205", fingerprint="")]
    made = json.loads(render(check(same, []), "gitlab"))
    assert len({entry["fingerprint"] for entry in made}) == 3
    assert made[0]["description"].startswith("AA205: Falls silent")


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ("conf/acctaudit.toml", "conf/acctaudit.toml"),
        ("./a/../../b.zip", "a/b.zip"),
        ("/home/somebody/export.zip", "export.zip"),
        ("C:\\Users\\somebody\\export.zip", "export.zip"),
        ("C:", "acctaudit.toml"),
        ("a\\b.zip", "a/b.zip"),
        ("", "acctaudit.toml"),
        ("..", "acctaudit.toml"),
    ],
)
def test_a_place_is_below_the_repository(given: str, path: str) -> None:
    assert parts.path(Place(given)) == path


def test_the_badge_follows_its_schema(each: Check) -> None:
    BADGE.validate(json.loads(render(each, "badge")))


@pytest.mark.parametrize(
    ("of", "message", "color", "is_error"),
    [
        (failing(), "1 critical, 2 high, 1 medium, 1 low, 1 info", "red", True),
        (PASSING, "no findings", "brightgreen", False),
        (EMPTY, "not judged", "lightgrey", False),
        (check([], [case(verdict="not-measurable")]), "not judged", "lightgrey", False),
        (check([item(severity="low", gates=False)], []), "1 low", "yellowgreen", False),
        (
            check([item(state="suppressed", gates=False)], CASES),
            "no findings (1 suppressed)",
            "green",
            False,
        ),
    ],
)
def test_badge_says(of: Check, message: str, color: str, is_error: bool) -> None:
    made = json.loads(render(of, "badge"))
    assert (made["message"], made["color"], made["isError"]) == (message, color, is_error)


def junit(of: Check) -> ET.Element:
    made = render(of, "junit")
    JUNIT.validate(made)
    root = ET.fromstring(made)
    suite = root[0]
    cases = suite.findall("testcase")
    for tag, total in (
        ("failure", "failures"),
        ("error", "errors"),
        ("skipped", "skipped"),
    ):
        assert suite.get(total) == str(sum(one.find(tag) is not None for one in cases))
    assert suite.get("tests") == root.get("tests") == str(len(cases))
    assert suite.get("failures") == root.get("failures")
    return suite


def outcome(one: ET.Element) -> str:
    return next((child.tag for child in one), "passed")


def test_junit_has_a_case_for_each_pattern(each: Check) -> None:
    suite = junit(each)
    names = [one.get("name", "").split(" ")[0] for one in suite.findall("testcase")]
    assert names == ([one.code for one in each.cases] or ["gate"])
    failures = len(suite.findall("testcase/failure"))
    assert failures == len({one.code for one in each.failing()})


def test_junit_says_what_became_of_each() -> None:
    suite = junit(failing())
    outcomes = [outcome(one) for one in suite.findall("testcase")]
    assert outcomes == [
        *("passed", "skipped", "skipped", "skipped"),
        *("failure", "failure", "system-out", "system-out", "system-out", "system-out"),
        "skipped",
    ]
    assert [one.get("classname") for one in suite.findall("testcase")][3:6] == [
        "acctaudit.AA1",
        "acctaudit.AA2",
        "acctaudit.budget",
    ]
    found = suite.find("testcase/failure")
    assert found is not None
    assert found.get("message") == "The longest silence was 37 days, from 1 Mar 2011."
    assert str(found.text).splitlines()[-1] == "What to do: Plan two posts a week ahead."
    reasons = [one.get("message") for one in suite.findall("testcase/skipped")]
    assert reasons[0] == "not measurable: The export has no replies."
    assert reasons[-1] == "suppressed: Agency hand-over, announced"
    assert "SUP001" in suite.findtext("system-out", "")


def test_junit_tells_of_items_without_a_case_and_of_errors() -> None:
    suite = junit(
        check([item("AA205"), item("AA205", gates=False)], [case("AA1", "error")])
    )
    assert [outcome(one) for one in suite.findall("testcase")] == ["error", "failure"]
    assert outcome(junit(EMPTY).findall("testcase")[0]) == "skipped"


def run(of: Check) -> dict[str, Any]:
    made = json.loads(render(of, "sarif"))
    SARIF.validate(made)
    found: dict[str, Any] = made["runs"][0]
    return found


def test_sarif_is_valid_and_every_place_is_below_the_repository(each: Check) -> None:
    found = run(each)
    rules = found["tool"]["driver"]["rules"]
    ids = [rule["id"] for rule in rules]
    assert ids == list(dict.fromkeys(one.code for one in each.cases))
    assert [one["ruleId"] for one in found["results"]] == [one.code for one in each.items]
    assert all(ids[one["ruleIndex"]] == one["ruleId"] for one in found["results"])
    notes = found["invocations"][0]["toolExecutionNotifications"]
    assert len(notes) == len(each.notices)
    for one in [*found["results"], *notes]:
        uri = one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        parts_of = urlsplit(uri)
        assert (parts_of.scheme, parts_of.netloc, parts_of.query, parts_of.fragment) == (
            "",
        ) * 4
        assert uri
        assert uri[0] != "/"
        assert ".." not in unquote(uri).split("/")
        assert not re.search(r"\]\(", one["message"]["text"])
        assert not re.search(r"(?<!\{)(\{\{)*\{(?!\{)", one["message"]["text"])


def test_sarif_says_what_is_new_and_what_is_excused() -> None:
    found = run(failing())
    assert [one.get("baselineState") for one in found["results"]] == [
        *("updated", None, "new", "new", "unchanged", "updated", None)
    ]
    assert [one["level"] for one in found["results"]] == [
        *("error", "error", "warning", "note", "error", "warning", "error")
    ]
    assert [one.get("suppressions") for one in found["results"]] == [
        *[None] * 6,
        [{"kind": "external", "justification": "Agency hand-over, announced"}],
    ]
    assert found["automationDetails"] == {"id": "acctaudit/acme/"}
    first = found["results"][0]
    assert first["partialFingerprints"] == {
        "acctauditFinding/v1": failing().items[0].fingerprint
    }
    where = first["locations"][0]
    assert where["logicalLocations"][0]["fullyQualifiedName"] == "account/acme"
    assert where["physicalLocation"]["region"] == {"startLine": CONFIG.line}
    alone = replace(failing(), against=Against("nothing", "Compared with nothing."))
    assert not any("baselineState" in one for one in run(alone)["results"])


def test_sarif_of_an_account_without_a_handle_goes_by_its_number() -> None:
    found = run(replace(failing(), account=Who(None, "12345", None)))
    assert found["automationDetails"]["id"] == "acctaudit/12345/"


def multitool() -> str | None:
    """The validator of Microsoft: where a variable says, on the path, or of npm."""
    beside = Path(__file__).parents[1] / "node_modules" / "@microsoft"
    places = (
        os.environ.get("SARIF_MULTITOOL"),
        shutil.which("sarif-multitool"),
        shutil.which(TOOL),
        *map(str, beside.glob(f"sarif-multitool-*/{TOOL}")),
    )
    return next((place for place in places if place), None)


def complaints(tool: str, log: Path) -> set[tuple[str, str]]:
    """What the validator says of a log: level and rule of each complaint."""
    out = log.with_suffix(".out")
    command = [
        tool,
        "validate",
        str(log),
        "--rule-kind",
        "Sarif;Ghas",
        "--output",
        str(out),
    ]
    levels = ["--level", "Error;Warning", "--log", "ForceOverwrite"]
    ran = subprocess.run([*command, *levels], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    results = json.loads(out.read_text(encoding="utf-8-sig"))["runs"][0]["results"]
    return {(one.get("level", "warning"), one["ruleId"]) for one in results}


def test_microsofts_validator_finds_no_error(tmp_path: Path) -> None:
    tool = multitool()
    if tool is None:
        pytest.skip("no Sarif.Multitool: npm install @microsoft/sarif-multitool")
    nasty = {name: of for name, of in EVERY.items() if name.startswith("hostile")}
    items = [one for of in nasty.values() for one in of.items]
    cases = [one for of in nasty.values() for one in of.cases]
    notices = [one for of in nasty.values() for one in of.notices]
    everything = check(items, cases, notices=notices)
    logs = {"failing": failing(), "passing": PASSING, "empty": EMPTY, "hostile": everything}
    for name, of in logs.items():
        log = tmp_path / f"{name}.sarif"
        log.write_text(render(of, "sarif"), encoding="utf-8")
        assert complaints(tool, log) == {("warning", "SARIF2005")}, name


def test_microsofts_validator_would_complain(tmp_path: Path) -> None:
    tool = multitool()
    if tool is None:
        pytest.skip("no Sarif.Multitool: npm install @microsoft/sarif-multitool")
    broken = json.loads(render(failing(), "sarif"))
    broken["runs"][0]["results"][0]["locations"] = []
    log = tmp_path / "broken.sarif"
    log.write_text(json.dumps(broken), encoding="utf-8")
    assert ("error", "GH1015") in complaints(tool, log)


def test_a_gate_that_fails_without_an_item_is_never_silent() -> None:
    broken = replace(PASSING, passed=False, headline="FAILED: too little")
    assert commands(render(broken, "github")) == [
        Command("error", {"title": "acctaudit"}, "FAILED: too little")
    ]
    assert junit(broken).get("failures") == "1"
    assert json.loads(render(broken, "badge"))["message"] == "failed"
