"""The first settings file of an account: what was answered, and the rest as comments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from acctaudit.config.keys import KEYS, TABLES
from acctaudit.config.presets import about, presets
from acctaudit.config.resolved import toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ASKED = ("preset", "goals", "audience", "own_domains", "time_zone", "fail_on")
"""Keys that `init` asks for."""
_NOT_SHOWN = ("extend",)
_HEAD = """\
# What this account is for, and what makes `acctaudit check` fail.
# Every key may be left out. `acctaudit config --resolved` shows what holds, and why.
"""
_TABLES = """\
# Thresholds and severity of one pattern, by code or name; `acctaudit explain AA205`.
# [patterns.AA205]
# severity = "medium"
# longest_gap_days = 21

# A limit of your own for a figure of the report.
# [budget]
# posts_per_week = { min = 3 }

# A finding that is excused for a while.
# [[suppress]]
# pattern = "AA205"
# reason = "Agency hand-over, announced"
# expires = 2026-12-31
# match = { from = 2026-07-01, to = 2026-08-15 }
"""


def starter(answers: Mapping[str, Any]) -> str:
    """The file; a key without an answer stands there as a comment, with an example."""
    parts = [_HEAD]
    for name, key in KEYS.items():
        if name in TABLES or name in _NOT_SHOWN:
            continue
        lines = [f"# {key.about}"]
        if name == "preset":
            lines += [f"#   {line}" for line in described()]
        value = answers.get(name)
        lines.append(f"{name} = {toml(value)}" if value else f"# {name} = {key.example}")
        parts.append("\n".join(lines) + "\n")
    return "\n".join([*parts, _TABLES])


def described() -> Iterator[str]:
    """One line for each preset."""
    width = max(map(len, presets()))
    return (f"{name:<{width}}  {about(name)}" for name in presets())
