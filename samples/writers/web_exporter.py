"""twitter-web-exporter: older posts and the followers as CSV, newer posts as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from samples.writers import ALL
from samples.writers._flat import Row, counted, escaped, json_list, permalink, sheet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from samples.tale import Person, Tale, Told

KINDS = ALL
KEEPS = frozenset(
    {
        "post_id", "created_at", "text", "kind", "likes", "reposts", "replies", "quotes",
        "bookmarks", "impressions", "media", "in_reply_to_post_id", "repost_of_id",
        "quote_of_id",
    }
)  # fmt: skip
TELLS = {"handle": "arch_museum", "followers": 6}
"""What else the export says."""
POSTS = (
    "id", "created_at", "full_text", "media", "screen_name", "name", "profile_image_url",
    "user_id", "in_reply_to", "retweeted_status", "quoted_status", "media_tags",
    "favorite_count", "retweet_count", "bookmark_count", "quote_count", "reply_count",
    "views_count", "favorited", "retweeted", "bookmarked", "url",
)  # fmt: skip
PEOPLE = (
    "id", "screen_name", "name", "description", "profile_image_url", "profile_banner_url",
    "followers_count", "friends_count", "statuses_count", "favourites_count",
    "listed_count", "location", "website", "verified_type", "is_blue_verified",
    "following", "followed_by", "can_dm", "protected", "created_at", "url",
)  # fmt: skip


def write(tale: Tale) -> dict[str, bytes]:
    """Posts and followers. A backslash in a text goes only into the JSON: in the CSV it
    could be a part of a line break.
    """
    rows = [_post(told, tale.owner) for told in tale.posts]
    half = len(rows) // 2
    older = [row for row in rows[:half] if "\\" not in row["full_text"]]
    newer = [row for row in rows if row not in older]
    files = {"twitter-UserTweets-1714564800001.json": json_list(newer[::-1])}
    if older:
        files["twitter-UserTweets-1714564800000.csv"] = _csv(POSTS, older[::-1])
    if tale.followers:
        people = [_person(person) for person in tale.followers]
        files["twitter-Followers-1714564800002.csv"] = _csv(PEOPLE, people)
    return files


def _csv(header: Sequence[str], rows: Sequence[Row]) -> bytes:
    """A byte-order mark, line breaks written out, objects as JSON."""
    cells = [{name: _cell(value) for name, value in row.items()} for row in rows]
    return b"\xef\xbb\xbf" + sheet(header, cells)


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("\n", "\\n")
    if isinstance(value, bool):
        return str(value).lower()
    return json.dumps(value) if isinstance(value, list) else value


def _time(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S +00:00")


def _post(told: Told, owner: Person) -> Row:
    about = told.about
    points = {
        "in_reply_to": {"reply", "self_reply"},
        "retweeted_status": {"repost"},
        "quoted_status": {"quote"},
    }
    likes, reposts = counted(told)
    return {
        "id": told.post_id,
        "created_at": _time(told.at),
        "full_text": escaped(told.text),
        "media": [{"type": "photo", "url": "https://t.co/a", "original": ""}] * told.media,
        "screen_name": owner.handle,
        "name": owner.name,
        "profile_image_url": owner.avatar_url,
        "user_id": owner.user_id,
        **{
            name: about.post_id if about and told.kind in kinds else None
            for name, kinds in points.items()
        },
        "media_tags": [],
        "favorite_count": likes,
        "retweet_count": reposts,
        "bookmark_count": told.bookmarks,
        "quote_count": told.quotes,
        "reply_count": told.replies,
        "views_count": told.impressions,
        "favorited": False,
        "retweeted": told.kind == "repost",
        "bookmarked": False,
        "url": permalink(owner.handle, told.post_id),
    }


def _person(person: Person) -> Row:
    return {
        "id": person.user_id,
        "screen_name": person.handle,
        "name": person.name,
        "description": person.bio,
        "profile_image_url": person.avatar_url,
        "followers_count": person.followers,
        "friends_count": person.following,
        "statuses_count": person.posts_total,
        "favourites_count": 0,
        "listed_count": person.listed,
        "location": person.location,
        "website": person.url,
        "is_blue_verified": False,
        "following": False,
        "followed_by": True,
        "can_dm": False,
        "protected": person.protected,
        "created_at": _time(person.created_at),
        "url": f"https://twitter.com/{person.handle}",
    }
