"""Which clients post, and does a machine do it?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit import stats
from acctaudit.measure import SHARE, Estimate, Metric, metric, too_little, tried
from acctaudit.text import client, lexicon

if TYPE_CHECKING:
    import pandas as pd

    from acctaudit.model.account import Account

_LEAST_MINUTES = 300
"""Posts that the test of the minutes needs: at least five for each of 60 (method 12)."""


@dataclass(frozen=True)
class Automation:
    """Clients of the own posts. A client is a device or a service, not a person."""

    client_mix: Metric = metric(
        "Clients in use",
        "clients",
        "effective number of clients: exp of the Shannon entropy",
    )
    top_client_share: Metric = metric(
        "Share of the main client", SHARE, "own posts of the commonest client / own posts"
    )
    automated_share: Metric = metric(
        "Posts from feeds and scripts",
        SHARE,
        "own posts from clients that pass on feeds (RSS, dlvr.it, IFTTT, Zapier and the"
        " like) / own posts",
    )
    minute_uniformity_p: Metric = metric(
        "Evenness of the minutes",
        SHARE,
        "chance of minutes this uneven if posts fell at random within the hour (chi-square"
        " test); near 0 points to a timer",
    )
    top_client: str | None = None
    """Name of the commonest client."""
    top_client_human: bool | None = None
    """Whether it is one of the platform's own apps or a known tool for people."""


def measure(account: Account) -> Automation:
    """Count clients, then test the minutes."""
    top = _top(account)
    return Automation(
        client_mix=tried(lambda: _mix(account)),
        top_client_share=tried(lambda: _top_share(account)),
        automated_share=tried(lambda: _automated(account)),
        minute_uniformity_p=tried(lambda: _minutes(account)),
        top_client=top,
        top_client_human=None if top is None else _kind(top) == "human",
    )


def _counts(account: Account) -> pd.Series[int]:
    """Posts a client, commonest first, ties by name."""
    written = account.column("source").value_counts()
    counts = written.groupby(written.index.map(client)).sum()
    return counts.sort_index().sort_values(ascending=False, kind="stable")


def _kind(name: str) -> str:
    """human, feed, or empty: what the longest fitting name in the list of clients says."""
    fitting = [
        row for row in lexicon("clients") if name.casefold().startswith(row["client"])
    ]
    return max(fitting, key=lambda row: len(row["client"]))["kind"] if fitting else ""


def _top(account: Account) -> str | None:
    known = account.timeline != "ends" and "source" in account.own
    if not known or account.own["source"].isna().all():
        return None
    return str(_counts(account).index[0])


def _mix(account: Account) -> Metric:
    counts = _counts(account)
    return Estimate(stats.effective_number(counts.to_list()), n=int(counts.sum()))


def _top_share(account: Account) -> Metric:
    counts = _counts(account)
    return stats.share(int(counts.iloc[0]), int(counts.sum()))


def _automated(account: Account) -> Metric:
    counts = _counts(account)
    feeds = sum(int(n) for name, n in counts.items() if _kind(str(name)) == "feed")
    return stats.share(feeds, int(counts.sum()))


def _minutes(account: Account) -> Metric:
    posts = account.unbroken()
    minutes = posts.loc[posts["precision"] != "day", "created_at"].dt.minute
    if len(minutes) < _LEAST_MINUTES:
        return too_little(
            f"{len(minutes)} posts with a time of day ({_LEAST_MINUTES} needed)"
        )
    counts = minutes.value_counts().reindex(range(60), fill_value=0).to_list()
    return Estimate(stats.uniform_p(counts), n=len(minutes))
