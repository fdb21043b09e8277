"""Vital signs: the curve against published values, and what must never raise a score."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import finding

from acctaudit.audit import audit
from acctaudit.intent import Archetype
from acctaudit.measure import Estimate, exact, not_measurable
from acctaudit.options import Options
from acctaudit.pattern import Severity
from acctaudit.patterns import pattern
from acctaudit.story import story
from acctaudit.text import lexicon
from acctaudit.vitals.curve import curve
from acctaudit.vitals.dimensions import Bar, anchors
from acctaudit.vitals.resampling import _medians
from acctaudit.vitals.total import BANDS, CAPS, Total, band, total

if TYPE_CHECKING:
    from acctaudit.report import Report, Score, Vital
    from acctaudit.story import Story

WEIGHTS = {row["dimension"]: float(row["weight"]) for row in lexicon("weights")}
SCALED = [name for name in WEIGHTS if name in anchors()]


def told(tale: Story, archetype: str | None = None, goals: tuple[str, ...] = ()) -> Report:
    kind = Archetype(archetype) if archetype else None
    return audit(tale.account(), Options(archetype=kind, goals=goals, score=True))


def vital(report: Report, dimension: str) -> Vital:
    return next(v for v in report.vitals if v.dimension == dimension)


def score(report: Report) -> Score:
    assert report.score is not None
    return report.score


def points(report: Report) -> float:
    number = score(report).total
    assert number is not None, score(report).reason
    return number


def bar(dimension: str, value: float | None) -> Bar:
    reading = not_measurable("not in this export") if value is None else exact(value)
    anchor = anchors()[dimension]
    return Bar(dimension, dimension, WEIGHTS[dimension], "", "", reading, anchor)


def bars(**values: float | None) -> list[Bar]:
    """A bar for each dimension with a curve, at its good anchor unless told otherwise."""
    return [bar(name, values.get(name, anchors()[name].good)) for name in SCALED]


def of(signs: list[Bar], *findings: Any) -> Total:
    return total(signs, {}, findings)


GOOD_PAGE: dict[str, Any] = {
    "name": "Example Ltd",
    "bio": "Bread and answers",
    "url": "http://example.com",
    "location": "Vienna",
    "avatar_url": "a.png",
}
BRAND = "brand"


def talking(**profile: Any) -> Story:
    """A brand that posts daily for two years and answers, with many reactions."""
    tale = story(**{"followers": 6000, "following": 300, **GOOD_PAGE, **profile})
    for _ in range(10):
        tale = tale.posts(50, likes=20, reposts=5).replies(30, likes=20, reposts=0)
    return tale


# The curve


@pytest.mark.parametrize(
    ("value", "median", "good", "expected"),
    [
        (0.10, 0.20, 0.375, 8),
        (0.20, 0.20, 0.375, 50),
        (0.375, 0.20, 0.375, 90),
        (30, 30, 7, 50),
        (90, 30, 7, 17),
        (180, 30, 7, 6),
        (1.78, 3.3, 14, 29),
        (3.3, 3.3, 14, 50),
        (14, 3.3, 14, 90),
    ],
)
def test_the_curve_gives_the_worked_values(
    value: float, median: float, good: float, expected: float
) -> None:
    assert round(curve(value, median, good)) == expected


def test_the_curve_is_the_tail_of_a_log_normal_distribution() -> None:
    from scipy.stats import lognorm

    sigma = abs(np.log(1 / 2)) / (0.9061938024368232 * np.sqrt(2))
    for seconds in (0.5, 1, 1.7, 2, 3, 9):
        tail = 100 * lognorm.sf(seconds, sigma, scale=2)
        assert curve(seconds, 2, 1) == pytest.approx(tail, abs=1e-9)


def test_nothing_at_all_gets_the_limit_of_the_curve() -> None:
    assert curve(0, 0.2, 0.375) == 0
    assert curve(0, 30, 7) == 100
    assert curve(1e-300, 0.2, 0.375) == pytest.approx(0)
    assert curve(1e300, 30, 7) == pytest.approx(0)


@pytest.mark.parametrize(("median", "good"), [(0, 1), (1, 0), (-1, 1), (2, 2)])
def test_a_curve_needs_two_anchors_above_zero(median: float, good: float) -> None:
    with pytest.raises(ValueError, match="anchors"):
        curve(1, median, good)


@pytest.mark.parametrize("name", SCALED)
@given(pair=st.tuples(*[st.floats(0, 1e6)] * 2))
@settings(max_examples=50, deadline=None)
def test_a_better_figure_never_has_a_lower_bar(
    name: str, pair: tuple[float, float]
) -> None:
    anchor = anchors()[name]
    worse, better = sorted(pair, reverse=anchor.direction == "lower")
    assert anchor.score(worse) <= anchor.score(better)
    assert 0 <= anchor.score(worse) <= 100


# The data


def test_every_anchor_has_a_source_and_names_kinds_of_account() -> None:
    for row in lexicon("anchors"):
        assert len(row["source"]) > 40
        kinds = {kind.partition(":")[0] for kind in row["archetypes"].split()}
        assert kinds <= set(Archetype)
        assert row["direction"] in {"higher", "lower", "rest"}
        assert row["flat"] in {"", "median", "good"}
        for name in ("median", "good"):
            assert float(row[name]) > 0


def test_a_weight_is_the_rung_of_the_finding_that_its_source_names() -> None:
    ladder = {"critical": 10, "high": 7.5, "medium": 5, "low": 2.5, "": 0}
    for row in lexicon("weights"):
        assert float(row["weight"]) == ladder[row["severity"]]
        code = next(
            (w for w in row["source"].replace(",", " ").split() if w[:2] == "AA"), ""
        )
        if code and code.removeprefix("(") != "AA201":
            assert pattern(code).severity == row["severity"]


def test_caps_are_upper_ends_of_bands() -> None:
    assert {Severity.CRITICAL, Severity.HIGH} == set(CAPS)
    assert set(CAPS.values()) <= {end for end, _ in BANDS}


# Volume never adds


def test_rhythm_is_flat_from_the_norm_on_and_falls_below_it() -> None:
    rhythm = anchors()["cadence"]
    assert rhythm.score(1) == pytest.approx(90)
    assert rhythm.score(5) == rhythm.score(500) == pytest.approx(90)
    assert rhythm.score(0.5) < rhythm.score(0.9) < 90
    assert rhythm.score(0) == 0


def test_a_sign_of_life_is_flat_within_a_week() -> None:
    life = anchors()["lifecycle"]
    assert life.score(0) == life.score(7) == pytest.approx(90)
    assert life.score(30) == pytest.approx(50)
    assert life.score(8) < 90


@pytest.mark.parametrize("faster", [2, 5, 10])
def test_more_posts_a_week_above_the_norm_never_raise_a_score(faster: int) -> None:
    def tale(times: int) -> Story:
        page = story(followers=900, following=200, **GOOD_PAGE)
        for _ in range(8):
            page = page.posts(15 * times, every=1 / times).replies(
                6 * times, every=1 / times
            )
        return page

    few, many = told(tale(1), BRAND), told(tale(faster), BRAND)
    for dimension in WEIGHTS:
        less, more = vital(few, dimension), vital(many, dimension)
        assert more.score == (None if less.score is None else pytest.approx(less.score))
    assert points(many) <= points(few) + 1e-9


@pytest.mark.parametrize("followers", [50, 800, 3000, 6000])
def test_more_followers_never_raise_a_score(followers: int) -> None:
    totals = [points(told(talking(followers=followers * n), BRAND)) for n in (1, 2, 4)]
    assert totals == sorted(totals, reverse=True)


def test_the_number_of_followers_from_which_there_is_a_norm_is_no_gain() -> None:
    page = talking(followers=4000, location="")
    below, above = told(page, BRAND), told(talking(followers=5000, location=""), BRAND)
    assert vital(below, "results").score is None
    assert (vital(above, "results").score or 0) > 90
    assert points(above) == pytest.approx(points(below))


def test_results_lower_a_total_and_never_raise_it() -> None:
    without = of(bars(results=None)).value
    assert without is not None
    assert of(bars(results=100)).value == pytest.approx(without)
    poor = of(bars(results=0.5)).value
    assert poor is not None
    assert poor < without


# The total


def test_a_total_is_the_mean_by_weight() -> None:
    signs = bars(results=None, conversation=0.2)
    expected = (10 * 90 + 5 * 90 + 7.5 * 50 + 5 * 90 + 2.5 * 90) / 30
    assert of(signs).value == pytest.approx(expected)
    assert of(signs).coverage == pytest.approx(30 / 37.5)


def test_what_is_unknown_is_neutral() -> None:
    dull = {name: anchors()[name].median for name in SCALED if not anchors()[name].flat}
    flat = {"lifecycle": 30.0, "cadence": None}
    for missing in ("content", "profile"):
        known = of(bars(**{**dull, **flat}))
        unknown = of(bars(**{**dull, **flat, missing: None}))
        assert unknown.value == known.value == pytest.approx(50)
        assert unknown.coverage < known.coverage


def test_there_is_no_total_below_three_fifths_of_the_weight() -> None:
    at_the_line = of(bars(conversation=None, results=None))
    assert at_the_line.coverage == pytest.approx(0.6)
    assert at_the_line.value is not None
    below = of(bars(conversation=None, results=None, profile=None))
    assert (below.value, below.low, below.stable, below.cap) == (None, None, None, None)
    assert below.bands == ()
    assert "3 of 6 vital signs are known from this export" in (below.reason or "")


def test_there_is_no_total_of_fewer_than_three_bars() -> None:
    two = [sign for sign in bars() if sign.dimension in {"lifecycle", "conversation"}]
    assert of(two).coverage == 1
    assert of(two).value is None


@given(
    st.lists(st.floats(0, 1), min_size=6, max_size=6),
    st.integers(0, 5),
    st.floats(0, 1),
    st.sampled_from(["", "low", "high", "critical"]),
)
@settings(max_examples=60, deadline=None)
def test_a_total_is_monotone_in_every_figure(
    places: list[float], which: int, better: float, severity: str
) -> None:
    def at(spots: list[float]) -> float:
        ends = (
            (anchors()[name].good * 3, 0)
            if anchors()[name].direction == "lower"
            else (0, anchors()[name].good * 3)
            for name in SCALED
        )
        pairs = zip(SCALED, ends, spots, strict=True)
        signs = [bar(name, a + (b - a) * spot) for name, (a, b), spot in pairs]
        found = [finding("AA000", "x", "X", severity=severity)] if severity else []
        return of(signs, *found).value or 0.0

    raised = [max(p, better) if i == which else p for i, p in enumerate(places)]
    assert at(places) <= at(raised) + 1e-9


@given(
    st.lists(st.sampled_from(list(Severity)), max_size=4), st.sampled_from(list(Severity))
)
@settings(max_examples=40, deadline=None)
def test_a_total_never_rises_when_a_finding_is_added(
    found: list[Severity], added: Severity
) -> None:
    all_of_them = [
        finding(f"AA{i:03d}", "x", "X", severity=s) for i, s in enumerate([*found, added])
    ]
    before, after = of(bars(), *all_of_them[:-1]), of(bars(), *all_of_them)
    assert (after.value or 0) <= (before.value or 0)


def test_a_critical_finding_caps_at_40_and_a_high_one_at_70_and_both_are_named() -> None:
    high = finding("AA301", "megaphone", "Broadcasts", severity="high")
    critical = finding("AA201", "abandoned", "Abandoned", severity="critical")
    assert of(bars(), high).value == 70
    assert (
        of(bars(), high).cap
        == "held at 70, from 90, by the high finding “Broadcasts” (AA301)"
    )
    capped = of(bars(), high, critical)
    assert (capped.value, capped.bands) == (40, ("not working",))
    assert "critical finding “Abandoned” (AA201)" in (capped.cap or "")
    low = of(bars(conversation=0.0, content=0.0, lifecycle=400.0), critical)
    assert (low.cap or "").startswith("no more than 40 beside the critical finding")


def test_a_finding_that_is_clear_or_milder_caps_nothing() -> None:
    for changes in ({"verdict": "clear"}, {"severity": "medium"}):
        assert of(bars(), finding("AA301", "x", "X", **changes)).cap is None


def test_both_bands_are_named_where_the_interval_spans_two() -> None:
    signs = bars(results=None)
    draws = {"conversation": np.linspace(40, 100, 500)}
    spread = total(signs, draws, [])
    assert spread.low is not None
    assert spread.high is not None
    assert spread.bands == tuple(
        n for _, n in BANDS[band(spread.low) : band(spread.high) + 1]
    )
    assert len(spread.bands) == 2
    assert spread.low <= (spread.value or 0) <= spread.high


def test_bands_cover_everything_and_include_their_upper_end() -> None:
    assert [band(x) for x in (0, 40, 40.1, 55, 70, 70.1, 85, 100)] == [
        0, 0, 1, 1, 2, 3, 3, 4,
    ]  # fmt: skip


def test_weightings_matter_only_where_bars_differ() -> None:
    assert of(bars()).stable == 1
    mixed = of(bars(conversation=0.05, content=0.4, results=None)).stable
    assert mixed is not None
    assert 0 < mixed < 1
    assert mixed == of(bars(conversation=0.05, content=0.4, results=None)).stable


# The bars of an account


def test_a_good_account_has_all_bars_it_can_and_a_reason_for_the_rest() -> None:
    report = told(talking(), BRAND)
    assert [v.dimension for v in report.vitals] == list(WEIGHTS)
    for sign in report.vitals:
        assert (sign.score is None) == (sign.reason is not None) == (sign.says == "")
        if sign.score is not None:
            assert sign.score > 85
            analyzer, name = sign.metric.split(".")
            assert report.metrics[analyzer][name].value is not None
            assert "unknown" not in sign.says
            assert "None" not in sign.says
    assert vital(report, "audience").score is None
    assert vital(report, "audience").weight == 0


def test_a_bar_has_the_interval_of_its_figure() -> None:
    replies = told(talking(), BRAND)
    figure = replies.metrics["conversation"]["reply_share"]
    sign = vital(replies, "conversation")
    for ours, theirs in ((sign.low, figure.low), (sign.high, figure.high)):
        assert theirs is not None
        assert ours == pytest.approx(curve(theirs, 0.2, 0.375))


def test_of_a_figure_that_is_better_when_lower_the_ends_change_places() -> None:
    life = replace(bar("lifecycle", 10), reading=Estimate(10, 5, 40))
    low, high = life.bounds
    assert low == pytest.approx(curve(40, 30, 7))
    assert high == pytest.approx(90)


@pytest.mark.parametrize(
    ("archetype", "goals", "none"),
    [
        ("news", (), {"conversation"}),
        ("ir", (), {"conversation"}),
        ("ir", ("dialogue",), set()),
        ("personal", (), {"cadence", "conversation"}),
        ("care", (), {"cadence", "content", "results"}),
        ("campaign", (), {"lifecycle", "cadence", "conversation"}),
        ("alert", (), {"lifecycle", "cadence", "conversation", "content", "results"}),
        ("reserved", (), {"lifecycle", "cadence", "conversation", "content", "results"}),
    ],
)
def test_a_kind_of_account_is_only_held_to_norms_of_its_own(
    archetype: str, goals: tuple[str, ...], none: set[str]
) -> None:
    report = told(talking(), archetype, goals)
    apart = {v.dimension for v in report.vitals if "not judged for" in (v.reason or "")}
    assert apart == none
    assert all(v.weight == 0 for v in report.vitals if v.dimension in none)


def test_a_status_page_has_no_total() -> None:
    assert score(told(talking(), "alert")).total is None


def test_no_bar_without_the_day_of_the_export_or_the_replies() -> None:
    report = told(story(**GOOD_PAGE).posts(20), BRAND)
    for dimension, why in (
        ("conversation", "20 posts, at least 30 are needed"),
        ("cadence", "8 weeks needed"),
        ("results", ""),
    ):
        sign = vital(report, dimension)
        assert sign.score is sign.low is sign.high is None
        assert why in (sign.reason or "")


def test_zero_is_a_figure_and_not_missing() -> None:
    report = told(story(**GOOD_PAGE).posts(200), BRAND)
    assert vital(report, "conversation").score == 0
    assert vital(report, "lifecycle").score == pytest.approx(90)


def test_what_a_profile_may_hold_unseen_is_the_interval_of_its_bar() -> None:
    page = {"bio": "We build.", "url": "http://example.com", "location": ""}
    sign = vital(told(story(**page).posts(60), BRAND), "profile")
    for seen, filled in ((sign.score, 2 / 3), (sign.low, 2 / 6), (sign.high, 5 / 6)):
        assert seen == pytest.approx(curve(filled, 0.6, 1))


def test_two_fields_are_no_profile() -> None:
    sign = vital(told(story(bio="x", url="http://example.com").posts(60)), "profile")
    assert sign.reason == "2 fields, at least 3 are needed"


# The total of an account


def test_there_is_no_total_unless_it_is_asked_for() -> None:
    report = audit(talking().account(), Options(Archetype.BRAND))
    assert report.score is None
    assert report.vitals


def test_a_total_carries_interval_coverage_stability_and_version() -> None:
    found = score(told(talking(), BRAND))
    assert found.version == 1
    assert found.coverage == 1
    assert found.total is not None
    assert found.low is not None
    assert found.high is not None
    assert found.low < found.total < found.high
    assert found.stable == 1
    assert found.reason is None


@pytest.mark.parametrize(
    "cells", [{"quotes": None}, {"impressions": None}, {"bookmarks": None, "lang": None}]
)
def test_a_field_that_is_null_changes_no_total(cells: dict[str, Any]) -> None:
    plain, with_null = (
        story(**GOOD_PAGE).posts(90, **more).replies(60, **more) for more in ({}, cells)
    )
    assert score(told(plain, BRAND)) == score(told(with_null, BRAND))


def test_a_profile_field_that_is_null_changes_no_total() -> None:
    plain, with_null = (
        story(**GOOD_PAGE, **more).posts(90).replies(60)
        for more in ({}, {"banner_url": None, "listed": None})
    )
    assert score(told(plain, BRAND)) == score(told(with_null, BRAND))


def test_the_same_posts_in_another_order_give_the_same_interval() -> None:
    tale = talking()
    rows = tale.told().rows
    first, second = told(tale, BRAND), told(tale.retold(rows[::-1]), BRAND)
    assert first.vitals == second.vitals
    assert score(first) == score(second) == score(told(tale, BRAND))


def test_reposts_change_no_figure_of_conversation_and_no_total() -> None:
    tale = talking()
    rows = tale.told().rows
    reposts = [
        {
            "created_at": row["created_at"],
            "post_id": f"{10**6 + int(str(row['post_id']))}",
            "text": f"RT @other: {row['text']}",
            "is_repost": True,
        }
        for row in rows[:400]
    ]
    plain = [{**row, "is_repost": False} for row in rows]
    before = told(tale.retold(plain), BRAND)
    after = told(tale.retold([*plain, *reposts]), BRAND)
    assert vital(before, "conversation") == vital(after, "conversation")
    assert score(before) == score(after)


def test_few_weeks_give_a_total_without_an_interval() -> None:
    short = score(told(story(**GOOD_PAGE).posts(40).replies(10, every=0.2), BRAND))
    assert short.total is not None
    assert short.low is short.high is None
    assert len(short.bands) == 1


def test_where_no_week_changes_anything_there_is_no_interval() -> None:
    steady = score(told(story(**GOOD_PAGE).posts(200), "ir"))
    assert steady.total is not None
    assert steady.low is steady.high is None


def test_an_uneven_account_has_a_wider_interval() -> None:
    even, uneven = story(**GOOD_PAGE), story(**GOOD_PAGE)
    for _ in range(30):
        even = even.posts(4).replies(2)
    uneven = uneven.posts(120).replies(60)
    widths = [
        (found.high or 0) - (found.low or 0)
        for found in (score(told(tale, BRAND)) for tale in (even, uneven))
    ]
    assert widths[0] < widths[1]


def test_an_account_that_was_left_is_capped_and_says_by_what() -> None:
    left = told(talking().silence(200), BRAND)
    assert points(left) <= 40
    assert "AA201" in (score(left).cap or "")


def test_medians_of_draws_are_those_of_the_values_drawn() -> None:
    rng = np.random.default_rng(3)
    values, week = rng.integers(0, 40, 200).astype(float), rng.integers(0, 12, 200)
    times = rng.multinomial(12, np.full(12, 1 / 12), 50).astype(float)
    expected = [np.median(np.repeat(values, draw.astype(int)[week])) for draw in times]
    assert _medians(values, week, times).tolist() == expected


def test_a_draw_without_values_has_no_median() -> None:
    times = np.array([[2.0, 0.0], [0.0, 2.0]])
    medians = _medians(np.array([1.0, 5.0]), np.array([0, 0]), times)
    assert medians[0] == 3
    assert np.isnan(medians[1])


def test_too_many_distinct_values_are_thinned_and_the_middle_stays_near() -> None:
    values = np.random.default_rng(4).lognormal(3, 1, 5000)
    median = _medians(values, np.zeros(5000, dtype=np.int64), np.ones((1, 1)))[0]
    assert median == pytest.approx(np.median(values), rel=0.01)


def test_bars_and_total_survive_their_json() -> None:
    report = told(talking(), BRAND)
    assert type(report).from_json(report.to_json()) == report
