"""CSV of twarc 1 (`json2csv`): API v1.1 with chosen columns, links expanded.

In rows of reposts the text and the likes are those of the original.
"""

from __future__ import annotations

from typing import Any

from acctaudit.readers import cells
from acctaudit.readers.declared import answers, ident, joined, one, table_reader
from acctaudit.readers.reposts import own_reactions

_REFERRED = ("tweet_type", "retweet_or_quote_id", "reweet_or_quote_id")
"""The last is how some versions misspell it."""


def _is_repost(kind: object) -> bool:
    return kind == "retweet"


def _repost_of(kind: Any, *ids: Any) -> object:
    return next(filter(None, map(cells.reference, ids)), None) if _is_repost(kind) else None


def _quote_of(kind: Any, *ids: Any) -> object:
    return _repost_of("retweet", *ids) if not _is_repost(kind) else None


def _words(cell: Any) -> list[str]:
    """Hashtags, links or pictures, one after the other."""
    return str(cell or "").split()


def _passed_on(kind: Any, handle: Any, user: Any) -> object:
    """Whom a repost passes on; other mentions stand in the text."""
    name = cells.handle(handle)
    return [(name, cells.user_id(user))] if _is_repost(kind) and name else None


READER = table_reader(
    "twarc1-csv",
    "twarc 1 CSV (json2csv)",
    telling=("id", "tweet_type", "parsed_created_at", "user_screen_name"),
    columns={
        **ident("id", link="tweet_url"),
        "created_at": one(cells.when, "created_at", "parsed_created_at"),
        "text": one(cells.text, "text"),
        "lang": one(cells.word, "lang"),
        "source": one(cells.word, "source"),
        "author_id": one(cells.user_id, "user_id"),
        "author_handle": one(cells.handle, "user_screen_name"),
        "is_repost": one(_is_repost, "tweet_type"),
        "repost_of_id": joined(_repost_of, *_REFERRED),
        "quote_of_id": joined(_quote_of, *_REFERRED),
        **answers("in_reply_to_status_id"),
        "in_reply_to_user_id": one(cells.user_id, "in_reply_to_user_id"),
        "in_reply_to_handle": one(cells.handle, "in_reply_to_screen_name"),
        "likes": one(cells.number, "favorite_count"),
        "reposts": one(cells.number, "retweet_count"),
        "media": one(lambda cell: len(_words(cell)), "media"),
        "links": one(lambda cell: [(link, link) for link in _words(cell)], "urls"),
        "hashtags": one(_words, "hashtags"),
        "mentions": joined(
            _passed_on,
            "tweet_type",
            "retweet_or_quote_screen_name",
            "retweet_or_quote_user_id",
        ),
    },
    authors={
        "user_id": one(cells.user_id, "user_id"),
        "handle": one(cells.handle, "user_screen_name"),
        "name": one(cells.said, "user_name"),
        "bio": one(cells.said, "user_description"),
        "location": one(cells.said, "user_location"),
        "url": one(cells.said, "user_urls"),
        "url_expanded": one(cells.said, "user_urls"),
        "default_avatar": one(cells.flag, "user_default_profile_image"),
        "verified": one(cells.flag, "user_verified"),
        "created_at": one(cells.when, "user_created_at"),
        "followers": one(cells.count, "user_followers_count"),
        "following": one(cells.count, "user_friends_count"),
        "listed": one(cells.count, "user_listed_count"),
        "posts_total": one(cells.count, "user_statuses_count"),
    },
    finish=own_reactions,
)
