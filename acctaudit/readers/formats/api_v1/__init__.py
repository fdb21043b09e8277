"""API v1.1: statuses as a list, lines, a search answer or a dictionary; people and ids.

twarc 1 and tweepy write these objects as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from acctaudit.errors import ReadError
from acctaudit.model.tables import Tables
from acctaudit.readers.base import Reader
from acctaudit.readers.decode import Layout, read_records
from acctaudit.readers.foreign import REMEDY, refuse_foreign
from acctaudit.readers.formats.api_v1.columns import columns, facts, is_cut
from acctaudit.readers.formats.api_v1.rows import FollowerId, Status, User
from acctaudit.readers.people import Authors, enter_people
from acctaudit.readers.records import elements, fields
from acctaudit.say import say
from acctaudit.words import number

if TYPE_CHECKING:
    from acctaudit.readers.decode import Unpack
    from acctaudit.readers.entities import Memo
    from acctaudit.readers.people import Facts
    from acctaudit.readers.source import Export

POSTS = Layout(Status, ("_json",))
PEOPLE = Layout(User, (), "people")


def sniff(export: Export) -> bool:
    """Whether the first record is a status, a list of people or of ids, of API v1.1."""
    if not export.single or export.look.start not in {"{", "["}:
        return False
    return _where(export) is not None


def _where(export: Export) -> str | None:
    """In which key of the first record the rows stand; "" for rows themselves, `*` for each
    value of a dictionary; None where it is no file of this format.
    """
    look = export.look
    for before, where in (("", ""), ("_json.", ""), ("statuses.", "statuses")):
        if _is_status(export, before):
            return where
    if look.has("users.screen_name") or look.has(
        "id_str", "screen_name", "followers_count"
    ):
        return "users" if look.has("users") else ""
    if look.has("ids", "next_cursor"):
        return "ids"
    first = min((path[0] for path in look.paths), default="")
    keys = [path[0] for path in look.paths if len(path) == 1]
    return "*" if first and any(_is_status_at(export, key) for key in keys) else None


def _is_status(export: Export, before: str) -> bool:
    names = [
        f"{before}{name}" for name in ("id_str", "created_at", "retweet_count", "user")
    ]
    has = export.look.has
    return has(*names) and (has(f"{before}text") or has(f"{before}full_text"))


def _is_status_at(export: Export, key: str) -> bool:
    paths = export.look.paths
    return {(key, "id_str"), (key, "created_at"), (key, "user")} <= paths


def read(export: Export) -> Tables:
    """Posts, with their authors as they were then; or a list of people."""
    if not sniff(export):
        raise ReadError(export.name, "it holds no posts or people of API v1.1", REMEDY)
    tables = Tables("api-v1", timeline="recent")
    where = _where(export)
    unpack = _unpacking(where or "")
    people = export.look.has("users.screen_name") or export.look.has(
        "id_str", "screen_name", "followers_count"
    )
    if where == "ids":
        _ids(tables, export)
    elif people:
        _people(tables, export, unpack)
    else:
        _posts(tables, export, unpack)
    refuse_foreign(tables, export, "posts or people of API v1.1")
    return tables


def _unpacking(where: str) -> Unpack | None:
    if not where:
        return None
    if where == "*":
        return lambda raw: list(fields(raw).values())
    return lambda raw: elements(fields(raw)[where])


def _posts(tables: Tables, export: Export, unpack: Unpack | None) -> None:
    authors = Authors()
    memo: Memo = {}
    cut = 0
    for batch in read_records(tables, export, POSTS, unpack):
        tables.posts.extend(batch.file, batch.numbers, columns(batch.rows, memo))
        for row in batch.rows:
            cut += is_cut(row)
            if row.user is not None:
                authors.note(facts(row.user), row.id_str)
    authors.enter(tables)
    if cut:
        tables.remarks.append(
            say(
                "{file}: posts of which the API gave only the first 140 characters; what"
                " stood behind, links above all, is not counted: {posts}",
                file=export.name,
                posts=number(cut),
            )
        )


def _people(tables: Tables, export: Export, unpack: Unpack | None) -> None:
    found: list[Facts] = []
    for batch in read_records(tables, export, PEOPLE, unpack):
        found += map(facts, batch.rows)
        last = [row.status.created_at if row.status else None for row in batch.rows]
        seen = len(found) - len(last)
        for facts_of, when in zip(found[seen:], last, strict=True):
            facts_of["last_post_at"] = when
    enter_people(tables, export.name, found)


def _ids(tables: Tables, export: Export) -> None:
    def unpack(raw: msgspec.Raw) -> list[msgspec.Raw]:
        return [
            msgspec.Raw(b'{"id": %s}' % bytes(item))
            for item in elements(fields(raw)["ids"])
        ]

    found: list[Facts] = []
    for batch in read_records(tables, export, Layout(FollowerId, (), "people"), unpack):
        found += [{"user_id": row.id} for row in batch.rows]
    enter_people(tables, export.name, found)


READER = Reader(
    "api-v1", "API v1.1 (statuses, twarc 1, tweepy; followers and ids)", sniff, read
)
