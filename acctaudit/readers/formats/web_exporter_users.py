"""twitter-web-exporter, the userscript: people who follow or are followed, CSV or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.readers import cells
from acctaudit.readers.base import PAGE
from acctaudit.readers.declared import one, table_reader
from acctaudit.readers.people import enter_people, is_default

if TYPE_CHECKING:
    from acctaudit.model.tables import Tables
    from acctaudit.readers.source import Export


def people(tables: Tables, export: Export) -> None:
    """Followers or followed, by what the file is called."""
    enter_people(tables, export.name, tables.others.pop("people"))


READER = table_reader(
    "web-exporter-users",
    "twitter-web-exporter, followers or followed (CSV or JSON)",
    telling=("id", "screen_name", "friends_count", "statuses_count", "is_blue_verified"),
    trust=PAGE,
    table="people",
    columns={
        "user_id": one(cells.user_id, "id"),
        "handle": one(cells.handle, "screen_name"),
        "created_at": one(cells.when, "created_at"),
        "bio": one(cells.said, "description"),
        "location": one(cells.said, "location"),
        "url": one(cells.said, "website"),
        "followers": one(cells.count, "followers_count"),
        "following": one(cells.count, "friends_count"),
        "listed": one(cells.count, "listed_count"),
        "posts_total": one(cells.count, "statuses_count"),
        "default_avatar": one(
            lambda cell: is_default(cells.word(cell)), "profile_image_url"
        ),
    },
    finish=people,
)
