"""Damage that real exports have, a made-up file for each kind, and what becomes of it.

The promise is always the same: kept and marked, or set aside with its place, or refused in
one line. Never a traceback, never a post lost in silence, never a wrong number.
"""

from __future__ import annotations

import signal
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hazards.made.common import INN, INN_ID, at, post_id, text
from hazards.made.times import BORN, MOMENT
from hazards.make import main as make

from acctaudit.audit import audit
from acctaudit.cli import run
from acctaudit.errors import InputError, ReadError
from acctaudit.model.build import build
from acctaudit.readers import How, read
from acctaudit.readers.mapping import mapping_file
from acctaudit.render import render
from acctaudit.report import Report

if TYPE_CHECKING:
    from acctaudit.model.account import Account

HAZARDS = Path(__file__).resolve().parent / "hazards"
NO_DATA = {"make.py", "made", "__pycache__"}
DAMAGED = "ids that a spreadsheet or script has damaged"


def account(name: str, *, of: str | None = None, as_of: date | None = None) -> Account:
    return build(read([HAZARDS / name]), account=of, as_of=as_of)


def mapped(name: str) -> Account:
    """A table of no known format, with the mapping beside it."""
    path = HAZARDS / name
    return build(read([path], how=How(mapping=mapping_file(path.with_suffix(".toml")))))


def fates(found: Account) -> tuple[int, int, int]:
    """Posts that were kept, duplicates, rows set aside."""
    intake = found.intake
    return intake.kept, intake.duplicates, len(intake.quarantined)


def aside(found: Account) -> list[tuple[int, str]]:
    """Place and reason of every row set aside."""
    return [(row.row, row.reason) for row in found.intake.quarantined]


def says(found: Account, words: str) -> bool:
    """Whether a remark says so."""
    return any(words in remark for remark in found.intake.remarks)


def value(found: Account, section: str, metric: str) -> Any:
    """The value of a metric; None where it is not known."""
    return audit(found).metrics[section][metric].value


def reply_share(found: Account) -> Any:
    return value(found, "conversation", "reply_share")


def texts(found: Account) -> list[str]:
    return [str(words) for words in found.posts["text"]]


def kinds(found: Account) -> dict[str, int]:
    return {str(kind): posts for kind, posts in Counter(found.posts["kind"]).items()}


def ids(found: Account) -> list[str]:
    return [str(post) for post in found.posts["post_id"]]


def stand_ins(posts: int) -> list[str]:
    """What posts without an id are called."""
    return [f"#{place + 1}" for place in range(posts)]


# Ids -------------------------------------------------------------------------------------


def test_an_id_that_javascript_rounded_does_no_harm_beside_the_whole_one() -> None:
    found = account("ids-rounded-by-javascript.json")
    assert fates(found) == (4, 0, 0)
    assert ids(found) == [post_id(n) for n in range(4)]
    assert not says(found, DAMAGED)


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("ids-rounded-without-id-str.json", 25),
        ("ids-rounded-18-digits.json", 25),
        ("ids-rounded-few-rows.json", 6),
        ("ids-excel-three-digits.csv", 25),
        ("ids-excel-three-digits-few-rows.csv", 4),
        ("ids-excel-six-digits.csv", 25),
        ("ids-excel-fifteen-digits.csv", 25),
        ("ids-excel-decimal-comma.csv", 4),
        ("ids-spreadsheet-power-of-ten.csv", 4),
        ("ids-number-signs.csv", 4),
    ],
)
def test_posts_with_damaged_ids_are_all_kept_and_none_is_joined(
    name: str, rows: int
) -> None:
    found = account(name)
    assert fates(found) == (rows, 0, 0)
    assert says(found, f"linked: {rows}")
    assert ids(found) == stand_ins(rows)


@pytest.mark.parametrize("name", ["ids-excel-three-digits.csv", "ids-excel-six-digits.csv"])
def test_posts_with_damaged_ids_keep_their_time_as_it_is_written(name: str) -> None:
    times = account(name).posts["created_at"]
    assert times.tolist() == [at(n) for n in range(25)]


def test_a_damaged_id_joins_no_other_input() -> None:
    paths = [HAZARDS / "ids-excel-six-digits.csv", HAZARDS / "semicolon.csv"]
    found = build(read(paths))
    assert fates(found) == (31, 0, 0)


def test_a_damaged_id_is_mended_by_the_address_and_a_copy_is_found() -> None:
    found = account("ids-excel-six-digits-with-address.csv")
    assert fates(found) == (4, 1, 0)
    assert ids(found) == [post_id(n) for n in range(4)]


@pytest.mark.parametrize(
    ("name", "share"),
    [
        ("parents-excel-six-digits.csv", 1 / 2),
        ("parents-excel-six-digits-twarc.csv", 1 / 3),
    ],
)
def test_a_reply_to_a_damaged_id_is_still_a_reply(name: str, share: float) -> None:
    found = account(name)
    assert kinds(found).get("reply") == 1
    assert reply_share(found) == pytest.approx(share)


def test_a_repost_of_a_damaged_id_has_no_likes_of_its_own() -> None:
    found = account("parents-excel-six-digits.csv")
    assert kinds(found) == {"original": 1, "reply": 1, "repost": 1}
    assert found.posts["likes"].max() == 3


def test_parents_as_floats_are_found_and_a_row_that_stands_twice_counts_once() -> None:
    found = account("parents-as-floats.csv")
    assert (fates(found), found.intake.foreign) == ((3, 1, 0), 2)
    assert found.posts["in_reply_to_post_id"].tolist() == ["1", "1", "4"]
    assert reply_share(found) == 1


def test_ids_of_before_november_2010_hold_no_time_and_contradict_none() -> None:
    found = account("sequential-ids.json")
    assert fates(found) == (5, 0, 0)
    assert found.posts["created_at"].dt.year.unique().tolist() == [2009]
    assert not says(found, "written time")
    assert kinds(found) == {"original": 4, "reply": 1}


# Times -----------------------------------------------------------------------------------


def test_every_form_of_a_date_is_the_same_instant_as_exactly_as_it_is_written() -> None:
    posts = account("dates-of-all-forms.json").posts
    alone = posts[posts["post_id"].str.len() == 3]
    assert Counter(alone["precision"]) == {"second": 9, "minute": 1, "day": 3}
    assert set(alone.loc[alone["precision"] == "second", "created_at"]) == {MOMENT}


def test_a_date_without_its_seconds_takes_them_from_the_id() -> None:
    posts = account("dates-of-all-forms.json").posts
    dated = posts[posts["post_id"].str.len() > 3]
    assert set(dated["precision"]) == {"second"}
    assert set(dated["created_at"]) == {MOMENT}


def test_days_without_ids_are_no_zero_gaps_and_no_midnight_posts() -> None:
    found = mapped("date-only-no-id.csv")
    assert fates(found) == (60, 0, 0)
    assert set(found.posts["precision"]) == {"day"}
    for metric in ("top_hour", "hour_entropy", "median_gap_hours", "longest_gap_days"):
        assert value(found, "cadence", metric) is None
    assert value(found, "cadence", "active_days") == 102


def test_a_table_of_no_known_format_is_refused_with_a_way_out() -> None:
    with pytest.raises(ReadError, match=r"date-only-no-id.csv: no known.*--columns"):
        account("date-only-no-id.csv")


@pytest.mark.parametrize(
    "name", ["date-american-no-zone.csv", "date-zone-name-ambiguous.csv"]
)
def test_a_time_of_no_known_zone_is_taken_from_the_id(name: str) -> None:
    found = account(name)
    assert found.posts["created_at"].tolist() == [at(n) for n in range(4)]
    assert says(found, "name no time zone, taken from the posts' ids: 4")


def test_a_time_of_no_known_zone_and_without_an_id_is_refused() -> None:
    with pytest.raises(InputError, match=r"row 1: no date, or one that .* no time zone"):
        account("date-zone-name-ambiguous-no-id.csv")


@pytest.mark.parametrize("name", ["date-with-offset.json", "date-gnu.csv"])
def test_a_written_zone_counts(name: str) -> None:
    assert account(name).posts["created_at"].tolist() == [at(n) for n in range(3)]


def test_milliseconds_since_1970_date_the_account() -> None:
    assert account("date-epoch-milliseconds").profile.created_at == BORN


def test_a_time_that_is_not_that_of_the_id_is_kept_and_said() -> None:
    found = account("date-not-of-the-id.json")
    assert fates(found) == (3, 0, 0)
    assert found.posts["created_at"].max() == at(1) + timedelta(days=30)
    assert says(found, "not that of their id, kept as written: 1")


def test_midnight_of_before_november_2010_is_a_day_and_later_a_time() -> None:
    posts = account("midnight-before-snowflake").posts
    assert posts["precision"].tolist() == [*["day"] * 9, "second"]
    assert posts["created_at"].iloc[-1] == datetime(2012, 3, 4, tzinfo=UTC)


def test_days_that_a_spreadsheet_wrote_in_its_own_way_are_refused_in_one_line() -> None:
    with pytest.raises(ReadError, match=r"ids and days cannot be read; export it again"):
        account("localised-dates.csv")
    with pytest.raises(InputError, match=r"row 1: no date, .* 3 of 3 posts"):
        account("localised-dates-of-a-scraper.csv")


def test_days_in_another_language_are_taken_from_the_id_in_the_address() -> None:
    found = account("localised-dates-with-address.csv")
    assert found.posts["created_at"].tolist() == [at(n) for n in range(4)]
    assert says(found, "days that a spreadsheet has rewritten, taken from the posts' ids")


def test_a_stray_of_another_year_is_no_silence_of_a_year() -> None:
    found = account("strays-in-a-slice.json")
    assert fates(found) == (31, 0, 0)
    assert value(found, "cadence", "longest_gap_days") < 3
    assert says(found, "one post, of 2\u00a0Apr\u00a02020, is older than the newest posts")


# Texts -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("mojibake-cp1252.csv", 8),
        ("mojibake-latin-1.csv", 5),
        ("mojibake-undefined-in-cp1252.csv", 9),
    ],
)
def test_a_table_that_is_not_utf_8_is_read_and_its_broken_letters_counted(
    name: str, broken: int
) -> None:
    found = account(name)
    assert fates(found) == (4, 0, 0)
    assert says(found, f"replaced by \ufffd: {broken}; its encoding can be named")
    assert texts(found)[0].startswith("Cr\ufffdme br\ufffdl\ufffde")


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("mojibake-cp1252.csv", "cp1252"), ("mojibake-latin-1.csv", "latin-1")],
)
def test_a_named_encoding_is_believed(name: str, encoding: str) -> None:
    found = build(read([HAZARDS / name], how=How(encoding=encoding)))
    assert texts(found)[0].startswith("Crème brûlée")
    assert found.intake.remarks == ()


def test_a_byte_that_the_named_encoding_lacks_is_one_line() -> None:
    path = HAZARDS / "mojibake-undefined-in-cp1252.csv"
    with pytest.raises(ReadError, match=r"byte \d+: it is not cp1252 text"):
        read([path], how=How(encoding="cp1252"))


def test_letters_that_were_garbled_before_are_kept_and_said() -> None:
    found = account("mojibake-double-encoded.csv")
    assert fates(found) == (4, 0, 0)
    assert says(found, "garbled before they came here")


def test_texts_written_as_bytes_are_texts_again() -> None:
    found = account("bytes-literals.csv")
    assert texts(found)[:3] == ["Soup… and bread", "It's the baker's “day”", "Two\nlines"]
    assert texts(found)[3:] == [
        r"b'Fog on the moor\xe2\x80",
        r"b'Cr\xe8me'",
        "be warned: no bytes here",
    ]


def test_letters_written_out_as_bytes_are_letters_again() -> None:
    assert texts(account("utf-8-written-out.csv")) == [
        "Soup… and bread",
        "Crème, said the baker",
        r"C:\x41rchive is a folder",
        "Nothing odd",
    ]


def test_a_row_whose_id_is_inside_its_text_is_kept_without_an_id() -> None:
    found = mapped("id-inside-text.csv")
    assert fates(found) == (12, 0, 0)
    assert (ids(found)[4], ids(found)[9]) == ("#5", "#10")
    assert texts(found)[4] == 'The late" bar 4'
    assert value(found, "content", "link_share") == 0


def test_quotation_marks_that_nobody_escaped_cost_their_rows_alone() -> None:
    path = HAZARDS / "quotes-not-escaped.csv"
    mapping = mapping_file(HAZARDS / "id-inside-text.toml")
    found = build(read([path], how=How(mapping=mapping)))
    assert fates(found) == (10, 0, 2)
    assert aside(found) == [
        (5, "its quotation marks do not match"),
        (10, "its quotation marks do not match"),
    ]


def test_a_text_that_the_platform_cut_is_no_quote_and_holds_no_link_to_itself() -> None:
    found = account("cut-at-140.json")
    assert (fates(found), kinds(found)) == ((4, 0, 0), {"original": 4})
    assert found.links.empty


def test_texts_that_the_platform_cut_are_counted_and_said() -> None:
    found = account("cut-at-140.json")
    assert says(found, "only the first 140 characters")
    assert says(found, "is not counted: 3")
    content = audit(found).metrics["content"]
    assert (content["link_share"].n, content["near_duplicate_share"].n) == (1, 1)


def test_texts_that_end_at_140_characters_with_an_ellipsis_are_counted() -> None:
    found = account("cut-at-140.csv")
    assert fates(found) == (4, 0, 0)
    assert says(found, "texts that end in dots")


def test_a_text_of_digits_stays_a_text() -> None:
    assert texts(account("text-all-digits.csv")) == ["1", "57点", "007", "3.0"]


def test_entities_are_undone_once_and_only_four_of_them() -> None:
    assert texts(account("entities-escaped.js")) == [
        "Soup & bread <3",
        "How to write &lt; in HTML",
        '"Quiet" hours, it&#39;s late',
    ]
    assert texts(account("entities-half-escaped")) == ["B&B & <more>", "R&D & T"]


def test_the_html_of_a_client_is_never_passed_on_as_html() -> None:
    found = account("source-is-html.js")
    assert fates(found) == (5, 0, 0)
    assert value(found, "automation", "top_client_share") == 2 / 5
    assert "<script>alert" not in render(audit(found), "html")


def test_a_leading_name_without_a_reply_field_is_no_reply_and_none_the_less() -> None:
    found = account("leading-at-no-reply-field.csv")
    assert kinds(found) == {"original": 6}
    assert reply_share(found) is None
    assert says(found, "begin with @name and are not marked as replies")


def test_a_leading_name_is_no_reply_and_an_answer_to_oneself_is_none_to_others() -> None:
    found = account("leading-at-and-replies-to-self.js")
    assert kinds(found) == {"original": 2, "reply": 2, "self_reply": 2}
    assert reply_share(found) == pytest.approx(1 / 3)


def test_a_repost_typed_by_hand_is_the_account_s_own_post() -> None:
    found = account("manual-retweets.js")
    assert kinds(found) == {"repost": 1, "original": 3}
    assert value(found, "conversation", "repost_share") == 1 / 4


def test_posts_that_repeat_somebody_in_quotation_marks_mention_them() -> None:
    found = account("old-retweets-quoted.json")
    assert kinds(found) == {"original": 4}
    assert found.mentions["row"].tolist()[:3] == [1, 1, 2]


def test_posts_that_repeat_somebody_in_quotation_marks_are_counted() -> None:
    assert says(account("old-retweets-quoted.json"), ": 2")


def test_posts_of_several_accounts_ask_which_one_is_meant() -> None:
    with pytest.raises(InputError, match=r"@lantern_inn 3, @moor_walker 2\).*--account"):
        account("several-authors.csv")
    found = account("several-authors.csv", of=INN)
    assert (fates(found), found.intake.foreign) == ((3, 0, 0), 2)


def test_a_handle_in_other_capitals_is_the_same_account() -> None:
    found = account("handle-in-other-case.csv")
    assert (fates(found), found.profile.handle) == ((3, 0, 0), INN)


# Tables ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "semicolon.csv",
        "bom.csv",
        "utf-16.csv",
        "line-ends-of-windows.csv",
        "index-columns.csv",
        "index-columns-without-name.csv",
        "columns-twice.csv",
    ],
)
def test_a_table_reads_alike_however_it_was_saved(name: str) -> None:
    found = account(name)
    assert fates(found) == (6, 0, 0)
    assert ids(found) == [post_id(n) for n in range(6)]
    assert texts(found) == [text(n) for n in range(6)]


def test_a_column_that_stands_twice_is_said() -> None:
    found = account("columns-twice.csv")
    assert says(found, "stand there twice, of which the first counts: text")
    assert not says(account("index-columns-without-name.csv"), "twice")


def test_a_bar_within_a_text_costs_its_row_alone() -> None:
    found = account("pipe-separated.csv")
    assert fates(found) == (11, 0, 1)
    assert aside(found) == [(2, "other columns than the header names")]


def test_a_table_without_a_header_is_refused_and_its_first_row_not_lost() -> None:
    with pytest.raises(ReadError, match="no known export format"):
        account("pipe-separated-no-header.csv")


def test_quotation_marks_between_tabs_stand_for_themselves() -> None:
    found = account("tab-unbalanced-quotes.tsv")
    assert fates(found) == (12, 0, 0)
    assert texts(found)[1:3] == ['"Late" bar tonight', 'Doors: 6" wide']


@pytest.mark.parametrize(
    "name",
    [
        "comma-unbalanced-quotes.csv",
        "comma-quote-never-closed.csv",
        "comma-quote-closed-by-another-row.csv",
    ],
)
def test_a_quotation_mark_that_is_never_closed_swallows_no_other_rows(name: str) -> None:
    found = account(name)
    assert fates(found) == (11, 0, 1)
    assert aside(found) == [(5, "its quotation marks do not match")]


def test_words_for_nothing_are_no_texts_and_words_for_yes_are_no_facts() -> None:
    found = account("none-and-true-strings.csv")
    assert kinds(found) == {"original": 2, "reply": 1, "repost": 1}
    assert found.posts["text"].isna().tolist() == [False, False, False, True]
    assert found.posts["likes"].isna().tolist() == [True, False, True, False]
    assert "lang" not in found.posts
    assert found.links.empty


def test_each_of_several_answers_is_a_reply_to_the_same_person() -> None:
    found = account("several-answers.csv")
    assert (fates(found), found.intake.foreign) == ((18, 0, 0), 6)
    assert reply_share(found) == 1
    assert value(found, "conversation", "people_answered") == 1


def test_a_row_torn_in_two_makes_no_phantom_with_another_id() -> None:
    found = account("row-torn-in-two.csv")
    assert fates(found) == (11, 0, 2)
    assert [row for row, _ in aside(found)] == [6, 7]
    assert ids(found) == [str(n + 1) for n in range(12) if n != 5]


# Archives --------------------------------------------------------------------------------


def test_the_months_of_an_archive_are_read_and_not_its_frozen_csv() -> None:
    found = account("grailbird-frozen-csv")
    assert fates(found) == (7, 0, 0)
    assert found.posts["created_at"].dt.year.tolist() == [*[2016] * 3, *[2019] * 4]


def test_a_collapsed_repost_is_a_repost_dated_by_its_own_id() -> None:
    found = account("grailbird-collapsed-retweets")
    assert kinds(found) == {"original": 2, "repost": 2}
    assert found.posts["created_at"].dt.year.unique().tolist() == [2019]
    assert found.posts["likes"].max() == 1
    assert says(found, "as the original post, dated by their id: 2")


def test_a_post_that_stands_in_two_months_counts_once() -> None:
    assert fates(account("grailbird-double-months")) == (4, 1, 0)


def test_foreign_files_in_an_archive_are_left_alone() -> None:
    found = account("grailbird-foreign-files")
    assert fates(found) == (3, 0, 0)
    assert found.timeline == "complete"


def test_a_retweeted_flag_that_is_always_false_is_not_believed() -> None:
    assert kinds(account("retweeted-flag-false.js")) == {"original": 3, "repost": 1}


def test_an_archive_in_no_order_is_put_in_order() -> None:
    found = account("unsorted.js")
    assert ids(found) == [post_id(n) for n in range(5)]


def test_of_the_versions_of_a_post_the_last_one_counts() -> None:
    found = account("edit-versions.js")
    assert (fates(found), found.intake.superseded) == ((2, 0, 0), 2)
    assert texts(found)[0] == "Version 3"
    assert found.posts["likes"].tolist() == [7, 2]


def test_a_long_post_finds_its_text_by_time_and_a_lone_note_none() -> None:
    found = account("notes-join-by-time")
    assert fates(found) == (3, 0, 0)
    assert [len(words) > 280 for words in texts(found)] == [False, True, False]
    assert found.links["target"].tolist() == ["https://inn.example/m"]


def test_all_parts_of_an_archive_are_read() -> None:
    found = account("multi-part")
    assert fates(found) == (8, 0, 0)
    assert [file.name for file in found.intake.files] == [
        "tweets.js", "tweets-part1.js", "tweets-part2.js", "tweets-part10.js",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["account-js-missing", "manifest-without-account"])
def test_whose_archive_it_is_follows_from_the_posts_and_is_said(name: str) -> None:
    found = account(name)
    assert found.profile.user_id == INN_ID
    assert kinds(found) == {"original": 2, "self_reply": 2, "reply": 1}
    assert says(found, "was inferred from the posts themselves")


def test_account_js_is_believed_before_the_manifest() -> None:
    found = account("manifest-account-faked")
    assert (found.profile.user_id, found.profile.handle) == (INN_ID, INN)
    assert reply_share(found) == 1 / 5


def test_a_manifest_that_the_posts_contradict_makes_no_replies_of_threads() -> None:
    assert reply_share(account("manifest-account-faked-alone")) in {None, 1 / 5}


@pytest.mark.parametrize("name", ["reformatted-not-json.js", "trailing-commas.js"])
def test_an_archive_that_an_editor_rewrote_says_so_and_where(name: str) -> None:
    with pytest.raises(ReadError, match=rf"{name}, line \d+: it is not JSON \(reformatted"):
        account(name)


def test_a_link_to_a_post_is_one_under_either_name_of_the_platform() -> None:
    found = account("links-of-another-name.js")
    assert kinds(found) == {"original": 4}
    assert value(found, "composition", "post_links") == 1


# API -------------------------------------------------------------------------------------


def test_the_link_from_a_cut_text_to_itself_is_no_quote_and_a_real_quote_is_one() -> None:
    found = account("self-links-look-like-quotes.json")
    assert kinds(found) == {"original": 2, "quote": 1}
    assert found.links["row"].tolist() == [2]


@pytest.mark.parametrize(
    "name", ["dict-of-statuses.json", "dict-of-statuses-by-index.json"]
)
def test_statuses_in_a_dictionary_are_read_like_a_list(name: str) -> None:
    found = account(name)
    assert fates(found) == (4, 0, 0)
    assert ids(found) == [post_id(n) for n in range(4)]


def test_the_first_post_of_the_newest_3200_is_not_the_birth_of_the_account() -> None:
    found = account("capped-3200.json", as_of=date(2021, 5, 1))
    assert (fates(found), found.timeline) == ((5, 0, 0), "recent")
    assert value(found, "cadence", "age_days") == 4443
    assert value(found, "cadence", "posts_known") == 48_213


@pytest.mark.parametrize(
    "name", ["retweets-with-counts-of-the-original.json", "merged-retweets.csv"]
)
def test_reactions_to_a_repost_belong_to_the_original(name: str) -> None:
    found = account(name)
    assert kinds(found)["repost"] == 1
    assert found.posts.loc[found.posts["kind"] == "repost", "likes"].isna().all()
    assert (found.posts["likes"].max(), found.posts["reposts"].max()) == (2, 1)


def test_line_ends_that_a_tool_wrote_as_two_letters_are_line_ends() -> None:
    assert texts(account("merged-retweets.csv"))[0] == f"{text(0)}\nsecond line"


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("data-object-instead-of-list.json", 1),
        ("data-objects-a-line.jsonl", 3),
        ("page-without-data.jsonl", 2),
        ("errors-on-a-page.json", 2),
        ("foreign-posts-in-includes.json", 2),
        ("missing-user-fields.json", 2),
    ],
)
def test_pages_of_every_shape_give_the_account_s_own_posts(name: str, rows: int) -> None:
    found = account(name)
    assert (fates(found), found.intake.foreign) == ((rows, 0, 0), 0)
    assert found.profile.user_id == INN_ID


def test_a_user_without_most_fields_has_them_unknown() -> None:
    page = account("missing-user-fields.json").profile
    assert (page.handle, page.followers, page.bio, page.created_at) == (INN, *[None] * 3)


def test_followers_without_most_fields_are_followers() -> None:
    (tables,) = read([HAZARDS / "followers-missing-user-fields.json"])
    assert [row["handle"] for row in tables.others["followers"]] == ["moor_walker", None]


def test_braces_in_place_of_lists_are_empty_lists() -> None:
    found = account("braces-for-lists.json")
    assert (fates(found), kinds(found)) == ((3, 0, 0), {"original": 2, "reply": 1})


def test_no_impressions_before_they_were_counted_are_unknown_and_zero_after() -> None:
    shown = account("impressions-zero-before-2022.json").posts["impressions"]
    assert shown.isna().tolist() == [True, True, False, False]
    assert shown.tolist()[2:] == [0, 250]


@pytest.mark.parametrize(
    ("section", "metric"),
    [
        ("conversation", "reply_share"),
        ("content", "media_share"),
    ],
)
def test_a_field_that_nobody_asked_for_is_not_known(section: str, metric: str) -> None:
    assert value(account("fields-not-asked-for.jsonl"), section, metric) is None


def test_links_that_nobody_asked_for_are_found_in_the_texts() -> None:
    found = account("fields-not-asked-for.jsonl")
    assert value(found, "content", "link_share") == pytest.approx(1 / 3)


def test_error_lines_in_a_stream_are_set_aside_one_by_one() -> None:
    found = account("error-lines-in-stream.jsonl")
    assert fates(found) == (24, 0, 3)
    assert aside(found) == [(row, "not a row of the expected form") for row in (7, 8, 12)]


def test_a_client_that_is_known_of_reposts_alone_is_not_known() -> None:
    found = account("client-of-reposts-only.jsonl")
    assert fates(found) == (3, 0, 0)
    assert value(found, "automation", "top_client_share") is None


# Analytics -------------------------------------------------------------------------------


def test_a_header_in_another_language_is_known_by_its_places() -> None:
    found = account("localised-header.csv")
    assert (fates(found), found.profile.handle) == ((4, 0, 0), INN)
    assert found.posts["impressions"].tolist() == [120] * 4


@pytest.mark.parametrize(
    "name",
    [
        "day-only-dates.csv",
        "plural-and-case-drift.csv",
        "comma-inside-dates.csv",
        "plural-and-case-drift-further.csv",
    ],
)
def test_names_and_days_of_every_year_give_the_same_figures(name: str) -> None:
    found = account(name)
    posts = found.posts
    assert (fates(found), found.profile.handle) == ((4, 0, 0), INN)
    assert posts["created_at"].tolist() == [at(n) for n in range(4)]
    for column, count in (("likes", 3), ("bookmarks", 0), ("clicks", 2), ("reposts", 1)):
        assert posts[column].tolist() == [count] * 4


def test_columns_of_names_that_are_not_known_are_unknown_and_not_zero() -> None:
    found = account("plural-and-case-drift-further.csv")
    assert fates(found) == (4, 0, 0)
    assert value(found, "engagement", "engagements_per_post") in {None, 6}


def test_analytics_hold_no_reply_field_and_no_reposts() -> None:
    found = account("truncated-text.csv")
    assert reply_share(found) is None
    assert value(found, "composition", "reposts") is None
    assert says(found, "begin with @name and are not marked as replies")


def test_texts_that_analytics_may_have_cut_are_counted() -> None:
    assert says(account("truncated-text.csv"), "after some 280 characters: 1")


def test_of_overlapping_ranges_each_post_counts_once_with_its_largest_totals() -> None:
    found = account("overlapping-ranges")
    assert fates(found) == (9, 2, 0)
    assert found.posts["likes"].tolist() == [0, 1, 2, 3, 7, 8, 9, 10, 11]
    assert found.as_of == date(2021, 5, 31)


def test_of_a_day_in_two_exports_the_later_one_counts() -> None:
    (tables,) = read([HAZARDS / "days-one-below-the-other.csv"])
    days = tables.others["daily"]
    assert [row["impressions"] for row in days] == [10, 20, 33, 40, 50]
    assert [row["unfollows"] for row in days] == [0, 1, 0, 0, 2]


# All of them -----------------------------------------------------------------------------

NAMES = sorted(path.name for path in HAZARDS.iterdir() if path.name not in NO_DATA)
EXPORTS = [name for name in NAMES if not name.endswith(".toml")]
MAPPED = [name for name in EXPORTS if f"{Path(name).stem}.toml" in NAMES]
REFUSED = {
    "date-only-no-id.csv",
    "date-zone-name-ambiguous-no-id.csv",
    "days-one-below-the-other.csv",
    "followers-missing-user-fields.json",
    "id-inside-text.csv",
    "localised-dates-of-a-scraper.csv",
    "localised-dates.csv",
    "pipe-separated-no-header.csv",
    "quotes-not-escaped.csv",
    "reformatted-not-json.js",
    "several-authors.csv",
    "trailing-commas.js",
}
"""Hazards that are one line of error, where nothing else is said about them."""


def reported(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Status, output and errors of a run in this process."""
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(SystemExit) as end:
        run(["report", *arguments, "-f", "json"])
    signal.signal(signal.SIGTERM, before)
    return int(end.value.code or 0), *capsys.readouterr()


@pytest.mark.parametrize("name", EXPORTS)
def test_a_hazard_is_a_report_or_one_line(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = reported(capsys, str(HAZARDS / name))
    if name in REFUSED:
        assert (status, out, err.count("\n")) == (2, "", 1)
        assert err.startswith("acctaudit: error: ")
    else:
        assert (status, err) == (0, "")
        assert Report.from_json(out).intake.kept


@pytest.mark.parametrize("name", MAPPED)
def test_a_table_of_no_known_format_is_a_report_with_its_mapping(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = HAZARDS / name
    mapping = str(path.with_suffix(".toml"))
    status, out, err = reported(capsys, str(path), "--columns", mapping)
    assert (status, err) == (0, "")
    assert Report.from_json(out).intake.kept == fates(mapped(name))[0]


def test_every_hazard_has_a_test() -> None:
    tests = Path(__file__).read_text("utf-8")
    assert [name for name in EXPORTS if f'"{name}"' not in tests] == []


def test_the_hazards_are_current(tmp_path: Path) -> None:
    make(tmp_path)
    made = {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()}
    here = {
        path.relative_to(HAZARDS)
        for path in HAZARDS.rglob("*")
        if path.is_file() and path.relative_to(HAZARDS).parts[0] not in NO_DATA
    }
    assert here == made, "files too many or too few: run python tests/hazards/make.py"
    for name in made:
        same = (tmp_path / name).read_bytes() == (HAZARDS / name).read_bytes()
        assert same, f"{name} is old: run python tests/hazards/make.py"


def test_a_text_of_several_lines_before_a_number_is_a_whole_row(tmp_path: Path) -> None:
    path = tmp_path / "lines.csv"
    rows = [f'{post_id(n)},"2021-04-05 07:30:1{n}+00:00","a\nb","1"\n' for n in range(4)]
    path.write_text("Tweet Id,Datetime,Text,Username\n" + "".join(rows), "utf-8")
    assert texts(build(read([path]))) == ["a\nb"] * 4
