"""What a history is asked: what was known, what moved, and its commands."""

from __future__ import annotations

import csv
import io
import json
import signal
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest
from reports import finding, make_report, metric, sign

from acctaudit import history
from acctaudit.cli import run
from acctaudit.cli.history import command as group
from acctaudit.errors import InputError, UsageError
from acctaudit.gate.known import Figure
from acctaudit.history.moves import picture
from acctaudit.render import FORMATS, render
from acctaudit.render.look import Look
from acctaudit.report import Point, Report, Subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from acctaudit.report import Finding


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(tmp_path / "h.sqlite3")


def add(file: str, *reports: Report) -> None:
    history.add(file, [("report.json", report) for report in reports])


def gap(days: float, *starts: str, severity: str = "medium", version: int = 1) -> Finding:
    """A finding about silences, the longest of so many days."""
    longest = sign("days", "above", 28, "days", value=days, low=days - 1, high=days + 1)
    enough = sign("posts", "enough", 9, "posts", value=99, decides="evidence")
    about = [Subject(start, "days", days, start) for start in starts]
    return finding(
        "AA205",
        "gap",
        "Falls silent",
        severity=severity,
        signs=[longest, enough],
        about=about,
        version=version,
    )


def on(day: str, *findings: Finding, **changes: Any) -> Report:
    return make_report(as_of=day, patterns=list(findings), **changes)


def test_last_is_what_fired_in_the_newest_earlier_run(file: str) -> None:
    clear = finding("AA301", "megaphone", "Talks", "clear")
    last = on("2011-02-01", gap(40, "2010-01-18", "2010-07-19"), clear)
    add(file, last, on("2011-01-01"), on("2011-03-01"), on("2011-03-02"))
    known = history.known(file, on("2011-03-01"), "last")
    assert known.entries.keys() == {"AA205"}
    assert known.entries["AA205"].severity == "medium"
    assert known.entries["AA205"].figures == {"days": Figure(40, 39, 41)}
    assert known.entries["AA205"].about == {"2010-01-18": 40, "2010-07-19": 40}
    against = known.against
    assert (against.kind, against.as_of) == ("last", "2011-02-01")
    assert against.says == "Compared with the report of 1\u00a0Feb\u00a02011."
    assert known.source == file
    assert history.known(file, "@example_build", "last").against.as_of == "2011-03-02"


def test_of_one_day_the_run_that_was_added_last_counts(file: str) -> None:
    add(file, on("2011-01-01", gap(50, "a")), on("2011-01-01", gap(40, "b")))
    known = history.known(file, on("2011-02-01"), "last")
    assert known.entries["AA205"].about == {"b": 40}


def test_median_takes_the_middle_of_what_half_of_the_runs_had(file: str) -> None:
    rare = finding("AA204", "rare", "Rare")
    add(
        file,
        on("2011-01-01", gap(99, "old", severity="critical")),
        on("2011-02-01", gap(30, "a", "b"), rare),
        on("2011-03-01", gap(40, "a", "c", severity="high")),
        on("2011-04-01"),
        on("2011-05-01", gap(36, "a", "b", "d", severity="low")),
    )
    known = history.known(file, on("2011-06-01"), "median:4")
    assert known.entries.keys() == {"AA205"}
    entry = known.entries["AA205"]
    assert entry.figures == {"days": Figure(36, 35, 37)}
    assert entry.severity == "medium"
    assert entry.about == {"a": 36, "b": 33, "d": 36}  # c was in one run, and not the last
    assert known.against.kind == "median"
    assert known.against.says.startswith("Compared with 4 reports up to")
    fewer = history.known(file, on("2011-03-01"), "median:6").against
    assert "Compared with 2 reports" in fewer.says
    assert "no more of the 6 that were asked for" in fewer.says
    only = history.known(file, on("2011-02-01"), "median:6")
    assert "the only one before" in only.against.says
    assert only.entries["AA205"].severity == "critical"


def test_nothing_is_known_of_an_account_without_earlier_runs(file: str) -> None:
    add(file, on("2011-01-01", gap(40)))
    stranger = replace(make_report().account, handle="other", user_id="1")
    for report in (on("2011-01-01"), on("2012-01-01", account=stranger)):
        for against in ("last", "median:6"):
            known = history.known(file, report, against)
            assert (known.entries, known.against.as_of) == ({}, None)
            assert known.against.kind == against.partition(":")[0]
            assert "no earlier report of this account" in known.against.says


def test_a_finding_of_another_version_of_a_pattern_is_not_compared(file: str) -> None:
    add(file, on("2011-01-01", gap(40)))
    known = history.known(file, on("2011-02-01", gap(40, version=2)), "last")
    assert known.entries == {}
    assert "AA205 meant something else then" in known.against.says


@pytest.mark.parametrize("wrong", ["", "first", "median", "median:0", "median:6.5", "LAST"])
def test_what_else_is_asked_for_is_a_mistake(file: str, wrong: str) -> None:
    with pytest.raises(UsageError, match="write last, or median:6"):
        history.known(file, make_report(), wrong)


def test_a_report_without_a_day_is_neither_known_nor_has_trends(file: str) -> None:
    add(file, make_report())
    with pytest.raises(InputError, match="give it with --as-of"):
        history.known(file, make_report(as_of=None), "last")
    with pytest.raises(InputError, match="give it with --as-of"):
        history.with_trends(file, make_report(as_of=None))
    undated = make_report(as_of=None)
    assert history.with_trends(file, undated, strict=False) is undated
    none = Path(file).with_name("none.sqlite3")
    assert history.with_trends(none, make_report(), strict=False).trends == []
    with pytest.raises(InputError, match="there is no history"):
        history.with_trends(none, make_report())


def month(day: str, reply: float | None, wide: float = 0.01, **changes: Any) -> Report:
    """A report in which this is the share of replies."""
    low = None if reply is None else round(reply - wide, 9)
    high = None if reply is None else round(reply + wide, 9)
    shown = {
        "reply_share": metric(reply, title="Replies to others", low=low, high=high),
        "repost_share": metric(0.5 if reply is None else 1 - reply),
    }
    metrics = {
        "conversation": shown,
        "composition": {"posts": metric(len(day) * int(day[5:7]), "posts")},
    }
    return make_report(as_of=day, metrics=metrics, **changes)


def test_the_third_month_of_decline(file: str) -> None:
    add(
        file,
        month("2011-01-15", 0.3),
        month("2011-02-28", 0.4),
        month("2011-03-01", 0.9),
        month("2011-03-31", 0.35),
        month("2011-04-30", 0.31),
        month("2011-05-01", 0.8),
        month("2011-06-01", 0.01),
    )
    report = history.with_trends(file, month("2011-05-31", 0.25))
    (trend,) = report.trends
    assert trend.label == "third month of decline"
    assert (trend.metric, trend.direction) == ("conversation.reply_share", "fell")
    assert (trend.status, trend.verdict, trend.moves) == ("beyond", "worse", 3)
    assert [point.value for point in trend.points] == [0.4, 0.35, 0.31, 0.25]
    assert trend.points[0] == Point("2011-02-28", 0.4, 0.39, 0.41)
    assert trend.says == (
        "From 40\u00a0% (28\u00a0Feb\u00a02011) to 25\u00a0% (31\u00a0May\u00a02011). The"
        " intervals of the first and the last figure lie apart: this is beyond chance."
    )


def test_what_may_be_chance_is_said_and_not_judged(file: str) -> None:
    add(file, month("2010-12-31", 0.2, 0.1), month("2011-01-31", 0.21, 0.1))
    (trend,) = history.trends(file, month("2011-02-28", 0.22, 0.1))
    assert (trend.label, trend.status, trend.verdict) == (
        "second month of increase",
        "chance",
        "",
    )
    assert "this may be chance" in trend.says


def test_a_missing_month_ends_the_row(file: str) -> None:
    add(file, month("2010-11-30", 0.9), month("2010-12-31", 0.8))
    add(file, month("2011-02-28", 0.7), month("2011-03-31", 0.6))
    (trend,) = history.trends(file, month("2011-04-30", 0.5))
    assert trend.moves == 2
    assert trend.says.endswith(
        "There was a month without a report between 31\u00a0Dec\u00a02010 and"
        " 28\u00a0Feb\u00a02011, so what came before is not counted."
    )
    assert history.trends(file, month("2011-05-30", 0.4)) == []


def test_a_month_without_the_figure_ends_the_row(file: str) -> None:
    add(file, month("2011-01-31", 0.9), month("2011-02-28", None))
    add(file, month("2011-03-31", 0.7), month("2011-04-30", 0.6))
    (trend,) = history.trends(file, month("2011-05-31", 0.5))
    assert [point.value for point in trend.points] == [0.7, 0.6, 0.5]
    assert "The report of 28\u00a0Feb\u00a02011 does not have this figure" in trend.says
    assert history.trends(file, month("2011-05-31", None)) == []


def test_less_than_three_months_and_ups_and_downs_are_no_trend(file: str) -> None:
    add(file, month("2011-02-01", 0.9), month("2011-02-28", 0.8))
    assert history.trends(file, month("2011-03-31", 0.7)) == []
    add(file, month("2011-03-31", 0.7))
    assert history.trends(file, month("2011-04-30", 0.75)) == []
    assert history.trends(file, month("2011-04-30", 0.7)) == []
    assert len(history.trends(file, month("2011-04-30", 0.6))) == 1


def test_other_settings_are_said(file: str) -> None:
    add(file, month("2011-01-31", 0.9, config_hash="other"), month("2011-02-28", 0.8))
    (trend,) = history.trends(file, month("2011-03-31", 0.7))
    assert "same settings and the same version" in trend.says


def test_more_than_a_year_of_decline_is_counted(file: str) -> None:
    days = [f"{2010 + at // 12}-{at % 12 + 1:02}-15" for at in range(15)]
    add(file, *(month(day, 0.9 - at / 50) for at, day in enumerate(days[:-1])))
    (trend,) = history.trends(file, month(days[-1], 0.1))
    assert trend.label == "14 months of decline in a row"
    (trend,) = history.trends(file, month("2011-01-15", 0.1))
    assert trend.label == "twelfth month of decline"


def with_a_trend(file: str) -> Report:
    add(file, month("2011-01-31", 0.4), month("2011-02-28", 0.35))
    return history.with_trends(file, month("2011-03-31", 0.3))


@pytest.mark.parametrize("form", FORMATS)
def test_every_page_shows_the_section_only_where_there_is_a_trend(
    file: str, form: str
) -> None:
    report = with_a_trend(file)
    shown, without = render(report, form), render(month("2011-03-31", 0.3), form)
    for words in ("second month of decline", "Replies to others"):
        assert words in shown
    assert "second month of decline" not in without
    if form != "json":
        assert "Since the last reports" in shown
        assert "Since the last reports" not in without
        assert "(worse)" in shown
    reloaded = Report.from_json(report.to_json())
    assert render(reloaded, form) == shown


def test_the_section_speaks_german(file: str) -> None:
    report = Report.from_json(with_a_trend(file).to_json())
    page = " ".join(render(report, "markdown", Look(lang="de")).split())
    assert "Seit den letzten Berichten" in page
    assert "zweiter Monat in Folge mit Rückgang (schlechter)" in page
    assert "Von 40 % (31. Jan. 2011) auf 30 % (31. März 2011)." in page.replace("\xa0", " ")
    assert "second month" not in page
    assert "beyond chance" not in page


def test_the_picture_of_a_figure() -> None:
    def points(*values: float) -> list[Point]:
        return [Point("2011-01-01", value, None, None) for value in values]

    assert picture(points(1, 2, 3, 8)) == "▁▂▃█"
    assert picture(points(5, 5)) == "▄▄"
    assert len(picture(points(*range(100)))) == 40


Call = Any


@pytest.fixture
def acctaudit(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., tuple[int, str, str]]:
    """Run the program in this process and an empty folder: status, stdout, stderr."""
    monkeypatch.chdir(tmp_path)

    def call(*args: str) -> tuple[int, str, str]:
        before = signal.getsignal(signal.SIGTERM)
        with pytest.raises(SystemExit) as end:
            run(["history", *args])
        signal.signal(signal.SIGTERM, before)
        out, err = capsys.readouterr()
        return int(end.value.code or 0), out, err

    return call


def saved(name: str, report: Report) -> str:
    Path(name).write_text(report.to_json(), encoding="utf-8")
    return name


def test_add_and_list(acctaudit: Call) -> None:
    one = saved("one.json", make_report())
    assert acctaudit("add", one)[:2] == (
        0,
        "@example_build, 2011-03-02: added to acctaudit-history.sqlite3\n",
    )
    status, out, _ = acctaudit("add", one)
    assert status == 0
    assert "already there, so nothing was added" in out
    status, out, _ = acctaudit("list")
    assert out.splitlines() == [
        "@example_build (user id 63050000): 1 run, 2011-03-02",
        "  2011-03-02  1 critical, 1 high, 1 medium, 1 info",
    ]
    assert status == 0


def test_an_export_is_audited_first(acctaudit: Call) -> None:
    sample = Path(__file__).parents[1] / "samples" / "brand.json"
    status, out, _ = acctaudit("add", str(sample), "--history", "sqlite:///x.db")
    assert (status, out) == (0, "@example_bakery, 2023-08-16: added to x.db\n")
    assert "1 run" in acctaudit("list", "--history", "x.db")[1]
    data = json.loads(sample.read_text(encoding="utf-8"))
    texts = [post["text"].encode() for post in data["posts"] if len(post["text"]) > 9]
    raw = Path("x.db").read_bytes()
    assert len(texts) > 100
    assert not any(text in raw for text in texts)


def test_a_report_without_a_day_needs_one(acctaudit: Call) -> None:
    undated = saved("undated.json", make_report(as_of=None))
    status, _, err = acctaudit("add", undated)
    assert status == 2
    assert "undated.json: the day of the export is not known" in err
    assert "--as-of" in err
    assert not Path("acctaudit-history.sqlite3").exists()
    assert acctaudit("add", undated, "--as-of", "2011-04-01")[0] == 0
    dated = saved("dated.json", make_report())
    assert acctaudit("add", dated, "--as-of", "2011-03-02")[0] == 0
    status, _, err = acctaudit("add", dated, "--as-of", "2011-03-03")
    assert status == 2
    assert "is a report of 2011-03-02" in err


def test_reading_never_makes_a_file(acctaudit: Call) -> None:
    for command in ("list", "trend", "export"):
        status, out, err = acctaudit(command)
        assert (status, out) == (2, "")
        assert err == (
            "acctaudit: error: acctaudit-history.sqlite3: there is no history; make one:"
            " acctaudit history add EXPORT\n"
        )
    assert list(Path.cwd().iterdir()) == []


def test_the_configuration_names_the_history(acctaudit: Call) -> None:
    Path("acctaudit.toml").write_text('history = "team.sqlite3"\n', encoding="utf-8")
    assert acctaudit("add", saved("one.json", make_report()))[0] == 0
    assert Path("team.sqlite3").exists()
    assert "1 run" in acctaudit("list")[1]


def test_trend_has_a_row_for_each_figure(acctaudit: Call) -> None:
    files = [
        saved(f"{at}.json", month(f"2011-0{at}-28", share, 0.05))
        for at, share in ((1, 0.4), (2, 0.38), (3, 0.41), (4, 0.2))
    ]
    assert acctaudit("add", *files)[0] == 0
    head, row = acctaudit("trend")[1].splitlines()
    assert head.endswith("4 runs, 2011-01-28 to 2011-04-28")
    assert row.replace("\u00a0", " ") == (
        "  conversation.reply_share  █▇█▁  40 % → 38 % → 41 % → 20 %  fell worse  beyond"
        " the intervals"
    )
    out = acctaudit("trend", "composition.posts", "all")[1]
    assert "composition.posts" in out.splitlines()[1]
    assert len(out.splitlines()) == 4
    assert "better" not in out.splitlines()[1]
    told = json.loads(acctaudit("trend", "-f", "json")[1])
    (figure,) = told["metrics"]
    assert (told["account"], figure["status"]) == ("63050000", "beyond")
    assert [point["value"] for point in figure["points"]] == [0.4, 0.38, 0.41, 0.2]
    head, row = acctaudit("trend", "-f", "csv")[1].splitlines()
    assert head.startswith("metric,unit,direction,verdict,status,2011-01-28,")
    assert row.endswith(",fell,worse,beyond,0.4,0.38,0.41,0.2")


def test_trend_asks_which_account_and_knows_near_names(acctaudit: Call) -> None:
    other = replace(make_report().account, handle="other_one", user_id="9")
    files = [saved("a.json", make_report()), saved("b.json", make_report(account=other))]
    assert acctaudit("add", *files)[0] == 0
    status, _, err = acctaudit("trend")
    assert status == 2
    assert "holds 2 accounts: say with --account which one: @example_build, @oth" in err
    assert "did you mean '@other_one'" in acctaudit("trend", "--account", "other")[2]
    assert "@other_one (user id 9)" in acctaudit("trend", "--account", "9")[1]
    wrong = acctaudit("trend", "--account", "9", "conversation.replies")
    assert "unknown metric 'conversation.replies': did you mean" in wrong[2]


def test_two_accounts_of_one_handle_are_told_apart_by_user_id(acctaudit: Call) -> None:
    card = make_report().account
    for at, (handle, user_id) in enumerate(
        [("Shop", "71"), ("shop", "72"), ("shop", None), ("other", "73")]
    ):
        owner = replace(card, handle=handle, user_id=user_id)
        assert acctaudit("add", saved(f"{at}.json", make_report(account=owner)))[0] == 0
    err = acctaudit("trend")[2]
    assert err.endswith(
        "holds 3 accounts: say with --account which one: 71 (@Shop), @other, 72 (@shop)\n"
    )
    assert "choose one of 71, 72, @other" in acctaudit("trend", "--account", "x")[2]
    for user_id, title in (("71", "@Shop (user id 71)"), ("72", "@shop (user id 72)")):
        status, out, _ = acctaudit("list", "--account", user_id)
        assert (status, out.splitlines()[0][: len(title)]) == (0, title)
    assert (
        "say by user id which one is meant (71, 72)"
        in acctaudit("list", "--account", "@Shop")[2]
    )
    unknown = replace(card, handle="shop", user_id=None)
    report = make_report(as_of="2011-05-01", account=unknown)
    for ask in (
        lambda: history.known("acctaudit-history.sqlite3", report, "last"),
        lambda: history.with_trends("acctaudit-history.sqlite3", report),
    ):
        with pytest.raises(InputError) as caught:
            ask()
        assert str(caught.value) == (
            "@shop: the export has no user id, and several accounts in the history have"
            " had this handle: use an export that holds the user id"
        )


def test_a_handle_that_another_account_had_before_is_told_by_user_id(
    acctaudit: Call,
) -> None:
    card = make_report().account
    for day, handle, user_id in (
        ("2011-01-01", "old", "71"),
        ("2011-02-01", "new", "71"),
        ("2011-02-01", "old", "72"),
    ):
        owner = replace(card, handle=handle, user_id=user_id)
        report = make_report(as_of=day, account=owner)
        assert acctaudit("add", saved("a.json", report))[0] == 0
    assert "which one: @new, 72 (@old)" in acctaudit("trend")[2]


@pytest.mark.parametrize("command", ["add", "list", "trend", "export"])
@pytest.mark.parametrize(
    "wrong",
    [
        " postgresql:/bob:s3cret@h/db",
        "postgres//bob:s3cret@h/db\n",
        "postgresql://bob:s3c/ret@h/db",
        "bob:s3cret@h/db",
    ],
)
def test_an_address_with_a_mistake_is_never_repeated(
    acctaudit: Call, monkeypatch: pytest.MonkeyPatch, command: str, wrong: str
) -> None:
    asked = [command, saved("a.json", make_report())][: 1 + (command == "add")]
    by_option = acctaudit(*asked, "--history", wrong)
    monkeypatch.setenv("ACCTAUDIT_HISTORY", wrong)
    by_variable = acctaudit(*asked)
    for done, name in ((by_option, "--history"), (by_variable, "ACCTAUDIT_HISTORY")):
        assert done[:2] == (2, "")
        assert done[2].startswith(f"acctaudit: error: {name}: ")
        assert "s3c" not in done[2]


def test_an_address_with_blanks_around_is_read(acctaudit: Call) -> None:
    asked = ("add", saved("a.json", make_report()), "--history")
    status, _, err = acctaudit(*asked, " postgresql://bob:s3cret@localhost:1/db\n")
    assert status == 2
    assert "error: postgresql://bob@localhost:1/db: " in err
    assert "s3cret" not in err
    assert acctaudit(*asked, " x.db ")[0] == 0
    assert Path("x.db").exists()


def test_names_of_files_can_be_completed() -> None:
    for subcommand in group.commands.values():
        for option in subcommand.params:
            if option.name in ("place", "output"):
                assert isinstance(option.type, click.Path), (subcommand.name, option.name)


def test_what_is_exported_is_no_formula_and_moves_no_cursor(acctaudit: Call) -> None:
    card = replace(make_report().account, handle='=HYPERLINK("x")\x1b[2J', user_id=None)
    assert acctaudit("add", saved("a.json", make_report(account=card)))[0] == 0
    assert "\x1b" not in acctaudit("list")[1]
    rows = list(csv.DictReader(io.StringIO(acctaudit("export")[1])))
    assert {row["handle"] for row in rows} == {'\'=HYPERLINK("x")\u241b[2J'}
    assert {row["row"] for row in rows} == {"run", "figure", "finding", "sign"}
    status, out, err = acctaudit("export", "-o", "all.json")
    assert (status, out, err) == (0, "", "wrote all.json\n")
    document = json.loads(Path("all.json").read_text(encoding="utf-8"))
    assert document.keys() == {"runs"}, "no schema that acctaudit does not have"
    assert len(document["runs"]) == 1
    before = Path("acctaudit-history.sqlite3").read_bytes()
    status, _, err = acctaudit("export", "-o", "acctaudit-history.sqlite3")
    assert status == 2
    assert "this is the history itself" in err
    assert Path("acctaudit-history.sqlite3").read_bytes() == before
