"""Whatever is converted can be read again, and nothing of the account is lost."""

from __future__ import annotations

import csv
import io
import json
import signal
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, Phase, assume, example, given, settings
from hypothesis import strategies as st

from acctaudit.audit import audit
from acctaudit.cli import run
from acctaudit.convert import FORMATS, convert
from acctaudit.convert.document import document
from acctaudit.errors import InputError, ReadError
from acctaudit.model.account import Account
from acctaudit.model.build import build
from acctaudit.readers import claimants, read
from acctaudit.readers.export_schema import export_schema
from acctaudit.readers.opened import Opened

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
INPUTS = sorted(
    path
    for path in (*SAMPLES.glob("*"), *SAMPLES.glob("strabag/*"), *SAMPLES.glob("formats/*"))
    if path.name.startswith("archive") or path.parent != SAMPLES or path.suffix == ".json"
)
INPUTS = [path for path in INPUTS if not path.name.endswith(".expected.json")]
NAMES = [str(path.relative_to(SAMPLES)) for path in INPUTS]
FRAMES = ("posts", "links", "hashtags", "mentions")
APART = {*FRAMES, "others", "as_of_source", "intake"}
PLAIN = [item.name for item in fields(Account) if item.name not in APART]


def account(*paths: Path) -> Account:
    return build(read(paths), max_quarantine=1)


def exported(path: Path, **fields: object) -> Path:
    path.write_text(json.dumps({"schema": "acctaudit/export/1"} | fields), "utf-8")
    return path


def again(found: Account, suffix: str, folder: Path) -> Account:
    """The account as it is read from the file that it is converted to."""
    path = folder / f"copy{suffix}"
    path.write_bytes(convert(found, suffix))
    return account(path)


def plain(table: pd.DataFrame) -> pd.DataFrame:
    """A table in which all that is missing in a column of objects is None."""
    result = table.reset_index(drop=True)
    for name in [name for name in result if result[name].dtype == "object"]:
        result[name] = result[name].where(result[name].notna(), None)
    return result


def assert_same(found: Account, right: Account) -> None:
    for name in PLAIN:
        assert getattr(found, name) == getattr(right, name)
    for name in FRAMES:
        one, other = plain(getattr(found, name)), plain(getattr(right, name))
        pd.testing.assert_frame_equal(one, other)
    assert found.others.keys() == right.others.keys()
    for name, table in right.others.items():
        pd.testing.assert_frame_equal(plain(found.others[name]), plain(table))


def told(found: Account) -> tuple[str, ...]:
    """Notes and remarks, each once."""
    return tuple(dict.fromkeys((*found.intake.notes, *found.intake.remarks)))


# Nothing is lost -------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_sample_comes_back_from_every_format(name: str, tmp_path: Path) -> None:
    try:
        right = account(SAMPLES / name)
    except InputError as error:
        pytest.skip(f"no account of its own: {error}")
    for suffix in FORMATS:
        found = again(right, suffix, tmp_path)
        assert_same(found, right)
        assert found.intake.notes == told(right)
        assert found.intake.quarantined == ()
        assert convert(found, suffix) == convert(right, suffix), "twice is not once"
        assert convert(found, ".json") == convert(right, ".json")


@pytest.mark.parametrize("suffix", FORMATS)
def test_one_reader_alone_claims_what_is_written(suffix: str, tmp_path: Path) -> None:
    for name in ("desk.json", "archive-2024.zip", "strabag/partial.json"):
        path = tmp_path / f"copy{suffix}"
        path.write_bytes(convert(whole(account(SAMPLES / name)), suffix))
        with Opened(path) as opened:
            (export,) = opened.exports
            claims = [reader.name for reader in claimants(export)]
        assert claims == ["export" if suffix == ".json" else "export-table"]


def whole(found: Account) -> Account:
    """The account with a row in each of its side tables."""
    day = {"date": ["2024-01-01"], "impressions": [1], "unfollows": [2], "posts": [3]}
    result = {"date": ["2024-01-01"], "outcome": ["lead"], "value": [1.5]}
    found.others["daily"] = pd.DataFrame(day)
    found.others["outcomes"] = pd.DataFrame(result)
    return found


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_converted_export_gives_the_same_figures(suffix: str, tmp_path: Path) -> None:
    right = account(SAMPLES / "desk.json")
    found = again(right, suffix, tmp_path)
    assert audit(found).metrics == audit(right).metrics


def test_json_is_what_the_schema_says() -> None:
    for name in ("brand.json", "archive-2024.zip", "strabag/partial.json", "desk.json"):
        text = convert(account(SAMPLES / name), ".json")
        jsonschema.validate(json.loads(text), export_schema())
        assert text.endswith(b"}\n")
        assert b"\r" not in text


@pytest.mark.parametrize("suffix", FORMATS)
def test_inputs_that_are_merged_come_back_merged(suffix: str, tmp_path: Path) -> None:
    post = {"id": "1721456246780854273", "text": "Hello", "in_reply_to": None}
    answers = post | {"id": "1721466246780854273", "in_reply_to": {"handle": "b"}}
    other = {"id": "1721476246780854273", "text": "More", "links": [{"url": "http://a.b"}]}
    first = exported(tmp_path / "a.json", posts=[post, answers], account={"handle": "a"})
    second = exported(tmp_path / "b.json", posts=[other])
    right = account(first, second)
    assert right.posts["replies_known"].tolist() == [True, True, False]
    found = again(right, suffix, tmp_path)
    assert_same(found, right)
    assert found.posts["replies_known"].tolist() == [True, True, False]


# Any account -----------------------------------------------------------------------------

TEXT = st.text(st.characters(codec="utf-8"), max_size=30) | st.sampled_from(
    [
        "", "'", "''=1", "=1+1", " \t@name", "＝2", "null", "true", "a\r\nb", "a\x00b",
        '"",', "see http://a.example/x, www.b.example and #Tag of @Someone", "\ufeffx",
        "[1]", "1",
    ]
)  # fmt: skip
IDS = st.integers(29_700_859_247, 1_900_000_000_000_000_000).map(str)
FEW = st.integers(1, 12).map(str) | IDS | st.just("1721456246780854273")
COUNTS = st.integers(0, 10**12)
TIMES = st.builds(
    lambda text, end: text[:end] + {10: "", 16: "Z", 19: "Z", 23: "Z"}[end],
    st.datetimes(datetime(2008, 1, 1), datetime(2023, 12, 31)).map(  # noqa: DTZ001
        lambda moment: moment.isoformat(timespec="milliseconds")
    ),
    st.sampled_from([10, 16, 19, 23]),
)


def rows(**cells: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Rows in which any cell may be missing."""
    return st.lists(st.fixed_dictionaries({}, optional=cells), max_size=5)


REPLIES = st.none() | st.fixed_dictionaries(
    {}, optional={"post_id": FEW, "user_id": FEW, "handle": TEXT}
)
LINK = st.fixed_dictionaries({"url": TEXT}, optional={"expanded": TEXT})
WHO = st.fixed_dictionaries({"handle": TEXT}, optional={"user_id": FEW})
FLAGS = (
    "reposted", "id_exact", "is_reply", "is_quote", "replies_known", "has_link",
    "has_hashtag", "has_mention",
)  # fmt: skip
POSTS = rows(
    **dict.fromkeys(("text", "lang", "source"), TEXT),
    **dict.fromkeys(("repost_of", "quote_of", "post_link", "edit_of"), FEW),
    **dict.fromkeys(("likes", "reposts", "replies", "impressions", "media"), COUNTS),
    **dict.fromkeys(FLAGS, st.booleans()),
    links=st.lists(LINK, max_size=2),
    hashtags=st.lists(TEXT, max_size=2),
    mentions=st.lists(WHO, max_size=2),
    in_reply_to=REPLIES,
    created_at=TIMES,
)
PEOPLE = rows(user_id=FEW, handle=TEXT, bio=TEXT, followers=COUNTS, created_at=TIMES)
NAMES_MEASURED = st.sets(
    st.sampled_from(["post_id", "created_at", "text", "is_repost", "links", "author_id"])
    | st.sampled_from(["in_reply_to_post_id", "is_reply", "edit_of", "likes", "id_exact"])
)


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """An export that may hold anything that the format knows."""
    posts = draw(POSTS)
    for place, post in enumerate(posts, start=1):
        post["id"] = draw(FEW | st.just(f"#{place}"))
        post["id_exact"] = post.get("id_exact", True) and not post["id"].startswith("#")
        post.setdefault("created_at", draw(TIMES))
    optional: dict[str, st.SearchStrategy[Any]] = {
        "as_of": st.dates(date(2024, 1, 1), date(2025, 1, 1)).map(str),
        "timeline": st.sampled_from(["complete", "recent", "ends", "sample"]),
        "notes": st.lists(TEXT, max_size=2),
        "measured": NAMES_MEASURED.map(sorted),
        "followers": PEOPLE,
        "following": PEOPLE,
        "inbound": rows(id=FEW, id_exact=st.booleans(), text=TEXT, author_id=FEW).map(
            lambda found: [{"id": "1"} | row for row in found]
        ),
        "daily": rows(likes=COUNTS, video_views=COUNTS).map(
            lambda found: [
                {"date": f"2023-01-0{n + 1}"} | row for n, row in enumerate(found)
            ]
        ),
        "outcomes": rows(value=st.floats(allow_nan=False, allow_infinity=False)).map(
            lambda found: [{"date": "2023-01-01", "outcome": "lead"} | row for row in found]
        ),
    }
    page: dict[str, st.SearchStrategy[Any]] = {
        **dict.fromkeys(("handle", "bio", "url"), TEXT),
        "user_id": FEW,
        "verified": st.booleans(),
        "suspensions": st.lists(TEXT, max_size=2),
        "created_at": TIMES,
    }
    told = draw(st.fixed_dictionaries({}, optional=optional))
    shown = draw(st.fixed_dictionaries({"posts_total": COUNTS}, optional=page))
    return {"posts": posts, "account": shown} | told


@pytest.mark.untraced
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.generate],  # to make a failure smaller takes minutes
)
@given(found=documents())
@example(found={"posts": [], "account": {"posts_total": 3}, "followers": []})
def test_any_account_comes_back(
    found: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    try:
        right = account(exported(folder / "any.json", **found))
    except InputError:
        assume(False)
    assume(len(right.posts) or not right.intake.read)  # without a post it has only ends
    for suffix in FORMATS:
        copy = again(right, suffix, folder)
        assert_same(copy, right)
        assert convert(copy, suffix) == convert(right, suffix)


# What the format says --------------------------------------------------------------------


def post(number: int, **cells: object) -> dict[str, Any]:
    moment = pd.Timestamp("2024-01-01") + pd.Timedelta(days=number)
    return {"id": str(number), "created_at": f"{moment.isoformat()}Z", **cells}


def test_times_come_back_as_exact_as_they_were(tmp_path: Path) -> None:
    times = ["2024-01-01", "2024-01-02T10:20Z", "2024-01-03T10:20:30Z"]
    times += ["2024-01-04T10:20:30.123Z", "2024-01-05T00:00:00Z"]
    posts = [post(n) | {"created_at": time} for n, time in enumerate(times)]
    posts[-1]["id"] = "1742000000000000001"
    right = account(exported(tmp_path / "a.json", posts=posts))
    assert right.posts["precision"].tolist() == ["day", "minute", *["second"] * 3]
    written = json.loads(convert(right, ".json"))["posts"]
    assert [item["created_at"] for item in written] == times


def test_a_post_without_an_id_stays_without_one(tmp_path: Path) -> None:
    posts = [post(1), post(2) | {"id": "#2", "id_exact": False}]
    right = account(exported(tmp_path / "a.json", posts=posts))
    assert right.posts["post_id"].tolist() == ["1", "#2"]
    assert right.intake.remarks == ()
    written = json.loads(convert(right, ".json"))["posts"]
    assert [item.get("id_exact", True) for item in written] == [True, False]


def test_every_kind_of_post_comes_back_though_nothing_more_is_known(
    tmp_path: Path,
) -> None:
    posts = [
        post(1, in_reply_to=None),
        post(2, is_reply=True),
        post(3, is_quote=True),
        post(4, reposted=True),
        post(5, in_reply_to={"post_id": "1"}),
        post(6, replies_known=False),
        post(7, post_link="1721456246780854273", has_link=True, has_mention=False),
    ]
    right = account(exported(tmp_path / "a.json", posts=posts))
    kinds = ["original", "reply", "quote", "repost", "self_reply", *["original"] * 2]
    assert right.posts["kind"].tolist() == kinds
    for suffix in FORMATS:
        assert_same(again(right, suffix, tmp_path), right)
    written = json.loads(convert(right, ".json"))["posts"]
    assert written[0]["in_reply_to"] is None
    assert "in_reply_to" not in written[1]
    assert "in_reply_to" not in written[5]


@pytest.mark.parametrize("suffix", FORMATS)
def test_what_is_left_out_of_the_rhythm_stays_left_out(suffix: str, tmp_path: Path) -> None:
    posts = [post(0), *(post(n) for n in range(2000, 2030))]
    path = exported(tmp_path / "a.json", posts=posts, timeline="recent")
    right = account(path)
    assert right.posts["apart"].tolist() == [True] + [False] * 30
    found = again(right, suffix, tmp_path)
    assert_same(found, right)
    assert found.intake.notes == told(right)


def test_what_was_not_measured_stays_unknown(tmp_path: Path) -> None:
    posts = [post(1, text="See http://a.example #tag @name"), post(2, text="More")]
    named = ["post_id", "created_at", "text"]
    right = account(exported(tmp_path / "a.json", posts=posts, measured=named))
    assert right.measured == frozenset(named)
    assert len(right.links) == len(right.hashtags) == len(right.mentions) == 1
    assert audit(right).metrics["composition"]["reposts"].value is None


def test_a_list_that_is_measured_and_left_out_is_empty(tmp_path: Path) -> None:
    posts = [post(1, text="See http://a.example #tag @name", likes=3)]
    named = ["post_id", "created_at", "text", "links", "hashtags", "mentions"]
    right = account(exported(tmp_path / "a.json", posts=posts, measured=named))
    assert right.links.empty
    assert right.hashtags.empty
    assert right.mentions.empty
    assert "likes" not in right.posts


def test_names_of_columns_that_mean_nothing_are_counted(tmp_path: Path) -> None:
    named = ["post_id", "created_at", "mood", "followers.mood"]
    right = account(exported(tmp_path / "a.json", posts=[post(1)], measured=named))
    assert right.intake.remarks == ("fields that acctaudit does not know, left aside: 1",)


def test_columns_of_other_tables_are_those_that_were_there(tmp_path: Path) -> None:
    found = again(account(SAMPLES / "archive-2024.zip"), ".json", tmp_path)
    assert list(found.others["followers"]) == ["user_id"]
    questions = {row.question: row for row in audit(found).availability}
    assert questions["Who follows it?"].why == "ids of the followers only, no profiles"


def test_remarks_become_notes_and_are_not_doubled(tmp_path: Path) -> None:
    notes = ["Said by its maker."]
    posts = [post(n, text="@name hello") for n in range(3)]
    right = account(exported(tmp_path / "a.json", posts=posts, notes=notes))
    assert len(right.intake.remarks) == 1
    fewer = [told(right)[0], told(right)[1].replace("3", "4")]
    again_read = account(exported(tmp_path / "b.json", posts=posts, notes=fewer))
    assert list(document(again_read).notes) == fewer


def test_a_side_table_of_strange_columns_is_a_mistake_of_ours() -> None:
    found = account(SAMPLES / "desk.json")
    found.others["followers"] = pd.DataFrame({"mood": ["good"]})
    with pytest.raises(AssertionError, match="mood"):
        convert(found, ".json")


# CSV and Parquet -------------------------------------------------------------------------


def cells(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def rewritten(data: bytes, path: Path, change: Callable[[dict[str, str]], None]) -> Path:
    """The CSV with every row changed, as a spreadsheet does it."""
    found = cells(data)
    for row in found:
        change(row)
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.DictWriter(file, found[0], delimiter=";", lineterminator="\r\n")
        lines.writeheader()
        lines.writerows(found)
    return path


def test_no_cell_of_the_csv_is_a_formula(tmp_path: Path) -> None:
    texts = ["=1+1", " @b", "＋3", "'quoted", "-", "plain", "a\nb"]
    posts = [post(n, text=text) for n, text in enumerate(texts)]
    right = account(exported(tmp_path / "a.json", posts=posts, account={"bio": "@us"}))
    data = convert(right, ".csv")
    found = cells(data)
    assert [row["text"][:2] for row in found[1:5]] == ["'=", "' ", "'＋", "''"]
    shown = [cell.lstrip() for row in found for cell in row.values()]
    assert not any(cell.startswith(("=", "+", "-", "@", "＋")) for cell in shown)
    assert data.splitlines()[0].startswith(b'"record","schema","timeline","id",')
    assert_same(again(right, ".csv", tmp_path), right)


def test_lines_of_a_text_that_look_like_rows_stay_in_it(tmp_path: Path) -> None:
    text = 'See:\nb","1","see\npost,1721456246780854273,more\n"post","","","9","'
    posts = [post(n, text=f"{text}{n}", lang="en") for n in range(3)]
    right = account(exported(tmp_path / "a.json", posts=posts))
    assert_same(again(right, ".csv", tmp_path), right)


def test_an_empty_text_in_a_csv_is_not_an_unknown_one(tmp_path: Path) -> None:
    posts = [post(1, text=""), post(2, lang="en")]
    page = {"bio": "", "suspensions": []}
    right = account(exported(tmp_path / "a.json", posts=posts, account=page))
    found = again(right, ".csv", tmp_path)
    assert found.posts["text"].tolist() == ["", None]
    assert (found.profile.bio, found.profile.location) == ("", None)
    assert found.profile.suspensions == ()


def test_a_csv_that_went_through_a_spreadsheet_is_read(tmp_path: Path) -> None:
    right = account(SAMPLES / "formats" / "api_v2")

    def spoil(row: dict[str, str]) -> None:
        if row["record"] == "post" and row["likes"] == "1":
            row["id"] = "1.72298E+18"
        row["default_avatar"] = row["default_avatar"].upper()

    path = rewritten(convert(right, ".csv"), tmp_path / "a.csv", spoil)
    found = account(path)
    spoiled = int((right.posts["likes"] == 1).sum())
    assert found.posts["post_id"].str.startswith("#").sum() == spoiled > 0
    assert len(found.posts) == len(right.posts)
    assert found.profile == right.profile


def test_rows_of_another_kind_are_left_aside(tmp_path: Path) -> None:
    data = convert(account(SAMPLES / "tiny.json"), ".csv")
    path = tmp_path / "a.csv"
    path.write_bytes(data.replace(b'"post"', b'"note"', 1))
    found = account(path)
    assert found.intake.remarks == ("rows that acctaudit does not know, left aside: 1",)
    assert len(found.posts) == 2


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b'"account"', b'"note"', "records of the account are 0"),
        (b'"post"', b'"account"', "records of the account are 2"),
        (b'"[""', b'"{""', "a list in it is not JSON"),
        (b"export/1", b"export/9", "its schema is not"),
    ],
)
def test_a_spoiled_csv_is_one_clear_line(
    old: bytes, new: bytes, said: str, tmp_path: Path
) -> None:
    data = convert(account(SAMPLES / "tiny.json"), ".csv")
    (tmp_path / "a.csv").write_bytes(data.replace(old, new, 1))
    with pytest.raises(ReadError, match=said):
        account(tmp_path / "a.csv")


def test_a_table_of_somebody_else_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,text\n1,a\n", "utf-8")
    with pytest.raises(ReadError, match="it has no column record"):
        read([tmp_path / "a.csv"], "export-table")


def test_parquet_has_typed_columns() -> None:
    data = convert(account(SAMPLES / "formats" / "api_v2"), ".parquet")
    table = pq.read_table(io.BytesIO(data))
    types = {field.name: str(field.type) for field in table.schema}
    assert types["id"] == types["created_at"] == "string"
    assert types["likes"] == "int64"
    assert types["id_exact"] == "bool"
    assert types["hashtags"].startswith("list")
    assert table["likes"].null_count > 0


def test_a_parquet_file_of_somebody_else_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    table = pa.table({"id": ["1"], "text": ["a"]})
    pq.write_table(table, path)
    with Opened(path) as opened:
        assert "export-table" not in [r.name for r in claimants(opened.exports[0])]
    with pytest.raises(ReadError, match="its schema is not"):
        read([path], "export-table")
    pq.write_table(table.replace_schema_metadata({"acctaudit": "[1"}), path)
    with pytest.raises(ReadError, match="its metadata is no document"):
        read([path])


def test_a_parquet_file_that_breaks_off_is_one_clear_line(tmp_path: Path) -> None:
    data = convert(account(SAMPLES / "tiny.json"), ".parquet")
    path = tmp_path / "a.parquet"
    path.write_bytes(data[:-9])
    with pytest.raises(ReadError):
        read([path])
    with pytest.raises(ReadError, match="no whole Parquet file"):
        read([path], "export-table")
    broken = bytearray(data)
    broken[8:600] = bytes(592)
    path.write_bytes(broken)
    with pytest.raises(ReadError, match="its rows cannot be read"):
        read([path])


# The command -----------------------------------------------------------------------------


def called(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(SystemExit) as end:
        run([*args])
    signal.signal(signal.SIGTERM, before)
    out, err = capsys.readouterr()
    return int(end.value.code or 0), out, err


def test_the_command_writes_every_format_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outputs = [str(tmp_path / f"a{suffix.upper()}") for suffix in FORMATS]
    wanted = [word for path in outputs for word in ("-o", path)]
    source = SAMPLES / "archive-2024.zip"
    status, out, err = called(capsys, "convert", str(source), *wanted)
    assert (status, out) == (0, "")
    assert err.splitlines() == [f"wrote {path}" for path in outputs]
    for path in outputs:
        assert_same(account(Path(path)), account(source))


def test_the_command_takes_the_day_and_the_account(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.json"
    args = ("convert", str(SAMPLES / "tiny.json"), "--as-of", "2022-01-02", "-o", str(path))
    assert called(capsys, *args)[0] == 0
    assert account(path).as_of == date(2022, 1, 2)


def test_the_command_refuses_other_endings_and_its_own_inputs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = exported(tmp_path / "a.json", posts=[post(1)])
    before = source.read_bytes()
    status, _, err = called(capsys, "convert", str(source), "-o", str(tmp_path / "a.xlsx"))
    assert status == 2
    assert "the ending must be one of .json, .parquet, .csv" in err
    status, _, err = called(capsys, "convert", str(source), "-o", str(source))
    assert status == 2
    assert "write elsewhere" in err
    assert source.read_bytes() == before
    status, _, err = called(capsys, "convert", str(source))
    assert status == 2
