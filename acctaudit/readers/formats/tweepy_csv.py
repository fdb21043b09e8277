"""The table that tutorials on tweepy write: id, time and text of each post, no more.

It does not say which posts are replies. The time names no zone; the id has it as well.
"""

from __future__ import annotations

from acctaudit.readers import cells
from acctaudit.readers.declared import ident, one, table_reader
from acctaudit.readers.reposts import is_repost

READER = table_reader(
    "tweepy-csv",
    "tweepy tutorials (CSV of exactly id, created_at, text)",
    telling=("id", "created_at", "text"),
    only=True,
    columns={
        **ident("id"),
        "created_at": one(cells.when, "created_at"),
        "text": one(cells.text, "text"),
        "is_repost": one(lambda cell: is_repost(cells.text(cell)), "text"),
    },
)
