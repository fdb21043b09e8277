"""`site.json`: what lies in the folder of a site, and what each page was made of.

What it names is ours to replace and remove; nothing else in the folder ever is.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from acctaudit.errors import InputError
from acctaudit.report.document import Document
from acctaudit.site.names import SAFE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

NAME = "site.json"
SCHEMA = "acctaudit/site/1"
INDEX, COHORT, ACCOUNTS = "index.html", "cohort.html", "accounts"
ENDINGS = "html", "json"
CLAIMED = "not made yet"
"""Instead of a hash: this file is ours, whatever a run that was broken off left of it."""
_BY_SYSTEM = {".DS_Store", "Thumbs.db", "desktop.ini"}
"""Files that systems put into folders by themselves."""


@dataclass(frozen=True)
class Input:
    """One file or folder that was read."""

    name: str
    size: int
    """Bytes."""
    sha256: str


@dataclass(frozen=True)
class Page:
    """One account: what it was made of, and what was made."""

    account: str
    """The name of its input, or of its author."""
    page: str
    """Name of its files, without ending."""
    inputs: list[Input]
    """Empty where it is an author in the `pool` of the site."""
    files: dict[str, str] = field(default_factory=dict)
    """SHA-256 of what was made, by ending; CLAIMED until it is, empty if it cannot be."""
    error: str = ""
    """Why nothing could be made; files that are there even so are of an earlier run."""


@dataclass(frozen=True)
class Manifest(Document):
    """All pages of a site, and the choices that are the same for all of them."""

    NAME: ClassVar = "site"

    version: str
    """Of the program."""
    settings: str
    """Hash of the declarations and of how inputs are read."""
    look: str
    """Hash of how pages look."""
    title: str
    lang: str
    pages: list[Page]
    pool: list[Input] = field(default_factory=list)
    """The tables that were split by author; empty where each input is one account."""
    schema: str = SCHEMA

    def alike(self, other: Manifest) -> bool:
        """Whether pages of the other would come out the same, from the same input."""
        mine = self.version, self.settings, self.look
        return mine == (other.version, other.settings, other.look)


def load(folder: Path) -> Manifest | None:
    """The manifest of a folder; None if the folder is new or empty.

    InputError for a folder that holds other things, or a manifest that is none of ours.
    """
    path = folder / NAME
    _refuse_links([folder / name for name in (NAME, INDEX, COHORT, ACCOUNTS)])
    if not folder.exists():
        return None
    if not folder.is_dir():
        raise InputError(f"{folder}: is a file, not a folder; name another place with -o")
    if path.is_file():
        return _read(path)
    if any(entry.name not in _BY_SYSTEM for entry in folder.iterdir()):
        raise InputError(
            f"{folder}: holds other things and no {NAME} of ours; name an empty or a new"
            " folder with -o"
        )
    return None


def _read(path: Path) -> Manifest:
    problem = f"{path}: is no list of the pages of a site; name another folder with -o"
    try:
        found = Manifest.from_json(path.read_bytes())
    except (ValueError, RecursionError):
        raise InputError(problem) from None
    if not all(SAFE.fullmatch(p.page) for p in found.pages):
        raise InputError(problem)
    return found


def path_of(page: str, ending: str) -> str:
    """The path of a page from the folder of the site."""
    return f"{ACCOUNTS}/{page}.{ending}"


def is_whole(folder: Path, page: Page) -> bool:
    """Whether everything that was made of an account still lies there, unchanged."""
    return not page.error and are_there(folder, page)


def are_there(folder: Path, page: Page) -> bool:
    """Whether the files of a page lie there as they were made, now or earlier."""
    return bool(page.files) and all(
        _digest(folder / path_of(page.page, ending)) == digest
        for ending, digest in page.files.items()
    )


def _digest(path: Path) -> str:
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""


def digest(content: str | bytes) -> str:
    """SHA-256 of a file's content."""
    data = content.encode() if isinstance(content, str) else content
    return hashlib.sha256(data).hexdigest()


def refuse_strangers(folder: Path, old: Manifest | None, names: Iterable[str]) -> None:
    """InputError if a page would take the place of a file that is none of ours.

    `names` are those of the pages that are to be written.
    """
    ours = {
        path_of(p.page, ending) for p in (old.pages if old else ()) for ending in p.files
    }
    wanted = {path_of(name, ending) for name in names for ending in ENDINGS}
    _refuse_links([folder / path for path in sorted(ours | wanted)])
    for path in sorted(wanted - ours):
        if (folder / path).exists():
            raise InputError(
                f"{folder / path}: is not of this site and would be replaced; move it, or"
                " name another folder with -o"
            )


def _refuse_links(paths: Iterable[Path]) -> None:
    """InputError for a link where a file of the site belongs: none is ever followed."""
    for path in paths:
        if path.is_symlink():
            raise InputError(
                f"{path}: is a link, and the site would be written elsewhere; remove it, or"
                " name another folder with -o"
            )


def remove(folder: Path, old: Manifest, kept: Mapping[str, Page]) -> None:
    """Remove the files of pages that are no more, and no other file."""
    for page in old.pages:
        for ending in page.files:
            now = kept.get(page.page)
            if now is None or ending not in now.files:
                (folder / path_of(page.page, ending)).unlink(missing_ok=True)
