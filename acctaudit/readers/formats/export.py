"""Our own format, `export.json` with schema `acctaudit/export/1`: what `convert` writes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from acctaudit.readers.base import Reader
from acctaudit.readers.document import fields_of, opening, split
from acctaudit.readers.export_rows import LISTS, Written, tables_of

if TYPE_CHECKING:
    import msgspec

    from acctaudit.model.tables import Tables
    from acctaudit.readers.source import Export

MARK = re.compile(r'\s*\ufeff?\s*\{.{0,2000}"schema"\s*:\s*"acctaudit/export/', re.DOTALL)


def sniff(export: Export) -> bool:
    """Whether the file says at its head that it is one of ours."""
    if export.single:
        return MARK.match(export.look.text) is not None
    member = "export.json"
    return member in export.members and MARK.match(opening(export.head(member))) is not None


def read(export: Export) -> Tables:
    """Everything in the document; a wrong schema or a broken frame is a ReadError."""
    content = export.read(export.member if export.single else "export.json")
    raw = fields_of(content)
    rows = {
        name: _elements(content.name, raw[name])
        for name in LISTS
        if name in raw and bytes(raw[name]) != b"null"
    }
    fields = {name: value for name, value in raw.items() if name not in LISTS}
    return tables_of("export", Written(content, fields, rows))


def _elements(name: str, raw: msgspec.Raw) -> list[msgspec.Raw]:
    empty = bytes(raw).replace(b" ", b"") == b"{}"
    return [] if empty else split(name, raw)


READER = Reader("export", "acctaudit's own JSON (acctaudit/export/1)", sniff, read)
