"""Customer Support on Twitter (twcs.csv): conversations of people with brands.

Many accounts stand in it. Brands go by their handle, customers by a number that the makers
gave them, and all ids are numbers that only count up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.readers import cells
from acctaudit.readers.declared import answers, ident, one, table_reader
from acctaudit.say import marked, say

if TYPE_CHECKING:
    from acctaudit.model.tables import Tables
    from acctaudit.readers.source import Export

_ANSWERED = marked(
    "the dataset holds only conversations that somebody answered, so a share of answered"
    " posts is at most what it shows"
)


def _number(cell: object) -> str | None:
    """The number of a customer."""
    return cells.user_id(cell)


def _brand(cell: object) -> str | None:
    """The handle of a brand."""
    return None if _number(cell) else cells.handle(cell)


def whom(tables: Tables, _: Export) -> None:
    """Who is answered: the author of the post answered, where that is in the file."""
    columns = tables.posts.columns
    parents = columns.get("in_reply_to_post_id") or []
    for ours, theirs in (
        ("in_reply_to_user_id", "author_id"),
        ("in_reply_to_handle", "author_handle"),
    ):
        by = dict(zip(columns.get("post_id", []), columns.get(theirs, []), strict=True))
        columns[ours] = [parent and by.get(parent) for parent in parents]
    tables.notes.append(say(_ANSWERED))


READER = table_reader(
    "customer-support",
    "Customer Support on Twitter (twcs.csv), one brand of it with --account",
    telling=("tweet_id", "author_id", "inbound", "text", "in_response_to_tweet_id"),
    timeline="sample",
    dialogue=True,
    columns={
        **ident("tweet_id"),
        "created_at": one(cells.when, "created_at"),
        "text": one(cells.text, "text"),
        "author_id": one(_number, "author_id"),
        "author_handle": one(_brand, "author_id"),
        **answers("in_response_to_tweet_id"),
    },
    finish=whom,
)
