"""What kind of account does it look like, where nobody has said so?"""

from __future__ import annotations

from dataclasses import dataclass

from acctaudit.analyzers.automation import Automation
from acctaudit.analyzers.cadence import Cadence
from acctaudit.analyzers.content import Content
from acctaudit.analyzers.conversation import Conversation
from acctaudit.intent import Archetype
from acctaudit.measure import SHARE, Estimate, Metric
from acctaudit.words import plain


@dataclass(frozen=True)
class Guess:
    """The inferred archetype and the figures behind it. The limits are our judgement."""

    archetype: Archetype
    because: str


def measure(
    cadence: Cadence,
    conversation: Conversation,
    content: Content,
    automation: Automation,
) -> Guess:
    """The first rule that fits: alert, care, news, reserved, else brand."""
    if _at_least(automation.top_client_share, 0.9) and automation.top_client_human is False:
        repeated = content.exact_duplicate_share
        if _at_least(repeated, 0.2):
            return Guess(
                Archetype.ALERT,
                f"{plain(automation.top_client_share, SHARE)} of the posts come from one"
                f" program and {plain(repeated, SHARE)} repeat an earlier one",
            )
    if _at_least(conversation.reply_share, 0.6):
        share = plain(conversation.reply_share, SHARE)
        return Guess(Archetype.CARE, f"{share} of its own posts are replies")
    if _at_least(cadence.rate, 20) and _deep(content):
        return Guess(
            Archetype.NEWS,
            f"{plain(cadence.rate, 'posts a week')}, most with a link into its own pages",
        )
    whole_life = isinstance(cadence.posts_per_week_lifetime, Estimate)
    old = _at_least(cadence.age_days, 90)
    if whole_life and old and _at_most(cadence.posts_known, 10):
        age = plain(cadence.age_days, "days")
        return Guess(Archetype.RESERVED, f"{plain(cadence.posts_known, 'posts')} in {age}")
    return Guess(Archetype.BRAND, "nothing shows a support desk, a news feed or a bot")


def _at_least(metric: Metric, limit: float) -> bool:
    return isinstance(metric, Estimate) and metric.number >= limit


def _at_most(metric: Metric, limit: float) -> bool:
    return isinstance(metric, Estimate) and metric.number <= limit


def _deep(content: Content) -> bool:
    """Whether links into own pages (not the home page) are at least 70 % of all links."""
    own, home = content.own_link_share, content.homepage_link_share
    if not isinstance(own, Estimate) or not isinstance(home, Estimate):
        return False
    return own.number * (1 - home.number) >= 0.7
