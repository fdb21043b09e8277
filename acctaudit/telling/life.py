"""The life of the account week by week: what the picture at the top of a report shows."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from acctaudit import report
from acctaudit.analyzers import spans
from acctaudit.analyzers.phase_names import FADE, REVIVAL, SILENCE, STEADY, SURGE
from acctaudit.model.account import KINDS
from acctaudit.say import marked, say
from acctaudit.telling.phases import pace

if TYPE_CHECKING:
    import pandas as pd

    from acctaudit.analyzers.phase_figures import PhaseSpan
    from acctaudit.model.account import Account

GAP_DAYS = 28
"""Silences from this length on are drawn: four empty weeks can be seen."""
_MOST_GAPS = 12
_MONDAY = date(1969, 12, 29)
_BEGAN = {
    STEADY: marked("steady: {pace} a week"),
    SURGE: marked("surge: {pace} a week"),
    FADE: marked("fade: {pace} a week"),
    REVIVAL: marked("revival: {pace} a week"),
    SILENCE: marked("silence"),
}
"""What a mark says where a phase begins."""


def life(account: Account, results: dict[str, Any]) -> report.Life:
    """Weekly counts by kind, the longest gaps, and the days to mark."""
    events = _events(account, results)
    if account.timeline == "ends" or account.posts.empty:
        none: dict[str, list[int]] = {kind: [] for kind in KINDS}
        return report.Life(None, none, [], events, account.timeline)
    weeks = spans.weeks(account.posts)
    first = int(weeks.iloc[0])
    silent, unseen = _quiet(account)
    return report.Life(
        first_week=(_MONDAY + timedelta(weeks=first)).isoformat(),
        weeks=_weekly(account.posts["kind"], (weeks - first).to_numpy()),
        gaps=_longest(silent),
        events=events,
        timeline=account.timeline,
        unseen=_longest(unseen),
    )


def _weekly(kinds: pd.Series, weeks: np.ndarray) -> dict[str, list[int]]:
    size = int(weeks.max()) + 1
    return {
        kind: np.bincount(weeks[(kinds == kind).to_numpy()], minlength=size).tolist()
        for kind in KINDS
    }


def _quiet(account: Account) -> tuple[list[report.Span], list[report.Span]]:
    """Stretches without a post: silences, and those in which posts may be missing.

    The last one ends at the day of the export. Missing may be whatever a sample leaves out,
    and what lies before the posts that followed each other.
    """
    days = account.posts["created_at"].dt.date.to_list()
    if account.as_of and account.as_of > days[-1]:
        days.append(account.as_of)
    known = None if account.timeline == "sample" else _since(account)
    silent: list[report.Span] = []
    unseen: list[report.Span] = []
    for before, after in pairwise(days):
        if (after - before).days >= GAP_DAYS:
            span = report.Span(before.isoformat(), after.isoformat(), (after - before).days)
            (unseen if known is None or before < known else silent).append(span)
    return silent, unseen


def _since(account: Account) -> date:
    """From when on no post is missing: the first one that does not lie apart."""
    posts = account.posts
    if "apart" in posts:
        posts = posts[posts["apart"] != True]  # noqa: E712
    since: date = posts["created_at"].iloc[0].date()
    return since


def _longest(spans_: list[report.Span]) -> list[report.Span]:
    """The longest of them and the last one, in the order of time."""
    ranked = sorted(spans_[:-1], key=lambda span: (-span.days, span.start))
    return sorted([*ranked[: _MOST_GAPS - 1], *spans_[-1:]], key=lambda span: span.start)


def _events(account: Account, results: dict[str, Any]) -> list[report.Event]:
    events = []
    if account.profile.created_at:
        events.append(
            ("created", account.profile.created_at.date(), say("account created"))
        )
    if len(account.own) and account.timeline != "sample":
        first, last = account.in_order["created_at"].iloc[[0, -1]].dt.date
        events += [
            ("first-post", first, say("first post")),
            ("last-post", last, say("last post")),
        ]
    events += _changes(results["phases"].spans)
    farewell = results["ending"].farewell_date
    if farewell:
        events.append(("farewell", date.fromisoformat(farewell), say("farewell")))
    for entry in account.profile.suspensions or ():
        day, _, action = entry.partition(" ")
        lifted = action.lower().startswith("un")
        label = say("account unsuspended") if lifted else say("account suspended")
        events.append(("suspension", date.fromisoformat(day), label))
    if account.as_of:
        events.append(("observed", account.as_of, say("export made")))
    order = sorted(events, key=lambda event: event[1])
    return [report.Event(day.isoformat(), kind, label) for kind, day, label in order]


def _changes(spans_: tuple[PhaseSpan, ...]) -> list[tuple[str, date, str]]:
    """The weeks in which the pace changed, with the name of what began."""
    return [
        ("change", span.start, say(_BEGAN[span.name], pace=pace(span)))
        for span in spans_[1:]
    ]
