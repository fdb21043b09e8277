"""t, the command line client: a timeline as CSV, of about 3,000 posts at most.

A repost is told by its text; no column says which posts are replies.
"""

from __future__ import annotations

from acctaudit.readers import cells
from acctaudit.readers.declared import ident, one, table_reader
from acctaudit.readers.reposts import is_repost

READER = table_reader(
    "t-cli",
    "t, the command line client: posts (t timeline --csv)",
    telling=("id", "posted at", "screen name", "text"),
    only=True,
    escaped=False,
    columns={
        **ident("id"),
        "created_at": one(cells.when, "posted at"),
        "text": one(cells.text, "text"),
        "author_handle": one(cells.handle, "screen name"),
        "is_repost": one(is_repost, "text"),
    },
)
