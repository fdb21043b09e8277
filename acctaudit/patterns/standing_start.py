"""AA208 standing-start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.start import Start
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE, least
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    On,
    Pattern,
    Severity,
    at_most,
    below,
    enough,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import plain, said


@dataclass(frozen=True)
class StandingStart(Pattern):
    """It began by announcing, with nobody there to hear.

    ## What it looks for
    Hardly any answers, mentions or quotes among the posts of the first 90 days, while the
    reactions to those posts were surely not rising.

    ## Why it matters
    A new account has no readers. It wins them by taking part in talk that is already going
    on; announcements to an empty room win nobody, and set a habit.

    ## What to do
    At the next start, listen for a month, answer those whom the account is for, and follow
    them. Announce once somebody listens. For an account that is past its start: do the same
    for a month now.

    ## What to expect
    Reactions should begin to rise with the number of people answered; how fast is open.

    ## How to measure it
    Compare the share of posts that address somebody, and the typical number of reactions,
    90 days after the change with those of the 90 days before it.

    ## When to ignore it
    Feeds and status pages, and an account that moved its readers over from another one.

    ## Limits
    Only where the file reaches back to the first post and holds reaction counts. These were
    counted at the day of the export and not in those first days, so reactions that came
    years later are among them.
    """

    code: ClassVar = "AA208"
    name: ClassVar = "standing-start"
    healthy: ClassVar = "Began by talking with people"
    failing: ClassVar = "Began by announcing to nobody"
    severity: ClassVar = Severity.LOW
    asks: ClassVar = Advice.ANSWER
    on: ClassVar = On.ASKED
    applies: ClassVar = but_not(
        Archetype.NEWS,
        Archetype.ALERT,
        Archetype.RESERVED,
        unless_dialogue=(Archetype.B2B, Archetype.IR),
    )

    min_posts: float = enough(
        30, "posts", Judgement("fewer in 90 days are hardly a start that can be judged")
    )
    conversation_share: float = below(
        0.10,
        "share",
        Judgement("fewer than one post in ten addresses anybody"),
        title="Posts that address somebody",
    )
    sure_rise: float = at_most(
        0,
        "reactions per post and month",
        Judgement("even the lower end of the interval of the trend must rise to be sure"),
        title="Sure rise of reactions",
    )

    def check(self, start: Start) -> Observed:
        """See whom the first posts addressed, and whether they were heard more and more."""
        return Observed(
            say(
                "Of {posts} in the first 90 days, {share} addressed somebody, and there was"
                " no sure rise of reactions: {trend}.",
                posts=plain(start.start_posts, "posts"),
                share=said(start.start_conversation_share, SHARE),
                trend=said(start.start_reactions, "per post and month"),
            ),
            evidence=start.start_ids,
            min_posts=start.start_posts,
            conversation_share=start.start_conversation_share,
            sure_rise=least(start.start_reactions),
        )

    examples = (
        fires("ninety headlines", story().posts(90, likes=0, reposts=0).replies(60)),
        clear(
            "half of it answers", story().posts(40, likes=1, reposts=0).replies(40, likes=1)
        ),
        abstains("no reaction counts", story().posts(90), "not-measurable"),
        abstains(
            "a file that begins late",
            story(created_at="2018-01-01T00:00:00Z").posts(90, likes=0, reposts=0),
            "not-measurable",
        ),
    )
