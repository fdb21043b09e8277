"""`acctaudit config`: which settings hold, and where each comes from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from acctaudit.cli.declared import found, reads_settings
from acctaudit.cli.shown import shown
from acctaudit.errors import UsageError
from acctaudit.safe import terminal

if TYPE_CHECKING:
    from acctaudit.config import Settings


@click.command("config")
@click.option(
    "--resolved", is_flag=True, help="Every value, and where it comes from, as TOML."
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["toml", "json"]),
    help="Form of --resolved.  [default: toml]",
)
@reads_settings
def command(
    config: tuple[str, ...], form: str | None, *, resolved: bool, isolated: bool
) -> None:
    """Which settings file is used, and what one can hold.

    A settings file is the nearest of acctaudit.toml, .acctaudit.toml, and pyproject.toml
    with a table [tool.acctaudit], from here upward within the repository.
    """
    if form and not resolved:
        raise UsageError("--format is the form of --resolved: add --resolved")
    settings = found(config, isolated=isolated, quiet=True)
    if not resolved:
        click.echo(_told(settings))
        return
    from acctaudit.config.resolved import as_json, as_toml

    click.echo(as_json(settings) if form == "json" else as_toml(settings), nl=False)


def _told(settings: Settings) -> str:
    from acctaudit.config import HIDDEN, KEYS, NAME, PROJECT

    width = max(map(len, KEYS))
    keys = [f"  {name:<{width}}  {key.about}" for name, key in KEYS.items()]
    none = (
        f"no settings file: there is no {NAME}, {HIDDEN} or {PROJECT} with a table"
        f" [tool.acctaudit] from {Path.cwd()} upward"
    )
    file = f"settings from {shown(settings.path)}" if settings.path else none
    lines = [
        terminal(file),
        "",
        "A settings file can hold:",
        *keys,
        "",
        "Every value and where it comes from:  acctaudit config --resolved",
        "Write a first file:                   acctaudit init",
    ]
    return "\n".join(lines)
