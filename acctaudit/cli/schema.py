"""`acctaudit schema`: the JSON Schema of what goes in or comes out."""

from __future__ import annotations

import json

import click

NAMES = ("export", "report", "comparison", "check", "config")


@click.command("schema")
@click.argument("name", type=click.Choice(NAMES))
def command(name: str) -> None:
    """Print the JSON Schema of a file.

    That of an export or of the settings (input), of a report, a comparison or a check
    (output).
    """
    click.echo(json.dumps(schema(name), indent=2, sort_keys=True, ensure_ascii=False))


def schema(name: str) -> dict[str, object]:
    """The schema of that name; only what makes it is imported."""
    if name == "export":
        from acctaudit.readers.export_schema import export_schema

        return export_schema()
    if name == "report":
        from acctaudit.report import Report

        return Report.json_schema()
    if name == "comparison":
        from acctaudit.compare.data import Comparison

        return Comparison.json_schema()
    if name == "check":
        from acctaudit.gate.data import Check

        return Check.json_schema()
    from acctaudit.config.schema import json_schema

    return json_schema()
