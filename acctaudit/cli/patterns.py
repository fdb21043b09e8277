"""`acctaudit patterns`: the list of failure patterns."""

from __future__ import annotations

import click


@click.command("patterns")
def command() -> None:
    """List the failure patterns: code, severity, name, what is found, and when judged."""
    from acctaudit.pattern import On
    from acctaudit.patterns import patterns

    for pattern in patterns():
        when = "" if pattern.on is On.CORE else f" ({pattern.on})"
        head = f"{pattern.code}  {pattern.severity:<8}  {pattern.name:<28}"
        click.echo(f"{head}{pattern.failing}{when}")
