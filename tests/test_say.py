"""Texts remember how they were made, and every text of a report can be made again."""

from __future__ import annotations

import pickle
import re
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin, get_type_hints

import pytest

from acctaudit.audit import audit
from acctaudit.claims import claims
from acctaudit.measure import Estimate
from acctaudit.model.build import build
from acctaudit.options import Options
from acctaudit.patterns import patterns
from acctaudit.readers import read
from acctaudit.report import Report, Wording
from acctaudit.report.wording import Words
from acctaudit.retell import retold, wording
from acctaudit.say import English, Said, joined, say, speaking
from acctaudit.words import (
    bounds,
    capital,
    count,
    day,
    days,
    figure,
    listed,
    number,
    percent,
    said,
    sentence,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from acctaudit.model.account import Account

pytestmark = pytest.mark.untraced

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
EXPORTS = sorted(
    path
    for pattern in ("*.json", "archive-*.zip", "strabag/*.json")
    for path in SAMPLES.glob(pattern)
    if "expected" not in path.name
)
FIRED = [
    pytest.param(pattern.code, place, id=f"{pattern.code}-{place}")
    for pattern in patterns()
    for place, example in enumerate(pattern.examples)
    if example.verdict == "fired"
]


class Bracketed(English):
    """A made-up language that puts brackets around all that it can say.

    That is whatever it is asked for, or only the messages that it is given.
    """

    code = "xx"

    def __init__(self, known: frozenset[str] | None = None) -> None:
        self.known = known

    def message(self, text: str, case: str = "") -> str:
        """The message in brackets; what it names in braces stays as it is."""
        del case
        known = self.known is None or text in self.known
        return f"⟦{text}⟧" if text and known else text

    def day(self, day: date, *, long: bool) -> str:
        """A day in brackets."""
        return f"⟦{super().day(day, long=long)}⟧"


def again(text: str, language: English | None = None) -> str:
    """A text made again in the made-up language, as a page does it."""
    with speaking(language or Bracketed()):
        return retold(Page(text, wording([text]))).text


@dataclass(frozen=True)
class Page:
    """The least that can be told again."""

    text: Words
    wording: dict[str, Wording]


# A text that remembers


def test_a_text_is_the_english_one() -> None:
    text = say("{posts} in {days}", posts=count(3, "posts"), days=figure(1, "days"))
    assert text == "3 posts in 1 day"
    assert again(text) == "⟦3 ⟦posts⟧ in 1 ⟦day⟧⟧"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (say("one") + say(" and one"), "⟦one⟧⟦ and one⟧"),
        (say("one") + ", data", "⟦one⟧, data"),
        ("data, " + say("one"), "data, ⟦one⟧"),
        (joined([say("one"), "data"], "; "), "⟦one⟧; data"),
        (listed([say("one"), say("two"), "x"]), "⟦one⟧, ⟦two⟧ ⟦and⟧ x"),
        (say("{what} of {whom}", what=say("one"), whom="data"), "⟦⟦one⟧ of data⟧"),
        (
            say("in {part}", part=joined([say("a"), listed([say("b"), say("c")])], ", ")),
            "⟦in ⟦a⟧, ⟦b⟧ ⟦and⟧ ⟦c⟧⟧",
        ),
        (sentence(joined([day("2011-02-25"), say("it ended")], ": ")),
         "⟦25\u00a0Feb\u00a02011⟧: ⟦it ended⟧."),
        (days("2011-02-25", "2011-02-26"),
         "⟦⟦25\u00a0Feb\u00a02011⟧ to ⟦26\u00a0Feb\u00a02011⟧⟧"),
        (said(Estimate(0.5, 0.4, 0.6), "share"), "50\u00a0% (95\u00a0% 40\u201360\u00a0%)"),
        (said(Estimate(2, 1, 3), "posts"), "2 ⟦posts⟧ (95\u00a0% 1\u20133)"),
        (percent(1e-6), "⟦under 0.001\u00a0%⟧"),
        (bounds(Estimate(0, -0.1, 0.1), "share"),
         "95\u00a0% ⟦-10 to 10\u00a0%⟧"),
        (number(1204), "1,204"),
    ],
)  # fmt: skip
def test_texts_in_texts_are_made_again(text: str, told: str) -> None:
    assert again(text) == told


def test_the_first_letter_is_that_of_the_other_language() -> None:
    class Shouting(English):
        code = "xy"

        def message(self, text: str, case: str = "") -> str:
            del case
            return f"z{text}"

    text = capital(say("one"))
    assert text == "One"
    assert again(text, Shouting()) == "Zone"
    assert again(sentence(say("one")), Shouting()) == "Zone."


@pytest.mark.parametrize(
    "text",
    [
        say("{share} of the posts", share=percent(0.5)),
        joined([say("one"), "data"], "; "),
        capital(listed([say("one"), count(1, "posts")])),
    ],
)
def test_a_text_survives_another_process(text: str) -> None:
    back = pickle.loads(pickle.dumps(text))  # our own bytes
    assert isinstance(back, Said)
    assert back == text
    assert again(back) == again(text)


# A report in a made-up language

ALL = ",".join(claim.code for claim in claims())


@dataclass(frozen=True)
class Case:
    """An account, what was declared of it, and the report on it."""

    account: Account
    options: Options
    report: Report


@cache
def case_of(path: Path) -> Case:
    """The report on a sample, with every claim and the number."""
    account = build(read([str(path)]))
    options = Options.of({"claims": ALL, "score": True})
    return Case(account, options, audit(account, options))


@cache
def case_on(code: str, place: int) -> Case:
    """The report on an example of a pattern, with every claim."""
    pattern = next(pattern for pattern in patterns() if pattern.code == code)
    example = pattern.examples[place]
    options = example.declared(extend_select=code, claims=ALL)
    account = example.story.account()
    return Case(account, options, audit(account, options))


@cache
def catalogued() -> frozenset[str]:
    """All messages of the catalogue, as the code has them."""
    spec = spec_from_file_location("catalogue", ROOT / "docs" / "catalogue.py")
    assert spec is not None
    assert spec.loader is not None
    catalogue = module_from_spec(spec)
    spec.loader.exec_module(catalogue)
    return frozenset(message.text for message in catalogue.messages())


def bracketed(report: Report) -> Report:
    """The report in the made-up language, which knows the catalogue."""
    with speaking(Bracketed(catalogued())):
        return retold(report)


def texts_of(value: Any, hint: Any, place: str = "") -> Iterator[tuple[str, str, bool]]:
    """Every string of a report, with its place, and whether it is a text of ours."""
    if get_origin(hint) is Annotated:
        yield place, value, True
    elif isinstance(value, str):
        yield place, value, False
    elif is_dataclass(value):
        hints = get_type_hints(type(value), include_extras=True)
        for item in fields(value):
            inner = f"{place}.{item.name}"
            yield from texts_of(getattr(value, item.name), hints[item.name], inner)
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from texts_of(part, get_args(hint)[-1], f"{place}.{name}")
    elif isinstance(value, list | tuple):
        for at, part in enumerate(value):
            yield from texts_of(part, _of_items(hint), f"{place}[{at}]")


def _of_items(hint: Any) -> Any:
    """What the items of a list are."""
    given = get_args(hint)
    inner = next((part for part in given if get_origin(part) is list), None)
    return get_args(inner)[0] if inner else given[0] if given else None


_DATA = re.compile(r"\.notes\[\d+\]|\.intake\.reader")
"""Texts of the maker of the export, and names of formats, which are in no language."""


def outside(text: str) -> str:
    """What of a text stands outside of all brackets."""
    while (shorter := re.sub(r"⟦[^⟦⟧]*⟧", "", text)) != text:
        text = shorter
    return text


def still_english(report: Report) -> dict[str, str]:
    """Texts of which a part would stay English on a page in another language."""
    return {
        place: text
        for place, text, ours in texts_of(bracketed(report), Report)
        if ours and re.search("[A-Za-z]", outside(text))
        if not _DATA.fullmatch(place)
    }


def lost(case: Case) -> dict[str, str]:
    """Words put into a text that are neither made by us nor data of the account."""
    known = "\n".join(data_of(case))
    return {
        value: text
        for text, made in case.report.wording.items()
        if made.by != "say" or made.values
        for value in values_of(made)
        if re.search("[A-Za-z]{2}", value)
        if value not in case.report.wording and value not in known
    }


def values_of(made: Wording) -> Iterator[str]:
    """The data that were put into a text."""
    lists = (argument for argument in made.args if isinstance(argument, list))
    for part in [*made.values.values(), *(part for parts in lists for part in parts)]:
        if isinstance(part, list):
            yield from part


def data_of(case: Case) -> Iterator[str]:
    """Strings that are in no language: of the export, codes, what was declared."""
    account, report = case.account, case.report
    yield from (kpi.name for kpi in case.options.kpis)
    for _, text, ours in texts_of(replace(report, wording={}), Report):
        if not ours:
            yield text
    for column in ("text", "source"):
        if column in account.posts:
            yield from account.posts[column].dropna().astype(str)
    for table in (account.links, account.hashtags, account.mentions):
        for name in table.columns.difference(["row"]):
            yield from table[name].dropna().astype(str)
    yield from account.own_domains
    yield from (pattern.code for pattern in patterns())
    yield "id_str"  # a name of a field that a sample lacks


@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: path.name)
def test_a_report_from_its_json_is_told_as_the_report_itself(path: Path) -> None:
    report = case_of(path).report
    assert bracketed(Report.from_json(report.to_json())) == bracketed(report)


@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: path.name)
def test_every_text_on_a_sample_can_be_said_in_another_language(path: Path) -> None:
    case = case_of(path)
    assert still_english(case.report) == {}
    assert lost(case) == {}


@pytest.mark.parametrize(("code", "place"), FIRED)
def test_every_text_on_an_example_can_be_said_in_another_language(
    code: str, place: int
) -> None:
    case = case_on(code, place)
    assert still_english(case.report) == {}
    assert lost(case) == {}
