"""Reactions to own posts: counted once, then over followers, impressions and posts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from acctaudit import stats
from acctaudit.analyzers import spans
from acctaudit.analyzers.keys import keys
from acctaudit.errors import NotMeasured
from acctaudit.measure import Estimate, Metric, exact, scarce, too_little
from acctaudit.say import marked
from acctaudit.words import count

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from acctaudit.model.account import Account

COUNTED = "likes + reposts (+ replies, where the export counts them for nearly all posts)"
RATIOED_LEAST = 10
"""Reactions that a post needs before their mix says something: our judgement."""
_NEARLY_ALL = 0.95
_SHARED = 100
"""Posts, before it is measured how much of all reactions a few of them hold."""
_WITH_REPLIES = 50
"""Posts whose replies are known, before it is measured how often these outnumber."""
_IDS = 5
_LEADS = 0.01
"""Share of all reactions from which a post is told apart: at most a hundred can have it."""
_Z = 1.959963984540054
"""The normal quantile of 0.975."""
_LEAST_WEEKS = 8


@dataclass(frozen=True)
class Leader:
    """A post with a large part of all reactions."""

    key: str
    """What it is known by: its id, or its day where the export has no ids."""
    share: float
    """Its part of all reactions."""


class Reactions:
    """Reactions to the own posts of one account, or of one calendar year of it."""

    def __init__(self, account: Account, year: int | None = None) -> None:
        self._account = account
        self._year = year

    @cached_property
    def counts(self) -> pd.Series:
        """Reactions to each own post that has counts, by row.

        NotMeasured if none has. Replies are counted for all posts or for none, so that one
        post can be held against another.
        """
        own = self._account.own
        total = self._account.column("likes").add(self._account.column("reposts")).dropna()
        if "replies" in own and len(total):
            replies = own["replies"].reindex(total.index)
            if replies.notna().mean() >= _NEARLY_ALL:
                total = total.add(replies).dropna()
        if self._year is None:
            return total
        within: pd.Series = total[own["created_at"].loc[total.index].dt.year == self._year]
        return within

    @cached_property
    def weeks(self) -> pd.Series:
        """The calendar week of each of those posts, by row."""
        return spans.weeks(self._account.own.loc[self.counts.index])

    @cached_property
    def numbers(self) -> NDArray[np.float64]:
        """The counts alone."""
        return self.counts.to_numpy(dtype=float)

    def per_post(self) -> Metric:
        """Median of reactions to a post."""
        return stats.weekly_median(self.numbers, self.weeks.to_numpy())

    def per_follower(self) -> Metric:
        """Median of reactions to a post over the followers at the day of the export."""
        followers = self._account.profile.followers
        if followers is None:
            raise NotMeasured("this export does not say how many followers the account has")
        if not followers:
            return too_little("the account has no followers")
        return scaled(self.per_post(), 1 / followers)

    @cached_property
    def _shown(self) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]:
        """Reactions, impressions and week of each own post that has both and was shown."""
        import numpy as np

        shown = self._account.column("impressions")
        rows = self.counts.index.intersection(shown.index[shown > 0])
        if rows.empty:
            raise NotMeasured("this export does not say how often a post was shown")
        counts = self.counts.loc[rows].to_numpy(dtype=float)
        weeks = self.weeks.loc[rows].to_numpy(dtype=np.int64)
        return counts, shown.loc[rows].to_numpy(dtype=float), weeks

    def per_impression(self) -> Metric:
        """Sum of reactions over sum of impressions, with the interval of a ratio of sums.

        The sums of whole weeks are what varies (ratio estimator, Cochran 1977, chapter 6);
        fewer than eight weeks have no interval.
        """
        import numpy as np

        counts, shown, weeks = self._shown
        ratio = float(counts.sum() / shown.sum())
        _, week = np.unique(weeks, return_inverse=True)
        off = np.bincount(week, counts) - ratio * np.bincount(week, shown)
        if len(off) < _LEAST_WEEKS:
            return Estimate(ratio, n=len(counts))
        spread = _Z * math.sqrt(len(off) / (len(off) - 1) * float(off @ off)) / shown.sum()
        return Estimate(ratio, max(0.0, ratio - spread), ratio + spread, len(counts))

    def per_impression_and_post(self) -> Metric:
        """Median over posts of reactions over impressions."""
        counts, shown, weeks = self._shown
        return stats.weekly_median(counts / shown, weeks)

    def zero_share(self) -> Metric:
        """Share of posts that got nothing."""
        return stats.share(int((self.numbers == 0).sum()), len(self.numbers))

    def top_percent_share(self) -> Metric:
        """What the best hundredth of the posts got, of all reactions."""
        import numpy as np

        short = self._too_few()
        if short:
            return short
        best = math.ceil(len(self.numbers) / 100)
        most = np.partition(self.numbers, -best)[-best:]
        return exact(float(most.sum() / self.numbers.sum()), len(self.numbers))

    def mean_to_median(self) -> Metric:
        """Mean over median; a median below one reaction counts as one."""
        import numpy as np

        short = self._too_few()
        if short:
            return short
        median = max(1.0, float(np.median(self.numbers)))
        return exact(float(self.numbers.mean()) / median, len(self.numbers))

    def _too_few(self) -> Metric | None:
        if len(self.numbers) < _SHARED:
            return scarce(count(len(self.numbers), "posts with counts"), _SHARED)
        return None if self.numbers.any() else too_little("no post got any reaction")

    def silent_ids(self) -> tuple[str, ...]:
        """Ids of the newest posts without any reaction, newest first."""
        return self._ids(self.counts.index[self.numbers == 0][::-1])

    def best_ids(self) -> tuple[str, ...]:
        """Ids of the posts with most reactions, most first; the older of two alike."""
        import numpy as np

        order = np.argsort(-self.numbers, kind="stable")[:_IDS]
        return self._ids(self.counts.index[order[self.numbers[order] > 0]])

    def leaders(self) -> tuple[Leader, ...]:
        """Posts with a hundredth of all reactions or more, most first."""
        import numpy as np

        shares = self.numbers / max(float(self.numbers.sum()), 1.0)
        order = np.argsort(-shares, kind="stable")
        order = order[shares[order] >= _LEADS]
        names = keys(self._account.own.loc[self.counts.index[order]])
        found: dict[str, float] = {}
        for key, share in zip(names, shares[order].tolist(), strict=True):
            found.setdefault(key, share)
        return tuple(Leader(key, share) for key, share in found.items())

    def _ids(self, rows: pd.Index) -> tuple[str, ...]:
        ids = self._account.own["post_id"].loc[rows[: 4 * _IDS]].dropna()
        return tuple(str(post_id) for post_id in ids.iloc[:_IDS])


class Ratioed:
    """Posts that were answered more often than they were liked and passed on."""

    def __init__(self, account: Account) -> None:
        self._account = account

    def outnumbered(self, by: tuple[str, ...] = ("likes", "reposts")) -> pd.Series:
        """Whether replies outnumber those reactions together, by row.

        Of own posts that have all these counts, and ten reactions in all.
        """
        replies = self._account.column("replies")
        other = self._account.column(by[0])
        for name in by[1:]:
            other = other.add(self._account.column(name))
        known = replies.index.intersection(other.dropna().index)
        if len(known) < _WITH_REPLIES:
            raise NotMeasured(
                "this export says of too few posts how many replies they received"
            )
        replies, other = replies.loc[known], other.loc[known]
        enough = replies + other >= RATIOED_LEAST
        outnumber: pd.Series = (replies > other)[enough]
        return outnumber

    def share(self) -> Metric:
        """Share of posts with ten reactions on which replies outnumber the others."""
        found = self.outnumbered()
        return stats.share(int(found.sum()), len(found), marked("posts with ten reactions"))

    def known_by(self) -> tuple[str, ...]:
        """What such posts are known by, those with the most replies too many first."""
        found = self.outnumbered()
        posts = self._account.own.loc[found.index[found]]
        lead = posts["replies"] - posts["likes"] - posts["reposts"]
        order = lead.sort_values(ascending=False, kind="stable").index
        return tuple(dict.fromkeys(keys(posts.loc[order])))

    def ids(self) -> tuple[str, ...]:
        """Ids of the newest such posts, newest first."""
        found = self.outnumbered()
        ids = self._account.own["post_id"].loc[found.index[found][::-1]].dropna()
        return tuple(str(post_id) for post_id in ids.iloc[:_IDS])


def scaled(metric: Metric, factor: float) -> Metric:
    """An estimate times a factor above 0, with its bounds."""
    if not isinstance(metric, Estimate) or metric.low is None or metric.high is None:
        return metric
    return Estimate(
        metric.number * factor, metric.low * factor, metric.high * factor, metric.n
    )
