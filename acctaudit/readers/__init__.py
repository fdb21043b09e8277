"""Readers: one file per export format. `read` is the way in.

Formats are imported on first use, so that `--help` costs nothing.
"""

from __future__ import annotations

import codecs
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from acctaudit.errors import ReadError, UsageError, unknown_name
from acctaudit.say import say
from acctaudit.words import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from acctaudit.model.tables import Tables
    from acctaudit.readers.base import Reader
    from acctaudit.readers.mapping import Mapping
    from acctaudit.readers.opened import Opened
    from acctaudit.readers.source import Export

    READERS: tuple[Reader, ...]

MAPPING = "mapping"
"""Name of the reader that `--columns` makes."""
_NAMED = 5


@dataclass(frozen=True)
class How:
    """What the user says about the inputs."""

    reader: str | None = None
    """Name of the format, if it is not to be recognised."""
    encoding: str | None = None
    """Encoding of the tables, if it is not UTF-8."""
    mapping: Mapping | None = None
    """Which columns are which, for tables of no known format."""


def detect(export: Export, reader_name: str | None = None) -> Reader:
    """The one reader that knows this export; a ReadError if none or several do."""
    if reader_name is not None:
        return _named(reader_name, export)
    claims = claimants(export)
    if len(claims) == 1:
        return claims[0]
    if claims:
        names = ", ".join(reader.name for reader in claims)
        problem = f"it could be more than one format ({names})"
        raise ReadError(export.name, problem, "say which with --from")
    raise ReadError(
        export.name,
        f"no known export format ({_why(export)})",
        "name the format with --from (see `acctaudit formats`), or its columns with"
        " --columns",
    )


def claimants(export: Export) -> list[Reader]:
    """The readers that take this export for one of theirs."""
    return [reader for reader in _readers() if reader.sniff(export)]


def read(
    paths: Iterable[str | Path], reader: str | None = None, *, how: How | None = None
) -> list[Tables]:
    """The tables of every input, in order; a ReadError names the one that fails.

    A folder or ZIP that is no archive gives one for each table in it.
    """
    from acctaudit.readers.opened import Opened

    how = how or How(reader)
    _refuse_encoding(how.encoding)
    found: list[Tables] = []
    with ExitStack() as stack:
        for path in paths:
            found += _read_one(stack.enter_context(Opened(path)), how)
    _refuse_unused(how, found)
    return _each_once(found)


def _read_one(opened: Opened, how: How) -> list[Tables]:
    """The tables of one path; files of a folder that nobody knows are left aside."""
    found: list[Tables] = []
    strangers: list[ReadError] = []
    for export in opened.exports:
        export.encoding = how.encoding
        try:
            chosen = _chosen(export, how)
        except ReadError as error:
            strangers.append(error)
            continue
        tables = chosen.read(export)
        tables.name = export.name
        found.append(tables)
    if strangers and not found:
        raise strangers[0]
    aside = [*(str(error).partition(":")[0] for error in strangers), *opened.left]
    if aside:
        found[0].remarks.append(
            say("files of no known format, left aside: {files}", files=_some(aside))
        )
    return found


def _chosen(export: Export, how: How) -> Reader:
    """The reader of an export: the mapping, where one is given and no format knows it."""
    wanted = how.reader == MAPPING or (how.reader is None and not claimants(export))
    if how.mapping is not None and wanted:
        reader: Reader = how.mapping.reader()
        return reader
    return detect(export, how.reader)


def _each_once(tables: list[Tables]) -> list[Tables]:
    """The inputs, one of the same bytes as an earlier one left out, and said."""
    seen: dict[tuple[str, ...], Tables] = {}
    for table in tables:
        prints = tuple(file.sha256 for file in table.files)
        first = seen.setdefault(prints, table)
        if first is not table and prints:
            first.remarks.append(
                say(
                    "{file} is the same as {other}: read once",
                    file=table.name,
                    other=first.name,
                )
            )
    return list(seen.values())


def _refuse_encoding(name: str | None) -> None:
    """UsageError for an encoding that does not exist."""
    try:
        codecs.lookup(name or "utf-8")
    except LookupError as error:
        raise UsageError(
            f"--encoding '{name}' is unknown: try cp1252, latin-1 or utf-16"
        ) from error


def _refuse_unused(how: How, found: Sequence[Tables]) -> None:
    """UsageError for a mapping that no input needed: it would have no effect."""
    if how.mapping is not None and MAPPING not in {table.reader for table in found}:
        names = ", ".join(sorted({table.reader for table in found}))
        raise UsageError(
            f"--columns is not used, as every input is of a known format ({names}): leave"
            f" it out, or use it with --from {MAPPING}"
        )


def _some(names: Sequence[str]) -> str:
    more, shown = len(names) - _NAMED, ", ".join(names[:_NAMED])
    if more <= 0:
        return shown
    return say("{names} and {more} more", names=shown, more=number(more))


def _named(name: str, export: Export) -> Reader:
    """The reader of that name; a folder or ZIP must at least hold files of its format."""
    named = {reader.name: reader for reader in _readers()}
    if name not in named:
        raise unknown_name("format", name, named)
    if not export.single and not named[name].sniff(export):
        problem = f"it holds no files of the format '{name}'"
        raise ReadError(export.name, problem, "leave out --from, or name another format")
    return named[name]


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
    """Every reader, found by its module being there."""
    package = import_module("acctaudit.readers.formats")
    names = sorted(module.name for module in iter_modules(package.__path__))
    found = (import_module(f"acctaudit.readers.formats.{name}") for name in names)
    return tuple(module.READER for module in found)


def __getattr__(name: str) -> Any:
    if name == "READERS":
        return _readers()
    raise AttributeError(name)
