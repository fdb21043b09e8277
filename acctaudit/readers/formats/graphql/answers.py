"""Answers of the web app taken apart: which of what they hold is a post or a person.

A timeline is a list of instructions, each with entries. Between the posts stand cursors,
advertisements and suggestions, which are nobody's timeline, and gaps where a post is gone.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import msgspec

from acctaudit.readers.formats.graphql.envelopes import (
    Content,
    Entry,
    Instruction,
    ItemContent,
    Result,
    Shell,
)
from acctaudit.readers.formats.graphql.profile import facts
from acctaudit.readers.formats.graphql.users import User
from acctaudit.readers.mend import (
    FAILURES,
    GUARDED,
    SURROGATE,
    RefusedError,
    decoded_value,
)
from acctaudit.readers.people import Authors
from acctaudit.readers.records import NOTHING, elements, fields
from acctaudit.say import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.readers.people import Facts

Raw = msgspec.Raw
STRANGE = re.compile(
    r"promoted-|who-to-|cursor-|tweetdetailrelatedtweets|^(label|messageprompt)-"
)
"""Entries that are no part of what was asked for."""
GONE = frozenset({"TweetTombstone", "TweetUnavailable"})
OWN = re.compile(r"tweet-(\d{1,20})")
"""Entries of a user's own timeline; in its conversations others speak as well."""
_DEPTH = 8


class Answers:
    """Takes answers apart, and remembers whom they describe and whose posts they are."""

    def __init__(self) -> None:
        self.authors = Authors()
        self.people: list[Facts] = []
        """Those who follow or are followed."""
        self.profiles: dict[str, Facts] = {}
        """The accounts that were asked for by name, by user id."""
        self.own: set[str] = set()
        """Ids of the posts that stand in a timeline of their author."""
        self.unreadable = 0
        """People who could not be read."""
        self.replaced = 0
        """Lone surrogates replaced by U+FFFD."""

    def posts(self, raw: Raw) -> list[Raw]:
        """The posts of an answer; or the post, where a script kept nothing else of it."""
        try:
            answer = fields(raw)
        except FAILURES:
            raw, replaced = _mended(raw)
            self.replaced += replaced
            answer = fields(raw)
        if "rest_id" in answer:
            return list(_post(raw))
        data = answer.get("data", NOTHING)
        if not answer.keys() & {"data", "errors"} or bytes(data).startswith(b"["):
            raise RefusedError(say("not an answer of the web app"))
        found: list[Raw] = []
        for name, value in _objects(data):
            found += self._part(name, value)
        return found

    def _part(self, name: str, raw: Raw) -> Iterator[Raw]:
        """The posts of one part of an answer; a user's own is named `user`."""
        if name == "tweetResult":
            yield from _post(_result(raw))
            return
        timelines = list(_timelines(raw))
        if name == "user" and not timelines:
            self._profile(_result(raw))
        for instruction in timelines:
            told = msgspec.json.decode(instruction, type=Instruction)
            for entries in (told.entries, told.entry, told.moduleItems):
                for entry in elements(entries):
                    yield from self._entry(entry, own=name == "user")

    def _entry(self, raw: Raw, *, own: bool) -> Iterator[Raw]:
        """The posts of an entry; one that is none of the known form is a bad row itself."""
        try:
            entry = msgspec.json.decode(raw, type=Entry)
            held = entry.content or entry.item or Content()
            inner = elements(held.items)
        except FAILURES:
            yield raw
            return
        if STRANGE.search(entry.entryId):
            return
        if own and (named := OWN.fullmatch(entry.entryId)):
            self.own.add(named[1])
        yield from self._item(held.itemContent or ItemContent(), own=own)
        for item in inner:
            yield from self._entry(item, own=own)

    def _item(self, item: ItemContent, *, own: bool) -> Iterator[Raw]:
        if _is_object(item.promotedMetadata):
            return
        if item.tweet_results is not None:
            yield from _post(item.tweet_results.result)
        elif item.user_results is not None and own:
            self._follower(item.user_results.result)

    def _follower(self, raw: Raw) -> None:
        person = self._person(raw)
        if person is not None:
            self.people.append(person)

    def _profile(self, raw: Raw) -> None:
        person = self._person(raw)
        if person is not None:
            self.profiles[str(person["user_id"])] = person
            self.authors.note(person)

    def _person(self, raw: Raw) -> Facts | None:
        """Somebody's profile; None for one who is gone or cannot be read."""
        if not _is_object(raw):
            return None
        try:
            user: User = decoded_value(raw, User)
        except RefusedError:
            self.unreadable += 1
            return None
        return facts(user) if user.rest_id else None


def _mended(raw: Raw) -> tuple[Raw, int]:
    """An answer that the fast path refuses, and how many broken characters it had."""
    value = GUARDED.decode(bytes(raw).decode())
    text, replaced = SURROGATE.subn("\ufffd", json.dumps(value, ensure_ascii=False))
    return Raw(text.encode()), replaced


def _result(raw: Raw) -> Raw:
    """What an answer gives to a question for one thing."""
    return msgspec.json.decode(raw, type=Result).result


def _post(raw: Raw) -> Iterator[Raw]:
    """The post of a result; nothing where it is gone. What is neither is a bad row."""
    if bytes(raw) == b"null" or (_is_object(raw) and not fields(raw)):
        return
    try:
        shell = msgspec.json.decode(raw, type=Shell)
    except FAILURES:
        yield raw
        return
    if shell.typename not in GONE:
        yield shell.tweet if _is_object(shell.tweet) else raw


def _timelines(raw: Raw, depth: int = _DEPTH) -> Iterator[Raw]:
    """The instructions of every timeline in a part of an answer, wherever it keeps them."""
    for name, value in fields(raw).items():
        if name == "instructions":
            yield from elements(value)
        elif depth and _is_object(value):
            yield from _timelines(value, depth - 1)


def _objects(raw: Raw) -> Iterator[tuple[str, Raw]]:
    """The fields of an object that are objects; null is none."""
    if _is_object(raw):
        yield from ((name, item) for name, item in fields(raw).items() if _is_object(item))


def _is_object(raw: Raw) -> bool:
    return bytes(memoryview(raw)[:1]) == b"{"
