"""The page of a pattern or claim: its docstring, and what the code knows of its limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.claim import SECTIONS as CLAIM_SECTIONS
from acctaudit.intent import ARCHETYPES
from acctaudit.pattern import SECTIONS, Published
from acctaudit.words import figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from acctaudit.claim import Claim
    from acctaudit.pattern import Pattern, Sign
    from acctaudit.story import Example

_CLAIMED = (
    "One claim of the owners, split into parts: contradicted if any part is, supported only"
    " if all are, else it cannot be judged. The verdict is about the sentence and the time"
    " that the file covers, not about honesty."
)
_WORDS = {
    "enough": "needs at least",
    "above": "more than",
    "below": "less than",
    "at least": "at least",
    "at most": "at most",
}


def page(pattern: Pattern) -> str:
    """The pattern's page as Markdown, the same on the command line and in the docs."""
    sections = pattern.page()
    parts = [
        f"# {pattern.code} {pattern.name}\n",
        f"**{pattern.failing}.** {_facts(pattern)}\n",
    ]
    parts += [f"## {title}\n\n{sections[title]}\n" for title in SECTIONS]
    parts.append(f"## Thresholds\n\n{_thresholds(pattern.signs())}\n")
    if pattern.base_rate:
        parts.append(f"## How common it is\n\n{pattern.base_rate}\n")
    parts.append(_examples(pattern.examples))
    return "\n".join(parts)


def claim_page(claim: Claim) -> str:
    """The claim's page as Markdown, the same on the command line and in the docs."""
    sections = claim.page()
    parts = [f"# {claim.code} {claim.name}\n", f"**“{claim.statement}”** {_CLAIMED}\n"]
    parts += [f"## {title}\n\n{sections[title]}\n" for title in CLAIM_SECTIONS]
    parts.append(f"## Thresholds\n\n{_thresholds(claim.limits())}\n")
    parts.append(_examples(claim.examples))
    return "\n".join(parts)


def _facts(pattern: Pattern) -> str:
    facts = [f"Severity: {pattern.severity}."]
    applies = pattern.applies
    if applies.never:
        facts.append(f"Not judged for {_kinds(applies.never)}.")
    if applies.unless_dialogue:
        facts.append(
            f"Not judged for {_kinds(applies.unless_dialogue)} unless dialogue is a"
            " declared goal."
        )
    return " ".join(facts)


def _kinds(archetypes: frozenset[object]) -> str:
    return ", ".join(ARCHETYPES[kind] for kind in ARCHETYPES if kind in archetypes)


def _thresholds(signs: Mapping[str, tuple[float, Sign]]) -> str:
    return "\n".join(
        f"- `{name}`: {_WORDS[sign.direction]} {figure(limit, sign.unit)}{_raise(sign)}."
        f" {_basis(sign)}"
        for name, (limit, sign) in signs.items()
    )


def _raise(sign: Sign) -> str:
    corrected = (
        ", after correction for all tests of a report (Benjamini and Hochberg 1995)"
        if sign.corrected
        else ""
    )
    return corrected + (f" makes it {sign.raises}" if sign.raises else "")


def _basis(sign: Sign) -> str:
    basis = sign.basis
    if isinstance(basis, Published):
        return f"Published: {basis.text}{f' <{basis.url}>' if basis.url else ''}."
    return f"Our judgement: {basis.text}."


def _examples(examples: Iterable[Example]) -> str:
    lines = (f"- {e.title}: **{e.verdict}**{_options(e)}" for e in examples)
    return "## Examples\n\nEach is run as a test.\n\n" + "\n".join(lines) + "\n"


def _options(example: Example) -> str:
    """The options of an example, as they are typed."""
    return "".join(
        f", `--{name.replace('_', '-')} {value}`" for name, value in example.options
    )
