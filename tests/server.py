"""A real PostgreSQL server for a test: started in a folder of its own, and stopped."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

USER, PASSWORD = "tester", "s3cret:pass@word/"
_INSTALLED = "/usr/lib/postgresql"


@dataclass(frozen=True)
class Postgres:
    """A server that runs; `fresh` makes a data base."""

    port: int
    _numbers: Iterator[int] = field(default_factory=count)

    def url(self, database: str, password: str = PASSWORD, user: str = USER) -> str:
        """A URL whose password is written as URLs demand."""
        quoted = password.replace(":", "%3A").replace("@", "%40").replace("/", "%2F")
        return f"postgresql://{user}:{quoted}@127.0.0.1:{self.port}/{database}"

    def fresh(self) -> str:
        """The URL of a new, empty data base."""
        name = f"history_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name}")
        return self.url(name)

    def run(self, *statements: str, database: str = "postgres") -> list[Any]:
        """Run statements one by one; the rows of the last one."""
        connection = import_module("pg8000.dbapi").connect(
            USER, host="127.0.0.1", port=self.port, password=PASSWORD, database=database
        )
        connection.autocommit = True
        cursor = connection.cursor()
        for statement in statements:
            cursor.execute(statement)
        rows = list(cursor.fetchall()) if cursor.description else []
        connection.close()
        return rows


@contextmanager
def postgres() -> Iterator[Postgres]:
    """A server on the loopback; skips, and says why, where none can be started."""
    pytest.importorskip("pg8000", reason="pg8000 is not installed")
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL (initdb, pg_ctl) is not installed")
    as_user = _as_user()
    folder = Path(tempfile.mkdtemp(prefix="acctaudit-pg-"))
    try:
        if as_user:
            shutil.chown(folder, as_user["user"])
        port = _free_port()
        _start(programs, folder, port, as_user)
        try:
            yield Postgres(port)
        finally:
            data = str(folder / "data")
            stop = [str(programs / "pg_ctl"), "-D", data, "-m", "immediate", "stop"]
            subprocess.run(stop, capture_output=True, check=True, **as_user)
    finally:
        shutil.rmtree(folder)


def _programs() -> Path | None:
    """The folder with initdb and pg_ctl, of the newest version."""
    found = sorted(Path(_INSTALLED).glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    first = Path(on_path).resolve() if on_path else (found[-1] if found else None)
    return first.parent if first and (first.parent / "pg_ctl").exists() else None


def _as_user() -> dict[str, Any]:
    """Whom the server runs as: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return {}
    known = {entry.pw_name for entry in pwd.getpwall()}
    name = next((user for user in ("postgres", "nobody") if user in known), None)
    if name is None:
        pytest.skip("PostgreSQL refuses root, and there is no user to run it as")
    entry = pwd.getpwnam(name)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def _start(programs: Path, folder: Path, port: int, as_user: dict[str, Any]) -> None:
    secret = folder / "password"
    secret.write_text(PASSWORD)
    secret.chmod(0o644)
    data, log = str(folder / "data"), str(folder / "log")
    make = [
        str(programs / "initdb"),
        "-D",
        data,
        "-U",
        USER,
        "-A",
        "scram-sha-256",
        "--no-sync",
    ]
    subprocess.run(
        [*make, "-E", "UTF8", "--locale=C", f"--pwfile={secret}"],
        check=True,
        capture_output=True,
        cwd=folder,
        **as_user,
    )
    options = f"-p {port} -h 127.0.0.1 -k {folder} -c fsync=off"
    subprocess.run(
        [str(programs / "pg_ctl"), "-D", data, "-l", log, "-w", "-o", options, "start"],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        **as_user,
    )


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port
