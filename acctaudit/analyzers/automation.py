"""Which clients post, and does a machine do it?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit import stats
from acctaudit.errors import NotMeasured
from acctaudit.measure import SHARE, Estimate, Metric, exact, metric, too_little, tried
from acctaudit.say import say
from acctaudit.stats.association import cramers_v
from acctaudit.text import client, lexicon, without_links
from acctaudit.words import count, number

if TYPE_CHECKING:
    import pandas as pd

    from acctaudit.model.account import Account

_LEAST_TIMES = 300
"""Posts that the tests of minutes and seconds need: five for each of 60 (method 12)."""
_LEAST_OF_CLIENT = 30
"""Posts of a client before its style is compared with that of others: our judgement."""
_LEAST_SIGNED = 3
"""Posts with one sign before it is taken for a person's: our judgement."""
_LEAST_CHANCE = 1e-12
"""What the smallest chances are set to: below, the approximation means nothing."""
_SIGN = re.compile(
    r"(?:\^\s?([^\W\d_]{1,3})|(?<=\s)[-\u2013\u2014~]\s?([A-Z\u00c0-\u00de][^\W\d_]{1,11})"
    r"|(?<=\s)/([^\W\d_]{2,3}))\W*$"
)
"""`^AB`, `- Anna` or `/ab` at the end of a text."""
_READ = 20_000
"""Texts that are searched for signs: of more, evenly spread ones."""
_TAIL = 120
"""Characters at the end of a text that are searched for a sign."""


@dataclass(frozen=True)
class Automation:
    """Clients of the own posts. A client is a device or a service, not a person."""

    client_mix: Metric = metric(
        "Programs in use",
        "programs",
        "programs that send the own posts, each counted by how much it is used: two used"
        " alike count 2, one that is hardly used adds little (exp of the Shannon entropy)",
    )
    top_client_share: Metric = metric(
        "Share of the main program", SHARE, "own posts of the commonest program / own posts"
    )
    automated_share: Metric = metric(
        "Posts from feeds and scripts",
        SHARE,
        "own posts from programs that pass on feeds (RSS, dlvr.it, IFTTT, Zapier and the"
        " like) / own posts",
    )
    minute_uniformity_p: Metric = metric(
        "Evenness of the minutes",
        SHARE,
        "chance of minutes this uneven if posts fell at random within the hour (chi-square"
        " test); near 0 points to a timer",
    )
    second_uniformity_p: Metric = metric(
        "Evenness of the seconds",
        SHARE,
        "the same for the seconds within the minute, over posts whose time is known to the"
        " second",
    )
    client_style_v: Metric = metric(
        "Difference between the programs",
        "on a scale from 0 to 1",
        "how far programs with at least 30 posts differ in links and hashtags (neither,"
        " one, the other, both): 0 all alike, 1 each with a style of its own (Cramer's V)",
    )
    signature_share: Metric = metric(
        "Signed posts",
        SHARE,
        "own posts that end in initials or a name (^AB, - Anna, /ab) which at least three"
        " posts share / own posts with text (evenly spread ones of more than 20,000)",
    )
    top_client: str | None = None
    """Name of the commonest client."""
    top_client_human: bool | None = None
    """Whether it is one of the platform's own apps or a known tool for people."""


def measure(account: Account) -> Automation:
    """Count clients, test minutes and seconds, then compare styles and search for signs."""
    top = _top(account)
    minutes, seconds = evenness(account)
    return Automation(
        client_mix=tried(lambda: _mix(account)),
        top_client_share=tried(lambda: _top_share(account)),
        automated_share=tried(lambda: _automated(account)),
        minute_uniformity_p=minutes,
        second_uniformity_p=seconds,
        client_style_v=tried(lambda: _style(account)),
        signature_share=tried(lambda: _signed(account)),
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


def evenness(account: Account) -> tuple[Metric, Metric]:
    """Chances of minutes, and of seconds, so uneven if each were equally likely."""
    return tried(lambda: _minutes(account)), tried(lambda: _seconds(account))


def _minutes(account: Account) -> Metric:
    posts = account.unbroken()
    timed = posts.loc[posts["precision"] != "day", "created_at"]
    return _chance(timed.dt.minute, count(len(timed), "posts with a time of day"))


def _seconds(account: Account) -> Metric:
    posts = account.unbroken()
    seconds = posts.loc[posts["precision"] == "second", "created_at"].dt.second
    if not seconds.any():
        raise NotMeasured("this export gives no seconds of its times")
    return _chance(seconds, count(len(seconds), "posts with a time to the second"))


def _chance(parts: pd.Series, there: str) -> Metric:
    """Chance of parts (0 to 59) so uneven if each were equally likely.

    `there` says how many there are.
    """
    if len(parts) < _LEAST_TIMES:
        needed = number(_LEAST_TIMES)
        return too_little(say("{there} ({needed} needed)", there=there, needed=needed))
    counts = parts.value_counts().reindex(range(60), fill_value=0).to_list()
    return Estimate(max(stats.uniform_p(counts), _LEAST_CHANCE), n=len(parts))


def _style(account: Account) -> Metric:
    """Cramér's V of client against what its posts hold."""
    import numpy as np
    import pandas as pd

    written, links = account.column("source"), account.holding("link")
    tags = account.holding("hashtag")
    rows = written.index.intersection(links.index).intersection(tags.index)
    link, tag, source = (_on(rows, known) for known in (links, tags, written))
    kinds = 2 * link.to_numpy().astype(int) + tag.to_numpy()
    codes, sources = source.factorize()
    names, clients = pd.Series(sources).map(client).factorize()
    table = np.bincount(4 * names[codes] + kinds, minlength=4 * len(clients))
    table = table.reshape(-1, 4)
    table = table[table.sum(axis=1) >= _LEAST_OF_CLIENT]
    if len(table) < 2:
        return too_little(
            say(
                "{programs} with at least {least} posts, two are needed",
                programs=count(len(table), "programs"),
                least=number(_LEAST_OF_CLIENT),
            )
        )
    alike = table.any(axis=0).sum() == 1
    return exact(0.0, int(table.sum())) if alike else cramers_v(table)


def _on(rows: pd.Index, known: pd.Series) -> pd.Series:
    """The values of those rows, which are some or all of the series."""
    return known if len(rows) == len(known) else known.loc[rows]


def _signed(account: Account) -> Metric:
    """Share of posts with a sign at their end that others bear too."""
    texts = account.column("text")
    if "cut" in account.own:
        texts = texts[account.own["cut"].loc[texts.index] != True]  # noqa: E712
    texts = texts.iloc[:: max(1, -(-len(texts) // _READ))]
    signs = texts.map(_sign)
    known = signs[signs != ""].value_counts()
    return stats.share(int(known[known >= _LEAST_SIGNED].sum()), len(texts))


def _sign(text: str) -> str:
    """The initials or name at the end of a text, in small letters; empty if it has none."""
    found = _SIGN.search(without_links(text[-_TAIL:]).rstrip())
    return next(filter(None, found.groups()), "").casefold() if found else ""
