"""A mapping that is proposed for a table: it is read as it is, and says what it guessed."""

from __future__ import annotations

import contextlib
import csv
import json
import tomllib
import unicodedata
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acctaudit.cli.formats import command
from acctaudit.errors import InputError, ReadError
from acctaudit.model.build import build
from acctaudit.readers import How, read
from acctaudit.readers.guess import propose
from acctaudit.readers.guess.toml import comment, quoted
from acctaudit.readers.mapping import mapping_file
from acctaudit.readers.mapping.columns import COLUMNS
from acctaudit.readers.mapping.options import KINDS
from acctaudit.text import lexicon

SAMPLES = Path(__file__).parents[1] / "samples"
ID = 1_212_345_678_901_234_567
TEXTS = ["Good morning, the doors are open", "Thanks to all who came by today", "On now &"]


def table(path: Path, header: list[str], rows: list[list[str]], mark: str = ",") -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=mark).writerows([header, *rows])
    return path


def column(tmp_path: Path, name: str, values: list[str], **others: str) -> str:
    """What is proposed for a table with an id, this column, and others of one value."""
    rows = [
        [str(ID + (n << 40)), value, *others.values()] for n, value in enumerate(values)
    ]
    return propose(table(tmp_path / "t.csv", ["tweet_id", name, *others], rows)).text


def taken(text: str) -> dict[str, Any]:
    document = tomllib.loads(text)
    (found,) = (document[name] for name in COLUMNS if name in document)
    assert isinstance(found, dict)
    return found


# Proposals are read as they are ----------------------------------------------------------


def hand_made(tmp_path: Path) -> Path:
    header = ["Nr.", "Datum", "Inhalt", "Gefällt mir", "Antworten", "Link"]
    noon = datetime(2014, 4, 10, 12, 30, tzinfo=UTC)
    rows = []
    for n, text in enumerate(TEXTS):
        day = noon + timedelta(days=n)
        made = (int(day.timestamp() * 1000) - 1_288_834_974_657) << 22
        local = f"{day + timedelta(hours=2):%d.%m.%Y %H:%M}"
        address = f"https://x.com/acme/status/{made}"
        rows.append([str(n), local, text, "3", "1", address])
    return table(tmp_path / "beiträge.csv", header, rows, ";")


def nested(tmp_path: Path) -> Path:
    path = tmp_path / "posts.jsonl"
    lines = [
        {
            "tweet_id": str(ID + (n << 40)), "posted": f"2020-01-0{n + 1}T10:00:00+00:00",
            "message": text, "user": {"screen_name": "acme"}, "metrics": {"like_count": n},
            "entities": {"urls": []}, "typ": ["tweet", "retweet", "reply"][n],
        }
        for n, text in enumerate(TEXTS)
    ]  # fmt: skip
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


def columnar(tmp_path: Path) -> Path:
    path = tmp_path / "posts.parquet"
    data = {
        "postId": [ID + (n << 40) for n in range(3)],
        "when": [f"Wed Jan 0{n + 1} 12:11:12 +0000 2020" for n in range(3)],
        "tweet_text": TEXTS,
        "tags": [["a"], [], ["b", "c"]],
        "isReply": [True, False, False],
    }
    pq.write_table(pa.table(data), path)
    return path


def flags(tmp_path: Path) -> Path:
    header = ["id_str", "is_reply", "has_url", "favs", "mood"]
    rows = [[str(ID + (n << 40)), "0", "1", "NA", "fine"] for n in range(3)]
    return table(tmp_path / "flags.tsv", header, rows, "\t")


@pytest.mark.parametrize(
    ("made", "ours"),
    [
        (hand_made, {"url", "created_at", "text", "likes", "replies"}),
        (nested, {"post_id", "created_at", "text", "author_handle", "kind"}),
        (columnar, {"post_id", "created_at", "text", "hashtags", "is_reply"}),
        (flags, {"post_id", "is_reply", "has_link", "likes"}),
    ],
)
def test_a_proposal_is_read_as_it_is(made: Any, ours: set[str], tmp_path: Path) -> None:
    path, mapping = made(tmp_path), tmp_path / "mapping.toml"
    proposal = propose(path)
    assert proposal.known == ()
    assert set(taken(proposal.text)) >= ours
    mapping.write_text(proposal.text, encoding="utf-8")
    account = build(read([path], how=How(mapping=mapping_file(mapping))))
    assert account.intake.read == account.intake.kept == 3


def test_a_form_of_time_is_found_where_it_is_the_only_one(tmp_path: Path) -> None:
    text = propose(hand_made(tmp_path)).text
    assert 'time_format = "%d.%m.%Y %H:%M"  # a guess' in text
    assert '# time_zone = "Europe/Vienna"' in text


def test_day_or_month_is_left_to_the_user(tmp_path: Path) -> None:
    text = column(tmp_path, "date", ["01/02/2020 10:00", "03/04/2020 11:00"])
    assert '# time_format = "%d/%m/%Y %H:%M"' in text
    assert '# time_format = "%m/%d/%Y %H:%M"' in text
    assert "time_format" not in tomllib.loads(text)["options"]


def test_a_time_that_names_its_zone_needs_no_option(tmp_path: Path) -> None:
    text = column(tmp_path, "date", ["2020-01-01 10:00:00+00:00"])
    assert "time_zone" not in text


NAMES = sorted({row["theirs"] for row in lexicon("column_names")} | {"x", "what"})
CELLS = st.sampled_from(
    [
        "", "NA", "0", "1", "true", "12", "3.5", "1.2K", str(ID), "1.21E+18", "tweet", "rt",
        "@bob", "bob", "two words", "a rather long text that says RT @bob: nothing at all",
        "2020-01-01T10:00:00Z", "2020-01-01 10:00", "01/02/2020", "31.01.2020 10:00",
        "https://a.org", f"https://x.com/bob/status/{ID}", "['a', 'b']", "[{", "#tag",
        None, 7, 2.5, True, ["a"], {"url": "https://a.org"}, [], {},
    ]
)  # fmt: skip


@settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    rows=st.lists(
        st.dictionaries(st.sampled_from(NAMES), CELLS, min_size=1), min_size=1, max_size=5
    )
)
def test_any_table_gives_a_mapping_that_is_read_or_one_line(
    rows: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    path, mapping = folder / "t.json", folder / "m.toml"
    path.write_text(json.dumps(rows), encoding="utf-8")
    with contextlib.suppress(ReadError):
        mapping.write_text(propose(path).text or "[posts]\npost_id = 'x'", encoding="utf-8")
        (tables,) = read([path], how=How(mapping=mapping_file(mapping)))
        with contextlib.suppress(InputError):
            build([tables])


# Names and cells -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "cell", "ours"),
    [
        ("Created At", "2020-01-01T10:00:00Z", "created_at"),
        ("created", "1577872800", "created_at"),
        ("whatever", "1577872800", "created_at"),
        ("whatever", "Wed Jan 01 12:11:12 +0000 2020", "created_at"),
        ("whatever", "https://twitter.com/acme/status/20", "url"),
        ("whatever", "https://acme.org/a", "links"),
        ("screenName", "@acme", "author_handle"),
        ("FAVORITE-COUNT", "1.2K", "likes"),
        ("urls", "['https://acme.org']", "links"),
        ("urls", "2", "has_link"),
        ("hashtags", "a b", "hashtags"),
        ("hashtags", "1", "has_hashtag"),
        ("mentions", "@bob", "mentions"),
        ("mentions", "0", "has_mention"),
        ("media", "True", "media"),
        ("media", "['https://pbs.org/1.jpg']", "media_links"),
        ("likes", "", "likes"),
        ("reply_to", "@bob", "reply_to"),
        ("retweets", "3.0", "reposts"),
    ],
)
def test_a_column_is_known_by_name_and_cells(
    name: str, cell: str, ours: str, tmp_path: Path
) -> None:
    assert ours in taken(column(tmp_path, name, [cell] * 3))


def test_long_ids_are_known_without_a_name(tmp_path: Path) -> None:
    rows = [[str(ID + (n << 40)), "4"] for n in range(3)]
    text = propose(table(tmp_path / "t.csv", ["x", "likes"], rows)).text
    assert taken(text)["post_id"] == "x"
    assert "a guess, from its cells alone" in text


def test_a_name_whose_cells_differ_is_not_used(tmp_path: Path) -> None:
    text = column(tmp_path, "likes", ["many", "few"])
    assert "likes" not in taken(text)
    assert '# Not used: "likes" is called like likes; its cells differ.' in text


def test_an_empty_column_is_a_guess(tmp_path: Path) -> None:
    assert 'likes = "likes"  # a guess: empty in the first rows' in column(
        tmp_path, "likes", ["", ""]
    )


def test_what_is_not_used_and_what_is_missing_is_said(tmp_path: Path) -> None:
    text = column(tmp_path, "mood", ["fine"])
    assert '# Not used: "mood".' in text
    assert "# - whether it answers anybody (kind, is_reply," in text
    assert "# - how often posts were shown (impressions)" in text


def test_of_many_columns_only_some_are_listed(tmp_path: Path) -> None:
    text = column(tmp_path, "mood", ["fine"], **{f"c{n}": "x" for n in range(40)})
    assert "and 21 more." in text


def test_words_for_kinds_are_listed(tmp_path: Path) -> None:
    text = column(tmp_path, "what", ["Tweet", "retweet", "replied_to", "quoted", "tweet"])
    assert taken(text)["kind"] == "what"
    assert tomllib.loads(text)["values"]["kind"] == {
        "original": ["tweet"],
        "repost": ["retweet"],
        "reply": ["replied_to"],
        "quote": ["quoted"],
    }


def test_other_words_are_no_kinds(tmp_path: Path) -> None:
    assert "kind" not in taken(column(tmp_path, "type", ["tweet", "poll"]))


def test_retweets_by_text_are_proposed_where_there_are_some(tmp_path: Path) -> None:
    some = column(tmp_path, "text", ["RT @bob: good morning to all", *TEXTS])
    none = column(tmp_path, "text", TEXTS)
    assert tomllib.loads(some)["options"]["reposts"] == "RT @"
    assert "reposts" not in tomllib.loads(none)["options"]
    assert '# reposts = "RT @"' in none


def test_entities_in_texts_are_seen(tmp_path: Path) -> None:
    text = column(tmp_path, "text", ["Bread &amp; butter for all"])
    assert tomllib.loads(text)["options"]["escaped"] is True


def test_several_authors_are_pointed_out(tmp_path: Path) -> None:
    assert "# Posts of several accounts" in column(tmp_path, "username", ["acme", "bob"])
    assert "Posts of several" not in column(tmp_path, "username", ["acme", "acme"])


def test_an_unnamed_owner_can_be_named(tmp_path: Path) -> None:
    assert '# handle = "acme"' in column(tmp_path, "likes", ["1"])


def test_text_in_another_encoding_is_pointed_out(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(f"tweet_id,text\n{ID},Größe\n".encode("cp1252"))
    assert '# encoding = "cp1252"' in propose(path).text


@pytest.mark.parametrize(
    ("name", "table_name"), [("followers.csv", "followers"), ("following.csv", "following")]
)
def test_a_list_of_people_is_known(name: str, table_name: str, tmp_path: Path) -> None:
    header = ["id", "username", "bio", "followers_count", "friends_count", "mood"]
    path = table(tmp_path / name, header, [["12", "bob", "I am", "4", "5", "x"]])
    text = propose(path).text
    assert f"[{table_name}]" in text
    assert taken(text)["user_id"] == "id"


def test_times_in_floats_are_times(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    path.write_text(json.dumps([{"t": 1577872800.0, "tweet_id": str(ID)}]))
    assert taken(propose(path).text)["created_at"] == "t"


def test_days_and_results_are_known(tmp_path: Path) -> None:
    day = table(tmp_path / "d.csv", ["Tag", "New followers"], [["2024-01-01", "5"]])
    assert taken(propose(day).text) == {"date": "tag", "new_follows": "new followers"}
    rows = [["2024-01-01", "lead", "5"]]
    results = table(tmp_path / "r.csv", ["Day", "Goal", "Amount"], rows)
    assert taken(propose(results).text) == {
        "date": "day", "outcome": "goal", "value": "amount"
    }  # fmt: skip


# Odd names -------------------------------------------------------------------------------

ODD = [
    'a"b',
    "a\\b",
    "\x1b[31mred",
    "x\u202ey",
    "a\x7fb",
    "ü\u0308",
    "🦀",
    "'",
    "#",
    "a=b",
    "\x00",
]


@pytest.mark.parametrize("name", ODD)
def test_an_odd_name_is_safe_and_comes_back(name: str, tmp_path: Path) -> None:
    path, mapping = tmp_path / "t.json", tmp_path / "m.toml"
    rows = [{name: str(ID + n), "other " + name: "x"} for n in range(3)]
    path.write_text(json.dumps(rows), encoding="utf-8")
    text = propose(path).text
    assert all(char == "\n" or unicodedata.category(char)[0] != "C" for char in text)
    mapping.write_text(text, encoding="utf-8")
    (tables,) = read([path], how=How(mapping=mapping_file(mapping)))
    assert tables.posts.columns["post_id"] == [str(ID + n) for n in range(3)]


@given(st.text())
def test_any_text_is_quoted_and_read_back(text: str) -> None:
    shown = quoted(text)
    assert tomllib.loads(f"a = {shown}  {comment(text)}")["a"] == text
    assert all(unicodedata.category(char)[0] != "C" for char in shown)


def test_half_a_character_is_no_danger() -> None:
    assert tomllib.loads(f"a = {quoted(chr(0xD800))}")["a"] == "\ufffd"


# The command -----------------------------------------------------------------------------


def test_the_command_prints_the_mapping_alone(tmp_path: Path) -> None:
    done = CliRunner().invoke(command, ["--guess", str(hand_made(tmp_path))])
    assert done.exit_code == 0
    assert taken(done.stdout)["likes"] == "gefällt mir"
    assert done.stderr == ""


def test_a_known_format_is_named(tmp_path: Path) -> None:
    archive = SAMPLES / "archive-2024.zip"
    done = CliRunner().invoke(command, ["--guess", str(archive)])
    assert done.stdout == ""
    assert done.stderr == "reads without a mapping: archive\n"


def test_a_known_format_without_a_table_needs_no_mapping(tmp_path: Path) -> None:
    path = tmp_path / "account.js"
    path.write_text('window.YTD.account.part0 = [{"account": {"accountId": "12"}}]')
    assert propose(path).text == ""
    assert propose(path).known == ("archive",)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a,b\n1,2\n", "none of its columns looks like"),
        ("tweet_id,text\n", "it has no rows"),
        ("", "the file is empty"),
        ("[]", "it has no rows"),
    ],
)
def test_what_cannot_be_guessed_is_one_line(text: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError, match=says):
        propose(path)


def test_a_folder_of_several_tables_asks_for_one(tmp_path: Path) -> None:
    for name in "ab":
        table(tmp_path / f"{name}.csv", ["tweet_id"], [[str(ID)]])
    with pytest.raises(ReadError, match="name one of them"):
        propose(tmp_path)


def test_a_folder_without_tables_is_none(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing")
    with pytest.raises(ReadError, match="it holds no table"):
        propose(tmp_path)


# The list of names -----------------------------------------------------------------------


def test_every_name_in_the_list_is_for_a_column_of_ours() -> None:
    known = {f"{name}.{ours}" for name, columns in COLUMNS.items() for ours in columns}
    known |= {f"values.{kind}" for kind in KINDS}
    assert {row["ours"] for row in lexicon("column_names")} <= known


def test_no_name_stands_twice_in_the_list() -> None:
    pairs = [(row["ours"], row["theirs"]) for row in lexicon("column_names")]
    assert len(pairs) == len(set(pairs))
    assert all(row["note"] for row in lexicon("column_names"))
