"""AA606 off-target-audience."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.audience import Audience
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE
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
from acctaudit.words import plain, said


def _people(**bios: int) -> tuple[dict[str, object], ...]:
    """So many followers with each bio."""
    told = [bio.replace("_", " ") for bio, n in bios.items() for _ in range(n)]
    return tuple({"user_id": str(n), "bio": bio} for n, bio in enumerate(told))


@dataclass(frozen=True)
class OffTargetAudience(Pattern):
    """Hardly any follower is one of those whom the account is for.

    ## What it looks for
    The words that you gave for the intended audience (`--audience`), in what the followers
    say of themselves. It is found if surely fewer than 5 % of these bios hold one of them.

    ## Why it matters
    An account can have many followers and reach none of the people it was made for. Then
    neither more posts nor better ones will change what it brings.

    ## What to do
    List thirty people or organisations whom you want to reach. Follow them, read them, and
    answer them where they already talk.

    ## What to expect
    A slowly rising share of followers who belong to the intended audience; the total may
    stay as it is.

    ## How to measure it
    The share of follower bios with your words, in a fresh list, in six months.

    ## When to ignore it
    Bios are short, may be in another language, and many people do not say what they do. The
    words may be too narrow: try those that such people use of themselves.

    ## Limits
    It shows who is among the followers, not who is on the platform. Only whole words are
    found, and only followers with a bio are counted.
    """

    code: ClassVar = "AA606"
    name: ClassVar = "off-target-audience"
    healthy: ClassVar = "The intended audience is among the followers"
    failing: ClassVar = "Hardly any follower is of the intended audience"
    severity: ClassVar = Severity.INFO
    asks: ClassVar = Advice.READERS
    on: ClassVar = On.DATA
    applies: ClassVar = but_not(Archetype.RESERVED)

    min_bios: float = enough(200, "bios", Judgement("fewer leave a rare word to chance"))
    on_target: float = below(
        0.05,
        "share",
        Judgement("fewer than one bio in twenty, as many do not say what they do"),
        title="Bios with your words",
    )

    def check(self, audience: Audience) -> Observed:
        """See how many follower bios hold one of the words."""
        return Observed(
            say(
                "{share} of {bios} hold one of the words for the intended audience.",
                share=said(audience.on_target_share, SHARE),
                bios=plain(audience.follower_bios, "follower bios"),
            ),
            min_bios=audience.follower_bios,
            on_target=audience.on_target_share,
        )

    examples = (
        fires(
            "three analysts among three hundred",
            story()
            .posts(10)
            .with_others("followers", _people(Analyst_of_roads=3, Loves_tea=297)),
            audience="analyst,investor",
        ),
        clear(
            "every fifth is one",
            story()
            .posts(10)
            .with_others("followers", _people(Analyst_of_roads=60, Loves_tea=240)),
            audience="analyst,investor",
        ),
        abstains(
            "a hundred bios",
            story().posts(10).with_others("followers", _people(Loves_tea=100)),
            "insufficient-evidence",
            audience="analyst",
        ),
        abstains(
            "nobody said whom it is for",
            story().posts(10).with_others("followers", _people(Loves_tea=300)),
            "not-measurable",
        ),
    )
