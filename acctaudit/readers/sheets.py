"""CSV as rows: encoding, delimiter, header, and a place for every row that is broken.

The standard library's reader is used since it alone tells where a broken row stands.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from acctaudit.errors import ReadError
from acctaudit.model.tables import Quarantined
from acctaudit.readers.document import AGAIN, encoding_of
from acctaudit.readers.look import delimiter, plain
from acctaudit.say import say
from acctaudit.words import number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from acctaudit.readers.source import Content

    Quoting = Literal[0, 3]

_LONGEST = 1 << 20
"""Characters that one cell may hold."""
_BARE = "\t|"
"""Delimiters of files that often do not quote at all."""
_LEAST, _MOST = 8, 80
"""Characters that the beginning of a line needs to tell that it is a row, and may have."""
_LONG_NUMBER = rf"\d{{{_LEAST},20}}"
_RUNS = re.compile(r"\d+|[^\W\d_]+|.", re.DOTALL)
Row = tuple[int, list[str]]


@dataclass
class Sheet:
    """The rows of one CSV. The books are right once `rows` has been run through."""

    name: str
    header: list[str]
    rows: Iterator[Row]
    """Number (from 1) and cells, as many as the header has."""
    quarantined: list[Quarantined] = field(default_factory=list)
    done: int = 0
    """Rows seen so far, headers left out."""
    remarks: list[str] = field(default_factory=list)

    @property
    def columns(self) -> list[str]:
        """The names of the header, plain."""
        return [plain(name) for name in self.header]


def sheet(content: Content, encoding: str | None = None) -> Sheet:
    """Open a CSV; a ReadError if it is empty, or breaks off while it is read."""
    text, remarks = text_of(content, encoding)
    csv.field_size_limit(_LONGEST)
    mark = delimiter(text)
    lines = _Lines(text, mark, _quoting(text, mark))
    del text
    header = _header(content.name, lines)
    result = Sheet(content.name, header, iter(()), remarks=remarks)
    result.rows = _rows(result, lines)
    twice = [name for name, columns in Counter(result.columns).items() if columns > 1]
    if any(twice):
        result.remarks.append(
            say(
                "{file}: columns that stand there twice, of which the first counts:"
                " {names}",
                file=content.name,
                names=", ".join(filter(None, twice)),
            )
        )
    return result


def text_of(content: Content, encoding: str | None) -> tuple[str, list[str]]:
    """The whole content as text, and what had to be done to it.

    A CSV that has been through a spreadsheet is often not UTF-8. Its broken characters are
    replaced, counted and said, as its numbers and dates are whole.
    """
    chosen = encoding or encoding_of(content.data)
    try:
        return content.data.decode(chosen).lstrip("\ufeff"), []
    except LookupError as error:
        problem = f"there is no encoding '{chosen}'"
        raise ReadError(content.name, problem, "try --encoding cp1252") from error
    except UnicodeDecodeError as error:
        if encoding is not None:
            problem, place = f"it is not {encoding} text", f"byte {error.start}"
            remedy = "leave out --encoding, or name another"
            raise ReadError(content.name, problem, remedy, place) from error
    text = content.data.decode(chosen, "replace").lstrip("\ufeff")
    remark = say(
        "{file}: it is not {encoding} text, so characters were replaced by \ufffd:"
        " {count}; its encoding can be named with --encoding",
        file=content.name,
        encoding=chosen.upper(),
        count=number(text.count("\ufffd")),
    )
    return text, [remark]


def _header(name: str, lines: Iterator[list[str]]) -> list[str]:
    try:
        return next(line for line in lines if line)
    except (StopIteration, csv.Error) as error:
        raise ReadError(name, "it holds no table", AGAIN) from error


def _rows(found: Sheet, lines: Iterator[list[str]]) -> Iterator[Row]:
    repeated = 0
    while True:
        try:
            cells = next(lines, None)
        except csv.Error as error:
            if "unexpected end" in str(error):
                place = f"row {found.done + 1}"
                raise ReadError(found.name, "the file breaks off", AGAIN, place) from error
            found.done += 1
            _set_aside(found, say("its quotation marks do not match"))
            continue
        if cells is None:
            break
        if not cells:
            continue
        if cells == found.header:
            repeated += 1
            continue
        found.done += 1
        if len(cells) == len(found.header):
            yield found.done, cells
        else:
            _set_aside(found, say("other columns than the header names"))
    if repeated:
        found.remarks.append(
            say(
                "{file}: header lines within the rows: {rows}",
                file=found.name,
                rows=number(repeated),
            )
        )


def _set_aside(found: Sheet, reason: str) -> None:
    found.quarantined.append(Quarantined(found.name, found.done, reason))


def _quoting(text: str, mark: str) -> Quoting:
    """Whether quotation marks stand for themselves: where fewer rows are broken so."""
    if mark not in _BARE or text.lstrip().startswith('"'):
        return csv.QUOTE_MINIMAL
    bare, quoted = (_broken(text, mark, how) for how in (csv.QUOTE_NONE, csv.QUOTE_MINIMAL))
    return csv.QUOTE_NONE if bare < quoted else csv.QUOTE_MINIMAL


def _broken(text: str, mark: str, quoting: Quoting) -> int:
    """Rows that cannot be taken apart in this way, or have other cells than the header."""
    lines, width, broken = _Lines(text, mark, quoting), 0, 0
    while True:
        try:
            cells = next(lines, None)
        except csv.Error:
            broken += 1
            continue
        if cells is None:
            return broken
        width = width or len(cells)
        broken += bool(cells) and len(cells) != width


class _Lines:
    """Rows as the standard library takes them apart; csv.Error for one that it cannot.

    A quotation mark that nothing closes makes it take the rows that follow for text. Where
    a line inside a row begins as rows do, only the first line is given up.
    """

    def __init__(self, text: str, mark: str, quoting: Quoting) -> None:
        self._text = io.StringIO(text, newline="")
        self._mark = mark
        self._rows = csv.reader(self._text, delimiter=mark, quoting=quoting, strict=True)
        self._begin: re.Pattern[str] | None = None
        self._width = 0

    def __iter__(self) -> Iterator[list[str]]:
        return self

    def __next__(self) -> list[str]:
        start, line = self._text.tell(), self._rows.line_num
        try:
            cells = next(self._rows)
        except csv.Error as error:
            if self._rows.line_num > line + 1:
                self._give_back(start, error)
            raise
        self._width = self._width or len(cells)
        if self._rows.line_num > line + 1:
            self._give_back(start, doubtful=len(cells) != self._width)
        return cells

    def _give_back(
        self, start: int, error: csv.Error | None = None, *, doubtful: bool = True
    ) -> None:
        """Go back behind the first line of a row, and refuse it, if others are in it.

        A row with as many cells as it should have is only doubted where rows begin with a
        long number, which no line of a text does by chance.
        """
        end = self._text.tell()
        self._text.seek(start)
        row = self._text.read(end - start)
        self._begin = self._begin or _beginning(row, self._mark)
        if self._begin.search(row) and (doubtful or _LONG_NUMBER in self._begin.pattern):
            self._text.seek(start)
            self._text.readline()
            raise csv.Error("a quotation mark is never closed") from error


def _beginning(row: str, mark: str) -> re.Pattern[str]:
    """How lines begin that are rows, after one of them: same runs of digits and letters.

    Nothing matches where its first cells are too short to tell, or hold texts.
    """
    for cells in (1, 2, 3):
        parts = row[:_MOST].split(mark, cells)
        begins = mark.join(parts[:-1]).replace('"', "")
        if len(begins) >= _LEAST and any(map(str.isdecimal, begins)):
            inner = "".join(map(_of_kind, _RUNS.findall(begins)))
            return re.compile(rf'[\r\n]"?{inner}"?{re.escape(mark)}')
    return re.compile(r"(?!)")


def _of_kind(run: str) -> str:
    """What matches runs of the same kind; long numbers match long ones only."""
    if run.isdecimal():
        return _LONG_NUMBER if len(run) >= _LEAST else r"\d{1,20}"
    return r"[^\W\d_]{1,40}" if run.isalpha() else f'"?{re.escape(run)}"?'
