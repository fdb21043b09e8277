"""`acctaudit check` as a program: its exit status, and what it leaves behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from runner import commands

from acctaudit.cli import run

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
GOOD, BAD = str(SAMPLES / "brand.json"), str(SAMPLES / "strabag" / "reconstruction.json")
Done = subprocess.CompletedProcess[str]


def program(
    *args: str, cwd: Path, prelude: str = "", env: dict[str, str] | None = None
) -> Done:
    """The program, run to its end in an empty folder; `prelude` is run before it."""
    code = f"{prelude}\nfrom acctaudit.cli import run\nrun()"
    command = [sys.executable, "-c", code, *args]
    clean = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        cwd=cwd,
        check=False,
        env={**clean, **(env or {})},
        timeout=120,
    )


def lines(done: Done) -> list[str]:
    return done.stderr.splitlines()


def test_a_healthy_account_passes_in_few_lines(tmp_path: Path) -> None:
    done = program("check", GOOD, cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("Passed: ")
    assert list(tmp_path.iterdir()) == []


def test_a_failing_account_fails_with_1_and_with_0_where_that_is_wanted(
    tmp_path: Path,
) -> None:
    done = program("check", BAD, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("FAILED: ")
    assert lines(done) == []
    again = program("check", BAD, "--exit-zero", cwd=tmp_path)
    assert (again.returncode, again.stdout) == (0, done.stdout)


def test_a_wrong_option_and_a_missing_file_are_2(tmp_path: Path) -> None:
    for args in (["gone.json"], [BAD, "--what"]):
        done = program("check", *args, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert len(lines(done)) == 1


def test_report_fails_as_check_does_but_only_where_asked(tmp_path: Path) -> None:
    plain = program("report", BAD, "-f", "json", cwd=tmp_path)
    assert plain.returncode == 0
    done = program("report", BAD, "-f", "json", "--fail-on", "high", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, plain.stdout)
    assert lines(done)[-1].startswith("FAILED: ")
    good = program("report", GOOD, "-f", "json", "--fail-on", "high", cwd=tmp_path)
    assert good.returncode == 0


EMPTY = {"schema": "acctaudit/export/1", "posts": []}


@pytest.mark.parametrize(
    ("args", "files", "says"),
    [
        (["missing.json"], {}, "missing.json"),
        (["--what", GOOD], {}, "No such option"),
        ([GOOD, "--fail-on", "terrible"], {}, "'terrible' is not one of"),
        (["empty.json"], {"empty.json": json.dumps(EMPTY)}, "empty.json"),
        (["nothing.json"], {"nothing.json": ""}, "nothing.json"),
        (["cut.json"], {"cut.json": '{"schema": "acctaudit/export/1", '}, "cut.json"),
        ([GOOD], {"acctaudit.toml": "fail_om = 'high'"}, "fail_on"),
        ([GOOD], {"acctaudit.toml": "fail_on = 'awful'"}, "acctaudit.toml"),
        ([GOOD], {"acctaudit.toml": "= ="}, "acctaudit.toml"),
        ([GOOD, "--config", "gone.toml"], {}, "gone.toml"),
        ([GOOD], {"acctaudit-baseline.json": "{"}, "acctaudit-baseline.json"),
        (
            [GOOD],
            {"acctaudit-baseline.json": '{"schema": "acctaudit/baseline/9"}'},
            "acctaudit baseline create",
        ),
        ([GOOD, "--against", "last"], {}, "--history"),
        (
            [GOOD, "--against", "last", "--history", "h.sqlite3"],
            {"h.sqlite3": "no data base, but long enough to look at" * 40},
            "h.sqlite3",
        ),
        ([GOOD, "--against", "best", "--history", "h.sqlite3"], {}, "h.sqlite3"),
        ([GOOD, "-o", "nowhere/check.sarif"], {}, "nowhere"),
        ([GOOD, "-o", "check.doc"], {}, "check.doc"),
        ([GOOD, "-o", GOOD], {}, "this is your export"),
    ],
)
def test_whatever_is_wrong_is_2_and_one_line(
    args: Sequence[str],
    files: dict[str, str],
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(SystemExit) as end:
        run(["check", *args])
    told = capsys.readouterr()
    assert (end.value.code, told.out) == (2, "")
    (line,) = [each for each in told.err.splitlines() if not each.startswith("settings")]
    assert line.startswith("acctaudit: error: ")
    assert says in line
    there = {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}
    assert there == files


CRASH = "import acctaudit.gate.run as r\ndef boom(*a, **k): raise RuntimeError('secret')\n"


def test_a_crash_is_2_and_never_1(tmp_path: Path) -> None:
    done = program("check", BAD, cwd=tmp_path, prelude=f"{CRASH}r.decide = boom")
    assert done.returncode == 2
    assert lines(done)[-1].startswith("acctaudit: internal error (RuntimeError)")
    assert "secret" not in done.stderr


def test_a_pattern_that_fails_inside_is_2(tmp_path: Path) -> None:
    prelude = (
        "from acctaudit.patterns.megaphone import Megaphone\n"
        "def boom(self, conversation: object) -> object: raise RuntimeError('secret')\n"
        "Megaphone.check = boom"
    )
    done = program("check", GOOD, cwd=tmp_path, prelude=prelude)
    assert done.returncode == 2
    assert "AA301 failed inside" in lines(done)[-1]
    assert "secret" not in done.stderr


@pytest.mark.parametrize(("name", "status"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_signal_in_the_middle_has_its_status_and_writes_nothing(
    name: str, status: int, tmp_path: Path
) -> None:
    prelude = (
        "import os, signal, acctaudit.audit as a\n"
        f"def stop(*x): os.kill(os.getpid(), signal.{name})\n"
        "a.examine = stop"
    )
    done = program("check", BAD, "-o", "c.sarif", cwd=tmp_path, prelude=prelude)
    assert done.returncode == status
    assert (done.stdout, done.stderr.strip()) == ("", "")
    assert list(tmp_path.iterdir()) == []


def test_a_kill_in_the_middle_of_writing_leaves_the_old_file(tmp_path: Path) -> None:
    old = tmp_path / "c.sarif"
    old.write_text("old", "utf-8")
    prelude = "import os, signal\nos.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)"
    done = program("check", GOOD, "-o", "c.sarif", cwd=tmp_path, prelude=prelude)
    assert done.returncode == -signal.SIGKILL
    assert old.read_text("utf-8") == "old"


@pytest.mark.parametrize("form", ["terminal", "html"])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_is_2(form: str, unbuffered: str, tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    code = "from acctaudit.cli import run\nrun()"
    command = [sys.executable, "-c", code, "check", BAD, "-f", form]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=tmp_path,
            check=False,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        )
    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_may_not_grow_leaves_all_old_files(tmp_path: Path) -> None:
    for name in ("a.csv", "b.html"):
        (tmp_path / name).write_text("old", "utf-8")
    prelude = (
        "import resource, signal\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))"
    )
    done = program(
        "check", BAD, "-o", "a.csv", "-o", "b.html", cwd=tmp_path, prelude=prelude
    )
    assert done.returncode == 2
    assert "b.html" in lines(done)[-1]
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {
        "a.csv": "old",
        "b.html": "old",
    }


def test_a_closed_pipe_is_quiet_and_never_1(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "acctaudit", "check", BAD, "-f", "sarif"]
    env = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
    running = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env={**env, "PYTHONPATH": str(ROOT)},
        pipesize=4096,
    )
    assert running.stdout
    assert running.stderr
    running.stdout.close()
    err = running.stderr.read()
    running.stderr.close()
    assert (running.wait(), err) == (141, b"")


def test_without_a_standard_output_it_still_tells_by_its_status(tmp_path: Path) -> None:
    script = f'"{sys.executable}" -m acctaudit check "{BAD}" >&-'
    done = subprocess.run(
        ["sh", "-c", script],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 2
    closed = "acctaudit: error: standard output is closed: write files with -o"
    assert lines(done) == [closed]


def test_a_clock_that_is_none_is_told_before_anything_is_read(tmp_path: Path) -> None:
    for clock in ("x", "", "-1", "1e9"):
        env = {"SOURCE_DATE_EPOCH": clock}
        done = program("check", GOOD, cwd=tmp_path, env=env)
        assert done.returncode == 2
        (line,) = lines(done)
        assert line.startswith("acctaudit: error: SOURCE_DATE_EPOCH must be seconds")


def test_baselines_that_are_changed_at_once_lose_nobody(tmp_path: Path) -> None:
    names = ("brand.json", "news.json", "desk.json")
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "acctaudit", "baseline", "update", SAMPLES / name],
            cwd=tmp_path,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        for name in names
    ]
    assert [each.wait() for each in running] == [0, 0, 0]
    made = json.loads((tmp_path / "acctaudit-baseline.json").read_text("utf-8"))
    assert len(made["accounts"]) == 3


def test_all_outputs_are_written_in_one_run(tmp_path: Path) -> None:
    names = {
        "terminal": "c.txt",
        "json": "c.json",
        "markdown": "c.md",
        "csv": "c.csv",
        "github": "annotations",
        "gitlab": "quality.json",
        "sarif": "c.sarif",
        "junit": "c.xml",
        "badge": "badge.json",
        "html": "c.html",
    }
    outputs = [part for form, name in names.items() for part in ("-o", f"{form}={name}")]
    done = program("check", BAD, *outputs, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert {path.name for path in tmp_path.iterdir()} == set(names.values())
    assert all(path.stat().st_size for path in tmp_path.iterdir())
    by_ending = program("check", BAD, "-o", "d.sarif", "-o", "d.xml", cwd=tmp_path)
    assert by_ending.returncode == 1
    for ending in ("sarif", "xml"):
        same = (tmp_path / f"d.{ending}").read_bytes()
        assert same == (tmp_path / f"c.{ending}").read_bytes()


def test_the_step_summary_is_appended_to(tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", "utf-8")
    env = {"GITHUB_STEP_SUMMARY": str(summary)}
    done = program("check", BAD, "-f", "github", cwd=tmp_path, env=env)
    assert done.returncode == 1
    told = summary.read_text("utf-8")
    assert told.startswith("before\n")
    assert "AA301" in told
    program("check", BAD, "-f", "terminal", cwd=tmp_path, env=env)
    assert summary.read_text("utf-8") == told


def test_a_baseline_is_made_read_and_pruned(tmp_path: Path) -> None:
    path = tmp_path / "acctaudit-baseline.json"
    first = program("check", BAD, cwd=tmp_path)
    assert "There is no baseline yet" in first.stdout
    assert not path.exists()
    made = program("baseline", "create", BAD, cwd=tmp_path)
    assert (made.returncode, made.stdout) == (0, "")
    text = path.read_text("utf-8")
    second = program("check", BAD, cwd=tmp_path)
    assert second.returncode == 0
    assert path.read_text("utf-8") == text
    assert program("check", BAD, "--no-baseline", cwd=tmp_path).returncode == 1
    again = program("baseline", "create", BAD, cwd=tmp_path)
    assert again.returncode == 2
    assert "update" in again.stderr
    for change in ("update", "prune"):
        assert program("baseline", change, BAD, cwd=tmp_path).returncode == 0
        assert path.read_text("utf-8") == text
    other = program("baseline", "create", GOOD, cwd=tmp_path)
    assert other.returncode == 0
    assert len(json.loads(path.read_text("utf-8"))["accounts"]) == 2
    assert program("check", BAD, cwd=tmp_path).returncode == 0


def test_a_baseline_that_cannot_be_written_stays(tmp_path: Path) -> None:
    path = tmp_path / "acctaudit-baseline.json"
    program("baseline", "create", BAD, cwd=tmp_path)
    text = path.read_text("utf-8")
    prelude = (
        "import resource, signal\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50, 50))"
    )
    done = program("baseline", "update", GOOD, cwd=tmp_path, prelude=prelude)
    assert done.returncode == 2
    assert str(path.name) in lines(done)[-1]
    assert path.read_text("utf-8") == text
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
    gone = program("baseline", "prune", GOOD, "--baseline", "b.json", cwd=tmp_path)
    assert gone.returncode == 2
    assert "b.json: there is no such file" in gone.stderr


def test_the_same_input_gives_the_same_check(tmp_path: Path) -> None:
    made = set()
    for seed, zone in (("0", "UTC"), ("1", "Asia/Tokyo")):
        env = {"PYTHONHASHSEED": seed, "TZ": zone}
        outputs = ("-o", "c.sarif", "-o", "c.json", "-o", "c.xml", "-o", "c.md")
        program("check", BAD, *outputs, cwd=tmp_path, env=env)
        names = ("c.sarif", "c.json", "c.xml", "c.md")
        made.add(tuple((tmp_path / name).read_bytes() for name in names))
    assert len(made) == 1


def told(
    args: list[str], capsys: pytest.CaptureFixture[str]
) -> tuple[int | str | None, str, str]:
    with pytest.raises(SystemExit) as end:
        run(args)
    said = capsys.readouterr()
    return end.value.code, said.out, said.err


def test_what_a_run_reads_is_never_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    files = ("acctaudit.toml", "acctaudit-baseline.json", "h.sqlite3", "base.toml")
    (tmp_path / files[0]).write_text("extend = 'base.toml'\n", "utf-8")
    (tmp_path / "base.toml").write_text("fail_on = 'high'\n", "utf-8")
    assert told(["baseline", "create", BAD], capsys)[0] == 0
    assert told(["history", "add", BAD, "--history", "h.sqlite3"], capsys)[0] == 0
    before = {name: (tmp_path / name).read_bytes() for name in files}
    for command in ("check", "report"):
        for name in files:
            for history in ("h.sqlite3", "sqlite:///h.sqlite3"):
                args = [command, BAD, "--history", history, "-o", f"json={name}"]
                status, out, err = told(args, capsys)
                assert (status, out) == (2, "")
                assert f"{name}: this run reads that file; write elsewhere" in err
    assert before == {name: (tmp_path / name).read_bytes() for name in files}


@pytest.mark.parametrize(
    ("outputs", "says"),
    [
        (["a.sarif", "junit=a.sarif"], "two outputs would write this file"),
        (["a.sarif", "./a.sarif"], "two outputs would write this file"),
        (["sariff=a.sarif"], "did you mean 'sarif'"),
    ],
)
def test_outputs_that_cannot_be_meant_are_refused(
    outputs: list[str],
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    given = [part for output in outputs for part in ("-o", output)]
    status, _, err = told(["check", BAD, *given], capsys)
    assert status == 2
    assert says in err
    assert list(tmp_path.iterdir()) == []


def test_a_summary_that_cannot_be_added_to_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "gone" / "summary.md"))
    status, out, err = told(["check", BAD, "-f", "github", "-o", "a.csv"], capsys)
    assert (status, out) == (2, "")
    assert "summary.md: the summary cannot be added to" in err
    assert list(tmp_path.iterdir()) == []


def test_a_report_adds_to_the_summary_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert told(["report", BAD, "-f", "github"], capsys)[0] == 0
    assert "AA901" in summary.read_text("utf-8")


HOSTILE = "x ##[add-mask]y"


@pytest.mark.parametrize(
    "args",
    [
        ["report", "e.json"],
        ["report", "e.json", "-f", "json"],
        ["report", "e.json", "-f", "markdown"],
        ["check", "e.json"],
        ["check", "e.json", "-f", "github"],
        ["check", "e.json", "o.json"],
        ["check", "##[add-mask]x"],
        ["check", "e.json", "-o", "csv=a\n::error::x"],
        ["check", "e.json", "--config", "fail_on=##[add-mask]x"],
        ["history", "add", "e.json", "--history", "h.sqlite3"],
        ["history", "list", "--history", "h.sqlite3"],
        ["history", "trend", "--history", "h.sqlite3"],
        ["baseline", "create", "e.json"],
    ],
)
def test_nothing_that_is_printed_starts_a_command_of_a_build(
    args: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    made = json.loads(Path(BAD).read_text("utf-8"))
    made["account"].update(handle=HOSTILE, name=HOSTILE, bio=f"{HOSTILE}\n::error::z")
    for post in made["posts"]:
        post["text"] = f"{HOSTILE} {post['text']}"
    (tmp_path / "e.json").write_text(json.dumps(made), "utf-8")
    made["account"]["handle"] = "other"
    (tmp_path / "o.json").write_text(json.dumps(made), "utf-8")
    if args[:2] in (["history", "list"], ["history", "trend"]):
        told(["history", "add", "e.json", "--history", "h.sqlite3"], capsys)
    _, out, err = told(args, capsys)
    assert out + err
    meant = {"error", "warning", "notice"} if "github" in args else set()
    assert {command.name for command in commands(out + err)} <= meant
