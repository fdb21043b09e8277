"""The figures by which the owners judge the account: which are results, which reached?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit.errors import NotMeasured
from acctaudit.measure import Estimate, exact
from acctaudit.text import lexicon

if TYPE_CHECKING:
    from collections.abc import Collection

    from acctaudit.analyzers.outcomes import Kind
    from acctaudit.intent import Intent
    from acctaudit.options import Options

_REACH, _AWARENESS = "reach", "awareness"


@dataclass(frozen=True)
class Target:
    """A KPI that the table of outcomes counts, and what was reached."""

    name: str
    target: float
    total: float
    low: float
    """Lower 95 % bound of the total (Garwood); of an amount the total itself."""
    high: float
    """Upper 95 % bound."""


def declared(options: Options) -> Estimate:
    """How many KPIs were declared; NotMeasured if none were."""
    if not options.kpis:
        raise NotMeasured("no KPIs were declared (--kpi)")
    return exact(len(options.kpis))


def results(options: Options, intent: Intent, counted: Collection[str]) -> Estimate:
    """How many of them are results; NotMeasured if none were declared."""
    number = declared(options).number
    return exact(number - len(mere(options, intent, counted)), int(number))


def mere(options: Options, intent: Intent, counted: Collection[str]) -> tuple[str, ...]:
    """KPIs that are no results; what the table of outcomes counts always is one."""
    known = {
        row["kpi"]
        for row in lexicon("kpis")
        if row["kind"] != _REACH or _AWARENESS not in intent.goals
    }
    names = (kpi.name for kpi in options.kpis)
    return tuple(n for n in names if " ".join(n.split()) in known and n not in counted)


def targets(options: Options, kinds: tuple[Kind, ...]) -> tuple[Target, ...]:
    """KPIs with a target that are counted, with what was reached."""
    by_name = {kind.name: kind for kind in kinds}
    return tuple(
        Target(kpi.name, kpi.target, kind.total, *kind.bounds)
        for kpi in options.kpis
        if kpi.target is not None and (kind := by_name.get(kpi.name))
    )
