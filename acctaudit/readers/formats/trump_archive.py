"""Trump Twitter Archive, first version: condensed JSON by year, or CSV.

Whose posts they are does not stand in the file, and of a reply only who is answered. Yet
the platform takes a post for a reply to somebody only if it names them with @ (API v1.1,
`in_reply_to_status_id`); one that names nobody goes on with a post of the account itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from acctaudit.readers import cells
from acctaudit.readers.declared import ident, one, table_reader
from acctaudit.readers.reposts import own_reactions
from acctaudit.say import say

if TYPE_CHECKING:
    from acctaudit.model.tables import Tables
    from acctaudit.readers.source import Export

_DASHED = re.compile(r"(\d\d)-(\d\d)-(\d{4}) (\d\d:\d\d:\d\d)")


def _time(cell: object) -> object:
    """The time; the CSV has it in American order (`08-10-2020 14:23:45`), without zone."""
    found = _DASHED.fullmatch(str(cell).strip())
    return f"{found[3]}-{found[1]}-{found[2]} {found[4]}" if found else cells.when(cell)


def owner(tables: Tables, export: Export) -> None:
    """The account itself: the only one that is answered by posts that name nobody."""
    columns = tables.posts.columns
    answered = columns.get("in_reply_to_user_id") or []
    texts = columns.get("text") or []
    silent = {
        user
        for user, text in zip(answered, texts, strict=False)
        if user and isinstance(text, str) and "@" not in text
    }
    if len(silent) == 1:
        tables.profile["user_id"] = silent.pop()
        tables.remarks.append(
            say("whose posts these are was inferred from replies that name nobody")
        )
    own_reactions(tables, export)


READER = table_reader(
    "trump-archive",
    "Trump Twitter Archive, first version (condensed JSON, or CSV)",
    telling=("source", "id_str", "text", "created_at", "is_retweet", "favorite_count"),
    without=("user", "full_text"),
    timeline="complete",
    columns={
        **ident("id_str"),
        "created_at": one(_time, "created_at"),
        "text": one(cells.text, "text"),
        "source": one(cells.word, "source"),
        "is_repost": one(lambda cell: cells.flag(cell) is True, "is_retweet"),
        "in_reply_to_user_id": one(cells.user_id, "in_reply_to_user_id_str"),
        "likes": one(cells.number, "favorite_count"),
        "reposts": one(cells.number, "retweet_count"),
    },
    finish=owner,
)
