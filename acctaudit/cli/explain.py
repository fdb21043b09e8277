"""`acctaudit explain`: the page of one failure pattern or claim."""

from __future__ import annotations

import click


@click.command("explain")
@click.argument("code")
def command(code: str) -> None:
    """Explain a failure pattern or a claim, by code (AA301, CL01) or name (megaphone)."""
    from acctaudit.claims import claim, claims
    from acctaudit.explain import claim_page, page
    from acctaudit.patterns import pattern

    names = {name for known in claims() for name in (known.code, known.name)}
    if {code.upper(), code.lower()} & names:
        click.echo(claim_page(claim(code)), nl=False)
    else:
        click.echo(page(pattern(code)), nl=False)
