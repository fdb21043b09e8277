"""AA607 follower-plateau."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from acctaudit.analyzers.audience import Audience
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import Metric, Unknown, exact
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    On,
    Pattern,
    Severity,
    at_least,
    at_most,
    enough,
)
from acctaudit.say import say
from acctaudit.story import START, abstains, clear, fires, story
from acctaudit.words import plain, said


def _days(n: int, *changes: tuple[int, int]) -> tuple[dict[str, object], ...]:
    """`n` days from the beginning of the story, new followers and unfollows in turn."""
    return tuple(
        {
            "date": (START + timedelta(days=day)).strftime("%Y-%m-%d"),
            "new_follows": changes[day % len(changes)][0],
            "unfollows": changes[day % len(changes)][1],
        }
        for day in range(n)
    )


@dataclass(frozen=True)
class FollowerPlateau(Pattern):
    """The audience has stopped growing while posts go on.

    ## What it looks for
    New followers less unfollows in a typical week, over at least 90 days. It is found if
    the interval of that figure reaches from a loss to a gain, so that neither growth nor
    loss is sure, and at least four posts fell into the last four weeks.

    ## Why it matters
    As many leave as come. That is no failure by itself: growth is not the goal. But where
    reach is meant to grow, more of the same posts will not do it.

    ## What to do
    First ask whether more followers would help your goal at all. If so, look at what the
    weeks with most new followers had in common, and at when people leave.

    ## What to expect
    A decision whether growth is a goal; numbers change only if what is posted, or for whom,
    changes.

    ## How to measure it
    Followers gained in a typical week over the next three months of the daily figures.

    ## When to ignore it
    A mature account in a small field has reached whom it can reach.

    ## Limits
    Only weeks with all seven days in the file are used. Not sure to grow is not sure to
    stand still: look at the width of the interval. The platform itself removes followers
    now and then.
    """

    code: ClassVar = "AA607"
    name: ClassVar = "follower-plateau"
    healthy: ClassVar = "The number of followers moves"
    failing: ClassVar = "The number of followers stands still"
    severity: ClassVar = Severity.INFO
    asks: ClassVar = Advice.READERS
    on: ClassVar = On.DATA
    applies: ClassVar = but_not(Archetype.RESERVED, Archetype.ALERT)

    min_days: float = enough(
        90, "days", Judgement("a quarter, so that a holiday is not the whole of it")
    )
    sure_gain: float = at_most(
        0,
        "followers a week",
        Judgement("the lower end of the interval is not above zero: no sure growth"),
        title="Sure gain of followers",
    )
    sure_loss: float = at_most(
        0,
        "followers a week",
        Judgement("the upper end of it is not below zero either: no sure loss"),
        title="Sure loss of followers",
    )
    posts_meanwhile: float = at_least(
        4,
        "posts",
        Judgement("one a week in the last four weeks: posting continues"),
        title="Posts in four weeks",
    )

    def check(self, audience: Audience) -> Observed:
        """See whether the audience surely grows or shrinks."""
        gained = audience.followers_per_week
        return Observed(
            say(
                "New followers less those who left: {gained} in a typical week, over"
                " {days}, with {posts} in the last four weeks of them.",
                gained=said(gained, "followers"),
                days=plain(audience.growth_days, "days"),
                posts=plain(audience.posts_meanwhile, "posts"),
            ),
            min_days=audience.growth_days,
            sure_gain=_bound(gained, sign=1),
            sure_loss=_bound(gained, sign=-1),
            posts_meanwhile=audience.posts_meanwhile,
        )

    examples = (
        fires(
            "as many leave as come",
            story()
            .posts(120)
            .with_others("daily", _days(120, (5, 2), (1, 6), (4, 3), (2, 1), (3, 3))),
        ),
        clear(
            "two more every day",
            story().posts(120).with_others("daily", _days(120, (5, 2), (3, 2), (4, 2))),
        ),
        clear(
            "nothing is posted any more",
            story().posts(60).silence(60).with_others("daily", _days(120, (1, 2), (2, 1))),
        ),
        abstains(
            "two months",
            story().posts(60).with_others("daily", _days(60, (1, 2), (2, 1))),
            "insufficient-evidence",
        ),
        abstains("no daily figures", story().posts(120), "not-measurable"),
    )


def _bound(gained: Metric, *, sign: int) -> Metric:
    """Followers that are surely won (lower bound) or surely lost (minus the upper)."""
    if isinstance(gained, Unknown):
        return gained
    bound = gained.low if sign > 0 else gained.high
    return exact(sign * (gained.number if bound is None else bound), gained.n)
