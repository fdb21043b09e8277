"""`acctaudit claims`: the list of claims that can be held against the data."""

from __future__ import annotations

import click


@click.command("claims")
def command() -> None:
    """List the claims: code, name, and what is said."""
    from acctaudit.claims import claims

    for claim in claims():
        click.echo(f"{claim.code}  {claim.name:<24}{claim.statement}")
