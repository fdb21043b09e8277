"""The Report: plain data, JSON in, JSON out. Every page is a rendering of it.

Schema `acctaudit/report/1`. This module imports nothing of the package.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from acctaudit.report.answers import Claim, Part, Phase, Priority, Score, Vital
from acctaudit.report.document import Document
from acctaudit.report.intake import File, Intake, Origin, SetAside
from acctaudit.report.measured import Measured
from acctaudit.report.shapes import Bucket, Calendar, Curve, Grid, Quarter, Shapes, Tally
from acctaudit.report.trend import Point, Trend
from acctaudit.report.wording import Mixed, Wording, Words

__all__ = [
    "SCHEMA",
    "SEVERITIES",
    "Availability",
    "Basis",
    "Bucket",
    "Calendar",
    "Card",
    "Claim",
    "Curve",
    "Event",
    "Evidence",
    "File",
    "Finding",
    "Grid",
    "Intake",
    "Intent",
    "Life",
    "Measured",
    "Mixed",
    "Origin",
    "Part",
    "Phase",
    "Point",
    "Priority",
    "Quarter",
    "Report",
    "Score",
    "SetAside",
    "Shapes",
    "Sign",
    "Span",
    "Subject",
    "Tally",
    "Tool",
    "Trend",
    "Verdict",
    "Vital",
    "Wording",
]

SCHEMA = "acctaudit/report/1"
SEVERITIES = ("critical", "high", "medium", "low", "info")
"""How grave a finding is, worst first."""


@dataclass(frozen=True)
class Tool:
    """What made the report."""

    name: str
    version: str


@dataclass(frozen=True)
class Card:
    """The account as its own profile shows it; null = the export does not say."""

    handle: str | None
    user_id: str | None
    name: str | None
    bio: str | None
    link: str | None
    location: str | None
    created_at: str | None
    followers: int | None
    following: int | None
    listed: int | None
    posts_total: int | None


@dataclass(frozen=True)
class Intent:
    """What the account is judged as, and how that is known."""

    archetype: str
    label: Words
    inferred: bool
    because: Words
    goals: list[str]


@dataclass(frozen=True)
class Span:
    """A stretch of days, both ends included."""

    start: str
    end: str
    days: int


@dataclass(frozen=True)
class Basis:
    """Where a threshold comes from: published, or our judgement."""

    kind: str
    text: Words
    url: str


@dataclass(frozen=True)
class Sign:
    """One comparison of a finding."""

    name: str
    direction: str
    limit: int | float
    unit: str
    basis: Basis
    value: int | float | None
    low: int | float | None
    high: int | float | None
    n: int | None
    crossed: bool | None
    """true, false, or null when it could not be decided."""
    reason: Words | None
    decides: str
    """verdict, evidence (minimum), or the severity that crossing it raises to."""
    corrected: bool = False
    """Whether the value is a chance corrected for all tests of the report."""
    title: Words = ""
    """What is compared, in a few words."""


@dataclass(frozen=True)
class Evidence:
    """A post that shows a finding. The text is an excerpt of the account's own post."""

    post_id: str
    date: str
    url: str | None
    text: str | None


@dataclass(frozen=True)
class Subject:
    """One of the things that a finding is about: a silence, a day, a post."""

    key: str
    """What it is known by as long as it lasts: its first day (ISO), or the id of a post."""
    sign: str
    """The comparison that it crosses by itself; empty = none."""
    value: int | float | None
    """Its own figure, in the unit of that comparison."""
    end: str = ""
    """Its last day, where it has one."""


@dataclass(frozen=True)
class Finding:
    """One pattern as judged."""

    code: str
    name: str
    title: Words
    verdict: str
    """fired · clear · insufficient-evidence · not-measurable · not-applicable · error"""
    severity: str
    says: Words
    """One sentence with the numbers."""
    reason: Words | None
    """Why it could not be judged."""
    signs: list[Sign]
    evidence: list[Evidence]
    looks_for: Words
    matters: Words
    asks: Words
    """What the remedy asks for, in a few words that other findings share."""
    remedy: Words
    effect: Words
    """What may be expected of the remedy."""
    measure: Words
    """How to see next time whether it came."""
    ignore_when: Words
    limits: Words
    base_rate: Words
    about: list[Subject] = field(default_factory=list)
    """What was found, the worst first; empty = it is about the account as a whole."""
    version: int = 1
    """Raised when the pattern comes to mean something else."""


@dataclass(frozen=True)
class Availability:
    """One question and whether this export can answer it."""

    question: Words
    status: str
    """yes · partly · no"""
    why: Words
    get: Words
    """Which export would answer it; empty when it is answered."""


@dataclass(frozen=True)
class Event:
    """A day to mark in the life of the account."""

    date: str
    kind: str
    """created · first-post · last-post · change · farewell · observed · suspension"""
    label: Words


@dataclass(frozen=True)
class Life:
    """The life of the account week by week, for the picture."""

    first_week: str | None
    """Monday of the first week; null when the timeline is not in the export."""
    weeks: dict[str, list[int]]
    """Posts a week by kind; all lists are equally long."""
    gaps: list[Span]
    """Silences of at least four weeks, the last one up to the day of the export."""
    events: list[Event]
    timeline: str = "complete"
    """complete · recent (newest posts only) · ends (first and last only) · sample"""
    unseen: list[Span] = field(default_factory=list)
    """As long without a post, but posts may be missing there: not known to be silent."""


@dataclass(frozen=True)
class Verdict:
    """The answer in plain words: was it us, was it the others, what cannot be known."""

    headline: Words
    us: list[Words]
    others: list[Words]
    unknown: list[Words]
    first: list[Priority]
    """At most three things to do first."""
    coverage: Words
    """How much could be judged at all."""


@dataclass(frozen=True)
class Report(Document):
    """A post-mortem, complete: everything that any rendering shows."""

    NAME: ClassVar = "report"

    tool: Tool
    account: Card
    as_of: str | None
    as_of_source: Words
    intent: Intent
    window: dict[str, Span | None]
    verdict: Verdict
    intake: Intake
    availability: list[Availability]
    metrics: dict[str, dict[str, Measured]]
    patterns: list[Finding]
    life: Life
    config_hash: str
    notes: list[Mixed] = field(default_factory=list)
    """What the maker of the export says about it, to be read before anything else."""
    claims: list[Claim] = field(default_factory=list)
    phases: list[Phase] = field(default_factory=list)
    vitals: list[Vital] = field(default_factory=list)
    score: Score | None = None
    """null where it was not asked for."""
    shapes: Shapes = field(default_factory=Shapes)
    """What the pictures of the chapters show."""
    trends: list[Trend] = field(default_factory=list)
    """What moved month after month; only where a history was asked."""
    wording: dict[str, Wording] = field(default_factory=dict)
    """How the texts were made, by the text; without it, it is as the code says it."""
    schema: str = SCHEMA

    def fired(self) -> list[Finding]:
        """The findings that cost something, worst first."""
        return [finding for finding in self.patterns if finding.verdict == "fired"]
