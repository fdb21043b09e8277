"""`acctaudit explain`: the page of one failure pattern."""

from __future__ import annotations

import click


@click.command("explain")
@click.argument("code")
def command(code: str) -> None:
    """Explain one failure pattern, by code (AA301) or name (megaphone)."""
    from acctaudit.explain import page
    from acctaudit.patterns import pattern

    click.echo(page(pattern(code)), nl=False)
