"""Long posts: `note-tweet.js` holds the whole text of posts that `tweets.js` cuts off."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, cast

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from acctaudit.model.tables import Link, PostTable

FIRST_SNOWFLAKE = 29_700_859_247
MAX_LAG_MS = 500
"""A note is 13-41 ms older than its post, and the next post comes after 550 ms or more."""


class NoteUrl(msgspec.Struct, gc=False, frozen=True):
    """A link in a long post."""

    shortUrl: str = ""  # noqa: N815
    expandedUrl: str | None = None  # noqa: N815


class Core(msgspec.Struct, gc=False, frozen=True):
    """What a long post says."""

    text: str
    urls: tuple[NoteUrl, ...] = ()


class Note(msgspec.Struct, gc=False, frozen=True):
    """A long post. Its id is not that of the post."""

    noteTweetId: str  # noqa: N815
    core: Core


def lengthen(posts: PostTable, notes: Sequence[Note]) -> None:
    """Give each cut post its whole text and links; post and note are joined by time."""
    if not notes or not len(posts):
        return
    times = sorted(
        (_ms(str(post)), row) for row, post in enumerate(posts.columns["post_id"])
    )
    for note in notes:
        written = _ms(note.noteTweetId)
        at = bisect_left(times, (written, 0))
        if written and at < len(times) and times[at][0] - written <= MAX_LAG_MS:
            _replace(posts, times[at][1], note.core)


def _ms(post_id: str) -> int:
    """Time in the id in ms since Twitter's epoch, or 0 for an id without one."""
    if not (post_id.isascii() and post_id.isdigit()) or len(post_id) > 20:
        return 0
    return int(post_id) >> 22 if int(post_id) >= FIRST_SNOWFLAKE else 0


def _replace(posts: PostTable, row: int, core: Core) -> None:
    if posts.columns["is_repost"][row]:
        return
    posts.columns["text"][row] = core.text
    known = cast("Sequence[Link]", posts.columns["links"][row] or ())
    short = {link[0] for link in known}
    more = [(url.shortUrl, url.expandedUrl or url.shortUrl) for url in core.urls]
    posts.columns["links"][row] = [*known, *(link for link in more if link[0] not in short)]
