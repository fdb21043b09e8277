"""Does the account talk with people, or at them?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit import stats
from acctaudit.errors import NotMeasured
from acctaudit.measure import SHARE, Estimate, Metric, exact, metric, too_little, tried
from acctaudit.say import marked
from acctaudit.text import is_question

if TYPE_CHECKING:
    import pandas as pd

    from acctaudit.model.account import Account

_NO_ANSWERS = marked(
    "this export does not show what others wrote to the account: neither reply counts nor"
    " mentions are in it"
)
_NO_POSTS = marked("this export does not say which posts the account answered")
_NO_PEOPLE = marked("this export says which posts are answered, but not whose they are")

_QUESTIONS = marked("posts with a question mark")


@dataclass(frozen=True)
class Conversation:
    """Replies, questions and the share of broadcast."""

    reply_share: Metric = metric("Replies", SHARE, "replies to other people / own posts")
    reply_share_incl_rt: Metric = metric(
        "Replies, reposts counted in",
        SHARE,
        "replies to other people / all posts, as Kwon and Sung (2011) counted",
    )
    self_reply_share: Metric = metric(
        "Threads", SHARE, "continuations of own posts / own posts; not conversation"
    )
    threads_among_replies: Metric = metric(
        "Replies to itself",
        SHARE,
        "continuations of own posts / all replies, to others and to itself",
    )
    broadcast_share: Metric = metric(
        "Broadcast",
        SHARE,
        "own posts that answer nobody, mention nobody and lead to nobody's post / all"
        " posts",
    )
    conversation_share: Metric = metric(
        "Conversation",
        SHARE,
        "replies to others, posts that mention somebody or lead to somebody's post, and"
        " quotes / all posts",
    )
    mention_share: Metric = metric(
        "Mentions of others",
        SHARE,
        "own posts that are no reply and mention somebody / own posts",
    )
    repost_share: Metric = metric("Reposts", SHARE, "reposts / all posts")
    quote_share: Metric = metric("Quotes", SHARE, "quotes / own posts")
    posts_to_replies: Metric = metric(
        "Posts for one reply", "posts", "own posts that are no reply / replies to others"
    )
    people_answered: Metric = metric(
        "People answered", "people", "different accounts that got a reply"
    )
    top3_target_share: Metric = metric(
        "Replies to the same three",
        SHARE,
        "replies to the three accounts answered most / replies to others",
    )
    question_posts: Metric = metric(
        "Posts with a question mark",
        "posts",
        "own posts with a question mark outside links and quotations",
    )
    questions_answered_share: Metric = metric(
        "Questions that got an answer",
        SHARE,
        "posts with a question mark that received a reply / those whose replies are known",
    )
    own_followups: Metric = metric(
        "Answers to the answers",
        "replies",
        "replies to others in threads that an own question began",
    )
    broadcast_ids: tuple[str, ...] = ()
    """Newest posts that address nobody, newest first."""
    question_ids: tuple[str, ...] = ()
    """Posts with a question mark, newest first."""
    thread_ids: tuple[str, ...] = ()
    """Newest continuations of own posts, newest first."""
    closest_ids: tuple[str, ...] = ()
    """Newest replies to the three accounts answered most, newest first."""
    asking: frozenset[int] = frozenset()
    """Rows of all posts with a question mark."""


def measure(account: Account) -> Conversation:
    """Measure replies, mentions, reposts and questions."""
    asking = _asking(account)
    return Conversation(
        reply_share=tried(lambda: _kind(account, "reply", "own")),
        reply_share_incl_rt=tried(lambda: _kind(account, "reply", "all")),
        self_reply_share=tried(lambda: _kind(account, "self_reply", "own")),
        threads_among_replies=tried(lambda: _threads(account)),
        broadcast_share=tried(lambda: _of_all(account, _broadcast(account))),
        conversation_share=tried(lambda: _of_all(account, _talk(account))),
        mention_share=tried(lambda: _mention_share(account)),
        repost_share=tried(lambda: _kind(account, "repost", "all")),
        quote_share=tried(lambda: _kind(account, "quote", "own")),
        posts_to_replies=tried(lambda: _posts_to_replies(account)),
        people_answered=tried(lambda: exact(_targets(account).nunique())),
        top3_target_share=tried(lambda: _top_targets(account)),
        question_posts=tried(
            lambda: exact(len(_questions(account, asking)), len(account.own))
        ),
        questions_answered_share=tried(lambda: _answered_share(account, asking)),
        own_followups=tried(lambda: exact(_followups(account, asking))),
        broadcast_ids=_newest(account, _broadcasts(account)),
        question_ids=_newest(account, account.own.loc[asking]),
        thread_ids=_newest(account, account.own[account.own["kind"] == "self_reply"]),
        closest_ids=_newest(account, _to_closest(account)),
        asking=frozenset(asking),
    )


def _newest(account: Account, posts: pd.DataFrame, most: int = 5) -> tuple[str, ...]:
    """Ids of the newest of some posts; none where the timeline is not in the export."""
    if account.timeline == "ends":
        return ()
    ids = posts["post_id"].dropna()
    return tuple(str(post_id) for post_id in ids.iloc[::-1][:most])


def _asking(account: Account) -> list[int]:
    """Rows of the own posts that ask something."""
    if "text" not in account.own:
        return []
    texts = account.own["text"]
    pairs = zip(texts.index.tolist(), texts.tolist(), strict=True)
    return [row for row, text in pairs if isinstance(text, str) and is_question(text)]


def _kind(account: Account, kind: str, among: str) -> Metric:
    """Share of a kind among own posts, or among all, for which reposts must be known."""
    known = account.posts["kind"].notna()
    if kind != "repost":
        account.replies_needed()
        known = account.replies_known
    if kind == "self_reply":
        account.targets_needed()
    if kind == "quote":
        account.quotes_needed()
    if among == "all":
        account.reposts_needed()
    rows = (
        account.posts[known]
        if among == "all"
        else account.own[known.loc[account.own.index]]
    )
    return stats.share(int((rows["kind"] == kind).sum()), len(rows))


def _threads(account: Account) -> Metric:
    """Continuations of own posts among all that is written as a reply."""
    kinds = account.targets_needed()["kind"]
    own, others = int((kinds == "self_reply").sum()), int((kinds == "reply").sum())
    return stats.share(own, own + others, marked("replies"))


def _mentioning(account: Account) -> pd.Series:
    """Whether each post mentions somebody else."""
    named = account.posts.index.to_series().isin(account.mentions["row"])
    if "has_mention" in account.posts:
        named |= account.posts["has_mention"] == True  # noqa: E712
    return named


def _talk(account: Account) -> pd.Series:
    kind = account.posts["kind"]
    addressing = (kind != "repost") & (_mentioning(account) | account.pointing())
    return kind.isin(["reply", "quote"]) | addressing


def _broadcast(account: Account) -> pd.Series:
    return (account.posts["kind"] != "repost") & ~_talk(account)


def _judged(account: Account) -> pd.Series:
    """Whether it is known of each post if it addresses somebody; of reposts it is."""
    own = account.mentions_needed().index
    return (account.posts["kind"] == "repost") | account.posts.index.isin(own)


def _broadcasts(account: Account) -> pd.DataFrame:
    """Posts that address nobody; none where that is not known."""
    try:
        return account.posts[_broadcast(account) & _judged(account)]
    except NotMeasured:
        return account.posts.head(0)


def _of_all(account: Account, chosen: pd.Series) -> Metric:
    judged = _judged(account)
    account.reposts_needed()
    account.quotes_needed()
    return stats.share(int(chosen[judged].sum()), int(judged.sum()))


def _mention_share(account: Account) -> Metric:
    own = account.mentions_needed()
    mentioning = _mentioning(account).loc[own.index] & (own["kind"] != "reply")
    return stats.share(int(mentioning.sum()), len(own))


def _posts_to_replies(account: Account) -> Metric:
    own = account.replies_needed()
    replies = int((own["kind"] == "reply").sum())
    if not replies:
        return too_little("the account answered nobody, so there is nothing to divide by")
    return Estimate((len(own) - replies) / replies, n=len(own))


def _targets(account: Account) -> pd.Series:
    """Whom each reply answers: user id, else handle."""
    own = account.targets_needed()
    people = ["in_reply_to_user_id", "in_reply_to_handle"]
    replies = own[own["kind"] == "reply"]
    known = [name for name in people if name in replies]
    if not account.measured & set(people) or (len(replies) and not known):
        raise NotMeasured(_NO_PEOPLE)
    if not known:
        return replies["post_id"]
    return replies[known].bfill(axis="columns").iloc[:, 0].dropna()


def _top_targets(account: Account) -> Metric:
    targets = _targets(account)
    closest = int(targets.value_counts().head(3).sum())
    return stats.share(closest, len(targets), marked("replies"))


def _to_closest(account: Account) -> pd.DataFrame:
    """Replies to the three accounts answered most; none where those are not known."""
    try:
        targets = _targets(account)
    except NotMeasured:
        return account.own.head(0)
    closest = targets.value_counts().head(3).index
    return account.own.loc[targets.index[targets.isin(closest)]]


def _questions(account: Account, asking: list[int]) -> pd.DataFrame:
    account.column("text")
    return account.own.loc[asking]


def _answered_share(account: Account, asking: list[int]) -> Metric:
    questions = _questions(account, asking)
    if "replies" in account.own:
        known = questions["replies"].dropna()
        return stats.share(int((known > 0).sum()), len(known), _QUESTIONS)
    if (
        "inbound" not in account.others
        or "in_reply_to_post_id" not in account.others["inbound"]
    ):
        raise NotMeasured(_NO_ANSWERS)
    answered = questions["post_id"].isin(
        account.others["inbound"]["in_reply_to_post_id"].dropna()
    )
    return stats.share(int(answered.sum()), len(questions), _QUESTIONS)


def _followups(account: Account, asking: list[int]) -> int:
    """Own replies to posts that answer an own question; needs to know those answers."""
    account.replies_needed()
    questions = _questions(account, asking)
    own = account.own
    unanswered = "replies" in own and questions["replies"].eq(0).all()
    if unanswered or not (own["kind"] == "reply").any():
        return 0
    inbound = account.others.get("inbound")
    if inbound is None or "in_reply_to_post_id" not in inbound:
        raise NotMeasured(_NO_ANSWERS)
    if "in_reply_to_post_id" not in own:
        raise NotMeasured(_NO_POSTS)
    to_us = inbound["in_reply_to_post_id"].isin(questions["post_id"].dropna())
    answers = set(inbound.loc[to_us, "post_id"])
    return int(own["in_reply_to_post_id"].isin(answers).sum())
