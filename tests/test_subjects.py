"""What findings are about: things whose key stays the same from one export to the next."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

import pytest
from examples import finding

from acctaudit.judgement import read
from acctaudit.measure import exact
from acctaudit.pattern import Pattern
from acctaudit.patterns import pattern, patterns
from acctaudit.report import Report
from acctaudit.story import START, Example, Story, fires, story

if TYPE_CHECKING:
    from collections.abc import Callable

    from acctaudit.report import Finding, Subject

pytestmark = pytest.mark.untraced

Rows = tuple[dict[str, object], ...]


def _silent(tale: Story) -> Story:
    return tale.silence(7)


def _posting(**cells: object) -> Callable[[Story], Story]:
    return lambda tale: tale.posts(7, **cells)  # type: ignore[arg-type]


def _followed(tale: Story) -> Story:
    """A week in which seven people came whose accounts are of different ages."""
    there = dict(tale.others)["followers"]
    more: Rows = tuple(
        {"user_id": str(9_000 + n), "created_at": f"200{n}-06-01T12:00:00Z"}
        for n in range(1, 8)
    )
    return tale.posts(7).with_others("followers", (*there, *more))


def _counted(tale: Story) -> Story:
    """A week of usual days at the end of the table."""
    there = dict(tale.others)["daily"]
    last = date.fromisoformat(str(there[-1]["date"]))
    more = tuple(
        {
            "date": (last + timedelta(days=n)).isoformat(),
            "new_follows": 3 + n % 3,
            "unfollows": 1,
        }
        for n in range(1, 8)
    )
    return tale.posts(7, likes=2, reposts=0).with_others("daily", (*there, *more))


WEEK_LATER: dict[str, Callable[[Story], Story]] = {
    "AA201": _silent,
    "AA202": _silent,
    "AA203": _silent,
    "AA205": _posting(),
    "AA206": _silent,
    "AA604": _followed,
    "AA605": _counted,
    "AA704": _posting(likes=2, reposts=0),
    "AA705": _posting(likes=20, reposts=5, replies=3),
}
"""What one more week brings, for every pattern that says what it is about."""

EXAMPLES = [
    pytest.param(p.code, example, id=f"{p.code}-{example.title.replace(' ', '-')}")
    for p in patterns()
    for example in p.examples
]
FIRING = [
    param
    for param in EXAMPLES
    if param.values[0] in WEEK_LATER and cast("Example", param.values[1]).verdict == "fired"
]


def about(code: str, tale: Story, **options: str) -> list[Subject]:
    """What the finding of that pattern is about; the story has to fire it."""
    found = fires("", tale, **options).finding(code)
    assert found.verdict == "fired", found.reason
    return found.about


def listed(code: str, tale: Story, **options: str) -> list[str]:
    """The keys of these things."""
    return [subject.key for subject in about(code, tale, **options)]


def day(n: float) -> str:
    """The day of the story's n-th day, as a key."""
    return (START + timedelta(days=n)).date().isoformat()


# All patterns


def test_every_pattern_that_says_what_it_is_about_is_tested_here() -> None:
    saying = {
        p.code
        for p in patterns()
        for example in p.examples
        if example.verdict == "fired" and finding(example, p.code).about
    }
    assert saying == set(WEEK_LATER)


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_what_is_listed_can_be_known_again(code: str, example: Example) -> None:
    found = finding(example, code)
    ids = {str(row["post_id"]) for row in example.story.told().rows}
    keys = [subject.key for subject in found.about]
    assert len(set(keys)) == len(keys)
    assert all(key in ids or _is_day(key) for key in keys)
    assert found.verdict == "fired" or not keys
    for subject in found.about:
        _crosses_by_itself(pattern(code), subject)


def _is_day(key: str) -> bool:
    return date.fromisoformat(key).isoformat() == key


def _crosses_by_itself(p: Pattern, subject: Subject) -> None:
    if not subject.sign:
        return
    assert subject.value is not None
    limit, sign = p.signs()[subject.sign]
    assert read(subject.sign, limit, sign, exact(subject.value)).state == "crossed"


@pytest.mark.parametrize(("code", "example"), FIRING)
def test_a_week_later_it_is_about_the_same(code: str, example: Example) -> None:
    later = Example("", WEEK_LATER[code](example.story), "fired", example.options)
    before, after = finding(example, code), later.finding(code)
    assert before.verdict == after.verdict == "fired"
    assert _keys(before) == _keys(after)


def _keys(finding: Finding) -> list[str]:
    return [subject.key for subject in finding.about]


@pytest.mark.parametrize(("code", "example"), FIRING)
def test_what_it_is_about_survives_the_json(code: str, example: Example) -> None:
    report = example.report(extend_select=code)
    loaded = Report.from_json(report.to_json())
    assert [f.about for f in loaded.patterns] == [f.about for f in report.patterns]


def test_the_version_of_each_pattern_is_in_the_json() -> None:
    codes = ",".join(p.code for p in patterns())
    report = fires("", story().posts(60)).report(extend_select=codes)
    versions = {
        finding["code"]: finding["version"]
        for finding in json.loads(report.to_json())["patterns"]
    }
    assert versions
    assert versions == {code: pattern(code).version for code in versions}
    assert all(p.version >= 1 for p in patterns())


def test_the_lists_behind_it_are_no_figures_of_the_report() -> None:
    metrics = fires("", story().posts(60).silence(60).posts(60)).report().metrics
    assert "longest_gap_days" in metrics["cadence"]
    for analyzer, name in (
        ("cadence", "gaps"),
        ("cadence", "open_gap"),
        ("engagement", "leaders"),
        ("audience", "spikes"),
        ("audience", "births"),
    ):
        assert name not in metrics[analyzer]


# Silences


def test_two_silences_are_both_listed_the_longest_first() -> None:
    tale = story().posts(60).silence(45).posts(60).silence(70).posts(60)
    first, second = about("AA205", tale)
    assert (first.key, first.end, first.value) == (day(164), day(235), 71)
    assert (second.key, second.end, second.value) == (day(59), day(105), 46)
    assert first.sign == second.sign == "longest_gap_days"


def test_of_two_silences_alike_the_older_one_comes_first() -> None:
    tale = story().posts(60).silence(45).posts(60).silence(45).posts(60)
    assert listed("AA205", tale) == [day(59), day(164)]


def test_a_silence_below_the_limit_is_not_listed() -> None:
    tale = story().posts(60).silence(20).posts(60).silence(70).posts(60)
    assert listed("AA205", tale) == [day(139)]


def test_the_longest_one_listed_is_the_figure_of_the_finding() -> None:
    tale = story().posts(60).silence(45.3).posts(60, every=0.7).silence(70.9).posts(60)
    found = fires("", tale).finding("AA205")
    values = {sign.name: sign.value for sign in found.signs}
    assert found.about[0].value == values["longest_gap_days"]


def test_a_silence_that_chance_explains_is_not_listed_beside_one_that_it_does_not() -> None:
    tale = story().posts(40, every=14).silence(21).posts(40, every=14).silence(400)
    tale = tale.posts(40, every=14)
    assert [round(subject.value or 0) for subject in about("AA205", tale)] == [414]


def test_a_silence_that_is_still_open_belongs_to_the_end_and_not_to_the_breaks() -> None:
    tale = story(bio="We build.").posts(60).silence(60).posts(60).silence(100)
    assert listed("AA205", tale) == [day(59)]
    for code in ("AA201", "AA203"):
        (end,) = about(code, tale)
        assert (end.key, end.end) == (day(179), "")
        assert (end.sign, end.value) == ("silent_days", 101)


def test_a_silence_that_is_still_open_grows_and_keeps_its_key() -> None:
    tale = story().posts(60).silence(100)
    (before,), (after,) = about("AA201", tale), about("AA201", tale.silence(7))
    assert before.key == after.key
    assert (before.value, after.value) == (101, 108)


def test_the_stretch_after_a_post_that_lies_apart_is_no_silence() -> None:
    tale = story().posts(1).silence(400).posts(60).silence(60).posts(60)
    assert listed("AA205", tale) == [day(0), day(460)]
    rows = [dict(row) for row in tale.told().rows]
    rows[0]["apart"] = True
    assert listed("AA205", tale.retold(rows)) == [day(460)]


def test_the_end_of_an_event_is_the_day_of_its_last_post() -> None:
    tale = story().posts(60, every=0.1).silence(300)
    (end,) = about("AA206", tale, archetype="brand")
    assert (end.key, end.sign, end.value) == (day(5.9), "silent_days", 300)


def test_goodbyes_are_known_by_their_posts_the_newest_first() -> None:
    tale = story().posts(60).says("This is our last tweet for the time being.")
    tale = tale.says("This was our last tweet.").silence(40)
    assert listed("AA202", tale) == ["62", "61"]


# Reactions


def test_two_hits_are_both_listed_the_larger_first() -> None:
    tale = story().posts(150, likes=2, reposts=0).posts(1, likes=1_900, reposts=0)
    tale = tale.posts(1, likes=2_000, reposts=0).posts(1, likes=90, reposts=0)
    larger, other = about("AA704", tale)
    assert (larger.key, other.key) == ("152", "151")
    assert larger.value == pytest.approx(2_000 / (300 + 1_900 + 2_000 + 90))


def test_posts_that_were_ratioed_are_listed_the_worst_first() -> None:
    tale = story().posts(60, likes=20, reposts=5, replies=3)
    tale = tale.posts(50, likes=6, reposts=2, replies=40)
    tale = tale.posts(1, likes=6, reposts=2, replies=400)
    found = about("AA705", tale)
    assert [subject.key for subject in found] == ["111", *map(str, range(61, 111))]
    assert {(subject.sign, subject.value) for subject in found} == {("", None)}


def test_posts_without_an_id_are_known_by_their_day() -> None:
    tale = story().posts(60, likes=20, reposts=5, replies=3)
    tale = tale.posts(60, every=0.5, likes=6, reposts=2, replies=40)
    rows = [{k: v for k, v in row.items() if k != "post_id"} for row in tale.told().rows]
    days = [day(60 + n) for n in range(30)]
    assert listed("AA705", tale.retold(rows)) == days


# Followers


def _days(*new: int) -> Rows:
    return tuple(
        {"date": day(n), "new_follows": count, "unfollows": 1}
        for n, count in enumerate(new)
    )


def _gained(*new: int) -> Story:
    """So many new followers on single days, with usual days around them."""
    usual = (3, 4, 5, 4, 6)
    rows = [n for spike in new for n in (*usual * 4, spike)]
    tale = story().posts(len(rows) + 30, likes=2, reposts=0)
    return tale.with_others("daily", _days(*rows, *usual * 6))


def test_two_rushes_of_followers_are_both_listed_the_larger_first() -> None:
    first, second = about("AA605", _gained(300, 400))
    assert (first.key, first.value) == (day(41), 400)
    assert (second.key, second.value) == (day(20), 300)


def test_a_small_rush_beside_a_large_one_is_not_listed() -> None:
    assert listed("AA605", _gained(400, 30)) == [day(20)]


def test_small_rushes_are_listed_where_they_are_enough_together() -> None:
    assert listed("AA605", _gained(30, 35)) == [day(41), day(20)]
    large, *small = about("AA605", _gained(30, 400, 35))
    assert (large.key, large.sign) == (day(41), "spike_followers")
    assert [(each.key, each.sign) for each in small] == [(day(62), ""), (day(20), "")]


def _born(*every: float) -> Story:
    """Followers whose accounts were created so many days after each other."""
    rows: list[dict[str, object]] = []
    moment = START
    for n, wait in enumerate(every):
        moment += timedelta(days=wait)
        made = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        rows.append({"user_id": str(n), "created_at": made})
    return story().posts(10).with_others("followers", tuple(rows))


def test_days_on_which_too_many_followers_were_created_are_listed_the_fullest_first() -> (
    None
):
    tale = _born(*[9] * 100, *[0] * 40, *[9] * 100, *[0] * 60)
    fuller, other = about("AA604", tale)
    assert (fuller.key, other.key) == (day(1_800), day(900))
    assert fuller.sign == "one_day"
    assert fuller.value == pytest.approx(61 / 300)


def test_a_day_that_is_too_full_by_chance_only_is_not_listed() -> None:
    tale = _born(*[9] * 100, *[0] * 16, *[9] * 100, *[0] * 60)
    assert listed("AA604", tale) == [day(1_800)]


def test_a_full_month_besides_a_full_day_is_about_the_audience_as_a_whole() -> None:
    """A month is a window that moves as followers come: nothing to be known by."""
    assert about("AA604", _born(*[9] * 100, *[0] * 60, *[9] * 50, *[0.2] * 120)) == []
