"""twscrape: a timeline, followers and followed, one a line, as it prints them."""

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
        "created_at", "text", "lang", "kind", "likes", "reposts", "replies", "quotes",
        "bookmarks", "impressions", "media", "links", "hashtags", "mentions",
        "in_reply_to_post_id", "in_reply_to_user_id", "in_reply_to_handle", "repost_of_id",
        "quote_of_id",
    }
)  # fmt: skip
TELLS = {"handle": "arch_museum", "followers": 6, "following": 2}
"""What else the export says."""
KIND = "snscrape.modules.twitter."


def write(tale: Tale) -> dict[str, bytes]:
    """Three files, each of them only if there is something to write."""
    files = {"user_tweets.jsonl": [_post(told, tale.owner) for told in tale.posts[::-1]]}
    for name in ("followers", "following"):
        people: tuple[Person, ...] = getattr(tale, name)
        if people:
            files[f"{name}.jsonl"] = [_user(person) for person in people]
    return {name: _lines(rows) for name, rows in files.items()}


def _lines(rows: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def _when(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S+00:00")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _ref(handle: str, user_id: str) -> dict[str, Any]:
    return {
        "id": int(user_id),
        "id_str": user_id,
        "username": handle,
        "displayname": handle,
        "_type": f"{KIND}UserRef",
    }


def _user(person: Person) -> dict[str, Any]:
    links = []
    if person.url:
        target = person.url_expanded
        links = [{"url": target, "text": target[8:], "tcourl": person.url}]
    return {
        **_ref(person.handle, person.user_id),
        "url": f"https://x.com/{person.handle}",
        "displayname": person.name,
        "rawDescription": _escaped(person.bio),
        "created": _when(person.created_at),
        "followersCount": person.followers,
        "friendsCount": person.following,
        "statusesCount": person.posts_total,
        "favouritesCount": 0,
        "listedCount": person.listed,
        "mediaCount": 0,
        "location": person.location,
        "profileImageUrl": person.avatar_url,
        "profileBannerUrl": person.banner_url,
        "protected": person.protected,
        "verified": person.verified,
        "blue": False,
        "blueType": None,
        "descriptionLinks": links,
        "pinnedIds": [],
        "_type": f"{KIND}User",
    }


def _post(told: Told, author: Person) -> dict[str, Any]:
    about, kind = told.about, told.kind
    is_repost = kind == "repost"
    parent = about if kind in {"reply", "self_reply"} else None
    answered = parent.post_id if parent else None
    return {
        **_frame(told.post_id, author, told.at, told.text),
        "lang": told.lang,
        "replyCount": 0 if is_repost else told.replies,
        "retweetCount": about.reposts if is_repost and about else told.reposts,
        "likeCount": 0 if is_repost else told.likes,
        "quoteCount": 0 if is_repost else told.quotes,
        "bookmarkedCount": 0 if is_repost else told.bookmarks,
        "viewCount": told.impressions,
        "hashtags": list(told.hashtags),
        "cashtags": [],
        "mentionedUsers": [_ref(handle, user_id) for handle, user_id in told.mentions],
        "links": [
            {"url": target, "text": target[8:], "tcourl": short}
            for short, target in told.links
        ],
        "media": {
            "photos": [{"url": "https://pbs.twimg.com/media/p.jpg"}] * told.media,
            "videos": [],
            "animated": [],
        },
        "retweetedTweet": _other(about) if is_repost else None,
        "quotedTweet": _other(about) if kind == "quote" else None,
        "inReplyToTweetId": int(answered) if answered else None,
        "inReplyToTweetIdStr": answered,
        "inReplyToUser": _ref(parent.author.handle, parent.author.user_id)
        if parent
        else None,
        "inReplyToScreenName": parent.author.handle if parent else None,
        "source": f'<a href="https://desk.example" rel="nofollow">{told.source}</a>',
        "isQuoteStatus": kind == "quote",
        "editControl": {"edit_tweet_ids": [told.post_id], "edits_remaining": "5"},
        "_type": f"{KIND}Tweet",
    }


def _frame(post_id: str, author: Person, moment: datetime, text: str) -> dict[str, Any]:
    return {
        "id": int(post_id),
        "id_str": post_id,
        "url": f"https://x.com/{author.handle}/status/{post_id}",
        "date": _when(moment),
        "user": _user(author),
        "rawContent": _escaped(text),
    }


def _other(other: Other | None) -> dict[str, Any] | None:
    if other is None or other.post_id is None:
        return None
    return {
        **_frame(other.post_id, other.author, other.at, other.text),
        "retweetCount": other.reposts,
        "likeCount": other.likes,
        "retweetedTweet": None,
        "quotedTweet": None,
        "_type": f"{KIND}Tweet",
    }
