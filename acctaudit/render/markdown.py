"""The report as Markdown, for a pull request or a wiki page.

Data is written so that it keeps its words and loses its powers: no markup, no link that we
did not make, nobody notified. Handles and identifiers stand in code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import safe, words
from acctaudit.render import answers, books, prose, sections

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from acctaudit.render.sections import Row
    from acctaudit.report import Evidence, Finding, Priority, Report

MAX_TEXT = 2_000
_ICONS = {"critical": "🔴", "high": "🟠", "medium": "🟡", "low": "🔵", "info": "⚪"}
_ANSWERS = {"yes": "yes", "partly": "in part", "no": "no"}


def render(report: Report) -> str:
    """The report as Markdown, shortened: verdict, findings, figures, and what was read."""
    blocks = (
        *_head(report),
        *_verdict(report),
        *answers.blocks(report, _text),
        *_findings(report),
        *_rest(report),
        *_figures(report),
        *_read(report),
    )
    return "\n\n".join(block.rstrip() for block in blocks if block.strip()) + "\n"


def _text(value: str) -> str:
    """Data as text that means nothing to Markdown and calls nobody."""
    escaped = safe.markdown(safe.masked(safe.text(value)), limit=MAX_TEXT)
    return escaped.replace("&#64;", "&#64;&#8203;").replace("&#35;", "&#35;&#8203;")


def _code(value: str) -> str:
    """Data in a code span, where no name is a mention."""
    flat = safe.masked(safe.text(value, limit=120)).replace("`", "'").replace("|", "¦")
    return f"`{flat.strip() or '-'}`"


def _link(label: str, address: str | None) -> str:
    """A link to a plain web address, or just its words."""
    href = safe.url(address)
    return (
        _text(label)
        if href is None
        else f"[{_text(label)}](<{href.replace('&', '&amp;')}>)"
    )


def _list(items: Iterable[str], mark: str = "-") -> str:
    """A list of lines that are Markdown already."""
    return "\n".join(f"{mark} {item}" for item in items)


def _table(head: list[str], rows: Iterable[list[str]]) -> str:
    """A table whose cells are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _head(report: Report) -> Iterator[str]:
    """Who, when, judged as what."""
    account = report.account
    handle = _code(f"@{account.handle}") if account.handle else ""
    who = " ".join(part for part in (_text(account.name or ""), handle) if part)
    yield f"# Post-mortem of {who or 'an account without a name'}"
    kind = _text(report.intent.label) + (" (inferred)" if report.intent.inferred else "")
    seen = "day of the export not known"
    if report.as_of:
        seen = f"observed {words.day(report.as_of)}"
    yield f"{_text(sections.period(report))} · judged as {kind} · {_text(seen)}"
    yield _list(map(_text, report.notes))


def _verdict(report: Report) -> Iterator[str]:
    """The answer in plain words."""
    verdict = report.verdict
    yield f"> **{_text(verdict.headline)}**"
    answers = {
        "What lies with the account": verdict.us,
        "What lies elsewhere": verdict.others,
        "What cannot be known from this file": verdict.unknown,
    }
    for title, said in answers.items():
        if said:
            yield f"**{title}**"
            yield _list(map(_text, said))
    if verdict.first:
        yield "**Do this first**"
        yield _list(map(_priority, verdict.first), "1.")
    yield f"_{_text(verdict.coverage)}_"


def _priority(step: Priority) -> str:
    """One thing to do, what to expect of it, and how to see whether it came."""
    return (
        f"**{_text(step.title)}.** {_text(step.do)} *Expect:* {_text(step.effect)}"
        f" *Measure:* {_text(step.measure)}"
    )


def _findings(report: Report) -> Iterator[str]:
    """What was found: a table, then each with its proof."""
    fired = sections.fired(report)
    yield "## What was found"
    if not fired:
        yield "No failure pattern was found among those that could be judged."
        return
    yield _table(
        ["", "Code", "Finding", "In numbers"],
        (
            [_rank(found), _code(found.code), _text(found.title), _text(found.says)]
            for found in fired
        ),
    )
    for found in fired:
        yield from _details(found)


def _rank(found: Finding) -> str:
    """Severity as icon and word."""
    word = sections.SEVERITIES.get(found.severity, found.severity)
    return f"{_ICONS.get(found.severity, '')} {_text(word)}".strip()


def _details(found: Finding) -> Iterator[str]:
    """One finding, folded."""
    yield f"<details>\n<summary>{_text(found.code)} {_text(found.title)}</summary>"
    if found.signs:
        head = ["Measured", "Observed", "Problem when", "Result", "Basis"]
        yield _table(head, _signs(found))
    if found.evidence:
        yield _list(map(_evidence, found.evidence))
    advice = {
        "Why it matters": found.matters,
        "What to do": found.remedy,
        "When to ignore it": found.ignore_when,
        "How common it is": found.base_rate,
    }
    for title, said in advice.items():
        if said:
            yield f"**{title}**"
            yield _prose(said)
    yield "</details>"


def _signs(found: Finding) -> Iterator[list[str]]:
    """The comparisons of a finding as rows."""
    for line in (*sections.lines(found), *sections.minimum(found)):
        interval = f" ({line.interval})" if line.interval else ""
        basis = f"{line.basis}: {_link(line.sign.basis.text, line.sign.basis.url)}"
        limit, value = _text(line.limit), _text(f"{line.value}{interval}")
        yield [_text(line.what), value, limit, line.outcome, basis]


def _evidence(post: Evidence) -> str:
    """A post that shows it."""
    said = _text(post.text) if post.text else "_the text is not in the export_"
    return f"{_link(words.day(post.date), post.url)}: {said}"


def _prose(text: str) -> str:
    """A section of a pattern's page, written anew."""
    return "\n\n".join(_prose_block(block) for block in prose.blocks(text))


def _prose_block(block: prose.Block) -> str:
    """A paragraph or a list."""
    lines = ["".join(map(_span, line)) for line in block.lines]
    return _list(lines) if block.bullets else lines[0]


def _span(span: prose.Span) -> str:
    """A stretch of text."""
    if span.kind == "code":
        return _code(span.text)
    if span.kind == "link":
        return _link(span.text, span.url)
    return f"**{_text(span.text)}**" if span.kind == "bold" else _text(span.text)


def _rest(report: Report) -> Iterator[str]:
    """What is fine, what could not be judged, what does not apply."""
    clear = sections.clear(report)
    if clear:
        yield "## Checked and fine"
        yield _list(f"{_code(item.code)} {_text(item.title)}" for item in clear)
    for title, groups in (
        ("Could not be judged", sections.undecided(report)),
        ("Not judged for this kind of account", sections.unfit(report)),
    ):
        if groups:
            yield f"## {title}"
            yield _list(map(_group, groups.items()))


def _group(group: tuple[str, list[Finding]]) -> str:
    """A reason and the patterns that share it."""
    reason, findings = group
    named = (f"{_code(item.code)} {_text(sections.named(item.name))}" for item in findings)
    return f"{_text(words.capital(reason))} {', '.join(named)}"


def _figures(report: Report) -> Iterator[str]:
    """The figures by chapter, then those that are not known."""
    yield "## Key figures"
    yield _text(sections.INTERVAL)
    absent: list[str] = []
    for title, rows in sections.chapters(report).items():
        known = [row for row in rows if row.metric.value is not None]
        if known:
            yield f"**{_text(title)}**"
            head = ["Figure", "Value", f"95{words.NBSP}% interval", "n", "Refers to"]
            yield _table(head, map(_figure, known))
        absent += [
            f"{_text(row.metric.title)}: {_text(row.metric.reason or 'no reason recorded')}"
            for row in rows
            if row.metric.value is None
        ]
    if absent:
        yield "**Not known**"
        yield _list(absent)


def _figure(row: Row) -> list[str]:
    """A figure as cells."""
    cells = [row.metric.title, row.value, row.interval, row.n, row.window]
    return [_text(cell) for cell in cells]


def _read(report: Report) -> Iterator[str]:
    """What was read, what it can answer, and by which program."""
    intake = report.intake
    yield "## What was read"
    yield f"{_text(books.equation(intake))} ({_text(intake.reader)})"
    yield _list(f"{_text(item.reason)}: {item.rows}" for item in intake.set_aside)
    yield _list(map(_text, books.origins(intake)))
    yield _list(map(_text, intake.remarks))
    yield _list(
        f"{_text(item.question)} {_ANSWERS.get(item.status, 'unknown')}"
        + (f": {_text(item.why)}" if item.why else "")
        for item in report.availability
    )
    settings = f"settings {_code(report.config_hash[:12])}"
    yield f"Made by {_text(report.tool.name)} {_text(report.tool.version)}, {settings}."
