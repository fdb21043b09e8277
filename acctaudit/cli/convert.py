"""`acctaudit convert`: an account from any format to our own, with nothing lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from acctaudit.cli.inputs import Inputs, reads_account, refuse_outputs
from acctaudit.convert import FORMATS, suffix_of
from acctaudit.safe import terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    from acctaudit.model.account import Account


def writes_account(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the option -o, for files in one of the formats of `convert`."""
    option = click.option(
        "-o",
        "--output",
        "outputs",
        multiple=True,
        required=True,
        metavar="FILE",
        help=f"Write a file; its ending chooses the format ({' '.join(FORMATS)})."
        " Repeatable.",
    )
    return option(command)


def checked(outputs: tuple[str, ...], inputs: Inputs) -> dict[str, str]:
    """The ending of each output; UsageError for one that must not be written."""
    suffixes = {path: suffix_of(path) for path in outputs}
    refuse_outputs(outputs, inputs.exports)
    return suffixes


def write_account(account: Account, suffixes: dict[str, str]) -> None:
    """Make all files first, then write them all or none."""
    from acctaudit.convert import convert
    from acctaudit.write import write_all

    made = {Path(path): convert(account, suffix) for path, suffix in suffixes.items()}
    write_all(made)
    for path in made:
        click.echo(terminal(f"wrote {path}"), err=True)


@click.command("convert")
@reads_account
@writes_account
def command(inputs: Inputs, outputs: tuple[str, ...]) -> None:
    """Write an account as JSON, Parquet or CSV, with nothing lost.

    Reads any export that `formats` lists, or several of one account, and writes what they
    hold together in acctaudit's own format: `export.json`, or a table for other programs.
    Each of the three can be read again and gives the same figures. What was odd about the
    exports stands in the file as notes.

    In the CSV, text that a spreadsheet would take for a formula has an apostrophe before
    it.
    """
    suffixes = checked(outputs, inputs)
    write_account(inputs.read(), suffixes)
