"""The pictures: right numbers, few nodes, labels apart, something to say without data."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from reports import EVERY, healthy, make_report, metric, old, sign, span, tiny

from acctaudit.render import (
    audience,
    chapters,
    charts,
    curve,
    mix,
    reactions,
    rhythm,
    texture,
    timeline,
)
from acctaudit.render.markup import Html, element, number
from acctaudit.render.stage import NARROW, WIDE, Frame
from acctaudit.report import (
    Bucket,
    Calendar,
    Curve,
    Event,
    Grid,
    Life,
    Quarter,
    Report,
    Shapes,
    Span,
    Tally,
)

LETTERS = 0.56


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)


@pytest.mark.parametrize("name", EVERY)
def test_every_picture_is_well_formed_and_named(name: str) -> None:
    chart = charts.life(EVERY[name]())
    assert chart.narrow
    for drawing in (chart.svg, chart.narrow):
        root = parsed(drawing)
        ids = root.attrib["aria-labelledby"].split()
        assert [child.attrib["id"] for child in root[:2]] == ids
        assert root.attrib["role"] == "img"
        assert root[1].text == chart.finding
        assert " style=" not in drawing


def test_seventeen_years_stay_small_and_sum_up() -> None:
    report = old()
    chart = charts.life(report)
    assert chart.narrow
    assert chart.svg.count("<") - chart.svg.count("</") < 1500
    assert chart.narrow.count("<") - chart.narrow.count("</") < 1500
    step, bins = timeline.bins(report.life, 260)
    assert (step, len(bins)) == (4, 222)
    posts = sum(map(sum, report.life.weeks.values()))
    assert sum(column.total for column in bins) == posts
    assert "posts in 4 weeks" in chart.svg


def test_five_years_keep_their_weeks() -> None:
    step, bins = timeline.bins(healthy().life, 260)
    assert (step, len(bins)) == (1, 260)


def test_without_a_timeline_the_days_still_show() -> None:
    chart = charts.life(tiny())
    assert "not in this export" in chart.finding
    assert "Account created · 5\u00a0Aug\u00a02009" in chart.svg
    assert chart.tables[0].caption == "Main days"


def test_without_anything_there_is_still_a_picture() -> None:
    assert parsed(charts.life(make_report(life=Life(None, {}, [], []))).svg) is not None


def test_gaps_are_hatched_and_say_how_long() -> None:
    svg = charts.life(make_report()).svg
    assert svg.count('fill="url(#t-silence)') == 2
    assert ">49 days<" in svg


def test_the_table_holds_every_post_and_folds_silence() -> None:
    report = make_report()
    table = charts.life(report).tables[0]
    posts = sum(map(sum, report.life.weeks.values()))
    assert sum(int(row[-1]) for row in table.rows) == posts
    silent = [row for row in table.rows if row[-1] == "0"]
    assert len(silent) == 2
    assert silent[0][0].startswith("18\u00a0Jan\u00a02010 to 7\u00a0Mar\u00a02010")


@pytest.mark.parametrize("width", [1000, 310])
@pytest.mark.parametrize("apart", [0, 1, 3, 30, 200])
def test_labels_never_touch(apart: int, width: int) -> None:
    days = [
        f"2010-{1 + n * apart // 28 % 12:02}-{1 + n * max(apart, 1) % 28:02}"
        for n in range(8)
    ]
    events = [
        Event(day, "farewell", f"what happened as number {n}") for n, day in enumerate(days)
    ]
    events += [
        Event("2010-01-01", "created", "made"),
        Event("2011-12-31", "observed", "seen"),
    ]
    life = Life(None, {}, [], events)
    axis = timeline.scale(life, [], 40, width)
    marks = timeline.marks(life, axis, 12)
    assert marks
    for at, one in enumerate(marks):
        for other in marks[at + 1 :]:
            if one.row == other.row and one.words and other.words:
                (low, high), (start, end) = one.extent(12), other.extent(12)
                assert high < start or end < low


def test_events_of_one_day_share_a_label() -> None:
    svg = charts.life(make_report()).svg
    assert "Last post, farewell · 25\u00a0Feb\u00a02011" in svg


def test_the_axis_counts_years_evenly() -> None:
    life = old().life
    _, columns = timeline.bins(life, 260)
    axis = timeline.scale(life, columns, 50, 1000)
    years = [int(said) for _, said in timeline.ticks(axis)]
    assert {after - before for before, after in pairwise(years)} == {1}


@pytest.mark.parametrize(
    ("top", "levels"),
    [(1, [0, 1]), (3, [0, 1, 2, 3]), (9, [0, 5, 10]), (138, [0, 50, 100, 150])],
)
def test_the_vertical_axis_is_round(top: int, levels: list[int]) -> None:
    assert timeline.heights(top) == levels


def test_the_mix_shows_shares_that_add_up() -> None:
    chart = charts.mix(make_report())
    assert chart
    assert [key.share for key in chart.legend] == [
        "94.5\u00a0%",
        "2.1\u00a0%",
        "2.7\u00a0%",
        "0.7\u00a0%",
    ]
    widths = [float(value) for value in re.findall(r"M[\d.]+ 0h([\d.]+)v30", chart.svg)]
    assert 1985 < sum(widths) <= 2000  # each part, and the place of its tooltip


def test_the_mix_is_left_out_where_a_share_is_unknown() -> None:
    report = make_report()
    conversation = dict(report.metrics["conversation"])
    conversation["repost_share"] = metric(
        None, status="not-measurable", reason="no reposts"
    )
    changed = replace(report, metrics={**report.metrics, "conversation": conversation})
    assert charts.mix(changed) is None
    assert charts.mix(tiny()) is None


def test_a_range_needs_a_value_with_bounds() -> None:
    assert charts.sign_range(sign("x", "below", 0.05), "range-1", "said") is None
    assert charts.sign_range(sign("x", "below", 0.05, value=0.1), "range-1", "said") is None


@pytest.mark.parametrize("limit", [0.0, 0.05, 1.0])
@pytest.mark.parametrize("direction", ["below", "above", "at least"])
def test_a_range_stays_within_its_frame(direction: str, limit: float) -> None:
    found = charts.sign_range(
        sign("x", direction, limit, value=0.0, low=0.0, high=0.0), "range-1", "said"
    )
    assert found
    for shape in parsed(found.svg)[2:]:
        x, width = float(shape.attrib.get("x", 4)), float(shape.attrib.get("width", 0))
        assert x >= 0
        assert 0 <= x + width <= 168


def test_what_is_put_into_an_element_is_escaped() -> None:
    made = element("text", "<b>&\u202e", Html("<i></i>"), class_='a"b', x=1.04)
    assert made == '<text class="a&quot;b" x="1">&lt;b&gt;&amp;<i></i></text>'


@pytest.mark.parametrize(
    ("value", "shown"), [(1, "1"), (1.0, "1"), (0.25, "0.2"), (9.96, "10")]
)
def test_coordinates_are_short(value: float, shown: str) -> None:
    assert number(value) == shown


def test_a_gap_of_a_day_has_a_width() -> None:
    life = replace(make_report().life, gaps=[span("2010-01-01", "2010-01-02")])
    assert re.search(r"h2v210h-2z", charts.life(make_report(life=life)).svg)


# What is not in the export, and the silence at the end


def silent_at_the_end(days: int) -> Report:
    """Ten weeks of posts, and an export made so many days after the last."""
    end = (date(2017, 1, 31) + timedelta(days=days)).isoformat()
    life = Life(
        "2016-11-28",
        {"original": [5] * 10, "repost": [1] * 10},
        [Span("2017-01-31", end, days)] if days >= 28 else [],
        [Event("2008-04-02", "created", "account created"),
         Event("2016-12-01", "first-post", "first post"),
         Event("2017-01-31", "last-post", "last post"),
         Event(end, "observed", "export made")],
    )  # fmt: skip
    return make_report(life=life, phases=[])


def newest(**changes: Any) -> Report:
    """A hundred posts of two days, of an account sixteen years old."""
    life = Life(
        "2023-01-02",
        {"original": [100]},
        [],
        [Event("2007-02-09", "created", "account created"),
         Event("2023-01-06", "first-post", "first post"),
         Event("2023-01-07", "last-post", "last post")],
        "recent",
    )  # fmt: skip
    return make_report(life=replace(life, **changes), phases=[])


def test_the_silence_before_the_export_is_hatched_and_told() -> None:
    chart = charts.life(silent_at_the_end(294))
    assert chart.finding == (
        "60 posts in 10 weeks; then silent for the 294 days before the export."
    )
    assert chart.svg.count('fill="url(#t-silence)') == 1
    assert ">294 days<" in chart.svg
    alive = charts.life(silent_at_the_end(20))
    assert alive.finding == "60 posts in 10 weeks; never silent for four weeks or more."
    assert "t-silence" not in alive.svg


def test_a_longer_silence_before_is_told_beside_the_last() -> None:
    report = silent_at_the_end(30)
    longer = Span("2016-12-05", "2017-01-10", 36)
    life = replace(report.life, gaps=[longer, *report.life.gaps])
    assert charts.life(replace(report, life=life)).finding == (
        "60 posts in 10 weeks, with a silence of 36 days; then silent for the 30 days"
        " before the export."
    )


@pytest.mark.parametrize("frame", [WIDE, NARROW])
def test_an_account_made_years_before_does_not_squeeze_its_posts(frame: Frame) -> None:
    life = silent_at_the_end(294).life
    _, columns = timeline.bins(life, frame.most)
    axis = timeline.scale(life, columns, frame.left, frame.wide - frame.left - 8)
    assert axis.first == date(2016, 11, 28)
    assert axis.x(columns[0].end) - axis.x(columns[0].start) >= 3
    marks = timeline.marks(life, axis, frame.text)
    assert marks[0].words == "\u2190 Account created \u00b7 2\u00a0Apr\u00a02008"
    assert marks[0].x == axis.left
    near = replace(life, events=[replace(life.events[0], date="2016-11-01")])
    assert timeline.reach(near)[0] == date(2016, 11, 1)


def test_what_was_made_long_before_is_told_in_words() -> None:
    note = charts.life(silent_at_the_end(294)).note
    assert "created on 2\u00a0Apr\u00a02008, before the picture begins" in note
    assert "created on" not in charts.life(make_report()).note


def test_older_posts_that_are_not_in_the_export_do_not_look_like_silence() -> None:
    chart = charts.life(newest())
    assert chart.finding == "100 posts in 1 week. Older posts are not in this export."
    assert "Not in this export: posts may be missing here" in [
        k.words for k in chart.legend
    ]
    assert ">not in this export<" in chart.svg
    assert "t-silence" not in chart.svg
    columns = re.findall(r'stroke-width="([\d.]+)" stroke="#2b5a86"', chart.svg)
    assert float(columns[0]) > 100
    whole = charts.life(newest(timeline="complete"))
    assert whole.finding == "100 posts in 1 week."
    assert ">not in this export<" not in whole.svg


@pytest.mark.parametrize("apart", [0, 1, 2, 6, 11, 40, 200])
def test_marks_that_share_a_row_stand_in_the_order_of_time(apart: int) -> None:
    later = (date(2010, 6, 1) + timedelta(days=apart)).isoformat()
    events = [
        Event("2010-01-01", "created", "account created"),
        Event("2010-06-01", "first-post", "first post"),
        Event(later, "last-post", "last post"),
        Event("2011-01-01", "observed", "export made"),
    ]
    life = Life(None, {}, [], events)
    for width, size in ((1000, 13), (310, 11)):
        marks = timeline.marks(life, timeline.scale(life, [], 40, width), size)
        assert all(mark.words for mark in marks)
        for before, after in pairwise(marks):
            if before.row == after.row:
                assert before.extent(size)[1] < after.extent(size)[0]


def test_holes_of_a_sample_are_not_silent_anywhere() -> None:
    hole = [Span("2009-04-05", "2009-12-28", 267)]
    weeks = {"original": [1] * 13 + [0] * 39 + [1] * 13}
    life = Life("2009-01-05", weeks, [], [], "sample", hole)
    chart = charts.life(make_report(life=life, phases=[]))
    assert (
        chart.finding == "26 posts in 65 weeks. The export holds only a part of the posts."
    )
    assert "t-silence" not in chart.svg
    assert chart.tables[0].rows[13][-1] == "not in this export"
    quarters = mix.by_quarter(make_report(life=life))
    assert "t-silence" not in quarters.svg
    known = replace(life, unseen=[], gaps=hole, timeline="complete")
    assert "t-silence" in mix.by_quarter(make_report(life=known)).svg


def test_where_reposts_are_left_out_the_pictures_say_how_many_posts_remain() -> None:
    report = silent_at_the_end(294)
    assert charts.life(report).note.startswith(
        "Reposts are counted here: 10, beside 50 own posts."
    )
    shapes = Shapes(
        calendar=Calendar("2016-12-01", [1] * 50),
        clients=[Tally("web", 44)],
        rhythm=Grid("UTC", [[2] * 23 + [1], *([0] * 24 for _ in range(6))], 3),
    )
    report = replace(report, shapes=shapes)
    assert rhythm.calendar(report).note == "50 own posts; reposts are left out."
    assert rhythm.grid(report).note.endswith("47 own posts; reposts are left out.")
    assert audience.clients(report).note == "44 of 50 own posts; reposts are left out."
    posts = {"original": [5] * 10}
    alone = replace(report, life=replace(report.life, weeks=posts))
    assert rhythm.calendar(alone).note == ""


def test_one_quarter_and_one_day_are_not_told_as_many() -> None:
    week = Life("2023-01-02", {"original": [3], "reply": [1]}, [], [])
    assert mix.by_quarter(make_report(life=week)).finding == (
        "Replies to others: 25\u00a0% of the posts in Q1 2023."
    )
    shapes = Shapes(
        quarters=[Quarter("2023-01-01", 9, 211, 200, 230)],
        calendar=Calendar("2023-01-06", [4]),
    )
    report = make_report(shapes=shapes)
    assert reactions.usual(report).finding == (
        "In Q1 2023 the usual post got 211 reactions."
    )
    assert rhythm.calendar(report).finding == (
        "All 4 own posts are of one day, 6\u00a0Jan\u00a02023."
    )


# The pictures of the chapters

DRAWN = {
    "rhythm": rhythm.grid,
    "calendar": rhythm.calendar,
    "reactions": reactions.distribution,
    "quarters": reactions.usual,
    "answers": curve.answers,
    "followers": audience.followers,
    "domains": audience.domains,
    "clients": audience.clients,
}


@pytest.mark.parametrize("name", DRAWN)
def test_every_picture_of_a_chapter_says_and_tables_what_it_shows(name: str) -> None:
    chart = DRAWN[name](healthy())
    assert (chart.missing, bool(chart.title)) == ("", True)
    assert chart.finding.endswith(".")
    assert all(len(row) == len(chart.tables[0].head) for row in chart.tables[0].rows)
    assert chart.tables[0].rows
    for drawing in re.findall("<svg.*?</svg>", chart.svg, re.DOTALL):
        root = parsed(drawing)
        assert root.attrib["role"] == "img"
        assert float(root.attrib["width"]) <= 500
        assert " style=" not in drawing


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_that_cannot_be_drawn_says_why(name: str) -> None:
    why = Shapes(reasons={name: "this export is too small"})
    assert DRAWN[name](make_report(shapes=why)).missing == "this export is too small"
    assert DRAWN[name](make_report(shapes=Shapes())).missing
    assert DRAWN[name](make_report(shapes=Shapes())).svg == ""


def test_the_area_of_a_dot_is_its_count() -> None:
    posts = [[0] * 24 for _ in range(7)]
    posts[2][9], posts[4][10] = 100, 25
    chart = rhythm.grid(make_report(shapes=Shapes(rhythm=Grid("UTC", posts, 3))))
    radii = [
        float(radius) for radius in re.findall(r'<circle[^>]* r="([\d.]+)"', chart.svg)
    ]
    assert radii[0] / radii[1] == pytest.approx(2, abs=0.01)
    assert chart.finding == (
        "Busiest day: Wed, with 80\u00a0% of the posts. Busiest hour: from 9:00 on, with"
        " 80\u00a0%."
    )
    assert "UTC" in chart.note
    assert "3 posts" in chart.note


def test_the_calendar_has_a_square_for_each_day_with_posts_and_few_shapes() -> None:
    posts = [day % 5 for day in range(800)]
    chart = rhythm.calendar(
        make_report(shapes=Shapes(calendar=Calendar("2009-08-07", posts)))
    )
    assert chart.svg.count("h0") == sum(map(bool, posts))
    assert len(re.findall("<path", chart.svg)) <= 3 * (4 + 2)
    assert [row[0] for row in chart.tables[0].rows] == ["2009", "2010", "2011"]
    assert sum(int(row[-1]) for row in chart.tables[0].rows) == sum(posts)
    assert {int(height) for height in re.findall(r"m-?\d+ (-?\d+)h0", chart.svg)} != {0}


def test_seventeen_years_of_days_stay_small() -> None:
    chart = rhythm.calendar(
        make_report(shapes=Shapes(calendar=Calendar("2007-01-01", [3, 9, 1, 20] * 1552)))
    )
    assert len(chart.svg) < 80_000
    assert chart.svg.count("<path") < 17 * 6


def test_columns_stand_as_high_as_their_posts_and_the_median_in_its_own() -> None:
    found = [Bucket(0, 0, 10), Bucket(1, 1, 20), Bucket(2, None, 5)]
    engagement = {"engagements_per_post": metric(1, "reactions", low=0, high=1)}
    report = make_report(shapes=Shapes(reactions=found))
    chart = reactions.distribution(
        replace(report, metrics={**report.metrics, "engagement": engagement})
    )
    high = [float(value) for value in re.findall(r'height="([\d.]+)"', chart.svg)]
    assert high == pytest.approx([85, 170, 42.5])
    assert [row[0] for row in chart.tables[0].rows] == ["0", "1", "2 or more"]
    assert "28.6\u00a0% of the posts got no reaction" in chart.finding


def test_intervals_that_do_not_fit_are_cut_and_said_to_be() -> None:
    low, high = (
        [Quarter("2010-01-01", 9, 4, 2, 7)],
        [Quarter("2010-01-01", 9, 4, 2, 900), Quarter("2010-07-01", 9, 5, 2, 7)],
    )
    assert reactions.usual(make_report(shapes=Shapes(quarters=low))).note == ""
    chart = reactions.usual(make_report(shapes=Shapes(quarters=high)))
    assert chart.note == "Intervals that end above the picture are cut off."
    assert "between 4 and 5 reactions; in Q3 2010 it was 5" in chart.finding


def test_the_curve_rises_in_steps_and_is_read_at_round_times() -> None:
    found = Curve([30, 90, 3000], [0.2, 0.5, 0.6], [0.1, 0.4, 0.5], [0.3, 0.6, 0.7], 40)
    chart = curve.answers(make_report(shapes=Shapes(answers=found)))
    assert chart.finding.startswith("20\u00a0% were answered within an hour, 50\u00a0%")
    assert ["1 day", "50\u00a0%", "40\u00a0%", "60\u00a0%"] in chart.tables[0].rows
    line = re.findall(r'd="M([^"]*)" fill="none" stroke="#2b5a86"', chart.svg)[0]
    points = [tuple(map(float, point.split())) for point in line.split("L")]
    assert all(x <= after for (x, _), (after, _) in pairwise(points))
    assert all(y >= after for (_, y), (_, after) in pairwise(points))


def test_quarters_add_up_to_all_posts_and_empty_ones_are_hatched() -> None:
    report = make_report()
    found = mix.quarters(report.life)
    posts = sum(map(sum, report.life.weeks.values()))
    assert sum(sum(kinds.values()) for kinds in found.values()) == posts
    assert list(found)[:2] == ["2009-07-01", "2009-10-01"]
    quiet = {"original": [1] * 13 + [0] * 26 + [1] * 13}
    chart = mix.by_quarter(make_report(life=Life("2009-01-05", quiet, [], [])))
    assert "url(#t-silence)" in chart.svg
    assert "url(#t-silence)" not in mix.by_quarter(healthy()).svg
    assert mix.by_quarter(tiny()).missing == "Weekly posts are not in this export."


def test_phases_and_followers_lie_over_the_life() -> None:
    svg = charts.life(healthy()).svg
    assert ">Start<" in charts.life(make_report()).svg
    assert 'stroke="#1b2430" stroke-width="1.5" stroke-linejoin' in svg
    assert "Followers, on the scale at the right" in {
        key.words for key in charts.life(healthy()).legend
    }
    assert "stroke-linejoin" not in charts.life(make_report()).svg


def test_each_kind_of_posts_has_a_texture_of_its_own() -> None:
    made = texture.definitions()
    kinds = [kind for kind in timeline.KINDS if kind != "original"]
    assert all(f'id="t-{kind}"' in made for kind in kinds)
    tiles = re.findall("<pattern(.*?)</pattern>", made)
    bare = {re.sub('#[0-9a-f]{6}|[fs]-\\w+|id="[^"]*"', "", tile) for tile in tiles}
    assert len(bare) == len(kinds) + 1


def test_chapters_hold_every_figure_once() -> None:
    report = make_report()
    shown = [
        row.name
        for chapter in chapters.chapters(report)
        for _, rows in chapter.tables
        for row in rows
    ]
    assert sorted(shown) == sorted(
        name for metrics in report.metrics.values() for name in metrics
    )
    other = replace(
        report, metrics={**report.metrics, "weather": report.metrics["profile"]}
    )
    assert [chapter.key for chapter in chapters.chapters(other)][-1] == "others"
