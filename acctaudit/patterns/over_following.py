"""AA602 over-following."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.audience import Audience
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import Estimate, Metric, exact, too_little
from acctaudit.pattern import Advice, Judgement, Observed, On, Pattern, Severity, at_least
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import UNKNOWN, number, plain


@dataclass(frozen=True)
class OverFollowing(Pattern):
    """It follows far more accounts than follow it.

    ## What it looks for
    At least 500 accounts followed, and at least two of them for each follower.

    ## Why it matters
    Nobody reads 500 accounts. Following by the hundred is often done to be followed back,
    and where that does not happen, everybody who looks at the profile can see it. What
    matters in the timeline is lost among the rest.

    ## What to do
    Unfollow what nobody of you reads, a few each day. Follow new people because of what
    they write, and put large groups on a list instead.

    ## What to expect
    A timeline that can be read and answered again; the number of followers may fall a
    little, as some of them only followed in return.

    ## How to measure it
    Accounts followed for one follower, and how many of them answer or are answered, in
    three months.

    ## When to ignore it
    Researchers, journalists and accounts that collect sources follow many on purpose. A
    young account follows before it is followed.

    ## Limits
    Counts do not show why somebody is followed. They are those of one day.
    """

    code: ClassVar = "AA602"
    name: ClassVar = "over-following"
    healthy: ClassVar = "Follows in moderation"
    failing: ClassVar = "Follows far more accounts than follow it"
    severity: ClassVar = Severity.LOW
    asks: ClassVar = Advice.READERS
    on: ClassVar = On.DATA
    applies: ClassVar = but_not(Archetype.RESERVED)

    following: float = at_least(
        500,
        "accounts",
        Judgement("more than one person can read; fewer do no harm"),
        title="Accounts followed",
    )
    following_per_follower: float = at_least(
        2,
        "times",
        Judgement(
            "the rule of Camisani-Calzolari turned round: he takes it as a sign of life if"
            " twice the followers are at least as many as the accounts followed"
        ),
        title="Accounts followed per follower",
    )

    def check(self, audience: Audience) -> Observed:
        """Compare the two counts."""
        ratio = _ratio(audience)
        shown = number(ratio.number, 1) if isinstance(ratio, Estimate) else say(UNKNOWN)
        return Observed(
            say(
                "Follows {following} and is followed by {followers}: {ratio} for each"
                " follower.",
                following=plain(audience.following, "accounts"),
                followers=plain(audience.followers, "accounts"),
                ratio=shown,
            ),
            following=audience.following,
            following_per_follower=ratio,
        )

    examples = (
        fires("four followed for one", story(followers=500, following=2000).posts(10)),
        clear("as many as follow", story(followers=900, following=900).posts(10)),
        clear("few followed at all", story(followers=50, following=300).posts(10)),
        abstains("no counts", story().posts(10), "not-measurable"),
    )


def _ratio(audience: Audience) -> Metric:
    """Accounts followed for one follower, however few those are."""
    followers, following = audience.followers, audience.following
    if not isinstance(followers, Estimate):
        return followers
    if not isinstance(following, Estimate):
        return following
    if not followers.number:
        return too_little("the account has no followers")
    return exact(following.number / followers.number)
