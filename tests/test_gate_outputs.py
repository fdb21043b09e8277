"""The outputs of the gate for people and logs: hostile text has no power in any."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from checks import EVERY, PASSING, check, failing, hostile, item, long
from hypothesis import example, given, settings
from hypothesis import strategies as st
from runner import Command, commands

from acctaudit import safe
from acctaudit.errors import UsageError
from acctaudit.gate.data import Check, Place
from acctaudit.render.gate import FORMATS, github, markdown, parts, render
from acctaudit.render.gate.csv import COLUMNS
from acctaudit.render.screen import Screen
from acctaudit.safe import csv_plain

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.untraced

MARKDOWN: dict[str, Callable[[Check], str]] = {
    "comment": markdown.render,
    "summary": github.summary,
}
PIECES = [
    "::", ":", "##[", "#", "[", "]", "vso[", "teamcity[", "error", "add-mask", " ", "\n",
    "%0A", "%25", ",", "=", "\u200b", "\u034f", "\ufeff", "\u3000", "@", "`", "|", "<",
    "\r", "\x1b",
]  # fmt: skip
TEXT = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12).map("".join)


@pytest.fixture(params=EVERY)
def each(request: pytest.FixtureRequest) -> Check:
    return EVERY[request.param]


@pytest.mark.parametrize("name", FORMATS)
def test_every_output_is_a_text_that_ends_and_can_be_written(
    name: str, each: Check
) -> None:
    made = render(each, name)
    assert made == render(each, name)
    assert made.endswith("\n")
    made.encode("utf-8")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", made)


def test_an_unknown_format_is_told_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="sarif"):
        render(PASSING, "sarf")


def test_endings_are_unique() -> None:
    endings = [ending for ending in FORMATS.values() if ending]
    assert len(endings) == len(set(endings))


def test_json_is_the_outcome_itself(each: Check) -> None:
    made = render(each, "json")
    jsonschema.validate(json.loads(made), Check.json_schema())
    back = Check.from_json(made)
    assert [one.fingerprint for one in back.items] == [
        one.fingerprint for one in each.items
    ]
    if "\ud83d" not in each.headline:
        assert back == each


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_but_annotations_is_a_command_in_a_log(name: str, each: Check) -> None:
    expected = expected_commands(each) if name == "github" else []
    made = render(each, name)
    for loose in (False, True):
        assert bare(commands(made, loose=loose)) == expected
    assert not re.search(r"##(vso|teamcity)?\[", made)


@example(":::")
@example("##[##[x]]")
@example("\u200b::x::")
@settings(deadline=None, max_examples=60)
@given(TEXT)
def test_no_text_is_a_command_in_a_log(text: str) -> None:
    of = hostile(text)
    for name in FORMATS:
        made = render(of, name, Screen(80))
        expected = expected_commands(of) if name == "github" else []
        assert bare(commands(made)) == expected
        assert bare(commands(made, loose=True)) == expected
        assert not re.search(r"##\w*\[", made)


def expected_commands(of: Check) -> list[Command]:
    """The annotations that are meant, as far as GitHub shows them."""
    meant: dict[str, list[Command]] = {"error": [], "warning": [], "notice": []}
    for one in [*of.failing(), *parts.lesser(of)]:
        mild = "notice" if one.severity == "info" else "warning"
        first = f"[{one.severity}] {one.title} ({parts.STATES[one.state]})"
        says = [first, one.says, one.why, f"What to do: {one.remedy}"]
        level = "error" if one.gates else mild
        meant[level].append(annotation(level, one.code, says, one.place))
    for notice in of.notices:
        meant["notice"].append(
            annotation("notice", notice.code, [notice.says], notice.place)
        )
    for level, found in meant.items():
        if len(found) > 10:
            more = f"{len(found) - 9} more, see the summary of this run"
            found[9:] = [Command(level, {"title": "acctaudit"}, more)]
    return [command for found in meant.values() for command in found]


def annotation(level: str, code: str, says: list[str], place: Place) -> Command:
    given = {"title": f"acctaudit ({code})"}
    if place.path:
        given |= {"file": parts.path(place).strip(), "line": str(place.line)}
    return Command(level, given, "\n".join(parts.told(text, 1_000) for text in says))


def bare(found: list[Command]) -> list[Command]:
    """Commands without the signs that guard what is in them."""
    return [
        Command(
            one.name,
            {key: value.replace("\u200b", "") for key, value in one.properties.items()},
            one.data.replace("\u200b", ""),
        )
        for one in found
    ]


def test_the_runner_would_run_what_is_not_guarded() -> None:
    for text in ("  ::a b=c%2Cd::e%0Af", "x ##[a]e"):
        assert [one.name for one in commands(text)] == ["a"]
    assert commands("::a b=c%2Cd::e%0Af") == [Command("a", {"b": "c,d"}, "e\nf")]
    assert commands(":\u200b:a::", loose=True) == commands("::a") == []


def test_github_tells_what_fails_as_an_error_and_nothing_else() -> None:
    found = commands(render(failing(), "github"))
    levels = [one.name for one in found]
    assert levels == ["error", "error", "warning", "notice", "notice", "notice"]
    assert found[0].properties == {
        "file": "acctaudit.toml",
        "line": "12",
        "title": "acctaudit (AA205)",
    }
    assert "AA303" not in str(found)
    assert "AA305" not in str(found)


def test_github_shows_ten_of_a_level() -> None:
    found = commands(render(long(), "github"))
    for level in ("error", "notice"):
        shown = [one for one in found if one.name == level]
        assert len(shown) == 10
    assert "241 more, see the summary" in found[9].data


@pytest.mark.parametrize("name", MARKDOWN)
def test_markdown_calls_nobody_and_holds_no_markup_of_others(
    name: str, each: Check
) -> None:
    made = MARKDOWN[name](each)
    outside = re.sub(r"`[^`\n]*`", "", made)
    tags = set(re.findall(r"<[^>\n]*>", outside))
    assert tags <= {"<details>", "</details>", "<br>", *re.findall("</?summary>", made)}
    assert not re.search(r"\]\(|https?:\S", outside)
    assert not re.search(r"@\w|#\d", unescape(outside))
    assert "jane@" not in made
    assert outside.count("<details>") == outside.count("</details>")


@pytest.mark.parametrize(("name", "most"), [("comment", 60_000), ("summary", 900_000)])
def test_markdown_is_cut_at_a_line_and_says_so(name: str, most: int) -> None:
    items = [
        item(f"AA{n:05}", says="ü@" * 300, gates=n % 2 == 0, state=("new", "known")[n % 2])
        for n in range(4_000)
    ]
    made = MARKDOWN[name](check(items, []))
    assert most * 0.9 < len(made.encode()) <= most
    gone = sum(
        int(n.replace(",", "")) for n in re.findall(r"too long: ([\d,]+) more", made)
    )
    assert gone + len(re.findall("^[|-] .*`AA", made, re.MULTILINE)) == len(items)
    assert all(
        len(line.split(" | ")) == 4 for line in made.splitlines() if line[:3] == "| *"
    )
    assert made.endswith("`0f1e2d3c4b5a`\n")


def test_a_passing_comment_is_short() -> None:
    assert len(render(PASSING, "markdown").splitlines()) == 5


def test_csv_is_one_row_an_item_and_no_formula(each: Check) -> None:
    rows = list(csv.DictReader(io.StringIO(render(each, "csv"))))
    assert [row["code"] for row in rows] == [one.code for one in each.items]
    for row in rows:
        assert tuple(row) == COLUMNS
        assert not any(re.match(r"\s*[=+\-@]", cell) for cell in row.values())


def test_csv_cells_hold_what_was_found() -> None:
    row = next(csv.DictReader(io.StringIO(render(hostile("=x"), "csv"))))
    assert csv_plain(row["says"]) == "=x"
    row = next(csv.DictReader(io.StringIO(render(failing(), "csv"))))
    assert (row["account"], row["about"], row["line"]) == ("acme", "2011-03-01", "12")
    assert (row["severity"], row["state"], row["gates"]) == ("critical", "worse", "true")


def test_the_terminal_is_quiet_where_nothing_is_new() -> None:
    made = render(PASSING, "terminal", Screen(80)).splitlines()
    assert 3 <= len(made) <= 5
    assert made[0] == PASSING.headline


def test_the_terminal_tells_the_verdict_first_and_hides_nothing() -> None:
    of = failing()
    made = render(of, "terminal", Screen(80))
    assert made.splitlines()[0] == of.headline
    flat = " ".join(made.split())
    for one in of.items:
        assert f"[{one.severity}] {one.code} {one.title} ({parts.state(one)})" in flat
    assert flat.count("What to do:") == len(of.failing())
    assert all(f"Note {notice.code}: {notice.says}" in flat for notice in of.notices)
    assert of.books in flat


def test_the_terminal_keeps_to_its_width_and_to_words(each: Check) -> None:
    made = render(each, "terminal", Screen(80))
    assert all(len(line.replace("\u200b", "")) <= 80 for line in made.splitlines())
    colored = render(each, "terminal", Screen(80, color=True)).splitlines()
    plain = (re.sub("\x1b\\[[\\d;]*m", "", line).rstrip() for line in colored)
    assert list(plain) == made.splitlines()
    assert "jane@" not in made


@example(":::")
@example("###[a]")
@given(TEXT)
def test_a_guarded_text_holds_no_pair_of_signs(text: str) -> None:
    for made in (safe.ci(text), safe.ci_data(text), safe.ci_property(text)):
        assert not re.search("::|##|\n|\r", made)
        assert made.replace("\u200b", "").isprintable() or not text.isprintable()
    assert not re.search("[:,]", safe.ci_property(text))
    assert safe.ci(text).replace("\u200b", "") == safe.text(text)


def test_a_workflow_command_gives_back_its_text() -> None:
    says = "100 % sure: a, b"
    line = f"::error title={safe.ci_property(says)}::{safe.ci_data(says)}"
    assert commands(line) == [Command("error", {"title": says}, says)]


@given(st.text())
def test_xml_holds_every_text(text: str) -> None:
    element = ET.Element("a", {"b": safe.xml(text)})
    element.text = safe.xml(text, multiline=True)
    back = ET.fromstring(ET.tostring(element))
    assert back.get("b") == safe.xml(text)
    assert (back.text or "") == safe.xml(text, multiline=True)
