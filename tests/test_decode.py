"""The two decoders: they agree, and no hazard of JSON gets past them as a traceback."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from acctaudit.errors import ReadError
from acctaudit.readers import blocks, read
from acctaudit.readers.decode import Layout, Rows
from acctaudit.readers.document import split
from acctaudit.readers.mend import RefusedError, mended
from acctaudit.readers.ytd_rows import Tweet

if TYPE_CHECKING:
    from pathlib import Path

    from acctaudit.model.tables import Tables

GOOD = {"id_str": "7", "full_text": "good"}
LAYOUT = Layout(Tweet, ("tweet",))

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
digits = st.integers(0, 2**70).map(str)
links = st.fixed_dictionaries({"url": texts}, optional={"expanded_url": texts})
found = st.fixed_dictionaries(
    {},
    optional={
        "urls": st.lists(links, max_size=2),
        "hashtags": st.lists(st.fixed_dictionaries({"text": texts}), max_size=2),
        "symbols": st.lists(texts, max_size=2),
    },
)
rows = st.fixed_dictionaries(
    {"id_str": digits.filter(bool)},
    optional={
        "full_text": texts,
        "created_at": texts,
        "source": texts | st.none(),
        "favorite_count": st.integers(-(2**40), 2**40) | digits,
        "in_reply_to_user_id_str": digits | st.none(),
        "entities": found,
        "something_new": st.recursive(
            st.none() | st.booleans() | st.integers() | texts,
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner),
            max_leaves=5,
        ),
    },
)


def parsed(tmp_path: Path, body: str | bytes) -> Tables:
    data = body.encode() if isinstance(body, str) else body
    path = tmp_path / "tweets.js"
    path.write_bytes(b"window.YTD.tweets.part0 = " + data)
    (tables,) = read([path])
    return tables


# Agreement -------------------------------------------------------------------------------


@given(rows, st.booleans(), st.booleans())
def test_fast_and_slow_give_the_same(row: dict[str, Any], wrap: bool, plain: bool) -> None:
    text = json.dumps({"tweet": row} if wrap else row, ensure_ascii=plain)
    raw = msgspec.Raw(text.encode())
    fast = Rows("x", LAYOUT)
    (batch,) = fast.of([raw])
    assert fast.quarantined == []
    assert batch.rows == [mended(text.encode(), Tweet, ("tweet",)).row]


@given(st.lists(rows, max_size=6))
def test_blocks_and_single_rows_give_the_same(found_rows: list[dict[str, Any]]) -> None:
    text = json.dumps([{"tweet": row} for row in found_rows], indent=1).encode()
    by_block, by_row = Rows("x", LAYOUT), Rows("x", LAYOUT)
    one = [row for batch in by_block.of_block(text) for row in batch.rows]
    other = [row for batch in by_row.of(split("x", text)) for row in batch.rows]
    assert one == other
    assert by_block.done == by_row.done == len(found_rows)


@given(st.lists(rows, min_size=1, max_size=8), st.integers(1, 80))
def test_a_document_cut_into_blocks_loses_nothing(
    found_rows: list[dict[str, Any]], size: int
) -> None:
    whole = [{"tweet": row} for row in found_rows]
    text = b"window.YTD.tweets.part0 = " + json.dumps(whole, indent=1).encode() + b" ;\n"
    start = blocks.start_of(text, ("tweet",))
    assert start is not None
    pieces = [text[: start.at + 1]]
    rest = text[start.at + 1 :]
    pieces += [rest[at : at + size] for at in range(0, len(rest), size)]
    cut = [json.loads(block) for block in blocks.blocks(pieces, start, enough=size)]
    assert [row for block in cut for row in block] == whole


# Hazards of JSON -------------------------------------------------------------------------

REFUSED = {
    "NaN": ('{"id_str": "1", "favorite_count": NaN}', "holds NaN or Infinity"),
    "Infinity": ('{"id_str": "1", "x": -Infinity}', "holds NaN or Infinity"),
    "no id": ('{"full_text": "SECRET"}', "id_str is missing"),
    "a list": ('["SECRET"]', "not a row of the expected form"),
    "text as count": (
        '{"id_str": "1", "favorite_count": "SECRET"}',
        "favorite_count does not hold what it should",
    ),
    "bool as count": (
        '{"id_str": "1", "favorite_count": [true]}',
        "favorite_count does not hold what it should",
    ),
    "long number": (
        '{"id_str": "1", "favorite_count": ' + "9" * 5000 + "}",
        "holds a number with too many digits",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("wrap", [True, False])
def test_a_row_is_set_aside_alone(name: str, wrap: bool, tmp_path: Path) -> None:
    row, reason = REFUSED[name]
    good = json.dumps(GOOD)
    listed = [good, row, good]
    if wrap:
        listed = [f'{{"tweet": {item}}}' for item in listed]
    tables = parsed(tmp_path, f"[{', '.join(listed)}]")
    assert list(tables.posts.row) == [1, 3]
    (aside,) = tables.quarantined
    assert (aside.row, aside.reason) == (2, reason)
    assert tables.files[0].rows == 3


MENDED = {
    "int id": ('{"id_str": 12345678901234567890123}', "post_id", "12345678901234567890123"),
    "2**64 as count": (
        '{"id_str": "1", "favorite_count": 18446744073709551616}',
        "likes",
        2**64,
    ),
    "lone surrogate": (r'{"id_str": "1", "full_text": "a\ud83d"}', "text", "a\ufffd"),
    "null list": ('{"id_str": "1", "entities": {"urls": null}}', "links", ()),
    "object for a list": ('{"id_str": "1", "entities": {"hashtags": {}}}', "hashtags", ()),
    "object for nothing": ('{"id_str": "1", "edit_info": {}}', "edit_of", None),
    "same key twice": ('{"id_str": "1", "id_str": "2"}', "post_id", "2"),
    "digits stay text": ('{"id_str": "1", "full_text": "57"}', "text", "57"),
}


@pytest.mark.parametrize("name", MENDED)
def test_a_row_is_mended_where_that_is_safe(name: str, tmp_path: Path) -> None:
    row, column, value = MENDED[name]
    tables = parsed(tmp_path, f"[{row}]")
    assert tables.quarantined == []
    assert tables.posts.columns[column] == [value]


def test_replaced_characters_are_counted(tmp_path: Path) -> None:
    tables = parsed(tmp_path, r'[{"id_str": "1", "full_text": "\ud83d and \udc00"}]')
    assert "tweets.js: broken characters replaced by \ufffd: 2" in tables.remarks


def test_bytes_that_are_no_text_spoil_one_row(tmp_path: Path) -> None:
    rows = b'[{"id_str": "1", "full_text": "caf\xe9"}, {"id_str": "2"}]'
    tables = parsed(tmp_path, rows)
    assert tables.posts.columns["post_id"] == ["2"]
    assert (
        tables.quarantined[0].reason
        == "not valid UTF-8 text (name its encoding with --encoding)"
    )


BROKEN = {
    "cut in a string": ('[{"id_str": "1", "full_text": "SECR', "breaks off"),
    "cut between rows": ('[{"id_str": "1"},\n {"id_str": "2"},', "line 2: the file breaks"),
    "cut in a row": ('[{"id_str": "1"}, {"tweet": [1]', "breaks off"),
    "nothing": ("", "holds nothing"),
    "keys without quotes": ('[\n{id_str: "1"}\n]', "line 2: it is not JSON"),
    "trailing comma": ('[{"id_str": "1",}]', "reformatted by an editor"),
    "an object": ('{"id_str": "1"}', "holds no list"),
    "two documents": ('[{"id_str": "1"}] [2]', "not JSON"),
    "deep": ("[" * 100_000 + "]" * 100_000, "nested too deeply"),
    "deep row": ('[{"tweet": ' + "[" * 100_000 + "]" * 100_000 + "}]", "nested too deeply"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_document_says_where_and_what_to_do(name: str, tmp_path: Path) -> None:
    body, said = BROKEN[name]
    with pytest.raises(ReadError) as error:
        parsed(tmp_path, body)
    assert said in str(error.value)
    assert "SECRET" not in str(error.value)
    assert str(error.value).startswith("tweets.js")


def test_every_cut_of_a_wrapped_document_breaks_off(tmp_path: Path) -> None:
    whole = json.dumps([{"tweet": GOOD}, {"tweet": GOOD}])
    for size in range(len(whole)):
        with pytest.raises(ReadError, match=r"breaks off|holds nothing"):
            parsed(tmp_path, whole[:size])


def test_a_semicolon_and_white_space_may_follow(tmp_path: Path) -> None:
    assert len(parsed(tmp_path, "[ ] ;\r\n").posts) == 0
    assert len(parsed(tmp_path, '[{"tweet": {"id_str": "1"}}];\n\n').posts) == 1


def test_a_mark_deeper_in_a_row_does_no_harm(tmp_path: Path) -> None:
    inner = {
        "id_str": "1",
        "extra": [1, {"tweet": {"id_str": "no"}}],
        "full_text": "x" * 200,
    }
    rows = [{"tweet": inner | {"id_str": str(number)}} for number in range(1, 3000)]
    tables = parsed(tmp_path, json.dumps(rows))
    assert len(tables.posts) == 2999
    assert list(tables.posts.row) == list(range(1, 3000))


def test_rows_of_both_kinds_may_mix(tmp_path: Path) -> None:
    rows = [{"tweet": GOOD}, GOOD, {"tweet": GOOD}, GOOD]
    assert list(parsed(tmp_path, json.dumps(rows)).posts.row) == [1, 2, 3, 4]


def test_a_refusal_names_no_value() -> None:
    with pytest.raises(RefusedError) as error:
        mended(b'{"id_str": "1", "lang": {"SECRET": 1}}', Tweet)
    assert str(error.value) == "lang does not hold what it should"
