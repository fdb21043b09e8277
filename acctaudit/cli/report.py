"""`acctaudit report`: the post-mortem of one account."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from acctaudit.cli.declared import Declared, declares
from acctaudit.cli.inputs import Inputs, reads_account, refuse_outputs
from acctaudit.cli.looks import looks
from acctaudit.cli.outputs import Outputs, writes

if TYPE_CHECKING:
    from acctaudit.render.look import Look
    from acctaudit.render.screen import Screen
    from acctaudit.report import Report


@click.command("report")
@reads_account
@declares
@writes
@looks
def command(inputs: Inputs, declared: Declared, outputs: Outputs, look: Look) -> None:
    """The post-mortem of one account.

    EXPORT is an archive (ZIP, folder or a single .js file), or any other export that
    `formats` lists; `-` is standard input. Several inputs are parts of one account: posts,
    analytics, followers, mentions, results.
    """
    refuse_outputs(outputs.files, inputs.exports)
    report = audited(inputs, declared)

    def rendered(name: str, screen: Screen | None = None) -> str:
        from acctaudit.render import render

        return render(report, name, look, screen)

    outputs.write(rendered)
    outputs.print(rendered)
    _refuse_errors(report)


def audited(inputs: Inputs, declared: Declared) -> Report:
    """Read and audit: the heavy modules are imported only here."""
    settings = declared.settings()
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
