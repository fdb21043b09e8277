"""Opened: what lies at a path, as exports: a file, an archive, or a folder of tables."""

from __future__ import annotations

import re
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Self

from acctaudit.errors import ReadError
from acctaudit.readers import containers
from acctaudit.readers.source import Export, permitted, plain_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

    from acctaudit.readers.containers import Container, Member

PRIVATE = re.compile(
    r"(deleted-|direct-message|protected-history|audio-video-calls|grok-chat|ip-audit"
    r"|account-creation-ip|phone-number|email-address|contact|device-token|ni-devices"
    r"|key-registry|personalization|ad-|ageinfo|sso|connected-application|block|mute)"
    r"[\w-]*\.js$",
    re.IGNORECASE,
)
"""Names that are refused even when the user names the file."""
DATA = re.compile(
    r"[^.].*\.(json|jsonl|ndjson|csv|tsv|parquet)(\.gz|\.zst)?", re.IGNORECASE
)
"""Names of tables, in a folder or ZIP that is no archive."""


class Opened:
    """What lies at one path, as exports. Use it as a context: it closes what it opened."""

    def __init__(self, path: str | Path) -> None:
        self._closing = ExitStack()
        self.name = "standard input" if str(path) == containers.STDIN else Path(path).name
        self.left: tuple[str, ...] = ()
        """Names of a folder's files that are no tables."""
        self.exports: tuple[Export, ...] = tuple(self._exports(path))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closing.close()

    def _exports(self, path: str | Path) -> Iterator[Export]:
        if str(path) == containers.STDIN:
            yield from self._file(self.name, containers.whole_stdin())
        elif Path(path).is_dir():
            yield from self._many(containers.folder(Path(path)))
        else:
            _refuse_private(self.name)
            yield from self._file(self.name, Path(path))

    def _file(self, name: str, source: Path | bytes) -> Iterator[Export]:
        if isinstance(source, bytes):
            mark = source[:4]
            if not mark:
                raise ReadError(name, "nothing came in", "pipe an export into it")
        else:
            mark = containers.first_bytes(source)
        if mark in containers.ZIP_MARKS or name.casefold().endswith(".zip"):
            container = containers.zipped(name, source)
            self._closing.callback(container.close)
            yield from self._many(container)
        else:
            yield Export(name, containers.single(name, source).members, single=True)

    def _many(self, container: Container) -> Iterator[Export]:
        """A folder or ZIP: one archive, or every table in it as an export of its own."""
        if any(_is_script(path) for path in container.members):
            members = chosen(self.name, container, permitted)
            export = Export(self.name, members, single=False)
            export.strangers = tuple(
                sorted(path for path in container.members if _is_stranger(path))
            )
            yield export
            return
        tables = chosen(self.name, container, _table)
        if not tables:
            yield Export(self.name, {}, single=False)
        for path, member in sorted(tables.items()):
            if member.path is not None:
                found = containers.single(path, member.path).members
                yield Export(path, found, single=True)
            else:
                inner = containers.inflated(path, member)
                yield Export(path, {path: inner}, single=True)
        for path, member in sorted(container.members.items()):
            if member.path is not None and path.casefold().endswith(".zip"):
                yield from self._file(path, member.path)
            elif path not in tables and not path.rpartition("/")[2].startswith("."):
                self.left += (path,)


def chosen(
    name: str, container: Container, permit: Callable[[str], str | None]
) -> dict[str, Member]:
    """The members that may be opened, by the name that `permit` gives them."""
    result: dict[str, Member] = {}
    for path, member in container.members.items():
        plain = permit(path)
        if plain is None:
            continue
        if member.odd:
            raise ReadError(name, member.odd, containers.UNZIP)
        if plain in result:
            problem = f"it holds more than one {plain}"
            raise ReadError(name, problem, "pass one archive at a time")
        result[plain] = member
    return result


def _is_script(path: str) -> bool:
    name = plain_name(path)
    return name is not None and name.endswith(".js")


def _is_stranger(path: str) -> bool:
    return permitted(path) is None and _table(path) is not None


def _table(path: str) -> str | None:
    """The path itself if it is that of a table."""
    name = plain_name(path)
    return path if name and DATA.fullmatch(name) else None


def _refuse_private(name: str) -> None:
    if PRIVATE.match(name):
        raise ReadError(
            name,
            "acctaudit never opens private files",
            "pass the whole archive or its tweets.js",
        )
