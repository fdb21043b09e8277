"""API v1.1: a user timeline as a list of statuses, and a page of followers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from samples.writers import ALL
from samples.writers.api_v2 import escaped

if TYPE_CHECKING:
    from datetime import datetime

    from samples.tale import Person, Tale, Told

KINDS = ALL
KEEPS = frozenset(
    {
        "text", "lang", "source", "kind", "likes", "reposts", "media", "links", "hashtags",
        "mentions", "in_reply_to_post_id", "in_reply_to_user_id", "in_reply_to_handle",
        "repost_of_id", "quote_of_id", "created_at",
    }
)  # fmt: skip
TELLS = {"handle": "arch_museum", "observed": None, "followers": 6}


def write(tale: Tale) -> dict[str, bytes]:
    """The timeline, newest first, and the followers."""
    statuses = [_status(told, tale.owner) for told in tale.posts[::-1]]
    files = {"user_timeline.json": json.dumps(statuses).encode()}
    if tale.followers:
        page = {
            "users": [user(person) for person in tale.followers],
            "next_cursor": 0,
            "next_cursor_str": "0",
            "previous_cursor": 0,
        }
        files["followers.json"] = json.dumps(page).encode()
    return files


def ctime(moment: datetime) -> str:
    """A time as API v1.1 and the archives write it."""
    return moment.strftime("%a %b %d %H:%M:%S +0000 %Y")


def anchor(source: str) -> str:
    """The client that sent a post, as an HTML link."""
    return f'<a href="https://desk.example" rel="nofollow">{escaped(source)}</a>'


def _status(told: Told, author: Person) -> dict[str, Any]:
    about = told.about if told.kind in {"reply", "self_reply"} else None
    row: dict[str, Any] = {
        "created_at": ctime(told.at),
        "id": int(told.post_id),
        "id_str": told.post_id,
        "full_text": escaped(told.text),
        "truncated": False,
        "display_text_range": [0, len(told.text)],
        "entities": entities(told),
        "source": told.source,
        "in_reply_to_status_id": about and int(about.post_id or 0),
        "in_reply_to_status_id_str": about and about.post_id,
        "in_reply_to_user_id": about and int(about.author.user_id),
        "in_reply_to_user_id_str": about and about.author.user_id,
        "in_reply_to_screen_name": about and about.author.handle,
        "user": user(author),
        "geo": None,
        "coordinates": None,
        "place": None,
        "contributors": None,
        "is_quote_status": told.kind == "quote",
        "retweet_count": told.reposts,
        "favorite_count": told.likes,
        "favorited": False,
        "retweeted": False,
        "lang": told.lang,
    }
    other = told.about
    if told.kind == "repost" and other is not None:
        row["retweeted_status"] = {
            "id_str": other.post_id,
            "full_text": escaped(other.text),
            "user": user(other.author),
        }
        row |= {"retweet_count": other.reposts, "favorite_count": 0}
    if told.kind == "quote" and other is not None:
        row["quoted_status_id_str"] = other.post_id
    if told.media:
        media = [{"id_str": str(n)} for n in range(told.media)]
        row["extended_entities"] = {"media": media}
    return row


def entities(told: Told) -> dict[str, Any]:
    """What stands in the text."""
    return {
        "hashtags": [{"text": tag, "indices": [0, 0]} for tag in told.hashtags],
        "symbols": [],
        "user_mentions": [
            {"screen_name": name, "name": name, "id": int(number), "id_str": number}
            for name, number in told.mentions
        ],
        "urls": [
            {"url": short, "expanded_url": target, "display_url": target[8:]}
            for short, target in told.links
        ],
    }


def user(person: Person) -> dict[str, Any]:
    """An account."""
    link = {"urls": [{"url": person.url, "expanded_url": person.url_expanded}]}
    return {
        "id": int(person.user_id),
        "id_str": person.user_id,
        "name": escaped(person.name),
        "screen_name": person.handle,
        "location": person.location,
        "description": escaped(person.bio),
        "url": person.url or None,
        "entities": {"url": link} if person.url else {},
        "protected": person.protected,
        "verified": person.verified,
        "followers_count": person.followers,
        "friends_count": person.following,
        "listed_count": person.listed,
        "statuses_count": person.posts_total,
        "created_at": ctime(person.created_at),
        "profile_image_url_https": person.avatar_url,
        "profile_banner_url": person.banner_url,
        "default_profile": False,
        "default_profile_image": not person.avatar_url,
    }
