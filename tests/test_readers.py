"""One contract for all readers, and what each format demands beyond it."""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from acctaudit.errors import InputError, ReadError, UsageError
from acctaudit.model.build import build
from acctaudit.readers import READERS, How, detect, read
from acctaudit.readers.export_schema import export_schema
from acctaudit.readers.opened import Opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.model.tables import Tables
    from acctaudit.readers.source import Export

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
OURS = {
    "archive-grailbird": "grailbird",
    "archive-grailbird-updated": "grailbird",
    "archive-tweet-js": "archive",
    "archive-2020.zip": "archive",
    "archive-2024.zip": "archive",
}
KINDS = {
    "original": "originals",
    "reply": "replies",
    "self_reply": "self_replies",
    "repost": "reposts",
    "quote": "quotes",
}
POST = {"id": "20", "created_at": "2020-01-02T03:04:05Z", "text": "hello & welcome"}


@contextmanager
def one_export(path: Path) -> Iterator[Export]:
    """What lies at a path, where that is one export."""
    with Opened(path) as opened:
        (export,) = opened.exports
        yield export


def one(path: Path | str, reader: str | None = None) -> Tables:
    (tables,) = read([path], reader)
    return tables


def column(tables: Tables, name: str) -> dict[str, Any]:
    columns = tables.posts.columns
    return dict(zip(map(str, columns["post_id"]), columns[name], strict=True))


def unzipped(name: str, target: Path) -> Path:
    """A sample as a folder that may be changed."""
    if name.endswith(".zip"):
        with zipfile.ZipFile(SAMPLES / name) as archive:
            archive.extractall(target)
    else:
        shutil.copytree(SAMPLES / name, target)
    return target


def exported(tmp_path: Path, **fields: object) -> Path:
    path = tmp_path / "export.json"
    path.write_text(json.dumps({"schema": "acctaudit/export/1"} | fields), "utf-8")
    return path


# The contract ----------------------------------------------------------------------------


@pytest.mark.parametrize("sample", OURS)
def test_exactly_one_reader_claims_a_sample(sample: str) -> None:
    with one_export(SAMPLES / sample) as export:
        claims = [reader.name for reader in READERS if reader.sniff(export)]
    assert claims == [OURS[sample]]


@pytest.mark.parametrize("sample", OURS)
@pytest.mark.parametrize("name", [reader.name for reader in READERS])
def test_a_wrong_name_of_a_format_is_one_clear_line(sample: str, name: str) -> None:
    if name != OURS[sample]:
        with pytest.raises(ReadError, match=sample):
            read([SAMPLES / sample], name)


@pytest.mark.parametrize("sample", OURS)
def test_a_sample_gives_what_its_story_says(sample: str) -> None:
    wanted = json.loads((SAMPLES / f"{Path(sample).stem}.expected.json").read_text("utf-8"))
    account = build([one(SAMPLES / sample)])
    kinds = Counter(account.posts["kind"])
    intake = account.intake
    found = {name: kinds[kind] for kind, name in KINDS.items()}
    found |= {"posts": intake.kept, "duplicates": intake.duplicates}
    found |= {"superseded": intake.superseded, "foreign": intake.foreign}
    found |= {"quarantined": len(intake.quarantined)}
    times = account.posts["created_at"]
    told = {
        "first_post": times.iloc[0].isoformat(),
        "last_post": times.iloc[-1].isoformat(),
    }
    told |= {"handle": account.profile.handle}
    told |= {"observed": account.as_of.isoformat() if account.as_of else None}
    wanted.pop("post_links", None)  # a metric: see test_samples
    wanted.pop("post_links", None)  # a metric: see test_samples
    assert found | told == wanted


@pytest.mark.parametrize("sample", OURS)
def test_a_zip_reads_like_its_folder(sample: str, tmp_path: Path) -> None:
    folder = unzipped(sample, tmp_path / "folder")
    packed = shutil.make_archive(str(tmp_path / "packed"), "zip", tmp_path, "folder")
    assert one(packed) == one(folder) == one(SAMPLES / sample)


@pytest.mark.parametrize("sample", OURS)
@pytest.mark.parametrize("change", ["bom", "crlf", "utf-16"])
def test_bom_line_ends_and_utf_16_change_nothing(
    sample: str, change: str, tmp_path: Path
) -> None:
    folder = unzipped(sample, tmp_path / "folder")
    before = one(folder)
    for path in [*folder.rglob("*.js"), *folder.rglob("*.csv")]:
        text = path.read_bytes().decode()
        changed = {
            "bom": text.encode("utf-8-sig"),
            "crlf": text.replace("\n", "\r\n").encode(),
            "utf-16": text.encode("utf-16"),
        }
        path.write_bytes(changed[change])
    after = one(folder)
    assert after.posts == before.posts
    assert after.profile == before.profile
    assert after.others == before.others


@pytest.mark.parametrize("sample", OURS)
def test_a_cut_file_is_an_input_error_or_fewer_rows(sample: str, tmp_path: Path) -> None:
    folder = unzipped(sample, tmp_path / "folder")
    whole = len(one(folder).posts)
    for path in [*folder.rglob("*.js"), *folder.rglob("*.csv")]:
        data = path.read_bytes()
        for part in range(1, 12):
            path.write_bytes(data[: len(data) * part // 12])
            with contextlib.suppress(InputError):
                assert len(one(folder).posts) <= whole
        path.write_bytes(data)


@pytest.mark.parametrize("sample", ["archive-2020.zip", "archive-2024.zip"])
def test_a_cut_zip_is_a_read_error(sample: str, tmp_path: Path) -> None:
    data = (SAMPLES / sample).read_bytes()
    path = tmp_path / sample
    for size in range(1, len(data), 97):
        path.write_bytes(data[:size])
        with pytest.raises(ReadError):
            one(path)


DECOYS = {
    "random.json": b'{"a": [1, 2, 3]}',
    "list.json": b'[{"name": "x"}]',
    "notes.txt": b"Dear diary, nothing happened.",
    "picture.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "script.js": b"var tweets = require('tweets');",
    "table.csv": b"a,b,c\n1,2,3\n",
    "wrong.json": b'{"schema": "acctaudit/report/1", "posts": []}',
}


@pytest.mark.parametrize("name", DECOYS)
def test_a_decoy_is_refused_with_a_way_out(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(DECOYS[name])
    with pytest.raises(ReadError, match="--from"):
        one(tmp_path / name)


def test_another_zip_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("letter.docx", "hello")
    with pytest.raises(ReadError, match="none of its files"):
        one(tmp_path / "other.zip")


def test_the_samples_are_current(tmp_path: Path) -> None:
    script = SAMPLES / "make_archives.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True)
    made = {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()}
    for name in made:
        same = (tmp_path / name).read_bytes() == (SAMPLES / name).read_bytes()
        assert same, f"{name} is old: run python samples/make_archives.py"


def test_no_reader_drags_heavy_libraries_in() -> None:
    heavy = "{'pandas', 'numpy', 'scipy'}"
    code = f"""
import sys, acctaudit.readers
assert not 'msgspec' in sys.modules
acctaudit.readers.read([{str(SAMPLES / "archive-2024.zip")!r}])
assert not {heavy} & set(sys.modules), {heavy} & set(sys.modules)
"""
    root = str(SAMPLES.parent)
    subprocess.run([sys.executable, "-c", code], check=True, cwd=root)


# Choosing a reader -----------------------------------------------------------------------


def test_an_unknown_format_name_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean 'grailbird'"):
        one(SAMPLES / "archive-grailbird", "grailbrid")


def test_two_claims_ask_for_a_choice(tmp_path: Path) -> None:
    unzipped("archive-grailbird", tmp_path / "both")
    shutil.copy(SAMPLES / "archive-tweet-js" / "tweet.js", tmp_path / "both")
    with pytest.raises(ReadError, match=r"archive, grailbird.*--from"):
        one(tmp_path / "both")
    assert len(one(tmp_path / "both", "archive").posts) == 8


def test_a_reader_forced_on_a_foreign_file_is_a_read_error(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"a": 1}', "utf-8")
    for reader in READERS:
        with (
            one_export(tmp_path / "a.json") as export,
            pytest.raises(ReadError),
        ):
            detect(export, reader.name).read(export)


# X archives ------------------------------------------------------------------------------


def test_nothing_private_reaches_the_tables() -> None:
    for sample in ("archive-tweet-js", "archive-2020.zip", "archive-2024.zip"):
        assert "CANARY" not in repr(one(SAMPLES / sample))


def test_a_long_post_gets_its_whole_text() -> None:
    texts = column(one(SAMPLES / "archive-2024.zip"), "text").values()
    (long,) = [text for text in texts if text.startswith("The whole history")]
    assert len(long) > 280
    assert "…" not in long


def test_versions_of_a_post_carry_the_first_id() -> None:
    tables = one(SAMPLES / "archive-2024.zip")
    edits = {post: first for post, first in column(tables, "edit_of").items() if first}
    assert len(edits) == 2
    assert set(edits.values()) <= set(edits)


def test_a_link_to_a_post_is_kept_for_an_archive_does_not_mark_quotes() -> None:
    quotes = column(one(SAMPLES / "archive-tweet-js"), "post_link_id").values()
    assert [quote for quote in quotes if quote] == ["1040000000000000000"]


def test_counts_are_numbers_and_ids_are_text() -> None:
    tables = one(SAMPLES / "archive-2020.zip")
    assert set(map(type, tables.posts.columns["likes"])) == {int}
    assert set(map(type, tables.posts.columns["post_id"])) == {str}


def test_followers_are_ids_and_a_count() -> None:
    tables = one(SAMPLES / "archive-2024.zip")
    assert tables.profile["followers"] == len(tables.others["followers"]) == 5
    assert tables.others["following"][0] == {"user_id": "2400001000"}


def test_a_row_without_an_id_is_set_aside_alone() -> None:
    (aside,) = one(SAMPLES / "archive-2020.zip").quarantined
    assert (aside.file, aside.row, aside.reason) == ("tweet.js", 7, "id_str is missing")


def test_epoch_seconds_of_a_suspension_become_a_day() -> None:
    assert one(SAMPLES / "archive-tweet-js").profile["suspensions"] == (
        "2013-07-11 Suspend",
    )


def test_a_missing_account_file_is_remarked(tmp_path: Path) -> None:
    folder = unzipped("archive-tweet-js", tmp_path / "folder")
    (folder / "account.js").unlink()
    tables = one(folder)
    assert any("inferred" in remark for remark in tables.remarks)
    assert "user_id" not in tables.profile


def test_rows_that_the_manifest_misses_are_remarked(tmp_path: Path) -> None:
    folder = unzipped("archive-2024.zip", tmp_path / "folder")
    people = folder / "archive" / "data" / "follower.js"
    people.write_text("window.YTD.follower.part0 = []", "utf-8")
    assert "follower.js holds 0 rows where manifest.js says 5" in one(folder).remarks


def test_headers_alone_give_times_without_text(tmp_path: Path) -> None:
    folder = unzipped("archive-2024.zip", tmp_path / "folder") / "archive" / "data"
    for name in ("tweets.js", "tweets-part1.js", "community-tweet.js", "note-tweet.js"):
        (folder / name).unlink()
    tables = one(folder)
    assert len(tables.posts) == 9
    assert "text" not in tables.posts.columns
    assert any("not their text" in remark for remark in tables.remarks)


def test_one_file_of_an_archive_is_enough(tmp_path: Path) -> None:
    folder = unzipped("archive-2020.zip", tmp_path / "folder") / "data"
    renamed = folder / "tweet (1).js"
    (folder / "tweet.js").rename(renamed)
    tables = one(renamed)
    assert len(tables.posts) == 6
    assert tables.posts.file[0] == "tweet (1).js"
    alone = one(folder / "account.js")
    assert alone.profile["handle"] == "fernhill_lib"
    assert len(alone.posts) == 0


def test_an_archive_without_posts_is_no_account(tmp_path: Path) -> None:
    folder = unzipped("archive-tweet-js", tmp_path / "folder")
    (folder / "tweet.js").unlink()
    with pytest.raises(InputError, match=r"no posts .*\(only account, account-suspension"):
        build([one(folder)])


def test_a_part_of_an_archive_that_nobody_may_open_is_refused(tmp_path: Path) -> None:
    (tmp_path / "likes.js").write_text('window.YTD.like.part0 = [{"like": {}}]', "utf-8")
    with pytest.raises(ReadError, match="does not open this part"):
        one(tmp_path / "likes.js")


def test_rows_without_the_javascript_are_read(tmp_path: Path) -> None:
    rows = [{"tweet": {"id_str": "1", "full_text": "a"}}]
    (tmp_path / "tweets.json").write_text(json.dumps(rows), "utf-8")
    assert column(one(tmp_path / "tweets.json"), "text") == {"1": "a"}


# Grailbird -------------------------------------------------------------------------------


def test_csv_and_months_agree(tmp_path: Path) -> None:
    folder = unzipped("archive-grailbird", tmp_path / "folder")
    months, sheet = one(folder), one(folder / "tweets.csv")
    for name in ("created_at", "text", "is_repost", "repost_of_id", "in_reply_to_user_id"):
        assert column(months, name) == column(sheet, name)
    assert "likes" not in months.posts.columns


def test_months_as_csv_are_read(tmp_path: Path) -> None:
    shutil.copy(SAMPLES / "archive-grailbird" / "tweets.csv", tmp_path / "2014_03.csv")
    assert len(one(tmp_path).posts) == 9


def test_a_broken_csv_row_is_set_aside_alone(tmp_path: Path) -> None:
    text = (SAMPLES / "archive-grailbird" / "tweets.csv").read_text("utf-8")
    lines = text.splitlines(keepends=True)
    lines[3] = '"1","2"\n'
    (tmp_path / "tweets.csv").write_text("".join(lines), "utf-8")
    tables = one(tmp_path / "tweets.csv")
    assert (len(tables.posts), [aside.row for aside in tables.quarantined]) == (8, [3])


def test_a_collapsed_repost_keeps_nothing_of_the_original() -> None:
    tables = one(SAMPLES / "archive-grailbird-updated")
    dates = column(tables, "created_at")
    fallen = [post for post, when in dates.items() if when is None]
    assert len(fallen) == 2
    for name in ("likes", "reposts", "in_reply_to_user_id"):
        assert {column(tables, name)[post] for post in fallen} == {None}
    assert all(column(tables, "is_repost")[post] for post in fallen)


def test_counts_belong_to_rows_of_the_api_only() -> None:
    tables = one(SAMPLES / "archive-grailbird-updated")
    likes = column(tables, "likes").values()
    assert sorted(like for like in likes if like is not None) == [0, 0, 0, 3]


def test_a_month_alone_tells_its_owner() -> None:
    month = SAMPLES / "archive-grailbird" / "data" / "js" / "tweets" / "2014_03.js"
    tables = one(month)
    assert tables.profile["handle"] == "fernhill_lib"
    assert len(tables.posts) == 6


def test_a_month_that_the_index_knows_better_is_remarked(tmp_path: Path) -> None:
    folder = unzipped("archive-grailbird", tmp_path / "folder")
    (folder / "data" / "js" / "tweets" / "2010_10.js").unlink()
    assert (
        "months that tweet_index.js names but that are not here: 1" in one(folder).remarks
    )


def test_a_csv_that_breaks_off_says_where(tmp_path: Path) -> None:
    data = (SAMPLES / "archive-grailbird" / "tweets.csv").read_bytes()
    (tmp_path / "tweets.csv").write_bytes(data[: data.rindex(b'"')])
    with pytest.raises(ReadError, match=r"tweets.csv, row \d+: the file breaks off"):
        one(tmp_path)


def test_a_csv_in_another_encoding_is_marked_or_read_as_told(tmp_path: Path) -> None:
    data = (SAMPLES / "archive-grailbird" / "tweets.csv").read_bytes()
    (tmp_path / "tweets.csv").write_bytes(data.replace(b"warm", "wärm".encode("cp1252")))
    tables = one(tmp_path / "tweets.csv")
    assert any("replaced by \ufffd: 1;" in remark for remark in tables.remarks)
    (told,) = read([tmp_path / "tweets.csv"], how=How(encoding="cp1252"))
    assert any("wärm" in text for text in column(told, "text").values())
    with pytest.raises(ReadError, match=r"byte \d+: it is not ascii text"):
        read([tmp_path / "tweets.csv"], how=How(encoding="ascii"))


def test_a_damaged_row_between_quotes_is_set_aside_alone(tmp_path: Path) -> None:
    data = (SAMPLES / "archive-grailbird" / "tweets.csv").read_bytes()
    (tmp_path / "tweets.csv").write_bytes(data.replace(b"And music.", b'And" music.'))
    tables = one(tmp_path)
    assert len(tables.posts) == 8
    assert len(tables.quarantined) == 1


def test_details_are_mended_or_refused(tmp_path: Path) -> None:
    folder = unzipped("archive-grailbird", tmp_path / "folder")
    user = folder / "data" / "js" / "user_details.js"
    user.write_text(r'var user_details = {"id": 5, "screen_name": "a\udc00"}', "utf-8")
    assert one(folder).profile["handle"] == "a\ufffd"
    user.write_text("var user_details = {}", "utf-8")
    with pytest.raises(ReadError, match=r"user_details.js: it cannot be used"):
        one(folder)


# Our own export --------------------------------------------------------------------------


def test_our_export_gives_plain_text_and_our_columns(tmp_path: Path) -> None:
    reply = {"id": "21", "in_reply_to": {"handle": "a"}, "likes": 3, "reposted": False}
    links = [{"url": "https://t.co/1", "expanded": "https://a.example"}]
    tables = one(
        exported(tmp_path, posts=[POST | {"links": links}, reply], as_of="2020-02-01")
    )
    assert not tables.escaped
    assert column(tables, "text") == {"20": "hello & welcome", "21": None}
    assert column(tables, "links")["20"] == [("https://t.co/1", "https://a.example")]
    assert column(tables, "in_reply_to_handle") == {"20": None, "21": "a"}
    assert "impressions" not in tables.posts.columns
    assert (tables.observed, tables.timeline) == ("2020-02-01", "complete")


def test_one_bad_post_is_set_aside_alone(tmp_path: Path) -> None:
    tables = one(
        exported(tmp_path, posts=[POST, {"likes": "many", "id": "21"}, {"id": "22"}])
    )
    assert list(column(tables, "text")) == ["20", "22"]
    (aside,) = tables.quarantined
    assert (aside.row, aside.reason) == (2, "likes does not hold what it should")


def test_counters_alone_are_the_ends_of_a_timeline(tmp_path: Path) -> None:
    tables = one(exported(tmp_path, account={"handle": "a", "followers": 12}))
    assert (len(tables.posts), tables.timeline) == (0, "ends")
    assert tables.profile == {"handle": "a", "followers": 12}


def test_side_tables_come_with_their_rows(tmp_path: Path) -> None:
    day = {"date": "2020-01-01", "impressions": 5}
    tables = one(exported(tmp_path, daily=[day], outcomes=[], followers=[{"handle": 5}]))
    assert tables.others["daily"][0]["impressions"] == 5
    assert tables.others["outcomes"] == []
    assert tables.others["followers"][0]["handle"] == "5"


def test_unknown_fields_are_counted_once(tmp_path: Path) -> None:
    tables = one(
        exported(tmp_path, posts=[POST | {"mood": 1}, {"id": "2", "mood": 2}], x=1)
    )
    assert tables.remarks == ["fields that acctaudit does not know, left aside: 2"]


def test_notes_are_kept_apart_from_remarks(tmp_path: Path) -> None:
    assert one(exported(tmp_path, notes=["Rebuilt from print."])).notes == [
        "Rebuilt from print."
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_our_export_may_come_in_any_unicode(encoding: str, tmp_path: Path) -> None:
    path = exported(tmp_path, posts=[POST])
    before = one(path).posts
    path.write_bytes(path.read_bytes().decode().encode(encoding))
    assert one(path).posts == before


def test_our_export_is_mended_where_that_is_safe(tmp_path: Path) -> None:
    text = (
        r'{"schema": "acctaudit/export/1", "account": {"bio": "a\ud83d", "followers": "7"},'
    )
    text += r' "posts": [{"id": 20}, {"id": "21", "likes": NaN}], "inbound": {}}'
    (tmp_path / "export.json").write_text(text, "utf-8")
    tables = one(tmp_path)
    assert tables.profile == {"bio": "a\ufffd", "followers": 7}
    assert tables.posts.columns["post_id"] == ["20"]
    assert tables.quarantined[0].reason == "holds NaN or Infinity"
    assert tables.others["inbound"] == []


def test_our_export_cut_anywhere_is_a_read_error(tmp_path: Path) -> None:
    path = exported(tmp_path, posts=[POST], account={"handle": "a"})
    data = path.read_bytes()
    for size in range(len(data)):
        path.write_bytes(data[:size])
        with pytest.raises(ReadError):
            one(path)


def test_a_wrong_schema_is_a_read_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="acctaudit schema export"):
        one(exported(tmp_path, schema="acctaudit/export/9"))
    with pytest.raises(ReadError, match="timeline cannot be used"):
        one(exported(tmp_path, timeline="all of it"))


def test_the_schema_takes_what_the_reader_takes(tmp_path: Path) -> None:
    schema = export_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    document = {"schema": "acctaudit/export/1", "posts": [POST]}
    jsonschema.validate(document, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"schema": "acctaudit/export/1", "posts": [{}]}, schema)
    assert len(one(exported(tmp_path, posts=[POST])).posts) == 1
