"""`site.json`: what lies in the folder of a site, and what each page was made of.

What it names is ours to replace and remove; nothing else in the folder ever is.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from acctaudit.errors import InputError
from acctaudit.site.names import SAFE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAME = "site.json"
SCHEMA = "acctaudit/site/1"
INDEX, COHORT, ACCOUNTS = "index.html", "cohort.html", "accounts"
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
    """SHA-256 of what was made, by ending; empty until it is."""
    error: str = ""
    """Why there is nothing; empty otherwise."""


@dataclass(frozen=True)
class Manifest:
    """All pages of a site, and the choices that are the same for all of them."""

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

    def to_json(self) -> str:
        """The manifest as JSON: fields in this order, two spaces."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2).decode() + "\n"

    def alike(self, other: Manifest) -> bool:
        """Whether pages of the other would come out the same, from the same input."""
        mine = self.version, self.settings, self.look
        return mine == (other.version, other.settings, other.look)


def load(folder: Path) -> Manifest | None:
    """The manifest of a folder; None if the folder is new or empty.

    InputError for a folder that holds other things, or a manifest that is none of ours.
    """
    path = folder / NAME
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
        found = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except (ValueError, RecursionError):
        raise InputError(problem) from None
    if found.schema != SCHEMA or not all(SAFE.fullmatch(p.page) for p in found.pages):
        raise InputError(problem)
    return found


def path_of(page: str, ending: str) -> str:
    """The path of a page from the folder of the site."""
    return f"{ACCOUNTS}/{page}.{ending}"


def is_whole(folder: Path, page: Page) -> bool:
    """Whether everything that was made of an account still lies there, unchanged."""
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


def remove(folder: Path, old: Manifest, kept: Mapping[str, Page]) -> None:
    """Remove the files of pages that are no more, and no other file."""
    for page in old.pages:
        for ending in ("html", "json"):
            now = kept.get(page.page)
            if now is None or ending not in now.files:
                (folder / path_of(page.page, ending)).unlink(missing_ok=True)
