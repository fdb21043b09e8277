"""The comparison as Markdown, for a pull request or a wiki page.

Data keeps its words and loses its powers, as in the report's own Markdown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render.comparison import figures, parts
from acctaudit.render.comparison.rows import signs
from acctaudit.render.md import bold, bullets, code, table, text
from acctaudit.say import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.compare import Comparison, FindingChange
    from acctaudit.render.comparison.rows import Row, Shown


def _heading(words_: str) -> str:
    """A heading of our words."""
    return f"## {text(words_)}"


def render(comparison: Comparison) -> str:
    """The comparison as Markdown."""
    blocks = (
        *_head(comparison),
        *_vitals(comparison),
        *_findings(comparison),
        *_answers(comparison),
        *_figures(comparison),
        *_foot(comparison),
    )
    return "\n\n".join(block.rstrip() for block in blocks if block.strip()) + "\n"


def _head(of: Comparison) -> Iterator[str]:
    yield f"# {text(parts.who(of))}"
    yield f"> **{text(of.headline)}**"
    yield text(of.more)
    if of.forced:
        yield bold(text(say("Not comparable, but forced:")))
        yield bullets(map(text, of.forced))
    yield bullets(map(text, of.warnings))
    rows = ([text(cell) for cell in row] for row in parts.sides(of))
    yield table(["", *_labels(of)], rows)


def _labels(of: Comparison) -> list[str]:
    return [text(of.old.label), text(of.new.label)]


def _vitals(of: Comparison) -> Iterator[str]:
    if not of.vitals:
        return
    yield _heading(say("Vital signs, of 100"))
    rows = (
        [
            text(vital.title),
            text(figures.vital_score(vital.pair.old)),
            text(figures.vital_score(vital.pair.new)),
            text(figures.vital_outcome(vital.pair, of)),
        ]
        for vital in of.vitals
    )
    yield table(["", *_labels(of), text(say("Difference"))], rows)
    yield text(figures.score(of))


def _findings(of: Comparison) -> Iterator[str]:
    yield _heading(say("Findings"))
    for group in parts.groups(of):
        yield f"### {text(group.title)} ({len(group.items)})"
        large, small = parts.by_weight(group)
        for found in large:
            yield from _finding(found, of)
        yield bullets(
            f"{code(item.code)} {text(item.title)}. {text(parts.both_states(item, of))}"
            for item in small
        )
    for title, items in (
        (say("Checked in both reports, and not found"), parts.fine(of)),
        (say("Not judged in either report"), parts.undecided(of)),
    ):
        if items:
            yield f"### {text(title)} ({len(items)})"
            yield bullets(f"{code(item.code)} {text(item.title)}" for item in items)


def _finding(found: FindingChange, of: Comparison) -> Iterator[str]:
    states = parts.verdict(found.old), parts.verdict(found.new)
    yield f"**{text(found.title)}** {code(found.code)}"
    yield text(f"{states[0]} → {states[1]}")
    yield text(found.says)
    rows = signs(found, of)
    if rows:
        head = [say("Measured"), of.old.label, of.new.label, say("Against the limit")]
        yield table(list(map(text, head)), map(_row, rows))


def _row(row: Row) -> list[str]:
    title = f"{text(row.title)} ({text(row.note)})" if row.note else text(row.title)
    outcome = text(row.outcome) + (f" ({text(row.sure)})" if row.sure else "")
    return [title, _value(row.old), _value(row.new), outcome]


def _value(shown: Shown) -> str:
    interval = f" ({text(shown.interval)})" if shown.interval else ""
    return text(shown.value) + interval


def _answers(of: Comparison) -> Iterator[str]:
    if of.claims:
        yield _heading(say("What was said, and what the data say"))
        rows = (
            [
                f"“{text(claim.statement)}”",
                text(say(claim.old)),
                text(say(claim.new)),
            ]
            for claim in of.claims
        )
        yield table(["", *_labels(of)], rows)
    if of.phases:
        yield _heading(say("Phases that are seen differently"))
        phases = (
            [text(words.day(phase.start)), *map(text, parts.phases(phase))]
            for phase in of.phases
        )
        yield table(["", *_labels(of)], phases)
    if of.profile:
        yield _heading(say("What the profile says"))
        texts = (
            [
                text(say(parts.FIELDS.get(item.field, item.field))),
                text(item.old or say("none")),
                text(item.new or say("none")),
            ]
            for item in of.profile
        )
        yield table(["", *_labels(of)], texts)


def _figures(of: Comparison) -> Iterator[str]:
    yield _heading(say("Key figures"))
    for title, found in figures.tables(of):
        yield f"### {text(title)}"
        for chapter, rows in found.items():
            head = [chapter, of.old.label, of.new.label, say("Difference")]
            yield table(list(map(text, head)), map(_row, rows))
    for title, gaps in figures.gaps(of).items():
        yield f"### {text(title)}"
        yield bullets(
            f"{text(gap.title)}{': ' if known else ''}{text(known)}. {text(reason)}"
            for gap, known, reason in gaps
        )


def _foot(of: Comparison) -> Iterator[str]:
    hashes = f"{code(of.old.config_hash[:12])} {code(of.new.config_hash[:12])}"
    yield f"{text(of.tool.name)} {text(of.tool.version)}, {hashes}"
