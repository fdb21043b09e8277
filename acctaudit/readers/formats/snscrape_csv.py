"""snscrape, saved as CSV with pandas: `Datetime, Tweet Id, Text, Username` and more.

Only what its makers chose to keep is there, under names that vary. A search gives no
reposts, and no column says which posts are replies.
"""

from __future__ import annotations

from acctaudit.readers import cells
from acctaudit.readers.declared import ident, one, table_reader

READER = table_reader(
    "snscrape-csv",
    "snscrape, saved as CSV with pandas (Datetime, Tweet Id, Text, Username)",
    telling=("datetime", "tweet id", "text"),
    columns={
        **ident("tweet id", link="url"),
        "created_at": one(cells.when, "datetime"),
        "text": one(cells.text, "text"),
        "author_handle": one(cells.handle, "username"),
        "lang": one(cells.word, "language", "lang"),
        "likes": one(cells.number, "like count", "likecount", "likes"),
        "reposts": one(cells.number, "retweet count", "retweetcount", "retweets"),
        "replies": one(cells.number, "reply count", "replycount", "replies"),
        "quotes": one(cells.number, "quote count", "quotecount", "quotes"),
    },
)
