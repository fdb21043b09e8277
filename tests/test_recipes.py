"""docs/ci.md: every block of it is run, and does what the page says."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from recipes import (
    FAILING,
    HEALTHY,
    OURS,
    PINNED,
    PROGRAM,
    ROOT,
    SAMPLES,
    Runner,
    environment,
    gitlab,
    jenkins,
    loaded,
    put,
    shell,
    without_installs,
)

PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = {
    part.split("\n", 1)[0]: _FENCE.findall(part)
    for part in re.split(r"^## ", PAGE, flags=re.MULTILINE)
}
"""Language and text of each block, by the heading it stands under."""
STATUSES = pytest.mark.parametrize(
    ("export", "status"), [(HEALTHY, 0), (FAILING, 1), (None, 2)], ids=str
)


def block(heading: str, number: int = 0) -> str:
    text: str = BLOCKS[heading][number][1]
    return text


@pytest.fixture
def work(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    (folder / "exports").mkdir(parents=True)
    return folder


def exported(work: Path, export: Path | None) -> None:
    if export is not None:
        put(work, export)


def stand_in(folder: Path, name: str, script: str) -> dict[str, str]:
    """A program of that name, found before all others."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
    (folder / name).chmod(0o755)
    env = environment()
    return {**env, "PATH": f"{folder}:{env['PATH']}"}


def test_every_block_of_the_page_is_run_here() -> None:
    counted = {heading: [kind for kind, _ in found] for heading, found in BLOCKS.items()}
    assert {heading: kinds for heading, kinds in counted.items() if kinds} == {
        "Try it": ["sh"],
        "An account that already has findings": ["sh"],
        "Where the exports lie": ["sh"],
        "GitHub, with the action": ["yaml"],
        "GitHub, with plain commands": ["yaml"],
        "GitHub, as a comment on the pull request": ["yaml"],
        "GitLab": ["yaml", "yaml"],
        "Jenkins": ["groovy"],
        "pre-commit": ["yaml", "yaml"],
        "pytest": ["python"],
        "cron": ["sh"],
        "A container": ["sh", "sh"],
        "Holidays": ["toml"],
    }


@STATUSES
def test_the_first_command(work: Path, export: Path | None, status: int) -> None:
    exported(work, export)
    done = shell(block("Try it"), work, environment())
    assert done.returncode == status, done.stderr


def test_a_baseline_makes_an_account_with_findings_pass(work: Path) -> None:
    exported(work, FAILING)
    lines = block("An account that already has findings").splitlines()
    script = "\n".join(line for line in lines if not line.startswith("git "))
    done = shell(script, work, environment())
    assert done.returncode == 0, done.stdout + done.stderr
    kept = (work / "acctaudit-baseline.json").read_text("utf-8")
    assert "AA901" in kept
    posts = json.loads(FAILING.read_text("utf-8"))["posts"]
    assert not [post["text"] for post in posts if post["text"] in kept]


def test_an_archive_becomes_an_export_that_can_be_checked(work: Path) -> None:
    shutil.copy(SAMPLES / "archive-2024.zip", work / "twitter-archive.zip")
    done = shell(block("Where the exports lie"), work, environment())
    assert done.returncode == 0, done.stderr
    assert "CANARY" not in (work / "exports" / "posts.json").read_text("utf-8")
    assert shell(block("Try it"), work, environment()).returncode in {0, 1}


def job_of(heading: str) -> dict[str, Any]:
    made = loaded(block(heading))
    assert made["permissions"]["contents"] == "read"
    (job,) = made["jobs"].values()
    for step in job["steps"]:
        assert "${{" not in step.get("run", "")
        used = step.get("uses", "actions/none@" + "0" * 40)
        assert OURS.fullmatch(used) or PINNED.fullmatch(used)
    return dict(job)


def ran(heading: str, work: Path, env: dict[str, str] | None = None) -> Runner:
    job = job_of(heading)
    context = {"github.event.pull_request.number": "7", "github.token": "secret"}
    runner = Runner(work, work.parent / "temp", context)
    return runner.run(job["steps"], {**(env or environment()), **job.get("env", {})})


@STATUSES
@pytest.mark.parametrize("kind", ["the action", "plain commands"])
def test_github(work: Path, kind: str, export: Path | None, status: int) -> None:
    exported(work, export)
    done = ran(f"GitHub, with {kind}", work)
    assert done.status == status, done.steps[-2].log
    uploads = [step.inputs for step in done.steps if "sarif_file" in step.inputs]
    if status == 2:
        assert not list(work.glob("*.sarif"))
        return
    (upload,) = uploads
    assert done.steps[-1].outcome == "success"
    assert json.loads((work / upload["sarif_file"]).read_text("utf-8"))["runs"]
    assert "<html" in (work / "acctaudit.html").read_text("utf-8")
    log = "".join(step.log for step in done.steps)
    assert ("::error" in log) == (status == 1)


def test_github_uploads_no_results_that_are_not_there(work: Path) -> None:
    done = ran("GitHub, with the action", work)
    assert [step.outcome for step in done.steps] == [
        "success", "failure", "success", "skipped",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("export", "outcome"), [(HEALTHY, "success"), (FAILING, "success"), (None, "skipped")]
)
def test_a_comment_is_written_if_there_is_a_verdict(
    work: Path, export: Path | None, outcome: str
) -> None:
    exported(work, export)
    env = stand_in(work.parent / "bin", "gh", 'test -s "$7"')
    done = ran("GitHub, as a comment on the pull request", work, env)
    assert done.steps[-1].outcome == outcome
    assert (work / "comment.md").is_file() == (outcome == "success")


def test_a_comment_is_written_when_the_check_fails(work: Path) -> None:
    exported(work, FAILING)
    told = work.parent / "told"
    env = stand_in(
        work.parent / "bin", "gh", f'printf "%s\\n" "$@" >"{told}"; test -s "$7"'
    )
    done = ran("GitHub, as a comment on the pull request", work, env)
    assert [step.outcome for step in done.steps] == ["success", "failure", "success"]
    assert told.read_text("utf-8").split() == [
        "pr", "comment", "7", "--edit-last", "--create-if-none", "--body-file",
        "comment.md",
    ]  # fmt: skip
    assert "AA901" in (work / "comment.md").read_text("utf-8")


def template() -> dict[str, Any]:
    made = loaded((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))
    return dict(made)


def test_gitlab_includes_the_template_that_is_there() -> None:
    made = loaded(block("GitLab"))
    assert made["include"] == [{"local": "ci/acctaudit.yml"}]
    assert made["account"]["extends"] in template()
    known = template()[".acctaudit"]["variables"].keys()
    assert made["account"]["variables"].keys() <= known


@STATUSES
@pytest.mark.parametrize("number", [0, 1], ids=["template", "plain"])
def test_gitlab(work: Path, number: int, export: Path | None, status: int) -> None:
    exported(work, export)
    job = loaded(block("GitLab", number))["account"]
    done = gitlab(job, work, template())
    assert done.returncode == status, done.stdout + done.stderr
    kept = {**template()[".acctaudit"], **job}["artifacts"]
    assert kept["when"] == "always"
    reports = [work / name for name in kept["reports"].values()]
    assert [file.is_file() for file in reports] == [status != 2] * 2
    if status != 2:
        quality = json.loads((work / kept["reports"]["codequality"]).read_text("utf-8"))
        assert bool(quality)
        assert all((work / name).is_file() for name in kept.get("paths", ()))


@pytest.mark.parametrize(
    "text",
    ["$(touch pwned)", "`touch pwned`", "; touch pwned", "' ; touch pwned ; '",
     '"; touch pwned; "', "a\ntouch pwned", "-o=pwned.html", "*", "", "\n"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["EXPORTS", "FAIL_ON", "BASELINE"])
def test_no_variable_of_gitlab_is_ever_run(work: Path, name: str, text: str) -> None:
    given = {"AUDIT_PACKAGE": "x", f"AUDIT_{name}": text}
    job = {"extends": ".acctaudit", "variables": given}
    done = gitlab(job, work, template())
    assert done.returncode == 2, done.stdout
    assert not list(work.rglob("*pwned*"))


@pytest.mark.parametrize("how", [("bash", "-e"), ("sh", "-e")], ids=str)
@pytest.mark.parametrize(
    ("package", "installed"), [("", []), ("$(touch pwned) x", ["$(touch pwned) x"])]
)
def test_gitlab_installs_what_is_named_and_nothing_by_itself(
    work: Path, package: str, installed: list[str], how: tuple[str, ...]
) -> None:
    said = template()[".acctaudit"]
    assert said["variables"]["AUDIT_PACKAGE"] == ""
    told = work.parent / "told"
    folder = work.parent / "bin"
    env = stand_in(folder, "python", "exit 0")
    stand_in(folder, "pip", f'printf "%s\\n" "$@" >"{told}"')
    script = "\n".join(said["before_script"]).replace("/tmp/acctaudit/bin/pip", "pip")
    done = shell(script, work, {**env, "AUDIT_PACKAGE": package}, how)
    assert (done.returncode == 0) == bool(package)
    assert ("say what to install" in done.stderr) != bool(package)
    got = told.read_text("utf-8").splitlines() if told.exists() else []
    assert got[-1:] == installed
    assert list(work.rglob("pwned")) == []


def test_the_example_of_the_template_is_that_of_the_page() -> None:
    text = (ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8")
    lines = text[text.index("#   include:") : text.index("# Variables")].splitlines()
    example = loaded("\n".join(line[4:] for line in lines))["acctaudit"]["variables"]
    page = loaded(block("GitLab"))["account"]["variables"]
    assert example == {name: page[name] for name in ("AUDIT_PACKAGE", "AUDIT_EXPORTS")}


def test_what_gitlab_installs_is_one_argument_and_no_option() -> None:
    install = [text for text in template()[".acctaudit"]["before_script"] if "pip" in text]
    assert [text.endswith(' -- "$AUDIT_PACKAGE"') for text in install] == [True]


@STATUSES
def test_jenkins(work: Path, export: Path | None, status: int) -> None:
    exported(work, export)
    text = block("Jenkins")
    env = environment(WORKSPACE_TMP=str(work.parent / "temp"))
    statuses = []
    for script in jenkins(text):
        done = shell(without_installs(script), work, env, ("sh", "-xe"))
        statuses.append(done.returncode)
    assert statuses == [0, status], done.stderr
    post = text[text.index("post {") :]
    named = re.findall(r"(?:testResults|artifacts): '([^']+)'", post)
    assert [(work / name).is_file() for name in named] == [status != 2] * 2
    assert "always" in post


def hooked(number: int, files: list[str]) -> str:
    """The command that pre-commit would run for these files."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (repository,) = yaml.safe_load(block("pre-commit", number))["repos"]
    (asked,) = repository["hooks"]
    assert asked["id"] == hook["id"]
    whole = {**hook, **asked}
    chosen = [name for name in files if re.search(whole["files"], name)]
    assert chosen
    names = chosen if whole["pass_filenames"] else []
    return " ".join([whole["entry"], *whole["args"], *names])


@pytest.mark.parametrize(("export", "status"), [(HEALTHY, 0), (FAILING, 1)], ids=str)
def test_pre_commit(work: Path, export: Path, status: int) -> None:
    put(work, export)
    command = hooked(0, ["exports/posts.json", "README.md", "acctaudit-baseline.json"])
    assert command == "acctaudit check --fail-on=high exports/posts.json"
    assert shell(command, work, environment()).returncode == status


def test_pre_commit_with_named_exports(work: Path) -> None:
    command = hooked(1, ["bakery/posts.json"])
    parts = sorted((SAMPLES / "formats" / "analytics_posts").glob("*.csv"))
    put(work, SAMPLES / "formats" / "export" / "export.json", "bakery/posts.json")
    put(work, parts[0], "bakery/followers.csv")
    create = command.replace("check", "baseline create")
    assert shell(create, work, environment()).returncode == 0
    done = shell(command, work, environment())
    assert done.returncode == 0, done.stdout + done.stderr


def test_exports_of_two_accounts_are_refused(work: Path) -> None:
    put(work, HEALTHY)
    put(work, FAILING, "exports/other.json")
    command = hooked(0, ["exports/posts.json", "exports/other.json"])
    done = shell(command, work, environment())
    assert done.returncode == 2
    assert "example_bakery" in done.stderr
    assert "strabag_se" in done.stderr.lower()


@STATUSES
def test_pytest(work: Path, export: Path | None, status: int) -> None:
    exported(work, export)
    (work / "test_account.py").write_text(block("pytest"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "."],
        cwd=work, env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == bool(status), done.stdout
    expected = {0: "1 passed", 1: "FAILED: 1 finding of severity high", 2: "InputError"}
    assert expected[status] in done.stdout.replace("ReadError", "InputError")


CRON = {
    "HOME": "/nonexistent",
    "LOGNAME": "me",
    "PATH": "/usr/bin:/bin",
    "SHELL": "/bin/sh",
}
"""All that cron gives to a job: neither a locale nor a path of ours."""


@STATUSES
def test_cron(work: Path, export: Path | None, status: int) -> None:
    exported(work, export)
    script, account = block("cron"), "/home/me/account"
    given = re.findall(r"^acctaudit=(\S+)$", script, re.MULTILINE)
    assert [Path(each).is_absolute() for each in given] == [True]
    target = work / "check-account.sh"
    target.write_text(script.replace(given[0], str(PROGRAM)), encoding="utf-8")
    (command,) = re.findall(r"`0 7 \* \* 1  ([^`]+)`", PAGE)
    assert account in command
    done = shell(command.replace(account, str(work)), Path("/"), CRON, ("/bin/sh",))
    assert done.returncode == status, done.stdout + done.stderr
    assert bool(done.stdout) == bool(status)
    assert done.stderr == ""
    assert (work / "account.html").is_file() == (status != 2)


IMAGE = """
case "$1" in build) test -f "$PWD/Dockerfile" || exit 3; exit 0 ;; esac
case " $* " in *' --network none --read-only '*) ;; *) exit 4 ;; esac
while [ "$1" != acctaudit ]; do shift; done
shift
for word; do
  shift
  case "$word" in /out/*) word="$PWD$word" ;; esac
  set -- "$@" "$word"
done
exec acctaudit "$@"
"""


@pytest.mark.parametrize("number", [0, 1])
def test_what_the_container_is_asked_for(work: Path, number: int) -> None:
    exported(work, HEALTHY)
    (work / "out").mkdir()
    shutil.copy(ROOT / "Dockerfile", work)
    env = stand_in(work.parent / "bin", "docker", IMAGE)
    done = shell(block("A container", number), work, env)
    assert done.returncode == 0, done.stderr
    assert (work / "out" / "account.html").is_file() == (number == 1)


def with_a_silence(begins: str) -> str:
    """The export of an account that was silent for two months in its third."""
    start = date.fromisoformat(begins)
    days = [start - timedelta(59 - n) for n in range(60)]
    days += [start + timedelta(61 + n) for n in range(60)]
    posts = [
        {"id": str(n + 1), "created_at": f"{day}T09:{n % 60:02}:00Z", "text": f"Day {n}"}
        for n, day in enumerate(days)
    ]
    account = {"handle": "example_shop", "user_id": "1"}
    export = {"schema": "acctaudit/export/1", "as_of": str(days[-1]), "account": account}
    return json.dumps({**export, "posts": posts})


@pytest.mark.parametrize(
    ("begins", "status"), [("2026-07-10", 0), ("2026-05-10", 1)], ids=["as said", "other"]
)
def test_a_planned_silence_is_no_failure(work: Path, begins: str, status: int) -> None:
    (work / "exports" / "posts.json").write_text(with_a_silence(begins), encoding="utf-8")
    command = f"{block('Try it').strip()} -f json"
    asked = block("Holidays").split("[[suppress]]")[0]
    for settings, expected in ((asked, 1), (block("Holidays"), status)):
        (work / "acctaudit.toml").write_text(settings, encoding="utf-8")
        done = shell(command, work, environment())
        assert done.returncode == expected, done.stdout + done.stderr
    states = {item["code"]: item["state"] for item in json.loads(done.stdout)["items"]}
    assert states["AA205"] == ["suppressed", "new"][status]


def test_an_excuse_needs_a_reason(work: Path) -> None:
    exported(work, HEALTHY)
    wrong = block("Holidays").replace("reason", "#reason")
    (work / "acctaudit.toml").write_text(wrong, encoding="utf-8")
    done = shell(block("Try it"), work, environment())
    assert done.returncode == 2
    assert "acctaudit.toml" in done.stderr
    assert "reason" in done.stderr


def test_weekly_exports_are_joined(work: Path) -> None:
    whole = json.loads(HEALTHY.read_text("utf-8"))
    for name, part in (("2026-W27", whole["posts"][:400]), ("w28", whole["posts"][300:])):
        text = json.dumps({**whole, "posts": part})
        (work / "exports" / f"{name}.json").write_text(text, encoding="utf-8")
    assert "`acctaudit check exports/*.json`" in PAGE
    done = shell("acctaudit check exports/*.json", work, environment())
    assert done.returncode == 0, done.stderr
    assert f"{len(whole['posts'])} used + 100 duplicates" in done.stdout


def test_every_status_that_the_page_names_is_one_of_the_program() -> None:
    from acctaudit.cli import status

    rows = re.findall(r"^\| ([\d, ]+) \|", PAGE, re.MULTILINE)
    named = {int(number) for row in rows for number in row.split(",")}
    assert named == {
        status.OK, status.GATE_FAILED, status.ERROR, status.INTERRUPTED, status.TERMINATED,
    }  # fmt: skip


def test_links_of_the_page_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", PAGE):
        if not target.startswith("https://"):
            assert (ROOT / "docs" / target).exists(), target
    headings = {re.sub(r"[^\w -]", "", h).lower().replace(" ", "-") for h in BLOCKS}
    assert set(re.findall(r"\]\(#([\w-]+)\)", PAGE)) <= headings
