"""`acctaudit formats`: the exports that can be read."""

from __future__ import annotations

import sys

import click


@click.command("formats")
@click.option(
    "--guess",
    metavar="FILE",
    help="Propose a mapping for --columns, from the names and cells of a table.",
)
def command(guess: str | None) -> None:
    """What can be read, and what each format holds.

    First the formats, by the name that --from takes; then what each of them holds, and
    which failure patterns can be judged from it.
    """
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    if guess is not None:
        _propose(guess)
        return
    from acctaudit.matrix import text

    click.echo(text(), nl=False)


def _propose(path: str) -> None:
    """The mapping on standard output; on the other what needs none."""
    from acctaudit.readers.guess import propose

    found = propose(path)
    if found.known:
        click.echo(f"reads without a mapping: {', '.join(found.known)}", err=True)
    click.echo(found.text, nl=False)
