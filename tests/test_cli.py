"""The command line: exit statuses, streams, and bad input in one line."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest

from acctaudit.cli import COMMANDS, run
from acctaudit.cli.inputs import parse_day
from acctaudit.cli.status import ExitStatus
from acctaudit.errors import UsageError
from acctaudit.report import Report

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
PARTIAL = str(SAMPLES / "strabag" / "partial.json")


@pytest.fixture
def acctaudit(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run the program in this process: status, stdout, stderr."""

    def call(*args: str) -> tuple[int, str, str]:
        before = signal.getsignal(signal.SIGTERM)
        with pytest.raises(SystemExit) as end:
            run([*args])
        signal.signal(signal.SIGTERM, before)
        out, err = capsys.readouterr()
        return int(end.value.code or 0), out, err

    return call


Run = Any


def test_help_lists_every_command(acctaudit: Run) -> None:
    status, out, err = acctaudit("--help")
    assert (status, err) == (0, "")
    assert all(name in out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(acctaudit: Run, name: str) -> None:
    status, out, _ = acctaudit(name, "--help")
    assert status == 0
    assert "Usage" in out


def test_help_and_lists_import_neither_pandas_nor_numpy() -> None:
    code = (
        "import sys; from acctaudit.cli import main\n"
        "for args in (['--help'], ['patterns'], ['explain', 'AA301'], ['formats'],"
        " ['schema', 'report']):\n"
        "    main.main(args, standalone_mode=False)\n"
        "heavy = {'pandas', 'numpy', 'scipy', 'jinja2', 'rich'} & set(sys.modules)\n"
        "print(sorted(heavy), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stderr == "[]\n"


def test_the_partial_founding_case_tells_what_is_known(acctaudit: Run) -> None:
    status, out, err = acctaudit("report", PARTIAL)
    assert (status, err) == (0, "")
    assert "1.78 posts a week (95 % 1.50-2.09)" in out
    assert "about 4 days for one post, not 4 posts a week" in " ".join(out.split())
    for code in ("[medium] AA202", "AA204", "AA502", "[info] AA601"):
        assert code in out
    unknown = out[out.index("What cannot be known") :]
    for question in ("reply share", "replies received", "engagement"):
        assert question in unknown


def test_json_on_stdout_is_one_document(acctaudit: Run) -> None:
    status, out, err = acctaudit("report", PARTIAL, "-f", "json")
    assert (status, err) == (0, "")
    assert Report.from_json(out).account.handle == "STRABAG_SE"


def test_files_are_written_by_their_ending_and_named_on_stderr(
    acctaudit: Run, tmp_path: Path
) -> None:
    files = [tmp_path / f"r{ending}" for ending in (".html", ".json", ".md", ".txt")]
    args = [arg for file in files for arg in ("-o", str(file))]
    status, out, err = acctaudit("report", PARTIAL, *args)
    assert (status, out) == (0, "")
    assert err.splitlines() == [f"wrote {file}" for file in files]
    assert all(file.stat().st_size > 1000 for file in files)


def test_goals_and_kinds_are_taken_from_the_command_line(acctaudit: Run) -> None:
    case = str(SAMPLES / "strabag" / "reconstruction.json")
    _, out, _ = acctaudit("report", case, "-f", "json", "--archetype", "b2b")
    verdicts = {f["code"]: f["verdict"] for f in json.loads(out)["patterns"]}
    assert verdicts["AA301"] == verdicts["AA901"] == "not-applicable"
    _, out, _ = acctaudit(
        "report", case, "-f", "json", "--archetype", "b2b", "--goal", "dialogue"
    )
    found = {f["code"]: (f["verdict"], f["severity"]) for f in json.loads(out)["patterns"]}
    assert found["AA301"] == ("fired", "high")
    assert found["AA901"] == ("fired", "critical")


def test_explain_prints_the_page_and_patterns_the_list(acctaudit: Run) -> None:
    status, out, _ = acctaudit("explain", "AA301")
    assert status == 0
    assert out.startswith("# AA301 megaphone")
    status, out, _ = acctaudit("patterns")
    assert status == 0
    assert "AA901  critical" in out
    assert acctaudit("explain", "AA999")[0] == 2


def test_schemas_and_formats_are_printed(acctaudit: Run) -> None:
    for name in ("export", "report"):
        status, out, _ = acctaudit("schema", name)
        assert status == 0
        assert json.loads(out)["$id"] == f"acctaudit/{name}/1"
    status, out, _ = acctaudit("formats")
    assert status == 0
    assert "export" in out


def _cut_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("data/tweets.js", "window.YTD.tweets.part0 = []" * 50)
    path.write_bytes(path.read_bytes()[:-40])


BAD: dict[str, Callable[[Path], object]] = {
    "empty.json": lambda path: path.write_bytes(b""),
    "wrong.txt": lambda path: path.write_text("hello, this is a letter"),
    "broken.json": lambda path: path.write_text(
        '{"schema": "acctaudit/export/1", "posts": [{'
    ),
    "noposts.json": lambda path: path.write_text('{"schema": "acctaudit/export/1"}'),
    "picture.png": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100)),
    "list.json": lambda path: path.write_text("[1, 2, 3]"),
    "cut.zip": _cut_zip,
    "folder": lambda path: path.mkdir(),
    "tweets.js": lambda path: path.write_text("window.YTD.tweets.part0 = [ {"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_and_leaves_no_file(
    acctaudit: Run, tmp_path: Path, name: str
) -> None:
    bad, out_file = tmp_path / name, tmp_path / "out.html"
    BAD[name](bad)
    out_file.write_text("old")
    status, out, err = acctaudit("report", str(bad), "-o", str(out_file))
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert name in err
    assert ";" in err or ":" in err
    assert out_file.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, "out.html"])


@pytest.mark.parametrize(
    ("args", "word"),
    [
        (["report", "nowhere.zip"], "nowhere.zip"),
        (["report", PARTIAL, "--from", "exprot"], "did you mean 'export'"),
        (["report", PARTIAL, "--archetype", "brnad"], "did you mean 'brand'"),
        (["report", PARTIAL, "--goal", "dialog"], "did you mean 'dialogue'"),
        (["report", PARTIAL, "--as-of", "03/02/2011"], "YYYY-MM-DD"),
        (["report", PARTIAL, "--as-of", "soon"], "YYYY-MM-DD"),
        (["report", PARTIAL, "--as-of", "2010-01-01"], "before the newest post"),
        (["report", PARTIAL, "-o", "x.docx"], "ending"),
        (["report", PARTIAL, "-o", "/nowhere/x.html"], "/nowhere"),
        (["report"], "EXPORT"),
        (["repotr"], "repotr"),
        (["report", PARTIAL, "--nonsense"], "--nonsense"),
    ],
)
def test_wrong_usage_is_status_2_and_names_the_cause(
    acctaudit: Run, args: list[str], word: str
) -> None:
    status, out, err = acctaudit(*args)
    assert (status, out) == (2, "")
    assert word in err
    assert len(err.splitlines()) == 1


def test_a_day_in_words_is_understood() -> None:
    assert parse_day("2 March 2011").isoformat() == "2011-03-02"
    assert parse_day("2011-03-02").isoformat() == "2011-03-02"
    with pytest.raises(UsageError):
        parse_day("2011-13-45")


@pytest.mark.parametrize(
    ("error", "status", "line"),
    [
        (KeyboardInterrupt(), 130, ""),
        (click.Abort(), 130, ""),
        (SystemExit(143), 143, ""),
        (SystemExit("text"), 2, ""),
        (OSError(28, "No space left on device", "out.html"), 2, "out.html: No space left"),
        (OSError("odd"), 2, "OSError"),
        (MemoryError(), 2, "not enough memory"),
        (ZeroDivisionError("secret"), 2, "internal error (ZeroDivisionError)"),
    ],
)
def test_whatever_ends_the_program_has_its_status(
    error: BaseException, status: int, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = signal.getsignal(signal.SIGTERM)
    with ExitStatus(debug=False) as guard:
        raise error
    signal.signal(signal.SIGTERM, before)
    assert guard.status == status
    err = capsys.readouterr().err
    assert line in err
    assert "secret" not in err
    assert "Traceback" not in err


def test_a_crash_shows_its_trace_where_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = signal.getsignal(signal.SIGTERM)
    with ExitStatus(debug=True):
        raise ZeroDivisionError
    signal.signal(signal.SIGTERM, before)
    assert "Traceback" in capsys.readouterr().err


def program(*args: str, **options: Any) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "acctaudit", *args]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        **options,
    )


def test_a_closed_pipe_is_quiet_and_never_1() -> None:
    # unbuffered, Python itself drops what a broken pipe did not take, and raises nothing
    env = {name: cell for name, cell in os.environ.items() if name != "PYTHONUNBUFFERED"}
    case = str(SAMPLES / "brand.json")
    running = program("report", case, "-f", "html", env=env, pipesize=4096)
    assert running.stdout
    assert running.stderr
    running.stdout.read(1)
    running.stdout.close()
    err = running.stderr.read()
    running.stderr.close()
    assert running.wait() == 141
    assert err == ""


def test_sigterm_is_143(tmp_path: Path) -> None:
    pipe = tmp_path / "slow.json"
    os.mkfifo(pipe)
    running = program("report", str(pipe))
    time.sleep(1.5)
    running.send_signal(signal.SIGTERM)
    _, err = running.communicate(timeout=20)
    assert running.returncode in {143, 2}
    assert "Traceback" not in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_on_stdout_is_2() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "acctaudit", "report", PARTIAL]
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT, check=False
        )
    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


def test_eighty_columns_are_kept(monkeypatch: pytest.MonkeyPatch, acctaudit: Run) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    _, out, _ = acctaudit("report", str(SAMPLES / "strabag" / "reconstruction.json"))
    assert max(map(len, out.splitlines())) <= 80


def test_colour_is_only_where_it_is_wanted(acctaudit: Run) -> None:
    assert "\x1b[" not in acctaudit("report", PARTIAL)[1]
    assert "\x1b[" in acctaudit("report", PARTIAL, "--color", "always")[1]


MACHINES = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "de_AT.UTF-8"},
)
"""Hash seeds, time zones and locales; where one is not installed, C stands in for it."""


@pytest.mark.parametrize(
    ("sample", "lang"), [("brand.json", "en"), ("archive-2024.zip", "de")]
)
def test_the_same_input_gives_the_same_bytes(
    sample: str, lang: str, tmp_path: Path
) -> None:
    made = set()
    for at, machine in enumerate(MACHINES):
        files = [tmp_path / f"{at}{ending}" for ending in (".html", ".md", ".txt", ".json")]
        outputs = [part for file in files for part in ("-o", str(file))]
        args = ("report", str(SAMPLES / sample), "--lang", lang, *outputs)
        running = program(*args, env={**os.environ, **machine})
        running.communicate(timeout=60)
        assert running.returncode == 0
        made.add(tuple(file.read_bytes() for file in files))
    assert len(made) == 1
