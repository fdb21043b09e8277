"""The items of a check as CSV, a row each, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from acctaudit import safe
from acctaudit.render.gate import parts

if TYPE_CHECKING:
    from acctaudit.gate.data import Check, Item

COLUMNS = (
    *("account", "as_of", "kind", "code", "name", "severity", "state", "gates"),
    *("says", "why", "about", "fingerprint", "path", "line"),
)


def render(check: Check) -> str:
    """A header and a row an item; without items the header alone."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(COLUMNS)
    for item in check.items:
        writer.writerow(_row(check, item))
    return out.getvalue()


def _row(check: Check, item: Item) -> list[str | int]:
    named = check.account.handle or check.account.user_id
    account = parts.identity(check) if named else ""
    before = (account, check.as_of or "", item.kind, item.code, item.name)
    told = (parts.told(item.says), parts.told(item.why))
    keys = " ".join(subject.key for subject in item.about)
    texts = [
        *before,
        item.severity,
        item.state,
        "true" if item.gates else "false",
        *told,
        keys,
        item.fingerprint,
        item.place.path,
    ]
    return [*(safe.csv_cell(safe.ci(text)) for text in texts), parts.line(item.place)]
