"""X archive of 2018 to today: `tweet.js` or `tweets.js`, and what lies beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from acctaudit.errors import ReadError
from acctaudit.model.tables import Tables
from acctaudit.readers import archive_facts as facts
from acctaudit.readers.archive_notes import Note, lengthen
from acctaudit.readers.archive_rows import Header, Tweet, columns, header_columns
from acctaudit.readers.base import Reader
from acctaudit.readers.decode import Layout, read_rows
from acctaudit.readers.document import opening, variable

if TYPE_CHECKING:
    from acctaudit.readers.entities import Memo
    from acctaudit.readers.source import Export

PART = r"(-part\d+)?\.js"
POSTS = rf"tweets?{PART}|community-tweet{PART}"
HEADERS = rf"tweet-headers{PART}"
COMPANION = r"(account|profile|manifest|verified|follower|following)\.js"
GRAILBIRD = r"\d{4}_\d{2}\.(js|csv)|tweets\.csv"
UNPREFIXED = re.compile(r'\s*\[\s*\{\s*"tweet"\s*:')
TWEETS = Layout(Tweet, ("tweet", "communityTweet"))
ROWS_OF_HEADERS = Layout(Header, ("tweet",))
NOTES = Layout(Note, ("noteTweet",), "long posts")
REMEDY = "pass the whole archive as X delivered it, with tweets.js in it"


def sniff(export: Export) -> bool:
    """Whether this is an X archive, or one `.js` file of it."""
    if export.single:
        head = export.head(export.name)
        ours = variable(head).startswith(("YTD.", "__THAR"))
        return ours or UNPREFIXED.match(opening(head)) is not None
    if export.matching(rf"{POSTS}|{HEADERS}"):
        return True
    return bool(export.matching(COMPANION)) and not export.matching(GRAILBIRD)


def read(export: Export) -> Tables:
    """Everything of the account that the archive holds, and nothing private."""
    tables = Tables("archive")
    if export.single:
        _single(tables, export)
        return tables
    posts = sorted(export.matching(POSTS), key=_part)
    headers = sorted(export.matching(HEADERS), key=_part)
    if not posts and not headers:
        raise ReadError(export.name, "this part of an X archive holds no posts", REMEDY)
    if posts:
        _posts(tables, export, posts)
        _notes(tables, export)
    else:
        _headers(tables, export, headers)
    facts.add_facts(tables, export)
    return tables


def _single(tables: Tables, export: Export) -> None:
    head = export.head(export.name)
    name = variable(head).partition(".")[2].partition(".")[0]
    if name in {"tweet", "tweets", "community_tweet"} or UNPREFIXED.match(opening(head)):
        _posts(tables, export, [export.name])
    elif name == "tweet_headers":
        _headers(tables, export, [export.name])
    else:
        raise ReadError(export.name, "this file of an X archive holds no posts", REMEDY)
    tables.remarks.append(facts.NO_ACCOUNT)


def _part(name: str) -> tuple[str, int]:
    """Order of parts: by number, so that part 10 comes after part 2."""
    stem, _, number = name.removesuffix(".js").partition("-part")
    return stem, int(number or 0)


def _posts(tables: Tables, export: Export, members: list[str]) -> None:
    memo: Memo = {}
    for member in members:
        for batch in read_rows(tables, export, member, TWEETS):
            tables.posts.extend(batch.file, batch.numbers, columns(batch.rows, memo))


def _headers(tables: Tables, export: Export, members: list[str]) -> None:
    for member in members:
        for batch in read_rows(tables, export, member, ROWS_OF_HEADERS):
            tables.posts.extend(batch.file, batch.numbers, header_columns(batch.rows))
    tables.remarks.append(
        "only tweet-headers.js is there: the times of the posts are known, not their text"
    )


def _notes(tables: Tables, export: Export) -> None:
    for member in export.matching(rf"note-tweet{PART}"):
        for batch in read_rows(tables, export, member, NOTES):
            lengthen(tables.posts, batch.rows)


READER = Reader("archive", "X archive (tweet.js or tweets.js, 2018 to today)", sniff, read)
