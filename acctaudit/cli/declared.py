"""What a command lets one declare about the account: options, and `acctaudit.toml`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from acctaudit.errors import UsageError
from acctaudit.intent import GOALS, Archetype

if TYPE_CHECKING:
    from collections.abc import Callable

    from acctaudit.config import Config
    from acctaudit.options import Options


@dataclass(frozen=True)
class Declared:
    """What was typed; an option that was not is empty."""

    archetype: str | None
    goals: tuple[str, ...]
    kpis: tuple[str, ...]
    claims: tuple[str, ...]
    audience: tuple[str, ...]
    time_zone: str | None
    benchmarks: str | None
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    score: bool
    config: str | None

    def settings(self) -> Config:
        """The configuration file: the one that was named, else the nearest upward."""
        from acctaudit.config import Config, load, nearest_file

        if self.config is not None:
            return load(Path(self.config))
        found = nearest_file(Path.cwd())
        if found is None:
            return Config()
        click.echo(f"settings from {found}", err=True)
        return load(found)

    def options(self, settings: Config) -> Options:
        """All declarations; what was typed replaces what the file says."""
        from acctaudit.options import Options

        folder = None
        if settings.path is not None:
            folder = settings.path.parent
            try:
                _known(Options.of(settings.values, folder))
            except UsageError as error:
                raise UsageError(f"{settings.path}: {error}") from None
        typed = {item.name: getattr(self, item.name) for item in fields(self)}
        given = {name: value for name, value in typed.items() if value}
        if folder is not None and self.benchmarks:  # typed: looked for where one stands
            given["benchmarks"] = str(Path.cwd() / self.benchmarks)
        return _known(Options.of({**settings.values, **given}, folder))


def _known(options: Options) -> Options:
    """The options, whose claims and codes exist; these are imported only if there are."""
    if options.claims:
        from acctaudit.claims import claim

        for said in options.claims:
            claim(said.claim).takes(said)
    if options.extend_select or options.ignore:
        from acctaudit.errors import unknown_name
        from acctaudit.patterns import patterns

        codes = [pattern.code for pattern in patterns()]
        for prefix in (*options.extend_select, *options.ignore):
            if not any(code.startswith(prefix) for code in codes):
                raise unknown_name("pattern", prefix, codes)
    return options


_OPTIONS = (
    click.option(
        "--archetype",
        metavar="KIND",
        help=f"What the account is: {', '.join(Archetype)}. Inferred if not given.",
    ),
    click.option(
        "--goal",
        "goals",
        multiple=True,
        metavar="GOAL",
        help=f"What the account is for: {', '.join(GOALS)}. Repeatable.",
    ),
    click.option(
        "--kpi",
        "kpis",
        multiple=True,
        metavar="NAME",
        help="A figure the account is judged by, with its target if it has one:"
        " leads>=20. Repeatable.",
    ),
    click.option(
        "--claim",
        "claims",
        multiple=True,
        metavar="CLAIM",
        help="What is said about the account, to be held against the data; see `claims`."
        " Repeatable.",
    ),
    click.option(
        "--audience",
        multiple=True,
        metavar="WORD",
        help="A word by which the people it is for call themselves. Repeatable.",
    ),
    click.option(
        "--time-zone", metavar="ZONE", help="Where its people work, such as Europe/Vienna."
    ),
    click.option(
        "--benchmarks", metavar="FILE", help="TOML file with benchmarks of your own."
    ),
    click.option(
        "--extend-select",
        multiple=True,
        metavar="CODE",
        help="Judge these patterns too, by code or its beginning; ALL for every one."
        " Repeatable.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        metavar="CODE",
        help="Leave these patterns out. Repeatable.",
    ),
    click.option(
        "--score", is_flag=True, help="Add one number for everything, with its interval."
    ),
    click.option(
        "--config",
        metavar="FILE",
        help="Read this file instead of the nearest acctaudit.toml.",
    ),
)


def declares(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a declaration, as one `declared: Declared`."""
    names = [item.name for item in fields(Declared)]

    @wraps(command)
    def with_declared(**given: Any) -> None:
        declared = Declared(**{name: given.pop(name) for name in names})
        command(declared=declared, **given)

    for option in reversed(_OPTIONS):
        with_declared = option(with_declared)
    return with_declared
