"""What do the posts consist of: links, repetition, headlines, people?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit import stats
from acctaudit.analyzers.conversation import Conversation
from acctaudit.errors import NotMeasured
from acctaudit.language import LANGUAGES, common_words, pronouns
from acctaudit.measure import SHARE, Metric, exact, metric, tried
from acctaudit.text import belongs_to, host, is_root

if TYPE_CHECKING:
    import pandas as pd

    from acctaudit.duplicates import Groups
    from acctaudit.minhash import Texts
    from acctaudit.model.account import Account

_LEAST_LANGUAGE_SHARE = 0.8
"""Share of own posts whose language we know before words are judged: our judgement."""
_NO_LANGUAGE = "there is no text, or most of it in a language whose words we do not judge"
_NO_DOMAIN = (
    "the account's own domain is not known: the profile shows no link (name it with"
    " --own-domain)"
)


@dataclass(frozen=True)
class Content:
    """Shares of own posts, and of links."""

    link_share: Metric = metric(
        "Posts with a link", SHARE, "own posts with a link / own posts"
    )
    own_links: Metric = metric(
        "Links to own pages", "links", "links in own posts that lead to an own domain"
    )
    own_link_share: Metric = metric(
        "Links to own pages, share",
        SHARE,
        "links to an own domain / links whose target is known",
    )
    homepage_link_share: Metric = metric(
        "Links that end on the home page",
        SHARE,
        "own-domain links whose path is empty, /, /xx/ or /index.* / own-domain links",
    )
    near_duplicate_share: Metric = metric(
        "Posts that repeat another one",
        SHARE,
        "own posts in a cluster of near-duplicates (Jaccard similarity of word triples of"
        " at least 0.8, links and mentions taken out) / own posts with text",
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
    media_share: Metric = metric(
        "Posts with a picture or video", SHARE, "own posts with media / own posts"
    )
    headline_share: Metric = metric(
        "Headline-like posts",
        SHARE,
        "own posts that ask nothing, mention nobody and hold no personal pronoun / own"
        " posts (English and German only)",
    )
    pronoun_share: Metric = metric(
        "Posts with I, we or you",
        SHARE,
        "own posts with a personal pronoun of the first or second person / own posts"
        " (English and German only)",
    )
    duplicate_ids: tuple[str, ...] = ()
    """Posts of the largest cluster of repetitions, newest first."""
    homepage_ids: tuple[str, ...] = ()
    """Newest posts that link to the own home page."""


def measure(account: Account, conversation: Conversation) -> Content:
    """Measure links, repetition, tags, media and words."""
    said = _said(account)
    personal = _personal(account, said)
    return Content(
        link_share=tried(lambda: _touched(account, "link")),
        own_links=tried(lambda: exact(len(_own_links(account)))),
        own_link_share=tried(lambda: _own_link_share(account)),
        homepage_link_share=tried(lambda: _homepage_share(account)),
        near_duplicate_share=tried(lambda: _clustered(said, "near")),
        exact_duplicate_share=tried(lambda: _clustered(said, "exact")),
        hashtag_share=tried(lambda: _touched(account, "hashtag")),
        media_share=tried(lambda: _media_share(account)),
        headline_share=tried(lambda: _headlines(account, personal, conversation.asking)),
        pronoun_share=tried(lambda: _pronouns(personal)),
        duplicate_ids=_largest_cluster(account, said),
        homepage_ids=_homepage_posts(account),
    )


def _touched(account: Account, what: str) -> Metric:
    """Share of own posts that hold one, of those where that is known."""
    holding = account.holding(what)
    return stats.share(int(holding.sum()), len(holding))


def _links(account: Account) -> pd.DataFrame:
    """Links of own posts with their host; short links with an unknown target left out."""
    if "links" not in account.measured:
        account.column("text")
    links = account.links[account.links["row"].isin(account.own.index)]
    links = links.assign(host=links["target"].map(host).astype(object))
    return links[~links["host"].isin(["t.co", ""])]


def _own_links(account: Account) -> pd.DataFrame:
    if not account.own_domains:
        raise NotMeasured(_NO_DOMAIN)
    links = _links(account)
    own = links["host"].map(lambda name: belongs_to(name, account.own_domains))
    return links[own.astype(bool)]


def _own_link_share(account: Account) -> Metric:
    return stats.share(len(_own_links(account)), len(_links(account)), "links")


def _homepage_share(account: Account) -> Metric:
    own = _own_links(account)
    return stats.share(
        int(own["target"].map(is_root).sum()), len(own), "links to own pages"
    )


def _homepage_posts(account: Account) -> tuple[str, ...]:
    try:
        own = _own_links(account)
    except NotMeasured:
        return ()
    rows = own.loc[own["target"].map(is_root).astype(bool), "row"].drop_duplicates()
    ids = account.own.loc[rows, "post_id"].dropna()
    return tuple(str(post_id) for post_id in ids.iloc[::-1][:5])


@dataclass(frozen=True)
class _Said:
    """The words of the own posts with text, and their clusters."""

    rows: pd.Index[int]
    words: Texts
    groups: Groups


def _said(account: Account) -> _Said | None:
    """All words once, for everything that looks at words; None where there is no text."""
    from acctaudit.duplicates import groups, hashed

    try:
        texts = account.column("text")
    except NotMeasured:
        return None
    if "cut" in account.own:
        texts = texts[account.own["cut"].loc[texts.index] != True]  # noqa: E712
    words = hashed(texts.tolist())
    return _Said(texts.index, words, groups(words))


def _clustered(said: _Said | None, how: str) -> Metric:
    if said is None:
        raise NotMeasured("this export holds no text")
    clusters = getattr(said.groups, how)
    return stats.share(int((clusters >= 0).sum()), len(clusters))


def _largest_cluster(account: Account, said: _Said | None) -> tuple[str, ...]:
    """Ids of the newest posts of the cluster with most members, the older one on a tie."""
    if said is None:
        return ()
    clusters = said.groups.near if (said.groups.near >= 0).any() else said.groups.exact
    sizes = Counter(clusters[clusters >= 0].tolist())
    if not sizes:
        return ()
    largest = max(sizes, key=lambda group: (sizes[group], -group))
    ids = account.own.loc[said.rows[clusters == largest], "post_id"].dropna()
    return tuple(str(post_id) for post_id in ids.iloc[::-1][:5])


def _media_share(account: Account) -> Metric:
    media = account.column("media")
    return stats.share(int((media > 0).sum()), len(media))


def _personal(account: Account, said: _Said | None) -> pd.Series | None:
    """Whether each own post in a known language holds a personal pronoun.

    None if fewer than 80 % of the posts with words are in one.
    """
    if said is None:
        return None
    import pandas as pd

    from acctaudit.duplicates import holding

    if "lang" in account.own:
        known = account.own.loc[said.rows, "lang"].isin(LANGUAGES).to_numpy()
    else:
        known = holding(said.words, common_words())
    worded = said.words.sizes > 0
    if known.sum() < _LEAST_LANGUAGE_SHARE * (known | worded).sum():
        return None
    return pd.Series(holding(said.words, pronouns())[known], index=said.rows[known])


def _pronouns(personal: pd.Series | None) -> Metric:
    if personal is None:
        raise NotMeasured(_NO_LANGUAGE)
    return stats.share(int(personal.sum()), len(personal))


def _headlines(
    account: Account, personal: pd.Series | None, asking: frozenset[int]
) -> Metric:
    if personal is None:
        raise NotMeasured(_NO_LANGUAGE)
    rows = personal.index
    addressing = rows.isin(account.mentions["row"]) | rows.isin(list(asking))
    return stats.share(int((~personal & ~addressing).sum()), len(personal))
