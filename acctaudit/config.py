"""`acctaudit.toml`: what is declared about an account, written down once.

The nearest file upward from the working folder counts; nothing is merged from others above
it. What is typed on the command line replaces the key of the same name.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from acctaudit.errors import InputError, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from acctaudit.options import Given

NAME = "acctaudit.toml"
WORD, WORDS, SWITCH = "a text", "a list of texts", "true or false"
KEYS = {
    "archetype": WORD,
    "goals": WORDS,
    "kpis": WORDS,
    "claims": WORDS,
    "audience": WORDS,
    "time_zone": WORD,
    "scheduled": SWITCH,
    "own_domains": WORDS,
    "benchmarks": WORD,
    "extend_select": WORDS,
    "ignore": WORDS,
}
"""What the file may say, and in what form."""


@dataclass(frozen=True)
class Config:
    """What the file says, and where it stands."""

    path: Path | None = None
    values: Mapping[str, Given] = field(default_factory=dict)


def nearest_file(folder: Path) -> Path | None:
    """The nearest `acctaudit.toml` in a folder or above it, or None."""
    return next(
        (found for place in (folder, *folder.parents) if (found := place / NAME).is_file()),
        None,
    )


def load(path: Path) -> Config:
    """The file, checked; InputError with file, key and remedy for anything else."""
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "not UTF-8"
        raise InputError(f"{path}: cannot be read ({why})") from None
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path}: no valid TOML ({error}); mend that line") from None
    for key, value in values.items():
        if key not in KEYS:
            raise InputError(f"{path}: unknown key '{key}': {nearest(key, KEYS)}")
        if not _fits(value, KEYS[key]):
            raise InputError(f"{path}: {key} must be {KEYS[key]}")
    return Config(path, values)


def _fits(value: object, form: str) -> bool:
    if form == WORDS:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return isinstance(value, bool if form == SWITCH else str)
