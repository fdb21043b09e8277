"""Who wrote to the account, who was answered, and when: what counts and what does not."""

from __future__ import annotations

import time
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from acctaudit.analyzers.complaints import is_complaint
from acctaudit.analyzers.responsiveness import Responsiveness, measure
from acctaudit.measure import Estimate, Metric, Unknown, definitions
from acctaudit.model.build import build
from acctaudit.model.others import inbound
from acctaudit.options import Options
from acctaudit.readers import read
from acctaudit.stats import wilson
from acctaudit.story import OWNER, START, Story, answered, story
from acctaudit.telling.availability import availability
from acctaudit.text import lexicon

SAMPLES = Path(__file__).parents[1] / "samples"
VIENNA = Options.of({"time_zone": "Europe/Vienna"})
DAY = 24.0
Row = dict[str, Any]


def answers(tale: Story, options: Options | None = None) -> Responsiveness:
    return measure(tale.account(), options or Options())


def value(metric: Metric) -> float:
    assert isinstance(metric, Estimate), metric
    return metric.number


def reason(metric: Metric) -> str:
    assert isinstance(metric, Unknown), metric
    return metric.reason


def at(hours: float) -> str:
    """A moment so many hours after the stories begin, which is a Monday at 9:00 UTC."""
    return (START + timedelta(hours=hours)).isoformat()


def wrote(post_id: int, hours: float, by: int = 1, **cells: Any) -> Row:
    """A post by somebody else."""
    row = {"post_id": str(post_id), "created_at": at(hours), "author_id": str(by)}
    text = f"@example where is number {post_id}?"
    return {**row, "text": text, "in_reply_to_post_id": None, **cells}


def replied(to: int, **cells: Any) -> Row:
    """The cells of an own post that answers one."""
    return {"in_reply_to_user_id": "1", "in_reply_to_post_id": str(to), **cells}


def told(*own: tuple[float, Row], inbound: tuple[Row, ...], days: float = 60) -> Story:
    """Own posts at those hours; the first and the last posts stand alone."""
    moments = sorted([(0.0, {}), *own, (days * DAY, {})], key=lambda pair: pair[0])
    rows: list[Row] = [
        {"post_id": str(n + 1), "created_at": at(hours), "text": f"Post {n}", **cells}
        for n, (hours, cells) in enumerate(moments)
    ]
    tale = story().posts(1, every=days + 1).retold(rows)
    return tale.with_others("inbound", inbound)


# What counts -----------------------------------------------------------------------------


def test_an_answer_is_an_own_reply_to_that_very_post() -> None:
    asked = (wrote(100, 24), wrote(101, 25))
    found = answers(told((30, replied(101)), inbound=asked))
    assert (value(found.eligible), value(found.answered)) == (2, 1)
    assert found.response_rate == Estimate(0.5, *wilson(1, 2), 2)


def test_several_answers_to_one_post_count_once_and_the_first_counts() -> None:
    own = [(hours, replied(100)) for hours in (30, 26, 40)]
    found = answers(told(*own, inbound=(wrote(100, 24),)))
    assert value(found.answered) == 1
    assert value(found.median_response_minutes) == 120


def test_an_answer_further_down_also_answers_what_the_same_person_wrote_above() -> None:
    asked = (wrote(100, 24), wrote(101, 25, in_reply_to_post_id="100"))
    found = answers(told((26, replied(101)), inbound=asked))
    assert value(found.answered) == 2
    assert value(found.openings) == 1
    assert value(found.median_opening_minutes) == 120


def test_an_answer_to_somebody_else_below_answers_only_that_person() -> None:
    asked = (wrote(100, 24), wrote(101, 25, by=2, in_reply_to_post_id="100"))
    assert value(answers(told((26, replied(101)), inbound=asked)).answered) == 1


@pytest.mark.parametrize(
    "cells",
    [
        {"author_id": OWNER},
        {"author_id": None, "author_handle": "Example"},
        {"text": "RT @example: News of the harbour"},
        {"created_at": None},
        {"post_id": None},
        {"created_at": at(-1)},
        {"created_at": at(60 * DAY - 71)},
    ],
    ids=["own", "own-handle", "repost", "no-time", "no-id", "before-us", "last-72-hours"],
)
def test_what_is_left_out(cells: Row) -> None:
    found = answers(told(inbound=(wrote(100, 24), wrote(101, 25) | cells)))
    assert value(found.eligible) == 1


def test_what_one_person_sends_again_within_a_day_counts_once() -> None:
    asked = tuple(
        wrote(100 + n, 24 + hours, by=by, text=text)
        for n, (hours, by, text) in enumerate(
            [
                (0, 1, "@example look at https://t.co/a"),
                (5, 1, "@Example  look at https://t.co/b"),
                (28, 1, "@example look at"),  # a day after the second
                (60, 1, "@example look at"),  # more than a day after the third
                (1, 2, "@example look at"),
                (2, 1, "@example hello?"),
            ]
        )
    )
    found = answers(told((30, replied(101)), inbound=asked))
    assert value(found.eligible) == 4
    assert value(found.answered) == 1
    assert value(found.people) == 2


def test_a_repost_among_the_mentions_addresses_nobody() -> None:
    posts = pd.DataFrame(
        {
            "post_id": ["100", "101", "102"],
            "created_at": pd.to_datetime([at(1), at(2), at(3)]),
            "is_repost": [False, True, None],
            "repost_of_id": [None, None, "7"],
        }
    )
    assert [row["post_id"] for row in inbound(posts)] == ["100"]


def test_a_row_that_stands_twice_is_one_post() -> None:
    asked = (wrote(100, 24), wrote(100, 24, text="@example where is number 100? Please"))
    assert value(answers(told(inbound=asked)).eligible) == 1


def test_the_order_of_posts_by_others_is_of_no_account() -> None:
    asked = tuple(wrote(100 + n, 24 + n % 7, by=n % 3) for n in range(30))
    own = [(40 + n, replied(100 + n)) for n in range(12)]
    there, back = told(*own, inbound=asked), told(*own, inbound=asked[::-1])
    assert answers(there) == answers(back)


def test_a_conversation_begins_where_nothing_of_it_came_before() -> None:
    asked = (
        wrote(100, 24),
        wrote(101, 27, in_reply_to_post_id="2"),  # our answer to 100
        wrote(102, 29, in_reply_to_post_id="3"),  # which went on
        wrote(103, 30, by=3, in_reply_to_post_id="1"),  # an announcement of ours
        wrote(104, 31, in_reply_to_post_id="100"),  # to the own question
    )
    thread = {"in_reply_to_user_id": OWNER, "in_reply_to_post_id": "2"}
    found = answers(told((26, replied(100)), (28, thread), inbound=asked))
    assert (value(found.eligible), value(found.openings)) == (5, 2)
    assert value(found.opening_response_rate) == 0.5


def test_every_figure_says_what_is_counted() -> None:
    texts = {name: definition.text for name, definition in definitions(Responsiveness)}
    for name in ("eligible", "response_rate"):
        assert "every one and not only those that begin a conversation" in texts[name]
        assert "last 72 hours" in texts[name]


# Unknown is unknown ----------------------------------------------------------------------


def test_without_posts_by_others_nothing_is_known() -> None:
    found = answers(story().posts(50).replies(20))
    assert all(isinstance(getattr(found, item.name), Unknown) for item in fields(found))


def test_a_file_with_no_post_by_others_in_it_says_that_nobody_wrote() -> None:
    found = answers(told(inbound=()))
    assert value(found.eligible) == 0
    assert reason(found.response_rate) == "no posts by others to the account"


def test_replies_of_which_only_the_person_is_known_answer_no_post() -> None:
    own = [(30 + n, {"in_reply_to_user_id": "1"}) for n in range(10)]
    found = answers(told(*own, inbound=(wrote(100, 24),)))
    assert "not which post" in reason(found.response_rate)
    assert value(found.eligible) == 1


def test_posts_that_do_not_say_what_they_answer_begin_no_known_conversation() -> None:
    asked = wrote(100, 24)
    del asked["in_reply_to_post_id"]
    found = answers(told((30, replied(100)), inbound=(asked,)))
    assert "what the posts by others answer" in reason(found.openings)
    assert value(found.response_rate) == 1


def test_a_day_without_time_of_day_gives_no_speed_but_a_rate() -> None:
    asked = wrote(100, 24, created_at=(START.date() + timedelta(days=1)).isoformat())
    found = answers(told((90, replied(100)), inbound=(asked,)))
    assert value(found.response_rate) == 1
    assert "no time of day" in reason(found.median_response_minutes)
    assert "no time of day" in reason(found.answered_within_24h)


def test_a_dataset_of_answered_conversations_gives_no_share_of_answers() -> None:
    account = build(read([SAMPLES / "formats" / "customer_support"]))
    found = measure(account, VIENNA)
    for metric in (found.response_rate, found.answered, found.median_response_minutes):
        assert "only what was answered" in reason(metric)
    row = next(row for row in availability(account) if "were they answered" in row.question)
    assert row.status == "partly"


def test_the_first_and_last_post_alone_answer_nobody() -> None:
    tables = told(inbound=(wrote(100, 24),)).tables()
    found = measure(build([replace(tables, timeline="ends")]), Options())
    assert isinstance(found.response_rate, Unknown)


# How long it took ------------------------------------------------------------------------


def test_those_without_an_answer_count_as_still_waiting() -> None:
    tale = story().posts(9).asked(30, answered_after=2).asked(40)
    found = answers(tale)
    assert "fewer than half" in reason(found.median_response_minutes)
    assert value(found.answered_within_72h) < 0.5


def test_the_median_is_over_all_and_not_over_the_answered() -> None:
    tale = story().posts(9).asked(30, answered_after=1).asked(30, answered_after=30)
    found = answers(tale.asked(20).silence(5))
    assert value(found.answered) == 60
    assert value(found.median_response_minutes) == 30 * 60
    assert value(found.answered_within_1h) == pytest.approx(30 / value(found.eligible))


def test_shares_within_an_hour_a_day_and_three_days_grow() -> None:
    tale = story().posts(9)
    for hours in (0.5, 20, 60):
        tale = tale.asked(20, answered_after=hours, every=4)
    found = answers(tale.says("That was all"))
    shares = [
        found.answered_within_1h,
        found.answered_within_24h,
        found.answered_within_72h,
    ]
    assert [value(share) for share in shares] == pytest.approx([1 / 3, 2 / 3, 1])


@pytest.mark.parametrize(
    ("asked_at", "answered_at", "minutes"),
    [
        ("2020-01-08T09:00:00Z", "2020-01-08T11:30:00Z", 150),  # Wednesday in Vienna
        ("2020-01-08T16:30:00Z", "2020-01-09T07:15:00Z", 45),  # over night
        ("2020-01-10T16:00:00Z", "2020-01-13T08:00:00Z", 120),  # over the weekend
        ("2020-01-11T12:00:00Z", "2020-01-12T12:00:00Z", 0),  # on a weekend
        ("2020-03-27T16:00:00Z", "2020-03-30T06:30:00Z", 90),  # summer time began
        ("2020-01-08T20:00:00Z", "2020-01-08T23:00:00Z", 0),  # in the evening
        ("2020-01-06T07:00:00Z", "2020-01-13T07:00:00Z", 50 * 60),  # a whole week
    ],
)
def test_only_office_hours_count(asked_at: str, answered_at: str, minutes: int) -> None:
    def hours(moment: str) -> float:
        return (datetime.fromisoformat(moment) - START) / timedelta(hours=1)

    # told from a Monday before, so that all of it lies after the first own post
    before = story().posts(1, created_at="2019-12-01T00:00:00Z").told().rows
    rows = [
        *before,
        {"post_id": "2", "created_at": answered_at, "text": "Here", **replied(100)},
        {"post_id": "3", "created_at": "2020-06-01T09:00:00Z", "text": "Later"},
    ]
    tale = story(created_at="2019-01-01T00:00:00Z").posts(1, every=200).retold(rows)
    tale = tale.with_others("inbound", (wrote(100, hours(asked_at)),))
    found = answers(tale, VIENNA)
    assert value(found.median_response_business_minutes) == minutes


def test_without_a_time_zone_there_are_no_office_hours() -> None:
    found = answers(story().posts(9).asked(30, answered_after=2))
    assert "--time-zone" in reason(found.median_response_business_minutes)


# The end of the file ---------------------------------------------------------------------


def test_a_later_day_of_observation_changes_nothing() -> None:
    tables = story().posts(9).asked(30, answered_after=2).asked(40).tables()
    assert tables.observed is not None
    later = date.fromisoformat(tables.observed) + timedelta(days=400)
    moved = measure(build([tables], as_of=later), VIENNA)
    assert moved == measure(build([tables]), VIENNA)


def test_people_who_wrote_after_the_last_own_post_were_left_without_an_answer() -> None:
    found = answers(story().posts(9).asked(30, answered_after=2).asked(60).silence(30))
    assert value(found.eligible) > 80


def test_where_the_day_of_the_export_is_unknown_it_ends_with_the_last_own_post() -> None:
    tables = story().posts(9).asked(30, answered_after=2).asked(60).tables()
    found = measure(build([replace(tables, observed=None)]), Options())
    assert value(found.eligible) <= 30
    assert value(found.response_rate) == 1


# Complaints ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "@desk my parcel is LATE again",
        "@desk it doesn’t work",
        "Still waiting for an answer @desk",
        "@desk seit Tagen keine Antwort, unverschämt",
        "@desk Der Automat ist kaputt",
        "@desk toujours pas reçu mon colis",
        "@desk el ascensor no funciona",
        "@desk ancora non ho ricevuto niente",
    ],
)
def test_a_complaint_is_known_by_its_words(text: str) -> None:
    assert is_complaint(text)


@pytest.mark.parametrize(
    "text",
    [
        "@desk no problem, thank you",
        "@desk better late than never :)",
        "@desk kein Problem, danke!",
        "@broken lovely picture",
        "https://example.com/broken is a good read",
        "@desk gar nicht schlecht",
        "@desk pas de problème, merci",
        "@desk when do you open?",
        "",
    ],
)
def test_what_is_no_complaint_is_none(text: str) -> None:
    assert not is_complaint(text)


def test_the_words_of_complaints_are_known_in_five_languages_and_say_whose_they_are() -> (
    None
):
    rows = lexicon("complaint_words")
    assert {row["language"] for row in rows} == {"en", "de", "fr", "es", "it"}
    assert all(row["source"] and row["kind"] in {"complaint", "none"} for row in rows)
    assert len({(row["words"], row["language"]) for row in rows}) == len(rows)


def test_complaints_and_all_else_are_counted_apart() -> None:
    tale = (
        story()
        .posts(9)
        .asked(30, answered_after=1, text="@example lovely {n}")
        .asked(25, text="@example my {n} is broken")
        .says("That was all")
        .silence(9)
        .says("Really")
    )
    found = answers(tale)
    assert (value(found.complaints), value(found.eligible)) == (25, 55)
    assert value(found.complaint_response_rate) == 0
    assert value(found.other_response_rate) == 1
    assert value(found.complaint_p) < 1e-10


def test_without_texts_there_are_no_complaints() -> None:
    found = answers(told(inbound=(wrote(100, 24, text=None),)))
    assert "texts" in reason(found.complaints)
    assert value(found.eligible) == 1


# Times that cannot be ---------------------------------------------------------------------


def test_posts_by_others_without_any_time_are_not_nobody() -> None:
    asked = tuple(wrote(100 + n, 0, created_at=None) for n in range(100))
    found = answers(told((30, replied(100)), inbound=asked))
    for metric in (found.eligible, found.response_rate, found.openings):
        assert "do not say when they were written" in reason(metric)


def test_some_posts_without_a_time_leave_open_how_many_wrote() -> None:
    asked = [wrote(n, 24 + n / 10) for n in range(100, 105)]
    asked += [wrote(n, 0, created_at="sometime") for n in (104, *range(200, 220))]
    asked += [
        wrote(300, 0, created_at=None, text="RT @example a repost"),
        wrote(301, 0, created_at=None, author_id=OWNER),
    ]
    eligible = answers(told(inbound=tuple(asked))).eligible
    assert isinstance(eligible, Estimate)
    assert (eligible.value, eligible.low, eligible.high) == (5, 5, 25)


@pytest.mark.parametrize(
    ("undated", "verdict"), [(0, "supported"), (20, "cannot be judged")]
)
def test_few_wrote_only_if_those_without_a_time_are_few_too(
    undated: int, verdict: str
) -> None:
    asked = [wrote(n, 24 + n / 10) for n in range(100, 105)]
    asked += [wrote(n, 0, created_at="sometime") for n in range(200, 200 + undated)]
    example = answered("five wrote", told(inbound=tuple(asked)), "cannot be judged")
    assert example.claim("CL01").parts[2].verdict == verdict
    assert example.claim("CL04").parts[0].verdict == "contradicted"


def test_nobody_is_said_to_have_been_silent_where_no_time_is_known() -> None:
    asked = tuple(wrote(100 + n, 0, created_at=None) for n in range(100))
    example = answered("no times", told(inbound=asked), "cannot be judged")
    assert example.claim("CL01").parts[2].verdict == "cannot be judged"
    assert example.claim("CL04").verdict == "cannot be judged"


@pytest.mark.parametrize(
    ("early", "cells", "met"),
    [
        (timedelta(seconds=60), {}, 1),
        (timedelta(seconds=61), {}, 0),
        (timedelta(days=900), {}, 0),
        (timedelta(hours=9), {"created_at": at(30 * DAY)[:10]}, 1),
    ],
)
def test_an_answer_from_before_the_question_is_none(
    early: timedelta, cells: Row, met: int
) -> None:
    asked = wrote(100, 30 * DAY, **cells)
    own = 30 * DAY - early.total_seconds() / 3600
    found = answers(told((own, replied(100)), inbound=(asked,), days=60))
    assert value(found.answered) == met
    late = answers(
        told((own, replied(100)), (31 * DAY, replied(100)), inbound=(asked,), days=60)
    )
    assert value(late.answered) == 1
    if not cells and not met:
        assert value(late.median_response_minutes) == 24 * 60


# Real files and many ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "rate", "openings"),
    [
        ("desk.json", 352 / 442, 352 / 402),
        ("formats/api_v2", 1, 1),
        ("formats/export", 1, 1),
    ],
)
def test_of_the_samples_it_is_known_how_many_were_answered(
    name: str, rate: float, openings: float
) -> None:
    found = measure(build(read([SAMPLES / name])), Options())
    assert value(found.response_rate) == pytest.approx(rate)
    assert value(found.opening_response_rate) == pytest.approx(openings)


def test_a_hundred_thousand_posts_by_others_take_seconds() -> None:
    n = 100_000
    asked = tuple(wrote(10**6 + i, 24 + i / 100, by=i % 5000) for i in range(n))
    tale = told(*((30 + i / 100, replied(10**6 + i)) for i in range(1000)), inbound=asked)
    account = tale.account()
    begun = time.process_time()
    assert value(measure(account, VIENNA).answered) == 1000
    assert time.process_time() - begun < 20


def test_moments_of_stories_are_those_that_are_told() -> None:
    assert datetime(2020, 1, 6, 9, tzinfo=UTC) == START
