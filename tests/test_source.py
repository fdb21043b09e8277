"""Export: files, folders and ZIPs as one thing, and the members that stay shut."""

from __future__ import annotations

import os
import stat
import zipfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acctaudit.errors import InputError, ReadError
from acctaudit.readers import read, source
from acctaudit.readers.opened import Opened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from acctaudit.readers.source import Export

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
TWEETS = b'window.YTD.tweets.part0 = [ {"tweet": {"id_str": "1", "full_text": "a"}} ]'


@contextmanager
def one_export(path: Path) -> Iterator[Export]:
    """What lies at a path, where that is one export."""
    with Opened(path) as opened:
        (export,) = opened.exports
        yield export


def zipped(path: Path, members: Iterable[tuple[str | zipfile.ZipInfo, bytes]]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return path


def names(path: Path) -> tuple[str, ...]:
    with one_export(path) as export:
        return export.members


def read_all(path: Path) -> None:
    with one_export(path) as export:
        for member in export.members:
            export.read(member)


def message(path: Path) -> str:
    with pytest.raises(ReadError) as error:
        read_all(path)
    return str(error.value)


# The allow-list --------------------------------------------------------------------------

FORBIDDEN = (
    "direct-messages.js",
    "direct-messages-group.js",
    "deleted-tweets.js",
    "deleted-tweet-headers.js",
    "protected-history.js",
    "ip-audit.js",
    "phone-number.js",
    "email-address-change.js",
    "contact.js",
    "block.js",
    "mute.js",
    "grok-chat-item.js",
    "personalization.js",
)


@pytest.mark.parametrize("sample", ["archive-tweet-js", "archive-2020.zip"])
@pytest.mark.parametrize("name", FORBIDDEN)
def test_a_private_member_is_never_opened(sample: str, name: str) -> None:
    with one_export(SAMPLES / sample) as export:
        assert name not in export.members
        for ask in (export.head, export.read):
            with pytest.raises(AssertionError):
                ask(name)


def test_no_word_of_a_private_member_is_read() -> None:
    for sample in ("archive-tweet-js", "archive-2020.zip", "archive-2024.zip"):
        with one_export(SAMPLES / sample) as export:
            texts = {name: export.read(name).data for name in export.members}
        secret = {name for name, data in texts.items() if b"CANARY" in data}
        assert secret <= {"account.js"}, "account.js holds the e-mail, which is not decoded"
        assert "CANARY" not in repr(read([SAMPLES / sample]))


@pytest.mark.parametrize("name", ["direct-messages.js", "Deleted-Tweets.js"])
def test_a_private_file_is_refused_even_by_name(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("CANARY", "utf-8")
    assert "never opens private files" in message(tmp_path / name)


@given(st.text(max_size=40).map(lambda text: f"{text}/x"))
def test_odd_names_are_never_a_member(name: str) -> None:
    assert source.permitted(name) is None


ODD = (
    "../tweets.js",
    "/tweets.js",
    "C:\\data\\tweets.js",
    "data\\tweets.js",
    "a/../../tweets.js",
    "__MACOSX/data/tweets.js",
    "data/._tweets.js",
    "data/js/tweets/.ipynb_checkpoints/2016_12.js",
    "assets/js/tweets.js",
)


@pytest.mark.parametrize("name", ODD)
def test_a_name_that_leads_elsewhere_never_matches(name: str, tmp_path: Path) -> None:
    assert names(zipped(tmp_path / "a.zip", [(name, TWEETS)])) == ()


@pytest.mark.parametrize(
    "name", ["tweets.js", "data/tweets.js", "My Archive/data/TWEETS.JS"]
)
def test_leading_folders_and_case_do_not_matter(name: str, tmp_path: Path) -> None:
    assert names(zipped(tmp_path / "a.zip", [(name, TWEETS)])) == ("tweets.js",)


# Files -----------------------------------------------------------------------------------


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    assert "No such file" in message(tmp_path / "none.zip")


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "tweets.js").touch()
    assert "the file is empty" in message(tmp_path / "tweets.js")


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    assert "the folder is empty" in message(tmp_path)


def test_a_device_or_pipe_is_not_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.js")
    assert "it is not a file" in message(tmp_path / "pipe.js")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "folder" / "tweets.js")
    assert names(tmp_path / "folder") == ()


def test_links_are_followed_only_inside_the_folder(tmp_path: Path) -> None:
    (tmp_path / "outside.js").write_bytes(TWEETS)
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "real.js").write_bytes(TWEETS)
    (folder / "tweets.js").symlink_to(tmp_path / "outside.js")
    assert names(folder) == ()
    (folder / "tweet.js").symlink_to(folder / "real.js")
    assert names(folder) == ("tweet.js",)


def test_a_closed_file_is_hashed_as_read(tmp_path: Path) -> None:
    (tmp_path / "tweets.js").write_bytes(b"abc")
    with one_export(tmp_path) as export:
        noted = export.read("tweets.js").noted(0, "posts")
    assert noted.size == 3
    assert noted.sha256.startswith("ba7816bf8f01cfea")


# ZIP hazards -----------------------------------------------------------------------------


def test_two_of_one_name_are_an_error(tmp_path: Path) -> None:
    twice = [("a/tweets.js", TWEETS), ("a/Tweets.js", TWEETS)]
    assert "more than one tweets.js" in message(zipped(tmp_path / "a.zip", twice))


def test_a_link_in_a_zip_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("data/tweets.js")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert "links instead of files" in message(
        zipped(tmp_path / "a.zip", [(link, b"/etc/passwd")])
    )


def flagged(path: Path, offset: int, value: bytes) -> Path:
    """A ZIP with bytes of its headers changed, in the local and in the central one."""
    zipped(path, [("tweets.js", TWEETS)])
    data = bytearray(path.read_bytes())
    for mark, shift in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + shift + offset
        data[at : at + len(value)] = value
    path.write_bytes(data)
    return path


def test_a_protected_zip_names_the_remedy(tmp_path: Path) -> None:
    said = message(flagged(tmp_path / "a.zip", 0, b"\x01"))
    assert "password" in said
    assert "unzip it and pass the folder" in said


@pytest.mark.parametrize("method", [9, 12, 14, 99])
def test_an_unusual_packing_names_the_remedy(method: int, tmp_path: Path) -> None:
    said = message(flagged(tmp_path / "a.zip", 2, bytes([method])))
    assert "unzip it and pass the folder" in said


def test_a_bomb_is_stopped(tmp_path: Path) -> None:
    bomb = zipped(tmp_path / "a.zip", [("tweets.js", bytes(80 << 20))])
    assert bomb.stat().st_size < 100_000
    assert "far larger than any real export" in message(bomb)


def test_any_changed_byte_is_an_input_error_or_the_same_posts(tmp_path: Path) -> None:
    whole = zipped(tmp_path / "a.zip", [("data/tweets.js", TWEETS)]).read_bytes()
    path = tmp_path / "b.zip"
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        try:
            (tables,) = read([path])
        except InputError:
            continue
        assert tables.posts.columns["text"] == ["a"]


def test_a_zip_in_a_zip_is_not_entered(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", [("tweets.js", TWEETS)]).read_bytes()
    assert names(zipped(tmp_path / "outer.zip", [("data/inner.zip", inner)])) == ()
