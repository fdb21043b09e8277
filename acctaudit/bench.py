"""The bench: results by type, each measured once, when somebody asks for it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, get_type_hints

from acctaudit.analyzers import ANALYZERS
from acctaudit.analyzers.archetype import Guess
from acctaudit.intent import Intent
from acctaudit.model.account import Account
from acctaudit.options import Options
from acctaudit.say import marked

if TYPE_CHECKING:
    from collections.abc import Callable

_DECLARED = marked("declared by you")
_INNER = ("norms", "recent", "weekly")
"""Analyzers whose results others use, and which show no figure of their own."""


class Bench:
    """Results by type: each analyzer runs once at most, when its result is asked for."""

    def __init__(self, account: Account, options: Options) -> None:
        self._results: dict[type, Any] = {Account: account, Options: options}
        self._measures: dict[type, Callable[..., Any]] = {Intent: _intent}
        self._names: dict[str, type] = {}
        for name in (*ANALYZERS, *_INNER):
            measure = import_module(f"acctaudit.analyzers.{name}").measure
            kind = get_type_hints(measure, localns={"Account": Account})["return"]
            self._measures[kind] = measure
            self._names[name] = kind

    def get(self, kind: type) -> Any:
        """The result of that type."""
        if kind not in self._results:
            self._results[kind] = self.call(self._measures[kind])
        return self._results[kind]

    def call(self, function: Callable[..., Any]) -> Any:
        """Call a function with the results that its parameters ask for by type."""
        hints = get_type_hints(function, localns={"Account": Account})
        hints.pop("return", None)
        return function(**{name: self.get(kind) for name, kind in hints.items()})

    def put(self, result: object) -> None:
        """Add a result that no analyzer makes."""
        self._results[type(result)] = result

    def results(self) -> dict[str, Any]:
        """The results that go into the report, by analyzer."""
        return {name: self.get(self._names[name]) for name in ANALYZERS}


def _intent(options: Options, guess: Guess) -> Intent:
    declared, goals = options.archetype, options.goals
    if declared is not None:
        return Intent(declared, inferred=False, because=_DECLARED, goals=goals)
    return Intent(guess.archetype, inferred=True, because=guess.because, goals=goals)
