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
_AT = r"(?:[@\uff20\ufe6b]|\s?[(\[{]\s?at\s?[)\]}]\s?)"
_DOT = r"(?:[.\uff0e]|\s?[(\[{]\s?(?:dot|punkt)\s?[)\]}]\s?)"
EMAIL = rf'(?:[\w.+-]+|"[^"\n]+"){_AT}[\w-]+(?:{_DOT}[\w-]+)+'
"""An e-mail address, as a pattern without regard to case."""
_MAIL = re.compile(rf"(?P<found>{EMAIL})|[\w.+-]+", re.IGNORECASE)
_BLANKS = r" \t\u00a0\u2000-\u200d\u202f\u2060"
_HYPHENS = r"\u2010-\u2013\u2212-"
_B = f"[{_BLANKS}]"
_H = f"{_B}?[{_HYPHENS}]{_B}?"
_GAP = f"[{_BLANKS}()/.{_HYPHENS}]{{0,3}}"
_PART = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19|20)\d\d"
_MONTH = rf"(?:0[1-9]|1[0-2])[./-]{_YEAR}"
_DATES = (
    rf"{_YEAR}\.\d\d?\.\d\d?(?!\.?\d)",
    rf"{_YEAR}/\d\d?/\d\d?(?!/?\d)",
    rf"{_YEAR}[{_HYPHENS}]\d\d?[{_HYPHENS}]\d\d?(?![{_HYPHENS}]?\d)",
    rf"{_PART}/{_PART}/(?:{_YEAR}|\d\d)(?!/?\d)",
    rf"{_PART}[{_HYPHENS}]{_PART}[{_HYPHENS}](?:{_YEAR}|\d\d)(?![{_HYPHENS}]?\d)",
    rf"{_PART}\.{_B}?{_PART}\.{_B}?(?:{_YEAR}|\d\d)(?!\.?\d)",
    rf"{_PART}\.{_B}?{_PART}\.(?!\d)",
    rf"{_PART}{_B}{_PART}{_B}{_YEAR}(?!\d)",
)
_DATE = rf"(?<![\d.])(?:{'|'.join(_DATES)})"
_MONTHS = rf"(?<![\w./-]){_MONTH}(?:{_H}{_MONTH})?(?!{_GAP}\d)"
_CLOCK = r"[0-2]?\d[.:][0-5]\d"
_HOURS = rf"(?<![\d.]){_CLOCK}{_H}{_CLOCK}(?!\.?\d)"
_LARGE = rf"\+\d{{1,3}}(?:\.\d{{3}}){{1,2}}(?!{_GAP}\d)"
_COUNTED = rf"\(\d{{1,5}}\){_B}?{_YEAR}{_H}{_YEAR}(?!\d)"
_ADDRESS = r"(?:\bhttps?://|(?<![\w.-])(?:[\w-]+\.){1,9}[a-z]{2,24}/)[^\s,;<>\"']*"
_DIGIT = rf"(?!{_B}{{1,2}}{_DATE}){_GAP}\d"
_BARE = r"(?<![\w/=#+-])(?<![\d\]][:.,])"
"""What does not stand before a number that begins with 0: it would be part of another."""
_ZERO, _WIDE = r"[0\uff10]", r"\uff11-\uff19"
_PLUS = rf"(?:(?<![^\W\d_])[+\uff0b\ufe62][{_BLANKS}(]?|[+\uff0b\ufe62])"
_PHONES = (
    rf"(?:{_PLUS}|{_BARE}{_ZERO}{{2}}{_B}?)[1-9{_WIDE}](?:{_DIGIT}){{6,14}}(?!\d)",
    rf"\({_ZERO}\d{{0,5}}\)(?:{_DIGIT}){{5,12}}(?!\w|:\d)",
    rf"\(\d{{2,3}}\){_B}?\d{{3,5}}[{_BLANKS}.{_HYPHENS}]\d{{4}}(?!\w)",
    rf"{_BARE}{_ZERO}[1-9{_WIDE}](?:{_DIGIT}){{5,13}}(?!\w|:\d)",
)
_NO_PHONES = (_ADDRESS, _DATE, _MONTHS, _HOURS, _COUNTED, _LARGE)
"""What looks like a telephone number but is none: it is found first, and stays."""
_PHONE = re.compile(f"{'|'.join(_NO_PHONES)}|(?P<found>{'|'.join(_PHONES)})", re.IGNORECASE)
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
    """Text for a terminal, or for the log of a CI: no escape sequence survives, and
    nothing in it is taken for a command.
    """
    return ci_output(text(value, limit=limit))


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
    """Text without e-mail addresses and phone numbers. Idempotent."""
    return without_phones(without_emails(value))


def without_emails(value: str) -> str:
    """Text with `[e-mail]` in place of every e-mail address."""
    return _MAIL.sub(lambda found: "[e-mail]" if found["found"] else found[0], value)


def without_phones(value: str) -> str:
    """Text with `[phone]` in place of every telephone number: international ones, and
    national ones that begin with 0 or with an area code in brackets. Linear in the length.
    """
    return _PHONE.sub(lambda found: "[phone]" if found["found"] else found[0], value)


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


_PAIRS = re.compile(r":(?=:)|#(?=#)")
_NO_WIDTH = "\u200b"
"""Goes between two signs that would start a command."""


def ci_output(output: str) -> str:
    """Output of ours, lines and all, in which nothing starts a command of a CI.

    GitHub runs `::` at the start of a line and `##[` anywhere, Azure `##vso[`, TeamCity
    `##teamcity[`. Cleaning again would take the guard away: it has to come last.
    """
    return _PAIRS.sub(lambda found: f"{found.group()}{_NO_WIDTH}", output)


def ci(value: str) -> str:
    """Text for the log of a CI, on one line, that starts no command there."""
    return ci_output(text(value))


def ci_data(value: str) -> str:
    """Text for one line of what a workflow command of GitHub says."""
    return ci(value).replace("%", "%25")


def ci_property(value: str) -> str:
    """Text for a property of a workflow command of GitHub: `file`, `title`."""
    escaped = text(value).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    return ci_output(escaped)


_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml(value: str, *, multiline: bool = False) -> str:
    """Text of characters that XML 1.0 has; what escapes them is who writes the XML."""
    return _NO_XML.sub("\ufffd", text(value, multiline=multiline))
