"""A history that is open: one way to read it and one to write it, whatever keeps it.

A SQLite file is written under BEGIN IMMEDIATE: a transaction that first reads and then
writes would fail as soon as somebody else writes in between. Its journal is a rollback
journal, since the other kind breaks on network drives.
"""

from __future__ import annotations

import sqlite3
import ssl
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event
from sqlalchemy.pool import NullPool

from acctaudit.errors import InputError
from acctaudit.history import schema
from acctaudit.history.failures import TIMEOUT, told
from acctaudit.history.place import Place, Server, place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

_OLDEST = (3, 37)
"""SQLite that knows STRICT tables."""
_ADD = "make one: acctaudit history add EXPORT"


@dataclass(frozen=True)
class Store:
    """A history by its place. Nothing is opened, or made, before it is used."""

    place: Place
    timeout: float = TIMEOUT
    """Seconds to wait for others that write."""

    def is_there(self) -> bool:
        """Whether there is a file at all; of a server only an attempt can tell."""
        return self.place.path is None or self.place.path.exists()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state; InputError if there is no history to read."""
        where = self.place
        if not self.is_there():
            raise InputError(f"{where.shown}: there is no history; {_ADD}")
        with self._open("rw", "BEGIN") as connection:
            found = schema.version(connection)
            if found == 0:
                raise InputError(f"{where.shown}: there is nothing in it yet; {_ADD}")
            if found < len(schema.MIGRATIONS):
                raise InputError(
                    f"{where.shown}: is of an older acctaudit; the next history add brings"
                    " it up to date"
                )
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection on which everything is kept, or nothing if anything is raised.

        Makes the tables where they are not there, or older.
        """
        path = self.place.path
        if path is not None and not path.absolute().parent.is_dir():
            raise InputError(
                f"{self.place.shown}: the folder {path.parent} is not there; make it first"
            )
        with self._open("rwc", "BEGIN IMMEDIATE") as connection:
            schema.bring_up(connection)
            yield connection

    @contextmanager
    def _open(self, mode: str, begin: str) -> Iterator[Connection]:
        path = self.place.path
        if path is not None and path.is_dir():
            raise InputError(f"{self.place.shown}: is a folder; name a file in it")
        with told(self.place):
            engine = self._engine(mode, begin)
            try:
                with engine.begin() as connection:
                    yield connection
            except schema.StrangeError as error:
                raise InputError(f"{self.place.shown}: {error}") from None
            finally:
                engine.dispose()

    def _engine(self, mode: str, begin: str) -> Engine:
        if self.place.path is not None:
            return _of_file(self.place.path, self.timeout, mode, begin)
        if self.place.server is None:  # a Place has one of them
            raise TypeError(self.place.shown)
        return create_engine(
            "postgresql+pg8000://",
            creator=_connector(self.place.server, self.timeout),
            poolclass=NullPool,
            isolation_level="REPEATABLE READ" if mode == "rw" else "READ COMMITTED",
        )


def at(given: str | Path | Store) -> Store:
    """The history at a path or URL; UsageError for a text that is neither."""
    return given if isinstance(given, Store) else Store(place(given))


def _of_file(path: Path, timeout: float, mode: str, begin: str) -> Engine:
    """SQLAlchemy's recipe: sqlite3 opens no transaction by itself, we do."""
    if sqlite3.sqlite_version_info < _OLDEST:
        raise InputError(
            f"{path}: SQLite {sqlite3.sqlite_version} is too old; a history needs 3.37"
        )
    address = f"{path.absolute().as_uri()}?mode={mode}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, timeout=timeout, isolation_level=None, uri=True)

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _connector(server: Server, timeout: float) -> Callable[[], Any]:
    """What opens a connection to a server; InputError where its driver is missing."""
    try:
        driver = import_module("pg8000.dbapi")
    except ImportError:
        raise InputError(
            "a history on PostgreSQL needs pg8000; pip install 'acctaudit[postgres]'"
        ) from None
    encrypted = {
        "disable": False,
        "prefer": None,
        "require": True,
        "verify-full": ssl.create_default_context(),
    }

    def connect() -> Any:
        return driver.connect(
            server.user,
            host=server.host,
            port=server.port,
            database=server.database,
            password=server.password or "",  # None breaks its SCRAM
            ssl_context=encrypted[server.tls],
            timeout=timeout,
            application_name="acctaudit",
        )

    return connect
