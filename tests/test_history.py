"""The history: nothing lost, nothing leaked, the same on SQLite and on PostgreSQL."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from reports import finding, make_report, metric, sign
from server import PASSWORD, postgres

from acctaudit import history
from acctaudit.errors import InputError, UsageError
from acctaudit.history import export, runs, schema
from acctaudit.history.place import place
from acctaudit.report import Evidence, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from server import Postgres

    from acctaudit.report import Report

MARK = "secretwords"


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    with postgres() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A place for a history that is not there yet."""
    if request.param == "sqlite":
        return str(tmp_path / "h.sqlite3")
    running: Postgres = request.getfixturevalue("server")
    return running.fresh()


def add(url: str, *reports: Report) -> list[bool]:
    return history.add(url, [("report.json", report) for report in reports])


def dumped(url: str) -> str:
    with history.at(url).reading() as connection:
        found = export.documents(connection, runs.accounts(connection))
    return export.as_json(found) + export.as_csv(found)


def kept(url: str) -> list[Any]:
    with history.at(url).reading() as connection:
        return export.documents(connection, runs.accounts(connection))


APPEND = """
import sys
from dataclasses import replace
from pathlib import Path
from acctaudit import history
from acctaudit.report import Report

url, path, worker = sys.argv[1:]
report = Report.from_json(Path(path).read_bytes())
for day in range(1, 21):
    dated = replace(report, as_of=f"20{worker}-03-{day:02}")
    assert history.add(url, [("x", dated)]) == [True]
"""


def test_eight_processes_lose_none_of_160_appends(url: str, tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text(make_report().to_json(), encoding="utf-8")
    start = partial(subprocess.Popen, stderr=subprocess.PIPE)
    working = [
        start([sys.executable, "-c", APPEND, url, str(path), str(10 + worker)])
        for worker in range(8)
    ]
    ended = [(process.communicate()[1], process.returncode) for process in working]
    assert [code for _, code in ended] == [0] * 8, ended
    days = {f"20{10 + worker}-03-{day:02}" for worker in range(8) for day in range(1, 21)}
    found = kept(url)
    assert len(found) == 160
    assert {run["as_of"] for run in found} == days
    assert all(len(run["findings"]) == len(make_report().patterns) for run in found)


def test_a_report_is_added_once(url: str) -> None:
    report = make_report()
    other = replace(report, as_of="2011-04-02")
    assert add(url, report) == [True]
    assert add(url, other, report, other) == [True, False, False]
    assert len(kept(url)) == 2


def test_all_are_added_or_none(url: str) -> None:
    with pytest.raises(InputError, match="--as-of"):
        add(url, make_report(), make_report(as_of=None))
    with pytest.raises(InputError, match="; make one: acctaudit history add"):
        kept(url)
    add(url, make_report())
    before = dumped(url)
    with pytest.raises(ZeroDivisionError):
        _delete_and_fail(url)
    assert dumped(url) == before


def _delete_and_fail(url: str) -> None:
    with history.at(url).writing() as connection:
        connection.execute(schema.FINDINGS.delete())
        raise ZeroDivisionError


def strange() -> Report:
    """What no export holds, but a file that somebody made could."""
    report = make_report()
    card = replace(report.account, handle="=cmd|' /C calc'!A0\ud800\x00", user_id=None)
    shares = {
        "huge": metric(2**70, "posts", n=2**64),
        "larger": metric(10**400),
        "nan": metric(float("nan")),
        "inf": metric(0.5, low=float("-inf"), high=float("inf")),
        "\ud83d": metric(1, "@SUM(1)"),
    }
    found = finding("AA205", "gap", "Gap", version=2**40, about=GAPS, signs=[GAP, GAP])
    return replace(
        report, account=card, metrics={"x": shares}, patterns=[found, *report.patterns]
    )


GAPS = [Subject("2010-01-18", "days", 48, "2010-03-07"), Subject("2010-07-19", "", None)]
GAP = sign("days", "above", 28, "days", value=48, low=48, high=48, crossed=True)


def test_both_back_ends_give_the_same_bytes(server: Postgres, tmp_path: Path) -> None:
    file, base = str(tmp_path / "h.sqlite3"), server.fresh()
    reports = [strange(), make_report(), make_report(as_of="2011-04-02")]
    add(file, *reports)
    add(base, *reversed(reports))
    assert dumped(file) == dumped(base)
    assert add(base, *reports) == [False] * 3


def test_numbers_are_finite_and_names_are_clean(url: str) -> None:
    add(url, strange())
    (run,) = kept(url)
    values = {row["metric"]: row for row in run["figures"]}
    assert values["huge"]["value"] == 2.0**70
    assert values["huge"]["n"] == 2.0**64
    assert values.keys() == {"huge", "inf", "\ufffd"}
    assert (values["inf"]["low"], values["inf"]["high"]) == (None, None)
    assert run["handle"] == "=cmd|' /C calc'!A0\ufffd\u2400"
    assert [subject["key"] for subject in run["subjects"]] == ["2010-01-18", "2010-07-19"]
    table = export.as_csv([run])
    assert ",'=cmd|' /C calc'!A0" in table
    assert ",'@SUM(1)," in table


def test_no_text_of_a_report_gets_into_the_file(tmp_path: Path) -> None:
    file = tmp_path / "h.sqlite3"
    report = make_report()
    card = replace(report.account, name=MARK, bio=MARK, link=MARK, location=MARK)
    proof = [Evidence("1", "2010-01-01", MARK, MARK)]
    patterns = [
        replace(found, evidence=proof, says=MARK, title=MARK, reason=MARK, remedy=MARK)
        for found in report.patterns
    ]
    marked = replace(
        report,
        account=card,
        patterns=patterns,
        notes=[MARK],
        claims=[replace(report.claims[0], statement=MARK)],
        verdict=replace(report.verdict, headline=MARK, us=[MARK]),
        metrics={"x": {"a": metric(MARK), "b": metric([MARK]), "c": metric(1, title=MARK)}},
    )
    assert MARK in marked.to_json()
    add(str(file), marked)
    assert MARK.encode() not in file.read_bytes()
    assert len(kept(str(file))) == 1


def test_identity_is_the_user_id_else_the_handle(url: str) -> None:
    def report(handle: str | None, user_id: str | None, day: str) -> Report:
        card = replace(make_report().account, handle=handle, user_id=user_id)
        return make_report(account=card, as_of=day)

    add(url, report("Old_Name", None, "2011-01-01"), report("old_name", "7", "2011-02-01"))
    add(url, report("new_name", "7", "2011-03-01"), report("stranger", None, "2011-03-02"))
    with history.at(url).reading() as connection:
        groups = {runs.called(group): len(group) for group in runs.accounts(connection)}
        assert groups == {"@new_name": 3, "@stranger": 1}
        for name in ("7", "OLD_NAME", "@new_name"):
            assert [run.as_of for run in runs.named(connection, name)] == [
                "2011-01-01",
                "2011-02-01",
                "2011-03-01",
            ]
    add(url, report("old_name", "8", "2011-04-01"))
    with history.at(url).reading() as connection:
        assert len(runs.named(connection, "7")) == 2
        assert len(runs.accounts(connection)) == 4
        with pytest.raises(InputError, match=r"2 accounts .* \(7, 8\)"):
            runs.named(connection, "old_name")
        with pytest.raises(UsageError, match="did you mean '@stranger'"):
            runs.named(connection, "strangers")


def test_nobody_s_report_is_refused(tmp_path: Path) -> None:
    card = replace(make_report().account, handle=None, user_id=None)
    with pytest.raises(InputError, match=r"report\.json: names neither"):
        add(str(tmp_path / "h.sqlite3"), make_report(account=card))


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("mysql://root:s3cret@host/base", "not a kind of history"),
        ("postgresql+psycopg://u:s3cret@host/base", "not a kind of history"),
        ("postgresql://host/base", "lacks a user"),
        ("postgresql://u:s3cret@/base", "lacks a user or a host"),
        ("postgresql://u:s3cret@host:port/base", "cannot be read"),
        ("postgresql://u:s3cret@[::1/base", "cannot be read"),
        ("postgresql://u:s3cret@h/b?sslmode=maybe", "sslmode must be one of"),
        ("postgresql://u:x@h/b?password=s3cret", "only sslmode"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("", "names no file"),
        ("a\0b", "names no file"),
        ("postgresql:/bob:s3cret@h/db", "neither a file nor a URL"),
        ("postgres//bob:s3cret@h/db", "neither a file nor a URL"),
        ("Postgresql :bob s3cret", "neither a file nor a URL"),
        ("bob:s3cret@h/db", "neither a file nor a URL"),
        ("//bob:s3cret@h/db", "neither a file nor a URL"),
        ("host=h user=bob password=s3cret", "neither a file nor a URL"),
        ("a postgresql://bob:s3cret@h/db", "neither a file nor a URL"),
        ("postgresql://bob:s3c\nret@h/db", "neither a file nor a URL"),
        ("postgresql://bob:s3cret/x@h/db", "%2F"),
        ("postgresql://bob:s3cret#x@h/db", "cannot be read"),
        ("postgresql://a@b:12/s3cret@h/db", "cannot be read"),
        ("postgresql://a@b:12#s3cret@h/db", "cannot be read"),
        ("postgresql://bob%3As3cret@h/db", "cannot be read"),
    ],
)
def test_what_is_no_place_is_refused_without_its_password(given: str, says: str) -> None:
    with pytest.raises(UsageError) as wrong:
        place(given)
    assert says in str(wrong.value)
    assert "s3cret" not in str(wrong.value)


def test_places() -> None:
    found = place("postgres://ann%40x:p%2Fw@[::1]/base?sslmode=verify-full")
    assert found.shown == "postgresql://ann@x@[::1]:5432/base"
    assert "p/w" not in repr(found)
    assert found.server is not None
    assert (found.server.password, found.server.tls) == ("p/w", "verify-full")
    assert place("sqlite:////tmp/h.db").path == Path("/tmp/h.db")
    assert place("sqlite:///h%20x.db").path == Path("h x.db")
    assert place(Path("a://b")).path == Path("a://b")
    for file in ("C:\\a@b\\h.db", "/a:b/c@d/h.db", "postgres/h.db", "postgres-runs.db"):
        assert place(file).path == Path(file)
    blanks = place("\n postgresql://bob:s3cret@h/db ")
    assert blanks.shown == "postgresql://bob@h:5432/db"
    assert place(" h.db\n").path == Path("h.db")


def sqlite(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_a_file_of_0_bytes_and_of_another_version(tmp_path: Path) -> None:
    path = tmp_path / "odd name#?%41.sqlite3"
    path.touch()
    with pytest.raises(InputError, match="nothing in it yet; make one: acctaudit history"):
        kept(str(path))
    add(str(path), make_report())
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("PRAGMA application_id").fetchone()[0] == 0x61636361
    assert len(schema.MIGRATIONS) == 1
    sqlite(path, "PRAGMA user_version = 99")
    before = path.read_bytes()
    for use in (kept, partial(add_to, report=make_report(as_of="2012-01-01"))):
        with pytest.raises(InputError, match=r"newer acctaudit .*99.*; update acctaudit"):
            use(str(path))
    assert path.read_bytes() == before


def add_to(url: str, report: Report) -> None:
    add(url, report)


@pytest.mark.parametrize("pragma", ["application_id = 7", "user_version = 3", "page_size"])
def test_a_file_of_another_program_is_left_alone(tmp_path: Path, pragma: str) -> None:
    path = tmp_path / "other.db"
    sqlite(path, "CREATE TABLE theirs (x)", f"PRAGMA {pragma}")
    before = path.read_bytes()
    for use in (kept, partial(add_to, report=make_report())):
        with pytest.raises(InputError, match="not a history of acctaudit"):
            use(str(path))
    assert path.read_bytes() == before


def test_damaged_files_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite3"
    path.write_text("no data base, but long enough to be one\n" * 100)
    with pytest.raises(InputError, match=r"h\.sqlite3: is not a SQLite file"):
        add(str(path), make_report())
    path.unlink()
    add(str(path), make_report())
    whole = path.read_bytes()
    for damaged in (whole[:5000], whole[:4096] + b"\xff" * (len(whole) - 4096)):
        path.write_bytes(damaged)
        for use in (kept, partial(add_to, report=make_report(as_of="2012-01-01"))):
            with pytest.raises(
                InputError, match=r"h\.sqlite3: is damaged; put back a copy"
            ):
                use(str(path))
        assert path.read_bytes() == damaged


def test_a_locked_file_a_folder_and_no_folder(tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite3"
    add(str(path), make_report())
    impatient = history.Store(place(path), timeout=0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(InputError, match="is in use by another program"):
            history.add(impatient, [("x", make_report())])
        with pytest.raises(InputError, match="is in use"), impatient.reading():
            pass
    with pytest.raises(InputError, match="is a folder; name a file in it"):
        add(str(tmp_path), make_report())
    with pytest.raises(InputError, match=r"the folder .*nowhere is not there; make it"):
        add(str(tmp_path / "nowhere" / "h.sqlite3"), make_report())
    with pytest.raises(InputError, match="there is no history; make one"):
        kept(str(tmp_path / "none.sqlite3"))
    assert [found.name for found in tmp_path.iterdir()] == ["h.sqlite3"]


ALONE = """
import os, resource, sys
from dataclasses import replace
from pathlib import Path
from acctaudit import history
from acctaudit.errors import InputError
from acctaudit.report import Report

url, path, limit = sys.argv[1:]
report = replace(Report.from_json(Path(path).read_bytes()), as_of="2012-01-01")
many = {f"analyzer {n}": report.metrics["conversation"] for n in range(200)}
report = replace(report, metrics=many)
history.with_trends(url, report)  # imports all there is
if limit == "nobody":
    if os.geteuid() == 0:
        os.setegid(65534)
        os.seteuid(65534)
else:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
try:
    history.add(url, [("x", report)])
except InputError as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("limit", "says"),
    [
        ("nobody", "cannot be written; let this user write the file and its folder"),
        ("as large", "so nothing was added; make room and"),
        ("700", "so nothing was added; make room and"),
    ],
)
def test_no_right_to_write_and_no_room(limit: str, says: str) -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        path, report = folder / "h.sqlite3", folder / "report.json"
        add(str(path), make_report())
        report.write_text(make_report().to_json(), encoding="utf-8")
        before = path.read_bytes()
        if limit == "nobody":
            path.chmod(0o444)
            folder.chmod(0o555)
        most = str(len(before)) if limit == "as large" else limit
        asked = [sys.executable, "-c", ALONE, str(path), str(report), most]
        ended = subprocess.run(asked, capture_output=True, text=True, check=True)
        folder.chmod(0o755)
        assert says in ended.stdout
        assert str(path) in ended.stdout
        assert path.read_bytes() == before
        assert len(kept(str(path))) == 1


def test_what_a_server_refuses_is_said_in_a_line(server: Postgres) -> None:
    url = server.fresh()
    name = url.rsplit("/", maxsplit=1)[1]
    wrong = {
        server.url(name, "wr0ng"): "refuses this user or password; correct the URL",
        server.url(name, user="nobody_here"): "refuses this user or password",
        server.url("not_there"): "no such data base; create it first",
        f"postgresql://tester@127.0.0.1:{server.port}/{name}": "refuses this user or",
        f"postgresql://tester:{'x'}@127.0.0.1:1/{name}": "cannot be reached",
        f"{url}?sslmode=require": "does not encrypt",
    }
    for given, says in wrong.items():
        with pytest.raises(InputError) as refused:
            add(given, make_report())
        assert says in str(refused.value)
        assert str(refused.value).startswith(
            ("postgresql://tester@", "postgresql://nobody")
        )
        assert not any(secret in str(refused.value) for secret in (PASSWORD, "wr0ng", "%"))
    with pytest.raises(InputError, match="nothing in it yet; make one"):
        kept(url)


def test_a_server_with_other_tables_or_a_newer_version(server: Postgres) -> None:
    theirs, newer = server.fresh(), server.fresh()
    name = theirs.rsplit("/", maxsplit=1)[1]
    server.run("CREATE TABLE runs (x int)", database=name)
    with pytest.raises(InputError, match="tables of another program"):
        add(theirs, make_report())
    told = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    assert server.run(told, database=name) == [["runs"]]
    add(newer, make_report())
    base = newer.rsplit("/", maxsplit=1)[1]
    server.run("UPDATE acctaudit_history SET version = 99", database=base)
    for use in (kept, partial(add_to, report=make_report(as_of="2012-01-01"))):
        with pytest.raises(InputError, match="newer acctaudit"):
            use(newer)
    assert server.run("SELECT count(*) FROM runs", database=base) == [[1]]


def test_an_export_is_json_and_csv(tmp_path: Path) -> None:
    file = str(tmp_path / "h.sqlite3")
    add(file, make_report())
    (run,) = json.loads(export.as_json(kept(file)))["runs"]
    assert (run["account"], run["as_of"]) == ("63050000", "2011-03-02")
    assert {row["code"] for row in run["signs"]} == {"AA202", "AA204", "AA301"}
    share = next(row for row in run["figures"] if row["metric"] == "reply_share")
    assert share == {
        "analyzer": "conversation", "metric": "reply_share", "value": 0.0137,
        "low": 0.0038, "high": 0.0486, "n": 146, "unit": "share",
    }  # fmt: skip
    head, *lines = export.as_csv(kept(file)).splitlines()
    assert head.startswith("account,handle,user_id,as_of,")
    held = sum(len(run[name]) for name in ("figures", "findings", "signs", "subjects"))
    assert len(lines) == 1 + held
