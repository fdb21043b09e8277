"""`[[suppress]]`: findings that are excused for a while, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from acctaudit.config.forms import Misfit
from acctaudit.config.keys import MATCH, SUPPRESS
from acctaudit.config.source import Entry, Spot
from acctaudit.errors import nearest
from acctaudit.gate.data import BUDGET
from acctaudit.gate.policy import Suppression
from acctaudit.patterns import patterns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from acctaudit.gate.data import Place

_BUDGET = f"{BUDGET}:"
_NEEDED = ("pattern", "reason")
_SHORTEST = len("AA2")
"""A shorter beginning would excuse everything."""


def excuses(rows: Sequence[dict[str, Any]], spot: Spot) -> tuple[Entry, ...]:
    """Each suppression, checked, with its place; UsageError for what is wrong."""
    return tuple(_excuse(row, spot.below(index)) for index, row in enumerate(rows))


def suppression(entry: Entry, place: Place) -> Suppression:
    """The same as the gate takes it."""
    row = entry.value
    match = row.get("match", {})
    return Suppression(
        pattern=row["pattern"],
        reason=row["reason"],
        expires=row.get("expires"),
        place=place,
        account=match.get("account", ""),
        start=match.get("from"),
        end=match.get("to"),
        key=match.get("about", ""),
    )


def _excuse(row: dict[str, Any], at: Spot) -> Entry:
    found = at.read(row, SUPPRESS)
    values = {key: entry.value for key, entry in found.items()}
    for key in _NEEDED:
        if key not in values:
            raise at.fault(f"{key} is missing; it must be {SUPPRESS[key].form.says}")
    with at.below("pattern").placed():
        values["pattern"] = _prefix(values["pattern"])
    _check_end(values, at)
    if "match" in values:
        values["match"] = _match(values["match"], at.below("match"))
    return Entry(values, at.origin)


def _check_end(values: dict[str, Any], at: Spot) -> None:
    """It runs out on a day, or never: one of the two has to be said."""
    if values.get("permanent") and "expires" in values:
        raise at.below("permanent").fault(
            "has `expires` as well: a permanent suppression never runs out; delete one"
        )
    if not values.get("permanent") and "expires" not in values:
        raise at.fault("expires is missing: write a day, or permanent = true")


def _match(raw: dict[str, Any], at: Spot) -> dict[str, Any]:
    found = {key: entry.value for key, entry in at.read(raw, MATCH).items()}
    start, end = found.get("from"), found.get("to")
    if start is not None and end is not None and start > end:
        raise at.fault(f"from {start} is later than to {end}")
    return found


def _prefix(given: str) -> str:
    """The code or the beginning of one, or `budget:` and the id of a metric."""
    if given.startswith(_BUDGET):
        from acctaudit.config.metrics import metric_id

        return _BUDGET + metric_id(given.removeprefix(_BUDGET).strip())
    codes = {pattern.name: pattern.code for pattern in patterns()}
    if given.lower() in codes:
        return codes[given.lower()]
    is_group = len(given) >= _SHORTEST
    if is_group and any(code.startswith(given.upper()) for code in codes.values()):
        return given.upper()
    known = [*codes, *codes.values()]
    raise Misfit(f"unknown pattern '{given}': {nearest(given, known)}")
