"""A comparison in each format. A renderer is a function from the Comparison to text."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from acctaudit.errors import unknown_name
from acctaudit.render import FORMATS
from acctaudit.render.look import PLAIN, Look

if TYPE_CHECKING:
    from acctaudit.compare import Comparison
    from acctaudit.render.screen import Screen


def render(
    comparison: Comparison, name: str, look: Look = PLAIN, screen: Screen | None = None
) -> str:
    """The comparison in one format; UsageError with the nearest name for an unknown one.

    `screen` is where a terminal's text goes; without it, it is plain.
    """
    if name not in FORMATS:
        raise unknown_name("format", name, FORMATS)
    if name == "json":
        return comparison.to_json()
    from acctaudit.retell import retold

    module = import_module(f"acctaudit.render.comparison.{name}")
    more = {"html": look, "terminal": screen}
    with look.spoken():
        told = retold(comparison)
        text: str = module.render(told, *([more[name]] if name in more else []))
    return text
