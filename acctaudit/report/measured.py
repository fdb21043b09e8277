"""One figure of a report: with unit, window and definition, or the reason why not."""

from __future__ import annotations

from dataclasses import dataclass

from acctaudit.report.wording import Words


@dataclass(frozen=True)
class Measured:
    """One metric: a value with unit, window and definition, or null with the reason."""

    value: int | float | str | list[str] | None
    low: int | float | None
    high: int | float | None
    n: int | None
    title: Words
    unit: str
    window: str
    definition: Words
    status: str | None = None
    """null when measured; not-measurable or insufficient-evidence otherwise."""
    reason: Words | None = None
    start: str | None = None
    end: str | None = None
