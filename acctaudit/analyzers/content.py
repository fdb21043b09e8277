"""What do the posts consist of: links, repetition, headlines, people?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from acctaudit import stats
from acctaudit.analyzers import links, mix, wording
from acctaudit.analyzers.conversation import Conversation
from acctaudit.errors import NotMeasured
from acctaudit.measure import SHARE, Metric, exact, metric, tried

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from acctaudit.model.account import Account

T = TypeVar("T")
_STUFFED = 3
"""Hashtags from which a post counts as stuffed with them, as the metric's name says."""
_JUDGED = (
    "own posts with words, in the five languages judged: English, German, French, Spanish,"
    " Italian"
)


@dataclass(frozen=True)
class Content:
    """Shares of own posts, and of links."""

    link_share: Metric = metric(
        "Posts with a link", SHARE, "own posts with a link / own posts"
    )
    known_links: Metric = metric(
        "Links whose target is known",
        "links",
        "links in own posts; short links that the export does not resolve are left out",
    )
    own_links: Metric = metric(
        "Links to own pages", "links", "links in own posts that lead to an own domain"
    )
    own_link_share: Metric = metric(
        "Links to own pages, share",
        SHARE,
        "links to an own domain / links whose target is known",
    )
    third_party_link_share: Metric = metric(
        "Links to others",
        SHARE,
        "links that lead neither to an own domain nor to the platform itself / links whose"
        " target is known",
    )
    homepage_link_share: Metric = metric(
        "Links that end on the home page",
        SHARE,
        "own-domain links whose path is empty, /, /xx/ or /index.* / own-domain links",
    )
    near_duplicate_share: Metric = metric(
        "Posts that repeat another one",
        SHARE,
        "own posts that share at least four fifths of their word triples with another one"
        " (Jaccard similarity 0.8; links and mentions taken out) / own posts with text",
    )
    exact_duplicate_share: Metric = metric(
        "Posts that repeat one word for word",
        SHARE,
        "own posts whose text stands at least twice, links and mentions taken out / own"
        " posts with text",
    )
    hashtag_share: Metric = metric(
        "Posts with a hashtag", SHARE, "own posts with a hashtag / own posts"
    )
    stuffed_share: Metric = metric(
        "Posts with three hashtags or more",
        SHARE,
        "own posts with at least three hashtags / own posts",
    )
    media_share: Metric = metric(
        "Posts with a picture or video", SHARE, "own posts with media / own posts"
    )
    mix_shift: Metric = metric(
        "Change of the mix of posts",
        SHARE,
        "how far apart (0 % the same, 100 % nothing in common) are, on average, the mixes"
        " of neighbouring quarters (13 weeks, counted from the first own post) with 30 own"
        " posts each, less what chance alone would give (Jensen-Shannon divergence); the"
        " mix is kind of post, with or without link, with or without picture, as far as"
        " the export shows them",
        window="active",
    )
    largest_mix_shift: Metric = metric(
        "Largest change of the mix of posts",
        SHARE,
        "the largest of these changes between neighbouring quarters",
        window="active",
    )
    headline_share: Metric = metric(
        "Headline-like posts",
        SHARE,
        "own posts that ask nothing, answer and mention nobody and hold no personal pronoun"
        f" of the first or second person / {_JUDGED}",
    )
    pronoun_share: Metric = metric(
        "Posts with I, we or you",
        SHARE,
        "own posts with a personal or possessive pronoun of the first or second person, or"
        " in Spanish and Italian, which leave it out, a common verb in that person"
        f" / {_JUDGED}",
    )
    addressed_share: Metric = metric(
        "Posts that speak to the reader",
        SHARE,
        f"own posts that say you, ask something, or mention or answer somebody / {_JUDGED}",
    )
    duplicate_ids: tuple[str, ...] = ()
    """Posts of the largest cluster of repetitions, newest first."""
    homepage_ids: tuple[str, ...] = ()
    """Newest posts that link to the own home page."""
    headline_ids: tuple[str, ...] = ()
    """Newest headline-like posts, newest first."""
    stuffed_ids: tuple[str, ...] = ()
    """Newest posts with three hashtags or more, newest first."""


def measure(account: Account, conversation: Conversation) -> Content:
    """Measure links, repetition, tags, media, mix and words."""
    leading, told = _once(account, links.links_of), wording.said(account)
    shifts = _once(account, mix.shifts_of)
    voice = _once(account, lambda a: wording.voice(a, told, conversation.asking))
    stuffed = _once(account, _stuffed)
    return Content(
        link_share=tried(lambda: _touched(account, "link")),
        known_links=tried(lambda: leading().count()),
        own_links=tried(lambda: exact(len(leading().own()))),
        own_link_share=tried(lambda: leading().own_share()),
        third_party_link_share=tried(lambda: leading().third_party_share()),
        homepage_link_share=tried(lambda: leading().homepage_share()),
        near_duplicate_share=tried(lambda: wording.clustered(told, "near")),
        exact_duplicate_share=tried(lambda: wording.clustered(told, "exact")),
        hashtag_share=tried(lambda: _touched(account, "hashtag")),
        stuffed_share=tried(lambda: stats.share(int(stuffed().sum()), len(stuffed()))),
        media_share=tried(lambda: _media_share(account)),
        mix_shift=tried(lambda: mix.mix_shift(shifts())),
        largest_mix_shift=tried(lambda: mix.largest_shift(shifts())),
        headline_share=tried(lambda: voice().headline_share()),
        pronoun_share=tried(lambda: voice().pronoun_share()),
        addressed_share=tried(lambda: voice().addressed_share()),
        duplicate_ids=wording.largest_cluster(account, told),
        homepage_ids=_ids(account, lambda: leading().homepage_rows()),
        headline_ids=_ids(account, lambda: voice().rows[voice().headlines()]),
        stuffed_ids=_ids(account, lambda: stuffed().index[stuffed()]),
    )


def _once(account: Account, make: Callable[[Account], T]) -> Callable[[], T]:
    """What is made of the account, made once; each call gives it or raises the reason."""
    try:
        made = make(account)
    except NotMeasured as gap:
        reason = gap.reason

        def missing() -> T:
            raise NotMeasured(reason)

        return missing
    return lambda: made


def _ids(account: Account, rows: Callable[[], Any], most: int = 5) -> tuple[str, ...]:
    """Ids of the newest of some posts, newest first; none where they are not known."""
    try:
        ids = account.own.loc[rows(), "post_id"].dropna()
    except NotMeasured:
        return ()
    return tuple(str(post_id) for post_id in ids.iloc[::-1][:most])


def _touched(account: Account, what: str) -> Metric:
    """Share of own posts that hold one, of those where that is known."""
    holding = account.holding(what)
    return stats.share(int(holding.sum()), len(holding))


def _stuffed(account: Account) -> pd.Series:
    """Whether each own post holds three hashtags, where their number is known."""
    holding = account.holding("hashtag")
    if not account.measured & {"text", "hashtags"}:
        raise NotMeasured(
            "this export says which posts hold a hashtag, but not how many they hold"
        )
    counts = account.hashtags["row"].value_counts().reindex(holding.index, fill_value=0)
    return counts[~holding | (counts > 0)] >= _STUFFED


def _media_share(account: Account) -> Metric:
    media = account.column("media")
    return stats.share(int((media > 0).sum()), len(media))
