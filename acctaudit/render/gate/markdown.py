"""The outcome as Markdown, for a comment on a pull request: short, and it calls nobody."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from acctaudit import safe
from acctaudit.render import md
from acctaudit.render.gate import parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from acctaudit.gate.data import Check, Item, Notice

COMMENT = 60_000
"""Bytes of a comment; GitHub takes 65,536 characters."""
_HEAD = ["| Severity | Finding | What was found | What to do |", "|---|---|---|---|"]
_RESERVE = 400
"""Bytes for the words around a list that was cut."""
_LONGEST = 400
"""Characters of one text."""


def render(check: Check) -> str:
    """The outcome, as long as a comment may be."""
    return page(check, COMMENT)


def page(check: Check, most: int) -> str:
    """The outcome in at most so many bytes: what is too long is cut at the end of a line,
    and it says how much was cut.
    """
    head, foot = "\n\n".join(_head(check)), _foot(check)
    left = most - _size(head) - _size(foot)
    blocks = [head]
    for title, lines, total in _lists(check):
        kept = _fitted(lines, left - _RESERVE) if total else []
        block = _block(title, kept, total - len(kept))
        left -= _size(block)
        blocks.append(block)
    whole = "\n\n".join(block for block in [*blocks, foot] if block) + "\n"
    return safe.ci_output(whole)


def _head(check: Check) -> Iterator[str]:
    yield md.bold(_text(check.headline))
    who = parts.who(check)
    account = md.code(who) if check.account.handle else _text(who)
    yield f"{account}, {_text(parts.day(check))}. {_text(check.against.says)}"


def _foot(check: Check) -> str:
    about = f"{parts.judged(check)} {check.books.rstrip('.')}."
    tool = f"{check.tool.name} {check.tool.version}"
    return f"{_text(about)} {_text(tool)}, {md.code(check.config_hash[:12])}"


def _lists(check: Check) -> Iterator[tuple[str, Iterable[str], int]]:
    """Title, lines and their number of each list; without a title it is open. A line is
    made when it is asked for.
    """
    rows = [*check.failing(), *parts.lesser(check)]
    yield "", chain(_HEAD, map(_row, rows)), len(rows) + len(_HEAD) if rows else 0
    known = parts.silent(check)
    yield f"Known or suppressed: {len(known)}", map(_known, known), len(known)
    notices = check.notices
    yield f"Notes on this check: {len(notices)}", map(_notice, notices), len(notices)


def _row(item: Item) -> str:
    gates = "" if item.gates else "<br>does not fail"
    cells = (
        f"{md.bold(_text(item.severity))}{gates}",
        f"{md.code(item.code)} {_text(item.title)} ({parts.state(item)})",
        f"{_text(item.says)} {_text(item.why)}",
        _text(item.remedy),
    )
    return f"| {' | '.join(cells)} |"


def _known(item: Item) -> str:
    state = _text(f"({item.severity}, {parts.state(item)})")
    return f"- {md.code(item.code)} {_text(item.title)} {state}"


def _notice(notice: Notice) -> str:
    return f"- {md.code(notice.code)} {_text(notice.says)}"


def _block(title: str, kept: list[str], gone: int) -> str:
    """A list as it stands on the page; empty where there is nothing in it."""
    if not kept and not gone:
        return ""
    cut = f"\n\nCut here, too long: {gone:,} more." if gone else ""
    body = "\n".join(kept) + cut
    if not title:
        return body
    return f"<details><summary>{title}</summary>\n\n{body}\n\n</details>"


def _fitted(lines: Iterable[str], room: int) -> list[str]:
    """The first lines that fit into so many bytes."""
    kept: list[str] = []
    for line in lines:
        room -= _size(line)
        if room < 0:
            break
        kept.append(line)
    return kept


def _text(value: str) -> str:
    return md.text(safe.text(value, limit=_LONGEST))


def _size(text: str) -> int:
    """Bytes of a text and of the end of its line; those of guards in it, too."""
    return len(safe.ci_output(text).encode("utf-8")) + 2
