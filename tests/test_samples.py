"""Every sample gives what stands beside it in `expected.json`, written by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from acctaudit.audit import audit
from acctaudit.model.build import build
from acctaudit.readers import read
from acctaudit.report import Report

SAMPLES = Path(__file__).parents[1] / "samples"
JUDGED = {
    "AA201", "AA202", "AA203", "AA204", "AA301", "AA302", "AA402", "AA405", "AA501",
    "AA502", "AA601", "AA701", "AA901",
}  # fmt: skip
"""Patterns that the expectations were written for; a new one changes none of them."""
EXPECTED = sorted(
    path for path in SAMPLES.glob("**/*expected.json") if "formats" not in path.parts
)


def sample_of(expected: Path) -> Path:
    """The export that an expectation belongs to."""
    stem = expected.name.removesuffix(".expected.json")
    found = [expected.with_name(stem + ending) for ending in (".json", ".zip", "")]
    return next(path for path in found if path.exists())


def report_of(path: Path) -> Report:
    return audit(build(read([str(path)])))


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: path.name)
def test_a_sample_gives_what_is_expected(expected: Path) -> None:
    report = report_of(sample_of(expected))
    wanted: dict[str, Any] = json.loads(expected.read_text(encoding="utf-8"))
    found: dict[str, Any] = {
        "posts": report.intake.kept,
        "duplicates": report.intake.duplicates,
        "superseded": report.intake.superseded,
        "foreign": report.intake.foreign,
        "quarantined": report.intake.quarantined,
        "handle": report.account.handle,
        "observed": report.as_of,
        "archetype": report.intent.archetype,
        "fired": {f.code: f.severity for f in report.fired() if f.code in JUDGED},
        **{
            name: m.value
            for name, m in report.metrics["composition"].items()
            if name != "posts"
        },
    }
    active = report.window["active"]
    if active:
        found |= {"first_post": active.start, "last_post": active.end}
    for name, value in wanted.pop("metrics", {}).items():
        group, _, metric = name.partition(".")
        measured = report.metrics[group][metric]
        if value is None:
            assert measured.value is None, name
            assert measured.reason
        else:
            assert measured.value == pytest.approx(value, rel=1e-3), name
    for name in {"first_post", "last_post", "observed"} & wanted.keys():
        wanted[name] = wanted[name] and wanted[name][:10]
    assert {name: found.get(name) for name in wanted} == wanted


def test_every_sample_has_an_expectation() -> None:
    exports = {
        path for path in SAMPLES.glob("**/*.json") if "archive" not in path.parts[-2]
    }
    exports = {
        path
        for path in exports
        if "expected" not in path.name and not {"formats", "mappings"} & {*path.parts}
    }
    assert exports == {sample_of(path) for path in EXPECTED} & exports
