"""AA402 homepage-only-links."""

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
class HomepageOnlyLinks(Pattern):
    """Its links end at the front door.

    ## What it looks for
    Among the links in own posts that lead to the account's own site, those that end on the
    home page instead of the page that the post speaks of.

    ## Why it matters
    Whoever clicks wanted the one thing that the post promised. On the home page they have
    to search for it, and most will not.

    ## What to do
    Link to the page that answers the post. If there is none, write it first.

    ## What to expect
    Those who click arrive where the post promised. More of them should read on, and the
    number of clicks may rise as people learn that the links are worth it.

    ## How to measure it
    Links that end on the home page, a quarter from now; on your own site, how many visitors
    from these posts see a second page.

    ## When to ignore it
    A site that has only one page, or an app whose page is the shop.

    ## Limits
    Only links whose target the export shows are judged, and only for domains that are known
    as own. A link to the home page in the profile is no failure: 96 % of the Fortune 500
    profiles had one in 2010 (Rybalko and Seltzer).
    """

    code: ClassVar = "AA402"
    name: ClassVar = "homepage-only-links"
    healthy: ClassVar = "Links lead to the point"
    failing: ClassVar = "Links end on the home page"
    severity: ClassVar = Severity.MEDIUM
    asks: ClassVar = Advice.POINT
    applies: ClassVar = but_not(Archetype.ALERT, Archetype.RESERVED)

    min_links: float = enough(10, "links", Judgement("fewer show no habit"))
    homepage_share: float = above(
        0.60,
        "share",
        Judgement("more often than not, with a margin"),
        title="Links to the home page",
    )

    def check(self, content: Content) -> Observed:
        """See where links to the own site end."""
        return Observed(
            say(
                "Of {links} to the own site, {share} end on its home page.",
                links=plain(content.own_links, "links"),
                share=said(content.homepage_link_share, SHARE),
            ),
            evidence=content.homepage_ids,
            min_links=content.own_links,
            homepage_share=content.homepage_link_share,
        )

    examples = (
        fires(
            "every post links to the front page",
            story(url="http://example.com").posts(
                30, text="News {n} http://www.example.com/"
            ),
        ),
        clear(
            "every post links to its own page",
            story(url="http://example.com").posts(
                30, text="{n} http://example.com/news/tower"
            ),
        ),
        abstains("no own domain known", story().posts(30), "not-measurable"),
    )
