"""X Premium analytics: posts of three months a file, days, and results beside them."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from samples.tale import Tale, Told

KINDS = ("original", "reply", "self_reply", "quote")
KEEPS = frozenset(
    {
        "text", "created_at", "likes", "reposts", "replies", "bookmarks", "impressions",
        "clicks", "profile_visits", "hashtags", "mentions",
    }
)  # fmt: skip
TELLS = {"handle": "arch_museum", "observed": "2024-05-01", "daily": 7, "outcomes": 3}
OLDER = (
    "Post id,Date,Post text,Link,Impressions,Likes,Engagements,Bookmarks,Share,New follows,"
    "Replies,Reposts,Profile visits,Detail expands,Url clicks,Hashtag clicks,"
    "Permalink clicks"
)
"""The header of 2024-12 to 2025-03."""
NEWER = (
    "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,"
    "New follows,Replies,Reposts,Profile visits,Detail Expands,URL Clicks,Hashtag Clicks,"
    "Permalink Clicks"
)
"""The header of 2026."""
DAYS = (
    "Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,"
    "Reposts,Profile visits,Create Post,Video views,Media views"
)
_WINDOW = 90


def write(tale: Tale) -> dict[str, bytes]:
    """A file for each ninety days with posts, the overview of a week, and results."""
    own = [told for told in tale.posts if told.kind != "repost"]
    parts: dict[int, list[Told]] = {}
    for told in own:
        parts.setdefault((tale.as_of - told.at) // timedelta(days=_WINDOW), []).append(told)
    files = {}
    for part, posts in parts.items():
        end = tale.as_of - timedelta(days=_WINDOW * part)
        start = end - timedelta(days=_WINDOW)
        name = f"account_analytics_content_{start:%Y-%m-%d}_{end:%Y-%m-%d}.csv"
        files[name] = _posts(tale, posts[::-1], newer=part % 2 == 0)
    files["account_overview_analytics.csv"] = _overview(tale.as_of)
    files["outcomes.csv"] = _outcomes(tale.as_of)
    return files


def table(header: str, rows: Sequence[Sequence[object]]) -> bytes:
    """A CSV with that header, lines ended by LF."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return f"{header}\n{text.getvalue()}".encode()


def escaped(text: str) -> str:
    """Text as the platform escapes it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _posts(tale: Tale, posts: Sequence[Told], *, newer: bool) -> bytes:
    rows = [_row(tale, told, newer=newer) for told in posts]
    return table(NEWER if newer else OLDER, rows)


def _row(tale: Tale, told: Told, *, newer: bool) -> tuple[object, ...]:
    site = "x.com" if newer else "twitter.com"
    return (
        told.post_id,
        _newer_day(told.at) if newer else told.at.strftime("%a %b %d %Y"),
        escaped(told.text).replace("\n", " ")[:280],
        f"https://{site}/{tale.owner.handle}/status/{told.post_id}",
        told.impressions,
        told.likes,
        told.likes + told.replies + told.reposts,
        told.bookmarks,
        0,
        0,
        told.replies,
        told.reposts,
        told.profile_visits,
        0,
        told.clicks,
        0,
        0,
    )


def _newer_day(moment: datetime) -> str:
    return f"{moment:%a, %b} {moment.day}, {moment.year}"


def _overview(as_of: datetime) -> bytes:
    """The seven days up to the export, newest first."""
    rows = [
        (
            _newer_day(as_of - timedelta(days=n)),
            300 - n,
            5,
            20,
            1,
            0,
            3,
            1,
            2,
            1,
            9,
            1,
            0,
            4,
        )
        for n in range(7)
    ]
    return table(DAYS, rows)


def _outcomes(as_of: datetime) -> bytes:
    days = [(as_of - timedelta(days=n)).date().isoformat() for n in (40, 20, 3)]
    rows = [(days[0], "tour booked", 4), (days[1], "tour booked", 2), (days[2], "call", "")]
    return table("date,outcome,value", rows)
