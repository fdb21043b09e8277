"""AA604 follower-creation-burst."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import ClassVar, TypeGuard

from acctaudit.analyzers.audience import Audience
from acctaudit.analyzers.births import Births
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE, Estimate, Metric, Unknown
from acctaudit.pattern import (
    About,
    Advice,
    Judgement,
    Observed,
    On,
    Pattern,
    Severity,
    above,
    enough,
)
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import said


def _born(*every: float) -> tuple[dict[str, object], ...]:
    """Followers whose accounts were created so many days after each other."""
    day = datetime(2010, 3, 1, 12, tzinfo=UTC)
    rows: list[dict[str, object]] = []
    for n, wait in enumerate(every):
        day += timedelta(days=wait)
        rows.append({"user_id": str(n), "created_at": day.strftime("%Y-%m-%dT%H:%M:%SZ")})
    return tuple(rows)


@dataclass(frozen=True)
class FollowerCreationBurst(Pattern):
    """Many of its followers were created at the same time.

    ## What it looks for
    The day, and the 30 days in a row, on which most of the followers' own accounts were
    created. It is found if surely more than 5 % of the followers stem from one day, or more
    than 25 % from 30 days.

    ## Why it matters
    People open their accounts over the years. Accounts that are made to be sold are made by
    the thousand within days. A crowd with one birthday is the clearest trace that a bought
    audience leaves in lists of ids.

    ## What to do
    Ask what happened at that time before you use the number of followers anywhere. Look at
    a few dozen of these accounts by eye.

    ## What to expect
    A reason for the crowd, or an audience that you report without it.

    ## How to measure it
    The share of followers from that day or month in a fresh list, in six months.

    ## When to ignore it
    A launch in one region, one viral day or an event at which many opened their first
    account. An account that is only weeks old has followers as young.

    ## Limits
    Only followers with a known birthday, the day on which their account was created, are
    looked at. Where it is taken from the id, these are accounts made since early 2016; so
    in a young account many may be of the same age without any reason. It says nothing of
    any one follower.
    """

    code: ClassVar = "AA604"
    name: ClassVar = "follower-creation-burst"
    healthy: ClassVar = "Followers are of every age"
    failing: ClassVar = "Many followers were created at the same time"
    severity: ClassVar = Severity.HIGH
    asks: ClassVar = Advice.READERS
    on: ClassVar = On.DATA
    applies: ClassVar = but_not(Archetype.RESERVED)
    by_intent: ClassVar = False
    base_rate: ClassVar = (
        "0.6 % from one day and 5.9 % from one month among 1,481 checked people, 35.9 % and"
        " 84.1 % among 1,337 bought followers (our count on Cresci et al. 2015)"
    )

    min_dated: float = enough(
        200, "followers", Judgement("fewer make a handful look like a crowd")
    )
    burst: float = above(
        1,
        "times the line",
        Judgement("one of the two lines below is passed; either is enough"),
        title="Fullest day or month",
    )
    one_day: float = above(
        0.05,
        "share",
        Judgement("eight times the fullest day that we counted among checked people"),
        raises=Severity.HIGH,
        title="Created on one day",
    )
    thirty_days: float = above(
        0.25,
        "share",
        Judgement("four times the fullest month that we counted among checked people"),
        raises=Severity.HIGH,
        title="Created within 30 days",
    )

    def check(self, audience: Audience) -> Observed:
        """See how many followers share a day or a month of birth."""
        day, month = audience.creation_burst_day, audience.creation_burst_30d
        return Observed(
            say(
                "{day} of the followers with a known birthday were created on one day,"
                " {month} within 30 days; the birthday is known of {dated} of the followers"
                " in the file.",
                day=said(day, SHARE),
                month=said(month, SHARE),
                dated=said(audience.dated_share, SHARE),
            ),
            about=self._days(audience.births),
            min_dated=audience.dated_followers,
            burst=_higher(_per(day, self.one_day), _per(month, self.thirty_days)),
            one_day=day,
            thirty_days=month,
        )

    def _days(self, births: Births) -> list[About]:
        """The days that are surely too full; none where others make a full month too.

        A month is a window that moves as followers come, so it is nothing to be known by.
        """
        full = {
            day: share.number
            for day, share in births.full_days()
            if _surely(share, self.one_day)
        }
        if _surely(births.within(30, besides=full), self.thirty_days):
            return []
        return [About(day.isoformat(), "one_day", share) for day, share in full.items()]

    examples = (
        fires(
            "forty followers from one day",
            story().posts(10).with_others("followers", _born(*[9] * 200, *[0] * 40)),
        ),
        fires(
            "a third of them from one month",
            story().posts(10).with_others("followers", _born(*[9] * 200, *[0.3] * 95)),
        ),
        clear(
            "one a week over seven years",
            story().posts(10).with_others("followers", _born(*[7] * 365)),
        ),
        abstains(
            "a hundred followers",
            story().posts(10).with_others("followers", _born(*[0] * 100)),
            "insufficient-evidence",
        ),
        abstains(
            "ids from before 2016",
            story()
            .posts(10)
            .with_others("followers", tuple({"user_id": str(n)} for n in range(300))),
            "not-measurable",
        ),
    )


def _surely(share: Metric, line: float) -> TypeGuard[Estimate]:
    """Whether all of the interval lies above the line."""
    return isinstance(share, Estimate) and (share.low or 0.0) > line


def _per(share: Metric, line: float) -> Metric:
    """The share in units of its line, with its bounds."""
    if isinstance(share, Unknown):
        return share
    low = share.number if share.low is None else share.low
    high = share.number if share.high is None else share.high
    return Estimate(share.number / line, low / line, high / line, share.n)


def _higher(one: Metric, other: Metric) -> Metric:
    """The higher of two, bound by bound, as either is enough."""
    if isinstance(one, Unknown) or isinstance(other, Unknown):
        return one if isinstance(one, Unknown) else other
    return Estimate(
        max(one.number, other.number),
        max(one.low or 0.0, other.low or 0.0),
        max(one.high or 0.0, other.high or 0.0),
        one.n,
    )
