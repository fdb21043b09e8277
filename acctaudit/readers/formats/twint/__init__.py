"""Twint: CSV and lines of JSON, from any of its versions.

Times are local to whoever ran it. Their offset stands in a column of its own, in old
versions as a name, which can mean several. A reply is a post of somebody's conversation;
the people answered are listed without the author, in old versions with. Rows of reposts
describe the original, and beside it who passed it on, and under which id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from acctaudit.model.packed import Packed
from acctaudit.readers import cells
from acctaudit.readers.declared import joined, one, table_reader
from acctaudit.readers.formats.twint import rows
from acctaudit.readers.reposts import own_reactions

if TYPE_CHECKING:
    from acctaudit.model.tables import Link, Mention, Tables
    from acctaudit.readers.source import Export


def _text(cell: object) -> str | None:
    """The text without the space that Twint puts before every address."""
    found = cells.text(cell)
    return found and found.removeprefix(" ").replace("  http", " http")


def _links(cell: object) -> list[Link] | None:
    found = rows.listed(cell)
    return None if found is None else [(str(link), str(link)) for link in found]


def _tags(cell: object) -> list[str] | None:
    found = rows.listed(cell)
    return None if found is None else [str(tag).removeprefix("#") for tag in found]


def _mentions(mentioned: object, reply_to: object) -> list[Mention]:
    return [*(rows.people(reply_to) or []), *(rows.people(mentioned) or [])]


def _media(photos: object, video: object) -> int:
    """Pictures; of a video only its being there is known."""
    return max(len(rows.listed(photos) or []), int(cells.flag(video) or 0))


def _original(retweet: object, link: object) -> str | None:
    return cells.id_in(link) if cells.flag(retweet) else None


def finish(tables: Tables, export: Export) -> None:
    """Take apart what `rows.answered` found; reactions to reposts are not known."""
    columns = tables.posts.columns
    answered: list[Any] = list(columns.get("is_reply", ()))
    people = [person or (None, None) for _, person in answered]
    columns["is_reply"] = [is_reply for is_reply, _ in answered]
    columns["in_reply_to_handle"] = [handle for handle, _ in people]
    columns["in_reply_to_user_id"] = Packed(user for _, user in people)
    own_reactions(tables, export)


READER = table_reader(
    "twint",
    "Twint (CSV, or JSON lines)",
    telling=("conversation_id", "replies_count", "tweet", "username"),
    columns={
        "post_id": joined(lambda *row: rows.post(*row).digits, *rows.OWN),
        "id_exact": joined(lambda *row: rows.post(*row).exact, *rows.OWN),
        "created_at": joined(rows.moment, *rows.CLOCK),
        "text": one(_text, "tweet"),
        "lang": one(cells.word, "language"),
        "author_id": joined(
            lambda *row: cells.user_id(rows.author(*row)),
            "retweet",
            "user_rt_id",
            "user_id",
        ),
        "author_handle": joined(
            lambda *row: cells.handle(rows.author(*row)), "retweet", "user_rt", "username"
        ),
        "is_repost": one(lambda cell: cells.flag(cell) is True, "retweet"),
        "repost_of_id": joined(_original, "retweet", "link"),
        "is_reply": joined(rows.answered, *rows.TALK),
        "quote_of_id": one(cells.id_in, "quote_url"),
        "likes": one(cells.number, "likes_count"),
        "reposts": one(cells.number, "retweets_count"),
        "replies": one(cells.number, "replies_count"),
        "media": joined(_media, "photos", "video"),
        "links": one(_links, "urls"),
        "hashtags": one(_tags, "hashtags"),
        "mentions": joined(_mentions, "mentions", "reply_to"),
    },
    finish=finish,
)
