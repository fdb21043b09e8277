"""The archive of today: `data/tweets.js` with its companions, as a folder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from samples.writers import ALL, UNMARKED
from samples.writers.api_v1 import anchor, ctime
from samples.writers.api_v2 import escaped

if TYPE_CHECKING:
    from samples.tale import Tale, Told

KINDS = ALL
SHOWS = UNMARKED
KEEPS = frozenset(
    {
        "text", "lang", "kind", "likes", "reposts", "media", "links", "hashtags",
        "mentions", "in_reply_to_post_id", "in_reply_to_user_id", "in_reply_to_handle",
        "created_at",
    }
)  # fmt: skip
TELLS = {"handle": "arch_museum", "observed": "2024-05-01", "followers": 6, "following": 2}


def write(tale: Tale) -> dict[str, bytes]:
    """Posts in no order, the account, its profile and the ids of the people around it."""
    owner = tale.owner
    account = {
        "email": "CANARY@arch-museum.example",
        "createdVia": "web",
        "username": owner.handle,
        "accountId": owner.user_id,
        "createdAt": owner.created_at.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "accountDisplayName": owner.name,
    }
    profile = {
        "description": {
            "bio": escaped(owner.bio),
            "website": owner.url,
            "location": owner.location,
        },
        "avatarMediaUrl": owner.avatar_url,
        "headerMediaUrl": owner.banner_url,
    }
    rows = [*tale.posts[1::2], *tale.posts[::2]]
    return {
        "data/account.js": _file("account", [{"account": account}]),
        "data/profile.js": _file("profile", [{"profile": profile}]),
        "data/tweets.js": _file("tweets", [{"tweet": _row(told)} for told in rows]),
        "data/follower.js": _people("follower", [p.user_id for p in tale.followers]),
        "data/following.js": _people("following", [p.user_id for p in tale.following]),
        "data/manifest.js": _manifest(tale, len(rows)),
    }


def _file(name: str, rows: list[Any]) -> bytes:
    text = json.dumps(rows, indent=2, ensure_ascii=False)
    return f"window.YTD.{name}.part0 = {text}".encode()


def _people(name: str, ids: list[str]) -> bytes:
    link = "https://twitter.com/intent/user?user_id="
    return _file(name, [{name: {"accountId": i, "userLink": f"{link}{i}"}} for i in ids])


def _row(told: Told) -> dict[str, Any]:
    about = told.about if told.kind in {"reply", "self_reply"} else None
    row: dict[str, Any] = {
        "edit_info": {"initial": {"editTweetIds": [told.post_id], "isEditEligible": False}},
        "retweeted": False,
        "source": anchor(told.source),
        "entities": {
            "hashtags": [{"text": tag, "indices": ["0", "1"]} for tag in told.hashtags],
            "symbols": [],
            "user_mentions": [
                {"name": name, "screen_name": name, "id_str": number, "id": number}
                for name, number in told.mentions
            ],
            "urls": [
                {"url": short, "expanded_url": target, "display_url": target[8:]}
                for short, target in told.links
            ],
        },
        "favorite_count": "0" if told.kind == "repost" else str(told.likes),
        "retweet_count": "0" if told.kind == "repost" else str(told.reposts),
        "id_str": told.post_id,
        "id": told.post_id,
        "truncated": False,
        "created_at": ctime(told.at),
        "favorited": False,
        "full_text": escaped(told.text),
        "lang": told.lang,
    }
    if about is not None:
        row |= {
            "in_reply_to_status_id": about.post_id,
            "in_reply_to_status_id_str": about.post_id,
            "in_reply_to_user_id": about.author.user_id,
            "in_reply_to_user_id_str": about.author.user_id,
            "in_reply_to_screen_name": about.author.handle,
        }
    if told.media:
        media = [{"id_str": str(n), "type": "photo"} for n in range(told.media)]
        row["entities"]["media"] = media[:1]
        row["extended_entities"] = {"media": media}
    return row


def _manifest(tale: Tale, rows: int) -> bytes:
    manifest = {
        "userInfo": {
            "accountId": tale.owner.user_id,
            "userName": tale.owner.handle,
            "displayName": tale.owner.name,
        },
        "archiveInfo": {
            "generationDate": tale.as_of.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
            "isPartialArchive": False,
        },
        "dataTypes": {
            "tweets": {
                "files": [
                    {
                        "fileName": "data/tweets.js",
                        "globalName": "YTD.tweets.part0",
                        "count": str(rows),
                    }
                ]
            }
        },
    }
    return f"window.__THAR_CONFIG = {json.dumps(manifest, indent=2)}".encode()
