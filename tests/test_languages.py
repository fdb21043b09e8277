"""Pages in another language: no word, number or date of ours stays as the code says it."""

from __future__ import annotations

import ast
import json
import re
from dataclasses import replace
from functools import cache
from html import unescape
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from reports import EVERY, make_report, metric
from test_cli import PARTIAL, acctaudit

from acctaudit.audit import audit
from acctaudit.claims import claims
from acctaudit.languages import Translated, translated
from acctaudit.model.build import build
from acctaudit.options import Options
from acctaudit.readers import read
from acctaudit.render import FORMATS, render
from acctaudit.render.look import Look
from acctaudit.report import Phase, Report
from acctaudit.retell import retold
from acctaudit.say import English, Language, speaking

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

pytestmark = pytest.mark.untraced

__all__ = ["acctaudit"]  # the fixture that runs the program

ROOT = Path(__file__).parents[1]
PAGES = [name for name in FORMATS if name != "json"]
SAMPLES = [
    str(path.relative_to(ROOT))
    for pattern in ("*.json", "archive-*.zip", "strabag/*.json")
    for path in sorted((ROOT / "samples").glob(pattern))
    if "expected" not in path.name
]
CASES = [*EVERY, *SAMPLES]
ALL = ",".join(claim.code for claim in claims())
GERMAN = Look(lang="de")


class Bracketed(English):
    """A made-up language with brackets around all words of ours, and its own numbers.

    What is put into a message stands outside of them, so that it has to be said too.
    """

    code = "xx"

    def message(self, text: str, case: str = "") -> str:
        """The message with brackets around whatever stands between its braces."""
        del case
        parts = re.split(r"(\{\w*(?::\w+)?\})", text)
        return "".join(part if part[:1] == "{" else _in_brackets(part) for part in parts)

    def digits(self, number: str) -> str:
        """1’204·5 for 1,204.5."""
        return number.translate(str.maketrans(",.", "’·"))

    def day(self, day: date, *, long: bool) -> str:
        """A day in brackets."""
        return _in_brackets(super().day(day, long=long))

    def month(self, month: int) -> str:
        """A month in brackets."""
        return _in_brackets(super().month(month))

    def weekday(self, weekday: int) -> str:
        """A day of the week in brackets."""
        return _in_brackets(super().weekday(weekday))


def _in_brackets(text: str) -> str:
    return f"⟦{text}⟧" if text else ""


@cache
def report_of(case: str) -> Report:
    """A report made by hand, or that on a sample with every claim and the score."""
    if case in EVERY:
        return _titled(EVERY[case]())
    account = build(read([str(ROOT / case)]))
    return audit(account, Options.of({"claims": ALL, "score": True}))


def _titled(report: Report) -> Report:
    """The report whose comparisons are called something, as those of real patterns are."""
    patterns = [
        replace(
            found,
            signs=[replace(sign, title=sign.title or "Replies") for sign in found.signs],
        )
        for found in report.patterns
    ]
    return replace(report, patterns=patterns)


def told(report: Report, form: str, language: Language) -> str:
    """The page in a language."""
    with speaking(language):
        text: str = import_module(f"acctaudit.render.{form}").render(retold(report))
    return text


class Shown(HTMLParser):
    """What a page shows or reads out: its texts, and attributes that hold some."""

    TEXTS = ("alt", "title", "aria-label", "aria-description", "placeholder")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.style = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.style = tag == "style"
        self.texts += [text for name, text in attrs if name in self.TEXTS and text]

    def handle_endtag(self, tag: str) -> None:
        self.style = self.style and tag != "style"

    def handle_data(self, data: str) -> None:
        if not self.style:
            self.texts.append(data)


def shown(page: str, form: str) -> str:
    """The text of a page without its markup."""
    if form == "html":
        return "\n".join(Shown(page).texts)
    if form == "markdown":
        page = re.sub(r"</?(details|summary)>", "", page)
        page = re.sub(r"\]\(<[^>]*>\)", "]", page)
        return unescape(page).replace("\u200b", "")
    return page


def data_of(report: Report) -> Iterator[str | None]:
    """What is in no language: the closed list of exceptions."""
    yield from (report.tool.name, report.tool.version)  # the name of the product
    yield from (report.config_hash, report.config_hash[:12])  # a fingerprint
    card = report.account  # the profile is the owner's own words
    yield from (card.name, card.handle, card.bio, card.link, card.location)
    mixed = (*report.notes, *(claim.statement for claim in report.claims))
    yield from (text for text in mixed if text not in report.wording)  # of others
    yield from (*report.intake.read_as, report.intake.reader)  # names of formats
    for found in report.patterns:
        for post in found.evidence:  # posts are theirs
            yield from (post.text, post.url, post.post_id)
    for file in report.intake.files:  # names and fingerprints of files
        yield from (file.name, file.name.rpartition("/")[2])
        yield from (file.sha256, file.sha256[:12])
    yield from (origin.input for origin in report.intake.origins)
    for aside in report.intake.set_aside:  # files and lines
        yield from aside.places
    yield from (phase.top_client for phase in report.phases)  # names of programs
    shapes = report.shapes
    for tally in (*(shapes.domains or ()), *(shapes.clients or ())):
        yield tally.name  # of domains and programs
    if shapes.rhythm:
        yield shapes.rhythm.time_zone  # such as Europe/Vienna
    yield report.schema  # the name of a format
    for figures in report.metrics.values():
        for figure in figures.values():  # lists hold names
            yield from figure.value if isinstance(figure.value, list) else ()


_SHORTENED = re.compile(r"⟦[^⟦⟧]+…(?![^⟦⟧]*⟧)")
"""A text of ours that was too long for its place in a picture."""
EXCEPT = re.compile(
    r"\b(?:AA|CL)\d{2,3}\b"  # codes of patterns and claims
    r"|https?://\S+"  # addresses
    r"|\b[kM]B\b"  # signs of units
    r"|\bid_str\b"  # a column of an export, named in a remark
    r"|\bsha256\b|\bSHA-256\b"  # the name of a method
)


def outside(report: Report, form: str) -> str:
    """What of a page in the made-up language is neither said by us nor an exception."""
    text = shown(told(report, form, Bracketed()), form)
    text = _SHORTENED.sub(" ", text)
    while (shorter := re.sub(r"⟦[^⟦⟧]*⟧", " ", text)) != text:
        text = shorter
    text = _plain(text)
    for datum in sorted({_plain(data) for data in data_of(report) if data}, key=len)[::-1]:
        text = re.sub(rf"(?<!\w){re.escape(datum)}(?!\w)", " ", text)
    return EXCEPT.sub(" ", text)


def _plain(text: str) -> str:
    """Text with plain signs and single blanks; lines stay."""
    text = re.sub(r"[^\S\n]+", " ", text.replace("–", "-"))
    return text.strip()


def lines_with(pattern: str, text: str) -> list[str]:
    """Lines in which something is found that should not be there."""
    return [line.strip() for line in text.splitlines() if re.search(pattern, line)]


@pytest.mark.parametrize("form", PAGES)
@pytest.mark.parametrize("case", CASES)
def test_no_word_stays_english(case: str, form: str) -> None:
    assert lines_with(r"[^\W\d_]{2}", outside(report_of(case), form)) == []


@pytest.mark.parametrize("form", PAGES)
@pytest.mark.parametrize("case", CASES)
def test_no_number_and_no_day_stays_english(case: str, form: str) -> None:
    assert lines_with(r"\d[.,]\d|\d{4}-\d\d", outside(report_of(case), form)) == []


def test_what_is_not_said_is_seen() -> None:
    odd = Phase("an odd phase", "2010-01-01", "2010-02-01", 32, "It was odd.", {}, None)
    report = _titled(make_report(phases=[odd]))
    assert lines_with(r"[^\W\d_]{2}", outside(report, "terminal")) == ["an odd phase"]


def _calls_lost(tree: ast.AST) -> Iterator[int]:
    """Lines of f-strings that hold a message, where the extractor does not look."""
    for text in ast.walk(tree):
        if not isinstance(text, ast.JoinedStr):
            continue
        for call in ast.walk(text):
            if isinstance(call, ast.Call) and _name(call) in {"say", "marked"}:
                yield from (
                    call.lineno for arg in call.args if isinstance(arg, ast.Constant)
                )


def _name(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def test_every_message_stands_where_the_extractor_finds_it() -> None:
    lost = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sorted((ROOT / "acctaudit").rglob("*.py"))
        for line in _calls_lost(ast.parse(path.read_text("utf-8")))
    ]
    assert lost == []


# German


MESSAGES = {
    "Findings: {n}": "Befunde: {n}",
    "Figures": "Zahlen",
    "Key figures": "Kennzahlen",
    "What was read": "Was gelesen wurde",
    "Not known": "Nicht bekannt",
    "Replies": "Antworten",
    "posts from {start} to {end} ({days})": "Posts vom {start} bis {end} ({days})",
    "days": "Tage",
    "refers to: {window}": "bezieht sich auf: {window}",
    "the export": "den Export",
}


class German(Translated):
    """German with a few messages of its own, whatever the catalogue holds."""

    def message(self, text: str, case: str = "") -> str:
        """One of its own, or that of the catalogue."""
        return MESSAGES.get(text) or super().message(text, case)


def numbers() -> Report:
    """A report with a number of thousands, a share and a day."""
    report = make_report()
    figures = {
        "own_posts": metric(1204, "posts", n=1204, title="Posts"),
        "replies": metric(0.315, low=0.29, high=0.342, n=1204, title="Replies"),
    }
    return replace(report, metrics={"composition": figures})


@pytest.mark.parametrize("form", PAGES)
def test_numbers_and_days_of_a_german_page_are_german(form: str) -> None:
    text = shown(render(numbers(), form, GERMAN), form).replace("\u00a0", " ")
    if form == "terminal":
        assert "25. Feb. 2011" in text
    for right in ("1.204", "31,5 %", "2. März 2011"):
        assert right in text
    for wrong in ("1,204", "31.5", "2011-03-02", "2 Mar 2011"):
        assert wrong not in text


def test_a_german_terminal_says_its_messages() -> None:
    text = told(numbers(), "terminal", German("de")).replace("\u00a0", " ")
    assert "Posts vom 7. Aug. 2009 bis 25. Feb. 2011 (568 Tage), " in text
    assert (
        "Antworten: 31,5 % (95 % 29-34,2 %, n = 1.204, bezieht sich auf: den Export)"
        in text
    )
    for title in ("Befunde: 4", "Zahlen", "Was gelesen wurde"):
        assert f"\n{title}\n{'─' * len(title)}\n" in text


def test_german_markdown_says_its_messages() -> None:
    text = told(make_report(), "markdown", German("de"))
    for title in ("## Kennzahlen", "**Nicht bekannt**", "## Was gelesen wurde"):
        assert f"\n{title}\n" in text
    assert "Key figures" not in text


def test_german_html_says_its_language_and_messages() -> None:
    assert "Was gelesen wurde" in told(make_report(), "html", German("de"))
    assert '<html lang="de">' in render(make_report(), "html", GERMAN)


@pytest.mark.parametrize("form", PAGES)
def test_every_format_is_german_if_asked_for(form: str) -> None:
    assert translated("de").message("What was read") in render(numbers(), form, GERMAN)


@pytest.mark.parametrize("case", CASES)
def test_json_is_the_same_in_every_language(case: str) -> None:
    report = report_of(case)
    assert render(report, "json", GERMAN) == render(report, "json") == report.to_json()


@pytest.mark.parametrize("case", [*EVERY, "samples/strabag/reconstruction.json"])
@pytest.mark.parametrize("form", PAGES)
def test_a_report_read_again_gives_the_same_german(case: str, form: str) -> None:
    again = Report.from_json(report_of(case).to_json())
    assert render(again, form, GERMAN) == render(report_of(case), form, GERMAN)


def test_speaking_german_leaves_the_next_page_english() -> None:
    before = render(make_report(), "markdown")
    render(make_report(), "markdown", GERMAN)
    assert render(make_report(), "markdown") == before


# The command line


@pytest.mark.parametrize("form", PAGES)
def test_the_command_line_takes_a_language(acctaudit: Any, form: str) -> None:
    status, out, err = acctaudit("report", PARTIAL, "-f", form, "--lang", "de")
    assert (status, err) == (0, "")
    text = shown(out, form).replace("\u00a0", " ").replace("–", "-")
    assert "95 % 1,50-2,09" in text
    assert "1.50-2.09" not in text
    assert translated("de").message("What was read") in text
    assert ('<html lang="de">' in out) == (form == "html")


def test_json_of_the_command_line_knows_no_language(acctaudit: Any) -> None:
    _, english, _ = acctaudit("report", PARTIAL, "-f", "json")
    _, german, _ = acctaudit("report", PARTIAL, "-f", "json", "--lang", "de")
    assert german == english
    assert json.loads(german)["verdict"]["headline"]


def test_a_language_without_a_catalogue_is_refused(acctaudit: Any) -> None:
    status, out, err = acctaudit("report", PARTIAL, "--lang", "fr")
    assert (status, out) == (2, "")
    assert "'fr'" in err
