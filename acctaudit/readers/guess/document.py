"""A proposed mapping as a TOML document: what is a guess, what is missing, what is left."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from acctaudit.readers.document import encoding_of
from acctaudit.readers.guess import shapes
from acctaudit.readers.guess.names import words_of
from acctaudit.readers.guess.toml import comment, listed, pair, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from acctaudit.readers.cells import Cell
    from acctaudit.readers.guess.names import Matches
    from acctaudit.readers.source import Export

    Columns = Mapping[str, Sequence[Cell]]

_GAPS = {
    "when posts were written, but for what their ids tell": ("created_at",),
    "what was said: words, questions, repetition": ("text",),
    "whether it answers anybody": (
        "kind", "is_reply", "reply_to", "in_reply_to_post_id", "in_reply_to_user_id",
        "in_reply_to_handle",
    ),
    "whom it answers": ("reply_to", "in_reply_to_user_id", "in_reply_to_handle"),
    "what it passes on of others": ("kind", "is_repost", "repost_of_id", "text"),
    "what it quotes": ("kind", "is_quote", "quote_of_id", "text"),
    "where links lead": ("links", "text"),
    "what posts brought about: likes": ("likes",),
    "what posts brought about: reposts": ("reposts",),
    "what posts brought about: replies": ("replies",),
    "how often posts were shown": ("impressions",),
    "how much of it machines wrote": ("source",),
    "pictures": ("media", "media_links"),
}  # fmt: skip
"""What cannot be judged without one of these columns."""
_SHOWN = 20
"""Columns that are listed as not used."""
_RETOLD = "RT @"
_REPOSTS = ("kind", "is_repost", "repost_of_id")
_ENTITIES = ("&amp;", "&lt;", "&gt;")


def document(export: Export, found: Matches, columns: Columns) -> str:
    """The whole mapping. It is read as it is; comments say what to check."""
    parts = [_head(export.name, found), [f"[{found.table}]", *_named(found)]]
    parts += [list(_unused(found, columns)), list(_gaps(found))]
    parts.append(["[options]", *_options(export, found, columns)])
    parts.append(list(_kinds(found, columns)))
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def _head(name: str, found: Matches) -> list[str]:
    lines = [
        comment(f"Which columns of {name} are which: a proposal of acctaudit. Check it."),
        comment("Our names stand on the left, the table's on the right."),
    ]
    if found.table in {"followers", "following"}:
        other = {"followers": "following", "following": "followers"}[found.table]
        lines.append(comment(f"If these people are the other ones, write [{other}]."))
    return lines


def _named(found: Matches) -> Iterator[str]:
    for match in found.found:
        yield pair(match.ours, match.theirs, match.doubt)


def _unused(found: Matches, columns: Columns) -> Iterator[str]:
    """Columns that mean nothing to us, or do not hold what their name says."""
    for theirs, ours in found.unfit.items():
        yield comment(
            f"Not used: {quoted(theirs)} is called like {ours}; its cells differ."
        )
    taken = {match.theirs for match in found.found} | set(found.unfit)
    left = [quoted(name) for name in columns if name not in taken]
    if left:
        more = f" and {len(left) - _SHOWN} more" if len(left) > _SHOWN else ""
        yield comment(f"Not used: {', '.join(left[:_SHOWN])}{more}.")


def _gaps(found: Matches) -> Iterator[str]:
    """What the table lacks, and what cannot be judged therefore."""
    if found.table != "posts":
        return
    have = {match.ours for match in found.found}
    missing = {what: names for what, names in _GAPS.items() if not have & set(names)}
    yield comment("Not found, so that it cannot be judged:")
    for what, names in missing.items():
        yield comment(f"- {what} ({', '.join(names)})")
    yield comment("- the profile and the followers, which no table of posts holds")


def _options(export: Export, found: Matches, columns: Columns) -> Iterator[str]:
    if found.table == "posts":
        which = "which posts these are: complete, recent, ends or sample"
        yield pair("timeline", "recent", which)
        yield from _owner(found, columns)
        yield from _text_options(found, columns)
    yield from _time_options(found, columns)
    if not _is_utf_8(export.look.head):
        yield comment(pair("encoding", "cp1252", "it is not UTF-8 text"))
    yield comment(pair("as_of", "2024-01-31", "the day on which the table was made"))


def _owner(found: Matches, columns: Columns) -> Iterator[str]:
    theirs = found.theirs("author_handle") or found.theirs("author_id")
    if theirs is None:
        if found.theirs("url") is None:
            yield comment(pair("handle", "acme", "whose posts these are"))
    elif len(set(map(shapes.written, shapes.known(columns[theirs])))) > 1:
        yield comment("Posts of several accounts: choose one with --account.")


def _text_options(found: Matches, columns: Columns) -> Iterator[str]:
    theirs = found.theirs("text")
    if theirs is None:
        return
    texts = [cell for cell in columns[theirs] if isinstance(cell, str)]
    if not any(map(found.theirs, _REPOSTS)):
        line = pair("reposts", _RETOLD, "texts that begin so are reposts")
        told = any(text.startswith(_RETOLD) for text in texts)
        yield line if told else comment(line)
    if any(entity in text for text in texts for entity in _ENTITIES):
        yield "escaped = true  # texts hold &amp; for &"


def _time_options(found: Matches, columns: Columns) -> Iterator[str]:
    """Zone and form, where times leave them out."""
    theirs = found.theirs("created_at") or found.theirs("date")
    if theirs is None:
        return
    times = shapes.known(columns[theirs])
    fitting = shapes.forms(times)
    if len(fitting) == 1:
        yield pair("time_format", fitting[0], "a guess, from its cells")
    elif fitting:
        yield comment("Day or month first? Take one of these, or no time can be read:")
        yield from (comment(pair("time_format", form)) for form in fitting)
    clock = any("H" in form or "I" in form for form in fitting)
    if clock or any(map(shapes.is_naive, times)):
        why = "its times name no zone: name it, or they are taken from the ids"
        yield comment(pair("time_zone", "Europe/Vienna", why))


def _kinds(found: Matches, columns: Columns) -> Iterator[str]:
    theirs = found.theirs("kind")
    if theirs is None:
        return
    yield "[values.kind]"
    for kind, words in words_of(columns[theirs]).items():
        yield listed(kind, words)


def _is_utf_8(head: bytes) -> bool:
    """Whether the first bytes are text in UTF-8, or no text in bytes at all."""
    if head.startswith(b"PAR1") or not encoding_of(head).startswith("utf-8"):
        return True
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True
