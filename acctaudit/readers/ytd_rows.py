"""Posts of an X archive (`tweet.js`, `tweets.js`) as typed rows, and their columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from acctaudit.readers.entities import Entities, entity_columns

if TYPE_CHECKING:
    from acctaudit.readers.entities import Memo, Url

REPOST = re.compile(r"RT @\w{1,20}: ")
STATUS = re.compile(
    r"https?://(?:mobile\.|www\.)?(?:twitter|x)\.com/\w{1,20}/status(?:es)?/(\d{1,20})"
)


class EditControl(msgspec.Struct, gc=False, frozen=True):
    """The versions of a post, first one first."""

    editTweetIds: tuple[str, ...] = ()  # noqa: N815


class Edit(msgspec.Struct, gc=False, frozen=True):
    """Stands on every version but the first."""

    initialTweetId: str | None = None  # noqa: N815


class EditInfo(msgspec.Struct, gc=False, frozen=True):
    """Which versions a post has; on every row since 2022."""

    initial: EditControl | None = None
    edit: Edit | None = None


class Tweet(msgspec.Struct, gc=False, frozen=True):
    """A post as `tweet.js` and `tweets.js` hold it, with what the model needs of it."""

    id_str: str = ""
    id: str = ""
    created_at: str | None = None
    full_text: str | None = None
    text: str | None = None
    lang: str | None = None
    source: str | None = None
    favorite_count: int | None = None
    retweet_count: int | None = None
    in_reply_to_status_id_str: str | None = None
    in_reply_to_user_id_str: str | None = None
    in_reply_to_screen_name: str | None = None
    entities: Entities = Entities()
    extended_entities: Entities | None = None
    edit_info: EditInfo | None = None

    def __post_init__(self) -> None:
        if not (self.id_str or self.id):
            raise ValueError("missing required field `id_str`")


class Header(msgspec.Struct, gc=False, frozen=True):
    """A post as `tweet-headers.js` holds it: who and when, nothing else."""

    tweet_id: str
    user_id: str | None = None
    created_at: str | None = None


def columns(rows: list[Tweet], memo: Memo) -> dict[str, list[object]]:
    """Our columns of a batch of posts."""
    keep = memo.setdefault
    found = [row.entities for row in rows]
    texts = [row.text if row.full_text is None else row.full_text for row in rows]
    return {
        "post_id": [row.id_str or row.id for row in rows],
        "created_at": [row.created_at for row in rows],
        "text": [*texts],
        "lang": [row.lang for row in rows],
        "source": [keep(row.source, row.source) for row in rows],
        "is_repost": [
            text is not None and text.startswith("RT @") and is_repost(text, row)
            for text, row in zip(texts, rows, strict=True)
        ],
        "in_reply_to_post_id": [row.in_reply_to_status_id_str for row in rows],
        "in_reply_to_user_id": [row.in_reply_to_user_id_str for row in rows],
        "in_reply_to_handle": [row.in_reply_to_screen_name for row in rows],
        "post_link_id": [quoted(item.urls) if item.urls else None for item in found],
        "edit_of": [row.edit_info and first_version(row.edit_info) for row in rows],
        "likes": [row.favorite_count for row in rows],
        "reposts": [row.retweet_count for row in rows],
        "media": [len((row.extended_entities or row.entities).media) for row in rows],
        **entity_columns(found, memo),
    }


def header_columns(rows: list[Header]) -> dict[str, list[object]]:
    """Our columns of a batch of headers: no text, no reactions."""
    return {
        "post_id": [row.tweet_id for row in rows],
        "created_at": [row.created_at for row in rows],
        "author_id": [row.user_id for row in rows],
    }


def is_repost(text: str, row: Tweet) -> bool:
    """Whether a row whose text starts with `RT @` passes on a post.

    The archive has no flag for it; a row that drew reactions itself was typed by hand.
    """
    drew = row.favorite_count or row.retweet_count
    return not (drew or row.in_reply_to_status_id_str) and bool(REPOST.match(text))


def quoted(urls: tuple[Url, ...]) -> str | None:
    """The id of the post that the last link to a post leads to."""
    for link in reversed(urls):
        address = link.expanded_url
        if address and "/status" in address and (found := STATUS.match(address)):
            return found[1]
    return None


def first_version(info: EditInfo) -> str | None:
    """The id of the first version of an edited post; None for a post never edited."""
    if info.edit is not None and info.edit.initialTweetId:
        return info.edit.initialTweetId
    versions = info.initial.editTweetIds if info.initial else ()
    return versions[0] if len(versions) > 1 else None
