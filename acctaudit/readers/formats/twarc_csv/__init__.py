"""CSV of twarc 2 (twarc-csv): API v2 with one column a field, of posts or of people.

In rows of reposts the text, the entities and the reactions are those of the original; only
`referenced_tweets.retweeted.id` tells that they are reposts.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from acctaudit.readers import cells
from acctaudit.readers.days import FIRST_IMPRESSIONS
from acctaudit.readers.declared import (
    answers,
    ident,
    joined,
    one,
    passes_on,
    quotes,
    table_reader,
)
from acctaudit.readers.formats.twarc_csv import fields
from acctaudit.readers.people import enter_people
from acctaudit.readers.reposts import own_reactions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from acctaudit.model.tables import Tables
    from acctaudit.readers.source import Export

_RETRIEVED = one(cells.when, "__twarc.retrieved_at")


def _newest(moments: Iterable[object]) -> str | None:
    return max((str(moment) for moment in moments if moment), default=None)


def _finish_posts(tables: Tables, export: Export) -> None:
    columns = tables.posts.columns
    tables.observed = _newest(columns.pop("retrieved", []))
    seen = columns.get("impressions", [])
    for row, when in enumerate(columns.get("created_at", [])):
        if seen and seen[row] == 0 and str(when or "") < FIRST_IMPRESSIONS:
            seen[row] = None
    for facts in tables.authors.values():
        fields.forget_unasked(facts)
    own_reactions(tables, export)


def _finish_people(tables: Tables, export: Export) -> None:
    people = tables.others.pop("people")
    tables.observed = _newest([facts.pop("retrieved", None) for facts in people])
    for facts in people:
        fields.forget_unasked(facts)
    if len(people) == 1 and "follow" not in export.name.casefold():
        tables.profile |= people[0]
    else:
        enter_people(tables, export.name, people)


_POSTS = table_reader(
    "twarc-csv",
    "twarc 2 CSV (twarc-csv; posts or people)",
    telling=("id", "author_id", "referenced_tweets.retweeted.id"),
    columns={
        **ident("id"),
        "created_at": one(cells.when, "created_at"),
        "text": one(fields.lines, "text"),
        "lang": one(cells.word, "lang"),
        "source": one(cells.word, "source"),
        "author_id": one(cells.user_id, "author_id"),
        "author_handle": one(cells.handle, "author.username"),
        **passes_on("referenced_tweets.retweeted.id"),
        **answers("referenced_tweets.replied_to.id"),
        "in_reply_to_user_id": one(cells.user_id, "in_reply_to_user_id"),
        "in_reply_to_handle": one(cells.handle, "in_reply_to_username"),
        **quotes("referenced_tweets.quoted.id"),
        "edit_of": one(fields.edit_of, "edit_history_tweet_ids"),
        "likes": one(cells.number, "public_metrics.like_count"),
        "reposts": one(cells.number, "public_metrics.retweet_count"),
        "replies": one(cells.number, "public_metrics.reply_count"),
        "quotes": one(cells.number, "public_metrics.quote_count"),
        "bookmarks": one(cells.number, "public_metrics.bookmark_count"),
        "impressions": one(cells.number, "public_metrics.impression_count"),
        "media": one(lambda cell: len(cells.json_list(cell)), "attachments.media_keys"),
        "links": one(fields.links, "entities.urls"),
        "hashtags": one(fields.hashtags, "entities.hashtags"),
        "mentions": joined(
            fields.mentions, "entities.mentions", "retweeted_username", "retweeted_user_id"
        ),
        "retrieved": _RETRIEVED,
    },
    authors=fields.person("author."),
    finish=_finish_posts,
)
_PEOPLE = table_reader(
    "twarc-csv",
    "people",
    telling=("id", "username", "public_metrics.followers_count"),
    without=("author_id",),
    columns={**fields.person(""), "retrieved": _RETRIEVED},
    table="people",
    finish=_finish_people,
)


def sniff(export: Export) -> bool:
    """Whether it is a table of posts or of people, and no JSON."""
    table = export.single and export.look.start not in {"{", "["}
    return table and (_POSTS.sniff(export) or _PEOPLE.sniff(export))


def read(export: Export) -> Tables:
    """Posts with their authors, or a list of people."""
    return (_PEOPLE if _PEOPLE.sniff(export) else _POSTS).read(export)


READER = replace(_POSTS, sniff=sniff, read=read)
