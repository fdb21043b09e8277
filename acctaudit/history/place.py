"""Where a history is kept: a SQLite file, or a data base on a PostgreSQL server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import address
from acctaudit.address import FILE, Place, Server
from acctaudit.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["FILE", "Place", "Server", "place"]


def place(given: str | Path) -> Place:
    """The place that a path or URL names; UsageError, which repeats nothing, for others."""
    try:
        return address.place(given)
    except UsageError as error:
        raise UsageError(f"--history: {error}") from None
