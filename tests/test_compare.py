"""Two reports side by side: what is told, how sure it is, and what is refused."""

from __future__ import annotations

import copy
import json
import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import msgspec
import pytest
from click.testing import CliRunner
from reports import CLAIM, SCORE, VITALS, finding, healthy, make_report, metric

from acctaudit.audit import audit
from acctaudit.cli import main, run
from acctaudit.cli.inputs import Inputs
from acctaudit.compare import (
    ONE_ACCOUNT,
    SCHEMA,
    TWO_ACCOUNTS,
    Comparison,
    Figure,
    compare,
    grounds,
    kind_of,
)
from acctaudit.compare.figures import difference
from acctaudit.render import FORMATS
from acctaudit.render.comparison import render
from acctaudit.render.look import Look
from acctaudit.report import Basis, Report, Sign, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[1]
BRAND = ROOT / "samples" / "brand.json"
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HOSTILE = (
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)" x="',
    "</style><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "\u202eevil\u202c \u2066x\u2069",
    "{{ 7 * 7 }} {% raw %} {first}",
    "a\x00b\x1b]52;c\x07c\ud83d",
    "write to jane.doe@example.org or +43 660 1234567",
    "W" * 400,
)


def sign(value: float | None, spread: float = 0.02, **changes: Any) -> Sign:
    """A comparison with a limit of 5 %, below which the problem lies."""
    made = Sign(
        name="max_reply_share",
        direction="below",
        limit=0.05,
        unit="share",
        basis=Basis("published", "somebody", ""),
        value=value,
        low=None if value is None else max(value - spread, 0),
        high=None if value is None else value + spread,
        n=100,
        crossed=None if value is None else value + spread < 0.05,
        reason=None,
        decides="verdict",
        title="Replies to others",
    )
    return replace(made, **changes)


def report(verdict: str = "fired", *signs: Sign, **changes: Any) -> Report:
    """A report with one pattern in it, and one figure that this is about."""
    severity = changes.pop("severity", "medium")
    reason = None if verdict in {"fired", "clear"} else "too few posts"
    found = finding(
        "AA301", "megaphone", "Broadcasts and does not answer", verdict,
        severity=severity, signs=list(signs), reason=reason,
    )  # fmt: skip
    metrics = changes.pop("metrics", {})
    made = make_report(patterns=[found], metrics=metrics, phases=[], vitals=[], claims=[])
    return replace(made, score=None, **changes)


def other(made: Report) -> Report:
    """The same report of another account."""
    card = replace(made.account, handle="example_two", user_id="2", name="Two")
    return replace(made, account=card)


def change(old: Report, new: Report) -> tuple[str, str]:
    """What became of the one pattern, and how sure that is."""
    (found,) = compare(old, new).findings
    return found.change, found.sure


@cache
def brand() -> dict[str, Any]:
    """The sample of a brand, as it stands in its file."""
    read: dict[str, Any] = json.loads(BRAND.read_text(encoding="utf-8"))
    return read


def audited(tmp_path: Path, edit: Callable[[dict[str, Any]], None]) -> Report:
    """The audit of that sample after one of its posts was edited."""
    made = copy.deepcopy(brand())
    edit(made["posts"][350])
    path = tmp_path / "export.json"
    path.write_text(json.dumps(made), encoding="utf-8")
    account = Inputs((str(path),), None, None, (), None, None, None, 20).read()
    return audit(account)


def as_it_is(post: dict[str, Any]) -> None:
    """No edit."""
    assert post["text"]


# What changed


@pytest.mark.parametrize("made", [make_report, healthy])
def test_equal_reports_say_that_nothing_changed(made: Callable[[], Report]) -> None:
    same = compare(made(), made())
    assert same.is_same()
    assert str(same.headline) == "Nothing changed between the two reports."
    assert same.more == ""
    lists = same.metrics, same.gaps, same.phases, same.claims, same.profile
    assert not any(lists)
    assert not set(same.counts) - {"unchanged", "fine", "open"}


def test_one_edited_post_is_one_change(tmp_path: Path) -> None:
    def add_hashtag(post: dict[str, Any]) -> None:
        assert "#" not in post["text"]
        post["text"] += " #bread"

    base = audited(tmp_path, as_it_is)
    edited = compare(base, audited(tmp_path, add_hashtag))
    assert [(m.analyzer, m.name) for m in edited.metrics] == [("content", "hashtag_share")]
    (moved,) = edited.metrics
    assert moved.pair.old.value == 0
    assert moved.pair.new.value == pytest.approx(1 / 700)
    assert moved.pair.difference == "unclear"
    assert not edited.changed()
    assert not any(found.signs for found in edited.findings)
    assert all(vital.pair.difference == "same" for vital in edited.vitals)
    lists = edited.gaps, edited.phases, edited.claims, edited.profile
    assert not any(lists)


def test_what_follows_from_another_edit_is_all_that_differs(tmp_path: Path) -> None:
    base = audited(tmp_path, as_it_is)
    new = audited(tmp_path, lambda post: post.update(source="Twitter Web App"))
    edited = compare(base, new)
    assert {m.name for m in edited.metrics} == {"client_mix", "top_client_share"}
    assert [found.code for found in edited.findings if found.signs] == ["AA801"]
    assert not edited.changed()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (report("clear", sign(0.3)), report("fired", sign(0.01)), ("new", "clear")),
        (report("fired", sign(0.01)), report("clear", sign(0.3)), ("gone", "clear")),
        (
            report("clear", sign(0.06)),
            report("fired", sign(0.029)),
            ("new", "chance"),
        ),
        (
            report("clear", sign(0.06, low=None, high=None)),
            report("fired", sign(0.01)),
            ("new", "unknown"),
        ),
        (
            report("fired", sign(0.029, 0.001)),
            report("fired", sign(0.01, 0.001)),
            ("worse", "clear"),
        ),
        (
            report("fired", sign(0.01, 0.001)),
            report("fired", sign(0.029, 0.001)),
            ("better", "clear"),
        ),
        (report("fired", sign(0.01)), report("fired", sign(0.02)), ("unchanged", "")),
        (
            report("fired", sign(0.01), severity="low"),
            report("fired", sign(0.02), severity="high"),
            ("worse", "chance"),
        ),
        (
            report("fired", sign(0.01), severity="high"),
            report("fired", sign(0.01), severity="low"),
            ("better", "unknown"),
        ),
        (
            report("fired", sign(0.01)),
            report("not-measurable", sign(None)),
            ("lost", "unknown"),
        ),
        (
            report("insufficient-evidence", sign(None)),
            report("fired", sign(0.01)),
            ("judged", "unknown"),
        ),
        (report("clear", sign(0.3)), report("clear", sign(0.2)), ("fine", "")),
        (
            report("not-measurable", sign(None)),
            report("insufficient-evidence", sign(None)),
            ("open", ""),
        ),
    ],
)
def test_every_change_has_its_name_and_how_sure_it_is(
    old: Report, new: Report, expected: tuple[str, str]
) -> None:
    assert change(old, new) == expected


def test_figures_that_move_both_ways_make_neither_better_nor_worse() -> None:
    second = replace(sign(0.9, 0.001), name="min_broadcast_share", direction="above")
    old = report("fired", sign(0.01, 0.001), second)
    more = replace(second, value=0.95, low=0.949, high=0.951)
    assert change(old, report("fired", sign(0.03, 0.001), more)) == ("changed", "clear")


def test_a_limit_on_both_sides_of_a_figure_makes_neither_better_nor_worse() -> None:
    def ratio(value: float) -> tuple[Sign, Sign]:
        low = sign(value, 0, name="ratio", direction="above", limit=0.9, unit="times")
        high = replace(low, name="ratio_high", direction="below", limit=1.1)
        return low, high

    assert change(report("fired", *ratio(0.95)), report("fired", *ratio(1.05))) == (
        "unchanged",
        "",
    )


def test_a_pattern_of_one_report_only_cannot_be_called_new_or_gone() -> None:
    full, empty = report("fired", sign(0.01)), replace(report(), patterns=[])
    assert change(empty, full)[0] == "judged"
    assert change(full, empty)[0] == "lost"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (Figure(1, 1, 1), Figure(1, 1, 1), "same"),
        (Figure(1, 1, 1), Figure(2, 2, 2), "different"),
        (Figure(0.1, 0.05, 0.2), Figure(0.3, 0.21, 0.4), "clear"),
        (Figure(0.1, 0.05, 0.2), Figure(0.3, 0.2, 0.4), "unclear"),
        (Figure(0.1, 0.05, 0.2), Figure(0.1, 0.04, 0.2), "unclear"),
        (Figure(0.3, 0.2, 0.4), Figure(0.1, 0.1, 0.1), "clear"),
        (Figure(0.3), Figure(0.1), "unbounded"),
        (Figure("2011-01-01"), Figure("2012-01-01"), "different"),
        (Figure(["a"]), Figure(["a"]), "same"),
        (Figure(["a"]), Figure([]), "different"),
    ],
)
def test_a_difference_is_clear_only_beyond_both_intervals(
    old: Figure, new: Figure, expected: str
) -> None:
    assert difference(old, new) == expected


def with_metric(made: Report, **changes: Any) -> Report:
    """The report with its share of replies as given."""
    found = replace(metric(0.01, low=0.005, high=0.02), **changes)
    return replace(made, metrics={"conversation": {"reply_share": found}})


def test_better_is_said_only_where_a_finding_rests_on_the_figure() -> None:
    low = {"value": 0.01, "low": 0.0, "high": 0.03}
    high = {"value": 0.5, "low": 0.45, "high": 0.55}
    old = with_metric(report("fired", sign(0.01)), **low)
    new = with_metric(report("clear", sign(0.5, 0.05)), **high)
    assert compare(old, new).metrics[0].pair.direction == "better"
    assert compare(new, replace(old, as_of=new.as_of)).metrics[0].pair.direction == "worse"
    silent = replace(old, patterns=[]), replace(new, patterns=[])
    assert compare(*silent).metrics[0].pair.direction == "changed"
    assert compare(old, other(new)).metrics[0].pair.direction == "second-better"


def as_followers(made: Report) -> Report:
    """The report whose one figure is the number of followers."""
    (figure,) = made.metrics["conversation"].values()
    return replace(made, metrics={"audience": {"followers": figure}})


def test_amounts_are_never_praised() -> None:
    few = sign(100, 0, name="followers", unit="followers", limit=200, crossed=True)
    many = replace(few, value=900, low=900, high=900, crossed=False)
    old = with_metric(report("fired", few), value=100, low=100, high=100, unit="followers")
    new = with_metric(report("clear", many), value=900, low=900, high=900, unit="followers")
    (moved,) = compare(as_followers(old), as_followers(new)).metrics
    assert (moved.pair.difference, moved.pair.direction) == ("different", "changed")


@pytest.mark.parametrize(
    ("changes", "known", "reason"),
    [
        ({"unit": "posts"}, "both", "it is measured in different units"),
        ({"window": "active"}, "both", "it refers to different stretches of time"),
        ({"definition": "else"}, "both", "it is defined differently"),
        ({"value": None, "reason": "no replies"}, "old", "no replies"),
    ],
)
def test_only_the_same_figure_is_compared(
    changes: dict[str, Any], known: str, reason: str
) -> None:
    found = compare(with_metric(report()), with_metric(report(), **changes))
    assert found.metrics == []
    assert [(gap.known, str(gap.reason)) for gap in found.gaps] == [(known, reason)]


def test_vital_signs_score_and_claims_are_compared() -> None:
    better = replace(VITALS[0], score=60, low=55, high=65)
    old = make_report(vitals=VITALS, score=SCORE, claims=[CLAIM])
    supported = replace(CLAIM, verdict="supported")
    new = make_report(
        vitals=[better, VITALS[1], replace(VITALS[2], score=50)],
        score=replace(SCORE, total=41),
        claims=[supported],
    )
    found = compare(old, new)
    assert [(v.pair.difference, v.pair.direction) for v in found.vitals] == [
        ("clear", "better"),
        ("same", ""),
        ("unbounded", ""),
    ]
    assert found.score is not None
    assert found.score.difference == "unclear"
    assert [(claim.old, claim.new) for claim in found.claims] == [
        ("contradicted", "supported")
    ]
    newer = replace(new, score=replace(SCORE, version=2))
    assert compare(old, newer).score is None


def test_phases_and_profile_texts_that_differ_are_told() -> None:
    old = make_report()
    phases = [old.phases[0], replace(old.phases[1], name="surge")]
    new = make_report(phases=phases, account=replace(old.account, bio="New bio"))
    found = compare(old, new)
    assert [(phase.old, phase.new) for phase in found.phases] == [("fade", "surge")]
    assert [(item.field, item.new) for item in found.profile] == [("bio", "New bio")]
    two = compare(old, other(new))
    assert two.phases == []
    assert two.profile == []


# Whose reports, and may they be compared


def test_the_user_id_decides_whose_a_report_is_then_the_handle() -> None:
    made = make_report()
    card = made.account
    renamed = replace(made, account=replace(card, handle="renamed"))
    assert kind_of(made, renamed) == ONE_ACCOUNT
    assert any(
        "renamed from @example_build" in text for text in grounds(made, renamed).warnings
    )
    taken = replace(made, account=replace(card, user_id="9"))
    assert kind_of(made, taken) == TWO_ACCOUNTS
    assert any("they are two accounts" in text for text in grounds(made, taken).warnings)
    upper = replace(made, account=replace(card, user_id=None, handle="EXAMPLE_build"))
    assert kind_of(made, upper) == ONE_ACCOUNT
    nameless = replace(made, account=replace(card, user_id=None, handle=None))
    assert kind_of(made, nameless) == ONE_ACCOUNT
    assert any("taken to be" in text for text in grounds(made, nameless).warnings)


def test_two_accounts_are_told_side_by_side_and_none_is_ranked() -> None:
    bad, good = report("fired", sign(0.01)), report("clear", sign(0.3))
    found = compare(good, other(bad))
    assert found.kind == TWO_ACCOUNTS
    assert found.counts == {"only-second": 1}
    assert str(found.headline) == "1 finding is only at @example_two."
    text = render(found, "terminal")
    assert "side by side" in text.splitlines()[0]
    assert not re.search(r"\b(worse|better|new|gone)\b", text, re.IGNORECASE)


def test_shared_posts_and_other_exports_are_warned_of() -> None:
    made = make_report()
    assert any("not independent" in text for text in grounds(made, made).warnings)
    intake = replace(made.intake, reader="something else")
    held = grounds(made, replace(made, intake=intake))
    assert any("different kinds of export" in text for text in held.warnings)
    later = Span("2015-01-01", "2016-01-01", 366)
    apart = replace(made, window={**made.window, "active": later}, as_of="2016-01-02")
    assert not any("not independent" in text for text in grounds(made, apart).warnings)
    assert any(
        "at different times" in text for text in grounds(made, other(apart)).warnings
    )


OTHER_HASH = {"config_hash": "f" * 32}


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        (
            replace(make_report(), tool=replace(make_report().tool, version="9.9")),
            "versions 0.1.0 and 9.9",
        ),
        (
            make_report(intent=replace(make_report().intent, archetype="care", label="x")),
            "(use --archetype)",
        ),
        (
            make_report(intent=replace(make_report().intent, inferred=True)),
            "declared for one and inferred",
        ),
        (make_report(intent=replace(make_report().intent, goals=[])), "goals differ"),
        (make_report(**OTHER_HASH), "different settings"),
    ],
)
def test_what_is_not_comparable_is_refused_with_the_reason(
    new: Report, reason: str, tmp_path: Path
) -> None:
    paths = saved(tmp_path, make_report(), new)
    done = CliRunner().invoke(main, ["compare", *paths])
    assert "not comparable" in str(done.exception)
    assert reason in str(done.exception)
    assert "--force" in str(done.exception)
    assert "\n" not in str(done.exception)
    forced = CliRunner().invoke(main, ["compare", *paths, "--force"])
    assert forced.exit_code == 0, forced.exception
    assert "not comparable, but forced" in forced.stdout
    page = render(compare(make_report(), new), "html")
    assert "the comparison was forced" in page
    assert reason.split(" and ", maxsplit=1)[0] in page


def test_limits_that_differ_are_named() -> None:
    held = grounds(report("fired", sign(0.01)), report("fired", sign(0.01, limit=0.1)))
    assert held.refused == [
        "they were held against different limits: AA301 max_reply_share (0.05 and 0.10)"
    ]


def test_settings_whose_difference_is_seen_to_be_harmless_are_only_mentioned() -> None:
    old = make_report()
    card = replace(old.account, link="https://elsewhere.example")
    held = grounds(old, make_report(account=card, claims=[], **OTHER_HASH))
    assert held.refused == []
    assert any("the link in the profile" in text for text in held.warnings)
    two = grounds(old, other(make_report(**OTHER_HASH)))
    assert two.refused == []
    assert any("different settings" in text for text in two.warnings)


def test_reports_in_the_wrong_order_are_to_be_swapped(tmp_path: Path) -> None:
    late, early = make_report(), make_report(as_of="2010-01-01")
    paths = saved(tmp_path, late, early)
    for extra in ([], ["--force"]):
        done = CliRunner().invoke(main, ["compare", *paths, *extra])
        assert "swap them" in str(done.exception)
    assert grounds(late, other(early)).swapped == ""
    assert grounds(early, late).swapped == ""


# The command


def saved(tmp_path: Path, *made: Report) -> list[str]:
    """The paths of these reports, written as JSON."""
    paths = []
    for at, item in enumerate(made):
        path = tmp_path / f"{at}.json"
        path.write_text(item.to_json(), encoding="utf-8")
        paths.append(str(path))
    return paths


def exits_with(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[Any, str, str]:
    """Status, stdout and stderr of the program."""
    with pytest.raises(SystemExit) as end:
        run([*args])
    out, err = capsys.readouterr()
    return end.value.code, out, err


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (make_report().to_json()[:-300], "broken or cut off"),
        ('{"tool": {"name": "lighthouse"}}', "is no report of acctaudit"),
        (
            make_report().to_json().replace("acctaudit/report/1", "acctaudit/report/9"),
            "another schema",
        ),
        ('{"tool": {"name": "acctaudit"}, "schema": "acctaudit/report/1"}', "missing"),
        ('{"tool": {"name": ' + "[" * 100_000, "broken or cut off"),
        ("", "0.json"),
        ("[]", "0.json"),
    ],
)
def test_a_file_that_is_no_report_is_refused_in_one_line(
    content: str, problem: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, good = saved(tmp_path, make_report(), make_report())
    Path(bad).write_text(content, encoding="utf-8")
    status, out, err = exits_with(capsys, "compare", bad, good)
    assert (status, out) == (2, "")
    assert problem in err
    assert len(err.splitlines()) == 1


def test_missing_files_and_standard_input_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (good,) = saved(tmp_path, make_report())
    for path in ("-", str(tmp_path / "absent.json")):
        status, out, err = exits_with(capsys, "compare", good, path)
        assert (status, out, len(err.splitlines())) == (2, "", 1)


def test_the_same_file_twice_is_no_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = saved(tmp_path, make_report())
    status, out, err = exits_with(capsys, "compare", path, path)
    assert (status, err) == (0, "")
    assert "Nothing changed" in out


def test_all_files_are_written_or_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = saved(tmp_path, make_report(), make_report())
    files = [tmp_path / f"c{ending}" for ending in (".html", ".md", ".txt", ".json")]
    args = [arg for file in files for arg in ("-o", str(file))]
    status, out, err = exits_with(capsys, "compare", *paths, *args)
    assert (status, out) == (0, "")
    assert err.splitlines() == [f"wrote {file}" for file in files]
    assert all(file.stat().st_size > 500 for file in files)
    lost = "-o", str(tmp_path / "new.md"), "-o", str(tmp_path / "none" / "x.html")
    status, _, err = exits_with(capsys, "compare", *paths, *lost)
    assert (status, len(err.splitlines())) == (2, 1)
    assert not (tmp_path / "new.md").exists()
    status, _, err = exits_with(capsys, "compare", *paths, "-o", paths[0])
    assert status == 2
    assert Report.from_json(Path(paths[0]).read_text(encoding="utf-8")) == make_report()


def test_exports_are_audited_with_the_same_declarations(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = copy.deepcopy(brand())
    old["posts"] = old["posts"][:300]
    old["as_of"] = old["posts"][-1]["created_at"][:10]
    path = tmp_path / "old.json"
    path.write_text(json.dumps(old), encoding="utf-8")
    args = ["compare", str(path), str(BRAND), "--archetype", "b2b", "-f", "json"]
    status, out, err = exits_with(capsys, *args)
    assert (status, err) == (0, "")
    found = Comparison.from_json(out)
    assert (found.kind, found.old.posts, found.new.posts) == (ONE_ACCOUNT, 300, 700)
    assert found.forced == []
    assert found.old.judged_as == found.new.judged_as


def test_a_report_and_an_export_of_the_same_account_are_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "report.json"
    assert exits_with(capsys, "report", str(BRAND), "-o", str(path))[0] == 0
    status, out, _ = exits_with(capsys, "compare", str(path), str(BRAND))
    assert status == 0
    assert "Nothing changed" in out


# The pages


def rescued() -> Report:
    """The account that failed, after somebody took care of it."""
    old = make_report()
    worst, second, *rest = [found for found in old.patterns if found.verdict == "fired"]
    signs = [replace(item, value=0.4, low=0.35, high=0.45) for item in worst.signs]
    fixed = replace(worst, verdict="clear", severity="info", signs=signs)
    lost = replace(second, verdict="not-measurable", reason="the texts are missing")
    known = [found for found in old.patterns if found.verdict != "fired"]
    talk = dict(old.metrics["conversation"])
    talk["reply_share"] = replace(talk["reply_share"], value=0.3, low=0.25, high=0.36)
    talk["repost_share"] = replace(talk["repost_share"], value=0.03)
    talk["broadcast_share"] = replace(talk["broadcast_share"], value=None, reason="none")
    return replace(
        old,
        as_of="2012-03-02",
        patterns=[fixed, lost, *rest, *known],
        metrics={**old.metrics, "conversation": talk},
        vitals=[replace(VITALS[0], score=60, low=55, high=65), *VITALS[1:]],
        claims=[replace(CLAIM, verdict="supported")],
        phases=old.phases[:1],
        account=replace(old.account, bio="We answer"),
    )


def two() -> Comparison:
    """An account that failed, and the same after somebody took care of it."""
    return compare(make_report(), rescued())


def test_the_json_keeps_its_shape_and_reads_back() -> None:
    found = two()
    text = found.to_json()
    schema = msgspec.json.schema(Comparison)
    jsonschema.validate(json.loads(text), schema)
    assert json.loads(text)["schema"] == SCHEMA
    assert Comparison.from_json(text).to_json() == text
    with pytest.raises(ValueError, match="not a comparison"):
        Comparison.from_json(text.replace(SCHEMA, "acctaudit/comparison/9"))


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_reports_give_the_same_text_also_from_their_json(name: str) -> None:
    found = two()
    old, new = (Report.from_json(made.to_json()) for made in (make_report(), rescued()))
    again = compare(old, new)
    assert render(found, name) == render(two(), name) == render(again, name)
    assert render(found, name) == render(Comparison.from_json(found.to_json()), name)


@pytest.mark.parametrize("name", ["html", "markdown", "terminal"])
def test_every_format_tells_what_changed(name: str) -> None:
    text = render(two(), name)
    for group in ("Gone", "Can no longer be judged", "Different for sure"):
        assert group in text
    assert two().headline in text
    gone, lost = (found.title for found in two().findings if found.sure)
    assert gone in text
    assert lost in text


def test_a_difference_that_may_be_chance_is_told_so_and_not_as_clear() -> None:
    low = compare(report("clear", sign(0.06)), report("fired", sign(0.029)))
    page = render(low, "html")
    assert "this could be chance" in page
    assert "No clear difference: the intervals overlap" in page
    assert "Clear difference" not in page


def hostile(text: str) -> Comparison:
    """Two reports in which every string that comes from outside is `text`."""
    bad = finding(
        "AA301", text, text, severity=text, says=text, reason=text,
        signs=[sign(0.01, name=text, unit=text, title=text, decides=text)],
    )  # fmt: skip
    figure = replace(
        metric(0.01), title=text, unit=text, window=text, definition=text, reason=text
    )
    base = make_report()
    card = replace(base.account, handle=text, name=text, bio=text, link=text, user_id=None)
    old = replace(
        base,
        account=card,
        as_of=text,
        intent=replace(base.intent, label=text, archetype=text, goals=[text]),
        intake=replace(base.intake, reader=text),
        verdict=replace(base.verdict, headline=text),
        metrics={text: {text: figure, "list": replace(figure, value=[text])}},
        patterns=[bad, replace(bad, code="AA302", verdict="not-measurable")],
        claims=[replace(CLAIM, statement=text, verdict=text, speaks_for=text)],
        vitals=[replace(VITALS[0], dimension=text, title=text, says=text)],
        phases=[replace(base.phases[0], name=text, says=text, start=text, end=text)],
        config_hash=text,
    )
    new = replace(
        old,
        account=replace(card, name=text + "2", bio="2"),
        metrics={
            text: {text: replace(figure, value=0.5), "list": replace(figure, value=[])}
        },
        patterns=[replace(bad, verdict="clear"), replace(bad, code="AA302", verdict=text)],
        claims=[replace(CLAIM, statement=text, verdict="supported")],
        phases=[],
        tool=replace(base.tool, version=text),
    )
    return compare(old, new)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(text: str) -> None:
    found = hostile(text)
    page = render(found, "html")
    tags = set(re.findall(r"<([a-z]+)", page))
    assert not tags & {"script", "img", "iframe", "object", "form"}
    assert not re.search(r"<[^>]*\son\w+=", page.replace("&#34;", "").replace("&quot;", ""))
    assert page.count("</style>") == page.count("<style") == 1
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x09\x0b-\x1f]", page)
    assert not re.search(r'href="(?!#|data:,)', page)
    for name in ("html", "markdown", "terminal"):
        shown = render(found, name)
        assert "\x1b" not in shown
        assert "jane.doe" not in shown
        assert "660 1234567" not in shown
    marked = re.sub("`[^`\n]*`", "", render(found, "markdown"))
    assert "<script" not in marked
    assert "<img" not in marked


def test_numbers_that_cannot_be_drawn_break_nothing() -> None:
    for value in (1e308, -1e308, 10**30, 0, -5):
        signs = sign(value, 0), sign(1.0, 0)
        found = compare(report("fired", signs[0]), report("fired", signs[1]))
        assert "nan" not in render(found, "html").lower().replace("financ", "")


def test_one_style_no_script_no_inline_style_and_the_policy_names_it() -> None:
    from base64 import b64encode
    from hashlib import sha256

    page = render(two(), "html")
    style = re.search("<style>(.*?)</style>", page, re.DOTALL)
    assert style
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert ".changes" in style[1]
    assert page.count("<style") == 1
    assert "<script" not in page
    assert not re.search(r"\sstyle=|\son\w+=", page)
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(page.encode()) < 300_000


def test_many_findings_stay_readable() -> None:
    found = finding("AA301", "x", "Loud", "fired", signs=[sign(0.01)])
    many = [replace(found, code=f"AA{at}") for at in range(3000)]
    page = render(
        compare(replace(report(), patterns=[]), replace(report(), patterns=many)), "html"
    )
    assert page.count('<article class="change"') == 60
    assert "… and 2,440 more in the JSON." in page


def test_title_accent_and_redaction_are_taken_from_the_look(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = render(two(), "html", Look(title="Agency & Sons", accent="#7a1f5c"))
    assert "Agency &amp; Sons" in page
    assert "--accent:#7a1f5c" in page
    old = make_report(verdict=replace(make_report().verdict, headline="ask @somebody"))
    paths = saved(tmp_path, old, make_report())
    status, out, _ = exits_with(capsys, "compare", *paths, "--redact", "handles")
    assert status == 0
    assert "@somebody" not in out
    assert "@[handle]" in out
    assert "@example_build" in out


def test_german_is_spoken_in_numbers_and_days() -> None:
    page = render(two(), "html", Look(lang="de"))
    assert '<html lang="de">' in page
    assert "2. März 2011" in page.replace("\u00a0", " ")


# In a browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed"
    )
    with sync_api.sync_playwright() as play:
        try:
            started = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        except sync_api.Error:
            pytest.skip(f"no Chromium at {CHROMIUM}")
        yield started
        started.close()


def _closed(dialog: Any, complaints: list[str]) -> None:
    complaints.append(dialog.message)
    dialog.dismiss()


@pytest.fixture
def see(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    contexts: list[Any] = []

    def look(page: str, **context: Any) -> Any:
        path = tmp_path / f"{len(contexts)}.html"
        path.write_text(page, encoding="utf-8")
        contexts.append(browser.new_context(**context))
        seen = contexts[-1].new_page()
        seen.complaints = []
        seen.on("console", lambda message: seen.complaints.append(message.text))
        seen.on("dialog", lambda dialog: _closed(dialog, seen.complaints))
        seen.on("request", lambda asked: seen.complaints.append(asked.url))
        seen.goto(path.as_uri())
        seen.complaints.remove(path.as_uri())
        return seen

    yield look
    for context in contexts:
        context.close()


PAGES: dict[str, Callable[[], Comparison]] = {
    "one": two,
    "same": lambda: compare(make_report(), make_report()),
    "two": lambda: compare(make_report(), other(healthy())),
}


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(see: Any, name: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    seen = see(render(PAGES[name](), "html"), color_scheme=scheme, bypass_csp=True)
    options = {"runOnly": {"type": "tag", "values": RULES}}
    found = axe.run(seen, options=options)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.browser
def test_axe_can_find_something(see: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = render(two(), "html").replace('<html lang="en">', "<html>")
    assert axe.run(see(page, bypass_csp=True)).violations_count > 0


@pytest.mark.browser
@pytest.mark.parametrize("text", ["", *HOSTILE], ids=range(len(HOSTILE) + 1))
def test_it_asks_for_nothing_runs_nothing_and_fits_every_width(see: Any, text: str) -> None:
    page = render(hostile(text) if text else two(), "html")
    seen = see(re.sub("<meta http-equiv[^\n]*", "", page) if text else page)
    for width in (320, 390, 640, 834, 1280):
        seen.set_viewport_size({"width": width, "height": 800})
        assert seen.evaluate("document.documentElement.scrollWidth") <= width
    assert seen.complaints == []


@pytest.mark.browser
def test_a_page_that_asks_runs_or_is_too_wide_would_be_seen(see: Any) -> None:
    page = re.sub("<meta http-equiv[^\n]*", "", render(two(), "html"))
    bad = "<script>alert(1)</script><pre>" + "W" * 400 + "</pre>"
    seen = see(
        page.replace("</main>", bad + "</main>"), viewport={"width": 390, "height": 800}
    )
    assert seen.evaluate("document.documentElement.scrollWidth") > 390
    assert seen.complaints == ["1"]


@pytest.mark.browser
def test_it_prints_in_light_on_a_few_pages(see: Any) -> None:
    seen = see(render(two(), "html"), color_scheme="dark")
    pages = len(re.findall(rb"/Type\s*/Page\b", seen.pdf(format="A4")))
    assert 0 < pages < 12
    seen.emulate_media(media="print", color_scheme="dark")
    body = "getComputedStyle(document.body).backgroundColor"
    assert seen.evaluate(body) == "rgb(255, 255, 255)"
    seen.emulate_media(media="screen", color_scheme="dark")
    assert seen.evaluate(body) != "rgb(255, 255, 255)"


@pytest.mark.browser
def test_the_pairs_keep_their_colours_without_the_style_sheet(see: Any) -> None:
    bare = re.sub("<style>.*?</style>", "", render(two(), "html"), flags=re.DOTALL)
    dot = see(bare).locator("svg.pair circle[fill='#2b5a86']").first
    fill = "shape => getComputedStyle(shape).fill"
    assert dot.evaluate(fill) == "rgb(43, 90, 134)"
