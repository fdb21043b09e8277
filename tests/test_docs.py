"""What is generated is current, and says which command mends it if not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from acctaudit.claim import Claim
from acctaudit.claims import claim, claims
from acctaudit.cli import COMMANDS
from acctaudit.config import KEYS, resolve
from acctaudit.explain import claim_page, page
from acctaudit.patterns import patterns

ROOT = Path(__file__).parents[1]


def test_generated_files_are_current() -> None:
    pytest.importorskip("cogapp", reason="the generator of the docs is a development tool")
    done = subprocess.run(
        [sys.executable, "docs/make.py", "--check"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    assert f"## acctaudit {name}" in (ROOT / "docs" / "commands.md").read_text(
        encoding="utf-8"
    )
    assert f"acctaudit {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", [p.code for p in patterns()])
def test_every_pattern_page_names_every_threshold(code: str) -> None:
    found = next(p for p in patterns() if p.code == code)
    text = page(found)
    for name, (_, sign) in found.signs().items():
        assert f"`{name}`" in text
        assert sign.basis.text in text


def test_every_key_of_the_configuration_is_explained() -> None:
    text = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    for key in KEYS:
        assert f"\n| `{key}` | " in text


def test_the_configuration_of_the_docs_is_a_configuration(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "declaring.md").read_text(encoding="utf-8")
    settings, benchmarks = (block.split("```")[0] for block in text.split("```toml\n")[1:])
    (tmp_path / "benchmarks.toml").write_text(benchmarks, encoding="utf-8")
    path = tmp_path / "acctaudit.toml"
    path.write_text(settings, encoding="utf-8")
    options = resolve(tmp_path, (str(path),)).options()
    assert [claim(said.claim).code for said in options.claims] == ["CL01", "CL07"]
    assert [found.year for found in options.benchmarks] == [2023]


@pytest.mark.parametrize("found", claims(), ids=lambda found: found.code)
def test_every_page_of_a_claim_names_every_limit(found: Claim) -> None:
    text = claim_page(found)
    for name, (_, sign) in found.limits().items():
        assert f"`{name}`" in text
        assert sign.basis.text in text


def test_every_dependency_is_explained() -> None:
    from configparser import ConfigParser

    config = ConfigParser()
    config.read(ROOT / "setup.cfg")
    listed = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    for line in config["options"]["install_requires"].split():
        assert line.split(">=")[0] in listed
