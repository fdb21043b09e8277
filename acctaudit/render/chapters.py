"""The chapters of a post-mortem: their pictures, their main figures, and all the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit.render import audience, curve, mix, reactions, rhythm, sections
from acctaudit.say import marked, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from acctaudit.render.chart import Chart
    from acctaudit.render.sections import Row
    from acctaudit.report import Report

    Draw = Callable[[Report], Chart | None]

FULL = ("mix", "calendar")
"""Pictures as wide as the page; of the others two stand beside each other."""


@dataclass(frozen=True)
class Chapter:
    """One chapter as a page shows it."""

    key: str
    title: str
    charts: list[Chart]
    main: list[Row]
    """The figures that are shown at once, as far as they are known."""
    tables: list[tuple[str, list[Row]]]
    """All figures, under the title of their analyzer."""

    @property
    def beside(self) -> int | None:
        """The picture that has room for the main figures beside it, if there is one."""
        half = [
            at
            for at, chart in enumerate(self.charts)
            if not chart.missing and chart.key not in FULL
        ]
        return half[0] if len(half) == 1 else None


@dataclass(frozen=True)
class _Plan:
    """What a chapter is made of."""

    title: str
    analyzers: tuple[str, ...]
    draws: tuple[Draw, ...] = ()
    main: tuple[str, ...] = ()
    """Main figures as analyzer.metric."""


_PLANS = {
    "rhythm": _Plan(
        marked("Rhythm"),
        ("cadence", "phases", "start", "ending"),
        (rhythm.grid, rhythm.calendar),
        (
            "cadence.posts_per_week_active",
            "cadence.longest_gap_days",
            "cadence.silent_weeks_share",
            "cadence.office_hours_share",
        ),
    ),
    "talk": _Plan(
        marked("Who the posts were for"),
        ("composition", "conversation"),
        (mix.whole, mix.by_quarter),
        (
            "conversation.reply_share",
            "conversation.broadcast_share",
            "conversation.people_answered",
            "conversation.question_posts",
        ),
    ),
    "reactions": _Plan(
        marked("Reactions"),
        ("engagement", "results"),
        (reactions.distribution, reactions.usual),
        (
            "engagement.engagements_per_post",
            "engagement.zero_reaction_share",
            "engagement.top_post_share",
            "engagement.er_followers_per_post",
        ),
    ),
    "answering": _Plan(
        marked("Answering people"),
        ("responsiveness",),
        (curve.answers,),
        (
            "responsiveness.response_rate",
            "responsiveness.median_response_minutes",
            "responsiveness.answered_within_24h",
            "responsiveness.people",
        ),
    ),
    "audience": _Plan(
        marked("Audience"),
        ("audience",),
        (audience.followers,),
        (
            "audience.followers",
            "audience.following",
            "audience.following_to_followers",
            "audience.lists_per_1000_followers",
        ),
    ),
    "content": _Plan(
        marked("Content and links"),
        ("content", "automation"),
        (audience.domains, audience.clients),
        (
            "content.link_share",
            "content.homepage_link_share",
            "content.near_duplicate_share",
            "content.hashtag_share",
        ),
    ),
    "profile": _Plan(marked("Profile"), ("profile",)),
}


def chapters(report: Report) -> Iterator[Chapter]:
    """All chapters in their order, and one for figures that belong to none of them."""
    placed = {name for plan in _PLANS.values() for name in plan.analyzers}
    for key, plan in _PLANS.items():
        yield _chapter(report, key, plan)
    others = tuple(name for name in report.metrics if name not in placed)
    if others:
        yield _chapter(report, "others", _Plan(say("Other figures"), others))


def _chapter(report: Report, key: str, plan: _Plan) -> Chapter:
    drawn = [draw(report) for draw in plan.draws]
    tables = [
        (sections.title(name), sections.rows(report, name)) for name in plan.analyzers
    ]
    return Chapter(
        key,
        say(plan.title),
        [chart for chart in drawn if chart is not None],
        list(_main(report, plan.main)),
        [(title, rows) for title, rows in tables if rows],
    )


def _main(report: Report, names: tuple[str, ...]) -> Iterator[Row]:
    for name in names:
        analyzer, _, metric = name.partition(".")
        found = report.metrics.get(analyzer, {}).get(metric)
        if found is not None and found.value is not None:
            yield sections.row(metric, found)


def profile(report: Report) -> list[tuple[str, str, str | None]]:
    """The fields of the profile: slug, name, and what stands there; None = not in it."""
    card = report.account
    return [
        ("name", say("Name"), card.name),
        ("handle", say("Handle"), f"@{card.handle}" if card.handle else None),
        ("bio", say("Bio"), card.bio),
        ("link", say("Link"), card.link),
        ("location", say("Location"), card.location),
        ("created", say("Created on"), card.created_at),
    ]
