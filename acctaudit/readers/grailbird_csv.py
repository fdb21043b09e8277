"""`tweets.csv` of a Grailbird archive, read where the month files are not there."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from acctaudit.errors import ReadError
from acctaudit.model.tables import Quarantined
from acctaudit.readers.document import AGAIN, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.model.tables import Link, Tables
    from acctaudit.readers.source import Content, Export

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


def is_csv(opening: str) -> bool:
    """Whether a file begins with the header of tweets.csv."""
    first = opening.lstrip("\ufeff").partition("\n")[0]
    return set(first.strip().replace('"', "").split(",")) >= NEEDED


def add_csv(tables: Tables, export: Export) -> None:
    """Add the posts of tweets.csv, or of one CSV a month."""
    months = export.matching(r"\d{4}_\d{2}\.csv")
    members = (export.name,) if export.single else months or ("tweets.csv",)
    for member in members:
        content = export.read(member)
        numbers, rows = [], []
        before = len(tables.quarantined)
        for number, row in _rows(tables, content):
            numbers.append(number)
            rows.append(row)
        tables.posts.extend(content.name, numbers, _columns(rows))
        lost = len(tables.quarantined) - before
        tables.files.append(content.noted(len(rows) + lost, "posts"))
    tables.remarks.append(
        "the posts come from CSV, which does not say whose they are, nor mark quotes"
    )


def _rows(tables: Tables, content: Content) -> Iterator[tuple[int, dict[str, str]]]:
    text = text_of(content).lstrip("\ufeff")
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] = []
    number = 0
    while True:
        try:
            cells = next(lines, None)
        except csv.Error as error:
            if "unexpected end" in str(error):
                place = f"line {lines.line_num}"
                raise ReadError(
                    content.name, "the file breaks off", AGAIN, place
                ) from error
            cells = []
        if cells is None:
            return
        if not header:
            header = cells
            if not is_csv(",".join(header)):
                raise ReadError(content.name, "it is not a tweets.csv of Twitter", AGAIN)
            continue
        number += 1
        if len(cells) == len(header):
            yield number, dict(zip(header, cells, strict=True))
        else:
            reason = "other columns than the header names"
            tables.quarantined.append(Quarantined(content.name, number, reason))


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
