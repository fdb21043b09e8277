"""What the pictures of the chapters show: counted by hand, and what must always hold."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from acctaudit.analyzers import histogram, levels, tallies
from acctaudit.analyzers.engagement import reactions
from acctaudit.analyzers.links import links_of
from acctaudit.analyzers.phase_clients import clients
from acctaudit.analyzers.responsiveness import Responsiveness
from acctaudit.audit import audit
from acctaudit.bench import Bench
from acctaudit.measure import Estimate
from acctaudit.model.account import Account
from acctaudit.model.build import build
from acctaudit.options import Options
from acctaudit.report import Bucket, Calendar, Quarter, Report, Shapes, Tally
from acctaudit.stats import weekly_median
from acctaudit.story import START, Row, Story, story
from acctaudit.telling.shapes import MINUTES, shapes

VIENNA = Options(time_zone="Europe/Vienna")
NAMES = (
    "rhythm", "calendar", "reactions", "quarters", "answers", "followers", "domains",
    "clients",
)  # fmt: skip
HOUR = 1 / 24


def drawn(account: Account, options: Options | None = None) -> Shapes:
    return shapes(account, Bench(account, options or Options()))


def posted(*moments: str, until: float = 9000, **cells: object) -> Story:
    """One own post at each of these moments."""
    rows: list[Row] = [
        {"post_id": str(n + 1), "created_at": moment, "text": f"News {n}", **cells}
        for n, moment in enumerate(moments)
    ]
    return story().silence(until).retold(rows)


def counted(*numbers: int | None, at: str = "2020-01-06T09:00:00Z") -> list[Row]:
    """One own post for each number of likes, all at one moment."""
    return [
        {
            "post_id": str(n + 1),
            "created_at": at,
            "text": f"News {n}",
            "likes": likes,
            "reposts": None if likes is None else 0,
        }
        for n, likes in enumerate(numbers)
    ]


def of_rows(rows: list[Row]) -> Account:
    numbered = [{**row, "post_id": str(n + 1)} for n, row in enumerate(rows)]
    return story().silence(9000).retold(numbered).account()


def cut(tale: Story, timeline: str) -> Account:
    tables = tale.tables()
    tables.timeline = timeline
    return build([tables])


def full(found: Shapes) -> dict[tuple[int, int], int]:
    """The cells of the grid that are not empty."""
    assert found.rhythm is not None
    return {
        (day, hour): posts
        for day, hours in enumerate(found.rhythm.posts)
        for hour, posts in enumerate(hours)
        if posts
    }


# The week --------------------------------------------------------------------------------

WINTER, NIGHT, SUMMER = (
    "2020-01-06T09:00:00Z",
    "2020-01-12T23:30:00Z",
    "2020-07-06T09:59:59Z",
)
"""A Monday, the Sunday after it, and a Monday in summer."""


@pytest.mark.parametrize(
    ("zone", "cells"),
    [
        (None, {(0, 9): 2, (6, 23): 1}),
        ("Europe/Vienna", {(0, 10): 1, (0, 11): 1, (0, 0): 1}),
        ("America/New_York", {(0, 4): 1, (0, 5): 1, (6, 18): 1}),
        ("Asia/Kolkata", {(0, 14): 1, (0, 15): 1, (0, 5): 1}),
        ("Pacific/Honolulu", {(6, 23): 2, (6, 13): 1}),
    ],
)
def test_hours_are_those_of_the_declared_zone_else_utc(
    zone: str | None, cells: dict[tuple[int, int], int]
) -> None:
    found = drawn(posted(WINTER, NIGHT, SUMMER).account(), Options(time_zone=zone))
    assert full(found) == cells
    assert found.rhythm is not None
    assert (found.rhythm.time_zone, found.rhythm.untimed) == (zone or "UTC", 0)
    assert [len(hours) for hours in found.rhythm.posts] == [24] * 7


def test_a_post_of_which_only_the_day_is_known_has_no_hour() -> None:
    found = drawn(posted(WINTER, "2020-01-08", "2020-01-09").account(), VIENNA)
    assert full(found) == {(0, 10): 1}
    assert found.rhythm is not None
    assert found.rhythm.untimed == 2


def test_days_alone_make_no_rhythm_but_a_calendar() -> None:
    found = drawn(posted("2020-01-06", "2020-01-08", "2020-01-08").account())
    assert found.rhythm is None
    assert "not at what time" in found.reasons["rhythm"]
    assert found.calendar == Calendar("2020-01-06", [1, 0, 2])


def test_reposts_and_what_lies_apart_are_no_part_of_rhythm_and_calendar() -> None:
    rows = posted("2013-01-01T08:00:00Z", WINTER, NIGHT, "2020-01-10T08:00:00Z").told().rows
    rows[0]["apart"], rows[3]["is_repost"] = True, True
    found = drawn(of_rows(rows))
    assert full(found) == {(0, 9): 1, (6, 23): 1}
    assert found.calendar == Calendar("2020-01-06", [1, 0, 0, 0, 0, 0, 1])


# The calendar ----------------------------------------------------------------------------


def test_days_are_counted_from_the_first_to_the_last_post_in_utc() -> None:
    moments = ("2020-02-28T23:59:59Z", "2020-02-29T00:00:00Z", "2020-03-02T12:00:00Z")
    found = drawn(posted(*moments).account(), Options(time_zone="Asia/Tokyo"))
    assert found.calendar == Calendar("2020-02-28", [1, 1, 0, 1])


def test_seventeen_years_have_a_number_for_each_day() -> None:
    first = datetime(2007, 1, 5, 12, tzinfo=UTC)
    days = range(0, 17 * 365, 10)
    moments = [(first + timedelta(days=day)).isoformat() for day in days]
    found = drawn(posted(*moments, likes=2, reposts=1).account())
    assert found.calendar is not None
    assert found.calendar.first_day == "2007-01-05"
    assert len(found.calendar.posts) == days[-1] + 1
    assert found.calendar.posts == [int(day % 10 == 0) for day in range(days[-1] + 1)]
    assert found.quarters is not None
    assert len(found.quarters) == 68
    assert {(q.median, q.low, q.high) for q in found.quarters} == {(3, 3, 3)}
    assert found.quarters[0].start == "2007-01-01"
    assert found.quarters[-1].start == "2023-10-01"


def test_more_than_25_years_are_not_drawn() -> None:
    tables = posted("2007-01-01T12:00:00Z", "2033-01-01T12:00:00Z").tables()
    account = build([tables], as_of=date(2034, 1, 1))
    found = drawn(account)
    assert len(account.own) == 2
    assert found.calendar is None
    assert "more than 25 years" in found.reasons["calendar"]


@pytest.mark.parametrize("timeline", ["ends", "sample"])
def test_ends_and_samples_have_neither_rhythm_nor_calendar(timeline: str) -> None:
    found = drawn(cut(story(posts_total=20).posts(20, likes=1, reposts=1), timeline))
    for name in ("rhythm", "calendar", "quarters"):
        assert getattr(found, name) is None
        assert found.reasons[name]
    assert (found.reactions is None) == (timeline == "ends")


def test_of_the_ends_nothing_at_all_is_drawn() -> None:
    tale = story(posts_total=146, followers=500).posts(
        2, every=500, text="{n} http://example.com/a", source="web", likes=1, reposts=0
    )
    found = drawn(cut(tale, "ends"))
    assert [name for name in NAMES if getattr(found, name) is not None] == []
    assert set(found.reasons) == set(NAMES)


# Reactions -------------------------------------------------------------------------------


def test_reactions_are_counted_in_buckets_to_the_last_that_holds_a_post() -> None:
    found = drawn(of_rows(counted(0, 0, 1, 2, 3, 5, 6, 20, 21, 50, None, 7)))
    assert found.reactions == [
        Bucket(0, 0, 2),
        Bucket(1, 1, 1),
        Bucket(2, 2, 1),
        Bucket(3, 5, 2),
        Bucket(6, 10, 2),
        Bucket(11, 20, 1),
        Bucket(21, 50, 2),
    ]


def test_the_last_bucket_has_no_end() -> None:
    found = drawn(of_rows(counted(100, 101, 200, 201, 500, 501, 1000, 1001, 10**6)))
    assert found.reactions is not None
    assert len(found.reactions) == 12
    assert found.reactions[7:] == [
        Bucket(51, 100, 1),
        Bucket(101, 200, 2),
        Bucket(201, 500, 2),
        Bucket(501, 1000, 2),
        Bucket(1001, None, 2),
    ]


def test_reactions_are_likes_reposts_and_replies_without_those_of_reposts() -> None:
    rows = [{**row, "reposts": 1, "replies": 1} for row in counted(0, 0, 300)]
    rows[2]["is_repost"] = True
    found = drawn(of_rows(rows))
    assert found.reactions == [Bucket(0, 0, 0), Bucket(1, 1, 0), Bucket(2, 2, 2)]


def test_posts_without_counts_are_not_posts_without_reactions() -> None:
    found = drawn(story().posts(30).account())
    assert (found.reactions, found.quarters) == (None, None)
    assert found.reasons["reactions"] == "this export holds no like counts"
    halves = counted(1, 2, None)
    halves[0]["reposts"] = halves[1]["reposts"] = None
    halves[2]["reposts"] = 4
    assert "likes and its reposts" in drawn(of_rows(halves)).reasons["reactions"]


# Quarters --------------------------------------------------------------------------------


def test_a_quarter_needs_five_posts_and_ends_with_its_last_second() -> None:
    rows = (
        counted(9, 9, 9, 9, None, at="2019-12-31T23:59:59Z")
        + counted(4, 1, 5, 2, at="2020-01-01T00:00:00Z")
        + counted(3, at="2020-03-31T23:59:59Z")
        + counted(8, 8, 8, 8, 0, 10, at="2020-04-01T00:00:00Z")
    )
    assert drawn(of_rows(rows)).quarters == [
        Quarter("2020-01-01", 5, 3, 1, 5),
        Quarter("2020-04-01", 6, 8, 0, 10),
    ]
    few = drawn(of_rows(rows[:5]))
    assert few.quarters is None
    assert "five own posts" in few.reasons["quarters"]


def test_an_even_number_of_posts_has_its_median_between_two() -> None:
    found = drawn(of_rows(counted(1, 2, 3, 4, 5, 6))).quarters
    assert found == [Quarter("2020-01-01", 6, 3.5, 1, 6)]


def test_the_ranks_of_the_bounds_are_those_of_the_binomial_distribution() -> None:
    for n in (*range(5, 120), 500, 3001):
        _, low, high = histogram.median_bounds(np.arange(1.0, n + 1), np.zeros(n, int))
        covered = binom.cdf(high - 1, n, 0.5) - binom.cdf(low - 1, n, 0.5)
        assert covered >= (0.95 if n > 5 else 0.93), n
        assert covered < 0.98 or n < 60


def test_weeks_that_differ_widen_the_bounds_as_resampled_weeks_do() -> None:
    rng = np.random.default_rng(4)
    weeks = np.repeat(np.arange(13), 40)
    alike = rng.poisson(20, len(weeks)).astype(float)
    apart = rng.poisson(np.repeat(rng.uniform(5, 60, 13), 40)).astype(float)
    widths = []
    for values in (alike, apart):
        median, low, high = histogram.median_bounds(values, weeks)
        other = weekly_median(values, weeks)
        assert isinstance(other, Estimate)
        assert other.low is not None
        assert other.high is not None
        assert median == other.number
        assert (high - low) == pytest.approx(other.high - other.low, rel=0.5, abs=1.5)
        widths.append(high - low)
    assert widths[1] > 10 * widths[0]


def test_a_post_that_lies_apart_is_in_no_quarter() -> None:
    rows = counted(1, 1, 1, 1, 1, 1000)
    rows[5]["apart"] = True
    found = drawn(of_rows(rows))
    assert found.quarters == [Quarter("2020-01-01", 5, 1, 1, 1)]
    assert found.reactions is not None
    assert sum(bucket.posts for bucket in found.reactions) == 6


# Answers ---------------------------------------------------------------------------------

DESK = (
    story()
    .posts(1)
    .asked(4, answered_after=0.5)
    .asked(4, answered_after=2.0)
    .asked(2)
    .silence(30)
    .posts(1)
)


def test_the_curve_is_the_share_answered_within_each_time() -> None:
    found = drawn(DESK.account()).answers
    assert found is not None
    assert found.asked == 10
    assert found.minutes == list(MINUTES)
    assert found.answered == [0] * 3 + [0.4] * 2 + [0.8] * 8
    assert found.low[0] == 0
    assert 0 < found.high[0] < 0.35  # nobody of ten: the score interval ends at 0.278


def test_the_curve_agrees_with_the_figures() -> None:
    bench = Bench(DESK.account(), Options())
    known: Responsiveness = bench.get(Responsiveness)
    found = shapes(DESK.account(), bench).answers
    assert found is not None
    for minute, metric in (
        (60, known.answered_within_1h),
        (1440, known.answered_within_24h),
        (4320, known.answered_within_72h),
    ):
        assert isinstance(metric, Estimate)
        at = found.minutes.index(minute)
        figures = found.answered[at], found.low[at], found.high[at]
        assert figures == pytest.approx((metric.number, metric.low, metric.high))


def test_the_curve_ends_where_nobody_was_watched_for_longer() -> None:
    tale = story().posts(1).asked(10, every=0.01).silence(4).posts(1)
    found = drawn(tale.account()).answers
    assert found is not None
    assert found.minutes == list(MINUTES[:-1])


def test_without_posts_by_others_nobody_knows_who_was_answered() -> None:
    found = drawn(story().posts(20).account())
    assert found.answers is None
    assert "no posts by others" in found.reasons["answers"]
    nobody = drawn(story().posts(20).with_others("inbound", ()).account())
    assert nobody.answers is None
    assert nobody.reasons["answers"]


def test_days_without_times_make_no_curve() -> None:
    asked: Row = {
        "post_id": "77", "created_at": "2020-01-08", "author_id": "5", "text": "@example ?",
        "in_reply_to_post_id": None,
    }  # fmt: skip
    found = drawn(story().posts(30).with_others("inbound", (asked,)).account())
    assert found.answers is None
    assert "no time of day" in found.reasons["answers"]


# Followers -------------------------------------------------------------------------------


def daily(*changes: tuple[int | None, int | None] | None, until: float = 40) -> Story:
    """Own posts for 40 days, and daily figures that end the day before the export."""
    end = (START + timedelta(days=until)).date()
    rows: list[Row] = [
        {
            "date": (end - timedelta(days=len(changes) - n)).isoformat(),
            "new_follows": change[0],
            "unfollows": change[1],
        }
        for n, change in enumerate(changes)
        if change is not None
    ]
    return story(followers=100).posts(40).with_others("daily", tuple(rows))


def test_followers_are_reckoned_back_from_the_day_of_the_export() -> None:
    found = drawn(daily((9, 9), (5, 1), (0, 7), (3, 0)).account())
    assert found.followers == [
        ("2020-02-11", 100),
        ("2020-02-12", 104),
        ("2020-02-13", 97),
        ("2020-02-14", 100),
    ]


def test_before_a_missing_or_half_known_day_nothing_is_known() -> None:
    for gap in (None, (4, None)):
        found = drawn(daily((9, 9), gap, (0, 7), (3, 0)).account())
        assert found.followers == [("2020-02-13", 97), ("2020-02-14", 100)]


def test_long_series_are_thinned_and_keep_both_ends() -> None:
    found = drawn(daily(*[(1, 0)] * 41, until=40).account())
    assert found.followers is not None
    assert len(found.followers) == 41
    long = story(followers=5000).posts(1000)
    rows: list[Row] = [
        {
            "date": (START + timedelta(days=n)).date().isoformat(),
            "new_follows": 2,
            "unfollows": 0,
        }
        for n in range(1000)
    ]
    thin = drawn(long.with_others("daily", tuple(rows)).account()).followers
    assert thin is not None
    assert len(thin) == 200
    assert (thin[0], thin[-1]) == (("2020-01-06", 3002), ("2022-10-01", 5000))
    steps = {after - before for (_, before), (_, after) in pairwise(thin)}
    assert steps <= {10, 12}  # every fifth or sixth day


@given(st.integers(1, 5000))
def test_thinning_keeps_first_and_last_and_every_day_once(size: int) -> None:
    kept = levels.thinned(size).tolist()
    assert (kept[0], kept[-1]) == (0, size - 1)
    assert len(kept) == len(set(kept)) == min(size, levels.MOST)
    assert kept == sorted(kept)


@pytest.mark.parametrize(
    ("tale", "reason"),
    [
        (story(followers=9).posts(40), "no figures by day"),
        (daily((1, None), (2, None)), "how many followers left"),
        (replace(daily((1, 0), (2, 0)), profile={"handle": "example"}), "does not say how"),
        (daily((1, 0), (2, 0)).silence(5), "end before the day of the export"),
        (daily((1, 0)), "one day only"),
        (daily((1, 0), (900, 0)), "do not fit"),
    ],
)
def test_followers_that_cannot_be_worked_out_are_not_drawn(
    tale: Story, reason: str
) -> None:
    found = drawn(tale.account())
    assert found.followers is None
    assert reason in found.reasons["followers"]


# Domains and clients ---------------------------------------------------------------------


def test_domains_are_counted_by_link_most_first_then_by_name() -> None:
    tale = (
        story(url="http://example.com")
        .says("http://www.example.com/a https://example.com/b")
        .says("https://EXAMPLE.com?x=1 http://b.example.org/1 http://a.example.net")
        .says("http://bit.ly/zz https://t.co/yy")
        .posts(1, text="https://other.example/", is_repost=True)
    )
    assert drawn(tale.account()).domains == [
        Tally("example.com", 3),
        Tally("a.example.net", 1),
        Tally("b.example.org", 1),
    ]


def test_links_that_hide_where_they_lead_are_no_domain() -> None:
    found = drawn(story().posts(9, text="{n} https://t.co/abc").account())
    assert found.domains is None
    assert "where it leads" in found.reasons["domains"]


def test_at_most_ten_are_listed() -> None:
    tale = story()
    for n in range(14):
        tale = tale.posts(n + 1, text=f"http://site{n}.example", source=f"client {n:02d}")
    found = drawn(tale.account())
    assert found.domains is not None
    assert found.clients is not None
    assert [tally.count for tally in found.domains] == list(range(14, 4, -1))
    assert found.clients[0] == Tally("client 13", 14)
    assert len(found.clients) == 10


def test_clients_are_counted_by_the_name_in_their_anchor() -> None:
    anchor = '<a href="http://twitter.com/{}">Twitter for iPhone</a>'
    tale = (
        story()
        .posts(2, source=anchor.format("a"))
        .posts(1, source=anchor.format("b"))
        .posts(3, source="web")
        .posts(4, source=None)
        .posts(5, source="")
    )
    assert drawn(tale.account()).clients == [
        Tally("Twitter for iPhone", 3),
        Tally("web", 3),
    ]
    found = drawn(story().posts(3).account())
    assert found.clients is None
    assert found.reasons["clients"] == "this export does not say which program sent a post"


ADDRESSES = st.lists(
    st.one_of(
        st.from_regex(r"https?://[a-zA-Z.@:\[\]-]{0,9}[/?#]?[a-z/?#]{0,5}", fullmatch=True),
        st.from_regex(r"(www\.)?[a-c]{1,3}\.(com|ly)/{0,2}[a-z]{0,3}", fullmatch=True),
        st.sampled_from(
            ["https://t.co/1", "http://bit.ly/1", "HTTP://A.com", "//b.com/x", "a.com//b"]
        ),
    ),
    max_size=10,
)


@settings(deadline=None, max_examples=30)
@given(ADDRESSES)
def test_domains_are_those_of_the_links_that_are_measured(links: list[str]) -> None:
    row: Row = {"created_at": WINTER, "text": "x", "links": []}
    account = of_rows([row, *({**row, "links": [(link, link)]} for link in links)])
    expected = links_of(account).frame["host"].value_counts().to_dict()
    found = drawn(account).domains
    if not expected:
        assert found is None
    else:
        assert len(expected) <= 10
        assert {tally.name: tally.count for tally in found or []} == expected


# What always holds -----------------------------------------------------------------------

POST = st.fixed_dictionaries(
    {
        "created_at": st.one_of(
            st.datetimes(datetime(2009, 1, 1), datetime(2026, 1, 1)).map(  # noqa: DTZ001
                lambda moment: f"{moment:%Y-%m-%dT%H:%M:%SZ}"
            ),
            st.dates(date(2009, 1, 1), date(2026, 1, 1)).map(date.isoformat),
        ),
        "text": st.sampled_from(["News", "see http://example.com/a", "http://b.example"]),
        "likes": st.one_of(st.none(), st.integers(0, 3000)),
        "reposts": st.one_of(st.none(), st.integers(0, 30)),
        "replies": st.one_of(st.none(), st.integers(0, 3)),
        "is_repost": st.booleans(),
        "source": st.sampled_from(["web", "app", None]),
    }
)


@settings(deadline=None, max_examples=40)
@given(st.lists(POST, min_size=1, max_size=30), st.sampled_from([None, "Europe/Vienna"]))
def test_every_own_post_is_counted_once(rows: list[Row], zone: str | None) -> None:
    account = of_rows(rows)
    found = drawn(account, Options(time_zone=zone))
    own, timed = len(account.own), int((account.own["precision"] != "day").sum())
    if found.rhythm is not None:
        assert sum(map(sum, found.rhythm.posts)) + found.rhythm.untimed == own
        assert found.rhythm.untimed == own - timed
    assert (found.rhythm is None) == (timed == 0)
    if found.calendar is not None:
        assert sum(found.calendar.posts) == own
        assert found.calendar.posts[0] > 0
        assert found.calendar.posts[-1] > 0
    assert (found.calendar is None) == (own == 0)
    if found.reactions is not None:
        assert sum(bucket.posts for bucket in found.reactions) == len(reactions(account))
        assert found.reactions[-1].posts > 0
    for quarter in found.quarters or []:
        assert quarter.posts >= 5
        assert quarter.low <= quarter.median <= quarter.high
    if found.clients is not None:
        assert sum(tally.count for tally in found.clients) == len(clients(account))
    for name in NAMES:
        assert (getattr(found, name) is None) == (name in found.reasons)


@settings(deadline=None, max_examples=20)
@given(st.lists(st.one_of(st.none(), st.floats(0, 300)), min_size=1, max_size=12))
def test_the_curve_rises_within_its_bounds(hours: list[float | None]) -> None:
    tale = story().posts(1)
    for wait in hours:
        tale = tale.asked(1, answered_after=wait, every=20)
    found = drawn(tale.silence(5).posts(1).account()).answers
    assert found is not None
    sizes = {len(part) for part in (found.answered, found.low, found.high)}
    assert sizes == {len(found.minutes)}
    assert found.answered == sorted(found.answered)
    for low, answered, high in zip(found.low, found.answered, found.high, strict=True):
        assert 0 <= low <= answered <= high <= 1


def _whole() -> Story:
    """An account of which every picture can be drawn."""
    tale = (
        story(followers=100)
        .posts(40, likes=3, reposts=1, source="web", text="{n} http://example.com/{n}")
        .asked(12, answered_after=1.0)
        .posts(20, likes=0, reposts=1, source="app")
    )
    return replace(tale, others=daily((9, 9), (5, 1), (0, 7), (3, 0), until=72).others)


def test_a_whole_account_has_every_picture_and_no_reason() -> None:
    found = drawn(_whole().account())
    assert [name for name in NAMES if getattr(found, name) is None] == []
    assert found.reasons == {}


def test_the_order_of_rows_does_not_matter() -> None:
    tables = _whole().tables()
    told = _whole().told()
    backwards = _whole().retold(told.rows[::-1]).tables()
    for rows in backwards.others.values():
        rows.reverse()
    assert drawn(build([backwards]), VIENNA) == drawn(build([tables]), VIENNA)


def test_another_time_zone_changes_the_week_alone() -> None:
    account = _whole().account()
    here, there = drawn(account), drawn(account, VIENNA)
    assert here.rhythm != there.rhythm
    assert replace(there, rhythm=here.rhythm) == here


@pytest.mark.parametrize("tale", [_whole(), story().posts(2), story(posts_total=3)])
def test_the_report_holds_the_shapes_and_comes_back_from_json(tale: Story) -> None:
    report = audit(tale.account())
    assert report.shapes == drawn(tale.account())
    assert Report.from_json(report.to_json()) == report


def test_fifty_thousand_posts_take_no_longer_than_a_blink() -> None:
    rows: dict[str, list[Any]] = {
        "created_at": [
            f"{START + timedelta(hours=3 * n):%Y-%m-%dT%H:%M:%SZ}" for n in range(50_000)
        ],
        "text": [f"News https://site{n % 90}.example/{n}" for n in range(50_000)],
        "likes": [n % 37 for n in range(50_000)],
        "reposts": [0] * 50_000,
        "source": ["web"] * 50_000,
    }
    cells = zip(*rows.values(), strict=True)
    account = of_rows([dict(zip(rows, row, strict=True)) for row in cells])
    bench = Bench(account, VIENNA)
    bench.get(Responsiveness)
    drawn(account)
    spent = []
    for _ in range(3):
        begun = time.process_time()
        shapes(account, bench)
        spent.append(time.process_time() - begun)
    assert min(spent) < 0.15


def test_links_and_clients_are_ranked_in_full() -> None:
    account = story().posts(3, text="http://a.example/{n}", source="web").account()
    assert tallies.domains(account) == [("a.example", 3)]
    assert tallies.clients(account) == [("web", 3)]
