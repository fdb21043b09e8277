"""The audit: every analyzer once, every pattern and claim once, and the Report of it all.

Holds the only `except Exception` of the package: an error in one pattern is a finding of
the tool about itself, and never a silent *clear*.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, get_type_hints

from acctaudit import telling
from acctaudit.bench import Bench
from acctaudit.claim import Answer, Part
from acctaudit.claims import claim
from acctaudit.intent import Intent
from acctaudit.judgement import Judged, Outcome, excluded, judge, read
from acctaudit.measure import Estimate, not_measurable
from acctaudit.options import Options
from acctaudit.pattern import Observed, On, Pattern, Severity
from acctaudit.patterns import patterns
from acctaudit.say import English, say, speaking
from acctaudit.stats.many import benjamini_hochberg
from acctaudit.telling.findings import finding
from acctaudit.verdicts import Verdicts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from acctaudit.claim import Claim
    from acctaudit.model.account import Account
    from acctaudit.report import Finding, Report


def audit(account: Account, options: Options | None = None) -> Report:
    """The post-mortem of one account; it speaks English, whatever is spoken around it."""
    options = options or Options()
    with speaking(English()):
        bench = Bench(account, options)
        known = [adjusted(pattern, options) for pattern in patterns()]
        outcomes = [o for o in examine(bench, known) if _is_told(o, options)]
        answers = weigh(bench, options)
        return telling.tell(
            account, bench, outcomes, answers, _config_hash(account, options)
        )


def judged(account: Account, options: Options, code: str) -> Finding:
    """One finding as the whole report has it: others decide how its chance is corrected."""
    with speaking(English()):
        known = [adjusted(pattern, options) for pattern in patterns()]
        outcomes = examine(Bench(account, options), known)
        return finding(account, next(o for o in outcomes if o.pattern.code == code))


def adjusted(pattern: Pattern, options: Options) -> Pattern:
    """The pattern, with the thresholds of the user's in place of ours."""
    limits = dict(options.limits).get(pattern.code)
    return replace(pattern, **dict(limits)) if limits else pattern


def examine(bench: Bench, known: Sequence[Pattern]) -> list[Outcome]:
    """The outcome of every pattern that is selected, by code."""
    options: Options = bench.get(Options)
    jury = Jury(bench, [p for p in known if not options.ignores(p.code)])
    bench.put(Verdicts(jury.outcome))
    chosen = [
        p.code for p in known if options.judges(p.code, by_default=p.on is not On.ASKED)
    ]
    jury.observe(chosen)
    found = [jury.outcome(code) for code in sorted(chosen)]
    return [outcome for outcome in found if outcome is not None]


def weigh(bench: Bench, options: Options) -> list[Answer]:
    """The answers to the claims that were declared, in the order given."""
    answers: dict[str, Answer] = {}
    for said in options.claims:
        asked = claim(said.claim)
        if asked.code not in answers:
            bench.put(said)
            answers[asked.code] = _answer(bench, asked)
    return list(answers.values())


def _answer(bench: Bench, asked: Claim) -> Answer:
    """The answer to one claim; an error of ours is none of the three verdicts."""
    try:
        return asked.answer(bench.call)
    except Exception as error:  # noqa: BLE001  # see the module's docstring
        return Answer(asked, "error", (Part(say("All of it"), "error", "", _ours(error)),))


def _is_told(outcome: Outcome, options: Options) -> bool:
    """Whether the report speaks of it: not where the export lacks rare data."""
    pattern, verdict = outcome.pattern, outcome.judged.verdict
    missing = pattern.on is On.DATA and verdict == "not-measurable"
    return not missing or options.selects(pattern.code)


class Jury:
    """Observes patterns, corrects their chances for each other, and reaches verdicts.

    A pattern that asks for `Verdicts` is observed when those it asks about are judged.
    """

    def __init__(self, bench: Bench, known: Sequence[Pattern]) -> None:
        self._bench = bench
        self._known = {pattern.code: pattern for pattern in known}
        self._observed: dict[str, Observed | Outcome] = {}
        self._outcomes: dict[str, Outcome] = {}
        self._adjusted: dict[tuple[str, str], float] = {}

    def observe(self, codes: Sequence[str]) -> None:
        """Observe those that stand alone, and correct their chances for each other."""
        for code in codes:
            if code in self._known and not _is_composite(self._known[code]):
                self._look(code)
        chances = {
            (code, name): metric.number
            for code, seen in self._observed.items()
            if isinstance(seen, Observed)
            if _is_enough(self._known[code], seen)
            for name, (_, sign) in self._known[code].signs().items()
            if sign.corrected
            and isinstance(metric := seen.signs[sign.of or name], Estimate)
        }
        self._adjusted = benjamini_hochberg(chances)

    def outcome(self, code: str) -> Outcome | None:
        """The outcome of one pattern; None if it is left out."""
        if code not in self._known:
            return None
        if code not in self._outcomes:
            seen = self._look(code)
            self._outcomes[code] = seen if isinstance(seen, Outcome) else self._judge(code)
        return self._outcomes[code]

    def _look(self, code: str) -> Observed | Outcome:
        """What the pattern observed, or at once the outcome if it is not to be judged."""
        if code not in self._observed:
            pattern = self._known[code]
            try:
                intent: Intent = self._bench.get(Intent)
                against = pattern.applies.reason_against(intent)
                self._observed[code] = (
                    Outcome(pattern, Observed(against), excluded(pattern, against))
                    if against
                    else self._bench.call(_check(pattern))
                )
            except Exception as error:  # noqa: BLE001  # see the module's docstring
                self._observed[code] = _broken(pattern, error)
        return self._observed[code]

    def _judge(self, code: str) -> Outcome:
        pattern, seen = self._known[code], self._observed[code]
        adjusted = {name: q for (of, name), q in self._adjusted.items() if of == code}
        try:
            if isinstance(seen, Outcome):
                return seen
            judged = judge(pattern, seen, self._bench.get(Intent), adjusted)
            return Outcome(pattern, seen, self._weighed(code, judged))
        except Exception as error:  # noqa: BLE001  # see the module's docstring
            return _broken(pattern, error)

    def _weighed(self, code: str, judged: Judged) -> Judged:
        """As judged, with the severity that the user gave it."""
        options: Options = self._bench.get(Options)
        given = dict(options.severities).get(code)
        return replace(judged, severity=Severity(given)) if given else judged


def _broken(pattern: Pattern, error: Exception) -> Outcome:
    reason = _ours(error)
    judged = Judged("error", pattern.severity, reason, ())
    return Outcome(pattern, Observed(reason, error=not_measurable(reason)), judged)


def _ours(error: Exception) -> str:
    """What is said of an error of ours."""
    kind = type(error).__name__
    return say("internal error ({error}): please report it", error=kind)


def _is_enough(pattern: Pattern, seen: Observed) -> bool:
    """Whether there is the evidence that the pattern needs, so that its chance counts."""
    return all(
        read(name, limit, sign, seen.signs[sign.of or name]).state == "crossed"
        for name, (limit, sign) in pattern.signs().items()
        if sign.direction == "enough"
    )


def _check(pattern: Pattern) -> Callable[..., Observed]:
    """The pattern's `check`: its parameters are its own, so the base class has none."""
    check: Callable[..., Observed] = getattr(pattern, "check")  # noqa: B009  # see above
    return check


def _is_composite(pattern: Pattern) -> bool:
    return Verdicts in get_type_hints(_check(pattern)).values()


def _config_hash(account: Account, options: Options) -> str:
    """Fingerprint of everything that was declared and of all thresholds."""
    settings = {
        "options": asdict(options),
        "own_domains": account.own_domains,
        "patterns": {pattern.code: asdict(pattern) for pattern in patterns()},
        "claims": {said.claim: asdict(claim(said.claim)) for said in options.claims},
    }
    text = json.dumps(settings, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
