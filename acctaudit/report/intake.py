"""The books of a report: what was read, and where every row went."""

from __future__ import annotations

from dataclasses import dataclass, field

from acctaudit.report.wording import Words


@dataclass(frozen=True)
class File:
    """A file, or member of an archive, that was read."""

    name: str
    holds: Words
    rows: int
    size: int
    sha256: str


@dataclass(frozen=True)
class SetAside:
    """Rows that could not be used, by reason, with the places of the first ones."""

    reason: Words
    rows: int
    places: list[str]


@dataclass(frozen=True)
class Origin:
    """Where the values of a column come from: how many posts have theirs from an input."""

    column: str
    label: Words
    """The column in plain words; empty for one that only the program needs."""
    input: str
    posts: int


@dataclass(frozen=True)
class Intake:
    """What was read. read = kept + duplicates + superseded + foreign + quarantined."""

    reader: Words
    read: int
    kept: int
    duplicates: int
    superseded: int
    foreign: int
    quarantined: int
    set_aside: list[SetAside]
    files: list[File]
    remarks: list[Words]
    read_as: list[str] = field(default_factory=list)
    """The kinds of export, as people call them."""
    origins: list[Origin] = field(default_factory=list)
    """By column, then input; of several inputs that know a value one is chosen."""
