"""X archive of 2018 to today: `tweet.js` or `tweets.js`, and what lies beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from acctaudit.errors import ReadError
from acctaudit.model.tables import Tables
from acctaudit.readers import source
from acctaudit.readers.base import Reader
from acctaudit.readers.decode import Layout, read_rows
from acctaudit.readers.formats.archive import facts
from acctaudit.readers.ytd_notes import Note, lengthen
from acctaudit.readers.ytd_rows import Header, Tweet, columns, header_columns
from acctaudit.say import say

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
        look = export.look
        ours = look.variable.startswith(("YTD.", "__THAR"))
        return ours or UNPREFIXED.match(look.text) is not None
    if export.matching(rf"{POSTS}|{HEADERS}"):
        return True
    return bool(export.matching(COMPANION)) and not export.matching(GRAILBIRD)


def read(export: Export) -> Tables:
    """Everything of the account that the archive holds, and nothing private."""
    tables = Tables("archive")
    if export.single:
        export = _alone(export)
    posts = sorted(export.matching(POSTS), key=_part)
    headers = sorted(export.matching(HEADERS), key=_part)
    if posts:
        _posts(tables, export, posts)
        _notes(tables, export)
    elif headers:
        _headers(tables, export, headers)
    facts.add_facts(tables, export)
    if export.strangers:
        tables.remarks.append(
            say(
                "tables beside the archive that were not opened (pass them by name):"
                " {files}",
                files=", ".join(export.strangers[:3]),
            )
        )
    return tables


def _alone(export: Export) -> Export:
    """One file of an archive, by the name that it has there, whatever it is called now."""
    name = "manifest" if export.look.variable.startswith("__") else "tweets"
    if export.look.variable.startswith("YTD."):
        name = export.look.variable.split(".")[1].replace("_", "-")
    member = f"{name}.js"
    if source.permitted(member) is None:
        raise ReadError(
            export.name, "acctaudit does not open this part of an archive", REMEDY
        )
    return export.known_as(member)


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
        say(
            "only tweet-headers.js is there: the times of the posts are known, not their"
            " text"
        )
    )


def _notes(tables: Tables, export: Export) -> None:
    for member in export.matching(rf"note-tweet{PART}"):
        for batch in read_rows(tables, export, member, NOTES):
            lengthen(tables.posts, batch.rows)


READER = Reader("archive", "X archive (tweet.js or tweets.js, 2018 to today)", sniff, read)
