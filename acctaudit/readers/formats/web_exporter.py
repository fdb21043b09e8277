"""twitter-web-exporter, the userscript: posts as CSV or JSON.

Of a reply only the post answered is named. In the CSV the breaks of a text are written as
a backslash and an n.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.model.packed import Packed
from acctaudit.readers import cells
from acctaudit.readers.base import PAGE
from acctaudit.readers.declared import (
    answers,
    ident,
    one,
    passes_on,
    quotes,
    table_reader,
)
from acctaudit.readers.reposts import own_reactions

if TYPE_CHECKING:
    from acctaudit.model.tables import Tables
    from acctaudit.readers.source import Export


def _pictures(cell: object) -> int | None:
    found = cells.json_list(cell)
    return len(found) if found or not cells.is_missing(cell) else None


def line_breaks(tables: Tables, export: Export) -> None:
    """Undo what the CSV did to breaks of lines."""
    own_reactions(tables, export)
    if export.look.start not in {"{", "["}:
        texts = tables.posts.columns.get("text", ())
        tables.posts.columns["text"] = Packed(
            text and str(text).replace("\\n", "\n") for text in texts
        )


READER = table_reader(
    "web-exporter",
    "twitter-web-exporter, posts (CSV or JSON)",
    telling=("id", "full_text", "screen_name", "in_reply_to", "retweeted_status"),
    trust=PAGE,
    columns={
        **ident("id", link="url"),
        "created_at": one(cells.when, "created_at"),
        "text": one(cells.text, "full_text"),
        "author_id": one(cells.user_id, "user_id"),
        "author_handle": one(cells.handle, "screen_name"),
        **passes_on("retweeted_status"),
        **answers("in_reply_to"),
        **quotes("quoted_status"),
        "likes": one(cells.number, "favorite_count"),
        "reposts": one(cells.number, "retweet_count"),
        "replies": one(cells.number, "reply_count"),
        "quotes": one(cells.number, "quote_count"),
        "bookmarks": one(cells.number, "bookmark_count"),
        "impressions": one(cells.number, "views_count"),
        "media": one(_pictures, "media"),
    },
    authors={
        "user_id": one(cells.user_id, "user_id"),
        "handle": one(cells.handle, "screen_name"),
        "name": one(cells.said, "name"),
        "avatar_url": one(cells.word, "profile_image_url"),
    },
    finish=line_breaks,
)
