"""Links, hashtags and mentions as side frames, one row for each occurrence in a post."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from acctaudit.text import HASHTAG, MENTION, links_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from acctaudit.model.profile import Profile

Items = Sequence[Any]
"""The links, tags or mentions of one post."""


def _cells(frame: pd.DataFrame, name: str) -> list[object]:
    return frame[name].tolist() if name in frame else [None] * len(frame)


def _lists(
    frame: pd.DataFrame, name: str, from_text: Callable[[str], Items], hint: str
) -> list[Items]:
    """For each post the export's own list, else what its text holds."""
    return [
        cell
        if isinstance(cell, list | tuple)
        else from_text(text)
        if isinstance(text, str) and hint in text
        else ()
        for cell, text in zip(_cells(frame, name), _cells(frame, "text"), strict=True)
    ]


def _rows(lists: list[Items]) -> np.ndarray:
    """The row of every item of all lists."""
    sizes = np.fromiter(map(len, lists), np.int64, len(lists))
    return np.repeat(np.arange(len(lists)), sizes)


def _side(rows: np.ndarray, **columns: list[Any]) -> pd.DataFrame:
    cells = {name: pd.Series(values, dtype=object) for name, values in columns.items()}
    return pd.DataFrame({"row": rows, **cells})


def links(frame: pd.DataFrame) -> pd.DataFrame:
    """Columns row, url (as it stands in the text), target (where it leads)."""
    lists = _lists(
        frame, "links", lambda text: [(link, link) for link in links_in(text)], "."
    )
    items = list(chain.from_iterable(lists))
    return _side(
        _rows(lists), url=[url for url, _ in items], target=[target for _, target in items]
    )


def hashtags(frame: pd.DataFrame) -> pd.DataFrame:
    """Columns row, tag (without #, case folded)."""
    lists = _lists(frame, "hashtags", HASHTAG.findall, "#")
    return _side(_rows(lists), tag=[tag.casefold() for tag in chain.from_iterable(lists)])


def mentions(frame: pd.DataFrame, profile: Profile) -> pd.DataFrame:
    """Columns row, handle (case folded), user_id; the account itself is left out."""
    found = MENTION.findall
    lists = _lists(
        frame, "mentions", lambda text: [(name, None) for name in found(text)], "@"
    )
    items = list(chain.from_iterable(lists))
    side = _side(
        _rows(lists),
        handle=[handle.casefold() for handle, _ in items],
        user_id=[user for _, user in items],
    )
    own = side["handle"] == (profile.handle or "").casefold()
    return side[~own & ~(side["user_id"].notna() & (side["user_id"] == profile.user_id))]
