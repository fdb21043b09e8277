"""What is wrong with a template of the user's, in one line."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from acctaudit.errors import UsageError
from acctaudit.render.html import _told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.render.look import Look

_IN_TEMPLATES = (
    *(TypeError, ValueError, ArithmeticError, LookupError, AttributeError),
    RecursionError,
)
"""What else than errors of Jinja a template can raise."""


@contextmanager
def usable(look: Look) -> Iterator[None]:
    """UsageError if a template cannot be used, whatever goes wrong while it is filled."""
    try:
        with _told(look):
            yield
    except _IN_TEMPLATES as error:
        if not look.templates:
            raise
        why = str(error) or type(error).__name__
        raise UsageError(f"a template of {look.templates} cannot be used: {why}") from None
