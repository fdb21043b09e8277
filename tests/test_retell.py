"""A report in another language, from its JSON, and what a damaged or hostile one may do."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from reports import EVERY, make_report

from acctaudit.audit import audit
from acctaudit.errors import InputError
from acctaudit.languages import translated
from acctaudit.model.build import build
from acctaudit.readers import read
from acctaudit.render import render
from acctaudit.render.look import Look
from acctaudit.report import Report, Wording
from acctaudit.retell import retold, wording
from acctaudit.say import joined, say, speaking
from acctaudit.words import count, number

ROOT = Path(__file__).parents[1]
SAMPLES = [
    *sorted(ROOT.glob("samples/*.json")),
    *sorted(ROOT.glob("samples/archive-*.zip")),
    *sorted(ROOT.glob("samples/strabag/*.json")),
]
SAMPLES = [path for path in SAMPLES if ".expected" not in path.name]
GERMAN = translated("de")


@cache
def report_of(path: Path) -> Report:
    return audit(build(read([path])))


def headed(text: str, table: dict[str, Wording]) -> Report:
    """A report whose headline is this text, with this table."""
    report = make_report()
    verdict = replace(report.verdict, headline=text)
    return Report.from_json(replace(report, verdict=verdict, wording=table).to_json())


def in_german(report: Report) -> Report:
    with speaking(GERMAN):
        return retold(report)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_json_is_the_same_after_it_was_loaded(path: Path) -> None:
    written = report_of(path).to_json()
    assert Report.from_json(written).to_json() == written


@pytest.mark.parametrize("name", ["html", "markdown", "terminal"])
@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("path", SAMPLES[:3], ids=lambda path: path.name)
def test_a_loaded_report_renders_as_the_one_that_was_made(
    path: Path, lang: str, name: str
) -> None:
    report = report_of(path)
    loaded = Report.from_json(report.to_json())
    assert render(loaded, name, Look(lang)) == render(report, name, Look(lang))


def test_json_is_the_same_in_every_language() -> None:
    report = report_of(SAMPLES[0])
    assert render(report, "json", Look("de")) == render(report, "json", Look("en"))


def test_an_audit_speaks_english_whatever_is_spoken_around_it() -> None:
    account = build(read([SAMPLES[0]]))
    with speaking(GERMAN):
        inside = audit(account)
    assert inside.to_json() == report_of(SAMPLES[0]).to_json()


def test_a_text_is_made_again_with_its_numbers() -> None:
    text = say("{n} more", n=number(1204))
    report = headed(str(text), wording([text]))
    assert in_german(report).verdict.headline.endswith("weitere")
    assert "1.204" in in_german(report).verdict.headline


def test_data_is_never_taken_for_a_message() -> None:
    assert GERMAN.message("Followers") != "Followers"
    report = replace(make_report(), notes=["Followers", "unknown"])
    assert in_german(report).notes == ["Followers", "unknown"]
    text = joined([say("Followers"), ": ", "Followers"])
    told = in_german(headed(str(text), wording([text]))).verdict.headline
    assert told == f"{GERMAN.message('Followers')}: Followers"


def test_a_note_of_ours_is_told() -> None:
    note = say("{n} more", n=count(2, "posts"))
    report = replace(make_report(), notes=[str(note)], wording=wording([note]))
    assert in_german(report).notes != [str(note)]


@pytest.mark.parametrize(
    "message",
    [
        "{x.__class__}",
        "{x.__new__.__globals__[wraps].__globals__}",
        "{x[0]}",
        "{x!r}",
        "{x:>99999999}",
        "{0}",
        "{}",
        "{x",
    ],
)
def test_a_message_looks_nothing_up(message: str) -> None:
    assert say(message, x="secret") == message
    report = headed("a", {"a": Wording("say", [message], {"x": ["secret"]})})
    assert in_german(report).verdict.headline == message


def test_no_report_can_print_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCTAUDIT_SECRET", "hunter2")
    assert "hunter2" in str(os.environ)
    message = (
        "{x.__new__.__globals__[wraps].__globals__[namedtuple].__globals__[_sys]"
        ".modules[os].environ}"
    )
    table = {"a": Wording("say", [message], {"x": "y"}), "y": Wording("say", ["y"])}
    page = render(headed("a", table), "html", Look("de"))
    assert "hunter2" not in page


@pytest.mark.parametrize(
    "table",
    [
        {"a": Wording("joined", [["a", ["x"]]])},
        {"a": Wording("joined", [["b"]]), "b": Wording("joined", [["a"]])},
        {"a": Wording("eval", ["1"])},
        {"a": Wording("say", [])},
        {"a": Wording("count", ["one", "posts"])},
        {"a": Wording("joined", [[[]]])},
        {"a": Wording("number", [1.0, 3, 4, 5])},
    ],
)
def test_a_damaged_table_is_one_line(table: dict[str, Wording]) -> None:
    with pytest.raises(InputError, match="make the report again"):
        in_german(headed("a", table))


def test_a_text_that_doubles_itself_is_stopped() -> None:
    table = {f"t{n}": Wording("joined", [[f"t{n + 1}"] * 10]) for n in range(40)}
    table["t40"] = Wording("say", ["boom"])
    with pytest.raises(InputError, match="damaged"):
        in_german(headed("t0", table))


@pytest.mark.parametrize("name", EVERY)
def test_a_report_without_a_table_is_still_shown(name: str) -> None:
    written: dict[str, Any] = json.loads(EVERY[name]().to_json())
    del written["wording"]
    page = render(Report.from_json(json.dumps(written)), "html", Look("de"))
    assert '<html lang="de"' in page
