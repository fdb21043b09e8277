"""Export: a file, a folder or a ZIP as one thing, and the only place that opens them.

Privacy is decided here. An archive also holds direct messages, IP addresses and phone
numbers, so members are opened by an allow-list and never by a deny-list: what is not named
in `ALLOWED` does not exist for a reader. A folder or ZIP that holds any JavaScript is taken
for such an archive. One without holds tables that the user put there, and each of them is
an export of its own.
"""

from __future__ import annotations

import hashlib
import io
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from acctaudit.errors import ReadError
from acctaudit.model.tables import InputFile
from acctaudit.readers import containers
from acctaudit.readers.look import Look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.readers.containers import Member, Readable

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
CHUNK = 1 << 16
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
    """One export. `members` are the names that a reader may ask for, sorted.

    A member of an archive goes by its plain file name in lower case, wherever it lies:
    `data/tweets.js` of a ZIP is `tweets.js`. A single file is its own only member.
    """

    def __init__(self, name: str, members: dict[str, Member], *, single: bool) -> None:
        """Member names as a reader asks for them; `single` is a file that is its own."""
        self.name = name
        self.single = single
        self.encoding: str | None = None
        """Encoding that the user says the text has."""
        self.strangers: tuple[str, ...] = ()
        """Tables that lie beside the files of an archive and stay shut."""
        self._members = members
        self._labels = {next(iter(members)): name} if single else {}
        self._total = 0

    @property
    def members(self) -> tuple[str, ...]:
        """Names that may be read."""
        return tuple(sorted(self._members))

    @property
    def member(self) -> str:
        """The one member of a single file."""
        (name,) = self._members
        return name

    @cached_property
    def look(self) -> Look:
        """What the head of a single file shows; of a folder or ZIP nothing."""
        return Look(self.head(self.member) if self.single else b"", self.encoding)

    def matching(self, pattern: str) -> tuple[str, ...]:
        """Members of a folder or ZIP whose whole name matches; none for a single file."""
        if self.single:
            return ()
        return tuple(name for name in self.members if re.fullmatch(pattern, name))

    def head(self, member: str) -> bytes:
        """The first 64 KiB of a member."""
        with containers.readable(self._label(member)), self._open(member) as stream:
            return stream.read(CHUNK)

    def stream(self, member: str) -> Stream:
        """A member in pieces of at most 64 KiB, inflated under the caps."""
        return Stream(self._label(member), self._pieces(member))

    def read(self, member: str) -> Content:
        """The whole of a member."""
        stream, buffer = self.stream(member), io.BytesIO()
        for piece in stream:
            buffer.write(piece)
        return Content(stream.name, buffer.getvalue(), stream)

    def known_as(self, member: str) -> Export:
        """A single file as the folder of an archive that holds it alone, by that name."""
        found = Export(self.name, {member: self._members[self.member]}, single=False)
        found._labels = {member: self.name}  # the same class
        return found

    def _label(self, member: str) -> str:
        return self._labels.get(member, member)

    def _open(self, member: str) -> Readable:
        if member not in self._members:
            raise AssertionError("a reader asked for a member that it may not open")
        return self._members[member].open()

    def _pieces(self, member: str) -> Iterator[bytes]:
        size = 0
        with containers.readable(self._label(member)), self._open(member) as stream:
            while piece := stream.read(CHUNK):
                size += len(piece)
                self._guard(member, size, len(piece))
                yield piece

    def _guard(self, member: str, size: int, more: int) -> None:
        self._total += more
        packed = self._members[member].packed
        bomb = size > RATIO_FLOOR and packed is not None and size > RATIO_CAP * packed
        if bomb or size > MEMBER_CAP or self._total > TOTAL_CAP:
            raise ReadError(
                self._label(member),
                "it is far larger than any real export",
                "check where the file comes from, or pass a part of it",
            )


def permitted(path: str) -> str | None:
    """The plain name of a member of an archive that may be opened, or None."""
    name = plain_name(path)
    return name if name and ALLOWED.fullmatch(name) else None


def plain_name(path: str) -> str | None:
    """The file name in lower case; None for a path that leads elsewhere or is hidden."""
    if "\\" in path or "\0" in path or ":" in path or path.startswith("/"):
        return None
    *folders, name = PurePosixPath(path).parts or ("",)
    if any(part.startswith((".", "__MACOSX")) or part == "assets" for part in folders):
        return None
    return name.casefold()
