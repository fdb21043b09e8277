"""What the platform found in the text of a post; shared by the readers of X's own JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from acctaudit.model.tables import Link, Mention

Memo = dict[object, object]
"""Values seen before, so that a client's name is held once and not once a post."""


class Url(msgspec.Struct, gc=False, frozen=True):
    """A link in the text."""

    url: str = ""
    expanded_url: str | None = None


class Tag(msgspec.Struct, gc=False, frozen=True):
    """A hashtag, without #."""

    text: str = ""


class Person(msgspec.Struct, gc=False, frozen=True):
    """Somebody mentioned."""

    screen_name: str = ""
    id_str: str | None = None


class Media(msgspec.Struct, gc=False, frozen=True):
    """A picture or video, of which only the number counts."""


class Entities(msgspec.Struct, gc=False, frozen=True):
    """Links, hashtags, mentions, media."""

    urls: tuple[Url, ...] = ()
    hashtags: tuple[Tag, ...] = ()
    user_mentions: tuple[Person, ...] = ()
    media: tuple[Media, ...] = ()


def entity_columns(found: list[Entities], memo: Memo) -> dict[str, list[object]]:
    """The columns links, hashtags and mentions of a batch of posts."""
    return {
        "links": [_links(item.urls) if item.urls else () for item in found],
        "hashtags": [_tags(item.hashtags, memo) if item.hashtags else () for item in found],
        "mentions": [
            _mentions(item.user_mentions, memo) if item.user_mentions else ()
            for item in found
        ],
    }


def _links(urls: tuple[Url, ...]) -> list[Link]:
    return [(item.url, item.expanded_url or item.url) for item in urls]


def _tags(found: tuple[Tag, ...], memo: Memo) -> list[object]:
    return [memo.setdefault(tag.text, tag.text) for tag in found]


def _mentions(people: tuple[Person, ...], memo: Memo) -> list[object]:
    found: list[Mention] = [(person.screen_name, person.id_str) for person in people]
    return [memo.setdefault(mention, mention) for mention in found]
