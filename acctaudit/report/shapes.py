"""What the pictures of the chapters show: counts and curves, too many for single figures.

Each is null where the export lacks what it needs; `reasons` then says why, by its name.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from acctaudit.report.wording import Words


@dataclass(frozen=True)
class Grid:
    """Own posts by day of the week and hour of the day."""

    time_zone: str
    """The zone of the hours, such as Europe/Vienna; UTC if none was declared."""
    posts: list[list[int]]
    """Seven lists, Monday first, of 24 hours each."""
    untimed: int
    """Own posts of which only the day is known."""


@dataclass(frozen=True)
class Calendar:
    """Own posts a day."""

    first_day: str
    posts: list[int]
    """From the first day to the day of the last own post, both included."""


@dataclass(frozen=True)
class Bucket:
    """Own posts that got between `least` and `most` reactions."""

    least: int
    most: int | None
    """null: no upper end."""
    posts: int


@dataclass(frozen=True)
class Quarter:
    """The reactions of one quarter of a year."""

    start: str
    """Its first day."""
    posts: int
    """Own posts (reposts left out) whose reactions are known."""
    median: int | float
    """Reactions of the usual post."""
    low: int | float
    """Lower 95 % bound of the median."""
    high: int | float
    """Upper 95 % bound."""


@dataclass(frozen=True)
class Curve:
    """Share of the questions that were answered within so many minutes (Kaplan-Meier)."""

    minutes: list[int]
    answered: list[int | float]
    """0 to 1, as long as `minutes`."""
    low: list[int | float]
    """Lower 95 % bounds."""
    high: list[int | float]
    """Upper 95 % bounds."""
    asked: int
    """Posts by others to the account that the curve rests on."""


@dataclass(frozen=True)
class Tally:
    """So many of something that is counted by name."""

    name: str
    """Data (a domain, a client) or a kind, as the list says."""
    count: int


@dataclass(frozen=True)
class Shapes:
    """What the pictures of the chapters show."""

    rhythm: Grid | None = None
    calendar: Calendar | None = None
    reactions: list[Bucket] | None = None
    """Own posts by the reactions they got, from few to many."""
    quarters: list[Quarter] | None = None
    """The usual reactions over time; quarters without posts are left out."""
    answers: Curve | None = None
    followers: list[tuple[str, int]] | None = None
    """Day and followers, in the order of time, at most 200 days."""
    domains: list[Tally] | None = None
    """Where links lead, by domain, most first; at most 10."""
    clients: list[Tally] | None = None
    """With what it was posted, most first; at most 10."""
    reasons: dict[str, Words] = field(default_factory=dict)
    """Why a picture is missing, by the name of its field here."""
