"""Posts of snscrape and twscrape as our columns, whatever the age of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET

from acctaudit.readers.cells import user_id
from acctaudit.readers.formats.snscrape.rows import Gallery, ident_of, user_id_of

if TYPE_CHECKING:
    from acctaudit.model.tables import Link, Mention
    from acctaudit.readers.formats.snscrape.rows import Other, Post


def columns(rows: list[Post]) -> dict[str, list[object]]:
    """Our columns of a batch of posts; a repost has no reactions of its own."""
    ids = list(map(ident_of, rows))
    own = [row if row.retweeted_tweet is None else None for row in rows]
    return {
        "post_id": [found.digits for found in ids],
        "id_exact": [found.exact for found in ids],
        "created_at": [row.date for row in rows],
        "text": [_text(row.retweeted_tweet) or _text(row) for row in rows],
        "lang": [row.lang for row in rows],
        "source": [row.source for row in rows],
        "author_id": [user_id_of(row.user) for row in rows],
        "author_handle": [row.user and row.user.username for row in rows],
        "is_quote": [
            row.quoted_tweet is not None or row.is_quote_status is True for row in rows
        ],
        "quote_of_id": [_id_of(row.quoted_tweet) for row in rows],
        "edit_of": [_first_version(row) for row in rows],
        **_reposts(rows),
        **_replies(rows),
        **_known(
            likes=[row and row.like_count for row in own],
            reposts=[row and row.retweet_count for row in own],
            replies=[row and row.reply_count for row in own],
            quotes=[row and row.quote_count for row in own],
            bookmarks=[row and _bookmarks(row) for row in own],
            impressions=[row and row.view_count for row in own],
            media=[_media(row) for row in rows],
            links=[_links(row) for row in rows],
            hashtags=[
                None if row.hashtags is UNSET else list(row.hashtags or ()) for row in rows
            ],
            mentions=[_mentions(row) for row in rows],
        ),
    }


def _known(**columns: list[object]) -> dict[str, list[object]]:
    """The columns that any row of the batch has."""
    return {
        name: cells
        for name, cells in columns.items()
        if any(cell is not None for cell in cells)
    }


def _text(row: Post | Other | None) -> str | None:
    if row is None:
        return None
    return row.content if row.raw_content is None else row.raw_content


def _id_of(other: Other | None) -> str | None:
    if other is None:
        return None
    found = ident_of(other)
    return found.digits if found.exact else None


def _reposts(rows: list[Post]) -> dict[str, list[object]]:
    """Which rows pass on a post. A search finds no reposts: its files hold none at all."""
    if all(row.retweeted_tweet is None for row in rows):
        return {}
    return {
        "is_repost": [row.retweeted_tweet is not None for row in rows],
        "repost_of_id": [_id_of(row.retweeted_tweet) for row in rows],
    }


def _replies(rows: list[Post]) -> dict[str, list[object]]:
    """What each row answers, as far as files of its age say so."""
    told = [row.in_reply_to_tweet_id is not UNSET for row in rows]
    found: dict[str, list[object]] = {}
    if any(told):
        found = {
            "in_reply_to_post_id": [_parent(row) for row in rows],
            "in_reply_to_user_id": [user_id_of(row.in_reply_to_user) for row in rows],
            "in_reply_to_handle": [
                row.in_reply_to_screen_name
                or (row.in_reply_to_user and row.in_reply_to_user.username)
                for row in rows
            ],
        }
    if not all(told):
        found["replies_known"] = [*told]
    return found


def _parent(row: Post) -> str | None:
    parent = row.in_reply_to_tweet_id_str or row.in_reply_to_tweet_id
    return None if parent is UNSET else user_id(parent)


def _first_version(row: Post) -> str | None:
    versions = row.edit_control.edit_tweet_ids if row.edit_control else ()
    return versions[0] if len(versions) > 1 else None


def _bookmarks(row: Post) -> int | None:
    return row.bookmarked_count if row.bookmark_count is None else row.bookmark_count


def _media(row: Post) -> int | None:
    found = row.media
    if found is UNSET:
        return None
    if isinstance(found, Gallery):
        return len(found.photos) + len(found.videos) + len(found.animated)
    return len(found or ())


def _links(row: Post) -> list[Link] | None:
    """Links as in the text and where they lead, from the new names or the old ones."""
    if row.links is not UNSET:
        return [(item.tcourl or item.url, item.url) for item in row.links or () if item.url]
    if row.outlinks is UNSET:
        return None
    long, short = row.outlinks or (), row.tcooutlinks or ()
    return list(zip(short if len(short) == len(long) else long, long, strict=True))


def _mentions(row: Post) -> list[Mention] | None:
    if row.mentioned_users is UNSET:
        return None
    people = row.mentioned_users or ()
    return [(person.username, user_id_of(person)) for person in people if person.username]
