"""Community Archive: the tables of an X archive in one JSON object, as people upload them.

Of its keys those named here are read and no others: `like` stays shut.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

import msgspec

from acctaudit.errors import ReadError
from acctaudit.model.tables import Tables
from acctaudit.readers.base import Reader
from acctaudit.readers.decode import Layout, Rows, enter
from acctaudit.readers.document import fields_of, split
from acctaudit.readers.foreign import REMEDY
from acctaudit.readers.mend import RefusedError, decoded_value
from acctaudit.readers.records import NO_ROWS, NOTHING
from acctaudit.readers.ytd_account import (
    NO_ACCOUNT_ID,
    AccountRow,
    Follower,
    ProfileRow,
    known,
    profile_fields,
)
from acctaudit.readers.ytd_notes import Note, lengthen
from acctaudit.readers.ytd_rows import Tweet, columns
from acctaudit.say import say
from acctaudit.words import days as days_of

if TYPE_CHECKING:
    from acctaudit.readers.entities import Memo
    from acctaudit.readers.source import Content, Export

Row = TypeVar("Row", bound=msgspec.Struct)
TELLING = ("account.account", "profile.profile", "tweets.tweet", "community-tweet.tweet")
POSTS = ("tweets", "community-tweet")
PEOPLE = {"follower": "followers", "following": "following"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Options(msgspec.Struct, gc=False):
    """What the person who uploaded it chose: the first and last day of the posts."""

    startDate: str | None = None  # noqa: N815
    endDate: str | None = None  # noqa: N815


def sniff(export: Export) -> bool:
    """Whether a JSON object has tables of an X archive under its keys."""
    look = export.look
    return export.single and look.start == "{" and any(map(look.has, TELLING))


def read(export: Export) -> Tables:
    """Posts, profile and people; what is no object with such keys is a ReadError."""
    content = export.read(export.member)
    archive = _Archive(content, fields_of(content))
    if not archive.keys.keys() & {*POSTS, "profile"}:
        raise ReadError(export.name, "it holds no tables of an X archive", REMEDY)
    archive.read_posts()
    archive.read_account()
    archive.read_people()
    archive.read_options()
    holds = "posts" if archive.keys.keys() & {*POSTS} else "profile"
    archive.tables.files.append(content.noted(archive.rows, holds))
    return archive.tables


class _Archive:
    """One document: its keys, not yet decoded, and the tables that come of them."""

    def __init__(self, content: Content, keys: dict[str, msgspec.Raw]) -> None:
        self.name, self.keys = content.name, keys
        self.tables = Tables("community-archive")
        self.rows = 0

    def read_posts(self) -> None:
        """Posts, those in communities too, and the whole text of long ones."""
        memo: Memo = {}
        for key in POSTS:
            rows = Rows(self._place(key), Layout(Tweet, ("tweet", "communityTweet")))
            elements = split(rows.file, self._list(key))
            for batch in rows.of(elements):
                self.tables.posts.extend(
                    batch.file, batch.numbers, columns(batch.rows, memo)
                )
            self._enter(rows)
        notes = self._small("note-tweet", Layout(Note, ("noteTweet",), "long posts"))
        lengthen(self.tables.posts, notes)

    def read_account(self) -> None:
        """Who it is and what the profile says."""
        accounts = self._small("account", Layout(AccountRow, ("account",), "account"))
        for account in accounts[:1]:
            self.tables.profile |= known(
                handle=account.username or None,
                user_id=account.account_id or None,
                name=account.name,
                created_at=account.created_at,
            )
        if "user_id" not in self.tables.profile:
            self.tables.remarks.append(NO_ACCOUNT_ID)
        for row in self._small("profile", Layout(ProfileRow, ("profile",), "profile")):
            self.tables.profile |= profile_fields(row)

    def read_people(self) -> None:
        """Ids of those who follow and are followed, and how many they are."""
        for key, table in PEOPLE.items():
            if key in self.keys:
                people = self._small(key, Layout(Follower, (key,), table))
                ids: list[dict[str, object]] = [{"user_id": p.account_id} for p in people]
                self.tables.others[table] = ids
                self.tables.profile[table] = len(ids)

    def read_options(self) -> None:
        """Say so where the uploader chose the days of which posts are in it."""
        try:
            options = decoded_value(self.keys.get("upload-options", NOTHING), Options)
        except RefusedError:
            return
        days = [_DAY.match(day or "") for day in (options.startDate, options.endDate)]
        first, last = days
        if first and last:
            self.tables.notes.append(
                say(
                    "the uploader chose the posts of {days}: older and newer ones may be"
                    " missing",
                    days=days_of(first[0], last[0]),
                )
            )

    def _small(self, key: str, layout: Layout[Row]) -> list[Row]:
        """All rows of a table that is no list of posts; a broken one is left aside."""
        rows = Rows(self._place(key), layout)
        try:
            elements = split(rows.file, self._list(key))
        except ReadError as error:
            self.tables.remarks.append(say("left aside: {error}", error=str(error)))
            return []
        found = [row for batch in rows.of(elements) for row in batch.rows]
        self._enter(rows)
        return found

    def _enter(self, rows: Rows[Row]) -> None:
        self.rows += rows.done
        enter(self.tables, rows)

    def _place(self, key: str) -> str:
        return self.name if key == "tweets" else f"{self.name} ({key})"

    def _list(self, key: str) -> msgspec.Raw:
        found = self.keys.get(key, NO_ROWS)
        return NO_ROWS if bytes(memoryview(found)[:5]).strip() == b"null" else found


READER = Reader(
    "community-archive", "Community Archive (one JSON with X archive tables)", sniff, read
)
