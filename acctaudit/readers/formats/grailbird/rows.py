"""Posts of a Grailbird month file as typed rows, and their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from acctaudit.readers.entities import Entities, entity_columns

if TYPE_CHECKING:
    from acctaudit.readers.entities import Memo

ROUNDING = 4096
"""An id that JavaScript rounded is off by less than this."""
MAX_EXACT = 1 << 53


class User(msgspec.Struct, gc=False, frozen=True):
    """The author of a row; counts only on rows of the API."""

    id_str: str | None = None
    screen_name: str | None = None
    name: str | None = None
    verified: bool | None = None
    protected: bool | None = None
    profile_image_url_https: str | None = None
    followers_count: int | None = None
    friends_count: int | None = None
    listed_count: int | None = None


class Original(msgspec.Struct, gc=False, frozen=True):
    """The post that a repost passes on."""

    id_str: str | None = None


class Row(msgspec.Struct, gc=False, frozen=True):
    """A post as a month file holds it."""

    id_str: str = ""
    id: int = 0
    created_at: str | None = None
    text: str | None = None
    full_text: str | None = None
    source: str | None = None
    lang: str | None = None
    user: User | None = None
    entities: Entities = Entities()
    extended_entities: Entities | None = None
    retweeted_status: Original | None = None
    quoted_status_id_str: str | None = None
    in_reply_to_status_id_str: str | None = None
    in_reply_to_user_id_str: str | None = None
    in_reply_to_screen_name: str | None = None
    favorite_count: int | None = None
    retweet_count: int | None = None

    def __post_init__(self) -> None:
        if not (self.id_str or self.id):
            raise ValueError("missing required field `id_str`")

    @property
    def from_api(self) -> bool:
        """Whether a script put the row there; X itself gave no counts."""
        return self.favorite_count is not None


def collapsed(row: Row, owner: str) -> bool:
    """Whether a script replaced a repost by the post that it passes on.

    Then author, counts and links are those of the original, and only `id_str` is ours.
    """
    if not row.from_api or row.retweeted_status is not None:
        return False
    other_author = row.user is not None and row.user.id_str not in {None, owner}
    return other_author or _other_id(row)


def columns(rows: list[Row], owner: str, memo: Memo) -> dict[str, list[object]]:
    """Our columns of a batch of posts."""
    fallen = [collapsed(row, owner) for row in rows]
    own = [
        _bare(row, owner) if gone else row for row, gone in zip(rows, fallen, strict=True)
    ]
    found: dict[str, list[object]] = {
        "post_id": [row.id_str or str(row.id) for row in own],
        "id_exact": [bool(row.id_str) or not _rounded(row) for row in own],
        "created_at": [row.created_at for row in own],
        "text": [row.text if row.full_text is None else row.full_text for row in own],
        "source": [row.source for row in own],
        "author_id": [row.user.id_str if row.user else None for row in own],
        "author_handle": [row.user.screen_name if row.user else None for row in own],
        "is_repost": [
            gone or row.retweeted_status is not None
            for row, gone in zip(own, fallen, strict=True)
        ],
        "repost_of_id": [
            row.retweeted_status.id_str if row.retweeted_status else None for row in own
        ],
        "in_reply_to_post_id": [row.in_reply_to_status_id_str for row in own],
        "in_reply_to_user_id": [row.in_reply_to_user_id_str for row in own],
        "in_reply_to_handle": [row.in_reply_to_screen_name for row in own],
        "quote_of_id": [row.quoted_status_id_str for row in own],
        "media": [len((row.extended_entities or row.entities).media) for row in own],
        **entity_columns([row.entities for row in own], memo),
    }
    if any(row.from_api for row in rows):
        found["lang"] = [row.lang for row in own]
        found["likes"] = [row.favorite_count for row in own]
        found["reposts"] = [row.retweet_count for row in own]
    return found


def _bare(row: Row, owner: str) -> Row:
    """A collapsed repost without what belongs to the original; the id tells its date."""
    return Row(
        id_str=row.id_str,
        id=row.id,
        text=row.text if row.full_text is None else row.full_text,
        source=row.source,
        user=User(id_str=owner or None),
    )


def _other_id(row: Row) -> bool:
    digits = row.id_str
    if not row.id or not digits.isascii() or not digits.isdigit() or len(digits) > 20:
        return False
    return abs(int(digits) - row.id) > ROUNDING


def _rounded(row: Row) -> bool:
    return row.from_api and row.id > MAX_EXACT
