"""The configuration: what is declared about an account, and what its gate goes by.

What is typed holds before the environment, that before the nearest settings file, that
before the files it extends, these before the preset, and that before the defaults.
"""

from __future__ import annotations

import re
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from acctaudit.address import is_address
from acctaudit.config.files import (
    HIDDEN,
    NAME,
    PROJECT,
    chain,
    inline,
    nearest_file,
    preset,
)
from acctaudit.config.keys import KEYS
from acctaudit.config.layers import NAMES_FILE, checked, environment, typed
from acctaudit.config.settings import DEFAULT, Settings
from acctaudit.config.source import checkouts
from acctaudit.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from acctaudit.config.layers import Layer

__all__ = [
    "DEFAULT",
    "HIDDEN",
    "KEYS",
    "NAME",
    "PROJECT",
    "Settings",
    "nearest_file",
    "resolve",
]

_INLINE = re.compile(r"[\w.\"' -]+=")
_NO_FILE = "an address, and no settings file; name a file"
_NOTHING: Mapping[str, Any] = MappingProxyType({})


def resolve(
    folder: Path,
    named: tuple[str, ...] = (),
    environ: Mapping[str, str] = _NOTHING,
    *,
    isolated: bool = False,
    given: Mapping[str, Any] = _NOTHING,
) -> Settings:
    """The settings that hold in a folder.

    `named` are files and overrides `key=value`, as typed after `--config`; `isolated` reads
    no file; `given` are options, each with the key it sets and the value. UsageError with
    file, line and key for anything that is wrong.
    """
    files, overrides = _sorted(named)
    path = _chosen(folder, files, environ, isolated=isolated)
    above = [
        environment(environ, folder),
        *(checked(inline(text, folder)) for text in overrides),
        typed(given, folder),
    ]
    below = [checked(text) for text in chain(path, folder)] if path is not None else []
    entries = _merged([*below, *above])
    chosen = entries.get(("preset",))
    if chosen is not None:
        entries = _merged([checked(preset(chosen.value, folder)), entries])
    settings = Settings(folder, path, entries, checkouts(environ))
    settings.budgets()
    return settings


def _sorted(named: Iterable[str]) -> tuple[list[str], list[str]]:
    """What `--config` named: files, and overrides."""
    files: list[str] = []
    overrides: list[str] = []
    for text in named:
        is_file = Path(text).is_file()
        is_override = not is_file and _INLINE.match(text.strip())
        if not is_file and not is_override and is_address(text):
            raise UsageError(f"--config: the text given is {_NO_FILE}")
        (overrides if is_override else files).append(text)
    if len(files) > 1:
        raise UsageError(
            f"--config names {len(files)} files, {files[0]} and {files[1]}: name one, and"
            " let it extend the other"
        )
    return files, overrides


def _chosen(
    folder: Path, files: list[str], environ: Mapping[str, str], *, isolated: bool
) -> Path | None:
    """The one file that is read: what is typed holds before the environment."""
    if files and isolated:
        raise UsageError(f"--isolated reads no file: leave out --config {files[0]}")
    if isolated:
        return None
    if files:
        return Path(files[0])
    if named := environ.get(NAMES_FILE, "").strip():
        path = folder / named
        if not path.is_file() and is_address(named):
            raise UsageError(f"{NAMES_FILE}: the text given is {_NO_FILE}")
        if not path.is_file():
            raise InputError(f"{NAMES_FILE}: {path} is no file; name one")
        return path
    return nearest_file(folder)


def _merged(layers: Iterable[Layer]) -> Layer:
    """Later layers hold before earlier ones, key by key."""
    merged: Layer = {}
    for layer in layers:
        merged |= layer
    return merged
