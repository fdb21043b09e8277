"""`acctaudit formats`: the exports that can be read."""

from __future__ import annotations

import click


@click.command("formats")
def command() -> None:
    """List the exports that can be read, by the name that --from takes."""
    from acctaudit.readers import READERS

    for reader in READERS:
        click.echo(f"{reader.name:<12}{reader.title}")
