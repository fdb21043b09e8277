"""46 libraries of 2014, mapped by a file, against the ratios that their author published.

Timo Glaser's tables hold flags and no texts. His ratios come out, to the two decimals that
he gives, with these definitions:

- All shares are of *genuine* posts: those that are no repost, neither one marked as such
  nor one typed with RT (`genuine_tweet`; of reposts no other flag is known). These are our
  own posts.
- `replies_ratio` is our reply share: posts that answer somebody. Whom, the tables do not
  say, so continuations of own posts are counted in.
- `avg_has_url`, `avg_has_hashtag` and `avg_has_media` are our shares of own posts with a
  link, a hashtag, a picture.
- `avg_has_mention` counts every own post that mentions somebody, replies included. Our
  mention share leaves replies out, since they are counted as such already.
- `genuine_tweet_ratio` divides by the counter on the profile (`statuses_count`), not by the
  posts in the file. It is not ours, and cannot be: the platform gave 3,200 posts at most.
"""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from acctaudit.analyzers import composition, content, conversation
from acctaudit.cli.report import command
from acctaudit.measure import Estimate
from acctaudit.model.build import build
from acctaudit.readers import How, read
from acctaudit.readers.mapping import mapping_file

if TYPE_CHECKING:
    from acctaudit.measure import Metric
    from acctaudit.model.account import Account
    from acctaudit.model.tables import Tables

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT.parent / "shared" / "data" / "real" / "libraries-2014"
MAPPING = ROOT / "samples" / "mappings" / "libraries-2014.toml"
pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not REAL.is_dir(), reason="no real exports beside the checkout"),
]
TABLES = {
    "NatBib_libTwitterStats.csv": "NatBib_timelineStats.csv",
    "OeBib_libTwitterStats.csv": "OeBib_timelineStats.csv",
    "UniBib_libTwitterStats.csv": "Unibib_timelineStats.csv",
}
ROUNDING = 0.005 + 1e-9
"""His figures have two decimals."""


def published() -> list[tuple[str, dict[str, str]]]:
    """Each library's table of posts, and what its author published of it."""
    found = []
    for name, table in TABLES.items():
        if (REAL / name).is_file():
            with (REAL / name).open(encoding="utf-8") as lines:
                found += [(table, row) for row in csv.DictReader(lines)]
    return found


LIBRARIES = [pytest.param(table, row, id=row["screen_name"]) for table, row in published()]


@cache
def mapped(table: str) -> Tables:
    (tables,) = read([REAL / table], how=How(mapping=mapping_file(MAPPING)))
    return tables


@cache
def account(table: str, handle: str) -> Account:
    return build([mapped(table)], account=handle)


def value(metric: Metric) -> float:
    assert isinstance(metric, Estimate), metric
    return metric.number


def test_the_command_line_reads_them() -> None:
    table = str(REAL / "OeBib_timelineStats.csv")
    done = CliRunner().invoke(
        command,
        [table, "--columns", str(MAPPING), "--account", "stb_bielefeld",
         "--as-of", "2014-04-08", "-f", "json"],
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert found["account"]["handle"] == "stb_bielefeld"
    assert found["intake"]["kept"] == 2429
    assert found["intake"]["foreign"] == 26207
    assert found["as_of"] == "2014-04-08"


def test_there_are_46_libraries() -> None:
    assert len(LIBRARIES) == 46
    handles = {str(name) for t in TABLES.values() for name in authors(t)}
    assert handles == {row["screen_name"] for _, row in published()}


def authors(table: str) -> set[object]:
    return set(mapped(table).posts.columns["author_handle"])


@pytest.mark.parametrize(("table", "row"), LIBRARIES)
def test_the_published_ratios_come_out(table: str, row: dict[str, str]) -> None:
    found = account(table, row["screen_name"])
    talk = conversation.measure(found)
    held = content.measure(found, talk)
    ratios = {
        "replies_ratio": value(talk.reply_share),
        "avg_has_url": value(held.link_share),
        "avg_has_hashtag": value(held.hashtag_share),
        "avg_has_media": value(held.media_share),
        "avg_has_mention": float(found.holding("mention").mean()),
    }
    wrong = {
        name: (ratio, row[name])
        for name, ratio in ratios.items()
        if abs(ratio - float(row[name])) > ROUNDING
    }
    assert wrong == {}


@pytest.mark.parametrize(("table", "row"), LIBRARIES)
def test_genuine_posts_are_counted_against_the_profile(
    table: str, row: dict[str, str]
) -> None:
    found = composition.measure(account(table, row["screen_name"]))
    share = value(found.own_posts) / float(row["statuses_count"])
    assert share == pytest.approx(float(row["genuine_tweet_ratio"]), abs=ROUNDING)


@pytest.mark.parametrize(("table", "row"), LIBRARIES)
def test_what_flags_do_not_tell_is_not_measured(table: str, row: dict[str, str]) -> None:
    found = account(table, row["screen_name"])
    talk = conversation.measure(found)
    held = content.measure(found, talk)
    unknown = [
        talk.self_reply_share,
        talk.people_answered,
        talk.top3_target_share,
        talk.question_posts,
        talk.questions_answered_share,
        talk.own_followups,
        held.own_links,
        held.own_link_share,
        held.homepage_link_share,
        held.near_duplicate_share,
        held.exact_duplicate_share,
        held.headline_share,
        held.pronoun_share,
        composition.measure(found).self_replies,
    ]
    assert not [metric for metric in unknown if isinstance(metric, Estimate)]


def test_mentions_outside_replies_are_what_is_left() -> None:
    found = account("NatBib_timelineStats.csv", "sbb_news")
    mentioning = found.holding("mention")
    replies = found.own["kind"] == "reply"
    assert value(conversation.measure(found).mention_share) == pytest.approx(
        (mentioning & ~replies).mean()
    )
