"""Scweet 1: what a search shows on the page, with counts as the page rounds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samples.writers._flat import Row, permalink, sheet

if TYPE_CHECKING:
    from samples.tale import Person, Tale, Told

KINDS = ("original", "reply", "self_reply", "quote")
KEEPS = frozenset({"post_id", "created_at"})
TELLS = {"handle": "arch_museum"}
"""What else the export says."""
COLUMNS = (
    "UserScreenName", "UserName", "Timestamp", "Text", "Embedded_text", "Emojis",
    "Comments", "Likes", "Retweets", "Image link", "Tweet URL",
)  # fmt: skip


def write(tale: Tale) -> dict[str, bytes]:
    """A search finds no reposts."""
    rows = [_row(told, tale.owner) for told in tale.posts if told.kind in KINDS]
    return {"arch_museum_2023-11-01_2024-03-01.csv": sheet(COLUMNS, rows)}


def _row(told: Told, owner: Person) -> Row:
    """The page names whom a post answers in place of the text, which follows below."""
    answers = told.about if told.kind in {"reply", "self_reply"} else None
    words = " ".join(word for word in told.text.split(" ") if not word.startswith("@"))
    return {
        "UserScreenName": owner.name,
        "UserName": f"@{owner.handle}",
        "Timestamp": told.at.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "Text": f"Replying to \n@{answers.author.handle}" if answers else told.text,
        "Embedded_text": words if answers else "",
        "Comments": _shown(told.replies),
        "Likes": _shown(told.likes),
        "Retweets": _shown(told.reposts),
        "Image link": ["https://pbs.twimg.com/media/a.jpg"] * told.media,
        "Tweet URL": permalink(owner.handle, told.post_id),
    }


def _shown(count: int) -> str:
    """A count as the page shows it; nothing for none."""
    for size, mark in ((1_000_000, "M"), (1_000, "K")):
        if count >= size:
            return f"{count / size:.1f}".removesuffix(".0") + mark
    return str(count) if count else ""
