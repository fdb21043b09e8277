"""What is generated is current, and says which command mends it if not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from acctaudit.cli import COMMANDS
from acctaudit.explain import page
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


def test_every_dependency_is_explained() -> None:
    from configparser import ConfigParser

    config = ConfigParser()
    config.read(ROOT / "setup.cfg")
    listed = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    for line in config["options"]["install_requires"].split():
        assert line.split(">=")[0] in listed
