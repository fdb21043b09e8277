"""One file for each output format. A renderer is a function from the Report to text.

It sees the report only: a report that was reloaded from its JSON renders identically.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING

from acctaudit.errors import UsageError, unknown_name

if TYPE_CHECKING:
    from acctaudit.report import Report

FORMATS = {
    "terminal": ".txt",
    "json": ".json",
    "markdown": ".md",
    "html": ".html",
}
"""Formats, each the module of that name here, and the file ending that chooses it."""
_ENDINGS = {ending: name for name, ending in FORMATS.items()} | {".htm": "html"}


def render(report: Report, name: str) -> str:
    """The report in one format; UsageError with the nearest name for an unknown one."""
    if name not in FORMATS:
        raise unknown_name("format", name, FORMATS)
    module = import_module(f"acctaudit.render.{name}")
    text: str = module.render(report)
    return text


def format_of(path: str) -> str:
    """The format that a file name asks for by its ending."""
    ending = PurePath(path).suffix.lower()
    if ending not in _ENDINGS:
        known = ", ".join(sorted(_ENDINGS))
        raise UsageError(f"{path}: the ending chooses the format; use one of {known}")
    return _ENDINGS[ending]
