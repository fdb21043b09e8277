"""The outcome of a check in each format. A renderer is a function from the Check to text.

No output starts a command of a CI, whatever stands in names and posts: each is printed in
logs that are searched for commands.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from acctaudit.errors import unknown_name

if TYPE_CHECKING:
    from acctaudit.gate.data import Check
    from acctaudit.render.screen import Screen

FORMATS: dict[str, str | None] = {
    "terminal": ".txt",
    "json": ".json",
    "markdown": ".md",
    "csv": ".csv",
    "github": None,
    "gitlab": None,
    "sarif": ".sarif",
    "junit": ".xml",
    "badge": None,
}
"""Formats, each the module of that name here, and the file ending that chooses it."""


def render(check: Check, name: str, screen: Screen | None = None) -> str:
    """The outcome in one format; UsageError with the nearest name for an unknown one.

    `screen` is where a terminal's text goes; without it, it is plain.
    """
    if name not in FORMATS:
        raise unknown_name("format", name, FORMATS)
    module = import_module(f"acctaudit.render.gate.{name}")
    text: str = module.render(check, *([screen] if name == "terminal" else []))
    return text
