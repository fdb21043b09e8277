"""Readers: one file per export format. `read` is the way in.

Formats are imported on first use, so that `--help` costs nothing.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from acctaudit.errors import ReadError, unknown_name
from acctaudit.readers.source import Export

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from acctaudit.model.tables import Tables
    from acctaudit.readers.base import Reader

    READERS: tuple[Reader, ...]

MODULES = ("archive", "grailbird", "export")
"""Modules of this package that hold a READER, in the order in which they are asked."""


def detect(export: Export, reader_name: str | None = None) -> Reader:
    """The one reader that knows this export; a ReadError if none or several do."""
    known = _readers()
    if reader_name is not None:
        return _named(reader_name, export)
    claims = [reader for reader in known if reader.sniff(export)]
    if len(claims) == 1:
        return claims[0]
    names = ", ".join(reader.name for reader in claims or known)
    if claims:
        problem = f"it could be more than one format ({names})"
        raise ReadError(export.name, problem, "say which with --from")
    problem = f"no known export format ({_why(export)})"
    raise ReadError(export.name, problem, f"name the format with --from, one of {names}")


def _named(name: str, export: Export) -> Reader:
    """The reader of that name; a folder or ZIP must at least hold files of its format."""
    named = {reader.name: reader for reader in _readers()}
    if name not in named:
        raise unknown_name("format", name, named)
    if not export.single and not named[name].sniff(export):
        problem = f"it holds no files of the format '{name}'"
        raise ReadError(export.name, problem, "leave out --from, or name another format")
    return named[name]


def read(paths: Iterable[str | Path], reader: str | None = None) -> list[Tables]:
    """The tables of every input, in order; a ReadError names the one that fails."""
    return [_read_one(path, reader) for path in paths]


def _read_one(path: str | Path, name: str | None) -> Tables:
    with Export.open_export(path) as export:
        return detect(export, name).read(export)


def _why(export: Export) -> str:
    if export.single:
        return "neither its first lines nor its name are those of one"
    return (
        "none of its files is one that acctaudit may open"
        if not export.members
        else (f"only {', '.join(export.members[:3])} could be opened")
    )


@cache
def _readers() -> tuple[Reader, ...]:
    found = (import_module(f"acctaudit.readers.{name}") for name in MODULES)
    return tuple(module.READER for module in found)


def __getattr__(name: str) -> Any:
    if name == "READERS":
        return _readers()
    raise AttributeError(name)
