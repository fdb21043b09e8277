"""What a reader is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from acctaudit.model.tables import Tables
    from acctaudit.readers.source import Export


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
