"""Analytics of single posts, as X Premium exports them since late 2024.

The file has a day and no time; the id has the time. It holds no reposts, and does not say
which posts are replies. Its texts end after some 280 characters, in mid-sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.errors import ReadError
from acctaudit.model.packed import Packed
from acctaudit.readers import cells
from acctaudit.readers.days import REWRITTEN, iso_day, range_end
from acctaudit.readers.declared import From, ident, one, table_reader
from acctaudit.say import say
from acctaudit.words import number

if TYPE_CHECKING:
    from acctaudit.model.tables import Tables
    from acctaudit.readers.source import Export

_CUT = 280
"""Characters of the export's own text from which on it may have been cut."""


def finish(tables: Tables, export: Export) -> None:
    """Days that a spreadsheet has rewritten; the day of the counts; texts that are cut."""
    columns = tables.posts.columns
    written = list(columns.get("created_at", ()))
    days = [iso_day(cell) for cell in written]
    columns["created_at"] = Packed(_moments(tables, export, written, days))
    newest = max(filter(None, days), default="")
    end = range_end(export.name)
    tables.observed = end if end is not None and end >= newest else None
    texts = columns.get("text", ())
    cut = sum(len(text) >= _CUT for text in texts if isinstance(text, str))
    if cut:
        tables.remarks.append(
            say(
                "{file}: posts whose text may go on, as this export cuts it after some"
                " {characters} characters: {posts}",
                file=export.name,
                characters=number(_CUT),
                posts=number(cut),
            )
        )


def _moments(
    tables: Tables, export: Export, written: list[object], days: list[str | None]
) -> list[object]:
    """The day of each post. Where a spreadsheet has rewritten it, a whole id will do."""
    columns = tables.posts.columns
    ids = zip(columns.get("post_id", ()), columns.get("id_exact", ()), strict=True)
    whole = [digits is not None and exact is True for digits, exact in ids]
    lost = [row for row, day in enumerate(days) if day is None and written[row] is not None]
    saved = {row for row in lost if whole[row]}
    if lost and len(lost) == len(days) and not saved:
        raise ReadError(export.name, "its ids and days cannot be read", REWRITTEN)
    if saved:
        tables.remarks.append(
            say(
                "{file}: days that a spreadsheet has rewritten, taken from the posts' ids:"
                " {posts}",
                file=export.name,
                posts=number(len(saved)),
            )
        )
    return [None if row in saved else day or written[row] for row, day in enumerate(days)]


def _count(name: str) -> From:
    """A count, whether its name is written in the plural or without the s."""
    return one(cells.number, name, name.removesuffix("s"))


READER = table_reader(
    "analytics-posts",
    "X Premium analytics, a post a row (account_analytics_content CSV, 2024 to today)",
    telling=(
        *("post id", "date", "post text"),
        *("impressions|impression", "new follows|new follow"),
    ),
    columns={
        **ident("post id", link="post link|link|links|post links"),
        "created_at": one(cells.when, "date"),
        "text": one(cells.text, "post text"),
        "author_handle": one(cells.handle_in, "post link", "link", "links", "post links"),
        "impressions": _count("impressions"),
        "likes": _count("likes"),
        "bookmarks": _count("bookmarks"),
        "replies": _count("replies"),
        "reposts": _count("reposts"),
        "clicks": _count("url clicks"),
        "profile_visits": _count("profile visits"),
    },
    finish=finish,
)
