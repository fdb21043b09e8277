"""A static site of many accounts: what is made, kept, removed, refused and shown."""

from __future__ import annotations

import csv
import json
import os
import random
import re
import time
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
from acctaudit.errors import InputError, UsageError
from acctaudit.model.tables import Tables
from acctaudit.options import Options
from acctaudit.readers import How
from acctaudit.render.look import PLAIN
from acctaudit.render.site import cohort as cohort_page
from acctaudit.render.site import index, marks
from acctaudit.render.site.strip import scale
from acctaudit.report import Vital
from acctaudit.site import building, making, manifest, planning, working
from acctaudit.site.authors import authors
from acctaudit.site.cohort import cohort
from acctaudit.site.data import Row, Value
from acctaudit.site.doubts import doubts
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
    account = replace(report.account, handle=handle, user_id=None)
    return replace(report, account=account, **changes)


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

    monkeypatch.setattr(working, "make", counted)
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
    archive = SAMPLES / "archive-tweet-js"
    for source, output in (
        (exports, exports),
        (exports, exports / "a" / "public"),
        (archive, archive / "public"),
    ):
        assert "this is your export" in str(run(source, "-o", output).exception)
    assert files(exports) == before
    assert not (archive / "public").exists()


def test_a_site_may_lie_beside_its_exports_and_is_none_of_them(exports: Path) -> None:
    out = exports / "public"
    first = site(out, exports)
    before = files(out)
    for sources in (
        [exports],
        [f"{exports}/*"],
        [f"{exports}/**/*.json"],
        [exports, out / "accounts" / "anna.json", out / "site.json"],
    ):
        again = site(out, *sources)
        assert last(again) == "3 accounts (0 new, 3 unchanged, 0 failed)", sources
        told = "public: skipped, the site itself is no export"
        assert again.stderr.count(told) == (sources != [exports])
        assert files(out) == before
    assert "skipped" not in first.stderr


def test_the_site_is_never_written_into_an_account(exports: Path) -> None:
    (exports / "both").mkdir()
    (exports / "both" / "tiny.json").write_bytes((SAMPLES / "tiny.json").read_bytes())
    result = site(exports / "both" / "public", f"{exports}/../exports*")
    assert "both: skipped, the site is written into it" in result.stderr
    assert last(result) == "3 accounts (3 new, 0 unchanged, 0 failed)"


def test_lists_of_pages_and_comparisons_are_no_sources(
    exports: Path, tmp_path: Path
) -> None:
    from acctaudit.compare import SCHEMA

    site(tmp_path / "old", exports)
    (exports / "site.json").write_bytes((tmp_path / "old" / "site.json").read_bytes())
    told = json.loads((exports / "anna.json").read_text())
    (exports / "both.json").write_text(json.dumps(told | {"schema": SCHEMA}, indent=2))
    for sources in ([exports], sorted(exports.iterdir())):
        result = site(tmp_path / "new", *sources)
        assert "both.json: skipped, a comparison is no export" in result.stderr
        told_ = "site.json: skipped, the list of the pages of a site is no export"
        assert told_ in result.stderr
        assert {path.stem for path in (tmp_path / "new" / "accounts").iterdir()} == {
            "anna", "berta", "carla",
        }  # fmt: skip


def test_a_link_that_leads_nowhere_is_one_failed_row(exports: Path, tmp_path: Path) -> None:
    (exports / "loop.json").symlink_to("loop.json")
    (exports / "gone.csv").symlink_to("nothing")
    out = tmp_path / "public"
    for given_ in (exports, f"{exports}/*"):
        result = site(out, given_)
        assert last(result).startswith("3 accounts (")
        assert last(result).endswith(" 2 failed)")
        page = (out / "index.html").read_text()
        assert "loop.json: " in page
        assert "gone.csv: " in page
    loop = tmp_path / "loop"
    loop.symlink_to("loop")
    assert isinstance(run(loop, "-o", tmp_path / "other").exception, InputError)


@pytest.mark.parametrize("name", ["accounts/zoe.html", "accounts/zoe.json"])
def test_a_file_of_somebody_else_is_never_replaced(
    name: str, exports: Path, tmp_path: Path
) -> None:
    out = tmp_path / "public"
    site(out, exports)
    (out / name).write_text("mine")
    before = files(out)
    (exports / "zoe.json").write_text(of("zoe").to_json())
    result = run(exports, "-o", out, "--jobs", 1)
    assert isinstance(result.exception, InputError)
    assert "is not of this site and would be replaced" in str(result.exception)
    assert files(out) == before
    (exports / "zoe.json").write_text(of("zoe").to_json()[:5000])
    assert "would be replaced" in str(run(exports, "-o", out, "--jobs", 1).exception)
    (exports / "zoe.json").unlink()
    site(out, exports)
    assert (out / name).read_text() == "mine"


@pytest.mark.parametrize(
    "name", ["accounts/anna.html", "accounts/zoe.json", "index.html", "site.json"]
)
def test_no_link_in_a_site_is_followed(name: str, exports: Path, tmp_path: Path) -> None:
    out = tmp_path / "public"
    site(out, exports)
    (exports / "zoe.json").write_text(of("zoe").to_json())
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (out / name).unlink(missing_ok=True)
    (out / name).symlink_to(victim)
    before = files(out)
    result = run(exports, "-o", out, "--jobs", 1)
    assert isinstance(result.exception, InputError)
    assert "is a link, and the site would be written elsewhere" in str(result.exception)
    assert victim.read_text() == "mine"
    assert files(out) == before


def test_a_folder_of_pages_that_is_a_link_is_refused(exports: Path, tmp_path: Path) -> None:
    out = tmp_path / "public"
    site(out, exports)
    (out / "accounts").rename(tmp_path / "elsewhere")
    (out / "accounts").symlink_to(tmp_path / "elsewhere")
    before = files(tmp_path / "elsewhere")
    result = run(exports, "-o", out, "--title", "X", "--jobs", 1)
    assert "is a link" in str(result.exception)
    assert files(tmp_path / "elsewhere") == before


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
        patch.setattr(working, "make", interrupted)
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
    assert "berta.json: the JSON is broken or cut off" in page
    assert not (out / "accounts" / "zoe.html").exists()


def test_a_page_goes_when_its_export_breaks(exports: Path, tmp_path: Path) -> None:
    out = tmp_path / "public"
    site(out, exports)
    (exports / "berta.json").write_text(of("berta").to_json()[:5000])
    site(out, exports)
    assert not (out / "accounts" / "berta.html").exists()


def failing_at(monkeypatch: pytest.MonkeyPatch, account: str, error: Any) -> None:
    """Make the judging of one account fail."""
    judge = making._report

    def fragile(job: Any, plan: Any) -> Report:
        if job.account == account:
            raise error
        return judge(job, plan)

    monkeypatch.setattr(making, "_report", fragile)


def test_an_error_of_ours_stops_no_other_either(
    exports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing_at(monkeypatch, "berta.json", ZeroDivisionError)
    result = site(tmp_path / "public", exports)
    assert "berta.json: internal error (ZeroDivisionError)" in result.stderr
    assert last(result) == "2 accounts (2 new, 0 unchanged, 1 failed)"


@pytest.mark.parametrize("error", [ZeroDivisionError, MemoryError])
def test_a_page_stays_when_the_error_is_ours(
    error: Any, exports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "public"
    site(out, exports)
    before = files(out)
    changed = of("berta", as_of="2011-03-03").to_json()
    (exports / "berta.json").write_text(changed)
    with monkeypatch.context() as patch:
        failing_at(patch, "berta.json", error)
        result = site(out, exports)
        assert last(result) == "3 accounts (0 new, 2 unchanged, 1 failed)"
        index_ = (out / "index.html").read_text()
        assert "Not made again, this is an earlier page: berta.json: " in index_
        for ending in ("html", "json"):
            name = f"accounts/berta.{ending}"
            assert files(out)[name] == before[name]
        assert last(site(out, exports)) == "3 accounts (0 new, 2 unchanged, 1 failed)"
        hidden = site(out, exports, "--no-text")
        assert last(hidden) == "2 accounts (2 new, 0 unchanged, 1 failed)"
        assert not (out / "accounts" / "berta.html").exists(), "it shows texts"
        site(out, exports)
    assert last(site(out, exports)) == "3 accounts (1 new, 2 unchanged, 0 failed)"
    assert "Not made again" not in (out / "index.html").read_text()


def test_an_error_tells_no_folder(exports: Path, tmp_path: Path) -> None:
    job = making.Job("zoe.zip", "zoe", exports / "zoe.zip")
    made = making._failed(job, f"{exports / 'zoe.zip'}: cut off")
    assert made.error == "zoe.zip: cut off"


# A process that dies ---------------------------------------------------------------------


class Deadly(making.Job):
    """A job that ends the process that takes it; only the first one, if so marked."""

    def __reduce__(self) -> Any:
        job = making.Job(self.account, self.page, self.path, is_report=self.is_report)
        return perish, (str(self.path), job)


def perish(path: str, job: making.Job) -> making.Job:
    once, mark = Path(f"{path}.once"), Path(f"{path}.died")
    if once.exists() and mark.exists():
        return job
    mark.touch()
    os._exit(9)


def with_deadly(monkeypatch: pytest.MonkeyPatch, account: str) -> None:
    planned = planning.of_inputs

    def deadly(*args: Any) -> Any:
        todo = planned(*args)
        jobs = [
            Deadly(j.account, j.page, j.path, is_report=True) if j.account == account else j
            for j in todo.jobs
        ]
        return replace(todo, jobs=jobs)

    monkeypatch.setattr(building, "of_inputs", deadly)


def test_a_process_that_dies_costs_one_account(
    exports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "public"
    site(out, exports)
    before = files(out)
    for name in ("anna", "berta", "carla"):
        changed = of(name, as_of="2011-03-03").to_json()
        (exports / f"{name}.json").write_text(changed)
    with_deadly(monkeypatch, "anna.json")
    result = run(exports / "anna.json", exports / "berta.json", exports / "carla.json",
                 "-o", out, "--jobs", 2)  # fmt: skip
    assert result.exception is None, result.stderr
    assert (exports / "anna.json.died").exists(), "it was tried in a process"
    assert last(result) == "3 accounts (2 new, 0 unchanged, 1 failed)"
    assert "anna.json: its process ended without a word" in result.stderr
    now = files(out)
    assert now["accounts/anna.html"] == before["accounts/anna.html"]
    for name in ("berta", "carla"):
        assert now[f"accounts/{name}.html"] != before[f"accounts/{name}.html"]


def test_a_job_that_dies_once_is_done_the_second_time(exports: Path) -> None:
    plan = making.Plan(How(), None, (), 0.2, Options(), PLAIN)
    path = exports / "anna.json"
    Path(f"{path}.once").touch()
    jobs = [
        Deadly("anna.json", "anna", path, is_report=True),
        making.Job("berta.json", "berta", exports / "berta.json", is_report=True),
    ]
    made = {one.page: one for one in working.results(jobs, plan, 2)}
    assert all(one.html and not one.error for one in made.values())
    assert set(made) == {"anna", "berta"}


# Templates -------------------------------------------------------------------------------

BROKEN = [
    '{% extends "ours/NAME" %}{% block title %}{{ nonsense }}{% endblock %}',
    '{% extends "ours/NAME" %}{% block title %}{{ 1 + "x" }}{% endblock %}',
    "{% if %}",
]


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize(
    "name", ["report.html.j2", "site_index.html.j2", "site_cohort.html.j2"]
)
def test_a_template_that_is_broken_touches_nothing(
    name: str, broken: str, exports: Path, tmp_path: Path
) -> None:
    out, own = tmp_path / "public", tmp_path / "own"
    own.mkdir()
    (own / name).write_text(broken.replace("NAME", name))
    fresh = run(exports, "-o", out, "--template", own, "--jobs", 1)
    assert isinstance(fresh.exception, UsageError)
    assert "\n" not in str(fresh.exception)
    assert not out.exists()
    site(out, exports)
    before = files(out)
    result = run(exports, "-o", out, "--template", own, "--jobs", 1)
    assert isinstance(result.exception, UsageError)
    assert str(own) in str(result.exception)
    assert files(out) == before


def test_a_template_that_breaks_on_a_finding_touches_nothing_either(
    exports: Path, tmp_path: Path
) -> None:
    out, own = tmp_path / "public", tmp_path / "own"
    own.mkdir()
    (own / "report.html.j2").write_text(
        '{% extends "ours/report.html.j2" %}{% block title %}'
        "{% for one in report.patterns %}{{ one.nonsense }}{% endfor %}{% endblock %}"
    )
    site(out, exports)
    before = files(out)
    for jobs in (1, 2):
        result = run(exports, "-o", out, "--template", own, "--jobs", jobs)
        assert isinstance(result.exception, UsageError)
        assert files(out) == before


def test_an_error_in_a_page_of_ours_is_no_error_of_an_account(
    exports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> Any:
        raise ZeroDivisionError

    out = tmp_path / "public"
    site(out, exports)
    before = files(out)
    monkeypatch.setattr(making, "_rendered", broken)
    result = run(exports, "-o", out, "--title", "X", "--jobs", 1)
    assert isinstance(result.exception, ZeroDivisionError)
    assert files(out) == before


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
NOT_ANSWERING = finding("AA301", "m", "m", "not-applicable")
UNDECIDED = finding("AA301", "m", "m", "insufficient-evidence")


def talking(score: float | None, low: float | None) -> list[Vital]:
    title, metric_ = "Conversation", "conversation.reply_share"
    return [Vital("conversation", title, score, low, score, metric_, "", None, 10)]


@pytest.mark.parametrize(
    ("patterns", "word"),
    [
        (found_on(AA201="low", AA301="high"), "given-up"),
        (found_on(AA203="medium"), "given-up"),
        (found_on(AA301="high", AA701="high"), "sends"),
        ([CLEAR[0], UNDECIDED, *found_on(AA408="medium")], "sends"),
        ([*CLEAR, *found_on(AA408="medium")], "found"),
        ([*CLEAR, *found_on(AA701="high")], "found"),
        ([*CLEAR, *found_on(AA101="info")], "talks"),
        (CLEAR, "talks"),
        (CLEAR[:1], "open"),
        (CLEAR[1:], "open"),
        ([], "open"),
        ([CLEAR[0], NOT_ANSWERING], "feed"),
        ([CLEAR[0], UNDECIDED], "open"),
    ],
)
def test_how_an_account_stands_follows_from_its_findings(
    patterns: list[Any], word: str
) -> None:
    report = make_report(patterns=patterns, vitals=talking(80, 60))
    assert standing(report) == word


@pytest.mark.parametrize(
    ("vitals", "word"),
    [
        (talking(50, 50), "talks"),
        (talking(50, None), "talks"),
        (talking(80, 49.9), "nothing"),
        (talking(49.9, None), "nothing"),
        (talking(None, None), "nothing"),
        ([], "nothing"),
    ],
)
def test_who_talks_is_shown_and_not_only_not_refuted(
    vitals: list[Vital], word: str
) -> None:
    assert standing(make_report(patterns=CLEAR, vitals=vitals)) == word


@pytest.mark.parametrize(
    ("patterns", "told"),
    [
        (CLEAR, ()),
        ([CLEAR[0], NOT_ANSWERING], ()),
        (CLEAR[:1], ("answers",)),
        (CLEAR[1:], ("life",)),
        ([*CLEAR[1:], *found_on(AA202="high")], ()),
        ([UNDECIDED], ("life", "answers")),
    ],
)
def test_what_was_not_judged_is_said_on_each_line(
    patterns: list[Any], told: tuple[str, ...]
) -> None:
    one = row(make_report(patterns=[*patterns, *found_on(AA701="high")]), "x", "x.html")
    assert one.open == told
    page = index.render([one], PLAIN)
    assert ("whether it is in use: not judged" in page) is ("life" in told)
    assert ("whether it answers: not judged" in page) is ("answers" in told)


def test_something_found_says_nothing_good() -> None:
    meaning = marks.standing("found").meaning
    assert "in use" not in meaning
    assert meaning == "Something was found, other than that it gave up or only sends."


@pytest.mark.real
@pytest.mark.skipif(not REAL.is_dir(), reason="no real exports beside the checkout")
def test_how_the_46_libraries_stand() -> None:
    from acctaudit.audit import audit
    from acctaudit.model.build import build
    from acctaudit.readers import read
    from acctaudit.readers.mapping import mapping_file

    how = How(mapping=mapping_file(LIBRARIES))
    tables = [
        table for path in sorted(REAL.glob("*.csv")) for table in read([path], how=how)
    ]
    given_ = Options.of({"archetype": "community", "goals": "dialogue"})
    day = datetime(2014, 4, 8, tzinfo=UTC).date()
    rows = [
        row(audit(build(one.tables, as_of=day, account=one.name), given_), one.name, "x")
        for one in authors(tables)[0]
    ]
    stand: dict[str, set[str]] = {}
    for one in rows:
        stand.setdefault(one.standing, set()).add(one.source)
    assert {key: len(names) for key, names in stand.items()} == {
        "given-up": 3, "sends": 12, "found": 18, "talks": 5, "nothing": 7, "open": 1,
    }  # fmt: skip
    assert stand["given-up"] == {"kizuulm", "ub_oldenburg", "zbsport"}
    assert stand["talks"] == {
        "elibbremen", "mediothek", "stabi_erlangen", "stabuewuerzburg", "ubmainz",
    }  # fmt: skip
    assert {"stabiso", "tibub", "slubdresden"} < stand["nothing"]
    assert stand["open"] == {"bsb_muenchen"}
    assert {"stb_bielefeld", "unibib"} < stand["sends"]
    assert index.headline(index.groups(rows)) == (
        "Of 46 accounts, 3 have given up, 12 only send, 5 talk with people and 1 shows too"
        " little to judge."
    )


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
    assert (
        "Of 25 accounts, 5 have given up, 5 only send, 5 talk with people and 5 show too"
        " little to judge. 1 account could not be read."
    ) in page


@pytest.mark.parametrize(
    ("stand", "told"),
    [
        (["open"] * 3, "Of 3 accounts, 3 show too little to judge."),
        (["failed"], "1 account could not be read."),
        (["failed"] * 2, "2 accounts could not be read."),
        (["found"], "Of 1 account, none is shown to talk with people."),
        (["nothing", "talks"], "Of 2 accounts, 1 talks with people."),
        (
            ["sends", "open", "failed"],
            (
                "Of 2 accounts, 1 only sends, none is shown to talk with people and 1 shows"
                " too little to judge. 1 account could not be read."
            ),
        ),
    ],
)
def test_the_headline_counts_what_was_read_and_judged(stand: list[str], told: str) -> None:
    rows = [replace(one, standing=key) for one, key in zip(rows_of(9), stand, strict=False)]
    assert index.headline(index.groups(rows)) == told


def test_all_of_a_group_can_be_reached_from_its_name() -> None:
    page = index.render(rows_of(60), PLAIN)
    glance = page[
        page.index('<ul class="standings">') : page.index('<section class="every"')
    ]
    ids = set(re.findall(r'id="([^"]+)"', page))
    assert glance.count('href="accounts/') == 8 * 4 + 12, "all 12 that talk"
    for key in ("given-up", "sends", "found", "open"):
        assert f'<a class="more" href="#g-{key}">and 4 more</a>' in glance
        assert f"g-{key}" in ids
    many = index.render([replace(o, standing="talks") for o in rows_of(30)], PLAIN)
    assert '<a class="more" href="#g-talks">and 6 more</a>' in many


def test_what_keeps_accounts_from_being_compared_is_said(
    exports: Path, tmp_path: Path
) -> None:
    said = site(tmp_path / "a", exports)
    assert "more than once" not in said.stderr
    assert "limits" not in said.stderr
    (exports / "again.json").write_text(of("Anna").to_json())
    report = of("zoe")
    other = replace(report, tool=replace(report.tool, version="0.0.1"))
    (exports / "old.json").write_text(other.to_json())
    (first, *more) = report.patterns
    (sign, *signs) = first.signs
    stricter = replace(first, signs=[replace(sign, limit=sign.limit + 1), *signs])
    strict = replace(of("yves"), patterns=[stricter, *more])
    (exports / "strict.json").write_text(strict.to_json())
    said = site(tmp_path / "a", exports)
    page = (tmp_path / "a" / "index.html").read_text()
    for line in (
        "The same account was given more than once: @anna (again.json, anna.json).",
        "The reports were made by several versions of the program: 0.0.1 and ",
        "Not all accounts were judged by the same limits, so do not compare them.",
    ):
        assert line in said.stderr
        assert line in page


def test_one_handle_with_two_ids_is_two_accounts() -> None:
    def with_id(handle: str, user: str | None) -> Report:
        report = of(handle)
        return replace(report, account=replace(report.account, user_id=user))

    def told(*pairs: tuple[str, str | None]) -> tuple[str, ...]:
        return doubts([(f"{n}", with_id(*pair)) for n, pair in enumerate(pairs)]).twice

    assert told(("a", "1"), ("a", "2")) == ()
    assert told(("a", "1"), ("b", "1")) == ("1 (0, 1)",)
    assert told(("a", "1"), ("A", None)) == ("@a (0, 1)",)
    assert told(("a", "1"), ("a", "1")) == ("@a (0, 1)",)


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
    children: list[Any] = []

    def broken_off() -> None:
        with working._workers(1, plan) as pool:
            pool.submit(abs, -1).result()
            pool.submit(time.sleep, 600)
            children.extend(multiprocessing.active_children())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert children
    for child in children:
        child.join(10)
        alive = child.is_alive()
        child.kill()
        assert not alive


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
