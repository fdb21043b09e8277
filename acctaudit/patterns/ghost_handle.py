"""AA902 ghost-handle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from acctaudit.analyzers.cadence import Cadence
from acctaudit.intent import Applies, Archetype
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    Pattern,
    Severity,
    at_most,
    enough,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import plain

if TYPE_CHECKING:
    from acctaudit.intent import Intent


@dataclass(frozen=True)
class _UnlessSaidToBeReserved(Applies):
    """Everybody, but a name that its owners say they only keep."""

    def reason_against(self, intent: Intent) -> str | None:
        """Only what was declared counts: looking like a kept name is the finding."""
        return None if intent.inferred else super().reason_against(intent)


@dataclass(frozen=True)
class GhostHandle(Pattern):
    """A name with hardly a post.

    ## What it looks for
    At most ten posts in a life of three months or more.

    ## Why it matters
    People search for the name, find an empty account, and take it for the real one. What
    they write to it is read by nobody.

    ## What to do
    Say in the bio which account is the living one, or give the name up. If the name is only
    kept from others, declare that (archetype "reserved") and say so in the bio.

    ## What to expect
    Fewer messages that go astray; nothing else changes, since there is nobody to lose.

    ## How to measure it
    Look once a year whether the pointer in the bio still leads to an account that lives.

    ## When to ignore it
    A name that is kept so that nobody else takes it.

    ## Limits
    Deleted posts are gone: an account that was emptied looks like one that never spoke.
    """

    code: ClassVar = "AA902"
    name: ClassVar = "ghost-handle"
    healthy: ClassVar = "Is more than a placeholder"
    failing: ClassVar = "A name with hardly a post"
    severity: ClassVar = Severity.INFO
    asks: ClassVar = Advice.REVIVE
    applies: ClassVar = _UnlessSaidToBeReserved(frozenset({Archetype.RESERVED}))
    by_intent: ClassVar = False
    base_rate: ClassVar = "11 % of 540 Fortune 100 accounts in 2009 (Weber Shandwick)"

    min_age_days: float = enough(
        90, "days", Judgement("three months, so that a beginner is not called a ghost")
    )
    posts_ever: float = at_most(
        10,
        "posts",
        Judgement("what a test, a greeting and a few tries leave behind"),
        title="Posts ever",
    )

    def check(self, cadence: Cadence) -> Observed:
        """Count the posts that are known of."""
        return Observed(
            say(
                "{posts} in {days}.",
                posts=plain(cadence.posts_known, "posts"),
                days=plain(cadence.age_days, "days"),
            ),
            min_age_days=cadence.age_days,
            posts_ever=cadence.posts_known,
        )

    examples = (
        fires("three posts in a year", story().posts(3, every=2).silence(360)),
        clear("a post a week", story().posts(60, every=7)),
        abstains("a beginner", story().posts(4, every=5), "insufficient-evidence"),
        abstains(
            "a name that is only kept",
            story().posts(3, every=2).silence(360),
            "not-applicable",
            archetype="reserved",
        ),
    )
