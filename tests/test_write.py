"""Files are written whole or not at all."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest

from acctaudit.write import write_all

if TYPE_CHECKING:
    from pathlib import Path


def test_all_files_are_written(tmp_path: Path) -> None:
    write_all({tmp_path / "a": "1\n", tmp_path / "b": "ä"})
    assert (tmp_path / "a").read_bytes() == b"1\n"
    assert (tmp_path / "b").read_text(encoding="utf-8") == "ä"


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    write_all({tmp_path / "a": b"\x00\xff\r\n", tmp_path / "b": "\r\n"})
    assert (tmp_path / "a").read_bytes() == b"\x00\xff\r\n"
    assert (tmp_path / "b").read_bytes() == b"\r\n"


def test_if_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "d").mkdir()
    with pytest.raises(IsADirectoryError):
        write_all({tmp_path / "a": "new", tmp_path / "d": "x"})
    assert (tmp_path / "a").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "d"]


def test_what_cannot_be_encoded_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_all({tmp_path / "a": "\ud83d"})
    assert list(tmp_path.iterdir()) == []


def test_a_link_keeps_pointing_and_its_target_changes(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_all({link: "new"})
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("content", ["through", b"through"])
def test_a_pipe_is_written_directly(tmp_path: Path, content: str | bytes) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text()))
    reader.start()
    write_all({pipe: content})
    reader.join(timeout=10)
    assert got == ["through"]


def test_what_cannot_be_written_is_named_as_it_was_asked_for(tmp_path: Path) -> None:
    asked = tmp_path / "none" / "x.html"
    with pytest.raises(FileNotFoundError) as caught:
        write_all({asked: "x"})
    assert caught.value.filename == str(asked)


def test_a_name_may_be_as_long_as_the_disk_allows(tmp_path: Path) -> None:
    write_all({tmp_path / ("x" * 250): "x"})
    assert [len(path.name) for path in tmp_path.iterdir()] == [250]
