"""`acctaudit report`: the post-mortem of one account."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from acctaudit.cli.declared import Declared, declares
from acctaudit.cli.gated import gated
from acctaudit.cli.inputs import Inputs, reads_account, refuse_outputs
from acctaudit.cli.looks import looks
from acctaudit.cli.outputs import Outputs, writes
from acctaudit.cli.status import GATE_FAILED, OK
from acctaudit.cli.summary import summarised
from acctaudit.render import FORMATS
from acctaudit.render.gate import FORMATS as _ALL
from acctaudit.safe import terminal

if TYPE_CHECKING:
    from acctaudit.config import Settings
    from acctaudit.gate.run import Gate
    from acctaudit.render.look import Look
    from acctaudit.render.screen import Screen
    from acctaudit.report import Report

GATE_FORMATS = {name: ending for name, ending in _ALL.items() if name not in FORMATS}
"""Formats of the gate's verdict, which a report can be written in too."""


@click.command("report")
@reads_account
@declares
@gated
@writes({**FORMATS, **GATE_FORMATS})
@looks
def command(
    inputs: Inputs,
    declared: Declared,
    gate: Gate,
    outputs: Outputs,
    look: Look,
) -> None:
    """The post-mortem of one account.

    EXPORT is an archive (ZIP, folder or a single .js file), or any other export that
    `formats` lists; `-` is standard input. Several inputs are parts of one account: posts,
    analytics, followers, mentions, results. With --fail-on it leaves with 1 where `check`
    would fail.
    """
    settings = declared.settings()
    refuse_outputs(outputs.files, inputs.exports, gate.reads(settings))
    report = with_history(audited(inputs, declared, settings), gate, settings)
    wanted = GATE_FORMATS.keys() & set(outputs.asked())
    check = None
    if gate.fail_on is not None or wanted:
        from acctaudit.cli.check import decided

        check = decided(report, settings, gate, inputs)

    def rendered(name: str, screen: Screen | None = None) -> str:
        if check is not None and name in GATE_FORMATS:
            from acctaudit.render import gate as gates

            return gates.render(check, name, screen)
        from acctaudit.render import render

        return render(report, name, look, screen)

    with summarised(check, outputs):
        outputs.write(rendered)
        outputs.print(rendered)
    _refuse_errors(report)
    if check is not None and gate.fail_on is not None:
        click.echo(terminal(check.headline), err=True)
        sys.exit(OK if check.passed else GATE_FAILED)


def with_history(report: Report, gate: Gate, settings: Settings) -> Report:
    """The report with what became of its figures since the last ones, if that is known."""
    where = gate.history or settings.history
    if where is None:
        return report
    from acctaudit import history

    return history.with_trends(where, report, strict=gate.history is not None)


def audited(inputs: Inputs, declared: Declared, settings: Settings | None = None) -> Report:
    """Read and audit: the heavy modules are imported only here."""
    settings = settings or declared.settings()
    options = declared.options(settings)
    domains = settings.values.get("own_domains")
    account = inputs.read(domains if isinstance(domains, list) else ())
    from acctaudit.audit import audit

    return audit(account, options)


def _refuse_errors(report: Report) -> None:
    """An internal error in a pattern or claim is shown and makes the run fail."""
    broken = [found.code for found in report.patterns if found.verdict == "error"]
    broken += [claim.code for claim in report.claims if claim.verdict == "error"]
    if broken:
        raise click.ClickException(
            f"{', '.join(broken)} failed inside; the rest of the report stands"
        )
