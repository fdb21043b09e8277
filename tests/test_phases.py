"""The phases of a life, its silences, and how it ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from acctaudit.analyzers import conversation, ending, pauses, phases, weekly
from acctaudit.analyzers.phase_names import Stretch, names, without_start
from acctaudit.audit import audit
from acctaudit.measure import Estimate, Metric, Unknown
from acctaudit.model.build import build
from acctaudit.options import Options
from acctaudit.readers import How, read
from acctaudit.readers.mapping import mapping_file
from acctaudit.stats import gap_probability
from acctaudit.story import Story, story

if TYPE_CHECKING:
    from acctaudit.analyzers.ending import Ending
    from acctaudit.analyzers.phases import Phases
    from acctaudit.model.account import Account
    from acctaudit.report import Phase

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT.parent / "shared" / "data" / "real"


def found(account: Account) -> Phases:
    return phases.measure(account, weekly.measure(account))


def told(tale: Story | Account) -> list[Phase]:
    account = tale.account() if isinstance(tale, Story) else tale
    return audit(account, Options()).phases


def says(tale: Story | Account, name: str) -> str:
    return next(phase.says for phase in told(tale) if phase.name == name)


def value(metric: Metric) -> float:
    assert isinstance(metric, Estimate), metric
    return metric.number


def how(account: Account) -> str:
    metric = ending.measure(account).how
    assert isinstance(metric, Estimate), metric
    return str(metric.value)


# Names


@pytest.mark.parametrize(
    ("lives", "expected"),
    [
        ([(100, 300)], ["steady"]),
        ([(30, 300), (60, 150)], ["start", "steady"]),
        ([(10, 210), (200, 1400)], ["start", "steady"]),
        ([(30, 300), (60, 600), (60, 150)], ["start", "steady", "fade"]),
        ([(60, 600), (60, 300)], ["steady", "fade"]),
        ([(60, 600), (60, 360)], ["steady", "steady"]),
        ([(60, 300), (8, 120), (60, 300)], ["steady", "surge", "steady"]),
        ([(60, 300), (8, 120)], ["steady", "surge"]),
        ([(60, 300), (60, 900)], ["steady", "steady"]),
        ([(60, 300), (30, 0), (60, 200)], ["steady", "silence", "revival"]),
        ([(60, 300), (30, 1), (60, 200)], ["steady", "silence", "revival"]),
        ([(60, 600), (60, 120), (60, 300)], ["steady", "fade", "revival"]),
        ([(60, 600), (60, 360), (60, 200)], ["steady", "steady", "fade"]),
        ([(60, 300), (8, 120), (60, 100)], ["steady", "surge", "fade"]),
        ([(90, 0)], ["silence"]),
    ],
)
def test_stretches_bear_the_names_that_people_would_give(
    lives: list[tuple[float, int]], expected: list[str]
) -> None:
    assert names([Stretch(*life) for life in lives]) == expected


@pytest.mark.parametrize(
    ("lives", "expected"),
    [
        ([(30, 300)], ["steady"]),
        ([(10, 210), (200, 1400)], ["surge", "steady"]),
        ([(40, 400), (60, 150)], ["steady", "fade"]),
        ([(20, 200), (30, 0), (60, 300)], ["steady", "silence", "revival"]),
        ([(30, 0), (60, 300)], ["silence", "revival"]),
    ],
)
def test_without_the_beginning_nothing_is_called_a_start(
    lives: list[tuple[float, int]], expected: list[str]
) -> None:
    parts = [Stretch(*life) for life in lives]
    assert without_start(parts, names(parts)) == expected


# Phases


@pytest.mark.parametrize(
    ("born", "timeline", "first"),
    [
        ("2019-12-20T00:00:00Z", "complete", "start"),
        ("2019-12-20T00:00:00Z", "recent", "surge"),
        ("2015-01-01T00:00:00Z", "complete", "surge"),
        (None, "complete", "surge"),
    ],
)
def test_only_the_beginning_of_the_account_is_a_start(
    born: str | None, timeline: str, first: str
) -> None:
    tale = story(created_at=born).posts(210, every=1 / 3).posts(400)
    account = replace(tale.account(), timeline=timeline)
    assert [span.name for span in found(account).spans] == [first, "steady"]


def test_a_steady_life_is_one_phase() -> None:
    (steady, alive) = told(story().posts(150, every=2.5))
    assert (steady.name, alive.name) == ("steady", "still alive")
    assert "2.8 a week, without a change of pace that is sure" in steady.says


def test_a_change_is_told_with_what_changed_with_it() -> None:
    tale = (
        story()
        .posts(322, every=1.0, source="Twitter for iPhone", likes=1, reposts=0)
        .replies(80, every=0.7, source="Twitter for iPhone", likes=1, reposts=0)
        .posts(100, every=4.0, source="TweetDeck", likes=7, reposts=0)
    )
    account = tale.account()
    spans = found(account).spans
    assert [span.name for span in spans][-1] == "fade"
    last = says(tale, "fade")
    assert last.startswith("From ")
    assert "it posted 1.8 a week, down from 7.4" in last
    assert "replies fell from" in last
    assert "to 0\u00a0%" in last
    assert "reactions to the median post rose from 1 to 7" in last
    assert "from then on most posts came from TweetDeck" in last


def test_what_the_export_does_not_hold_is_left_out_of_the_sentence() -> None:
    tale = story().posts(378).posts(26, every=7.0)
    assert says(tale, "fade") == (
        "From 18\u00a0January\u00a02021 on it posted 1.0 a week, down from 7.0."
    )
    assert "unknown" not in "".join(phase.says for phase in told(tale))


def test_a_silence_and_what_came_after_it_are_phases() -> None:
    tale = story().posts(400, every=1.0).silence(180).posts(300, every=1.0)
    assert [phase.name for phase in told(tale)] == [
        *("steady", "silence", "revival"), "still alive",
    ]  # fmt: skip
    assert says(tale, "silence").endswith("on it posted twice in 182 days.")
    assert "posted again, 7.0 a week after 7.0 before" in says(tale, "revival")


@pytest.mark.parametrize("days", range(29, 60))
def test_a_long_silence_of_a_daily_account_is_never_a_fade(days: int) -> None:
    account = story().posts(300).silence(days).posts(300).account()
    assert [span.name for span in found(account).spans] == ["start", "silence", "revival"]


def test_phases_follow_each_other_without_holes_and_hold_all_posts() -> None:
    tale = story().posts(300).silence(90).posts(90, every=4.0).posts(200, every=0.5)
    account = tale.account()
    spans = found(account).spans
    assert spans[0].start == account.own["created_at"].iloc[0].date()
    assert spans[-1].end == account.own["created_at"].iloc[-1].date()
    for before, after in pairwise(spans):
        assert after.start == before.end + timedelta(days=1)
        assert after.start.weekday() == 0
    assert sum(span.posts for span in spans) == len(account.own)


def test_the_shares_of_a_life_in_one_phase_are_those_of_the_whole() -> None:
    tale = story().posts(150, every=2.5)
    tale = tale.posts(30, every=0.5, is_repost=True, repost_of_id="77")
    account = tale.replies(40, every=2.5).account()
    (span,) = found(account).spans
    whole = conversation.measure(account)
    assert span.broadcast_share == whole.broadcast_share
    assert span.reply_share == whole.reply_share


@pytest.mark.parametrize("weeks", [5, 26])
def test_below_26_whole_weeks_there_are_no_phases(weeks: int) -> None:
    result = found(story().posts(weeks, every=7.0).account())
    assert isinstance(result.change_points, Unknown)
    assert result.change_points.status == "insufficient-evidence"
    assert "at least 26 are needed" in result.change_points.reason
    assert result.spans == ()


def test_a_sample_has_no_phases_and_ends_where_it_was_cut() -> None:
    account = replace(story().posts(300).account(), timeline="sample")
    result = found(account)
    assert isinstance(result.change_points, Unknown)
    assert result.change_points.status == "not-measurable"
    assert [phase.name for phase in told(account)] == ["cut-off"]


def test_the_changes_are_marked_in_the_life() -> None:
    report = audit(story().posts(378).posts(26, every=7.0).account(), Options())
    marked = [event for event in report.life.events if event.kind == "change"]
    assert [(event.date, event.label) for event in marked] == [
        ("2021-01-18", "fade: 1.0 a week")
    ]


def test_the_silence_up_to_the_export_is_a_gap_of_the_life() -> None:
    account = story().posts(60).account()
    last = account.posts["created_at"].iloc[-1].date()
    for days, gaps in ((27, []), (28, [28]), (294, [294])):
        day = last + timedelta(days=days)
        life = audit(replace(account, as_of=day), Options()).life
        assert [gap.days for gap in life.gaps] == gaps
        assert all(gap.end == day.isoformat() for gap in life.gaps)
    assert audit(replace(account, as_of=None), Options()).life.gaps == []


def test_where_posts_may_be_missing_the_life_has_no_silences() -> None:
    account = story().posts(60).silence(90).posts(60).account()
    whole = audit(account, Options()).life
    assert (len(whole.gaps), whole.unseen, whole.timeline) == (1, [], "complete")
    sample = audit(replace(account, timeline="sample"), Options()).life
    assert (sample.gaps, sample.unseen) == ([], whole.gaps)
    posts = account.posts.assign(apart=account.posts.index < 60)
    strays = replace(account, posts=posts, timeline="recent")
    assert audit(strays, Options()).life.unseen == whole.gaps


def test_a_later_observation_changes_only_the_end() -> None:
    account = story().posts(180).posts(40, every=5.0).account()
    assert account.as_of is not None
    later = replace(account, as_of=account.as_of + timedelta(days=400))
    assert told(account)[:-1] == told(later)[:-1]
    assert (how(account), how(later)) == ("still alive", "quiet")


# Silences


def test_a_silence_is_held_against_the_own_rhythm() -> None:
    often = story().posts(300).silence(44).posts(100).account()
    (silence,) = found(often).unusual
    assert silence.days == 45
    seldom = story().posts(60, every=14.0).silence(30).posts(40, every=14.0).account()
    assert pauses.silences(seldom) == []


def test_pauses_that_return_every_year_are_rhythm() -> None:
    tale = story()
    for _ in range(4):
        tale = tale.posts(60, every=5.0).silence(40)
    assert pauses.silences(tale.posts(20, every=5.0).account()) == []


def test_a_silence_within_a_phase_is_told_with_it() -> None:
    tale = story().posts(150, every=2.0).silence(33).posts(150, every=2.0)
    assert (
        "it fell silent for 35 days (30\u00a0October\u00a02020 to"
        " 4\u00a0December\u00a02020), out of its own rhythm" in says(tale, "steady")
    )


# The end


def test_quiet_is_sure_by_the_own_pauses() -> None:
    account = story().posts(180).silence(400).account()
    result = ending.measure(account)
    assert how(account) == "quiet"
    assert value(result.silence_chance) == pytest.approx(1 / 180)
    assert told(account)[-1].says == (
        "At the export it had been quiet for 401 days; of its 179 pauses none was longer"
        " than 1 day, so it most likely ended."
    )


def test_a_silence_that_is_usual_is_no_end() -> None:
    tale = story()
    for _ in range(12):
        tale = tale.posts(3, every=1.0).silence(44)
    account = tale.account()
    assert how(account) == "still alive"
    assert "11 were as long, so nothing says that it has ended" in told(account)[-1].says


def test_few_pauses_do_not_show_an_end() -> None:
    metric = ending.measure(story().posts(10).silence(300).account()).how
    assert isinstance(metric, Unknown)
    assert metric.reason == "9 pauses to compare the last silence with, 20 are needed"


def test_at_random_the_chance_is_that_of_one_poisson_gap() -> None:
    result = ending.measure(story().posts(100, every=2.0).silence(8).account())
    random = value(result.silence_chance_random)
    assert random == pytest.approx(gap_probability(10, 0.5, 1), rel=1e-9)


def test_a_long_silence_of_a_busy_account_has_a_chance_above_zero() -> None:
    result = ending.measure(story().posts(900, every=0.1).silence(4000).account())
    assert 0 < value(result.silence_chance_random) < 1e-200


GOODBYE = "This is our last tweet for the time being."


@pytest.mark.parametrize(
    ("tale", "expected"),
    [
        (story().posts(60).says(GOODBYE).silence(40), "farewell"),
        (story().posts(60).says(GOODBYE), "still alive"),
        (story().posts(60).silence(20), "still alive"),
        (story(suspensions=("2021-01-01 Suspend",)).posts(60).silence(900), "suspended"),
        (
            story(suspensions=("2020-01-20 Suspend", "2020-01-25 Unsuspend"))
            .posts(60)
            .silence(90),
            "quiet",
        ),
        (story(suspensions=("2020-02-01 Suspend",)).posts(60).silence(90), "quiet"),
    ],
)
def test_how_it_ended(tale: Story, expected: str) -> None:
    assert how(tale.account()) == expected
    assert told(tale)[-1].name == expected


def test_without_the_day_of_the_export_nothing_is_said_of_the_end() -> None:
    account = replace(story().posts(300).account(), as_of=None)
    result: Ending = ending.measure(account)
    for metric in (result.how, result.silence_chance, result.silence_chance_random):
        assert isinstance(metric, Unknown)
        assert metric.status == "not-measurable"
    assert [phase.name for phase in told(account)] == ["steady"]


def test_an_account_without_posts_has_neither_phases_nor_an_end() -> None:
    assert told(story(posts_total=0)) == []


# Clients


def test_the_clients_on_both_sides_of_a_change_are_compared() -> None:
    tale = story().posts(200, source="Web").posts(100, every=3.0, source="Buffer")
    result = found(tale.account())
    assert value(result.client_changes) == 1
    assert value(result.client_shift) > 0.9
    assert result.shift is not None
    assert (result.shift.before, result.shift.after) == ("Web", "Buffer")
    assert result.shift_day == date(2020, 7, 27)


def test_a_change_of_clients_three_months_later_does_not_belong_to_it() -> None:
    tale = (
        story()
        .posts(200, source="Web")
        .posts(30, every=3.0, source="Web")
        .posts(90, every=3.0, source="Buffer")
    )
    assert isinstance(found(tale.account()).client_shift, Unknown)


# Real accounts

real = pytest.mark.real
absent = pytest.mark.skipif(not REAL.is_dir(), reason="no real exports")


@real
@absent
def test_the_pace_of_a_president_changes_in_the_week_of_the_election() -> None:
    folder = REAL / "trump-archive-condensed"
    account = build(read(sorted(folder.glob("*.json"))))
    spans = found(account).spans
    assert date(2016, 11, 7) in [span.start for span in spans]
    assert 4 <= len(spans) <= 12
    assert spans[0].name == "steady"


@real
@absent
def test_libraries_have_few_phases_and_each_has_a_figure() -> None:
    how_ = How(mapping=mapping_file(ROOT / "samples" / "mappings" / "libraries-2014.toml"))
    (tables,) = read([REAL / "libraries-2014" / "OeBib_timelineStats.csv"], how=how_)
    handles = sorted({str(h) for h in tables.posts.columns["author_handle"]})
    lives = [found(build([tables], account=handle)) for handle in handles[::3]]
    counts = [len(life.spans) for life in lives if life.spans]
    assert np.median(counts) <= 3
    assert max(counts) <= 8
    for life in lives:
        assert all(isinstance(span.rate, Estimate) for span in life.spans)
