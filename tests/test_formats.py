"""One contract for every format that has a writer: the tale comes out as it went in."""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acctaudit.audit import audit
from acctaudit.errors import InputError
from acctaudit.model.build import build
from acctaudit.readers import claimants, read
from acctaudit.readers.opened import Opened
from samples import writers
from samples.tale import OWNER, Other, Tale, Told, snowflake, tale

if TYPE_CHECKING:
    from acctaudit.model.account import Account
    from acctaudit.model.tables import Tables

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
FORMATS = SAMPLES / "formats"
NAMES = writers.names()
FILES = [
    pytest.param(path, id=f"{path.relative_to(FORMATS)}")
    for name in NAMES
    for path in sorted((FORMATS / name).rglob("*"))
    if path.is_file()
]
PLURAL = {
    "original": "originals",
    "reply": "replies",
    "self_reply": "self_replies",
    "repost": "reposts",
    "quote": "quotes",
}
SIDES = ("followers", "following", "inbound", "daily", "outcomes")


def written(name: str, told: Tale, target: Path) -> Path:
    """The tale as files of a format."""
    for path, data in writers.files(name, told).items():
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return target


def account(path: Path) -> Account:
    """The account in a folder of one format; a format that tells no dates gets one."""
    return build(read([path]))


def side(account: Account, name: str, column: str) -> list[list[Any]]:
    """Links, hashtags or mentions of each post, in order."""
    table = {"links": account.links, "hashtags": account.hashtags}.get(
        name, account.mentions
    )
    found: list[list[Any]] = [[] for _ in range(len(account.posts))]
    for row, value in zip(table["row"], table[column], strict=True):
        found[row].append(value)
    return found


def plain(tables: Tables) -> dict[str, list[object]]:
    """The columns of the posts; line ends within a quoted cell are part of its text."""
    return {
        name: [
            cell.replace("\r\n", "\n") if isinstance(cell, str) else cell for cell in cells
        ]
        for name, cells in tables.posts.columns.items()
    }


def wanted(post: Told, column: str) -> object:  # noqa: PLR0911  # one a column
    """What the model must hold of a post."""
    about, is_repost = post.about, post.kind == "repost"
    replies = post.kind in {"reply", "self_reply"}
    match column:
        case "in_reply_to_post_id":
            return about.post_id if replies and about else None
        case "in_reply_to_user_id":
            return about.author.user_id if replies and about else None
        case "in_reply_to_handle":
            return about.author.handle if replies and about else None
        case "repost_of_id":
            return about.post_id if is_repost and about else None
        case "quote_of_id":
            return about.post_id if post.kind == "quote" and about else None
        case "created_at":
            return post.at.replace(microsecond=0)
        case "links":
            return [target for _, target in post.links]
        case "hashtags":
            return [tag.casefold() for tag in post.hashtags]
        case "mentions":
            return [handle.casefold() for handle, _ in post.mentions]
        case _:
            return getattr(post, column)


def assert_kept(found: Account, name: str, told: Tale) -> None:
    """Every column that the format keeps has the values of the tale."""
    module = writers.writer(name)
    held = sorted(
        (post for post in told.posts if post.kind in module.KINDS),
        key=lambda post: (post.at, len(post.post_id), post.post_id),
    )
    assert len(found.posts) == len(held), found.intake.equation
    sides = {"links": "target", "hashtags": "tag", "mentions": "handle"}
    for column in sorted(module.KEEPS):
        if column == "media" and not any(post.media for post in held):
            continue  # some formats leave out what is empty as they do what was not asked
        got: list[Any]
        if column in sides:
            got = side(found, column, sides[column])
        elif column not in found.posts:
            got = [None] * len(held)
        else:
            got = [None if pd.isna(value) else value for value in found.posts[column]]
        for value, post in zip(got, held, strict=True):
            right = wanted(post, column)
            if column == "kind":
                right = getattr(module, "SHOWS", {}).get(right, right)
            own = post.kind != "repost" or column not in COUNTS
            if column == "created_at":
                value = value.to_pydatetime().replace(microsecond=0)  # noqa: PLW2901
            if own and not (column in {"text", "links"} and post.kind == "repost"):
                assert value == right, (column, post)


COUNTS = {
    "likes", "reposts", "replies", "quotes", "bookmarks", "impressions", "clicks",
    "profile_visits", "media",
}  # fmt: skip
"""Reactions to a repost belong to somebody else, and are left out."""


# The samples -----------------------------------------------------------------------------


def test_the_samples_are_current(tmp_path: Path) -> None:
    script = SAMPLES / "make_formats.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True)
    made = {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()}
    kept = {path.relative_to(FORMATS) for path in FORMATS.rglob("*") if path.is_file()}
    assert made == kept, "run python samples/make_formats.py"
    for name in made:
        same = (tmp_path / name).read_bytes() == (FORMATS / name).read_bytes()
        assert same, f"{name} is old: run python samples/make_formats.py"


@pytest.mark.parametrize("path", FILES)
def test_exactly_one_reader_claims_each_file(path: Path) -> None:
    with Opened(path) as opened:
        (export,) = opened.exports
        claims = [reader.name for reader in claimants(export)]
    assert len(claims) == 1, claims


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_gives_what_the_tale_tells(name: str) -> None:
    right = json.loads((FORMATS / f"{name}.expected.json").read_text("utf-8"))
    found = account(FORMATS / name)
    kinds = Counter(found.posts["kind"])
    times = found.posts["created_at"]
    told: dict[str, Any] = {plural: kinds[kind] for kind, plural in PLURAL.items()}
    told |= {"posts": len(found.posts), "handle": found.profile.handle}
    told |= {"observed": found.as_of.isoformat() if found.as_of else None}
    if len(times):
        told |= {"first_post": times.iloc[0].date().isoformat()}
        told |= {"last_post": times.iloc[-1].date().isoformat()}
    told |= {name: len(found.others[name]) for name in SIDES if name in found.others}
    assert {name: told.get(name) for name in right} == right
    assert found.intake.quarantined == ()


@pytest.mark.parametrize("name", NAMES)
def test_every_kept_column_holds_what_was_told(name: str) -> None:
    assert_kept(account(FORMATS / name), name, tale())


# The contract ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_a_zip_reads_like_its_folder(name: str, tmp_path: Path) -> None:
    packed = shutil.make_archive(str(tmp_path / "packed"), "zip", FORMATS / name)
    assert read([packed]) == read([FORMATS / name])


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize("change", ["bom", "crlf", "utf-16"])
def test_bom_line_ends_and_utf_16_change_nothing(
    path: Path, change: str, tmp_path: Path
) -> None:
    data = path.read_bytes()
    if data.startswith(b"PAR1"):
        pytest.skip("a binary file has neither")
    text = data.decode("utf-8-sig")
    changed = {
        "bom": text.encode("utf-8-sig"),
        "crlf": text.replace("\r\n", "\n").replace("\n", "\r\n").encode("utf-8"),
        "utf-16": text.encode("utf-16"),
    }
    copy = tmp_path / path.name
    copy.write_bytes(changed[change])
    (before,), (after,) = read([path]), read([copy])
    assert plain(after) == plain(before)
    assert (after.profile, after.others) == (before.profile, before.others)


@pytest.mark.parametrize("path", FILES)
def test_a_cut_file_is_an_input_error_or_fewer_rows(path: Path, tmp_path: Path) -> None:
    data = path.read_bytes()
    (whole,) = read([path])
    copy = tmp_path / path.name
    for part in range(1, 12):
        copy.write_bytes(data[: len(data) * part // 12])
        with contextlib.suppress(InputError):
            (cut,) = read([copy])
            assert len(cut.posts) + len(cut.quarantined) <= len(whole.posts) + 1


# One account, two formats ----------------------------------------------------------------

UNMARKED = {"originals", "quotes", "quote_share", "post_links"}
"""An archive does not mark quotes, so these are not the same question there."""


def test_archive_and_api_agree_on_every_figure_that_both_can_measure() -> None:
    archive = audit(account(FORMATS / "archive"))
    api = audit(build(read([FORMATS / "api_v2" / "timeline.jsonl"])))
    assert archive.as_of == api.as_of
    compared = 0
    for group, metrics in archive.metrics.items():
        for name, here in metrics.items():
            there = api.metrics[group][name]
            if here.value is None or there.value is None or name in UNMARKED:
                continue
            if group == "engagement" or name in {"posts_known", "profile_shown"}:
                continue  # the API counts replies, and shows a counter but no banner
            same = (here.value, here.low, here.high), (there.value, there.low, there.high)
            assert same[0] == same[1], name
            compared += 1
    assert compared > 40


# Any account -----------------------------------------------------------------------------

WORDS = st.text(
    st.characters(
        codec="utf-8", categories=["L", "N", "P", "S", "Zs"], exclude_characters='@#"\\＃＠'
    ),
    min_size=1,
    max_size=40,
).map(
    lambda text: "a" + " ".join(text.split()).replace("http", "hxxp").replace("www.", "w")
)
NUMBERS = st.integers(0, 5_000_000)


@st.composite
def tales(draw: st.DrawFn) -> Tale:
    """An account of some posts of any kind, two minutes to days apart."""
    people = tale()
    other = people.inbound[0].about
    assert other is not None
    moment = datetime(2023, 6, 1, 8, 0, tzinfo=UTC)
    posts: list[Told] = []
    for n in range(draw(st.integers(1, 8))):
        moment += timedelta(seconds=draw(st.integers(120, 400_000)))
        kinds = ["original", "reply", "repost"] + (["self_reply"] if posts else [])
        kind = draw(st.sampled_from(kinds))
        about = None
        if kind in {"reply", "repost"}:
            earlier = moment - timedelta(seconds=60)
            about = Other(snowflake(earlier, 5), other.author, draw(WORDS), earlier)
        if kind == "self_reply":
            about = Other(posts[-1].post_id, OWNER, posts[-1].text)
        text = draw(WORDS)
        mentions: tuple[tuple[str, str], ...] = ()
        if about is not None and kind == "reply":
            text = f"@{about.author.handle} {text}"
            mentions = ((about.author.handle, about.author.user_id),)
        if about is not None and kind == "repost":
            text = f"RT @{about.author.handle}: {about.text}"
            mentions = ((about.author.handle, about.author.user_id),)
        post = Told(
            snowflake(moment, n), moment, text, kind, about, mentions=mentions,
            likes=draw(NUMBERS), reposts=draw(NUMBERS), replies=draw(NUMBERS),
            quotes=draw(NUMBERS), bookmarks=draw(NUMBERS), impressions=draw(NUMBERS) + 1,
            clicks=draw(NUMBERS), profile_visits=draw(NUMBERS),
        )  # fmt: skip
        posts.append(post)
    return replace(people, posts=tuple(posts), inbound=(), followers=(), following=())


@pytest.mark.parametrize("name", NAMES)
@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(told=tales())
def test_any_account_comes_out_as_it_went_in(
    name: str, told: Tale, tmp_path_factory: pytest.TempPathFactory
) -> None:
    held = [post for post in told.posts if post.kind in writers.writer(name).KINDS]
    if held:
        folder = written(name, told, tmp_path_factory.mktemp("tale"))
        assert_kept(account(folder), name, told)
