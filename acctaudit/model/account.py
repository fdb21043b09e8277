"""Account: one account, typed and in order. It is what every analyzer gets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from acctaudit.errors import NotMeasured

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from acctaudit.model.intake import Intake
    from acctaudit.model.profile import Profile

KINDS = ("original", "reply", "self_reply", "repost", "quote")
"""What a post is; every row is exactly one of them."""

_MISSING = {
    "text": "this export holds no text",
    "source": "this export does not say which client sent a post",
    "likes": "this export holds no like counts",
    "reposts": "this export holds no repost counts",
    "replies": "this export does not say how many replies a post received",
    "impressions": "this export does not say how often a post was shown",
    "media": "this export does not say which posts carry a picture",
    "created_at": "this export holds no times",
}
_SHORTEST_ID = 9
ONLY_ENDS = (
    "this export holds only the profile and its first or last post, not the posts between"
)
NO_DATE = "the day of the export is not known (give it with --as-of)"


@dataclass(frozen=True)
class Account:
    """One account as typed from its export.

    `posts` has one row a post, sorted by time and id: post_id, created_at (UTC, ms),
    precision (second, minute or day), kind (one of KINDS), text, and the columns of `POSTS`
    that the export measured. A column that is absent was not measured; NaN in a count means
    the same for one row. Side frames hold a `row` that is the position in `posts`.
    """

    profile: Profile
    posts: pd.DataFrame
    links: pd.DataFrame
    """row, url, target."""
    hashtags: pd.DataFrame
    """row, tag."""
    mentions: pd.DataFrame
    """row, handle (lower case), user_id; mentions of the account itself are left out."""
    others: dict[str, pd.DataFrame]
    """inbound, followers, following, daily, outcomes: only those that the export has."""
    timeline: str
    """complete · recent · ends · sample: see `Tables.timeline`."""
    as_of: date | None
    """Observation date; None = unknown, so that nothing may be measured back from it."""
    as_of_source: str
    own_domains: tuple[str, ...]
    intake: Intake
    measured: frozenset[str] = frozenset()
    """Columns that the export has, even if no post has a value in them."""

    @cached_property
    def own(self) -> pd.DataFrame:
        """Own posts: everything but reposts."""
        return self.posts[self.posts["kind"] != "repost"]

    def timeline_needed(self) -> pd.DataFrame:
        """Own posts, where the export holds the timeline and not only its ends."""
        if self.timeline == "ends":
            raise NotMeasured(ONLY_ENDS)
        return self.own

    def unbroken(self) -> pd.DataFrame:
        """Own posts without holes: what cadence may be measured on."""
        if self.timeline == "sample":
            raise NotMeasured(
                "this export is a sample of the posts, so its rhythm means nothing"
            )
        return self.timeline_needed()

    def column(self, name: str) -> pd.Series:
        """One column of the own posts, rows without a value left out."""
        posts = self.timeline_needed()
        values = posts[name].dropna() if name in posts else None
        if values is None or (values.empty and not posts.empty):
            raise NotMeasured(_MISSING.get(name, f"this export does not hold {name}"))
        return values

    def other(self, name: str, what: str) -> pd.DataFrame:
        """A side table such as followers; NotMeasured if the export has none."""
        if name not in self.others:
            raise NotMeasured(f"this export holds no {what}")
        return self.others[name]

    def observed(self) -> date:
        """The observation date; NotMeasured if unknown."""
        if self.as_of is None:
            raise NotMeasured(NO_DATE)
        return self.as_of

    def replies_needed(self) -> pd.DataFrame:
        """Own posts, where the export says which of them are replies."""
        if not any(name.startswith("in_reply_to_") for name in self.measured):
            raise NotMeasured("this export does not say which posts are replies")
        return self.timeline_needed()

    def mentions_needed(self) -> pd.DataFrame:
        """Own posts, where the export also says whom they mention."""
        if not self.measured & {"text", "mentions"}:
            raise NotMeasured("this export does not say whom a post mentions")
        return self.replies_needed()

    def pointing(self) -> pd.Series:
        """Whether each post links to somebody else's post, without being marked a quote."""
        if "post_link_id" not in self.posts:
            return self.posts["kind"].isna()
        target = self.posts["post_link_id"]
        own = target.isin(self.posts["post_id"].dropna())
        return target.notna() & ~own & self.posts["kind"].isin(["original", "self_reply"])

    def link_to(self, post_id: str) -> str | None:
        """Address of one of the account's own posts, if the handle is known.

        Ids of fewer than nine digits are made by hand or belong to 2006: no link.
        """
        handle = self.profile.handle
        known = handle and len(post_id) >= _SHORTEST_ID
        return f"https://x.com/{handle}/status/{post_id}" if known else None
