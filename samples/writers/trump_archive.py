"""Trump Twitter Archive, first version: the older posts as CSV, the newer as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samples.writers import ALL, UNMARKED
from samples.writers._flat import Row, counted, ctime, escaped, json_list, sheet

if TYPE_CHECKING:
    from samples.tale import Tale, Told

KINDS = ALL
SHOWS = UNMARKED
KEEPS = frozenset(
    {
        "post_id", "created_at", "text", "source", "kind", "likes", "reposts",
        "in_reply_to_user_id",
    }
)  # fmt: skip
COLUMNS = (
    "source", "text", "created_at", "retweet_count", "favorite_count", "is_retweet",
    "id_str", "in_reply_to_user_id_str",
)  # fmt: skip


def write(tale: Tale) -> dict[str, bytes]:
    """Two files; one is left out if nothing stands in it."""
    rows = [_row(told) for told in tale.posts]
    half = len(rows) // 2
    files = {"condensed_2024.json": json_list(rows[half:][::-1])}
    if half:
        files["condensed_2023.csv"] = sheet(COLUMNS, map(_printed, rows[:half]))
    return files


def _row(told: Told) -> Row:
    answers = told.about if told.kind in {"reply", "self_reply"} else None
    likes, reposts = counted(told)
    return {
        "source": told.source,
        "id_str": told.post_id,
        "text": escaped(told.text),
        "created_at": ctime(told.at),
        "retweet_count": reposts,
        "in_reply_to_user_id_str": answers.author.user_id if answers else None,
        "favorite_count": likes,
        "is_retweet": told.kind == "repost",
    }


def _printed(row: Row) -> Row:
    """Yes and no as the CSV writes them."""
    return row | {"is_retweet": str(row["is_retweet"]).lower()}
