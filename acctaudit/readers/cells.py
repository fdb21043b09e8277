"""What stands in a cell: ids, counts, flags, text, as spreadsheets and scripts leave them.

Every function takes what a table holds (text, or a JSON value) and gives our value, None
for *not known*. None of them raises.
"""

from __future__ import annotations

import ast
import re
from typing import NamedTuple

import msgspec

Cell = object
Convert = "Callable[[Cell], object]"

MISSING = frozenset({"", "none", "nan", "na", "n/a", "null", "nat", "<na>", "-"})
"""How tables write that there is no value; compared in lower case."""
_PERMALINK = re.compile(
    r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/(?:i/web|\w{1,20})/status(?:es)?/(\d{1,20})"
)
_HANDLE = re.compile(r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/(\w{1,20})/status")
_WHOLE = re.compile(r"\d{1,20}")
_WHOLE_FLOAT = re.compile(r"(\d{1,15})\.0+")
_FLOAT_ID = re.compile(r"\d(?:[.,]\d{1,20})?[eE]\+?0*(\d{1,2})|\d{16,20}\.0+")
_LONG, _ZEROS = 16, "0" * 9
"""Digits of a long id, and how one ends of which a spreadsheet has kept only the first
digits: of whole ids one in 10^9 does."""
_SHORT = re.compile(r"(\d{1,6}(?:[.,]\d{1,3})?)\s?([KMB])", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_TIMES = {"K": 1_000, "M": 1_000_000, "B": 1_000_000_000}
_MOST = 10**15
_TRUE = {"true", "t", "1", "1.0", "yes", "y"}
_FALSE = {"false", "f", "0", "0.0", "no", "n"}
_US_TIME = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2}) (\d{1,2}:\d{2})")
_BYTES = re.compile(r"""b(['"]).*\1""", re.DOTALL)
_WRITTEN_OUT = re.compile(r"(?:\\x[c-f][0-9a-f](?:\\x[89ab][0-9a-f]){1,3})+")
"""Letters beyond ASCII as the bytes of UTF-8, each written as four characters."""
_REST_OF_ROW = re.compile(r'";[^"]{0,999};"\d{1,20}";https?://\S{1,99}')
"""What GetOldTweets leaves in a text with quotation marks: the cells that follow it."""


class Ident(NamedTuple):
    """An id, and whether it is the one that the platform gave."""

    digits: str | None
    exact: bool


def is_missing(cell: Cell) -> bool:
    """Whether a cell holds no value."""
    return cell is None or (isinstance(cell, str) and cell.strip().casefold() in MISSING)


def ident(cell: Cell) -> Ident:
    """An id as digits; one that a spreadsheet or script has rounded is not exact.

    `x123` is how rtweet guards its ids, `3.0` a small id in a column of floats,
    `1.26E+18` what a spreadsheet makes of a large one, in some languages `1,26E+18`.
    """
    if isinstance(cell, str) and cell.isdecimal() and cell.isascii() and len(cell) <= 20:
        return Ident(cell, exact=_is_whole(cell))
    if is_missing(cell) or isinstance(cell, bool):
        return Ident(None, exact=True)
    text = str(cell).strip().strip("'\"=").removeprefix("x")
    if _WHOLE.fullmatch(text):
        return Ident(text, exact=_is_whole(text))
    if found := _WHOLE_FLOAT.fullmatch(text):
        return Ident(found[1], exact=True)
    if _FLOAT_ID.fullmatch(text):
        return Ident(f"{float(text.replace(',', '.')):.0f}", exact=False)
    return Ident(None, exact=False)


def _is_whole(digits: str) -> bool:
    return len(digits) < _LONG or not digits.endswith(_ZEROS)


def user_id(cell: Cell) -> str | None:
    """The id of a person; None if it is rounded, as it would be somebody else's."""
    found = ident(cell)
    return found.digits if found.exact else None


def reference(cell: Cell) -> str | None:
    """The id of another post that a row points to; None if it is rounded."""
    return user_id(cell)


def given(cell: Cell) -> bool:
    """Whether a row points to another post, be its id whole or rounded."""
    return not is_missing(cell)


def id_in(cell: Cell) -> str | None:
    """The id in the address of a post."""
    found = _PERMALINK.match(cell.strip()) if isinstance(cell, str) else None
    return found[1] if found else None


def handle_in(cell: Cell) -> str | None:
    """The handle in the address of a post."""
    found = _HANDLE.match(cell.strip()) if isinstance(cell, str) else None
    return found[1] if found and found[1] != "i" else None


def handle(cell: Cell) -> str | None:
    """A handle without @."""
    return None if is_missing(cell) else str(cell).strip().removeprefix("@") or None


def word(cell: Cell) -> str | None:
    """A short text such as a language or a client."""
    return None if is_missing(cell) else str(cell).strip()


def said(cell: Cell) -> str | None:
    """What a profile says of itself. An empty cell is knowledge: it says nothing."""
    return "" if cell == "" else word(cell)


def text(cell: Cell) -> str | None:
    """The text of a post; what Python 2 wrote as bytes is undone."""
    if cell is None:
        return None
    found = str(cell)
    if _BYTES.fullmatch(found):
        try:
            return bytes(ast.literal_eval(found)).decode()
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return found
    if "\\x" in found:
        found = _WRITTEN_OUT.sub(_read_out, found)
    if '";' in found and (rest := _REST_OF_ROW.search(found)):
        return found[: rest.start()] if rest.end() == len(found) else found
    return found


def _read_out(written: re.Match[str]) -> str:
    try:
        return bytes.fromhex(written[0].replace("\\x", "")).decode()
    except ValueError:
        return written[0]


def number(cell: Cell) -> object:
    """A count; what cannot be one is left as it is, for the model to refuse."""
    if is_missing(cell):
        return None
    if not isinstance(cell, str):
        return cell
    plain = cell.strip()
    if _WHOLE.fullmatch(plain):
        return int(plain)
    if found := _WHOLE_FLOAT.fullmatch(plain):
        return int(found[1])
    if _GROUPED.fullmatch(plain):
        return int(plain.replace(",", ""))
    return cell


def short_number(cell: Cell) -> object:
    """A count as a page shows it: `1.2K` is about 1,200."""
    found = _SHORT.fullmatch(cell.strip()) if isinstance(cell, str) else None
    if found is None:
        return number(cell)
    return round(float(found[1].replace(",", ".")) * _TIMES[found[2].upper()])


def count(cell: Cell) -> int | None:
    """A count of people or days; None for what cannot be one."""
    found = number(cell)
    if isinstance(found, bool) or not isinstance(found, int | float):
        return None
    return int(found) if found >= 0 and found == found // 1 < _MOST else None


def flag(cell: Cell) -> bool | None:
    """Yes or no."""
    if isinstance(cell, bool):
        return cell
    plain = "" if is_missing(cell) else str(cell).strip().casefold()
    return True if plain in _TRUE else False if plain in _FALSE else None


def utc(cell: Cell) -> object:
    """A time without a zone, in a format that is known to write UTC."""
    if is_missing(cell):
        return None
    plain = str(cell).strip()
    return plain + "Z" if re.fullmatch(r"[\d-]{10}[T ][\d:.]{5,18}", plain) else plain


def when(cell: Cell) -> object:
    """A time as it is written."""
    return None if is_missing(cell) else str(cell).strip()


def literal_list(cell: Cell) -> list[object] | None:
    """A list as JSON gives it, or as Python prints it; None if it is neither."""
    if isinstance(cell, list):
        return cell
    if is_missing(cell):
        return []
    try:
        found = ast.literal_eval(str(cell).strip())
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    return found if isinstance(found, list) else None


def json_list(cell: Cell) -> list[object]:
    """A list that is written as JSON in the cell; empty if there is none."""
    if isinstance(cell, list):
        return cell
    if not isinstance(cell, str) or not cell.lstrip().startswith("["):
        return []
    try:
        found = msgspec.json.decode(cell)
    except (msgspec.DecodeError, RecursionError, ValueError):
        return []
    return found if isinstance(found, list) else []


def us_time(cell: Cell) -> object:
    """A time in American order, `10/1/2017 19:58`, as `2017-10-01 19:58`, without zone."""
    found = _US_TIME.fullmatch(str(cell).strip()) if cell is not None else None
    if found is None:
        return when(cell)
    month, day, year, clock = found.groups()
    return f"{year if len(year) == 4 else f'20{year}'}-{month:0>2}-{day:0>2} {clock:0>5}"
