"""The tables of a history, and how each version of them is made from the one before.

Only figures, verdicts, codes and days: no text of a post, no name, no bio, no sentence.
All numbers are doubles, so a count above 2**53 loses its last digits; what is not finite
is not kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Double, Integer, Text, column, table, text

if TYPE_CHECKING:
    from sqlalchemy import Connection, TableClause

APPLICATION = 0x61636361
"""Says in the head of a SQLite file that it is a history (`acca`)."""
_LOCK = 7_133_701_809_754_865_761
"""The advisory lock under which a PostgreSQL data base is brought up to date."""


def _table(name: str, **columns: type[Text | Integer | Double[float]]) -> TableClause:
    return table(name, *(column(key, kind()) for key, kind in columns.items()))


RUNS = _table(
    "runs", id=Integer, account=Text, handle=Text, folded=Text, user_id=Text, as_of=Text,
    version=Text, config_hash=Text, fingerprint=Text,
)  # fmt: skip
"""One report. `account` is its user id, else @ and its handle in lower case (`folded`)."""
FIGURES = _table(
    "figures", run=Integer, analyzer=Text, metric=Text, value=Double, low=Double,
    high=Double, n=Double, unit=Text,
)  # fmt: skip
FINDINGS = _table(
    "findings", run=Integer, code=Text, version=Integer, verdict=Text, severity=Text
)
"""Every pattern, whatever its verdict."""
SIGNS = _table(
    "signs", run=Integer, code=Text, sign=Text, value=Double, low=Double, high=Double
)
"""The comparisons that decided a finding that fired."""
SUBJECTS = _table(
    "subjects", run=Integer, code=Text, rank=Integer, key=Text, sign=Text, value=Double,
    end=Text,
)  # fmt: skip
"""What a finding that fired is about, the worst first."""

_FIRST = """
CREATE TABLE runs (id {key}, account TEXT NOT NULL, handle TEXT, folded TEXT, user_id TEXT,
    as_of TEXT NOT NULL, version TEXT NOT NULL, config_hash TEXT NOT NULL,
    fingerprint TEXT NOT NULL, UNIQUE (account, fingerprint)){strict};
CREATE INDEX runs_of_user ON runs (user_id);
CREATE INDEX runs_of_handle ON runs (folded);
CREATE TABLE figures (run INTEGER NOT NULL REFERENCES runs (id), analyzer TEXT NOT NULL,
    metric TEXT NOT NULL, value {real} NOT NULL, low {real}, high {real}, n {real},
    unit TEXT NOT NULL, PRIMARY KEY (run, analyzer, metric)){packed};
CREATE TABLE findings (run INTEGER NOT NULL REFERENCES runs (id), code TEXT NOT NULL,
    version INTEGER NOT NULL, verdict TEXT NOT NULL, severity TEXT NOT NULL,
    PRIMARY KEY (run, code)){packed};
CREATE TABLE signs (run INTEGER NOT NULL REFERENCES runs (id), code TEXT NOT NULL,
    sign TEXT NOT NULL, value {real} NOT NULL, low {real}, high {real},
    PRIMARY KEY (run, code, sign)){packed};
CREATE TABLE subjects (run INTEGER NOT NULL REFERENCES runs (id), code TEXT NOT NULL,
    rank INTEGER NOT NULL, key TEXT NOT NULL, sign TEXT NOT NULL, value {real},
    "end" TEXT NOT NULL, PRIMARY KEY (run, code, rank)){packed}
"""
MIGRATIONS = (_FIRST,)
"""What leads to version 1, 2 …: never changed once released; a change is one more."""
_SQLITE = {
    "key": "INTEGER PRIMARY KEY",
    "real": "REAL",
    "strict": " STRICT",
    "packed": " STRICT, WITHOUT ROWID",
}
_POSTGRESQL = {
    "key": "INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
    "real": "DOUBLE PRECISION",
    "strict": "",
    "packed": "",
}


_IS_THERE = """
SELECT count(*) FROM pg_catalog.pg_tables
WHERE tablename = 'acctaudit_history' AND schemaname = ANY (current_schemas(false))
"""
"""Whether the tables are there. `to_regclass` would answer from a cache that does not know
what another session has made since this transaction began."""


class StrangeError(Exception):
    """The data base is not a history, or not one of a version that is known."""


def version(connection: Connection) -> int:
    """The version of the tables, 0 = there are none; StrangeError if they are not ours."""
    found = _of_file(connection) if _is_file(connection) else _of_server(connection)
    if found > len(MIGRATIONS):
        raise StrangeError(
            f"was made by a newer acctaudit (its version is {found}, the newest known here"
            f" {len(MIGRATIONS)}); update acctaudit"
        )
    return found


def bring_up(connection: Connection) -> None:
    """Bring the tables to the newest version, within the transaction that is open."""
    if version(connection) == len(MIGRATIONS):
        return
    if not _is_file(connection):
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
    types = _SQLITE if _is_file(connection) else _POSTGRESQL
    for statements in MIGRATIONS[version(connection) :]:
        for statement in statements.split(";"):
            connection.execute(text(statement.format(**types)))
    _note(connection)


def _is_file(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"


def _of_file(connection: Connection) -> int:
    made_by = _pragma(connection, "application_id")
    if made_by == APPLICATION:
        return _pragma(connection, "user_version")
    tables = connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar_one()
    if made_by or tables or _pragma(connection, "user_version"):
        raise StrangeError(
            "is a SQLite file, but not a history of acctaudit; name another file with"
            " --history"
        )
    return 0


def _pragma(connection: Connection, name: str) -> int:
    return int(connection.execute(text(f"PRAGMA {name}")).scalar_one())


def _of_server(connection: Connection) -> int:
    if not connection.execute(text(_IS_THERE)).scalar_one():
        return 0
    newest = text("SELECT coalesce(max(version), 0) FROM acctaudit_history")
    return int(connection.execute(newest).scalar_one())


def _note(connection: Connection) -> None:
    """Write down which version the tables are of now."""
    newest = len(MIGRATIONS)
    if _is_file(connection):
        connection.execute(text(f"PRAGMA application_id = {APPLICATION}"))
        connection.execute(text(f"PRAGMA user_version = {newest}"))
        return
    connection.execute(
        text("CREATE TABLE IF NOT EXISTS acctaudit_history (version INTEGER NOT NULL)")
    )
    connection.execute(text("DELETE FROM acctaudit_history"))
    note = text("INSERT INTO acctaudit_history VALUES (:newest)")
    connection.execute(note, {"newest": newest})
