"""`acctaudit report`: the post-mortem of one account."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from acctaudit.cli.declared import Declared, declares
from acctaudit.cli.inputs import Inputs, reads_account, refuse_outputs
from acctaudit.render import FORMATS, format_of

if TYPE_CHECKING:
    from acctaudit.report import Report


@click.command("report")
@reads_account
@declares
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
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour on the terminal.",
)
def command(
    inputs: Inputs,
    declared: Declared,
    format_name: str | None,
    outputs: tuple[str, ...],
    color: str,
) -> None:
    """The post-mortem of one account.

    EXPORT is an archive (ZIP, folder or a single .js file), or any other export that
    `formats` lists; `-` is standard input. Several inputs are parts of one account: posts,
    analytics, followers, mentions, results.
    """
    formats = {path: format_of(path) for path in outputs}
    refuse_outputs(outputs, inputs.exports)
    report = audited(inputs, declared)
    write_outputs(report, formats)
    if format_name or not outputs:
        print_report(report, format_name or "terminal", color)
    _refuse_errors(report)


def audited(inputs: Inputs, declared: Declared) -> Report:
    """Read and audit: the heavy modules are imported only here."""
    settings = declared.settings()
    options = declared.options(settings)
    domains = settings.values.get("own_domains")
    account = inputs.read(domains if isinstance(domains, list) else ())
    from acctaudit.audit import audit

    return audit(account, options)


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
        from acctaudit.render.screen import Screen
        from acctaudit.render.terminal import render

        text = render(report, Screen.of(sys.stdout, color))
    else:
        from acctaudit.render import render as rendered

        text = rendered(report, name)
    sys.stdout.write(text)


def _refuse_errors(report: Report) -> None:
    """An internal error in a pattern or claim is shown and makes the run fail."""
    broken = [found.code for found in report.patterns if found.verdict == "error"]
    broken += [claim.code for claim in report.claims if claim.verdict == "error"]
    if broken:
        raise click.ClickException(
            f"{', '.join(broken)} failed inside; the rest of the report stands"
        )
