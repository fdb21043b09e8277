"""The audience: lists of people, creation dates, corrected shares, and daily growth."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from acctaudit.analyzers import followers, growth
from acctaudit.analyzers.audience import Audience, measure
from acctaudit.audit import examine
from acctaudit.bench import Bench
from acctaudit.intent import Archetype
from acctaudit.measure import Estimate, Metric, Unknown, definitions
from acctaudit.model.times import snowflake_ms
from acctaudit.options import Options
from acctaudit.patterns import pattern
from acctaudit.stats.centre import hodges_lehmann, typical
from acctaudit.stats.prevalence import Rule, lang_reiczigel, prevalence, rogan_gladen
from acctaudit.story import START, Story, story
from acctaudit.text import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

RULE = followers.rules()[0][0]
CODES = ("AA601", "AA602", "AA603", "AA604", "AA605", "AA606", "AA607")


def audience(tale: Story, **options: str) -> Audience:
    return measure(tale.account(), Options.of(options))


def followed_by(*rows: Mapping[str, Any], **profile: object) -> Story:
    people = tuple({"user_id": str(n + 1), **row} for n, row in enumerate(rows))
    return story(**profile).posts(3).with_others("followers", people)


def daily(
    new: Iterable[int | None],
    gone: Iterable[int | None] | int | None = 0,
    every: int = 1,
    **more: Any,
) -> tuple[dict[str, object], ...]:
    new = list(new)
    lost = [gone] * len(new) if gone is None or isinstance(gone, int) else list(gone)
    return tuple(
        {
            "date": (START + timedelta(days=n * every)).strftime("%Y-%m-%d"),
            "new_follows": came,
            "unfollows": left,
            **more,
        }
        for n, (came, left) in enumerate(zip(new, lost, strict=True))
    )


def value(metric: Metric) -> float:
    assert isinstance(metric, Estimate), metric
    return metric.number


def bounds(metric: Metric) -> tuple[float, float]:
    assert isinstance(metric, Estimate), metric
    assert metric.low is not None
    assert metric.high is not None
    return metric.low, metric.high


def verdict(tale: Story, code: str) -> str:
    bench = Bench(tale.account(), Options(Archetype.BRAND))
    return examine(bench, [pattern(code)])[0].judged.verdict


# Creation dates


def test_the_documented_id_holds_its_documented_time() -> None:
    made = datetime(2017, 3, 22, 7, 41, 49, 30_000, tzinfo=UTC)
    assert snowflake_ms(844454048556355584) == made.timestamp() * 1000


def test_only_ids_made_since_2016_tell_a_birthday() -> None:
    ids = ["12", "4999999999", "844454048556355584", "x", "²", "9" * 40]
    tale = story().posts(3)
    tale = tale.with_others("followers", tuple({"user_id": i} for i in ids))
    days = followers.People(tale.account()).birthdays
    born = (datetime(2017, 3, 22, tzinfo=UTC) - datetime(1970, 1, 1, tzinfo=UTC)).days
    assert days.tolist() == [-1, -1, born, -1, -1, -1]
    found = audience(tale)
    assert value(found.dated_share) == pytest.approx(1 / 6)
    assert value(found.dated_followers) == 1


def test_the_first_ids_of_people_that_hold_a_time_lie_far_above_the_line() -> None:
    assert snowflake_ms(10**16) < datetime(2011, 1, 1, tzinfo=UTC).timestamp() * 1000
    early = datetime(2016, 2, 1, tzinfo=UTC).timestamp() * 1000 - 1_288_834_974_657
    assert int(early) << 22 > 10 * 10**16


def born(days: Iterable[float]) -> Story:
    start = datetime(2009, 1, 1, tzinfo=UTC)
    stamps = [(start + timedelta(days=float(day))) for day in days]
    rows = [{"created_at": stamp.strftime("%Y-%m-%dT%H:%M:%SZ")} for stamp in stamps]
    return followed_by(*rows)


def organic(kind: int, rng: np.random.Generator, n: int) -> Sequence[float]:
    """Birthdays of people who followed by themselves."""
    if kind == 0:  # over twelve years, evenly
        return list(rng.uniform(0, 12 * 365, n))
    if kind == 1:  # ever more people joined in the first years, fewer later
        return list(np.abs(rng.normal(900, 500, n)))
    # half of them opened their account within weeks before they followed, in three years
    new = rng.uniform(3000, 3000 + 3 * 365, n // 2) - rng.exponential(20, n // 2)
    return [*new, *rng.uniform(0, 3000, n - n // 2)]


@pytest.mark.parametrize("kind", [0, 1, 2])
@pytest.mark.parametrize("n", [200, 1000])
def test_followers_who_came_by_themselves_are_no_burst(kind: int, n: int) -> None:
    rng = np.random.default_rng(kind * 10 + n)
    people = followers.People(story().posts(1).account())
    found = 0
    for _ in range(300):
        people.birthdays = np.asarray(organic(kind, rng, n)).astype(np.int64)
        day, month = people.burst(1), people.burst(30)
        found += bounds(day)[0] >= 0.05 or bounds(month)[0] >= 0.25
    assert found == 0


def test_an_order_of_followers_among_organic_ones_is_a_burst() -> None:
    rng = np.random.default_rng(4)
    days = [*organic(1, rng, 400), *[2000.5] * 60]
    assert verdict(born(days), "AA604") == "fired"
    assert verdict(born(organic(1, rng, 460)), "AA604") == "clear"


def test_a_burst_is_counted_exactly() -> None:
    found = audience(born([*range(0, 3000, 10), *[77.2] * 100]))
    assert value(found.creation_burst_day) == pytest.approx(100 / 400)
    assert value(found.creation_burst_30d) == pytest.approx(103 / 400)


# The corrected share


@pytest.mark.parametrize(("true", "raw"), [(0.05, 0.072), (0.30, 0.314)])
def test_the_raw_share_reads_what_the_reference_says_and_is_corrected_back(
    true: float, raw: float
) -> None:
    matched = true * RULE.sensitivity + (1 - true) * (1 - RULE.specificity)
    assert matched == pytest.approx(raw, abs=6e-4)
    assert rogan_gladen(matched, RULE) == pytest.approx(true)
    n = 100_000
    found = prevalence(round(matched * n), n, RULE, "followers")
    assert value(found) == pytest.approx(true, abs=1e-4)
    low, high = bounds(found)
    assert low < true < high


def test_the_whole_way_from_followers_to_the_corrected_share() -> None:
    bought, person = {"followers": 18, "following": 344}, {"followers": 102, "following": 9}
    found = audience(followed_by(*[bought] * 144, *[person] * 1856))
    assert value(found.follower_rule_share) == pytest.approx(0.072)
    assert value(found.suspect_share) == pytest.approx(0.05, abs=5e-4)
    assert value(found.counted_followers) == 2000


def test_a_share_below_the_errors_of_the_rule_is_none() -> None:
    found = prevalence(4, 1000, RULE, "followers")
    assert value(found) == 0
    assert bounds(found)[0] == 0
    assert rogan_gladen(1.0, RULE) == 1
    assert isinstance(prevalence(0, 0, RULE, "followers"), Unknown)


def test_a_published_example_of_the_correction() -> None:
    """150 cows, 23 positive, sensitivity 96 %, specificity 89 %: 5.1 % (manual of epiR)."""
    cows = Rule(0.96, 10**9, 0.89, 10**9)
    assert rogan_gladen(23 / 150, cows) == pytest.approx(0.051, abs=5e-4)
    low, high = lang_reiczigel(23, 150, cows)
    assert low == 0
    assert high == pytest.approx(0.13, abs=0.01)


def test_an_interval_without_errors_of_the_rule_is_that_of_agresti_and_coull() -> None:
    from statsmodels.stats.proportion import proportion_confint

    sure = Rule(1.0, 10**12, 1.0, 10**12)
    expected = proportion_confint(60, 300, method="agresti_coull")
    assert lang_reiczigel(60, 300, sure) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("n", [200, 2000])
@pytest.mark.parametrize("true", [0.02, 0.05, 0.2, 0.5])
def test_the_interval_holds_the_true_share_as_often_as_it_says(n: int, true: float) -> None:
    rng = np.random.default_rng(n)
    matched = true * RULE.sensitivity + (1 - true) * (1 - RULE.specificity)
    rounds = 3000
    draws = zip(
        rng.binomial(n, matched, rounds),
        rng.binomial(RULE.positives, RULE.sensitivity, rounds),
        rng.binomial(RULE.negatives, RULE.specificity, rounds),
        strict=True,
    )
    held = 0
    for k, right, spared in draws:
        seen = Rule(
            right / RULE.positives, RULE.positives, spared / RULE.negatives, RULE.negatives
        )
        low, high = lang_reiczigel(int(k), n, seen)
        held += low <= true <= high
    assert 0.935 <= held / rounds <= 0.985


@pytest.mark.parametrize(("k", "n"), [(-1, 10), (11, 10), (0, 0)])
def test_a_share_that_cannot_be_is_refused(k: int, n: int) -> None:
    with pytest.raises(ValueError, match="a share needs"):
        lang_reiczigel(k, n, RULE)


def test_a_rule_no_better_than_a_coin_is_refused() -> None:
    with pytest.raises(ValueError, match="find more than it wrongly takes"):
        rogan_gladen(0.3, Rule(0.5, 100, 0.5, 100))


def test_the_record_of_the_rule_is_that_of_the_file() -> None:
    assert (RULE.sensitivity, RULE.positives) == (0.989, 1337)
    assert (RULE.specificity, RULE.negatives) == (0.976, 1481)
    said = followers.record().replace("\u00a0", " ")
    assert "98.9 % of bought" in said
    assert "2.4 % of checked people" in said
    assert "spambots of 2017 it finds 0.2 %" in said
    assert all(row["source"] for row in lexicon("follower_rules"))


def test_no_word_of_ours_calls_a_follower_fake() -> None:
    pages = [" ".join(pattern(code).page().values()) for code in CODES]
    texts = [definition.title + definition.text for _, definition in definitions(Audience)]
    assert not [text for text in [*pages, *texts, followers.record()] if "fake" in text]


# Bios


def test_a_word_is_found_whole_and_in_any_case() -> None:
    bios = [
        "ANALYST at a bank",
        "psychoanalysts",
        "analyst",
        "Real  Estate, Graz",
        "",
        None,
    ]
    found = audience(
        followed_by(*[{"bio": bio} for bio in bios]), audience="Analyst,real estate"
    )
    assert value(found.follower_bios) == 4
    assert value(found.on_target_share) == pytest.approx(3 / 4)


def test_signs_in_a_word_mean_themselves() -> None:
    found = audience(followed_by({"bio": "C++ and tea"}, {"bio": "CCC"}), audience="c++")
    assert value(found.on_target_share) == 1 / 2


def test_the_accounts_followed_are_looked_at_too() -> None:
    tale = story().posts(3)
    tale = tale.with_others("following", ({"bio": "Analyst"}, {"bio": "Tea"}))
    found = audience(tale, audience="analyst")
    assert value(found.following_bios) == 2
    assert value(found.on_target_following) == 1 / 2
    assert isinstance(found.on_target_share, Unknown)


def test_without_words_nothing_is_said_of_the_intended_audience() -> None:
    found = audience(followed_by({"bio": "Analyst"}))
    assert found.on_target_share == Unknown("not-measurable", followers.NO_WORDS)


@pytest.mark.parametrize(
    ("bio", "sells"),
    [
        ("Marketing consultant", True),
        ("SEO, growth hacker", True),
        ("Unternehmensberaterin in Wien", True),
        ("Social-Media-Manager", True),
        ("Civil engineer, bridges", False),
        ("News agency", False),
        ("Football coach", False),
    ],
)
def test_consultants_are_told_by_their_words(bio: str, sells: bool) -> None:
    assert value(audience(followed_by({"bio": bio})).consultant_share) == sells


def test_who_looks_bought_and_sells_advice_counts_once() -> None:
    bought, person = {"followers": 10, "following": 900}, {"followers": 90, "following": 9}
    seller, other = {"bio": "consultant"}, {"bio": "engineer"}
    rows = (
        [bought | seller] * 100
        + [bought | other] * 100
        + [person | seller] * 100
        + [person | other] * 100
        + [person | {"bio": ""}] * 100
    )
    found = audience(followed_by(*rows))
    assert value(found.suspect_or_consultant_raw) == pytest.approx(300 / 500)
    rest = rogan_gladen(100 / 300, RULE)
    both = found.suspect_or_consultant_share
    assert value(both) == pytest.approx(0.4 + 0.6 * rest)
    low, high = bounds(both)
    assert low < value(both) < high
    assert value(found.consultant_share) == pytest.approx(200 / 400)


def test_only_sellers_leave_nothing_to_correct() -> None:
    rows = [{"followers": 9, "following": 9, "bio": "marketing"}] * 300
    assert value(audience(followed_by(*rows)).suspect_or_consultant_share) == 1


# Lists that lack what a figure needs


def test_a_list_without_a_column_says_so_and_is_not_zero() -> None:
    empty = {"followers": None, "following": None, "bio": None, "created_at": None}
    found = audience(followed_by(*[empty] * 300), audience="analyst")
    for metric in (
        found.follower_rule_share,
        found.suspect_share,
        found.counted_followers,
        found.follower_bios,
        found.on_target_share,
        found.consultant_share,
        found.suspect_or_consultant_share,
        found.creation_burst_day,
    ):
        assert isinstance(metric, Unknown)
        assert metric.status == "not-measurable"
    assert value(found.dated_share) == 0


def test_reciprocity_is_the_share_of_those_followed() -> None:
    tale = story().posts(3)
    tale = tale.with_others("followers", tuple({"user_id": str(n)} for n in range(50)))
    tale = tale.with_others("following", tuple({"user_id": str(n)} for n in range(40, 60)))
    assert value(audience(tale).reciprocity) == 1 / 2


def test_lists_without_ids_give_no_reciprocity() -> None:
    nobody: tuple[dict[str, object], ...] = ({"user_id": None, "handle": "a"},)
    tale = story().posts(3).with_others("followers", nobody)
    found = audience(tale.with_others("following", nobody)).reciprocity
    assert isinstance(found, Unknown)
    assert "no ids" in found.reason


def test_the_lists_of_a_documented_case() -> None:
    found = audience(story(followers=527, following=524, listed=32).posts(3))
    assert value(found.lists_per_1000_followers) == pytest.approx(60.7, abs=0.05)
    assert value(found.following_to_followers) == pytest.approx(0.9943, abs=5e-5)
    few = audience(story(followers=52, following=524, listed=32).posts(3))
    assert isinstance(few.lists_per_1000_followers, Unknown)
    assert isinstance(few.following_to_followers, Unknown)


# Growth


def grown(new: Iterable[int | None], gone: Any = 0, **more: Any) -> Audience:
    return audience(story().posts(3).with_others("daily", daily(new, gone, **more)))


def test_growth_is_that_of_a_typical_week_and_not_of_a_wild_one() -> None:
    new = [4] * 140
    new[70] = 5000
    found = grown(new, 1)
    assert value(found.followers_per_week) == 21
    assert bounds(found.followers_per_week) == (21, 21)
    assert value(found.new_followers_per_day) == 4
    assert value(found.growth_days) == 140


def test_days_that_are_missing_are_not_days_without_followers() -> None:
    new: list[int | None] = [4] * 280
    new[3::14] = [None] * 20
    found = grown(new, 1)
    assert value(found.growth_days) == 260
    assert value(found.followers_per_week) == 21
    every_other = audience(
        story().posts(3).with_others("daily", daily([4] * 100, every=2))
    ).followers_per_week
    assert isinstance(every_other, Unknown)
    assert "0 weeks with all seven days" in every_other.reason


def test_unfollows_that_are_not_known_leave_only_what_came() -> None:
    found = grown([4] * 100, None)
    assert value(found.new_followers_per_day) == 4
    for metric in (found.followers_per_week, found.unfollow_rate):
        assert isinstance(metric, Unknown)
        assert metric.status == "not-measurable"


def test_days_without_new_followers_in_the_file_give_no_growth() -> None:
    found = grown([None] * 100, 1)
    assert isinstance(found.growth_days, Unknown)
    assert found.growth_days.status == "not-measurable"
    assert found.largest_spikes == ()


def test_days_of_other_centuries_are_no_days() -> None:
    rows = daily([4] * 100, 1)
    old = tuple({**row, "date": f"{1750 + n}-01-06"} for n, row in enumerate(rows[:69]))
    found = audience(story().posts(3).with_others("daily", old))
    for metric in (found.growth_days, found.posts_meanwhile, found.spike_days):
        assert isinstance(metric, Unknown)
        assert metric.reason == "this export holds no day that can be used"
    mixed = audience(story().posts(3).with_others("daily", (*old, *rows)))
    assert value(mixed.growth_days) == 100


def test_unfollows_are_held_against_new_followers() -> None:
    found = grown([4] * 100, 1)
    assert value(found.unfollow_rate) == 1 / 4
    low, high = bounds(found.unfollow_rate)
    assert 0.19 < low < 0.25 < high < 0.32
    assert isinstance(grown([0] * 100, 1).unfollow_rate, Unknown)


def test_posts_of_the_days_are_taken_from_the_file_of_days_where_it_has_them() -> None:
    assert value(grown([4] * 100, posts=2).posts_meanwhile) == 56
    tale = story().posts(100).with_others("daily", daily([4] * 100))
    assert value(audience(tale).posts_meanwhile) == 28
    nothing = story(posts_total=9).with_others("daily", daily([4] * 100))
    assert isinstance(audience(nothing).posts_meanwhile, Unknown)


def test_a_published_example_of_the_typical_value() -> None:
    """Depression of nine patients, Hollander & Wolfe 1973: -0.46 (-0.786 to -0.010)."""
    first = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]
    second = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
    found = hodges_lehmann(np.subtract(second, first))
    assert found == pytest.approx((-0.46, -0.786, -0.010), abs=5e-4)


def test_the_bounds_of_the_typical_value_hold_it_as_often_as_they_say() -> None:
    rng = np.random.default_rng(8)
    held = 0
    for _ in range(2000):
        _, low, high = hodges_lehmann(rng.standard_t(3, 14) + 5)
        held += low <= 5 <= high
    assert 0.93 <= held / 2000 <= 0.975


def test_eleven_weeks_have_no_typical_one() -> None:
    assert isinstance(typical([1.0] * 11, "weeks"), Unknown)
    assert value(typical([1.0] * 12, "weeks")) == 1


# Days that stand out


def test_a_spread_is_that_of_iglewicz_and_hoaglin() -> None:
    values = np.array([10.0, 30, 40, 50, 60, 70, 200])
    expected = 0.6745 * (values - 50) / 20
    assert growth.robust_z(values) == pytest.approx(expected)


def test_a_few_followers_among_days_with_none_do_not_stand_out() -> None:
    quiet = np.zeros(90)
    quiet[40] = 3
    assert growth.robust_z(quiet).max() < 6
    quiet[40] = 200
    assert growth.robust_z(quiet).max() > 6


def test_busy_days_of_a_quiet_account_do_not_stand_out_from_each_other() -> None:
    fairs = np.zeros(98)
    fairs[::7] = 40
    assert growth.robust_z(fairs).max() < 6


@pytest.mark.parametrize("rate", [0.1, 0.7, 3, 5, 30, 400])
def test_a_steady_stream_of_followers_has_no_day_that_stands_out(rate: float) -> None:
    rng = np.random.default_rng(round(rate * 10))
    years = rng.poisson(rate, (1000, 365)).astype(float)
    found = sum(growth.robust_z(year).max() > 6 for year in years)
    assert found <= 5


def test_an_account_that_has_found_its_readers_does_not_stand_out_for_good() -> None:
    rng = np.random.default_rng(3)
    new = np.r_[rng.poisson(1, 300), rng.poisson(30, 65)].astype(float)
    days = np.arange(365)
    assert (growth.robust_z(new) > 6).sum() > 50
    assert not growth.outstanding(days, new).any()
    new[330] = 900
    assert np.flatnonzero(growth.outstanding(days, new)).tolist() == [330]


def spiky(*posts: tuple[int, int], **kind: Any) -> Audience:
    """A rush on day 30 of 60, with a post of so many likes on each of the days named."""
    new = [4, 3, 5, 4, 6] * 12
    new[30] = 500
    likes = {**dict.fromkeys(range(60), 2), **dict(posts)}
    tale = story()
    for day in range(60):
        tale = tale.posts(1, likes=likes[day], reposts=0, **kind)
    return audience(tale.with_others("daily", daily(new)))


@pytest.mark.parametrize(("day", "left"), [(27, 0), (33, 0), (26, 1), (34, 1)])
def test_a_post_explains_a_rush_within_three_days(day: int, left: int) -> None:
    assert value(spiky((day, 41)).spike_days) == left


def test_a_post_explains_a_rush_from_twenty_times_the_median_on() -> None:
    assert value(spiky((30, 40)).spike_days) == 1
    found = spiky()
    assert value(found.spike_followers) == 500
    assert found.largest_spikes == ("2020-02-05",)


def test_a_rush_without_known_reactions_stays_open() -> None:
    new = [4, 3, 5, 4, 6] * 12
    new[30] = 500
    found = audience(story().posts(60).with_others("daily", daily(new)))
    assert value(found.spike_days) == 0
    assert bounds(found.spike_days) == (0, 1)
    assert bounds(found.spike_followers) == (0, 500)


def test_a_sample_of_posts_does_not_show_that_none_explains_a_rush() -> None:
    new = [4, 3, 5, 4, 6] * 12
    new[30] = 500
    from acctaudit.model.build import build

    tables = story().posts(60, likes=1, reposts=0).with_others("daily", daily(new)).tables()
    tables.timeline = "sample"
    found = measure(build([tables]), Options())
    assert bounds(found.spike_days) == (0, 1)


def test_fewer_than_thirty_days_show_nothing() -> None:
    found = grown([4] * 29)
    assert isinstance(found.spike_days, Unknown)
    assert isinstance(found.spike_followers, Unknown)
    assert found.spike_days.status == "insufficient-evidence"


def test_a_steady_account_with_daily_figures_shows_no_pattern_of_its_audience() -> None:
    rng = np.random.default_rng(1)
    for _ in range(10):
        rows = daily(rng.poisson(4, 200).tolist(), rng.poisson(1, 200).tolist())
        tale = story(followers=3000, following=400).posts(200, likes=5, reposts=1)
        found = tale.with_others("daily", rows)
        assert verdict(found, "AA605") == "clear"
        assert verdict(found, "AA607") == "clear"
