"""API v2: two pages of posts with their includes, one a line, as twarc2 writes them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from samples.writers import ALL

if TYPE_CHECKING:
    from datetime import datetime

    from samples.tale import Other, Person, Tale, Told

KINDS = ALL
KEEPS = frozenset(
    {
        "text", "lang", "kind", "likes", "reposts", "replies", "quotes", "bookmarks",
        "impressions", "clicks", "profile_visits", "media",
        "links", "hashtags", "mentions", "in_reply_to_post_id",
        "in_reply_to_user_id", "repost_of_id", "quote_of_id",
    }
)  # fmt: skip
TELLS = {"handle": "arch_museum", "observed": "2024-05-01", "followers": 6, "inbound": 4}
"""What else the export says."""
REFERENCES = {
    "reply": "replied_to",
    "self_reply": "replied_to",
    "repost": "retweeted",
    "quote": "quoted",
}


def write(tale: Tale) -> dict[str, bytes]:
    """Posts, followers, and the posts that mention the account."""
    half = len(tale.posts) // 2
    newest_first = tale.posts[::-1]
    pages = [
        _page(tale, part) for part in (newest_first[:half], newest_first[half:]) if part
    ]
    files = {"timeline.jsonl": _lines(pages)}
    if tale.followers:
        people = [_user(person) for person in tale.followers]
        files["followers.jsonl"] = _lines([{"data": people, "meta": {"result_count": 1}}])
    if tale.inbound:
        files["mentions.jsonl"] = _lines([_mentions(tale)])
    return files


def _lines(pages: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(page) + "\n" for page in pages).encode()


def iso(moment: datetime) -> str:
    """A time as the API writes it, milliseconds cut."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def escaped(text: str) -> str:
    """Text as the platform escapes it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _page(tale: Tale, posts: tuple[Told, ...]) -> dict[str, Any]:
    others = [told.about for told in posts if told.about and told.kind != "self_reply"]
    users = {person.user_id: person for person in (tale.owner, *(o.author for o in others))}
    return {
        "data": [_post(told, tale.owner) for told in posts],
        "includes": {
            "users": [_user(person) for person in users.values()],
            "tweets": [_other(other) for other in others if other.post_id],
        },
        "meta": {
            "result_count": len(posts),
            "newest_id": posts[0].post_id,
            "oldest_id": posts[-1].post_id,
        },
        "__twarc": {"url": "", "version": "2.14.0", "retrieved_at": tale.as_of.isoformat()},
    }


def _post(told: Told, author: Person) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": told.post_id,
        "author_id": author.user_id,
        "created_at": iso(told.at),
        "conversation_id": told.post_id,
        "text": escaped(told.text),
        "lang": told.lang,
        "public_metrics": {
            "like_count": told.likes,
            "retweet_count": told.about.reposts
            if told.kind == "repost" and told.about
            else told.reposts,
            "reply_count": told.replies,
            "quote_count": told.quotes,
            "bookmark_count": told.bookmarks,
            "impression_count": told.impressions,
        },
        "edit_history_tweet_ids": [told.post_id],
    }
    if told.kind != "repost":
        row["non_public_metrics"] = {
            "impression_count": told.impressions,
            "url_link_clicks": told.clicks,
            "user_profile_clicks": told.profile_visits,
        }
    about = told.about
    if about is not None and told.kind in REFERENCES:
        if about.post_id:
            row["referenced_tweets"] = [
                {"type": REFERENCES[told.kind], "id": about.post_id}
            ]
        if told.kind in {"reply", "self_reply"}:
            row["in_reply_to_user_id"] = about.author.user_id
    found = {
        "urls": [_url(*link) for link in told.links],
        "hashtags": [{"tag": tag, "start": 0, "end": 0} for tag in told.hashtags],
        "mentions": [{"username": name, "id": user} for name, user in told.mentions],
    }
    if any(found.values()):
        row["entities"] = {name: items for name, items in found.items() if items}
    if told.media:
        row["attachments"] = {
            "media_keys": [f"3_{told.post_id}{n}" for n in range(told.media)]
        }
    return row


def _url(short: str, target: str) -> dict[str, Any]:
    return {"url": short, "expanded_url": target, "display_url": target[8:], "start": 0}


def _other(other: Other) -> dict[str, Any]:
    return {
        "id": other.post_id,
        "author_id": other.author.user_id,
        "created_at": iso(other.at),
        "text": escaped(other.text),
        "public_metrics": {"like_count": other.likes, "retweet_count": other.reposts},
    }


def _user(person: Person) -> dict[str, Any]:
    return {
        "id": person.user_id,
        "username": person.handle,
        "name": escaped(person.name),
        "created_at": iso(person.created_at),
        "description": escaped(person.bio),
        "location": person.location,
        "url": person.url,
        "entities": {
            "url": {"urls": [_url(person.url, person.url_expanded)]} if person.url else {}
        },
        "profile_image_url": person.avatar_url,
        "protected": person.protected,
        "verified": person.verified,
        "public_metrics": {
            "followers_count": person.followers,
            "following_count": person.following,
            "tweet_count": person.posts_total,
            "listed_count": person.listed,
        },
    }


def _mentions(tale: Tale) -> dict[str, Any]:
    """The mentions timeline: posts by others."""
    rows, users = [], {}
    for told in tale.inbound:
        author = told.about.author if told.about else tale.owner
        users[author.user_id] = _user(author)
        rows.append(_post(told, author))
    return {
        "data": rows,
        "includes": {"users": list(users.values())},
        "meta": {"result_count": len(rows)},
    }
