"""Where the links of own posts lead, and with what they were sent: how often each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from acctaudit.errors import NotMeasured
from acctaudit.say import marked, say
from acctaudit.text import client, host, is_shortener

if TYPE_CHECKING:
    from acctaudit.model.account import Account

    Tallies = list[tuple[str, int]]

_NO_LINK = marked("no own post holds a link of which it is known where it leads")
_NO_CLIENT = marked("this export does not say which program sent a post")


def domains(account: Account) -> Tallies:
    """Links of own posts by the domain they lead to, most first.

    The links are those of `links.links_of`: what a short one leads to is mostly not known.
    NotMeasured where links are not shown, and where of none it is known.
    """
    account.timeline_needed()
    if "links" not in account.measured:
        account.column("text")
    targets = account.links["target"][account.links["row"].isin(account.own.index)]
    found: Counter[str] = Counter()
    for place, count in Counter(_places(targets.tolist())).items():
        name = host(place)
        if name not in {"", "t.co"} and not is_shortener(name):
            found[name] += count
    return _ranked(found, _NO_LINK)


def _places(links: list[str]) -> list[str]:
    """Addresses without what follows the host, so that few differ; odd ones as they are."""
    web = ("http://", "https://")
    return [link.split("/", 3)[2] if link.startswith(web) else link for link in links]


def clients(account: Account) -> Tallies:
    """Own posts by the name of the client that sent them, most first.

    NotMeasured where the export names none.
    """
    posts = account.timeline_needed()
    if "source" not in posts:
        raise NotMeasured(say(_NO_CLIENT))
    found: Counter[str] = Counter()
    for source, count in posts["source"].value_counts().items():
        found[client(str(source))] += int(count)
    del found[""]
    return _ranked(found, _NO_CLIENT)


def _ranked(found: Counter[str], missing: str) -> Tallies:
    """Most first, of those alike in number the first by alphabet."""
    if not found:
        raise NotMeasured(missing)
    return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
