"""The report on a terminal: readable at 80 columns, in a pipe and without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render import books, sections, vitals
from acctaudit.render.screen import Page, Screen
from acctaudit.safe import masked

if TYPE_CHECKING:
    from acctaudit.report import Claim, Finding, Measured, Report, Vital

_FILES = 8
_STYLES = {
    "critical": "bold red",
    "high": "red",
    "medium": "yellow",
    "low": "cyan",
    "info": "blue",
}


def render(report: Report, screen: Screen | None = None) -> str:
    """The report as plain text, or with colours for a screen that wants them."""
    page = Page(screen or Screen())
    for part in _PARTS:
        part(page, report)
    return page.text()


def _head(page: Page, report: Report) -> None:
    card = report.account
    name = " ".join(filter(None, [card.name, f"@{card.handle}" if card.handle else ""]))
    page.line(f"Post-mortem of {name or 'an account without a name'}", "bold")
    page.line(_when(report))
    judged = "judged as" if not report.intent.inferred else "looks like"
    goals = f", goal: {words.listed(report.intent.goals)}" if report.intent.goals else ""
    page.line(f"{judged} {report.intent.label} ({report.intent.because}){goals}")
    if report.notes:
        page.line()
    for note in report.notes:
        page.item(note, mark="Note:")


def _when(report: Report) -> str:
    span = report.window["active"]
    as_of = f"as of {report.as_of} ({report.as_of_source})"
    if report.as_of is None:
        as_of = f"day of the export {report.as_of_source}"
    if span is None:
        return as_of
    days = words.count(span.days, "days")
    return f"posts from {span.start} to {span.end} ({days}), {as_of}"


def _verdict(page: Page, report: Report) -> None:
    page.heading("Was it Twitter, or was it us?")
    page.line(report.verdict.headline)
    page.line(report.verdict.coverage)
    if report.verdict.first:
        page.heading("Do this first")
        for i, step in enumerate(report.verdict.first, 1):
            page.item(f"{step.do} ({step.title})", mark=f"{i}.")
            page.line(f"Expect: {step.effect}", "dim", indent=4)
            page.line(f"Measure: {step.measure}", "dim", indent=4)
    if report.verdict.others:
        page.heading("What speaks about the audience or the platform")
        for line in report.verdict.others:
            page.item(line)


def _vitals(page: Page, report: Report) -> None:
    if not report.vitals:
        return
    page.heading("Vital signs, of 100: 50 is the middle of comparable accounts, 90 is good")
    for vital in report.vitals:
        said = words.capital(vital.says or vital.reason or "")
        page.line(f"{vital.title:<16}{_bar(vital)}  {said}")
    if report.score is not None:
        page.line()
        page.line(vitals.total(report.score), "bold")


def _bar(vital: Vital) -> str:
    """Ten blocks and the score, or dots where there is none."""
    if vital.score is None:
        return f"{'·' * 10}   ?"
    filled = round(vital.score / 10)
    return f"{'█' * filled}{'░' * (10 - filled)} {vital.score:3.0f}"


def _phases(page: Page, report: Report) -> None:
    if not report.phases:
        return
    page.heading("The life of the account")
    for phase in report.phases:
        page.item(phase.says, mark=f"{phase.name:<11}")


def _claims(page: Page, report: Report) -> None:
    if not report.claims:
        return
    page.heading("What was said, and what the data say")
    for claim in report.claims:
        page.line()
        page.line(f"“{claim.statement}” {claim.verdict}", "bold")
        for line in _parts_of(claim):
            page.line(line, indent=4)


def _parts_of(claim: Claim) -> list[str]:
    """Each part with its figures; of an open one what is missing and would settle it."""
    sides = (("For", claim.speaks_for), ("Against", claim.speaks_against))
    lines = [f"{word} it: {said}" for word, said in sides if said]
    for part in claim.parts:
        lines.append(f"{part.title}: {part.verdict}. {part.says}")
        if part.reason:
            lines.append(f"  Open because: {part.reason}.")
        if part.settle:
            lines.append(f"  What would settle it: {part.settle}.")
    return lines


def _findings(page: Page, report: Report) -> None:
    found = sorted(report.fired(), key=lambda f: (list(_STYLES).index(f.severity), f.code))
    page.heading(f"Findings: {len(found)}" if found else "No findings")
    for finding in found:
        page.line()
        page.line(
            f"[{finding.severity}] {finding.code} {finding.title}",
            _STYLES[finding.severity],
        )
        page.line(finding.says, indent=4)
        for line in (*_limits(finding), *_proof(finding)):
            page.line(line, "dim", indent=4)
    fine = [f"{f.code} {f.title}" for f in report.patterns if f.verdict == "clear"]
    if fine:
        page.heading("Checked and fine")
        page.line("; ".join(fine))


def _limits(finding: Finding) -> list[str]:
    """Each limit that was crossed, with its basis."""
    word = {
        "above": "more than",
        "below": "less than",
        "at least": "at least",
        "at most": "at most",
    }
    return [
        f"limit of {_plain_name(sign.name)}: {word[sign.direction]}"
        f" {words.figure(sign.limit, sign.unit)}"
        f"{sections.after(sign)} ({sign.basis.kind}: {sign.basis.text})"
        for sign in finding.signs
        if sign.crossed and sign.direction in word
    ]


def _plain_name(name: str) -> str:
    """`max_reply_share` as people say it: reply share."""
    return name.removeprefix("max_").removeprefix("min_").replace("_", " ")


def _proof(finding: Finding) -> list[str]:
    lines = (
        f"{post.date}  {masked(post.text or '')}  {post.url or 'post ' + post.post_id}"
        for post in finding.evidence[:3]
    )
    return [line.replace("    ", "  ") for line in lines]


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
    page.heading("Figures")
    page.line(sections.INTERVAL, "dim")
    for analyzer, names in _KEY:
        for name in names:
            metric = report.metrics[analyzer][name]
            if metric.value is not None:
                page.line(f"{metric.title}: {_figure(metric)}")


def _figure(metric: Measured) -> str:
    if not isinstance(metric.value, int | float):
        return words.said(metric, metric.unit)
    shown = words.figure(metric.value, metric.unit)
    details = [part for part in (words.bounds(metric, metric.unit), _cases(metric)) if part]
    if metric.start:
        details.append(f"{metric.start} to {metric.end}")
    window = sections.WINDOWS.get(metric.window, (metric.window, ""))[0]
    details.append(f"refers to: {window}")
    return f"{shown} ({', '.join(details)})"


def _cases(metric: Measured) -> str:
    return f"n = {metric.n:,}" if metric.n else ""


def _open(page: Page, report: Report) -> None:
    if report.verdict.unknown:
        page.heading("What cannot be known from this file")
        for line in report.verdict.unknown:
            page.item(line)
    waiting = [
        f
        for f in report.patterns
        if f.verdict in {"not-measurable", "insufficient-evidence"}
    ]
    if waiting:
        page.heading("Could not be judged")
        for finding in waiting:
            page.item(f"{finding.code} {finding.name}: {finding.reason}")
    broken = [f for f in report.patterns if f.verdict == "error"]
    for finding in broken:
        page.item(f"{finding.code} {finding.name}: {finding.reason}", "red", mark="!")


def _read(page: Page, report: Report) -> None:
    intake = report.intake
    page.heading("What was read")
    for file in intake.files[:_FILES]:
        rows = words.count(file.rows, "rows")
        page.line(f"{file.name}: {rows} of {file.holds} (sha256 {file.sha256[:12]})")
    if len(intake.files) > _FILES:
        page.line(
            f"… and {len(intake.files) - _FILES} more files, all named in the JSON report"
        )
    page.line(books.equation(intake))
    for aside in intake.set_aside:
        page.item(f"set aside: {aside.reason} ({words.count(aside.rows, 'rows')})")
    for origin in books.origins(intake):
        page.item(origin)
    for remark in intake.remarks:
        page.item(remark)
    page.line(f"acctaudit {report.tool.version}, settings {report.config_hash}", "dim")


_PARTS = (_head, _verdict, _vitals, _phases, _claims, _findings, _figures, _open, _read)
"""The parts of the page, in their order."""
