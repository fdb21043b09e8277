"""Links, hashtags and mentions as side frames, one row for each occurrence in a post."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pandas as pd

from acctaudit.text import HASHTAG, MENTION, links_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from acctaudit.model.profile import Profile
    from acctaudit.model.tables import Link, Mention


T = TypeVar("T")


def _cells(frame: pd.DataFrame, name: str) -> list[object]:
    return frame[name].tolist() if name in frame else [None] * len(frame)


def _per_post(
    frame: pd.DataFrame, name: str, from_text: Callable[[str], list[T]], hint: str
) -> list[tuple[int, T]]:
    """(row, item) for every item: from the export's own list, else from the text."""
    texts: Sequence[object] = _cells(frame, "text")
    found: list[tuple[int, T]] = []
    for row, (cell, text) in enumerate(zip(_cells(frame, name), texts, strict=True)):
        if isinstance(cell, list | tuple):
            found += [(row, item) for item in cell]
        elif isinstance(text, str) and hint in text:
            found += [(row, item) for item in from_text(text)]
    return found


def _text_links(text: str) -> list[Link]:
    return [(link, link) for link in links_in(text)]


def _text_mentions(text: str) -> list[Mention]:
    return [(handle, None) for handle in MENTION.findall(text)]


def links(frame: pd.DataFrame) -> pd.DataFrame:
    """Columns row, url (as it stands in the text), target (where it leads)."""
    rows = [(row, *link) for row, link in _per_post(frame, "links", _text_links, ".")]
    return pd.DataFrame(rows, columns=["row", "url", "target"])


def hashtags(frame: pd.DataFrame) -> pd.DataFrame:
    """Columns row, tag (without #, case folded)."""
    found = _per_post(frame, "hashtags", HASHTAG.findall, "#")
    rows = [(row, tag.casefold()) for row, tag in found]
    return pd.DataFrame(rows, columns=["row", "tag"])


def mentions(frame: pd.DataFrame, profile: Profile) -> pd.DataFrame:
    """Columns row, handle (case folded), user_id; the account itself is left out."""
    own = (profile.handle or "").casefold()
    rows = [
        (row, handle.casefold(), user)
        for row, (handle, user) in _per_post(frame, "mentions", _text_mentions, "@")
        if handle.casefold() != own and (user is None or user != profile.user_id)
    ]
    return pd.DataFrame(rows, columns=["row", "handle", "user_id"])
