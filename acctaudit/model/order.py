"""The order of posts: by time, with kinds, and without what only rows need."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from acctaudit.model.kinds import filled, kinds
from acctaudit.model.tables import POST_COLUMNS

if TYPE_CHECKING:
    from acctaudit.model.profile import Profile

_OF_ROWS = {
    "author_id", "author_handle", "is_repost", "is_reply", "is_quote", "edit_of", "id_exact"
}  # fmt: skip
"""What a row says of itself and the kinds and fates of posts have used up."""
_KEPT = [
    *("post_id", "created_at", "precision", "kind", "_sample"),
    *(name for name in POST_COLUMNS if name not in {"post_id", "created_at", *_OF_ROWS}),
]
"""Columns of the posts of an account, in their order."""


def ordered_posts(frame: pd.DataFrame, profile: Profile) -> pd.DataFrame:
    """Rows sorted by time, then id; with kinds; the reader's own columns gone."""
    frame = frame.assign(kind=kinds(frame, profile))
    if "post_id" not in frame:
        frame = frame.assign(post_id=None)
    ordered = _by_time(frame).reset_index(drop=True)
    known = ordered.notna().any() | (len(ordered) == 0)
    kept = [name for name in _KEPT if name in ordered and known[name]]
    return _with_stand_ins(ordered[kept])


def _with_stand_ins(posts: pd.DataFrame) -> pd.DataFrame:
    """Posts without an id get their place in time, `#12`, to be pointed at by."""
    if "post_id" not in posts:
        posts.insert(0, "post_id", None)
    missing = posts["post_id"].isna()
    if not missing.any():
        return posts
    places = pd.Series([f"#{place + 1}" for place in posts.index], index=posts.index)
    return posts.assign(post_id=posts["post_id"].astype(object).where(~missing, places))


def _by_time(frame: pd.DataFrame) -> pd.DataFrame:
    """Sorted by time; where times are equal by id, and by text where there is no id."""
    if frame["created_at"].is_unique:
        return frame.iloc[frame["created_at"].argsort()]
    ids = filled(frame, "post_id")
    keys = pd.DataFrame(
        {
            "time": frame["created_at"],
            "size": ids.map(len),
            "id": ids,
            "text": filled(frame, "text"),
        }
    )
    return frame.loc[keys.sort_values(["time", "size", "id", "text"], kind="stable").index]
