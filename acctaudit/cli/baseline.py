"""`acctaudit baseline`: accept findings that are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from acctaudit.cli.check import decided
from acctaudit.cli.declared import Declared, declares
from acctaudit.cli.gated import BASELINE
from acctaudit.cli.inputs import Inputs, reads_account, refuse_outputs
from acctaudit.cli.report import audited
from acctaudit.cli.shown import shown
from acctaudit.errors import InputError
from acctaudit.safe import terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    from acctaudit.gate.baseline import Baseline
    from acctaudit.gate.data import Check


@click.group("baseline")
def command() -> None:
    """Accept findings that are known, so that `check` speaks only of what is new or worse.

    A check only reads the file. It holds codes, days and figures, and no text of any post.
    """


def _made(name: str, help_text: str) -> Callable[..., click.Command]:
    def make(change: Callable[[Baseline, Check], Baseline]) -> click.Command:
        @command.command(name, help=help_text)
        @reads_account
        @declares
        @BASELINE
        def run(inputs: Inputs, declared: Declared, baseline: str | None) -> None:
            _write(inputs, declared, baseline, change, new=name != "prune")

        return run

    return make


def _write(
    inputs: Inputs,
    declared: Declared,
    named: str | None,
    change: Callable[[Baseline, Check], Baseline],
    *,
    new: bool,
) -> None:
    """Change the file, and say what came of it."""
    from acctaudit.gate.baseline import Baseline, load
    from acctaudit.gate.run import Gate
    from acctaudit.write import held, write_all

    settings = declared.settings()
    path = Gate(baseline=named).file(settings)
    refuse_outputs([str(path)], inputs.exports)
    if path.exists():
        load(path)
    elif not new:
        raise InputError(f"{path}: there is no such file; acctaudit baseline create")
    report = audited(inputs, declared, settings)
    check = decided(report, settings, Gate(no_baseline=True), inputs)
    with held(path.parent):
        made = change(load(path) if path.exists() else Baseline.empty(), check)
        write_all({path: made.to_json()})
    of = made.of(check.account)
    count = len(of.findings) if of else 0
    findings = "1 finding" if count == 1 else f"{count:,} findings"
    click.echo(terminal(f"wrote {shown(path)}: {findings} accepted"), err=True)


@_made("create", "Accept everything that is found now, for an account that is new to it.")
def create(there: Baseline, check: Check) -> Baseline:
    """An account that the baseline does not know yet."""
    from acctaudit.gate.baseline import created

    return created(there, check)


@_made("update", "Accept everything as it is now; what is no longer found stays.")
def update(there: Baseline, check: Check) -> Baseline:
    """Everything as it is now."""
    from acctaudit.gate.baseline import updated

    return updated(there, check)


@_made("prune", "Drop what was checked and is no longer found; accept nothing new.")
def prune(there: Baseline, check: Check) -> Baseline:
    """Without what is resolved."""
    from acctaudit.gate.baseline import pruned

    return pruned(there, check)
