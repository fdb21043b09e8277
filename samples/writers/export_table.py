"""acctaudit's own table: one CSV, a record a row, as `acctaudit convert` writes it."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from samples.writers import ALL

if TYPE_CHECKING:
    from samples.tale import Tale, Told

KINDS = ALL
KEEPS = frozenset(
    {
        "text", "lang", "source", "kind", "likes", "reposts", "replies", "quotes",
        "bookmarks", "impressions", "clicks", "profile_visits", "media", "links",
        "hashtags", "mentions", "in_reply_to_post_id", "in_reply_to_user_id",
        "in_reply_to_handle", "repost_of_id", "quote_of_id", "created_at",
    }
)  # fmt: skip
TELLS = {
    "handle": "arch_museum",
    "observed": "2024-05-01",
    "followers": 6,
    "daily": 1,
    "outcomes": 1,
}
HEADER = (
    "record", "schema", "timeline", "id", "as_of", "measured", "tables", "handle",
    "user_id", "bio",
    "created_at", "followers", "text", "lang", "source", "repost_of", "in_reply_to_post_id",
    "in_reply_to_user_id", "in_reply_to_handle", "quote_of", "likes", "reposts", "replies",
    "quotes", "bookmarks", "impressions", "clicks", "profile_visits", "media", "links",
    "hashtags", "mentions", "day", "new_follows", "outcome", "value",
)  # fmt: skip
COUNTS = (
    "likes", "reposts", "replies", "quotes", "bookmarks", "impressions", "clicks",
    "profile_visits", "media",
)  # fmt: skip


def write(tale: Tale) -> dict[str, bytes]:
    """The account, its posts and its followers, one below the other."""
    owner = tale.owner
    rows: list[dict[str, str]] = [
        {
            "record": "account",
            "schema": "acctaudit/export/1",
            "timeline": "complete",
            "as_of": tale.as_of.date().isoformat(),
            "tables": json.dumps(_tables(tale)),
            "handle": owner.handle,
            "user_id": owner.user_id,
            "bio": owner.bio,
            "created_at": owner.created_at.isoformat(),
        },
        *map(_post, tale.posts),
    ]
    rows += [
        {"record": "follower", "handle": person.handle, "user_id": person.user_id}
        for person in tale.followers
    ]
    rows += [
        {"record": "day", "day": "2024-04-30", "impressions": "400", "new_follows": "3"},
        {"record": "outcome", "day": "2024-04-30", "outcome": "tour", "value": "12"},
    ]
    out = io.StringIO(newline="")
    sheet = csv.DictWriter(
        out, HEADER, restval="", quoting=csv.QUOTE_ALL, lineterminator="\n"
    )
    sheet.writeheader()
    sheet.writerows(rows)
    return {"museum.csv": out.getvalue().encode()}


def _tables(tale: Tale) -> list[str]:
    """The tables that are there, be they empty or not."""
    return ["posts", *(["followers"] if tale.followers else []), "daily", "outcomes"]


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    first = text.lstrip()[:1]
    return f"'{text}" if first and first in "=+-@＝＋－＠'" else text


def _post(told: Told) -> dict[str, str]:
    about = told.about
    row = {
        "record": "post",
        "id": told.post_id,
        "created_at": told.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "text": guarded(told.text),
        "lang": told.lang,
        "source": told.source,
        "links": json.dumps([{"url": url, "expanded": to} for url, to in told.links]),
        "hashtags": json.dumps([*told.hashtags]),
        "mentions": json.dumps(
            [{"handle": name, "user_id": user} for name, user in told.mentions]
        ),
        **{name: str(getattr(told, name)) for name in COUNTS},
    }
    if about is not None and told.kind in {"reply", "self_reply"}:
        row["in_reply_to_post_id"] = about.post_id or ""
        row["in_reply_to_user_id"] = about.author.user_id
        row["in_reply_to_handle"] = about.author.handle
    if about is not None and told.kind in {"repost", "quote"}:
        row[f"{told.kind}_of"] = about.post_id or ""
    return row
