"""The action for GitHub: what it passes on, and that nothing it is given is ever run."""

from __future__ import annotations

import json
import re
import shutil
import sys
from typing import TYPE_CHECKING, Any

import pytest
from click import Option
from recipes import (
    FAILING,
    HEALTHY,
    OURS,
    PINNED,
    ROOT,
    SAMPLES,
    Action,
    Runner,
    action,
    environment,
    installed,
    loaded,
    put,
    shell,
)

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = (
    "$(touch pwned)",
    "`touch pwned`",
    "; touch pwned",
    "x' ; touch pwned ; '",
    '" && touch pwned "',
    "a\ntouch pwned",
    "--output=html=pwned",
    "-o pwned.html",
    "@pwned ${IFS} $HOME \\",
    "\u202eend-0000\npassed=true\nünïcödé\u2028",
    "::set-output name=passed::true\r::add-mask::x ##[error]",
)
"""Inputs of those who would like to run something."""
INPUTS = (
    "exports",
    "config",
    "fail-on",
    "baseline",
    "sarif",
    "comment",
    "args",
    "working-directory",
    "python-version",
)


@pytest.fixture
def work(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


def acted(work: Path, **inputs: str) -> Action:
    named = {name.replace("_", "-"): value for name, value in inputs.items()}
    return action(work, work.parent / "temp", named, environment())


def test_the_action_passes_a_healthy_account(work: Path) -> None:
    put(work, HEALTHY)
    done = acted(work, exports="exports/*.json", comment="comment.md")
    assert done.status == 0, done.steps[-1].log
    assert done.outputs == {"passed": "true", "sarif": "./acctaudit.sarif"}
    assert json.loads((work / "acctaudit.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (work / "comment.md").stat().st_size


def test_the_status_of_the_check_is_that_of_the_action(work: Path) -> None:
    put(work, FAILING)
    done = acted(work, exports="exports/posts.json", sarif="")
    assert (done.status, done.outputs) == (1, {"passed": "false", "sarif": ""})
    assert "::error" in done.steps[-1].log
    lenient = acted(work, exports="exports/posts.json", fail_on="critical")
    assert (lenient.status, lenient.outputs["passed"]) == (0, "true")
    tolerant = acted(work, exports="exports/posts.json", args="--exit-zero")
    assert (tolerant.status, tolerant.outputs["passed"]) == (0, "false")


@pytest.mark.parametrize("exports", ["", "\n \n", "exports/*.json", "exports/a.json"])
def test_no_export_is_never_green(work: Path, exports: str) -> None:
    done = acted(work, exports=exports)
    assert (done.status, done.outputs) == (2, {"passed": "", "sarif": ""})


def test_a_verdict_of_before_is_not_told_again(work: Path) -> None:
    put(work, HEALTHY)
    assert acted(work, exports="exports/*.json").outputs["passed"] == "true"
    (work / "exports" / "posts.json").write_text("{}", encoding="utf-8")
    assert acted(work, exports="exports/*.json").outputs["passed"] == ""


def test_paths_are_relative_to_the_working_directory(work: Path) -> None:
    put(work, HEALTHY, "accounts/bakery/exports/posts.json")
    done = acted(work, exports="exports/*.json", working_directory="accounts/bakery")
    assert done.outputs["sarif"] == "accounts/bakery/acctaudit.sarif"
    assert (work / done.outputs["sarif"]).is_file()
    for wrong in ("nowhere", "-", "accounts/bakery/exports/posts.json"):
        assert acted(work, exports="x", working_directory=wrong).status == 2


def test_settings_options_and_baseline_reach_the_check(work: Path) -> None:
    put(work, FAILING)
    done = acted(
        work,
        exports="exports/posts.json",
        config="fail_on = 'low'\ntime_zone = 'Europe/Vienna'",
        args="--archetype=b2b\n--goal=dialogue\n--output=html=page.html\n",
    )
    assert done.status == 1
    assert "AA204" in done.steps[-1].log
    assert "Vienna" in (work / "page.html").read_text("utf-8")


@pytest.fixture
def recorded(work: Path) -> Any:
    """The action with a program that writes down its arguments."""
    program = work.parent / "program"
    program.write_text(
        f"#!{sys.executable}\nimport json, sys\n"
        f"json.dump(sys.argv[1:], open({str(work.parent / 'arguments')!r}, 'w'))\n"
        "verdict = [a for a in sys.argv if a.startswith('--output=json=')][0]\n"
        "open(verdict.split('=', 2)[2], 'w').write('{\"passed\": true}')\n",
        encoding="utf-8",
    )
    program.chmod(0o755)

    def run(**inputs: str) -> tuple[int, list[str], str]:
        (work.parent / "arguments").unlink(missing_ok=True)
        temp = work.parent / "temp"
        installed(temp, program)
        env = environment(RUNNER_TEMP=str(temp), GITHUB_OUTPUT=str(temp / "output"))
        given = {f"AUDIT_{name.upper()}": value for name, value in inputs.items()}
        done = shell(f"bash '{ROOT}/ci/action.sh' check", work, {**env, **given})
        try:
            said = json.loads((work.parent / "arguments").read_text("utf-8"))
        except FileNotFoundError:
            said = []
        return done.returncode, said, done.stdout + done.stderr

    return run


def test_each_line_is_one_argument_and_files_come_last(work: Path, recorded: Any) -> None:
    for name in ("b c.json", "a.json", "-", "-x.json", "[1].json", "two\nlines.json"):
        (work / name).touch()
    status, said, _ = recorded(
        exports=" *.json \n[1].json\n-*\n$(id).json\r\n",
        config="a = 1\n b='x y'\n",
        args="--account=$USER\n--exit-zero",
        fail_on="low",
        baseline="-b.json",
        sarif="o.sarif",
        comment="c d.md",
    )
    verdict = work.parent / "temp" / "acctaudit" / "check.json"
    assert status == 0
    cut = said.index("--")
    assert said[:cut] == [
        "check", "--format=github", f"--output=json={verdict}", "--fail-on=low",
        "--baseline=-b.json", "--output=sarif=o.sarif", "--output=markdown=c d.md",
        "--config=a = 1", "--config=b='x y'", "--account=$USER", "--exit-zero",
    ]  # fmt: skip
    files = said[cut + 1 :]
    assert sorted(files[:5]) == [
        "-x.json", "[1].json", "a.json", "b c.json", "two\nlines.json",
    ]  # fmt: skip
    assert files[5:] == ["[1].json", "./-", "-x.json", "$(id).json"]


@pytest.mark.parametrize(
    "args", ["exports/a.json", "-o x", "--output", "--format=json", "--", "--config=a=1"]
)
def test_only_options_that_are_listed_are_taken(recorded: Any, args: str) -> None:
    status, said, log = recorded(exports="a.json", args=args)
    assert (status, said) == (2, [])
    assert "--name=value" in log


NOT_IN_ARGS = {"--config", "--fail-on", "--baseline", "--format", "--color"}
"""Options of check that are inputs of their own, or that the action has to say itself."""


def test_the_listed_options_are_those_of_check() -> None:
    from acctaudit.cli.check import command

    options = [each for each in command.params if isinstance(each, Option)]
    known = {text for each in options for text in each.opts if text.startswith("--")}
    text = (ROOT / "ci" / "action.sh").read_text(encoding="utf-8")
    listed = text[text.index('case "$line" in') : text.index("*) refuse 'args")]
    names = set(re.findall(r"--[a-z-]+", listed))
    assert names.isdisjoint(NOT_IN_ARGS)
    assert names | NOT_IN_ARGS == known


def test_what_is_judged_can_be_chosen(work: Path) -> None:
    put(work, FAILING)
    done = acted(work, exports="exports/posts.json", args="--select=AA1")
    assert done.status == 0, done.steps[-1].log
    assert done.outputs["passed"] == "true"


def test_a_history_is_named_by_the_environment(work: Path) -> None:
    put(work, FAILING)
    env = environment(ACCTAUDIT_HISTORY="history.sqlite3")
    add = "acctaudit history add exports/posts.json --as-of 2011-02-26"
    assert shell(add, work, env).returncode == 0
    inputs = {"exports": "exports/posts.json", "fail-on": "critical"}
    inputs |= {"args": "--against=last", "comment": "comment.md"}
    done = action(work, work.parent / "temp", inputs, env)
    assert done.status == 0, done.steps[-1].log
    assert "Known or suppressed: " in (work / "comment.md").read_text("utf-8")
    assert acted(work, **inputs).status == 2


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", INPUTS)
def test_no_input_is_ever_run(work: Path, recorded: Any, name: str, text: str) -> None:
    put(work, HEALTHY, "a.json")
    inputs = {"exports": "a.json", name.replace("-", "_"): text}
    status, said, log = recorded(**inputs)
    assert status in {0, 2}, log
    assert not list(work.parent.rglob("*pwned*"))
    assert not re.search(r"^::|##\[", log, re.MULTILINE)
    if status == 0:
        assert set(said[: said.index("--")][:2]) == {"check", "--format=github"}
        assert name in {"config", "fail-on", "baseline", "sarif", "comment", "exports"} or (
            name == "python-version" or text.startswith("--output=")
        )


@pytest.mark.parametrize("text", HOSTILE)
def test_an_output_of_the_action_holds_exactly_its_value(work: Path, text: str) -> None:
    put(work, HEALTHY, "a.json")
    temp = work.parent / "temp"
    done = acted(work, exports="a.json", working_directory=".", sarif=text)
    if done.status == 0:
        assert set(done.steps[-1].outputs) == {"passed", "sarif"}
        assert done.outputs == {"passed": "true", "sarif": f"./{text}"}
    assert not list(temp.rglob("pwned"))


@pytest.mark.parametrize(
    ("version", "status"),
    [("3.11", 0), ("3.13.1", 0), ("", 0), ("3", 2), ("2.7", 2), ("3.11\nx", 2),
     ("3.x", 2), ("$(touch pwned)", 2), ("3.11; id", 2)],
)  # fmt: skip
def test_the_python_version_is_a_version(work: Path, version: str, status: int) -> None:
    env = environment(RUNNER_TEMP=str(work), AUDIT_PYTHON_VERSION=version)
    done = shell(f"bash '{ROOT}/ci/action.sh' validate", work, env)
    assert done.returncode == status
    assert list(work.iterdir()) == []


def scripts_of(node: object) -> list[str]:
    """All texts that a shell gets."""
    if isinstance(node, list):
        return [text for each in node for text in scripts_of(each)]
    if not isinstance(node, dict):
        return []
    found = [
        text
        for key in ("run", "script", "before_script")
        for text in ([node[key]] if isinstance(node.get(key), str) else node.get(key) or [])
    ]
    return found + [text for each in node.values() for text in scripts_of(each)]


def uses_of(node: object) -> list[str]:
    """All actions that are used."""
    if isinstance(node, list):
        return [text for each in node for text in uses_of(each)]
    if not isinstance(node, dict):
        return []
    here = [node["uses"]] if "uses" in node else []
    return here + [text for each in node.values() for text in uses_of(each)]


WIRING = ("action.yml", ".github/workflows/selftest.yml", "ci/gitlab.yml")


@pytest.mark.parametrize("name", WIRING)
def test_no_shell_text_holds_an_expression(name: str) -> None:
    made = loaded((ROOT / name).read_text(encoding="utf-8"))
    scripts = scripts_of(made)
    assert scripts
    assert not [text for text in scripts if "${{" in text or "eval" in text]


@pytest.mark.parametrize("name", WIRING[:2])
def test_actions_of_others_are_pinned_to_a_commit(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    used = uses_of(loaded(text))
    assert used
    for each in used:
        assert OURS.fullmatch(each) or PINNED.fullmatch(each)
        if PINNED.fullmatch(each):
            assert re.search(rf"{each} # v\d+\.\d+\.\d+\n", text)


def test_every_input_of_the_action_is_used_and_documented() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    made = loaded(text)
    assert tuple(sorted(made["inputs"])) == tuple(sorted(INPUTS))
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    for name, said in made["inputs"].items():
        assert said["description"].strip()
        assert f"${{{{ inputs.{name} }}}}" in text
        assert f"`{name}`" in page


def test_the_selftest_of_the_action_comes_out_as_it_says(work: Path) -> None:
    shutil.copytree(SAMPLES / "strabag", work / "samples" / "strabag")
    put(work, HEALTHY, "samples/brand.json")
    made = loaded((ROOT / WIRING[1]).read_text(encoding="utf-8"))
    assert made["permissions"] == {"contents": "read"}
    job = made["jobs"]["selftest"]
    done = Runner(work, work.parent / "temp", {}).run(job["steps"], environment())
    assert done.status == 0, done.steps[-1].log
    outcomes = [step.outcome for step in done.steps]
    assert outcomes == [
        "success", "success", "failure", "success", "failure", "failure", "success",
    ]  # fmt: skip
