"""FiveThirtyEight's ratios: minutes in American order, the newest post first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samples.writers import ALL
from samples.writers._flat import counted, escaped, permalink, sheet

if TYPE_CHECKING:
    from datetime import datetime

    from samples.tale import Tale

KINDS = ALL
KEEPS = frozenset({"post_id", "created_at", "text", "likes", "reposts", "replies"})
TELLS = {"handle": "arch_museum", "reposts": 3}
"""What else the export says."""
COLUMNS = ("created_at", "text", "url", "replies", "retweets", "favorites", "user")


def write(tale: Tale) -> dict[str, bytes]:
    """One account."""
    rows = []
    for told in tale.posts[::-1]:
        likes, reposts = counted(told)
        rows.append(
            {
                "created_at": _minute(told.at),
                "text": escaped(told.text),
                "url": permalink(tale.owner.handle, told.post_id),
                "replies": told.replies,
                "retweets": reposts,
                "favorites": likes,
                "user": tale.owner.handle,
            }
        )
    return {"arch_museum.csv": sheet(COLUMNS, rows)}


def _minute(moment: datetime) -> str:
    return f"{moment.month}/{moment.day}/{moment:%y} {moment.hour}:{moment.minute:02}"
