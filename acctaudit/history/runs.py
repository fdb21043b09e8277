"""Runs of a history: adding them, and finding those of an account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select
from sqlalchemy.dialects import postgresql, sqlite

from acctaudit.errors import InputError, UsageError, nearest
from acctaudit.history.record import Record, Row, folded, record
from acctaudit.history.schema import FIGURES, FINDINGS, RUNS, SIGNS, SUBJECTS
from acctaudit.history.store import Store, at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from sqlalchemy import ColumnElement, Connection, TableClause

    from acctaudit.report import Report

_ROWS = 500
"""Rows in one statement."""
CONTENT = {"figures": FIGURES, "findings": FINDINGS, "signs": SIGNS, "subjects": SUBJECTS}
"""The tables of what a run holds."""
_INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
"""Both know ON CONFLICT, by the same name; no savepoint, which a full disk would take."""


@dataclass(frozen=True)
class Run:
    """One report of an account, by what it is known by."""

    id: int
    account: str
    handle: str | None
    folded: str | None
    user_id: str | None
    as_of: str
    version: str
    config_hash: str
    fingerprint: str


def add(place: str | Path | Store, reports: Sequence[tuple[str, Report]]) -> list[bool]:
    """Add reports, each with what messages call it: all, or none if anything is raised.

    True for each that was added, False for each that was there already.
    """
    records = [record(report, name) for name, report in reports]
    with at(place).writing() as connection:
        return [_add(connection, one) for one in records]


def _add(connection: Connection, one: Record) -> bool:
    """One that is there, or that somebody else adds just now, is left as it is."""
    insert_ = _INSERTS[connection.dialect.name](RUNS).values(one.run)
    made = insert_.on_conflict_do_nothing().returning(RUNS.c.id)
    run = connection.execute(made).scalar_one_or_none()
    if run is None:
        return False
    for name, table in CONTENT.items():
        _insert(connection, table, run, getattr(one, name))
    return True


def _insert(connection: Connection, table: TableClause, run: int, rows: list[Row]) -> None:
    whole = [{"run": run, **row} for row in rows]
    for start in range(0, len(whole), _ROWS):
        connection.execute(insert(table).values(whole[start : start + _ROWS]))


def of(connection: Connection, user_id: str | None, handle: str | None) -> list[Run]:
    """The runs of an account, the oldest first; of one day in the order of adding.

    By user id where it is known, whatever the handle was; a run that knows only a handle
    belongs to the one account that has it. InputError if several had that handle.
    """
    name = folded(handle) if handle else None
    if user_id is None:
        owners = _owners(connection, {name} if name else set())
        if len(owners) > 1:
            raise InputError(
                f"@{name}: the export has no user id, and several accounts in the history"
                " have had this handle: use an export that holds the user id"
            )
        if not owners:
            return _sorted(_where(connection, RUNS.c.account == f"@{name}"))
        user_id = owners.pop()
    own = _where(connection, RUNS.c.user_id == user_id)
    names = {run.folded for run in own if run.folded} | ({name} if name else set())
    free = [f"@{one}" for one in names if _owners(connection, {one}) <= {user_id}]
    return _sorted([*own, *_where(connection, RUNS.c.account.in_(sorted(free)))])


def _owners(connection: Connection, names: Iterable[str]) -> set[str]:
    """User ids of the accounts that have had one of these handles."""
    asked = select(RUNS.c.user_id).where(RUNS.c.folded.in_(sorted(names))).distinct()
    return {owner for (owner,) in connection.execute(asked) if owner is not None}


def _where(connection: Connection, condition: ColumnElement[bool]) -> list[Run]:
    asked = select(RUNS).where(condition)
    return [Run(**row) for row in connection.execute(asked).mappings()]


def _sorted(runs: Iterable[Run]) -> list[Run]:
    return sorted(runs, key=lambda run: (run.as_of, run.id))


def named(connection: Connection, name: str) -> list[Run]:
    """The runs of the account with that user id, or handle with or without its @.

    UsageError with the nearest name if there is none.
    """
    if _where(connection, RUNS.c.user_id == name):
        return of(connection, name, None)
    owners = sorted(_owners(connection, [folded(name)]))
    if len(owners) > 1:
        raise UsageError(
            f"@{folded(name)}: {len(owners)} accounts in the history have had this handle;"
            f" say by user id which one is meant ({', '.join(owners)})"
        )
    runs = of(connection, None, name)
    if not runs:
        known = typed(accounts(connection))
        raise UsageError(f"no account '{name}' in the history: {nearest(name, known)}")
    return runs


def accounts(connection: Connection) -> list[list[Run]]:
    """The runs of every account, as `of` finds them, by what the accounts are called."""
    runs = [Run(**row) for row in connection.execute(select(RUNS)).mappings()]
    owners = _owning(runs)
    groups: dict[str, list[Run]] = {}
    for run in _sorted(runs):
        owning = owners.get(run.folded or "", set())
        single = next(iter(owning)) if len(owning) == 1 else run.account
        groups.setdefault(run.user_id or single, []).append(run)
    return sorted(groups.values(), key=lambda group: (called(group), group[-1].account))


def _owning(runs: Iterable[Run]) -> dict[str, set[str]]:
    """User ids of the accounts that have had a handle, by handle."""
    owners: dict[str, set[str]] = {}
    for run in runs:
        if run.user_id and run.folded:
            owners.setdefault(run.folded, set()).add(run.user_id)
    return owners


def typed(groups: Sequence[list[Run]]) -> dict[str, list[Run]]:
    """The runs of each account, by a name that is of no other one.

    It is the newest handle, or the user id if others have had that handle too. Runs that
    know only such a handle can be of any of these accounts, so that nothing names them.
    """
    owners = _owning(run for group in groups for run in group)
    names = {}
    for group in groups:
        newest = folded(called(group))
        user_id = next((run.user_id for run in group if run.user_id), None)
        if len(owners.get(newest, ())) <= 1:
            names[called(group)] = group
        elif user_id is not None:
            names[user_id] = group
    return names


def called(runs: Sequence[Run]) -> str:
    """What an account is called: its newest handle, else its user id."""
    newest = next((run.handle for run in reversed(runs) if run.handle), None)
    return f"@{newest.removeprefix('@')}" if newest else str(runs[-1].user_id)


def rows(
    connection: Connection, table: TableClause, runs: Sequence[Run]
) -> Iterator[dict[str, Any]]:
    """The rows of some runs in one of the tables of CONTENT."""
    ids = [run.id for run in runs]
    for start in range(0, len(ids), _ROWS):
        asked = select(table).where(table.c.run.in_(ids[start : start + _ROWS]))
        for row in connection.execute(asked).mappings():
            yield dict(row)
