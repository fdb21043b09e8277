"""`acctaudit history`: the figures and findings of each run, and where they go."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from acctaudit.cli.declared import Declared, declares, found
from acctaudit.cli.inputs import Inputs, reads_account
from acctaudit.errors import UsageError
from acctaudit.safe import terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from acctaudit.config import Settings
    from acctaudit.history.runs import Run
    from acctaudit.report import Report

_PLACE = click.option(
    "--history",
    "place",
    type=click.Path(),
    metavar="FILE|URL",
    help="Where the history is: a file, or postgresql://USER:PASSWORD@HOST/DATABASE. By"
    " default `history` of the configuration, else acctaudit-history.sqlite3 here.",
)
_ACCOUNT = click.option(
    "--account", metavar="NAME", help="Only this account, by handle or user id."
)
_MOST = 10
"""Accounts that are named in a message."""


@click.group("history")
def command() -> None:
    """Keep the figures of each run, and see where they go.

    A history holds figures, verdicts and days of reports: no text of a post, no name, no
    bio. It is a SQLite file, or a data base on a PostgreSQL server for teams.
    """


@command.command("add")
@reads_account
@declares
@_PLACE
def add(inputs: Inputs, declared: Declared, place: str | None) -> None:
    """Add a report to the history.

    EXPORT is an export, which is audited as `report` does; or reports that were saved as
    JSON, of any accounts. What is there already is not added again; all are added, or none.
    """
    settings = declared.settings()
    where = place or _default(settings)
    reports = _reports(inputs, declared, settings)
    from acctaudit import history
    from acctaudit.gate.who import called

    opened = history.at(where)
    added = history.add(opened, reports)
    for (_, report), is_new in zip(reports, added, strict=True):
        done = "added to" if is_new else "already there, so nothing was added to"
        _print(f"{called(report.account)}, {report.as_of}: {done} {opened.place.shown}")


def _reports(
    inputs: Inputs, declared: Declared, settings: Settings
) -> list[tuple[str, Report]]:
    """The reports, each with the name of its file; exports are one account together."""
    from dataclasses import replace

    from acctaudit.saved import is_report, load

    saved = [path for path in inputs.exports if path != "-" and is_report(Path(path))]
    exports = tuple(path for path in inputs.exports if path not in saved)
    reports = [(path, _dated(load(Path(path), path), path, inputs)) for path in saved]
    if exports:
        from acctaudit.cli.report import audited

        report = audited(replace(inputs, exports=exports), declared, settings)
        reports.append((", ".join(exports), report))
    return reports


def _dated(report: Report, path: str, inputs: Inputs) -> Report:
    """A saved report, with the day that was typed if it has none of its own."""
    from dataclasses import replace

    day = inputs.day()
    if day is None:
        return report
    if report.as_of is None:
        return replace(report, as_of=day.isoformat())
    if report.as_of[:10] != day.isoformat():
        raise UsageError(
            f"{path}: is a report of {report.as_of[:10]}; --as-of cannot change that"
        )
    return report


@command.command("list")
@_PLACE
@_ACCOUNT
def list_(place: str | None, account: str | None) -> None:
    """The accounts and their runs, with what was found."""
    from acctaudit.history import runs, store
    from acctaudit.history.schema import FINDINGS
    from acctaudit.report import SEVERITIES

    lines: list[str] = []
    with store.at(place or _default()).reading() as connection:
        for group in _groups(connection, account):
            lines.append(_title(group))
            counts: dict[int, list[str]] = {run.id: [] for run in group}
            for row in runs.rows(connection, FINDINGS, group):
                if row["verdict"] == "fired":
                    counts[row["run"]].append(row["severity"])
            for run in group:
                had = counts[run.id]
                told = [f"{had.count(one)} {one}" for one in SEVERITIES if one in had]
                lines.append(f"  {run.as_of}  {', '.join(told) or 'nothing found'}")
    for line in lines:
        _print(line)


@command.command("trend")
@click.argument("metrics", metavar="[METRIC]...", nargs=-1)
@_PLACE
@_ACCOUNT
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["terminal", "json", "csv"]),
    default="terminal",
    help="What to print.",
)
def trend(
    metrics: tuple[str, ...], place: str | None, account: str | None, form: str
) -> None:
    """Where figures go from run to run: a row each.

    METRIC is a figure such as conversation.reply_share, or `all`; docs/metrics.md lists
    them. Without one, the results: answers, reactions, repeated posts, links.
    """
    from acctaudit.history import export, moves, store

    with store.at(place or _default()).reading() as connection:
        group = _one(connection, account)
        made = moves.moves(connection, group, metrics)
    if form == "json":
        _write(export.moves_as_json(group[-1].account, made))
    elif form == "csv":
        _write(export.moves_as_csv(made))
    else:
        _print(_title(group))
        _lines([moves.cells(move) for move in made])


@command.command("export")
@_PLACE
@_ACCOUNT
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["csv", "json"]),
    help="csv unless the ending of -o says json.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    metavar="FILE",
    help="Write a file in place of printing.",
)
def export_(
    place: str | None, account: str | None, form: str | None, output: str | None
) -> None:
    """All that is kept, as CSV or JSON."""
    from acctaudit.history import export, store
    from acctaudit.write import write_all

    where = store.at(place or _default())
    if output and where.place.path and Path(output).resolve() == where.place.path.resolve():
        raise UsageError(f"{output}: this is the history itself; write elsewhere")
    with where.reading() as connection:
        found_ = export.documents(connection, _groups(connection, account))
    is_json = form == "json" or (form is None and (output or "").endswith(".json"))
    text = export.as_json(found_) if is_json else export.as_csv(found_)
    if output is None:
        _write(text)
    else:
        write_all({Path(output): text})
        click.echo(terminal(f"wrote {output}"), err=True)


def _default(settings: Settings | None = None) -> str:
    """The history of the configuration, else a file in the working folder."""
    settings = settings or found((), isolated=False)
    from acctaudit.history.place import FILE

    return settings.history or FILE


def _groups(connection: Connection, account: str | None) -> list[list[Run]]:
    """The runs of the account that was named, or of each."""
    from acctaudit.history import runs

    return [runs.named(connection, account)] if account else runs.accounts(connection)


def _one(connection: Connection, account: str | None) -> list[Run]:
    """The runs of the account that was named, or of the only one."""
    from acctaudit.history import runs

    groups = _groups(connection, account)
    if len(groups) == 1:
        return groups[0]
    names = [
        name if name == runs.called(group) else f"{name} ({runs.called(group)})"
        for name, group in runs.typed(groups).items()
    ]
    some = ", ".join(names[:_MOST]) + (", …" if len(names) > _MOST else "")
    raise UsageError(
        f"the history holds {len(names)} accounts: say with --account which one: {some}"
        if groups
        else "the history holds no run yet; make one: acctaudit history add EXPORT"
    )


def _title(group: Sequence[Run]) -> str:
    """The account, how many runs it has, and from when to when."""
    from acctaudit.history import runs

    owner = next((run.user_id for run in group if run.user_id), None)
    who = runs.called(group)
    known = f" (user id {owner})" if owner and who != owner else ""
    n = f"{len(group)} runs" if len(group) != 1 else "1 run"
    ends = dict.fromkeys((group[0].as_of, group[-1].as_of))
    return f"{who}{known}: {n}, {' to '.join(ends)}"


def _lines(rows: list[list[str]]) -> None:
    """Rows in columns."""
    wide = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, wide, strict=True))
        _print(f"  {'  '.join(cells).rstrip()}")


def _print(line: str) -> None:
    """A line of the result; nothing in it moves a cursor."""
    _write(terminal(line) + "\n")


def _write(text: str) -> None:
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    sys.stdout.write(text)
