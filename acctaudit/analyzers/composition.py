"""What does the account post?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit.measure import Metric, exact, metric, tried

if TYPE_CHECKING:
    from collections.abc import Callable

    from acctaudit.model.account import Account


@dataclass(frozen=True)
class Composition:
    """Posts by kind; each post is counted once."""

    posts: Metric = metric("Posts in the file", "posts", "all posts kept, reposts included")
    own_posts: Metric = metric("Own posts", "posts", "all posts but reposts")
    originals: Metric = metric(
        "Original posts", "posts", "own posts that are no reply, no quote and no repost"
    )
    replies: Metric = metric(
        "Replies to others", "posts", "own posts that answer somebody else"
    )
    self_replies: Metric = metric(
        "Threads",
        "posts",
        "own posts that continue an own post; never counted as conversation",
    )
    reposts: Metric = metric("Reposts", "posts", "posts of others passed on without a word")
    post_links: Metric = metric(
        "Posts with a link to a post",
        "posts",
        "own posts, counted above as what they are, whose link leads to somebody else's"
        " post: quotes, most likely, in an export that does not mark them",
    )
    quotes: Metric = metric(
        "Quotes", "posts", "own posts that quote a post and are no reply"
    )


def measure(account: Account) -> Composition:
    """Count the kinds; all but reposts and sums take knowing which posts are replies."""

    def counted(needed: tuple[Callable[[], object], ...], *kinds: str) -> Metric:
        def count() -> Metric:
            for need in needed:
                need()
            rows = account.posts["kind"]
            if account.replies_needed in needed:
                rows = rows[account.replies_known]
            return exact(int(rows.isin(kinds).sum()), len(rows))

        return tried(count)

    timeline, replies = account.timeline_needed, account.replies_needed
    own = ("original", "reply", "self_reply", "quote")
    return Composition(
        posts=counted((timeline,), *own, "repost"),
        own_posts=counted((timeline,), *own),
        originals=counted((replies, account.quotes_needed), "original"),
        replies=counted((replies,), "reply"),
        self_replies=counted((replies, account.targets_needed), "self_reply"),
        reposts=counted((account.reposts_needed,), "repost"),
        quotes=counted((replies, account.quotes_needed), "quote"),
        post_links=tried(lambda: _post_links(account)),
    )


def _post_links(account: Account) -> Metric:
    account.quotes_needed()
    return exact(int(account.pointing().sum()), len(account.posts))
