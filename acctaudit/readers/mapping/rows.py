"""The rows of a table, renamed and turned as a mapping says."""

from __future__ import annotations

from difflib import get_close_matches
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from acctaudit.errors import ReadError
from acctaudit.model.tables import Quarantined, Tables
from acctaudit.readers.base import TABLE
from acctaudit.readers.decode import unread
from acctaudit.readers.flat import Books, batches
from acctaudit.readers.mapping.columns import NEEDS, PROFILES, columns
from acctaudit.readers.mapping.kinds import ANSWERED, KIND_KNOWN
from acctaudit.say import marked, say
from acctaudit.words import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from acctaudit.readers.mapping import Mapping
    from acctaudit.readers.source import Export

    Columns = dict[str, list[object]]

_NAMED = 10
_OTHER_KIND = marked("its kind is none of those that [values.kind] lists")
_THREADS = marked(
    "the table says which posts are replies, and not whom they answer: continuations of own"
    " posts may be among them"
)


def read(export: Export, mapping: Mapping) -> Tables:
    """The table in our names. ReadError if it is none, or lacks columns that are named."""
    options = mapping.options
    export.encoding = export.encoding or options.encoding
    tables = Tables("mapping", escaped=options.escaped, timeline=options.timeline)
    tables.trust, tables.observed = TABLE, options.as_of
    if options.handle is not None:
        tables.profile["handle"] = options.handle
    books, remarks, seen = Books(), dict[str, None](), dict[str, None]()
    rows = batches(export, books)
    first = list(islice(rows, 1))
    mapping = mapping.of({name for batch in first for name in batch.cells})
    made = columns(mapping.table, mapping.named, options, remarks)
    for batch in chain(first, rows):
        seen |= dict.fromkeys(batch.cells)
        size = len(batch.numbers)
        found = {
            ours: cells
            for ours, column in made.items()
            if (cells := column.column(batch.cells, size, options.missing)) is not None
        }
        if KIND_KNOWN in made:
            found.setdefault(KIND_KNOWN, ["" in options.words] * size)
        _enter(tables, export.name, mapping.table, batch.numbers, found)
    _refuse_missing(export.name, mapping, list(seen))
    _close(tables, export.name, mapping, books)
    tables.remarks += remarks
    return tables


def _enter(
    tables: Tables, name: str, table: str, numbers: Sequence[int], found: Columns
) -> None:
    """Add some rows; those of an unknown kind are set aside."""
    if table != "posts":
        rows = tables.others.setdefault(table, [])
        whole = zip(*found.values(), strict=True)
        rows += [dict(zip(found, row, strict=True)) for row in whole]
        return
    known = found.pop(KIND_KNOWN, None)
    if known is not None and not all(known):
        strange = [n for n, fine in zip(numbers, known, strict=True) if not fine]
        tables.quarantined += [Quarantined(name, n, _OTHER_KIND) for n in strange]
        numbers = _where(known, numbers)
        found = {ours: _where(known, cells) for ours, cells in found.items()}
    tables.posts.extend(name, numbers, found)


def _where(chosen: Iterable[object], values: Sequence[Any]) -> list[Any]:
    return [value for value, yes in zip(values, chosen, strict=True) if yes]


def _refuse_missing(name: str, mapping: Mapping, seen: list[str]) -> None:
    """ReadError for columns that the mapping names and the table lacks: all at once."""
    missing = [
        f"'{names[0]}' for {ours}{_nearest(names[0], seen)}"
        for ours, names in mapping.named.items()
        if not set(names) & set(seen)
    ]
    if missing and seen:
        more = len(seen) - _NAMED
        held = ", ".join(seen[:_NAMED]) + (f" and {more} more" if more > 0 else "")
        raise ReadError(
            name,
            f"it lacks columns that {mapping.file} names: {', '.join(missing)}",
            f"it has {held}",
        )


def _nearest(theirs: str, seen: list[str]) -> str:
    near = get_close_matches(theirs, seen, n=1)
    return f" (did you mean '{near[0]}'?)" if near else ""


def _close(tables: Tables, name: str, mapping: Mapping, books: Books) -> None:
    """Enter the file into the books, and say what was odd in it."""
    profiles = mapping.table == PROFILES
    tables.files.append(books.file("profile" if profiles else mapping.table))
    tables.remarks += books.remarks
    if mapping.table == "posts":
        tables.quarantined += books.quarantined
        if "is_reply" in tables.posts.columns and not set(ANSWERED) & set(mapping.named):
            tables.remarks.append(_THREADS)
        return
    rows = tables.others.setdefault(mapping.table, [])
    useful = [row for row in rows if _is_useful(row, mapping.table)]
    tables.others[mapping.table] = useful
    lost = len(books.quarantined) + len(rows) - len(useful)
    if lost:
        tables.remarks.append(unread(name, mapping.table, lost))
    if profiles:
        _describe(tables, name, tables.others.pop(PROFILES))


def _describe(tables: Tables, name: str, rows: list[dict[str, object]]) -> None:
    """Take each row as what its account says of itself; one alone is the owner's."""
    again = 0
    for row in rows:
        facts = {("url" if ours == "link" else ours): cell for ours, cell in row.items()}
        key = str(row.get("user_id") or f"@{str(row['handle']).casefold()}")
        again += key in tables.authors
        tables.authors.setdefault(key, facts)
    if again:
        tables.remarks.append(
            say(
                "{file}: accounts that stand in it twice, of which the first counts: {n}",
                file=name,
                n=number(again),
            )
        )
    if len(tables.authors) == 1:
        (tables.profile,) = (dict(facts) for facts in tables.authors.values())


def _is_useful(row: dict[str, object], table: str) -> bool:
    return all(any(row.get(ours) for ours in group) for group in NEEDS[table].values())
