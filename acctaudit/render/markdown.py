"""The report as Markdown, for a pull request or a wiki page.

Data is written so that it keeps its words and loses its powers: no markup, no link that we
did not make, nobody notified. Handles and identifiers stand in code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render import answers, books, md, prose, sections
from acctaudit.say import joined, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.render.sections import Line, Row
    from acctaudit.report import Availability, Evidence, Finding, Priority, Report

_ICONS = {"critical": "🔴", "high": "🟠", "medium": "🟡", "low": "🔵", "info": "⚪"}


def render(report: Report) -> str:
    """The report as Markdown, shortened: verdict, findings, figures, and what was read."""
    blocks = (
        *_head(report),
        *_verdict(report),
        *answers.blocks(report, md.text),
        *_findings(report),
        *_rest(report),
        *_figures(report),
        *_read(report),
    )
    return "\n\n".join(block.rstrip() for block in blocks if block.strip()) + "\n"


def _head(report: Report) -> Iterator[str]:
    """Who, when, judged as what."""
    account = report.account
    handle = md.code(f"@{account.handle}") if account.handle else ""
    who = " ".join(part for part in (md.text(account.name or ""), handle) if part)
    title = say("Post-mortem of an account without a name")
    yield "# " + (say("Post-mortem of {who}", who=who) if who else title)
    kind = md.text(report.intent.label)
    judged = say("judged as {kind}", kind=kind)
    if report.intent.inferred:
        judged = say("judged as {kind} (inferred)", kind=kind)
    seen = say("day of the export not known")
    if report.as_of:
        seen = say("observed on {day}", day=words.day(report.as_of))
    yield f"{md.text(sections.period(report))} · {judged} · {md.text(seen)}"
    yield md.bullets(map(md.text, report.notes))


def _verdict(report: Report) -> Iterator[str]:
    """The answer in plain words."""
    verdict = report.verdict
    yield f"> **{md.text(verdict.headline)}**"
    answers = {
        say("What lies with the account"): verdict.us,
        say("What lies elsewhere"): verdict.others,
        say("What cannot be known from this file"): verdict.unknown,
    }
    for title, said in answers.items():
        if said:
            yield md.bold(title)
            yield md.bullets(map(md.text, said))
    if verdict.first:
        yield md.bold(say("Do this first"))
        yield md.bullets(map(_priority, verdict.first), "1.")
    yield f"_{md.text(verdict.coverage)}_"


def _priority(step: Priority) -> str:
    """One thing to do, what to expect of it, and how to see whether it came."""
    parts = (
        f"**{md.text(step.title)}.** {md.text(step.do)}",
        say("*Expect:* {effect}", effect=md.text(step.effect)),
        say("*Measure:* {measure}", measure=md.text(step.measure)),
    )
    return " ".join(parts)


def _findings(report: Report) -> Iterator[str]:
    """What was found: a table, then each with its proof."""
    fired = sections.fired(report)
    yield "## " + say("What was found")
    if not fired:
        yield say("No failure pattern was found among those that could be judged.")
        return
    yield md.table(
        ["", say("Code"), say("Finding"), say("In numbers")],
        (
            [_rank(found), md.code(found.code), md.text(found.title), md.text(found.says)]
            for found in fired
        ),
    )
    for found in fired:
        yield from _details(found)


def _rank(found: Finding) -> str:
    """Severity as icon and word."""
    word = sections.severity(found.severity)
    return f"{_ICONS.get(found.severity, '')} {md.text(word)}".strip()


def _details(found: Finding) -> Iterator[str]:
    """One finding, folded."""
    yield f"<details>\n<summary>{md.text(found.code)} {md.text(found.title)}</summary>"
    if found.signs:
        yield md.table(
            [
                say("Measured"),
                say("Observed"),
                say("Problem when"),
                say("Result"),
                say("Basis"),
            ],
            map(_sign, (*sections.lines(found), *sections.minimum(found))),
        )
    if found.evidence:
        yield md.bullets(map(_evidence, found.evidence))
    advice = {
        say("Why it matters"): found.matters,
        say("What to do"): found.remedy,
        say("When to ignore it"): found.ignore_when,
        say("How common it is"): found.base_rate,
    }
    for title, said in advice.items():
        if said:
            yield md.bold(title)
            yield _prose(said)
    yield "</details>"


def _sign(line: Line) -> list[str]:
    """A comparison as cells."""
    what = f"{line.what} ({line.role})" if line.role else line.what
    value = f"{line.value} ({line.interval})" if line.interval else line.value
    basis = f"{line.basis}: {md.link(line.sign.basis.text, line.sign.basis.url)}"
    return [md.text(what), md.text(value), md.text(line.limit), line.outcome, basis]


def _evidence(post: Evidence) -> str:
    """A post that shows it."""
    said = joined(["_", say("the text is not in the export"), "_"])
    if post.text:
        said = md.text(post.text)
    return f"{md.link(words.day(post.date), post.url)}: {said}"


def _prose(text: str) -> str:
    """A section of a pattern's page, written anew."""
    return "\n\n".join(_prose_block(block) for block in prose.blocks(text))


def _prose_block(block: prose.Block) -> str:
    """A paragraph or a list."""
    lines = ["".join(map(_span, line)) for line in block.lines]
    return md.bullets(lines) if block.bullets else lines[0]


def _span(span: prose.Span) -> str:
    """A stretch of text."""
    if span.kind == "code":
        return md.code(span.text)
    if span.kind == "link":
        return md.link(span.text, span.url)
    return f"**{md.text(span.text)}**" if span.kind == "bold" else md.text(span.text)


def _rest(report: Report) -> Iterator[str]:
    """What is fine, what could not be judged, what does not apply."""
    clear = sections.clear(report)
    if clear:
        yield "## " + say("Checked and fine")
        yield md.bullets(map(_named, clear))
    for title, groups in (
        (say("Could not be judged"), sections.undecided(report)),
        (say("Not judged for this kind of account"), sections.unfit(report)),
    ):
        if groups:
            yield f"## {title}"
            yield md.bullets(map(_group, groups.items()))


def _named(found: Finding) -> str:
    """A pattern by its code and title."""
    return f"{md.code(found.code)} {md.text(found.title)}"


def _group(group: tuple[str, list[Finding]]) -> str:
    """Patterns and the reason that they share."""
    reason, findings = group
    return f"{', '.join(map(_named, findings))}: {md.text(reason)}"


def _figures(report: Report) -> Iterator[str]:
    """The figures by chapter, then those that are not known."""
    yield "## " + say("Key figures")
    yield md.text(say(sections.INTERVAL))
    absent: list[str] = []
    for title, rows in sections.chapters(report).items():
        known = [row for row in rows if row.metric.value is not None]
        if known:
            yield md.bold(md.text(title))
            yield md.table(_columns(), map(_figure, known))
        absent += [_absent(row) for row in rows if row.metric.value is None]
    if absent:
        yield md.bold(say("Not known"))
        yield md.bullets(absent)


def _columns() -> list[str]:
    """What stands above the figures."""
    interval = say("95\u00a0% interval")
    return [say("Figure"), say("Value"), interval, say("n"), say("Refers to")]


def _absent(row: Row) -> str:
    """A figure that is not known, and why."""
    reason = row.metric.reason or say("no reason recorded")
    return f"{md.text(row.metric.title)}: {md.text(reason)}"


def _figure(row: Row) -> list[str]:
    """A figure as cells."""
    cells = [row.metric.title, row.value, row.interval, row.n, row.window]
    return [md.text(cell) for cell in cells]


def _read(report: Report) -> Iterator[str]:
    """What was read, what it can answer, and by which program."""
    intake = report.intake
    yield "## " + say("What was read")
    yield f"{md.text(books.equation(intake))} ({md.text(books.kinds(intake))})"
    yield md.bullets(
        f"{md.text(item.reason)}: {words.number(item.rows)}" for item in intake.set_aside
    )
    yield md.bullets(map(md.text, books.origins(intake)))
    yield md.bullets(map(md.text, intake.remarks))
    yield md.bullets(map(_answer, report.availability))
    yield say(
        "Made by {tool} {version}, settings {settings}.",
        tool=md.text(report.tool.name),
        version=md.text(report.tool.version),
        settings=md.code(report.config_hash[:12]),
    )


def _answer(item: Availability) -> str:
    """One question, whether this export can answer it, and why."""
    why = f": {md.text(item.why)}" if item.why else ""
    return f"{md.text(item.question)} {md.text(sections.status(item.status))}{why}"
