"""rtweet, the R package, up to version 0.7: CSV as `write_as_csv` saves it.

Ids have an x before them, lists are joined by spaces, and times are in UTC without saying
so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.readers import cells
from acctaudit.readers.declared import answers, ident, joined, one, table_reader
from acctaudit.readers.people import is_default
from acctaudit.readers.reposts import own_reactions

if TYPE_CHECKING:
    from acctaudit.model.tables import Link, Mention


def _list(cell: object) -> list[str]:
    return [] if cells.is_missing(cell) else str(cell).split()


def _links(short: object, whole: object) -> list[Link]:
    targets, written = _list(whole), _list(short)
    if len(written) != len(targets):
        written = targets
    return list(zip(written, targets, strict=True))


def _mentions(handles: object, users: object) -> list[Mention]:
    names, ids = _list(handles), [cells.user_id(user) for user in _list(users)]
    if len(ids) != len(names):
        return [(name, None) for name in names]
    return list(zip(names, ids, strict=True))


def _media(all_of_it: object, first: object) -> int:
    return len(_list(all_of_it) or _list(first))


READER = table_reader(
    "rtweet",
    "rtweet (CSV of R's write_as_csv)",
    telling=("status_id", "screen_name", "is_retweet", "reply_to_status_id"),
    columns={
        **ident("status_id", link="status_url"),
        "created_at": one(cells.utc, "created_at"),
        "text": one(cells.text, "text"),
        "lang": one(cells.word, "lang"),
        "source": one(cells.word, "source"),
        "author_id": one(cells.user_id, "user_id"),
        "author_handle": one(cells.handle, "screen_name"),
        "is_repost": one(lambda cell: cells.flag(cell) is True, "is_retweet"),
        "repost_of_id": one(cells.reference, "retweet_status_id"),
        **answers("reply_to_status_id"),
        "in_reply_to_user_id": one(cells.user_id, "reply_to_user_id"),
        "in_reply_to_handle": one(cells.handle, "reply_to_screen_name"),
        "is_quote": one(cells.flag, "is_quote"),
        "quote_of_id": one(cells.reference, "quoted_status_id"),
        "likes": one(cells.number, "favorite_count"),
        "reposts": one(cells.number, "retweet_count"),
        "media": joined(_media, "ext_media_url", "media_url"),
        "links": joined(_links, "urls_t.co", "urls_expanded_url"),
        "hashtags": one(_list, "hashtags"),
        "mentions": joined(_mentions, "mentions_screen_name", "mentions_user_id"),
    },
    authors={
        "user_id": one(cells.user_id, "user_id"),
        "handle": one(cells.handle, "screen_name"),
        "name": one(cells.said, "name"),
        "bio": one(cells.said, "description"),
        "location": one(cells.said, "location"),
        "url": one(cells.said, "profile_url", "url"),
        "url_expanded": one(cells.word, "profile_expanded_url"),
        "avatar_url": one(cells.word, "profile_image_url"),
        "banner_url": one(cells.word, "profile_banner_url"),
        "default_avatar": one(
            lambda cell: is_default(cells.word(cell)), "profile_image_url"
        ),
        "created_at": one(cells.utc, "account_created_at"),
        "verified": one(cells.flag, "verified"),
        "protected": one(cells.flag, "protected"),
        "followers": one(cells.count, "followers_count"),
        "following": one(cells.count, "friends_count"),
        "listed": one(cells.count, "listed_count"),
        "posts_total": one(cells.count, "statuses_count"),
    },
    finish=own_reactions,
)
