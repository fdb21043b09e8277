"""Scweet before 4, which read the page as it is shown: counts are rounded (`1.2K`).

What stands in `Text` of a reply is only whom it answers; the words are in the next column.
Which posts are replies is known no further, as the page shows it only there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from acctaudit.readers import cells
from acctaudit.readers.declared import ROUNDED, joined, one, table_reader

if TYPE_CHECKING:
    from acctaudit.model.tables import Tables
    from acctaudit.readers.source import Export

_ANSWERS = re.compile(r"Replying to\s+@[^\n]{1,20}(?:\n|$)")


def _text(words: object, below: object) -> str | None:
    """The words of a post; of a reply they stand below the line that names it one."""
    text = cells.text(words)
    if text is not None and _ANSWERS.match(text):
        return cells.text(below) or None
    return text


def _post(link: object, number: object) -> cells.Ident:
    address = cells.id_in(link)
    return cells.Ident(address, exact=True) if address else cells.ident(number)


def rounded(tables: Tables, _: Export) -> None:
    """Say that large counts are not exact."""
    tables.remarks.append(ROUNDED)


READER = table_reader(
    "scweet-old",
    "Scweet before version 4 (CSV)",
    telling=("userscreenname", "timestamp", "text", "likes", "tweet url"),
    columns={
        "post_id": joined(lambda *row: _post(*row).digits, "tweet url", "tweetid"),
        "id_exact": joined(lambda *row: _post(*row).exact, "tweet url", "tweetid"),
        "created_at": one(cells.when, "timestamp"),
        "text": joined(_text, "text", "embedded_text"),
        "author_handle": one(cells.handle_in, "tweet url"),
        "likes": one(cells.short_number, "likes"),
        "reposts": one(cells.short_number, "retweets"),
        "replies": one(cells.short_number, "comments"),
    },
    finish=rounded,
)
