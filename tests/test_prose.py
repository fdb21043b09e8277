"""The simple Markdown of a pattern's page, and the words that pages share."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from reports import MEGAPHONE, make_report, sign

from acctaudit import safe, words
from acctaudit.render import books, prose, sections


def test_paragraphs_lists_code_bold_and_links() -> None:
    made = prose.html(
        "One `a<b`\nand **two**.\n\n"
        "Then:\n- [three](https://example.org/?a=1&b=2)\n  more\n- four"
    )
    link = 'href="https://example.org/?a=1&amp;b=2" rel="noreferrer noopener"'
    assert made == (
        "<p>One <code>a&lt;b</code> and <strong>two</strong>.</p><p>Then:</p>"
        f"<ul><li><a {link}>three</a> more</li><li>four</li></ul>"
    )


@pytest.mark.parametrize(
    "address", ["javascript:alert", "data:text/html,x", "//x", "x.html"]
)
def test_only_web_addresses_become_links(address: str) -> None:
    assert prose.html(f"[words]({address})") == "<p>words</p>"


def test_nothing_is_nothing() -> None:
    assert prose.html(" \n\n ") == ""


@pytest.mark.parametrize("char", ["[", "`", "*", "[a](", "- \n"])
def test_time_is_linear(char: str) -> None:
    start = time.process_time()
    prose.blocks(char * 20_000)
    assert time.process_time() - start < 2


def test_marks_on_one_letter_are_few() -> None:
    assert len(safe.unstacked("e" + "\u0301" * 5000 + "x")) == 10
    assert safe.unstacked("naïve e\u0301 👍🏽") == "naïve e\u0301 👍🏽"


def test_a_day_reads_as_a_day_and_anything_else_stays() -> None:
    assert words.day("2011-02-25T10:00:00Z") == "25\u00a0Feb\u00a02011"
    assert words.long_day("2011-02-25") == "25\u00a0February\u00a02011"
    assert words.day("never") == "never"


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("Left. On Friday.", ("Left.", "On Friday.")),
        ("1.4 % of posts", ("1.4 % of posts", "")),
        ("Why? Nobody knows", ("Why?", "Nobody knows")),
        ("", ("", "")),
    ],
)
def test_an_answer_opens_with_a_short_sentence(said: str, parts: tuple[str, str]) -> None:
    assert sections.opening(said) == parts


def test_lines_tell_what_decides_from_what_was_needed() -> None:
    assert [line.what for line in sections.lines(MEGAPHONE)] == [
        "Reply share",
        "Broadcast share",
    ]
    assert [line.what for line in sections.minimum(MEGAPHONE)] == ["Enough to judge"]


@pytest.mark.parametrize(
    ("decides", "crossed", "outcome"),
    [
        ("verdict", True, "crossed"),
        ("verdict", False, "not crossed"),
        ("verdict", None, "undecided"),
        ("evidence", False, "too little"),
        ("critical", True, "crossed"),
    ],
)
def test_outcomes_in_words(decides: str, crossed: bool | None, outcome: str) -> None:
    found = replace(
        MEGAPHONE, signs=[sign("x", "above", 1, decides=decides, crossed=crossed)]
    )
    lines = [*sections.lines(found), *sections.minimum(found)]
    assert [line.outcome for line in lines] == [outcome]


def test_severity_steps_say_what_they_raise() -> None:
    found = replace(
        MEGAPHONE, signs=[sign("days_critical", "above", 1, decides="critical")]
    )
    line = sections.lines(found)[0]
    assert (line.what, line.role) == ("Days", "makes it “critical”")


def test_every_row_is_accounted_for() -> None:
    assert books.equation(make_report().intake) == (
        "151 rows read = 146 used + 2 duplicates + 1 replaced by an edit + 2 unreadable"
    )


@pytest.mark.parametrize(
    ("count", "shown"), [(1, "1 byte"), (312, "312 bytes"), (183_004, "183.0\u00a0kB")]
)
def test_sizes_read(count: int, shown: str) -> None:
    assert books.size(count) == shown
