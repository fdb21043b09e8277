"""acctaudit's own JSON with everything that it may hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from samples.writers import ALL

if TYPE_CHECKING:
    from samples.tale import Person, Tale, Told

KINDS = ALL
KEEPS = frozenset(
    {
        "text", "lang", "source", "kind", "likes", "reposts", "replies", "quotes",
        "bookmarks", "impressions", "clicks", "profile_visits", "media", "links",
        "hashtags", "mentions", "in_reply_to_post_id", "in_reply_to_user_id",
        "in_reply_to_handle", "repost_of_id", "quote_of_id", "created_at",
    }
)  # fmt: skip
TELLS = {
    "handle": "arch_museum",
    "observed": "2024-05-01",
    "followers": 6,
    "following": 2,
    "inbound": 4,
    "daily": 2,
    "outcomes": 1,
}
COUNTS = (
    "likes", "reposts", "replies", "quotes", "bookmarks", "impressions", "clicks",
    "profile_visits", "media",
)  # fmt: skip


def write(tale: Tale) -> dict[str, bytes]:
    """One document."""
    owner = tale.owner
    days = [
        {"date": f"2024-04-{29 + n}", "impressions": 400 + n, "new_follows": n}
        for n in range(2)
    ]
    document = {
        "schema": "acctaudit/export/1",
        "as_of": tale.as_of.date().isoformat(),
        "timeline": "complete",
        "account": {**_person(owner), "bio": owner.bio, "posts_total": owner.posts_total},
        "posts": [_post(told) for told in tale.posts],
        "inbound": [_inbound(told) for told in tale.inbound],
        "followers": [_person(person) for person in tale.followers],
        "following": [_person(person) for person in tale.following],
        "daily": days,
        "outcomes": [{"date": "2024-04-30", "outcome": "guided tour", "value": 12}],
    }
    return {"export.json": (json.dumps(document, indent=1) + "\n").encode()}


def _person(person: Person) -> dict[str, Any]:
    return {
        "user_id": person.user_id,
        "handle": person.handle,
        "followers": person.followers,
        "following": person.following,
        "created_at": person.created_at.isoformat(),
    }


def _inbound(told: Told) -> dict[str, Any]:
    author = told.about.author if told.about else None
    return {
        "id": told.post_id,
        "created_at": told.at.isoformat(),
        "author_id": author and author.user_id,
        "author_handle": author and author.handle,
        "text": told.text,
    }


def _post(told: Told) -> dict[str, Any]:
    about = told.about
    row: dict[str, Any] = {
        "id": told.post_id,
        "created_at": told.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "text": told.text,
        "lang": told.lang,
        "source": told.source,
        "in_reply_to": None,
        **{name: getattr(told, name) for name in COUNTS},
        "links": [{"url": url, "expanded": target} for url, target in told.links],
        "hashtags": [*told.hashtags],
        "mentions": [{"handle": name, "user_id": user} for name, user in told.mentions],
    }
    if about is not None and told.kind in {"reply", "self_reply"}:
        author = about.author
        row["in_reply_to"] = {
            "post_id": about.post_id,
            "user_id": author.user_id,
            "handle": author.handle,
        }
    if about is not None and told.kind in {"repost", "quote"}:
        row[f"{told.kind}_of"] = about.post_id
    return row
