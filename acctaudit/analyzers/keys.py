"""What a post is known by in all exports of an account: its id, or else its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_STAND_IN = "#"
"""What the model's stand-in for an id begins with: a place in the file, which shifts."""


def keys(posts: pd.DataFrame) -> list[str]:
    """The id of each post; its day (ISO) where the export has no id."""
    ids = posts["post_id"].astype(str)
    days = posts["created_at"].dt.strftime("%Y-%m-%d")
    return ids.where(~ids.str.startswith(_STAND_IN), days).tolist()
