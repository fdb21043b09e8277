"""Tables of posts of many accounts, split by author in one pass over their rows."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from acctaudit.errors import InputError
from acctaudit.model.packed import Packed
from acctaudit.model.tables import PACKED, PostTable
from acctaudit.say import marked, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from acctaudit.model.tables import Tables

_ONLY_OWN = marked(
    "split by author: what others wrote to this account was not looked for in the table"
)


@dataclass
class Author:
    """One account in the tables: how it is called there, and what is its own."""

    key: str
    """User id, or the handle with @ in lower case where there is no id."""
    handle: str | None = None
    """As its rows or its profile spell it most often, the first in order if several do."""
    tables: list[Tables] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The handle, or else the id."""
        return self.handle or self.key.removeprefix("@")


def authors(tables: Sequence[Tables]) -> tuple[list[Author], list[str]]:
    """Every author with its own part of each table, by name; and what was left aside.

    InputError if no row says whose it is. Rows that could not be read belong to nobody, so
    they are counted in the remarks and not in any account.
    """
    ids = _ids(tables)
    found: dict[str, Author] = {}
    spelled: dict[str, Counter[str]] = {}
    aside: list[str] = []
    for table in sorted(tables, key=lambda table: table.name):
        if len(table.posts):
            aside += _split(table, ids, found, spelled)
        else:
            aside += _described(table, ids, found, spelled)
    if not found:
        raise InputError(
            "no row of these tables says whose it is, so they cannot be split; leave out"
            " --each-author"
        )
    for key, author in found.items():
        counts = spelled.get(key, Counter())
        author.handle = min(counts, key=lambda name: (-counts[name], name), default=None)
    return sorted(found.values(), key=lambda a: (a.name.casefold(), a.key)), aside


def _split(
    table: Tables,
    ids: Mapping[str, str],
    found: dict[str, Author],
    spelled: dict[str, Counter[str]],
) -> list[str]:
    """Give each author its rows of a table; what is left aside is said."""
    owner = _key(table.profile.get("user_id"), table.profile.get("handle"), ids)
    places = _places(table, owner, ids, spelled)
    nobody = len(places.pop("", ()))
    facts = {
        _key(one.get("user_id"), one.get("handle"), ids): {known: one}
        for known, one in table.authors.items()
    }
    columns = {name: list(column) for name, column in table.posts.columns.items()}
    for key, rows in places.items():
        part = _part(table, columns, rows, facts.get(key, {}))
        if key == owner:
            part = replace(part, profile=table.profile, others=table.others)
        found.setdefault(key, Author(key)).tables.append(part)
    lost = {"rows without an author": nobody, "rows of no use": len(table.quarantined)}
    return [f"{table.name}: {what}: {n}" for what, n in lost.items() if n]


def _described(
    table: Tables,
    ids: Mapping[str, str],
    found: dict[str, Author],
    spelled: dict[str, Counter[str]],
) -> list[str]:
    """Give each author what a table without posts says of it."""
    for known, facts in table.authors.items():
        key = _key(facts.get("user_id"), facts.get("handle"), ids) or known
        part = replace(table, profile=facts, authors={}, others={})
        found.setdefault(key, Author(key)).tables.append(part)
        if facts.get("handle"):
            spelled.setdefault(key, Counter()).setdefault(str(facts["handle"]), 0)
    return [] if table.authors else [f"{table.name}: neither posts nor profiles in it"]


def _ids(tables: Sequence[Tables]) -> dict[str, str]:
    """User id of each handle (lower case), as rows and profiles pair them."""
    ids: dict[str, str] = {}
    for table in tables:
        columns = table.posts.columns
        pairs = zip(
            columns.get("author_id", ()), columns.get("author_handle", ()), strict=False
        )
        for user, handle in set(pairs):
            if user and handle:
                name = str(handle).casefold()
                ids[name] = min(str(user), ids.get(name, str(user)))
        for facts in table.authors.values():
            if facts.get("user_id") and facts.get("handle"):
                ids.setdefault(str(facts["handle"]).casefold(), str(facts["user_id"]))
    return ids


def _key(user: object, handle: object, ids: Mapping[str, str]) -> str:
    """What tells an author from others; empty if nothing does."""
    if user:
        return str(user)
    if not handle:
        return ""
    name = str(handle).casefold().removeprefix("@")
    return ids.get(name) or f"@{name}"


def _places(
    table: Tables, owner: str, ids: Mapping[str, str], spelled: dict[str, Counter[str]]
) -> dict[str, list[int]]:
    """The rows of each author, by their places in the table.

    Rows that name nobody are those of `owner`, whose table it is; it may be empty.
    """
    nothing: list[object] = [None] * len(table.posts)
    users = table.posts.columns.get("author_id") or nothing
    handles = table.posts.columns.get("author_handle") or nothing
    keys: dict[tuple[object, object], str] = {}
    places: dict[str, list[int]] = {}
    for place, pair in enumerate(zip(users, handles, strict=True)):
        if pair not in keys:
            keys[pair] = _key(*pair, ids) or owner
        places.setdefault(keys[pair], []).append(place)
        if pair[1]:
            spelled.setdefault(keys[pair], Counter())[str(pair[1])] += 1
    return places


def _part(
    table: Tables,
    columns: Mapping[str, list[object]],
    places: Sequence[int],
    facts: dict[str, dict[str, object]],
) -> Tables:
    """The table with these rows alone."""
    posts = PostTable(
        {name: _chosen(column, places, name) for name, column in columns.items()},
        [table.posts.file[place] for place in places],
        array("q", [table.posts.row[place] for place in places]),
    )
    remarks = [*table.remarks, *([say(_ONLY_OWN)] if table.dialogue else [])]
    return replace(
        table,
        posts=posts,
        profile={},
        authors=facts,
        others={},
        quarantined=[],
        remarks=remarks,
        dialogue=False,
    )


def _chosen(
    column: list[object], places: Sequence[int], name: str
) -> list[object] | Packed:
    cells = [column[place] for place in places]
    return Packed(cells) if name in PACKED else cells
