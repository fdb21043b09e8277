"""Sanitisers: properties, and the strings that properties do not find."""

from __future__ import annotations

import re
import time
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


PHONES = [
    "0664 1234567", "0664/123 45 67", "(01) 22422-0", "01/22422-0", "0800 123 456",
    "Tel.+43 660 7654321", "+43 (0) 664 / 123 45 67", "+43\u00a0660\u00a01234567",
    "0664\u2011123\u201145\u201167", "\uff0b43 660 1234567", "(555) 123-4567",
    "+1 (555) 123-4567", "0043 660 1234567", "00436601234567", "06641234567",
    "(0664) 1234567", "(0)664 1234567", "+49 30 123456", "030 / 12 34 56-78",
    "01 22 42 20 11", "+44 20 7946 0958", "+1-555-123-4567", "+1.555.123.4567",
    "+(43) 660 1234567", "(02) 9876 5432", "0664.123.45.67", "0664\u2009123\u202f4567",
    "Tel.: 01-22422-0", "Fax:0043 1 22422", "tel:+436601234567", "(11) 91234-5678",
    "\uff10\uff16\uff16\uff14 \uff11\uff12\uff13\uff14\uff15", "+43 660 1234567und",
    "0664 1234567, 0664 7654321", "25.02.2011 0664 1234567",
]  # fmt: skip
NO_PHONES = [
    "2011-02-25", "25.02.2011", "01/02/2011", "10/12/2013", "05.02.2011", "05-02-2011",
    "05/02/11", "07.03. 2012", "01.02.-05.03.2012", "07.03. bis 09.03.2012", "05 02 2011",
    "2009-2011", "2009\u20132011", "09:30-10:45", "08.00-12.00", "08.00 - 12.00 Uhr",
    "18:00 25.02.2011", "09.30 25.02.2011", "2011-02-25T09:00:00Z", "2011/02/25",
    "123456789012345", "1234567890123456789", "https://x.com/a/status/1234567890123456789",
    "https://x.com/a/status/0123456789", "x.com/a/0123456789", "EUR 732 million",
    "1,204,500", "1.204.500", "+1.204.500", "+12.5", "0.0342-0.0521", "v1.02.03.04",
    "10.0.19041.1234", "192.168.0.1", "01/2011 - 02/2012", "(146) 2009-2011",
    "(04) 2009-2011", "01067 Dresden", "#0123456", "0 0 720 240", "M0 0L10.5 20 0 240.5",
    "1.78 (1.50-2.09)", "@user0123456", "https://a.at/x?t=+43123456789",
]  # fmt: skip
MAILS = [
    "jane.doe+x@mail-1.example.org", "a\uff20b.at", "a(at)b.at", "A [AT] b [dot] at",
    '"x y"@b.at', "a@b.co.uk.x.y.z", "x" * 80 + "@b.at",
]  # fmt: skip
PIECES = [
    "0",
    "1",
    "20",
    "43",
    "0664",
    "+",
    "(",
    ")",
    "-",
    " ",
    ".",
    "/",
    ":",
    "a",
    "@",
    '"',
]


@pytest.mark.parametrize("number", PHONES)
def test_a_phone_number_is_masked(number: str) -> None:
    shown = safe.masked(f"Call {number} now")
    assert "[phone]" in shown
    assert not re.search(r"\d{3}", shown.replace("25.02.2011", ""))


@pytest.mark.parametrize("number", NO_PHONES)
def test_another_number_stays(number: str) -> None:
    for said in (number, f"It was {number} then", f"({number})"):
        assert safe.masked(said) == said


@pytest.mark.parametrize("address", MAILS)
def test_an_e_mail_address_is_masked_whole(address: str) -> None:
    assert safe.masked(f"to {address}, please") == "to [e-mail], please"


@given(TEXT | st.lists(st.sampled_from([*PIECES, "(at)", ".at"]), max_size=30).map("".join))
@example("209at+2006640664.066420229")
@example("06640664.06642020-(99 20)")
def test_masking_twice_is_masking_once(value: str) -> None:
    once = safe.masked(value)
    assert safe.masked(once) == once


@pytest.mark.parametrize(
    "piece",
    ["0 ", "01", "0-", "+1 ", "(0)", "0664 ", "a.", "a@", '"a', "01.02.", "-a.", "0:1"],
)
def test_masking_takes_time_in_proportion_to_the_length(piece: str) -> None:
    began = time.perf_counter()
    safe.masked(piece * (20_000 // len(piece)))
    assert time.perf_counter() - began < 1


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
