"""The exceptions of acctaudit.

AcctauditError                 everything that this package raises on purpose
├── InputError                 the user's file or option is at fault: one line, exit 2
│   ├── ReadError              a file cannot be read: names file, place and remedy
│   └── UsageError             a wrong option or name: names it and the nearest right one
└── NotMeasured                an export lacks what a figure needs (becomes a value, never
                               reaches the user as an error)
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class AcctauditError(Exception):
    """Base of every exception that this package raises on purpose."""


class InputError(AcctauditError):
    """Something that the user gave is at fault; the message is one line for that user."""


class ReadError(InputError):
    """A file cannot be read. The message never quotes a value from inside the file."""

    def __init__(self, file: str, problem: str, remedy: str, place: str = "") -> None:
        where = f"{file}, {place}" if place else file
        super().__init__(f"{where}: {problem}; {remedy}")


class UsageError(InputError):
    """An option or a name is wrong."""


class NotMeasured(AcctauditError):
    """The export lacks a column that a figure needs; `reason` names it in plain words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


_MOST_NAMES = 60
"""So many names are listed where none is near."""


def nearest(given: str, known: Iterable[str]) -> str:
    """What to write instead of a name that does not exist."""
    names = sorted(known)
    near = get_close_matches(given, names, n=1)
    if near:
        return f"did you mean '{near[0]}'?"
    some = ", ".join(names[:_MOST_NAMES])
    return f"choose one of {some}{', …' if len(names) > _MOST_NAMES else ''}"


def unknown_name(what: str, given: str, known: Iterable[str]) -> UsageError:
    """The error for a name that does not exist, with the nearest one that does."""
    return UsageError(f"unknown {what} '{given}': {nearest(given, known)}")
