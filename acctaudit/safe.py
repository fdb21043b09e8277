"""One sanitiser per sink. Text from posts, names, links and file names is data: it leaves
the program only through here.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

_BREAKS = re.compile("[\t\r\v\f\x85\u2028\u2029]")
_JOINERS = {"\u200c", "\u200d"}
_MARKDOWN = re.compile(r"[#*<>@\[\\\]_`{|}~]|:(?=\S)|&(?=[#\w])|(?<=www)\.|^[-+=]")
_NUMBERED = re.compile(r"^(\d{1,9})\.(?=\s|$)")
_URL_FORBIDDEN = re.compile(
    "[\\s\x00-\x20\x7f-\x9f\\\\<>\"'`{}|^\u2028\u2029\ud800-\udfff]"
)
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
PHONE = re.compile(r"(?<![\w/.=-])(?:\+|00)\d(?:[ ()/.-]{0,2}\d){6,14}(?!\w)")
_MAX_URL = 4096


def _visible(char: str) -> str:
    """A character as it may stand in any output: pictures for controls, none for bidi."""
    code = ord(char)
    if char == "\n" or char in _JOINERS:
        return char
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    category = unicodedata.category(char)
    if category == "Cf":
        return ""
    return "\ufffd" if category in {"Cc", "Cn", "Co", "Cs"} else char


def text(value: str, *, multiline: bool = False, limit: int | None = None) -> str:
    """Text that carries no control: the base of every other sanitiser. Idempotent."""
    if not value.isascii() or not value.isprintable():
        value = _BREAKS.sub(" ", value)
        if not multiline:
            value = value.replace("\n", " ")
        value = "".join(map(_visible, value))
        value = unicodedata.normalize("NFC", value)
    if limit is not None and len(value) > limit:
        value = value[: limit - 1].rstrip() + "…"
    return value


def terminal(value: str, *, limit: int | None = None) -> str:
    """Text for a terminal: no escape sequence survives."""
    return text(value, limit=limit)


def url(value: str | None) -> str | None:
    """The address if it is a plain http(s) address with a host, else None."""
    if not value or len(value) > _MAX_URL or _URL_FORBIDDEN.search(value):
        return None
    try:
        parts = urlsplit(value)
        parts.port  # noqa: B018  # a bad port raises here
    except ValueError:
        return None
    good = parts.scheme in {"http", "https"} and parts.hostname and "@" not in parts.netloc
    return value if good else None


def markdown(value: str, *, limit: int = 280) -> str:
    """Text for Markdown: every character with a meaning there becomes an entity."""
    flat = text(value, limit=limit)
    inert = _MARKDOWN.sub(lambda found: f"&#{ord(found.group())};", flat)
    return _NUMBERED.sub(r"\1&#46;", inert)


def masked(value: str) -> str:
    """Text without e-mail addresses and phone numbers."""
    return PHONE.sub("[phone]", EMAIL.sub("[e-mail]", value))


def unstacked(value: str, most: int = 8) -> str:
    """Text with at most so many marks on a letter: more climb over the lines around."""
    if value.isascii():
        return value
    kept: list[str] = []
    marks = 0
    for char in value:
        marks = marks + 1 if unicodedata.category(char) in {"Mn", "Me"} else 0
        if marks <= most:
            kept.append(char)
    return "".join(kept)


_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|'")


def csv_cell(value: str) -> str:
    """Text for a cell of a CSV that no spreadsheet takes for a formula.

    An apostrophe goes before it, and before one that is there already, so that `csv_plain`
    gives back exactly what was there. For text only: a number needs no guard.
    """
    return f"'{value}" if _FORMULA.match(value) else value


def csv_plain(cell: str) -> str:
    """The text that `csv_cell` made a cell of."""
    return cell.removeprefix("'")
