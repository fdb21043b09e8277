"""AA504 faceless."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.composition import Composition
from acctaudit.analyzers.profile import ProfilePage
from acctaudit.intent import Archetype, but_not
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    On,
    Pattern,
    Severity,
    below,
    enough,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import plain


@dataclass(frozen=True)
class Faceless(Pattern):
    """Nobody says who is writing.

    ## What it looks for
    No sign of a person in bio and posts: no initials under a post (^ab), no team's handle,
    no “tweets by” or “hier twittert”.

    ## Why it matters
    People talk with people. A name or initials show that somebody reads the answers, and a
    reader can refer to whom they wrote with.

    ## What to do
    Sign answers with initials, and say in the bio whose they are. A first name is enough.

    ## What to expect
    Conversations that are a little friendlier. It is a courtesy, not a lever.

    ## How to measure it
    Whether the bio names somebody and answers are signed, at the next audit; no figure
    follows from it by itself.

    ## When to ignore it
    Accounts that speak as a character of the brand, and those where naming a person would
    put that person at risk.

    ## Limits
    Signs are looked for by their form and by a list of phrases in English, German, French,
    Spanish and Italian. A person named in another way is not seen, so this is information
    only.
    """

    code: ClassVar = "AA504"
    name: ClassVar = "faceless"
    healthy: ClassVar = "Says who is writing"
    failing: ClassVar = "Nobody says who is writing"
    severity: ClassVar = Severity.INFO
    asks: ClassVar = Advice.PROFILE
    on: ClassVar = On.ASKED
    applies: ClassVar = but_not(
        *(
            kind
            for kind in Archetype
            if kind not in {Archetype.BRAND, Archetype.B2B, Archetype.CARE}
        )
    )
    base_rate: ClassVar = (
        "27 % of the Fortune 500 accounts of 2010 named somebody (Rybalko and Seltzer)."
    )

    min_posts: float = enough(30, "posts", Judgement("fewer are no habit of signing"))
    people_signs: float = below(
        1,
        "signs",
        Judgement("one sign of a person is enough"),
        title="Signs of a person",
    )

    def check(self, composition: Composition, profile: ProfilePage) -> Observed:
        """Look for a person in bio and posts."""
        signs = profile.people_signs()
        return Observed(
            say(
                "Bio and {posts} hold {signs} of who is writing.",
                posts=plain(composition.own_posts, "own posts"),
                signs=plain(signs, "signs"),
            ),
            min_posts=composition.own_posts,
            people_signs=signs,
        )

    examples = (
        fires("nobody anywhere", story(bio="We build.").posts(40)),
        clear("a name in the bio", story(bio="Here tweets by Ann and Bob.").posts(40)),
        clear("signed posts", story(bio="We build.").posts(40, text="The {n} is open ^ab")),
        abstains("no bio in the export", story().posts(40), "not-measurable"),
        abstains(
            "one person's account",
            story(bio="Architect.").posts(40),
            "not-applicable",
            archetype="personal",
        ),
    )
