"""congresstweets: a day of the posts of Congress a file, JSON, many accounts.

A repost is written as `RT @name …`, without colon, and its link is the original's. A quoted
post is written behind the text, as `… QT @name …`. No column says which posts are replies.
"""

from __future__ import annotations

import re

from acctaudit.readers import cells
from acctaudit.readers.declared import ident, joined, one, table_reader

_REPOST = re.compile(r"RT @\w{1,20}\b")
_QUOTED = re.compile(r"\s+QT @\w{1,20}\b")
_ROW = ("text", "link", "id")


def _original(text: object, link: object, post: object) -> str | None:
    """The post that is passed on: the link of a repost leads to another than itself."""
    found = cells.id_in(link)
    other = found is not None and found != cells.ident(post).digits
    return found if other and _is_marked(text) else None


def _is_marked(text: object) -> bool:
    return isinstance(text, str) and _REPOST.match(text) is not None


def _quotes(text: object) -> bool:
    return isinstance(text, str) and not _is_marked(text) and bool(_QUOTED.search(text))


def _text(cell: object) -> str | None:
    """The account's own words; what it quotes is somebody else's."""
    text = cells.text(cell)
    return text if text is None or _is_marked(text) else _QUOTED.split(text, maxsplit=1)[0]


READER = table_reader(
    "congresstweets",
    "congresstweets (a JSON file a day), one account of it with --account",
    telling=("id", "screen_name", "user_id", "time", "link", "text", "source"),
    columns={
        **ident("id"),
        "created_at": one(cells.when, "time"),
        "text": one(_text, "text"),
        "source": one(cells.word, "source"),
        "author_id": one(cells.user_id, "user_id"),
        "author_handle": one(cells.handle, "screen_name"),
        "is_quote": one(_quotes, "text"),
        "is_repost": joined(lambda *row: _original(*row) is not None, *_ROW),
        "repost_of_id": joined(_original, *_ROW),
    },
)
