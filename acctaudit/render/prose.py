"""The simple Markdown of a pattern's page: paragraphs, lists, `code`, **bold** and links.

Parsed once into blocks; each format writes them in its own way, so nothing that a page says
reaches an output unescaped. Every expression is bounded, so time is linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit import safe
from acctaudit.render.markup import Html, element, join

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPAN = re.compile(
    r"`(?P<code>[^`]{1,300})`"
    r"|\*\*(?P<bold>[^*]{1,300})\*\*"
    r"|\[(?P<label>[^\[\]]{1,300})\]\((?P<url>[^()\s]{1,1000})\)"
)
_ITEM = re.compile(r"^\s*[-*] ")


@dataclass(frozen=True)
class Span:
    """A stretch of text: plain, code, bold or link."""

    kind: str
    text: str
    url: str = ""


@dataclass(frozen=True)
class Block:
    """A paragraph (one line of spans) or a list (several)."""

    bullets: bool
    lines: list[list[Span]]


def blocks(text: str) -> list[Block]:
    """The paragraphs and lists of a page's section."""
    found: list[Block] = []
    for part in re.split(r"\n[ \t]*\n", text.strip()):
        found.extend(_parted(part.splitlines()))
    return found


def _parted(lines: list[str]) -> Iterator[Block]:
    """A part without empty lines: what stands before a list, and the list."""
    at = next((n for n, line in enumerate(lines) if _ITEM.match(line)), len(lines))
    if lines[:at]:
        yield Block(bullets=False, lines=[spans(_flat(lines[:at]))])
    items: list[list[str]] = []
    for line in lines[at:]:
        if _ITEM.match(line):
            items.append([_ITEM.sub("", line)])
        else:
            items[-1].append(line)
    if items:
        yield Block(bullets=True, lines=[spans(_flat(item)) for item in items])


def _flat(lines: list[str]) -> str:
    """Lines as one."""
    return " ".join(line.strip() for line in lines)


def spans(text: str) -> list[Span]:
    """The stretches of one line."""
    found: list[Span] = []
    at = 0
    for match in _SPAN.finditer(text):
        if match.start() > at:
            found.append(Span("plain", text[at : match.start()]))
        kind = match.lastgroup or "plain"
        if kind == "url":
            found.append(Span("link", match["label"], match["url"]))
        else:
            found.append(Span(kind, match[kind]))
        at = match.end()
    if at < len(text):
        found.append(Span("plain", text[at:]))
    return found


def html(text: str) -> Html:
    """The section as HTML."""
    return join(*(_html_block(block) for block in blocks(text)))


def inline(text: str) -> Html:
    """One line of text with its code, bold and links, without a paragraph around it."""
    return join(*map(_html_span, spans(text)))


def _html_block(block: Block) -> Html:
    """A paragraph or a list."""
    lines = [join(*map(_html_span, line)) for line in block.lines]
    if block.bullets:
        return element("ul", *(element("li", line) for line in lines))
    return element("p", lines[0])


def _html_span(span: Span) -> Html:
    """A stretch; a link only where the address is a plain web address."""
    if span.kind == "link":
        return link(span.text, span.url)
    tags = {"code": "code", "bold": "strong"}
    return element(tags[span.kind], span.text) if span.kind in tags else join(span.text)


def link(words: str, address: str) -> Html:
    """A link that tells the other side nothing, or just the words."""
    href = safe.url(address)
    if href is None:
        return join(words)
    return element("a", words, href=href, rel="noreferrer noopener")
