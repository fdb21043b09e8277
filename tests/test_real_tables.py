"""Real tables beside the checkout: figures that were counted independently."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from acctaudit.model.build import build
from acctaudit.readers import claimants, read
from acctaudit.readers.opened import Opened

REAL = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "real"
pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not REAL.is_dir(), reason="no real exports beside the checkout"),
]
CONDENSED, RATIO = REAL / "trump-archive-condensed", REAL / "538-ratio"


def test_an_archive_of_ten_files_counts_as_it_should() -> None:
    found = build(read([CONDENSED]))
    assert found.intake.quarantined == ()
    assert Counter(found.posts["kind"]) == {
        "repost": 560,
        "reply": 2393,
        "self_reply": 68,
        "original": 30425,
    }


def test_an_archive_of_ten_files_begins_and_ends_when_it_should() -> None:
    times = build(read([CONDENSED])).posts["created_at"]
    days = times.iloc[0].date().isoformat(), times.iloc[-1].date().isoformat()
    assert days == ("2009-05-04", "2018-04-19")


def test_posts_that_name_nobody_tell_whose_archive_it_is() -> None:
    known = [table.profile.get("user_id") for table in read([CONDENSED])]
    assert Counter(known) == {None: 7, "25073877": 3}


def test_manual_reposts_stay_what_they_are() -> None:
    posts = build(read([CONDENSED])).posts
    manual = posts["text"].str.startswith("RT @") & (posts["kind"] != "repost")
    assert manual.sum() == 25


def test_a_table_that_is_not_utf_8_loses_no_rows() -> None:
    found = build(read([RATIO]))
    assert (found.intake.kept, found.intake.quarantined) == (3232, ())
    assert set(found.posts["precision"]) == {"second"}
    assert any("not UTF-8" in remark for remark in found.intake.remarks)


def test_a_table_of_ratios_does_not_say_which_posts_are_replies() -> None:
    found = build(read([RATIO]))
    assert not found.says_replies
    assert (found.posts["kind"] == "repost").sum() == 354


@pytest.mark.parametrize(
    ("folder", "reader"), [(CONDENSED, "trump-archive"), (RATIO, "tweet-ratios")]
)
def test_nobody_else_claims_these_files(folder: Path, reader: str) -> None:
    with Opened(folder) as opened:
        claims = [[found.name for found in claimants(one)] for one in opened.exports]
    assert claims == [[reader]] * len(claims)
