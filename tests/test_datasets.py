"""What scrapers and datasets do to posts, and what becomes of it here."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from acctaudit.errors import InputError, ReadError
from acctaudit.model.build import build
from acctaudit.readers import claimants, read
from acctaudit.readers.opened import Opened
from samples.tale import snowflake
from samples.writers._flat import rounded

if TYPE_CHECKING:
    from collections.abc import Callable

    from acctaudit.model.account import Account
    from acctaudit.model.tables import Tables

FORMATS = Path(__file__).resolve().parent.parent / "samples" / "formats"
MOMENT = datetime(2021, 4, 23, 14, 38, 12, tzinfo=UTC)
FIRST, SECOND, THIRD = (snowflake(MOMENT + timedelta(hours=n)) for n in range(3))
Row = dict[str, Any]
Make = "Callable[..., Path]"


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Path]:
    """A CSV of the rows; the columns are those of the first."""

    def make(*rows: Row, name: str = "file.csv") -> Path:
        buffer = io.StringIO()
        writer = csv.DictWriter(buffer, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
        path = tmp_path / name
        path.write_text(buffer.getvalue(), "utf-8")
        return path

    return make


@pytest.fixture
def listed(tmp_path: Path) -> Callable[..., Path]:
    """A JSON list of the rows."""

    def make(*rows: Row, name: str = "file.json") -> Path:
        path = tmp_path / name
        path.write_text(json.dumps(rows), "utf-8")
        return path

    return make


def tables(path: Path, reader: str | None = None) -> Tables:
    (found,) = read([path], reader)
    return found


def column(path: Path, name: str) -> list[Any]:
    return list(tables(path).posts.columns[name])


def account(path: Path, of: str | None = None) -> Account:
    return build(read([path]), account=of)


def kinds(path: Path, of: str | None = None) -> list[str]:
    return [str(kind) for kind in account(path, of).posts["kind"]]


# snscrape as CSV -------------------------------------------------------------------------

SNSCRAPE = {
    "Datetime": "2021-04-23 14:38:12+00:00",
    "Tweet Id": FIRST,
    "Text": "@stone_reader Yes",
    "Username": "arch_museum",
}


def test_a_snscrape_csv_does_not_say_which_posts_are_replies(
    sheet: Callable[..., Path],
) -> None:
    found = account(sheet({"": 0} | SNSCRAPE))
    assert not found.says_replies
    assert any("begin with @name" in remark for remark in found.intake.remarks)


def test_a_rounded_snscrape_id_is_mended_by_the_address(
    sheet: Callable[..., Path],
) -> None:
    address = f"https://twitter.com/arch_museum/status/{FIRST}"
    path = sheet(SNSCRAPE | {"Tweet Id": rounded(FIRST), "Url": address})
    assert column(path, "post_id") == [FIRST]
    assert column(path, "id_exact") == [True]


# Twint -----------------------------------------------------------------------------------

TWINT = {
    "id": FIRST,
    "conversation_id": FIRST,
    "created_at": "2021-04-23 20:08:12 IST",
    "date": "2021-04-23",
    "time": "20:08:12",
    "timezone": "+0530",
    "user_id": "511",
    "username": "arch_museum",
    "tweet": "Open  https://t.co/a",
    "mentions": "[]",
    "urls": "['https://a.example']",
    "photos": "[]",
    "replies_count": "1",
    "retweets_count": "2",
    "likes_count": "3",
    "hashtags": "['Museum']",
    "link": f"https://twitter.com/arch_museum/status/{FIRST}",
    "retweet": "False",
    "quote_url": "0",
    "video": "0",
    "user_rt_id": "",
    "user_rt": "",
    "retweet_id": "",
    "reply_to": "[]",
    "retweet_date": "",
}
READER_OF_STONES = {"screen_name": "stone_reader", "name": "Stone", "id": "622"}


def test_the_offset_of_twint_counts_and_not_the_name_of_the_zone(
    sheet: Callable[..., Path],
) -> None:
    assert account(sheet(TWINT)).posts["created_at"].iloc[0] == MOMENT


def test_a_zone_that_twint_only_names_is_taken_from_the_id(
    sheet: Callable[..., Path],
) -> None:
    found = account(sheet(TWINT | {"timezone": "IST"}))
    assert found.posts["created_at"].iloc[0] == MOMENT
    assert any("name no time zone" in remark for remark in found.intake.remarks)


def test_milliseconds_of_old_twint_come_before_its_local_time(
    listed: Callable[..., Path],
) -> None:
    old = TWINT | {"created_at": int(MOMENT.timestamp() * 1000), "timezone": "EST"}
    assert account(listed(old)).posts["created_at"].iloc[0] == MOMENT


def test_the_space_before_an_address_is_taken_out_again(
    sheet: Callable[..., Path],
) -> None:
    assert column(sheet(TWINT), "text") == ["Open https://t.co/a"]


def test_the_first_person_of_reply_to_is_answered(sheet: Callable[..., Path]) -> None:
    people = str([READER_OF_STONES, READER_OF_STONES | {"id": "9", "screen_name": "x"}])
    path = sheet(TWINT | {"conversation_id": SECOND, "reply_to": people})
    assert column(path, "in_reply_to_user_id") == ["622"]
    assert column(path, "in_reply_to_handle") == ["stone_reader"]


def test_old_twint_lists_the_author_who_is_not_answered(
    sheet: Callable[..., Path],
) -> None:
    people = [
        {"user_id": "511", "username": "Arch_Museum"},
        {"user_id": "622", "username": "stone_reader"},
    ]
    path = sheet(TWINT | {"conversation_id": SECOND, "reply_to": str(people)})
    assert column(path, "in_reply_to_handle") == ["stone_reader"]


def test_the_post_that_began_a_conversation_is_no_reply(sheet: Callable[..., Path]) -> None:
    assert kinds(sheet(TWINT | {"reply_to": str([READER_OF_STONES])})) == ["original"]


def test_who_goes_on_and_answers_nobody_answers_themselves(
    sheet: Callable[..., Path],
) -> None:
    assert kinds(sheet(TWINT | {"conversation_id": SECOND})) == ["self_reply"]


def test_a_broken_reply_to_leaves_a_reply_to_somebody_unknown(
    sheet: Callable[..., Path],
) -> None:
    path = sheet(TWINT | {"conversation_id": SECOND, "reply_to": "[{'id': '6"})
    assert kinds(path) == ["reply"]
    assert column(path, "in_reply_to_user_id") == [None]


def test_without_reply_to_a_reply_is_not_taken_for_a_thread(
    sheet: Callable[..., Path],
) -> None:
    row = {name: cell for name, cell in TWINT.items() if name != "reply_to"}
    assert kinds(sheet(row | {"conversation_id": SECOND})) == ["reply"]


def test_rounded_conversations_make_no_threads(sheet: Callable[..., Path]) -> None:
    assert kinds(sheet(TWINT | {"conversation_id": rounded(FIRST)})) == ["original"]


def test_what_stands_in_a_list_is_never_run(
    sheet: Callable[..., Path], tmp_path: Path
) -> None:
    trap = tmp_path / "trap"
    code = f"[__import__('pathlib').Path({str(trap)!r}).touch()]"
    tables(sheet(TWINT | {"reply_to": code, "mentions": code, "urls": code}))
    assert not trap.exists()


def test_a_twint_repost_has_its_own_id_author_and_time(
    sheet: Callable[..., Path],
) -> None:
    row = {"retweet": "True", "retweet_id": THIRD, "user_rt": "guild", "user_rt_id": "7"}
    found = account(sheet(TWINT | row))
    (post,) = found.posts.to_dict("records")
    assert (post["post_id"], post["kind"], post["repost_of_id"]) == (THIRD, "repost", FIRST)
    assert post["created_at"] == MOMENT + timedelta(hours=2)
    assert found.profile.handle == "guild"


def test_reactions_to_a_twint_repost_are_not_known(sheet: Callable[..., Path]) -> None:
    path = sheet(TWINT | {"retweet": "True", "retweet_id": THIRD})
    assert column(path, "likes") == [None]


def test_those_answered_are_mentioned_too(sheet: Callable[..., Path]) -> None:
    mentions = str(["museum_friends"])
    people = str([READER_OF_STONES])
    path = sheet(TWINT | {"mentions": mentions, "reply_to": people})
    assert column(path, "mentions") == [[("stone_reader", "622"), ("museum_friends", None)]]


def test_an_address_of_the_quoted_post_makes_a_quote(sheet: Callable[..., Path]) -> None:
    address = f"https://twitter.com/guild/status/{SECOND}"
    assert kinds(sheet(TWINT | {"quote_url": address})) == ["quote"]


def test_rows_that_stand_twice_count_once(sheet: Callable[..., Path]) -> None:
    assert account(sheet(TWINT, TWINT)).intake.duplicates == 1


# Scweet ----------------------------------------------------------------------------------

SCWEET = {
    "tweet_id": FIRST,
    "timestamp": "Fri Apr 23 14:38:12 +0000 2021",
    "user": {"screen_name": "arch_museum", "name": "Arch Museum"},
    "text": "@stone_reader Yes",
    "likes": 3,
    "retweets": 2,
    "comments": 1,
    "tweet_url": f"https://x.com/arch_museum/status/{FIRST}",
    "media": None,
    "embedded_text": None,
}


def test_the_author_of_a_scweet_json_is_an_object(listed: Callable[..., Path]) -> None:
    assert account(listed(SCWEET)).profile.handle == "arch_museum"


def test_scweet_alone_does_not_say_which_posts_are_replies(
    listed: Callable[..., Path],
) -> None:
    assert not account(listed(SCWEET)).says_replies


def test_what_the_page_sent_says_which_posts_are_replies(
    listed: Callable[..., Path],
) -> None:
    answer = {"in_reply_to_user_id_str": "622", "in_reply_to_screen_name": "stone_reader"}
    path = listed(SCWEET | {"raw": {"legacy": answer}})
    assert kinds(path) == ["reply"]


SCWEET_OLD = {
    "UserScreenName": "Arch Museum",
    "UserName": "@arch_museum",
    "Timestamp": "2021-04-23T14:38:12.000Z",
    "Text": "Open tomorrow",
    "Embedded_text": "",
    "Comments": "",
    "Likes": "1.2K",
    "Retweets": "3M",
    "Tweet URL": f"https://twitter.com/arch_museum/status/{FIRST}",
}


def test_counts_of_old_scweet_are_rounded_and_that_is_said(
    sheet: Callable[..., Path],
) -> None:
    found = tables(sheet(SCWEET_OLD))
    assert found.posts.columns["likes"][0] == 1200
    assert found.posts.columns["reposts"][0] == 3_000_000
    assert any("rounded" in remark for remark in found.remarks)


def test_an_empty_count_of_old_scweet_is_unknown(sheet: Callable[..., Path]) -> None:
    assert column(sheet(SCWEET_OLD), "replies") == [None]


def test_the_words_of_an_old_scweet_reply_stand_below(sheet: Callable[..., Path]) -> None:
    row = {"Text": "Replying to \n@stone_reader", "Embedded_text": "Every Sunday"}
    assert column(sheet(SCWEET_OLD | row), "text") == ["Every Sunday"]


def test_whom_an_old_scweet_reply_names_is_not_taken_for_its_text(
    sheet: Callable[..., Path],
) -> None:
    row = {"Text": "Replying to \n@stone_reader\n and \n@guild"}
    assert column(sheet(SCWEET_OLD | row), "text") == [None]


def test_an_old_scweet_author_is_known_by_the_address(sheet: Callable[..., Path]) -> None:
    assert account(sheet(SCWEET_OLD)).profile.handle == "arch_museum"


# twitter-web-exporter --------------------------------------------------------------------

WEB = {
    "id": FIRST,
    "created_at": "2021-04-23 20:08:12 +05:30",
    "full_text": "one\\ntwo",
    "media": "[]",
    "screen_name": "arch_museum",
    "name": "Arch Museum",
    "profile_image_url": "",
    "user_id": "511",
    "in_reply_to": "",
    "retweeted_status": "",
    "quoted_status": "",
    "favorite_count": 3,
    "retweet_count": 2,
    "bookmark_count": 1,
    "quote_count": 0,
    "reply_count": 0,
    "views_count": "",
    "retweeted": "true",
    "url": f"https://twitter.com/arch_museum/status/{FIRST}",
}
WEB_USER = {
    "id": "622",
    "screen_name": "stone_reader",
    "name": "Stone",
    "description": "reads",
    "profile_image_url": "https://abs.twimg.com/sticky/default_profile_images/a.png",
    "followers_count": 40,
    "friends_count": 90,
    "statuses_count": 7,
    "listed_count": 1,
    "location": "",
    "website": "",
    "is_blue_verified": False,
    "protected": False,
    "created_at": "2012-03-01 08:30:00 +00:00",
    "url": "https://twitter.com/stone_reader",
}


def test_line_breaks_of_the_web_exporter_csv_are_breaks_again(
    sheet: Callable[..., Path],
) -> None:
    assert column(sheet(WEB), "text") == ["one\ntwo"]


def test_a_backslash_of_the_web_exporter_json_stays(listed: Callable[..., Path]) -> None:
    assert column(listed(WEB), "text") == ["one\\ntwo"]


def test_views_that_the_web_exporter_has_not_seen_are_unknown(
    sheet: Callable[..., Path],
) -> None:
    assert column(sheet(WEB), "impressions") == [None]


def test_that_the_viewer_has_passed_a_post_on_makes_it_no_repost(
    sheet: Callable[..., Path],
) -> None:
    assert kinds(sheet(WEB)) == ["original"]


def test_a_reply_to_an_own_post_of_the_file_is_a_thread(sheet: Callable[..., Path]) -> None:
    second = WEB | {"id": SECOND, "in_reply_to": FIRST, "url": ""}
    third = WEB | {"id": THIRD, "in_reply_to": "20", "url": ""}
    assert kinds(sheet(WEB, second, third)) == ["original", "self_reply", "reply"]


def test_the_metadata_of_the_web_exporter_confuse_no_reader(
    listed: Callable[..., Path],
) -> None:
    raw = {"legacy": {"id_str": FIRST, "full_text": "x", "user": {}}, "core": {}}
    path = listed(WEB | {"metadata": raw, "media": [{"type": "photo"}]})
    with Opened(path) as opened:
        assert [reader.name for reader in claimants(opened.exports[0])] == ["web-exporter"]
    assert column(path, "media") == [1]


@pytest.mark.parametrize(
    ("name", "table"),
    [("twitter-Followers-1.csv", "followers"), ("twitter-Following-1.csv", "following")],
)
def test_people_of_the_web_exporter_go_by_the_name_of_the_file(
    sheet: Callable[..., Path], name: str, table: str
) -> None:
    (person,) = tables(sheet(WEB_USER, name=name)).others[table]
    assert (person["user_id"], person["followers"], person["default_avatar"]) == (
        "622",
        40,
        True,
    )


def test_people_of_the_web_exporter_are_read_from_json_too(
    listed: Callable[..., Path],
) -> None:
    path = listed(WEB_USER, name="twitter-Followers-1.json")
    (person,) = tables(path, "web-exporter-users").others["followers"]
    assert (person["handle"], person["url"]) == ("stone_reader", "")


# Trump Twitter Archive -------------------------------------------------------------------

TRUMP = {
    "source": "Desk",
    "id_str": FIRST,
    "text": "Open tomorrow",
    "created_at": "Fri Apr 23 14:38:12 +0000 2021",
    "retweet_count": 2,
    "in_reply_to_user_id_str": None,
    "favorite_count": 3,
    "is_retweet": False,
}


def test_the_account_is_whom_a_post_answers_that_names_nobody(
    listed: Callable[..., Path],
) -> None:
    other = TRUMP | {"text": "@stone_reader Yes", "in_reply_to_user_id_str": "622"}
    thread = TRUMP | {"id_str": SECOND, "in_reply_to_user_id_str": "511"}
    path = listed(other, thread)
    assert account(path).profile.user_id == "511"
    assert kinds(path) == ["reply", "self_reply"]


def test_two_who_are_answered_without_a_name_leave_the_account_unknown(
    listed: Callable[..., Path],
) -> None:
    rows = [TRUMP | {"in_reply_to_user_id_str": user} for user in ("511", "622")]
    assert "user_id" not in tables(listed(*rows)).profile


def test_a_repost_typed_by_hand_stays_an_original(listed: Callable[..., Path]) -> None:
    assert kinds(listed(TRUMP | {"text": "RT @guild: quarry"})) == ["original"]


def test_a_csv_without_the_column_does_not_say_which_posts_are_replies(
    sheet: Callable[..., Path],
) -> None:
    row = {name: cell for name, cell in TRUMP.items() if not name.startswith("in_reply")}
    assert not account(sheet(row)).says_replies


def test_the_american_dates_of_the_csv_are_read(sheet: Callable[..., Path]) -> None:
    found = account(sheet(TRUMP | {"created_at": "04-23-2021 14:38:12"}))
    assert found.posts["created_at"].iloc[0] == MOMENT


TRUMP_2 = {
    "id": int(FIRST),
    "text": "Open tomorrow",
    "isRetweet": "f",
    "isDeleted": "t",
    "device": "Desk",
    "favorites": 3,
    "retweets": 2,
    "date": "2021-04-23 14:38:12",
    "isFlagged": "f",
}


def test_times_of_the_second_archive_are_utc_even_without_an_id(
    sheet: Callable[..., Path],
) -> None:
    found = account(sheet(TRUMP_2 | {"id": rounded(FIRST)}))
    assert found.posts["created_at"].iloc[0] == MOMENT


def test_ids_of_the_second_archive_may_be_numbers(listed: Callable[..., Path]) -> None:
    assert column(listed(TRUMP_2), "post_id") == [FIRST]


# Customer Support on Twitter -------------------------------------------------------------

ASKED = {
    "tweet_id": "2",
    "author_id": "115712",
    "inbound": "True",
    "created_at": "Fri Apr 23 14:38:12 +0000 2021",
    "text": "@ArchCare is it open?",
    "response_tweet_id": "1,5",
    "in_response_to_tweet_id": "",
}
ANSWER = ASKED | {
    "tweet_id": "1",
    "author_id": "ArchCare",
    "inbound": "False",
    "text": "@115712 Yes",
    "response_tweet_id": "",
    "in_response_to_tweet_id": "2.0",
}


def test_a_parent_as_a_float_is_found(sheet: Callable[..., Path]) -> None:
    found = tables(sheet(ASKED, ANSWER)).posts.columns
    assert list(found["in_reply_to_post_id"]) == [None, "2"]
    assert list(found["in_reply_to_user_id"]) == [None, "115712"]


def test_a_brand_has_a_handle_and_a_customer_a_number(sheet: Callable[..., Path]) -> None:
    found = tables(sheet(ASKED, ANSWER)).posts.columns
    assert list(found["author_handle"]) == [None, "ArchCare"]
    assert list(found["author_id"]) == ["115712", None]


def test_columns_that_pandas_added_are_passed_over(sheet: Callable[..., Path]) -> None:
    extra = {"Unnamed: 0": "0", "index": "7"}
    path = sheet(extra | ASKED, extra | ANSWER)
    assert kinds(path, "ArchCare") == ["reply"]


def test_questions_to_the_brand_are_its_inbound_posts(sheet: Callable[..., Path]) -> None:
    stranger = ASKED | {"tweet_id": "9", "text": "@OtherCare hello?"}
    found = account(sheet(ASKED, ANSWER, stranger), "archcare")
    assert list(found.others["inbound"]["post_id"]) == ["2"]


def test_a_brand_that_goes_on_answers_itself(sheet: Callable[..., Path]) -> None:
    more = ANSWER | {"tweet_id": "3", "in_response_to_tweet_id": "1.0"}
    assert kinds(sheet(ASKED, ANSWER, more), "ArchCare") == ["reply", "self_reply"]


def test_several_brands_must_be_told_apart(sheet: Callable[..., Path]) -> None:
    other = ANSWER | {"tweet_id": "8", "author_id": "OtherCare"}
    with pytest.raises(InputError, match="--account"):
        account(sheet(ASKED, ANSWER, other))


def test_that_only_answered_conversations_are_there_is_said(
    sheet: Callable[..., Path],
) -> None:
    found = account(sheet(ASKED, ANSWER), "ArchCare")
    assert any("at most" in note for note in found.intake.notes)
    assert found.timeline == "sample"


# FiveThirtyEight -------------------------------------------------------------------------

TROLL = {
    "external_author_id": "9.06E+17",
    "author": "ARCH_TROLL",
    "content": "Open tomorrow",
    "publish_date": "4/23/2021 14:38",
    "following": "10",
    "followers": "20",
    "updates": "1",
    "post_type": "",
    "retweet": "0",
    "alt_external_id": "905874659358453760",
    "tweet_id": FIRST,
    "article_url": f"http://twitter.com/905874659358453760/statuses/{FIRST}",
    "tco1_step1": f"https://twitter.com/arch_troll/status/{FIRST}/video/1",
    "tco2_step1": f"https://twitter.com/guild/status/{SECOND}",
    "tco3_step1": "",
}


def test_an_american_time_without_zone_is_that_of_the_id(
    sheet: Callable[..., Path],
) -> None:
    found = account(sheet(TROLL)).posts
    assert (found["created_at"].iloc[0], found["precision"].iloc[0]) == (MOMENT, "second")


def test_an_american_time_far_from_that_of_the_id_is_set_aside(
    sheet: Callable[..., Path],
) -> None:
    rows = [TROLL, TROLL | {"tweet_id": "20", "article_url": ""}]
    found = build(read([sheet(*rows)]), max_quarantine=1)
    (bad,) = found.intake.quarantined
    assert (bad.file, bad.row) == ("file.csv", 2)


def test_a_rounded_id_of_an_account_is_none(sheet: Callable[..., Path]) -> None:
    assert column(sheet(TROLL), "author_id") == ["905874659358453760"]


def test_the_newest_post_tells_the_followers(sheet: Callable[..., Path]) -> None:
    later = TROLL | {"tweet_id": SECOND, "article_url": "", "followers": "25"}
    assert account(sheet(later, TROLL)).profile.followers == 25


def test_the_first_link_to_another_post_is_the_quoted_one(
    sheet: Callable[..., Path],
) -> None:
    path = sheet(TROLL, TROLL | {"post_type": "QUOTE_TWEET"})
    assert column(path, "quote_of_id") == [None, SECOND]


@pytest.mark.parametrize("mark", [{"retweet": "1"}, {"post_type": "RETWEET"}])
def test_a_repost_without_rt_in_its_text_is_known_by_its_mark(
    sheet: Callable[..., Path], mark: Row
) -> None:
    assert kinds(sheet(TROLL | mark)) == ["repost"]


RATIO = {
    "created_at": "4/23/21 14:38",
    "text": "RT @guild: quarry",
    "url": f"https://twitter.com/arch_museum/status/{FIRST}",
    "replies": "1",
    "retweets": "2",
    "favorites": "3",
    "user": "arch_museum",
}


def test_the_ratio_of_a_repost_is_not_the_accounts_own(sheet: Callable[..., Path]) -> None:
    found = tables(sheet(RATIO)).posts.columns
    assert [found[name][0] for name in ("likes", "reposts", "replies")] == [None] * 3


def test_a_table_in_another_encoding_loses_letters_and_no_rows(
    sheet: Callable[..., Path],
) -> None:
    path = sheet(RATIO | {"text": "naïve"})
    path.write_bytes(path.read_text("utf-8").encode("cp1252"))
    assert column(path, "text") == ["na\ufffdve"]


# congresstweets --------------------------------------------------------------------------

CONGRESS = {
    "id": FIRST,
    "screen_name": "ArchMuseum",
    "user_id": "511",
    "time": "2021-04-23T10:38:12-04:00",
    "link": f"https://www.twitter.com/ArchMuseum/statuses/{FIRST}",
    "text": "Well said QT @guild The quarry is open",
    "source": "Desk",
}


def test_a_quoted_text_is_not_the_accounts_own(listed: Callable[..., Path]) -> None:
    assert column(listed(CONGRESS), "text") == ["Well said"]


def test_a_repost_leads_to_the_original(listed: Callable[..., Path]) -> None:
    link = f"https://www.twitter.com/guild/statuses/{SECOND}"
    path = listed(CONGRESS | {"text": "RT @guild The quarry QT @x y", "link": link})
    assert kinds(path) == ["repost"]
    assert column(path, "repost_of_id") == [SECOND]
    assert column(path, "text") == ["RT @guild The quarry QT @x y"]


def test_a_repost_typed_by_hand_leads_to_itself(listed: Callable[..., Path]) -> None:
    assert kinds(listed(CONGRESS | {"text": "RT @guild The quarry"})) == ["original"]


def test_one_of_many_accounts_is_chosen(listed: Callable[..., Path]) -> None:
    other = CONGRESS | {"id": SECOND, "screen_name": "guild", "user_id": "7"}
    path = listed(CONGRESS, other)
    with pytest.raises(InputError, match="--account"):
        account(path)
    assert list(account(path, "@guild").posts["post_id"]) == [SECOND]


# rtweet ----------------------------------------------------------------------------------

RTWEET = {
    "user_id": "x511",
    "status_id": f"x{FIRST}",
    "created_at": "2021-04-23 14:38:12",
    "screen_name": "arch_museum",
    "text": "Open tomorrow",
    "source": "Desk",
    "reply_to_status_id": "NA",
    "reply_to_user_id": "NA",
    "reply_to_screen_name": "NA",
    "is_quote": "FALSE",
    "is_retweet": "FALSE",
    "favorite_count": "3",
    "retweet_count": "2",
    "hashtags": "museum bridges",
    "urls_t.co": "NA",
    "urls_expanded_url": "https://a.example",
    "ext_media_url": "NA",
    "media_url": "http://a.example/1.jpg",
    "mentions_screen_name": "guild stone_reader",
    "mentions_user_id": "x7",
    "name": "Arch Museum",
    "description": "",
    "followers_count": "1240",
    "account_created_at": "2012-03-01 08:30:00",
    "verified": "TRUE",
}


def test_the_x_of_rtweet_is_no_part_of_an_id(sheet: Callable[..., Path]) -> None:
    path = sheet(RTWEET)
    assert (column(path, "post_id"), column(path, "author_id")) == ([FIRST], ["511"])


def test_times_of_rtweet_are_utc(sheet: Callable[..., Path]) -> None:
    found = account(sheet(RTWEET | {"status_id": "x20"}))
    assert found.posts["created_at"].iloc[0] == MOMENT


def test_lists_of_rtweet_are_words(sheet: Callable[..., Path]) -> None:
    assert column(sheet(RTWEET), "hashtags") == [["museum", "bridges"]]


def test_lists_of_rtweet_that_do_not_match_are_not_paired(
    sheet: Callable[..., Path],
) -> None:
    path = sheet(RTWEET)
    assert column(path, "mentions") == [[("guild", None), ("stone_reader", None)]]
    assert column(path, "links") == [[("https://a.example", "https://a.example")]]


def test_rtweet_knows_the_profile(sheet: Callable[..., Path]) -> None:
    profile = account(sheet(RTWEET)).profile
    assert (profile.followers, profile.bio, profile.verified) == (1240, "", True)
    assert profile.created_at == datetime(2012, 3, 1, 8, 30, tzinfo=UTC)


# TAGS ------------------------------------------------------------------------------------

TAGS = {
    "id_str": rounded(FIRST),
    "from_user": "arch_museum",
    "text": "Open #museum",
    "created_at": "Fri Apr 23 14:38:12 +0000 2021",
    "in_reply_to_user_id_str": "",
    "in_reply_to_screen_name": "",
    "from_user_id_str": "1.19615E+18",
    "in_reply_to_status_id_str": "",
    "user_followers_count": "79",
    "status_url": f"http://twitter.com/arch_museum/statuses/{FIRST}",
    "entities_str": '{"hashtags":[{"text":"Museum"}],"urls":[],"user_mentions":[]}',
}


def test_the_address_in_tags_has_the_id_that_the_sheet_rounded(
    sheet: Callable[..., Path],
) -> None:
    assert column(sheet(TAGS), "post_id") == [FIRST]


def test_entities_that_the_sheet_has_cut_are_read_from_the_text(
    sheet: Callable[..., Path],
) -> None:
    whole, cut = account(sheet(TAGS)), account(sheet(TAGS | {"entities_str": '{"hash'}))
    assert list(whole.hashtags["tag"]) == list(cut.hashtags["tag"]) == ["museum"]


def test_an_account_whose_id_is_rounded_goes_by_its_handle(
    sheet: Callable[..., Path],
) -> None:
    found = account(sheet(TAGS))
    assert (found.profile.user_id, found.profile.followers) == (None, 79)


def test_a_search_is_a_sample(sheet: Callable[..., Path]) -> None:
    assert account(sheet(TAGS)).timeline == "sample"


# t ---------------------------------------------------------------------------------------

T = {
    "ID": FIRST,
    "Posted at": "2021-04-23 14:38:12 +0000",
    "Screen name": "arch_museum",
    "Text": "how to write &amp;",
}


def test_the_text_of_t_is_not_unescaped_again(sheet: Callable[..., Path]) -> None:
    assert account(sheet(T)).posts["text"].iloc[0] == "how to write &amp;"


def test_a_repost_of_t_is_told_by_its_text(sheet: Callable[..., Path]) -> None:
    path = sheet(T | {"Text": "RT @guild: quarry"}, T | {"ID": SECOND, "Text": "RT @guild"})
    assert kinds(path) == ["repost", "original"]


def test_people_of_t_know_when_they_came(sheet: Callable[..., Path]) -> None:
    row = {
        "ID": "622",
        "Since": "2012-03-01 08:30:00 +0000",
        "Last tweeted at": "",
        "Tweets": "7",
        "Favorites": "0",
        "Listed": "1",
        "Following": "90",
        "Followers": "40",
        "Screen name": "stone_reader",
        "Name": "Stone",
        "Bio": "",
    }
    (person,) = tables(sheet(row, name="followers.csv")).others["followers"]
    assert person["created_at"] == "2012-03-01 08:30:00 +0000"
    assert (person["posts_total"], person["bio"]) == (7, "")


# All of them -----------------------------------------------------------------------------

READERS: dict[str, Row] = {
    "snscrape-csv": SNSCRAPE,
    "twint": TWINT,
    "scweet": SCWEET,
    "scweet-old": SCWEET_OLD,
    "web-exporter": WEB,
    "web-exporter-users": WEB_USER,
    "trump-archive": TRUMP,
    "trump-archive-2": TRUMP_2,
    "customer-support": ANSWER,
    "troll-tweets": TROLL,
    "tweet-ratios": RATIO,
    "congresstweets": CONGRESS,
    "rtweet": RTWEET,
    "tags": TAGS,
    "t-cli": T,
}
JUNK: tuple[Any, ...] = (
    "\x00", "[{'id': ", "9" * 400, "1e999", -1, 1.5, True, [], {"a": {}}, [[[]]], None,
)  # fmt: skip


@pytest.mark.parametrize("name", READERS)
def test_a_foreign_file_is_refused_with_the_columns_that_it_lacks(
    sheet: Callable[..., Path], name: str
) -> None:
    with pytest.raises(ReadError, match="it has no column"):
        read([sheet({"a": "1", "b": "2"})], name)


@pytest.mark.parametrize("name", READERS)
def test_what_is_no_table_at_all_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(b"\xff\xfe\x00\x00\x89PNG\r\n\x1a\n\x00")
    with pytest.raises(ReadError):
        read([path], name)


@pytest.mark.parametrize("name", READERS)
def test_junk_in_any_cell_is_never_a_traceback(
    listed: Callable[..., Path], name: str
) -> None:
    row = READERS[name]
    rows = [row | {key: junk} for key in row for junk in JUNK]
    found = tables(listed(row, *rows, name="followers.json"), name)
    assert len(found.posts) + len(found.others.get("followers", [])) == 1 + len(rows)
    if len(found.posts):
        build([found], account=_owner(found), max_quarantine=1)


def _owner(found: Tables) -> str | None:
    """The author of the first row."""
    handles = found.posts.columns.get("author_handle", [None])
    return str(handles[0]) if handles[0] else None


@pytest.mark.parametrize("name", READERS)
def test_a_row_with_too_few_cells_is_set_aside_with_its_place(
    sheet: Callable[..., Path], name: str
) -> None:
    path = sheet(READERS[name], READERS[name], name="followers.csv")
    whole = path.read_text("utf-8")
    path.write_text(whole + "torn\r\n", "utf-8")
    found = tables(path, name)
    if len(found.posts):
        assert [bad.row for bad in found.quarantined] == [3]
    else:
        assert any("could not be read: 1" in remark for remark in found.remarks)
