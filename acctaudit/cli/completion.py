"""`acctaudit completion`: commands and options by the tabulator key."""

from __future__ import annotations

import click

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_ACCTAUDIT_COMPLETE"
"""Where a shell asks the program what could come next."""
_HELP = """Print what makes a shell complete commands and options.

Put one of these lines into the file that your shell reads at its start, and open a new
shell.

\b
bash, in ~/.bashrc:
  eval "$(acctaudit completion bash)"
zsh, in ~/.zshrc, below compinit:
  eval "$(acctaudit completion zsh)"
fish, in ~/.config/fish/completions/acctaudit.fish:
  acctaudit completion fish | source
"""


@click.command("completion", help=_HELP)
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> None:
    """Print the script for a shell."""
    from click.shell_completion import BashComplete, FishComplete, ZshComplete

    from acctaudit.cli import main

    scripts = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}
    click.echo(scripts[shell](main, {}, "acctaudit", VARIABLE).source())
