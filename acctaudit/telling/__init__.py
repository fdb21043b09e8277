"""Telling: from results and verdicts to the Report, in plain data."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from acctaudit import __version__, report
from acctaudit.analyzers import spans
from acctaudit.errors import NotMeasured
from acctaudit.intent import ARCHETYPES, Intent
from acctaudit.matrix import formats
from acctaudit.measure import definitions
from acctaudit.retell import wording
from acctaudit.say import marked
from acctaudit.telling.availability import availability
from acctaudit.telling.claims import claim
from acctaudit.telling.figures import measured
from acctaudit.telling.findings import finding
from acctaudit.telling.life import life
from acctaudit.telling.phases import phases
from acctaudit.telling.shapes import shapes
from acctaudit.telling.verdict import verdict
from acctaudit.telling.vitals import score, vitals

if TYPE_CHECKING:
    from acctaudit.bench import Bench
    from acctaudit.claim import Answer
    from acctaudit.judgement import Outcome
    from acctaudit.model.account import Account

_LABELS = {
    "created_at": marked("dates and times"),
    "text": marked("texts"),
    "lang": marked("languages"),
    "source": marked("posting programs"),
    "in_reply_to_post_id": marked("what is answered"),
    "quote_of_id": marked("quotes"),
    "is_repost": marked("which posts are reposts"),
    "links": marked("links"),
    "hashtags": marked("hashtags"),
    "mentions": marked("mentions"),
    "media": marked("pictures and videos"),
    "likes": marked("likes"),
    "reposts": marked("reposts received"),
    "replies": marked("replies received"),
    "quotes": marked("quotes received"),
    "bookmarks": marked("bookmarks"),
    "impressions": marked("impressions"),
    "clicks": marked("clicks on links"),
    "profile_visits": marked("visits to the profile"),
}
"""Columns of which readers are told where they come from."""
_PLACES = 5
"""Rows set aside whose place is named, for each reason."""


def tell(
    account: Account,
    bench: Bench,
    outcomes: list[Outcome],
    answers: list[Answer],
    config_hash: str,
) -> report.Report:
    """Put everything that was measured and judged into a Report."""
    intent: Intent = bench.get(Intent)
    results = bench.results()
    findings = [finding(account, outcome) for outcome in outcomes]
    questions = availability(account)
    told = report.Report(
        tool=report.Tool("acctaudit", __version__),
        account=_card(account),
        as_of=account.as_of.isoformat() if account.as_of else None,
        as_of_source=account.as_of_source,
        intent=report.Intent(
            intent.archetype,
            ARCHETYPES[intent.archetype],
            intent.inferred,
            intent.because,
            list(intent.goals),
        ),
        window=_windows(account),
        verdict=verdict(findings, questions, results),
        intake=_intake(account),
        availability=questions,
        metrics=_metrics(results),
        patterns=findings,
        life=life(account, results),
        config_hash=config_hash,
        notes=list(account.intake.notes),
        claims=[claim(answer) for answer in answers],
        phases=phases(account, results),
        vitals=vitals(bench),
        score=score(account, bench, findings),
        shapes=shapes(account, bench),
    )
    return replace(told, wording=wording(told))


def _card(account: Account) -> report.Card:
    page = account.profile
    return report.Card(
        handle=page.handle,
        user_id=page.user_id,
        name=page.name,
        bio=page.bio,
        link=page.link,
        location=page.location,
        created_at=page.created_at.date().isoformat() if page.created_at else None,
        followers=page.followers,
        following=page.following,
        listed=page.listed,
        posts_total=page.posts_total,
    )


def _windows(account: Account) -> dict[str, report.Span | None]:
    windows: dict[str, report.Span | None] = {}
    for name, measure in (
        ("lifetime", spans.lifetime),
        ("export", spans.export),
        ("active", spans.active),
    ):
        try:
            span = measure(account)
        except NotMeasured:
            windows[name] = None
        else:
            days = (span.start.isoformat(), span.end.isoformat(), span.days)
            windows[name] = report.Span(*days)
    return windows


def _intake(account: Account) -> report.Intake:
    books = account.intake
    by_reason: dict[str, list[str]] = {}
    for row in books.quarantined:
        by_reason.setdefault(row.reason, []).append(f"{row.file}, row {row.row}")
    return report.Intake(
        reader=books.reader,
        read_as=_kinds(books.reader),
        read=books.read,
        kept=books.kept,
        duplicates=books.duplicates,
        superseded=books.superseded,
        foreign=books.foreign,
        quarantined=len(books.quarantined),
        set_aside=[
            report.SetAside(reason, len(places), sorted(places)[:_PLACES])
            for reason, places in sorted(by_reason.items())
        ],
        files=[
            report.File(file.name, file.holds, file.rows, file.size, file.sha256)
            for file in sorted(books.files, key=lambda file: file.name)
        ],
        remarks=list(books.remarks),
        origins=[
            report.Origin(column, _LABELS.get(column, ""), name, posts)
            for column, inputs in sorted(books.origins.items())
            for name, posts in sorted(inputs.items())
        ],
    )


def _kinds(readers: str) -> list[str]:
    """What the readers read, without the names of files and columns in brackets."""
    titles = {known.name: known.title for known in formats()}
    return [titles.get(name, name).partition(" (")[0] for name in readers.split("+")]


def _metrics(results: dict[str, Any]) -> dict[str, dict[str, report.Measured]]:
    return {
        analyzer: {
            name: measured(getattr(result, name), definition)
            for name, definition in definitions(type(result))
        }
        for analyzer, result in results.items()
        if any(definitions(type(result)))
    }
