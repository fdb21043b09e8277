"""One test file for all patterns: whatever lies in `patterns/` is tested here."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from examples import account, finding

from acctaudit.audit import examine
from acctaudit.bench import Bench
from acctaudit.intent import Archetype, Intent
from acctaudit.judgement import Outcome, judge, read
from acctaudit.measure import Estimate, exact, not_measurable, too_little
from acctaudit.options import Options
from acctaudit.pattern import (
    SECTIONS,
    Judgement,
    Observed,
    Pattern,
    Published,
    Severity,
    Sign,
)
from acctaudit.patterns import pattern, patterns
from acctaudit.story import story

if TYPE_CHECKING:
    from acctaudit.story import Example

EXAMPLES = [
    pytest.param(p, example, id=f"{p.code}-{example.title.replace(' ', '-')}")
    for p in patterns()
    for example in p.examples
]
FIRING = [
    param for param in EXAMPLES if cast("Example", param.values[1]).verdict == "fired"
]
EACH = [pytest.param(p, id=p.code) for p in patterns()]


def outcome(p: Pattern, example: Example) -> Outcome:
    """What comes of one pattern on one example, whatever its thresholds."""
    bench = Bench(account(example.story), example.declared(select=p.code))
    others = [p if other.code == p.code else other for other in patterns()]
    return next(o for o in examine(bench, others) if o.pattern.code == p.code)


@pytest.mark.parametrize(("p", "example"), EXAMPLES)
def test_an_example_comes_out_as_it_says(p: Pattern, example: Example) -> None:
    found = finding(example, p.code)
    assert found.verdict == example.verdict, found.reason or found.says


@pytest.mark.parametrize("p", EACH)
def test_a_pattern_has_an_example_that_fires_and_one_that_is_clear(p: Pattern) -> None:
    assert {"fired", "clear"} <= {example.verdict for example in p.examples}


@pytest.mark.parametrize("p", EACH)
def test_a_page_has_all_sections_and_each_says_something(p: Pattern) -> None:
    page = p.page()
    assert tuple(page) == SECTIONS
    assert all(len(text) > 20 for text in page.values())


@pytest.mark.parametrize("p", EACH)
def test_a_pattern_is_named_as_its_file_is(p: Pattern) -> None:
    assert re.fullmatch(r"AA[1-9]\d\d", p.code)
    assert type(p).__module__.rpartition(".")[2] == p.name.replace("-", "_")


def test_codes_and_names_are_unique() -> None:
    assert len({p.code for p in patterns()}) == len(patterns())
    assert len({p.name for p in patterns()}) == len(patterns())


@pytest.mark.parametrize("p", EACH)
def test_every_threshold_carries_unit_and_basis(p: Pattern) -> None:
    for limit, sign in p.signs().values():
        assert limit > 0 or sign.direction == "at most"
        assert sign.unit
        assert isinstance(sign.basis, Published | Judgement)
        assert len(sign.basis.text) > 10


@pytest.mark.parametrize(("p", "example"), FIRING)
def test_the_sentence_of_a_finding_holds_a_number_and_no_unknown(
    p: Pattern, example: Example
) -> None:
    says = finding(example, p.code).says
    assert re.search(r"\d", says)
    assert "None" not in says
    assert "unknown" not in says


def deciding(p: Pattern) -> list[tuple[str, Sign]]:
    return [
        (name, sign)
        for name, (_, sign) in p.signs().items()
        if sign.direction != "enough" and not sign.raises
    ]


@pytest.mark.untraced
@pytest.mark.parametrize(("p", "example"), FIRING)
def test_the_bound_itself_as_limit_decides_on_a_hair(p: Pattern, example: Example) -> None:
    readings = {r.name: r for r in outcome(p, example).judged.readings}
    for name, sign in deciding(p):
        metric = readings[name].metric
        assert isinstance(metric, Estimate)
        low = metric.number if metric.low is None else metric.low
        high = metric.number if metric.high is None else metric.high
        hair = 1e-6 * max(1.0, abs(low), abs(high))
        loose, strict = {
            "above": (low - hair, low),
            "below": (high + hair, high),
            "at least": (low, low + hair),
            "at most": (high, high - hair),
        }[sign.direction]
        assert outcome(replace(p, **{name: loose}), example).judged.verdict == "fired", name
        assert outcome(replace(p, **{name: strict}), example).judged.verdict != "fired", (
            name
        )


@pytest.mark.untraced
@pytest.mark.parametrize(("p", "example"), FIRING)
def test_below_the_minimum_of_evidence_a_pattern_abstains(
    p: Pattern, example: Example
) -> None:
    for name, (_, sign) in p.signs().items():
        if sign.direction == "enough":
            judged = outcome(replace(p, **{name: 1e9}), example).judged
            assert judged.verdict == "insufficient-evidence", name


@pytest.mark.parametrize("p", EACH)
def test_a_pattern_of_an_empty_story_never_fires_and_never_breaks(p: Pattern) -> None:
    tale = story(posts_total=0)
    bench = Bench(tale.account(), Options.of({"extend_select": p.code}))
    judged = next(o for o in examine(bench, patterns()) if o.pattern.code == p.code).judged
    assert judged.verdict not in {"fired", "error"}


def test_an_inferred_kind_makes_a_finding_one_step_milder() -> None:
    tale = story().posts(100, every=1)
    guessed = next(
        o
        for o in examine(Bench(tale.account(), Options()), patterns())
        if o.pattern.code == "AA301"
    )
    told = next(
        o
        for o in examine(Bench(tale.account(), Options(Archetype.BRAND)), patterns())
        if o.pattern.code == "AA301"
    )
    assert (told.judged.severity, guessed.judged.severity) == (
        Severity.HIGH,
        Severity.MEDIUM,
    )


def test_an_unknown_pattern_is_answered_with_the_nearest_name() -> None:
    with pytest.raises(Exception, match="did you mean 'megaphone'"):
        pattern("megafone")


def test_a_pattern_is_found_by_code_and_by_name() -> None:
    assert pattern("aa301") is pattern("megaphone")


def test_a_pattern_that_breaks_is_an_error_and_not_clear() -> None:
    broken = pattern("AA301")

    class Broken(type(broken)):  # type: ignore[misc]
        def check(self) -> Observed:
            raise ZeroDivisionError

    found = examine(Bench(story().posts(3).account(), Options()), [Broken()])
    assert found[0].judged.verdict == "error"
    assert "ZeroDivisionError" in (found[0].judged.reason or "")


SHARE_SIGN = Sign("below", "share", Judgement("for a test"))


@pytest.mark.parametrize(
    ("metric", "state"),
    [
        (Estimate(0.01, 0.0, 0.04), "crossed"),
        (Estimate(0.01, 0.0, 0.05), "undecided"),
        (Estimate(0.05, 0.01, 0.09), "clear"),
        (Estimate(0.01), "crossed"),
        (not_measurable("no"), "unknown"),
        (too_little("few"), "unknown"),
    ],
)
def test_a_sign_looks_at_the_bound_on_the_safe_side(metric: Estimate, state: str) -> None:
    assert read("x", 0.05, SHARE_SIGN, metric).state == state


def test_what_cannot_be_seen_leaves_a_count_undecided() -> None:
    sign = Sign("at least", "parts", Judgement("for a test"))
    assert read("x", 4, sign, Estimate(2, 2, 5)).state == "undecided"
    assert read("x", 4, sign, Estimate(2, 2, 3)).state == "clear"
    assert read("x", 4, sign, Estimate(4, 4, 9)).state == "crossed"


def test_a_sign_that_is_surely_fine_outweighs_one_that_is_unknown() -> None:
    p = pattern("AA301")
    observed = Observed(
        "",
        min_posts=exact(100),
        max_reply_share=Estimate(0.4, 0.3, 0.5),
        min_broadcast_share=not_measurable("no mentions"),
    )
    intent = Intent(Archetype.BRAND, inferred=False, because="")
    assert judge(p, observed, intent).verdict == "clear"
