"""AA404 self-promotion-only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.content import Content
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE
from acctaudit.pattern import Advice, Judgement, Observed, Pattern, Severity, above, enough
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import plain, said


@dataclass(frozen=True)
class SelfPromotionOnly(Pattern):
    """It points to itself and to nobody else.

    ## What it looks for
    Nearly all links in own posts lead to the account's own site.

    ## Why it matters
    An account that only ever points to itself is of use to those who look for it anyway. A
    link to something good by somebody else is a service to the reader, and the commonest
    way to begin to talk with whoever made it.

    ## What to do
    Make every third link one to something that is not yours, and say why it is worth a
    reader's time.

    ## What to expect
    Readers get a reason to follow beyond your news, and those you link to learn of you. A
    few clicks go elsewhere.

    ## How to measure it
    Links to others, after a quarter; and whether those you link to begin to answer or to
    mention you.

    ## When to ignore it
    Shops and media, whose own pages are the whole point, and accounts that point to others
    by reposting them.

    ## Limits
    Only links whose target the export shows are judged. Short links that it does not
    resolve are left out. Other sites of the same owner count as others unless declared with
    --own-domain.
    """

    code: ClassVar = "AA404"
    name: ClassVar = "self-promotion-only"
    healthy: ClassVar = "Points to others too"
    failing: ClassVar = "Links to nothing but itself"
    severity: ClassVar = Severity.LOW
    asks: ClassVar = Advice.OWN_WORDS
    applies: ClassVar = but_not(
        Archetype.CARE, Archetype.NEWS, Archetype.ALERT, Archetype.RESERVED
    )

    min_links: float = enough(20, "links", Judgement("fewer show no habit"))
    own_share: float = above(
        0.80,
        "share",
        Judgement("practitioners' rule of thumb: at most four of five posts about oneself"),
        title="Links to its own site",
    )

    def check(self, content: Content) -> Observed:
        """See where links lead."""
        return Observed(
            say(
                "{own} of {links} lead to the account's own site, {others} to others.",
                own=said(content.own_link_share, SHARE),
                links=plain(content.known_links, "links"),
                others=plain(content.third_party_link_share, SHARE),
            ),
            min_links=content.known_links,
            own_share=content.own_link_share,
        )

    examples = (
        fires(
            "every link to the own site",
            story(url="http://example.com").posts(40, text="{n} http://example.com/news"),
        ),
        clear(
            "half of the links to others",
            story(url="http://example.com")
            .posts(30, text="{n} http://example.com/news")
            .posts(30, text="{n} http://example.org/good"),
        ),
        abstains(
            "short links that nobody resolved",
            story(url="http://example.com").posts(40, text="{n} http://bit.ly/abc"),
            "insufficient-evidence",
        ),
        abstains(
            "no own domain known",
            story().posts(40, text="{n} http://example.com/news"),
            "not-measurable",
        ),
        abstains(
            "a support desk",
            story(url="http://example.com").posts(40, text="{n} http://example.com/help"),
            "not-applicable",
            archetype="care",
        ),
    )
