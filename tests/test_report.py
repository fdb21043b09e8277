"""The whole way from tables to report, and what must not change it."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acctaudit.audit import audit
from acctaudit.model.build import build
from acctaudit.options import Options
from acctaudit.render import FORMATS, render
from acctaudit.report import Report
from acctaudit.story import story
from acctaudit.telling.findings import number

if TYPE_CHECKING:
    from acctaudit.story import Story

DYING = (
    story(
        bio="News",
        url="http://example.com",
        followers=527,
        following=524,
        name="Example Ltd",
    )
    .says("News", likes=0, reposts=0)
    .posts(110, every=4, text="{n} http://example.com", likes=0, reposts=0)
    .says("This was our last tweet.", likes=0, reposts=0)
    .silence(100)
)
HEALTHY = (
    story(bio="Bread and answers", url="http://example.com", followers=900, following=200)
    .posts(150, every=1, text="{n} http://example.com/a", likes=5, reposts=1, replies=1)
    .replies(90, every=0.5, likes=1, reposts=0, replies=0)
)
TINY = story().posts(2)
TALES = {"dying": DYING, "healthy": HEALTHY, "tiny": TINY}


def told(tale: Story, **options: Any) -> Report:
    return audit(build([tale.tables()], **options))


def comparable(report: Report) -> dict[str, Any]:
    """The report without its books, which tell how often a row was seen."""
    plain: dict[str, Any] = json.loads(report.to_json())
    del plain["intake"]
    return plain


@pytest.mark.parametrize("name", TALES)
def test_a_report_follows_its_schema(name: str) -> None:
    shipped = json.loads((files("acctaudit") / "schemas" / "report-1.json").read_text())
    assert shipped == json.loads(json.dumps(Report.json_schema()))
    jsonschema.validate(json.loads(told(TALES[name]).to_json()), shipped)


@pytest.mark.parametrize("name", TALES)
@pytest.mark.parametrize("form", FORMATS)
def test_a_report_reloaded_from_its_json_renders_identically(name: str, form: str) -> None:
    report = told(TALES[name])
    assert render(Report.from_json(report.to_json()), form) == render(report, form)


def test_another_schema_is_no_report() -> None:
    text = told(TINY).to_json().replace("acctaudit/report/1", "acctaudit/report/9")
    with pytest.raises(ValueError, match="schema"):
        Report.from_json(text)


@pytest.mark.parametrize("name", TALES)
def test_the_order_of_rows_does_not_matter(name: str) -> None:
    tale = TALES[name]
    backwards = tale.retold(tale.told().rows[::-1])
    assert told(backwards).to_json() == told(tale).to_json()


@pytest.mark.untraced
@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_shuffled_rows_give_the_same_bytes(rng: Any) -> None:
    rows = list(HEALTHY.told().rows)
    rng.shuffle(rows)
    assert told(HEALTHY.retold(rows)).to_json() == HEALTHY_JSON


HEALTHY_JSON = told(HEALTHY).to_json()


@pytest.mark.parametrize("name", TALES)
def test_rows_given_twice_change_only_the_books(name: str) -> None:
    tale = TALES[name]
    rows = tale.told().rows
    twice = told(tale.retold(rows + rows))
    assert twice.intake.duplicates == len(rows)
    assert comparable(twice) == comparable(told(tale))


def test_other_spellings_of_the_same_instants_change_nothing() -> None:
    def elsewhere(row: dict[str, object]) -> dict[str, object]:
        stamp = str(row["created_at"])
        hour = int(stamp[11:13])
        if hour >= 22:
            return row
        return {**row, "created_at": f"{stamp[:11]}{hour + 2:02d}{stamp[13:19]}+02:00"}

    moved = HEALTHY.retold(list(map(elsewhere, HEALTHY.told().rows)))
    assert told(moved).to_json() == told(HEALTHY).to_json()


def test_a_later_observation_turns_on_the_abandonment_and_little_else() -> None:
    tale = HEALTHY
    now = told(tale)
    later = told(tale, as_of=date.fromisoformat(now.as_of or "").replace(year=2022))
    before = {f.code: f.verdict for f in now.patterns}
    after = {f.code: f.verdict for f in later.patterns}
    changed = {code for code in before if before[code] != after[code]}
    assert changed == {"AA201", "AA203", "AA505"}
    figures = {
        f"{group}.{name}"
        for group, metrics in now.metrics.items()
        for name, metric in metrics.items()
        if metric != later.metrics[group][name]
    }
    assert figures == {
        "cadence.age_days",
        "cadence.days_since_last_post",
        "cadence.days_per_post",
        "cadence.posts_per_week_export",
        "cadence.posts_per_week_lifetime",
        "ending.how",
        "ending.silence_chance",
        "ending.silence_chance_random",
    }


def test_nothing_is_measured_where_the_file_shows_only_the_ends() -> None:
    tables = story(posts_total=146, followers=500).posts(2, every=500).tables()
    tables.timeline = "ends"
    report = audit(build([tables]))
    for group in ("composition", "conversation", "engagement", "content"):
        for name, metric in report.metrics[group].items():
            assert metric.value is None, name
            no_norm = name == "norm_change_per_year"
            assert metric.status == "not-measurable" or no_norm, name


def test_a_metric_is_either_a_value_or_a_reason() -> None:
    for tale in TALES.values():
        for metrics in told(tale).metrics.values():
            for name, metric in metrics.items():
                assert (metric.value is None) == bool(metric.reason), name
                assert metric.definition
                assert metric.unit
                if isinstance(metric.value, int | float) and metric.low is not None:
                    assert metric.low <= metric.value <= (metric.high or 0), name


def test_options_name_what_is_wrong() -> None:
    with pytest.raises(Exception, match="did you mean 'brand'"):
        Options.of({"archetype": "brands"})
    with pytest.raises(Exception, match="did you mean 'dialogue'"):
        Options.of({"goals": "dialog"})


def test_settings_have_a_fingerprint() -> None:
    account = build([TINY.tables()])
    first, second = audit(account), audit(account, Options.of({"archetype": "news"}))
    assert first.config_hash != second.config_hash
    assert second.intent.because == "declared by you"


def test_a_number_that_is_not_finite_never_gets_into_a_report() -> None:
    with pytest.raises(ValueError, match="not finite"):
        number(float("nan"))
    assert number(1.0) == 1
    assert number(1 / 3) == 0.3333333333


def test_evidence_masks_addresses_and_is_cut() -> None:
    text = "Write to jane@example.org " + "and read on " * 20
    tale = story().posts(80, text=text)
    found = next(f for f in told(tale).patterns if f.code == "AA301")
    assert found.evidence[0].text is not None
    assert "[e-mail]" in found.evidence[0].text
    assert len(found.evidence[0].text) <= 140
