"""How the texts of a report were made, so that another language can make them again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

Words = Annotated[str, "words"]
"""Text of ours, in English. A plain `str` is data, a code or a date, in no language."""
Mixed = Annotated[str, "mixed"]
"""Text of ours or data: ours where the table of wordings has it."""


@dataclass(frozen=True)
class Wording:
    """The maker of a text, and what it was made of.

    Arguments are what the maker needs; a list among them holds parts, as `values` do. A
    part is another text, which the table of wordings may have, or data in its own list.
    """

    by: str
    """say: a message with values; number, percent, figure, count, day ...: one value."""
    args: list[str | int | float | list[str | list[str]] | None]
    values: dict[str, str | list[str]] = field(default_factory=dict)
