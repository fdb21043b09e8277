"""FiveThirtyEight's replies, reposts and likes of politicians' posts (the *ratio*), CSV.

Times are to the minute and name no zone. A repost is told by its text; no column says
which posts are replies.
"""

from __future__ import annotations

from acctaudit.readers import cells
from acctaudit.readers.declared import one, table_reader
from acctaudit.readers.reposts import is_repost, own_reactions

READER = table_reader(
    "tweet-ratios",
    "FiveThirtyEight, the ratio of politicians' tweets (CSV)",
    telling=("created_at", "text", "url", "replies", "retweets", "favorites", "user"),
    columns={
        "post_id": one(cells.id_in, "url"),
        "created_at": one(cells.us_time, "created_at"),
        "text": one(cells.text, "text"),
        "author_handle": one(cells.handle, "user"),
        "is_repost": one(is_repost, "text"),
        "likes": one(cells.number, "favorites"),
        "reposts": one(cells.number, "retweets"),
        "replies": one(cells.number, "replies"),
    },
    finish=own_reactions,
)
