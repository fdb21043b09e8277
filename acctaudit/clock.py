"""The one day that a build may give from outside: SOURCE_DATE_EPOCH. It feeds no figure."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from acctaudit.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

CLOCK = "SOURCE_DATE_EPOCH"


def epoch(environ: Mapping[str, str]) -> date | None:
    """The day of SOURCE_DATE_EPOCH, None if it is not set; UsageError if it is none.

    To be asked before anything is read: numpy stumbles over a wrong one when it is loaded.
    """
    seconds = environ.get(CLOCK)
    if seconds is None:
        return None
    try:
        if int(seconds) >= 0:
            return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):
        pass
    raise UsageError(f"{CLOCK} must be seconds since 1970; mend it, or unset it")
