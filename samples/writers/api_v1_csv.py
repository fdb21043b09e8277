"""API v1.1 made flat: a column for each place of each list, `None` for what is missing."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from samples.writers import ALL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from samples.tale import Other, Person, Tale, Told

KINDS = ALL
KEEPS = frozenset(
    {
        "text", "created_at", "lang", "kind", "likes", "reposts", "links",
        "hashtags", "mentions", "in_reply_to_post_id", "in_reply_to_user_id",
        "in_reply_to_handle", "repost_of_id", "quote_of_id",
    }
)  # fmt: skip
TELLS = {"handle": "arch_museum"}


def write(tale: Tale) -> dict[str, bytes]:
    """One file, newest first."""
    rows = [dict(_flat(_status(told, tale.owner))) for told in tale.posts[::-1]]
    names = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(names)
    table.writerows([str(row.get(name)) for name in names] for row in rows)
    return {"arch_museum_statuses.csv": text.getvalue().encode()}


def _flat(value: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Leaves of a nested value, by the path to them."""
    if isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for name, item in items:
            yield from _flat(item, f"{before}.{name}" if before else str(name))
    else:
        yield before, value


def ctime(moment: datetime) -> str:
    """A time as API v1.1 writes it."""
    return moment.strftime("%a %b %d %H:%M:%S +0000 %Y")


def escaped(text: str) -> str:
    """Text as the platform escapes it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _status(told: Told, author: Person) -> dict[str, Any]:
    about = told.about
    asked = about if told.kind in {"reply", "self_reply"} else None
    row: dict[str, Any] = {
        "created_at": ctime(told.at),
        "id": int(told.post_id),
        "id_str": told.post_id,
        "full_text": escaped(told.text),
        "truncated": False,
        "entities": _entities(told),
        "source": f'<a href="https://desk.example" rel="nofollow">{told.source}</a>',
        "in_reply_to_status_id_str": asked.post_id if asked else None,
        "in_reply_to_user_id_str": asked.author.user_id if asked else None,
        "in_reply_to_screen_name": asked.author.handle if asked else None,
        "user": _user(author),
        "is_quote_status": told.kind == "quote",
        "retweet_count": told.reposts,
        "favorite_count": told.likes,
        "favorited": False,
        "retweeted": False,
        "lang": told.lang,
    }
    if about and told.kind == "repost":
        row |= {"retweeted_status": _original(about), "retweet_count": about.reposts}
    if about and told.kind == "quote":
        row["quoted_status_id_str"] = about.post_id
    return row


def _entities(told: Told) -> dict[str, Any]:
    return {
        "hashtags": [{"text": tag, "indices": [0, 1]} for tag in told.hashtags],
        "user_mentions": [
            {"screen_name": handle, "id_str": user, "indices": [0, 1]}
            for handle, user in told.mentions
        ],
        "urls": [
            {"url": short, "expanded_url": target, "display_url": target[8:]}
            for short, target in told.links
        ],
    }


def _original(other: Other) -> dict[str, Any]:
    return {
        "created_at": ctime(other.at),
        "id_str": other.post_id,
        "full_text": escaped(other.text),
        "user": _user(other.author),
        "retweet_count": other.reposts,
        "favorite_count": other.likes,
    }


def _user(person: Person) -> dict[str, Any]:
    return {
        "id": int(person.user_id),
        "id_str": person.user_id,
        "name": person.name,
        "screen_name": person.handle,
        "location": person.location,
        "description": escaped(person.bio),
        "url": person.url or None,
        "protected": person.protected,
        "followers_count": person.followers,
        "friends_count": person.following,
        "listed_count": person.listed,
        "created_at": ctime(person.created_at),
        "verified": person.verified,
        "statuses_count": person.posts_total,
        "profile_image_url_https": person.avatar_url or None,
        "default_profile_image": not person.avatar_url,
    }
