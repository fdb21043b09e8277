"""The audit: every analyzer once, every pattern once, and the Report that tells of it.

Holds the only `except Exception` of the package: an error in one pattern is a finding of
the tool about itself, and never a silent *clear*.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, get_type_hints

from acctaudit import telling
from acctaudit.analyzers import ANALYZERS
from acctaudit.analyzers.archetype import Guess
from acctaudit.errors import unknown_name
from acctaudit.intent import GOALS, Archetype, Intent
from acctaudit.judgement import Judged, Outcome, excluded, judge
from acctaudit.measure import not_measurable
from acctaudit.model.account import Account
from acctaudit.outcomes import Outcomes
from acctaudit.pattern import Observed, Pattern, Severity
from acctaudit.patterns import patterns

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from acctaudit.report import Report

_WHO = "declared with --archetype"


@dataclass(frozen=True)
class Options:
    """What the user declares about the account."""

    archetype: Archetype | None = None
    goals: tuple[str, ...] = ()

    @classmethod
    def of(cls, given: Mapping[str, str | None], goals: Sequence[str] = ()) -> Options:
        """Options from names as typed; UsageError with the nearest name for a wrong one."""
        archetype, goal = given.get("archetype"), given.get("goal")
        if archetype is not None and archetype not in list(Archetype):
            raise unknown_name("archetype", archetype, list(Archetype))
        wanted = tuple(dict.fromkeys([*goals, *([goal] if goal else [])]))
        for name in wanted:
            if name not in GOALS:
                raise unknown_name("goal", name, GOALS)
        return cls(Archetype(archetype) if archetype else None, wanted)


class Bench:
    """Results by type: each analyzer runs once at most, when its result is asked for."""

    def __init__(self, account: Account, options: Options) -> None:
        self._results: dict[type, Any] = {Account: account}
        self._options = options
        self._measures: dict[type, Callable[..., Any]] = {Intent: self._intent}
        for name in (*ANALYZERS, "norms"):
            measure = import_module(f"acctaudit.analyzers.{name}").measure
            hints = get_type_hints(measure, localns={"Account": Account})
            self._measures[hints["return"]] = measure

    def get(self, kind: type) -> Any:
        """The result of that type."""
        if kind not in self._results:
            self._results[kind] = self.call(self._measures[kind])
        return self._results[kind]

    def call(self, function: Callable[..., Any]) -> Any:
        """Call a function with the results that its parameters ask for by type."""
        hints = get_type_hints(function, localns={"Account": Account})
        hints.pop("return", None)
        return function(**{name: self.get(kind) for name, kind in hints.items()})

    def put(self, result: object) -> None:
        """Add a result that no analyzer makes."""
        self._results[type(result)] = result

    def results(self) -> dict[str, Any]:
        """The results that go into the report, by analyzer."""
        kinds = list(self._measures)[1:]
        return {name: self.get(kind) for name, kind in zip(ANALYZERS, kinds, strict=False)}

    def _intent(self, guess: Guess) -> Intent:
        declared, goals = self._options.archetype, self._options.goals
        if declared is not None:
            return Intent(declared, inferred=False, because=_WHO, goals=goals)
        return Intent(guess.archetype, inferred=True, because=guess.because, goals=goals)


def audit(account: Account, options: Options | None = None) -> Report:
    """The post-mortem of one account."""
    options = options or Options()
    bench = Bench(account, options)
    outcomes = examine(bench, patterns())
    return telling.tell(
        account,
        bench.get(Intent),
        bench.results(),
        outcomes,
        _config_hash(account, options),
    )


def examine(bench: Bench, chosen: Sequence[Pattern]) -> list[Outcome]:
    """The outcome of every pattern, by code; those made of other patterns come second."""
    simple = [_outcome(bench, pattern) for pattern in chosen if not _is_composite(pattern)]
    bench.put(_summary(simple))
    composite = [_outcome(bench, pattern) for pattern in chosen if _is_composite(pattern)]
    return sorted(simple + composite, key=lambda outcome: outcome.pattern.code)


def _check(pattern: Pattern) -> Callable[..., Observed]:
    """The pattern's `check`: its parameters are its own, so the base class has none."""
    check: Callable[..., Observed] = getattr(pattern, "check")  # noqa: B009  # see above
    return check


def _is_composite(pattern: Pattern) -> bool:
    return Outcomes in get_type_hints(_check(pattern)).values()


def _outcome(bench: Bench, pattern: Pattern) -> Outcome:
    try:
        intent: Intent = bench.get(Intent)
        against = pattern.applies.reason_against(intent)
        if against:
            return Outcome(pattern, Observed(against), excluded(pattern, against))
        observed: Observed = bench.call(_check(pattern))
        return Outcome(pattern, observed, judge(pattern, observed, intent))
    except Exception as error:  # noqa: BLE001  # the one place; see the module's docstring
        reason = f"internal error ({type(error).__name__}): please report it"
        judged = Judged("error", pattern.severity, reason, ())
        return Outcome(pattern, Observed(reason, error=not_measurable(reason)), judged)


def _summary(outcomes: list[Outcome]) -> Outcomes:
    """Verdicts for composite patterns; information counts as clear."""

    def verdict(judged: Judged) -> str:
        is_information = judged.verdict == "fired" and judged.severity is Severity.INFO
        return "clear" if is_information else judged.verdict

    return Outcomes(
        {outcome.pattern.code: verdict(outcome.judged) for outcome in outcomes},
        {outcome.pattern.code: outcome.pattern.failing for outcome in outcomes},
    )


def _config_hash(account: Account, options: Options) -> str:
    """Fingerprint of everything that was declared and of all thresholds."""
    settings = {
        "archetype": options.archetype,
        "goals": options.goals,
        "own_domains": account.own_domains,
        "patterns": {pattern.code: asdict(pattern) for pattern in patterns()},
    }
    text = json.dumps(settings, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
