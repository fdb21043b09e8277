"""The outcome of a check: plain data, JSON out. Every output of `check` is made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from acctaudit.report import Sign, Subject, Tool
from acctaudit.report.document import Document

SCHEMA = "acctaudit/check/1"
PATTERN, BUDGET = "pattern", "budget"
JUDGED = ("fired", "clear")
"""The verdicts that say something about an account."""


@dataclass(frozen=True)
class Place:
    """Where a person would change what led to an item."""

    path: str
    """Path with forward slashes, relative to the repository: the configuration, else the
    export."""
    line: int = 1
    """Counted from 1."""


@dataclass(frozen=True)
class Item:
    """One thing that was found: a pattern that fired, or a budget that was not kept."""

    kind: str
    """pattern · budget"""
    code: str
    """`AA205`, or `budget:` and the id of the metric."""
    name: str
    title: str
    severity: str
    state: str
    """new · worse · known (in what is compared with) · better (known, and less bad) ·
    suppressed · expired (its suppression has run out)"""
    gates: bool
    """Whether it makes the gate fail."""
    says: str
    """One sentence with the numbers."""
    why: str
    """Why it counts or does not, in one sentence."""
    remedy: str
    """What to do, in one or a few sentences."""
    fingerprint: str
    """Hash of the pattern, the account and what the item is about: never of a value."""
    place: Place
    signs: list[Sign] = field(default_factory=list)
    about: list[Subject] = field(default_factory=list)
    """What it is about: silences, days, posts; empty = the account as a whole."""
    excused: list[Subject] = field(default_factory=list)
    """What it is about too, but is suppressed."""
    version: int = 1
    """Of the pattern."""
    reason: str | None = None
    """Why it is suppressed, in the words of who suppressed it."""


@dataclass(frozen=True)
class Case:
    """One pattern or budget, whatever its verdict: what was checked."""

    code: str
    name: str
    title: str
    verdict: str
    """fired · clear · insufficient-evidence · not-measurable · not-applicable"""
    severity: str
    reason: str | None
    """Why it could not be judged."""


@dataclass(frozen=True)
class Notice:
    """Something about the check itself that somebody should know."""

    code: str
    """SUP001 a suppression runs out soon · SUP002 it matches nothing · SUP003 it has run
    out · BAS001 there is no baseline yet · BAS002 an entry of it is no longer found ·
    BUD001 a budget cannot be judged · INT001 posts were set aside · DAY001 the day of the
    export is not known · DEC001 what the account is was inferred"""
    says: str
    """One sentence, with the remedy where there is one."""
    place: Place


@dataclass(frozen=True)
class Who:
    """The account."""

    handle: str | None
    user_id: str | None
    name: str | None


@dataclass(frozen=True)
class Against:
    """What the findings are compared with."""

    kind: str
    """nothing · baseline · last · median"""
    says: str
    """One sentence."""
    as_of: str | None = None
    """The day it stands for."""


@dataclass(frozen=True)
class Check(Document):
    """The verdict of the gate on one report, complete."""

    NAME: ClassVar = "check"

    tool: Tool
    account: Who
    as_of: str | None
    """Day of the export (ISO); null = not known."""
    posts: int
    """Posts that counted."""
    passed: bool
    """False: something makes the gate fail, whatever the exit status is."""
    headline: str
    """The verdict in one sentence."""
    fail_on: str
    """The mildest severity that makes the gate fail, or `never`."""
    against: Against
    items: list[Item]
    """Those that make it fail first, each group from worst to mildest."""
    cases: list[Case]
    """Every pattern that was judged or could not be, and every budget, by code."""
    notices: list[Notice]
    books: str
    """The equation of what was read: read = kept + duplicates + …"""
    config_hash: str
    schema: str = SCHEMA

    def failing(self) -> list[Item]:
        """The items that make the gate fail."""
        return [item for item in self.items if item.gates]
