"""What a command lets one declare about the account: options, and a settings file."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from acctaudit.cli.shown import shown
from acctaudit.intent import GOALS, Archetype
from acctaudit.safe import terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from acctaudit.config import Settings
    from acctaudit.options import Options


_OPTION = {"goals": "goal", "kpis": "kpi", "claims": "claim"}
"""Options that are named otherwise than the key they set."""
_NO_KEYS = ("score", "config", "isolated")
"""Fields that are no key of a settings file."""


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
    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    score: bool
    config: tuple[str, ...]
    isolated: bool

    def settings(self) -> Settings:
        """All settings; what was typed holds before what a file or the environment says."""
        given = {
            _OPTION.get(item.name, item.name.replace("_", "-")): (item.name, value)
            for item in fields(self)
            if item.name not in _NO_KEYS and (value := getattr(self, item.name))
        }
        return found(self.config, isolated=self.isolated, given=given)

    def options(self, settings: Settings) -> Options:
        """Everything that an audit goes by."""
        return settings.options(score=self.score)


def found(
    named: tuple[str, ...],
    *,
    isolated: bool,
    given: Mapping[str, Any] | None = None,
    quiet: bool = False,
) -> Settings:
    """The settings of the working folder; a file that nobody typed is told of."""
    from acctaudit.config import resolve

    settings = resolve(Path.cwd(), named, os.environ, isolated=isolated, given=given or {})
    is_typed = settings.path in [Path(name) for name in named]
    if settings.path is not None and not is_typed and not quiet:
        click.echo(terminal(f"settings from {shown(settings.path)}"), err=True)
    return settings


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
        "--select",
        multiple=True,
        metavar="CODE",
        help="Judge only these patterns, by code or its beginning. Repeatable.",
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
)
_SOURCES = (
    click.option(
        "--config",
        multiple=True,
        type=click.Path(),
        metavar="FILE|KEY=VALUE",
        help="Read this file instead of the nearest acctaudit.toml, or set one key of it,"
        " such as fail_on=medium. Repeatable.",
    ),
    click.option(
        "--isolated", is_flag=True, help="Read no settings file; the environment counts."
    ),
)


def declares(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a declaration, as one `declared: Declared`."""
    names = [item.name for item in fields(Declared)]

    @wraps(command)
    def with_declared(**given: Any) -> None:
        declared = Declared(**{name: given.pop(name) for name in names})
        command(declared=declared, **given)

    return _with_options(with_declared, (*_OPTIONS, *_SOURCES))


def reads_settings(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command `config` and `isolated`: where its settings come from."""
    return _with_options(command, _SOURCES)


def _with_options(
    command: Callable[..., None], options: tuple[Callable[..., Any], ...]
) -> Callable[..., None]:
    for option in reversed(options):
        command = option(command)
    return command
