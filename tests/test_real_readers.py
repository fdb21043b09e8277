"""Real exports beside the checkout: figures that were counted independently."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from acctaudit.errors import InputError, ReadError
from acctaudit.model.build import build
from acctaudit.readers import read

REAL = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "real"
pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not REAL.is_dir(), reason="no real exports beside the checkout"),
]
BOT = "2612261960"


def counted(path: Path) -> tuple[int, int, int]:
    """Rows, reposts and replies, as handed over."""
    (tables,) = read([path])
    columns: dict[str, Any] = tables.posts.columns
    answered = zip(
        columns["in_reply_to_post_id"], columns["in_reply_to_user_id"], strict=True
    )
    assert tables.quarantined == []
    return len(tables.posts), sum(columns["is_repost"]), sum(map(any, answered))


@pytest.mark.parametrize("part", ["", "tweets.csv"])
def test_a_grailbird_archive_counts_as_it_should(part: str) -> None:
    assert counted(REAL / "congressedits-grailbird" / part) == (2313, 23, 7)


def test_a_grailbird_archive_tells_its_owner_and_date() -> None:
    (tables,) = read([REAL / "congressedits-grailbird"])
    assert tables.profile["user_id"] == BOT
    assert tables.profile["posts_total"] == 2313
    assert tables.observed == "2018-09-27 23:37:31 +0000"
    assert tables.remarks == []
    assert "likes" not in tables.posts.columns


def test_a_tweet_js_counts_as_it_should() -> None:
    path = REAL / "archive-fixtures-2019" / "new_tweet_subset.js"
    assert counted(path) == (11, 2, 7)


def test_a_grailbird_zip_with_strangers_in_it_is_read() -> None:
    path = REAL / "archive-fixtures-2019" / "test_archive_2016_2017_2_months.zip"
    assert counted(path)[0] == 728


def test_companions_without_posts_are_no_account() -> None:
    (tables,) = read([REAL / "archive-fixtures-2018"])
    assert tables.profile["handle"] == "simonw"
    assert any("tweets.json" in remark for remark in tables.remarks)
    with pytest.raises(InputError, match="no posts and no post count"):
        build([tables])


@pytest.mark.parametrize("name", ["app.js", "saved-search.js"])
def test_what_no_list_allows_stays_shut(name: str) -> None:
    with pytest.raises(ReadError, match="does not open this part"):
        read([REAL / "archive-fixtures-2018" / name])
