"""What twscrape made of saved answers of the web app, beside those answers: one account."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from click.testing import CliRunner

from acctaudit.cli import main
from acctaudit.errors import InputError
from acctaudit.model.build import build
from acctaudit.readers import read

if TYPE_CHECKING:
    from acctaudit.model.account import Account

REAL = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "real"
pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not REAL.is_dir(), reason="no real exports beside the checkout"),
]
SAVED, SCRAPED = REAL / "web-graphql", REAL / "twscrape-jsonl"
TIMELINES = ["raw_user_tweets", "raw_user_tweets_and_replies"]
OWNER = "2244994945"


def accounts(name: str) -> tuple[Account, Account]:
    """One timeline as it was saved, and as it was scraped."""
    saved, scraped = SAVED / f"{name}.json", SCRAPED / f"{name}.jsonl"
    return build(read([saved])), build(read([scraped]))


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("raw_user_tweets", {"repost": 16, "original": 4, "self_reply": 1}),
        (
            "raw_user_tweets_and_replies",
            {"repost": 12, "reply": 6, "original": 2, "self_reply": 1},
        ),
    ],
)
def test_kinds_are_those_that_were_counted(name: str, kinds: dict[str, int]) -> None:
    for account in accounts(name):
        found = account.posts["kind"].value_counts()
        assert found[found > 0].to_dict() == kinds


@pytest.mark.parametrize("name", TIMELINES)
def test_a_timeline_is_the_same_saved_and_scraped(name: str) -> None:
    saved, scraped = accounts(name)
    assert saved.profile == scraped.profile
    assert saved.profile.user_id == OWNER
    order = sorted(saved.posts.columns)
    assert order == sorted(scraped.posts.columns)
    pd.testing.assert_frame_equal(saved.posts[order], scraped.posts[order])
    pd.testing.assert_frame_equal(saved.links, scraped.links)
    pd.testing.assert_frame_equal(saved.mentions, scraped.mentions)


@pytest.mark.parametrize("name", TIMELINES)
def test_saved_and_scraped_together_are_one_timeline(name: str) -> None:
    both = build(read([SAVED / f"{name}.json", SCRAPED / f"{name}.jsonl"]))
    alone, _ = accounts(name)
    assert both.posts["post_id"].tolist() == alone.posts["post_id"].tolist()


def test_nothing_is_set_aside() -> None:
    for path in (*SAVED.iterdir(), *SCRAPED.iterdir()):
        (tables,) = read([path])
        assert tables.quarantined == []
        assert tables.remarks == []


def test_followers_are_the_same_saved_and_scraped() -> None:
    people = []
    for path in (SAVED / "raw_followers.json", SCRAPED / "raw_followers.jsonl"):
        (tables,) = read([path])
        rows = tables.others["followers"]
        people.append([{**row, "created_at": None} for row in rows])
    assert people[0] == people[1]
    assert len(people[0]) == 69


def test_followed_people_are_told_from_followers_by_the_name_of_the_file() -> None:
    (tables,) = read([SCRAPED / "raw_following.jsonl"])
    assert len(tables.others["following"]) == 60
    assert "followers" not in tables.others


def test_a_profile_alone_and_with_a_timeline() -> None:
    profile = SAVED / "raw_user_by_login.json"
    assert build(read([profile])).profile.posts_total == 4319
    both = build(read([SAVED / "raw_user_tweets.json", profile]))
    assert (both.profile.followers, len(both.posts)) == (695695, 21)


def test_a_conversation_is_nobody_s_until_somebody_is_named() -> None:
    for path in (SAVED / "raw_tweet_replies.json", SCRAPED / "raw_tweet_replies.jsonl"):
        with pytest.raises(InputError, match="choose one with --account"):
            build(read([path]))
        account = build(read([path]), account="XDevelopers")
        assert account.posts["kind"].value_counts()["self_reply"] == 3
        assert (len(account.posts), account.intake.foreign) == (4, 33)


@pytest.mark.parametrize(
    "path", ["twscrape-jsonl/raw_user_tweets.jsonl", "web-graphql/raw_user_tweets.json"]
)
def test_a_report_needs_no_name_of_the_account(path: str) -> None:
    result = CliRunner().invoke(main, ["report", str(REAL / path)])
    assert result.exit_code == 0, result.output
    assert "XDevelopers" in result.output
