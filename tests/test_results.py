"""Results: what was counted elsewhere, and what it has to do with the posts."""

from __future__ import annotations

import math
import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from acctaudit import stats
from acctaudit.analyzers.outcome_lag import best_lag
from acctaudit.analyzers.outcomes import Kind, Outcomes
from acctaudit.analyzers.results import Results
from acctaudit.bench import Bench
from acctaudit.measure import Estimate, Metric, Unknown
from acctaudit.options import Options
from acctaudit.readers.formats.outcomes import amount
from acctaudit.story import START, Row, Story, story
from acctaudit.text import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

FIRST = START.date()
Outcome = tuple[int, str, float | None]
"""Days after the beginning of the story, name, and value."""


def given(tale: Story, outcomes: Iterable[Outcome]) -> Story:
    rows: tuple[Row, ...] = tuple(
        {"date": (FIRST + timedelta(days=day)).isoformat(), "outcome": name, "value": value}
        for day, name, value in outcomes
    )
    return tale.with_others("outcomes", rows)


def measured(tale: Story, **options: str) -> Results:
    found: Results = Bench(tale.account(), Options.of(dict(options))).get(Results)
    return found


def number(metric: Metric) -> float:
    assert isinstance(metric, Estimate), metric
    return metric.number


def reason(metric: Metric) -> str:
    assert isinstance(metric, Unknown), metric
    return metric.reason


def test_without_a_table_of_outcomes_nothing_is_known_and_nothing_is_zero() -> None:
    found = measured(story().posts(100))
    for metric in (found.outcomes, found.best_lag_weeks, found.outcomes_trend):
        assert isinstance(metric, Unknown)
        assert metric.status == "not-measurable"
        assert "no outcomes were given" in metric.reason
    assert (found.kinds, found.targets) == ((), ())


def test_a_row_without_a_value_counts_one_and_a_whole_number_as_many() -> None:
    found = measured(given(story().posts(9), [(0, "lead", None), (3, "lead", 4)]))
    assert number(found.outcomes) == 5
    assert [(kind.name, kind.total, kind.rows) for kind in found.kinds] == [("lead", 5, 2)]


def test_an_amount_of_money_counts_once_and_is_summed_beside_it() -> None:
    found = measured(given(story().posts(9), [(0, "Sales", 199.5), (9, "sales ", 1_000)]))
    assert number(found.outcomes) == 2
    assert found.kinds[0].is_amount
    assert found.kinds[0].total == pytest.approx(1_199.5)


def test_twenty_thousand_names_take_no_longer_than_one() -> None:
    rows = [(n % 90, f"name {n}", 1.5 if n % 7 else 2.0) for n in range(20_000)]
    table = given(story().posts(9), [*rows, (3, "Name 19998", None)]).account().others
    began = time.process_time()
    kinds = Outcomes(table["outcomes"]).kinds
    assert time.process_time() - began < 3
    assert kinds[0] == Kind("name 19998", 2.5, 2, is_amount=True)
    others = {f"name {n}" for n in range(20_000)} - {"name 19998"}
    assert [kind.name for kind in kinds[1:]] == sorted(others)
    assert kinds[1] == Kind("name 0", 2, 1)


@pytest.mark.parametrize("cell", ["1e300", "-1e300", "1e13", "inf", "many"])
def test_a_value_beyond_all_bounds_is_no_number(cell: str) -> None:
    found = amount(cell)
    assert found is not None
    assert math.isnan(found)
    assert amount("-1e12") == -1e12


def test_the_outcomes_that_a_kpi_names_are_those_that_count() -> None:
    tale = given(story().posts(9), [(0, "lead", 3), (1, "call", 50)])
    assert number(measured(tale).outcomes) == 53
    assert number(measured(tale, kpis="lead>=10,followers").outcomes) == 3


def test_outcomes_a_week_are_a_rate_with_its_exact_interval() -> None:
    found = measured(given(story().posts(9), [(7 * i, "lead", 2) for i in range(20)]))
    assert found.outcomes_per_week == stats.rate(40, 19 * 7 + 1)


def test_outcomes_per_100_posts_are_of_the_days_that_both_have() -> None:
    before_and_after = [(-50, "lead", 99), (400, "lead", 99)]
    within = [(day, "lead", 1) for day in range(0, 200, 10)]
    found = measured(given(story().posts(200, every=1), before_and_after + within))
    assert found.outcomes_per_100_posts == stats.rate(20, 200, per=100)


def test_posts_and_outcomes_of_other_years_are_not_related() -> None:
    found = measured(given(story().posts(100), [(900 + i, "lead", 1) for i in range(80)]))
    assert "0 days" in reason(found.outcomes_per_100_posts)
    assert isinstance(found.best_lag_weeks, Unknown)


@pytest.mark.parametrize(("outcomes", "verb"), [(1, "outcome is"), (7, "outcomes are")])
def test_too_few_outcomes_are_said_to_be_too_few(outcomes: int, verb: str) -> None:
    rows: list[Outcome] = [(40 * i, "lead", None) for i in range(outcomes)]
    found = measured(given(story().posts(300, every=1), rows))
    expected = (
        f"{outcomes} {verb} too few to say whether posts bring them; at least 30 are needed"
    )
    assert reason(found.best_lag_weeks) == found.spoken == expected
    assert reason(found.lag_p) == expected


def test_half_a_year_is_needed_to_see_a_delay() -> None:
    rows: list[Outcome] = [(day, "lead", 1) for day in range(100)]
    found = measured(given(story().posts(100, every=1), rows))
    assert "weeks with both posts and outcomes, at least 26" in reason(found.lag_p)


def weekly(counts: Iterable[int], lag: int, seed: int) -> Story:
    """Posts by week as given; outcomes follow the posts after so many weeks, with noise."""
    posts = [int(n) for n in counts]
    rng = np.random.default_rng(seed)
    tale = story()
    for n in posts:
        tale = tale.posts(n, every=7 / n) if n else tale.silence(7)
    outcomes = [
        (7 * (week + lag), "lead", float(rng.poisson(n)))
        for week, n in enumerate(posts)
        if week + lag < len(posts)
    ]
    return given(tale, outcomes)


@pytest.mark.parametrize("lag", [0, 3, 8])
def test_a_delay_that_was_planted_is_found(lag: int) -> None:
    posts = np.random.default_rng(5).integers(1, 15, 104)
    found = measured(weekly(posts, lag, seed=6))
    assert number(found.best_lag_weeks) == lag
    assert number(found.lag_correlation) > 0.5
    assert number(found.lag_p) < 0.05
    assert f"{lag} weeks apart" in found.spoken
    assert "does not say that posts bring them" in found.spoken


def test_series_that_have_nothing_to_do_with_each_other_are_rarely_sure() -> None:
    rng = np.random.default_rng(11)

    def wandering() -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        noise = rng.normal(size=104)
        series = np.zeros(104)
        for week in range(1, 104):
            series[week] = 0.5 * series[week - 1] + noise[week]
        return series

    lags = [best_lag(wandering(), wandering()) for _ in range(300)]
    assert np.mean([lag is not None and lag.chance <= 0.05 for lag in lags]) < 0.1


def test_two_series_that_only_rise_together_do_not_go_together() -> None:
    rng = np.random.default_rng(12)
    time = np.linspace(5, 30, 104)
    lags = [
        best_lag(rng.poisson(time).astype(float), rng.poisson(time).astype(float))
        for _ in range(200)
    ]
    assert np.mean([lag is not None and lag.chance <= 0.05 for lag in lags]) < 0.1


def test_the_correlation_is_that_of_ranks_without_their_course() -> None:
    rng = np.random.default_rng(13)
    posts, outcomes = rng.poisson(6, 60).astype(float), rng.poisson(4, 60).astype(float)
    found = best_lag(posts, outcomes)
    assert found is not None
    time = np.arange(60)
    ranks = pd.DataFrame({"posts": posts, "outcomes": outcomes}).rank()
    rest = ranks.apply(lambda one: one - np.polyval(np.polyfit(time, one, 3), time))
    each = [rest["posts"].corr(rest["outcomes"].shift(-lag)) for lag in range(9)]
    assert found.weeks == int(np.argmax(each))
    assert found.correlation == pytest.approx(max(each))


def test_series_that_never_vary_have_no_delay() -> None:
    assert best_lag(np.full(60, 3.0), np.arange(60.0) % 7) is None


def test_a_trend_of_outcomes_is_per_week_and_quarter() -> None:
    rows: list[Outcome] = [(7 * week, "lead", float(week)) for week in range(104)]
    found = measured(given(story().posts(9), rows))
    assert number(found.outcomes_trend) == pytest.approx(13)
    assert number(found.outcomes_trend_p) < 0.001


def test_few_outcomes_show_no_trend() -> None:
    rows: list[Outcome] = [(40 * i, "lead", None) for i in range(12)]
    found = measured(given(story().posts(9), rows))
    assert reason(found.outcomes_trend).startswith(
        "12 outcomes are too few to show a trend"
    )


def test_a_target_is_held_against_the_exact_interval_of_the_total() -> None:
    rows: list[Outcome] = [(0, "lead", 12), (9, "lead", 13), (9, "call", 1)]
    found = measured(given(story().posts(9), rows), kpis="lead>=40,visits>=9,call")
    (target,) = found.targets
    assert (target.name, target.target, target.total) == ("lead", 40, 25)
    assert (target.low, target.high) == stats.garwood(25, 1)


def test_what_is_no_result_is_told_by_its_name() -> None:
    found = measured(story().posts(9), kpis="Posts,leads>=20,likes,reach,solved tickets")
    assert found.mere_kpis == ("posts", "likes", "reach")
    assert (number(found.kpis_declared), number(found.result_kpis)) == (5, 2)


def test_reach_is_a_result_where_being_known_is_the_goal() -> None:
    found = measured(story().posts(9), kpis="reach,likes", goals="awareness")
    assert found.mere_kpis == ("likes",)


def test_what_was_counted_as_an_outcome_is_a_result_whatever_its_name() -> None:
    found = measured(given(story().posts(9), [(0, "shares", 5)]), kpis="shares")
    assert found.mere_kpis == ()


def test_without_kpis_it_is_not_known_what_is_a_result() -> None:
    assert reason(measured(story().posts(9)).result_kpis) == "no KPIs were declared (--kpi)"


def test_the_order_of_the_rows_and_the_day_of_the_export_change_nothing() -> None:
    tale = weekly(np.random.default_rng(5).integers(1, 9, 60), 2, seed=7)
    name, rows = tale.others[0]
    turned = Story(tale.profile, tale.steps, ((name, tuple(reversed(rows))),))
    assert measured(tale) == measured(turned) == measured(tale.silence(400))


@pytest.mark.parametrize("name", ["kpis", "contradictions", "engagement_benchmarks"])
def test_every_row_of_a_list_says_where_it_comes_from(name: str) -> None:
    rows = lexicon(name)
    assert rows
    assert all(row["source"] for row in rows)
    assert all(None not in row and None not in row.values() for row in rows)


def test_the_pairs_that_do_not_fit_are_of_kinds_and_goals_that_exist() -> None:
    from acctaudit.intent import GOALS, Archetype

    pairs = [(row["archetype"], row["goal"]) for row in lexicon("contradictions")]
    assert len(set(pairs)) == len(pairs)
    assert all(kind in list(Archetype) and goal in GOALS for kind, goal in pairs)


def test_a_day_is_read_as_the_day_it_is() -> None:
    assert date(2020, 1, 6) == FIRST
    assert FIRST.weekday() == 0  # so that weeks of the story are calendar weeks
