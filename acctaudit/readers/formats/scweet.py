"""Scweet 4 and later: CSV, or JSON with the author as an object.

A repost is told by its text, as no column says it. What the page sent may stand whole in
the JSON (`raw`); only then it is known which posts are replies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.readers import cells
from acctaudit.readers.declared import From, ident, one, table_reader
from acctaudit.readers.reposts import is_repost, own_reactions

if TYPE_CHECKING:
    from collections.abc import Callable


def _of_raw(key: str, convert: Callable[[object], object]) -> From:
    """A field of the post as the page sent it."""
    return one(
        lambda post: convert(post.get(key)) if isinstance(post, dict) else None,
        "raw.legacy",
    )


READER = table_reader(
    "scweet",
    "Scweet 4 and later (CSV or JSON)",
    telling=("tweet_id", "timestamp", "text", "likes", "comments", "tweet_url"),
    columns={
        **ident("tweet_id", link="tweet_url"),
        "created_at": one(cells.when, "timestamp"),
        "text": one(cells.text, "text"),
        "author_handle": one(cells.handle, "user_screen_name", "user.screen_name"),
        "is_repost": one(is_repost, "text"),
        "in_reply_to_post_id": _of_raw("in_reply_to_status_id_str", cells.reference),
        "in_reply_to_user_id": _of_raw("in_reply_to_user_id_str", cells.user_id),
        "in_reply_to_handle": _of_raw("in_reply_to_screen_name", cells.handle),
        "quote_of_id": _of_raw("quoted_status_id_str", cells.reference),
        "likes": one(cells.number, "likes"),
        "reposts": one(cells.number, "retweets"),
        "replies": one(cells.number, "comments"),
    },
    finish=own_reactions,
)
