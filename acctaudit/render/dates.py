"""Days as a person reads them: `25 Feb 2011`."""

from __future__ import annotations

from datetime import date

LONG = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTHS = tuple(month[:3] for month in LONG)
_SPACE = "\u00a0"


def parsed(value: str) -> date:
    """The day that an ISO date, or a moment that begins with one, lies on."""
    return date.fromisoformat(value[:10])


def _shown(value: str, months: tuple[str, ...]) -> str:
    """The day in words; what is no date stays as it is."""
    try:
        day = parsed(value)
    except ValueError:
        return value
    return f"{day.day}{_SPACE}{months[day.month - 1]}{_SPACE}{day.year}"


def short(value: str) -> str:
    """`25 Feb 2011`."""
    return _shown(value, MONTHS)


def long(value: str) -> str:
    """`25 February 2011`."""
    return _shown(value, LONG)
