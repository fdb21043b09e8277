"""Trump Twitter Archive, second version: one CSV, without zone and without replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samples.writers import ALL
from samples.writers._flat import counted, escaped, sheet

if TYPE_CHECKING:
    from samples.tale import Tale

KINDS = ALL
KEEPS = frozenset({"post_id", "created_at", "text", "source", "likes", "reposts"})
TELLS = {"reposts": 3}
"""What else the export says."""
COLUMNS = (
    "id", "text", "isRetweet", "isDeleted", "device", "favorites", "retweets", "date",
    "isFlagged",
)  # fmt: skip


def write(tale: Tale) -> dict[str, bytes]:
    """All posts."""
    rows = []
    for told in tale.posts:
        likes, reposts = counted(told)
        rows.append(
            {
                "id": told.post_id,
                "text": escaped(told.text),
                "isRetweet": "t" if told.kind == "repost" else "f",
                "isDeleted": "f",
                "device": told.source,
                "favorites": likes,
                "retweets": reposts,
                "date": told.at.strftime("%Y-%m-%d %H:%M:%S"),
                "isFlagged": "f",
            }
        )
    return {"tweets.csv": sheet(COLUMNS, rows)}
