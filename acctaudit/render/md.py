"""Pieces of Markdown: data keeps its words and loses its powers.

No markup of its own, no link that we did not make, nobody notified.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import safe

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_TEXT = 2_000


def text(value: str) -> str:
    """Data as text that means nothing to Markdown and calls nobody."""
    escaped = safe.markdown(safe.masked(safe.text(value)), limit=MAX_TEXT)
    return escaped.replace("&#64;", "&#64;&#8203;").replace("&#35;", "&#35;&#8203;")


def code(value: str) -> str:
    """Data in a code span, where no name is a mention."""
    flat = safe.masked(safe.text(value, limit=120)).replace("`", "'").replace("|", "¦")
    return f"`{safe.ci(flat.strip()) or '-'}`"


def link(label: str, address: str | None) -> str:
    """A link to a plain web address, or just its words."""
    href = safe.url(address)
    return (
        text(label) if href is None else f"[{text(label)}](<{href.replace('&', '&amp;')}>)"
    )


def bold(words: str) -> str:
    """Markdown in bold."""
    return f"**{words}**"


def bullets(items: Iterable[str], mark: str = "-") -> str:
    """A list of lines that are Markdown already."""
    return "\n".join(f"{mark} {item}" for item in items)


def table(head: list[str], rows: Iterable[list[str]]) -> str:
    """A table whose cells are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
