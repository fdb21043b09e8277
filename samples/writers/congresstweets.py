"""congresstweets: JSON in the time of Washington, reposts without colon."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from samples.writers import ALL
from samples.writers._flat import Row, escaped, json_list

if TYPE_CHECKING:
    from samples.tale import Person, Tale, Told

KINDS = ALL
KEEPS = frozenset({"post_id", "created_at", "text", "source", "repost_of_id"})
TELLS = {"handle": "arch_museum", "reposts": 3}
"""What else the export says."""
WASHINGTON = ZoneInfo("America/New_York")


def write(tale: Tale) -> dict[str, bytes]:
    """The days of one account, put together."""
    return {"tweets.json": json_list(_row(told, tale.owner) for told in tale.posts)}


def _row(told: Told, owner: Person) -> Row:
    about, text, author, post_id = told.about, told.text, owner, told.post_id
    if about and about.post_id and told.kind == "repost":
        author, post_id = about.author, about.post_id
        text = f"RT @{about.author.handle} {about.text}"
    if about and told.kind == "quote":
        text = f"{text} QT @{about.author.handle} {about.text}"
    return {
        "id": told.post_id,
        "screen_name": owner.handle,
        "user_id": owner.user_id,
        "time": told.at.astimezone(WASHINGTON).isoformat(timespec="seconds"),
        "link": f"https://www.twitter.com/{author.handle}/statuses/{post_id}",
        "text": escaped(text),
        "source": told.source,
    }
