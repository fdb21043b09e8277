"""`acctaudit check`: the gate for continuous integration."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from acctaudit.cli.declared import Declared, declares
from acctaudit.cli.gated import gated
from acctaudit.cli.inputs import Inputs, reads_account, refuse_outputs
from acctaudit.cli.outputs import Outputs, writes
from acctaudit.cli.report import audited, with_history
from acctaudit.cli.status import GATE_FAILED
from acctaudit.cli.summary import summarised
from acctaudit.render.gate import FORMATS

if TYPE_CHECKING:
    from acctaudit.config import Settings
    from acctaudit.gate.data import Check
    from acctaudit.gate.run import Gate
    from acctaudit.render.screen import Screen
    from acctaudit.report import Report


@click.command("check")
@reads_account
@declares
@gated
@click.option("--exit-zero", is_flag=True, help="Leave with 0 even if the gate fails.")
@writes({**FORMATS, "html": ".html"})
def command(
    inputs: Inputs,
    declared: Declared,
    gate: Gate,
    outputs: Outputs,
    *,
    exit_zero: bool,
) -> None:
    """Whether an account passes: findings that are new or got worse, and nothing else.

    Leaves with 0 if nothing as severe as --fail-on (high, unless said otherwise) is new or
    worse; with 1 if something is; with 2 if anything went wrong, so that no error looks
    like a verdict. `html` writes the whole report beside it.
    """
    settings = declared.settings()
    refuse_outputs(outputs.files, inputs.exports, gate.reads(settings))
    report = with_history(audited(inputs, declared, settings), gate, settings)
    check = decided(report, settings, gate, inputs)
    conclude(report, check, outputs)
    if not check.passed and not exit_zero:
        sys.exit(GATE_FAILED)


def decided(report: Report, settings: Settings, gate: Gate, inputs: Inputs) -> Check:
    """The verdict of the gate on a report of these inputs."""
    from acctaudit.gate import run

    today = run.day_of(report, os.environ, typed=inputs.as_of is not None)
    return run.check(report, settings, gate, inputs.exports, today)


def conclude(report: Report, check: Check, outputs: Outputs) -> None:
    """Write and print what was asked for, all of it made before anything is written."""

    def rendered(name: str, screen: Screen | None = None) -> str:
        if name == "html":
            from acctaudit.render import render as whole

            return whole(report, name)
        from acctaudit.render.gate import render

        return render(check, name, screen)

    with summarised(check, outputs):
        outputs.write(rendered)
        outputs.print(rendered)
