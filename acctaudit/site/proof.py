"""Whether pages can be made at all: each template is filled before a folder is touched."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from acctaudit import __version__
from acctaudit.report import Card, Intake, Intent, Life, Report, Tool, Verdict
from acctaudit.site.cohort import cohort
from acctaudit.site.rows import failed, row

if TYPE_CHECKING:
    from acctaudit.render.look import Look


_NOBODY = Report(
    tool=Tool("acctaudit", __version__),
    account=Card(*[None] * len(fields(Card))),
    as_of=None,
    as_of_source="",
    intent=Intent("", "", inferred=True, because="", goals=[]),
    window={},
    verdict=Verdict("", [], [], [], [], ""),
    intake=Intake("", 0, 0, 0, 0, 0, 0, [], [], []),
    availability=[],
    metrics={},
    patterns=[],
    life=Life(None, {}, [], []),
    config_hash="",
)
"""A report of an account of which nothing is known."""


def prove(look: Look) -> None:
    """Make every page of an account of which nothing is known.

    UsageError if the look, or a template of the user's, cannot be used.
    """
    from acctaudit.render.site import account, index
    from acctaudit.render.site import cohort as together

    account.page(_NOBODY, look)
    rows = [row(_NOBODY, "account", "account"), failed("file", "not read")]
    index.render(rows, look)
    together.render(cohort(rows, {}), look)
