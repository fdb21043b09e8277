"""CL03 posted-regularly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from acctaudit.analyzers.cadence import Cadence
from acctaudit.analyzers.norms import Norms
from acctaudit.claim import POSTS, Claim, Part
from acctaudit.measure import SHARE, Metric, Unknown, cases, exact, not_measurable
from acctaudit.pattern import Judgement, above, at_least, at_most, below, enough
from acctaudit.say import marked, say
from acctaudit.story import answered, story
from acctaudit.verdicts import Verdicts
from acctaudit.weighing import Figure, strange_silences, told
from acctaudit.words import said

if TYPE_CHECKING:
    from acctaudit.model.account import Account


@dataclass(frozen=True)
class PostedRegularly(Claim):
    """They say that posts came at a steady pace.

    ## What is said
    “We posted regularly”: no long silences, hardly a week without a post, and often enough
    to be noticed.

    ## How it is judged
    The claim has three parts. The longest silence is held against the account's own rhythm:
    thirty days say nothing about an account that posts once a month. Calendar weeks without
    an own post are counted from the first post to the last. The rate is held against one
    post a week and against the lowest published norm that fits. The claim is contradicted
    if one part surely is, and supported only if all three are.

    ## Limits
    Deleted posts are not in any file, so an account was at least as regular as shown. A
    file that holds only the newest posts can contradict the claim and cannot support it;
    that it holds all must show: it begins within a month of the account's creation, or it
    holds about as many posts as the platform's counter says.
    Regular is not the same as good: nothing here says that anybody wanted the posts.
    """

    code: ClassVar = "CL03"
    name: ClassVar = "posted-regularly"
    statement: ClassVar = "We posted regularly."

    min_intervals: float = enough(
        50, "pauses", Judgement("with fewer, the average rate is too vague to judge by")
    )
    silence_days: float = at_least(30, "days", Judgement("a month is what readers notice"))
    silence_chance: float = below(
        0.05, SHARE, Judgement("the usual limit for what chance does not explain")
    )
    long_silence: float = at_least(
        1, "silences", Judgement("one that both limits above call long")
    )
    whole_life: float = at_least(
        1, "files", Judgement("a part of a life cannot show that all of it was steady")
    )
    born_before: float = at_most(
        30, "days", Judgement("who opens an account posts within a month")
    )
    counted_more: float = at_most(
        0.10, SHARE, Judgement("counters drift, and deleted posts leave the file")
    )
    few_silent_weeks: float = at_most(
        0.10, SHARE, Judgement("the median of 51 ordinary public libraries, 2009-2014")
    )
    many_silent_weeks: float = above(
        0.21,
        SHARE,
        Judgement("three quarters of those 51 libraries had fewer silent weeks"),
    )
    least_rate: float = below(
        1.0, "posts a week", Judgement("less than one post a week is no presence")
    )
    below_norm: float = at_most(
        0,
        "findings",
        Judgement("the pattern AA204 chooses the norm: the lowest published one that fits"),
    )

    def parts(
        self, account: Account, cadence: Cadence, norms: Norms, verdicts: Verdicts
    ) -> tuple[Part, ...]:
        """Silences, empty weeks and the rate."""
        whole = self._whole(account)
        return (
            self.part(
                say("No long silences"),
                Figure(
                    _gap(cadence),
                    self._silence(cadence),
                    unless="long_silence",
                    settle=POSTS,
                ),
                whole,
            ),
            self.part(
                say("Hardly a week without a post"),
                Figure(
                    marked(
                        "{value} of the calendar weeks from the first post to the last have"
                        " no own post"
                    ),
                    cadence.silent_weeks_share,
                    supports="few_silent_weeks",
                    contradicts="many_silent_weeks",
                    settle=POSTS,
                ),
                whole,
            ),
            self.part(
                say("Often enough to be noticed"),
                Figure(
                    _rate(cadence),
                    cadence.rate,
                    contradicts="least_rate",
                    settle=POSTS,
                ),
                Figure(
                    told(
                        marked(
                            "the rate is {value} of the lowest published norm that fits"
                        ),
                        norms.posting_to_norm,
                        SHARE,
                    ),
                    verdicts.found("AA204"),
                    supports="below_norm",
                    settle=POSTS,
                    short=say("more than one post a week, yet fewer than others posted"),
                ),
            ),
        )

    def _whole(self, account: Account) -> Figure:
        """Whether the file holds the life of the account from its first post on."""
        metric: Metric = exact(1)
        if account.timeline != "complete":
            metric = not_measurable(
                "the file does not hold all posts from the first one on"
            )
        elif not self._reaches_back(account):
            metric = not_measurable("the file may not hold all posts")
        return Figure("", metric, supports="whole_life", settle=POSTS)

    def _reaches_back(self, account: Account) -> bool:
        """Whether the birthday or the counter of the platform shows that nothing lacks."""
        born, counted = account.profile.created_at, account.profile.posts_total
        posts = account.in_order["created_at"]
        if born is not None and len(posts):
            age = (posts.iloc[0].date() - born.date()).days
            if age <= self.born_before:
                return True
        limit = (1 + self.counted_more) * len(account.posts)
        return counted is not None and counted <= limit

    def _silence(self, cadence: Cadence) -> Metric:
        """Whether the longest silence is long, and no matter of chance."""
        gap, chance = cadence.longest_gap_days, cadence.p_gap
        among = cases(gap)
        gap = self.given("min_intervals", among, gap)
        return strange_silences(gap, chance, self.silence_days, self.silence_chance)

    examples = (
        answered("two posts a day for a year", story().posts(700, every=0.5), "supported"),
        answered(
            "every fourth month a burst, and silence in between",
            story().posts(30).silence(90).posts(30).silence(90).posts(30),
            "contradicted",
        ),
        answered("one post in six weeks", story().posts(60, every=42), "contradicted"),
        answered(
            "two posts a week, below every norm",
            story().posts(120, every=3.5),
            "cannot be judged",
        ),
        answered("three weeks of posts", story().posts(20), "cannot be judged"),
    )


def _gap(cadence: Cadence) -> str:
    """The longest silence, and how likely it is by chance."""
    gap, chance = cadence.longest_gap_days, cadence.p_gap
    if isinstance(chance, Unknown):
        return told(marked("the longest silence lasted {value}"), gap, "days")
    if isinstance(gap, Unknown):
        return ""
    return say(
        "the longest silence lasted {length}, and posting at random at this rate brings one"
        " so long in {chance} of cases",
        length=said(gap, "days"),
        chance=said(chance, SHARE),
    )


def _rate(cadence: Cadence) -> str:
    """Posts a week, and the same as days for one post."""
    rate, days = cadence.rate, cadence.days_per_post
    if isinstance(rate, Unknown):
        return ""
    if isinstance(days, Unknown):
        return said(rate, "posts a week")
    return say(
        "{rate}, one post in {days}",
        rate=said(rate, "posts a week"),
        days=said(days, "days"),
    )
