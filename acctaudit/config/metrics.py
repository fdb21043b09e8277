"""The ids of all figures of a report that are numbers, from the analyzers' own results."""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, get_type_hints

from acctaudit.analyzers import ANALYZERS
from acctaudit.errors import unknown_name
from acctaudit.measure import definitions
from acctaudit.model.account import Account

if TYPE_CHECKING:
    from acctaudit.measure import Definition

_WORDS = "in words"
"""Unit of a figure that is no number."""
ALIASES = {"posts_per_week": "cadence.posts_per_week_export"}
"""Short names; posts a week go to the day of the export, so that silence counts."""


@cache
def metrics() -> dict[str, Definition]:
    """Every figure that is a number, by its id: `cadence.posts_per_week_export`."""
    found = {}
    for name in ANALYZERS:
        measure = import_module(f"acctaudit.analyzers.{name}").measure
        result = get_type_hints(measure, localns={"Account": Account})["return"]
        for item, definition in definitions(result):
            if definition.unit != _WORDS:
                found[f"{name}.{item}"] = definition
    return found


@cache
def names() -> dict[str, str]:
    """The id by every name: itself, the bare name where no other has it, an alias."""
    bare = Counter(_bare(full) for full in metrics())
    unique = {_bare(full): full for full in metrics() if bare[_bare(full)] == 1}
    return {full: full for full in metrics()} | unique | ALIASES


def metric_id(name: str) -> str:
    """The id of a figure; UsageError with the nearest name otherwise."""
    wanted = name.replace("-", "_")
    if wanted not in names():
        raise unknown_name("metric", name, names())
    return names()[wanted]


def _bare(full: str) -> str:
    return full.partition(".")[2]
