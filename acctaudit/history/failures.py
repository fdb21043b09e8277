"""What went wrong with a history, in one line for its user, with the remedy."""

from __future__ import annotations

from contextlib import contextmanager
from sqlite3 import Error as SQLiteError
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from acctaudit.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.history.place import Place

TIMEOUT = 30
"""Seconds to wait for other programs that write."""
_FILE = {
    "SQLITE_NOTADB": "is not a SQLite file; name another one with --history",
    "SQLITE_CORRUPT": "is damaged; put back a copy of it, or name another file",
    "SQLITE_BUSY": "is in use by another program for too long; try again",
    "SQLITE_LOCKED": "is in use by another program for too long; try again",
    "SQLITE_READONLY": "cannot be written; let this user write the file and its folder",
    "SQLITE_CANTOPEN": "cannot be opened; let this user read and write it and its folder",
    "SQLITE_PERM": "cannot be opened; let this user read and write it and its folder",
    "SQLITE_FULL": "the disk is full, so nothing was added; make room and add it again",
    "SQLITE_IOERR": "the disk cannot be read or written (full, or no longer there?), so"
    " nothing was added; make room and try again",
    "SQLITE_TOOBIG": "holds more than SQLite can; name another file with --history",
}
"""By the name of SQLite's error, or by its beginning."""
_SERVER = {
    "28": "the server refuses this user or password; correct the URL",
    "3D": "the server has no such data base; create it first, or correct the URL",
    "42501": "this user may not do that there; grant it, or name another user",
    "42P07": "has tables of another program with the same names; use another one",
    "42703": "has tables of another program with the same names; use another one",
    "25006": "the server only lets it be read; name the one that can be written",
    "53100": "the server's disk is full, so nothing was added; make room and try again",
    "53300": "the server has too many connections; try again",
    "55P03": "is in use by another program for too long; try again",
    "57P": "the server is starting or stopping; try again",
}
"""By PostgreSQL's code of the error, or by its beginning."""
_NO_ANSWER = "the server cannot be reached; check that it runs, and the URL"


@contextmanager
def told(place: Place) -> Iterator[None]:
    """Turn whatever a data base raises into an InputError that names the place."""
    try:
        yield
    except (SQLAlchemyError, SQLiteError) as error:
        raise InputError(f"{place.shown}: {_problem(place, error)}") from None
    except OSError as error:  # of a connection; a file raises errors of SQLite only
        if place.server is None:
            raise
        raise InputError(f"{place.shown}: {_of_server(error)}") from None


def _problem(place: Place, error: Exception) -> str:
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    return _of_server(cause) if place.server else _of_file(cause)


def _of_file(cause: BaseException) -> str:
    name = getattr(cause, "sqlite_errorname", None) or ""
    if "Could not decode to UTF-8" in str(cause):
        name = "SQLITE_CORRUPT"
    return _known(_FILE, name) or f"cannot be used: SQLite says “{cause}”"


def _of_server(cause: BaseException) -> str:
    said = cause.args[0] if cause.args else ""
    if isinstance(said, dict):
        code, text = str(said.get("C", "")), str(said.get("M", ""))
        return _known(_SERVER, code) or f"the server refuses: {text[:200]} ({code})"
    if "password" in str(said):
        return _SERVER["28"]
    if "refuses SSL" in str(said):
        return "the server does not encrypt; ask for less with ?sslmode=prefer"
    if "certificate" in str(cause):
        return "the server's certificate is not one that this machine trusts"
    return _NO_ANSWER


def _known(problems: dict[str, str], code: str) -> str:
    return next((says for name, says in problems.items() if code.startswith(name)), "")
