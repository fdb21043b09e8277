"""The gate as an assertion, for those who test with pytest or unittest.

from acctaudit.testing import assert_healthy

def test_the_account_is_healthy():
    assert_healthy("exports/posts.json", fail_on="high")
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from acctaudit.config import Settings
    from acctaudit.gate.data import Check
    from acctaudit.report import Report

    PathLike = str | os.PathLike[str]


def assert_healthy(
    exports: PathLike | Iterable[PathLike],
    *,
    config: PathLike | None = None,
    fail_on: str | None = None,
    baseline: PathLike | None = None,
) -> Check:
    """What `acctaudit check` finds, if the account passes.

    Raises AssertionError with the text that the command prints, if it does not; InputError
    (`acctaudit.errors`) for exports that cannot be read and settings that are wrong.

    `exports` is one export, or several that are parts of one account. `config` is a
    settings file, or `key=value`; without it the nearest `acctaudit.toml` counts, from the
    working folder upward. `fail_on` is the mildest severity that fails: critical, high,
    medium, low, info, or never. `baseline` is the file of known findings; without it that
    of the settings, else `acctaudit-baseline.json` beside them, if it is there.
    """
    __tracebackhide__ = True  # pytest then shows the line of the test
    from acctaudit.clock import epoch
    from acctaudit.config import resolve
    from acctaudit.gate.run import Gate, check, day_of
    from acctaudit.render.gate import render

    epoch(os.environ)
    paths = _paths(exports)
    named = () if config is None else (os.fspath(config),)
    settings = resolve(Path.cwd(), named, os.environ)
    known = None if baseline is None else os.fspath(baseline)
    gate = Gate(fail_on=_severity(fail_on), baseline=known)
    report = _report(paths, settings)
    found = check(report, settings, gate, paths, day_of(report, os.environ))
    if not found.passed:
        raise AssertionError(render(found, "terminal"))
    return found


def _paths(exports: PathLike | Iterable[PathLike]) -> tuple[str, ...]:
    """One path or several as texts; InputError if there is none."""
    from acctaudit.errors import InputError

    if isinstance(exports, str | os.PathLike):
        return (os.fspath(exports),)
    paths = tuple(os.fspath(path) for path in exports)
    if not paths:
        raise InputError("no export is named; give the path of one")
    return paths


def _severity(fail_on: str | None) -> str | None:
    """The severity as it is; UsageError for a name that does not exist."""
    from acctaudit.errors import unknown_name
    from acctaudit.gate.policy import NEVER
    from acctaudit.report import SEVERITIES

    if fail_on is not None and fail_on not in {*SEVERITIES, NEVER}:
        raise unknown_name("severity", fail_on, [*SEVERITIES, NEVER])
    return fail_on


def _report(paths: tuple[str, ...], settings: Settings) -> Report:
    """The exports read and audited."""
    from acctaudit.audit import audit
    from acctaudit.model.build import build
    from acctaudit.readers import read

    options = settings.options()
    own_domains = settings.values["own_domains"]
    return audit(build(read(paths), own_domains=own_domains, used_up=True), options)
