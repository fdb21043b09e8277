"""Posts by others to the account: which of them count, and when each was answered.

What counts is told in words by `responsiveness.ELIGIBLE`.

Linear in posts: ids are looked up, and every post is visited once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from acctaudit.errors import NotMeasured
from acctaudit.model.account import NO_TARGETS
from acctaudit.model.kinds import filled
from acctaudit.model.times import parse
from acctaudit.say import marked
from acctaudit.text import without_links

if TYPE_CHECKING:
    import pandas as pd

    from acctaudit.model.account import Account

WHAT = marked("posts by others that mention or answer the account")
WAIT = timedelta(hours=72)
"""So long a post must have been in the file before it can be called unanswered."""
_AGAIN = timedelta(days=1)
"""Within which the same words by the same person are one post (our judgement)."""
_ROUNDED, _DAY = timedelta(minutes=1), timedelta(days=1)
"""By how much an answer may be dated too early, with and without a time of day."""
_SAID = 0.9
"""Share of own replies that must say which post they answer (our judgement): one in ten
that does not moves a share of answers by less than its interval."""
_SAMPLE = marked(
    "this export is a sample, which may hold only what was answered, so it does not show"
    " how many people were left without an answer"
)
_NO_POST = marked("this export says whom the account answered, but not which post")
_NO_PARENT = marked("this export does not say what the posts by others answer")
_NO_TIMES = marked("the posts by others in this export do not say when they were written")
_REPOST = r"\s*RT @\w"


@dataclass(frozen=True)
class Inbound:
    """What others wrote to one account, each part worked out once, when it is asked for."""

    account: Account

    @cached_property
    def everyone(self) -> pd.DataFrame:
        """All posts by others with an id and a time, one row for each id, oldest first.

        Columns: post_id, asked (UTC), whole (whether the time of day is known), author and
        handle, text and parent (the post that it answers); empty where unknown.
        NotMeasured if there are posts by others, and not one of them has a time.
        """
        found = self._rows[self._rows["asked"].notna()]
        if found.empty and not self._rows.empty:
            raise NotMeasured(_NO_TIMES)
        ordered = found.sort_values(["asked", "post_id", "text"], kind="stable")
        return ordered.drop_duplicates("post_id").reset_index(drop=True)

    @property
    def undated(self) -> int:
        """How many posts by others have no time, and may count or not."""
        posts = self._rows[~self._rows["post_id"].isin(self.everyone["post_id"])]
        return int(posts.loc[~_reposted(posts) & ~self._by_us(posts), "post_id"].nunique())

    @cached_property
    def _rows(self) -> pd.DataFrame:
        """All rows with an id; `asked` is missing where no usable time is given."""
        import pandas as pd

        table = self.account.other("inbound", WHAT)
        ids = filled(table, "post_id").astype(str)
        author = filled(table, "author_id").astype(str)
        handle = filled(table, "author_handle").astype(str).str.casefold()
        written = [str(cell) or None for cell in filled(table, "created_at")]
        times = parse(written, [cell or None for cell in ids])
        columns = {
            "post_id": ids,
            "asked": pd.to_datetime(times.ms, unit="ms", utc=True),
            "whole": times.precision != "day",
            "author": author.where(author != "", handle),
            "handle": handle,
            "text": filled(table, "text").astype(str),
            "parent": filled(table, "in_reply_to_post_id").astype(str),
        }
        rows = pd.DataFrame(columns)
        return rows.assign(asked=rows["asked"].mask(times.bad))[ids != ""]

    @cached_property
    def end(self) -> pd.Timestamp:
        """The last moment up to which an answer would be seen.

        The last thing that the file knows of, by the account or by others, up to the day of
        the export. Where that day is not known it is the last own post: what was asked
        later may have been answered after the export. A later day changes nothing.
        """
        import pandas as pd

        last: pd.Timestamp = self.account.own["created_at"].max()
        if self.account.as_of is None or self.everyone.empty:
            return last
        day = pd.Timestamp(self.account.as_of, tz="UTC") + timedelta(days=1)
        theirs: pd.Timestamp = self.everyone["asked"].max()
        return max(last, min(day, theirs))

    @cached_property
    def eligible(self) -> pd.DataFrame:
        """The posts that count, oldest first; with the ids of what repeats them (copies).

        NotMeasured if the export holds none by others, or none of its own.
        """
        posts = self.everyone
        own = self.account.timeline_needed()
        if own.empty:
            raise NotMeasured("the export holds no own post that could answer anybody")
        known = own if self.account.in_order.empty else self.account.in_order
        within = posts["asked"].between(known["created_at"].min(), self.end - WAIT)
        return _once(posts[within & ~_reposted(posts) & ~self._by_us(posts)])

    def _by_us(self, posts: pd.DataFrame) -> pd.Series:
        page = self.account.profile
        user, name = page.user_id or "", (page.handle or "").casefold()
        by_id = (posts["author"] == user) & (user != "")
        return by_id | ((posts["handle"] == name) & (name != ""))

    @cached_property
    def answers(self) -> pd.DataFrame:
        """When each eligible post was first answered, by its place.

        Columns: at (UTC, missing if it was not) and whole (whether the time of day is
        known). An own reply to a post also answers what the same person wrote above it;
        one that is older than the post does not answer it, whatever the file says.
        NotMeasured where the export does not say which posts the account answered.
        """
        import pandas as pd

        own = answering(self.account)
        own = own.assign(whole=filled(own, "precision") != "day")
        first = own[~self._too_early(own)].drop_duplicates("answers")
        known = zip(first["created_at"], first["whole"], strict=True)
        moments = dict(zip(first["answers"], known, strict=True))
        self._hand_up(moments)
        never = (pd.NaT, True)
        rows = [
            min((moments[copy] for copy in copies if copy in moments), default=never)
            for copies in self.eligible["copies"]
        ]
        found = pd.DataFrame(rows, columns=["at", "whole"], index=self.eligible.index)
        return found.assign(at=pd.to_datetime(found["at"], utc=True))

    def _too_early(self, own: pd.DataFrame) -> pd.Series:
        """Whether each own reply is dated before the post that it is said to answer.

        Times are rounded, so a minute too early is none; nor is a day, where one of both
        has no time of day.
        """
        posts = self.everyone.set_index("post_id").reindex(own["answers"])
        posts = posts.set_axis(own.index)
        ahead, sharp = posts["asked"] - own["created_at"], posts["whole"].eq(True)
        return (ahead > _DAY) | ((ahead > _ROUNDED) & sharp & own["whole"])

    def _hand_up(self, moments: dict[str, tuple[datetime, bool]]) -> None:
        """Give each answer also to what the same person wrote above, newest first."""
        posts = self.everyone
        author_of = dict(zip(posts["post_id"], posts["author"], strict=True))
        replies = posts[(posts["parent"] != "") & (posts["author"] != "")].iloc[::-1]
        for post_id, parent in zip(replies["post_id"], replies["parent"], strict=True):
            if post_id in moments and author_of.get(parent) == author_of[post_id]:
                moments[parent] = min(moments[post_id], moments.get(parent, _LAST))

    @cached_property
    def opens(self) -> pd.Series:
        """Whether each eligible post begins a conversation.

        One that replies to an answer of the account does not, nor one that replies to what
        the same person wrote before. NotMeasured where the export does not tell.
        """
        table, posts = self.account.other("inbound", WHAT), self.eligible
        if len(table) and "in_reply_to_post_id" not in table:
            raise NotMeasured(_NO_PARENT)
        authors = dict(zip(self.everyone["post_id"], self.everyone["author"], strict=True))
        by_same = posts["parent"].map(authors) == posts["author"]
        goes_on = posts["parent"].isin(_talk(self.account))
        return ~(goes_on | (by_same & (posts["author"] != "")))


_LAST = (datetime(2200, 1, 1, tzinfo=UTC), True)


def answering(account: Account) -> pd.DataFrame:
    """Own posts that answer one, oldest first, with the id of that post (`answers`).

    NotMeasured where the export does not show which posts the account answered.
    """
    own = account.targets_needed()
    if account.timeline == "sample":
        raise NotMeasured(_SAMPLE)
    if len(own) < _SAID * len(account.own):
        raise NotMeasured(NO_TARGETS)
    own = own.assign(answers=filled(own, "in_reply_to_post_id"))
    replies = own[own["kind"] == "reply"]
    if (replies["answers"] != "").sum() < _SAID * len(replies):
        raise NotMeasured(_NO_POST)
    return own[own["answers"] != ""]


def _reposted(posts: pd.DataFrame) -> pd.Series:
    return posts["text"].str.match(_REPOST).astype(bool)


def _talk(account: Account) -> set[str]:
    """Ids of own replies to others, and of the threads in which they go on."""
    own = account.own
    found = set(own.loc[own["kind"] == "reply", "post_id"].dropna())
    threads = own[own["kind"] == "self_reply"]
    parents = filled(threads, "in_reply_to_post_id")
    for post_id, parent in zip(threads["post_id"], parents, strict=True):
        if parent in found:  # it is older, so it came first
            found.add(post_id)
    return found


def _once(posts: pd.DataFrame) -> pd.DataFrame:
    """Of what one person sent again within a day the first, with the ids of all copies."""
    import numpy as np
    import pandas as pd

    words = [" ".join(without_links(text).casefold().split()) for text in posts["text"]]
    ranked = posts.assign(words=words).sort_values(["author", "words"], kind="stable")
    before = ranked.shift()
    again = (ranked["author"] != "") & (ranked["words"] != "")
    for name in ("author", "words"):
        again &= ranked[name] == before[name]
    again &= ranked["asked"] - before["asked"] <= _AGAIN
    ids, starts = ranked["post_id"].tolist(), np.flatnonzero(~again).tolist()
    copies = [tuple(ids[a:b]) for a, b in pairwise([*starts, len(ids)])]
    first = ranked[~again].assign(copies=pd.Series(copies, ranked.index[~again], object))
    return first.sort_index().reset_index(drop=True)
