"""What each post is: one kind a row, decided here and nowhere else.

Precedence: repost > self_reply > reply > quote > original. Manual reposts typed with `RT @`
are originals that mention somebody, unless the reader says otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from acctaudit.model.account import KINDS

if TYPE_CHECKING:
    from acctaudit.model.profile import Profile


def filled(frame: pd.DataFrame, name: str) -> pd.Series:
    """The column with empty strings for the unknown; all empty if the column is absent."""
    if name not in frame:
        return pd.Series("", index=frame.index, dtype=object)
    return frame[name].astype(object).where(frame[name].notna(), "")


def inferred_owner(frame: pd.DataFrame) -> str | None:
    """User id that most often is answered at a post of this very file: its author.

    Ties go to the smallest id, so that the order of rows does not matter.
    """
    answered, parent = (
        filled(frame, "in_reply_to_user_id"),
        filled(frame, "in_reply_to_post_id"),
    )
    own = answered[(answered != "") & parent.isin(set(filled(frame, "post_id")) - {""})]
    if own.empty:
        return None
    counts = own.value_counts()
    return min(str(user) for user in counts.index[counts == counts.max()])


def kinds(frame: pd.DataFrame, profile: Profile) -> pd.Series:
    """The kind of every row, as a categorical of KINDS.

    A reply is a self-reply if it answers the account's user id, or its handle where the row
    has no id, or a post of this file where it has neither.
    """
    user = filled(frame, "in_reply_to_user_id")
    handle = filled(frame, "in_reply_to_handle").str.casefold()
    parent = filled(frame, "in_reply_to_post_id")
    said = filled(frame, "is_reply") == True  # noqa: E712
    reply = (user != "") | (handle != "") | (parent != "") | said
    by_handle = (
        (user == "") & (handle != "") & (handle == (profile.handle or "").casefold())
    )
    own_ids = set(filled(frame, "post_id")) - {""}
    by_parent = (user == "") & (handle == "") & parent.isin(own_ids)
    to_self = ((user != "") & (user == (profile.user_id or ""))) | by_handle | by_parent
    repost = (filled(frame, "is_repost") == True) | (filled(frame, "repost_of_id") != "")  # noqa: E712
    quote = (filled(frame, "quote_of_id") != "") | (filled(frame, "is_quote") == True)  # noqa: E712
    choice = np.select(
        [repost, reply & to_self, reply, quote],
        ["repost", "self_reply", "reply", "quote"],
        "original",
    )
    return pd.Series(pd.Categorical(choice, categories=KINDS), index=frame.index)
