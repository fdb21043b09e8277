"""Where a value was said, so that an error and an item of the gate can name the place."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from acctaudit.address import is_address
from acctaudit.config.forms import Misfit
from acctaudit.config.lines import line_of
from acctaudit.errors import InputError, UsageError, nearest
from acctaudit.gate.data import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from acctaudit.config.keys import Key

    Keys = tuple[str | int, ...]

REPOSITORY = ".git"
"""What marks the root of a repository."""
CHECKOUTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Variables that name the root of the repository where there is no `.git`."""
NO_ADDRESS = (
    "cannot be an address such as a URL; it is not repeated here, since it may hold a"
    " password"
)


@dataclass(frozen=True)
class Roots:
    """The folders from which on the path of a place can be told."""

    folder: Path
    """The working folder."""
    checkouts: tuple[Path, ...] = ()
    """Where continuous integration says that the repository is."""

    def of(self, path: Path) -> str:
        """A path from the root of the repository on, as GitHub and GitLab want it.

        Outside of one it is relative to the working folder, and outside of that the bare
        name. Always with forward slashes.
        """
        full, here = _real(path), _real(self.folder)
        named = map(_real, self.checkouts)
        for root in (repository(here), *named, repository(full.parent), here):
            if root is not None and full.is_relative_to(root):
                return full.relative_to(root).as_posix()
        return path.name


@dataclass(frozen=True)
class Source:
    """A file, a variable of the environment, an option, or a preset."""

    name: str
    """How it is called: `acctaudit.toml`, `ACCTAUDIT_FAIL_ON`, `--goal`."""
    folder: Path
    """Where the files stand that it names."""
    path: Path | None = None
    """The file; None = it is none of the user's."""
    lines: Mapping[Keys, int] = field(default_factory=dict, repr=False)
    under: Keys = ()
    """The table that holds everything of ours: `tool.acctaudit`."""


@dataclass(frozen=True)
class Origin:
    """The source of one value, and the line there."""

    source: Source
    line: int

    def says(self, folder: Path) -> str:
        """`acctaudit.toml:3`, `preset brand`, `ACCTAUDIT_FAIL_ON`."""
        if self.source.path is None:
            return self.source.name
        return f"{shown(self.source.path, folder)}:{self.line}"

    @property
    def where(self) -> str:
        """What an error begins with: the name of the source, with the line in a file."""
        name = self.source.name
        return name if self.source.path is None else f"{name}:{self.line}"

    def place(self, roots: Roots) -> Place | None:
        """Where a person would change it; None if in no file of the user's."""
        if self.source.path is None:
            return None
        return Place(roots.of(self.source.path), self.line)


@dataclass(frozen=True)
class Entry:
    """A value and its origin."""

    value: Any
    origin: Origin


@dataclass(frozen=True)
class Spot:
    """One key of a source: what errors there begin with."""

    source: Source
    keys: Keys = ()
    """As they were written."""

    @property
    def key(self) -> str:
        """`patterns.AA205.severity`; of several tables the first is `suppress[1]`."""
        parts = (f"[{k + 1}]" if isinstance(k, int) else f".{k}" for k in self.keys)
        name = "".join(parts).removeprefix(".")
        return name if name.isprintable() else ascii(name)[1:-1]

    @property
    def origin(self) -> Origin:
        """The source and the line."""
        return Origin(self.source, line_of(self.source.lines, self._all))

    @property
    def _all(self) -> Keys:
        return (*self.source.under, *self.keys)

    def below(self, *keys: str | int) -> Spot:
        """The spot of a key in here."""
        return Spot(self.source, (*self.keys, *keys))

    def fault(self, problem: str) -> UsageError:
        """The error for this key, on one line: where it stands, its name, what is wrong."""
        line = " ".join(problem.splitlines())
        return UsageError(f"{self.where}: {self.key}: {line}")

    @property
    def where(self) -> str:
        """`path/acctaudit.toml:3`, or the name of what is no file."""
        return self.origin.where

    @contextmanager
    def placed(self, value: Any = None) -> Iterator[None]:
        """Let every error name this place, and none repeat a value with an address."""
        try:
            yield
        except (InputError, Misfit) as error:
            items = value if isinstance(value, list) else [value]
            is_secret = any(isinstance(item, str) and is_address(item) for item in items)
            raise self.fault(NO_ADDRESS if is_secret else str(error)) from None

    def read(self, raw: Mapping[str, Any], keys: Mapping[str, Key]) -> dict[str, Entry]:
        """The values of a table, by key, each in its form; a hyphen is an underscore."""
        found: dict[str, Entry] = {}
        for written, value in raw.items():
            at, name = self.below(written), written.replace("-", "_")
            if name not in keys:
                raise UsageError(
                    f"{at.where}: unknown key '{at.key}': {nearest(name, keys)}"
                )
            if name in found:
                raise at.fault("is written twice; delete one")
            with at.placed(value):
                found[name] = Entry(keys[name].form.read(value), at.origin)
        return found


def called(path: Path, folder: Path) -> str:
    """A file as errors call it: from the working folder on, if it lies in there."""
    return str(path.relative_to(folder) if path.is_relative_to(folder) else path)


def checkouts(environ: Mapping[str, str]) -> tuple[Path, ...]:
    """Where continuous integration says that the repository is."""
    named = (Path(environ.get(name, "")) for name in CHECKOUTS)
    return tuple(path for path in named if path.is_absolute())


def repository(folder: Path) -> Path | None:
    """The root of the repository that holds a folder, or None."""
    return next(
        (place for place in (folder, *folder.parents) if (place / REPOSITORY).exists()),
        None,
    )


def shown(path: Path, folder: Path) -> str:
    """A path as an origin has it: relative to the working folder, else to the repository.

    Outside of both it is the bare name. Always with forward slashes.
    """
    full, here = _real(path), _real(folder)
    for root in (here, repository(here)):
        if root is not None and full.is_relative_to(root):
            return full.relative_to(root).as_posix()
    return path.name


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))
