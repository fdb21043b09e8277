"""Missing data is unknown: never zero, never bad. And an export is never destroyed."""

from __future__ import annotations

import json
import shutil
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from acctaudit.audit import audit
from acctaudit.cli.inputs import parse_day, refuse_outputs
from acctaudit.errors import InputError, UsageError
from acctaudit.model.build import build
from acctaudit.options import Options
from acctaudit.readers import read
from acctaudit.report import Report

SAMPLES = Path(__file__).parents[1] / "samples"


def report_of(path: Path, **options: Any) -> Report:
    return audit(build(read([path]), **options))


def exported(tmp_path: Path, posts: list[dict[str, Any]], **parts: Any) -> Path:
    path = tmp_path / "export.json"
    document = {"schema": "acctaudit/export/1", "posts": posts, **parts}
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def posts(n: int, **cells: Any) -> list[dict[str, Any]]:
    return [
        {
            "id": str(i + 1),
            "created_at": f"2021-{1 + i // 28:02d}-{1 + i % 28:02d}T10:00:00Z",
        }
        | {name: cell(i) if callable(cell) else cell for name, cell in cells.items()}
        for i in range(n)
    ]


def verdicts(report: Report) -> dict[str, str]:
    return {finding.code: finding.verdict for finding in report.patterns}


def test_an_export_that_does_not_say_what_a_reply_is_gives_no_reply_share(
    tmp_path: Path,
) -> None:
    report = report_of(exported(tmp_path, posts(200, text=lambda i: f"News {i}")))
    assert report.metrics["conversation"]["reply_share"].value is None
    assert report.metrics["composition"]["replies"].value is None
    assert report.metrics["composition"]["own_posts"].value == 200
    assert verdicts(report)["AA301"] == "not-measurable"


def test_an_export_that_says_nobody_was_answered_is_believed(tmp_path: Path) -> None:
    said = posts(200, text=lambda i: f"News {i}", in_reply_to=None)
    report = report_of(exported(tmp_path, said))
    assert report.metrics["conversation"]["reply_share"].value == 0
    assert verdicts(report)["AA301"] == "fired"


def test_headers_alone_say_nothing_about_conversation(tmp_path: Path) -> None:
    rows = [
        {"tweet": {"tweet_id": str(10**18 + i * 10**14), "user_id": "9",
                   "created_at": "Wed Mar 03 10:00:00 +0000 2021"}}
        for i in range(120)
    ]  # fmt: skip
    path = tmp_path / "tweet-headers.js"
    path.write_text(f"window.YTD.tweet_headers.part0 = {json.dumps(rows)}")
    report = report_of(path)
    assert all(metric.value is None or name == "repost_share"
               for name, metric in report.metrics["conversation"].items())  # fmt: skip
    assert verdicts(report)["AA301"] == "not-measurable"


def test_an_archive_with_missing_months_is_not_abandoned(tmp_path: Path) -> None:
    copy = tmp_path / "archive"
    shutil.copytree(SAMPLES / "archive-grailbird", copy)
    months = sorted((copy / "data" / "js" / "tweets").glob("*.js"))
    months[-1].unlink()
    (copy / "tweets.csv").unlink()
    report = audit(build(read([copy])), Options.of({"archetype": "brand"}))
    assert any("tweet_index.js names" in remark for remark in report.intake.remarks)
    assert verdicts(report)["AA201"] == "not-measurable"
    assert report.metrics["cadence"]["days_since_last_post"].value is None


def test_an_archive_with_a_missing_part_says_so(tmp_path: Path) -> None:
    with zipfile.ZipFile(SAMPLES / "archive-2024.zip") as archive:
        archive.extractall(tmp_path / "a")
    next((tmp_path / "a").rglob("tweets-part1.js")).unlink()
    report = report_of(tmp_path / "a")
    assert any("manifest.js names files" in remark for remark in report.intake.remarks)
    assert report.metrics["cadence"]["days_since_last_post"].value is None


def test_the_newest_posts_alone_give_no_rate_of_the_whole_life() -> None:
    metrics = report_of(SAMPLES / "news.json").metrics["cadence"]
    assert metrics["posts_per_week_lifetime"].value is None
    assert metrics["days_per_post"].window == "active"
    assert metrics["days_per_post"].value == pytest.approx(0.23, abs=0.005)


def test_unknown_reply_counts_are_no_silence(tmp_path: Path) -> None:
    said = posts(100, text="What about it?", in_reply_to=None)
    for post in said[:9]:
        post["replies"] = 0
    report = report_of(exported(tmp_path, said))
    assert verdicts(report)["AA302"] == "insufficient-evidence"


def test_an_answer_to_an_answer_is_seen(tmp_path: Path) -> None:
    said = posts(30, text="What about it?", in_reply_to=None)
    said[5] |= {"text": "@bob yes!", "in_reply_to": {"post_id": "900", "handle": "bob"}}
    asked = [{"id": "900", "author_handle": "bob", "in_reply_to_post_id": "1"}]
    report = report_of(exported(tmp_path, said, inbound=asked))
    assert report.metrics["conversation"]["own_followups"].value == 1
    assert verdicts(report)["AA302"] == "clear"


@pytest.mark.parametrize("table", ["daily", "outcomes"])
@pytest.mark.parametrize("empty", [None, {}, []])
def test_an_empty_table_answers_nothing(tmp_path: Path, table: str, empty: object) -> None:
    report = report_of(exported(tmp_path, posts(3), **{table: empty}))
    questions = {row.question: row.status for row in report.availability}
    asked = {
        "daily": "How did the number of followers change?",
        "outcomes": "What came of it: leads, tickets, applications?",
    }[table]
    assert questions[asked] == "no"


@pytest.mark.parametrize("written", ["03/02/2022", "soon", "9999-12-31", "1999-01-01"])
def test_a_day_of_the_export_that_makes_no_sense_is_refused(
    tmp_path: Path, written: str
) -> None:
    with pytest.raises(InputError):
        report_of(exported(tmp_path, posts(3), as_of=written))


def test_a_time_without_a_zone_is_a_day(tmp_path: Path) -> None:
    report = report_of(exported(tmp_path, posts(3), as_of="2022-12-01T10:00:00"))
    assert report.as_of == "2022-12-01"


def test_an_account_younger_than_its_posts_has_no_age(tmp_path: Path) -> None:
    account = {"handle": "us", "created_at": "2030-01-01"}
    report = report_of(exported(tmp_path, posts(3), account=account, as_of="2022-01-01"))
    assert report.metrics["cadence"]["posts_per_week_lifetime"].value is None
    assert any("younger than its posts" in remark for remark in report.intake.remarks)


@pytest.mark.parametrize("text", ["2011", "March 2011", "10", "10:30", "Wednesday", ""])
def test_half_a_day_is_not_filled_from_the_clock(text: str) -> None:
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        parse_day(text)


def test_a_day_may_be_written_without_zeros() -> None:
    assert parse_day("2011-3-2") == date(2011, 3, 2)


def test_an_export_is_never_overwritten(tmp_path: Path) -> None:
    path = exported(tmp_path, posts(3))
    link = tmp_path / "link.json"
    link.symlink_to(path)
    for output in (path, link, tmp_path / "." / "export.json"):
        with pytest.raises(UsageError, match="this is your export"):
            refuse_outputs((str(output),), (str(path),))
    with pytest.raises(UsageError, match="this is your export"):
        refuse_outputs((str(tmp_path / "r.html"),), (str(tmp_path),))
    with pytest.raises(UsageError, match="make it first"):
        refuse_outputs((str(tmp_path / "no" / "r.html"),), (str(path),))
    refuse_outputs((str(tmp_path / "r.html"),), (str(path),))


def test_a_file_with_few_of_the_posts_is_a_sample(tmp_path: Path) -> None:
    account = {"handle": "us", "posts_total": 9000}
    report = report_of(exported(tmp_path, posts(100), account=account, as_of="2022-01-01"))
    assert any("9,000 posts, the file holds 100" in line for line in report.intake.remarks)
    assert verdicts(report)["AA201"] == "not-measurable"


@pytest.mark.parametrize("name", ["manifest.js", "account.js", "profile.js"])
def test_a_broken_companion_costs_only_what_it_holds(tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(SAMPLES / "archive-2024.zip") as archive:
        archive.extractall(tmp_path / "a")
    broken = next((tmp_path / "a").rglob(name))
    broken.write_text(broken.read_text(encoding="utf-8")[:60], encoding="utf-8")
    report = report_of(tmp_path / "a")
    assert report.intake.kept == 9
    assert any(line.startswith(f"left aside: {name}") for line in report.intake.remarks)
