"""Account: one account, typed and in order. It is what every analyzer gets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from acctaudit.errors import NotMeasured
from acctaudit.say import marked, say

if TYPE_CHECKING:
    import pandas as pd

    from acctaudit.model.intake import Intake
    from acctaudit.model.profile import Profile

KINDS = ("original", "reply", "self_reply", "repost", "quote")
"""What a post is; every row is exactly one of them."""

_MISSING = {
    "text": marked("this export holds no text"),
    "source": marked("this export does not say which program sent a post"),
    "likes": marked("this export holds no like counts"),
    "reposts": marked("this export holds no repost counts"),
    "replies": marked("this export does not say how many replies a post received"),
    "impressions": marked("this export does not say how often a post was shown"),
    "media": marked("this export does not say which posts carry a picture"),
    "created_at": marked("this export holds no times"),
    "clicks": marked("this export does not hold clicks"),
}
FIRST_QUOTE = date(2015, 4, 6)
"""Day on which the platform began to let people quote posts ("retweet with comment")."""
_SHORTEST_ID = 9
"""Digits of the shortest id that is linked."""
ONLY_ENDS = marked(
    "this export holds only the profile and its first or last post, not the posts between"
)
NO_TARGETS = marked("this export says which posts are replies, but not whom they answer")
NO_DATE = marked("the day of the export is not known (give it with --as-of)")
_NOT_SAID = {
    "link": marked("this export does not say which posts hold a link"),
    "hashtag": marked("this export does not say which posts hold a hashtag"),
    "mention": marked("this export does not say which posts hold a mention"),
}


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

    @cached_property
    def in_order(self) -> pd.DataFrame:
        """Own posts as they followed each other, without those that lie apart."""
        if "apart" not in self.own:
            return self.own
        return self.own[self.own["apart"] != True]  # noqa: E712

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
        self.timeline_needed()
        return self.in_order

    def column(self, name: str) -> pd.Series:
        """One column of the own posts, rows without a value left out."""
        posts = self.timeline_needed()
        values = posts[name].dropna() if name in posts else None
        if values is None or (values.empty and not posts.empty):
            raise NotMeasured(_MISSING[name])
        return values

    def other(self, name: str, what: str) -> pd.DataFrame:
        """A side table such as followers, which is `what` in words; NotMeasured without."""
        if name not in self.others:
            raise NotMeasured(say("this export holds no {what}", what=say(what)))
        return self.others[name]

    def observed(self) -> date:
        """The observation date; NotMeasured if unknown."""
        if self.as_of is None:
            raise NotMeasured(NO_DATE)
        return self.as_of

    def replies_needed(self) -> pd.DataFrame:
        """Own posts of which the export says whether they are replies."""
        own = self.timeline_needed()
        if not self.says_replies:
            raise NotMeasured("this export does not say which posts are replies")
        return own[self.replies_known.loc[own.index]]

    @property
    def says_replies(self) -> bool:
        """Whether the export says of any post whether it is a reply."""
        return "is_reply" in self.measured or any(
            name.startswith("in_reply_to_") for name in self.measured
        )

    @property
    def replies_known(self) -> pd.Series:
        """Whether it is known of each post if it is a reply; reposts never are one."""
        if "replies_known" not in self.posts:
            return self.posts["kind"].notna()
        return (self.posts["replies_known"] != False) | (self.posts["kind"] == "repost")  # noqa: E712

    def reposts_needed(self) -> pd.DataFrame:
        """Own posts, where the export would show reposts if there were any."""
        if not self.measured & {"is_repost", "repost_of_id"}:
            raise NotMeasured("this export does not hold reposts")
        return self.timeline_needed()

    def quotes_needed(self) -> pd.DataFrame:
        """Own posts, where the export would show quotes: marked, or as links in texts."""
        posts = self.timeline_needed()
        told = self.measured & {"quote_of_id", "is_quote", "post_link_id", "text"}
        if not told and len(posts) and posts["created_at"].iloc[-1].date() >= FIRST_QUOTE:
            raise NotMeasured("this export does not say which posts are quotes")
        return posts

    def targets_needed(self) -> pd.DataFrame:
        """Own posts, where the export says what they answer, and not only whether."""
        own = self.replies_needed()
        if not any(name.startswith("in_reply_to_") for name in self.measured):
            raise NotMeasured(NO_TARGETS)
        return own

    def holding(self, what: str) -> pd.Series:
        """Whether each own post holds a `link`, `hashtag` or `mention`, where known."""
        side = {"link": self.links, "hashtag": self.hashtags, "mention": self.mentions}
        own = self.timeline_needed()
        listed, flag = f"{what}s", f"has_{what}"
        held = own.index.to_series().isin(side[what]["row"])
        known = held | (listed in self.measured)
        if "text" in own:
            known |= own["text"].notna()
        if flag in own:
            known |= own[flag].notna()
            held |= own[flag] == True  # noqa: E712
        if "cut" in own:
            known &= held | (own["cut"] != True)  # noqa: E712
        told = self.measured & {"text", listed, flag}
        if not told or (len(own) and not known.any()):
            raise NotMeasured(_NOT_SAID[what])
        return held[known]

    def mentions_needed(self) -> pd.DataFrame:
        """Own posts of which the export also says whether they mention somebody."""
        if not self.measured & {"text", "mentions", "has_mention"}:
            raise NotMeasured("this export does not say whom a post mentions")
        own = self.replies_needed()
        return own[own.index.isin(self.holding("mention").index)]

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
        known = handle and post_id.isdecimal() and len(post_id) >= _SHORTEST_ID
        return f"https://x.com/{handle}/status/{post_id}" if known else None
