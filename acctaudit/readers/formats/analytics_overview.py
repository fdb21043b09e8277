"""The overview of X Premium: a row for each day, the only source of unfollows.

Its likes, replies and reposts are those received on the day.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from acctaudit.errors import ReadError
from acctaudit.readers import cells
from acctaudit.readers.days import settle_daily
from acctaudit.readers.declared import one, table_reader

if TYPE_CHECKING:
    from acctaudit.model.tables import Tables
    from acctaudit.readers.source import Export

_TITLE = "video overview"

_DAYS = table_reader(
    "analytics-overview",
    "X Premium analytics, a day a row (account_overview_analytics CSV)",
    telling=("date", "impressions", "create post|unfollows"),
    columns={
        "date": one(cells.when, "date"),
        "impressions": one(cells.count, "impressions"),
        "engagements": one(cells.count, "engagements"),
        "new_follows": one(cells.count, "new follows"),
        "unfollows": one(cells.count, "unfollows"),
        "profile_visits": one(cells.count, "profile visits"),
        "posts": one(cells.count, "create post"),
        "likes": one(cells.count, "likes"),
        "replies": one(cells.count, "replies"),
        "reposts": one(cells.count, "reposts"),
        "bookmarks": one(cells.count, "bookmarks"),
        "shares": one(cells.count, "shares", "share"),
        "video_views": one(cells.count, "video views"),
        "media_views": one(cells.count, "media views"),
    },
    table="daily",
    finish=settle_daily,
)


def _is_of_videos(export: Export) -> bool:
    """Whether it is the overview of videos, which has a title above its header."""
    start = export.look.text.lstrip(' \n"') if export.single else ""
    return start.casefold().startswith(_TITLE)


def sniff(export: Export) -> bool:
    """Whether it is an overview, be it of the account or of its videos."""
    return _DAYS.sniff(export) or _is_of_videos(export)


def read(export: Export) -> Tables:
    """The days; the overview of videos is refused, as it says nothing of the account."""
    if _is_of_videos(export):
        problem = "an overview of videos has no figures of the account"
        remedy = "leave it out, and pass account_overview_analytics.csv"
        raise ReadError(export.name, problem, remedy)
    return _DAYS.read(export)


READER = replace(_DAYS, sniff=sniff, read=read)
