"""Who follows, and how was the audience gathered?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit import stats
from acctaudit.errors import NotMeasured
from acctaudit.measure import SHARE, Estimate, Metric, exact, metric, too_little, tried

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from acctaudit.model.account import Account

_RATIO = 10
"""Following at least ten times one's followers: the rule with the best record,
see methods."""
_LEAST_COUNT = 100
_LEAST_DATED = 200
_SNOWFLAKE_USER = 10**16


@dataclass(frozen=True)
class Audience:
    """Counts, reciprocity and creation dates. Never a word about one follower."""

    followers: Metric = metric(
        "Followers", "accounts", "at the observation date", window="observation"
    )
    following: Metric = metric(
        "Following",
        "accounts",
        "accounts followed at the observation date",
        window="observation",
    )
    following_to_followers: Metric = metric(
        "Following per follower",
        "times",
        "following / followers, where both are at least 100",
        window="observation",
    )
    reciprocity: Metric = metric(
        "Followed accounts that follow back",
        SHARE,
        "accounts that stand in both lists / accounts followed",
        window="observation",
    )
    lists_per_1000_followers: Metric = metric(
        "Lists per 1,000 followers",
        "lists",
        "1000 x lists that name the account / followers",
        window="observation",
    )
    follower_rule_share: Metric = metric(
        "Followers that follow ten times as many as follow them",
        SHARE,
        "share of followers with known counts; such accounts often look bought, none of"
        " them is therefore fake",
        window="observation",
    )
    dated_share: Metric = metric(
        "Followers whose birthday is known",
        SHARE,
        "followers with a creation date, their own or that in their id / followers in the"
        " file",
        window="observation",
    )
    creation_burst_day: Metric = metric(
        "Followers created on one day",
        SHARE,
        "largest share of dated followers whose accounts were created on one day",
        window="observation",
    )
    creation_burst_30d: Metric = metric(
        "Followers created within 30 days",
        SHARE,
        "largest share of dated followers whose accounts were created within 30 days",
        window="observation",
    )


def measure(account: Account) -> Audience:
    """Measure counts first, then the lists where the export has them."""
    page = account.profile
    return Audience(
        followers=tried(lambda: _count(page.followers, "followers")),
        following=tried(lambda: _count(page.following, "accounts followed")),
        following_to_followers=tried(lambda: _ratio(account)),
        reciprocity=tried(lambda: _reciprocity(account)),
        lists_per_1000_followers=tried(lambda: _lists(account)),
        follower_rule_share=tried(lambda: _rule_share(account)),
        dated_share=tried(lambda: _dated_share(account)),
        creation_burst_day=tried(lambda: _burst(account, 1)),
        creation_burst_30d=tried(lambda: _burst(account, 30)),
    )


def _known(value: int | None, what: str) -> int:
    if value is None:
        raise NotMeasured(f"this export does not hold the number of {what}")
    return value


def _count(value: int | None, what: str) -> Metric:
    return exact(_known(value, what))


def _ratio(account: Account) -> Metric:
    followers = _known(account.profile.followers, "followers")
    following = _known(account.profile.following, "accounts followed")
    if min(followers, following) < _LEAST_COUNT:
        return too_little("fewer than 100 followers or accounts followed")
    return exact(following / followers)


def _lists(account: Account) -> Metric:
    listed = _known(account.profile.listed, "lists that name the account")
    followers = _known(account.profile.followers, "followers")
    if followers < _LEAST_COUNT:
        return too_little("fewer than 100 followers")
    return exact(1000 * listed / followers)


def _ids(account: Account, name: str, what: str) -> set[str]:
    table = account.other(name, what)
    if "user_id" not in table:
        raise NotMeasured(f"the list of {what} in this export has no ids")
    return set(table["user_id"].dropna().astype(str))


def _reciprocity(account: Account) -> Metric:
    following = _ids(account, "following", "accounts followed")
    followers = _ids(account, "followers", "followers")
    return stats.share(len(following & followers), len(following), "accounts followed")


def _rule_share(account: Account) -> Metric:
    table = account.other("followers", "followers")
    if not {"followers", "following"} <= set(table):
        raise NotMeasured("the list of followers holds ids only, no counts")
    counts = table[["followers", "following"]].astype(float).dropna()
    matching = counts["following"] >= _RATIO * counts["followers"].clip(lower=1)
    return stats.share(int(matching.sum()), len(counts), "followers with counts")


def _birthdays(account: Account) -> np.ndarray:
    """Creation day (days since 1970) of each follower, -1 where it cannot be known."""
    import numpy as np

    from acctaudit.model.times import parse

    table = account.other("followers", "followers")
    written = _cells(table, "created_at")
    ids = [_snowflake(cell) for cell in _cells(table, "user_id")]
    times = parse(written, ids)
    days: np.ndarray = np.where(times.bad, -1, times.ms // 86_400_000)
    return days


def _cells(table: pd.DataFrame, name: str) -> list[object]:
    if name not in table:
        return [None] * len(table)
    column = table[name].astype(object)
    return column.where(column.notna(), None).tolist()


def _snowflake(cell: object) -> str | None:
    """The id if it is new enough to carry the time of its creation."""
    text = str(cell) if cell is not None else ""
    return text if text.isdigit() and int(text) > _SNOWFLAKE_USER else None


def _dated_share(account: Account) -> Metric:
    days = _birthdays(account)
    return stats.share(int((days >= 0).sum()), len(days), "followers")


def _burst(account: Account, width: int) -> Metric:
    days = _birthdays(account)
    dated = days[days >= 0]
    if len(dated) < _LEAST_DATED:
        return too_little(
            f"{len(dated)} followers with a known birthday ({_LEAST_DATED} needed)"
        )
    return Estimate(stats.densest(dated, width), n=len(dated))
