"""`acctaudit init`: a first settings file, from a few questions or from options."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from acctaudit.errors import InputError, UsageError
from acctaudit.safe import terminal

if TYPE_CHECKING:
    from collections.abc import Callable

NONE = "none"
"""What one answers to leave a key out."""
_QUESTIONS = {
    "preset": "Kind of account",
    "goals": "What it is for",
    "audience": "Words by which its people call themselves",
    "own_domains": "Its own domains",
    "time_zone": "Time zone of its people",
    "fail_on": "Mildest severity that makes a check fail",
}


@click.command("init")
@click.option("--preset", metavar="NAME", help="Kind of account; `none` for no preset.")
@click.option(
    "--goal", "goals", multiple=True, metavar="GOAL", help="What it is for. Repeatable."
)
@click.option(
    "--audience",
    multiple=True,
    metavar="WORD",
    help="A word by which the people it is for call themselves. Repeatable.",
)
@click.option(
    "--own-domain",
    "own_domains",
    multiple=True,
    metavar="DOMAIN",
    help="A domain of the account's own. Repeatable.",
)
@click.option("--time-zone", metavar="ZONE", help="Where its people work.")
@click.option(
    "--fail-on", metavar="SEVERITY", help="Mildest severity that makes a check fail."
)
@click.option("--yes", "-y", is_flag=True, help="Ask nothing: leave out what is not given.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@click.option(
    "-o",
    "--output",
    default="acctaudit.toml",
    show_default=True,
    metavar="FILE",
    help="The file to write.",
)
def command(output: str, *, yes: bool, force: bool, **given: Any) -> None:
    """Write a first settings file.

    Asks a few questions on a terminal; elsewhere it takes options, and --yes for the rest.
    """
    from acctaudit.config import HIDDEN, NAME, PROJECT

    path = Path(output)
    if path.name == PROJECT:
        raise UsageError(f"{path}: belongs to the project; write {NAME} beside it")
    if path.exists() and not force:
        raise InputError(f"{path}: is there already; add --force to replace it")
    answers = {key: _given(key, value) for key, value in given.items() if value}
    open_ = [key for key in _QUESTIONS if key not in answers]
    if open_ and not yes:
        answers |= _asked(open_)
    from acctaudit.config.starter import starter
    from acctaudit.write import write_all

    write_all({path: starter(answers)})
    how = "" if path.name in {NAME, HIDDEN} else f" --config {path}"
    click.echo(
        terminal(f"wrote {path}; what holds now: acctaudit config --resolved{how}"),
        err=True,
    )


def is_terminal() -> bool:
    """Whether somebody sits there who can answer."""
    return sys.stdin.isatty()


def _asked(keys: list[str]) -> dict[str, Any]:
    """The answers of whoever sits at the terminal; UsageError if nobody does."""
    if not is_terminal():
        raise UsageError(
            "init asks its questions on a terminal: give options, and --yes for the rest"
        )
    from acctaudit.config.starter import described

    click.echo(f"An empty answer or `{NONE}` leaves a key out. Kinds of account:")
    for line in described():
        click.echo(f"  {line}")
    return {key: _ask(key) for key in keys}


def _ask(key: str) -> Any:
    """One answer, asked for again until it can be kept."""
    from acctaudit.config import KEYS

    form = KEYS[key].form
    shown = f"{_QUESTIONS[key]}{_hint(key)}"
    return click.prompt(
        shown, default=NONE, value_proc=_proc(lambda text: _given(key, form.of_text(text)))
    )


def _hint(key: str) -> str:
    """The names to choose from, or that there may be several."""
    from acctaudit.config import KEYS
    from acctaudit.config.forms import Choice, Texts

    form = KEYS[key].form
    choice = form.each if isinstance(form, Texts) else form
    names = ", ".join(choice.names) if isinstance(choice, Choice) else ""
    many = "with commas" if isinstance(form, Texts) else ""
    hint = "; ".join(part for part in (names, many) if part)
    return f" ({hint})" if hint else ""


def _proc(read: Callable[[str], Any]) -> Callable[[str], Any]:
    """The same, with an error of ours as one that asks again."""

    def answer(text: str) -> Any:
        if not text.strip() or text.strip() == NONE:
            return None
        try:
            return read(text.strip())
        except InputError as error:
            raise click.UsageError(terminal(str(error))) from None

    return answer


def _given(key: str, value: Any) -> Any:
    """An answer as it is kept; UsageError if the key cannot hold it."""
    if value == NONE:
        return None
    from acctaudit.config.layers import typed

    option = {"goals": "goal", "own_domains": "own-domain"}.get(key, key.replace("_", "-"))
    layer = typed({option: (key, value)}, Path.cwd())
    return layer[(key,)].value if layer else None
