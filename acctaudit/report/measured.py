"""One figure of a report: with unit, window and definition, or the reason why not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """One metric: a value with unit, window and definition, or null with the reason."""

    value: int | float | str | list[str] | None
    low: int | float | None
    high: int | float | None
    n: int | None
    title: str
    unit: str
    window: str
    definition: str
    status: str | None = None
    """null when measured; not-measurable or insufficient-evidence otherwise."""
    reason: str | None = None
    start: str | None = None
    end: str | None = None
