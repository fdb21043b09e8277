"""One file for each output format. A renderer is a function from the Report to text.

It sees the report only: a report that was reloaded from its JSON renders identically.
"""

from __future__ import annotations

from contextlib import contextmanager
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING

from acctaudit.errors import UsageError, unknown_name
from acctaudit.render.look import PLAIN, Look

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from acctaudit.render.screen import Screen
    from acctaudit.report import Report

FORMATS = {
    "terminal": ".txt",
    "json": ".json",
    "markdown": ".md",
    "html": ".html",
}
"""Formats, each the module of that name here, and the file ending that chooses it."""


def render(
    report: Report, name: str, look: Look = PLAIN, screen: Screen | None = None
) -> str:
    """The report in one format; UsageError with the nearest name for an unknown one.

    `screen` is where a terminal's text goes; without it, it is plain.
    """
    if name not in FORMATS:
        raise unknown_name("format", name, FORMATS)
    module = import_module(f"acctaudit.render.{name}")
    more = {"html": look, "terminal": screen}
    with shown(report, look, name) as told:
        text: str = module.render(told, *([more[name]] if name in more else []))
    return text


@contextmanager
def shown(report: Report, look: Look, name: str) -> Iterator[Report]:
    """The report as it may be shown, while its language is spoken; JSON stays English."""
    if look.redact or look.no_text:
        from acctaudit.redact import redacted

        report = redacted(report, look.redact, no_text=look.no_text)
    if name == "json":
        yield report
        return
    from acctaudit.retell import retold

    with look.spoken():
        yield retold(report)


def placed(text: str, formats: Mapping[str, str | None]) -> tuple[str, str]:
    """Path and format of an output as typed: `FORMAT=PATH`, or a path whose ending tells.

    `formats` are those that there are, each with its ending, if it has one.
    """
    name, equals, path = text.partition("=")
    if equals and name.isidentifier():
        if name not in formats:
            raise unknown_name("format", name, formats)
        return path, name
    endings = {ending: name for name, ending in formats.items() if ending}
    if "html" in formats:
        endings[".htm"] = "html"
    ending = PurePath(text).suffix.lower()
    if ending not in endings:
        known = ", ".join(sorted(endings))
        raise UsageError(
            f"{text}: the ending chooses the format; use one of {known}, or FORMAT=FILE"
        )
    return text, endings[ending]
