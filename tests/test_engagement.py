"""Reactions: each over a denominator that is named, and held against its own year."""

from __future__ import annotations

import csv
import math
import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, get_type_hints

import numpy as np
import pandas as pd
import pytest

import acctaudit
from acctaudit.analyzers import ANALYZERS, engagement
from acctaudit.analyzers.engagement import Engagement
from acctaudit.analyzers.reactions import Ratioed, Reactions
from acctaudit.bench import Bench
from acctaudit.benchmarks import Benchmark, shipped
from acctaudit.intent import Archetype
from acctaudit.measure import Estimate, Metric, Unknown, definitions
from acctaudit.model.account import Account
from acctaudit.model.build import build
from acctaudit.options import Options
from acctaudit.patterns import patterns
from acctaudit.readers import read
from acctaudit.story import Story, story

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(acctaudit.__file__).parent
REAL = Path(__file__).parents[2] / "shared" / "data" / "real"
FIELDS = "__dataclass_fields__"
DAYS_TO_2022 = 727
"""From the beginning of every story to the first days of 2022."""


def measured(tale: Story, options: Options | None = None) -> Engagement:
    found: Engagement = Bench(tale.account(), options or Options()).get(Engagement)
    return found


def number(metric: Metric) -> float:
    assert isinstance(metric, Estimate), metric
    return metric.number


def reason(metric: Metric) -> tuple[str, str]:
    assert isinstance(metric, Unknown), metric
    return metric.status, metric.reason


def words_of_the_package() -> Iterator[tuple[str, str]]:
    """Everything that is said: definitions, pages, and the texts in the sources."""
    for name in ANALYZERS:
        module = import_module(f"acctaudit.analyzers.{name}")
        result = get_type_hints(module.measure, localns={"Account": Account})["return"]
        for field, meant in definitions(result) if hasattr(result, FIELDS) else ():
            yield f"{name}.{field}", f"{field} {meant.title} {meant.text}"
    for pattern in patterns():
        yield (
            pattern.code,
            " ".join([pattern.failing, pattern.healthy, *pattern.page().values()]),
        )
    for path in sorted((*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.j2"))):
        if "readers" not in path.parts:  # names of columns are those of the platform
            yield path.name, path.read_text("utf-8")


def test_no_word_of_the_package_is_the_bare_engagement_rate() -> None:
    bare = re.compile(
        r"engagement[\s_-]*rate|\ber\b(?!_)|\bengagement_share\b", re.IGNORECASE
    )
    assert [name for name, text in words_of_the_package() if bare.search(text)] == []


@pytest.mark.parametrize(
    "name",
    ["er_followers_per_post", "er_impressions", "er_impressions_per_post", "er_to_norm"],
)
def test_a_share_of_reactions_names_numerator_and_denominator(name: str) -> None:
    text = dict(definitions(Engagement))[name].text
    above, _, below = text.partition(" / ")
    assert "likes + reposts" in above
    assert re.search("followers|impressions", below)


def test_reactions_are_over_followers_impressions_and_posts() -> None:
    tale = story(followers=1_000).posts(
        100, every=2, likes=3, reposts=2, replies=1, impressions=300
    )
    found = measured(tale)
    assert number(found.engagements_per_post) == 6
    assert number(found.er_followers_per_post) == pytest.approx(0.006)
    assert number(found.er_impressions) == pytest.approx(0.02)
    assert number(found.er_impressions_per_post) == pytest.approx(0.02)


def test_replies_count_for_all_posts_or_for_none() -> None:
    half = (
        story()
        .posts(50, every=2, likes=4, reposts=0)
        .posts(50, every=2, likes=4, reposts=0, replies=9)
    )
    assert number(measured(half).engagements_per_post) == 4
    nearly = (
        story()
        .posts(98, every=2, likes=4, reposts=0, replies=9)
        .posts(2, every=2, likes=4, reposts=0)
    )
    assert number(measured(nearly).engagements_per_post) == 13


def test_posts_that_were_never_shown_have_no_reactions_per_impression() -> None:
    found = measured(story().posts(100, likes=3, reposts=2, impressions=0))
    assert reason(found.er_impressions)[0] == "not-measurable"
    assert "how often a post was shown" in reason(found.er_impressions_per_post)[1]


def test_the_interval_of_reactions_per_impression_is_that_of_resampled_weeks() -> None:
    rng = np.random.default_rng(3)
    shown = rng.integers(200, 3_000, 400)
    likes = rng.binomial(shown, 0.02)
    plain = story().posts(400, every=1)
    rows = plain.told().rows
    cells = zip(rows, likes, shown, strict=True)
    tale = plain.retold(
        [
            {**row, "likes": int(k), "reposts": 0, "impressions": int(n)}
            for row, k, n in cells
        ]
    )
    found = measured(tale).er_impressions
    week = np.arange(400) // 7  # the story begins on a Monday
    k, n = np.bincount(week, likes), np.bincount(week, shown)
    drawn = rng.integers(0, len(k), (4_000, len(k)))
    low, high = np.percentile(k[drawn].sum(axis=1) / n[drawn].sum(axis=1), [2.5, 97.5])
    assert isinstance(found, Estimate)
    assert found.number == pytest.approx(likes.sum() / shown.sum())
    assert found.low == pytest.approx(low, rel=0.01)
    assert found.high == pytest.approx(high, rel=0.01)


def test_concentration_is_counted() -> None:
    tale = (
        story()
        .posts(197, likes=2, reposts=0)
        .posts(2, likes=100, reposts=0)
        .posts(1, likes=206, reposts=0)
    )
    found = measured(tale)
    assert number(found.top_post_share) == pytest.approx(206 / 800)
    assert number(found.top_percent_share) == pytest.approx(306 / 800)
    assert number(found.mean_to_median) == pytest.approx(4 / 2)
    assert found.best_ids[0] == "200"


def test_a_median_of_nothing_counts_as_one_reaction() -> None:
    tale = story().posts(199, likes=0, reposts=0).posts(1, likes=1_000, reposts=0)
    assert number(measured(tale).mean_to_median) == pytest.approx(5.0)


def falling(part: float, weeks: int, a_week: int = 5, start: float = 1_000.0) -> Story:
    """Likes that shrink to that part of themselves every year."""
    tale = story()
    for week in range(weeks):
        likes = round(start * part ** (week * 7 / 365.25))
        tale = tale.posts(a_week, every=7 / a_week, likes=likes, reposts=0)
    return tale


@pytest.mark.parametrize(("part", "weeks"), [(0.7, 104), (0.5, 52), (1.3, 104)])
def test_a_steady_change_a_year_is_found(part: float, weeks: int) -> None:
    found = measured(falling(part, weeks))
    assert number(found.trend_per_year) == pytest.approx(part - 1, abs=0.02)
    assert math.copysign(1, number(found.trend_tau)) == math.copysign(1, part - 1)
    assert number(found.trend_p) < 0.001


def test_rare_posts_are_taken_four_weeks_together() -> None:
    found = measured(falling(0.6, 104, a_week=1))
    assert isinstance(found.trend, Estimate)
    assert found.trend.n in {25, 26}
    assert number(found.trend_per_year) == pytest.approx(-0.4, abs=0.03)


def test_what_was_always_nothing_has_no_change_a_year() -> None:
    found = measured(story().posts(200, likes=0, reposts=0))
    assert number(found.trend) == 0
    assert reason(found.trend_per_year)[0] == "insufficient-evidence"


def test_a_quarter_is_too_short_for_a_change_a_year() -> None:
    found = measured(falling(0.2, 20))
    assert number(found.trend) < 0
    assert "weeks are too few" in reason(found.trend_per_year)[1]


def test_a_sample_of_the_posts_has_no_trend_but_a_median() -> None:
    tables = story().posts(200, likes=4, reposts=0).tables()
    tables.timeline = "sample"
    found: Engagement = Bench(build([tables]), Options()).get(Engagement)
    assert number(found.engagements_per_post) == 4
    assert {reason(found.trend)[0], reason(found.trend_p)[0]} == {"not-measurable"}


def yearly(*likes: int, followers: int = 100_000) -> Story:
    """From 2022 on, a year of posts with so many likes each, one post a day."""
    tale = story(followers=followers).silence(DAYS_TO_2022)
    for each in likes:
        tale = tale.posts(365, likes=each, reposts=0)
    return tale


def test_posts_of_a_year_are_held_against_the_norm_of_that_year_alone() -> None:
    found = measured(yearly(1_000, 29))  # the second year is 2023: 29 of 100,000
    assert found.norm_year == 2023
    assert number(found.er_to_norm) == pytest.approx(1.0)
    assert found.norm.startswith("0.029")
    assert "Rival IQ benchmark report 2024" in found.norm
    assert found.er_to_norm.start == "2023-01-01"  # type: ignore[union-attr]  # see above


def test_no_norm_is_shown_where_none_fits() -> None:
    early = measured(story(followers=100_000).posts(100, likes=3, reposts=0))
    assert reason(early.er_to_norm)[0] == "not-measurable"
    assert early.norm == ""
    late = measured(
        story(followers=100_000)
        .silence(DAYS_TO_2022)
        .posts(200, likes=3, reposts=0)
        .silence(2_000)
        .posts(200, likes=3, reposts=0)
    )
    assert "no norm of posts of" in reason(late.er_to_norm)[1]


def test_the_norm_of_large_accounts_is_not_one_of_small_ones() -> None:
    small = measured(yearly(3, followers=4_999))
    assert reason(small.er_to_norm)[0] == "insufficient-evidence"
    assert number(measured(yearly(3, followers=5_000)).er_to_norm) > 1


def own(value: float, year: int, archetypes: tuple[str, ...] = ("any",)) -> Benchmark:
    return Benchmark(
        "er_followers_per_post", value, year, "our sector", "ours", archetypes, own=True
    )


def test_the_users_own_norm_goes_before_the_published_one() -> None:
    options = Options(benchmarks=(own(0.0007, 2022),))
    found = measured(yearly(35, followers=1_000), options)
    assert number(found.er_to_norm) == pytest.approx(50)
    assert "our sector" in found.norm


def test_a_norm_for_another_kind_of_account_is_not_used() -> None:
    options = Options(Archetype.BRAND, benchmarks=(own(0.0007, 2022, ("care",)),))
    assert "Rival IQ" in measured(yearly(35), options).norm
    options = Options(Archetype.CARE, benchmarks=(own(0.0007, 2022, ("care",)),))
    assert "our sector" in measured(yearly(35), options).norm


def test_a_benchmark_is_compared_with_its_own_definition_only() -> None:
    per_impression = Benchmark("er_impressions", 0.01, 2022, "p", "s", own=True)
    per_post = Benchmark("engagements_per_post", 50, 2022, "p", "s", own=True)
    tale = story().silence(DAYS_TO_2022).posts(300, likes=20, reposts=5, impressions=1_000)
    found = measured(tale, Options(benchmarks=(per_impression, per_post)))
    assert number(found.er_impressions_to_norm) == pytest.approx(2.5)
    assert number(found.engagements_to_norm) == pytest.approx(0.5)
    assert isinstance(found.er_to_norm, Unknown)


def test_the_norm_fell_by_a_third_a_year_from_2022_to_2024() -> None:
    change = number(measured(yearly(35, 29, 15)).norm_change_per_year)
    slopes = sorted([0.029 - 0.035, 0.015 - 0.029, (0.015 - 0.035) / 2])
    level = np.median([0.035 + slopes[1], 0.029, 0.015 - slopes[1]])
    assert change == pytest.approx(math.exp(slopes[1] / level) - 1)
    assert change == pytest.approx(math.sqrt(0.015 / 0.035) - 1, abs=0.03)


def test_an_account_that_falls_with_everybody_changes_as_the_norm_does() -> None:
    found = measured(yearly(350, 290, 150, followers=10**6))
    assert isinstance(found.trend_per_year, Estimate)
    assert found.trend_per_year.low is not None
    assert found.trend_per_year.low <= number(found.norm_change_per_year) + 0.1


def test_norms_of_other_years_say_nothing_about_the_change() -> None:
    found = measured(story(followers=10_000).posts(1_000, likes=30, reposts=0))
    assert "no norms are known" in reason(found.norm_change_per_year)[1]


def test_every_published_norm_states_where_it_comes_from() -> None:
    values = {row.year: round(row.value, 9) for row in shipped()}
    assert values == {2022: 0.00035, 2023: 0.00029, 2024: 0.00015}
    assert all("secondary" in row.source and row.population for row in shipped())


def test_replies_that_are_not_counted_leave_the_ratio_unknown() -> None:
    found = measured(story().posts(100, likes=3, reposts=9))
    assert reason(found.ratioed_share)[0] == "not-measurable"
    some = story().posts(100, likes=3, reposts=9).posts(20, likes=3, reposts=9, replies=30)
    assert "too few posts" in reason(measured(some).ratioed_share)[1]


def test_posts_with_few_reactions_are_left_out_of_the_ratio() -> None:
    tale = (
        story()
        .posts(60, likes=0, reposts=0, replies=9)
        .posts(60, likes=6, reposts=3, replies=1)
        .posts(30, likes=6, reposts=3, replies=10)
    )
    found = measured(tale)
    assert number(found.ratioed_share) == pytest.approx(30 / 90)
    assert found.ratioed_ids[0] == "150"


def test_the_order_and_the_day_of_the_export_change_no_reaction() -> None:
    tale = falling(0.7, 60)
    rows = tale.told().rows
    turned = [rows[i] for i in np.random.default_rng(1).permutation(len(rows))]
    assert measured(tale) == measured(tale.retold(turned)) == measured(tale.silence(400))


@pytest.mark.real
@pytest.mark.skipif(not REAL.is_dir(), reason="no real exports beside the checkout")
class TestRatioedOnFacts:
    """FiveThirtyEight's table: 44.6 % of 1,863 posts have more replies than reposts."""

    path = REAL / "538-ratio" / "realDonaldTrump.csv"

    def rows(self) -> list[dict[str, str]]:
        with self.path.open(encoding="utf-8", errors="replace") as lines:
            return list(csv.DictReader(lines))

    def account(self) -> Account:
        return build(read([str(self.path)]))

    def test_the_published_share_of_posts_with_more_replies_than_reposts(self) -> None:
        since = [
            row
            for row in self.rows()
            if pd.to_datetime(row["created_at"], format="%m/%d/%y %H:%M")
            >= pd.Timestamp("2017-01-20")
        ]
        ratios = [int(row["replies"]) / int(row["retweets"]) for row in since]
        assert len(since) == 1863
        assert round(100 * sum(r > 1 for r in ratios) / len(ratios), 1) == 44.6
        assert round(float(np.median(ratios)), 2) == 0.92

    def test_we_count_the_same_posts_and_leave_the_239_reposts_out(self) -> None:
        account = self.account()
        start = pd.Timestamp("2017-01-20", tz="UTC")
        since = account.posts[account.posts["created_at"] >= start]
        assert (len(since), sum(since["kind"] == "repost")) == (1863, 239)
        found = Ratioed(account).outnumbered(("reposts",))
        found = found[account.posts["created_at"].loc[found.index] >= start]
        own_ids = set(since.loc[since["kind"] != "repost", "post_id"])
        counted = [
            int(row["replies"]) > int(row["retweets"])
            for row in self.rows()
            if row["url"].rpartition("/")[2] in own_ids
        ]
        assert (len(found), sum(found)) == (len(counted), sum(counted)) == (1624, 810)

    def test_posts_whose_replies_outnumber_likes_and_reposts_are_those_of_a_count(
        self,
    ) -> None:
        account = self.account()
        own_ids = set(account.own["post_id"])
        counted = [
            (int(row["replies"]), int(row["retweets"]) + int(row["favorites"]))
            for row in self.rows()
            if row["url"].rpartition("/")[2] in own_ids
        ]
        enough = [(r, o) for r, o in counted if r + o >= 10]
        share = Ratioed(account).share()
        assert isinstance(share, Estimate)
        assert share.n == len(enough)
        assert share.number == pytest.approx(sum(r > o for r, o in enough) / len(enough))


@pytest.mark.real
@pytest.mark.skipif(not REAL.is_dir(), reason="no real exports beside the checkout")
def test_the_best_post_and_the_best_hundredth_of_a_real_account() -> None:
    account = build(read([str(REAL / "538-ratio" / "realDonaldTrump.csv")]))
    likes = account.own["likes"].dropna().sort_values(ascending=False)
    counted = Reactions(account)
    top = likes.iloc[: math.ceil(len(likes) / 100)].sum() / likes.sum()
    found = counted.top_percent_share()
    assert isinstance(found, Estimate)
    assert found.number == pytest.approx(0.043, abs=0.01)  # 4.3 % of all likes
    assert top == pytest.approx(0.043, abs=0.005)


def test_the_reactions_that_other_measures_use_are_those_of_own_posts() -> None:
    account = story().posts(40, likes=1, reposts=2).account()
    assert set(engagement.reactions(account)) == {3}
