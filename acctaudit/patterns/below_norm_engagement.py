"""AA702 below-norm-engagement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.audience import Audience
from acctaudit.analyzers.engagement import Engagement
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE, cases
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    On,
    Pattern,
    Published,
    Severity,
    below,
    enough,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import plain, said


@dataclass(frozen=True)
class BelowNormEngagement(Pattern):
    """The usual post gets far less than others of its size got in that year.

    ## What it looks for
    Reactions to the usual (median) post per follower, over the posts of one calendar year,
    surely below half of the norm that was published for the same year. The norm is one of
    companies with at least 5,000 followers, so smaller accounts are not compared.

    ## Why it matters
    Norms fell by half within three years, so only posts of the norm's own year can be held
    against it. Where an account still lies far below, the year is not the reason.

    ## What to do
    Compare with your own last year first, and only then with others. Look at the ten posts
    that got most, and ask what they have in common.

    ## What to expect
    Posts like the best ten should lift the usual post a little; the norm itself may fall
    meanwhile.

    ## How to measure it
    Reactions per follower against the norm, after a full calendar year.

    ## When to ignore it
    Accounts whose followers were collected for a reason other than their posts, such as a
    big name or a lottery.

    ## Limits
    Followers are those at the day of the export, so that earlier posts look worse than they
    were. An archive counts no replies, which the norm includes. The norms are known from
    pages that quote the reports, not from the reports.
    """

    code: ClassVar = "AA702"
    name: ClassVar = "below-norm-engagement"
    healthy: ClassVar = "Reactions are not far below the norm"
    failing: ClassVar = "Far fewer reactions than the norm"
    severity: ClassVar = Severity.LOW
    asks: ClassVar = Advice.LISTEN
    on: ClassVar = On.DATA
    applies: ClassVar = but_not(Archetype.ALERT, Archetype.CARE, Archetype.RESERVED)
    by_intent: ClassVar = False

    min_followers: float = enough(
        5_000,
        "accounts",
        Published("what the norm's own companies had at least (Rival IQ, secondary pages)"),
    )
    min_posts: float = enough(
        30, "posts", Judgement("of fewer posts the middle one means little")
    )
    ratio_to_norm: float = below(
        0.5,
        "share",
        Judgement("half: the norm is a median, and so half of all accounts lie below it"),
        title="Reactions against the norm",
    )

    def check(self, audience: Audience, engagement: Engagement) -> Observed:
        """Hold the posts of one year against the norm of that year."""
        ratio = engagement.er_to_norm
        return Observed(
            say(
                "The usual post of {year} reached {ratio} of that year's norm of reactions"
                " per follower, with {followers}. The norm: {norm}.",
                year=str(engagement.norm_year or ""),
                ratio=said(ratio, SHARE),
                followers=plain(audience.followers, "followers"),
                norm=engagement.norm,
            ),
            min_followers=audience.followers,
            min_posts=cases(ratio),
            ratio_to_norm=ratio,
        )

    examples = (
        fires(
            "one reaction from 20,000 followers",
            story(followers=20_000).silence(750).posts(120, every=2, likes=1, reposts=0),
        ),
        clear(
            "thirty reactions from 20,000 followers",
            story(followers=20_000).silence(750).posts(120, every=2, likes=20, reposts=10),
        ),
        abstains(
            "a year without a norm",
            story(followers=20_000).posts(120, every=2, likes=1, reposts=0),
            "not-measurable",
        ),
        abstains(
            "too small for the norm",
            story(followers=800).silence(750).posts(120, every=2, likes=0, reposts=0),
            "insufficient-evidence",
        ),
    )
