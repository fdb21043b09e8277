"""API v1.1 as a flat table, which pandas makes of it: one column for each place in a list.

`entities.hashtags.0.text` is the first hashtag; files have up to 2,553 columns. What is
missing is written as `None`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from acctaudit.readers import cells
from acctaudit.readers.declared import answers, ident, joined, one, table_reader
from acctaudit.readers.reposts import own_reactions

if TYPE_CHECKING:
    from collections.abc import Callable

    from acctaudit.readers.declared import Cells
    from acctaudit.readers.source import Export

_TEXTS = (
    "retweeted_status.extended_tweet.full_text", "retweeted_status.full_text",
    "retweeted_status.text", "extended_tweet.full_text", "full_text", "text",
)  # fmt: skip
"""The whole text comes first: of a repost that of the original."""
_NO_TEXT = {"", "None", "nan"}
_NESTED = ("user.", "entities.", "retweeted_status.")
_SELF_LINK = "twitter.com/i/web/status/"


@dataclass(frozen=True)
class Numbered:
    """A list whose items stand in numbered columns: `before.0.part`, `before.1.part` …"""

    before: str
    parts: tuple[str, ...]
    convert: Callable[..., object]

    def column(self, found: Cells, rows: int, /) -> list[object] | None:
        """The list of every row; None if the table has nothing from inside the posts."""
        if not any(name.startswith("entities.") for name in found):
            return None
        lists: list[list[object]] = [[] for _ in range(rows)]
        for place in self._places(found):
            names = [f"{self.before}.{place}.{part}" for part in self.parts]
            columns = [found.get(name) or [None] * rows for name in names]
            for row, item in enumerate(zip(*columns, strict=True)):
                if not cells.is_missing(item[0]):
                    lists[row].append(self.convert(*item))
        return [[item for item in items if item is not None] for items in lists]

    def _places(self, found: Cells) -> list[int]:
        before, after = f"{self.before}.", f".{self.parts[0]}"
        middles = (
            name[len(before) : -len(after)]
            for name in found
            if name.startswith(before) and name.endswith(after)
        )
        return sorted(int(middle) for middle in middles if middle.isdecimal())


def sniff(export: Export) -> bool:
    """Whether the header has the names of a status, and dotted ones of what is in it."""
    if not export.single or export.look.start in {"{", "["}:
        return False
    found = export.look.columns
    nested = any(name.startswith(_NESTED) for name in found)
    return {"id_str", "created_at"} <= found and nested


def _text(*texts: Any) -> object:
    whole = (text for text in texts if isinstance(text, str) and text not in _NO_TEXT)
    return cells.text(next(whole, None))


def _link(short: Any, long: Any) -> object:
    target = str(short if cells.is_missing(long) else long)
    return None if _SELF_LINK in target else (str(short), target)


def _is_there(cell: Any) -> bool:
    return not cells.is_missing(cell)


_TABLE = table_reader(
    "api-v1-csv",
    "API v1.1 as a flat CSV (pandas; entities.hashtags.0.text …)",
    telling=("id_str", "created_at"),
    columns={
        **ident("id_str"),
        "created_at": one(cells.when, "created_at"),
        "text": joined(_text, *_TEXTS),
        "lang": one(cells.word, "lang"),
        "source": one(cells.word, "source"),
        "author_id": one(cells.user_id, "user.id_str", "user.id"),
        "author_handle": one(cells.handle, "user.screen_name"),
        "is_repost": one(_is_there, "retweeted_status.id_str", "retweeted_status.id"),
        "repost_of_id": one(cells.reference, "retweeted_status.id_str"),
        **answers("in_reply_to_status_id_str"),
        "in_reply_to_user_id": one(cells.user_id, "in_reply_to_user_id_str"),
        "in_reply_to_handle": one(cells.handle, "in_reply_to_screen_name"),
        "quote_of_id": one(cells.reference, "quoted_status_id_str"),
        "likes": one(cells.number, "favorite_count"),
        "reposts": one(cells.number, "retweet_count"),
        "replies": one(cells.number, "reply_count"),
        "quotes": one(cells.number, "quote_count"),
        "links": Numbered("entities.urls", ("url", "expanded_url"), _link),
        "hashtags": Numbered("entities.hashtags", ("text",), str),
        "mentions": Numbered(
            "entities.user_mentions",
            ("screen_name", "id_str"),
            lambda handle, user: (str(handle), cells.user_id(user)),
        ),
    },
    authors={
        "user_id": one(cells.user_id, "user.id_str", "user.id"),
        "handle": one(cells.handle, "user.screen_name"),
        "name": one(cells.said, "user.name"),
        "bio": one(cells.said, "user.description"),
        "location": one(cells.said, "user.location"),
        "url": one(cells.said, "user.url"),
        "url_expanded": one(cells.word, "user.entities.url.urls.0.expanded_url"),
        "avatar_url": one(cells.said, "user.profile_image_url_https"),
        "banner_url": one(cells.said, "user.profile_banner_url"),
        "default_avatar": one(cells.flag, "user.default_profile_image"),
        "verified": one(cells.flag, "user.verified"),
        "protected": one(cells.flag, "user.protected"),
        "created_at": one(cells.when, "user.created_at"),
        "followers": one(cells.count, "user.followers_count"),
        "following": one(cells.count, "user.friends_count"),
        "listed": one(cells.count, "user.listed_count"),
        "posts_total": one(cells.count, "user.statuses_count"),
    },
    finish=own_reactions,
)
READER = replace(_TABLE, sniff=sniff)
