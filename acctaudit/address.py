"""Addresses of histories: SQLite files, and data bases on PostgreSQL servers.

They stand here since settings are checked without SQLAlchemy. An address can hold a
password, so no message repeats one that is wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from acctaudit.errors import UsageError

FILE = "acctaudit-history.sqlite3"
"""The history where none is named: a file in the working folder."""
_FORMS = "write a path, sqlite:///PATH or postgresql://USER:PASSWORD@HOST/DATABASE"
_ESCAPE = "; write the signs : / ? # @ in a user or password as %3A %2F %3F %23 %40"
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
_ADDRESS = re.compile(
    r"://"
    r"|^postgres[\w+]*\s*(?::|//)"
    r"|^(?!/[^/]|[a-z]:[\\/]).*:.*@"  # nor the path of a file from its root on
    r"|password\s*=",
    re.IGNORECASE | re.DOTALL,
)
_SERVERS = {"postgresql", "postgres", "postgresql+pg8000"}
_TLS = ("disable", "prefer", "require", "verify-full")
_PORT = 5432


@dataclass(frozen=True)
class Server:
    """A data base of a PostgreSQL server, and how to reach it."""

    user: str
    host: str
    port: int
    database: str
    password: str | None = field(default=None, repr=False)
    tls: str = "prefer"
    """disable · prefer · require · verify-full, as `sslmode` of libpq means them."""


@dataclass(frozen=True)
class Place:
    """A file or a server; exactly one of them."""

    shown: str
    """What it is called in messages: never with a password."""
    path: Path | None = None
    server: Server | None = None


def is_address(text: str) -> bool:
    """Whether a text looks like an address, right or wrong, and so may hold a password."""
    return _ADDRESS.search(text.strip()) is not None


def place(given: str | Path) -> Place:
    """The place that a path or URL names; UsageError, which repeats nothing, for others."""
    text = given.strip() if isinstance(given, str) else str(given)
    if not text or "\0" in text:
        raise UsageError(f"names no file; {_FORMS}")
    if isinstance(given, Path) or not is_address(text):
        return Place(text, path=Path(text))
    found = _SCHEME.match(text)
    if found is None or not text.isprintable():
        raise UsageError(f"this is neither a file nor a URL; {_FORMS}")
    scheme = found[1].lower()
    if scheme == "sqlite":
        return _file(text[found.end() :])
    if scheme in _SERVERS:
        return _server(text)
    raise UsageError(f"{scheme}://… is not a kind of history; {_FORMS}")


def without_password(text: str) -> str:
    """An address that is right, as it may be shown; anything else of it is kept."""
    server = place(text).server
    if server is None or server.password is None:
        return text
    parts = urlsplit(text)
    user, _, host = parts.netloc.rpartition("@")
    return parts._replace(netloc=f"{user.partition(':')[0]}@{host}").geturl()


def _file(rest: str) -> Place:
    """`sqlite:///relative.db` or `sqlite:////absolute.db`."""
    name = unquote(rest[1:]) if rest.startswith("/") else ""
    if not name or name == ":memory:":
        raise UsageError(f"sqlite://… names no file; {_FORMS}")
    return Place(name, path=Path(name))


def _server(text: str) -> Place:
    try:
        parts = urlsplit(text)
        port = parts.port or _PORT
    except ValueError:
        raise UsageError(f"this URL cannot be read; {_FORMS}{_ESCAPE}") from None
    user = unquote(parts.username or "")
    if not user or not parts.hostname:
        raise UsageError(f"the URL lacks a user or a host; {_FORMS}")
    rest = unquote(parts.path.removeprefix("/"))
    if parts.fragment or ":" in user or "@" in rest:  # a password that was cut
        raise UsageError(f"this URL cannot be read; {_FORMS}{_ESCAPE}")
    password = None if parts.password is None else unquote(parts.password)
    host, base = parts.hostname, rest or user
    server = Server(user, host, port, base, password, _tls(parts))
    bracketed = f"[{host}]" if ":" in host else host
    return Place(f"postgresql://{user}@{bracketed}:{port}/{base}", server=server)


def _tls(parts: SplitResult) -> str:
    """What the URL says of encryption; UsageError for anything else that it asks for."""
    asked = dict(parse_qsl(parts.query, keep_blank_values=True))
    mode = asked.pop("sslmode", "prefer")
    if asked:
        raise UsageError("of what follows ? in the URL, only sslmode is known")
    if mode not in _TLS:
        raise UsageError(f"sslmode must be one of {', '.join(_TLS)}")
    return mode
