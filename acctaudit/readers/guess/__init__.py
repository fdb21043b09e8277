"""A mapping for a table that no format knows, proposed from its names and its cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit.errors import ReadError
from acctaudit.readers import claimants
from acctaudit.readers.flat import Books, batches
from acctaudit.readers.guess.document import document
from acctaudit.readers.guess.names import Matches, best
from acctaudit.readers.opened import Opened

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from acctaudit.readers.cells import Cell
    from acctaudit.readers.source import Export

_FOLLOWED = re.compile(r"following|friends|followed", re.IGNORECASE)
_SHOWN = 10


@dataclass(frozen=True)
class Proposal:
    """What could be found out about a file."""

    text: str
    """The mapping, as TOML; empty for an export that needs none and holds no such table."""
    known: tuple[str, ...]
    """Formats that know the file, so that it needs no mapping."""


def propose(path: str | Path) -> Proposal:
    """A mapping for the table in a file; it can be read as it is.

    ReadError if the file holds no table, or none in which a column looks like an id or a
    time.
    """
    with Opened(path) as opened:
        if len(opened.exports) != 1:
            remedy = "name one of them"
            raise ReadError(opened.name, "it does not hold one table alone", remedy)
        (export,) = opened.exports
        known = tuple(reader.name for reader in claimants(export))
        if known and not export.single:
            return Proposal("", known)
        try:
            return Proposal(_mapping(export), known)
        except ReadError:
            if known:
                return Proposal("", known)
            raise


def _mapping(export: Export) -> str:
    if not export.single:
        remedy = "name a CSV, TSV, JSON or Parquet file"
        raise ReadError(export.name, "it holds no table", remedy)
    columns = _columns(export)
    found = _named_by_file(export.name, best(columns))
    if found.complete:
        return document(export, found, columns)
    more = len(columns) - _SHOWN
    held = ", ".join(list(columns)[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
    problem = "none of its columns looks like the time or the id of a post"
    raise ReadError(export.name, problem, f"write the mapping by hand: it has {held}")


def _columns(export: Export) -> Mapping[str, list[Cell]]:
    """The columns of the first rows."""
    first = next(iter(batches(export, Books())), None)
    if first is None or not first.cells:
        raise ReadError(export.name, "it has no rows", "pass a table with some")
    return first.cells


def _named_by_file(name: str, found: Matches) -> Matches:
    """A list of people is taken for those followed if its file is called so."""
    if found.table == "followers" and _FOLLOWED.search(name):
        return Matches("following", found.found, found.unfit)
    return found
