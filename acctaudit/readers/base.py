"""What a reader is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from acctaudit.model.tables import Tables
    from acctaudit.readers.source import Export

RECORD, PAGE, TABLE = 0, 1, 2
"""Trust in a source where two of them differ: the platform's own record of a post (archive,
API) comes before what a page showed, and that before a table made of either."""


@dataclass(frozen=True)
class Reader:
    """One export format: how it is recognised and how it is read.

    `sniff` looks at names and heads only and never raises; `read` gives Tables or raises
    `ReadError` that names file, place and remedy.
    """

    name: str
    title: str
    """What a user would call this export."""
    sniff: Callable[[Export], bool]
    read: Callable[[Export], Tables]
