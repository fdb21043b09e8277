"""`acctaudit compare`: two reports, or two exports, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from acctaudit.cli.declared import Declared, declares
from acctaudit.cli.inputs import Inputs, refuse_outputs
from acctaudit.cli.looks import looks
from acctaudit.cli.outputs import Outputs, writes
from acctaudit.errors import ReadError, UsageError
from acctaudit.render import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

    from acctaudit.compare import Comparison, Grounds
    from acctaudit.config import Settings
    from acctaudit.render.look import Look
    from acctaudit.render.screen import Screen
    from acctaudit.report import Report


@click.command("compare")
@click.argument("two", metavar="OLD NEW", nargs=2)
@click.option(
    "--force",
    is_flag=True,
    help="Compare what is not comparable too; the page then says why it is not.",
)
@declares
@writes(FORMATS)
@looks
def command(
    two: tuple[str, str],
    declared: Declared,
    outputs: Outputs,
    look: Look,
    *,
    force: bool,
) -> None:
    """Two reports of one account (then and now), or of two accounts.

    OLD and NEW are reports in JSON (`acctaudit report EXPORT -o report.json`), or exports;
    these are audited first, with the declarations given here. Whether it is one account
    or two is seen from the user id, else from the handle.
    """
    refuse_outputs(outputs.files, two)
    settings = cache(declared.settings)  # read once, and only if an export is audited
    old, new = ((path, _read(path, declared, settings)) for path in two)
    comparison = _compared(old, new, look, force=force)

    def rendered(name: str, screen: Screen | None = None) -> str:
        from acctaudit.render.comparison import render

        return render(comparison, name, look, screen)

    outputs.write(rendered)
    outputs.print(rendered)


@dataclass(frozen=True)
class Read:
    """A report, and whether it was made just now."""

    report: Report
    audited: bool


def _read(path: str, declared: Declared, settings: Callable[[], Settings]) -> Read:
    """The report of that file, or the audit of the export in it."""
    if path == "-":
        raise UsageError("compare reads two files, not standard input: name both")
    from acctaudit.saved import is_report, load

    if is_report(Path(path)):
        return Read(_dated(path, load(Path(path), path)), audited=False)
    from acctaudit.cli.report import audited

    return Read(audited(Inputs(exports=(path,)), declared, settings()), audited=True)


def _dated(path: str, report: Report) -> Report:
    """The report, if its day of the export is a day or is not known; else ReadError."""
    from acctaudit.compare.comparable import iso_day

    if report.as_of is not None and iso_day(report.as_of) is None:
        problem = f"its as_of ({report.as_of[:40]!r}) is no date"
        raise ReadError(path, problem, "make it again")
    return report


def _compared(
    old: tuple[str, Read], new: tuple[str, Read], look: Look, *, force: bool
) -> Comparison:
    """The comparison, of what may be shown; UsageError for what is not comparable."""
    from acctaudit.compare import compare, grounds

    reports = old[1].report, new[1].report
    alike = old[1].audited and new[1].audited
    held = grounds(*reports, declared_alike=alike)
    _refuse(old[0], new[0], held, force=force)
    if look.redact or look.no_text:
        from acctaudit.redact import redacted

        first, second = (
            redacted(report, look.redact, no_text=look.no_text) for report in reports
        )
        return compare(first, second, held)
    return compare(*reports, held)


def _refuse(old: str, new: str, held: Grounds, *, force: bool) -> None:
    """UsageError, with all reasons and the remedy on one line."""
    pair = f"{old} and {new}"
    if held.swapped:
        raise UsageError(f"{pair}: {held.swapped}")
    if held.refused and not force:
        raise UsageError(
            f"{pair} are not comparable: {'; '.join(held.refused)}; make both again with"
            " the same version and declarations, or add --force"
        )
