"""Enough of a GitHub runner, of GitLab and of Jenkins to run the recipes of docs/ci.md.

What they install is left out: `acctaudit` is on the path. All else runs as it stands.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
HEALTHY = SAMPLES / "brand.json"
FAILING = SAMPLES / "strabag" / "reconstruction.json"
PROGRAM = Path(sys.executable).parent / "acctaudit"
"""The installed program."""
PINNED = re.compile(r"[\w./-]+@[0-9a-f]{40}")
OURS = re.compile(r"\./|OWNER/acctaudit@COMMIT")
_EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")
_INSTALLS = re.compile(r"^\s*(\S*pip\"? install|\S*python3? -m venv)\b.*$", re.MULTILINE)
_HEREDOC = re.compile(r"([\w-]+)<<(\S+)\n(.*?)\n\2\n", re.DOTALL)
_BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail")


def put(folder: Path, source: Path, name: str = "exports/posts.json") -> Path:
    """A sample, as an export in a folder."""
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, target)
    return target


def loaded(text: str) -> Any:
    """A YAML document; `on` stays a word."""
    return yaml.load(text.replace("\non:", "\n'on':"), yaml.SafeLoader)


def environment(**more: str) -> dict[str, str]:
    """The environment of a service: the program on the path, nothing of ours in it."""
    kept = {k: v for k, v in os.environ.items() if k.startswith(("LC_", "LANG", "TZ"))}
    path = os.pathsep.join([str(PROGRAM.parent), os.environ["PATH"]])
    return {**kept, "PATH": path, "HOME": "/nonexistent", "CI": "true", **more}


def shell(
    script: str, folder: Path, env: dict[str, str], how: tuple[str, ...] = _BASH
) -> subprocess.CompletedProcess[str]:
    """A script, as services run one: from a file, without input."""
    return subprocess.run(
        [*how, "-c", script], cwd=folder, env=env, text=True, capture_output=True,
        stdin=subprocess.DEVNULL, check=False, timeout=120,
    )  # fmt: skip


def without_installs(script: str) -> str:
    """The script without its lines that install."""
    return _INSTALLS.sub("", script)


@dataclass
class Step:
    """What became of a step."""

    outcome: str = "skipped"
    status: int = 0
    outputs: dict[str, str] = field(default_factory=dict)
    inputs: dict[str, str] = field(default_factory=dict)
    log: str = ""


class Runner:
    """Runs the steps of a job, or of a composite action, in a folder."""

    def __init__(self, folder: Path, temp: Path, context: dict[str, str]) -> None:
        self.folder, self.temp, self.context = folder, temp, context
        self.steps: list[Step] = []
        self.status = 0
        self.uses: list[str] = []
        temp.mkdir(parents=True, exist_ok=True)

    def run(self, steps: list[dict[str, Any]], env: dict[str, str]) -> Runner:
        """All steps; after a failure only those that ask to run all the same."""
        for raw in steps:
            step = Step()
            self.steps.append(step)
            if not self._wanted(str(raw.get("if", ""))):
                continue
            self._one(raw, step, env)
            step.outcome = "failure" if step.status else "success"
            if step.status and not raw.get("continue-on-error"):
                self.status = self.status or step.status
            name = raw.get("id")
            if name:
                self.context[f"steps.{name}.outcome"] = step.outcome
                for key, value in step.outputs.items():
                    self.context[f"steps.{name}.outputs.{key}"] = value
        return self

    def _wanted(self, condition: str) -> bool:
        parts = [part.strip() for part in condition.split("&&") if part.strip()]
        if "always()" not in parts and self.status:
            return False
        return all(self._holds(part) for part in parts if part != "always()")

    def _holds(self, part: str) -> bool:
        name, _, wanted = part.partition(" != ")
        assert wanted.startswith("'"), part
        return self.context.get(name, "") != wanted.strip("'")

    def _said(self, table: dict[str, Any] | None) -> dict[str, str]:
        return {key: self._filled(value) for key, value in (table or {}).items()}

    def _filled(self, value: object) -> str:
        return _EXPRESSION.sub(lambda m: self.context.get(m[1], ""), str(value))

    def _one(self, raw: dict[str, Any], step: Step, env: dict[str, str]) -> None:
        env = {**env, **self._said(raw.get("env"))}
        step.inputs = self._said(raw.get("with"))
        if "uses" not in raw:
            self._script(raw["run"], step, env)
        elif OURS.fullmatch(raw["uses"]):
            done = action(self.folder, self.temp, step.inputs, env)
            step.status, step.outputs = done.status, done.outputs
            step.log = "".join(each.log for each in done.steps)
        else:
            self.uses.append(raw["uses"])

    def _script(self, script: str, step: Step, env: dict[str, str]) -> None:
        output = self.temp / f"output-{len(self.steps)}"
        output.write_text("", encoding="utf-8")
        given = {"GITHUB_OUTPUT": str(output), "RUNNER_TEMP": str(self.temp)}
        script = without_installs(self._filled(script))
        done = shell(script, self.folder, {**env, **given})
        step.status, step.log = done.returncode, done.stdout + done.stderr
        told = output.read_bytes().decode()
        step.outputs = {name: value for name, _, value in _HEREDOC.findall(told)}
        assert not _HEREDOC.sub("", told), told


class Action(Runner):
    """The composite action of this repository, and its outputs."""

    outputs: dict[str, str]


def action(folder: Path, temp: Path, inputs: dict[str, str], env: dict[str, str]) -> Action:
    """Run `action.yml`, but for what it installs."""
    made = loaded((ROOT / "action.yml").read_text(encoding="utf-8"))
    unknown = set(inputs) - set(made["inputs"])
    assert not unknown, unknown
    given = {
        name: inputs.get(name, said.get("default", ""))
        for name, said in made["inputs"].items()
    }
    context = {f"inputs.{name}": value for name, value in given.items()}
    runner = Action(folder, temp, context)
    installed(temp)
    steps = [s for s in made["runs"]["steps"] if not s.get("run", "").endswith("install")]
    runner.run(steps, {**env, "GITHUB_ACTION_PATH": str(ROOT)})
    runner.outputs = {
        name: runner._filled(said["value"]) for name, said in made["outputs"].items()
    }
    return runner


def installed(temp: Path, program: Path = PROGRAM) -> None:
    """What the step `install` would leave behind: a venv with the program."""
    place = temp / "acctaudit" / "venv" / "bin"
    place.mkdir(parents=True, exist_ok=True)
    for name, target in (("acctaudit", program), ("python", Path(sys.executable))):
        (place / name).unlink(missing_ok=True)
        (place / name).symlink_to(target)


def gitlab(
    job: dict[str, Any], folder: Path, template: dict[str, Any] | None = None
) -> subprocess.CompletedProcess[str]:
    """A job of GitLab, with what it extends."""
    extended = (template or {}).get(job.get("extends", ""), {})
    variables = {**extended.get("variables", {}), **job.get("variables", {})}
    whole = {**extended, **job}
    lines = [*whole.get("before_script", []), *whole["script"]]
    script = without_installs("\n".join(lines))
    return shell(script, folder, environment(**variables))


def jenkins(text: str) -> list[str]:
    """The scripts of a Jenkinsfile, in order."""
    found = re.findall(r"\bsh (?:'''(.*?)'''|'([^'\n]*)')", text, re.DOTALL)
    assert len(found) == len(re.findall(r"\bsh\b", text)), "a step that is not read"
    return [long or short for long, short in found]
