"""Convert: an account written down in our own format, so that nothing of it is lost.

`build(read(file))` gives the same profile, posts, links, hashtags, mentions, other tables,
timeline, day of the export and notes. What was odd in the first export is a note of the
second.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from acctaudit.errors import UsageError

if TYPE_CHECKING:
    from acctaudit.model.account import Account

FORMATS = (".json", ".parquet", ".csv")
"""Endings of the files that can be written."""


def suffix_of(path: str) -> str:
    """The ending that chooses the format; UsageError if it chooses none."""
    suffix = Path(path).suffix.casefold()
    if suffix not in FORMATS:
        raise UsageError(f"{path}: the ending must be one of {', '.join(FORMATS)}")
    return suffix


def convert(account: Account, suffix: str) -> bytes:
    """The account as a file of one of FORMATS; the same account gives the same bytes."""
    from acctaudit.convert import tables
    from acctaudit.convert.document import document, json_text

    makers = {
        ".json": json_text,
        ".parquet": tables.parquet,
        ".csv": tables.csv_text,
    }
    return makers[suffix](document(account))
