"""The comparison as Markdown, for a pull request or a wiki page.

Data keeps its words and loses its powers, as in the report's own Markdown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render.comparison import figures, parts
from acctaudit.render.comparison.rows import signs
from acctaudit.render.markdown import _code, _list, _table, _text
from acctaudit.say import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.compare import Comparison, FindingChange
    from acctaudit.render.comparison.rows import Row, Shown


def _heading(words_: str) -> str:
    """A heading of our words."""
    return f"## {_text(words_)}"


def _strong(words_: str) -> str:
    """Our words, strong."""
    return f"**{_text(words_)}**"


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
    yield f"# {_text(parts.who(of))}"
    yield f"> **{_text(of.headline)}**"
    yield _text(of.more)
    if of.forced:
        yield _strong(say("Not comparable, but forced:"))
        yield _list(map(_text, of.forced))
    yield _list(map(_text, of.warnings))
    rows = ([_text(cell) for cell in row] for row in parts.sides(of))
    yield _table(["", *_labels(of)], rows)


def _labels(of: Comparison) -> list[str]:
    return [_text(of.old.label), _text(of.new.label)]


def _vitals(of: Comparison) -> Iterator[str]:
    if not of.vitals:
        return
    yield _heading(say("Vital signs, of 100"))
    rows = (
        [
            _text(vital.title),
            _text(figures.vital_score(vital.pair.old)),
            _text(figures.vital_score(vital.pair.new)),
            _text(figures.vital_outcome(vital.pair, of)),
        ]
        for vital in of.vitals
    )
    yield _table(["", *_labels(of), _text(say("Difference"))], rows)
    yield _text(figures.score(of))


def _findings(of: Comparison) -> Iterator[str]:
    yield _heading(say("Findings"))
    for group in parts.groups(of):
        yield f"### {_text(group.title)} ({len(group.items)})"
        large, small = parts.by_weight(group)
        for found in large:
            yield from _finding(found, of)
        yield _list(
            f"{_code(item.code)} {_text(item.title)}. {_text(parts.both_states(item, of))}"
            for item in small
        )
    for title, items in (
        (say("Checked in both reports, and not found"), parts.fine(of)),
        (say("Not judged in either report"), parts.undecided(of)),
    ):
        if items:
            yield f"### {_text(title)} ({len(items)})"
            yield _list(f"{_code(item.code)} {_text(item.title)}" for item in items)


def _finding(found: FindingChange, of: Comparison) -> Iterator[str]:
    states = parts.verdict(found.old), parts.verdict(found.new)
    yield f"**{_text(found.title)}** {_code(found.code)}"
    yield _text(f"{states[0]} → {states[1]}")
    yield _text(found.says)
    rows = signs(found, of)
    if rows:
        head = [say("Measured"), of.old.label, of.new.label, say("Against the limit")]
        yield _table(list(map(_text, head)), map(_row, rows))


def _row(row: Row) -> list[str]:
    title = f"{_text(row.title)} ({_text(row.note)})" if row.note else _text(row.title)
    outcome = _text(row.outcome) + (f" ({_text(row.sure)})" if row.sure else "")
    return [title, _value(row.old), _value(row.new), outcome]


def _value(shown: Shown) -> str:
    interval = f" ({_text(shown.interval)})" if shown.interval else ""
    return _text(shown.value) + interval


def _answers(of: Comparison) -> Iterator[str]:
    if of.claims:
        yield _heading(say("What was said, and what the data say"))
        rows = (
            [f"“{_text(claim.statement)}”", _text(say(claim.old)), _text(say(claim.new))]
            for claim in of.claims
        )
        yield _table(["", *_labels(of)], rows)
    if of.phases:
        yield _heading(say("Phases that are seen differently"))
        phases = (
            [_text(words.day(phase.start)), *map(_text, parts.phases(phase))]
            for phase in of.phases
        )
        yield _table(["", *_labels(of)], phases)
    if of.profile:
        yield _heading(say("What the profile says"))
        texts = (
            [
                _text(say(parts.FIELDS.get(item.field, item.field))),
                _text(item.old or say("none")),
                _text(item.new or say("none")),
            ]
            for item in of.profile
        )
        yield _table(["", *_labels(of)], texts)


def _figures(of: Comparison) -> Iterator[str]:
    yield _heading(say("Key figures"))
    for title, found in figures.tables(of):
        yield f"### {_text(title)}"
        for chapter, rows in found.items():
            head = [chapter, of.old.label, of.new.label, say("Difference")]
            yield _table(list(map(_text, head)), map(_row, rows))
    for title, gaps in figures.gaps(of).items():
        yield f"### {_text(title)}"
        yield _list(
            f"{_text(gap.title)}{': ' if known else ''}{_text(known)}. {_text(reason)}"
            for gap, known, reason in gaps
        )


def _foot(of: Comparison) -> Iterator[str]:
    hashes = f"{_code(of.old.config_hash[:12])} {_code(of.new.config_hash[:12])}"
    yield f"{_text(of.tool.name)} {_text(of.tool.version)}, {hashes}"
