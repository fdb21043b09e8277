"""Grailbird: the Twitter archive of 2012 to 2019, with one file a month or a `tweets.csv`.

Scripts kept many of these alive by putting rows of the API into the month files. Those
rows are told by their counts, and read by rules of their own (formats.md 3.3).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from acctaudit.model.tables import Tables
from acctaudit.readers.base import Reader
from acctaudit.readers.decode import Layout, one, read_rows
from acctaudit.readers.formats.grailbird.rows import Row, collapsed, columns
from acctaudit.readers.formats.grailbird.sheet import NEEDED, SHEETS, add_csv
from acctaudit.say import say
from acctaudit.words import number

if TYPE_CHECKING:
    from acctaudit.readers.entities import Memo
    from acctaudit.readers.formats.grailbird.rows import User
    from acctaudit.readers.source import Export

MONTH = r"\d{4}_\d{2}\.js"


class UserDetails(msgspec.Struct, gc=False):
    """`user_details.js`: the account. A field that it lacks was empty."""

    id: str
    screen_name: str
    full_name: str = ""
    bio: str = ""
    location: str = ""
    url: str = ""
    expanded_url: str = ""
    created_at: str | None = None


class PayloadDetails(msgspec.Struct, gc=False):
    """`payload_details.js`: when the archive was made, and the counter on the profile."""

    tweets: int | None = None
    created_at: str | None = None


class IndexRow(msgspec.Struct, gc=False):
    """`tweet_index.js`: how many posts a month should have."""

    file_name: str
    tweet_count: int


POSTS = Layout(Row)


DETAILS = ("var tweet_index", "var user_details", "var payload_details")


def sniff(export: Export) -> bool:
    """Whether this is a Grailbird archive, one of its files, or its CSV."""
    if not export.single:
        return bool(export.matching(rf"{MONTH}|\d{{4}}_\d{{2}}\.csv|tweets\.csv"))
    look = export.look
    name = look.variable
    return name.startswith("Grailbird.") or name in DETAILS or look.columns >= NEEDED


def read(export: Export) -> Tables:
    """All posts: from the month files where there are any, else from the CSV."""
    tables = Tables("grailbird")
    alone = export.single
    if alone and export.look.variable:
        export = _alone(export)
    months = export.matching(MONTH)
    _details(tables, export)
    if months:
        if alone:
            tables.timeline = "sample"
            tables.remarks.append(
                say("this is one month of an archive: the rest is not known")
            )
        _months(tables, export, months)
        _check_index(tables, export)
    elif export.single or export.matching(SHEETS):
        add_csv(tables, export)
    return tables


def _alone(export: Export) -> Export:
    """One file of an archive, by the name that it has there, whatever it is called now."""
    name = export.look.variable
    if name in DETAILS:
        return export.known_as(f"{name.removeprefix('var ')}.js")
    return export.known_as(f"{name.rpartition('tweets_')[2]}.js")


def _details(tables: Tables, export: Export) -> None:
    if export.matching(r"user_details\.js"):
        content = export.read("user_details.js")
        tables.files.append(content.noted(1, "profile"))
        user = one(content, UserDetails)
        tables.profile |= {
            "user_id": user.id,
            "handle": user.screen_name,
            "name": user.full_name,
            "bio": user.bio,
            "location": user.location,
            "url": user.url,
            "url_expanded": user.expanded_url,
            "created_at": user.created_at,
        }
    if export.matching(r"payload_details\.js"):
        content = export.read("payload_details.js")
        tables.files.append(content.noted(1, "date of the export"))
        payload = one(content, PayloadDetails)
        tables.observed = payload.created_at
        tables.profile["posts_total"] = payload.tweets


def _months(tables: Tables, export: Export, members: tuple[str, ...]) -> None:
    owner = str(tables.profile.get("user_id") or _likely_owner(export, members[-1]))
    memo: Memo = {}
    own: User | None = None
    fallen = 0
    for member in members:
        for batch in read_rows(tables, export, member, POSTS):
            tables.posts.extend(batch.file, batch.numbers, columns(batch.rows, owner, memo))
            fallen += sum(collapsed(row, owner) for row in batch.rows)
            users = [
                row.user for row in batch.rows if row.user and row.user.id_str == owner
            ]
            own = users[0] if users else own
    if own:
        _look(tables, own)
    if fallen:
        tables.remarks.append(
            say(
                "reposts that stood there as the original post, dated by their id: {posts}",
                posts=number(fallen),
            )
        )


def _likely_owner(export: Export, member: str) -> str:
    """The most frequent author of a month, where no file says whose archive it is."""
    batches = read_rows(Tables(""), export, member, POSTS)
    rows = [row for batch in batches for row in batch.rows]
    ids = Counter(row.user.id_str for row in rows if row.user and row.user.id_str)
    return max(sorted(ids), key=ids.__getitem__) if ids else ""


def _look(tables: Tables, user: User) -> None:
    """What the newest row says of the account, where user_details does not."""
    avatar = user.profile_image_url_https
    told: dict[str, object] = {
        "user_id": user.id_str,
        "handle": user.screen_name,
        "name": user.name,
        "verified": user.verified,
        "protected": user.protected,
        "avatar_url": avatar,
        "default_avatar": None if avatar is None else "default_profile" in avatar,
        "followers": user.followers_count,
        "following": user.friends_count,
        "listed": user.listed_count,
    }
    told = {name: value for name, value in told.items() if value is not None}
    tables.profile = told | tables.profile


def _check_index(tables: Tables, export: Export) -> None:
    """Compare the rows of each month with what the index promises."""
    if not export.matching(r"tweet_index\.js"):
        return
    batches = read_rows(
        tables, export, "tweet_index.js", Layout(IndexRow, (), "list of months")
    )
    told = {
        row.file_name.rpartition("/")[2]: row.tweet_count
        for batch in batches
        for row in batch.rows
    }
    have = {file.name: file.rows for file in tables.files if file.holds == "posts"}
    missing = sum(1 for name in told if name not in have)
    differ = sum(1 for name in have if told.get(name, have[name]) != have[name])
    if missing:
        tables.timeline = "sample"
        tables.remarks.append(
            say(
                "months that tweet_index.js names but that are not here: {months}",
                months=number(missing),
            )
        )
    if differ:
        tables.remarks.append(
            say(
                "months with another number of posts than tweet_index.js says: {months}",
                months=number(differ),
            )
        )


READER = Reader("grailbird", "Twitter archive of 2012 to 2019 (Grailbird)", sniff, read)
