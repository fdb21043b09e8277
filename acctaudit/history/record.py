"""What a history keeps of a report: its figures, verdicts and codes, and no words."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

from acctaudit import safe
from acctaudit.compare.comparable import iso_day
from acctaudit.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.report import Card, Finding, Report

Row = dict[str, str | float | None]
_LONGEST = 200
"""Letters of a code, name or key; all of ours are shorter."""
_LARGEST = 2**31 - 1
"""Version of a pattern; what is larger is no version of ours."""


@dataclass(frozen=True)
class Record:
    """A report as rows; `run` is what it is known by, the others are its content."""

    run: Row
    figures: list[Row]
    findings: list[Row]
    signs: list[Row]
    subjects: list[Row]


def record(report: Report, name: str = "") -> Record:
    """The rows of a report; InputError if it says neither whose nor of which day it is.

    `name` is what the message calls the report.
    """
    card, where = report.account, f"{name}: " if name else ""
    if not card.user_id and not card.handle:
        raise InputError(
            f"{where}names neither a handle nor a user id, so a history cannot know whose"
            " it is; add the profile to the export"
        )
    content = {
        "figures": list(_figures(report)),
        "findings": [_finding(found) for found in _by_code(report).values()],
        "signs": [row for found in report.fired() for row in _signs(found)],
        "subjects": [row for found in report.fired() for row in _subjects(found)],
    }
    run: Row = {
        "account": key(card),
        "handle": clean(card.handle) if card.handle else None,
        "folded": folded(card.handle) if card.handle else None,
        "user_id": clean(card.user_id) if card.user_id else None,
        "as_of": day(report, name),
        "version": clean(report.tool.version),
        "config_hash": clean(report.config_hash),
    }
    return Record({**run, "fingerprint": _fingerprint(run, content)}, **content)


def day(report: Report, name: str = "") -> str:
    """The day of the export (ISO), which orders the runs; InputError if it has none."""
    found = iso_day(report.as_of)
    if found is None:
        raise InputError(
            f"{f'{name}: ' if name else ''}the day of the export is not known, so it has no"
            " place in a history; give it with --as-of"
        )
    return found.isoformat()


def key(card: Card) -> str:
    """What an account is known by: its user id, else @ and its handle in lower case."""
    return clean(card.user_id) if card.user_id else f"@{folded(card.handle or '')}"


def folded(handle: str) -> str:
    """A handle as it is compared."""
    return clean(handle).removeprefix("@").casefold()


def clean(text: str) -> str:
    """Text that every data base takes: no control characters, no halves of letters."""
    return safe.text(text, limit=_LONGEST)


def number(value: object) -> float | None:
    """A number as it is kept, a double; None for text and for what is not finite."""
    if not isinstance(value, int | float):
        return None
    try:
        kept = float(value)
    except OverflowError:
        return None
    return kept if isfinite(kept) else None


def _by_code(report: Report) -> dict[str, Finding]:
    return {clean(found.code): found for found in report.patterns}


def _figures(report: Report) -> Iterator[Row]:
    for analyzer, metrics in report.metrics.items():
        for metric, measured in metrics.items():
            value = number(measured.value)
            if value is not None:
                yield {
                    "analyzer": clean(analyzer),
                    "metric": clean(metric),
                    "value": value,
                    "low": number(measured.low),
                    "high": number(measured.high),
                    "n": number(measured.n),
                    "unit": clean(measured.unit),
                }


def _finding(found: Finding) -> Row:
    return {
        "code": clean(found.code),
        "version": max(-_LARGEST, min(found.version, _LARGEST)),
        "verdict": clean(found.verdict),
        "severity": clean(found.severity),
    }


def _signs(found: Finding) -> Iterator[Row]:
    """Those that decide, as far as they are known; of two of a name the later one."""
    signs = {clean(sign.name): sign for sign in found.signs if sign.decides != "evidence"}
    for name, sign in signs.items():
        value = number(sign.value)
        if value is not None:
            bounds: Row = {"low": number(sign.low), "high": number(sign.high)}
            yield {"code": clean(found.code), "sign": name, "value": value, **bounds}


def _subjects(found: Finding) -> Iterator[Row]:
    for rank, subject in enumerate(found.about):
        yield {
            "code": clean(found.code),
            "rank": rank,
            "key": clean(subject.key),
            "sign": clean(subject.sign),
            "value": number(subject.value),
            "end": clean(subject.end),
        }


def _fingerprint(run: Row, content: dict[str, list[Row]]) -> str:
    """Hash of all that is kept: the same for the same report, whatever its words are."""
    told = json.dumps([run, content], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()
