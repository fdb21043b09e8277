"""Tables that only say *whether*: shares come out, and all that needs more is unknown."""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from acctaudit.audit import audit
from acctaudit.model.build import build
from acctaudit.readers import How, read
from acctaudit.readers.mapping import mapping_file

if TYPE_CHECKING:
    from pathlib import Path

    from acctaudit.model.account import Account
    from acctaudit.report import Report

ID = 1_312_345_678_901_234_567
FLAGS = ("is_repost", "is_reply", "has_link", "has_hashtag", "has_mention", "media")
ROWS = {
    "an original with a link": "0 0 1 0 0 0",
    "an original with a picture and a tag": "0 0 0 1 0 1",
    "an original that names somebody": "0 0 0 0 1 0",
    "a reply that names somebody": "0 1 0 0 1 0",
    "a repost, of which no more is known": "1 0 NA NA NA NA",
}
TIMES = 20
"""Each of these so often: 100 posts, 80 of them own."""


def account(
    tmp_path: Path,
    rows: list[list[str]],
    names: tuple[str, ...] = FLAGS,
    **more: str,
) -> Account:
    """An account of posts with these flags."""
    path, toml = tmp_path / "flags.csv", tmp_path / "flags.toml"
    first = int(more.pop("first", str(ID)))
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(["id", *names, *more])
        for n, row in enumerate(rows):
            lines.writerow([first + (n << 36), *row, *more.values()])
    named = "".join(f'{name} = "{name}"\n' for name in (*names, *more))
    toml.write_text(f'[posts]\npost_id = "id"\n{named}', encoding="utf-8")
    return build(read([path], how=How(mapping=mapping_file(toml))))


def flagged(tmp_path: Path, *extra: str, **more: str) -> Report:
    """The report on the flags of ROWS, each TIMES, and on some rows more."""
    rows = [row.split() for row in [*ROWS.values()] * TIMES + [*extra]]
    return audit(account(tmp_path, rows, FLAGS, **more))


def figures(report: Report) -> dict[str, Any]:
    names = ("composition", "conversation", "content")
    return {
        name: metric.value
        for group in names
        for name, metric in report.metrics[group].items()
    }


def test_every_share_has_its_own_denominator(tmp_path: Path) -> None:
    found = figures(flagged(tmp_path))
    assert found["reply_share"] == pytest.approx(20 / 80)
    assert found["reply_share_incl_rt"] == pytest.approx(20 / 100)
    assert found["repost_share"] == pytest.approx(20 / 100)
    assert found["link_share"] == pytest.approx(20 / 80)
    assert found["hashtag_share"] == pytest.approx(20 / 80)
    assert found["media_share"] == pytest.approx(20 / 80)
    assert found["mention_share"] == pytest.approx(20 / 80)
    assert found["posts_to_replies"] == pytest.approx(60 / 20)


def test_what_takes_texts_or_targets_is_not_measured(tmp_path: Path) -> None:
    report = flagged(tmp_path)
    found = figures(report)
    for name in (
        "people_answered", "top3_target_share", "self_replies", "self_reply_share",
        "question_posts", "questions_answered_share", "own_followups", "own_links",
        "own_link_share", "homepage_link_share", "near_duplicate_share",
        "exact_duplicate_share", "headline_share", "pronoun_share",
    ):  # fmt: skip
        assert found[name] is None, name
    reason = report.metrics["conversation"]["people_answered"].reason
    assert reason is not None
    assert "not whom they answer" in reason


def test_a_row_with_an_unknown_flag_is_in_no_denominator(tmp_path: Path) -> None:
    found = figures(flagged(tmp_path, *(["0 NA NA NA NA NA"] * 40)))
    assert found["own_posts"] == 120
    assert found["replies"] == 20
    assert found["originals"] is None
    for name in ("reply_share", "link_share", "hashtag_share", "media_share"):
        assert found[name] == pytest.approx(20 / 80)
    assert found["mention_share"] == pytest.approx(20 / 80)
    assert found["reply_share_incl_rt"] == pytest.approx(20 / 100)
    assert found["repost_share"] == pytest.approx(20 / 140)


@pytest.mark.parametrize(
    ("flag", "figure"),
    [
        ("is_reply", "reply_share"), ("is_reply", "mention_share"),
        ("is_repost", "repost_share"), ("is_repost", "reply_share_incl_rt"),
        ("has_link", "link_share"), ("has_hashtag", "hashtag_share"),
        ("has_mention", "mention_share"), ("media", "media_share"),
    ],
)  # fmt: skip
def test_a_flag_that_is_not_there_gives_no_share(
    flag: str, figure: str, tmp_path: Path
) -> None:
    place = FLAGS.index(flag)
    rows = [row.split() for row in [*ROWS.values()] * TIMES]
    kept = [row[:place] + row[place + 1 :] for row in rows]
    names = tuple(name for name in FLAGS if name != flag)
    assert figures(audit(account(tmp_path, kept, names)))[figure] is None


@pytest.mark.parametrize(
    ("flag", "figure"),
    [
        ("has_link", "link_share"), ("has_hashtag", "hashtag_share"),
        ("has_mention", "mention_share"), ("is_reply", "reply_share"),
        ("media", "media_share"),
    ],
)  # fmt: skip
def test_a_flag_that_is_nowhere_known_gives_no_share(
    flag: str, figure: str, tmp_path: Path
) -> None:
    place = FLAGS.index(flag)
    rows = [row.split() for row in [*ROWS.values()] * TIMES]
    empty = [[*row[:place], "NA", *row[place + 1 :]] for row in rows]
    assert figures(audit(account(tmp_path, empty)))[figure] is None


def test_where_quotes_are_not_marked_nothing_is_said_of_broadcast(tmp_path: Path) -> None:
    rows = [ROWS["an original with a link"].split()] * 100
    report = audit(account(tmp_path, rows))
    found = figures(report)
    for name in ("broadcast_share", "conversation_share", "quote_share", "quotes"):
        assert found[name] is None, name
    verdicts = {finding.code: finding.verdict for finding in report.patterns}
    assert verdicts["AA301"] == "not-measurable"


def test_where_quotes_are_marked_broadcast_is_what_is_left(tmp_path: Path) -> None:
    report = flagged(tmp_path, is_quote="0")
    found = figures(report)
    assert found["quote_share"] == 0
    assert found["broadcast_share"] == pytest.approx(40 / 100)
    assert found["conversation_share"] == pytest.approx(40 / 100)


def test_a_quote_needs_no_target(tmp_path: Path) -> None:
    found = figures(flagged(tmp_path, is_quote="1"))
    assert found["quotes"] == 60
    assert found["replies"] == 20
    assert found["reposts"] == 20


def test_before_quotes_there_were_none(tmp_path: Path) -> None:
    rows = [row.split() for row in [*ROWS.values()] * TIMES]
    found = figures(audit(account(tmp_path, rows, first="453163981939941376")))
    assert found["quotes"] == 0
    assert found["broadcast_share"] == pytest.approx(40 / 100)


def test_links_that_are_listed_need_no_text(tmp_path: Path) -> None:
    rows = [["https://acme.org/a https://elsewhere.org"], [""]] * TIMES
    found = account(tmp_path, rows, ("links",))
    found = replace(found, own_domains=("acme.org",))
    metrics = audit(found).metrics["content"]
    assert metrics["link_share"].value == pytest.approx(0.5)
    assert metrics["own_link_share"].value == pytest.approx(0.5)


def test_targets_by_post_alone_tell_no_people(tmp_path: Path) -> None:
    rows = [["900"], [""]] * TIMES
    found = figures(audit(account(tmp_path, rows, ("in_reply_to_post_id",))))
    assert found["reply_share"] == pytest.approx(0.5)
    assert found["people_answered"] is None
    assert found["top3_target_share"] is None


def test_nobody_answered_is_no_missing_target(tmp_path: Path) -> None:
    rows = [[""]] * TIMES
    found = figures(audit(account(tmp_path, rows, ("in_reply_to_user_id",))))
    assert found["replies"] == 0
    assert found["people_answered"] == 0


def test_flags_fill_in_where_texts_are_missing(tmp_path: Path) -> None:
    rows = [["see https://a.org", ""], ["", "1"], ["", "0"], ["", ""]] * TIMES
    for row in rows:
        row[0] = row[0] or "?"
    path, toml = tmp_path / "t.csv", tmp_path / "t.toml"
    lines = [f"{ID + (n << 36)},{','.join(row)}" for n, row in enumerate(rows)]
    path.write_text("\n".join(["id,t,l", *lines]), encoding="utf-8")
    toml.write_text(
        '[posts]\npost_id = "id"\ntext = "t"\nhas_link = "l"\n[options]\nmissing = ["?"]\n'
    )
    found = build(read([path], how=How(mapping=mapping_file(toml))))
    assert len(found.holding("link")) == 3 * TIMES
    assert found.holding("link").sum() == 2 * TIMES


def test_a_table_of_flags_says_that_threads_may_be_among_its_replies(
    tmp_path: Path,
) -> None:
    assert any("continuations" in remark for remark in flagged(tmp_path).intake.remarks)
