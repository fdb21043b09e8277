"""A format as one declaration: which of its columns is which of ours.

Serves every flat table, be it CSV or JSON. A column of ours is described by a *cell*: the
names that it goes by in the format (the first that is there counts) and how it is turned.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from acctaudit.errors import ReadError
from acctaudit.model.tables import Tables
from acctaudit.readers import cells
from acctaudit.readers.base import TABLE, Reader
from acctaudit.readers.decode import unread
from acctaudit.readers.flat import Batch, Books, batches
from acctaudit.readers.look import plain
from acctaudit.readers.people import Authors
from acctaudit.say import marked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from acctaudit.readers.source import Export

Cells = dict[str, list[Any]]
ROUNDED = marked("counts are rounded, as the page shows them (1.2K)")


@dataclass(frozen=True)
class From:
    """The first of these columns that is there, turned cell by cell."""

    names: tuple[str, ...]
    convert: Callable[[Any], object]

    def column(self, found: Cells, _: int) -> list[object] | None:
        """Our column, or None if the table has none of the names."""
        for name in self.names:
            if name in found:
                return [self.convert(cell) for cell in found[name]]
        return None


@dataclass(frozen=True)
class Joined:
    """Several columns turned together; one that is missing gives None in each row."""

    names: tuple[str, ...]
    convert: Callable[..., object]

    def column(self, found: Cells, rows: int) -> list[object] | None:
        """Our column, or None if the table has none of the names."""
        if not any(name in found for name in self.names):
            return None
        parts = [found.get(name) or [None] * rows for name in self.names]
        return [self.convert(*row) for row in zip(*parts, strict=True)]


class Column(Protocol):
    """How a column of ours is made of those of a format."""

    def column(self, found: Cells, rows: int, /) -> list[object] | None:
        """Our column, or None if the table has nothing for it."""


Columns = "Mapping[str, Column]"


def one(convert: Callable[[Any], object], *names: str) -> From:
    """The first of these columns that is there."""
    return From(tuple(map(plain, names)), convert)


def joined(convert: Callable[..., object], *names: str) -> Joined:
    """All of these columns together."""
    return Joined(tuple(map(plain, names)), convert)


def answers(name: str) -> dict[str, Column]:
    """The post that a row answers; with a rounded id it is a reply all the same."""
    return {
        "in_reply_to_post_id": one(cells.reference, name),
        "is_reply": one(cells.given, name),
    }


def passes_on(name: str) -> dict[str, Column]:
    """The post that a row passes on; with a rounded id it is a repost all the same."""
    return {"repost_of_id": one(cells.reference, name), "is_repost": one(cells.given, name)}


def quotes(name: str) -> dict[str, Column]:
    """The post that a row quotes; with a rounded id it is a quote all the same."""
    return {"quote_of_id": one(cells.reference, name), "is_quote": one(cells.given, name)}


def ident(*names: str, link: str | None = None) -> dict[str, Column]:
    """`post_id` and `id_exact`; `link` names a column with the address of the post (`a|b`
    for either).
    """
    if link is None:
        return {
            "post_id": one(lambda cell: cells.ident(cell).digits, *names),
            "id_exact": one(lambda cell: cells.ident(cell).exact, *names),
        }
    (name,) = names
    links = link.split("|")
    return {
        "post_id": joined(lambda *row: _best(*row).digits, name, *links),
        "id_exact": joined(lambda *row: _best(*row).exact, name, *links),
    }


def _best(cell: Any, *addresses: Any) -> cells.Ident:
    written = next(filter(None, map(cells.id_in, addresses)), None)
    return cells.Ident(written, exact=True) if written else cells.ident(cell)


def table_reader(  # noqa: PLR0913  # what a declaration may say
    name: str,
    title: str,
    *,
    telling: Sequence[str],
    columns: Mapping[str, Column],
    without: Sequence[str] = (),
    only: bool = False,
    timeline: str = "recent",
    trust: int = TABLE,
    escaped: bool = True,
    dialogue: bool = False,
    table: str = "posts",
    authors: Mapping[str, Column] | None = None,
    finish: Callable[[Tables, Export], None] | None = None,
) -> Reader:
    """A reader of flat tables.

    `telling`: columns that must all be there (`a|b` for either); `without`: columns that
    must not; `only`: no others at all. `table`: which of our tables the rows are: posts, or
    one of the side tables. `authors`: fields of `Profile` that the rows repeat of whoever
    wrote them, by `user_id` or `handle`; of several the one beside the highest post id
    stays. `finish` may add what the file's name or other cells say.
    """
    wanted = [frozenset(map(plain, item.split("|"))) for item in telling]
    barred = frozenset(map(plain, without))

    def sniff(export: Export) -> bool:
        found = export.look.columns if export.single else frozenset()
        if not all(found & names for names in wanted) or found & barred:
            return False
        return not only or len(found) == len(wanted)

    def read(export: Export) -> Tables:
        _refuse_other(export, wanted)
        tables = Tables(name, escaped=escaped, timeline=timeline, trust=trust)
        tables.dialogue = dialogue
        fill(tables, export, columns, table, authors)
        if finish is not None:
            finish(tables, export)
        return tables

    return Reader(name, title, sniff, read)


def fill(
    tables: Tables,
    export: Export,
    columns: Mapping[str, Column],
    table: str = "posts",
    authors: Mapping[str, Column] | None = None,
) -> None:
    """Add the rows of a flat table to ours, renamed and turned, and their authors."""
    books, people = Books(), Authors()
    rows: list[dict[str, object]] = []
    for batch in batches(export, books):
        found = _renamed(batch, columns)
        if table == "posts":
            tables.posts.extend(export.name, batch.numbers, found)
            _note(people, batch, authors or {}, found.get("post_id"))
        else:
            size = len(batch.numbers)
            rows += [
                {name: column[row] for name, column in found.items()} for row in range(size)
            ]
    people.enter(tables)
    tables.files.append(books.file(table))
    tables.remarks += books.remarks
    if table == "posts":
        tables.quarantined += books.quarantined
        return
    tables.others[table] = rows
    if books.quarantined:
        lost = len(books.quarantined)
        tables.remarks.append(unread(export.name, table, lost))


def _renamed(batch: Batch, columns: Mapping[str, Column]) -> dict[str, list[object]]:
    size = len(batch.numbers)
    found = {ours: column.column(batch.cells, size) for ours, column in columns.items()}
    return {ours: column for ours, column in found.items() if column is not None}


def _note(
    people: Authors,
    batch: Batch,
    authors: Mapping[str, Column],
    ids: Sequence[object] | None,
) -> None:
    """Keep what the rows of a batch say of their authors, each at the highest post id."""
    named = {name: authors[name] for name in ("user_id", "handle") if name in authors}
    ranks = ids or [None] * len(batch.numbers)
    newest: dict[object, tuple[int, str, int]] = {}
    for row, who in enumerate(zip(*_renamed(batch, named).values(), strict=True)):
        rank = str(ranks[row] or "")
        place = (len(rank), rank, row)
        newest[who] = max(newest.get(who, place), place)
    rows = [row for *_, row in newest.values()]
    kept = {name: [column[row] for row in rows] for name, column in batch.cells.items()}
    facts = _renamed(Batch([batch.numbers[row] for row in rows], kept), authors)
    for row, said in zip(rows, zip(*facts.values(), strict=True), strict=True):
        people.note(dict(zip(facts, said, strict=True)), ranks[row])


def _refuse_other(export: Export, wanted: Sequence[frozenset[str]]) -> None:
    """ReadError if columns are missing, naming them: somebody forced the format."""
    found = export.look.columns if export.single else frozenset()
    missing = [min(names) for names in wanted if not found & names]
    if missing:
        problem = f"it has no column {', '.join(missing)}"
        raise ReadError(export.name, problem, "leave out --from, or name another format")
