"""CL07 large-audience."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from acctaudit.analyzers.audience import Audience
from acctaudit.analyzers.engagement import Engagement
from acctaudit.claim import COUNTS, PROFILES, Claim, Part, found
from acctaudit.errors import NotMeasured
from acctaudit.measure import SHARE, Estimate, Metric, cases, exact, not_measurable, tried
from acctaudit.options import Said
from acctaudit.pattern import Judgement, Published, above, at_least, below, enough
from acctaudit.say import marked, say
from acctaudit.story import START, Row, answered, story
from acctaudit.verdicts import Verdicts
from acctaudit.weighing import Figure, told
from acctaudit.words import day, number, plain

if TYPE_CHECKING:
    from acctaudit.model.account import Account

DATED = marked(
    "a list of the followers with the day on which each of their accounts was created"
)


def _followers(n: int, *, bought: int = 0) -> tuple[Row, ...]:
    """Followers whose accounts are of all ages; some follow far more than follow them."""
    day = START - timedelta(days=3000)
    return tuple(
        {
            "user_id": str(i),
            "created_at": f"{day + timedelta(days=7 * i):%Y-%m-%d}",
            "followers": 10 if i < bought else 200,
            "following": 900 if i < bought else 180,
        }
        for i in range(n)
    )


@dataclass(frozen=True)
class LargeAudience(Claim):
    """They name a number of followers.

    ## What is said
    “We have a large audience”, with a number: so many people follow the account, and so
    many are reached. Give the number with the claim, as in `large-audience=500`.

    ## How it is judged
    In three parts. The number of followers on the day of the export is held against the
    number that was said. The followers must not look bought: neither do many of them follow
    ten times as many as follow them, nor were many of their accounts created together. And
    they must be reached: posts get reactions. One part that surely fails contradicts the
    claim; it is supported if all three hold.

    ## Limits
    The number is that of one day; before and after it may have been another. Followers who
    read and never react are not seen in counts of reactions. Size is no merit: it never
    raises anything in this report.
    """

    code: ClassVar = "CL07"
    name: ClassVar = "large-audience"
    statement: ClassVar = "We have a large audience."

    fewer_than_said: float = below(
        1.0, "times", Judgement("the number that was said is the limit")
    )
    look_bought: float = at_least(
        1,
        "findings",
        Judgement("the pattern AA603 has the limit: surely more than 20 % look bought"),
    )
    made_together: float = at_least(
        1,
        "findings",
        Judgement("the pattern AA604 has the limits: a day with 5 %, a month with 25 %"),
    )
    min_posts: float = enough(
        50, "posts", Judgement("enough for a share with a narrow interval")
    )
    reached: float = below(
        0.80,
        SHARE,
        Published("71 % of all posts in 2010 got no reaction (Sysomos); drawn above"),
    )
    not_reached: float = above(
        0.80,
        SHARE,
        Published("71 % of all posts in 2010 got no reaction (Sysomos); drawn above"),
    )
    half_of_norm: float = above(
        0.5, SHARE, Judgement("half of the usual reactions per follower are still a reach")
    )

    def parts(
        self,
        account: Account,
        audience: Audience,
        engagement: Engagement,
        verdicts: Verdicts,
        said: Said,
    ) -> tuple[Part, ...]:
        """The number, whether it looks made, and whether anybody reacts."""
        return (
            self.part(
                say("As many followers as was said"), _number(account, audience, said)
            ),
            self.part(
                say("The followers do not look bought"),
                found(
                    verdicts,
                    "AA603",
                    "look_bought",
                    settle=PROFILES,
                    text=told(
                        marked("{value} of the followers look bought"),
                        audience.suspect_share,
                        SHARE,
                    ),
                ),
                found(
                    verdicts,
                    "AA604",
                    "made_together",
                    settle=DATED,
                    text=told(
                        marked("{value} of the followers were created on the same day"),
                        audience.creation_burst_day,
                        SHARE,
                    ),
                ),
            ),
            self.part(say("The followers are reached"), *self._reach(engagement)),
        )

    def _reach(self, engagement: Engagement) -> tuple[Figure, ...]:
        """Posts without a reaction, and the usual reactions against the norm."""
        silent, ratio = engagement.zero_reaction_share, engagement.er_to_norm
        many = isinstance(ratio, Estimate) and (ratio.low or 0) > self.half_of_norm
        posts = cases(silent)
        return (
            Figure(
                marked("{value} of the own posts with counts got no reaction at all"),
                self.given("min_posts", posts, silent),
                supports="" if many else "reached",
                contradicts="not_reached",
                settle=COUNTS,
            ),
            Figure(
                marked("reactions per follower and post are {value} of the norm"),
                ratio,
                supports="half_of_norm" if many else "",
                unit=SHARE,
            ),
        )

    examples = (
        answered(
            "a thousand followers of all ages, and a like for every post",
            story(followers=1000)
            .posts(60, likes=3, reposts=0)
            .with_others("followers", _followers(300)),
            "supported",
            claim="large-audience=500",
        ),
        answered(
            "fewer than was said",
            story(followers=400).posts(60),
            "contradicted",
            claim="large-audience=500",
        ),
        answered(
            "two followers in three look bought",
            story(followers=1000)
            .posts(60, likes=3, reposts=0)
            .with_others("followers", _followers(300, bought=200)),
            "contradicted",
            claim="large-audience=500",
        ),
        answered(
            "many followers, and not one reaction in a year",
            story(followers=5000).posts(200, likes=0, reposts=0),
            "contradicted",
            claim="large-audience=5000",
        ),
        answered(
            "no number was said",
            story(followers=1000).posts(60, likes=3, reposts=0),
            "cannot be judged",
        ),
        answered(
            "the number is right, and nothing else is known",
            story(followers=527).posts(60),
            "cannot be judged",
            claim="large-audience=500",
        ),
    )


def _number(account: Account, audience: Audience, said: Said) -> Figure:
    """Followers on the day of the export over the number that was said."""
    followers, claimed = audience.followers, said.figure
    if not claimed:
        unsaid = not_measurable("the claim names no number of followers")
        settle = say("the number that was said, as in --claim large-audience=500")
        return Figure("", unsaid, unless="fewer_than_said", settle=settle)

    def ratio() -> Metric:
        account.observed()
        if not isinstance(followers, Estimate):
            raise NotMeasured(followers.reason)
        return exact(followers.number / claimed, followers.n)

    value = tried(ratio)
    settle = say("the number of followers with the day of the export (--as-of)")
    text = ""
    if isinstance(value, Estimate):
        text = say(
            "{followers} on {day}, {claimed} were said",
            followers=plain(followers, "followers"),
            day=day(str(account.as_of)),
            claimed=number(claimed),
        )
    return Figure(text, value, unless="fewer_than_said", settle=settle)
