"""The end of reading something that is none of the format's: one clear line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.errors import ReadError

if TYPE_CHECKING:
    from acctaudit.model.tables import Tables
    from acctaudit.readers.source import Export

REMEDY = "leave out --from, or name another format"


def refuse_foreign(tables: Tables, export: Export, holds: str) -> None:
    """ReadError if not one row could be used; `holds` says what the format is made of."""
    found = len(tables.posts) or tables.profile or any(tables.others.values())
    bad = [row for row in tables.quarantined if row.file == export.name]
    if not found and (bad or not tables.files):
        first = f" ({bad[0].reason})" if bad else ""
        raise ReadError(export.name, f"it holds no {holds}{first}", REMEDY)
