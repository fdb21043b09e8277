"""What every command that reads an account asks for, and how it is read."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, fields
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from acctaudit.clock import epoch
from acctaudit.errors import UsageError
from acctaudit.write import is_special

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from acctaudit.model.account import Account
    from acctaudit.readers import How

MAX_QUARANTINE = 20
"""Percent of the posts that may be unusable, unless the user says another number."""
_ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_DEFAULTS = (datetime(2000, 1, 1), datetime(2003, 2, 3))  # noqa: DTZ001  # days only
"""Two days that share nothing: what a text leaves open comes out different."""
_AMBIGUOUS = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")


@dataclass(frozen=True)
class Inputs:
    """The exports of one account, and what the user says about them."""

    exports: tuple[str, ...]
    account: str | None = None
    as_of: str | None = None
    own_domains: tuple[str, ...] = ()
    reader: str | None = None
    columns: str | None = None
    encoding: str | None = None
    max_quarantine: float = MAX_QUARANTINE

    def __post_init__(self) -> None:
        """Refuse a clock that is none, before anything heavy is loaded."""
        epoch(os.environ)

    def day(self) -> date | None:
        """The day of the export, if it was typed; UsageError if it is none."""
        return parse_day(self.as_of) if self.as_of is not None else None

    def how(self) -> How:
        """What is said about the form of the inputs, the mapping read."""
        from acctaudit.readers import How

        mapping = None
        if self.columns is not None:
            from acctaudit.readers.mapping import mapping_file

            mapping = mapping_file(self.columns)
        return How(self.reader, self.encoding, mapping)

    def read(self, own_domains: Sequence[str] = ()) -> Account:
        """Read and build the account: the heavy modules are imported only here.

        `own_domains` are those of the configuration; those that were typed replace them.
        """
        day = self.day()
        from acctaudit.readers import read

        tables = read(self.exports, how=self.how())
        from acctaudit.model.build import build

        return build(
            tables,
            as_of=day,
            own_domains=self.own_domains or tuple(own_domains),
            account=self.account,
            max_quarantine=self.max_quarantine / 100,
            used_up=True,
        )


_ONE = (
    click.argument(
        "exports", metavar="EXPORT...", nargs=-1, required=True, type=click.Path()
    ),
    click.option(
        "--account",
        metavar="HANDLE",
        help="Whose posts count, where the files hold posts of several accounts.",
    ),
)
_MANY = (
    click.argument(
        "exports", metavar="SOURCES...", nargs=-1, required=True, type=click.Path()
    ),
)
_OPTIONS = (
    click.option("--as-of", metavar="DATE", help="Day on which the export was made."),
    click.option(
        "--own-domain",
        "own_domains",
        multiple=True,
        metavar="DOMAIN",
        help="A domain of the account's own; by default that of the profile's link."
        " Repeatable.",
    ),
    click.option(
        "--from", "reader", metavar="READER", help="Read as this format; see `formats`."
    ),
    click.option(
        "--columns",
        metavar="MAPPING",
        help="TOML file that says which columns of another table are which; see `formats"
        " --guess`.",
    ),
    click.option(
        "--encoding", metavar="NAME", help="Encoding of a table that is not UTF-8."
    ),
    click.option(
        "--max-quarantine",
        type=click.FloatRange(0, 100),
        default=MAX_QUARANTINE,
        show_default=True,
        metavar="PERCENT",
        help="Stop if more of the posts cannot be used.",
    ),
)


def reads_account(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the argument EXPORT... and its options, as one `inputs: Inputs`."""
    return _reads(command, (*_ONE, *_OPTIONS))


def reads_accounts(command: Callable[..., None]) -> Callable[..., None]:
    """The same for a command on many accounts, whose argument is SOURCES..."""
    return _reads(command, (*_MANY, *_OPTIONS))


def _reads(
    command: Callable[..., None], options: tuple[Callable[..., Any], ...]
) -> Callable[..., None]:
    names = [item.name for item in fields(Inputs)]

    @wraps(command)
    def with_inputs(**given: Any) -> None:
        inputs = Inputs(**{name: given.pop(name, None) for name in names})
        command(inputs=inputs, **given)

    for option in reversed(options):
        with_inputs = option(with_inputs)
    return with_inputs


def refuse_outputs(
    outputs: Iterable[str], exports: tuple[str, ...], read: Iterable[str | Path] = ()
) -> None:
    """UsageError for an output that would destroy an input, or that has no folder.

    `read` are other files that this run goes by, such as its settings.
    """
    inputs = {Path(export).resolve() for export in exports if export != "-"}
    others = {Path(path).resolve() for path in read}
    for output in outputs:
        if is_special(Path(output)):
            continue
        target = Path(output).resolve()
        if inputs & {target, *target.parents}:
            raise UsageError(f"{output}: this is your export; write elsewhere")
        if target in others:
            raise UsageError(f"{output}: this run reads that file; write elsewhere")
        if not target.parent.is_dir():
            raise UsageError(
                f"{output}: the folder {target.parent} is not there; make it first"
            )


def parse_day(text: str) -> date:
    """A day as people write it: ISO, or with the month in words.

    UsageError for `03/02/2011`, and for anything that leaves the year, month or day open.
    """
    from dateutil import parser

    if not _ISO.fullmatch(text) and _AMBIGUOUS.search(text):
        raise UsageError(f"--as-of '{text}': day or month first? Write it as YYYY-MM-DD")
    try:
        days = {parser.parse(text, default=default).date() for default in _DEFAULTS}
    except (ValueError, OverflowError):
        days = set()
    if len(days) != 1:
        raise UsageError(f"--as-of '{text}' is no day: write it as YYYY-MM-DD")
    return days.pop()
