"""Community Archive: the arrays of an X archive as one JSON object, e-mail left out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from samples.writers import ALL, UNMARKED

if TYPE_CHECKING:
    from datetime import datetime

    from samples.tale import Tale, Told

KINDS = ALL
SHOWS = UNMARKED
KEEPS = frozenset(
    {
        "text", "lang", "kind", "likes", "reposts", "media", "links", "hashtags",
        "mentions", "in_reply_to_post_id", "in_reply_to_user_id", "in_reply_to_handle",
    }
)  # fmt: skip
TELLS = {"handle": "arch_museum", "followers": 6, "following": 2}
"""What else the export says."""


def write(tale: Tale) -> dict[str, bytes]:
    """The file as it is fetched, named after the account."""
    owner = tale.owner
    document = {
        "upload-options": {
            "keepPrivate": False,
            "uploadLikes": False,
            "startDate": None,
            "endDate": None,
        },
        "profile": [
            {
                "profile": {
                    "description": {
                        "bio": owner.bio,
                        "website": owner.url,
                        "location": owner.location,
                    },
                    "avatarMediaUrl": owner.avatar_url,
                    "headerMediaUrl": owner.banner_url,
                }
            }
        ],
        "account": [
            {
                "account": {
                    "createdVia": "web",
                    "username": owner.handle,
                    "accountId": owner.user_id,
                    "createdAt": _iso(owner.created_at),
                    "accountDisplayName": owner.name,
                }
            }
        ],
        "tweets": [{"tweet": _post(told)} for told in tale.posts[::-1]],
        "follower": [{"follower": _person(p.user_id)} for p in tale.followers],
        "following": [{"following": _person(p.user_id)} for p in tale.following],
        "note-tweet": [],
        "community-tweet": [],
        "like": [],
    }
    return {"archive.json": json.dumps(document, indent=1).encode()}


def _iso(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def _person(user_id: str) -> dict[str, str]:
    return {
        "accountId": user_id,
        "userLink": f"https://twitter.com/intent/user?user_id={user_id}",
    }


def _post(told: Told) -> dict[str, Any]:
    text = told.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    row: dict[str, Any] = {
        "id": told.post_id,
        "id_str": told.post_id,
        "created_at": told.at.strftime("%a %b %d %H:%M:%S +0000 %Y"),
        "full_text": text,
        "lang": told.lang,
        "source": f'<a href="https://desk.example" rel="nofollow">{told.source}</a>',
        "favorite_count": str(0 if told.kind == "repost" else told.likes),
        "retweet_count": str(0 if told.kind == "repost" else told.reposts),
        "truncated": False,
        "retweeted": False,
        "display_text_range": ["0", str(len(text))],
        "edit_info": {"initial": {"editTweetIds": [told.post_id], "editsRemaining": "5"}},
        "entities": _entities(told),
    }
    if told.media:
        row["extended_entities"] = {"media": [{"type": "photo"}] * told.media}
    about = told.about
    if about is not None and told.kind in {"reply", "self_reply"}:
        row["in_reply_to_status_id"] = row["in_reply_to_status_id_str"] = about.post_id
        user_id = about.author.user_id
        row["in_reply_to_user_id"] = row["in_reply_to_user_id_str"] = user_id
        row["in_reply_to_screen_name"] = about.author.handle
    return row


def _entities(told: Told) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {
        "hashtags": [{"text": tag, "indices": ["0", "0"]} for tag in told.hashtags],
        "symbols": [],
        "user_mentions": [
            {"screen_name": name, "id_str": user, "id": user, "indices": ["0", "0"]}
            for name, user in told.mentions
        ],
        "urls": [
            {"url": short, "expanded_url": target, "display_url": target[8:]}
            for short, target in told.links
        ],
    }
    if told.media:
        found["media"] = [{"type": "photo"}]
    return found
