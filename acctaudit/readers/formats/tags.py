"""TAGS, the Google Sheet that collects a search: many accounts, CSV.

The sheet often rounds the ids of posts; their addresses still have them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from acctaudit.readers import cells
from acctaudit.readers.declared import From, answers, ident, one, table_reader
from acctaudit.readers.entities import Entities, entity_columns
from acctaudit.readers.people import is_default
from acctaudit.readers.reposts import is_repost

if TYPE_CHECKING:
    from collections.abc import Callable


def _entities(cell: object) -> Entities | None:
    """What the platform found in the text; None if the cell is cut or empty."""
    if not isinstance(cell, str):
        return None
    try:
        return msgspec.json.decode(cell, type=Entities)
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        return None


def _found(take: Callable[[Entities], object]) -> From:
    def convert(cell: object) -> object:
        found = _entities(cell)
        return None if found is None else take(found)

    return one(convert, "entities_str")


READER = table_reader(
    "tags",
    "TAGS (Google Sheet, as CSV), one account of it with --account",
    telling=("id_str", "from_user", "text", "status_url", "entities_str"),
    timeline="sample",
    columns={
        **ident("id_str", link="status_url"),
        "created_at": one(cells.when, "created_at"),
        "text": one(cells.text, "text"),
        "source": one(cells.word, "source"),
        "author_id": one(cells.user_id, "from_user_id_str"),
        "author_handle": one(cells.handle, "from_user"),
        "is_repost": one(is_repost, "text"),
        **answers("in_reply_to_status_id_str"),
        "in_reply_to_user_id": one(cells.user_id, "in_reply_to_user_id_str"),
        "in_reply_to_handle": one(cells.handle, "in_reply_to_screen_name"),
        "media": _found(lambda found: len(found.media)),
        "links": _found(lambda found: entity_columns([found], {})["links"][0]),
        "hashtags": _found(lambda found: entity_columns([found], {})["hashtags"][0]),
        "mentions": _found(lambda found: entity_columns([found], {})["mentions"][0]),
    },
    authors={
        "user_id": one(cells.user_id, "from_user_id_str"),
        "handle": one(cells.handle, "from_user"),
        "location": one(cells.said, "user_location"),
        "avatar_url": one(cells.word, "profile_image_url"),
        "default_avatar": one(
            lambda cell: is_default(cells.word(cell)), "profile_image_url"
        ),
        "verified": one(cells.flag, "user_verified"),
        "followers": one(cells.count, "user_followers_count"),
        "following": one(cells.count, "user_friends_count"),
    },
)
