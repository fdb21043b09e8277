"""Reply, repost or quote: put together from every column that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.readers import cells
from acctaudit.readers.mapping.cells import either, refers, word
from acctaudit.readers.mapping.made import Made

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from acctaudit.readers.cells import Cell
    from acctaudit.readers.mapping.made import Names
    from acctaudit.readers.mapping.options import Options

    Says = Callable[[Cell], bool | None]
    Witness = tuple[Names, Says]

KIND_KNOWN = "kind_known"
"""A column that the reader uses up: whether the kind of a row is one that is listed."""
ANSWERED = ("in_reply_to_post_id", "in_reply_to_user_id", "in_reply_to_handle", "reply_to")
"""Columns that hold what a post answers."""
_KINDS = (
    ("is_reply", "reply", ANSWERED),
    ("is_repost", "repost", ("repost_of_id",)),
    ("is_quote", "quote", ("quote_of_id",)),
)
"""Our flag, its kind in [values.kind], and the columns that refer to another post."""


def kinds(named: Mapping[str, Names], options: Options) -> dict[str, Made]:
    """The flags of a post; a flag that no column says anything about is left out."""
    found: dict[str, Made] = {}
    for ours, kind, referring in _KINDS:
        witnesses = list(_witnesses(named, options, ours, kind, referring))
        if witnesses:
            found[ours] = _made(witnesses, either)
        if ours == "is_reply" and witnesses and not set(referring) & set(named):
            found["replies_known"] = _made(witnesses, lambda said: either(said) is not None)
    if "kind" in named:
        words = options.words
        found[KIND_KNOWN] = Made((named["kind"],), lambda cell: word(cell) in words)
    return found


def _witnesses(
    named: Mapping[str, Names],
    options: Options,
    ours: str,
    kind: str,
    referring: tuple[str, ...],
) -> Iterator[Witness]:
    """Every column that says whether a post is of a kind, and how it says so."""
    if ours in named:
        yield named[ours], cells.flag
    if "kind" in named and kind in options.kinds:
        yield named["kind"], _is_kind(options, kind)
    if ours == "is_repost" and options.reposts is not None and "text" in named:
        yield named["text"], _begins(options.reposts)
    for column in referring:
        if column in named:
            yield named[column], refers


def _is_kind(options: Options, kind: str) -> Says:
    yes, words = options.kinds[kind], options.words

    def says(cell: Cell) -> bool | None:
        found = word(cell)
        return found in yes if found in words else None

    return says


def _begins(prefix: str) -> Says:
    return lambda cell: isinstance(cell, str) and cell.startswith(prefix)


def _made(witnesses: list[Witness], verdict: Callable[[list[bool | None]], object]) -> Made:
    says = [say for _, say in witnesses]

    def judged(*row: Cell) -> object:
        return verdict([say(cell) for say, cell in zip(says, row, strict=True)])

    return Made(tuple(names for names, _ in witnesses), judged)
