"""AA605 follower-spike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from acctaudit.analyzers.audience import Audience
from acctaudit.intent import Archetype, but_not
from acctaudit.pattern import (
    About,
    Advice,
    Judgement,
    Observed,
    On,
    Pattern,
    Severity,
    at_least,
    enough,
)
from acctaudit.say import say
from acctaudit.story import START, abstains, clear, fires, story
from acctaudit.words import day, listed, plain


def _days(*new: int) -> tuple[dict[str, object], ...]:
    """A row for each day from the beginning of the story."""
    return tuple(
        {
            "date": (START + timedelta(days=n)).strftime("%Y-%m-%d"),
            "new_follows": count,
            "unfollows": 1,
        }
        for n, count in enumerate(new)
    )


_USUAL = (3, 4, 5, 4, 6)


@dataclass(frozen=True)
class FollowerSpike(Pattern):
    """Followers came in a rush that no post explains.

    ## What it looks for
    Days with far more new followers than usual: more than six robust spreads above the
    middle day, both of all days and of the month before and after (the spread is the usual
    distance from the middle, which a few wild days do not change). A day counts if no post
    within three days got more than 20 times the reactions of the median post.

    ## Why it matters
    Followers who come without a reason rarely come to read. A rush that nothing on the
    account explains was caused elsewhere, by the press, by an advertisement, or by an
    order for followers, and it should be known which.

    ## What to do
    Ask everybody who runs the account, and any agency, what happened on these days. Write
    the reason down beside the growth figures.

    ## What to expect
    Growth figures that can be told apart into won, paid and unexplained; the total does not
    change.

    ## How to measure it
    Unexplained days in the next three months of the daily figures, and whether the
    followers of the rush have left since.

    ## When to ignore it
    A report in the press or on television, a mention by a large account, an advertisement
    that you know of.

    ## Limits
    What happens outside the account cannot be seen in its own files. Days that the file
    does not hold are not known.
    """

    code: ClassVar = "AA605"
    name: ClassVar = "follower-spike"
    healthy: ClassVar = "New followers came when there was a reason"
    failing: ClassVar = "Followers came in a rush that no post explains"
    severity: ClassVar = Severity.MEDIUM
    asks: ClassVar = Advice.READERS
    on: ClassVar = On.DATA
    applies: ClassVar = but_not(Archetype.RESERVED)
    by_intent: ClassVar = False

    min_days: float = enough(
        30, "days", Judgement("what is usual shows in a month, not in a week")
    )
    spike_days: float = at_least(
        1,
        "days",
        Judgement("one such day is enough to ask what happened"),
        title="Days of unexplained growth",
    )
    spike_followers: float = at_least(
        50,
        "followers",
        Judgement("fewer change no figure that anybody reports"),
        title="Unexplained new followers",
    )

    def check(self, audience: Audience) -> Observed:
        """Look for days that stand out and that no post explains."""
        return Observed(
            _says(audience),
            about=self._about(audience),
            min_days=audience.growth_days,
            spike_days=audience.spike_days,
            spike_followers=audience.spike_followers,
        )

    def _about(self, audience: Audience) -> list[About]:
        """The days; small ones count where they are enough together."""
        small = [new for _, new in audience.spikes if new < self.spike_followers]
        alone = sum(small) < self.spike_followers
        return [
            About(day, "spike_followers" if alone or new not in small else "", new)
            for day, new in audience.spikes
        ]

    examples = (
        fires(
            "four hundred on one day",
            story()
            .posts(60, likes=2, reposts=0)
            .with_others("daily", _days(*_USUAL * 6, 400, *_USUAL * 5)),
        ),
        clear(
            "the same after a post that everybody passed on",
            story()
            .posts(29, likes=2, reposts=0)
            .says("A bear on our building site", likes=900, reposts=300)
            .posts(30, likes=2, reposts=0)
            .with_others("daily", _days(*_USUAL * 6, 400, *_USUAL * 5)),
        ),
        clear(
            "no day stands out",
            story().posts(60, likes=2, reposts=0).with_others("daily", _days(*_USUAL * 12)),
        ),
        abstains(
            "no reaction counts, so that a post may explain it",
            story().posts(60).with_others("daily", _days(*_USUAL * 6, 400, *_USUAL * 5)),
            "insufficient-evidence",
        ),
        abstains(
            "three weeks",
            story()
            .posts(20, likes=2, reposts=0)
            .with_others("daily", _days(*_USUAL * 3, 400, *_USUAL)),
            "insufficient-evidence",
        ),
        abstains("no daily figures", story().posts(60), "not-measurable"),
    )


def _says(audience: Audience) -> str:
    """The days with their followers; the largest by name, if there are any."""
    days = plain(audience.spike_days, "days")
    followers = plain(audience.spike_followers, "followers")
    usual = plain(audience.new_followers_per_day, "followers")
    if not audience.largest_spikes:
        return say(
            "{days} with far more new followers than usual and no post that explains it:"
            " {followers} in all, where a usual day brings {usual}.",
            days=days,
            followers=followers,
            usual=usual,
        )
    return say(
        "{days} with far more new followers than usual and no post that explains it, most"
        " of all {when}: {followers} in all, where a usual day brings {usual}.",
        days=days,
        when=listed([day(date) for date in audience.largest_spikes]),
        followers=followers,
        usual=usual,
    )
