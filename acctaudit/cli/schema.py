"""`acctaudit schema`: the JSON Schema of what goes in or comes out."""

from __future__ import annotations

import json

import click


@click.command("schema")
@click.argument("name", type=click.Choice(["export", "report", "comparison"]))
def command(name: str) -> None:
    """Print the JSON Schema of an export (input), a report or a comparison (output)."""
    if name == "export":
        from acctaudit.readers.export_schema import export_schema

        schema = export_schema()
    elif name == "report":
        from acctaudit.report import Report

        schema = Report.json_schema()
    else:
        from acctaudit.compare.data import Comparison

        schema = Comparison.json_schema()
    click.echo(json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False))
