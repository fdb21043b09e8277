"""AA801 many-hands-one-voice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.automation import Automation
from acctaudit.analyzers.composition import Composition
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    Pattern,
    Severity,
    at_least,
    below,
    enough,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import plain, said

_PAGES = "Read more https://example.org/news/{n}"
_TAGS = "Out and about: {n} #harbour"


@dataclass(frozen=True)
class ManyHandsOneVoice(Pattern):
    """Several programs post in different styles, and nobody signs.

    ## What it looks for
    At least three programs that send posts (apps, planning tools, feeds) in real use, whose
    posts differ clearly in whether they hold links and hashtags, while hardly any post is
    signed with initials or a name.

    ## Why it matters
    Where several people or programs write under one name without an agreement, readers hear
    several voices, nobody knows who answers what, and some questions fall between them.

    ## What to do
    Name one person who owns the account. Write one page on style. Let everybody who answers
    sign with initials, and list these in the bio.

    ## What to expect
    One voice, and a name behind each answer; reactions need not change.

    ## How to measure it
    Look at the share of signed posts, and at the difference between the programs, after
    three months.

    ## When to ignore it
    One person with several devices, or a feed beside a person, if that is wanted.

    ## Limits
    A program is never a person: that different programs post differently is all that is
    seen. Newer exports do not name the program.
    """

    code: ClassVar = "AA801"
    name: ClassVar = "many-hands-one-voice"
    healthy: ClassVar = "Its programs speak alike, or its people sign"
    failing: ClassVar = "Several styles, no signature"
    severity: ClassVar = Severity.INFO
    asks: ClassVar = Advice.OWNER
    applies: ClassVar = but_not(Archetype.PERSONAL, Archetype.ALERT, Archetype.RESERVED)

    min_posts: float = enough(
        300, "posts", Judgement("fewer, split among programs, differ by chance")
    )
    clients_in_use: float = at_least(
        3,
        "programs",
        Judgement("one for the office, one for the road; a third is a habit"),
        title="Programs that post",
    )
    style_difference: float = at_least(
        0.3,
        "on a scale from 0 to 1",
        Judgement(
            "under half of the 0.685 that we measured between the two phones behind one"
            " account, on links and pictures (data of Robinson 2016)"
        ),
        title="Difference of styles",
    )
    signed_share: float = below(
        0.05,
        "share",
        Judgement("fewer than one post in twenty says who wrote it"),
        title="Signed posts",
    )

    def check(self, composition: Composition, automation: Automation) -> Observed:
        """See how many clients post, how they differ, and whether anybody signs."""
        return Observed(
            say(
                "{programs} send the posts, each counted by how much it is used; their"
                " styles differ by {difference}, and {signed} of the posts are signed.",
                programs=plain(automation.client_mix, "programs"),
                difference=said(automation.client_style_v, "on a scale from 0 to 1"),
                signed=said(automation.signature_share, SHARE),
            ),
            min_posts=composition.own_posts,
            clients_in_use=automation.client_mix,
            style_difference=automation.client_style_v,
            signed_share=automation.signature_share,
        )

    examples = (
        fires(
            "a feed, a desk, a phone and a page",
            story()
            .posts(60, source="Twitter Web Client", text=_TAGS)
            .posts(110, source="dlvr.it", text=_PAGES)
            .posts(110, source="TweetDeck")
            .posts(110, source="Twitter for iPhone", text=_TAGS),
        ),
        clear(
            "the same, signed",
            story()
            .posts(110, source="dlvr.it", text=_PAGES)
            .posts(120, source="TweetDeck", text="News {n} ^AB")
            .posts(140, source="Twitter for iPhone", text="Out: {n} #harbour ^CD"),
        ),
        clear("one program", story().posts(320, source="TweetDeck")),
        abstains("no programs in the export", story().posts(320), "not-measurable"),
        abstains(
            "too few posts",
            story()
            .posts(40, source="dlvr.it", text=_PAGES)
            .posts(40, source="TweetDeck")
            .posts(45, source="Twitter for iPhone", text=_TAGS),
            "insufficient-evidence",
        ),
    )
