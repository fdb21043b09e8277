"""AA601 follow-for-follow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.audience import Audience
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE, Estimate
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    Pattern,
    Published,
    Severity,
    above,
    below,
    enough,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import UNKNOWN, number, plain, said


def _people(*numbers: int) -> tuple[dict[str, object], ...]:
    return tuple({"user_id": str(n)} for n in numbers)


@dataclass(frozen=True)
class FollowForFollow(Pattern):
    """It follows about as many as follow it.

    ## What it looks for
    As many accounts followed as followers, give or take a tenth, both at least 200. By
    itself that is information only. It becomes a finding where the lists show that more
    than 40 % of the accounts followed follow back.

    ## Why it matters
    An audience that was collected by trading follows hardly reads. Its size says nothing
    about whom the account reaches.

    ## What to do
    Stop trading follows. Follow whom you would read, and let the number fall.

    ## What to expect
    The number of followers falls at first. Those who stay are more likely to read, so the
    reactions per follower should rise.

    ## How to measure it
    Accounts followed per follower and reactions per follower and post, half a year later;
    how many followers there are is no measure of success here.

    ## When to ignore it
    A small local business, an early network, a person among friends: there about one to one
    is natural.

    ## Limits
    The counts show that the two numbers are alike, and not why. To see who follows back
    takes both lists, with ids.
    """

    code: ClassVar = "AA601"
    name: ClassVar = "follow-for-follow"
    healthy: ClassVar = "Followers were not traded for follows"
    failing: ClassVar = "Follows about as many as follow it"
    severity: ClassVar = Severity.INFO
    asks: ClassVar = Advice.READERS
    applies: ClassVar = but_not(Archetype.RESERVED)
    base_rate: ClassVar = "22.1 % of linked pairs follow each other (Kwak et al. 2010)"

    min_followers: float = enough(200, "accounts", Judgement("below, it may be chance"))
    min_following: float = enough(200, "accounts", Judgement("below, it may be chance"))
    following_per_follower: float = above(
        0.9, "times", Judgement("a tenth below 1"), title="Accounts followed per follower"
    )
    following_per_follower_high: float = below(
        1.1,
        "times",
        Judgement("a tenth above 1"),
        of="following_per_follower",
        title="Accounts followed per follower",
    )
    reciprocity_medium: float = above(
        0.40,
        "share",
        Published(
            "about twice the 22.1 % that Kwak et al. found in 2010",
            "https://doi.org/10.1145/1772690.1772751",
        ),
        raises=Severity.MEDIUM,
        title="Share that follows back",
    )

    def check(self, audience: Audience) -> Observed:
        """Compare the two counts, and the two lists where they exist."""
        return Observed(
            say(
                "Follows {following}, is followed by {followers}: {ratio} for each"
                " follower; {back}.",
                following=plain(audience.following, "accounts"),
                followers=plain(audience.followers, "accounts"),
                ratio=_ratio(audience),
                back=_back(audience),
            ),
            min_followers=audience.followers,
            min_following=audience.following,
            following_per_follower=audience.following_to_followers,
            reciprocity_medium=audience.reciprocity,
        )

    examples = (
        fires("parity in the counts", story(followers=527, following=524).posts(10)),
        fires(
            "parity, and everybody follows back",
            story(followers=300, following=300)
            .posts(10)
            .with_others("followers", _people(*range(300)))
            .with_others("following", _people(*range(300))),
        ),
        clear("far more followers", story(followers=9000, following=400).posts(10)),
        abstains(
            "small numbers",
            story(followers=120, following=120).posts(10),
            "insufficient-evidence",
        ),
        abstains("no counts", story().posts(10), "not-measurable"),
    )


def _ratio(audience: Audience) -> str:
    ratio = audience.following_to_followers
    return number(ratio.number, 2) if isinstance(ratio, Estimate) else say(UNKNOWN)


def _back(audience: Audience) -> str:
    """How many of those it follows return it, where the lists tell."""
    if not isinstance(audience.reciprocity, Estimate):
        return say(
            "who follows back cannot be seen in this export, so this is information only"
        )
    return say(
        "{share} of the accounts it follows follow back",
        share=said(audience.reciprocity, SHARE),
    )
