"""A comparison of two reports: plain data, JSON out. Every page is a rendering of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from acctaudit.report import Span, Tool, Wording
from acctaudit.report.document import Document
from acctaudit.report.wording import Mixed, Words

SCHEMA = "acctaudit/comparison/1"
ONE_ACCOUNT, TWO_ACCOUNTS = "one account", "two accounts"


@dataclass(frozen=True)
class Side:
    """One of the two reports."""

    label: Words
    """`Then`, `Now`, or the account's handle."""
    handle: str | None
    user_id: str | None
    name: str | None
    as_of: str | None
    """Day of the export (ISO); null = not known."""
    active: Span | None
    """From the first to the last own post."""
    posts: int
    """Posts that counted."""
    judged_as: Words
    reader: Words
    """The kind of export that was read."""
    judged: int
    """Patterns with a verdict."""
    unknown: int
    """Patterns that could not be judged."""
    unfit: int
    """Patterns that are not judged for such an account."""
    headline: Words
    """The verdict of the report in one or two sentences."""
    ending: Words
    """The last phase of its life in one sentence; empty if it is not known."""
    version: str
    """Of the program that made the report."""
    config_hash: str


@dataclass(frozen=True)
class Figure:
    """A value with its 95 % interval; both bounds equal it where it was counted."""

    value: int | float | str | list[str] | None
    low: int | float | None = None
    """Lower bound; null where there is none."""
    high: int | float | None = None
    """Upper bound."""
    n: int | None = None
    """Cases behind it."""


@dataclass(frozen=True)
class Pair:
    """One figure in both reports, and what may be said of the difference."""

    unit: str
    old: Figure
    new: Figure
    difference: str
    """same · clear (beyond both intervals) · unclear (they overlap) · different (counted,
    or a name) · unbounded (there is no interval to tell)"""
    direction: str = ""
    """better · worse · changed; of two accounts first-better · second-better · changed;
    empty where there is no difference, or none that is clear"""

    def moved(self) -> bool:
        """Whether the value itself is another one, not only its interval."""
        return self.old.value != self.new.value


@dataclass(frozen=True)
class SignMove:
    """A comparison of a finding whose value is not the same in both reports."""

    name: str
    title: Words
    decides: str
    """verdict, or the severity that crossing it raises to."""
    towards: str
    """On which side of the limit the problem lies: above · at least · below · at most"""
    limit: int | float
    old_limit: int | float
    """The same as `limit`, unless the comparison was forced."""
    pair: Pair
    moved: str
    """towards · away (the side where the problem lies); empty where it is not sure that it
    moved, or where the finding has limits on both sides of the figure"""
    old_crossed: bool | None
    new_crossed: bool | None


@dataclass(frozen=True)
class State:
    """A pattern as one of the reports judged it."""

    verdict: str
    severity: str
    says: Words
    reason: Words | None


@dataclass(frozen=True)
class FindingChange:
    """One pattern in both reports."""

    code: str
    name: str
    title: Words
    change: str
    """Of one account: new · worse · better · gone · changed · unchanged · lost (can no
    longer be judged) · judged (can now be) · fine · open. Of two: only-second ·
    first-better · second-better · only-first · changed · both · judged-first ·
    judged-second · fine · open"""
    sure: str
    """clear · chance (the intervals overlap) · unknown; empty where nothing changed"""
    says: Words
    """One sentence about the change."""
    old: State | None
    """null: the report does not speak of it."""
    new: State | None
    signs: list[SignMove]


@dataclass(frozen=True)
class MetricChange:
    """A figure that both reports know, by the same definition, and that is not the same."""

    analyzer: str
    name: str
    title: Words
    definition: Words
    window: str
    pair: Pair
    amount: bool = False
    """Whether it only counts something, such as posts or days: that is no result."""


@dataclass(frozen=True)
class MetricGap:
    """A figure that cannot be compared."""

    analyzer: str
    name: str
    title: Words
    known: str
    """old · new (the report that knows it), or both, by different definitions"""
    unit: str
    old: Figure
    new: Figure
    reason: Words


@dataclass(frozen=True)
class VitalChange:
    """A vital sign in both reports, the unchanged ones too."""

    dimension: str
    title: Words
    pair: Pair
    """Scores from 0 to 100; null where there is none."""
    old_says: Words
    new_says: Words
    same_figure: bool
    """Whether both bars stand for the same figure; else they are not compared."""


@dataclass(frozen=True)
class PhaseChange:
    """A stretch of the account's life that the two reports see differently."""

    start: str
    old: str | None
    """Name of the phase; null = not in this report."""
    new: str | None
    old_end: str
    """Its last day; empty where there is none."""
    new_end: str
    old_says: Words
    new_says: Words


@dataclass(frozen=True)
class ClaimChange:
    """What was said of the account, where both reports answer it and not alike."""

    code: str
    statement: Mixed
    old: str
    """supported · contradicted · cannot be judged · error"""
    new: str
    old_says: Words
    """What speaks for and against it."""
    new_says: Words


@dataclass(frozen=True)
class ProfileChange:
    """A text of the profile that is not the same in both reports."""

    field: str
    """handle · name · bio · link · location"""
    old: str | None
    new: str | None


@dataclass(frozen=True)
class Comparison(Document):
    """Two reports side by side, complete: everything that any rendering shows."""

    NAME: ClassVar = "comparison"

    tool: Tool
    kind: str
    """one account · two accounts"""
    old: Side
    new: Side
    headline: Words
    more: Words
    """How many figures differ, and how sure that is; empty where nothing does."""
    counts: dict[str, int]
    """Patterns by change."""
    findings: list[FindingChange]
    """Every pattern of either report."""
    vitals: list[VitalChange]
    score: Pair | None
    """The one number, where both reports have it in the same version."""
    metrics: list[MetricChange]
    same_metrics: int
    """Figures that both reports know and that are the same; amounts are not counted."""
    gaps: list[MetricGap]
    phases: list[PhaseChange]
    """Of one account only: two accounts live two lives."""
    claims: list[ClaimChange]
    same_claims: int
    profile: list[ProfileChange]
    """Of one account only."""
    forced: list[Words] = field(default_factory=list)
    """Why the two should not be compared, where that was overruled."""
    warnings: list[Words] = field(default_factory=list)
    """What to bear in mind."""
    wording: dict[str, Wording] = field(default_factory=dict)
    """How the texts were made, by the text."""
    schema: str = SCHEMA

    def changed(self) -> list[FindingChange]:
        """The patterns whose verdict, severity or figures changed the answer."""
        return [found for found in self.findings if found.sure]

    def is_same(self) -> bool:
        """Whether nothing at all is different."""
        moved = any(found.sure or found.signs for found in self.findings)
        vital = any(item.pair.difference != "same" for item in self.vitals)
        score = self.score is not None and self.score.difference != "same"
        lists = self.metrics, self.gaps, self.phases, self.claims, self.profile
        return not (moved or vital or score or any(lists))
