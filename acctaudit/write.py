"""Writing files whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def write_all(files: Mapping[Path, str | bytes]) -> None:
    """Write all files or none: each goes to a temporary file beside its place first.

    Text is written as UTF-8. A symbolic link keeps pointing where it did; pipes and devices
    are written directly. Raises OSError that names the path as it was given, with nothing
    replaced and no temporary file left.
    """
    with ExitStack() as waiting:
        moves = []
        for path, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            with _named(path):
                if is_special(path):
                    path.write_bytes(data)
                    continue
                target = Path(os.path.realpath(path))
                moves.append((path, _temporary(target, data, waiting), target))
        for path, temporary, target in moves:
            with _named(path):
                temporary.replace(target)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Alone among the runs that change a file of that folder, if the system can do it."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Let an OSError name the path that was asked for, not our temporary file."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def is_special(path: Path) -> bool:
    """Whether it is a pipe or a device, or leads to one."""
    return path.exists() and not stat.S_ISREG(path.stat().st_mode) and not path.is_dir()


def _temporary(target: Path, data: bytes, waiting: ExitStack) -> Path:
    """A file beside the target, the data safely on the disk; gone when the stack ends."""
    if target.is_dir():
        raise IsADirectoryError(21, "is a folder, not a file to write", str(target))
    handle, name = tempfile.mkstemp(
        dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".tmp"
    )
    temporary = Path(name)
    waiting.callback(temporary.unlink, missing_ok=True)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.chmod(_mode(target))
    return temporary


def _mode(target: Path) -> int:
    """Permissions of the file that is replaced, else those that a new file gets."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
