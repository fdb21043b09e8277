"""FiveThirtyEight's posts of the Internet Research Agency: many accounts, CSV.

Times name no zone. Of the ids of accounts only `alt_external_id` is whole. The text of a
repost is the original's, without `RT @`; no column says which posts are replies.
"""

from __future__ import annotations

from acctaudit.readers import cells
from acctaudit.readers.declared import ident, joined, one, table_reader


def _kind(cell: object) -> str:
    return str(cell).strip().upper()


def _quoted(kind: object, post: object, *links: object) -> str | None:
    """The post that the first link to another post leads to, where the row quotes one."""
    if _kind(kind) != "QUOTE_TWEET":
        return None
    no_other = {None, cells.ident(post).digits}
    return next((to for to in map(cells.id_in, links) if to not in no_other), None)


READER = table_reader(
    "troll-tweets",
    "FiveThirtyEight, Russian troll tweets (CSV), one account of it with --account",
    telling=("external_author_id", "author", "content", "publish_date", "tweet_id"),
    columns={
        **ident("tweet_id", link="article_url"),
        "created_at": one(cells.us_time, "publish_date"),
        "text": one(cells.text, "content"),
        "author_id": one(cells.user_id, "alt_external_id"),
        "author_handle": one(cells.handle, "author"),
        "is_repost": joined(
            lambda retweet, kind: cells.flag(retweet) is True or _kind(kind) == "RETWEET",
            "retweet",
            "post_type",
        ),
        "is_quote": one(lambda cell: _kind(cell) == "QUOTE_TWEET", "post_type"),
        "quote_of_id": joined(
            _quoted, "post_type", "tweet_id", "tco1_step1", "tco2_step1", "tco3_step1"
        ),
    },
    authors={
        "user_id": one(cells.user_id, "alt_external_id"),
        "handle": one(cells.handle, "author"),
        "followers": one(cells.count, "followers"),
        "following": one(cells.count, "following"),
        "posts_total": one(cells.count, "updates"),
    },
)
