"""The page of a pattern: its docstring, and what the code knows about its thresholds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.intent import ARCHETYPES
from acctaudit.pattern import SECTIONS, Published
from acctaudit.words import figure

if TYPE_CHECKING:
    from acctaudit.pattern import Pattern, Sign

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
    parts.append(f"## Thresholds\n\n{_thresholds(pattern)}\n")
    if pattern.base_rate:
        parts.append(f"## How common it is\n\n{pattern.base_rate}\n")
    parts.append(f"## Examples\n\nEach is run as a test.\n\n{_examples(pattern)}\n")
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


def _thresholds(pattern: Pattern) -> str:
    return "\n".join(
        f"- `{name}`: {_WORDS[sign.direction]} {figure(limit, sign.unit)}{_raise(sign)}."
        f" {_basis(sign)}"
        for name, (limit, sign) in pattern.signs().items()
    )


def _raise(sign: Sign) -> str:
    return f" makes it {sign.raises}" if sign.raises else ""


def _basis(sign: Sign) -> str:
    basis = sign.basis
    if isinstance(basis, Published):
        return f"Published: {basis.text}{f' <{basis.url}>' if basis.url else ''}."
    return f"Our judgement: {basis.text}."


def _examples(pattern: Pattern) -> str:
    return "\n".join(
        f"- {example.title}: **{example.verdict}**"
        + "".join(f", `--{name} {value}`" for name, value in example.options)
        for example in pattern.examples
    )
