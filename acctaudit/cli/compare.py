"""`acctaudit compare`: two reports, or two exports, side by side."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from acctaudit.cli.declared import Declared, declares
from acctaudit.cli.inputs import Inputs, refuse_outputs
from acctaudit.cli.looks import looks
from acctaudit.cli.outputs import Outputs, writes
from acctaudit.errors import ReadError, UsageError

if TYPE_CHECKING:
    from acctaudit.compare import Comparison, Grounds
    from acctaudit.render.look import Look
    from acctaudit.render.screen import Screen
    from acctaudit.report import Report

_BEGINNING = re.compile(rb'\s*\{\s*"tool"\s*:\s*\{\s*"name"\s*:')
"""How a report begins, even one that is cut off."""
_MARK = b'"acctaudit/report/'
_LARGEST = 200_000_000
"""Bytes; what is larger is no report."""


@click.command("compare")
@click.argument("two", metavar="OLD NEW", nargs=2)
@click.option(
    "--force",
    is_flag=True,
    help="Compare what is not comparable too; the page then says why it is not.",
)
@declares
@writes
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
    old, new = ((path, _read(path, declared)) for path in two)
    comparison = _compared(old, new, look, force=force)

    def rendered(name: str, screen: Screen | None = None) -> str:
        from acctaudit.render.comparison import render

        return render(comparison, name, look, screen)

    outputs.write(rendered)
    outputs.print(rendered)


class Read:
    """A report, and whether it was made just now."""

    def __init__(self, report: Report, *, audited: bool) -> None:
        self.report, self.audited = report, audited


def _read(path: str, declared: Declared) -> Read:
    """The report of that file, or the audit of the export in it."""
    if path == "-":
        raise UsageError("compare reads two files, not standard input: name both")
    raw = _report_text(Path(path))
    if raw is not None:
        return Read(_report(path, raw), audited=False)
    from acctaudit.cli.report import audited

    inputs = Inputs(
        exports=(path,),
        account=None,
        as_of=None,
        own_domains=(),
        reader=None,
        columns=None,
        encoding=None,
        max_quarantine=20,
    )
    return Read(audited(inputs, declared), audited=True)


def _report_text(path: Path) -> bytes | None:
    """The content of a file that is, or was to be, a report; None for any other."""
    if not path.is_file() or path.stat().st_size > _LARGEST:
        return None
    with path.open("rb") as file:
        head = file.read(1000).removeprefix(b"\xef\xbb\xbf")
        if not head.lstrip().startswith(b"{"):
            return None
        raw = head + file.read()
    return raw if _BEGINNING.match(raw) or _MARK in raw else None


def _report(path: str, raw: bytes) -> Report:
    """The report of a JSON text; ReadError if it is broken, or none of this version."""
    import msgspec

    from acctaudit.report import SCHEMA, Report

    try:
        known = msgspec.json.decode(raw)
    except (ValueError, RecursionError):
        raise ReadError(path, "the JSON is broken or cut off", "make it again") from None
    tool = known.get("tool")
    maker = tool.get("name") if isinstance(tool, dict) else None
    schema = known.get("schema")
    if maker != "acctaudit" or not str(schema).startswith("acctaudit/report/"):
        raise ReadError(path, "is no report of acctaudit", "make one: acctaudit report")
    if schema != SCHEMA:
        raise ReadError(
            path, f"is a report of another schema than {SCHEMA}", "make it again"
        )
    try:
        report = Report.from_json(raw)
    except (ValueError, RecursionError):
        problem = "is a report in which something is missing or not as it should be"
        raise ReadError(path, problem, "make it again") from None
    return _dated(path, report)


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
