"""Rhythm, hours, bursts, beginnings, machines, and the kind of account they suggest."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pymannkendall
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats as oracle

from acctaudit.analyzers import (
    archetype,
    automation,
    bursts,
    cadence,
    recent,
    start,
    weekly,
)
from acctaudit.analyzers.archetype import Guess
from acctaudit.analyzers.automation import Automation
from acctaudit.analyzers.cadence import Cadence
from acctaudit.analyzers.composition import Composition
from acctaudit.analyzers.content import Content
from acctaudit.analyzers.conversation import Conversation
from acctaudit.analyzers.gaps import Silences
from acctaudit.bench import Bench
from acctaudit.intent import Archetype, Intent
from acctaudit.judgement import judge
from acctaudit.measure import Estimate, Metric, Unknown, definitions, exact, not_measurable
from acctaudit.model.account import Account
from acctaudit.options import Options
from acctaudit.patterns import pattern
from acctaudit.story import START, Row, Story, story

MINE = ("AA205", "AA206", "AA208", "AA801", "AA802", "AA803", "AA804", "AA902")
VIENNA = Options(time_zone="Europe/Vienna")


def known(metric: Metric) -> Estimate:
    assert isinstance(metric, Estimate), metric
    return metric


def unknown(metric: Metric) -> Unknown:
    assert isinstance(metric, Unknown), metric
    return metric


def rhythm(account: Account, options: Options | None = None) -> Cadence:
    return cadence.measure(account, weekly.measure(account), options or Options())


def at(*moments: str, **cells: object) -> Story:
    """An account with a post at each moment, and the last of them as the day of export."""
    rows: list[Row] = [
        {"post_id": str(i + 1), "created_at": moment, "text": f"Post {i}", **cells}
        for i, moment in enumerate(moments)
    ]
    last = datetime.fromisoformat(max(moments))
    return story().silence((last - START) / timedelta(days=1)).retold(rows)


def days_later(*days: float) -> Story:
    return at(*(written(START + timedelta(days=day)) for day in days))


def written(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


# Hours


def test_hours_are_local_on_both_sides_of_the_change_to_summer_time() -> None:
    winter = [f"2020-01-{day:02}T07:30:00Z" for day in range(1, 31)]
    summer = [f"2020-07-{day:02}T06:30:00Z" for day in range(1, 31)]
    account = at(*winter, *summer).account()
    assert known(rhythm(account, VIENNA).top_hour).value == 8
    assert known(rhythm(account, VIENNA).hour_entropy).value == 0
    assert known(rhythm(account).hour_entropy).number > 0


def test_the_busiest_hour_without_a_zone_is_that_of_utc() -> None:
    account = story().posts(60).account()
    assert known(rhythm(account).top_hour).value == 9
    assert known(rhythm(account, VIENNA).top_hour).value in {10, 11}


def test_office_hours_end_at_six_and_at_the_weekend() -> None:
    account = at(
        "2020-01-06T07:00:00Z",  # Monday, 8:00 in Vienna
        "2020-01-06T16:59:00Z",  # 17:59
        "2020-01-06T17:00:00Z",  # 18:00
        "2020-01-11T10:00:00Z",  # Saturday
    ).account()
    found = known(rhythm(account, VIENNA).office_hours_share)
    assert (found.value, found.n) == (0.5, 4)


def test_nothing_is_said_about_office_hours_without_a_time_zone() -> None:
    found = rhythm(story().posts(60).account())
    for metric in (found.office_hours_share, found.inbound_off_hours_share):
        assert "--time-zone" in unknown(metric).reason
        assert unknown(metric).status == "not-measurable"


def test_messages_outside_office_hours_are_counted_in_local_time() -> None:
    asked: tuple[Row, ...] = tuple(
        {"post_id": str(90 + i), "created_at": moment, "author_id": "7", "text": "?"}
        for i, moment in enumerate(
            ["2020-01-07T16:30:00Z", "2020-01-07T17:30:00Z", "2020-01-11T10:00:00Z"]
        )
    )
    account = story().posts(3).with_others("inbound", asked).account()
    found = known(rhythm(account, VIENNA).inbound_off_hours_share)
    assert found.value == pytest.approx(2 / 3)


# Rates and silences


def test_a_drop_is_judged_by_the_exact_binomial_test_on_two_quarters() -> None:
    account = story().posts(100, every=1).posts(50, every=6).account()
    posts = account.own["created_at"]
    quarter = (posts.iloc[-1] - posts.iloc[0]) / 4
    first = int((posts < posts.iloc[0] + quarter).sum())
    last = int((posts >= posts.iloc[-1] - quarter).sum())
    exactly = oracle.binomtest(last, first + last, 0.5, alternative="less").pvalue
    assert known(rhythm(account).rate_ratio_p).number == pytest.approx(exactly)
    assert exactly < 1e-6


def test_a_rise_is_no_drop() -> None:
    account = story().posts(50, every=6).posts(100, every=1).account()
    assert known(rhythm(account).rate_ratio_p).number > 0.99


def test_the_last_ninety_days_are_held_against_all_before() -> None:
    steady = recent.measure(story().posts(300).account())
    assert known(steady.rate_ratio).number == pytest.approx(1, abs=0.02)
    faded = recent.measure(story().posts(300).posts(45, every=2).account())
    assert known(faded.rate_ratio).number == pytest.approx(0.5, abs=0.02)
    unknown(recent.measure(story().posts(100).account()).rate_ratio)


def test_the_trend_of_the_weeks_is_that_of_pymannkendall() -> None:
    rng = np.random.default_rng(4)
    gaps = rng.exponential(np.linspace(0.8, 2.4, 250))
    account = days_later(*np.cumsum(gaps)).account()
    found, counts = rhythm(account), weekly.measure(account).inner()
    expected = pymannkendall.hamed_rao_modification_test(counts)
    assert known(found.weekly_trend_p).number == pytest.approx(expected.p, abs=1e-6)
    assert np.sign(known(found.weekly_tau).number) == np.sign(expected.Tau) == -1
    assert known(found.weekly_slope).number == pytest.approx(13 * expected.slope)


def test_a_trend_needs_half_a_year_of_whole_weeks() -> None:
    found = rhythm(story().posts(150, every=1.1).account())
    for metric in (found.weekly_tau, found.weekly_trend_p, found.weekly_slope):
        assert "26 are needed" in unknown(metric).reason
    known(rhythm(story().posts(200, every=1.1).account()).weekly_tau)


def test_a_silence_long_ago_is_none_near_the_end() -> None:
    early = rhythm(story().posts(50).silence(60).posts(200).account())
    late = rhythm(story().posts(200).silence(60).posts(50).account())
    assert known(early.recent_longest_gap_days).value == 1
    assert known(early.recent_p_gap).number > 0.5
    assert known(late.recent_longest_gap_days).value == 61
    assert known(late.recent_p_gap).number < 1e-6
    assert known(late.recent_longest_gap_days).end == known(late.longest_gap_days).end


def test_the_last_interval_before_a_farewell_counts_even_if_it_fills_the_window() -> None:
    found = rhythm(story().posts(200).silence(120).says("This is our last post").account())
    assert known(found.recent_longest_gap_days).value == 121
    assert known(found.recent_p_gap).number < 1e-6


# Bursts

MOMENTS = st.lists(st.integers(0, 2000), min_size=31, max_size=60).map(
    lambda days: [0, *sorted(days), 2000]
)


@settings(deadline=None, max_examples=20)
@given(MOMENTS)
def test_the_busiest_tenth_is_that_of_trying_every_stretch(days: list[int]) -> None:
    account = days_later(*days).account()
    share = max(sum(a <= day <= a + 200 for day in days) for a in days) / len(days)
    assert known(bursts.densest_tenth(account)).number == pytest.approx(share)


@settings(deadline=None, max_examples=20)
@given(MOMENTS)
def test_the_shortest_stretch_is_that_of_trying_every_one(days: list[int]) -> None:
    account = days_later(*days).account()
    size = int(np.ceil(0.8 * len(days)))
    shortest = min(b - a for a, b in zip(days, days[size - 1 :], strict=False)) + 1
    assert known(bursts.days_of_most(account)).number == shortest


def test_a_burst_says_when_it_was() -> None:
    account = story().posts(5, every=10).posts(95, every=0.1).posts(5, every=50).account()
    found = rhythm(account)
    assert known(found.densest_tenth_share).start == "2020-02-15"
    assert known(found.densest_tenth_share).end == "2020-03-05"
    assert found.burst_is_over


def test_bursts_need_thirty_posts_and_half_a_year() -> None:
    unknown(rhythm(story().posts(29, every=10).account()).densest_tenth_share)
    unknown(rhythm(story().posts(100).account()).densest_tenth_share)


def test_who_has_only_just_become_busy_has_had_no_burst() -> None:
    found = rhythm(story().posts(5, every=60).posts(200, every=0.1).account())
    assert known(found.densest_tenth_share).number > 0.8
    assert not found.burst_is_over


LATER = {
    "posts_per_week_lifetime",
    "posts_per_week_export",
    "days_per_post",
    "days_since_last_post",
    "age_days",
}
"""Figures that reach up to the day of the export by their definition."""


def test_a_later_export_changes_only_what_is_counted_up_to_it() -> None:
    tale = story().posts(5, every=10).posts(95, every=0.3).posts(20, every=20)
    now, later = (rhythm(each.account(), VIENNA) for each in (tale, tale.silence(400)))
    changed = {
        name
        for name, _ in definitions(Cadence)
        if getattr(now, name) != getattr(later, name)
    }
    assert changed <= LATER
    assert now.burst_is_over == later.burst_is_over


# Machines


def machine(tale: Story) -> Automation:
    return automation.measure(tale.account())


def test_seconds_are_tested_like_minutes() -> None:
    rng = np.random.default_rng(2)
    moments = np.sort(rng.uniform(0, 400, 600))
    tale = days_later(*moments)
    seconds = tale.account().own["created_at"].dt.second
    counts = np.bincount(seconds, minlength=60)
    expected = oracle.chisquare(counts).pvalue
    found = known(machine(tale).second_uniformity_p)
    assert found.number == pytest.approx(expected, abs=1e-3)
    assert found.n == 600


def test_a_timer_at_second_nought_with_some_jitter_is_seen() -> None:
    rng = np.random.default_rng(3)
    minutes = np.cumsum(rng.integers(200, 900, 400))
    offsets = rng.choice([0, 0, 0, 1, 2], 400)
    moments = [
        written(START + timedelta(minutes=int(m), seconds=int(s)))
        for m, s in zip(minutes, offsets, strict=True)
    ]
    found = machine(at(*moments))
    assert known(found.second_uniformity_p).number < 1e-6
    assert known(found.minute_uniformity_p).number > 1e-3


def test_times_that_never_show_a_second_say_nothing_about_seconds() -> None:
    found = unknown(machine(story().posts(320)).second_uniformity_p)
    assert found.status == "not-measurable"


def test_clients_with_styles_of_their_own_differ() -> None:
    tale = (
        story()
        .posts(40, source="dlvr.it", text="See https://example.org/{n}")
        .posts(40, source='<a href="https://x.com">TweetDeck</a>', text="{n} #garden")
    )
    assert known(machine(tale).client_style_v).number == pytest.approx(1)


def test_clients_that_write_alike_do_not_differ() -> None:
    tale = story().posts(40, source="dlvr.it").posts(40, source="TweetDeck")
    assert known(machine(tale).client_style_v) == exact(0, 80)


def test_a_client_with_a_handful_of_posts_is_not_compared() -> None:
    tale = story().posts(60, source="dlvr.it").posts(20, source="TweetDeck", text="#x {n}")
    assert "1 program with at least 30" in unknown(machine(tale).client_style_v).reason


@pytest.mark.parametrize(
    "text",
    [
        "Thanks, we look at it ^AB",
        "Thanks, we look at it ^ab https://t.co/x1y2",
        "Thanks, we look at it - Anna",
        "Thanks, we look at it \u2013 Anna.",
        "Thanks, we look at it /tk",
    ],
)
def test_a_signature_is_seen(text: str) -> None:
    assert known(machine(story().posts(40, text=text)).signature_share).value == 1


@pytest.mark.parametrize(
    "text",
    [
        "Thanks, we look at it",
        "Open Monday to Friday 8-18",
        "Read https://example.org/ab",
        "a well-known",
        "Either this or/and that",
        "2^10",
    ],
)
def test_what_only_looks_like_a_signature_is_none(text: str) -> None:
    assert known(machine(story().posts(40, text=text)).signature_share).value == 0


def test_a_name_that_ends_two_posts_is_no_signature() -> None:
    tale = story().posts(2, text="To be or not to be - Shakespeare").posts(38)
    assert known(machine(tale).signature_share).value == 0


# Kinds of account


def guess(tale: Story, **given: str) -> Guess:
    found: Guess = Bench(tale.account(), Options.of(given)).get(Guess)
    return found


def test_hardly_a_post_in_a_year_looks_like_a_kept_name() -> None:
    found = guess(story().posts(8).silence(360))
    assert found.archetype is Archetype.RESERVED
    assert "8 posts" in found.because


def test_one_program_that_repeats_itself_looks_like_a_status_page() -> None:
    tale = story().posts(60, source="Statusbot", text="All lines are running on time today")
    found = guess(tale)
    assert found.archetype is Archetype.ALERT
    assert "100" in found.because


def test_mostly_answers_look_like_a_support_desk() -> None:
    found = guess(story().posts(30).replies(60))
    assert found.archetype is Archetype.CARE
    assert "66.7" in found.because


def test_many_deep_links_look_like_a_news_feed() -> None:
    tale = story(url="https://example.org").posts(
        300, every=0.25, text="{n} https://example.org/news/{n}"
    )
    found = guess(tale)
    assert found.archetype is Archetype.NEWS
    assert "posts a week" in found.because


def test_a_burst_with_a_quiet_end_looks_like_a_campaign() -> None:
    tale = story().posts(5, every=10).posts(95, every=0.1).posts(5, every=50)
    found = guess(tale)
    assert found.archetype is Archetype.CAMPAIGN
    assert "one tenth of its active life" in found.because


def test_a_name_that_only_passes_on_is_not_reserved() -> None:
    repost = {"is_repost": True}
    tale = story().posts(5, every=20).posts(60, every=2, text="RT @a: {n}", **repost)
    assert guess(tale).archetype is not Archetype.RESERVED


def test_anything_else_looks_like_a_brand() -> None:
    found = guess(story().posts(60, every=3))
    assert found.archetype is Archetype.BRAND
    assert "nothing shows" in found.because


def test_the_rules_need_their_figures() -> None:
    def nothing(result: type[Any]) -> Any:
        gap = not_measurable("for a test")
        return result(**{name: gap for name, _ in definitions(result)})

    kinds = (Composition, Cadence, Conversation, Content, Automation)
    found = archetype.measure(*(nothing(kind) for kind in kinds))
    assert found.archetype is Archetype.BRAND


# Beginnings


def test_the_start_is_the_first_ninety_days() -> None:
    account = story().posts(30, every=2, likes=0, reposts=0).replies(60, every=2).account()
    found = start.measure(account)
    assert known(found.start_posts).value == 45
    assert known(found.start_conversation_share).value == pytest.approx(15 / 45)
    assert found.start_ids[0] == "1"


def test_a_rise_of_reactions_at_the_start_is_seen() -> None:
    rows = [
        {**row, "likes": i // 3, "reposts": 0}
        for i, row in enumerate(story().posts(80).told().rows)
    ]
    found = known(start.measure(story().silence(80).retold(rows).account()).start_reactions)
    assert found.number == pytest.approx(10, rel=0.05)
    assert found.low is not None
    assert found.low > 0


def test_a_file_that_begins_long_after_the_account_shows_no_start() -> None:
    account = story(created_at="2019-06-01T00:00:00Z").posts(90).account()
    assert "30 days after" in unknown(start.measure(account).start_posts).reason


def test_a_capped_file_shows_no_start() -> None:
    account = replace(story().posts(90).account(), timeline="recent")
    assert "reach back" in unknown(start.measure(account).start_posts).reason
    assert "reach back" in unknown(rhythm(account).burst_days).reason


# Steady accounts

SEEDS = 200
BASE = story().posts(1, likes=0, reposts=0).account()


def steady(per_week: float, seed: int) -> Account:
    """A Poisson account of two years, at most 3,000 posts, with reactions by chance."""
    rng = np.random.default_rng(seed)
    days = min(730.0, 7 * 3000 / per_week)
    moments = np.sort(rng.uniform(0, days * 86_400, rng.poisson(per_week / 7 * days)))
    times = pd.Timestamp(START) + pd.to_timedelta(moments.astype(np.int64), unit="s")
    posts = pd.DataFrame({"created_at": times.as_unit("ms")})
    posts["post_id"] = [str(i) for i in range(len(posts))]
    posts = posts.assign(precision="second", kind="original", text="News")
    posts = posts.assign(likes=rng.poisson(2.0, len(posts)).astype(float), reposts=0.0)
    observed = (START + timedelta(days=days)).date()
    return replace(BASE, posts=posts, as_of=observed)


def fired(account: Account) -> list[str]:
    """Which of these patterns are found, each alone and with nothing corrected."""
    bench = Bench(account, VIENNA)
    told = Intent(Archetype.BRAND, inferred=False, because="for a test")
    found = []
    for code in MINE:
        p = pattern(code)
        judged = judge(p, bench.call(p.check), told)  # type: ignore[attr-defined]
        found += [code] if judged.verdict == "fired" else []
    return found


def alarms(account: Account) -> list[str]:
    """The same from the figures alone on which a steady account could be found."""
    silence: Any = pattern("AA205")
    clock: Any = pattern("AA802")
    relic: Any = pattern("AA206")
    silences = Silences(account)
    gap = (silences.longest(), silences.chance())
    found = {
        "AA205": known(gap[0]).number >= silence.longest_gap_days
        and known(gap[1]).number < silence.chance_of_gap,
        "AA206": below(bursts.days_of_most(account), 730 * relic.share_of_life),
        "AA802": any(
            below(chance, clock.chance_of_clock / 2)
            for chance in automation.evenness(account)
        ),
    }
    return [code for code, yes in found.items() if yes]


def below(metric: Metric, limit: float) -> bool:
    return isinstance(metric, Estimate) and metric.number < limit


@pytest.mark.parametrize("per_week", [0.5, 3, 20, 200])
def test_a_steady_account_is_found_by_chance_alone_and_hardly_ever(
    per_week: float,
) -> None:
    """Once in a hundred for its silences, once in a thousand for its minutes."""
    found = [code for seed in range(SEEDS) for code in alarms(steady(per_week, seed))]
    assert found.count("AA205") <= 0.02 * SEEDS
    assert found.count("AA802") <= 0.01 * SEEDS
    assert "AA206" not in found


@pytest.mark.parametrize("per_week", [0.5, 3, 20, 200])
def test_a_steady_account_shows_none_of_these_patterns(per_week: float) -> None:
    for seed in range(3):
        assert set(fired(steady(per_week, seed))) <= {"AA208"}


def test_a_start_without_conversation_is_found_in_a_steady_broadcaster() -> None:
    """It is one: nobody was addressed, and reactions did not rise."""
    assert "AA208" in fired(steady(20, 1))
