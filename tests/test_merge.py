"""Several inputs of one account are one account: what joins, what wins, what is refused."""

from __future__ import annotations

import gzip
import io
import json
import shutil
import sys
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import zstandard

from acctaudit.audit import audit
from acctaudit.errors import InputError, ReadError, UsageError
from acctaudit.model.build import build
from acctaudit.readers import How, read
from samples.tale import OWNER, READER, Person, snowflake, tale

if TYPE_CHECKING:
    from acctaudit.model.account import Account

FORMATS = Path(__file__).resolve().parent.parent / "samples" / "formats"
V2 = FORMATS / "api_v2"
Row = dict[str, Any]


def export(path: Path, **fields: object) -> Path:
    path.write_text(json.dumps({"schema": "acctaudit/export/1"} | fields), "utf-8")
    return path


def post(number: int, **cells: object) -> Row:
    moment = tale().posts[0].at + timedelta(days=number)
    day = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"id": snowflake(moment), "created_at": day, "in_reply_to": None, **cells}


def pages(path: Path, rows: list[Row], **more: object) -> Path:
    path.write_text(json.dumps({"data": rows, **more}) + "\n", "utf-8")
    return path


def v2(number: int, author: Person = OWNER, text: str = "Hello", **cells: object) -> Row:
    moment = tale().posts[0].at + timedelta(days=number)
    return {
        "id": snowflake(moment, 50 + number),
        "author_id": author.user_id,
        "created_at": moment.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "text": text,
        **cells,
    }


def merged(*paths: Path, account: str | None = None) -> Account:
    return build(read(paths), account=account)


# What joins ------------------------------------------------------------------------------


def test_posts_join_on_their_id_and_each_input_adds_what_it_knows(tmp_path: Path) -> None:
    one = export(tmp_path / "a.json", posts=[post(1, text="short", likes=3), post(2)])
    two = export(tmp_path / "b.json", posts=[post(1, impressions=90), post(3)])
    found = merged(one, two)
    assert found.intake.equation.startswith("4 posts read = 3 kept + 1 duplicates")
    first = found.posts.iloc[0]
    assert (first["text"], first["likes"], first["impressions"]) == ("short", 3, 90)


def test_counts_take_the_largest_and_texts_the_longest(tmp_path: Path) -> None:
    one = export(tmp_path / "a.json", posts=[post(1, text="cut off …", likes=9)])
    two = export(tmp_path / "b.json", posts=[post(1, text="cut off no more: all", likes=4)])
    for paths in ((one, two), (two, one)):
        row = merged(*paths).posts.iloc[0]
        assert (row["text"], row["likes"]) == ("cut off no more: all", 9)


def test_the_most_precise_time_wins(tmp_path: Path) -> None:
    old = {"id": "123", "in_reply_to": None}
    day = export(tmp_path / "a.json", posts=[{**old, "created_at": "2009-05-04"}])
    full = export(
        tmp_path / "b.json", posts=[{**old, "created_at": "2009-05-04T13:54:25Z"}]
    )
    row = merged(day, full).posts.iloc[0]
    assert (row["created_at"].hour, row["precision"]) == (13, "second")


def test_the_intake_says_which_input_gave_what(tmp_path: Path) -> None:
    one = export(tmp_path / "a.json", posts=[post(1, likes=3), post(2, likes=1)])
    two = export(tmp_path / "b.json", posts=[post(1, likes=5, clicks=2)])
    origins = merged(one, two).intake.origins
    assert origins["likes"] == {"a.json": 1, "b.json": 1}
    assert origins["clicks"] == {"b.json": 1}
    report = audit(merged(one, two))
    named = {
        (origin.column, origin.input): origin.posts for origin in report.intake.origins
    }
    assert named["likes", "b.json"] == 1


def test_the_order_of_the_inputs_does_not_matter() -> None:
    files = sorted(V2.iterdir())
    one, other = merged(*files), merged(*files[::-1])
    assert one.posts.equals(other.posts)
    assert one.profile == other.profile
    assert audit(one) == audit(other)
    assert {name: len(table) for name, table in one.others.items()} == {
        name: len(table) for name, table in other.others.items()
    }


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    copy = tmp_path / "copy.jsonl"
    shutil.copy(V2 / "timeline.jsonl", copy)
    once, twice = merged(V2 / "timeline.jsonl"), merged(V2 / "timeline.jsonl", copy)
    assert twice.posts.equals(once.posts)
    assert twice.intake.read == once.intake.read
    assert "copy.jsonl is the same as timeline.jsonl: read once" in twice.intake.remarks


def test_posts_that_stand_in_two_inputs_count_once(tmp_path: Path) -> None:
    lines = (V2 / "timeline.jsonl").read_text("utf-8").splitlines(keepends=True)
    (tmp_path / "turned.jsonl").write_text("".join(lines[::-1]), "utf-8")
    once = merged(V2 / "timeline.jsonl")
    twice = merged(V2 / "timeline.jsonl", tmp_path / "turned.jsonl")
    assert twice.posts.equals(once.posts)
    assert twice.intake.duplicates == len(once.posts)
    assert audit(twice).metrics == audit(once).metrics


def test_a_later_overview_does_not_make_an_account_abandoned(tmp_path: Path) -> None:
    content = FORMATS / "analytics_posts"
    posts = next(path for path in content.iterdir() if "content" in path.name)
    days = tmp_path / "account_overview_analytics.csv"
    days.write_text(
        "Date,Impressions,Likes,Engagements,New follows,Unfollows,Create Post\n"
        '"Tue, Aug 26, 2025",5,1,1,1,0,3\n',
        "utf-8",
    )
    assert merged(posts, days).as_of == merged(posts).as_of


def test_a_search_of_thousands_of_accounts_asks_at_once(tmp_path: Path) -> None:
    rows = [v2(n % 200, replace(READER, user_id=str(n))) for n in range(1, 4000)]
    started = time.process_time()
    with pytest.raises(InputError, match="--account"):
        merged(pages(tmp_path / "search.json", rows))
    assert time.process_time() - started < 5


def test_a_date_far_from_that_of_its_id_is_set_aside(tmp_path: Path) -> None:
    rows = [v2(n) for n in range(20)] + [v2(20, created_at="2999-01-01T00:00:00Z")]
    found = merged(pages(tmp_path / "timeline.json", rows))
    assert len(found.posts) == 20
    assert "a year or more from its id" in found.intake.quarantined[0].reason


def test_null_is_a_field_that_was_not_given(tmp_path: Path) -> None:
    rows = [v2(n, entities=None, public_metrics=None) for n in range(3)]
    assert len(merged(pages(tmp_path / "timeline.json", rows)).posts) == 3


def test_a_packed_table_in_a_zip_is_read(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    data = gzip.compress((V2 / "timeline.jsonl").read_bytes())
    (tmp_path / "in" / "timeline.jsonl.gz").write_bytes(data)
    packed = shutil.make_archive(str(tmp_path / "packed"), "zip", tmp_path / "in")
    assert len(merged(Path(packed)).posts) == 24


def test_lines_in_another_encoding_are_read_as_told(tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    path.write_bytes(
        "".join(
            json.dumps(v2(n, text="für alle"), ensure_ascii=False) + "\n" for n in range(3)
        ).encode("cp1252")
    )
    (tables,) = read([path], how=How(encoding="cp1252"))
    assert set(tables.posts.columns["text"]) == {"für alle"}
    with pytest.raises(UsageError, match="klingon"):
        read([path], how=How(encoding="klingon"))


def test_a_damaged_id_never_joins(tmp_path: Path) -> None:
    sheet = tmp_path / "account_analytics_content_2023-11-01_2023-11-30.csv"
    head = "Post id,Date,Post text,Link,Impressions,Likes,New follows\n"
    rows = (
        "1.72146E+18,Mon Nov 06 2023,one,,5,1,0\n1.72146E+18,Tue Nov 07 2023,two,,6,2,0\n"
    )
    sheet.write_text(head + rows, "utf-8")
    found = merged(sheet)
    assert (len(found.posts), found.intake.duplicates) == (2, 0)
    assert found.posts["post_id"].tolist() == ["#1", "#2"]
    assert found.posts["precision"].tolist() == ["day", "day"]
    assert any("damaged" in remark for remark in found.intake.remarks)


def test_posts_of_an_input_that_marks_no_replies_are_no_non_replies(tmp_path: Path) -> None:
    marked = [post(n, in_reply_to={"user_id": "9"}) for n in range(10)]
    one = export(tmp_path / "a.json", account={"handle": "us"}, posts=marked)
    two = export(
        tmp_path / "b.json",
        posts=[
            {k: v for k, v in post(n).items() if k != "in_reply_to"} for n in range(10, 30)
        ],
    )
    share = audit(merged(one, two)).metrics["conversation"]["reply_share"]
    assert (share.value, share.n) == (1, 10)


# Whose they are --------------------------------------------------------------------------


def test_two_accounts_are_refused_with_both_handles(tmp_path: Path) -> None:
    one = export(tmp_path / "a.json", account={"handle": "one"}, posts=[post(1)])
    two = export(tmp_path / "b.json", account={"handle": "Two"}, posts=[post(2)])
    with pytest.raises(InputError, match="@one and @two"):
        merged(one, two)


def test_a_timeline_of_somebody_else_is_refused(tmp_path: Path) -> None:
    other = pages(tmp_path / "other.jsonl", [v2(n, READER) for n in range(5)])
    with pytest.raises(InputError, match=r"different accounts.*arch_museum"):
        merged(V2 / "timeline.jsonl", other)


def test_a_file_of_several_accounts_asks_which(tmp_path: Path) -> None:
    rows = [v2(1), v2(2), v2(3, READER)]
    users = [{"id": p.user_id, "username": p.handle} for p in (OWNER, READER)]
    both = pages(tmp_path / "search.json", rows, includes={"users": users})
    with pytest.raises(
        InputError, match=r"user 511000111 2, user 622000222 1\).*--account"
    ):
        merged(both)
    found = merged(both, account="@Arch_Museum")
    assert (len(found.posts), found.intake.foreign) == (2, 1)
    assert found.profile.handle == "arch_museum"
    assert len(merged(both, account="622000222").posts) == 1
    with pytest.raises(InputError, match="did you mean 'arch_museum'"):
        merged(both, account="arch_muesum")


def test_mentions_by_others_become_inbound_and_are_counted_as_foreign() -> None:
    found = merged(V2 / "timeline.jsonl", V2 / "mentions.jsonl")
    assert found.intake.foreign == len(found.others["inbound"]) == 4
    assert set(found.others["inbound"]["author_id"]) == {READER.user_id}


def test_posts_that_own_posts_answer_are_context_and_no_inbound(tmp_path: Path) -> None:
    asked = v2(1, READER, "@arch_museum Are you open?")
    answer = v2(
        2,
        text="@stone_reader Yes.",
        in_reply_to_user_id=READER.user_id,
        referenced_tweets=[{"type": "replied_to", "id": asked["id"]}],
    )
    found = merged(pages(tmp_path / "timeline.json", [asked, answer, v2(3)]))
    assert found.profile.user_id == OWNER.user_id
    assert (found.intake.foreign, "inbound" in found.others) == (1, False)


def test_posts_that_no_account_may_claim_are_refused_not_guessed(tmp_path: Path) -> None:
    crowd = [v2(n, replace(READER, user_id=str(n))) for n in range(1, 9)]
    with pytest.raises(InputError, match="and 2 more"):
        merged(pages(tmp_path / "crowd.json", crowd))


# How they come ---------------------------------------------------------------------------


@pytest.mark.parametrize("packed", ["gz", "zst"])
def test_a_packed_file_reads_like_the_file(packed: str, tmp_path: Path) -> None:
    data = (V2 / "timeline.jsonl").read_bytes()
    squeeze = gzip.compress if packed == "gz" else zstandard.ZstdCompressor().compress
    path = tmp_path / f"timeline.jsonl.{packed}"
    path.write_bytes(squeeze(data))
    assert read([path])[0].posts.columns == read([V2 / "timeline.jsonl"])[0].posts.columns
    path.write_bytes(squeeze(data)[:-20])
    with pytest.raises(ReadError, match="cut off or damaged"):
        read([path])


def test_a_file_inflated_from_next_to_nothing_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "bomb.jsonl.gz"
    path.write_bytes(
        gzip.compress(b'{"id": "1", "author_id": "1", "text": "' + bytes(80 << 20) + b'"}')
    )
    with pytest.raises(ReadError, match="far larger than any real export"):
        list(read([path], "api-v2"))


@pytest.mark.parametrize("name", ["timeline.jsonl", "packed.zip"])
def test_standard_input_reads_like_the_file(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.make_archive(str(tmp_path / "packed"), "zip", V2)
    data = ((tmp_path if name.endswith(".zip") else V2) / name).read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    found = build(read(["-"]))
    assert len(found.posts) == 24
    assert found.intake.files[0].name in {"standard input", "followers.jsonl"}


def test_nothing_on_standard_input_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    with pytest.raises(ReadError, match="nothing came in"):
        read(["-"])


def test_files_of_a_folder_that_nobody_knows_are_named(tmp_path: Path) -> None:
    shutil.copytree(V2, tmp_path / "all")
    (tmp_path / "all" / "README.txt").write_text("hello", "utf-8")
    (tmp_path / "all" / "strange.csv").write_text("a,b\n1,2\n", "utf-8")
    found = merged(tmp_path / "all")
    assert len(found.posts) == 24
    (remark,) = [remark for remark in found.intake.remarks if "left aside" in remark]
    assert "README.txt" in remark
    assert "strange.csv" in remark


def test_tables_beside_an_archive_stay_shut_and_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    shutil.copytree(FORMATS.parent / "archive-tweet-js", folder)
    (folder / "grok-chats.json").write_text('[{"CANARY": 1}]', "utf-8")
    (tables,) = read([folder])
    assert any("grok-chats.json" in remark for remark in tables.remarks)
    assert "CANARY" not in repr(tables.posts)


def test_an_archive_inside_a_folder_of_tables_is_read_too(tmp_path: Path) -> None:
    shutil.copy(FORMATS.parent / "archive-2024.zip", tmp_path / "x.zip")
    (tmp_path / "outcomes.json").write_text("{}", "utf-8")
    assert [tables.reader for tables in read([tmp_path])] == ["archive"]


def test_the_quarantine_limit_can_be_moved(tmp_path: Path) -> None:
    rows = [v2(n) for n in range(6)] + [v2(n, created_at="never") for n in range(7, 11)]
    path = pages(tmp_path / "timeline.json", rows)
    with pytest.raises(InputError, match="--max-quarantine"):
        build(read([path]))
    assert len(build(read([path]), max_quarantine=0.5).posts) == 6


def test_a_pinned_post_does_not_stretch_the_newest_posts(tmp_path: Path) -> None:
    rows = [v2(n) for n in (-200, *range(1, 9))]
    users = [{"id": OWNER.user_id, "username": "us", "pinned_tweet_id": rows[0]["id"]}]
    found = merged(pages(tmp_path / "timeline.json", rows, includes={"users": users}))
    span = audit(found).window["active"]
    assert (len(found.posts), span and span.days) == (9, 8)
    near = merged(pages(tmp_path / "near.json", [v2(n) for n in (-5, *range(1, 9))]))
    span = audit(near).window["active"]
    assert span
    assert span.days == 14


def test_what_lies_between_two_inputs_is_no_silence(tmp_path: Path) -> None:
    old = pages(tmp_path / "old.json", [v2(n) for n in range(-400, -390)])
    new = pages(tmp_path / "new.json", [v2(n) for n in range(10)])
    found = merged(old, new)
    assert len(found.posts) == 20
    cadence = audit(found).metrics["cadence"]
    assert cadence["longest_gap_days"].value == 1
    assert any("none of them holds" in remark for remark in found.intake.remarks)


def test_two_inputs_that_follow_each_other_are_one_stretch(tmp_path: Path) -> None:
    one = pages(tmp_path / "one.json", [v2(n) for n in range(0, 60, 20)])
    two = pages(tmp_path / "two.json", [v2(n) for n in range(60, 120, 20)])
    assert "apart" not in merged(one, two).posts


def test_a_thread_beside_a_timeline_is_no_part_of_the_rhythm(tmp_path: Path) -> None:
    thread = export(tmp_path / "a.json", timeline="sample", posts=[post(-300), post(3)])
    line = export(tmp_path / "b.json", timeline="recent", posts=[post(n) for n in range(9)])
    found = merged(thread, line)
    assert found.posts["apart"].eq(True).sum() == 1  # a value, no option
    span = audit(found).window["active"]
    assert span
    assert span.days == 9


def test_three_equal_outcomes_are_three_and_in_two_inputs_the_same_three(
    tmp_path: Path,
) -> None:
    rows = "date,outcome,value\n" + "2023-04-03,lead,\n" * 3
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text(rows, encoding="utf-8")
    second.write_text(f"{rows}2023-04-04,lead,\n", encoding="utf-8")
    posts = Path(__file__).parents[1] / "samples" / "brand.json"
    assert len(build(read([posts, first])).others["outcomes"]) == 3
    assert len(build(read([posts, first, second])).others["outcomes"]) == 4
