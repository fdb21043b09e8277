"""`acctaudit anonymize`: an account without its names and words, for bug reports."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from acctaudit.cli.convert import checked, write_account, writes_account
from acctaudit.cli.inputs import Inputs, reads_account, refuse_outputs
from acctaudit.errors import UsageError

if TYPE_CHECKING:
    from acctaudit.model.account import Account


@click.command("anonymize")
@reads_account
@writes_account
@click.option(
    "--key-file",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="Any file, best of random bytes, that decides what stands for what. Files made"
    " with one key fit together. Whoever has the key can undo it: keep it.",
)
def command(inputs: Inputs, outputs: tuple[str, ...], key_file: str | None) -> None:
    """Write an account without its names and words, for bug reports.

    Names, words, ids and addresses are replaced by made-up ones of the same length, each
    the same way wherever it stands, and all dates are moved by the same number of weeks.
    Nearly all figures stay: rhythm, replies, reactions, links, repetition. What depends on
    the meaning of words does not.

    It hides names from readers, and is no proof against detectives: equal words stay equal,
    and whoever has the account's posts can know them again by their counts and gaps.

    Without --key-file the key is made of the exports themselves (SHA-256 over the SHA-256
    of their files), so the same exports always give the same file, and only who has them
    can make it.
    """
    suffixes = checked(outputs, inputs)
    refuse_outputs(outputs, (key_file,) if key_file else ())
    account = inputs.read()
    key = _key_in(key_file) if key_file else key_of(account)
    from acctaudit.anonymize import anonymized

    write_account(anonymized(account, key), suffixes)


def key_of(account: Account) -> bytes:
    """A key that follows from the files that were read, in whatever order."""
    digests = sorted(file.sha256 for file in account.intake.files)
    return hashlib.sha256("".join(digests).encode()).digest()


def _key_in(path: str) -> bytes:
    key = Path(path).read_bytes()
    if not key:
        raise UsageError(f"{path}: the key is empty; put any bytes into it")
    return key
