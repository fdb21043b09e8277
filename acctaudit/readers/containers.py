"""The three things a user can pass, as members that can be opened: file, folder, ZIP."""

from __future__ import annotations

import contextlib
import io
import os
import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from acctaudit.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import IO

    Permit = Callable[[str], str | None]
    """Gives the plain name of a path that may be opened, or None."""
    Readable = io.FileIO | IO[bytes]

MEMBERS_CAP = 200_000
PACKING = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
UNZIP = "unzip it and pass the folder"
AGAIN = "download or copy it again"


@dataclass(frozen=True)
class Member:
    """One thing that can be opened, and its packed size if it lies in a ZIP."""

    open: Callable[[], Readable]
    packed: int | None = None


@dataclass(frozen=True)
class Container:
    """Members by plain name, and how to let go of them."""

    members: dict[str, Member]
    single: bool = False
    close: Callable[[], None] = field(default=lambda: None)


@contextlib.contextmanager
def readable(name: str) -> Iterator[None]:
    """Turn every way in which opening or inflating fails into a ReadError."""
    try:
        yield
    except NotImplementedError as error:
        raise ReadError(name, "it is packed in a way Python cannot open", UNZIP) from error
    except RuntimeError as error:
        raise ReadError(name, "it is protected by a password", UNZIP) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error, ValueError) as error:
        raise ReadError(name, "the ZIP is cut off or damaged", AGAIN) from error
    except OSError as error:
        problem = f"it cannot be opened ({error.strerror or 'damaged'})"
        raise ReadError(name, problem, "check the path and its permissions") from error


def looks_like_zip(path: Path) -> bool:
    """Whether the name or the first bytes say ZIP; a ReadError if there is no such file."""
    with readable(path.name):
        mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        raise ReadError(path.name, "it is not a file", "pass a file, a folder or a ZIP")
    with readable(path.name), path.open("rb") as stream:
        head = stream.read(4)
    if not head:
        raise ReadError(path.name, "the file is empty", AGAIN)
    return path.suffix.casefold() == ".zip" or head in {b"PK\x03\x04", b"PK\x05\x06"}


def single(path: Path) -> Container:
    """A plain file, which is its own only member."""
    return Container({path.name: Member(partial(io.FileIO, path))}, single=True)


def folder(path: Path, permit: Permit) -> Container:
    """The permitted files of a folder, at any depth; links are followed only inside it."""
    root = path.resolve()
    found = ((name, file) for name, file in _walk(root) if permit(name))
    regular = [(name, file) for name, file in found if _inside(root, file)]
    named = [(name, Member(partial(io.FileIO, file))) for name, file in regular]
    return Container(_by_plain_name(path.name, named, permit))


def zipped(path: Path, permit: Permit) -> Container:
    """The permitted members of a ZIP. Nothing is ever extracted to disk."""
    with readable(path.name):
        archive = zipfile.ZipFile(path)
    try:
        members = _zip_members(path, archive, permit)
    except ReadError:
        archive.close()
        raise
    return Container(members, close=archive.close)


def _zip_members(path: Path, archive: zipfile.ZipFile, permit: Permit) -> dict[str, Member]:
    infos = [info for info in archive.infolist() if permit(info.orig_filename)]
    if len(archive.infolist()) > MEMBERS_CAP:
        raise ReadError(path.name, "it holds too many files", "pass the archive alone")
    if any(info.compress_type not in PACKING for info in infos):
        raise ReadError(path.name, "it is packed in a way Python cannot open", UNZIP)
    if any(stat.S_ISLNK(info.external_attr >> 16) for info in infos):
        raise ReadError(path.name, "it holds links instead of files", UNZIP)
    whole = path.stat().st_size
    named = [
        (
            info.orig_filename,
            Member(partial(archive.open, info), min(info.compress_size, whole)),
        )
        for info in infos
        if not info.is_dir()
    ]
    return _by_plain_name(path.name, named, permit)


def _walk(root: Path) -> Iterator[tuple[str, Path]]:
    seen = 0
    for place, folders, names in os.walk(root):
        folders.sort()
        seen += len(names)
        if seen > MEMBERS_CAP:
            raise ReadError(root.name, "it holds too many files", "pass the archive alone")
        for name in names:
            file = Path(place, name)
            yield file.relative_to(root).as_posix(), file
    if not seen:
        raise ReadError(root.name, "the folder is empty", "pass the unzipped archive")


def _inside(root: Path, file: Path) -> bool:
    target = file.resolve()
    return target.is_relative_to(root) and target.is_file()


def _by_plain_name(
    name: str, members: Iterable[tuple[str, Member]], permit: Permit
) -> dict[str, Member]:
    result: dict[str, Member] = {}
    for path, member in members:
        plain = permit(path) or ""
        if plain in result:
            problem = f"it holds more than one {plain}"
            raise ReadError(name, problem, "pass one archive at a time")
        result[plain] = member
    return result
