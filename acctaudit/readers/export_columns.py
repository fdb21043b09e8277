"""Our columns, taken from the rows of a document of our own format."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

import msgspec

from acctaudit.readers import export_schema as shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Take = Callable[[shape.Post], object]

PLAIN = (
    "created_at",
    "text",
    "lang",
    "source",
    "is_reply",
    "replies_known",
    "is_quote",
    "apart",
    "cut",
    "edit_of",
    "likes",
    "reposts",
    "replies",
    "quotes",
    "bookmarks",
    "impressions",
    "clicks",
    "profile_visits",
    "media",
    "has_link",
    "has_hashtag",
    "has_mention",
)
"""Columns of posts that go by the same name in a document."""
_REPLIES = ("in_reply_to_post_id", "in_reply_to_user_id", "in_reply_to_handle")
_ALWAYS = ("is_repost", "post_id", "repost_of_id", "quote_of_id")
"""Columns that a document has which does not say what it measured."""


def fields_of(row: msgspec.Struct) -> Iterable[tuple[str, object]]:
    """Names and values of all fields."""
    return [(name, getattr(row, name)) for name in row.__struct_fields__]


def side_cells(row: msgspec.Struct, named: list[str]) -> dict[str, object]:
    """A row of a side table by our columns; those that are named, or else all."""
    cells = dict(fields_of(row))
    if "id" in cells:
        found = cells.pop("id")
        cells = {"post_id": found if cells.pop("id_exact") else None} | cells
    return {name: cells[name] for name in named if name in cells} if named else cells


def _take_reply(name: str) -> Take:
    """How a part of what a post answers is taken from it."""
    part = attrgetter(name)
    return lambda post: part(post.in_reply_to) if post.in_reply_to else None


def _take_links(post: shape.Post) -> object:
    return post.links and [(link.url, link.expanded or link.url) for link in post.links]


def _take_mentions(post: shape.Post) -> object:
    return post.mentions and [(who.handle, who.user_id) for who in post.mentions]


def _nothing(_: shape.Post) -> None:
    """A column that only says that the source has it; the account has used it up."""


TAKEN: dict[str, Take] = {
    "is_repost": lambda post: post.reposted or post.repost_of is not None,
    "in_reply_to_post_id": _take_reply("post_id"),
    "in_reply_to_user_id": _take_reply("user_id"),
    "in_reply_to_handle": _take_reply("handle"),
    "post_id": lambda post: post.id if post.id_exact else None,
    "repost_of_id": attrgetter("repost_of"),
    "quote_of_id": attrgetter("quote_of"),
    "post_link_id": attrgetter("post_link"),
    **{name: attrgetter(name) for name in PLAIN},
    "links": _take_links,
    "hashtags": lambda post: post.hashtags and list(post.hashtags),
    "mentions": _take_mentions,
    "author_id": _nothing,
    "author_handle": _nothing,
    "id_exact": _nothing,
}
"""How each of our columns is taken from a post."""


def post_columns(
    posts: list[shape.Post], measured: tuple[str, ...] | None
) -> dict[str, list[object]]:
    """Our columns: those measured, or else those of which a post of the batch has one."""
    if measured is not None:
        found = {name: _column(posts, name) for name in measured if name in TAKEN}
        lists = found.keys() & {"links", "hashtags", "mentions"}
        return found | {name: [cell or () for cell in found[name]] for name in lists}
    told = any(post.in_reply_to is not msgspec.UNSET for post in posts)
    always = (*_ALWAYS, *(_REPLIES if told else ()))
    rest = (name for name in TAKEN if name not in {*_ALWAYS, *_REPLIES})
    optional = {name: _column(posts, name) for name in rest}
    known = {name: cells for name, cells in optional.items() if _any(cells)}
    return {name: _column(posts, name) for name in always} | known


def _column(posts: list[shape.Post], name: str) -> list[object]:
    return list(map(TAKEN[name], posts))


def _any(cells: list[object]) -> bool:
    return any(cell is not None for cell in cells)
