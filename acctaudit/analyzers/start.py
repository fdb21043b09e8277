"""How did the account begin: by talking with people, or at them?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from acctaudit import stats
from acctaudit.analyzers import spans
from acctaudit.analyzers.engagement import reactions
from acctaudit.errors import NotMeasured
from acctaudit.measure import SHARE, Estimate, Metric, exact, metric, tried
from acctaudit.say import say
from acctaudit.words import count

if TYPE_CHECKING:
    import pandas as pd

    from acctaudit.model.account import Account

_DAYS = 90
"""How long an account is new."""
_UNSEEN_DAYS = 30
"""Days between creation and first post beyond which the beginning may be missing."""
_MONTH = 30.0


@dataclass(frozen=True)
class Start:
    """The first 90 days, where the file reaches back to them."""

    start_posts: Metric = metric(
        "Posts in the first 90 days",
        "posts",
        "own posts of the 90 days from the first one on; only where the file is complete"
        " and its first post came within 30 days of the creation of the account",
        window="active",
    )
    start_conversation_share: Metric = metric(
        "Conversation at the start",
        SHARE,
        "of those posts, the ones that answer, mention or quote somebody / those of which"
        " that is known",
        window="active",
    )
    start_reactions: Metric = metric(
        "Trend of reactions at the start",
        "reactions per post and month",
        "rise or fall of the reactions to those posts: the median of the slopes between all"
        " pairs of them (Theil-Sen)",
        window="active",
    )
    start_ids: tuple[str, ...] = ()
    """The first posts, oldest first."""


def measure(account: Account) -> Start:
    """Measure the first 90 days."""
    return Start(
        start_posts=tried(lambda: exact(len(_first(account)))),
        start_conversation_share=tried(lambda: _conversation(account)),
        start_reactions=tried(lambda: _trend(account)),
        start_ids=_ids(account),
    )


def _first(account: Account) -> pd.DataFrame:
    """Own posts of the first 90 days; NotMeasured where the beginning may be missing."""
    posts = account.unbroken()
    if account.timeline != "complete":
        raise NotMeasured("this export does not reach back to the account's first post")
    if posts.empty:
        raise NotMeasured("the export holds no own post")
    began = posts["created_at"].iloc[0]
    if (began.date() - spans.born(account)).days > _UNSEEN_DAYS:
        raise NotMeasured(
            say(
                "the first post in this export came more than {days} after the account was"
                " created, so the beginning may be missing",
                days=count(_UNSEEN_DAYS, "days"),
            )
        )
    first: pd.DataFrame = posts[posts["created_at"] < began + timedelta(days=_DAYS)]
    return first


def _conversation(account: Account) -> Metric:
    first = _first(account).index
    account.quotes_needed()
    known = account.mentions_needed()
    posts = known[known.index.isin(first)]
    addressing = (
        posts["kind"].isin(["reply", "quote"])
        | posts.index.isin(account.mentions["row"])
        | account.pointing().loc[posts.index]
    )
    if "has_mention" in posts:
        addressing |= posts["has_mention"] == True  # noqa: E712
    return stats.share(int(addressing.sum()), len(posts))


def _trend(account: Account) -> Metric:
    """Slope of reactions over the first 90 days, a month of 30 days as its unit."""
    posts = _first(account)
    counts = reactions(account)
    counts = counts[counts.index.isin(posts.index)]
    since = posts.loc[counts.index, "created_at"] - posts["created_at"].iloc[0]
    months = since.dt.total_seconds() / 86_400 / _MONTH
    slope = stats.theil_sen(months.to_numpy(), counts.to_numpy())
    return replace(slope, n=len(counts)) if isinstance(slope, Estimate) else slope


def _ids(account: Account) -> tuple[str, ...]:
    try:
        ids = _first(account)["post_id"].dropna()
    except NotMeasured:
        return ()
    return tuple(str(post_id) for post_id in ids.iloc[:5])
