"""What an X archive says about the account itself: profile, dates, followers, checks.

Only the fields named here are ever decoded: `account.js` also holds an e-mail address.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

import msgspec

from acctaudit.errors import ReadError
from acctaudit.readers.decode import Layout, one, read_rows
from acctaudit.readers.ytd_account import (
    NO_ACCOUNT_FILE,
    AccountRow,
    Follower,
    ProfileRow,
    known,
    profile_fields,
)
from acctaudit.say import say
from acctaudit.words import number

if TYPE_CHECKING:
    from acctaudit.model.tables import Tables
    from acctaudit.readers.source import Export

Row = TypeVar("Row", bound=msgspec.Struct)
camel = msgspec.field


class Verified(msgspec.Struct, gc=False):
    """`verified.js`."""

    verified: bool | None = None


class Suspension(msgspec.Struct, gc=False):
    """`account-suspension.js`: a day on which the account was closed or opened again."""

    action: str
    time: str = camel(name="timeStamp")


class UserInfo(msgspec.Struct, gc=False):
    """Whose archive it is."""

    account_id: str | None = camel(name="accountId", default=None)
    username: str | None = camel(name="userName", default=None)
    name: str | None = camel(name="displayName", default=None)


class ArchiveInfo(msgspec.Struct, gc=False):
    """When the archive was made, and whether it is whole."""

    generated: str | None = camel(name="generationDate", default=None)
    partial: bool | None = camel(name="isPartialArchive", default=None)


class ManifestFile(msgspec.Struct, gc=False):
    """A file of the archive and how many rows it should have."""

    name: str = camel(name="fileName", default="")
    count: int | None = None


class DataType(msgspec.Struct, gc=False):
    """The files of one kind."""

    files: tuple[ManifestFile, ...] = ()


class Manifest(msgspec.Struct, gc=False):
    """`manifest.js`."""

    user: UserInfo = camel(name="userInfo", default_factory=UserInfo)
    archive: ArchiveInfo = camel(name="archiveInfo", default_factory=ArchiveInfo)
    types: dict[str, DataType] = camel(name="dataTypes", default_factory=dict)


def add_facts(tables: Tables, export: Export) -> None:
    """Add to the posts whatever the files beside them say about the account."""
    manifest = _manifest(tables, export)
    accounts = _rows(tables, export, "account", AccountRow)
    account = accounts[0] if accounts else AccountRow()
    told = UserInfo() if _is_contradicted(tables, account, manifest) else manifest.user
    if len(tables.posts) and not (account.account_id or told.account_id):
        tables.remarks.append(NO_ACCOUNT_FILE)
    tables.observed = manifest.archive.generated
    tables.profile |= known(
        handle=account.username or told.username or None,
        user_id=account.account_id or told.account_id or None,
        name=account.name or told.name,
        created_at=account.created_at,
    )
    _profile(tables, export)
    _people(tables, export)
    _completeness(tables, manifest)


def _is_contradicted(tables: Tables, account: AccountRow, manifest: Manifest) -> bool:
    """Whether the posts go on with posts of another account than the manifest names."""
    columns = tables.posts.columns
    if account.account_id or "in_reply_to_user_id" not in columns:
        return False
    own = set(columns["post_id"])
    pairs = zip(columns["in_reply_to_user_id"], columns["in_reply_to_post_id"], strict=True)
    answered = {user for user, parent in pairs if user and parent in own}
    return bool(answered) and manifest.user.account_id not in answered


def _rows(tables: Tables, export: Export, name: str, kind: type[Row]) -> list[Row]:
    """All rows of a small file that wraps each in an object of its own name."""
    found: list[Row] = []
    first, *rest = name.split("-")
    envelope = first + "".join(word.title() for word in rest)
    layout = Layout(kind, (envelope,), name)
    for member in export.matching(rf"{name}(-part\d+)?\.js"):
        try:
            for batch in read_rows(tables, export, member, layout):
                found += batch.rows
        except ReadError as error:
            tables.remarks.append(say("left aside: {error}", error=str(error)))
    return found


def _manifest(tables: Tables, export: Export) -> Manifest:
    if not export.matching(r"manifest\.js"):
        return Manifest()
    content = export.read("manifest.js")
    try:
        manifest = one(content, Manifest)
    except ReadError as error:
        tables.remarks.append(say("left aside: {error}", error=str(error)))
        return Manifest()
    tables.files.append(content.noted(1, "manifest"))
    return manifest


def _profile(tables: Tables, export: Export) -> None:
    for row in _rows(tables, export, "profile", ProfileRow):
        tables.profile |= profile_fields(row)
    for mark in _rows(tables, export, "verified", Verified):
        tables.profile |= known(verified=mark.verified)
    if export.matching(r"account-suspension\.js"):
        days = _rows(tables, export, "account-suspension", Suspension)
        tables.profile["suspensions"] = tuple(sorted(map(_day, days)))


def _people(tables: Tables, export: Export) -> None:
    for name, table in (("follower", "followers"), ("following", "following")):
        if export.matching(rf"{name}(-part\d+)?\.js"):
            people = _rows(tables, export, name, Follower)
            tables.others[table] = [{"user_id": person.account_id} for person in people]
            tables.profile[table] = len(people)


TIMELINE = re.compile(r"tweets?(-part\d+)?\.js$")
"""Files without which the timeline has holes."""


def _completeness(tables: Tables, manifest: Manifest) -> None:
    counts = {
        file.name.rpartition("/")[2].casefold(): file.count
        for kind in manifest.types.values()
        for file in kind.files
    }
    for file in tables.files:
        told = counts.get(file.name)
        if told is not None and told != file.rows:
            tables.remarks.append(
                say(
                    "{file} holds {rows} rows where manifest.js says {told}",
                    file=file.name,
                    rows=number(file.rows),
                    told=number(told),
                )
            )
    have = {file.name for file in tables.files}
    missing = sorted(name for name in counts if TIMELINE.match(name) and name not in have)
    if missing:
        tables.timeline = "sample"
        tables.remarks.append(
            say("manifest.js names files that are not here: {file}", file=missing[0])
        )
    if manifest.archive.partial:
        tables.timeline = "sample"
        tables.remarks.append(
            say("manifest.js says that this is only a part of the archive")
        )


def _day(row: Suspension) -> str:
    """The day and what happened: `2021-03-04 Suspend`."""
    if re.fullmatch(r"\d{9,13}", row.time):
        seconds = int(row.time) / (1000 if len(row.time) > 10 else 1)
        return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d} {row.action}"
    return f"{row.time[:10]} {row.action}"
