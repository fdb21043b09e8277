"""Scweet 4: a CSV of a profile's posts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from samples.writers import ALL
from samples.writers._flat import counted, ctime, escaped, permalink, sheet

if TYPE_CHECKING:
    from samples.tale import Tale

KINDS = ALL
KEEPS = frozenset({"post_id", "created_at", "text", "likes", "reposts", "replies"})
TELLS = {"handle": "arch_museum", "reposts": 3}
"""What else the export says."""
COLUMNS = (
    "tweet_id", "timestamp", "user_screen_name", "user_name", "text", "likes", "retweets",
    "comments", "tweet_url", "image_links", "embedded_text",
)  # fmt: skip


def write(tale: Tale) -> dict[str, bytes]:
    """The newest post first."""
    rows = []
    for told in tale.posts[::-1]:
        likes, reposts = counted(told)
        shown = told.about if told.kind in {"repost", "quote"} else None
        rows.append(
            {
                "tweet_id": told.post_id,
                "timestamp": ctime(told.at),
                "user_screen_name": tale.owner.handle,
                "user_name": tale.owner.name,
                "text": escaped(told.text),
                "likes": likes,
                "retweets": reposts,
                "comments": told.replies,
                "tweet_url": permalink(tale.owner.handle, told.post_id),
                "image_links": json.dumps(["https://pbs.twimg.com/media/a.jpg"])
                if told.media
                else "",
                "embedded_text": escaped(shown.text) if shown else "",
            }
        )
    return {"profile_tweets.csv": sheet(COLUMNS, rows)}
