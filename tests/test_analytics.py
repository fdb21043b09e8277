"""The tables of the analytics pages: what is odd about them, and what comes out."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from acctaudit.errors import InputError, ReadError
from acctaudit.model.build import build
from acctaudit.readers import claimants, read
from acctaudit.readers.opened import Opened
from samples.tale import tale
from samples.writers import analytics_posts as newer
from samples.writers import analytics_tweets as older

if TYPE_CHECKING:
    from collections.abc import Sequence

    from acctaudit.model.tables import Tables

FORMATS = Path(__file__).resolve().parent.parent / "samples" / "formats"
TWEETS = FORMATS / "analytics_tweets"
DECEMBER = TWEETS / "tweet_activity_metrics_arch_museum_20231201_20240101_en.csv"
JAPANESE = TWEETS / "tweet_activity_metrics_arch_museum_20231101_20231201_ja.csv"
TOLD = tale().posts[0]
ADDRESS = f"https://x.com/arch_museum/status/{TOLD.post_id}"


def one(path: Path) -> Tables:
    (found,) = read([path])
    return found


def reader_of(path: Path) -> str:
    with Opened(path) as opened:
        (claim,) = claimants(opened.exports[0])
    return claim.name


def rows_of(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))


def written(path: Path, *rows: Sequence[object]) -> Path:
    path.write_bytes(older.table([list(row) for row in rows]))
    return path


def posts(path: Path, *rows: tuple[object, ...], header: str = newer.NEWER) -> Path:
    """A content export; rows of id, day, text and address, the counts all 1."""
    path.write_bytes(newer.table(header, [(*row, *[1] * 13) for row in rows]))
    return path


def row(**cells: object) -> tuple[object, ...]:
    given = {"id": TOLD.post_id, "day": "Mon, Nov 6, 2023", "text": "Hi", "link": ADDRESS}
    return tuple((given | cells).values())


# Posts, since late 2024 ------------------------------------------------------------------


@pytest.mark.parametrize("header", [newer.OLDER, newer.NEWER])
def test_both_headers_are_read(header: str, tmp_path: Path) -> None:
    day = "Mon Nov 06 2023" if header == newer.OLDER else "Mon, Nov 6, 2023"
    found = one(posts(tmp_path / "content.csv", row(day=day), header=header))
    columns = {name: list(cells) for name, cells in found.posts.columns.items()}
    assert columns["author_handle"] == ["arch_museum"]
    assert columns["clicks"] == columns["bookmarks"] == columns["profile_visits"] == [1]


def test_the_time_of_day_comes_from_the_id(tmp_path: Path) -> None:
    found = build([one(posts(tmp_path / "content.csv", row()))]).posts
    assert found["created_at"][0].replace(microsecond=0) == TOLD.at
    assert found["precision"][0] == "second"


def test_an_id_that_a_spreadsheet_rounded_is_found_in_the_link(tmp_path: Path) -> None:
    found = one(posts(tmp_path / "content.csv", row(id="1.72146E+18")))
    assert list(found.posts.columns["post_id"]) == [TOLD.post_id]
    assert found.posts.columns["id_exact"] == [True]


def test_without_a_link_a_rounded_id_is_no_id_and_the_day_stays(tmp_path: Path) -> None:
    path = posts(tmp_path / "content.csv", row(id="1.72146E+18", link=""))
    account = build(read([path]))
    assert account.posts["precision"].tolist() == ["day"]
    assert any("damaged" in remark for remark in account.intake.remarks)


def test_a_day_that_a_spreadsheet_rewrote_is_taken_from_the_id(tmp_path: Path) -> None:
    path = posts(tmp_path / "content.csv", row(day="11/6/2023"), row(day="06.11.23"))
    account = build(read([path]))
    assert account.posts["created_at"][0].replace(microsecond=0) == TOLD.at
    assert any("rewritten" in remark for remark in account.intake.remarks)


def test_ids_and_days_both_rewritten_are_refused(tmp_path: Path) -> None:
    path = posts(tmp_path / "content.csv", row(id="1.72146E+18", day="11/6/2023", link=""))
    with pytest.raises(ReadError, match="before a spreadsheet has rewritten it"):
        read([path])


def test_text_is_unescaped_once(tmp_path: Path) -> None:
    path = posts(tmp_path / "content.csv", row(text="A &amp;lt; B &amp; C"))
    assert build(read([path])).posts["text"][0] == "A &lt; B & C"


def test_texts_that_may_be_cut_are_counted(tmp_path: Path) -> None:
    path = posts(tmp_path / "content.csv", row(text="word " * 56), row(text="short"))
    (remark,) = one(path).remarks
    assert remark.endswith("280 characters: 1")


def test_the_range_in_the_name_dates_the_counts(tmp_path: Path) -> None:
    path = posts(tmp_path / "account_analytics_content_2023-09-01_2023-11-30.csv", row())
    assert one(path).observed == "2023-11-30"


def test_a_range_that_ends_before_the_newest_post_dates_nothing(tmp_path: Path) -> None:
    path = posts(tmp_path / "account_analytics_content_2023-01-01_2023-03-31.csv", row())
    assert one(path).observed is None


@pytest.mark.parametrize("days", ["2023-09-01_2023-19-39", "0001-01-01_0001-01-02"])
def test_a_name_without_a_possible_range_dates_nothing(days: str, tmp_path: Path) -> None:
    assert one(posts(tmp_path / f"content_{days}.csv", row())).observed is None


def test_a_row_with_other_columns_is_set_aside_with_its_place(tmp_path: Path) -> None:
    path = posts(tmp_path / "content.csv", row(), row())
    path.write_text(path.read_text("utf-8") + "1,2,3\n", "utf-8")
    (bad,) = one(path).quarantined
    assert (bad.file, bad.row) == ("content.csv", 3)


# Tweets, until June 2024 -----------------------------------------------------------------


def test_a_japanese_header_is_known_by_the_place_of_its_columns() -> None:
    assert reader_of(JAPANESE) == "analytics-tweets"
    found = one(JAPANESE).posts.columns
    assert list(found["post_id"])[-1] == TOLD.post_id
    assert found["impressions"][-1] == TOLD.impressions


def test_a_lost_header_makes_the_first_row_a_post(tmp_path: Path) -> None:
    path = written(tmp_path / DECEMBER.name, *rows_of(DECEMBER)[1:])
    assert reader_of(path) == "analytics-tweets"
    lost, whole = one(path), one(DECEMBER)
    assert (lost.posts, lost.quarantined) == (whole.posts, [])
    assert any("header is missing" in remark for remark in lost.remarks)


def test_a_lost_header_keeps_the_place_of_a_bad_row(tmp_path: Path) -> None:
    rows = rows_of(DECEMBER)[1:]
    path = written(tmp_path / "lost.csv", *rows, ["1", "2"])
    assert [bad.row for bad in one(path).quarantined] == [len(rows) + 1]


def test_a_lost_header_is_put_back_between_semicolons_as_well(tmp_path: Path) -> None:
    rows = rows_of(DECEMBER)[1:]
    path = tmp_path / "lost.csv"
    lines = io.StringIO()
    csv.writer(lines, delimiter=";", lineterminator="\n").writerows(rows)
    path.write_text(lines.getvalue(), "utf-8")
    assert list(one(path).posts.columns["post_id"]) == [row[0] for row in rows]


def test_favorites_of_before_november_2015_are_likes(tmp_path: Path) -> None:
    header, *rows = rows_of(DECEMBER)
    old = [name.replace("likes", "favorites") for name in header]
    path = written(tmp_path / "old.csv", old, *rows)
    assert one(path).posts.columns["likes"] == one(DECEMBER).posts.columns["likes"]


def test_counts_are_whole_and_a_dash_is_missing(tmp_path: Path) -> None:
    header, row, *_ = rows_of(DECEMBER)
    row[4], row[9] = "2633.0", "-"
    found = one(written(tmp_path / "tweets.csv", header, row)).posts.columns
    assert (found["impressions"], found["likes"]) == ([2633], [None])


def test_headers_of_files_put_together_are_no_posts(tmp_path: Path) -> None:
    december, japanese = rows_of(DECEMBER), rows_of(JAPANESE)
    path = written(tmp_path / "both.csv", *december, *japanese, *december)
    account = build(read([path]))
    assert account.intake.read == 2 * (len(december) - 1) + len(japanese) - 1
    assert account.intake.quarantined == ()


def test_overlapping_ranges_are_one_post_each(tmp_path: Path) -> None:
    rows = rows_of(DECEMBER)
    copy = written(tmp_path / "again.csv", rows[0], *rows[:0:-1])
    account = build(read([DECEMBER, copy]))
    assert account.intake.kept == account.intake.duplicates == len(rows) - 1


def test_the_end_of_the_range_is_the_first_day_that_is_not_in_it() -> None:
    assert one(DECEMBER).observed == "2023-12-31"


def test_garbled_letters_are_kept_and_said(tmp_path: Path) -> None:
    header, row, *_ = rows_of(DECEMBER)
    row[2] = "Look\u203c and see".encode().decode("cp1252")
    account = build(read([written(tmp_path / "tweets.csv", header, row)]))
    assert any("garbled" in remark for remark in account.intake.remarks)


def test_forty_columns_without_an_address_are_no_tweets(tmp_path: Path) -> None:
    path = written(tmp_path / "wide.csv", range(40), range(40))
    with pytest.raises(ReadError, match="no known export format"):
        read([path])
    with pytest.raises(ReadError, match="no table of tweet activity"):
        read([path], "analytics-tweets")


def test_a_tweet_without_any_date_is_set_aside(tmp_path: Path) -> None:
    header, *rows = rows_of(DECEMBER)
    rows[0][:4] = ["7", "https://twitter.com/arch_museum/status/7", "Hi", "yesterday"]
    account = build(read([written(tmp_path / "tweets.csv", header, *rows)]))
    assert [bad.row for bad in account.intake.quarantined] == [1]


# Days, until June 2024 -------------------------------------------------------------------


def test_japanese_days_are_read(tmp_path: Path) -> None:
    path = written(
        tmp_path / "daily_tweet_activity_metrics_a_20220901_20220903_ja.csv",
        ["日付", "Tweets published", "インプレッション", "いいね"],
        ["2022-09-01", 3, 120, 4],
    )
    assert one(path).others["daily"] == [
        {"date": "2022-09-01", "posts": 3, "impressions": 120, "likes": 4}
    ]


def test_follows_that_tweets_led_to_are_not_all_new_follows() -> None:
    (daily,) = TWEETS.glob("daily_*")
    assert reader_of(daily) == "analytics-tweet-days"
    assert "new_follows" not in one(daily).others["daily"][0]


# The overview, a row a day ---------------------------------------------------------------


def overview(path: Path, *days: tuple[str, int], again: bool = False) -> Path:
    rows = [(day, views, *[1] * 12) for day, views in days]
    data = newer.table(newer.DAYS, rows)
    path.write_bytes(data * 2 if again else data)
    return path


def test_days_are_sorted_and_the_newest_dates_the_export(tmp_path: Path) -> None:
    days = ("Tue, Aug 26, 2025", 5), ("2022-09-01", 3), ("Mon Aug 25 2025", 4)
    found = one(overview(tmp_path / "overview.csv", *days))
    dates = [day["date"] for day in found.others["daily"]]
    assert dates == ["2022-09-01", "2025-08-25", "2025-08-26"]
    assert found.observed == "2025-08-26"


def test_of_a_day_that_stands_twice_the_last_row_counts(tmp_path: Path) -> None:
    days = ("Tue, Aug 26, 2025", 5), ("Mon, Aug 25, 2025", 4), ("Tue, Aug 26, 2025", 9)
    found = one(overview(tmp_path / "overview.csv", *days))
    assert [day["impressions"] for day in found.others["daily"]] == [4, 9]
    (remark,) = found.remarks
    assert remark.endswith("the last counts: 1")


def test_exports_put_together_repeat_header_and_days(tmp_path: Path) -> None:
    path = overview(tmp_path / "overview.csv", ("Tue, Aug 26, 2025", 5), again=True)
    found = one(path)
    assert len(found.others["daily"]) == 1
    assert any("header lines within the rows: 1" in remark for remark in found.remarks)


def test_a_day_that_cannot_be_read_is_left_out_and_counted(tmp_path: Path) -> None:
    found = one(overview(tmp_path / "o.csv", ("26/8/25", 5), ("Tue, Aug 26, 2025", 6)))
    assert len(found.others["daily"]) == 1
    assert any("day cannot be read: 1" in remark for remark in found.remarks)


@pytest.mark.parametrize("day", ["26/8/25", "Tue, Aug 32, 2025", "Tue, Agu 26, 2025"])
def test_an_overview_without_any_day_is_refused(day: str, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="none of its days can be read"):
        read([overview(tmp_path / "overview.csv", (day, 5))])


def test_the_overview_of_videos_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "account_overview_analytics.csv"
    path.write_text('"Video overview"\nDate,Views\n"Tue, Aug 26, 2025",3\n', "utf-8")
    with pytest.raises(ReadError, match="overview of videos"):
        read([path])


# Results ---------------------------------------------------------------------------------


def results(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def test_results_have_a_day_a_name_and_maybe_a_value(tmp_path: Path) -> None:
    path = results(tmp_path / "leads.csv", "date,outcome\n2024-01-05,call\n")
    assert one(path).others["outcomes"] == [
        {"date": "2024-01-05", "outcome": "call", "value": None}
    ]


@pytest.mark.parametrize(
    ("cell", "value"), [("4", 4.0), ('"1,234.5"', 1234.5), ('"2,5"', 2.5), ("", None)]
)
def test_values_are_numbers(cell: str, value: float | None, tmp_path: Path) -> None:
    path = results(tmp_path / "a.csv", f"date,outcome,value\n2024-01-05,call,{cell}\n")
    assert one(path).others["outcomes"][0]["value"] == value


def test_results_that_say_nothing_are_left_out_and_counted(tmp_path: Path) -> None:
    rows = ["2024-01-05,call,2", "soon,call,1", "2024-01-05,,1", "2024-01-05,call,many"]
    path = results(tmp_path / "a.csv", "\n".join(["date,outcome,value", *rows]))
    found = one(path)
    assert len(found.others["outcomes"]) == 1
    assert any("left out: 3" in remark for remark in found.remarks)


def test_a_table_without_any_result_is_refused(tmp_path: Path) -> None:
    path = results(tmp_path / "a.csv", "date,outcome,value\nsoon,call,inf\n")
    with pytest.raises(ReadError, match="date,outcome,value"):
        read([path])


def test_results_alone_are_no_account(tmp_path: Path) -> None:
    path = results(tmp_path / "a.csv", "date,outcome\n2024-01-05,call\n")
    with pytest.raises(InputError, match="no posts"):
        build(read([path]))
