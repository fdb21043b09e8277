"""Where the accounts of a site come from: files, folders and patterns of file names."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from glob import glob, has_magic
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from acctaudit.errors import ReadError, UsageError
from acctaudit.readers import MAPPING, claimants
from acctaudit.readers.opened import DATA, Opened
from acctaudit.readers.source import permitted
from acctaudit.saved import is_report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from acctaudit.readers import How

_ARCHIVE = ("", "data", "data/js", "data/js/tweets")
"""Folders of an unpacked archive in which its scripts lie."""
_OURS = re.compile(rb'"schema"\s*:\s*"acctaudit/(site|comparison)/[^"]*"\s*\}\s*$')
"""How the list of a site, or a comparison, ends."""
_NO_SOURCES = {"site": "the list of the pages of a site", "comparison": "a comparison"}
_TAIL = 200
"""Bytes in which that stands."""
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Source:
    """One export, or one report, that becomes a page."""

    path: Path
    report: bool = False
    """Whether it is a report in JSON, to be taken as it is."""

    @property
    def name(self) -> str:
        """What it is called, without the folders above it."""
        return self.path.name or Path(os.path.realpath(self.path)).name


@dataclass(frozen=True)
class Found:
    """The sources, in order, and a remark on each file that is none."""

    sources: list[Source]
    skipped: list[str]


def found(given: Sequence[str], how: How, output: Path) -> Found:
    """What the arguments stand for. UsageError for one that stands for nothing.

    A folder that is one archive is one source; any other stands for what lies in it. What
    lies in the folder `output` is none, nor are lists of pages and comparisons.
    """
    sources: list[Source] = []
    skipped: list[str] = []
    site = Path(os.path.realpath(output))
    own = 0
    for text in given:
        for path in _paths(text):
            if _is_under(path, site):
                own += 1
            elif path.is_dir() and not is_archive(path):
                _in_folder(path, how, site, sources, skipped)
            elif what := _no_source(path):
                skipped.append(f"{path.name}: skipped, {what} is no export")
            else:
                sources.append(Source(path, is_report(path)))
    if own:
        skipped.append(f"{site.name}: skipped, the site itself is no export")
    once = {os.path.realpath(source.path): source for source in reversed(sources)}
    chosen = {id(source) for source in once.values()}
    sources = [source for source in sources if id(source) in chosen]
    if not sources:
        raise UsageError(f"{' '.join(given)}: no export is in it; see `acctaudit formats`")
    return Found(sources, skipped)


def _is_under(path: Path, folder: Path) -> bool:
    """Whether a path is the (real) folder, or lies in it."""
    return Path(os.path.realpath(path)).is_relative_to(folder)


def _paths(text: str) -> Iterator[Path]:
    """The path itself, or those that a pattern of names fits, sorted."""
    path = Path(text)
    if path.exists():
        yield path
        return
    found = glob(text, recursive=True) if has_magic(text) else []  # noqa: PTH207  # "~", "**"
    matches = sorted(found)
    if not matches:
        raise UsageError(f"{text}: there is no such file or folder")
    yield from map(Path, matches)


def _in_folder(
    folder: Path, how: How, site: Path, sources: list[Source], skipped: list[str]
) -> None:
    """What lies in a folder: what is no export is skipped, and said."""
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if _is_under(path, site):
            continue
        why = "hidden" if path.name.startswith(".") else _why_not(path, how)
        if path.is_dir() and _is_under(site, Path(os.path.realpath(path))):
            why = "the site is written into it"
        if why:
            skipped.append(f"{path.name}: skipped, {why}")
        else:
            sources.append(Source(path, is_report(path)))


def _why_not(path: Path, how: How) -> str:
    """Why a file is no export; empty if it is one, or if only reading it can tell."""
    if what := _no_source(path):
        return f"{what} is no export"
    if is_report(path) or how.reader not in {None, MAPPING}:
        return ""
    try:
        known = known_parts(path)
    except (ReadError, OSError):
        return ""  # damaged, or a link that leads nowhere: the index says so
    mapped = path.is_dir() or DATA.fullmatch(path.name) is not None
    if any(known) or (how.mapping is not None and mapped):
        return ""
    return "no known format"


def known_parts(path: Path) -> list[bool]:
    """Of each export at a path, whether its format is known without a mapping.

    ReadError if it cannot be opened.
    """
    with Opened(path) as opened:
        return [bool(claimants(export)) for export in opened.exports]


def fitting(how: How, path: Path) -> How:
    """How to read one of several inputs: without the mapping, if it needs none."""
    if how.mapping is None or how.reader is not None or not all(known_parts(path)):
        return how
    return replace(how, mapping=None)


def is_archive(folder: Path) -> bool:
    """Whether a folder is an unpacked archive, and not one of several exports."""
    places = (folder / place for place in _ARCHIVE)
    return any(
        permitted(path.name) is not None
        for place in places
        if place.is_dir()
        for path in place.glob("*.js")
    )


def _no_source(path: Path) -> str:
    """What a file of ours is that is no report; empty for every other file."""
    if not path.is_file() or path.suffix.lower() != ".json":
        return ""
    found = _OURS.search(_piece(path, max(path.stat().st_size - _TAIL, 0), _TAIL))
    return _NO_SOURCES[found[1].decode()] if found else ""


def _piece(path: Path, start: int, length: int) -> bytes:
    """Some bytes of a file; none if it cannot be opened, which reading it will say."""
    try:
        with path.open("rb") as file:
            file.seek(start)
            return file.read(length)
    except OSError:
        return b""


def fingerprint(path: Path) -> tuple[int, str]:
    """Bytes and SHA-256 of an input; of a folder those of all that may be opened in it.

    ReadError if it cannot be opened.
    """
    if not path.is_dir():
        with path.open("rb") as file:
            return _hashed(iter(lambda: file.read(_CHUNK), b""))
    size, digest = 0, sha256()
    with Opened(path) as opened:
        for export in opened.exports:
            for member in export.members:
                length, part = _hashed(iter(export.stream(member)))
                size += length
                digest.update(f"{export.name}/{member}:{part}\n".encode())
    return size, digest.hexdigest()


def _hashed(pieces: Iterator[bytes]) -> tuple[int, str]:
    size, digest = 0, sha256()
    for piece in pieces:
        size += len(piece)
        digest.update(piece)
    return size, digest.hexdigest()
