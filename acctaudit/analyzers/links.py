"""Where the links of own posts lead: to own pages, to the platform, to others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit import stats
from acctaudit.errors import NotMeasured
from acctaudit.measure import Metric, exact
from acctaudit.say import marked
from acctaudit.text import belongs_to, host, is_root, is_shortener

if TYPE_CHECKING:
    import pandas as pd

    from acctaudit.model.account import Account

PLATFORM = ("twitter.com", "x.com", "t.co")
"""Domains of the platform itself."""
_NO_DOMAIN = marked(
    "the account's own domain is not known: the profile shows no link (name it with"
    " --own-domain)"
)
_HIDDEN = marked(
    "the profile's link is a short one, so the account's own domain is not known (name it"
    " with --own-domain)"
)


@dataclass(frozen=True)
class Links:
    """Links in own posts whose target is known; of short links it mostly is not."""

    frame: pd.DataFrame
    """row, target, host, own (leads to an own domain)."""
    reason: str | None
    """Why it is not known what is own; None if it is."""

    def own(self) -> pd.DataFrame:
        """Those to own pages; NotMeasured if the own domain is not known."""
        if self.reason is not None:
            raise NotMeasured(self.reason)
        return self.frame[self.frame["own"]]

    def own_share(self) -> Metric:
        """Share of links to own pages."""
        return stats.share(len(self.own()), len(self.frame), marked("links"))

    def third_party_share(self) -> Metric:
        """Share of links that lead neither to own pages nor to the platform."""
        self.own()
        others = ~self.frame["own"] & ~_below(self.frame["host"], PLATFORM)
        return stats.share(int(others.sum()), len(self.frame), marked("links"))

    def count(self) -> Metric:
        """How many there are."""
        return exact(len(self.frame))

    def homepage(self) -> pd.DataFrame:
        """Those to the own home page."""
        own = self.own()
        return own[own["target"].map(is_root).astype(bool)]

    def homepage_rows(self) -> list[int]:
        """Rows of the posts with such a link, each once, in order."""
        return sorted(set(self.homepage()["row"].tolist()))

    def homepage_share(self) -> Metric:
        """Share of own links that end on the home page."""
        own = self.own()
        return stats.share(len(self.homepage()), len(own), marked("links to own pages"))


def links_of(account: Account) -> Links:
    """All links of own posts with a known target; NotMeasured if links are not shown."""
    if "links" not in account.measured:
        account.column("text")
    links = account.links[account.links["row"].isin(account.own.index)]
    links = links.assign(host=links["target"].map(host).astype(object))
    hosts = links["host"].unique().tolist()
    known = {name for name in hosts if name not in {"", "t.co"} and not is_shortener(name)}
    links = links[links["host"].isin(known)]
    own = _below(links["host"], account.own_domains)
    return Links(links.assign(own=own), _why_not(account.own_domains))


def _below(hosts: pd.Series, domains: tuple[str, ...]) -> pd.Series:
    """Whether each host is one of the domains or lies below one."""
    found = {name for name in hosts.unique().tolist() if belongs_to(name, domains)}
    flags: pd.Series = hosts.isin(found)
    return flags


def _why_not(domains: tuple[str, ...]) -> str | None:
    if not domains:
        return _NO_DOMAIN
    return _HIDDEN if all(map(is_shortener, domains)) else None
