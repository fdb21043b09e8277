"""The pictures: right numbers, few nodes, labels apart, something to say without data."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from reports import EVERY, healthy, make_report, metric, old, sign, span, tiny

from acctaudit.render import charts, timeline
from acctaudit.render.markup import Html, element, number
from acctaudit.report import Event, Life

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
    assert svg.count('fill="url(#life-hatch)"') == 2
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
    widths = [float(value) for value in re.findall(r'width="([\d.]+)"', chart.svg)]
    assert 985 < sum(widths) <= 1000


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
    assert 'width="2"' in charts.life(make_report(life=life)).svg
