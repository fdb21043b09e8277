"""What a document of our own format becomes, be it written as JSON or as a table.

Anybody can write one, so rows are judged one by one and unknown fields do no harm.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from acctaudit.errors import ReadError
from acctaudit.model.tables import Tables
from acctaudit.readers import export_schema as shape
from acctaudit.readers.decode import Layout, Rows, enter
from acctaudit.readers.export_columns import TAKEN, fields_of, post_columns, side_cells
from acctaudit.readers.mend import FAILURES, RefusedError, decoded_value
from acctaudit.say import say
from acctaudit.words import number

if TYPE_CHECKING:
    from acctaudit.readers.source import Content

SIDES: dict[str, type[msgspec.Struct]] = {
    "inbound": shape.Inbound,
    "followers": shape.Person,
    "following": shape.Person,
    "daily": shape.Day,
    "outcomes": shape.Outcome,
}
"""Tables beside the posts, and what their rows are."""
LISTS = ("posts", *SIDES)
"""Fields of a document that are lists of rows."""
REMEDY = "see `acctaudit schema export`"


@dataclass(frozen=True)
class Written:
    """A document taken apart, nothing of it decoded yet."""

    content: Content
    fields: dict[str, msgspec.Raw]
    """Its fields, the lists of rows left out."""
    rows: dict[str, list[msgspec.Raw]]
    """The lists of rows that it has."""

    def value(self, name: str, kind: Any) -> Any:
        """A field in its type, None where it is missing; ReadError if it is of another."""
        if name not in self.fields or bytes(self.fields[name]) == b"null":
            return None
        try:
            return decoded_value(bytes(self.fields[name]), kind)
        except RefusedError as error:
            problem = f"{name} cannot be used ({error})"
            raise ReadError(self.content.name, problem, REMEDY) from error


def tables_of(reader: str, written: Written) -> Tables:
    """Everything in a document; a wrong schema or a broken frame is a ReadError."""
    content = written.content
    if written.value("schema", str) != shape.SCHEMA:
        problem = "its schema is not acctaudit/export/1"
        raise ReadError(content.name, problem, f"write that version; {REMEDY}")
    account = written.value("account", shape.Account) or shape.Account()
    measured = written.value("measured", tuple[str, ...])
    tables = Tables(reader, escaped=False)
    tables.profile = {
        name: value for name, value in fields_of(account) if value is not None
    }
    tables.observed = written.value("as_of", str)
    ends = "complete" if "posts" in written.rows else "ends"
    tables.timeline = written.value("timeline", shape.Timeline) or ends
    tables.notes += written.value("notes", tuple[str, ...]) or ()
    total = _posts(tables, written, measured)
    for name in SIDES:
        total += _side(tables, written, name, measured)
    holds = "posts" if "posts" in written.rows else "profile"
    tables.files.append(content.noted(total, holds))
    _unknown(tables, written)
    return tables


def _posts(tables: Tables, written: Written, measured: tuple[str, ...] | None) -> int:
    name = written.content.name
    rows = Rows(name, Layout(shape.Post))
    if measured is not None:
        tables.posts.extend(name, [], post_columns([], measured))
    for batch in rows.of(written.rows.get("posts", [])):
        columns = post_columns(batch.rows, measured)
        tables.posts.extend(batch.file, batch.numbers, columns)
    enter(tables, rows)
    return rows.done


def _side(
    tables: Tables, written: Written, name: str, measured: tuple[str, ...] | None
) -> int:
    if name not in written.rows:
        return 0
    rows = Rows(written.content.name, Layout(SIDES[name], (), name))
    dotted = [item.partition(".") for item in measured or ()]
    named = [column for table, _, column in dotted if table == name]
    tables.others[name] = [
        side_cells(row, named)
        for batch in rows.of(written.rows[name])
        for row in batch.rows
    ]
    enter(tables, rows)
    return rows.done


def _unknown(tables: Tables, written: Written) -> None:
    """Say once how many fields of the document mean nothing to us."""
    known = set(shape.Document.__struct_fields__)
    measured = written.value("measured", tuple[str, ...]) or ()
    count = len({*written.fields, *written.rows} - known)
    count += len({name for name in measured if "." not in name} - TAKEN.keys())
    count += len(_names(written.rows.get("posts", [])) - {*shape.Post.__struct_fields__})
    if count:
        tables.remarks.append(
            say(
                "fields that acctaudit does not know, left aside: {fields}",
                fields=number(count),
            )
        )


def _names(rows: list[msgspec.Raw]) -> set[str]:
    """The names of all fields of all rows; a row that is no object has none."""
    found: set[str] = set()
    for raw in rows:
        try:
            found.update(msgspec.json.decode(raw, type=dict[str, msgspec.Raw]))
        except FAILURES:
            continue
    return found
