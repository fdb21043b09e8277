"""Trump Twitter Archive, second version: CSV or JSON of all posts, deleted ones included.

Times are in UTC without saying so: those of the first version, which say it, are the same.
No column says which posts are replies.
"""

from __future__ import annotations

from acctaudit.readers import cells
from acctaudit.readers.declared import ident, one, table_reader
from acctaudit.readers.reposts import own_reactions

READER = table_reader(
    "trump-archive-2",
    "Trump Twitter Archive, second version (CSV or JSON)",
    telling=("id", "text", "isretweet", "isdeleted", "device", "favorites", "date"),
    timeline="complete",
    columns={
        **ident("id"),
        "created_at": one(cells.utc, "date"),
        "text": one(cells.text, "text"),
        "source": one(cells.word, "device"),
        "is_repost": one(lambda cell: cells.flag(cell) is True, "isretweet"),
        "likes": one(cells.number, "favorites"),
        "reposts": one(cells.number, "retweets"),
    },
    finish=own_reactions,
)
