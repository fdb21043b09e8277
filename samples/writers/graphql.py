"""Answers of the web app as of 2026: posts and replies of a user, and two lists of people.

A reply comes in a conversation with the post that it answers, and advertisements and
suggestions stand between the posts.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from samples.tale import Other, Person
from samples.writers import ALL

if TYPE_CHECKING:
    from datetime import datetime

    from samples.tale import Tale, Told

Json = dict[str, Any]
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
SELLER = Person("900000001", "buy_things", "Buy Things", followers=9)


def write(tale: Tale) -> dict[str, bytes]:
    """Two pages of posts, one a line; followers and followed with line breaks."""
    newest_first = tale.posts[::-1]
    pinned, *rest = newest_first
    half = len(rest) // 2
    pages = [
        _timeline([_entry(told, tale.owner) for told in part], pin)
        for part, pin in ((rest[:half], _entry(pinned, tale.owner, pin=True)),
                          (rest[half:], None))
    ]  # fmt: skip
    files = {"UserTweetsAndReplies.jsonl": "".join(map(_line, pages)).encode()}
    for name in ("followers", "following"):
        people: tuple[Person, ...] = getattr(tale, name)
        if people:
            entries = [_person_entry(person) for person in people]
            files[f"{name}.json"] = json.dumps(_timeline(entries), indent=1).encode()
    return files


def _line(page: Json) -> str:
    return json.dumps(page) + "\n"


def _timeline(entries: list[Json], pinned: Json | None = None) -> Json:
    instructions: list[Json] = [{"type": "TimelineClearCache"}]
    if pinned:
        instructions.append({"type": "TimelinePinEntry", "entry": pinned})
    cursor = {
        "entryId": "cursor-bottom-1",
        "content": {"entryType": "TimelineTimelineCursor", "value": "abc"},
    }
    strangers = [_promoted(), _suggested()] if pinned else []
    instructions.append(
        {"type": "TimelineAddEntries", "entries": [*entries[:2], *strangers,
                                                   *entries[2:], cursor]}
    )  # fmt: skip
    timeline = {"timeline": {"instructions": instructions, "metadata": {}}}
    return {"data": {"user": {"result": {"__typename": "User", "timeline": timeline}}}}


def _item(content: Json) -> Json:
    return {
        "entryType": "TimelineTimelineItem",
        "__typename": "TimelineTimelineItem",
        "itemContent": content,
    }


def _content(post: Json) -> Json:
    return {
        "itemType": "TimelineTweet",
        "__typename": "TimelineTweet",
        "tweet_results": {"result": post},
        "tweetDisplayType": "Tweet",
    }


def _entry(told: Told, owner: Person, *, pin: bool = False) -> Json:
    """An entry of its own, or for a reply a conversation of two."""
    post = _post(told, owner)
    about = told.about
    if pin or told.kind != "reply" or about is None or about.post_id is None:
        return {"entryId": f"tweet-{told.post_id}", "content": _item(_content(post))}
    name = f"profile-conversation-{told.post_id}"
    pairs = ((about.post_id, _other(about)), (told.post_id, post))
    items = [
        {"entryId": f"{name}-tweet-{post_id}", "item": {"itemContent": _content(each)}}
        for post_id, each in pairs
    ]
    content = {"entryType": "TimelineTimelineModule", "items": items}
    return {"entryId": name, "content": content}


def _promoted() -> Json:
    advert = _other(Other("1700000000000000001", SELLER, "Buy now"))
    content = {**_content(advert), "promotedMetadata": {"advertiser_results": {}}}
    return {"entryId": "promoted-tweet-1700000000000000001", "content": _item(content)}


def _suggested() -> Json:
    person = {"itemType": "TimelineUser", "user_results": {"result": _user(SELLER)}}
    items = [{"entryId": "who-to-follow-1-user-900000001", "item": {"itemContent": person}}]
    content = {"entryType": "TimelineTimelineModule", "items": items}
    return {"entryId": "who-to-follow-1", "content": content}


def _person_entry(person: Person) -> Json:
    content = {
        "itemType": "TimelineUser",
        "user_results": {"result": _user(person)},
        "userDisplayType": "User",
    }
    return {"entryId": f"user-{person.user_id}", "content": _item(content)}


def _ctime(moment: datetime) -> str:
    return moment.strftime("%a %b %d %H:%M:%S +0000 %Y")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _url(short: str, target: str) -> Json:
    return {"url": short, "expanded_url": target, "display_url": target[8:]}


def _user(person: Person) -> Json:
    urls = {"urls": [_url(person.url, person.url_expanded)]} if person.url else {}
    return {
        "__typename": "User",
        "id": "VXNlcjox",
        "rest_id": person.user_id,
        "avatar": {"image_url": person.avatar_url},
        "banner": {"image_url": person.banner_url} if person.banner_url else {},
        "core": {
            "created_at": _ctime(person.created_at),
            "name": person.name,
            "screen_name": person.handle,
        },
        "is_blue_verified": False,
        "location": {"location": person.location},
        "privacy": {"protected": person.protected},
        "profile_bio": {
            "description": _escaped(person.bio),
            "entities": {"description": {}, "url": urls},
        },
        "relationship_counts": {
            "followers": person.followers,
            "following": person.following,
        },
        "tweet_counts": {"media_tweets": 0, "tweets": person.posts_total},
        "verification": {"verified": person.verified},
        "website": {"url": person.url} if person.url else {},
    }


def _post(told: Told, author: Person) -> Json:
    about, is_repost = told.about, told.kind == "repost"
    legacy = {
        **_legacy(author, told.at, told.text),
        "lang": told.lang,
        "favorite_count": 0 if is_repost else told.likes,
        "retweet_count": about.reposts if is_repost and about else told.reposts,
        "reply_count": 0 if is_repost else told.replies,
        "quote_count": 0 if is_repost else told.quotes,
        "bookmark_count": 0 if is_repost else told.bookmarks,
        "is_quote_status": told.kind == "quote",
        "entities": _entities(told),
    }
    if told.media:
        legacy["extended_entities"] = {"media": [{"type": "photo"}] * told.media}
    post = {**_frame(told.post_id, author, legacy), "views": _views(told.impressions)}
    post["source"] = f'<a href="https://desk.example" rel="nofollow">{told.source}</a>'
    if about is not None:
        _refer(post, told.kind, about)
    return post


def _refer(post: Json, kind: str, about: Other) -> None:
    legacy = post["legacy"]
    if kind in {"reply", "self_reply"}:
        legacy["in_reply_to_status_id_str"] = about.post_id
        legacy["in_reply_to_user_id_str"] = about.author.user_id
        legacy["in_reply_to_screen_name"] = about.author.handle
    elif kind == "repost":
        legacy["retweeted_status_result"] = {"result": _other(about)}
    elif kind == "quote":
        legacy["quoted_status_id_str"] = about.post_id
        post["quoted_status_result"] = {"result": _other(about)}


def _frame(post_id: str, author: Person, legacy: Json) -> Json:
    return {
        "__typename": "Tweet",
        "rest_id": post_id,
        "core": {"user_results": {"result": _user(author)}},
        "edit_control": {"edit_tweet_ids": [post_id], "edits_remaining": "5"},
        "legacy": {**legacy, "id_str": post_id, "conversation_id_str": post_id},
    }


def _legacy(author: Person, moment: datetime, text: str) -> Json:
    return {
        "created_at": _ctime(moment),
        "full_text": _escaped(text),
        "user_id_str": author.user_id,
    }


def _views(count: int) -> Json:
    return {"count": str(count), "state": "EnabledWithCount"}


def _entities(told: Told) -> Json:
    found: dict[str, list[Json]] = {
        "hashtags": [{"text": tag} for tag in told.hashtags],
        "urls": [_url(*link) for link in told.links],
        "user_mentions": [
            {"screen_name": handle, "id_str": user_id} for handle, user_id in told.mentions
        ],
        "media": [{"type": "photo"}] if told.media else [],
    }
    return {name: items for name, items in found.items() if items}


def _other(other: Other) -> Json:
    legacy = {
        **_legacy(other.author, other.at, other.text),
        "favorite_count": other.likes,
        "retweet_count": other.reposts,
    }
    return _frame(other.post_id or "", other.author, legacy)
