"""The command line: arguments in, text and an exit status out; no decision is made here."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from acctaudit import __version__
from acctaudit.cli.status import ExitStatus, closed_pipe, flush

COMMANDS = {
    "report": "The post-mortem of one account, from its export.",
    "check": "The gate: fails if something is new or worse, for automatic runs.",
    "compare": "Two reports side by side: what is new, worse, better, gone.",
    "site": "A static site of many accounts: an index, and a page each.",
    "baseline": "Accept findings that are known, so that `check` tells only news.",
    "history": "Keep the figures of each run, and see where they go.",
    "init": "Write a configuration file, with a few questions.",
    "config": "Show the configuration, and where each value comes from.",
    "convert": "Write an account as JSON, Parquet or CSV, with nothing lost.",
    "anonymize": "Write an account without its names and words, for bug reports.",
    "patterns": "List the failure patterns.",
    "claims": "List what owners say about their account, to be held against the data.",
    "explain": "Explain one failure pattern or claim: limits, sources, remedy.",
    "formats": "List the exports that can be read, and what each holds.",
    "schema": "Print the JSON Schema of what is read or written.",
    "completion": "Print the completion script for a shell.",
}
"""Commands and what they do; each is `command` in its module, imported on use."""


class LazyGroup(click.Group):
    """A group that imports a command only when it is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's
        """Names in the order of COMMANDS."""
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002  # click's signature
        cmd_name: str,
    ) -> click.Command | None:
        """The command, or None for a name that does not exist."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"acctaudit.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; for a closed pipe click itself would exit with 1, the gate's."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            sys.exit(closed_pipe())

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002  # click's signature
        formatter: click.HelpFormatter,
    ) -> None:
        """The list of commands, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="acctaudit")
def main() -> None:
    """Post-mortem of a Twitter/X account from its own export.

    Reads the archive that the platform gives you, and any other export (see `formats`),
    and says what happened, how sure that is, what to do, and what cannot be known from the
    file. Nothing ever leaves this machine.
    """


def run(args: list[str] | None = None) -> None:
    """Run the program and leave with its exit status."""
    with ExitStatus(debug=bool(os.environ.get("ACCTAUDIT_DEBUG"))) as guard:
        try:
            main.main(args, prog_name="acctaudit", standalone_mode=False)
        finally:  # a gate that failed leaves with SystemExit, its verdict not yet written
            flush()
    sys.exit(guard.status)
