"""The CSV of tweepy tutorials: id, time and text."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from samples.writers import ALL

if TYPE_CHECKING:
    from samples.tale import Tale

KINDS = ALL
KEEPS = frozenset({"text", "created_at", "hashtags", "mentions"})


def write(tale: Tale) -> dict[str, bytes]:
    """One file, newest first; the times name no zone."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(["id", "created_at", "text"])
    for told in tale.posts[::-1]:
        plain = told.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        table.writerow([told.post_id, f"{told.at:%Y-%m-%d %H:%M:%S}", plain])
    return {"arch_museum_tweets.csv": text.getvalue().encode()}
