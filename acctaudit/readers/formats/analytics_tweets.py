"""Analytics of single posts, as analytics.twitter.com exported them until June 2024.

Its header is in the user's language, or is lost where files were put together by hand. The
order of its 40 columns never changed, so they are then known by their place. It holds no
reposts, and does not say which posts are replies.
"""

from __future__ import annotations

import csv
from datetime import date, timedelta
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING

from acctaudit.errors import ReadError
from acctaudit.model.tables import Tables
from acctaudit.readers import cells
from acctaudit.readers.base import TABLE, Reader
from acctaudit.readers.days import range_end
from acctaudit.readers.declared import ident, one
from acctaudit.readers.flat import BATCH
from acctaudit.readers.look import delimiter, plain
from acctaudit.readers.sheets import sheet, text_of
from acctaudit.readers.source import Content
from acctaudit.say import say
from acctaudit.words import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.readers.declared import Cells, Column
    from acctaudit.readers.look import Look
    from acctaudit.readers.sheets import Row, Sheet
    from acctaudit.readers.source import Export

_ABOUT = ("Tweet id", "Tweet permalink", "Tweet text", "time")
_COUNTED = (
    "impressions", "engagements", "engagement rate", "retweets", "replies", "likes",
    "user profile clicks", "url clicks", "hashtag clicks", "detail expands",
    "permalink clicks", "app opens", "app installs", "follows", "email tweet",
    "dial phone", "media views", "media engagements",
)  # fmt: skip
NAMES = (*_ABOUT, *_COUNTED, *(f"promoted {name}" for name in _COUNTED))
"""The English header."""
COLUMNS: dict[str, Column] = {
    **ident("tweet id", link="tweet permalink"),
    "created_at": one(cells.when, "time"),
    "text": one(cells.text, "tweet text"),
    "author_handle": one(cells.handle_in, "tweet permalink"),
    "impressions": one(cells.number, "impressions"),
    "likes": one(cells.number, "likes", "favorites"),
    "replies": one(cells.number, "replies"),
    "reposts": one(cells.number, "retweets"),
    "clicks": one(cells.number, "url clicks"),
    "profile_visits": one(cells.number, "user profile clicks"),
}


def sniff(export: Export) -> bool:
    """Whether the header is this format's, or an address in the second of 40 columns."""
    return export.single and _header(export.look) is not None


def _header(look: Look) -> str | None:
    """`english`, `foreign` or `lost`; None if it is no file of this format."""
    if look.start in {"{", "["}:
        return None
    if set(map(plain, _ABOUT)) <= look.columns:
        return "english"
    first, second = _first_two(look)
    if _is_post(first):
        return "lost"
    return "foreign" if len(first) == len(second) and _is_post(second) else None


def _first_two(look: Look) -> tuple[list[str], list[str]]:
    rows = csv.reader(StringIO(look.text, newline=""), delimiter=delimiter(look.text))
    try:
        return next(rows, []), next(rows, [])
    except csv.Error:
        return [], []


def _is_post(row: list[str]) -> bool:
    return len(row) == len(NAMES) and cells.id_in(row[1]) is not None


def read(export: Export) -> Tables:
    """The posts of the file; the day before the end of its range dates the counts."""
    header = _header(export.look) if export.single else None
    if header is None:
        problem = "it is no table of tweet activity"
        raise ReadError(export.name, problem, "leave out --from, or name another format")
    tables = Tables("analytics-tweets", timeline="recent", trust=TABLE)
    content = export.read(export.member)
    found = _sheet(content, export, lost=header == "lost")
    names = found.columns if header == "english" else [plain(name) for name in NAMES]
    rows = _posts(found)
    while chunk := list(islice(rows, BATCH)):
        tables.posts.extend(
            export.name, [place for place, _ in chunk], _columns(names, chunk)
        )
    tables.files.append(content.noted(found.done, "posts"))
    tables.quarantined += found.quarantined
    tables.remarks += found.remarks
    end = range_end(export.name)
    tables.observed = str(date.fromisoformat(end) - timedelta(days=1)) if end else None
    return tables


def _columns(names: list[str], rows: list[Row]) -> dict[str, list[object]]:
    """Our columns of some rows."""
    by_name: Cells = {
        name: [row[place] for _, row in rows] for place, name in enumerate(names)
    }
    made = {ours: cell.column(by_name, len(rows)) for ours, cell in COLUMNS.items()}
    return {ours: column for ours, column in made.items() if column is not None}


def _sheet(content: Content, export: Export, *, lost: bool) -> Sheet:
    """The rows; a lost header is put back, so that the first post is not taken for it."""
    if not lost:
        return sheet(content, export.encoding)
    text, remarks = text_of(content, export.encoding)
    whole = f"{delimiter(text).join(NAMES)}\n{text}"
    found = sheet(Content(content.name, whole.encode(), content.stream), "utf-8")
    header = say("{file}: its header is missing, and was put back", file=content.name)
    found.remarks += [*remarks, header]
    return found


def _posts(found: Sheet) -> Iterator[Row]:
    """Rows without the header lines in other languages that stand among them."""
    headers = 0
    for place, row in found.rows:
        if any(letter.isdigit() for cell in row for letter in cell):
            yield place, row
        else:
            headers += 1
    if headers:
        found.done -= headers
        found.remarks.append(
            say(
                "{file}: other header lines within the rows: {rows}",
                file=found.name,
                rows=number(headers),
            )
        )


READER = Reader(
    "analytics-tweets",
    "Twitter analytics, a tweet a row (tweet_activity_metrics CSV, until June 2024)",
    sniff,
    read,
)
