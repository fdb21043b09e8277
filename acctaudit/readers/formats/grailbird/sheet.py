"""`tweets.csv` of a Grailbird archive, read where the month files are not there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from acctaudit.errors import ReadError
from acctaudit.readers.document import AGAIN
from acctaudit.readers.sheets import sheet
from acctaudit.say import say

if TYPE_CHECKING:
    from acctaudit.model.tables import Link, Tables
    from acctaudit.readers.source import Export

MONTHS = r"\d{4}_\d{2}\.csv"
SHEETS = rf"{MONTHS}|tweets\.csv"

NEEDED = {"tweet_id", "timestamp", "text", "retweeted_status_id", "in_reply_to_user_id"}
SEPARATOR = re.compile(r",(?=https?://)")
OWN_MEDIA = re.compile(
    r"https?://(?:twitter|x)\.com/\w{1,20}/status/\d{1,20}/(?:photo|video)/"
)
RENAMED = {
    "post_id": "tweet_id",
    "created_at": "timestamp",
    "text": "text",
    "source": "source",
    "repost_of_id": "retweeted_status_id",
    "in_reply_to_post_id": "in_reply_to_status_id",
    "in_reply_to_user_id": "in_reply_to_user_id",
}


def add_csv(tables: Tables, export: Export) -> None:
    """Add the posts of tweets.csv, or of one CSV a month."""
    members = (export.member,) if export.single else export.matching(MONTHS)
    for member in members or ("tweets.csv",):
        content = export.read(member)
        found = sheet(content, export.encoding)
        if not set(found.columns) >= NEEDED:
            raise ReadError(content.name, "it is not a tweets.csv of Twitter", AGAIN)
        rows = list(found.rows)
        cells = [dict(zip(found.columns, row, strict=True)) for _, row in rows]
        tables.posts.extend(content.name, [number for number, _ in rows], _columns(cells))
        tables.quarantined += found.quarantined
        tables.remarks += found.remarks
        tables.files.append(content.noted(found.done, "posts"))
    tables.remarks.append(
        say("the posts come from CSV, which does not say whose they are, nor mark quotes")
    )


def _columns(rows: list[dict[str, str]]) -> dict[str, list[object]]:
    found: dict[str, list[object]] = {
        ours: [row.get(theirs) or None for row in rows] for ours, theirs in RENAMED.items()
    }
    found["text"] = [row["text"] for row in rows]
    found["is_repost"] = [bool(row["retweeted_status_id"]) for row in rows]
    found["links"] = [_links(row.get("expanded_urls", "")) for row in rows]
    return found


def _links(cell: str) -> list[Link]:
    addresses = dict.fromkeys(SEPARATOR.split(cell)) if cell else {}
    return [(url, url) for url in addresses if not OWN_MEDIA.match(url)]
