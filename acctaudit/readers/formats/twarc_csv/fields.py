r"""What stands in the cells of twarc-csv: lists as JSON, line ends as the characters `\n`.

Some versions write the items of a list as the API has them, some as plain text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from acctaudit.readers import cells
from acctaudit.readers.declared import one
from acctaudit.readers.people import is_default

if TYPE_CHECKING:
    from acctaudit.readers.declared import Column

_OWN_MEDIA = ("/photo/", "/video/", "pic.twitter.com/", "pic.x.com/")
_SELDOM_EMPTY = ("bio", "location", "url", "avatar_url")
"""Empty where somebody left them so, and also where they were not asked for."""


def lines(cell: Any) -> str | None:
    """A text with its line ends."""
    text = cells.text(cell)
    return None if text is None else text.replace("\\n", "\n")


def edit_of(cell: Any) -> str | None:
    """The first version of a post that has several."""
    versions = cells.json_list(cell)
    return cells.reference(versions[0]) if len(versions) > 1 else None


def _items(cell: Any, name: str) -> list[dict[str, Any]]:
    """The objects of a list that have this field; a plain text is taken for it."""
    listed = cells.json_list(cell)
    found = [item if isinstance(item, dict) else {name: item} for item in listed]
    return [item for item in found if isinstance(item.get(name), str)]


def hashtags(cell: Any) -> list[object]:
    """Tags without #."""
    return [item["tag"].removeprefix("#") for item in _items(cell, "tag")]


def mentions(cell: Any, handle: Any, user: Any) -> list[object]:
    """Those in the text; of a repost also whom it passes on, as in `RT @name`."""
    passed_on = cells.handle(handle)
    found: list[object] = [(passed_on, cells.user_id(user))] if passed_on else []
    return found + [
        (item["username"].removeprefix("@"), cells.user_id(item.get("id")))
        for item in _items(cell, "username")
    ]


def links(cell: Any) -> list[object]:
    """Links to elsewhere; those to the post's own pictures are no links."""
    pairs = [
        (item["url"], cells.word(item.get("expanded_url")) or item["url"])
        for item in _items(cell, "url")
    ]
    return [pair for pair in pairs if not any(part in pair[1] for part in _OWN_MEDIA)]


def _said(cell: Any) -> str | None:
    text = cells.said(cell)
    return None if text is None else text.replace("\\n", "\n")


def _expanded(cell: Any) -> str | None:
    found = [item["expanded_url"] for item in _items(cell, "expanded_url")]
    return found[0] if found else None


def _is_default(cell: Any) -> bool | None:
    return is_default(cells.word(cell))


def person(before: str) -> dict[str, Column]:
    """Fields of `Profile`, in columns whose names begin so."""
    counted = f"{before}public_metrics."
    return {
        "user_id": one(cells.user_id, f"{before}id"),
        "handle": one(cells.handle, f"{before}username"),
        "name": one(cells.said, f"{before}name"),
        "bio": one(_said, f"{before}description"),
        "location": one(cells.said, f"{before}location"),
        "url": one(cells.said, f"{before}url"),
        "url_expanded": one(_expanded, f"{before}entities.url.urls"),
        "avatar_url": one(cells.said, f"{before}profile_image_url"),
        "default_avatar": one(_is_default, f"{before}profile_image_url"),
        "protected": one(cells.flag, f"{before}protected"),
        "verified": one(cells.flag, f"{before}verified"),
        "pinned_id": one(cells.reference, f"{before}pinned_tweet_id"),
        "created_at": one(cells.when, f"{before}created_at"),
        "followers": one(cells.count, f"{counted}followers_count"),
        "following": one(cells.count, f"{counted}following_count"),
        "listed": one(cells.count, f"{counted}listed_count"),
        "posts_total": one(cells.count, f"{counted}tweet_count"),
    }


def forget_unasked(facts: dict[str, object]) -> None:
    """Where the counters were not asked for, the profile was not either."""
    if facts.get("followers") is None:
        facts.update({name: facts.get(name) or None for name in _SELDOM_EMPTY})
