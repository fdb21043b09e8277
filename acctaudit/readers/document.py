"""A document into its JSON elements: encoding, JavaScript prefix, list or object.

The fast way is msgspec, which gives views of the bytes as read; where it refuses, the
standard library cuts the document element by element, or says where it breaks off.
"""

from __future__ import annotations

import codecs
import json
import re
from typing import TYPE_CHECKING, Any

import msgspec

from acctaudit.errors import ReadError
from acctaudit.readers.mend import FAILURES

if TYPE_CHECKING:
    from acctaudit.readers.source import Content

PREFIX = re.compile(
    rb"\s{0,64}(?:window\.)?"
    rb"(YTD\.\w{1,64}\.part\d{1,6}|__THAR_CONFIG|Grailbird\.data\.\w{1,64}|var \w{1,64})"
    rb"\s{0,64}="
)
"""The JavaScript in front of the JSON."""
BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
NUL_PATTERNS = {
    "000x": "utf-32-be",
    "x000": "utf-32-le",
    "0x0x": "utf-16-be",
    "x0x0": "utf-16-le",
}
AGAIN = "copy or download it again, or export the account again"


def encoding_of(data: bytes) -> str:
    """UTF-8 unless a byte-order mark, or the pattern of NUL bytes, says otherwise."""
    for bom, name in BOMS:
        if data.startswith(bom):
            return name
    zeros = "".join("0" if byte == 0 else "x" for byte in data[:4])
    return NUL_PATTERNS.get(zeros, "utf-8")


def text_of(content: Content) -> str:
    """The whole content as text; a ReadError names the first byte that is not text."""
    try:
        return content.data.decode(encoding_of(content.data))
    except UnicodeDecodeError as error:
        raise _not_utf8(content.name, error) from error


def opening(head: bytes) -> str:
    """The first characters of a file, for recognising it; never raises."""
    return head.decode(encoding_of(head), "ignore")


def variable(head: bytes) -> str:
    """The JavaScript variable that a file fills, such as `YTD.tweets.part0`, or nothing."""
    found = PREFIX.match(opening(head).encode())
    return found[1].decode() if found else ""


def rows_of(content: Content) -> list[msgspec.Raw]:
    """The elements of the list that a document holds, not yet decoded."""
    return split(content.name, body_of(content))


def split(name: str, body: bytes | memoryview | msgspec.Raw) -> list[msgspec.Raw]:
    """The elements of a JSON list; a ReadError if there is no whole list."""
    try:
        return msgspec.json.decode(body, type=list[msgspec.Raw])
    except FAILURES:
        return Slow(name, decoded(name, body)).elements()


def fields_of(content: Content) -> dict[str, msgspec.Raw]:
    """The members of the object that a document holds, not yet decoded."""
    body = body_of(content)
    try:
        return msgspec.json.decode(body, type=dict[str, msgspec.Raw])
    except FAILURES:
        found = Slow(content.name, decoded(content.name, body)).whole()
    if not isinstance(found, dict):
        raise ReadError(content.name, "it does not hold what its name says", AGAIN)
    return {name: msgspec.Raw(json.dumps(value).encode()) for name, value in found.items()}


_EMPTY = re.compile(r"\{\s*\}[\s;]*$")
"""An empty object: what some writers leave where a list belongs."""


class Slow:
    """A document that the fast path could not split, cut by the standard library."""

    space = re.compile(r"[ \t\r\n]*")
    decoder = json.JSONDecoder(parse_int=str)

    def __init__(self, name: str, text: str) -> None:
        self.name, self.text = name, text

    def elements(self) -> list[msgspec.Raw]:
        """The elements of the list, each as it stands."""
        at = self._skip(0)
        if _EMPTY.match(self.text, at):
            return []
        if self.text[at : at + 1] == "{":
            raise ReadError(self.name, "it holds no list of rows", AGAIN)
        found: list[msgspec.Raw] = []
        at = self._skip(self._expect("[", at))
        if self.text[at : at + 1] == "]":
            self._end(at + 1)
            return found
        while True:
            end = self._value(at)[1]
            found.append(msgspec.Raw(self.text[at:end].encode()))
            at = self._skip(end)
            if self.text[at : at + 1] != ",":
                break
            at = self._skip(at + 1)
        self._end(self._expect("]", at))
        return found

    def whole(self) -> Any:
        """The document as one value."""
        value, end = self._value(self._skip(0))
        self._end(end)
        return value

    def _skip(self, at: int) -> int:
        found = self.space.match(self.text, at)
        return found.end() if found else at

    def _value(self, at: int) -> tuple[Any, int]:
        try:
            return self.decoder.raw_decode(self.text, at)
        except json.JSONDecodeError as error:
            raise self._broken(error.pos) from error
        except (RecursionError, MemoryError) as error:
            place = f"line {self._line(at)}"
            raise ReadError(self.name, "it is nested too deeply", AGAIN, place) from error

    def _expect(self, mark: str, at: int) -> int:
        if self.text[at : at + 1] != mark:
            raise self._broken(at)
        return at + 1

    def _end(self, at: int) -> None:
        if self._skip(at) != len(self.text):
            raise self._broken(at)

    def _line(self, at: int) -> int:
        return self.text.count("\n", 0, at) + 1

    def _broken(self, at: int) -> ReadError:
        whole = self.text.strip()
        closing = {"[": "]", "{": "}"}.get(whole[:1], whole[-1:])
        if not whole.endswith(closing) or self._skip(at) >= len(self.text):
            last = f"line {self._line(len(self.text))}"
            return ReadError(self.name, "the file breaks off", AGAIN, last)
        problem = "it is not JSON (reformatted by an editor?)"
        return ReadError(self.name, problem, AGAIN, f"line {self._line(at)}")


def body_of(content: Content) -> memoryview:
    """The JSON of a document: UTF-8, without byte-order mark, JavaScript and semicolon."""
    data, encoding = content.data, encoding_of(content.data)
    if encoding not in {"utf-8", "utf-8-sig"}:
        data = text_of(content).encode()
    start = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    prefix = PREFIX.match(data, start)
    start = prefix.end() if prefix else start
    end = len(data) - _tail(data)
    if not data[start : min(end, start + 4096)].strip():
        raise ReadError(content.name, "it holds nothing", AGAIN)
    return memoryview(data)[start:end]


def _tail(data: bytes) -> int:
    """Length of the white space and the semicolon after the JSON."""
    last = data[-256:]
    return len(last) - len(last.rstrip(b"; \t\r\n"))


def decoded(name: str, body: bytes | memoryview | msgspec.Raw) -> str:
    """The body as text; a ReadError names the first byte that is not UTF-8."""
    try:
        return bytes(body).decode()
    except UnicodeDecodeError as error:
        raise _not_utf8(name, error) from error


def _not_utf8(name: str, error: UnicodeDecodeError) -> ReadError:
    return ReadError(
        name,
        "it is not UTF-8 text",
        "save it as UTF-8 and try again",
        f"byte {error.start}",
    )
