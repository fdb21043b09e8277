"""The gate: what is news, what is excused, what is known, and what fails."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import finding as made_finding
from reports import make_report as made_report
from reports import metric

from acctaudit.errors import AcctauditError, InputError
from acctaudit.gate import baseline, decide
from acctaudit.gate.baseline import Baseline
from acctaudit.gate.data import Check, Item, Place, Who
from acctaudit.gate.known import NOTHING, Known
from acctaudit.gate.policy import Budget, Policy, Suppression
from acctaudit.report import SEVERITIES, Basis, Finding, Report, Sign, Subject

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 8, 1)
HERE = Place("acctaudit.toml", 7)
LONG, SHORT = (
    Subject("2026-05-01", "gap", 60, "2026-06-30"),
    Subject("2026-01-02", "gap", 35),
)


def sign(value: float, spread: float = 0.0, **changes: Any) -> Sign:
    made = Sign(
        name="gap",
        direction="at least",
        limit=30,
        unit="days",
        basis=Basis("our judgement", "a month", ""),
        value=value,
        low=value - spread,
        high=value + spread,
        n=100,
        crossed=True,
        reason=None,
        decides="verdict",
        title="Longest silence",
    )
    return replace(made, **changes)


def finding(code: str, **changes: Any) -> Finding:
    return made_finding(code, "a-pattern", "A pattern", **changes)


def make_report(**changes: Any) -> Report:
    made = made_report(**changes)
    intake = replace(made.intake, quarantined=0, read=140)
    return replace(made, intake=intake, intent=replace(made.intent, inferred=False))


def gap(*about: Subject, severity: str = "high", **changes: Any) -> Report:
    """A report on an account that stopped and went on."""
    longest = about[0].value if about and about[0].value is not None else 60
    found = finding(
        "AA205",
        verdict="fired",
        severity=severity,
        reason=None,
        signs=changes.pop("signs", [sign(longest)]),
        about=list(about),
        **changes,
    )
    return make_report(patterns=[found], as_of="2026-08-01")


def clear() -> Report:
    found = finding("AA205", verdict="clear", reason=None, about=[])
    return make_report(patterns=[found], as_of="2026-08-01")


def suppression(**changes: Any) -> Suppression:
    made = Suppression("AA205", "holidays", date(2026, 12, 31), HERE)
    return replace(made, **changes)


def check(report: Report, known: Known = NOTHING, **policy: Any) -> Check:
    return decide(report, Policy(**policy), TODAY, known)


def only(made: Check) -> Item:
    assert len(made.items) == 1
    return made.items[0]


def accepted(report: Report, path: Path, **policy: Any) -> Known:
    """What a baseline made of that report knows, after a way through its file."""
    made = baseline.updated(Baseline.empty(), check(report, **policy))
    path.write_text(made.to_json(), "utf-8")
    return baseline.known(path, check(report).account)


def codes(made: Check) -> list[str]:
    return [notice.code for notice in made.notices]


@pytest.mark.parametrize("severity", SEVERITIES)
@pytest.mark.parametrize("fail_on", [*SEVERITIES, "never"])
def test_what_is_as_severe_as_said_fails_and_nothing_milder(
    severity: str, fail_on: str
) -> None:
    made = check(gap(severity=severity), fail_on=fail_on)
    fails = fail_on != "never" and SEVERITIES.index(severity) <= SEVERITIES.index(fail_on)
    assert (made.passed, only(made).gates) == (not fails, fails)
    assert made.headline.startswith("FAILED" if fails else "Passed")


def test_what_is_known_is_silent(tmp_path: Path) -> None:
    known = accepted(gap(LONG), tmp_path / "b.json")
    made = check(gap(LONG), known)
    assert (only(made).state, made.passed, made.notices) == ("known", True, [])
    assert made.headline == (
        "Passed: nothing of severity high or above is new or worse (1 known)."
    )


def test_a_silence_that_grew_is_worse(tmp_path: Path) -> None:
    known = accepted(gap(replace(LONG, value=37)), tmp_path / "b.json")
    item = only(check(gap(LONG), known))
    assert (item.state, item.gates) == ("worse", True)
    assert item.why == "2026-05-01: it was 37 days and is 60 days."


def test_a_little_more_is_not_worse(tmp_path: Path) -> None:
    known = accepted(gap(LONG), tmp_path / "b.json")
    little = gap(replace(LONG, value=66))
    assert only(check(little, known)).state == "known"
    assert only(check(little, known, worse_by=9.0)).state == "worse"


def test_another_silence_is_new_though_the_pattern_is_known(tmp_path: Path) -> None:
    known = accepted(gap(LONG), tmp_path / "b.json")
    item = only(check(gap(LONG, SHORT), known))
    assert (item.state, item.gates) == ("new", True)
    assert item.why == "It is about something else than before: 2026-01-02."


def test_a_worse_severity_is_worse(tmp_path: Path) -> None:
    known = accepted(gap(severity="high"), tmp_path / "b.json")
    assert only(check(gap(severity="critical"), known)).state == "worse"
    milder = only(check(gap(severity="low"), known))
    assert (milder.state, milder.gates) == ("better", False)


@pytest.mark.parametrize(
    ("then", "now", "state"),
    [
        (sign(50), sign(60), "worse"),
        (sign(60), sign(50), "better"),
        (sign(50, 5), sign(60, 4), "worse"),
        (sign(50, 9), sign(60, 9), "known"),  # the intervals overlap: may be chance
        (sign(50, low=None, high=None), sign(60), "known"),  # no interval to tell by
        (sign(50), sign(51), "known"),  # two percent
        (sign(0.04, direction="below"), sign(0.02, direction="below"), "worse"),
        (sign(0.02, direction="below"), sign(0.04, direction="below"), "better"),
    ],
)
def test_figures_are_worse_when_they_moved_for_sure(
    tmp_path: Path, then: Sign, now: Sign, state: str
) -> None:
    known = accepted(gap(signs=[then]), tmp_path / "b.json")
    assert only(check(gap(signs=[now]), known)).state == state


def test_a_baseline_of_another_version_of_the_pattern_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    known = accepted(gap(), path)
    with pytest.raises(InputError, match=r"b\.json: AA205 was noted by another version"):
        check(gap(version=2), known)


def test_suppressed_findings_stay_visible_with_their_reason() -> None:
    made = check(gap(LONG), suppressions=(suppression(),))
    item = only(made)
    assert (item.state, item.gates, item.reason) == ("suppressed", False, "holidays")
    assert item.why == "It is suppressed until 2026-12-31: holidays"
    assert made.passed
    assert made.notices == []


def test_a_suppressed_silence_does_not_hide_the_next_one() -> None:
    excuse = suppression(start=date(2026, 5, 1), end=date(2026, 6, 1))
    item = only(check(gap(LONG, SHORT), suppressions=(excuse,)))
    assert (item.state, item.gates) == ("new", True)
    assert [subject.key for subject in item.about] == ["2026-01-02"]


@pytest.mark.parametrize(
    ("changes", "matches"),
    [
        ({}, True),
        ({"pattern": "AA2"}, True),
        ({"pattern": "AA3"}, False),
        ({"start": date(2026, 5, 1)}, True),
        ({"start": date(2026, 5, 2)}, True),  # the first day without a post
        ({"start": date(2026, 5, 3)}, False),
        ({"key": "2026-05-01", "start": date(2026, 6, 1)}, False),
        ({"end": date(2026, 5, 1)}, True),
        ({"end": date(2026, 4, 30)}, False),
        ({"key": "2026-05-01"}, True),
        ({"key": "2026-05-02"}, False),
        ({"account": "somebody_else"}, False),
    ],
)
def test_a_suppression_matches_what_it_names(changes: Any, matches: bool) -> None:
    made = check(gap(LONG), suppressions=(suppression(**changes),))
    assert (only(made).state == "suppressed") == matches
    unused = [] if matches or "account" in changes else ["SUP002"]
    assert codes(made) == unused


def test_a_narrow_suppression_does_not_excuse_the_account_as_a_whole() -> None:
    made = check(gap(), suppressions=(suppression(start=date(2026, 1, 1)),))
    assert only(made).state == "new"
    assert codes(made) == ["SUP002"]


def test_a_suppression_written_ahead_is_not_called_useless() -> None:
    ahead = suppression(start=date(2026, 7, 20), end=date(2026, 8, 1))
    assert codes(check(clear(), suppressions=(ahead,))) == []
    over = suppression(start=date(2026, 7, 20), end=date(2026, 7, 31))
    assert codes(check(clear(), suppressions=(over,))) == ["SUP002"]


@pytest.mark.parametrize(
    ("expires", "state", "notices"),
    [
        (date(2026, 8, 1), "suppressed", ["SUP001"]),
        (date(2026, 8, 15), "suppressed", ["SUP001"]),
        (date(2026, 8, 16), "suppressed", []),
        (date(2026, 7, 31), "expired", ["SUP003"]),
        (None, "suppressed", []),
    ],
)
def test_it_warns_two_weeks_ahead_and_comes_back(
    expires: date | None, state: str, notices: list[str]
) -> None:
    made = check(gap(LONG), suppressions=(suppression(expires=expires),))
    assert (only(made).state, codes(made)) == (state, notices)
    assert only(made).gates == (state == "expired")


def test_an_expired_suppression_of_what_is_accepted_is_only_told(tmp_path: Path) -> None:
    known = accepted(gap(LONG), tmp_path / "b.json")
    old = suppression(expires=date(2026, 7, 1))
    made = check(gap(LONG), known, suppressions=(old,))
    assert (only(made).state, codes(made)) == ("known", ["SUP003"])


def rate(**changes: Any) -> Report:
    found = metric(2.5, "posts a week", low=2.0, high=3.4, title="Posts a week", **changes)
    patterns = [finding("AA205", verdict="clear", reason=None)]
    return make_report(
        patterns=patterns, metrics={"cadence": {"posts_per_week_export": found}}
    )


def budget(**changes: Any) -> Budget:
    made = Budget("cadence.posts_per_week_export", 3, None, "interval", "high", HERE)
    return replace(made, **changes)


def test_a_budget_is_held_against_the_interval_or_the_value() -> None:
    assert check(rate(), budgets=(budget(),)).passed  # up to 3.4 is possible
    made = check(rate(), budgets=(budget(on="value"),))
    assert not made.passed
    assert only(made).says == (
        "It is 2.50 posts a week; the budget asks for at least 3 posts a week (held against"
        " the value)."
    )
    assert only(made).place == HERE
    whole = only(check(rate(), budgets=(budget(low=4),)))
    assert "the whole 95 % interval, 2 posts a week to 3.40 posts a week" in whole.says
    assert not check(rate(), budgets=(budget(low=None, high=1.5),)).passed


def test_a_budget_for_what_is_unknown_is_told_and_never_fails() -> None:
    missing = metric(None, status="not-measurable", reason="the file has no times", n=None)
    report = rate()
    report.metrics["cadence"]["posts_per_week_export"] = missing
    made = check(report, budgets=(budget(),))
    assert (made.passed, codes(made)) == (True, ["BUD001"])
    assert "the file has no times" in made.notices[0].says


def test_a_budget_can_be_accepted_and_suppressed_like_a_pattern(tmp_path: Path) -> None:
    asked = (budget(on="value"),)
    known = accepted(rate(), tmp_path / "b.json", budgets=asked)
    assert only(check(rate(), known, budgets=asked)).state == "known"
    excuse = suppression(pattern="budget:cadence.posts_per_week_export")
    made = check(rate(), budgets=asked, suppressions=(excuse,))
    assert only(made).state == "suppressed"


def test_an_error_inside_is_never_green() -> None:
    broken = finding("AA205", verdict="error", reason="internal error")
    with pytest.raises(AcctauditError, match="AA205 failed inside"):
        check(make_report(patterns=[broken]))


def test_an_export_from_which_nothing_can_be_judged_is_never_green() -> None:
    open_ = finding("AA205", verdict="not-measurable", reason="no times")
    with pytest.raises(InputError, match="not one pattern could be judged"):
        check(make_report(patterns=[open_]))
    with pytest.raises(InputError, match="select and ignore leave no pattern"):
        check(make_report(patterns=[]))


def test_a_first_run_says_that_there_is_no_baseline(tmp_path: Path) -> None:
    known = baseline.known(tmp_path / "acctaudit-baseline.json", Who("a", None, None))
    made = check(gap(), known)
    assert not made.passed
    assert codes(made) == ["BAS001"]
    assert "acctaudit baseline create" in made.notices[0].says


def test_prune_drops_what_is_resolved_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    known = accepted(gap(LONG, SHORT), path)
    one_left = check(gap(SHORT), known)
    assert codes(one_left) == ["BAS002"]
    assert "no longer about 2026-05-01" in one_left.notices[0].says
    there = baseline.pruned(baseline.load(path), one_left)
    assert list(there.accounts[0].findings[0].about) == ["2026-01-02"]
    gone = check(clear(), known)
    assert codes(gone) == ["BAS002"]
    assert baseline.pruned(baseline.load(path), gone).accounts[0].findings == []
    unknown = finding("AA205", verdict="not-measurable", reason="no times", about=[])
    other = finding("AA301", verdict="clear", reason=None)
    blind = check(make_report(patterns=[unknown, other]), known)
    kept = baseline.pruned(baseline.load(path), blind)
    assert [found.pattern for found in kept.accounts[0].findings] == ["AA205"]


def test_update_keeps_what_is_no_longer_found_and_takes_new_figures(
    tmp_path: Path,
) -> None:
    path = tmp_path / "b.json"
    accepted(gap(LONG), path)
    there = baseline.updated(baseline.load(path), check(gap(replace(SHORT, value=40))))
    assert there.accounts[0].findings[0].about == {"2026-01-02": 40, "2026-05-01": 60}
    again = baseline.updated(there, check(clear()))
    assert [found.pattern for found in again.accounts[0].findings] == ["AA205"]


def test_suppressed_findings_are_not_accepted(tmp_path: Path) -> None:
    made = check(gap(LONG), suppressions=(suppression(),))
    assert baseline.accepted(made) == []


def test_create_refuses_an_account_that_is_known(tmp_path: Path) -> None:
    made = baseline.created(Baseline.empty(), check(gap()))
    with pytest.raises(InputError, match="already"):
        baseline.created(made, check(gap()))


def test_one_baseline_holds_several_accounts_and_knows_each_again() -> None:
    first, second = check(gap()), check(gap(LONG))
    second = replace(second, account=Who("other", "99", None))
    both = baseline.created(baseline.created(Baseline.empty(), first), second)
    assert len(both.accounts) == 2
    renamed = both.of(Who("renamed", "99", None))
    assert renamed is not None
    assert renamed.handle == "other"
    assert both.of(Who("OTHER", None, None)) == renamed
    assert both.of(Who("stranger", None, None)) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "broken or cut off"),
        ("{", "broken or cut off"),
        ("[" * 100_000, "broken or cut off"),
        ("[]", "is no baseline of schema acctaudit/baseline/1"),
        ('{"schema": "acctaudit/baseline/2"}', "is no baseline of schema"),
        ('{"schema": "acctaudit/report/1"}', "is no baseline of schema"),
        ('{"schema": "acctaudit/baseline/1", "accounts": 3}', "missing or not as it"),
        ('{"schema": "acctaudit/baseline/1", "acounts": []}', "missing or not as it"),
        ('{"schema": "acctaudit/baseline/1"}', "missing or not as it"),
    ],
)
def test_a_baseline_that_cannot_be_used_is_one_line(
    tmp_path: Path, text: str, problem: str
) -> None:
    path = tmp_path / "b.json"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError) as error:
        baseline.load(path)
    assert str(error.value).startswith(f"{path}: ")
    assert problem in str(error.value)
    assert "acctaudit baseline create" in str(error.value)
    assert "\n" not in str(error.value)


def test_fingerprints_are_of_what_a_finding_is_about_and_of_no_value() -> None:
    one = only(check(gap(LONG))).fingerprint
    assert one == only(check(gap(replace(LONG, value=99), severity="low"))).fingerprint
    assert one != only(check(gap(LONG, SHORT))).fingerprint
    assert one != only(check(gap())).fingerprint


def test_what_was_set_aside_and_an_unknown_day_are_told() -> None:
    report = replace(gap(), as_of=None)
    intake = replace(report.intake, quarantined=3)
    intent = replace(report.intent, inferred=True)
    made = check(replace(report, intake=intake, intent=intent))
    assert codes(made) == ["INT001", "DEC001", "DAY001"]


NEXT = Subject("2026-07-02", "gap", 33)


def test_what_comes_after_a_prune_is_new(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    known = accepted(gap(LONG), path)
    pruned = baseline.pruned(baseline.load(path), check(gap(NEXT), known))
    assert pruned.accounts[0].findings == []
    path.write_text(pruned.to_json(), "utf-8")
    made = check(gap(NEXT), baseline.known(path, check(gap()).account))
    assert only(made).gates


def test_a_thing_that_can_be_told_now_is_new(tmp_path: Path) -> None:
    known = accepted(gap(), tmp_path / "b.json")
    assert only(check(gap(LONG), known)).state == "new"


def test_a_suppressed_thing_stays_in_the_baseline_and_is_not_called_gone(
    tmp_path: Path,
) -> None:
    path = tmp_path / "b.json"
    known = accepted(gap(LONG, SHORT), path)
    excuse = suppression(key=SHORT.key)
    made = check(gap(LONG, SHORT), known, suppressions=(excuse,))
    assert codes(made) == []
    assert [subject.key for subject in only(made).excused] == [SHORT.key]
    kept = baseline.pruned(baseline.load(path), made).accounts[0].findings[0].about
    assert sorted(kept) == [SHORT.key, LONG.key]


def test_what_ran_out_is_said_of_the_new_things_alone(tmp_path: Path) -> None:
    known = accepted(gap(LONG), tmp_path / "b.json")
    over = suppression(key=NEXT.key, expires=date(2026, 7, 1))
    item = only(check(gap(LONG, NEXT), known, suppressions=(over,)))
    assert (item.state, item.gates) == ("expired", True)


def test_the_suppression_of_a_budget_is_of_that_one_alone() -> None:
    report = rate()
    more = metric(2.5, "posts a week", low=2.0, high=3.4, title="Another", n=9)
    report.metrics["cadence"]["posts_per_week_export_2"] = more
    asked = (
        budget(on="value"),
        budget(on="value", metric="cadence.posts_per_week_export_2"),
    )
    excuse = suppression(pattern="budget:cadence.posts_per_week_export")
    states = [i.state for i in check(report, budgets=asked, suppressions=(excuse,)).items]
    assert sorted(states) == ["new", "suppressed"]


@pytest.mark.parametrize(
    ("on", "then", "now", "state"),
    [
        ("value", {"low": 2.0, "high": 3.4}, {"low": 1.0, "high": 2.4}, "worse"),
        ("interval", {"low": None, "high": None}, {"low": None, "high": None}, "worse"),
        ("interval", {"low": 2.0, "high": 2.9}, {"low": 1.0, "high": 2.4}, "known"),
    ],
)
def test_a_budget_is_worse_by_its_value_where_there_is_no_interval(
    on: Any, then: Any, now: Any, state: str, tmp_path: Path
) -> None:
    asked = (budget(on=on),)

    def of(value: float, **bounds: Any) -> Report:
        report = rate()
        found = metric(value, "posts a week", title="Posts a week", n=9, **bounds)
        report.metrics["cadence"]["posts_per_week_export"] = found
        return report

    known = accepted(of(2.5, **then), tmp_path / "b.json", budgets=asked)
    assert only(check(of(1.5, **now), known, budgets=asked)).state == state


def test_accounts_without_a_name_are_never_the_same(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    nobody = Who(None, None, "A name")
    accepted(gap(), path)
    with pytest.raises(InputError, match="does not say whose it is"):
        baseline.updated(baseline.load(path), replace(check(gap()), account=nobody))
    assert baseline.known(path, nobody).against.kind == "nothing"


def test_update_touches_one_account_and_keeps_its_id() -> None:
    made = check(gap())
    there = Baseline.empty()
    for user_id in ("3", "4"):
        there = baseline.created(there, replace(made, account=Who("dup", user_id, None)))
    with pytest.raises(InputError, match="several accounts that were @dup"):
        baseline.updated(there, replace(made, account=Who("dup", None, None)))
    one = baseline.created(Baseline.empty(), replace(made, account=Who("x", "3", None)))
    again = baseline.updated(one, replace(made, account=Who("x", None, None)))
    assert [account.user_id for account in again.accounts] == ["3"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"severity": "high"', '"severity": "awful"'),
        ('"value": 60', f'"value": {10**400}'),
        ('"value": 60', '"value": 1e300'),
    ],
)
def test_a_baseline_with_impossible_values_is_refused(
    old: str, new: str, tmp_path: Path
) -> None:
    path = tmp_path / "b.json"
    accepted(gap(LONG), path)
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(InputError, match=r"b\.json: something in it"):
        baseline.load(path)


@given(
    st.lists(st.sampled_from(SEVERITIES), min_size=1, max_size=6),
    st.sampled_from([*SEVERITIES, "never"]),
)
def test_a_looser_gate_never_fails_more(severities: list[str], fail_on: str) -> None:
    patterns = [
        finding(f"AA{200 + i}", verdict="fired", severity=severity, reason=None)
        for i, severity in enumerate(severities)
    ]
    report = make_report(patterns=patterns)
    order = ("never", *SEVERITIES)
    looser = order[: order.index(fail_on) + 1]
    strict = {item.code for item in check(report, fail_on=fail_on).failing()}
    for name in looser:
        fewer = {item.code for item in check(report, fail_on=name).failing()}
        assert fewer <= strict


def test_the_check_survives_its_json() -> None:
    made = check(gap(LONG), suppressions=(suppression(),))
    assert Check.from_json(made.to_json()) == made
