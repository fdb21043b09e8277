"""What the pages of a site show: plain data, made of reports and seen by renderers."""

from __future__ import annotations

from dataclasses import dataclass, field

GIVEN_UP, SENDS, FOUND, TALKS, NOTHING, FEED, OPEN, FAILED = STANDINGS = (
    "given-up",
    "sends",
    "found",
    "talks",
    "nothing",
    "feed",
    "open",
    "failed",
)
"""How an account stands, in the order in which it is decided and shown."""
LIFE, ANSWERS = "life", "answers"
"""What can be left open: whether it was in use, and whether it answers people."""


@dataclass(frozen=True)
class Value:
    """A figure of one account, or why it is not known."""

    value: float | None
    low: float | None = None
    high: float | None = None
    reason: str = ""
    """Why there is no value."""


@dataclass(frozen=True)
class Row:
    """One account as the index shows it."""

    name: str
    """Its handle, name or input."""
    source: str
    """What its input, or its author in a table, is called."""
    page: str
    """Path of its page from the index; empty if there is none."""
    standing: str
    """One of STANDINGS."""
    error: str = ""
    """Why it could not be read; empty otherwise."""
    unmade: str = ""
    """Why its page could not be made again and is the one of an earlier run."""
    open: tuple[str, ...] = ()
    """LIFE or ANSWERS, where they apply to it and could not be judged."""
    found: dict[str, list[str]] = field(default_factory=dict)
    """Titles of the findings by severity, the worst first."""
    verdicts: dict[str, bool] = field(default_factory=dict)
    """Codes of the patterns that were judged, and whether they were found."""
    titles: dict[str, str] = field(default_factory=dict)
    """What a pattern is called where it was found, by code."""
    judged: int = 0
    """Patterns that could be judged."""
    applicable: int = 0
    """Patterns that apply to such an account."""
    figures: dict[str, Value] = field(default_factory=dict)
    """Figures by `analyzer.metric`."""
    last_post: str | None = None
    """Day (ISO) of the last own post in the export."""
    first_week: str | None = None
    """Monday of the first week of `weeks`."""
    weeks: tuple[int, ...] = ()
    """Posts a week."""
    silences: tuple[tuple[str, str], ...] = ()
    """First and last day of each silence of at least four weeks."""
    as_of: str | None = None
    """Day of the export."""


@dataclass(frozen=True)
class Doubts:
    """What keeps the accounts of a site from being read side by side."""

    twice: tuple[str, ...] = ()
    """Accounts that were given more than once, each with its inputs."""
    versions: tuple[str, ...] = ()
    """Versions of the program that made the reports, where there are several."""
    limits: bool = False
    """Whether a limit differs between reports."""


@dataclass(frozen=True)
class Place:
    """One account on the scale of a figure."""

    name: str
    page: str
    value: Value
    place: int
    """1 = lowest; equal values share a place."""


@dataclass(frozen=True)
class Spread:
    """How one figure spreads over the accounts."""

    key: str
    """`analyzer.metric`."""
    title: str
    unit: str
    definition: str
    known: list[Place]
    """From low to high."""
    unknown: list[tuple[str, str, str]]
    """Name, page and reason of each account whose figure is not known."""
    quartiles: tuple[float, float, float] | None
    """A quarter, half and three quarters lie at or below; None for fewer than four."""


@dataclass(frozen=True)
class Prevalence:
    """How common one pattern is among the accounts on which it could be judged."""

    code: str
    title: str
    found: int
    judged: int
    low: float
    """Lower 95 % bound of found / judged."""
    high: float
    """Upper 95 % bound."""


@dataclass(frozen=True)
class Cohort:
    """Everything that the page on all accounts shows."""

    accounts: int
    """Accounts that could be read."""
    failed: int
    spreads: list[Spread]
    patterns: list[Prevalence]
