"""Any other table: its columns are mapped by a file, and what the file says is checked."""

from __future__ import annotations

import contextlib
import csv
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from acctaudit.errors import InputError, ReadError, UsageError
from acctaudit.model.build import build
from acctaudit.model.tables import POST_COLUMNS, Tables
from acctaudit.model.times import parse
from acctaudit.readers import How, read
from acctaudit.readers.mapping import cells, lists, mapping, mapping_file
from acctaudit.readers.mapping.columns import COLUMNS
from acctaudit.readers.mapping.times import days, moments

ID = 1_212_345_678_901_234_567
"""2020-01-01T12:11:12Z."""
HEADER = ["nr", "wann", "was", "favs"]
ROWS = [
    [str(ID), "Wed Jan 01 12:11:12 +0000 2020", "one", "3"],
    [str(ID + (10**9 << 5)), "Wed Jan 01 14:11:12 +0000 2020", "two", ""],
]
POSTS = '[posts]\npost_id = "nr"\ncreated_at = "wann"\ntext = "was"\nlikes = "favs"\n'


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def table(path: Path, header: list[str], rows: list[list[str]], mark: str = ",") -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=mark).writerows([header, *rows])
    return path


def mapped(path: Path, toml: str, **how: Any) -> Tables:
    mapping_path = written(path.parent / "mapping.toml", toml)
    (tables,) = read([path], how=How(mapping=mapping_file(mapping_path), **how))
    return tables


def one(tmp_path: Path, toml: str, **cells_of_row: str) -> Tables:
    """A table of one row, read."""
    path = table(tmp_path / "t.csv", [*cells_of_row], [[*cells_of_row.values()]])
    return mapped(path, toml)


def refused(toml: str, tmp_path: Path) -> str:
    path = written(tmp_path / "my.toml", toml)
    with pytest.raises(InputError) as caught:
        mapping_file(path)
    assert str(caught.value).startswith("my.toml")
    assert "\n" not in str(caught.value)
    return str(caught.value)


# Reading ---------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["csv", "tsv", "semicolon", "json", "jsonl", "parquet"])
def test_every_kind_of_table_gives_the_same_rows(kind: str, tmp_path: Path) -> None:
    records = [dict(zip(HEADER, row, strict=True)) for row in ROWS]
    path = tmp_path / f"posts.{kind}"
    if kind in {"csv", "tsv", "semicolon"}:
        table(path, HEADER, ROWS, {"csv": ",", "tsv": "\t", "semicolon": ";"}[kind])
    elif kind == "parquet":
        pq.write_table(pa.Table.from_pylist(records), path)
    else:
        lines = [json.dumps(record) for record in records]
        written(path, "\n".join(lines) if kind == "jsonl" else f"[{','.join(lines)}]")
    tables = mapped(path, POSTS)
    assert tables.posts.columns == {
        "post_id": [row[0] for row in ROWS],
        "id_exact": [True, True],
        "created_at": [row[1] for row in ROWS],
        "text": ["one", "two"],
        "likes": [3, None],
    }
    assert list(tables.posts.row) == [1, 2]
    assert tables.reader == "mapping"


def test_the_first_name_that_is_there_counts(tmp_path: Path) -> None:
    toml = '[posts]\npost_id = "id"\nlikes = ["likes", "Favs", "hearts"]\n'
    tables = one(tmp_path, toml, id=str(ID), hearts="9", favs="3")
    assert tables.posts.columns["likes"] == [3]


def test_the_address_gives_id_and_author(tmp_path: Path) -> None:
    toml = '[posts]\nurl = "u"\npost_id = "id"\nauthor_handle = "who"\n'
    url = f"https://x.com/Acme/status/{ID}?s=20"
    tables = one(tmp_path, toml, u=url, id="1.21E+18", who="")
    assert tables.posts.columns["post_id"] == [str(ID)]
    assert tables.posts.columns["id_exact"] == [True]
    assert tables.posts.columns["author_handle"] == ["Acme"]


def test_a_rounded_id_is_not_exact(tmp_path: Path) -> None:
    tables = one(tmp_path, '[posts]\npost_id = "id"\n', id="1.21235E+18")
    assert tables.posts.columns["id_exact"] == [False]


def test_a_reply_stays_one_if_its_target_is_rounded(tmp_path: Path) -> None:
    toml = '[posts]\npost_id = "id"\nin_reply_to_post_id = "re"\nrepost_of_id = "rt"\n'
    tables = one(tmp_path, toml, id=str(ID), re="1.21E+18", rt="1.21E+18")
    assert tables.posts.columns["in_reply_to_post_id"] == [None]
    assert tables.posts.columns["is_reply"] == [True]
    assert tables.posts.columns["is_repost"] == [True]


@pytest.mark.parametrize("nothing", ["", "0", "-1", "None", "NA"])
def test_no_target_is_no_reply(nothing: str, tmp_path: Path) -> None:
    toml = '[posts]\npost_id = "id"\nin_reply_to_user_id = "re"\n'
    tables = one(tmp_path, toml, id=str(ID), re=nothing)
    assert tables.posts.columns["in_reply_to_user_id"] == [None]
    assert tables.posts.columns["is_reply"] == [False]


@pytest.mark.parametrize(
    ("cell", "post", "handle"),
    [
        (f"https://twitter.com/bob/status/{ID}", str(ID), "bob"),
        (str(ID), str(ID), None),
        ("@bob", None, "bob"),
        ("", None, None),
    ],
)
def test_reply_to_takes_posts_and_people(
    cell: str, post: str | None, handle: str | None, tmp_path: Path
) -> None:
    tables = one(tmp_path, '[posts]\npost_id = "id"\nreply_to = "re"\n', id="5", re=cell)
    assert tables.posts.columns["in_reply_to_post_id"] == [post]
    assert tables.posts.columns["in_reply_to_handle"] == [handle]
    assert tables.posts.columns["is_reply"] == [bool(post or handle)]


def test_addresses_of_pictures_are_counted(tmp_path: Path) -> None:
    toml = '[posts]\npost_id = "id"\nmedia_links = "m"\n'
    rows = [[str(ID), "https://a.org/1.jpg https://a.org/2.jpg"], [str(ID + 1), ""]]
    tables = mapped(table(tmp_path / "t.csv", ["id", "m"], rows), toml)
    assert tables.posts.columns["media"] == [2, 0]


def test_the_kind_of_post_may_be_a_word(tmp_path: Path) -> None:
    toml = (
        '[posts]\npost_id = "id"\nkind = "typ"\n[values.kind]\noriginal = ["Tweet", ""]\n'
        'reply = "reply"\nrepost = ["retweet", "RT"]\nquote = ["quote"]\n'
    )
    kinds = ["tweet", "REPLY ", "rt", "quote", ""]
    rows = [[str(ID + n), kind] for n, kind in enumerate(kinds)]
    account = build([mapped(table(tmp_path / "t.csv", ["id", "typ"], rows), toml)])
    assert list(account.posts["kind"]) == [
        "original", "reply", "repost", "quote", "original"
    ]  # fmt: skip


def test_a_row_of_an_unlisted_kind_is_set_aside(tmp_path: Path) -> None:
    toml = '[posts]\npost_id = "id"\nkind = "typ"\n[values.kind]\nrepost = ["rt"]\n'
    rows = [[str(ID), "rt"], [str(ID + 1), "poll"], [str(ID + 2), ""]]
    tables = mapped(table(tmp_path / "t.csv", ["id", "typ"], rows), toml)
    assert list(tables.posts.row) == [1]
    assert [item.row for item in tables.quarantined] == [2, 3]
    assert "values.kind" in tables.quarantined[0].reason


def test_rows_without_a_kind_are_set_aside_where_no_row_has_one(tmp_path: Path) -> None:
    toml = '[posts]\npost_id = "id"\nkind = "typ"\n[values.kind]\nrepost = ["rt"]\n'
    lines = [json.dumps({"id": str(ID + n)}) for n in range(1000)]
    path = written(tmp_path / "t.jsonl", "\n".join([*lines, '{"id": "1", "typ": "rt"}']))
    tables = mapped(path, toml)
    assert list(tables.posts.row) == [1001]
    assert len(tables.quarantined) == 1000


def test_a_kind_without_words_is_not_measured(tmp_path: Path) -> None:
    toml = '[posts]\npost_id = "id"\nkind = "k"\n[values.kind]\noriginal="1"\nrepost="0"\n'
    columns = one(tmp_path, toml, id=str(ID), k="1").posts.columns
    assert columns["is_repost"] == [False]
    assert not {"is_reply", "is_quote", "replies_known"} & set(columns)


def test_texts_may_say_what_is_a_repost(tmp_path: Path) -> None:
    toml = '[posts]\npost_id = "id"\ntext = "t"\n[options]\nreposts = "RT @"\n'
    rows = [[str(ID), "RT @bob: hi"], [str(ID + 1), "hi"]]
    tables = mapped(table(tmp_path / "t.csv", ["id", "t"], rows), toml)
    assert tables.posts.columns["is_repost"] == [True, False]


def test_more_words_may_stand_for_no_value(tmp_path: Path) -> None:
    toml = '[posts]\npost_id = "id"\nlikes = "l"\nlang = "g"\n[options]\nmissing = ["?"]\n'
    tables = one(tmp_path, toml, id=str(ID), l=" ? ", g="?")
    assert tables.posts.columns["likes"] == [None]
    assert tables.posts.columns["lang"] == [None]


def test_text_keeps_its_entities_unless_it_is_said_to_be_escaped(tmp_path: Path) -> None:
    toml = '[posts]\npost_id = "id"\ntext = "t"\n'
    plain = build([one(tmp_path, toml, id=str(ID), t="a &amp; b")])
    undone = build(
        [one(tmp_path, toml + "[options]\nescaped = true\n", id=str(ID), t="a &amp; b")]
    )
    assert plain.posts["text"].tolist() == ["a &amp; b"]
    assert undone.posts["text"].tolist() == ["a & b"]


def test_options_tell_owner_day_and_extent(tmp_path: Path) -> None:
    toml = POSTS + '[options]\nhandle = "@acme"\nas_of = 2020-02-01\ntimeline = "sample"\n'
    account = build([mapped(table(tmp_path / "t.csv", HEADER, ROWS), toml)])
    assert account.profile.handle == "acme"
    assert account.as_of == date(2020, 2, 1)
    assert account.timeline == "sample"


def test_the_encoding_of_the_command_line_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(f"id,t\n{ID},Größe\n".encode("cp1252"))
    toml = '[posts]\npost_id = "id"\ntext = "t"\n[options]\nencoding = "{}"\n'
    right = mapped(path, toml.format("cp1252"))
    assert right.posts.columns["text"] == ["Größe"]
    with pytest.raises(ReadError, match="not ascii"):
        mapped(path, toml.format("ascii"))
    assert mapped(path, toml.format("ascii"), encoding="cp1252").posts == right.posts


def test_a_known_format_needs_no_mapping(tmp_path: Path) -> None:
    sample = Path(__file__).parents[1] / "samples" / "tiny.json"
    toml = written(tmp_path / "m.toml", POSTS)
    how = How(mapping=mapping_file(toml))
    with pytest.raises(UsageError, match=r"not used.*\(export\).*--from mapping"):
        read([sample], how=how)
    names = ["nr", "wann", "was", "favs"]
    other = table(tmp_path / "t.csv", names, [["844454048556355584", "", "a", "1"]])
    both = read([sample, other], how=how)
    assert [found.reader for found in both] == ["export", "mapping"]
    forced = How("mapping", mapping=how.mapping)
    assert [found.reader for found in read([other], how=forced)] == ["mapping"]


def test_an_empty_table_is_no_error_of_the_mapping(tmp_path: Path) -> None:
    tables = mapped(table(tmp_path / "t.csv", ["id"], []), POSTS)
    assert len(tables.posts) == 0


def test_versions_without_ids_are_not_told_apart(tmp_path: Path) -> None:
    toml = '[posts]\ncreated_at = "c"\nedit_of = "e"\n'
    account = build([one(tmp_path, toml, c="2024-01-01T10:00:00Z", e="5")])
    assert len(account.posts) == 1


def test_keys_that_only_some_records_have_are_read(tmp_path: Path) -> None:
    lines = [{"id": str(ID)}, {"id": str(ID + 1), "user": {"name": "acme"}, "n": 4}]
    path = written(tmp_path / "t.jsonl", "\n".join(map(json.dumps, lines)))
    toml = '[posts]\npost_id = "id"\nauthor_handle = "user.name"\nlikes = "n"\n'
    tables = mapped(path, toml)
    assert tables.posts.columns["author_handle"] == [None, "acme"]
    assert tables.posts.columns["likes"] == [None, 4]


def test_every_column_that_may_be_named_is_one_of_ours(tmp_path: Path) -> None:
    names = [name for name in COLUMNS["posts"] if name != "kind"]
    toml = "[posts]\n" + "".join(f'{name} = "{name}"\n' for name in names)
    tables = one(tmp_path, toml, **dict.fromkeys(names, "1"))
    assert set(tables.posts.columns) <= set(POST_COLUMNS)
    assert set(names) - set(tables.posts.columns) <= {"url", "reply_to", "media_links"}


# Cells -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        ("12", 12), ("3.0", 3), ("1,234", 1234), ("1.234", 1234), ("1 234 567", 1234567),
        ("1.2K", 1200), (7, 7), (True, 1), ("", None), (None, None),
    ],
)  # fmt: skip
def test_a_count_is_read_as_it_is_meant(cell: object, count: int | None) -> None:
    assert cells.count(cell) == count


@pytest.mark.parametrize("cell", [0.5, "0.5", "3,5"])
def test_a_fraction_is_no_count(cell: object) -> None:
    assert cells.count(cell) == cells.NO_COUNT


def test_short_counts_are_said_to_be_rounded(tmp_path: Path) -> None:
    tables = one(tmp_path, '[posts]\npost_id = "id"\nlikes = "l"\n', id="5", l="1.2K")
    assert any("rounded" in remark for remark in tables.remarks)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("https://a.org/x https://b.org", ["https://a.org/x", "https://b.org"]),
        ("https://a.org/x,1,https://b.org", ["https://a.org/x,1", "https://b.org"]),
        ("['https://a.org', 'https://b.org']", ["https://a.org", "https://b.org"]),
        ('["https://a.org"]', ["https://a.org"]),
        ('[{"url": "https://t.co/1", "expanded_url": "https://a.org"}]', ["https://a.org"]),
        ([{"url": "https://t.co/1", "expanded_url": "https://a.org"}], ["https://a.org"]),
        ("https://a.org | https://b.org", ["https://a.org", "https://b.org"]),
        ("", []), (None, []), ("[]", []), ("{}", []), ("NA", []),
    ],
)  # fmt: skip
def test_links_are_read_however_they_are_listed(cell: object, found: list[str]) -> None:
    assert [target for _, target in lists.links(cell)] == found


@pytest.mark.parametrize(
    "cell", ["#a #b", "a,b", "a; b", "a|b", "['a', 'b']", '[{"text": "a"}, {"tag": "b"}]']
)
def test_hashtags_are_read_however_they_are_listed(cell: str) -> None:
    assert lists.hashtags(cell) == ["a", "b"]


def test_mentions_keep_the_ids_that_they_have() -> None:
    assert lists.mentions("@a, b") == [("a", None), ("b", None)]
    assert lists.mentions('[{"screen_name": "a", "id_str": "12"}]') == [("a", "12")]


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("", 0), ("https://a.org/1.jpg", 1), ("['u', 'v']", 2),
        ({"photos": [1, 2], "videos": []}, 2), ({"photos": []}, 0),
    ],
)  # fmt: skip
def test_pictures_are_counted(cell: object, number: int) -> None:
    assert lists.number_of(cell) == number


@given(
    st.one_of(
        st.none(), st.text(), st.integers(), st.floats(), st.booleans(), st.binary(),
        st.lists(st.one_of(st.text(), st.integers())),
        st.dictionaries(st.sampled_from(["url", "text", "id"]), st.text()),
    )
)  # fmt: skip
def test_no_cell_makes_a_converter_raise(cell: object) -> None:
    for convert in (
        lists.links, lists.hashtags, lists.mentions, lists.number_of, lists.is_listed,
        cells.count, cells.media, cells.holds, cells.value, cells.word, cells.reference,
        cells.person, cells.refers, cells.author_id, cells.is_short, moments(), days(),
        moments("%d.%m.%Y"),
    ):  # fmt: skip
        convert(cell)


# Times -----------------------------------------------------------------------------------


def moment(written: object) -> datetime | None:
    times = parse([written], [None])
    start = datetime(1970, 1, 1, tzinfo=UTC)
    return None if times.bad[0] else start + timedelta(milliseconds=int(times.ms[0]))


def zoned(name: str, form: str | None, cell: object, tmp_path: Path) -> datetime | None:
    text = f'time_format = "{form}"\n' if form else ""
    toml = f'[posts]\ncreated_at = "t"\n[options]\ntime_zone = "{name}"\n{text}'
    options = mapping_file(written(tmp_path / "m.toml", toml)).options
    return moment(moments(options.time_format, options.zone)(cell))


@pytest.mark.parametrize(
    ("form", "cell"),
    [
        (None, "2014-07-08 14:30:05"),
        (None, "2014-07-08T14:30:05.000"),
        (None, datetime(2014, 7, 8, 14, 30, 5)),  # noqa: DTZ001  # as Parquet gives it
        ("%d.%m.%Y %H:%M:%S", "08.07.2014 14:30:05"),
        (None, "2014-07-08T12:30:05Z"),
        (None, "Tue Jul 08 12:30:05 +0000 2014"),
        (None, 1404822605),
        (None, "1404822605.0"),
    ],
)
def test_a_zone_is_for_times_that_name_none(
    form: str | None, cell: object, tmp_path: Path
) -> None:
    right = datetime(2014, 7, 8, 12, 30, 5, tzinfo=UTC)
    assert zoned("Europe/Vienna", form, cell, tmp_path) == right


def test_an_hour_that_comes_twice_is_the_first(tmp_path: Path) -> None:
    found = zoned("Europe/Vienna", None, "2014-10-26 02:30", tmp_path)
    assert found == datetime(2014, 10, 26, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "cell", ["0001-01-01 00:00", "9999-12-31 23:59", "2014-13-01 01:00"]
)
def test_a_time_that_is_none_is_left_to_the_model(cell: str, tmp_path: Path) -> None:
    zoned("America/New_York", None, cell, tmp_path)


@pytest.mark.parametrize(
    ("form", "cell", "precision"),
    [
        ("%d.%m.%Y", "08.04.2014", "day"),
        ("%d.%m.%Y %H:%M", "08.04.2014 14:30", "minute"),
        ("%d.%m.%Y %H:%M:%S", "08.04.2014 14:30:00", "second"),
        ("%m/%d/%Y %I:%M %p", "04/08/2014 02:30 PM", "minute"),
    ],
)
def test_a_form_tells_no_more_than_it_holds(
    form: str, cell: str, precision: str, tmp_path: Path
) -> None:
    toml = f'[posts]\ncreated_at = "t"\n[options]\ntime_format="{form}"\ntime_zone="UTC"\n'
    account = build([one(tmp_path, toml, t=cell)])
    assert account.posts["precision"].tolist() == [precision]
    assert account.posts["created_at"].iloc[0].date() == date(2014, 4, 8)


def test_a_time_without_zone_or_id_is_set_aside(tmp_path: Path) -> None:
    tables = one(tmp_path, '[posts]\ncreated_at = "t"\n', t="2014-04-08 14:30:00")
    with pytest.raises(InputError, match="names no time zone"):
        build([tables])


# Side tables -----------------------------------------------------------------------------


def test_a_table_of_followers_is_read(tmp_path: Path) -> None:
    toml = '[followers]\nuser_id = "id"\nhandle = "n"\nfollowers = "f"\ncreated_at = "c"\n'
    tables = one(tmp_path, toml, id="12", n="@bob", f="1,234", c="2014-04-08")
    assert tables.others["followers"] == [
        {"user_id": "12", "handle": "bob", "followers": 1234, "created_at": "2014-04-08"}
    ]
    assert len(tables.posts) == 0


def test_a_table_of_mentions_is_read(tmp_path: Path) -> None:
    toml = (
        '[inbound]\nurl = "u"\ncreated_at = "c"\ntext = "t"\nin_reply_to_post_id = "re"\n'
    )
    url = f"https://x.com/bob/status/{ID}"
    tables = one(tmp_path, toml, u=url, c="2020-01-01T12:00:00Z", t="hi", re="5")
    assert tables.others["inbound"] == [
        {
            "created_at": "2020-01-01T12:00:00Z",
            "text": "hi",
            "in_reply_to_post_id": "5",
            "post_id": str(ID),
            "author_handle": "bob",
        }
    ]


def test_a_table_of_results_is_read_and_joins_the_posts(tmp_path: Path) -> None:
    toml = (
        '[outcomes]\ndate = "d"\noutcome = "o"\nvalue = "v"\n'
        '[options]\ntime_format = "%d.%m.%Y"\n'
    )
    results = one(tmp_path, toml, d="08.04.2014", o="lead", v="2.5")
    posts = mapped(table(tmp_path / "p.csv", HEADER, ROWS), POSTS)
    found = build([results, posts]).others["outcomes"].to_dict("records")
    assert found == [{"date": "2014-04-08", "outcome": "lead", "value": 2.5}]


def test_days_without_a_date_are_left_out_and_counted(tmp_path: Path) -> None:
    rows = [["2024-01-01", "5"], ["", "7"]]
    toml = '[daily]\ndate = "d"\nimpressions = "i"\n'
    tables = mapped(table(tmp_path / "t.csv", ["d", "i"], rows), toml)
    assert tables.others["daily"] == [{"date": "2024-01-01", "impressions": 5}]
    assert "t.csv: rows of daily that could not be read: 1" in tables.remarks


# Profiles --------------------------------------------------------------------------------

PROFILES = (
    '[profiles]\nhandle = "who"\nuser_id = "nr"\nfollowers = "fans"\nposts_total = "all"\n'
    'created_at = "since"\nlocation = "place"\nlink = "page"\n'
)
ACCOUNTS = ["who", "nr", "fans", "all", "since", "place", "page"]


def test_one_mapping_reads_posts_and_profiles(tmp_path: Path) -> None:
    toml = POSTS.replace('likes = "favs"', 'author_handle = "wer"') + PROFILES
    rows = [["@Anna", "7", "1,200", "2", "2014-04-08", "", "https://a.example"],
            ["bert", "8", "x", "", "2014-04-09", "Graz", ""]]  # fmt: skip
    header = ["nr", "wann", "was", "wer"]
    posts = mapped(table(tmp_path / "p.csv", header, [[*ROWS[0][:3], "anna"]]), toml)
    profiles = mapped(table(tmp_path / "a.csv", ACCOUNTS, rows), toml)
    assert (len(posts.posts), posts.authors) == (1, {})
    assert (len(profiles.posts), profiles.others, profiles.profile) == (0, {}, {})
    assert profiles.authors["7"] == {
        "handle": "Anna", "user_id": "7", "followers": 1200, "posts_total": 2,
        "created_at": "2014-04-08", "location": "", "url": "https://a.example",
    }  # fmt: skip
    assert profiles.authors["8"]["followers"] is None, "what is no count is not known"
    assert profiles.files[0].holds == "profile"
    account = build([posts, profiles], account="anna")
    assert (account.profile.followers, account.profile.user_id) == (1200, "7")
    assert account.profile.link == "https://a.example"


def test_a_table_is_what_it_lacks_fewer_columns_of(tmp_path: Path) -> None:
    toml = POSTS + PROFILES
    assert len(mapped(table(tmp_path / "p.csv", HEADER, ROWS), toml).posts) == 2
    lacking = [name for name in ACCOUNTS if name != "fans"]
    with pytest.raises(ReadError, match="'fans' for followers"):
        mapped(table(tmp_path / "a.csv", lacking, [["x"] * 6]), toml)
    with pytest.raises(ReadError, match="'favs' for likes"):
        mapped(table(tmp_path / "p.csv", HEADER[:3], [ROWS[0][:3]]), toml)


def test_a_profile_alone_is_the_owners(tmp_path: Path) -> None:
    tables = one(tmp_path, '[profiles]\nhandle = "who"\nbio = "b"\n', who="anna", b="Hi")
    assert tables.profile == {"handle": "anna", "bio": "Hi"}


def test_of_an_account_that_comes_twice_the_first_row_counts(tmp_path: Path) -> None:
    rows = [["anna", "1"], ["Anna", "2"], ["", "3"]]
    toml = '[profiles]\nhandle = "who"\nfollowers = "fans"\n'
    tables = mapped(table(tmp_path / "a.csv", ["who", "fans"], rows), toml)
    assert tables.authors == {"@anna": {"handle": "anna", "followers": 1}}
    told = " ".join(map(str, tables.remarks))
    assert "accounts that stand in it twice, of which the first counts: 1" in told
    assert "rows of profiles that could not be read: 1" in told


def test_the_sample_for_the_libraries_knows_their_profiles() -> None:
    path = Path(__file__).parents[1] / "samples" / "mappings" / "libraries-2014.toml"
    found = mapping_file(path)
    assert found.table == "posts"
    assert found.of({"id_str", "screen_name", "followers_count"}).table == "profiles"
    assert found.of({name for names in found.named.values() for name in names}) is found


# Errors ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ('[posts]\npost_id="a"\n[profiles]\nbio="b"', "[profiles] needs at least user_id"),
        ('[profiles]\nfans="b"\nhandle="c"', "unknown key of [profiles] 'fans'"),
        ("[posts]\npost_id = a", "line 2, column 11"),
        ("[posts", "end of document"),
        ("[post]\nid = 1", "did you mean 'posts'"),
        ("", "one of [posts]"),
        ('[posts]\npost_id="a"\n[daily]\ndate="b"', "describes several (posts, daily)"),
        ('[posts]\npost_id="a"\nlike="b"', "[posts] 'like': did you mean 'likes'"),
        ('[posts]\npost_id="a"\nid_exact="b"', "unknown key of [posts] 'id_exact'"),
        ('[posts]\npost_id="a"\nlikes=3', "[posts] likes must be a text"),
        ('[posts]\npost_id="a"\nlikes=[]', "[posts] likes must be a text"),
        ('[posts]\npost_id="a"\nlikes=["b", 3]', "[posts] likes must be a text"),
        ("posts = 3", "posts must be a section"),
        ('[posts]\ntext="a"', "needs at least created_at, or ids that hold the time"),
        ('[followers]\nbio="a"', "needs at least user_id or handle"),
        ('[outcomes]\ndate="a"', "needs at least outcome"),
        ('[daily]\nposts="a"', "needs at least date"),
        ('[posts]\npost_id="a"\nkind="b"', "[posts] kind needs [values.kind]"),
        ('[posts]\npost_id="a"\n[values.kind]\nreply="b"', "needs [posts] kind"),
        ('[posts]\npost_id="a"\n[values.type]\nx="b"', "did you mean 'values.kind'"),
        ('[posts]\npost_id="a"\n[values]\nkind=3', "values.kind must be a section"),
        (
            '[posts]\npost_id="a"\nkind="k"\n[values.kind]\nretweet="b"',
            "unknown key of [values.kind] 'retweet'",
        ),
        (
            '[posts]\npost_id="a"\nkind="k"\n[values.kind]\nreply="b"\nquote=["c", "B"]',
            "lists 'b', which is of another kind too",
        ),
    ],
)  # fmt: skip
def test_a_wrong_mapping_is_one_line(toml: str, says: str, tmp_path: Path) -> None:
    assert says in refused(toml, tmp_path)


@pytest.mark.parametrize(
    ("option", "says"),
    [
        ('time_zon="UTC"', "did you mean 'time_zone'"),
        ('time_zone="Europe/Wien"', "unknown time_zone 'Europe/Wien'"),
        ('time_zone="Europe/Viena"', "did you mean 'Europe/Vienna'"),
        ('time_zone="../../etc/passwd"', "unknown time_zone"),
        ('time_zone="Europe"', "unknown time_zone 'Europe'"),
        ('timeline="all"', "unknown timeline 'all'"),
        ('timeline="recnt"', "did you mean 'recent'"),
        ('time_format="dd.mm.yyyy"', "strptime"),
        ('time_format="%H:%M"', "strptime"),
        ('time_format="%Q"', "strptime"),
        ('encoding="latin-99"', "no encoding"),
        ('encoding="base64"', "no encoding"),
        ('as_of="08.04.2014"', "YYYY-MM-DD"),
        ("as_of=2014", "must be a text"),
        ('handle="no handle"', "must be a handle"),
        ('escaped="yes"', "must be true or false"),
        ("missing=3", "must be a text or a list"),
        ('reposts="RT @"', "reposts needs [posts] text"),
        ('reposts=""', "must be a text"),
    ],
)  # fmt: skip
def test_a_wrong_option_is_one_line(option: str, says: str, tmp_path: Path) -> None:
    message = refused(f'[posts]\npost_id = "a"\n[options]\n{option}\n', tmp_path)
    assert says in message
    assert "[options]" in message


def test_a_mapping_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"no\.toml: there is no such mapping file"):
        mapping_file(tmp_path / "no.toml")


def test_a_mapping_that_is_no_text_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "my.toml").write_bytes(b"[posts]\npost_id = '\xff'")
    with pytest.raises(ReadError, match="not UTF-8"):
        mapping_file(tmp_path / "my.toml")


def test_a_mapping_nested_without_end_is_no_toml(tmp_path: Path) -> None:
    assert "not TOML" in refused("a = " + "[" * 100_000, tmp_path)


def test_all_columns_that_a_table_lacks_are_named(tmp_path: Path) -> None:
    header = ["nr", "wan", *(f"c{n}" for n in range(12))]
    path = table(tmp_path / "t.csv", header, [["1"] * len(header)])
    with pytest.raises(ReadError) as caught:
        mapped(path, POSTS)
    message = str(caught.value)
    for part in (
        "t.csv: it lacks columns that mapping.toml names", "'was' for text",
        "'wann' for created_at (did you mean 'wan'?)", "'favs' for likes",
        "it has nr, wan, c0, ", "c7 and 4 more",
    ):  # fmt: skip
        assert part in message
    assert "'nr'" not in message


@given(
    st.dictionaries(
        st.sampled_from([*COLUMNS, "options", "values", "x"]),
        st.recursive(
            st.one_of(st.text(), st.integers(), st.booleans(), st.dates(), st.datetimes()),
            lambda inner: st.one_of(
                st.lists(inner, max_size=3),
                st.dictionaries(
                    st.sampled_from(["kind", "post_id", "date", "time_zone", "as_of", "y"]),
                    inner,
                ),
            ),
            max_leaves=6,
        ),
    )
)
def test_any_document_is_a_mapping_or_one_line(document: dict[str, Any]) -> None:
    with contextlib.suppress(UsageError):
        assert mapping("my.toml", document).table in COLUMNS
