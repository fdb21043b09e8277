"""snscrape, saved with pandas: an index column, four columns, the newest post first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samples.writers._flat import escaped, sheet

if TYPE_CHECKING:
    from samples.tale import Tale

KINDS = ("original", "reply", "self_reply", "quote")
KEEPS = frozenset({"post_id", "created_at", "text"})
TELLS = {"handle": "arch_museum"}
"""What else the export says."""
COLUMNS = ("", "Datetime", "Tweet Id", "Text", "Username")


def write(tale: Tale) -> dict[str, bytes]:
    """A search for the account's posts, which finds no reposts."""
    found = [told for told in tale.posts[::-1] if told.kind in KINDS]
    rows = [
        {
            "": place,
            "Datetime": told.at.strftime("%Y-%m-%d %H:%M:%S+00:00"),
            "Tweet Id": told.post_id,
            "Text": escaped(told.text),
            "Username": tale.owner.handle,
        }
        for place, told in enumerate(found)
    ]
    return {"tweets.csv": sheet(COLUMNS, rows)}
