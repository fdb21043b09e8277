"""What a claim is: a sentence that owners say about their account, and what decides it.

A claim is split into parts. It is *contradicted* if any part is, *supported* only if all
parts are, and otherwise it *cannot be judged*; then it says which export would settle it.
The verdict is about the sentence and this window, not about honesty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from inspect import cleandoc
from typing import TYPE_CHECKING, Any, ClassVar

from acctaudit.errors import UsageError
from acctaudit.judgement import needed
from acctaudit.measure import Unknown, too_little
from acctaudit.options import Said
from acctaudit.say import marked
from acctaudit.weighing import Figure, Held, sentence, why_open
from acctaudit.words import figure

if TYPE_CHECKING:
    from collections.abc import Callable

    from acctaudit.measure import Metric
    from acctaudit.pattern import Sign
    from acctaudit.story import Example
    from acctaudit.verdicts import Verdicts

SUPPORTED, CONTRADICTED, OPEN = "supported", "contradicted", "cannot be judged"
SECTIONS = ("What is said", "How it is judged", "Limits")
"""The headings that the page of every claim has, in this order."""

POSTS = marked("the account's archive, which holds every post with its time and text")
MENTIONS = marked(
    "an export of the mentions of the account from the platform's interface (API), with the"
    " post that each one answers"
)
COUNTS = marked(
    "an archive made since 2018 or the analytics table, which hold likes and reposts"
)
PROFILES = marked(
    "a list of the followers with their profiles: bio, followers, accounts followed"
)
DECLARED = marked("what the account is and is for, declared with --archetype and --goal")
NOTHING = marked("Nothing in this export speaks to it.")


@dataclass(frozen=True)
class Part:
    """One part of a claim: what it asks, what the data say, and what is missing."""

    title: str
    verdict: str
    """supported · contradicted · cannot be judged"""
    says: str
    """One sentence with the figures."""
    reason: str = ""
    """Why it is open."""
    settle: str = ""
    """Which export or declaration would settle it."""
    speaks_for: tuple[str, ...] = ()
    """Clauses whose figure lies on the side of the claim."""
    speaks_against: tuple[str, ...] = ()
    """Clauses whose figure lies on the other side."""


@dataclass(frozen=True)
class Answer:
    """What the data say to a claim."""

    claim: Claim
    verdict: str
    parts: tuple[Part, ...]

    @property
    def speaks_for(self) -> str:
        """The figures for the claim in one sentence; empty if there are none."""
        return sentence(clause for part in self.parts for clause in part.speaks_for)

    @property
    def speaks_against(self) -> str:
        """The figures against the claim in one sentence; empty if there are none."""
        return sentence(clause for part in self.parts for clause in part.speaks_against)


@dataclass(frozen=True)
class Claim:
    """Base of all claims. A subclass is one file and one frozen dataclass.

    Its fields are limits, declared as those of patterns are (`at_least`, `below`, …). Its
    method `parts` asks for results by type, as the `check` of a pattern does, and by the
    type `Said` for the claim as it was declared, with the figure in it.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    statement: ClassVar[str]
    """The claim in the owners' own words."""
    examples: ClassVar[tuple[Example, ...]] = ()

    def limits(self) -> dict[str, tuple[float, Sign]]:
        """Name, limit and sign of every limit, in the order of the file."""
        return {
            item.name: (getattr(self, item.name), item.metadata["sign"])
            for item in fields(self)
            if "sign" in item.metadata
        }

    @classmethod
    def page(cls) -> dict[str, str]:
        """The sections of the docstring, by heading."""
        parts = re.split(r"^## (.+)$", cleandoc(cls.__doc__ or ""), flags=re.MULTILINE)
        pairs = zip(parts[1::2], parts[2::2], strict=True)
        return {heading.strip(): text.strip() for heading, text in pairs}

    def takes(self, said: Said) -> None:
        """UsageError if the claim was declared with a figure that it has no use for."""
        parts = getattr(self, "parts")  # noqa: B009  # its parameters are the claim's own
        if said.figure is not None and Said.__name__ not in parts.__annotations__.values():
            raise UsageError(f"claim {self.name} takes no figure: leave out ={said.figure}")

    def answer(self, call: Callable[..., Any]) -> Answer:
        """The answer; `call` calls a function with the results that it asks for by type."""
        parts: Callable[..., tuple[Part, ...]] = getattr(self, "parts")  # noqa: B009
        found = call(parts)
        verdicts = [part.verdict for part in found]
        if CONTRADICTED in verdicts:
            return Answer(self, CONTRADICTED, found)
        supported = bool(verdicts) and set(verdicts) == {SUPPORTED}
        return Answer(self, SUPPORTED if supported else OPEN, found)

    def given(self, name: str, count: Metric, metric: Metric) -> Metric:
        """The metric, if the count reaches the limit of that name; else too little."""
        limit, sign = self.limits()[name]
        if isinstance(metric, Unknown):
            return metric
        if isinstance(count, Unknown):
            return count
        if count.number >= limit:
            return metric
        there = figure(count.number, sign.unit)
        return too_little(needed(there, limit, sign.unit))

    def part(self, title: str, *figures: Figure) -> Part:
        """Judge one part by its figures.

        It is contradicted if any limit that contradicts is crossed, supported if all that
        support are, and else open, with the reasons of what is unknown.
        """
        held = [Held(item, self.limits()) for item in figures]
        says = sentence(item.clause for item in held)
        sides = [
            tuple(item.clause for item in held if item.clause and item.side == side)
            for side in ("for", "against")
        ]
        if any(item.contradicts for item in held):
            return Part(title, CONTRADICTED, says, "", "", *sides)
        supporting = [item.supports for item in held if item.supports is not None]
        if supporting and all(supporting):
            return Part(title, SUPPORTED, says, "", "", *sides)
        return Part(title, OPEN, says or NOTHING, *why_open(held), *sides)


def found(
    verdicts: Verdicts, code: str, limit: str, *, text: str, settle: str = ""
) -> Figure:
    """What a failure pattern says to a claim: it contradicts if found, else supports.

    `text` is the clause with its figure.
    """
    if verdicts.verdict(code) == "not-applicable":
        settle = DECLARED
    return Figure(text, verdicts.found(code), unless=limit, settle=settle)
