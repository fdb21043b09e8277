"""What is ready for a CI beside the action: the image, the hook, completion, pytest."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import time
import tomllib
from configparser import ConfigParser
from dataclasses import replace
from importlib import metadata
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from checks import PASSING, check, item
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from recipes import FAILING, HEALTHY, PROGRAM, ROOT, environment, put, shell

from acctaudit.errors import InputError
from acctaudit.gate.data import Who
from acctaudit.render.gate import FORMATS, parts, render
from acctaudit.testing import assert_healthy

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def work(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


# The packages, the image


def required() -> list[Requirement]:
    """What the program needs, and a history on PostgreSQL."""
    config = ConfigParser()
    config.read(ROOT / "setup.cfg")
    lines = config["options"]["install_requires"].split()
    lines += config["options.extras_require"]["postgres"].split()
    return [Requirement(line) for line in lines]


def locked(name: str) -> dict[str, str]:
    """Versions by name, each with hashes."""
    text = (ROOT / "ci" / name).read_text(encoding="utf-8").replace("\\\n", "")
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            assert re.search(r" --hash=sha256:[0-9a-f]{64}", line), line
            package, version = re.match(r"([\w.-]+)==([\w.]+)", line).groups()  # type: ignore[union-attr]
            assert package not in found, f"{package} has two versions"
            found[package] = version
    return found


def test_the_locked_packages_are_those_that_are_required() -> None:
    found = locked("requirements.txt")
    for wanted in required():
        assert wanted.specifier.contains(Version(found[wanted.name.lower()])), wanted
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]
    for text in build["requires"]:
        wanted = Requirement(text)
        assert wanted.specifier.contains(locked("build.txt")[wanted.name]), wanted


def test_what_the_locked_packages_need_is_locked_too() -> None:
    found = locked("requirements.txt")
    assert {"pg8000", "scramp", "asn1crypto"} <= found.keys()
    for name in found:
        for text in metadata.requires(name) or ():
            needed = Requirement(text)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                assert canonicalize_name(needed.name) in found, f"{name} needs {text}"


def instructions() -> list[tuple[str, str]]:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(line.split(None, 1)[0], line.split(None, 1)[1]) for line in lines]


def final_stage() -> dict[str, str]:
    found = instructions()
    last = max(index for index, (word, _) in enumerate(found) if word == "FROM")
    return dict(found[last:])


def test_the_image_runs_as_nobody_special_and_has_no_shell_before_the_program() -> None:
    stage = final_stage()
    user, _, group = stage["USER"].partition(":")
    assert int(user) > 999
    assert int(group) > 999
    assert json.loads(stage["ENTRYPOINT"]) == ["acctaudit"]
    assert json.loads(stage["CMD"]) == ["--help"]
    assert "PYTHONDONTWRITEBYTECODE=1" in stage["ENV"]
    words = [word for word, _ in instructions()]
    assert words.count("FROM") == 2
    assert not {"ADD", "ARG", "EXPOSE", "VOLUME"} & set(words)


def test_the_base_of_the_image_is_one_exact_version() -> None:
    (base,) = {said.split()[0] for word, said in instructions() if word == "FROM"}
    assert re.fullmatch(r"python:3\.\d+\.\d+-slim-\w+", base)


def test_the_image_is_built_from_what_is_there_and_let_in() -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").split("\n")
    let_in = {line[1:] for line in lines if line.startswith("!")}
    assert "*" in lines
    copied: list[str] = []
    for word, said in instructions():
        if word == "COPY" and not said.startswith("--from"):
            copied += said.split()[:-1]
    assert {path.rstrip("/") for path in copied} == let_in
    assert all((ROOT / path).exists() for path in copied)


SEALED = """
set -eu
mount --make-rprivate /
mount --bind "$OUT" "$OUT"
while read -r _ point _ options _; do
  case "$point" in "$OUT" | /proc* | /sys* | /dev*) continue ;; esac
  flags=remount,bind,ro
  for flag in nosuid nodev noexec relatime; do
    case ",$options," in *",$flag,"*) flags="$flags,$flag" ;; esac
  done
  mount -o "$flags" "$(printf '%b' "$point")" 2>/dev/null || true
done </proc/self/mounts
for place in / /tmp /var/tmp "$PREFIX" "$PWD"; do
  if touch "$place/.probe" 2>/dev/null; then echo "$place can be written"; exit 99; fi
done
if grep -v lo: /proc/net/dev | grep -q :; then echo 'there is a network'; exit 98; fi
exec unshare --user --map-user=65532 --map-group=65532 -- "$@"
"""
UNSHARE = ("unshare", "--user", "--map-root-user", "--net", "--mount")


@pytest.fixture
def sealed(work: Path) -> Any:
    """The program as nobody, without a network, on a disk that cannot be written."""
    if shutil.which("unshare") is None:
        pytest.skip("unshare is not installed")
    tried = subprocess.run([*UNSHARE, "true"], capture_output=True, text=True, check=False)
    if tried.returncode:
        pytest.skip(f"namespaces are not permitted here: {tried.stderr.strip()}")
    out = work.parent / "out"
    out.mkdir()
    named = re.findall(r"(PYTHON\w+)=(\S+)", final_stage()["ENV"])

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        env = environment(OUT=str(out), PREFIX=sys.prefix, **dict(named))
        return subprocess.run(
            [*UNSHARE, "sh", "-c", SEALED, "sh", *command],
            cwd=work, env=env, capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip

    return run


def test_the_program_needs_no_network_no_root_and_no_disk(sealed: Any, work: Path) -> None:
    assert sealed("id", "-u").stdout == "65532\n"
    put(work, HEALTHY)
    done = sealed(str(PROGRAM), "check", "exports/posts.json")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout
    put(work, FAILING)
    out = work.parent / "out" / "account.html"
    done = sealed(str(PROGRAM), "check", "exports/posts.json", "-o", str(out))
    assert done.returncode == 1, done.stderr
    assert "<html" in out.read_text("utf-8")
    done = sealed(str(PROGRAM), "check", "exports/posts.json", "-o", "account.html")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("acctaudit: error:")


# Hooks


def test_the_hook_is_one_that_pre_commit_takes(work: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook.keys() >= {"id", "name", "entry", "language", "files"}
    assert hook["require_serial"] is hook["pass_filenames"] is True
    names = ["exports/posts.json", "exports/2024/w1.json", "acctaudit-baseline.json"]
    matching = [name for name in names if re.search(hook["files"], name)]
    assert matching == names[:2]
    put(work, HEALTHY)
    done = shell(f"{hook['entry']} exports/posts.json", work, environment())
    assert done.returncode == 0, done.stderr


# What the outputs say of an account


@pytest.mark.parametrize("name", sorted({*FORMATS} - {"json"}))
def test_a_handle_that_is_none_is_cut(name: str) -> None:
    for long in (Who("a" * 200_000, None, None), Who(None, "9" * 200_000, None)):
        made = render(replace(check([item()], []), account=long), name)
        assert len(made) < 5_000
        assert "a" * 50 not in made
        assert "9" * 50 not in made
    assert parts.who(replace(PASSING, account=long)) == f"user id {'9' * 49}…"
    fitting = replace(PASSING, account=Who("a" * 50, None, None))
    assert parts.who(fitting) == f"@{'a' * 50}"


def test_the_foot_of_a_comment_is_made_of_sentences() -> None:
    for books in ("146 rows read = 146 used", "146 rows read = 146 used."):
        last = render(replace(PASSING, books=books), "markdown").splitlines()[-1]
        assert "= 146 used. acctaudit 0.1.0, `" in last


@pytest.mark.parametrize("name", ["terminal", "markdown", "github"])
def test_many_items_are_told_in_good_time(name: str) -> None:
    states = ("new", "known", "suppressed", "better")
    many = [item(gates=False, state=states[n % 4], reason="x") for n in range(4_000)]
    of = check(many, [])
    begin = time.perf_counter()
    told = parts.silent(of)
    assert time.perf_counter() - begin < 0.2
    assert len(told) == 3_000
    assert len(parts.lesser(of)) == 1_000
    assert render(of, name)


# Shell completion


def test_the_script_for_bash_is_one() -> None:
    done = subprocess.run(
        [PROGRAM, "completion", "bash"], capture_output=True, text=True, check=True
    )
    assert "_ACCTAUDIT_COMPLETE=bash_complete" in done.stdout
    checked = subprocess.run(["bash", "-n"], input=done.stdout, text=True, check=False)
    assert checked.returncode == 0


@pytest.mark.parametrize("shell_name", ["zsh", "fish"])
def test_the_other_shells_have_a_script(shell_name: str) -> None:
    done = subprocess.run(
        [PROGRAM, "completion", shell_name], capture_output=True, text=True, check=True
    )
    assert f"_ACCTAUDIT_COMPLETE={shell_name}_complete" in done.stdout


def completed(words: str, **env: str) -> list[str]:
    asked = {"_ACCTAUDIT_COMPLETE": "bash_complete", "COMP_WORDS": words}
    number = str(len(words.split()) if words.endswith(" ") else len(words.split()) - 1)
    done = subprocess.run(
        [PROGRAM], env=environment(**asked, COMP_CWORD=number, **env),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return [line.partition(",")[2] for line in done.stdout.splitlines()]


def test_commands_options_and_values_are_completed() -> None:
    assert completed("acctaudit che") == ["check"]
    assert set(completed("acctaudit co")) == {"compare", "config", "convert", "completion"}
    assert "--fail-on" in completed("acctaudit check --fa")
    assert completed("acctaudit completion z") == ["zsh"]
    assert "critical" in completed("acctaudit check --fail-on ")


def test_completion_in_a_real_bash() -> None:
    script = (
        'eval "$(acctaudit completion bash)"\n'
        "COMP_WORDS=(acctaudit rep) COMP_CWORD=1\n"
        '_acctaudit_completion acctaudit rep acctaudit; echo "${COMPREPLY[@]}"'
    )
    assert shell(script, ROOT, environment()).stdout == "report\n"


def test_completion_is_quick_and_imports_nothing_heavy() -> None:
    begin = time.perf_counter()
    completed("acctaudit c")
    assert time.perf_counter() - begin < 3
    code = (
        "import sys\nfrom acctaudit.cli import run\n"
        "try:\n    run([])\nexcept SystemExit: pass\n"
        "heavy = {'pandas', 'numpy', 'scipy', 'jinja2'} & set(sys.modules)\n"
        "print(sorted(heavy), file=sys.stderr)"
    )
    asked = {"_ACCTAUDIT_COMPLETE": "bash_complete", "COMP_WORDS": "acctaudit check --f"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(**asked, COMP_CWORD="2"),
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "--fail-on" in done.stdout
    assert done.stderr == "[]\n"


# pytest


def test_a_healthy_account_gives_what_was_found(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(work)
    found = assert_healthy(put(work, HEALTHY))
    assert found.passed
    assert found.account.handle == "example_bakery"
    assert [item.code for item in found.items] == ["AA101"]


def test_a_failing_account_fails_with_the_text_of_the_gate(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(work)
    path = str(put(work, FAILING))
    with pytest.raises(AssertionError) as failed:
        assert_healthy(path)
    done = subprocess.run(
        [PROGRAM, "check", path], env=environment(), capture_output=True, text=True,
        check=False, cwd=work,
    )  # fmt: skip
    assert str(failed.value) == done.stdout
    assert not assert_healthy(path, fail_on="critical").failing()
    assert assert_healthy(path, fail_on="never").items


def test_settings_and_baseline_hold_as_in_the_command(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(work)
    path = put(work, FAILING)
    (work / "acctaudit.toml").write_text("fail_on = 'critical'\n", encoding="utf-8")
    assert assert_healthy(path).fail_on == "critical"
    strict = work / "strict.toml"
    strict.write_text("fail_on = 'low'\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="AA204"):
        assert_healthy([path], config=strict)
    assert assert_healthy(path, config="fail_on=critical").passed
    known = work / "known.json"
    made = [str(PROGRAM), "baseline", "create", str(path), "--baseline", str(known)]
    subprocess.run(made, env=environment(), check=True, cwd=work, capture_output=True)
    found = assert_healthy([path], config=strict, baseline=known)
    assert {item.state for item in found.items} == {"known"}


def test_what_is_wrong_is_an_error_and_no_verdict(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(work)
    path = put(work, HEALTHY)
    with pytest.raises(InputError, match=r"nothing\.json"):
        assert_healthy(work / "nothing.json")
    with pytest.raises(InputError, match="no export"):
        assert_healthy([])
    with pytest.raises(InputError, match="did you mean 'critical'"):
        assert_healthy(path, fail_on="crtical")
    with pytest.raises(InputError):
        assert_healthy(path, config=work / "nothing.toml")
    with pytest.raises(InputError):
        assert_healthy([path, FAILING])
