"""Posts and people of API v2 in our columns.

The API leaves out what is empty as it leaves out what was not asked for. A field that no
row of a file has was not asked for, and is not known; where one row has it, it is empty in
the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.readers.days import FIRST_IMPRESSIONS
from acctaudit.readers.formats.api_v2.rows import Counts, Entities
from acctaudit.readers.people import is_default
from acctaudit.readers.reposts import is_repost

if TYPE_CHECKING:
    from acctaudit.model.tables import Link, Mention, PostTable
    from acctaudit.readers.entities import Memo
    from acctaudit.readers.formats.api_v2.rows import Post, User
    from acctaudit.readers.people import Facts


def facts(user: User) -> Facts:
    """The profile of an account, in our names."""
    links = user.entities.url.urls if user.entities and user.entities.url else ()
    counts = user.public_metrics
    return {
        "user_id": user.id,
        "handle": user.username,
        "name": user.name,
        "bio": user.description,
        "location": user.location,
        "url": user.url,
        "url_expanded": links[0].expanded_url if links else None,
        "avatar_url": user.profile_image_url,
        "default_avatar": is_default(user.profile_image_url),
        "protected": user.protected,
        "verified": user.verified,
        "pinned_id": user.pinned_tweet_id,
        "created_at": user.created_at,
        "followers": counts.followers_count,
        "following": counts.following_count,
        "listed": counts.listed_count,
        "posts_total": counts.tweet_count,
    }


def columns(rows: list[Post], memo: Memo) -> dict[str, list[object]]:
    """Our columns of a batch of posts; `memo` holds what comes again and again once."""
    refers = [{ref.type: ref.id for ref in row.referenced_tweets or ()} for row in rows]
    found = [row.entities for row in rows]
    reposted: list[object] = [
        "retweeted" in refer or is_repost(row.text)
        for refer, row in zip(refers, rows, strict=True)
    ]
    keep = memo.setdefault
    return {
        "post_id": [row.id for row in rows],
        "created_at": [row.created_at for row in rows],
        "text": [(row.note_tweet and row.note_tweet.text) or row.text for row in rows],
        "lang": [keep(row.lang, row.lang) for row in rows],
        "source": [keep(row.source, row.source) for row in rows],
        "author_id": [keep(row.author_id, row.author_id) for row in rows],
        "author_handle": [row.author and row.author.username for row in rows],
        "is_repost": reposted,
        "is_reply": [
            row.conversation_id not in {None, row.id} and not passed_on
            for row, passed_on in zip(rows, reposted, strict=True)
        ],
        "replies_known": [
            bool(row.conversation_id or row.in_reply_to_user_id)
            or row.referenced_tweets is not None
            for row in rows
        ],
        "repost_of_id": [refer.get("retweeted") for refer in refers],
        "in_reply_to_post_id": [refer.get("replied_to") for refer in refers],
        "in_reply_to_user_id": [row.in_reply_to_user_id for row in rows],
        "in_reply_to_handle": [
            row.in_reply_to_user and row.in_reply_to_user.username for row in rows
        ],
        "quote_of_id": [refer.get("quoted") for refer in refers],
        "edit_of": [
            row.edit_history_tweet_ids[0] if len(row.edit_history_tweet_ids) > 1 else None
            for row in rows
        ],
        "media": [row.attachments and len(row.attachments.media_keys) for row in rows],
        "links": [item and _links(item) for item in found],
        "hashtags": [item and _tags(item, memo) for item in found],
        "mentions": [item and _mentions(item, memo) for item in found],
        **_counts(rows, reposted),
    }


def _counts(rows: list[Post], reposted: list[object]) -> dict[str, list[object]]:
    """Reactions to each post; those to a repost belong to the post that it passes on."""
    public = [
        Counts() if passed_on else row.public_metrics
        for row, passed_on in zip(rows, reposted, strict=True)
    ]
    own = [
        (not passed_on and (row.non_public_metrics or row.organic_metrics)) or Counts()
        for row, passed_on in zip(rows, reposted, strict=True)
    ]
    both = list(zip(public, own, strict=True))
    found: dict[str, list[object]] = {
        "likes": [_either(c.like_count, o.like_count) for c, o in both],
        "reposts": [_either(c.retweet_count, o.retweet_count) for c, o in both],
        "replies": [_either(c.reply_count, o.reply_count) for c, o in both],
        "quotes": [count.quote_count for count in public],
        "bookmarks": [count.bookmark_count for count in public],
        "impressions": [
            more.impression_count or _impressions(count.impression_count, row)
            for count, more, row in zip(public, own, rows, strict=True)
        ],
        "clicks": [count.url_link_clicks for count in own],
        "profile_visits": [count.user_profile_clicks for count in own],
    }
    return {
        name: cells for name, cells in found.items() if any(c is not None for c in cells)
    }


def _either(public: int | None, own: int | None) -> int | None:
    """The public count, else the one that only the account itself may ask for."""
    return own if public is None else public


def _impressions(count: int | None, row: Post) -> int | None:
    """None for the zero that stands for *unknown* in posts of before December 2022."""
    return count if count or (row.created_at or "") >= FIRST_IMPRESSIONS else None


def _links(found: Entities) -> tuple[Link, ...]:
    """Links to elsewhere; those to the post's own pictures are no links."""
    return tuple(
        (item.url, item.expanded_url or item.url)
        for item in found.urls
        if not _is_media(item.expanded_url)
    )


def _is_media(address: str | None) -> bool:
    return (
        address is not None
        and ("/photo/" in address or "/video/" in address)
        and (address.startswith(("https://twitter.com/", "https://x.com/")))
    )


def _tags(found: Entities, memo: Memo) -> tuple[object, ...]:
    return tuple(memo.setdefault(tag.tag, tag.tag) for tag in found.hashtags)


def _mentions(found: Entities, memo: Memo) -> tuple[object, ...]:
    people: list[Mention] = [(person.username, person.id) for person in found.mentions]
    return tuple(memo.setdefault(person, person) for person in people)


def settle(posts: PostTable) -> None:
    """Tell what is empty from what was not asked for, once all rows are read."""
    columns = posts.columns
    for names, empty in ((("links", "hashtags", "mentions"), ()), (("media",), 0)):
        for name in names:
            cells = columns.get(name, [])
            if any(cell is not None for cell in cells):
                columns[name] = [empty if cell is None else cell for cell in cells]
            else:
                columns.pop(name, None)
    known = columns.pop("replies_known", [])
    if not any(known):
        for name in REFERRING:
            columns.pop(name, None)


REFERRING = (
    "in_reply_to_post_id", "in_reply_to_user_id", "in_reply_to_handle", "is_reply",
    "quote_of_id",
)  # fmt: skip
"""Columns that say nothing where no row refers to another."""
