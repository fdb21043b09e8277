"""Posts and people of API v1.1 in our columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from acctaudit.readers.entities import Entities, entity_columns

if TYPE_CHECKING:
    from acctaudit.readers.entities import Memo, Url
    from acctaudit.readers.formats.api_v1.rows import Status, User
    from acctaudit.readers.people import Facts

SELF_LINK = re.compile(r"https?://(?:www\.)?twitter\.com/i/web/status/")
"""The link that the platform puts behind a text that it has cut."""


def facts(user: User) -> Facts:
    """The profile of an account, in our names."""
    links = user.entities.url.urls if user.entities and user.entities.url else ()
    return {
        "user_id": user.id_str or user.id,
        "handle": user.screen_name,
        "name": user.name,
        "bio": user.description,
        "location": user.location,
        "url": user.url,
        "url_expanded": links[0].expanded_url if links else None,
        "avatar_url": user.profile_image_url_https,
        "banner_url": user.profile_banner_url,
        "default_avatar": user.default_profile_image,
        "verified": user.verified,
        "protected": user.protected,
        "created_at": user.created_at,
        "followers": user.followers_count,
        "following": user.friends_count,
        "listed": user.listed_count,
        "posts_total": user.statuses_count,
    }


def columns(rows: list[Status], memo: Memo) -> dict[str, list[object]]:
    """Our columns of a batch of posts; a repost has no reactions of its own."""
    found = [_entities(row) for row in rows]
    own = [row if row.retweeted_status is None else None for row in rows]
    result: dict[str, list[object]] = {
        "post_id": [row.id_str for row in rows],
        "created_at": [row.created_at for row in rows],
        "text": [_text(row) for row in rows],
        "lang": [row.lang for row in rows],
        "source": [memo.setdefault(row.source, row.source) for row in rows],
        "author_id": [row.user and (row.user.id_str or row.user.id) for row in rows],
        "author_handle": [row.user and row.user.screen_name for row in rows],
        "is_repost": [row.retweeted_status is not None for row in rows],
        "repost_of_id": [
            row.retweeted_status and row.retweeted_status.id_str for row in rows
        ],
        "in_reply_to_post_id": [row.in_reply_to_status_id_str for row in rows],
        "in_reply_to_user_id": [row.in_reply_to_user_id_str for row in rows],
        "in_reply_to_handle": [row.in_reply_to_screen_name for row in rows],
        "quote_of_id": [row.quoted_status_id_str for row in rows],
        "media": [len(_media(row)) for row in rows],
        "likes": [row and row.favorite_count for row in own],
        "reposts": [row and row.retweet_count for row in own],
        **entity_columns(found, memo),
    }
    cut = [is_cut(row) for row in rows]
    if any(cut):
        result["cut"] = [*cut]
    for ours, theirs in (("replies", "reply_count"), ("quotes", "quote_count")):
        counts = [row and getattr(row, theirs) for row in own]
        if any(count is not None for count in counts):
            result[ours] = counts
    return result


def _text(row: Status) -> str | None:
    """The whole text: of a repost that of the original, of a long post the extended one."""
    original = row.retweeted_status
    if original is not None and (original.full_text or original.text):
        return original.full_text or original.text
    extended = row.extended_tweet
    if extended is not None and extended.full_text:
        return extended.full_text
    return row.text if row.full_text is None else row.full_text


def is_cut(row: Status) -> bool:
    """Whether the end of a text is not in the file."""
    whole = row.full_text is not None or row.retweeted_status is not None
    return bool(row.truncated) and not whole and row.extended_tweet is None


def _entities(row: Status) -> Entities:
    """What stands in the text; the platform's link from a cut text to itself is no link."""
    extended = row.extended_tweet
    found = (extended and extended.entities) or row.entities
    if not any(map(_leads_home, found.urls)):
        return found
    rest = tuple(url for url in found.urls if not _leads_home(url))
    return Entities(rest, found.hashtags, found.user_mentions, found.media)


def _leads_home(url: Url) -> bool:
    return SELF_LINK.match(url.expanded_url or "") is not None


def _media(row: Status) -> tuple[object, ...]:
    extended = row.extended_tweet
    more = (extended and extended.extended_entities) or row.extended_entities
    return (more or row.entities).media
