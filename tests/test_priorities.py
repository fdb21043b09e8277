"""Three things to do first: the gravest, what others hang on, and nothing twice."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
from reports import finding

from acctaudit.audit import audit
from acctaudit.intent import Archetype
from acctaudit.options import Options
from acctaudit.pattern import Advice
from acctaudit.patterns import patterns
from acctaudit.patterns.strabag_syndrome import EITHER, ENDS, PARTS
from acctaudit.story import story
from acctaudit.telling.priorities import first

if TYPE_CHECKING:
    from acctaudit.report import Finding, Report
    from acctaudit.story import Story


ASKS = {p.code: p.asks for p in patterns()}


def found(code: str, severity: str, **changes: Any) -> Finding:
    asks = ASKS.get(code, Advice.OTHER)
    given = {"remedy": f"Do {code}.", "effect": "x", "asks": asks, **changes}
    return finding(code, code, code, severity=severity, **given)


def codes(*findings: Finding) -> list[str]:
    return [step.code for step in first(list(findings))]


def report(tale: Story) -> Report:
    return audit(tale.account(), Options(archetype=Archetype.BRAND))


def test_every_pattern_of_ours_says_what_it_asks_for() -> None:
    assert Advice.OTHER not in ASKS.values()


def test_the_gravest_come_first_and_three_are_enough() -> None:
    assert codes(
        found("AA501", "low"),
        found("AA402", "medium"),
        found("AA301", "high"),
        found("AA204", "critical"),
    ) == ["AA204", "AA301", "AA402"]


def test_of_equally_grave_ones_that_comes_first_on_which_others_hang() -> None:
    graves = [found(code, "high") for code in ("AA701", "AA204", "AA301", "AA102", "AA201")]
    assert codes(*graves) == ["AA201", "AA102", "AA301"]


def test_a_dead_account_needs_the_decision_first() -> None:
    lively = story(name="Example", bio="", url="", location="", avatar_url="a.png")
    steps = report(lively.posts(60, every=4).silence(200)).verdict.first
    assert steps[0].code == "AA201"
    assert "Revive it" in steps[0].do
    assert "or close it" in steps[0].do


@pytest.mark.parametrize(
    ("kept", "left_out"), [("AA201", "AA203"), ("AA301", "AA303"), ("AA405", "AA406")]
)
def test_what_asks_for_the_same_is_named_once(kept: str, left_out: str) -> None:
    assert codes(found(left_out, "high"), found(kept, "high")) == [kept]
    assert codes(found(left_out, "high"), found(kept, "medium")) == [left_out]


def test_parts_are_not_named_beside_the_whole() -> None:
    parts = [found(code, "high") for code in (*PARTS, *EITHER, *ENDS)]
    assert codes(found("AA901", "critical"), *parts, found("AA501", "low")) == [
        "AA901",
        "AA501",
    ]


def test_parts_are_named_where_the_whole_is_not_found() -> None:
    whole = found("AA901", "critical", verdict="clear")
    assert codes(whole, found("AA301", "high")) == ["AA301"]


def test_information_is_no_priority() -> None:
    assert codes(found("AA101", "info"), found("AA601", "info")) == []


@pytest.mark.parametrize(
    "verdict",
    ["clear", "not-measurable", "insufficient-evidence", "not-applicable", "error"],
)
def test_only_what_was_found_is_a_priority(verdict: str) -> None:
    assert codes(found("AA301", "high", verdict=verdict)) == []


def test_a_pattern_of_somebody_else_has_its_place_at_the_end_of_its_severity() -> None:
    assert codes(
        found("AA999", "high"), found("AA998", "high"), found("AA501", "high")
    ) == ["AA501", "AA998", "AA999"]


def test_the_order_of_findings_is_of_no_account() -> None:
    everything = [found(p.code, severity) for p in patterns() for severity in ("high",)]
    expected = codes(*everything)
    random.Random(5).shuffle(everything)
    assert codes(*everything) == expected


def test_what_to_do_is_two_sentences_at_most() -> None:
    long = "Stop. Ask ten people,\n  one by one. Then write. Then answer."
    assert first([found("AA301", "high", remedy=long)])[0].do == (
        "Stop. Ask ten people, one by one."
    )


def test_a_priority_says_what_to_do_what_to_expect_and_how_to_measure_it() -> None:
    tale = story(followers=500, bio="x", name="Example", url="", location="")
    steps = report(tale.posts(100, every=4, likes=0, reposts=0)).verdict.first
    assert 0 < len(steps) <= 3
    for step in steps:
        for text in (step.title, step.do, step.effect, step.measure):
            assert len(text) > 5
            assert "\n" not in text


@pytest.mark.parametrize("p", [pytest.param(p, id=p.code) for p in patterns()])
def test_a_page_says_in_few_words_what_may_come_of_it_and_where_to_look(p: Any) -> None:
    page = p.page()
    for heading in ("What to expect", "How to measure it"):
        words = page[heading].split()
        assert "PLACEHOLDER" not in page[heading]
        assert 8 <= len(words) <= 70
    assert "%" not in page["What to expect"], "an effect that nobody measured"


def test_an_account_without_findings_has_nothing_to_do_first() -> None:
    page = {
        "name": "Example",
        "bio": "x",
        "url": "http://example.com",
        "location": "Vienna",
    }
    tale = story(**page, avatar_url="a.png", followers=900)
    steps = report(tale.posts(150, likes=5, reposts=1).replies(90, likes=1, reposts=0))
    assert steps.verdict.first == []
