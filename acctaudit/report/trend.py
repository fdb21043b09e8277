"""Figures that moved the same way month after month, by the history of an account."""

from __future__ import annotations

from dataclasses import dataclass

from acctaudit.report.wording import Words


@dataclass(frozen=True)
class Point:
    """A figure as the last report of a month has it."""

    as_of: str
    """Day of the export (ISO)."""
    value: int | float
    low: int | float | None
    """Lower 95 % bound; null where there is none."""
    high: int | float | None
    """Upper 95 % bound."""


@dataclass(frozen=True)
class Trend:
    """A result that rose or fell at least two months in a row."""

    metric: str
    """As analyzer.metric."""
    title: Words
    unit: str
    direction: str
    """rose · fell"""
    verdict: str
    """better · worse; empty where it may be chance, or nothing says which way is better"""
    status: str
    """beyond (the first and the last interval lie apart) · counted (exact) · chance (they
    overlap) · unknown (there is none)"""
    moves: int
    """Months in a row in which it moved that way, at least two."""
    points: list[Point]
    """One a month, the oldest first: one more than `moves`."""
    label: Words
    """`third month of decline`."""
    says: Words
    """From what to what, how sure that is, and what limits it."""
