"""Tables made from the API: twarc, twarc 2, pandas, tweepy tutorials."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from acctaudit.errors import ReadError
from acctaudit.model.build import build
from acctaudit.readers import claimants, read
from acctaudit.readers.opened import Opened
from samples import writers
from samples.tale import OWNER, tale

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from acctaudit.model.account import Account
    from acctaudit.model.tables import Tables

FORMATS = Path(__file__).resolve().parent.parent / "samples" / "formats"
ID = tale().posts[0].post_id
AT = tale().posts[0].at


def written(path: Path, names: Sequence[str], *rows: Sequence[object]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([names, *rows])
    return path


def one(path: Path, reader: str | None = None) -> Tables:
    (found,) = read([path], reader)
    return found


def column(tables: Tables, name: str) -> list[object]:
    return list(tables.posts.columns[name])


def account(name: str) -> Account:
    return build(read([FORMATS / name]))


def claims(path: Path) -> list[str]:
    with Opened(path) as opened:
        return [reader.name for reader in claimants(opened.exports[0])]


# API v1.1, made flat ---------------------------------------------------------------------

STATUS = {
    "created_at": "Mon Nov 06 09:15:27 +0000 2023",
    "id_str": ID,
    "full_text": "Hello",
    "user.id_str": OWNER.user_id,
    "user.screen_name": OWNER.handle,
    "in_reply_to_user_id_str": "None",
    "favorite_count": "3",
}


def status(path: Path, **cells: Any) -> Tables:
    """A table of one status; underscores in pairs stand for dots."""
    row = STATUS | {name.replace("__", "."): cell for name, cell in cells.items()}
    return one(written(path / "flat.csv", list(row), list(row.values())))


def test_none_and_bools_are_values_and_no_text(tmp_path: Path) -> None:
    found = status(tmp_path, user__verified="True", user__url="None", lang="None")
    assert column(found, "in_reply_to_user_id") == column(found, "lang") == [None]
    facts = found.authors[OWNER.user_id]
    assert (facts["verified"], facts["url"]) == (True, None)


def test_lists_stand_in_numbered_columns(tmp_path: Path) -> None:
    found = status(
        tmp_path,
        entities__hashtags__1__text="two",
        entities__hashtags__0__text="one",
        entities__hashtags__10__text="None",
        entities__user_mentions__0__screen_name="guild",
        entities__user_mentions__0__id_str="7",
        entities__urls__0__url="https://t.co/a",
        entities__urls__0__expanded_url="https://a.example",
    )
    assert column(found, "hashtags") == [["one", "two"]]
    assert column(found, "mentions") == [[("guild", "7")]]
    assert column(found, "links") == [[("https://t.co/a", "https://a.example")]]


def test_a_post_without_links_has_none_and_not_those_of_its_pictures(
    tmp_path: Path,
) -> None:
    found = status(tmp_path, entities__hashtags__0__text="None")
    assert column(found, "links") == [[]]


def test_the_link_from_a_cut_text_to_itself_is_no_link(tmp_path: Path) -> None:
    address = f"https://twitter.com/i/web/status/{ID}"
    found = status(
        tmp_path, entities__urls__0__url="t.co/a", entities__urls__0__expanded_url=address
    )
    assert column(found, "links") == [[]]


def test_a_repost_has_the_whole_text_and_no_reactions(tmp_path: Path) -> None:
    found = status(
        tmp_path, retweeted_status__id_str="9", retweeted_status__full_text="All of it"
    )
    assert column(found, "repost_of_id") == ["9"]
    assert column(found, "text") == ["All of it"]
    assert column(found, "likes") == [None]


def test_a_text_that_is_none_falls_back_to_the_next(tmp_path: Path) -> None:
    found = status(tmp_path, full_text="None", text="Short")
    assert column(found, "text") == ["Short"]


def test_a_header_longer_than_the_head_of_the_file_is_known(tmp_path: Path) -> None:
    wide = {f"entities.media.{n}.additional_media_info.title": "None" for n in range(2500)}
    row = STATUS | wide | {"user.verified": "False"}
    path = written(tmp_path / "wide.csv", list(row), list(row.values()))
    assert claims(path) == ["api-v1-csv"]
    assert one(path).authors[OWNER.user_id]["verified"] is False


def test_the_profile_beside_the_newest_post_counts(tmp_path: Path) -> None:
    names = [*STATUS, "user.followers_count"]
    older = str(int(ID) - 1)
    rows = [
        [*STATUS.values(), "20"],
        [*(STATUS | {"id_str": older}).values(), "10"],
    ]
    found = build(read([written(tmp_path / "flat.csv", names, *rows)]))
    assert found.profile.followers == 20


def test_a_count_that_is_none_is_unknown(tmp_path: Path) -> None:
    found = status(tmp_path, user__followers_count="many")
    assert found.authors[OWNER.user_id]["followers"] is None


# twarc 1 ---------------------------------------------------------------------------------


def test_the_profile_of_twarc_1_is_the_account_s() -> None:
    page = account("twarc1_csv").profile
    assert (page.bio, page.followers) == (OWNER.bio, OWNER.followers)
    assert page.link == OWNER.url_expanded


def test_reposts_of_twarc_1_have_no_likes_but_say_whom_they_pass_on() -> None:
    found = one(FORMATS / "twarc1_csv" / "json2csv.csv")
    for repost, likes, people in zip(
        column(found, "is_repost"),
        column(found, "likes"),
        column(found, "mentions"),
        strict=True,
    ):
        assert (likes is None) == repost
        assert people == ([("masons_guild", "733000333")] if repost else None)


def test_a_misspelt_column_of_twarc_1_is_read(tmp_path: Path) -> None:
    path = FORMATS / "twarc1_csv" / "json2csv.csv"
    copy = tmp_path / "old.csv"
    text = path.read_text("utf-8").replace("retweet_or_quote_id", "reweet_or_quote_id", 1)
    copy.write_text(text, "utf-8")
    assert column(one(copy), "repost_of_id") == column(one(path), "repost_of_id")


def test_a_quote_of_twarc_1_names_what_it_quotes(tmp_path: Path) -> None:
    names = [
        "id", "parsed_created_at", "user_screen_name", "text", "tweet_type",
        "retweet_or_quote_id",
    ]  # fmt: skip
    row = [ID, "2023-11-06 09:15:27+00:00", "arch_museum", "See", "quote", "12"]
    found = build(read([written(tmp_path / "a.csv", names, row)])).posts
    assert (found["kind"][0], found["quote_of_id"][0]) == ("quote", "12")


# twarc 2 ---------------------------------------------------------------------------------


def v2(path: Path, *rows: Mapping[str, object]) -> Tables:
    names = writers.writer("twarc_csv").POST_COLUMNS.split()
    given = {"id": ID, "author_id": "5", "created_at": "2023-11-06T09:15:27.000Z"}
    lines = [[(given | dict(row)).get(name, "") for name in names] for row in rows]
    return one(written(path / "tweets.csv", names, *lines))


def test_line_ends_are_two_characters(tmp_path: Path) -> None:
    assert column(v2(tmp_path, {"text": r"one\ntwo"}), "text") == ["one\ntwo"]


def test_a_repost_is_told_by_its_reference_alone(tmp_path: Path) -> None:
    row = {
        "text": "The original",
        "referenced_tweets.retweeted.id": "9",
        "retweeted_username": "guild",
        "public_metrics.like_count": "77",
    }
    found = v2(tmp_path, row)
    assert column(found, "is_repost") == [True]
    assert column(found, "likes") == [None]
    assert column(found, "mentions") == [[("guild", None)]]


def test_no_impressions_before_they_were_counted(tmp_path: Path) -> None:
    early = {"created_at": "2022-11-06T09:15:27.000Z"}
    zero = {"public_metrics.impression_count": "0"}
    assert column(v2(tmp_path, early | zero, zero), "impressions") == [None, 0]


def test_lists_of_objects_and_of_plain_texts_are_read(tmp_path: Path) -> None:
    objects = {"entities.hashtags": '[{"tag": "arch"}]', "entities.mentions": "[7, {}]"}
    plain = {"entities.hashtags": '["#arch"]', "entities.mentions": '["@guild"]'}
    found = v2(tmp_path, objects, plain)
    assert column(found, "hashtags") == [["arch"], ["arch"]]
    assert column(found, "mentions") == [[], [("guild", None)]]


@pytest.mark.parametrize("cell", ["[", "[[" * 50_000, '["\\ud83d"]', "{}", "NaN"])
def test_a_list_that_is_none_is_empty(cell: str, tmp_path: Path) -> None:
    assert column(v2(tmp_path, {"entities.hashtags": cell}), "hashtags") == [[]]


def test_links_to_own_pictures_are_no_links(tmp_path: Path) -> None:
    cell = (
        '[{"url": "https://t.co/p", "expanded_url": "https://x.com/a/status/1/photo/1"},'
        ' {"url": "https://t.co/a", "expanded_url": "https://a.example"}]'
    )
    found = v2(tmp_path, {"entities.urls": cell})
    assert column(found, "links") == [[("https://t.co/a", "https://a.example")]]


def test_the_versions_of_an_edited_post_belong_together(tmp_path: Path) -> None:
    versions = f'["{int(ID) - 1}", "{ID}"]'
    rows = {"edit_history_tweet_ids": versions}, {"edit_history_tweet_ids": f'["{ID}"]'}
    assert column(v2(tmp_path, *rows), "edit_of") == [str(int(ID) - 1), None]


def test_a_profile_that_was_not_asked_for_is_unknown_and_not_empty(tmp_path: Path) -> None:
    found = v2(tmp_path, {"author.id": "5", "author.username": "a"})
    assert found.authors["5"]["bio"] is None
    counted = {"author.id": "5", "author.public_metrics.followers_count": "8"}
    assert v2(tmp_path, counted).authors["5"]["bio"] == ""


def test_people_of_twarc_2_are_followers() -> None:
    found = account("twarc_csv").others["followers"]
    assert list(found["handle"]) == [person.handle for person in tale().followers]
    assert list(found["posts_total"]) == [n.posts_total for n in tale().followers]


def test_one_person_of_twarc_2_is_the_account(tmp_path: Path) -> None:
    names = ["id", "username", "description", "public_metrics.followers_count"]
    found = one(written(tmp_path / "user.csv", names, ["5", "a", r"x\ny", 8]))
    assert (found.profile["bio"], found.profile["followers"]) == ("x\ny", 8)


def test_the_newest_page_dates_a_table_of_twarc_2(tmp_path: Path) -> None:
    when = "__twarc.retrieved_at"
    found = v2(
        tmp_path, {when: "2024-05-01T12:00:00+00:00"}, {}, {when: "2024-05-02T12:00:00Z"}
    )
    assert found.observed == "2024-05-02T12:00:00Z"


# tweepy ----------------------------------------------------------------------------------


def test_a_time_without_a_zone_is_taken_from_the_id(tmp_path: Path) -> None:
    names = ["id", "created_at", "text"]
    path = written(
        tmp_path / "t.csv", names, [ID, "2023-11-06 11:15:27", "b'caf\\xc3\\xa9'"]
    )
    found = build(read([path])).posts
    assert found["created_at"][0].replace(microsecond=0) == AT
    assert found["text"][0] == "café"


def test_reposts_are_told_by_their_text_and_replies_are_not_known() -> None:
    found = account("tweepy_csv")
    assert (found.posts["kind"] == "repost").sum() == 3
    assert not any(name.startswith("in_reply_to") for name in found.measured)


def test_one_more_column_is_another_format(tmp_path: Path) -> None:
    path = written(
        tmp_path / "t.csv", ["id", "created_at", "text", "mood"], [ID, "", "", ""]
    )
    assert "tweepy-csv" not in claims(path)


# All -------------------------------------------------------------------------------------


@pytest.mark.parametrize("reader", ["api-v1-csv", "twarc1-csv", "twarc-csv", "tweepy-csv"])
def test_a_foreign_table_is_refused_by_the_columns_that_it_lacks(
    reader: str, tmp_path: Path
) -> None:
    path = written(tmp_path / "a.csv", ["name", "age"], ["Ann", "5"])
    with pytest.raises(ReadError, match="it has no column"):
        one(path, reader)
