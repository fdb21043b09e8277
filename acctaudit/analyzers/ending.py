"""How did it end, if it ended: with a goodbye, or in silence?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit.errors import NotMeasured
from acctaudit.measure import Metric, exact, metric, tried
from acctaudit.text import BARE_URL, MENTION, URL, is_farewell

if TYPE_CHECKING:
    from acctaudit.model.account import Account

_LAST = 3
"""Posts at the end that are searched for a goodbye."""


@dataclass(frozen=True)
class Ending:
    """The last own posts, and what the bio says about another place."""

    farewells: Metric = metric(
        "Goodbyes at the end",
        "posts",
        "of the last three own posts, those that say goodbye to the channel (word list in"
        " English, German, French, Spanish, Italian)",
    )
    pointers: Metric = metric(
        "Pointers to another place",
        "pointers",
        "addresses and @names in the bio, to which readers could move on",
        window="observation",
    )
    farewell_ids: tuple[str, ...] = ()
    """The goodbyes, newest first."""
    farewell_date: str | None = None
    """Day of the newest goodbye."""
    last_ids: tuple[str, ...] = ()
    """The last own post."""


def measure(account: Account) -> Ending:
    """Search the last own posts and the bio."""
    own = account.own
    texts = own["text"].tail(_LAST) if "text" in own else own["post_id"].head(0)
    goodbyes = own.loc[[row for row, text in texts.items() if is_farewell(str(text))]]
    ids = goodbyes["post_id"].dropna().astype(str)
    return Ending(
        farewells=tried(lambda: _farewells(account, len(goodbyes))),
        pointers=tried(lambda: _pointers(account)),
        farewell_ids=tuple(ids.iloc[::-1]),
        farewell_date=goodbyes["created_at"].iloc[-1].date().isoformat()
        if len(goodbyes)
        else None,
        last_ids=tuple(str(i) for i in own["post_id"].dropna().tail(1)),
    )


def _farewells(account: Account, found: int) -> Metric:
    if account.timeline == "sample":
        raise NotMeasured("this export is a sample, so its last post is not known")
    if "text" not in account.own:
        raise NotMeasured("this export holds no text")
    return exact(found, min(_LAST, len(account.own)))


def _pointers(account: Account) -> Metric:
    bio = account.profile.bio
    if bio is None:
        raise NotMeasured("this export does not show the bio")
    return exact(
        len(URL.findall(bio)) + len(BARE_URL.findall(bio)) + len(MENTION.findall(bio))
    )
