"""All settings with their origins, as TOML that gives the same settings again, and JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from acctaudit.address import without_password
from acctaudit.config.keys import BUDGET, KEYS, TABLES
from acctaudit.config.settings import DEFAULT, Settings
from acctaudit.safe import terminal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from acctaudit.pattern import Pattern

_DONE = ("extend",)
"""Keys that have had their effect: they are told, and not said again."""


def as_toml(settings: Settings) -> str:
    """Every value, its origin in a comment; defaults of patterns are comments wholly."""
    parts = ["\n".join(_single(settings)), *_patterns(settings), *_budgets(settings)]
    return "\n\n".join([*parts, *_suppressions(settings)]) + "\n"


def as_json(settings: Settings) -> str:
    """`{key: {value, origin}}`, tables by dotted keys."""
    values, origins = _values(settings), settings.origins
    found = {
        key: {"value": values[key], "origin": origins.get(key, DEFAULT)}
        for key in KEYS
        if key not in TABLES
    }
    tables = [*_of_patterns(settings), *_of_budgets(settings)]
    for line in (line for _, lines in tables for line in lines):
        found[line.dotted] = {"value": line.value, "origin": line.origin}
    for place, row in enumerate(settings.rows):
        origin = row.origin.says(settings.folder)
        found[f"suppress.{place}"] = {"value": row.value, "origin": origin}
    return json.dumps(found, indent=2, ensure_ascii=False, default=str) + "\n"


@dataclass(frozen=True)
class _Line:
    """One value of a table."""

    table: str
    key: str
    value: Any
    origin: str

    @property
    def dotted(self) -> str:
        """All of its name."""
        return f"{self.table}.{self.key}"

    @property
    def says(self) -> str:
        """As TOML writes it in its table."""
        return f"{self.key} = {toml(self.value)}{_origin(self.origin)}"


def _lines(
    settings: Settings, table: str, said: Mapping[str, Any], defaults: Mapping[str, Any]
) -> list[_Line]:
    """Every key of a table: what was said, or what holds without it."""
    origins = settings.origins
    return [
        _Line(table, key, said.get(key, ours), origins.get(f"{table}.{key}", DEFAULT))
        for key, ours in defaults.items()
    ]


def _of_patterns(settings: Settings) -> Iterator[tuple[Pattern, list[_Line]]]:
    from acctaudit.config.thresholds import keys
    from acctaudit.patterns import patterns

    tables = settings.values["patterns"]
    for pattern in patterns():
        ours = {key: known.default for key, known in keys(pattern).items()}
        said, table = tables.get(pattern.code, {}), f"patterns.{pattern.code}"
        yield pattern, _lines(settings, table, said, {**ours, "severity": pattern.severity})


def _of_budgets(settings: Settings) -> Iterator[tuple[str, list[_Line]]]:
    ours = {key: known.default for key, known in BUDGET.items()}
    for metric, said in settings.values["budget"].items():
        yield metric, _lines(settings, f"budget.{metric}", said, ours)


def _values(settings: Settings) -> dict[str, Any]:
    """All values, a password aside."""
    values = settings.values
    if values["history"] is not None:
        values["history"] = without_password(values["history"])
    return values


def _single(settings: Settings) -> Iterator[str]:
    values, origins = _values(settings), settings.origins
    for key in KEYS:
        if key in TABLES:
            continue
        said = _origin(origins.get(key, DEFAULT))
        if values[key] is None:
            yield f"# {key} is not set{said}"
        elif key in _DONE:
            yield f"# {key} = {toml(values[key])}{said}"
        else:
            yield f"{key} = {toml(values[key])}{said}"


def _patterns(settings: Settings) -> Iterator[str]:
    """One table a pattern; one in which nothing was set is a comment."""
    tables = settings.values["patterns"]
    for pattern, lines in _of_patterns(settings):
        said = tables.get(pattern.code, {})
        head = f"[patterns.{pattern.code}]  # {pattern.name}"
        told = [line.says if line.key in said else f"# {line.says}" for line in lines]
        yield "\n".join([head if said else f"# {head}", *told])


def _budgets(settings: Settings) -> Iterator[str]:
    for metric, lines in _of_budgets(settings):
        told = [line.says for line in lines if line.value is not None]
        yield "\n".join([f"[budget.{toml(metric)}]", *told])


def _suppressions(settings: Settings) -> Iterator[str]:
    for row in settings.rows:
        lines = [f"[[suppress]]{_origin(row.origin.says(settings.folder))}"]
        lines += [f"{key} = {toml(value)}" for key, value in row.value.items()]
        yield "\n".join(lines)


def toml(value: Any) -> str:
    """A value as TOML writes it."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | date():
            return str(value)
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
        case str():
            return quoted(value)
        case list() | tuple():
            return f"[{', '.join(toml(item) for item in value)}]"
        case dict():
            items = ", ".join(f"{key} = {toml(item)}" for key, item in value.items())
            return f"{{ {items} }}" if items else "{}"
    raise TypeError(type(value).__name__)


def quoted(text: str) -> str:
    """A text in quotes, whatever cannot be seen written as its number."""
    return f'"{"".join(_letter(letter) for letter in text)}"'


def _letter(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    if letter.isprintable():
        return letter
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08x}"


def _origin(says: str) -> str:
    return f"  # {terminal(says)}"
