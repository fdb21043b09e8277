"""The gate: whether the findings of a report let an account pass, and why.

Sees the Report only; a report that was saved and loaded passes or fails identically.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from acctaudit import __version__
from acctaudit.errors import AcctauditError, InputError
from acctaudit.gate.baseline import stale
from acctaudit.gate.budgets import budgets
from acctaudit.gate.candidate import case, found
from acctaudit.gate.data import JUDGED, Check, Item, Notice, Who
from acctaudit.gate.known import NOTHING
from acctaudit.gate.news import fresh, news, refuse_versions
from acctaudit.gate.policy import NEVER, Policy
from acctaudit.gate.suppress import Suppressions
from acctaudit.gate.who import fingerprint
from acctaudit.render.books import equation
from acctaudit.report import SEVERITIES, Tool

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from acctaudit.gate.candidate import Candidate
    from acctaudit.gate.data import Case
    from acctaudit.gate.known import Known
    from acctaudit.report import Report

_NEWS = {"new", "worse", "expired"}
_NOT_NEWS = ("known", "better", "suppressed")


def decide(report: Report, policy: Policy, today: date, known: Known = NOTHING) -> Check:
    """The verdict; `today` is the day on which suppressions hold or have run out.

    Raises AcctauditError where a pattern failed inside, and InputError where nothing could
    be judged or what is known cannot be compared with: neither is ever green.
    """
    _refuse(report)
    excuses = Suppressions(policy.suppressions, report.account, today)
    asked = budgets(report, policy.budgets)
    candidates = [*found(report, policy), *asked.candidates]
    items = [_item(c, report, policy, excuses, known) for c in candidates]
    cases = [*map(case, report.patterns), *asked.cases]
    _refuse_blind(cases)
    refuse_versions(report, known)
    verdicts = {each.code: each.verdict for each in cases}
    failing = sum(item.gates for item in items)
    card = report.account
    return Check(
        tool=Tool("acctaudit", __version__),
        account=Who(card.handle, card.user_id, card.name),
        as_of=report.as_of,
        posts=report.intake.kept,
        passed=not failing,
        headline=_headline(items, policy.fail_on),
        fail_on=policy.fail_on,
        against=known.against,
        items=sorted(items, key=_order),
        cases=sorted(cases, key=lambda each: each.code),
        notices=[
            *_about_input(report, policy),
            *_about_known(known, policy),
            *excuses.notices(),
            *stale(known, verdicts, items, policy.place),
            *asked.notices,
        ],
        books=str(equation(report.intake)),
        config_hash=report.config_hash,
    )


def _refuse(report: Report) -> None:
    """An error where the gate could only be green for want of a verdict."""
    broken = [each.code for each in report.patterns if each.verdict == "error"]
    broken += [claim.code for claim in report.claims if claim.verdict == "error"]
    if broken:
        raise AcctauditError(
            f"{', '.join(broken)} failed inside, so nothing can be said for sure;"
            " please report it"
        )


def _refuse_blind(cases: list[Case]) -> None:
    """InputError where not one pattern or budget has a verdict."""
    if any(each.verdict in JUDGED for each in cases):
        return
    if not cases:
        raise InputError(
            "select and ignore leave no pattern to judge, so nothing can pass; change them"
        )
    raise InputError(
        "not one pattern could be judged from this export, so it cannot pass;"
        " get a fuller export (see: acctaudit formats)"
    )


def _item(
    candidate: Candidate,
    report: Report,
    policy: Policy,
    excuses: Suppressions,
    known: Known,
) -> Item:
    """What became of one candidate."""
    keys = [subject.key for subject in candidate.about]
    item = candidate.item(fingerprint(report.account, candidate.code, keys))
    left, by = excuses.excuse(candidate)
    if by is not None:
        until = f"until {by.expires}" if by.expires else "permanently"
        why = f"It is suppressed {until}: {by.reason}"
        return replace(item, state="suppressed", why=why, reason=by.reason)
    state, why = news(candidate, left, known, policy.worse_by)
    if state == "new":
        ended = excuses.expired(candidate, fresh(candidate, left, known))
        if ended is not None:
            state, why = "expired", f"Its suppression ran out on {ended.expires}"
            why = f"{why} ({ended.reason})."
    gates = state in _NEWS and policy.fails(candidate.severity)
    if state in _NEWS and not gates:
        why = _mild(policy)
    excused = [subject for subject in candidate.about if subject not in left]
    return replace(item, state=state, why=why, gates=gates, about=left, excused=excused)


def _mild(policy: Policy) -> str:
    if policy.fail_on == NEVER:
        return "Nothing fails this gate."
    return f"It is milder than {policy.fail_on}."


def _order(item: Item) -> tuple[bool, int, int, str]:
    states = ("new", "expired", "worse", "known", "better", "suppressed")
    rank = SEVERITIES.index(item.severity)
    return not item.gates, states.index(item.state), rank, item.code


def _headline(items: Sequence[Item], fail_on: str) -> str:
    failing = sum(item.gates for item in items)
    if failing:
        findings = "1 finding" if failing == 1 else f"{failing:,} findings"
        return f"FAILED: {findings} of severity {_or_worse(fail_on)}, new or worse."
    rest = _rest(items)
    if fail_on == NEVER:
        return f"Passed: nothing fails this gate (fail_on is never){rest}."
    return f"Passed: nothing of severity {_or_worse(fail_on)} is new or worse{rest}."


def _or_worse(fail_on: str) -> str:
    return fail_on if fail_on == SEVERITIES[0] else f"{fail_on} or above"


def _rest(items: Sequence[Item]) -> str:
    """`; 3 known, 1 suppressed`, with what is new but too mild."""
    states = [item.state for item in items]
    parts = [f"{states.count(state)} {state}" for state in _NOT_NEWS if state in states]
    mild = sum(state in _NEWS for state in states)
    if mild:
        parts.insert(0, f"{mild} milder")
    return f" ({', '.join(parts)})" if parts else ""


def _about_input(report: Report, policy: Policy) -> Iterator[Notice]:
    aside = report.intake.quarantined
    if aside:
        rows = "1 row was" if aside == 1 else f"{aside:,} rows were"
        yield Notice("INT001", f"{rows} set aside as unusable.", policy.place)
    if report.intent.inferred:
        says = (
            f"What the account is was inferred ({report.intent.label}), so findings that"
            " depend on it are one step milder: declare its archetype."
        )
        yield Notice("DEC001", says, policy.place)
    if report.as_of is None:
        says = "The day of the export is not known: give it with --as-of."
        yield Notice("DAY001", says, policy.place)


def _about_known(known: Known, policy: Policy) -> Iterator[Notice]:
    if known.against.kind == "nothing" and known.source:
        says = "To accept what is there today: acctaudit baseline create."
        yield Notice("BAS001", says, policy.place)
