"""What a report answers besides its findings: claims, phases, vital signs, priorities."""

from __future__ import annotations

from dataclasses import dataclass

from acctaudit.report.measured import Measured
from acctaudit.report.wording import Mixed, Words


@dataclass(frozen=True)
class Part:
    """One part of a claim, and what the data say to it."""

    title: Words
    verdict: str
    """supported · contradicted · cannot be judged"""
    says: Words
    """One sentence with the figures."""
    reason: Words
    """Why it is open; empty otherwise."""
    settle: Words
    """Which export or declaration would settle it."""


@dataclass(frozen=True)
class Claim:
    """What the owners say about the account, and what the data say to that."""

    code: str
    name: str
    statement: Mixed
    """In the owners' own words."""
    verdict: str
    """supported · contradicted · cannot be judged · error"""
    speaks_for: Words
    """The figures for it in one sentence; empty if there are none."""
    speaks_against: Words
    """The figures against it in one sentence; empty if there are none."""
    parts: list[Part]
    limits: Words


@dataclass(frozen=True)
class Phase:
    """A stretch of the account's life, between two changes of its weekly posting."""

    name: str
    """start · steady · surge · fade · silence · revival; of the last one how it ended:
    farewell · quiet · cut-off · suspended · still alive"""
    start: str
    end: str
    days: int
    says: Words
    """One sentence: rate, mix, reactions and client, and how they changed."""
    figures: dict[str, Measured]
    """posts_per_week, reply_share, broadcast_share, engagements_per_post; of the last one
    silence_chance and silence_chance_random."""
    top_client: str | None


@dataclass(frozen=True)
class Vital:
    """One dimension as a bar from 0 to 100, with what it rests on."""

    dimension: str
    title: Words
    score: int | float | None
    """0 to 100: 50 at the median anchor, 90 at the good one; null = not scorable."""
    low: int | float | None
    """Score at the worse end of the figure's own interval; null where it has none."""
    high: int | float | None
    """Score at the better end."""
    metric: str
    """The figure behind it, as analyzer.metric; empty where there is none."""
    says: Words
    """The figure in words, with the two anchors and their sources."""
    reason: Words | None
    """Why there is no bar."""
    weight: int | float = 0
    """What it weighs in a total; 0 where it is not judged for such an account."""


@dataclass(frozen=True)
class Score:
    """One number for everything, only where it was asked for."""

    version: int
    """Totals of different versions cannot be compared."""
    total: int | float | None
    """0 to 100, after the cap; null where too little is known."""
    low: int | float | None
    """Interval by resampling whole weeks; null where there are too few of them."""
    high: int | float | None
    """Its upper end."""
    bands: list[Words]
    """Both, where the interval spans two; every one, if it spans more."""
    coverage: int | float
    """Weight of the dimensions that could be scored / weight of all that apply."""
    stable: int | float | None
    """Share of other weightings that give the same band."""
    cap: Words | None
    """The finding that limits the total, and to what."""
    reason: Words | None
    """Why there is no total."""


@dataclass(frozen=True)
class Priority:
    """One of the things to do first."""

    code: str
    title: Words
    do: Words
    effect: Words
    measure: Words
