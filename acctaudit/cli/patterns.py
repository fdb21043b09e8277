"""`acctaudit patterns`: the list of failure patterns."""

from __future__ import annotations

import click


@click.command("patterns")
def command() -> None:
    """List the failure patterns: code, severity, name, what is found."""
    from acctaudit.patterns import patterns

    for pattern in patterns():
        click.echo(
            f"{pattern.code}  {pattern.severity:<8}  {pattern.name:<24}{pattern.failing}"
        )
