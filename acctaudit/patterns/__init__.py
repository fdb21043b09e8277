"""One file for each failure pattern, everything about it in that file.

A module here holds one subclass of `Pattern`; it is found by being here. Packages of others
add theirs by the entry point `acctaudit.patterns` (a module or a Pattern class).
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from inspect import getmembers, isclass
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from acctaudit.errors import unknown_name
from acctaudit.pattern import Pattern

if TYPE_CHECKING:
    from types import ModuleType


@cache
def patterns() -> tuple[Pattern, ...]:
    """Every pattern with its default thresholds, by code."""
    modules = [
        import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)
    ]
    plugins = [point.load() for point in entry_points(group="acctaudit.patterns")]
    kinds = [kind for source in (*modules, *plugins) for kind in _in(source)]
    found = {kind.code: kind for kind in kinds}
    if len(found) < len(set(kinds)):
        raise AssertionError("two patterns bear the same code")
    return tuple(found[code]() for code in sorted(found))


def pattern(code: str) -> Pattern:
    """The pattern of that code or name; UsageError with the nearest one otherwise."""
    known = {p.code: p for p in patterns()} | {p.name: p for p in patterns()}
    wanted = code.upper() if code.upper() in known else code.lower()
    if wanted not in known:
        raise unknown_name("pattern", code, known)
    return known[wanted]


def _in(source: ModuleType | type[Pattern]) -> list[type[Pattern]]:
    """The pattern classes that a module defines, or the class itself."""
    if isinstance(source, type):
        return [source]
    return [
        kind
        for _, kind in getmembers(source, isclass)
        if issubclass(kind, Pattern) and kind.__module__ == source.__name__
    ]
