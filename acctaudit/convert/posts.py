"""The posts of an account as rows of a document of our own format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from acctaudit.readers import export_schema as shape
from acctaudit.readers.export_records import REPLY, STAND_IN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pandas as pd

    from acctaudit.model.account import Account

    Columns = dict[str, list[Any]]

_AS_THEY_ARE = (
    "text", "lang", "source", "likes", "reposts", "replies", "quotes", "bookmarks",
    "impressions", "clicks", "profile_visits", "media", "has_link", "has_hashtag",
    "has_mention", "replies_known", "apart", "cut",
)  # fmt: skip
_RENAMED = {"quote_of": "quote_of_id", "post_link": "post_link_id"}
_FRACTIONS = {"value"}
"""Columns of numbers that need not be whole."""


def posts(account: Account) -> Iterator[shape.Post]:
    """Every post, in the account's order."""
    frame = account.posts
    columns: Columns = {name: values(frame, name) for name in _AS_THEY_ARE}
    columns |= {theirs: values(frame, ours) for theirs, ours in _RENAMED.items()}
    columns |= {"created_at": _times(frame), "in_reply_to": _replies(account)}
    columns |= _identity(frame) | _kinds(frame) | _lists(account)
    for cells in zip(*columns.values(), strict=True):
        yield shape.Post(**dict(zip(columns, cells, strict=True)))


def values(frame: pd.DataFrame, name: str) -> list[Any]:
    """A column as plain values, None for the unknown; counts are integers."""
    if name not in frame:
        return [None] * len(frame)
    column = frame[name]
    cells: list[Any] = column.astype(object).where(column.notna(), None).tolist()
    if column.dtype.kind == "f" and name not in _FRACTIONS:
        return [None if cell is None else round(cell) for cell in cells]
    return cells


def _times(frame: pd.DataFrame) -> list[str]:
    """Times with as much of the day as is known: day, minute, second or millisecond."""
    moments = frame["created_at"].dt.tz_convert(None).to_numpy("M8[ms]")
    pairs = zip(np.datetime_as_string(moments).tolist(), frame["precision"], strict=True)
    return [_time(text, precision) for text, precision in pairs]


def _time(text: str, precision: str) -> str:
    if precision == "day":
        return text[:10]
    return f"{text[:16] if precision == 'minute' else text.removesuffix('.000')}Z"


def _identity(frame: pd.DataFrame) -> Columns:
    """Ids, and whether each is one that the platform gave."""
    ids = frame["post_id"].tolist()
    return {"id": ids, "id_exact": [not post_id.startswith(STAND_IN) for post_id in ids]}


def _answered(frame: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """Post, user and handle that each post answers."""
    return zip(*(values(frame, name) for name in REPLY), strict=True)


def _replies(account: Account) -> list[Any]:
    """What each post answers: None for nobody, unset where that is not known."""
    told = account.replies_known & account.says_replies
    told &= account.posts["kind"] != "reply"
    return [
        (None if nobody else msgspec.UNSET)
        if all(part is None for part in parts)
        else shape.Reply(*parts)
        for parts, nobody in zip(_answered(account.posts), told, strict=True)
    ]


def _kinds(frame: pd.DataFrame) -> Columns:
    """Reposts, replies and quotes of which no more is known than what they are."""
    kinds = frame["kind"].tolist()
    first = [cell or None for cell in values(frame, "repost_of_id")]
    answers = [any(parts) for parts in _answered(frame)]
    quoted = values(frame, "quote_of_id")
    return {
        "repost_of": first,
        "reposted": _bare(kinds, "repost", first),
        "is_reply": [bare or None for bare in _bare(kinds, "reply", answers)],
        "is_quote": [bare or None for bare in _bare(kinds, "quote", quoted)],
    }


def _bare(kinds: list[str], kind: str, known: list[Any]) -> list[bool]:
    """Whether each post is of that kind and nothing is known of the other post."""
    return [found == kind and not other for found, other in zip(kinds, known, strict=True)]


def _lists(account: Account) -> Columns:
    """Links, hashtags and mentions of each post, where the export itself lists them.

    Where it does not, they follow from the text.
    """
    return {
        "links": _items(account, "links", account.links, _link),
        "hashtags": _items(account, "hashtags", account.hashtags, str),
        "mentions": _items(account, "mentions", account.mentions, shape.Mention),
    }


def _items(
    account: Account, name: str, table: pd.DataFrame, make: Callable[..., Any]
) -> list[Any]:
    """For each post the rows of a side frame, None where there are none."""
    items: dict[int, list[Any]] = {}
    if name in account.measured:
        columns = [values(table, column) for column in table.columns if column != "row"]
        for row, *cells in zip(table["row"].tolist(), *columns, strict=True):
            items.setdefault(row, []).append(make(*cells))
    return [tuple(items[n]) if n in items else None for n in range(len(account.posts))]


def _link(url: str, target: str) -> shape.Link:
    return shape.Link(url, None if target == url else target)
