"""t, the command line client: people who follow or are followed, as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.readers import cells
from acctaudit.readers.declared import one, table_reader
from acctaudit.readers.people import enter_people

if TYPE_CHECKING:
    from acctaudit.model.tables import Tables
    from acctaudit.readers.source import Export


def people(tables: Tables, export: Export) -> None:
    """Followers or followed, by what the file is called."""
    enter_people(tables, export.name, tables.others.pop("people"))


READER = table_reader(
    "t-cli-users",
    "t, the command line client: people (t followers --csv)",
    telling=("id", "since", "last tweeted at", "tweets", "followers", "screen name"),
    table="people",
    escaped=False,
    columns={
        "user_id": one(cells.user_id, "id"),
        "handle": one(cells.handle, "screen name"),
        "created_at": one(cells.when, "since"),
        "bio": one(cells.said, "bio"),
        "location": one(cells.said, "location"),
        "url": one(cells.said, "url"),
        "followers": one(cells.count, "followers"),
        "following": one(cells.count, "following"),
        "listed": one(cells.count, "listed"),
        "posts_total": one(cells.count, "tweets"),
    },
    finish=people,
)
