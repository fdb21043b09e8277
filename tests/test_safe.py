"""Sanitisers: properties, and the strings that properties do not find."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from acctaudit import safe

HOSTILE = [
    "\x1b]52;c;aGk=\x07", "::set-output name=x::1", "x ##[add-mask]y", '=HYPERLINK("x")',
    "\ud83d", "</script><!--", ":::x:::: ### ##vso[task.setvariable]", "[/nope]",
    "\u202eabc\u2066", "\x9b31m", "a" * 500 + "\u0301" * 500, "\u2028\u2029", "a\r\nb\x00",
    "👨\u200d👩\u200d👧",
]  # fmt: skip
TEXT = st.text(st.characters(), max_size=60)


@pytest.mark.parametrize("value", HOSTILE)
def test_no_control_reaches_the_terminal(value: str) -> None:
    shown = safe.terminal(value)
    assert all(ord(char) >= 0x20 and not 0x7F <= ord(char) <= 0x9F for char in shown)
    assert not any(
        "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069" for char in shown
    )
    shown.encode()


@given(TEXT)
def test_cleaning_twice_is_cleaning_once(value: str) -> None:
    once = safe.text(value)
    assert safe.text(once) == once
    assert "\n" not in once
    assert all(unicodedata.category(char) not in {"Cc", "Cs", "Cn", "Co"} for char in once)


def test_families_and_persian_keep_their_joiners() -> None:
    assert safe.text("👨\u200d👩") == "👨\u200d👩"


def test_a_limit_cuts_with_an_ellipsis() -> None:
    assert safe.text("abcdef", limit=4) == "abc…"


def test_lines_stay_where_they_are_asked_for() -> None:
    assert safe.text("a\nb", multiline=True) == "a\nb"


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "http://",
        "http://a@b.c",
        "http://a b",
        "//a.b",
        "http://a.b:99999/",
        "http://a.b/\u2028",
        'http://a.b/"x',
        "http://a.b/<",
        "x" * 5000,
        "",
        None,
        "ftp://a.b",
        "http://a.b/\x00",
    ],
)
def test_only_plain_web_addresses_become_links(link: str | None) -> None:
    assert safe.url(link) is None


def test_a_good_address_stays_as_it_is() -> None:
    assert (
        safe.url("https://x.com/us/status/1?s=20#a") == "https://x.com/us/status/1?s=20#a"
    )


@given(TEXT)
def test_markdown_has_no_live_punctuation_left(value: str) -> None:
    shown = re.sub(r"&#\d+;", "", safe.markdown(value))
    assert not set(shown) & set("<>[]*_`|@#~\\\n")
    assert not re.search(r"www\.|:\S|&\w", shown)


@pytest.mark.parametrize("value", ["- item", "+ item", "12. item", "www.example.com"])
def test_markdown_makes_no_lists_and_no_links(value: str) -> None:
    assert "&#" in safe.markdown(value)


def test_markdown_leaves_plain_words_and_numbers_readable() -> None:
    assert safe.markdown("31.5 % of re-used posts, on 2011-02-25") == (
        "31.5 % of re-used posts, on 2011-02-25"
    )


def test_mail_addresses_and_phone_numbers_are_masked() -> None:
    said = "Write to jane.doe@mail.example.org or call +43 1 234 56-78, see http://a.at/00431234567"
    assert safe.masked(said) == (
        "Write to [e-mail] or call [phone], see http://a.at/00431234567"
    )


@pytest.mark.parametrize(
    "first", ["=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
)
@pytest.mark.parametrize("before", ["", " ", "\t \n", "\u00a0"])
def test_no_cell_of_a_csv_is_a_formula(first: str, before: str) -> None:
    assert safe.csv_cell(f"{before}{first}1") == f"'{before}{first}1"


@pytest.mark.parametrize("value", ["", "2 - 1", "a=b", "12", "#tag", "“@name”"])
def test_other_cells_of_a_csv_stay_as_they_are(value: str) -> None:
    assert safe.csv_cell(value) == value


@given(TEXT | st.text("'=+-@ \uff1d\ta", max_size=6))
@example("'")
@example("'=1")
@example("''")
def test_the_guard_of_a_cell_is_undone_exactly(value: str) -> None:
    assert safe.csv_plain(safe.csv_cell(value)) == value
    assert not safe.csv_cell(value).lstrip().startswith(("=", "+", "-", "@"))
