"""API v2: pages as the platform sends them, one page a line (twarc2), or one post a line.

Posts in `includes` are those of others, to which the account's own refer. They are never
counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.errors import ReadError
from acctaudit.model.tables import Tables
from acctaudit.readers.base import Reader
from acctaudit.readers.decode import Layout, read_records
from acctaudit.readers.foreign import REMEDY, refuse_foreign
from acctaudit.readers.formats.api_v2.columns import columns, facts, settle
from acctaudit.readers.formats.api_v2.rows import Includes, Post, Retrieved, User
from acctaudit.readers.mend import decoded_value
from acctaudit.readers.people import Authors, enter_people
from acctaudit.readers.records import NO_ROWS, NOTHING, elements, fields

if TYPE_CHECKING:
    import msgspec

    from acctaudit.readers.decode import Unpack
    from acctaudit.readers.entities import Memo
    from acctaudit.readers.people import Facts
    from acctaudit.readers.source import Export

POSTS = Layout(Post)
PEOPLE = Layout(User, (), "people")


def sniff(export: Export) -> bool:
    """Whether the first record is a page, a post or a person of API v2."""
    if not export.single:
        return False
    look = export.look
    return _is_page(export) or look.has("users.username") or _is_flat(export)


def _is_page(export: Export) -> bool:
    has = export.look.has
    return (has("data.id") and (has("data.text") or has("data.username"))) or has(
        "meta.result_count"
    )


def _is_flat(export: Export) -> bool:
    has = export.look.has
    post = has("id", "text") and not has("id_str") and not has("screen_name")
    asked = any(
        map(has, ("author_id", "edit_history_tweet_ids", "public_metrics.like_count"))
    )
    return (post and asked) or has("id", "username", "public_metrics.followers_count")


def read(export: Export) -> Tables:
    """Posts, with what the pages say of their authors; or a list of people."""
    if not sniff(export):
        raise ReadError(export.name, "it holds no posts or people of API v2", REMEDY)
    tables = Tables("api-v2", timeline="recent")
    pages = _Pages()
    unpack = pages.rows if _is_page(export) or export.look.has("users.username") else None
    has = export.look.has
    if has("data.username") or (has("id", "username") and not has("id", "text")):
        _people(tables, export, pages, unpack)
    else:
        _posts(tables, export, pages, unpack)
    pages.authors.enter(tables)
    tables.observed = max(pages.retrieved, default=None)
    refuse_foreign(tables, export, "posts or people of API v2")
    return tables


class _Pages:
    """Takes pages apart, and remembers who is described on them and when they were sent."""

    def __init__(self) -> None:
        self.authors = Authors()
        self.retrieved: set[str] = set()

    def rows(self, raw: msgspec.Raw) -> list[msgspec.Raw]:
        """The posts or people of a page."""
        page = fields(raw)
        self._note(decoded_value(page.get("includes", NOTHING), Includes))
        self._note(Includes(decoded_value(page.get("users", NO_ROWS), tuple[User, ...])))
        told = decoded_value(page.get("__twarc", NOTHING), Retrieved)
        if told.retrieved_at:
            self.retrieved.add(told.retrieved_at)
        return elements(page.get("data", NO_ROWS))

    def _note(self, includes: Includes) -> None:
        for user in includes.users:
            self.authors.note(facts(user))


def _posts(tables: Tables, export: Export, pages: _Pages, unpack: Unpack | None) -> None:
    memo: Memo = {}
    for batch in read_records(tables, export, POSTS, unpack):
        tables.posts.extend(batch.file, batch.numbers, columns(batch.rows, memo))
        for row in batch.rows:
            if row.author is not None:
                pages.authors.note(facts(row.author), row.id)
            if row.retrieved and row.retrieved.retrieved_at:
                pages.retrieved.add(row.retrieved.retrieved_at)
    settle(tables.posts)


def _people(tables: Tables, export: Export, pages: _Pages, unpack: Unpack | None) -> None:
    found: list[Facts] = []
    for batch in read_records(tables, export, PEOPLE, unpack):
        found += map(facts, batch.rows)
    if len(found) == 1 and "follow" not in export.name.casefold():
        pages.authors.note(found[0])
        tables.profile |= found[0]
    else:
        enter_people(tables, export.name, found)


READER = Reader("api-v2", "API v2 (pages, twarc2, flatten, academictwitteR)", sniff, read)
