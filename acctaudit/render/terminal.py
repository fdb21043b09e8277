"""The report on a terminal: readable at 80 columns, in a pipe and without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render import books, sections, trends, vitals
from acctaudit.render.screen import Page, Screen
from acctaudit.safe import masked
from acctaudit.say import joined, marked, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.render.sections import Line, Row
    from acctaudit.report import Claim, Evidence, File, Finding, Part, Report, Vital

_FILES = 8
_LEAST_TITLE, _LEAST_PHASE = 15, 11
"""Widths of the titles of vital signs and of the names of phases, unless one is longer."""
_SEVERITIES = {
    "critical": (marked("critical"), "bold red"),
    "high": (marked("high"), "red"),
    "medium": (marked("medium"), "yellow"),
    "low": (marked("low"), "cyan"),
    "info": (marked("info"), "blue"),
}
"""The short word for each severity, and its colour."""


def render(report: Report, screen: Screen | None = None) -> str:
    """The report as plain text, or with colours for a screen that wants them."""
    page = Page(screen or Screen())
    for part in _PARTS:
        part(page, report)
    return page.text()


def _head(page: Page, report: Report) -> None:
    card = report.account
    name = " ".join(filter(None, [card.name, f"@{card.handle}" if card.handle else ""]))
    title = say("Post-mortem of an account without a name")
    page.line(say("Post-mortem of {who}", who=name) if name else title, "bold")
    page.line(_when(report))
    page.line(_intent(report))
    if report.notes:
        page.line()
    for note in report.notes:
        page.item(note, mark=say("Note:"))


def _when(report: Report) -> str:
    source = report.as_of_source
    if report.as_of is None:
        seen = say("day of the export {source}", source=source)
    else:
        day = words.day(report.as_of)
        seen = say("as of {day} ({source})", day=day, source=source)
    span = report.window.get("active")
    if span is None:
        return seen
    posts = say(
        "posts from {start} to {end} ({days})",
        start=words.day(span.start),
        end=words.day(span.end),
        days=words.count(span.days, "days"),
    )
    return joined([posts, seen], ", ")


def _intent(report: Report) -> str:
    """What it is judged as, why, and its goals."""
    given = report.intent
    message = marked("looks like {kind} ({why})")
    if not given.inferred:
        message = marked("judged as {kind} ({why})")
    kind = say(message, kind=given.label, why=given.because)
    if not given.goals:
        return kind
    goals = [sections.goal(goal) for goal in given.goals]
    return joined([kind, say("goal: {goals}", goals=words.listed(goals))], ", ")


def _verdict(page: Page, report: Report) -> None:
    page.heading(say("Was it Twitter, or was it us?"))
    page.line(report.verdict.headline)
    page.line(report.verdict.coverage)
    if report.verdict.first:
        page.heading(say("Do this first"))
        for i, step in enumerate(report.verdict.first, 1):
            page.item(f"{step.do} ({step.title})", mark=f"{i}.")
            page.line(say("Expect: {effect}", effect=step.effect), "dim", indent=4)
            page.line(say("Measure: {measure}", measure=step.measure), "dim", indent=4)
    if report.verdict.others:
        page.heading(say("What speaks about the audience or the platform"))
        for line in report.verdict.others:
            page.item(line)


def _vitals(page: Page, report: Report) -> None:
    if not report.vitals:
        return
    page.heading(
        say("Vital signs, of 100: 50 is the middle of comparable accounts, 90 is good")
    )
    wide = max(_LEAST_TITLE, *(len(vital.title) for vital in report.vitals))
    for vital in report.vitals:
        said = words.capital(vital.says or vital.reason or "")
        page.line(f"{vital.title.ljust(wide)} {_bar(vital)}  {said}")
    if report.score is not None:
        page.line()
        page.line(vitals.total(report.score), "bold")


def _bar(vital: Vital) -> str:
    """Ten blocks and the score, or dots where there is none."""
    if vital.score is None:
        return f"{'·' * 10}   ?"
    filled = round(vital.score / 10)
    return f"{'█' * filled}{'░' * (10 - filled)} {words.number(vital.score, 0).rjust(3)}"


def _phases(page: Page, report: Report) -> None:
    if not report.phases:
        return
    page.heading(say("The life of the account"))
    names = [sections.phase(phase.name) for phase in report.phases]
    wide = max(_LEAST_PHASE, *map(len, names))
    for name, phase in zip(names, report.phases, strict=True):
        page.item(phase.says, mark=name.ljust(wide))


def _trends(page: Page, report: Report) -> None:
    if report.trends:
        page.heading(say(trends.TITLE))
    for trend in report.trends:
        page.item(trends.line(trend))


def _claims(page: Page, report: Report) -> None:
    if not report.claims:
        return
    page.heading(say("What was said, and what the data say"))
    for claim in report.claims:
        page.line()
        verdict = sections.claim(claim.verdict)
        page.line(
            say("“{claim}” {verdict}", claim=claim.statement, verdict=verdict), "bold"
        )
        for line in _parts_of(claim):
            page.line(line, indent=4)


def _parts_of(claim: Claim) -> Iterator[str]:
    """Each part with its figures; of an open one what is missing and would settle it."""
    if claim.speaks_for:
        yield say("For it: {figures}", figures=claim.speaks_for)
    if claim.speaks_against:
        yield say("Against it: {figures}", figures=claim.speaks_against)
    for part in claim.parts:
        yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    yield f"{part.title}: {sections.claim(part.verdict)}. {part.says}"
    if part.reason:
        yield "  " + say("Open because: {reason}.", reason=part.reason)
    if part.settle:
        yield "  " + say("What would settle it: {what}.", what=part.settle)


def _findings(page: Page, report: Report) -> None:
    found = sections.fired(report)
    n = words.number(len(found))
    page.heading(say("Findings: {n}", n=n) if found else say("No findings"))
    for finding in found:
        page.line()
        word, style = _SEVERITIES.get(finding.severity, (finding.severity, ""))
        page.line(f"[{say(word)}] {finding.code} {finding.title}", style)
        page.line(finding.says, indent=4)
        for line in (*_limits(finding), *map(_proof, finding.evidence[:3])):
            page.line(line, "dim", indent=4)
    fine = [f"{f.code} {f.title}" for f in sections.clear(report)]
    if fine:
        page.heading(say("Checked and fine"))
        page.line("; ".join(fine))


def _limits(finding: Finding) -> list[str]:
    """Each limit that was crossed, with its basis."""
    return [_limit(line) for line in sections.lines(finding) if line.sign.crossed]


def _limit(line: Line) -> str:
    return say(
        "{what}: a problem if {limit} ({basis}: {source})",
        what=f"{line.what} ({line.role})" if line.role else line.what,
        limit=line.limit,
        basis=line.basis,
        source=line.sign.basis.text,
    )


def _proof(post: Evidence) -> str:
    text = masked(post.text) if post.text else say("the text is not in the export")
    place = post.url or say("post {id}", id=post.post_id)
    return f"{words.day(post.date)}  {text}  {place}"


_KEY = (
    ("composition", ("own_posts", "replies", "reposts")),
    ("cadence", ("posts_per_week_lifetime", "posts_per_week_active", "days_per_post",
                 "longest_gap_days", "days_since_last_post")),
    ("conversation", ("reply_share", "broadcast_share", "conversation_share",
                      "question_posts")),
    ("responsiveness", ("eligible", "response_rate", "median_response_minutes",
                        "answered_within_24h")),
    ("engagement", ("engagements_per_post", "zero_reaction_share")),
    ("content", ("link_share", "homepage_link_share", "near_duplicate_share")),
    ("profile", ("profile_completeness", "posts_total")),
    ("audience", ("followers", "following", "reciprocity", "lists_per_1000_followers")),
)  # fmt: skip


def _figures(page: Page, report: Report) -> None:
    page.heading(say("Figures"))
    page.line(say(sections.INTERVAL), "dim")
    for analyzer, names in _KEY:
        metrics = report.metrics.get(analyzer, {})
        for name in names:
            if name in metrics and metrics[name].value is not None:
                page.line(_figure(sections.row(name, metrics[name])))


def _figure(row: Row) -> str:
    if not isinstance(row.metric.value, int | float):
        return f"{row.metric.title}: {row.value}"
    details = (
        words.bounds(row.metric, row.metric.unit),
        f"n = {row.n}" if row.metric.n else "",
        row.stretch,
        say("refers to: {window}", window=row.window),
    )
    return f"{row.metric.title}: {row.value} ({', '.join(filter(None, details))})"


def _open(page: Page, report: Report) -> None:
    if report.verdict.unknown:
        page.heading(say("What cannot be known from this file"))
        for line in report.verdict.unknown:
            page.item(line)
    waiting = [f for group in sections.undecided(report).values() for f in group]
    if waiting:
        page.heading(say("Could not be judged"))
    for finding in sorted(waiting, key=lambda f: (f.verdict == "error", f.code)):
        style, mark = ("red", "!") if finding.verdict == "error" else ("", "•")
        reason = finding.reason or say("No reason was recorded.")
        page.item(f"{finding.code} {finding.title}: {reason}", style, mark)


def _read(page: Page, report: Report) -> None:
    intake = report.intake
    page.heading(say("What was read"))
    for file in intake.files[:_FILES]:
        page.line(_file(file))
    more = len(intake.files) - _FILES
    if more == 1:
        page.line(say("… and one more file, named in the JSON report"))
    elif more > 1:
        n = words.number(more)
        page.line(say("… and {n} more files, all named in the JSON report", n=n))
    page.line(books.equation(intake))
    for aside in intake.set_aside:
        rows = words.count(aside.rows, "rows")
        page.item(say("set aside: {reason} ({rows})", reason=aside.reason, rows=rows))
    for line in (*books.origins(intake), *intake.remarks):
        page.item(line)
    made = say(
        "acctaudit {version}, settings {settings}",
        version=report.tool.version,
        settings=report.config_hash,
    )
    page.line(made, "dim")


def _file(file: File) -> str:
    return say(
        "{name}: {rows} of {content} (sha256 {digest})",
        name=file.name,
        rows=words.count(file.rows, "rows"),
        content=file.holds,
        digest=file.sha256[:12],
    )


_PARTS = (
    _head, _verdict, _vitals, _phases, _trends, _claims, _findings, _figures, _open, _read
)  # fmt: skip
"""The parts of the page, in their order."""
