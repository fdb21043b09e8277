"""One test file for all claims: whatever lies in `claims/` is tested here."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from acctaudit import report
from acctaudit.analyzers.recent import Recent
from acctaudit.audit import audit
from acctaudit.claim import CONTRADICTED, OPEN, SECTIONS, SUPPORTED, Answer, Claim, Part
from acctaudit.claims import claim, claims
from acctaudit.claims.active_until_the_end import ActiveUntilTheEnd
from acctaudit.errors import UsageError
from acctaudit.explain import claim_page
from acctaudit.measure import Estimate, exact, not_measurable, too_little
from acctaudit.model.build import build
from acctaudit.options import Options, Said
from acctaudit.pattern import (
    Judgement,
    Published,
    Sign,
    above,
    at_least,
    at_most,
    below,
    enough,
)
from acctaudit.readers import read
from acctaudit.story import story
from acctaudit.weighing import (
    MORE,
    NOTHING_MORE,
    Figure,
    Held,
    sentence,
    strange_silences,
    told,
)

if TYPE_CHECKING:
    from acctaudit.story import Example

STRABAG = Path(__file__).parents[1] / "samples" / "strabag"
EACH = [pytest.param(c, id=c.code) for c in claims()]
EXAMPLES = [
    pytest.param(c, example, id=f"{c.code}-{example.title.replace(' ', '-')}")
    for c in claims()
    for example in c.examples
]
ALL = ",".join(c.code for c in claims())
_FOUND: dict[tuple[str, str], report.Claim] = {}


def on(c: Claim, example: Example) -> report.Claim:
    """What the data of an example say to its claim; each story is told once."""
    key = (c.code, example.title)
    if key not in _FOUND:
        _FOUND[key] = example.claim(c.code)
    return _FOUND[key]


CODES = [f"CL{n:02}" for n in range(1, 11)]


def test_there_are_ten_claims_in_order() -> None:
    assert [c.code for c in claims()] == CODES


@pytest.mark.parametrize(("c", "example"), EXAMPLES)
def test_an_example_comes_out_as_it_says(c: Claim, example: Example) -> None:
    found = on(c, example)
    assert found.verdict == example.verdict, found.parts


@pytest.mark.parametrize("c", EACH)
def test_every_verdict_of_a_claim_has_an_example(c: Claim) -> None:
    assert {e.verdict for e in c.examples} == {SUPPORTED, CONTRADICTED, OPEN}


@pytest.mark.parametrize(("c", "example"), EXAMPLES)
def test_a_verdict_follows_from_its_parts(c: Claim, example: Example) -> None:
    found = on(c, example)
    verdicts = {part.verdict for part in found.parts}
    whole = (
        CONTRADICTED
        if CONTRADICTED in verdicts
        else SUPPORTED
        if verdicts == {SUPPORTED}
        else OPEN
    )
    assert found.verdict == whole


@pytest.mark.parametrize(("c", "example"), EXAMPLES)
def test_a_part_that_is_decided_gives_figures_and_no_unknown(
    c: Claim, example: Example
) -> None:
    for part in on(c, example).parts:
        if part.verdict != OPEN:
            assert re.search(r"\d|did not change|no own post|closed it", part.says), part
            assert "unknown" not in part.says
            assert not part.reason
            assert not part.settle


@pytest.mark.parametrize(("c", "example"), EXAMPLES)
def test_a_part_that_is_open_says_why_and_what_would_settle_it(
    c: Claim, example: Example
) -> None:
    for part in on(c, example).parts:
        if part.verdict == OPEN:
            assert part.reason
            assert part.settle
            assert "unknown" not in part.says


@pytest.mark.parametrize(("c", "example"), EXAMPLES)
def test_what_is_decided_speaks_in_one_sentence(c: Claim, example: Example) -> None:
    found = on(c, example)
    if found.verdict == SUPPORTED:
        assert found.speaks_for
    if found.verdict == CONTRADICTED:
        assert found.speaks_against
    for text in (found.speaks_for, found.speaks_against):
        assert not text or text.endswith(".")
        assert not re.search(r"[a-z]\. [A-Z]", text), text


@pytest.mark.parametrize("c", EACH)
def test_a_page_has_all_sections_and_each_says_something(c: Claim) -> None:
    page = c.page()
    assert tuple(page) == SECTIONS
    assert all(len(text) > 20 for text in page.values())


@pytest.mark.parametrize("c", EACH)
def test_a_claim_is_named_as_its_file_is(c: Claim) -> None:
    assert type(c).__module__.rpartition(".")[2] == c.name.replace("-", "_")


@pytest.mark.parametrize("c", EACH)
def test_every_limit_carries_unit_and_basis(c: Claim) -> None:
    assert c.limits()
    for _, sign in c.limits().values():
        assert sign.unit
        assert isinstance(sign.basis, Published | Judgement)
        assert len(sign.basis.text) > 10


@pytest.mark.parametrize("c", EACH)
def test_the_page_on_the_command_line_holds_limits_and_examples(c: Claim) -> None:
    page = claim_page(c)
    assert page.startswith(f"# {c.code} {c.name}\n")
    assert c.statement in page
    for heading in (*SECTIONS, "Thresholds", "Examples"):
        assert f"## {heading}\n" in page
    for name in c.limits():
        assert f"- `{name}`: " in page
    for example in c.examples:
        assert f"- {example.title}: **{example.verdict}**" in page


@pytest.mark.parametrize("c", EACH)
def test_an_empty_story_decides_nothing_and_breaks_nothing(c: Claim) -> None:
    account = story(posts_total=0).account()
    (found,) = audit(account, Options.of({"claims": c.code})).claims
    assert found.verdict == OPEN
    assert {part.verdict for part in found.parts} <= {OPEN, SUPPORTED}


@pytest.mark.parametrize("c", EACH)
def test_nothing_but_a_profile_decides_nothing(c: Claim) -> None:
    (found,) = audit(story(posts_total=5).account(), Options.of({"claims": c.code})).claims
    assert found.verdict == OPEN


def test_a_later_day_of_the_export_changes_only_whether_the_account_has_ended() -> None:
    tale = story(followers=900).posts(300, likes=1, reposts=0).replies(60)
    options = Options.of({"claims": ALL})
    early, late = (
        {c.code: c.verdict for c in audit(told_.account(), options).claims}
        for told_ in (tale, tale.silence(400))
    )
    assert {code for code in early if early[code] != late[code]} == {"CL09"}
    assert (early["CL09"], late["CL09"]) == (OPEN, SUPPORTED)


@cache
def strabag(name: str, **given: str) -> dict[str, report.Claim]:
    """The claims on one of the two STRABAG exports, by code."""
    account = build(read([str(STRABAG / name)]))
    options = Options.of({"claims": ALL, **given})
    return {found.code: found for found in audit(account, options).claims}


def test_the_published_figures_of_strabag_leave_the_discussion_open() -> None:
    found = strabag("partial.json", archetype="b2b", goals="dialogue")["CL01"]
    assert found.verdict == OPEN
    effort, silence, others = found.parts
    assert "every post with its time and text" in effort.settle
    assert "mentions of the account from the platform's interface (API)" in silence.settle
    assert "reply counts" in silence.settle
    assert "mentions of the account" in others.settle


def test_the_published_figures_of_strabag_leave_most_other_claims_open() -> None:
    found = strabag("partial.json")
    assert {code for code, c in found.items() if c.verdict != OPEN} == set()
    assert "1.78 posts a week (95 % 1.50–2.09)" in found["CL03"].parts[2].says.replace(
        "\u00a0", " "
    )
    assert "lowest published norm" in found["CL03"].speaks_against
    assert "holds no followers" in found["CL06"].parts[0].reason
    assert "profiles" in found["CL06"].parts[0].settle
    assert "every post with its time and text" in found["CL09"].parts[1].settle


def test_the_reconstruction_of_strabag_contradicts_that_it_asked() -> None:
    found = strabag("reconstruction.json", archetype="b2b", goals="dialogue")["CL01"]
    assert found.verdict == CONTRADICTED
    assert found.parts[0].verdict == CONTRADICTED
    assert "of the own posts answer somebody" in found.speaks_against


def test_a_ticker_without_a_goal_of_dialogue_must_declare_it() -> None:
    found = strabag("reconstruction.json", archetype="ir")["CL01"]
    assert found.parts[0].verdict == OPEN
    assert "--goal" in found.parts[0].settle


def test_only_claims_with_a_number_in_them_take_a_figure() -> None:
    for one in claims():
        if one.name == "large-audience":
            one.takes(Said(one.name, 5))
        else:
            with pytest.raises(UsageError, match="takes no figure"):
                one.takes(Said(one.name, 5))


def test_a_claim_with_a_figure_is_held_against_that_figure() -> None:
    account = story(followers=527).posts(30).account()
    for figure, verdict in ((500, OPEN), (600, CONTRADICTED)):
        (found,) = audit(account, Options.of({"claims": f"large-audience={figure}"})).claims
        assert found.verdict == verdict


def test_a_number_without_its_day_is_not_judged() -> None:
    account = replace(story(followers=400).posts(30).account(), as_of=None)
    options = Options(claims=(Said("CL07", 500),))
    (found,) = audit(account, options).claims
    assert found.parts[0].verdict == OPEN
    assert "--as-of" in found.parts[0].settle


def test_the_newest_posts_alone_cannot_support_that_posts_were_regular() -> None:
    account = story().posts(700, every=0.5).account()
    said = Options.of({"claims": "CL03"})
    assert audit(account, said).claims[0].verdict == SUPPORTED
    part = replace(account, timeline="recent")
    assert audit(part, said).claims[0].verdict == OPEN


@pytest.mark.parametrize(
    ("profile", "verdict"),
    [
        ({}, SUPPORTED),
        ({"created_at": None}, OPEN),
        ({"created_at": "2009-01-06T09:00:00Z"}, OPEN),
        ({"created_at": "2009-01-06T09:00:00Z", "posts_total": 770}, SUPPORTED),
        ({"created_at": "2009-01-06T09:00:00Z", "posts_total": 780}, OPEN),
    ],
)
def test_only_a_file_that_reaches_back_supports_that_posts_were_regular(
    profile: dict[str, object], verdict: str
) -> None:
    account = story(**profile).posts(700, every=0.5).account()
    (found,) = audit(account, Options.of({"claims": "CL03"})).claims
    assert found.verdict == verdict
    for part in found.parts[:2] if verdict == OPEN else ():
        assert (part.verdict, part.reason) == (OPEN, "the file may not hold all posts")
        assert "the account's archive" in part.settle


GOODBYE = "This was our last tweet. Goodbye!"


@pytest.mark.parametrize("born", ["2020-01-05T09:00:00Z", None])
def test_a_pace_kept_for_years_was_kept_until_the_end(born: str | None) -> None:
    tale = story(created_at=born).posts(210, every=1 / 3).posts(1400).says(GOODBYE)
    (found,) = audit(tale.account(), Options.of({"claims": "CL09"})).claims
    assert found.verdict == SUPPORTED


def test_a_fade_of_the_last_year_contradicts_unless_the_last_quarter_kept_up() -> None:
    def figures(start: date, ratio: Estimate) -> list[str]:
        last = SimpleNamespace(name="fade", start=start, days=(end - start).days + 1)
        cadence = SimpleNamespace(
            posts_known=exact(500),
            active_days=exact(1500),
            rate_ratio_last_first=exact(1),
        )
        verdicts = SimpleNamespace(found=lambda _: exact(0), verdict=lambda _: "clear")
        phases = SimpleNamespace(spans=(last,))
        recent = Recent(ratio)
        held = ActiveUntilTheEnd()._rate(recent, cadence, phases, verdicts)  # type: ignore[arg-type]
        limits = ActiveUntilTheEnd().limits()
        return [item.text for item in held if Held(item, limits).contradicts]

    end, unsure = date(2021, 12, 31), Estimate(0.6, 0.4, 0.8)
    says = "from 1\u00a0Jun\u00a02021 on it posted far less than before"
    assert figures(date(2021, 6, 1), unsure) == [says]
    assert figures(date(2021, 6, 1), Estimate(0.8, 0.6, 0.9)) == []
    assert figures(date(2020, 6, 1), unsure) == []


def test_without_a_known_end_nothing_before_it_is_judged() -> None:
    account = story().posts(400).posts(40, every=7).silence(60).account()
    said = Options.of({"claims": "CL09"})
    assert audit(account, said).claims[0].verdict == CONTRADICTED
    (found,) = audit(replace(account, as_of=None), said).claims
    assert found.verdict == OPEN
    assert [part.title for part in found.parts] == ["It ended"]
    assert found.parts[0].reason
    assert "--as-of" in found.parts[0].settle


def test_an_unknown_claim_is_answered_with_the_nearest_name() -> None:
    with pytest.raises(Exception, match="did you mean 'no-discussion'"):
        claim("no-discusion")


def test_claims_survive_the_way_through_json() -> None:
    told_ = audit(story().posts(60).account(), Options.of({"claims": ALL}))
    assert report.Report.from_json(told_.to_json()).claims == told_.claims


# Weighing

HALF = Judgement("a limit for a test")
LIMITS = {
    name: (value, sign.metadata["sign"])
    for name, value, sign in (
        ("low", 0.1, below(0.1, "share", HALF)),
        ("high", 0.3, above(0.3, "share", HALF)),
        ("found", 1, at_least(1, "findings", HALF)),
        ("none", 0, at_most(0, "findings", HALF)),
    )
}


@pytest.mark.parametrize(
    ("metric", "supports", "contradicts", "side"),
    [
        (Estimate(0.05, 0.02, 0.09), True, False, "for"),
        (Estimate(0.05, 0.02, 0.15), False, False, "for"),
        (Estimate(0.2, 0.15, 0.25), False, False, ""),
        (Estimate(0.35, 0.25, 0.45), False, False, "against"),
        (Estimate(0.5, 0.4, 0.6), False, True, "against"),
        (not_measurable("no"), False, False, ""),
    ],
)
def test_a_figure_decides_with_its_interval_and_leans_with_its_value(
    metric: Estimate, supports: bool, contradicts: bool, side: str
) -> None:
    held = Held(Figure("{value} of it", metric, "low", "high"), LIMITS)
    assert (held.supports, held.contradicts, held.side) == (supports, contradicts, side)


def test_a_finding_contradicts_and_its_absence_supports() -> None:
    there = Held(Figure("", exact(1), unless="found"), LIMITS)
    absent = Held(Figure("", exact(0), unless="found"), LIMITS)
    assert (there.contradicts, there.supports) == (True, False)
    assert (absent.contradicts, absent.supports) == (False, True)


@pytest.mark.parametrize(
    ("metric", "settle"),
    [
        (not_measurable("no list of it"), "a list of it"),
        (too_little("three of it"), MORE),
        (Estimate(0.05, 0.02, 0.15), MORE),
        (Estimate(0.2, 0.15, 0.25), NOTHING_MORE),
    ],
)
def test_what_would_settle_a_part_depends_on_why_it_is_open(
    metric: Estimate, settle: str
) -> None:
    figure = Figure("{value} of it", metric, "low", "high", settle="a list of it")
    part = Made().part("Some of it", figure)
    assert (part.verdict, part.settle) == (OPEN, settle)
    assert part.reason


class Made(Claim):
    """A claim with the limits above."""

    code, name, statement = "CL99", "made-up", "It is so."
    low: float = below(0.1, "share", HALF)
    high: float = above(0.3, "share", HALF)

    def limits(self) -> dict[str, tuple[float, Sign]]:
        """The limits of this test."""
        return LIMITS


def test_a_sentence_joins_what_is_known() -> None:
    assert sentence(["one post", "", "two posts", "one post"]) == "One post; two posts."
    assert sentence([]) == ""


def test_a_clause_without_a_value_is_left_out() -> None:
    assert told("{value} of it", not_measurable("no"), "share") == ""
    assert told("{value} of it", exact(0.5), "share").replace("\u00a0", " ") == "50 % of it"
    assert told("as it is", not_measurable("no"), "share") == "as it is"


@pytest.mark.parametrize(
    ("days", "chance", "strange"), [(30, 0.04, 1), (29, 0.04, 0), (60, 0.06, 0)]
)
def test_a_silence_is_strange_if_it_is_long_and_no_chance(
    days: float, chance: float, strange: int
) -> None:
    found = strange_silences(exact(days), Estimate(chance), 30, 0.05)
    assert isinstance(found, Estimate)
    assert found.number == strange


def test_an_answer_collects_what_speaks_for_and_against() -> None:
    parts = (
        Part("A", SUPPORTED, "Yes.", speaks_for=("a hundred posts",)),
        Part("B", CONTRADICTED, "No.", speaks_against=("no reply", "no link")),
    )
    answer = Answer(claims()[0], CONTRADICTED, parts)
    assert answer.speaks_for == "A hundred posts."
    assert answer.speaks_against == "No reply; no link."


def test_a_minimum_that_is_not_reached_is_too_little() -> None:
    needs = enough(20, "posts", HALF).metadata["sign"]

    class Needs(Made):
        """A claim with a minimum."""

        def limits(self) -> dict[str, tuple[float, Sign]]:
            """One minimum."""
            return {"least": (20, needs)}

    found = Needs().given("least", exact(19), exact(1))
    assert found == too_little("19 posts; at least 20 posts are needed")
    assert Needs().given("least", exact(20), exact(1)) == exact(1)


def test_a_claim_that_breaks_is_an_error_and_no_verdict(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = claim("no-discussion")

    def broken(_self: object) -> tuple[Part, ...]:
        raise ZeroDivisionError

    monkeypatch.setattr(type(asked), "parts", broken)
    options = Options.of({"claims": "no-discussion"})
    found = audit(story().posts(3).account(), options).claims[0]
    assert found.verdict == "error"
    assert "internal error" in found.parts[0].reason
