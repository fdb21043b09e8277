"""CL10 grew-by-itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import ClassVar

from acctaudit.analyzers.audience import Audience
from acctaudit.claim import Claim, Part, found
from acctaudit.measure import SHARE, Estimate, exact
from acctaudit.pattern import Judgement, Published, at_least, below
from acctaudit.patterns.follow_for_follow import FollowForFollow
from acctaudit.say import marked, say
from acctaudit.story import START, Row, Story, answered, story
from acctaudit.verdicts import Verdicts
from acctaudit.weighing import Figure, told

LISTS = marked("the lists of followers and of accounts followed, both with ids")
DATED = marked(
    "a list of the followers with the day on which each of their accounts was created"
)
DAYS = marked("the daily overview table (CSV), which counts new followers day by day")


def _people(numbers: range, *, same_day: int = 0) -> tuple[Row, ...]:
    """Accounts, each created on a day of its own but those of the first `same_day`."""
    day = START - timedelta(days=3000)
    return tuple(
        {
            "user_id": str(n),
            "created_at": f"{day + timedelta(days=max(0, n - same_day) * 7):%Y-%m-%d}",
        }
        for n in numbers
    )


def _days(new: int, n: int = 60) -> tuple[Row, ...]:
    """The daily overview of an account that wins so many followers a day, give or take."""
    return tuple(
        {
            "date": f"{START + timedelta(days=day):%Y-%m-%d}",
            "new_follows": new + day % 3,
            "unfollows": day % 2,
        }
        for day in range(n)
    )


def _grown() -> Story:
    """An account that followed few, and was found by many, one by one."""
    return (
        story(followers=300, following=120)
        .posts(60, likes=2, reposts=0)
        .with_others("followers", _people(range(300)))
        .with_others("following", _people(range(280, 400)))
        .with_others("daily", _days(4))
    )


@dataclass(frozen=True)
class GrewByItself(Claim):
    """They say that nobody was bought, and nothing traded.

    ## What is said
    “Our audience grew by itself”: nobody was followed in order to be followed back, no
    followers were bought, and every jump in their number has a reason in the posts.

    ## How it is judged
    Three ways in which an audience is made are looked for. Follows that were traded show in
    as many accounts followed as followers, most of whom follow back. Followers made in one
    go show in the days on which their accounts were created. Followers that came in one go
    show as a jump on a day without a post that drew anybody. One of them contradicts the
    claim; it is supported only if none of the three is there and all could be looked for.

    ## Limits
    A mention in the press brings followers too, and no file shows it. Counts alone never
    decide: as many accounts followed as followers can be chance, and natural among people
    who know each other. Nothing is said about any single follower.
    """

    code: ClassVar = "CL10"
    name: ClassVar = "grew-by-itself"
    statement: ClassVar = "Our audience grew by itself."

    traded: float = at_least(
        1,
        "findings",
        Judgement("the pattern AA601 has the limits, and asks for both lists"),
    )
    follow_back: float = below(
        0.40,
        SHARE,
        Published(
            "about twice the 22.1 % that Kwak et al. found in 2010",
            "https://doi.org/10.1145/1772690.1772751",
        ),
    )
    made_together: float = at_least(
        1,
        "findings",
        Judgement("the pattern AA604 has the limits: a day with 5 %, a month with 25 %"),
    )
    came_together: float = at_least(
        1,
        "findings",
        Judgement("the pattern AA605 has the limits: a jump that no post explains"),
    )

    def parts(self, audience: Audience, verdicts: Verdicts) -> tuple[Part, ...]:
        """Follows traded, followers made together, followers that came together."""
        return (
            self.part(say("Follows were not traded"), *_trade(audience, verdicts)),
            self.part(
                say("Followers were not made together"),
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
            self.part(
                say("Followers did not come together"),
                found(
                    verdicts,
                    "AA605",
                    "came_together",
                    settle=DAYS,
                    text=told(
                        marked("{value} with a jump in followers that no post explains"),
                        audience.spike_days,
                        "days",
                    ),
                ),
            ),
        )

    examples = (
        answered("slow growth that three lists show", _grown(), "supported"),
        answered(
            "as many followed as followers, and all of them follow back",
            story(followers=300, following=300)
            .posts(60)
            .with_others("followers", _people(range(300)))
            .with_others("following", _people(range(300))),
            "contradicted",
        ),
        answered(
            "four followers in ten made on one day",
            story(followers=300, following=40)
            .posts(60)
            .with_others("followers", _people(range(300), same_day=120)),
            "contradicted",
        ),
        answered(
            "counts only", story(followers=527, following=524).posts(60), "cannot be judged"
        ),
    )


def _trade(audience: Audience, verdicts: Verdicts) -> tuple[Figure, Figure]:
    """Who follows back; where far fewer are followed than follow, the counts are enough."""
    enough = verdicts.found("AA601") == exact(0) and not _at_par(audience)
    pairs = told(
        marked("accounts followed for each follower: {value}"),
        audience.following_to_followers,
        "",
    )
    counted = found(verdicts, "AA601", "traded", settle=LISTS, text=pairs)
    back = Figure(
        marked("{value} of the accounts it follows follow back"),
        audience.reciprocity,
        supports="" if enough else "follow_back",
        unit=SHARE,
        settle=LISTS,
    )
    return back, counted if enough else replace(counted, unless="", contradicts="traded")


def _at_par(audience: Audience) -> bool:
    """Whether as many are followed as follow, so that only the lists can decide."""
    ratio, limits = audience.following_to_followers, FollowForFollow()
    low, high = limits.following_per_follower, limits.following_per_follower_high
    return isinstance(ratio, Estimate) and low < ratio.number < high
