"""The figures of each phase of a life, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from acctaudit import stats
from acctaudit.analyzers import spans
from acctaudit.analyzers.engagement import reactions
from acctaudit.analyzers.phase_clients import clients
from acctaudit.analyzers.phase_names import Stretch, names
from acctaudit.errors import NotMeasured
from acctaudit.measure import SHARE, Metric, metric, not_measurable
from acctaudit.say import marked

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    import pandas as pd

    from acctaudit.analyzers.pauses import Silence
    from acctaudit.analyzers.weekly import Weekly
    from acctaudit.model.account import Account

_RESAMPLES = 500
"""Draws behind the interval of a phase's median; those of the whole life are 2,000."""


@dataclass(frozen=True)
class PhaseSpan:
    """A stretch of the active life between two changes of pace, and its figures."""

    name: str
    """start · steady · surge · fade · silence · revival: see `phase_names`."""
    start: date
    end: date
    """Last day of it."""
    posts: int
    """Own posts."""
    rate: Metric = metric(
        marked("Posts a week"), "posts a week", marked("7 x own posts / days")
    )
    reply_share: Metric = metric("Replies", SHARE, "replies to other people / own posts")
    broadcast_share: Metric = metric(
        "Broadcast",
        SHARE,
        "own posts that answer nobody, mention nobody and lead to nobody's post / all"
        " posts",
    )
    engagements_per_post: Metric = metric(
        "Reactions to a post",
        "reactions",
        marked("median over own posts; interval by resampling weeks"),
    )
    top_client_share: Metric = metric(
        "Share of the main client", SHARE, "own posts of the commonest client / own posts"
    )
    top_client: str | None = None
    """The commonest client; None if the export names none."""

    @property
    def days(self) -> int:
        """How many days it has, both ends counted."""
        return (self.end - self.start).days + 1

    @property
    def rate_now(self) -> float:
        """Posts a week, as a bare number."""
        return 7 * self.posts / self.days

    def holds(self, silence: Silence) -> bool:
        """Whether a silence lies wholly within it."""
        return self.start <= silence.start and silence.end <= self.end


def figures(account: Account, weekly: Weekly, places: list[int]) -> tuple[PhaseSpan, ...]:
    """The phases that begin at those places among the weeks, with names and figures.

    The first begins and the last ends with the active life. NotMeasured without one.
    """
    import numpy as np

    life, mondays = spans.active(account), [weekly.monday(place) for place in places]
    starts = [life.start, *mondays]
    ends = [*(day - timedelta(days=1) for day in mondays), life.end]
    posts = np.bincount(
        np.searchsorted(places, weekly.week, side="right"), minlength=len(starts)
    ).tolist()
    days = [spans.Days(*both).days for both in zip(starts, ends, strict=True)]
    parts = [
        Stretch(days[k] / 7, posts[k], _pause(account, starts[k], ends[k]) / days[k])
        for k in range(len(starts))
    ]
    rows = _phases_of_rows(account, weekly, places)
    replies = _each(rows, len(parts), lambda: _replies(account), _share)
    broadcast = _each(rows, len(parts), lambda: _broadcast(account), _share)
    medians = _each(rows, len(parts), lambda: reactions(account), _median(account))
    used = _each(rows, len(parts), lambda: clients(account), _top_share)
    return tuple(
        PhaseSpan(
            name,
            starts[k],
            ends[k],
            posts[k],
            stats.rate(posts[k], days[k]),
            replies[k],
            broadcast[k],
            medians[k],
            used[k],
            _top_client(account, rows, k),
        )
        for k, name in enumerate(names(parts))
    )


def _pause(account: Account, start: date, end: date) -> int:
    """Days between two posts that lie in a phase, the most there are."""
    import pandas as pd

    posts = account.in_order["created_at"].dt.tz_localize(None)
    edges = posts.clip(pd.Timestamp(start), pd.Timestamp(end + timedelta(days=1)))
    return int(edges.diff().max().days)


def _phases_of_rows(account: Account, weekly: Weekly, places: list[int]) -> pd.Series:
    """Number of the phase of each post, reposts included; posts that lie apart left out."""
    import numpy as np
    import pandas as pd

    rows = spans.weeks(account.posts) - weekly.first
    counted = rows.index.isin(weekly.week.index) | (account.posts["kind"] == "repost")
    rows = rows[counted & rows.between(0, len(weekly.posts) - 1)]
    return pd.Series(np.searchsorted(places, rows, side="right"), index=rows.index)


def _each(
    rows: pd.Series,
    phases: int,
    look: Callable[[], pd.Series],
    figure: Callable[[pd.Series], Metric],
) -> list[Metric]:
    """A figure of what `look` gives, phase by phase; not measurable if it gives nothing."""
    try:
        values = look()
    except NotMeasured as gap:
        return [not_measurable(gap.reason)] * phases
    phase = rows.reindex(values.index)
    return [figure(values[phase == k]) for k in range(phases)]


def _share(flags: pd.Series) -> Metric:
    return stats.share(int(flags.sum()), len(flags))


def _median(account: Account) -> Callable[[pd.Series], Metric]:
    """The median of counts, with the weeks of their posts."""
    weeks = spans.weeks(account.own)

    def median(counts: pd.Series) -> Metric:
        within = weeks[counts.index].to_numpy()
        return stats.weekly_median(counts.to_numpy(), within, _RESAMPLES)

    return median


def _replies(account: Account) -> pd.Series:
    """Whether each own post answers somebody else, where that is known."""
    return account.replies_needed()["kind"] == "reply"


def _broadcast(account: Account) -> pd.Series:
    """Whether each post addresses nobody, where that is known; a repost addresses."""
    own = account.mentions_needed()
    account.reposts_needed()
    account.quotes_needed()
    kind = account.posts["kind"]
    naming = account.holding("mention").reindex(kind.index, fill_value=False)
    alone = kind.isin(["original", "self_reply"]) & ~naming & ~account.pointing()
    return alone[kind.index.isin(own.index) | (kind == "repost")]


def _counts(names_: pd.Series) -> pd.Series[int]:
    """Posts a client, commonest first, ties by name."""
    counts = names_.value_counts().sort_index()
    return counts.sort_values(ascending=False, kind="stable")


def _top_share(names_: pd.Series) -> Metric:
    counts = _counts(names_)
    return stats.share(int(counts.iloc[0]) if len(counts) else 0, len(names_))


def _top_client(account: Account, rows: pd.Series, k: int) -> str | None:
    try:
        used = clients(account)
    except NotMeasured:
        return None
    counts = _counts(used[rows.reindex(used.index) == k])
    return str(counts.index[0]) if len(counts) else None
