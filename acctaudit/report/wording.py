"""How the texts of a report were made, so that another language can make them again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

Words = Annotated[str, "words"]
"""Text of ours, in English. A plain `str` is data, a code or a date, in no language."""


@dataclass(frozen=True)
class Wording:
    """The maker of a text with its arguments; a list among them, and values, hold texts."""

    by: str
    """say: a message with values; number, percent, figure, count, day ...: one value."""
    args: list[str | int | float | list[str] | None]
    values: dict[str, str] = field(default_factory=dict)
