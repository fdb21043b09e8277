"""From tables to an account: kinds, fates and dates."""

from __future__ import annotations

from datetime import date

import pytest

from acctaudit.errors import InputError, NotMeasured
from acctaudit.model.account import Account
from acctaudit.model.build import build
from acctaudit.model.intake import Intake
from acctaudit.model.tables import PostTable, Quarantined, Tables
from acctaudit.story import OWNER, story

DAY = "2020-01-06T09:00:00Z"


def table(rows: list[dict[str, object]], **parts: object) -> Tables:
    names = sorted({name for row in rows for name in row})
    posts = PostTable()
    posts.extend(
        "t", range(1, len(rows) + 1), {n: [row.get(n) for row in rows] for n in names}
    )
    return Tables("test", posts=posts, **parts)  # type: ignore[arg-type]


def account(*rows: dict[str, object], **profile: object) -> Account:
    filled = [
        {"post_id": str(i + 1), "created_at": DAY, "text": "a", **row}
        for i, row in enumerate(rows)
    ]
    return build([table(filled, profile=profile or {"user_id": OWNER, "handle": "us"})])


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ({}, "original"),
        ({"quote_of_id": "9"}, "quote"),
        ({"in_reply_to_user_id": "77"}, "reply"),
        ({"in_reply_to_handle": "them"}, "reply"),
        ({"in_reply_to_post_id": "9"}, "reply"),
        ({"in_reply_to_user_id": "77", "quote_of_id": "9"}, "reply"),
        ({"in_reply_to_user_id": OWNER}, "self_reply"),
        ({"in_reply_to_handle": "US"}, "self_reply"),
        ({"in_reply_to_post_id": "1"}, "self_reply"),
        ({"is_repost": True}, "repost"),
        ({"repost_of_id": "9"}, "repost"),
        ({"is_repost": True, "in_reply_to_user_id": "77"}, "repost"),
        ({"text": "RT @them: hello"}, "original"),
    ],
)
def test_every_row_is_of_one_kind_by_one_precedence(
    row: dict[str, object], kind: str
) -> None:
    assert account({}, {"post_id": "5", **row}).posts["kind"].tolist()[1] == kind


def test_the_owner_is_inferred_from_answers_to_posts_of_the_file() -> None:
    found = account(
        {"post_id": "1"},
        {"post_id": "2", "in_reply_to_user_id": "42", "in_reply_to_post_id": "1"},
        {"post_id": "3", "in_reply_to_user_id": "77", "in_reply_to_post_id": "900"},
        handle="us",
    )
    assert found.profile.user_id == "42"
    assert found.posts["kind"].tolist() == ["original", "self_reply", "reply"]


def test_every_row_has_a_fate_and_the_books_balance() -> None:
    rows: list[dict[str, object]] = [
        {"post_id": "1", "likes": 1},
        {"post_id": "1", "likes": 2},
        {"post_id": "2", "edit_of": "2"},
        {"post_id": "3", "edit_of": "2"},
        {"post_id": "4", "author_id": "66"},
        {"post_id": "5", "created_at": "yesterday"},
        {"post_id": "6", "created_at": "1999-01-01T00:00:00Z"},
        {"post_id": "7", "likes": -1},
    ]
    good = [{"post_id": str(100 + i)} for i in range(12)]
    books = account(*rows, *good).intake  # type: ignore[arg-type]
    assert (books.read, books.kept) == (20, 14)
    assert (books.duplicates, books.superseded, books.foreign) == (1, 1, 1)
    assert sorted((q.row, q.reason) for q in books.quarantined) == [
        (6, "no date, or one that cannot be read or names no time zone"),
        (7, "dated before Twitter existed"),
        (8, "an impossible number of likes"),
    ]


def test_books_that_do_not_balance_cannot_be_made() -> None:
    with pytest.raises(AssertionError, match="rows were lost"):
        Intake(
            "r",
            (),
            read=3,
            kept=1,
            duplicates=0,
            superseded=0,
            foreign=0,
            quarantined=(),
            remarks=(),
        )


def test_of_two_copies_the_richer_stays() -> None:
    found = account(
        {"post_id": "1"}, {"post_id": "1", "likes": 3}, {"post_id": "2", "likes": 0}
    )
    assert found.posts["likes"].tolist() == [3, 0]


def test_of_an_edited_post_the_last_version_stays() -> None:
    found = account(
        {"post_id": "9", "edit_of": "9", "text": "old"},
        {"post_id": "10", "edit_of": "9", "text": "new"},
    )
    assert found.posts["text"].tolist() == ["new"]


def test_rows_with_damaged_ids_are_never_joined() -> None:
    found = account(
        {"post_id": "100", "id_exact": False}, {"post_id": "100", "id_exact": False}
    )
    assert len(found.posts) == 2


def test_a_column_without_any_value_is_not_measured() -> None:
    found = account({"likes": None}, {"likes": None})
    assert "likes" not in found.posts
    with pytest.raises(NotMeasured, match="no like counts"):
        found.column("likes")


def test_entities_are_unescaped_once() -> None:
    found = account({"text": "a &amp;lt; b &amp; c"})
    assert found.posts["text"].tolist() == ["a &lt; b & c"]


def test_midnight_before_snowflake_has_day_precision() -> None:
    found = account(
        {"post_id": "20", "created_at": "2009-01-01 00:00:00 +0000"},
        {"post_id": "29700859300", "created_at": "2010-11-05 00:00:00 +0000"},
    )
    assert found.posts["precision"].tolist() == ["day", "second"]


def test_a_row_without_date_is_dated_by_its_id() -> None:
    found = account({"post_id": "844454048556355584", "created_at": None})
    assert str(found.posts["created_at"].iloc[0]) == "2017-03-22 07:41:49.030000+00:00"


def test_posts_after_the_export_are_set_aside() -> None:
    rows: list[dict[str, object]] = [
        {"post_id": str(i), "created_at": DAY} for i in range(1, 10)
    ]
    late: dict[str, object] = {"post_id": "99", "created_at": "2031-01-01T00:00:00Z"}
    found = build([table([*rows, late], observed="2020-02-01")])
    assert found.intake.quarantined == (
        Quarantined("t", 10, "dated after the day of the export"),
    )


def test_too_many_unusable_rows_stop_the_run() -> None:
    with pytest.raises(InputError, match="2 of 3 posts cannot be used"):
        account({"created_at": "x"}, {"created_at": "y"}, {})


def test_some_unusable_rows_are_a_remark() -> None:
    rows: list[dict[str, object]] = [{"post_id": str(i)} for i in range(1, 20)]
    books = account(*rows, {"post_id": "50", "created_at": "x"}).intake
    assert books.remarks == ("1 of 20 posts could not be used: see what was set aside",)


def test_an_account_without_posts_needs_at_least_a_counter() -> None:
    with pytest.raises(InputError, match="no posts"):
        build([Tables("test", profile={"handle": "us"})])
    assert build([Tables("test", profile={"posts_total": 7})]).profile.posts_total == 7


def test_inputs_of_two_accounts_are_refused_with_both_names() -> None:
    one, other = (
        story(user_id="1", handle="one").posts(1).tables(),
        story(user_id="2", handle="two").posts(1).tables(),
    )
    with pytest.raises(InputError, match=r"different accounts.*@one and @two"):
        build([one, other])


def test_two_inputs_of_one_account_are_joined_by_id() -> None:
    tale = story().posts(5)
    richer = tale.retold([{**row, "likes": 4} for row in tale.told().rows[:2]])
    found = build([tale.tables(), richer.tables()])
    assert found.intake.duplicates == 2
    assert found.posts["likes"].tolist()[:2] == [4, 4]
    assert found.posts["likes"].isna().tolist() == [False, False, True, True, True]


def test_a_day_before_the_newest_post_is_refused_as_observation_date() -> None:
    with pytest.raises(InputError, match="before the newest post"):
        build([story().posts(5).tables()], as_of=date(2020, 1, 7))


def test_without_any_date_nothing_is_measured_back() -> None:
    found = account({})
    assert found.as_of is None
    with pytest.raises(NotMeasured, match="--as-of"):
        found.observed()


def test_the_own_domain_is_that_of_the_profile_link_or_the_declared_ones() -> None:
    tables = story(url="http://www.example.com/about").posts(1).tables()
    assert build([tables]).own_domains == ("example.com",)
    assert build([tables], own_domains=["https://www.b.org", "A.org"]).own_domains == (
        "a.org",
        "b.org",
    )


def test_columns_that_the_model_does_not_know_are_a_programming_error() -> None:
    with pytest.raises(AssertionError, match="colour"):
        account({"colour": "red"})
    with pytest.raises(AssertionError, match="shoe"):
        build([Tables("test", profile={"shoe": 1, "posts_total": 2})])
