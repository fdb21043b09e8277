"""What is done to each column. A text that is not named here does not get through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Callable

    from acctaudit.anonymize.dates import Shift
    from acctaudit.anonymize.words import Words

ROLES = {
    **dict.fromkeys(("name", "bio", "location", "text", "outcome"), "text"),
    **dict.fromkeys(("handle", "author_handle", "in_reply_to_handle", "tag"), "plain"),
    **dict.fromkeys(("url", "url_expanded", "target"), "address"),
    **dict.fromkeys(("avatar_url", "banner_url"), "address"),
    **dict.fromkeys(("post_id", "pinned_id", "repost_of_id", "quote_of_id"), "post_id"),
    **dict.fromkeys(("in_reply_to_post_id", "post_link_id"), "post_id"),
    **dict.fromkeys(("user_id", "author_id", "in_reply_to_user_id"), "user_id"),
    "source": "client",
}
"""Columns and fields of text, and which method of `Words` replaces what is in them."""
WORDED = [name for name, role in ROLES.items() if not role.endswith("_id")]
"""Columns that hold words."""
TIMES = frozenset({"created_at", "last_post_at", "followed_at", "date"})
"""Columns of times, which are moved."""
KEPT = frozenset({"lang", "precision", "kind", "row"})
"""Columns that stay as they are, as do counts and flags."""


@dataclass(frozen=True)
class Roles:
    """What replaces what, by the name of the column that it stands in."""

    words: Words
    shift: Shift

    def value(self, name: str, cell: Any) -> Any:
        """One cell; what is no text stays as it is."""
        return self._by(name)(cell) if isinstance(cell, str) else cell

    def frame(self, table: pd.DataFrame) -> pd.DataFrame:
        """A table with every column as its role demands; the index stays."""
        columns = {name: self._column(str(name), table[name]) for name in table.columns}
        return pd.DataFrame(columns, index=table.index)

    def _column(self, name: str, column: pd.Series) -> pd.Series:
        if name in KEPT or not _is_text(column):
            return column
        cells: list[Any]
        if name in TIMES:
            written = [cell if isinstance(cell, str) else None for cell in column]
            cells = list(self.shift.texts(written))
        else:
            replaced = self._by(name)
            cells = [replaced(cell) if isinstance(cell, str) else cell for cell in column]
        return pd.Series(cells, index=column.index, dtype=column.dtype)

    def _by(self, name: str) -> Callable[[str], str | None]:
        if name not in ROLES:
            return lambda _: None
        found: Callable[[str], str] = getattr(self.words, ROLES[name])
        return found


def _is_text(column: pd.Series) -> bool:
    """Whether a column may hold text: neither numbers nor flags nor moments."""
    return column.dtype.kind == "O" and not isinstance(column.dtype, pd.CategoricalDtype)
