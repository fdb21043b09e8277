"""TAGS: a search for one account's posts, their ids rounded by the sheet."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from samples.writers import ALL, UNMARKED
from samples.writers._flat import Row, ctime, escaped, rounded, sheet

if TYPE_CHECKING:
    from samples.tale import Person, Tale, Told

KINDS = ALL
SHOWS = UNMARKED
KEEPS = frozenset(
    {
        "post_id", "created_at", "text", "kind", "media", "links", "hashtags", "mentions",
        "in_reply_to_user_id", "in_reply_to_handle",
    }
)  # fmt: skip
TELLS = {"handle": "arch_museum"}
"""What else the export says."""
COLUMNS = (
    "id_str", "from_user", "text", "created_at", "time", "geo_coordinates", "user_lang",
    "in_reply_to_user_id_str", "in_reply_to_screen_name", "from_user_id_str",
    "in_reply_to_status_id_str", "source", "profile_image_url", "user_followers_count",
    "user_friends_count", "user_location", "status_url", "entities_str",
)  # fmt: skip


def write(tale: Tale) -> dict[str, bytes]:
    """The newest post first."""
    rows = [_row(told, tale.owner) for told in tale.posts[::-1]]
    return {"TAGS v6.1 - Archive.csv": sheet(COLUMNS, rows)}


def _row(told: Told, owner: Person) -> Row:
    answers = told.about if told.kind in {"reply", "self_reply"} else None
    return {
        "id_str": rounded(told.post_id),
        "from_user": owner.handle,
        "text": escaped(told.text),
        "created_at": ctime(told.at),
        "time": told.at.strftime("%d/%m/%Y %H:%M:%S"),
        "user_lang": "en",
        "in_reply_to_user_id_str": answers.author.user_id if answers else "",
        "in_reply_to_screen_name": answers.author.handle if answers else "",
        "from_user_id_str": owner.user_id,
        "in_reply_to_status_id_str": rounded(answers.post_id if answers else None),
        "source": f'<a href="https://desk.example" rel="nofollow">{told.source}</a>',
        "profile_image_url": owner.avatar_url,
        "user_followers_count": owner.followers,
        "user_friends_count": owner.following,
        "user_location": owner.location,
        "status_url": f"http://twitter.com/{owner.handle}/statuses/{told.post_id}",
        "entities_str": json.dumps(_entities(told)),
    }


def _entities(told: Told) -> dict[str, Any]:
    return {
        "hashtags": [{"text": tag, "indices": [0, 1]} for tag in told.hashtags],
        "symbols": [],
        "user_mentions": [
            {"screen_name": handle, "name": handle, "id": int(user), "id_str": user}
            for handle, user in told.mentions
        ],
        "urls": [
            {"url": short, "expanded_url": target, "display_url": target[8:]}
            for short, target in told.links
        ],
        "media": [{"id_str": "1", "type": "photo"}] * told.media,
    }
