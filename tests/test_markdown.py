"""The Markdown report: all the answers, no power to the data."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from reports import EVERY, finding, make_report
from test_html import HOSTILE, hostile

from acctaudit.render.markdown import render
from acctaudit.report import Report


@pytest.mark.parametrize("name", EVERY)
def test_the_same_report_gives_the_same_text(name: str) -> None:
    report = EVERY[name]()
    text = render(report)
    assert text == render(Report.from_json(report.to_json()))
    assert text.endswith(".\n")
    assert "\n\n\n" not in text


def test_holds_the_answers() -> None:
    text = render(make_report())
    for title in (
        "**What lies with the account**",
        "**What lies elsewhere**",
        "**What cannot be known from this file**",
        "**Do this first**",
        "## What was found",
        "## Checked and fine",
        "## Could not be judged",
        "## Not judged for this kind of account",
        "## Key figures",
        "**Not known**",
        "## What was read",
    ):
        assert title in text
    assert "| 🟠 High | `AA301` | Broadcasts and does not answer |" in text
    assert "[Lovejoy, Waters & Saxton 2012](<https://doi.org/" in text


def test_says_when_nothing_was_found() -> None:
    assert "No failure pattern was found" in render(EVERY["healthy"]())


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_has_no_power(text: str) -> None:
    made = render(hostile(text))
    tags = set(re.findall(r"<(?!https?://)[^>\n]*>", re.sub(r"`[^`\n]*`", "", made)))
    assert tags <= {"<details>", "</details>", "<summary>", "</summary>"}
    assert "](<javascript" not in made
    assert "](javascript" not in made
    assert "jane.doe" not in made
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x09\x0b-\x1f]", made)


def test_nobody_is_called_and_no_number_becomes_a_link() -> None:
    called = "@octocat see #123 and owner/name#4"
    report = make_report(
        patterns=[finding("AA301", "x", called, says=called, remedy=called)]
    )
    report = replace(report, account=replace(report.account, handle="octocat", name=called))
    outside = re.sub(r"`[^`\n]*`", "", render(report))
    assert "@" not in outside
    assert not re.search(r"&#64;(?!&#8203;)", outside)
    assert not re.search(r"&#35;(?!&#8203;)", outside)
    assert "`@octocat`" in render(report)


def test_a_row_stays_a_row() -> None:
    broken = "a | b\n| c |\r\n`d`"
    report = make_report(patterns=[finding("AA301", "x", broken, says=broken)])
    row = next(line for line in render(report).splitlines() if "AA301" in line)
    assert row.count("|") == 5
