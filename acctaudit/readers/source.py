"""Export: a file, a folder or a ZIP as one thing, and the only place that opens them.

Privacy is decided here. An archive also holds direct messages, IP addresses and phone
numbers, so members are opened by an allow-list and never by a deny-list: what is not named
in `ALLOWED` does not exist for a reader.
"""

from __future__ import annotations

import hashlib
import io
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Self

from acctaudit.errors import ReadError
from acctaudit.model.tables import InputFile
from acctaudit.readers import containers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from acctaudit.readers.containers import Readable

ALLOWED = re.compile(
    r"""
      manifest\.js
    | tweets?(-part\d{1,4})?\.js
    | (tweet-headers|note-tweet|community-tweet)(-part\d{1,4})?\.js
    | (account|account-suspension|profile|verified)\.js
    | (follower|following)(-part\d{1,4})?\.js
    | (tweet_index|user_details|payload_details)\.js
    | \d{4}_\d{2}\.(js|csv)
    | tweets\.csv
    | export\.json
    """,
    re.VERBOSE,
)
"""File names of an archive that may be opened (formats.md 13). All others stay shut."""
PRIVATE = re.compile(r"(deleted-|direct-message|protected-history)", re.IGNORECASE)
"""Beginnings of names that are refused even when the user names the file."""
CHUNK = 1 << 16
HEAD = 4096
MEMBER_CAP = 2 << 30
TOTAL_CAP = 8 << 30
RATIO_CAP = 200
RATIO_FLOOR = 10 << 20


class Stream:
    """The pieces of one file or member as they are read; hashed and counted on the way."""

    def __init__(self, name: str, pieces: Iterator[bytes]) -> None:
        self.name = name
        self.size = 0
        self._pieces = pieces
        self._digest = hashlib.sha256()

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self._digest.update(piece)
            self.size += len(piece)
            yield piece

    def noted(self, rows: int, holds: str) -> InputFile:
        """The entry for the books, once everything is read."""
        return InputFile(self.name, self._digest.hexdigest(), self.size, rows, holds)


@dataclass(frozen=True)
class Content:
    """The bytes of one file or member, with the name that messages give it."""

    name: str
    data: bytes
    stream: Stream

    def noted(self, rows: int, holds: str) -> InputFile:
        """The entry for the books."""
        return self.stream.noted(rows, holds)


class Export:
    """What the user gave. `members` are the names that a reader may ask for, sorted.

    A member goes by its plain file name in lower case, wherever it lies: `data/tweets.js`
    of a ZIP is `tweets.js`. A single file is its own only member. Use it as a context.
    """

    def __init__(self, path: Path, container: containers.Container) -> None:
        self.name = path.name
        self.single = container.single
        self._container = container
        self._total = 0

    @classmethod
    def open_export(cls, path: str | Path) -> Self:
        """Open what lies at `path`; a ReadError says what is wrong and what to do."""
        path = Path(path)
        if path.is_dir():
            return cls(path, containers.folder(path, _permitted))
        if PRIVATE.match(path.name):
            raise ReadError(
                path.name,
                "acctaudit never opens private files",
                "pass the whole archive or its tweets.js",
            )
        if containers.looks_like_zip(path):
            return cls(path, containers.zipped(path, _permitted))
        return cls(path, containers.single(path))

    @property
    def members(self) -> tuple[str, ...]:
        """Names that may be read."""
        return tuple(sorted(self._container.members))

    def matching(self, pattern: str) -> tuple[str, ...]:
        """Members of a folder or ZIP whose whole name matches; none for a single file."""
        if self.single:
            return ()
        return tuple(name for name in self.members if re.fullmatch(pattern, name))

    def head(self, member: str) -> bytes:
        """The first 4 KiB of a member."""
        with containers.readable(self._label(member)), self._open(member) as stream:
            return stream.read(HEAD)

    def stream(self, member: str) -> Stream:
        """A member in pieces of at most 64 KiB, inflated under the caps."""
        return Stream(self._label(member), self._pieces(member))

    def read(self, member: str) -> Content:
        """The whole of a member."""
        stream, buffer = self.stream(member), io.BytesIO()
        for piece in stream:
            buffer.write(piece)
        return Content(stream.name, buffer.getvalue(), stream)

    def close(self) -> None:
        """Let go of the file; reading again is an error."""
        self._container.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _label(self, member: str) -> str:
        return self.name if self.single else member

    def _open(self, member: str) -> Readable:
        if member not in self._container.members:
            raise AssertionError("a reader asked for a member that it may not open")
        return self._container.members[member].open()

    def _pieces(self, member: str) -> Iterator[bytes]:
        size = 0
        with containers.readable(self._label(member)), self._open(member) as stream:
            while piece := stream.read(CHUNK):
                size += len(piece)
                self._guard(member, size, len(piece))
                yield piece

    def _guard(self, member: str, size: int, more: int) -> None:
        self._total += more
        packed = self._container.members[member].packed
        bomb = size > RATIO_FLOOR and packed is not None and size > RATIO_CAP * packed
        if bomb or size > MEMBER_CAP or self._total > TOTAL_CAP:
            raise ReadError(
                self._label(member),
                "it is far larger than any real export",
                "check where the file comes from, or pass a part of it",
            )


def _permitted(path: str) -> str | None:
    """The plain name of a member that may be opened, or None."""
    if "\\" in path or "\0" in path or ":" in path or path.startswith("/"):
        return None
    *folders, name = PurePosixPath(path).parts or ("",)
    if any(part.startswith((".", "__MACOSX")) or part == "assets" for part in folders):
        return None
    name = name.casefold()
    return name if ALLOWED.fullmatch(name) else None
