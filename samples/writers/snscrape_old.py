"""snscrape of early 2021: a search for the account's posts, one a line.

It finds no reposts, and says neither what a reply is nor which hashtags there are.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from samples.tale import Person, Tale, Told

KINDS = ("original", "reply", "self_reply", "quote")
KEEPS = frozenset(
    {
        "created_at", "text", "lang", "likes", "reposts", "replies", "quotes", "media",
        "links", "hashtags", "mentions", "quote_of_id",
    }
)  # fmt: skip
TELLS = {"handle": "arch_museum"}
"""What else the export says."""


def write(tale: Tale) -> dict[str, bytes]:
    """One file, newest post first."""
    rows = [_post(told, tale.owner) for told in tale.posts[::-1] if told.kind in KINDS]
    return {"search.jsonl": "".join(json.dumps(row) + "\n" for row in rows).encode()}


def _when(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S+00:00")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _user(person: Person) -> dict[str, Any]:
    return {
        "username": person.handle,
        "displayname": person.name,
        "id": int(person.user_id),
        "description": _escaped(person.bio),
        "rawDescription": _escaped(person.bio),
        "descriptionUrls": [],
        "verified": person.verified,
        "created": _when(person.created_at),
        "followersCount": person.followers,
        "friendsCount": person.following,
        "statusesCount": person.posts_total,
        "favouritesCount": 0,
        "listedCount": person.listed,
        "mediaCount": 0,
        "location": person.location,
        "protected": person.protected,
        "linkUrl": person.url_expanded or None,
        "linkTcourl": person.url or None,
        "profileImageUrl": person.avatar_url,
        "profileBannerUrl": person.banner_url,
        "url": f"https://twitter.com/{person.handle}",
    }


def _post(told: Told, author: Person) -> dict[str, Any]:
    about = told.about if told.kind == "quote" else None
    quoted = {"id": int(about.post_id)} if about and about.post_id else None
    return {
        "url": f"https://twitter.com/{author.handle}/status/{told.post_id}",
        "date": _when(told.at),
        "content": _escaped(told.text),
        "renderedContent": _escaped(told.text),
        "id": int(told.post_id),
        "user": _user(author),
        "outlinks": [target for _, target in told.links],
        "tcooutlinks": [short for short, _ in told.links],
        "replyCount": told.replies,
        "retweetCount": told.reposts,
        "likeCount": told.likes,
        "quoteCount": told.quotes,
        "conversationId": int(told.post_id),
        "lang": told.lang,
        "source": f'<a href="https://desk.example" rel="nofollow">{told.source}</a>',
        "sourceUrl": "https://desk.example",
        "sourceLabel": told.source,
        "media": [{"fullUrl": "https://pbs.twimg.com/p.jpg", "type": "photo"}] * told.media
        or None,
        "retweetedTweet": None,
        "quotedTweet": quoted,
        "mentionedUsers": [
            {"username": handle, "displayname": handle, "id": int(user_id)}
            for handle, user_id in told.mentions
        ]
        or None,
    }
