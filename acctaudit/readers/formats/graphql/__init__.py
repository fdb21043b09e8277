"""The web app's own answers (GraphQL) as a browser or a script saved them.

One answer a file, one a line, or a list of them: timelines of a user, conversations, lists
of followers, profiles. A timeline of a user tells its owner; a conversation is nobody's,
and a sample of what those who speak in it have posted.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from acctaudit.model.tables import Tables
from acctaudit.readers.base import PAGE, Reader
from acctaudit.readers.decode import Layout, read_records, unread
from acctaudit.readers.foreign import refuse_foreign
from acctaudit.readers.formats.graphql.answers import Answers
from acctaudit.readers.formats.graphql.columns import columns
from acctaudit.readers.formats.graphql.profile import facts
from acctaudit.readers.formats.graphql.rows import Post
from acctaudit.readers.mend import broken_characters
from acctaudit.readers.people import enter_people

if TYPE_CHECKING:
    from acctaudit.readers.entities import Memo
    from acctaudit.readers.source import Export

POSTS = Layout(Post)
TELLING = (
    "data.user.result.rest_id",
    "data.user.result.timeline",
    "data.user.result.timeline_v2",
    "data.tweetResult.result",
)


def sniff(export: Export) -> bool:
    """Whether the first record is an answer, or a post out of one."""
    if not export.single:
        return False
    look = export.look
    timeline = any(path[0] == "data" and path[-1] == "instructions" for path in look.paths)
    alone = look.has("rest_id", "legacy.full_text")
    return timeline or alone or any(map(look.has, TELLING))


def read(export: Export) -> Tables:
    """Posts with their authors, the owner of the timeline, followers, profiles."""
    tables = Tables("graphql", timeline="recent", trust=PAGE)
    answers = Answers()
    owners = _posts(tables, export, answers)
    answers.authors.enter(tables)
    _people(tables, export, answers)
    tables.remarks += _remarks(export, answers)
    _owner(tables, answers, owners)
    if not owners:
        tables.timeline = "sample"
    refuse_foreign(tables, export, "answers of the web app")
    return tables


def _posts(tables: Tables, export: Export, answers: Answers) -> dict[str, str | None]:
    """Read all posts; the authors (id and handle) of those in their own timelines."""
    owners: dict[str, str | None] = {}
    memo: Memo = {}
    for batch in read_records(tables, export, POSTS, answers.posts):
        found = columns(batch.rows, memo)
        tables.posts.extend(batch.file, batch.numbers, found)
        for row, user_id in zip(batch.rows, found["author_id"], strict=True):
            about = facts(row.author) if row.author else {}
            if about.get("user_id"):
                answers.authors.note(about, row.rest_id)
            if user_id and row.rest_id in answers.own:
                handle = about.get("handle")
                owners[str(user_id)] = str(handle) if handle else None
    return owners


def _people(tables: Tables, export: Export, answers: Answers) -> None:
    """Enter those who follow or are followed; a file of nothing else says so."""
    if answers.people:
        enter_people(tables, export.name, answers.people)
    found = len(answers.people) or len(answers.profiles)
    if found and not len(tables.posts):
        holds = "people" if answers.people else "profile"
        tables.files[-1] = replace(tables.files[-1], rows=found, holds=holds)


def _remarks(export: Export, answers: Answers) -> list[str]:
    found = []
    if answers.unreadable:
        found.append(unread(export.name, "people", answers.unreadable))
    if answers.replaced:
        found.append(broken_characters(export.name, answers.replaced))
    return found


def _owner(tables: Tables, answers: Answers, owners: dict[str, str | None]) -> None:
    """Say whose account it is, if timelines and profiles are all of one."""
    named = owners.keys() | answers.profiles.keys()
    if len(named) != 1:
        return
    (user_id,) = named
    tables.profile |= answers.profiles.get(user_id, {})
    tables.profile.setdefault("user_id", user_id)
    if owners.get(user_id):
        tables.profile.setdefault("handle", owners[user_id])


READER = Reader("graphql", "answers of the web app (GraphQL)", sniff, read)
