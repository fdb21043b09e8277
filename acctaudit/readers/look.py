"""Look: what the head of a file shows, so that a format is known without reading it."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cached_property

from acctaudit.readers.document import encoding_of, variable

DELIMITERS = ",;\t|"
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]')
_COLON = re.compile(r"\s*:")
_DEPTH = 8
Path = tuple[str, ...]


@dataclass(frozen=True)
class Look:
    """The first bytes of a file. Nothing here raises."""

    head: bytes
    encoding: str | None = None

    @cached_property
    def text(self) -> str:
        """The first characters, without byte-order mark."""
        encoding = self.encoding or encoding_of(self.head)
        return self.head.decode(encoding, "ignore").lstrip("\ufeff")

    @cached_property
    def variable(self) -> str:
        """The JavaScript variable that the file fills, or nothing."""
        return variable(self.head)

    @cached_property
    def start(self) -> str:
        """The first character that is no white space."""
        return self.text.lstrip()[:1]

    @cached_property
    def paths(self) -> frozenset[Path]:
        """Paths of the keys of the first JSON record; levels of lists are left out."""
        return frozenset(_paths(self.text)) if self.start in {"{", "["} else frozenset()

    def has(self, *names: str) -> bool:
        """Whether the first record has all these keys; a dot leads into an object."""
        return all(tuple(name.split(".")) in self.paths for name in names)

    @cached_property
    def columns(self) -> frozenset[str]:
        """Plain names of a table's columns: CSV header, or keys of the first record."""
        if self.start in {"{", "["}:
            return frozenset(plain(path[0]) for path in self.paths if len(path) == 1)
        return frozenset(map(plain, header(self.text)))


def plain(name: str) -> str:
    """The name of a column as it is compared: lower case, single spaces."""
    return " ".join(name.strip("\ufeff").split()).casefold()


def delimiter(text: str) -> str:
    """The character that splits the first line into most columns; a comma on a tie."""
    line = text.lstrip("\ufeff").partition("\n")[0]
    return max(DELIMITERS, key=lambda mark: (len(_cells(line, mark)), mark == ","))


def header(text: str) -> list[str]:
    """The cells of the first line of a CSV."""
    line = text.lstrip("\ufeff").partition("\n")[0].rstrip("\r")
    return _cells(line, delimiter(text))


def _cells(line: str, mark: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=mark), [])
    except csv.Error:
        return []


def _paths(text: str) -> set[Path]:
    """Walk the tokens of the first record and note the path of every key."""
    found: set[Path] = set()
    stack: list[str | None] = []
    key: str | None = None
    outer = 1 if text.lstrip().startswith("[") else 0
    for token in _TOKEN.finditer(text):
        letter = token.group()[0]
        if letter == '"':
            if _COLON.match(text, token.end()) and len(stack) <= _DEPTH:
                key = token.group()[1:-1]
                found.add((*(part for part in stack if part is not None), key))
        elif letter in "{[":
            stack.append(key if letter == "{" or key is not None else None)
            key = None
        else:
            if stack:
                stack.pop()
            key = None
            if letter == "}" and len(stack) <= outer:
                break
    return found
