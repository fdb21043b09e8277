"""A new pattern is one file: dropped into `patterns/`, it is everywhere at once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NEW = '''
"""AA999 too-cheerful."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.composition import Composition
from acctaudit.pattern import Judgement, Observed, Pattern, Severity, at_least, enough
from acctaudit.story import clear, fires, story
from acctaudit.words import plain


@dataclass(frozen=True)
class TooCheerful(Pattern):
    """A pattern that exists only in this test.

    ## What it looks for
    Two posts or more, which is too cheerful by far.

    ## Why it matters
    It does not matter at all outside of this test.

    ## What to do
    Post once, and then never again, and be content.

    ## What to expect
    Nothing at all, which is what a test should expect of it.

    ## How to measure it
    Count to two again, in the next run of this test.

    ## When to ignore it
    Always, unless you are the test that made it up.

    ## Limits
    It counts to two and can do nothing else at all.
    """

    code: ClassVar = "AA999"
    name: ClassVar = "too-cheerful"
    healthy: ClassVar = "Reserved enough"
    failing: ClassVar = "Too cheerful"
    severity: ClassVar = Severity.LOW

    min_posts: float = enough(1, "posts", Judgement("none are none at all"))
    posts: float = at_least(2, "posts", Judgement("two are more than one"))

    def check(self, composition: Composition) -> Observed:
        """Count to two."""
        posts = composition.own_posts
        return Observed(f"{plain(posts, 'posts')}.", min_posts=posts, posts=posts)

    examples = (
        fires("two posts", story().posts(2)),
        clear("one post", story().posts(1)),
    )
'''


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with one more file in `patterns/`."""
    copy = tmp_path_factory.mktemp("house")
    for name in ("acctaudit", "tests", "samples", "docs", "setup.cfg", "README.md"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(
                source, copy / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy(source, copy / name)
    (copy / "acctaudit" / "patterns" / "too_cheerful.py").write_text(NEW.lstrip())
    return copy


def run(house: Path, *args: str) -> str:
    env = {**os.environ, "PYTHONPATH": str(house)}
    done = subprocess.run(
        [sys.executable, *args],
        cwd=house,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_command_line_lists_and_explains_it(house: Path) -> None:
    assert "AA999  low" in run(house, "-m", "acctaudit", "patterns")
    assert run(house, "-m", "acctaudit", "explain", "too-cheerful").startswith("# AA999")


@pytest.mark.parametrize("form", ["terminal", "json", "markdown", "html"])
def test_every_report_shows_it(house: Path, form: str) -> None:
    sample = "samples/strabag/reconstruction.json"
    text = run(house, "-m", "acctaudit", "report", sample, "-f", form)
    assert "AA999" in text
    assert "Too cheerful" in text


def test_the_generic_tests_test_it(house: Path) -> None:
    out = run(house, "-m", "pytest", "tests/test_patterns.py", "-k", "AA999", "-q",
              "-p", "no:cacheprovider")  # fmt: skip
    assert "passed" in out


def test_the_docs_gain_its_page(house: Path) -> None:
    pytest.importorskip("cogapp")
    run(house, "docs/make.py")
    assert (house / "docs" / "patterns" / "AA999.md").read_text().count("Too cheerful") >= 1
    assert "AA999" in (house / "docs" / "patterns" / "index.md").read_text()
