"""Exit status: 0 fine, 1 gate failed, 2 usage, input or internal error, 130 / 143 signals.

A crash is never 1, since 1 means that the account failed the gate.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
import traceback
from typing import TYPE_CHECKING

import click

from acctaudit.errors import AcctauditError
from acctaudit.safe import terminal

if TYPE_CHECKING:
    from types import FrameType, TracebackType

OK, GATE_FAILED, ERROR, INTERRUPTED, BROKEN_PIPE, TERMINATED = 0, 1, 2, 130, 141, 143
_REMEDIES = {
    errno.ENOSPC: "; make room on that disk",
    errno.EFBIG: "; write where larger files are allowed",
    errno.EROFS: "; write to another folder",
    errno.EACCES: "; write to a folder of your own",
}


class ExitStatus:
    """A guard around the program: what ends it becomes a status and at most one line."""

    def __init__(self, *, debug: bool) -> None:
        self.status = OK
        self._debug = debug

    def __enter__(self) -> ExitStatus:
        signal.signal(signal.SIGTERM, _terminate)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if error is None:
            return False
        if self._debug and not isinstance(error, SystemExit | click.exceptions.Exit):
            traceback.print_exception(error)
        self.status = _status(error)
        line = _line(error)
        if line:
            print(line, file=sys.stderr)  # noqa: T201
        return True


def _terminate(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(TERMINATED)


def _status(error: BaseException) -> int:
    match error:
        case click.exceptions.Exit():
            return error.exit_code
        case SystemExit():
            return error.code if isinstance(error.code, int) else ERROR
        case KeyboardInterrupt() | click.Abort():
            return INTERRUPTED
        case BrokenPipeError():
            return closed_pipe()
        case _:
            return ERROR


def closed_pipe() -> int:
    """Status if nobody reads any more; the interpreter's last flush then goes nowhere."""
    _silence()
    return BROKEN_PIPE


def flush() -> None:
    """Write what waits for standard output; OSError if it cannot be written."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError:
        _silence()
        raise


def _silence() -> None:
    """Let what the interpreter writes at its end go nowhere: it would change the status."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _line(error: BaseException) -> str:
    """One line for the user, free of control characters and of data."""
    match error:
        case click.ClickException():
            asked = isinstance(error, click.exceptions.NoArgsIsHelpError)
            message = error.format_message()
            return message if asked else terminal(f"acctaudit: error: {message}")
        case AcctauditError():
            return terminal(f"acctaudit: error: {error}")
        case (
            BrokenPipeError()
            | SystemExit()
            | KeyboardInterrupt()
            | click.Abort()
            | click.exceptions.Exit()
        ):
            return ""
        case OSError():
            name = f"{error.filename}: " if error.filename else ""
            what = error.strerror or type(error).__name__
            remedy = _REMEDIES.get(error.errno or 0, "")
            return terminal(f"acctaudit: error: {name}{what}{remedy}")
        case MemoryError():
            return "acctaudit: error: not enough memory for this export"
    name = type(error).__name__
    return (
        f"acctaudit: internal error ({name});"
        " run again with ACCTAUDIT_DEBUG=1 and report it"
    )
