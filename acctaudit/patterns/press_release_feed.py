"""AA401 press-release-feed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.composition import Composition
from acctaudit.analyzers.content import Content
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    Pattern,
    Severity,
    above,
    at_least,
    enough,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.verdicts import Verdicts
from acctaudit.words import plain, said


@dataclass(frozen=True)
class PressReleaseFeed(Pattern):
    """It reads like a list of headlines.

    ## What it looks for
    An account that answers nobody (AA301) and most of whose own posts read like headlines:
    they ask nothing, mention nobody, and hold no word for a person who speaks or is spoken
    to, such as we, our, you.

    ## Why it matters
    A headline tells readers that something happened, not what it has to do with them. They
    can find it on the website too, and have no reason to follow the account for it.

    ## What to do
    Turn each release into one fact that is of use to a reader, say it to that reader, and
    ask a question that you want the answer to.

    ## What to expect
    Posts that speak to somebody give people something to answer. Whether they do depends on
    the question; the change of tone alone promises no number.

    ## How to measure it
    Posts that speak to the reader, and replies received, after a quarter in which every
    release was rewritten in this way.

    ## When to ignore it
    Notices that the law prescribes, and feeds that say in their bio that they are one.

    ## Limits
    Judged in English, German, French, Spanish and Italian, each with its own words. An
    invitation without any such word (“Visit the fair”) reads like a headline here. Another
    sign, that more than 85 % of posts have no personal pronoun, is not counted twice: where
    four of five posts address nobody, nearly all of them are headlines by the first sign.
    """

    code: ClassVar = "AA401"
    name: ClassVar = "press-release-feed"
    healthy: ClassVar = "Speaks like a person"
    failing: ClassVar = "Reads like a feed of press releases"
    severity: ClassVar = Severity.MEDIUM
    asks: ClassVar = Advice.OWN_WORDS
    applies: ClassVar = but_not(
        Archetype.NEWS,
        Archetype.ALERT,
        Archetype.RESERVED,
        unless_dialogue=(Archetype.B2B, Archetype.IR),
    )
    base_rate: ClassVar = (
        "54 % of the posts of 44 brands held a personal pronoun (Kwon and Sung 2011)."
        " Measured on real accounts: 80 to 100 % headlines at three news feeds, 16 and 18 %"
        " at two people's."
    )

    min_posts: float = enough(40, "posts", Judgement("fewer show no habit of wording"))
    broadcasts: float = at_least(
        1,
        "findings",
        Judgement(
            "headlines are fine between answers; they are a feed where none is given"
        ),
        title="Broadcasts without answering",
    )
    headline_share: float = above(
        0.60,
        "share",
        Judgement(
            "44 brands had no personal pronoun in 46 % of their posts (Kwon and Sung 2011);"
            " the line is drawn above, with a margin"
        ),
        title="Posts like headlines",
    )

    def check(
        self, composition: Composition, content: Content, verdicts: Verdicts
    ) -> Observed:
        """See how many posts are headlines, where nobody is answered."""
        return Observed(
            say(
                "{headlines} of the own posts read like headlines, and {personal} say I, we"
                " or you; the account answers hardly anybody.",
                headlines=said(content.headline_share, SHARE),
                personal=plain(content.pronoun_share, SHARE),
            ),
            evidence=content.headline_ids,
            min_posts=composition.own_posts,
            broadcasts=verdicts.found("AA301"),
            headline_share=content.headline_share,
        )

    examples = (
        fires("a year of headlines", story().posts(100, text="The {n} is open to all")),
        fires(
            "the same in German",
            story().posts(100, text="Der Bau {n} ist fertig und offen"),
        ),
        clear(
            "it says what it means for you",
            story().posts(100, text="Our {n} is open, and you are invited"),
        ),
        clear(
            "headlines between answers",
            story().posts(70, text="The {n} is open to all").replies(35),
        ),
        abstains(
            "a language whose words are not judged",
            story().posts(100, text="O novo {n} está aberto para todos"),
            "not-measurable",
        ),
        abstains(
            "a news feed",
            story().posts(100, text="The {n} is open to all"),
            "not-applicable",
            archetype="news",
        ),
    )
