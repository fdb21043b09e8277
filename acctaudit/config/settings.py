"""The settings that hold after all sources were laid over each other."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from acctaudit.config.keys import KEYS, OFF
from acctaudit.config.source import Roots
from acctaudit.gate.data import Place
from acctaudit.gate.policy import Budget, Policy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from acctaudit.config.source import Entry
    from acctaudit.options import Options

NOWHERE = Place("", 1)
STDIN = "-"
DEFAULT = "default"
"""The origin of a value that nobody set."""


@dataclass(frozen=True)
class Settings:
    """Every value that was set, and by whom; what was not set has its default."""

    folder: Path
    """The working folder."""
    path: Path | None = None
    """The file of settings that was read; None = there is none."""
    entries: Mapping[tuple[str, ...], Entry] = field(default_factory=dict)
    """By key; a key in a table has the table's before it."""
    checkouts: tuple[Path, ...] = ()
    """Where continuous integration says that the repository is."""

    @property
    def values(self) -> dict[str, Any]:
        """Values by key, defaults included, tables as dictionaries."""
        values = {key: _copied(known.default) for key, known in KEYS.items()}
        for path, entry in self.entries.items():
            table = values
            for key in path[:-1]:
                table = table.setdefault(key, {})
            table[path[-1]] = entry.value
        values["suppress"] = [row.value for row in self.rows]
        return values

    @property
    def origins(self) -> dict[str, str]:
        """Where each value that was set comes from, by dotted key: `acctaudit.toml:3`."""
        return {
            ".".join(path): entry.origin.says(self.folder)
            for path, entry in self.entries.items()
        }

    @property
    def files(self) -> list[Path]:
        """The files that the settings come from, and those they name to be read."""
        sources = [entry.origin.source.path for entry in self.entries.values()]
        named = self.values["benchmarks"]
        paths = [self.path, *sources, Path(named) if named else None]
        return list(dict.fromkeys(path for path in paths if path is not None))

    @property
    def baseline(self) -> Path | None:
        """The file of known findings."""
        return Path(named) if (named := self.values["baseline"]) else None

    @property
    def history(self) -> str | None:
        """The file or URL of the figures of earlier runs."""
        named: str | None = self.values["history"]
        return named

    @property
    def roots(self) -> Roots:
        """The folders from which on places are told."""
        return Roots(self.folder, self.checkouts)

    @property
    def severities(self) -> dict[str, str]:
        """The severity that findings of a pattern have, by code; off is none."""
        return {
            code: table["severity"]
            for code, table in self.values["patterns"].items()
            if table.get("severity", OFF) != OFF
        }

    @property
    def limits(self) -> dict[str, dict[str, float]]:
        """Thresholds in place of ours, by code and name."""
        tables = {
            code: {name: limit for name, limit in table.items() if name != "severity"}
            for code, table in self.values["patterns"].items()
        }
        return {code: table for code, table in tables.items() if table}

    @property
    def rows(self) -> tuple[Entry, ...]:
        """The suppressions, each with its origin."""
        entry = self.entries.get(("suppress",))
        rows: tuple[Entry, ...] = entry.value if entry else ()
        return rows

    @property
    def off(self) -> list[str]:
        """Codes of the patterns that are turned off."""
        tables = self.values["patterns"]
        return [code for code, table in tables.items() if table.get("severity") == OFF]

    def options(self, *, score: bool = False) -> Options:
        """Everything that an audit goes by."""
        from acctaudit.options import Options

        options = Options.of({**self.values, "score": score})
        return replace(
            options,
            ignore=tuple(dict.fromkeys([*options.ignore, *self.off])),
            extend_select=tuple(dict.fromkeys([*options.extend_select, *self._asked()])),
            severities=tuple(self.severities.items()),
            limits=tuple(
                (code, tuple(table.items())) for code, table in self.limits.items()
            ),
        )

    def policy(self, fail_on: str | None = None, exports: Sequence[str] = ()) -> Policy:
        """Everything that the gate goes by; `fail_on` replaces what is set.

        The first of `exports` is the place of everything where no file of settings is.
        """
        from acctaudit.config.excuses import suppression

        values, place = self.values, self._place(exports)
        return Policy(
            fail_on=fail_on or values["fail_on"],
            worse_by=values["worse_by_percent"],
            suppressions=tuple(
                suppression(row, row.origin.place(self.roots) or place) for row in self.rows
            ),
            budgets=self.budgets(place),
            places=tuple(self._places().items()),
            place=place,
        )

    def budgets(self, place: Place = NOWHERE) -> tuple[Budget, ...]:
        """All budgets; UsageError for one without a limit, or whose limits exclude all.

        `place` is that of a budget that is in no file.
        """
        tables: dict[str, dict[str, Entry]] = {}
        for path, entry in self.entries.items():
            if path[0] == "budget":
                tables.setdefault(path[1], {})[path[2]] = entry
        if not tables:
            return ()
        from acctaudit.config.budgets import budget

        return tuple(
            budget(name, table, self.roots, place) for name, table in tables.items()
        )

    def _asked(self) -> list[str]:
        """Codes judged on request only that have a table: that is the request."""
        tables = self.values["patterns"]
        if not tables or self.values["select"]:
            return []
        from acctaudit.pattern import On
        from acctaudit.patterns import pattern

        wanted = [code for code in tables if code not in self.off]
        return [code for code in wanted if pattern(code).on is On.ASKED]

    def _places(self) -> dict[str, Place]:
        """Where a file speaks of a pattern first, by code."""
        places: dict[str, Place] = {}
        for path, entry in self.entries.items():
            place = entry.origin.place(self.roots)
            if path[0] == "patterns" and place is not None:
                places.setdefault(path[1], place)
        return places

    def _place(self, exports: Sequence[str]) -> Place:
        """The file of settings, else the first export that is a file."""
        files = [Path(name) for name in exports if name != STDIN]
        path = self.path or next(iter(files), None)
        return NOWHERE if path is None else Place(self.roots.of(path))


def _copied(default: Any) -> Any:
    """A default that nobody can change for others."""
    return default.copy() if isinstance(default, list | dict) else default
