"""Two reports side by side: what is told, how sure it is, and what is refused."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from reports import CLAIM, SCORE, VITALS, finding, healthy, make_report, metric

from acctaudit.audit import audit
from acctaudit.cli import main, run
from acctaudit.cli.inputs import Inputs
from acctaudit.compare import (
    ONE_ACCOUNT,
    TWO_ACCOUNTS,
    Figure,
    compare,
    grounds,
    kind_of,
)
from acctaudit.compare.figures import difference
from acctaudit.render.comparison import render
from acctaudit.report import Basis, Report, Sign, Span

ROOT = Path(__file__).parents[1]
BRAND = ROOT / "samples" / "brand.json"


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


Edit = Callable[[list[dict[str, Any]]], object]
"""What is done to the posts of the sample."""
AT = 350
"""The post that is edited: a reply to somebody."""


def audited(tmp_path: Path, edit: Edit) -> Report:
    """The audit of that sample after something was done to its posts."""
    made = copy.deepcopy(brand())
    edit(made["posts"])
    path = tmp_path / "export.json"
    path.write_text(json.dumps(made), encoding="utf-8")
    account = Inputs((str(path),), None, None, (), None, None, None, 20).read()
    return audit(account)


@pytest.fixture(scope="module")
def unedited(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The audit of the sample as it is."""
    return audited(tmp_path_factory.mktemp("base"), lambda posts: posts)


def add_hashtag(posts: list[dict[str, Any]]) -> None:
    """A hashtag where no post has one."""
    assert "#" not in posts[AT]["text"]
    posts[AT]["text"] += " #bread"


def add_link(posts: list[dict[str, Any]]) -> None:
    """A link to another site."""
    assert "http" not in posts[AT]["text"]
    posts[AT]["text"] += " https://elsewhere.example/page"


def add_like(posts: list[dict[str, Any]]) -> None:
    """One like more."""
    posts[AT]["likes"] += 1


def make_original(posts: list[dict[str, Any]]) -> None:
    """The reply becomes a post to everybody."""
    del posts[AT]["in_reply_to"]
    posts[AT]["text"] = posts[AT]["text"].removeprefix("@guest97 ")


def delete(posts: list[dict[str, Any]]) -> None:
    """The reply is deleted."""
    del posts[AT]


def change_client(posts: list[dict[str, Any]]) -> None:
    """The post was sent with another program."""
    posts[AT]["source"] = "Twitter Web App"


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


_ALL_POSTS_COUNT = """
automation.automated_share automation.signature_share automation.top_client_share
cadence.burst_days cadence.burstiness cadence.days_per_post cadence.densest_tenth_share
cadence.hour_entropy cadence.memory cadence.posts_known cadence.posts_per_week_active
cadence.posts_per_week_export cadence.posts_per_week_lifetime cadence.top_hour
cadence.weekly_slope cadence.weekly_tau cadence.weekly_trend_p composition.own_posts
composition.posts composition.replies content.addressed_share
content.exact_duplicate_share content.hashtag_share content.headline_share
content.link_share content.near_duplicate_share content.pronoun_share
content.stuffed_share conversation.broadcast_share conversation.conversation_share
conversation.mention_share conversation.posts_to_replies conversation.quote_share
conversation.reply_share conversation.reply_share_incl_rt conversation.repost_share
conversation.self_reply_share conversation.threads_among_replies
conversation.top3_target_share ending.silence_chance ending.silence_chance_random
engagement.engagements_per_post engagement.er_followers_per_post
engagement.er_impressions engagement.er_impressions_per_post engagement.gini
engagement.mean_to_median engagement.ratioed_share engagement.top_percent_share
engagement.top_post_share engagement.trend engagement.trend_p
engagement.trend_per_year engagement.zero_reaction_share
"""
"""A deleted post is missing in each: in the figure, or in the cases behind it."""


@pytest.mark.parametrize(
    ("edit", "metrics", "findings", "vitals"),
    [
        (add_hashtag, "content.hashtag_share", "", ""),
        (
            add_link,
            (
                "content.known_links content.link_share content.own_link_share"
                " content.third_party_link_share"
            ),
            "AA404",
            "",
        ),
        (
            add_like,
            (
                "engagement.er_impressions engagement.gini engagement.mean_to_median"
                " engagement.top_percent_share engagement.top_post_share"
            ),
            "AA704",
            "",
        ),
        (
            make_original,
            (
                "composition.originals composition.replies conversation.broadcast_share"
                " conversation.conversation_share conversation.posts_to_replies"
                " conversation.reply_share conversation.reply_share_incl_rt"
                " conversation.threads_among_replies conversation.top3_target_share"
            ),
            "AA301 AA306 AA307 AA803",
            "conversation",
        ),
        (
            delete,
            _ALL_POSTS_COUNT,
            (
                "AA201 AA203 AA204 AA206 AA207 AA301 AA306 AA307 AA401 AA405 AA408 AA701"
                " AA703 AA704 AA705 AA706 AA801 AA803 AA902"
            ),
            "content conversation",
        ),
        (
            change_client,
            "automation.client_mix automation.top_client_share",
            "AA801",
            "",
        ),
    ],
)
def test_what_follows_from_one_edited_post_is_all_that_differs(
    edit: Edit, metrics: str, findings: str, vitals: str, unedited: Report, tmp_path: Path
) -> None:
    edited = compare(unedited, audited(tmp_path, edit))
    moved = {f"{change.analyzer}.{change.name}" for change in edited.metrics}
    assert moved == set(metrics.split())
    assert {found.code for found in edited.findings if found.signs} == set(findings.split())
    bars = {bar.dimension for bar in edited.vitals if bar.pair.difference != "same"}
    assert bars == set(vitals.split())
    assert not edited.changed()
    lists = edited.gaps, edited.phases, edited.claims, edited.profile
    assert not any(lists)


def test_one_hashtag_more_is_one_of_all_posts(unedited: Report, tmp_path: Path) -> None:
    (moved,) = compare(unedited, audited(tmp_path, add_hashtag)).metrics
    assert (moved.pair.old.value, moved.pair.difference) == (0, "unclear")
    assert moved.pair.new.value == pytest.approx(1 / 700)


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


def with_bar(value: float, score: float, unit: str) -> Report:
    """A report with a vital sign that rests on one figure, both counted."""
    figure = metric(value, unit, low=value, high=value)
    bar = replace(VITALS[0], score=score, low=score, high=score, metric="cadence.rate")
    return replace(report(metrics={"cadence": {"rate": figure}}), vitals=[bar])


@pytest.mark.parametrize("unit", ["posts a week", "posts", "followers", "likes"])
def test_an_amount_is_not_praised_through_a_vital_sign(unit: str) -> None:
    few, many = with_bar(0.1, 3, unit), with_bar(7, 90, unit)
    for old, new in ((few, many), (many, few), (few, other(many)), (many, other(few))):
        found = compare(old, new)
        assert [bar.pair.direction for bar in found.vitals] == ["changed"]
        assert [figure.pair.direction for figure in found.metrics] == ["changed"]
        figures = render(found, "terminal").partition("Vital signs")[2]
        assert not re.search(r"\b(better|worse)\b", figures, re.IGNORECASE)


def test_a_result_is_praised_through_a_vital_sign() -> None:
    low, high = with_bar(0.1, 3, "share"), with_bar(0.7, 90, "share")
    found = compare(low, high)
    assert [bar.pair.direction for bar in found.vitals] == ["better"]
    assert [figure.pair.direction for figure in found.metrics] == ["better"]
    assert compare(low, other(high)).vitals[0].pair.direction == "second-better"


def test_a_bar_without_a_figure_has_no_better_side() -> None:
    low, high = (
        replace(made, metrics={})
        for made in (with_bar(0.1, 3, "share"), with_bar(0.7, 90, "share"))
    )
    assert compare(low, high).vitals[0].pair.direction == "changed"


def with_counts(posts: int, silent: int, share: float) -> Report:
    """A report with an amount, a plain counter and a result, all counted."""
    cadence = {
        "posts_known": metric(posts, "posts", low=posts, high=posts, title="Posts known"),
        "days_since_last_post": metric(
            silent, "days", low=silent, high=silent, title="Days since the last post"
        ),
        "densest_tenth_share": metric(share, low=share, high=share, title="Densest"),
    }
    return report(metrics={"cadence": cadence})


def test_amounts_and_counters_are_no_results_that_differ_for_sure() -> None:
    found = compare(with_counts(3, 5, 0.2), with_counts(90, 700, 0.4))
    assert str(found.more) == (
        "Of 1 figure that both reports know, 1 differ for sure, 0 may differ by chance"
        " alone, and 0 are equal. 2 amounts, such as the number of posts, are different"
        " too."
    )
    alike = compare(with_counts(3, 5, 0.2), with_counts(90, 5, 0.2))
    assert "0 differ for sure" in alike.more
    assert "and 1 are equal. One amount" in alike.more
    text = render(found, "terminal")
    results, amounts = text.split("Amounts and counts that are different")
    assert "Different for sure" in results
    assert "Densest" in results
    assert "Posts known" not in results
    assert "Posts known: 3 posts" in amounts
    assert "Days since the last post: 5 days" in amounts


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


def test_reports_that_name_themselves_in_two_ways_are_refused(tmp_path: Path) -> None:
    made = make_report()
    by_id = replace(made, account=replace(made.account, handle=None, user_id="77"))
    by_name = replace(made, account=replace(made.account, handle="zz_other", user_id=None))
    for pair in ((by_id, by_name), (by_name, by_id)):
        done = CliRunner().invoke(main, ["compare", *saved(tmp_path, *pair)])
        assert "not known whether they are about one account" in str(done.exception)
        assert "--force" in str(done.exception)
        assert "\n" not in str(done.exception)
        forced = CliRunner().invoke(main, ["compare", *saved(tmp_path, *pair), "--force"])
        assert forced.exit_code == 0, forced.exception
        told = " ".join(forced.stdout.split())
        assert "not comparable, but forced: one names only a user id" in told
    both = replace(made, account=replace(made.account, user_id="77"))
    assert grounds(by_id, both).refused == []
    assert grounds(by_name, by_name).refused == []


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


def dated(as_of: str | None, last: str | None) -> Report:
    """A report with that day of the export and that last post."""
    span = Span("2010-01-01", last, 1) if last else None
    return make_report(as_of=as_of, window={"active": span})


@pytest.mark.parametrize(
    ("old", "new", "swapped"),
    [
        # Days of exports are compared with each other, whatever the posts are.
        (dated("2012-01-01", "2010-05-01"), dated("2011-01-01", "2010-06-01"), "the first"),
        (dated("2011-01-01", "2010-06-01"), dated("2012-01-01", "2010-05-01"), ""),
        # Without one of them, last posts are.
        (dated("2012-01-01", "2010-05-01"), dated(None, "2011-06-01"), ""),
        (dated(None, "2011-06-01"), dated("2012-01-01", "2010-05-01"), "the last post"),
        (dated(None, "2011-06-01"), dated(None, "2010-05-01"), "the last post"),
        (dated("2012-01-01", "2010-05-01"), dated(None, "2010-05-01"), ""),
    ],
)
def test_only_days_of_the_same_kind_tell_which_is_older(
    old: Report, new: Report, swapped: str
) -> None:
    held = grounds(old, new)
    assert held.swapped.startswith(swapped)
    assert bool(held.swapped) == bool(swapped)
    assert not any("Which of the two is older" in text for text in held.warnings)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (dated("2012-01-01", None), dated(None, "2011-06-01")),
        (dated(None, "2013-06-01"), dated("2012-01-01", None)),
        (dated(None, None), dated(None, None)),
    ],
)
def test_where_no_days_can_be_compared_the_order_is_not_known(
    old: Report, new: Report
) -> None:
    held = grounds(old, new)
    assert held.swapped == ""
    assert any("Which of the two is older is not known" in text for text in held.warnings)


@pytest.mark.parametrize("as_of", ["soon", "2011-13-45", "2011-03-02 or so", ""])
def test_a_day_of_the_export_that_is_none_is_refused(
    as_of: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = saved(tmp_path, make_report(as_of=as_of), make_report())
    for order in (paths, paths[::-1]):
        status, out, err = exits_with(capsys, "compare", *order, "--force")
        assert (status, out, len(err.splitlines())) == (2, "", 1)
        assert f"its as_of ({as_of!r}) is no date" in err
