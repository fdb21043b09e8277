"""Which column of a table is which of ours, by its name and its cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from acctaudit.readers.guess import shapes
from acctaudit.readers.mapping.cells import word
from acctaudit.readers.mapping.columns import COLUMNS, NEEDS
from acctaudit.text import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from acctaudit.readers.cells import Cell

    Columns = Mapping[str, Sequence[Cell]]
    Fits = Callable[[Cell], bool]

FROM_CELLS, EMPTY = "a guess, from its cells alone", "a guess: empty in the first rows"
_WORDS = "values."
_NO_WORD = re.compile(r"[\W_]+")
_TABLES = ("posts", "followers", "daily", "outcomes")
"""Tables that are told by their columns; the others look like one of these."""


class Match(NamedTuple):
    """A column of ours, one of theirs, and what makes it a guess."""

    ours: str
    theirs: str
    doubt: str = ""


@dataclass(frozen=True)
class Matches:
    """What was found out about the columns of a table."""

    table: str
    found: tuple[Match, ...]
    unfit: Mapping[str, str]
    """Columns that are called like one of ours, and which; but their cells are not."""

    @property
    def complete(self) -> bool:
        """Whether a mapping can be made of it."""
        ours = {match.ours for match in self.found}
        return all(ours & set(group) for group in NEEDS[self.table].values())

    def theirs(self, ours: str) -> str | None:
        """The column that was taken for one of ours."""
        return next((match.theirs for match in self.found if match.ours == ours), None)


def best(columns: Columns) -> Matches:
    """The table of ours that fits most columns; posts on a tie."""
    tried = [_matches(table, columns) for table in _TABLES]
    return max(tried, key=lambda found: (found.complete, len(found.found)))


def words_of(column: Sequence[Cell]) -> dict[str, list[str]]:
    """The known words of a column for each kind of post."""
    found: dict[str, list[str]] = {}
    kinds = _kind_words()
    for each in dict.fromkeys(map(word, shapes.known(column))):
        if each in kinds:
            found.setdefault(kinds[each], []).append(each)
    return found


def _matches(table: str, columns: Columns) -> Matches:
    samples = {
        name: shapes.spread(shapes.known(column)) for name, column in columns.items()
    }
    found, unfit = _by_name(table, samples)
    if table == "posts":
        for match in _by_cells(samples, {match.ours for match in found}):
            if match.theirs not in {other.theirs for other in found}:
                found.append(match)
    order = list(dict.fromkeys(ours for ours, _ in _synonyms(table))).index
    taken = {match.theirs for match in found}
    return Matches(
        table,
        tuple(sorted(found, key=lambda match: order(match.ours))),
        {theirs: ours for theirs, ours in unfit.items() if theirs not in taken},
    )


def _by_name(table: str, samples: Columns) -> tuple[list[Match], dict[str, str]]:
    """Columns whose name is known; those whose cells do not fit are named apart."""
    found: dict[str, Match] = {}
    unfit: dict[str, str] = {}
    keys = {_key(name): name for name in reversed(list(samples))}
    for ours, theirs in _synonyms(table):
        name = keys.get(theirs)
        if ours in found or name is None or name in {m.theirs for m in found.values()}:
            continue
        if not _fits(table, ours, samples[name]):
            unfit.setdefault(name, ours)
        else:
            found[ours] = Match(ours, name, "" if samples[name] else EMPTY)
    return list(found.values()), unfit


def _by_cells(samples: Columns, have: set[str]) -> Iterator[Match]:
    """Columns that only their cells tell, for what no name told."""
    tests: dict[str, Callable[[Sequence[Cell]], bool]] = {
        "kind": lambda column: _is_kinds(column) and len(words_of(column)) > 1,
        "url": lambda column: shapes.mostly(column, shapes.is_permalink),
        "post_id": _is_ids,
        "created_at": lambda column: shapes.mostly(column, shapes.is_time),
        "text": shapes.is_texts,
        "links": lambda column: shapes.mostly(column, shapes.is_addresses),
    }
    taken: set[str] = set()
    for ours, fits in tests.items():
        for name, column in samples.items():
            if ours not in have and column and name not in taken and fits(column):
                taken.add(name)
                yield Match(ours, name, FROM_CELLS)
                break


def _is_ids(column: Sequence[Cell]) -> bool:
    """Whether cells are long ids, and hardly two the same."""
    distinct = len(set(map(shapes.written, column)))
    return shapes.mostly(column, shapes.is_long_id) and distinct > len(column) / 2


def _is_kinds(column: Sequence[Cell]) -> bool:
    """Whether all cells are words for kinds of posts."""
    kinds = _kind_words()
    return all(word(cell) in kinds for cell in column)


def _key(name: str) -> str:
    """A name as it is compared: letters and digits in lower case."""
    return _NO_WORD.sub("", name.casefold())


@cache
def _synonyms(table: str) -> tuple[tuple[str, str], ...]:
    """Ours and theirs, the best name first; our own names come last."""
    rows = [(row["ours"], row["theirs"]) for row in lexicon("column_names")]
    before = f"{table}."
    listed = [
        (ours.removeprefix(before), _key(theirs))
        for ours, theirs in rows
        if ours.startswith(before)
    ]
    return (*listed, *((ours, _key(ours)) for ours in COLUMNS[table]))


@cache
def _kind_words() -> dict[str, str]:
    """The kind of post that each word stands for."""
    return {
        row["theirs"]: row["ours"].removeprefix(_WORDS)
        for row in lexicon("column_names")
        if row["ours"].startswith(_WORDS)
    }


def _fits(table: str, ours: str, column: Sequence[Cell]) -> bool:
    if ours == "kind":
        return bool(column) and _is_kinds(column)
    test = (_POSTS if table == "posts" else _OTHERS).get(ours, shapes.is_word)
    return shapes.mostly(column, test)


def _is_either(cell: Cell) -> bool:
    return shapes.is_id(cell) or shapes.is_handle(cell)


def _is_flag_or_count(cell: Cell) -> bool:
    return shapes.is_flag(cell) or shapes.is_count(cell)


_COUNTS = (
    "likes", "reposts", "replies", "quotes", "bookmarks", "impressions", "clicks",
    "profile_visits", "followers", "following", "listed", "posts_total", "engagements",
    "new_follows", "unfollows", "posts", "shares", "video_views", "media_views",
)  # fmt: skip
_OTHERS: dict[str, Fits] = {
    **dict.fromkeys(_COUNTS, shapes.is_count),
    **dict.fromkeys(("date", "created_at", "last_post_at", "followed_at"), shapes.is_time),
    "user_id": shapes.is_id,
    "handle": shapes.is_handle,
    "default_avatar": shapes.is_flag,
    "value": shapes.is_number,
}
_POSTS: dict[str, Fits] = {
    **_OTHERS,
    **dict.fromkeys(
        (
            "post_id", "author_id", "repost_of_id", "in_reply_to_post_id",
            "in_reply_to_user_id", "quote_of_id", "edit_of", "post_link_id",
        ),
        shapes.is_id,
    ),
    **dict.fromkeys(("author_handle", "in_reply_to_handle"), shapes.is_handle),
    **dict.fromkeys(("is_reply", "is_repost", "is_quote"), shapes.is_flag),
    **dict.fromkeys(("has_link", "has_hashtag", "has_mention"), _is_flag_or_count),
    "reply_to": _is_either,
    "url": shapes.is_permalink,
    "media": _is_flag_or_count,
    "media_links": shapes.is_addresses,
    "links": shapes.is_addresses,
    "hashtags": shapes.is_list,
    "mentions": shapes.is_list,
}  # fmt: skip
