"""What was known before a report, by its history: the last run, or several."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from statistics import median, median_high
from typing import TYPE_CHECKING

from acctaudit.errors import UsageError
from acctaudit.gate.data import Against
from acctaudit.gate.known import Entry, Figure, Known
from acctaudit.history import runs
from acctaudit.history.record import day
from acctaudit.history.schema import FINDINGS, SIGNS, SUBJECTS
from acctaudit.history.store import Store, at
from acctaudit.report import SEVERITIES
from acctaudit.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from sqlalchemy import Connection

    from acctaudit.history.runs import Run
    from acctaudit.report import Report

LAST, MEDIAN = "last", "median"
_MEDIAN = re.compile(r"median:([1-9]\d{0,3})")
_MIDDLE = "the middle of each figure counts"


@dataclass
class _Then:
    """A finding as one run had it."""

    version: int
    severity: str
    figures: dict[str, Figure] = field(default_factory=dict)
    about: dict[str, float | None] = field(default_factory=dict)


def asked(against: str) -> tuple[str, int]:
    """Kind and number of runs that `last` or `median:6` ask for; UsageError for others."""
    if against == LAST:
        return LAST, 1
    found = _MEDIAN.fullmatch(against)
    if found is None:
        raise UsageError(
            f"--against '{against}': write last, or median:6 for the last six runs"
        )
    return MEDIAN, int(found[1])


def known(place: str | Path | Store, report: Report | str, against: str) -> Known:
    """The findings of an account before a report, or up to now if only its name is given.

    Before means: of an earlier day. `last` is the newest such run. Of the N newest of
    `median:N` a finding is known if it fired in at least half of them; its severity and
    figures are the middle ones of the runs in which it fired, and it is about what at
    least half of all runs knew, or the newest: what came last week is known, too.
    """
    kind, most = asked(against)
    opened = at(place)
    with opened.reading() as connection:
        if isinstance(report, str):
            older, versions = runs.named(connection, report), None
        else:
            card, today = report.account, day(report)
            every = runs.of(connection, card.user_id, card.handle)
            older = [run for run in every if run.as_of < today]
            versions = {found.code: found.version for found in report.patterns}
        taken = older[-most:]
        then = _then(connection, taken)
    entries, other = {}, []
    for code in sorted({code for findings in then for code in findings}):
        entry = _entry(code, then)
        if entry is None:
            continue
        if versions is not None and versions.get(code, entry.version) != entry.version:
            other.append(code)
        else:
            entries[code] = entry
    says = _says(kind, most, taken, other)
    newest = taken[-1].as_of if taken else None
    return Known(Against(kind, says, newest), entries, opened.place.shown)


def _says(kind: str, most: int, taken: Sequence[Run], other: list[str]) -> str:
    if not taken:
        return "The history has no earlier report of this account: every finding counts."
    last = in_words(taken[-1].as_of)
    if kind == LAST:
        says = f"Compared with the report of {last}."
    elif len(taken) == 1:
        says = f"Compared with the report of {last}, the only one before."
    else:
        says = f"Compared with {len(taken)} reports up to {last}; {_MIDDLE}."
    if kind == MEDIAN and len(taken) < most:
        says += f" There are no more of the {most} that were asked for."
    if other:
        says += (
            f" {', '.join(other)} meant something else then, so it is not compared and"
            " counts as new."
        )
    return says


def _then(connection: Connection, taken: Sequence[Run]) -> list[dict[str, _Then]]:
    """The findings of each run that fired, by code, the oldest run first."""
    found: dict[int, dict[str, _Then]] = {run.id: {} for run in taken}
    for row in runs.rows(connection, FINDINGS, taken):
        if row["verdict"] == "fired":
            found[row["run"]][row["code"]] = _Then(row["version"], row["severity"])
    for row in runs.rows(connection, SIGNS, taken):
        figure = Figure(row["value"], row["low"], row["high"])
        found[row["run"]][row["code"]].figures[row["sign"]] = figure
    subjects = list(runs.rows(connection, SUBJECTS, taken))
    for row in sorted(subjects, key=lambda row: row["rank"]):
        found[row["run"]][row["code"]].about[row["key"]] = row["value"]
    return list(found.values())


def _entry(code: str, then: list[dict[str, _Then]]) -> Entry | None:
    """The finding as it was, by the middle of the runs; None if too few had it."""
    had = [findings[code] for findings in then if code in findings]
    if 2 * len(had) < len(then):
        return None
    version = had[-1].version
    alike = [one for one in had if one.version == version]
    signs = dict.fromkeys(name for one in alike for name in one.figures)
    return Entry(
        code,
        version,
        _severity(alike),
        {name: _figure([one.figures.get(name) for one in alike]) for name in signs},
        _about(alike, len(then), newest=then[-1].get(code)),
    )


def _severity(alike: list[_Then]) -> str:
    """The middle one; of an even number the milder, so that worse is noticed."""
    known_ = [one.severity for one in alike if one.severity in SEVERITIES]
    ranks = [SEVERITIES.index(severity) for severity in known_ or SEVERITIES[-1:]]
    return SEVERITIES[median_high(ranks)]


def _figure(figures: Iterable[Figure | None]) -> Figure:
    known_ = [figure for figure in figures if figure is not None]
    value = median(figure.value for figure in known_)
    return Figure(
        value,
        _middle(figure.low for figure in known_),
        _middle(figure.high for figure in known_),
    )


def _middle(numbers: Iterable[float | None]) -> float | None:
    known_ = [number for number in numbers if number is not None]
    return median(known_) if known_ else None


def _about(alike: list[_Then], total: int, newest: _Then | None) -> dict[str, float | None]:
    """What it was about in at least half of the runs, or in the newest."""
    keys = dict.fromkeys(key for one in alike for key in one.about)
    sure = [
        key
        for key in keys
        if 2 * sum(key in one.about for one in alike) >= total
        or (newest is not None and key in newest.about)
    ]
    return {
        key: _middle(one.about[key] for one in alike if key in one.about) for key in sure
    }
