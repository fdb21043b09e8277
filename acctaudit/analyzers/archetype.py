"""What kind of account does it look like, where nobody has said so?"""

from __future__ import annotations

from dataclasses import dataclass

from acctaudit.analyzers.automation import Automation
from acctaudit.analyzers.cadence import Cadence
from acctaudit.analyzers.composition import Composition
from acctaudit.analyzers.content import Content
from acctaudit.analyzers.conversation import Conversation
from acctaudit.intent import Archetype
from acctaudit.measure import SHARE, Estimate, Metric
from acctaudit.say import marked, say
from acctaudit.words import plain


@dataclass(frozen=True)
class Guess:
    """The inferred archetype and the figures behind it. The limits are our judgement."""

    archetype: Archetype
    because: str


def measure(
    composition: Composition,
    cadence: Cadence,
    conversation: Conversation,
    content: Content,
    automation: Automation,
) -> Guess:
    """The first rule that fits; a brand if none does.

    A name with hardly a post comes first, since so few posts show nothing else. Then what
    an account does comes before when it does it: a bot that repeats itself, a desk that
    answers, a feed of news, and last a campaign that was soon over.
    """
    guesses = (
        _reserved(cadence, composition),
        _alert(automation, content),
        _care(conversation),
        _news(cadence, content),
        _campaign(cadence),
    )
    brand = Guess(Archetype.BRAND, say(_NOTHING))
    return next(filter(None, guesses), brand)


_NOTHING = marked("nothing shows a support desk, a news feed, a campaign or a bot")


def _alert(automation: Automation, content: Content) -> Guess | None:
    """Nine tenths from one client that is no known tool of people, a fifth repeated."""
    one, repeated = automation.top_client_share, content.exact_duplicate_share
    by_program = _at_least(one, 0.9) and automation.top_client_human is False
    if not by_program or not _at_least(repeated, 0.2):
        return None
    return Guess(
        Archetype.ALERT,
        say(
            "{one} of the posts come from one program and {repeated} repeat an earlier one",
            one=plain(one, SHARE),
            repeated=plain(repeated, SHARE),
        ),
    )


def _care(conversation: Conversation) -> Guess | None:
    """Three fifths of the own posts answer somebody."""
    if not _at_least(conversation.reply_share, 0.6):
        return None
    share = plain(conversation.reply_share, SHARE)
    return Guess(Archetype.CARE, say("{share} of its own posts are replies", share=share))


def _news(cadence: Cadence, content: Content) -> Guess | None:
    """Twenty posts a week, seven links in ten into own pages."""
    if not _at_least(cadence.rate, 20) or not _deep(content):
        return None
    rate = plain(cadence.rate, "posts a week")
    return Guess(
        Archetype.NEWS, say("{rate}, most with a link into its own pages", rate=rate)
    )


def _reserved(cadence: Cadence, composition: Composition) -> Guess | None:
    """At most ten posts, reposts included, in at least 90 days, all of which is known."""
    whole_life = isinstance(cadence.posts_per_week_lifetime, Estimate)
    old = _at_least(cadence.age_days, 90)
    passes_on = _at_least(composition.posts, 11)
    if not whole_life or not old or passes_on or not _at_most(cadence.posts_known, 10):
        return None
    age = plain(cadence.age_days, "days")
    posts = plain(cadence.posts_known, "posts")
    return Guess(Archetype.RESERVED, say("{posts} in {days}", posts=posts, days=age))


def _campaign(cadence: Cadence) -> Guess | None:
    """Four fifths of the posts in a tenth of the active life, and a quiet end after it.

    Without that end, an account that has only just become busy would be taken for one.
    """
    densest = cadence.densest_tenth_share
    if not _at_least(densest, 0.8) or not cadence.burst_is_over:
        return None
    return Guess(
        Archetype.CAMPAIGN,
        say(
            "{share} of its own posts fall into one tenth of its active life, and few came"
            " after it",
            share=plain(densest, SHARE),
        ),
    )


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
