"""`acctaudit report`: the post-mortem of one account."""

from __future__ import annotations

import re
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from acctaudit.errors import UsageError
from acctaudit.intent import GOALS, Archetype
from acctaudit.render import FORMATS, format_of

if TYPE_CHECKING:
    from datetime import date

    from acctaudit.report import Report

_ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_DEFAULTS = (datetime(2000, 1, 1), datetime(2003, 2, 3))  # noqa: DTZ001  # days only
"""Two days that share nothing: what a text leaves open comes out different."""
_AMBIGUOUS = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")


@click.command("report")
@click.argument("exports", metavar="EXPORT...", nargs=-1, required=True)
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(sorted(FORMATS)),
    help="What to print; terminal unless files are written with -o.",
)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="FILE",
    help="Write a file; its ending chooses the format (.html .json .md .txt). Repeatable.",
)
@click.option("--as-of", metavar="DATE", help="Day on which the export was made.")
@click.option(
    "--own-domain",
    "own_domains",
    multiple=True,
    metavar="DOMAIN",
    help="A domain of the account's own; by default that of the profile's link."
    " Repeatable.",
)
@click.option(
    "--archetype",
    metavar="KIND",
    help=f"What the account is: {', '.join(Archetype)}. Inferred if not given.",
)
@click.option(
    "--goal",
    "goals",
    multiple=True,
    metavar="GOAL",
    help=f"What the account is for: {', '.join(GOALS)}. Repeatable.",
)
@click.option(
    "--from", "reader", metavar="READER", help="Read as this format; see `formats`."
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour on the terminal.",
)
def command(  # noqa: PLR0913  # one parameter an option
    exports: tuple[str, ...],
    format_name: str | None,
    outputs: tuple[str, ...],
    as_of: str | None,
    own_domains: tuple[str, ...],
    archetype: str | None,
    goals: tuple[str, ...],
    reader: str | None,
    color: str,
) -> None:
    """The post-mortem of one account.

    EXPORT is an archive (ZIP, folder or a single .js file) or an export.json. Several
    inputs are parts of one account.
    """
    formats = {path: format_of(path) for path in outputs}
    refuse_outputs(outputs, exports)
    day = parse_day(as_of) if as_of is not None else None
    report = audited(exports, reader, day, own_domains, archetype, goals)
    write_outputs(report, formats)
    if format_name or not outputs:
        print_report(report, format_name or "terminal", color)
    _refuse_errors(report)


def audited(  # noqa: PLR0913  # what the options declare
    exports: tuple[str, ...],
    reader: str | None,
    day: date | None,
    own_domains: tuple[str, ...],
    archetype: str | None,
    goals: tuple[str, ...],
) -> Report:
    """Read, build, audit: the heavy modules are imported only here."""
    from acctaudit.readers import read

    tables = read(exports, reader)

    from acctaudit.audit import Options, audit
    from acctaudit.model.build import build

    options = Options.of({"archetype": archetype}, goals)
    account = build(tables, as_of=day, own_domains=own_domains)
    del tables
    return audit(account, options)


def refuse_outputs(outputs: tuple[str, ...], exports: tuple[str, ...]) -> None:
    """UsageError for an output that would destroy an input, or that has no folder."""
    inputs = {Path(export).resolve() for export in exports}
    for output in outputs:
        target = Path(output).resolve()
        if inputs & {target, *target.parents}:
            raise UsageError(f"{output}: this is your export; write the report elsewhere")
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


def write_outputs(report: Report, formats: dict[str, str]) -> None:
    """Render everything first, then write everything: all files or none."""
    if not formats:
        return
    from acctaudit.render import render
    from acctaudit.write import write_all

    written = {Path(path): render(report, name) for path, name in formats.items()}
    write_all(written)
    for path in written:
        click.echo(f"wrote {path}", err=True)


def print_report(report: Report, name: str, color: str) -> None:
    """The result, and nothing else, on standard output."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    if name == "terminal":
        from acctaudit.render.terminal import Screen, render

        text = render(report, Screen.of(sys.stdout, color))
    else:
        from acctaudit.render import render as rendered

        text = rendered(report, name)
    sys.stdout.write(text)


def _refuse_errors(report: Report) -> None:
    """An internal error in a pattern is shown and makes the run fail."""
    broken = [finding.code for finding in report.patterns if finding.verdict == "error"]
    if broken:
        raise click.ClickException(
            f"{', '.join(broken)} failed inside; the rest of the report stands"
        )
