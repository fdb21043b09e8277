"""All settings with their origins, as TOML that gives the same settings again, and JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from acctaudit.address import without_password
from acctaudit.config.keys import BUDGET, KEYS, TABLES
from acctaudit.config.settings import DEFAULT, Settings
from acctaudit.safe import terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    for dotted, value, origin in _in_tables(settings):
        found[dotted] = {"value": value, "origin": origin}
    for place, row in enumerate(settings.rows):
        origin = row.origin.says(settings.folder)
        found[f"suppress.{place}"] = {"value": row.value, "origin": origin}
    return json.dumps(found, indent=2, ensure_ascii=False, default=str) + "\n"


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
    from acctaudit.config.thresholds import keys
    from acctaudit.patterns import patterns

    tables = settings.values["patterns"]
    for pattern in patterns():
        table = tables.get(pattern.code, {})
        lines = [f"{'' if table else '# '}[patterns.{pattern.code}]  # {pattern.name}"]
        for key, known in keys(pattern).items():
            origin = settings.origins.get(f"patterns.{pattern.code}.{key}", DEFAULT)
            value = table.get(key, pattern.severity if key == "severity" else known.default)
            lead = "" if key in table else "# "
            lines.append(f"{lead}{key} = {toml(value)}{_origin(origin)}")
        yield "\n".join(lines)


def _budgets(settings: Settings) -> Iterator[str]:
    for metric, table in settings.values["budget"].items():
        lines = [f"[budget.{toml(metric)}]"]
        for key, known in BUDGET.items():
            value = table.get(key, known.default)
            if value is not None:
                origin = settings.origins.get(f"budget.{metric}.{key}", DEFAULT)
                lines.append(f"{key} = {toml(value)}{_origin(origin)}")
        yield "\n".join(lines)


def _suppressions(settings: Settings) -> Iterator[str]:
    for row in settings.rows:
        lines = [f"[[suppress]]{_origin(row.origin.says(settings.folder))}"]
        lines += [f"{key} = {toml(value)}" for key, value in row.value.items()]
        yield "\n".join(lines)


def _in_tables(settings: Settings) -> Iterator[tuple[str, Any, str]]:
    """Dotted key, value and origin of everything about patterns and budgets."""
    from acctaudit.config.thresholds import keys
    from acctaudit.patterns import patterns

    for pattern in patterns():
        table = settings.values["patterns"].get(pattern.code, {})
        for key, known in keys(pattern).items():
            dotted = f"patterns.{pattern.code}.{key}"
            ours = pattern.severity if key == "severity" else known.default
            origin = settings.origins.get(dotted, DEFAULT)
            yield dotted, table.get(key, ours), origin
    for metric, table in settings.values["budget"].items():
        for key, known in BUDGET.items():
            dotted = f"budget.{metric}.{key}"
            origin = settings.origins.get(dotted, DEFAULT)
            yield dotted, table.get(key, known.default), origin


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
