"""What a mapping says of a table as a whole: [options] and [values.kind]."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from acctaudit.errors import UsageError, unknown_name
from acctaudit.readers.mapping.times import tells_days

if TYPE_CHECKING:
    from collections.abc import Callable

TIMELINES = ("complete", "recent", "ends", "sample")
KINDS = ("original", "reply", "repost", "quote")
"""Kinds that [values.kind] may list."""
_HANDLE = re.compile(r"@?\w{1,20}")


@dataclass(frozen=True)
class Options:
    """What the user says of a table as a whole. A default says nothing."""

    timeline: str = "recent"
    """Which posts are in it: see `Tables.timeline`."""
    time_zone: str | None = None
    """Zone of the times that name none, as the IANA calls it."""
    time_format: str | None = None
    """Form of the times, as `strptime` takes it."""
    encoding: str | None = None
    """Encoding of the text, if it is not UTF-8."""
    missing: frozenset[str] = frozenset()
    """Words that stand for no value, in lower case."""
    reposts: str | None = None
    """How texts begin that pass on somebody's post."""
    handle: str | None = None
    """Whose posts they are."""
    as_of: str | None = None
    """Day on which the table was made."""
    escaped: bool = False
    """Whether text still holds HTML entities."""
    kinds: dict[str, frozenset[str]] = field(default_factory=dict)
    """Words, in lower case, that stand for each kind of post."""

    @property
    def words(self) -> frozenset[str]:
        """All words that stand for some kind."""
        return frozenset().union(*self.kinds.values())

    @property
    def zone(self) -> ZoneInfo | None:
        """The zone of times that name none."""
        return ZoneInfo(self.time_zone) if self.time_zone else None


def options(file: str, given: dict[str, Any], kinds: dict[str, Any]) -> Options:
    """The options of a mapping file; a UsageError names the file, the key and the fault."""
    for name in given:
        if name not in _CHECKS:
            raise UsageError(f"{file}: {unknown_name('key of [options]', name, _CHECKS)}")
    checked = {name: _CHECKS[name](file, name, value) for name, value in given.items()}
    return Options(**checked, kinds=_kinds(file, kinds))


def refusal(file: str, key: str, problem: str) -> UsageError:
    """The error for a value that cannot be used."""
    return UsageError(f"{file}: {key} {problem}")


def words_of(file: str, key: str, value: object) -> list[str]:
    """One text or a list of texts; a UsageError for anything else."""
    found = [value] if isinstance(value, str) else value
    if isinstance(found, list) and found and all(isinstance(item, str) for item in found):
        return found
    raise refusal(file, key, 'must be a text or a list of texts, such as ["a", "b"]')


def _kinds(file: str, given: dict[str, Any]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name, value in given.items():
        key = f"[values.kind] {name}"
        if name not in KINDS:
            raise UsageError(f"{file}: {unknown_name('key of [values.kind]', name, KINDS)}")
        words = {_folded(word) for word in words_of(file, key, value)}
        twice = words & frozenset().union(*found.values())
        if twice:
            raise refusal(file, key, f"lists '{min(twice)}', which is of another kind too")
        found[name] = frozenset(words)
    return found


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _text(file: str, name: str, value: object) -> str:
    if isinstance(value, str) and value.strip():
        return value
    raise refusal(file, f"[options] {name}", 'must be a text, such as "abc"')


def _timeline(file: str, name: str, value: object) -> str:
    found = _text(file, name, value)
    if found not in TIMELINES:
        raise UsageError(f"{file}: [options] {unknown_name(name, found, TIMELINES)}")
    return found


def _zone(file: str, name: str, value: object) -> str:
    found = _text(file, name, value)
    try:
        ZoneInfo(found)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        near = unknown_name(name, found, available_timezones())
        plain = f'unknown {name} \'{found}\': give a name such as "Europe/Vienna" or "UTC"'
        hint = near if "did you mean" in str(near) else plain
        raise UsageError(f"{file}: [options] {hint}") from error
    return found


def _format(file: str, name: str, value: object) -> str:
    found = _text(file, name, value)
    if tells_days(found):
        return found
    problem = 'is no form of a date that strptime knows, such as "%d.%m.%Y %H:%M"'
    raise refusal(file, f"[options] {name}", problem)


def _encoding(file: str, name: str, value: object) -> str:
    found = _text(file, name, value)
    try:
        "a".encode(found)
    except (LookupError, ValueError) as error:
        problem = f"'{found}' is no encoding: give a name such as \"cp1252\""
        raise refusal(file, f"[options] {name}", problem) from error
    return found


def _missing(file: str, name: str, value: object) -> frozenset[str]:
    return frozenset(map(_folded, words_of(file, f"[options] {name}", value)))


def _handle(file: str, name: str, value: object) -> str:
    found = _text(file, name, value)
    if _HANDLE.fullmatch(found):
        return found.removeprefix("@")
    raise refusal(file, f"[options] {name}", "must be a handle, without spaces")


def _day(file: str, name: str, value: object) -> str:
    written = value.isoformat()[:10] if isinstance(value, date) else value
    try:
        return date.fromisoformat(_text(file, name, written)).isoformat()
    except ValueError as error:
        problem = "must be a day, written as YYYY-MM-DD"
        raise refusal(file, f"[options] {name}", problem) from error


def _flag(file: str, name: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise refusal(file, f"[options] {name}", "must be true or false")


_CHECKS: dict[str, Callable[[str, str, object], Any]] = {
    "timeline": _timeline,
    "time_zone": _zone,
    "time_format": _format,
    "encoding": _encoding,
    "missing": _missing,
    "reposts": _text,
    "handle": _handle,
    "as_of": _day,
    "escaped": _flag,
}
