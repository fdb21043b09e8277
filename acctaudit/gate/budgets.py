"""Budgets: limits that the owners set themselves, for any figure of the report."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from acctaudit.gate.candidate import Candidate
from acctaudit.gate.data import BUDGET, Case, Notice
from acctaudit.report import Basis, Sign
from acctaudit.words import figure

if TYPE_CHECKING:
    from acctaudit.gate.policy import Budget
    from acctaudit.report import Measured, Report


@dataclass
class Budgets:
    """What became of all budgets."""

    candidates: list[Candidate] = field(default_factory=list)
    """Those that were not kept."""
    cases: list[Case] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    """Those that cannot be judged."""


def budgets(report: Report, asked: tuple[Budget, ...]) -> Budgets:
    """Hold each budget against its figure."""
    kept = Budgets()
    for budget in asked:
        _hold(kept, report, budget)
    return kept


def _hold(kept: Budgets, report: Report, budget: Budget) -> None:
    analyzer, _, name = budget.metric.partition(".")
    measured = report.metrics.get(analyzer, {}).get(name)
    code = f"budget:{budget.metric}"
    title = measured.title if measured else budget.metric
    verdict, reason = _verdict(measured, budget)
    kept.cases.append(Case(code, budget.metric, title, verdict, budget.severity, reason))
    if reason is not None:
        says = f"The budget for {budget.metric} cannot be judged: {reason}"
        kept.notices.append(Notice("BUD001", says, budget.place))
    if verdict == "fired" and measured is not None:
        kept.candidates.append(_candidate(code, measured, budget))


def _verdict(measured: Measured | None, budget: Budget) -> tuple[str, str | None]:
    """The verdict, and why there is none."""
    if measured is None:
        return "not-measurable", "the report has no such figure"
    if not isinstance(measured.value, int | float):
        status = measured.status or "not-measurable"
        return status, measured.reason or "it is not known"
    low, high = _bounds(measured, measured.value, budget)
    short = budget.low is not None and high < budget.low
    over = budget.high is not None and low > budget.high
    return ("fired" if short or over else "clear"), None


def _bounds(measured: Measured, value: float, budget: Budget) -> tuple[float, float]:
    """What is held against the limits: the value, or its interval where it has one."""
    if budget.on == "value":
        return value, value
    low = value if measured.low is None else measured.low
    high = value if measured.high is None else measured.high
    return low, high


def _candidate(code: str, measured: Measured, budget: Budget) -> Candidate:
    return Candidate(
        kind=BUDGET,
        code=code,
        name=budget.metric,
        title=f"Budget not kept: {measured.title}",
        severity=budget.severity,
        says=_says(measured, budget),
        remedy="Bring the figure back, or change the budget in the configuration.",
        place=budget.place,
        signs=[_sign(measured, budget)],
    )


def _says(measured: Measured, budget: Budget) -> str:
    value = figure(_number(measured.value), measured.unit)
    low, high = measured.low, measured.high
    wanted = " and ".join(
        f"{words} {figure(limit, measured.unit)}"
        for words, limit in (("at least", budget.low), ("at most", budget.high))
        if limit is not None
    )
    if budget.on == "value":
        return f"It is {value}; the budget asks for {wanted} (held against the value)."
    if low is None or high is None:
        held = "it has no interval, so the value was held against it"
    elif low == high:
        held = "counted"
    else:
        bounds = f"{figure(low, measured.unit)} to {figure(high, measured.unit)}"
        held = f"the whole 95 % interval, {bounds}, lies beyond"
    return f"It is {value}; the budget asks for {wanted} ({held})."


def _sign(measured: Measured, budget: Budget) -> Sign:
    value = _number(measured.value)
    short = budget.low is not None and value < budget.low
    limit = budget.low if short else budget.high
    return Sign(
        name=budget.metric,
        direction="below" if short else "above",
        limit=0 if limit is None else limit,
        unit=measured.unit,
        basis=Basis("our judgement", "a budget in the configuration", ""),
        value=value,
        low=measured.low if budget.on == "interval" else None,
        high=measured.high if budget.on == "interval" else None,
        n=measured.n,
        crossed=True,
        reason=None,
        decides="verdict",
        title=measured.title,
    )


def _number(value: object) -> int | float:
    if not isinstance(value, int | float):
        raise TypeError("a budget is held against numbers only")
    return value
