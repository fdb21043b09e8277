"""A static site of many accounts: what is made, kept, removed, refused and shown."""

from __future__ import annotations

import csv
import json
import random
import re
from base64 import b64encode
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from reports import finding, make_report, metric

from acctaudit.cli.report import command as report_command
from acctaudit.cli.site import _watch, command
from acctaudit.errors import InputError
from acctaudit.model.tables import Tables
from acctaudit.render.look import PLAIN
from acctaudit.render.site import cohort as cohort_page
from acctaudit.render.site import index
from acctaudit.render.site.strip import scale
from acctaudit.site import building, making, manifest
from acctaudit.site.authors import authors
from acctaudit.site.cohort import cohort
from acctaudit.site.data import Row, Value
from acctaudit.site.names import SAFE, slug, unique
from acctaudit.site.rows import FIGURES, failed, row
from acctaudit.site.sources import found, is_archive
from acctaudit.site.standing import standing

if TYPE_CHECKING:
    from click.testing import Result

    from acctaudit.report import Report

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
REAL = ROOT.parent / "shared" / "data" / "real" / "libraries-2014"
LIBRARIES = SAMPLES / "mappings" / "libraries-2014.toml"


def run(*args: object) -> Result:
    return CliRunner().invoke(command, [*map(str, args)])


def site(folder: Path, *args: object) -> Result:
    """A run in one process that made something, and printed nothing."""
    result = run(*args, "-o", folder, "--jobs", 1)
    assert result.exception is None, result.stderr
    assert result.stdout == ""
    return result


def last(result: Result) -> str:
    return result.stderr.splitlines()[-1].partition("/: ")[2]


def of(handle: str, **changes: Any) -> Report:
    report = make_report()
    return replace(report, account=replace(report.account, handle=handle), **changes)


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    """A folder with three reports, which cost nothing to take as they are."""
    folder = tmp_path / "exports"
    folder.mkdir()
    for name in ("anna", "berta", "carla"):
        (folder / f"{name}.json").write_text(of(name).to_json())
    return folder


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The accounts that were made."""
    made: list[str] = []
    make = making.make

    def counted(job: Any, plan: Any) -> Any:
        made.append(job.account)
        return make(job, plan)

    monkeypatch.setattr(building, "make", counted)
    return made


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


# What is made ----------------------------------------------------------------------------


def test_every_export_of_a_folder_gets_a_page(exports: Path, tmp_path: Path) -> None:
    (exports / "tiny.json").write_bytes((SAMPLES / "tiny.json").read_bytes())
    (exports / ".hidden").write_text("x")
    (exports / "licence.txt").write_text("MIT")
    out = tmp_path / "public"
    result = site(out, exports)
    assert last(result) == "4 accounts (4 new, 0 unchanged, 0 failed)"
    assert ".hidden: skipped, hidden" in result.stderr
    assert "licence.txt: skipped, no known format" in result.stderr
    names = ["anna", "berta", "carla", "tiny"]
    pages = [f"accounts/{name}.{ending}" for name in names for ending in ("html", "json")]
    assert sorted(files(out)) == sorted([*pages, "cohort.html", "index.html", "site.json"])
    page = (out / "accounts" / "anna.html").read_text()
    assert '<a href="../index.html">' in page
    assert json.loads((out / "accounts" / "anna.json").read_text())["schema"]


def test_the_list_of_pages_says_what_each_was_made_of(
    exports: Path, tmp_path: Path
) -> None:
    out = tmp_path / "public"
    site(out, exports, "--title", "Our accounts")
    text = (out / "site.json").read_text()
    assert str(tmp_path) not in text
    told = json.loads(text)
    assert told["title"] == "Our accounts"
    (page, *_) = told["pages"]
    raw = (exports / "anna.json").read_bytes()
    assert page["inputs"] == [
        {"name": "anna.json", "size": len(raw), "sha256": sha256(raw).hexdigest()}
    ]
    made = (out / "accounts" / "anna.html").read_bytes()
    assert page["files"]["html"] == sha256(made).hexdigest()


def test_a_folder_in_a_folder_is_one_account(tmp_path: Path, calls: list[str]) -> None:
    folder = tmp_path / "in" / "both"
    folder.mkdir(parents=True)
    (folder / "tiny.json").write_bytes((SAMPLES / "tiny.json").read_bytes())
    out = tmp_path / "public"
    site(out, tmp_path / "in")
    site(out, tmp_path / "in")
    assert calls == ["both"]
    text = (folder / "tiny.json").read_text()
    (folder / "tiny.json").write_text(text + "\n")
    site(out, tmp_path / "in")
    assert calls == ["both", "both"]
    assert (out / "accounts" / "both.html").is_file()


def test_a_pattern_of_names_may_be_quoted(exports: Path, tmp_path: Path) -> None:
    site(tmp_path / "a", f"{exports}/*a.json")
    site(tmp_path / "b", *sorted(exports.glob("*a.json")))
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_an_unpacked_archive_is_one_account(tmp_path: Path) -> None:
    assert is_archive(SAMPLES / "archive-tweet-js")
    assert is_archive(SAMPLES / "archive-grailbird")
    assert not is_archive(SAMPLES)
    from acctaudit.readers import How

    there = found([str(SAMPLES / "archive-tweet-js")], How(), tmp_path)
    assert [source.name for source in there.sources] == ["archive-tweet-js"]


@pytest.mark.parametrize("given_", ["none", "none*.zip"])
def test_a_source_that_is_not_there_is_one_line(given_: str, tmp_path: Path) -> None:
    result = run(tmp_path / given_, "-o", tmp_path / "public")
    assert isinstance(result.exception, InputError)
    assert "there is no such file or folder" in str(result.exception)
    assert not (tmp_path / "public").exists()


def test_two_runs_and_any_number_of_processes_give_the_same_bytes(
    tmp_path: Path,
) -> None:
    exports = tmp_path / "in"
    exports.mkdir()
    for name in ("a", "b", "c"):
        (exports / f"{name}.json").write_bytes((SAMPLES / "tiny.json").read_bytes())
    for jobs in (1, 2):
        result = run(exports, "-o", tmp_path / f"public{jobs}", "--jobs", jobs)
        assert result.exception is None, result.stderr
    assert files(tmp_path / "public1") == files(tmp_path / "public2")
    assert len(files(tmp_path / "public1")) == 9


def test_a_page_shows_no_more_than_it_may(exports: Path, tmp_path: Path) -> None:
    out = tmp_path / "public"
    site(out, exports, "--no-text", "--redact", "urls")
    made = b"".join(files(out).values())
    secret = b"Which of our projects do you want to see next"
    assert secret in (exports / "anna.json").read_bytes()
    assert secret not in made
    assert b"https://twitter.com/example_build/status" not in made


def test_another_language_changes_the_pages_and_not_the_data(
    exports: Path, tmp_path: Path
) -> None:
    site(tmp_path / "en", exports)
    site(tmp_path / "de", exports, "--lang", "de")
    english, german = files(tmp_path / "en"), files(tmp_path / "de")
    for name in ("index.html", "cohort.html", "accounts/anna.html"):
        assert b'<html lang="de">' in german[name]
        assert english[name] != german[name]
    assert english["accounts/anna.json"] == german["accounts/anna.json"]


# What stays, and what goes ---------------------------------------------------------------


def test_what_has_not_changed_is_not_made_again(
    exports: Path, tmp_path: Path, calls: list[str]
) -> None:
    out = tmp_path / "public"
    site(out, exports)
    times = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    calls.clear()
    assert last(site(out, exports)) == "3 accounts (0 new, 3 unchanged, 0 failed)"
    assert calls == []
    assert times == {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    (exports / "berta.json").write_text(of("berta", as_of="2011-03-03").to_json())
    assert last(site(out, exports)) == "3 accounts (1 new, 2 unchanged, 0 failed)"
    assert calls == ["berta.json"]


@pytest.mark.parametrize("option", [("--title", "X"), ("--goal", "news"), ("--no-text",)])
def test_another_look_or_declaration_makes_all_of_them_again(
    option: tuple[str, ...], exports: Path, tmp_path: Path, calls: list[str]
) -> None:
    out = tmp_path / "public"
    site(out, exports)
    calls.clear()
    site(out, exports, *option)
    assert len(calls) == 3


def test_a_page_that_was_lost_or_changed_is_made_again(
    exports: Path, tmp_path: Path, calls: list[str]
) -> None:
    out = tmp_path / "public"
    site(out, exports)
    before = files(out)
    (out / "accounts" / "anna.html").unlink()
    (out / "accounts" / "carla.json").write_text("{}")
    calls.clear()
    site(out, exports)
    assert calls == ["anna.json", "carla.json"]
    assert files(out) == before


def test_pages_of_inputs_that_are_gone_go_and_nothing_else(
    exports: Path, tmp_path: Path
) -> None:
    out = tmp_path / "public"
    site(out, exports)
    for name in ("accounts/mine.html", "CNAME"):
        (out / name).write_text("mine")
    (exports / "berta.json").unlink()
    site(out, exports)
    left = files(out)
    assert {"accounts/mine.html", "CNAME", "accounts/anna.html"} <= set(left)
    assert not {"accounts/berta.html", "accounts/berta.json"} & set(left)
    assert b"berta" not in left["index.html"]


def test_a_folder_with_other_things_is_refused(exports: Path, tmp_path: Path) -> None:
    out = tmp_path / "public"
    out.mkdir()
    (out / "thesis.docx").write_text("x")
    result = run(exports, "-o", out)
    assert "holds other things and no site.json of ours" in str(result.exception)
    assert list(files(out)) == ["thesis.docx"]
    (out / "thesis.docx").unlink()
    site(out, exports)


@pytest.mark.parametrize("page", ["../../victim", "a/b", "", "A"])
def test_a_list_of_pages_that_points_elsewhere_is_refused(
    page: str, exports: Path, tmp_path: Path
) -> None:
    out = tmp_path / "public"
    site(out, exports)
    victim = tmp_path / "victim.html"
    victim.write_text("x")
    told = json.loads((out / "site.json").read_text())
    told["pages"][0]["page"] = page
    (out / "site.json").write_text(json.dumps(told))
    result = run(exports, "-o", out)
    assert "is no list of the pages of a site" in str(result.exception)
    assert victim.exists()


def test_the_exports_are_never_written_into(exports: Path) -> None:
    before = files(exports)
    for output in (exports, exports / "public"):
        assert "this is your export" in str(run(exports, "-o", output).exception)
    assert files(exports) == before


def test_a_run_that_is_broken_off_goes_on_where_it_was(
    exports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "public"
    make = making.make

    def interrupted(job: Any, plan: Any) -> Any:
        if job.account == "carla.json":
            raise KeyboardInterrupt
        return make(job, plan)

    with monkeypatch.context() as patch:
        patch.setattr(building, "make", interrupted)
        result = run(exports, "-o", out, "--jobs", 1)
    assert result.exit_code != 0
    assert len(json.loads((out / "site.json").read_text())["pages"]) == 3
    assert last(site(out, exports)) == "3 accounts (1 new, 2 unchanged, 0 failed)"
    site(tmp_path / "whole", exports)
    assert files(out) == files(tmp_path / "whole")


# What cannot be read ---------------------------------------------------------------------


def test_a_broken_export_stops_no_other(exports: Path, tmp_path: Path) -> None:
    (exports / "berta.json").write_text(of("berta").to_json()[:5000])
    (exports / "zoe.zip").write_bytes(b"PK\x03\x04 cut off")
    out = tmp_path / "public"
    result = site(out, exports)
    assert last(result) == "2 accounts (2 new, 0 unchanged, 2 failed)"
    assert "zoe.zip: the file is cut off or damaged" in result.stderr
    page = (out / "index.html").read_text()
    assert "zoe.zip: the file is cut off or damaged" in page
    assert "berta.json: is no whole report" in page
    assert not (out / "accounts" / "zoe.html").exists()


def test_a_page_goes_when_its_export_breaks(exports: Path, tmp_path: Path) -> None:
    out = tmp_path / "public"
    site(out, exports)
    (exports / "berta.json").write_text(of("berta").to_json()[:5000])
    site(out, exports)
    assert not (out / "accounts" / "berta.html").exists()


def test_an_error_of_ours_stops_no_other_either(
    exports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered = making._rendered

    def fragile(report: Report, look: Any) -> tuple[str, str]:
        if report.account.handle == "berta":
            raise ZeroDivisionError
        return rendered(report, look)

    monkeypatch.setattr(making, "_rendered", fragile)
    result = site(tmp_path / "public", exports)
    assert "berta.json: internal error (ZeroDivisionError)" in result.stderr
    assert last(result) == "2 accounts (2 new, 0 unchanged, 1 failed)"


def test_nothing_but_broken_exports_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 cut off")
    result = run(tmp_path / "a.zip", "-o", tmp_path / "public", "--jobs", 1)
    assert "none of the accounts could be read" in str(result.exception)
    assert "a.zip" in (tmp_path / "public" / "index.html").read_text()


# Names -----------------------------------------------------------------------------------

HOSTILE = [
    "../../x",
    "\u202eevil\u202c",
    "مكتبة",
    "A" * 400,
    "<img src=x onerror=alert(1)>",
    "con",
    "=cmd|' /C calc'!A0",
    "a\u0000b\u001b[31m",
]


@given(st.lists(st.text() | st.sampled_from(HOSTILE), max_size=20))
def test_any_names_give_safe_and_different_names_of_pages(names: list[str]) -> None:
    made = unique(names)
    assert len(set(made)) == len(names)
    assert all(SAFE.fullmatch(name) for name in made)


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("../Müller & Söhne.zip", "muller-sohne"),
        ("STRABAG_SE", "strabag_se"),
        ("CON.json", "account-con"),
        ("مكتبة", "account"),
        ("posts.csv.gz", "posts"),
    ],
)
def test_a_page_is_called_as_its_account(name: str, page: str) -> None:
    assert slug(name) == page


def test_hostile_names_are_data(tmp_path: Path) -> None:
    exports = tmp_path / "in"
    exports.mkdir()
    for number, handle in enumerate(HOSTILE):
        for again in (1, 2):
            path = exports / f"{number}-{again}.json"
            path.write_text(of(handle).to_json())
    out = tmp_path / "public"
    site(out, exports)
    assert len(list((out / "accounts").iterdir())) == 4 * len(HOSTILE)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "public"]
    for name in ("index.html", "cohort.html"):
        page = (out / name).read_text()
        assert "<img src=x" not in page
        assert "&lt;img src=x" in page
        assert "\u202e" not in page
        assert "\x1b" not in page
        assert "(0-2.json)" in page, "accounts of one name are told apart by their input"


# Authors ---------------------------------------------------------------------------------

MAPPING = """[posts]
post_id = "id"
created_at = "at"
author_handle = "who"
text = "text"
likes = "likes"
in_reply_to_handle = "to"
[profiles]
handle = "who"
followers = "fans"
created_at = "born"
[options]
as_of = "2020-12-31"
"""


@pytest.fixture
def pool(tmp_path: Path) -> Path:
    """Posts of three people in two tables, their profiles in a third, and a mapping."""
    folder = tmp_path / "pool"
    folder.mkdir()
    (tmp_path / "m.toml").write_text(MAPPING)
    start, rows = datetime(2020, 1, 1, 9, tzinfo=UTC), []
    for number in range(360):
        who = ("Anna", "berta", "carla")[number % 3]
        at = start + timedelta(hours=20 * number)
        snowflake = (int(at.timestamp() * 1000) - 1288834974657) << 22
        to = "dora" if who == "berta" and number % 2 else ""
        text = f"news of day {number}: https://example.org/{number}"
        rows.append([snowflake, at.isoformat(), who, text, number % 7, to])
    random.Random(5).shuffle(rows)
    next(row for row in rows if row[2] == "Anna")[2] = "ANNA"
    head = ["id", "at", "who", "text", "likes", "to"]
    for name, part in (("1.csv", rows[:200]), ("2.csv", rows[200:])):
        with (folder / name).open("w", newline="") as file:
            csv.writer(file).writerows([head, *part])
    profiles = "who,fans,born\nanna,10,2019-01-01\nberta,20,2019-01-01\nemma,5,2019-05-05\n"
    (folder / "profiles.csv").write_text(profiles)
    return folder


def nobody(path: Path) -> None:
    """Add a row that does not say whose it is."""
    with path.open("a") as file:
        file.write("1212345678901234567,2020-01-01T12:11:12Z,,who am I,,\n")


def by_author(pool: Path, out: Path) -> Result:
    return site(out, pool, "--each-author", "--columns", pool.parent / "m.toml")


def test_each_author_of_the_tables_gets_a_page(pool: Path, tmp_path: Path) -> None:
    out = tmp_path / "public"
    nobody(pool / "1.csv")
    result = by_author(pool, out)
    assert "rows without an author: 1" in result.stderr
    assert "emma: profiles.csv: no posts and no post count in it" in result.stderr
    names = {path.stem for path in (out / "accounts").glob("*.html")}
    assert names == {"anna", "berta", "carla"}
    told = json.loads((out / "accounts" / "anna.json").read_text())
    assert told["account"]["handle"] == "anna", "as its profile spells it"
    assert told["account"]["followers"] == 10
    assert told["intake"]["kept"] == 120


def test_an_author_comes_out_as_with_account(pool: Path, tmp_path: Path) -> None:
    out = tmp_path / "public"
    by_author(pool, out)
    for name in ("anna", "berta", "carla"):
        alone = tmp_path / f"{name}.json"
        args = [*map(str, sorted(pool.iterdir())), "--columns", str(tmp_path / "m.toml")]
        args += ["--account", name, "-o", str(alone)]
        result = CliRunner().invoke(report_command, args)
        assert result.exception is None, result.stderr
        one = json.loads(alone.read_text())
        other = json.loads((out / "accounts" / f"{name}.json").read_text())
        assert one["intake"]["foreign"] > 100, "the whole table was read"
        for part in ("account", "metrics", "patterns", "life", "phases", "vitals"):
            assert one[part] == other[part], part


def test_tables_are_read_once_and_only_if_they_changed(
    pool: Path, tmp_path: Path, calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "public"
    from acctaudit import readers

    opened: list[str] = []
    read = readers.read

    def counted(paths: Any, **more: Any) -> Any:
        opened.extend(path.name for path in paths)
        return read(paths, **more)

    monkeypatch.setattr(readers, "read", counted)
    (pool / "profiles.csv").write_text("who,fans\nanna,10\n")
    mapping = pool.parent / "m.toml"
    mapping.write_text(MAPPING.replace('created_at = "born"\n', ""))
    by_author(pool, out)
    assert sorted(opened) == ["1.csv", "2.csv", "profiles.csv"]
    opened.clear()
    calls.clear()
    before = files(out)
    assert last(by_author(pool, out)) == "3 accounts (0 new, 3 unchanged, 0 failed)"
    assert (opened, calls) == ([], [])
    (out / "accounts" / "berta.html").unlink()
    by_author(pool, out)
    assert calls == ["berta"]
    assert files(out) == before


def test_what_is_broken_or_no_table_stops_no_author(pool: Path, tmp_path: Path) -> None:
    (pool / "0.zip").write_bytes(b"PK\x03\x04 cut off")
    (pool / "anna.json").write_text(of("anna").to_json())
    (pool / "again.csv").write_bytes((pool / "1.csv").read_bytes())
    result = by_author(pool, tmp_path / "public")
    assert "anna.json: skipped, a report is no table of posts" in result.stderr
    assert "skipped, the same was read before" in result.stderr
    assert "0.zip: the file is cut off or damaged" in result.stderr
    assert last(result) == "3 accounts (3 new, 0 unchanged, 2 failed)"


def test_an_id_tells_authors_apart_and_not_the_handle() -> None:
    table = Tables("made-up", "t")
    ids = ["1", "1", "1", "2", None, None]
    handles = ["old", "new", "new", "other", "NEW", None]
    columns: dict[str, Any] = {"author_id": ids, "author_handle": handles}
    table.posts.extend("t", range(6), columns)
    found_, aside = authors([table])
    assert [(one.key, one.handle, len(one.tables[0].posts)) for one in found_] == [
        ("1", "new", 4),
        ("2", "other", 1),
    ]
    assert aside == ["t: rows without an author: 1"]


def test_a_table_without_authors_cannot_be_split(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("id,at\n1212345678901234567,2020-01-01T12:11:12Z\n")
    (tmp_path / "m.toml").write_text('[posts]\npost_id = "id"\ncreated_at = "at"\n')
    result = run(
        *(path, "--each-author", "--columns", tmp_path / "m.toml"),
        *("-o", tmp_path / "public", "--jobs", 1),
    )
    assert "no row of these tables says whose it is" in str(result.exception)


@pytest.mark.real
@pytest.mark.skipif(not REAL.is_dir(), reason="no real exports beside the checkout")
def test_the_libraries_have_their_profiles(tmp_path: Path) -> None:
    names = ["NatBib_timelineStats.csv", "NatBib_libTwitterStats.csv", "license.txt"]
    pool = tmp_path / "pool"
    pool.mkdir()
    for name in names:
        (pool / name).write_bytes((REAL / name).read_bytes())
    out = tmp_path / "public"
    result = site(
        *(out, pool, "--each-author", "--columns", LIBRARIES),
        *("--as-of", "2014-04-08", "--archetype", "community", "--goal", "dialogue"),
    )
    assert "license.txt: skipped, no known format" in result.stderr
    assert last(result) == "3 accounts (3 new, 0 unchanged, 0 failed)"
    told = json.loads((out / "accounts" / "bsb_muenchen.json").read_text())
    assert told["account"]["followers"] == 1727
    assert told["account"]["created_at"].startswith("2009-05-12")


# How an account stands -------------------------------------------------------------------


def found_on(**severities: str) -> list[Any]:
    return [finding(code, code, code, severity=how) for code, how in severities.items()]


CLEAR = [finding(code, code, code, "clear") for code in ("AA201", "AA301")]


@pytest.mark.parametrize(
    ("patterns", "word"),
    [
        (found_on(AA201="low", AA301="high"), "given-up"),
        (found_on(AA203="medium"), "given-up"),
        (found_on(AA301="high", AA701="high"), "sends"),
        ([*CLEAR, *found_on(AA701="high")], "found"),
        ([*CLEAR, *found_on(AA101="info")], "talks"),
        (CLEAR, "talks"),
        (CLEAR[:1], "open"),
        (CLEAR[1:], "open"),
        ([], "open"),
        ([CLEAR[0], finding("AA301", "m", "m", "not-applicable")], "feed"),
        ([CLEAR[0], finding("AA301", "m", "m", "insufficient-evidence")], "open"),
    ],
)
def test_how_an_account_stands_follows_from_its_findings(
    patterns: list[Any], word: str
) -> None:
    assert standing(make_report(patterns=patterns)) == word


# The index -------------------------------------------------------------------------------


def rows_of(number: int) -> list[Row]:
    report = make_report()
    one = row(report, "x", "")
    return [
        replace(
            one, name=f"@account_{n}", page=f"accounts/account_{n}.html",
            standing=("given-up", "sends", "found", "talks", "open")[n % 5],
        )
        for n in range(number)
    ]  # fmt: skip


def test_the_index_is_whole_without_its_script() -> None:
    rows = [*rows_of(25), failed("bad.zip", "bad.zip: cut off")]
    page = re.sub(r"<script>.*?</script>", "", index.render(rows, PLAIN), flags=re.DOTALL)
    for n in range(25):
        assert page.count(f'href="accounts/account_{n}.html"') >= 1
    assert "bad.zip: cut off" in page
    table = page[page.index("<tbody>") :]
    order = [
        table.index(word)
        for word in (
            "Given up", "Only sends", "Something found", "Talks with people",
            "Too little to judge", "Could not be read",
        )
    ]  # fmt: skip
    assert order == sorted(order)
    assert '<form class="filter" hidden>' in page, (
        "a filter without script would do nothing"
    )
    assert "<button" not in page
    assert "Of 26 accounts, 5 have given up, 5 only send and 5 talk with people" in page


def test_the_policy_allows_just_this_style_and_script() -> None:
    page = index.render(rows_of(3), PLAIN)
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = b64encode(sha256(inside.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in page
    assert "default-src 'none'" in page
    body = page[page.index("<body") : page.index("<script>")]
    assert not re.search(r"\sstyle=|\son\w+=|https?:", body)


def test_a_thousand_accounts_stay_below_a_megabyte_and_a_half() -> None:
    page = index.render(rows_of(1000), PLAIN)
    assert page.count("<tr data-g=") == 1000
    assert len(page.encode()) < 1_500_000


def test_what_is_not_known_is_said_and_sorts_last() -> None:
    unknown = replace(rows_of(1)[0], figures={}, last_post=None)
    page = index.render([unknown], PLAIN)
    assert page.count('<td data-v="">not known</td>') == 3


# The cohort ------------------------------------------------------------------------------


def meant(key: str) -> Any:
    return metric(0.1, "share" if "share" in key else "days", title=key)


def with_value(name: str, value: float | None) -> Row:
    given_ = {key: Value(value, reason="not in it") for key in FIGURES}
    return replace(rows_of(1)[0], name=name, figures=given_)


def test_what_is_unknown_is_never_zero() -> None:
    rows = [with_value("a", 0.2), with_value("b", None), with_value("c", 0.4)]
    together = cohort([*rows, failed("d", "cut off")], {FIGURES[0]: meant(FIGURES[0])})
    (spread,) = together.spreads
    assert [place.name for place in spread.known] == ["a", "c"]
    assert [(name, why) for name, _, why in spread.unknown] == [("b", "not in it")]
    assert spread.quartiles is None
    assert (together.accounts, together.failed) == (3, 1)


def test_equal_values_share_a_place() -> None:
    values = [0.3, 0.1, 0.3, 0.7, 0.9]
    rows = [with_value(f"n{n}", value) for n, value in enumerate(values)]
    (spread,) = cohort(rows, {FIGURES[0]: meant(FIGURES[0])}).spreads
    assert [place.place for place in spread.known] == [1, 2, 2, 4, 5]
    assert spread.quartiles == (0.3, 0.3, 0.7)


def test_a_pattern_is_counted_where_it_could_be_judged() -> None:
    one = rows_of(1)[0]
    rows = [
        replace(one, verdicts={"AA1": True}, titles={"AA1": "First"}),
        replace(one, verdicts={"AA1": False}, titles={}),
        replace(one, verdicts={}, titles={}),
    ]
    (pattern,) = cohort(rows, {}).patterns
    assert (pattern.found, pattern.judged, pattern.title) == (1, 2, "First")
    assert 0.09 < pattern.low < 0.5 < pattern.high < 0.91


@pytest.mark.parametrize("most", [0.003, 0.3, 1.0, 7.0, 41.0, 350.0, 1e6])
def test_a_scale_holds_all_and_has_few_round_numbers(most: float) -> None:
    rows = [with_value(f"n{n}", most * n / 7) for n in range(1, 8)]
    for key in (FIGURES[0], FIGURES[3]):
        if "share" in key and most > 1:
            continue
        (spread,) = cohort(rows, {key: meant(key)}).spreads
        on = scale(spread)
        places = [on.x(tick) for tick in on.ticks()]
        assert on.top >= most * 0.999
        assert 3 <= len(places) <= 12
        assert places == sorted(places)
        assert 0 < on.x(0) < on.x(most) <= on.wide


def test_few_large_values_do_not_squeeze_all_others() -> None:
    values = [1.0, 2.0, 2.0, 3.0, 4.0, 5.0, 900.0]
    rows = [with_value(f"n{n}", value) for n, value in enumerate(values)]
    (spread,) = cohort(rows, {FIGURES[3]: meant(FIGURES[3])}).spreads
    on = scale(spread)
    assert on.stretched
    assert on.x(5) > on.x(900) / 10 > on.x(0)
    places = [on.x(tick) for tick in on.ticks()]
    assert places == sorted(set(places))
    page = cohort_page.render(cohort(rows, {FIGURES[3]: meant(FIGURES[3])}), PLAIN)
    assert "The low end is drawn wider than the high end." in page


# Progress --------------------------------------------------------------------------------


@pytest.mark.parametrize(("ci", "bar"), [("", True), ("true", False)])
def test_a_bar_is_for_somebody_who_looks(
    ci: str, bar: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with _watch(4) as step:
        step(4)
    told = capsys.readouterr()
    assert ("4/4" in told.err) is bar
    assert told.out == ""


def test_no_process_is_left_when_a_run_is_broken_off(tmp_path: Path) -> None:
    import multiprocessing

    plan: Any = None

    def broken_off() -> None:
        with building._workers(1, plan) as pool:
            pool.submit(abs, -1).result()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    for child in multiprocessing.active_children():
        child.join(10)
        assert not child.is_alive()


def test_a_list_of_pages_of_another_version_makes_all_again(
    exports: Path, tmp_path: Path, calls: list[str]
) -> None:
    out = tmp_path / "public"
    site(out, exports)
    path = out / manifest.NAME
    path.write_text(path.read_text().replace('"version": "', '"version": "0.0.'))
    calls.clear()
    site(out, exports)
    assert len(calls) == 3
