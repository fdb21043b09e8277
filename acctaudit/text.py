"""What is done to the text of posts: links, tags, mentions, questions, words.

Every expression is linear in the length of the text, which is capped at `MAX_CHARS`.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

MAX_CHARS = 25_000
"""Longest text that is looked at; the platform's own limit for long posts."""

URL = re.compile(r"https?://[^\s<>\"]{1,2048}", re.IGNORECASE)
BARE_URL = re.compile(
    r"(?<![\w@./])www\.[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}(?:/[^\s<>\"]{0,2048})?"
)
MENTION = re.compile(r"(?<![\w@/.])[@＠](\w{1,20})(?!\w|@)")
HASHTAG = re.compile(r"(?<![\w&])[#＃](\w{1,140})")
_MARKS = "?？؟"
_QUOTED = re.compile(r"[\"“„»«][^\"“”„»«]{0,300}[\"”“«»]")
_ENTITIES = re.compile(r"&(amp|lt|gt|quot);")
_ENTITY = {"amp": "&", "lt": "<", "gt": ">", "quot": '"'}
_ANCHOR = re.compile(r"<a\b[^>]{0,500}>([^<]{0,200})</a>\s*$", re.IGNORECASE)
_PLAIN_LINK = re.compile(
    r"https?://([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,9})(?=[/?#]|\Z)", re.IGNORECASE
)
_ROOT_PATH = re.compile(
    r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/)?(?:index\.\w{1,5})?", re.IGNORECASE
)


def unescaped(text: str) -> str:
    """Text with the platform's four HTML entities undone, once."""
    if "&" not in text:
        return text
    return _ENTITIES.sub(lambda found: _ENTITY[found.group(1)], text)


def without_links(text: str) -> str:
    """Text with every address taken out."""
    if "://" not in text and "www." not in text:
        return text
    return BARE_URL.sub(" ", URL.sub(" ", text))


def links_in(text: str) -> list[str]:
    """Addresses as they stand in the text, trailing punctuation left off."""
    found = URL.findall(text) + [f"http://{link}" for link in BARE_URL.findall(text)]
    return [link.rstrip(".,;:!?)'’”") for link in found]


def is_question(text: str) -> bool:
    """Whether a question mark stands outside addresses and is not part of a quotation."""
    if not any(mark in text for mark in _MARKS):
        return False
    words = _QUOTED.sub(" ", without_links(text))
    return any(mark in words for mark in _MARKS)


def host(link: str) -> str:
    """Host name without `www.`, lower case; empty if the link has none."""
    plain = _PLAIN_LINK.match(link)
    if plain:  # what nearly every link is; to take it apart in full costs ten times as much
        return plain[1].lower().removeprefix("www.")
    try:
        name = urlsplit(link if "//" in link else f"//{link}").hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.").rstrip(".")


def belongs_to(link_host: str, domains: tuple[str, ...]) -> bool:
    """Whether a host is one of the domains or lies below one."""
    return any(link_host == own or link_host.endswith(f".{own}") for own in domains)


def is_root(link: str) -> bool:
    """Whether the link leads to a home page: path empty, `/`, `/xx/` or `/index.*`."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return not parts.query and _ROOT_PATH.fullmatch(parts.path) is not None


@cache
def _shorteners() -> frozenset[str]:
    return frozenset(row["host"] for row in lexicon("shorteners"))


def is_shortener(link_host: str) -> bool:
    """Whether a host is a public link shortener, whose address hides where it leads."""
    return link_host in _shorteners()


def client(source: str) -> str:
    """Name of the posting client: the text of the HTML anchor, or the bare name."""
    found = _ANCHOR.search(source)
    return unescaped(found.group(1) if found else source).strip()


@cache
def lexicon(name: str) -> tuple[dict[str, str], ...]:
    """Rows of a word list that ships with the package (`data/NAME.csv`)."""
    import csv

    with (files("acctaudit") / "data" / f"{name}.csv").open(encoding="utf-8") as lines:
        return tuple(csv.DictReader(lines))


@cache
def _farewell_pattern() -> re.Pattern[str]:
    phrases = "|".join(row["pattern"] for row in lexicon("farewells"))
    return re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE)


@cache
def _not_farewell_pattern() -> re.Pattern[str]:
    words = "|".join(row["word"] for row in lexicon("not_farewells"))
    return re.compile(rf"\s+(?:{words})(?![\w-])", re.IGNORECASE)


def is_farewell(text: str) -> bool:
    """Whether the text says goodbye to the channel (`our last tweet`, `letzter Tweet`).

    `the last tweet of the day` is none: see `data/not_farewells.csv`.
    """
    text = " ".join(text[:1000].split())
    return any(
        not _not_farewell_pattern().match(text, found.end())
        for found in _farewell_pattern().finditer(text)
    )
