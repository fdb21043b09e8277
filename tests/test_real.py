"""The whole way on real exports, against counts that were made independently of us."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from acctaudit.audit import audit
from acctaudit.model.build import build
from acctaudit.options import Options
from acctaudit.readers import read
from acctaudit.text import URL

REAL = Path(__file__).parents[2] / "shared" / "data" / "real"
pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not REAL.is_dir(), reason="no real exports beside the checkout"),
]

COUNTED = {
    "congressedits-grailbird": (2313, 23, 6, 1, 0, 2283, "2014-07-09", "2018-09-27"),
    "congressedits-grailbird/tweets.csv": (
        2313,
        23,
        6,
        1,
        0,
        2283,
        "2014-07-09",
        "2018-09-27",
    ),
    "archive-fixtures-2019/new_tweet_subset.js": (
        11,
        2,
        6,
        1,
        0,
        2,
        "2019-08-05",
        "2019-08-09",
    ),
}
"""Posts, reposts, replies to others and to self, quotes, originals, first and last day."""
FAMILIES_OF_TALK_AND_CONTENT = ("AA3", "AA4")


@pytest.mark.parametrize("name", COUNTED)
def test_the_kinds_are_those_of_an_independent_count(name: str) -> None:
    report = audit(build(read([str(REAL / name)])))
    kinds = report.metrics["composition"]
    active = report.window["active"]
    assert active is not None
    assert report.intake.read == report.intake.kept
    assert COUNTED[name] == (
        kinds["posts"].value,
        kinds["reposts"].value,
        kinds["replies"].value,
        kinds["self_replies"].value,
        kinds["quotes"].value,
        kinds["originals"].value,
        active.start,
        active.end,
    )


@pytest.mark.parametrize(
    ("archetype", "found"), [("alert", set()), ("brand", {"AA301", "AA401"}), (None, set())]
)
def test_a_declared_bot_is_judged_by_what_it_is(
    archetype: str | None, found: set[str]
) -> None:
    account = build(read([str(REAL / "congressedits-grailbird")]))
    report = audit(account, Options.of({"archetype": archetype}))
    fired = {finding.code for finding in report.fired()}
    assert {
        code for code in fired if code.startswith(FAMILIES_OF_TALK_AND_CONTENT)
    } == found
    if archetype is None:
        assert report.intent.archetype == "alert"


def test_the_published_figures_of_the_bot_come_out() -> None:
    metrics = audit(build(read([str(REAL / "congressedits-grailbird")]))).metrics
    assert metrics["conversation"]["broadcast_share"].value == pytest.approx(
        0.984, abs=5e-4
    )
    assert metrics["conversation"]["reply_share"].value == pytest.approx(0.003, abs=5e-4)
    assert metrics["automation"]["top_client_share"].value == pytest.approx(2271 / 2290)
    assert metrics["cadence"]["longest_gap_days"].value == pytest.approx(16.9, abs=0.05)


def test_repeated_posts_are_those_of_a_plain_recount() -> None:
    account = build(read([str(REAL / "congressedits-grailbird")]))
    share = audit(account).metrics["content"]["exact_duplicate_share"]
    texts = [" ".join(URL.sub("", text).lower().split()) for text in account.own["text"]]
    sizes = Counter(texts)
    repeated = sum(sizes[text] > 1 for text in texts) / len(texts)
    assert share.value == pytest.approx(repeated, abs=2e-3)
