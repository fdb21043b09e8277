"""What a user can pass, as files that can be opened: file, folder, ZIP, standard input."""

from __future__ import annotations

import contextlib
import gzip
import io
import os
import stat
import struct
import sys
import zipfile
import zlib
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from acctaudit.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import IO

    Readable = io.FileIO | io.BufferedIOBase | IO[bytes]

MEMBERS_CAP = 200_000
PACKING = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
UNZIP = "unzip it and pass the folder"
AGAIN = "download or copy it again"
STDIN = "-"
ZIP_MARKS = {b"PK\x03\x04", b"PK\x05\x06"}
GZIP_MARK, ZSTD_MARK = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"


@dataclass(frozen=True)
class Member:
    """One thing that can be opened, and its packed size if it is compressed."""

    open: Callable[[], Readable]
    packed: int | None = None
    path: Path | None = None
    """Where it lies, if it is a file of its own."""
    odd: str = ""
    """Why it must not be opened."""


@dataclass(frozen=True)
class Container:
    """Members by their path inside it, and how to let go of them."""

    members: dict[str, Member]
    close: Callable[[], None] = lambda: None


_DAMAGED = (
    zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError, struct.error, ValueError
)  # fmt: skip


def _damages() -> tuple[type[BaseException], ...]:
    """What a damaged file raises; zstandard's own error if that library is in use."""
    module = sys.modules.get("zstandard")
    return _DAMAGED if module is None else (*_DAMAGED, module.ZstdError)


@contextlib.contextmanager
def readable(name: str) -> Iterator[None]:
    """Turn every way in which opening or inflating fails into a ReadError."""
    try:
        yield
    except NotImplementedError as error:
        raise ReadError(name, "it is packed in a way Python cannot open", UNZIP) from error
    except RuntimeError as error:
        raise ReadError(name, "it is protected by a password", UNZIP) from error
    except _damages() as error:
        raise ReadError(name, "the file is cut off or damaged", AGAIN) from error
    except OSError as error:
        problem = f"it cannot be opened ({error.strerror or 'damaged'})"
        raise ReadError(name, problem, "check the path and its permissions") from error


def whole_stdin() -> bytes:
    """Everything on standard input; nothing of it ever goes to the disk."""
    return sys.stdin.buffer.read()


def first_bytes(path: Path) -> bytes:
    """The first four bytes of a regular file; a ReadError for anything else."""
    with readable(path.name):
        mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        raise ReadError(path.name, "it is not a file", "pass a file, a folder or a ZIP")
    with readable(path.name), path.open("rb") as stream:
        head = stream.read(4)
    if not head:
        raise ReadError(path.name, "the file is empty", AGAIN)
    return head


def single(name: str, source: Path | bytes) -> Container:
    """A plain or compressed file, or bytes, which is its own only member."""
    if isinstance(source, bytes):
        mark, size = source[:4], len(source)
        plain: Callable[[], Readable] = partial(io.BytesIO, source)
        path = None
    else:
        mark, size = first_bytes(source), source.stat().st_size
        plain = partial(io.FileIO, source)
        path = source
    if mark.startswith(GZIP_MARK):
        return Container({name: Member(partial(_gunzipped, plain), size)})
    if mark == ZSTD_MARK:
        return Container({name: Member(partial(_unzstd, plain), size)})
    return Container({name: Member(plain, path=path)})


def inflated(name: str, member: Member) -> Member:
    """A member of a ZIP that is itself packed, by its ending, as what is in it."""
    ending = name.casefold().rpartition(".")[2]
    unpack = {"gz": _gunzipped, "zst": _unzstd}.get(ending)
    return Member(partial(unpack, member.open), member.packed) if unpack else member


def folder(path: Path) -> Container:
    """The files of a folder, at any depth; links are followed only inside it."""
    root = path.resolve()
    return Container(
        {name: Member(partial(io.FileIO, file), path=file) for name, file in _walk(root)}
    )


def zipped(name: str, source: Path | bytes) -> Container:
    """The members of a ZIP. Nothing is ever extracted to disk."""
    with readable(name):
        whole = len(source) if isinstance(source, bytes) else source.stat().st_size
        archive = zipfile.ZipFile(
            io.BytesIO(source) if isinstance(source, bytes) else source
        )
    try:
        return Container(_zip_members(name, archive, whole), archive.close)
    except ReadError:
        archive.close()
        raise


def _zip_members(name: str, archive: zipfile.ZipFile, whole: int) -> dict[str, Member]:
    infos = archive.infolist()
    if len(infos) > MEMBERS_CAP:
        raise ReadError(name, "it holds too many files", "pass the archive alone")
    result: dict[str, Member] = {}
    for info in infos:
        if info.is_dir():
            continue
        if info.orig_filename in result:
            raise ReadError(
                name, "it holds two files of one name", "pass one archive at a time"
            )
        result[info.orig_filename] = Member(
            partial(archive.open, info), min(info.compress_size, whole), odd=_odd(info)
        )
    return result


def _odd(info: zipfile.ZipInfo) -> str:
    if info.compress_type not in PACKING:
        return "it is packed in a way Python cannot open"
    return (
        "it holds links instead of files" if stat.S_ISLNK(info.external_attr >> 16) else ""
    )


class _Inflated(io.RawIOBase):
    """A stream that is inflated while it is read, and closed with the file under it."""

    def __init__(self, file: Readable, stream: Readable, size: int = 0) -> None:
        self._file, self._stream = file, stream
        self._left = size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer; EOFError where less comes out than the file promises."""
        piece = self._stream.read(len(buffer))
        self._left -= len(piece)
        if not piece and self._left > 0:
            raise EOFError("cut off")
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        self._stream.close()
        self._file.close()
        super().close()


def _gunzipped(plain: Callable[[], Readable]) -> Readable:
    file = plain()
    return io.BufferedReader(_Inflated(file, gzip.GzipFile(fileobj=file)))


def _unzstd(plain: Callable[[], Readable]) -> Readable:
    import zstandard

    file = cast("IO[bytes]", plain())
    head = file.read(18)
    file.seek(0)
    try:
        promised = max(zstandard.frame_content_size(head), 0)
    except zstandard.ZstdError as error:
        file.close()
        raise EOFError("damaged") from error
    unpack = zstandard.ZstdDecompressor()
    stream = unpack.stream_reader(file, read_across_frames=True)
    return io.BufferedReader(_Inflated(file, stream, promised))


def _walk(root: Path) -> Iterator[tuple[str, Path]]:
    seen = 0
    for place, folders, names in os.walk(root):
        folders.sort()
        seen += len(names)
        if seen > MEMBERS_CAP:
            raise ReadError(root.name, "it holds too many files", "pass the archive alone")
        for name in sorted(names):
            file = Path(place, name)
            if _inside(root, file):
                yield file.relative_to(root).as_posix(), file
    if not seen:
        raise ReadError(root.name, "the folder is empty", "pass the unzipped archive")


def _inside(root: Path, file: Path) -> bool:
    target = file.resolve()
    return target.is_relative_to(root) and target.is_file()
