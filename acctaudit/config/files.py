"""Files of settings: which one counts, how it is read, and which ones it extends."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from acctaudit.address import is_address
from acctaudit.config.keys import KEYS
from acctaudit.config.lines import lines
from acctaudit.config.presets import presets
from acctaudit.config.source import NO_ADDRESS, REPOSITORY, Source, Spot, called
from acctaudit.errors import InputError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

NAME = "acctaudit.toml"
HIDDEN = ".acctaudit.toml"
PROJECT = "pyproject.toml"
_OURS = ("tool", "acctaudit")
"""The table of a `pyproject.toml` that is ours."""
_MOST_LINKS = 8
"""So many files may extend one another."""
_LINE = re.compile(r"\(at line (\d+)")


@dataclass(frozen=True)
class Text:
    """A source and what it says, not checked yet."""

    source: Source
    raw: dict[str, Any]

    @property
    def spot(self) -> Spot:
        """Where errors begin."""
        return Spot(self.source)


def nearest_file(folder: Path) -> Path | None:
    """The file that counts in a folder: the nearest one upward, within its repository."""
    for place in (folder, *folder.parents):
        for name in (NAME, HIDDEN):
            if os.path.lexists(place / name):
                return _file(place / name)
        if _is_ours(place / PROJECT):
            return place / PROJECT
        if (place / REPOSITORY).exists():
            return None
    return None


def _file(path: Path) -> Path:
    """The path, if a file is there; InputError for a folder, or a link to nothing."""
    if not path.is_file():
        raise InputError(f"{path}: is no file that can be read; mend or remove it")
    return path


def chain(path: Path, folder: Path) -> list[Text]:
    """The file and all that it extends, the one that is extended first.

    `folder` is the working folder; see `load`.
    """
    found = [load(path, folder)]
    seen = {os.path.realpath(path)}
    while "extend" in found[0].raw:
        spot = found[0].spot.below("extend")
        base = _extended(found[0])
        if os.path.realpath(base) in seen:
            raise spot.fault(
                f"{called(base, folder)} extends this file in turn; delete one of the two"
            )
        if len(seen) > _MOST_LINKS:
            raise spot.fault(f"more than {_MOST_LINKS} files extend one another")
        seen.add(os.path.realpath(base))
        with spot.placed():
            found.insert(0, load(base, folder))
    return found


def load(path: Path, folder: Path) -> Text:
    """What a file says; InputError if it cannot be read or is no TOML.

    Errors call the file as it is seen from `folder`, the working folder.
    """
    name = called(path, folder)
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "not UTF-8"
        raise InputError(f"{name}: cannot be read ({why}); name a TOML file") from None
    raw = _parsed(text, name)
    source = Source(name, path.parent, path, lines(text))
    if path.name != PROJECT:
        return Text(source, raw)
    ours = _ours(raw)
    if ours is None:
        raise InputError(f"{name}: has no table [tool.acctaudit]; add it")
    return Text(replace(source, under=_OURS), ours)


def preset(name: str, folder: Path) -> Text:
    """What a preset says."""
    source = Source(f"preset {name}", folder)
    return Text(source, _parsed(presets()[name], source.name))


def inline(given: str, folder: Path) -> Text:
    """What `--config key=value` says; a bare word that is no TOML is a text.

    UsageError for anything else that is no TOML.
    """
    source = Source("--config", folder)
    given = given.strip()
    key, _, value = given.partition("=")
    try:
        raw = tomllib.loads(given)
    except (ValueError, RecursionError) as error:  # as in a file
        if not is_word(value):
            raise UsageError(
                f"{source.name}: {key.strip()}: no valid TOML ({error}); write key=value,"
                " a text in quotes"
            ) from None
        raw = _parsed(f"{key} = {Bare.MARK!r}", source.name)
    if "\n" in given:
        raise UsageError(f"{source.name}: {key.strip()}: write one key=value")
    return Text(source, _with_word(raw, value.strip()))


class Bare(str):
    """A text that was written without quotes: a list of texts may be read from it."""

    __slots__ = ()
    MARK = "bare word"


def is_word(value: str) -> bool:
    """Whether a value is a bare word, and no TOML that was begun."""
    return bool(value.strip()) and value.strip()[0] not in "\"'[{" and "\n" not in value


def _with_word(raw: dict[str, Any], word: str) -> dict[str, Any]:
    """The same, with the word that stands for the mark put in."""
    put: dict[str, Any] = {}
    for key, value in raw.items():
        if isinstance(value, dict):
            put[key] = _with_word(value, word)
        else:
            put[key] = Bare(word) if value == Bare.MARK else value
    return put


def _extended(text: Text) -> Path:
    spot = text.spot.below("extend")
    with spot.placed(text.raw["extend"]):
        named: str = KEYS["extend"].form.read(text.raw["extend"])
    if is_address(named):
        raise spot.fault(NO_ADDRESS)
    return text.source.folder / named


def _parsed(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number too long, lists too deep
        line = _LINE.search(str(error))
        number = line[1] if line else text.count("\n") + 1
        raise InputError(
            f"{name}:{number}: no valid TOML ({error}); mend that line"
        ) from None


def _is_ours(path: Path) -> bool:
    """Whether it is a `pyproject.toml` with a table of ours.

    One that says nothing of us is never our error, be it valid or not.
    """
    if not path.is_file():
        return False
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from None
    if b"acctaudit" not in content:
        return False
    return _ours(_parsed(content.decode("utf-8-sig", "replace"), str(path))) is not None


def _ours(raw: dict[str, Any]) -> dict[str, Any] | None:
    tool = raw.get("tool")
    ours = tool.get("acctaudit") if isinstance(tool, dict) else None
    if ours is not None and not isinstance(ours, dict):
        raise InputError(
            f"{PROJECT}: acctaudit must be one table; write it as [tool.acctaudit]"
        )
    return ours
