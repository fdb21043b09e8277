"""Posts of the web app's answers as our columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.readers.entities import entity_columns
from acctaudit.readers.formats.graphql.rows import Views

if TYPE_CHECKING:
    from acctaudit.readers.entities import Entities, Memo
    from acctaudit.readers.formats.graphql.rows import Another, Note, Other, Post


def columns(rows: list[Post], memo: Memo) -> dict[str, list[object]]:
    """Our columns of a batch of posts; a repost has no reactions of its own."""
    old = [row.legacy for row in rows]
    authors = [row.author for row in rows]
    reposts = [row.retweeted_status_result for row in old]
    return {
        "post_id": [row.rest_id for row in rows],
        "created_at": [row.created_at for row in old],
        "text": list(map(_text, rows)),
        "lang": [row.lang for row in old],
        "source": [memo.setdefault(row.source, row.source) for row in rows],
        "author_id": [
            (user and user.rest_id) or row.user_id_str
            for user, row in zip(authors, old, strict=True)
        ],
        "author_handle": [
            (
                (user.core and user.core.screen_name)
                or (user.legacy and user.legacy.screen_name)
            )
            if user
            else None
            for user in authors
        ],
        "is_repost": [repost is not None for repost in reposts],
        "repost_of_id": list(map(_id_of, reposts)),
        "in_reply_to_post_id": [row.in_reply_to_status_id_str for row in old],
        "in_reply_to_user_id": [row.in_reply_to_user_id_str for row in old],
        "in_reply_to_handle": [row.in_reply_to_screen_name for row in old],
        "is_quote": [row.is_quote_status is True for row in old],
        "quote_of_id": [
            row.legacy.quoted_status_id_str or _id_of(row.quoted_status_result)
            for row in rows
        ],
        "edit_of": list(map(_first_version, rows)),
        "media": [len((row.extended_entities or row.entities).media) for row in old],
        **_counts(rows),
        **entity_columns(list(map(_entities, rows)), memo),
    }


def _counts(rows: list[Post]) -> dict[str, list[object]]:
    own = [
        row.legacy if row.legacy.retweeted_status_result is None else None for row in rows
    ]
    views = [row.views or Views() for row in rows]
    return {
        "likes": [row and row.favorite_count for row in own],
        "reposts": [row and row.retweet_count for row in own],
        "replies": [row and row.reply_count for row in own],
        "quotes": [row and row.quote_count for row in own],
        "bookmarks": [row and row.bookmark_count for row in own],
        "impressions": [row and shown.count for row, shown in zip(own, views, strict=True)],
    }


def _id_of(other: Another | None) -> str | None:
    return other.result.post.rest_id if other and other.result else None


def _text(row: Post) -> str | None:
    """The whole text: of a repost that of the original, of a long post that of its note."""
    repost = row.legacy.retweeted_status_result
    original = repost.result.post if repost and repost.result else None
    if original is not None and (found := _of_original(original)):
        return found
    return _long(row.note_tweet) or row.legacy.full_text


def _of_original(other: Other) -> str | None:
    short = other.legacy.full_text if other.legacy else None
    return _long(other.note_tweet) or short


def _long(note: Note | None) -> str | None:
    """The text of a long post, escaped as all other texts are."""
    if note is None or note.whole is None or note.whole.text is None:
        return None
    return note.whole.text.replace("&", "&amp;")


def _entities(row: Post) -> Entities:
    """What stands in the text; the platform lists that of a long post with it."""
    whole = row.note_tweet.whole if row.note_tweet else None
    return (whole and whole.entity_set) or row.legacy.entities


def _first_version(row: Post) -> str | None:
    """The id of the first version of an edited post; None for a post never edited."""
    control = row.edit_control
    if control is None:
        return None
    versions = control.edit_tweet_ids
    return control.initial_tweet_id or (versions[0] if len(versions) > 1 else None)
