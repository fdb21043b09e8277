"""AA304 slow-to-answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from acctaudit.analyzers.responsiveness import Responsiveness
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE, Estimate, Metric
from acctaudit.pattern import (
    Advice,
    Judgement,
    Observed,
    Pattern,
    Published,
    Severity,
    above,
    enough,
)
from acctaudit.say import joined, say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import plain, said


@dataclass(frozen=True)
class SlowToAnswer(Pattern):
    """Those who are answered wait longer than a day.

    ## What it looks for
    The time until half of the posts to the account had an answer. Posts that got none count
    as still waiting, they are not left out; the first answer counts. It must be longer than
    a day for sure, for all posts and for those that begin a conversation.

    ## Why it matters
    An answer helps while the question is still open. Two thirds of the people asked in 2012
    expected one within a day.

    ## What to do
    Say in the bio when somebody reads along, and aim for the same working day. A short "we
    are looking into it" counts.

    ## What to expect
    People wait less, and some of them need not ask twice; how many, the next export shows.

    ## How to measure it
    The time until half of the conversations were answered, in an export of the mentions of
    the next three months.

    ## When to ignore it
    Most questions come at night or on weekends: with a declared time zone the report also
    gives the time in office hours. Questions that take a laboratory, a lawyer or a ministry
    take longer.

    ## Limits
    Needs an export of the posts by others, with the time of day. Where fewer than half were
    answered there is no such time, and nothing is said about speed. Public holidays are not
    known.
    """

    code: ClassVar = "AA304"
    name: ClassVar = "slow-to-answer"
    healthy: ClassVar = "Answers come in time"
    failing: ClassVar = "Answers come late"
    severity: ClassVar = Severity.MEDIUM
    asks: ClassVar = Advice.ANSWER
    applies: ClassVar = but_not(Archetype.NEWS, Archetype.ALERT, Archetype.RESERVED)
    base_rate: ClassVar = (
        "Averages of 5 to 11 hours among the answers of brands, 2012-2013 (Simply Measured,"
        " Socialbakers, Sprout Social); averages of the answered alone, which look faster."
    )

    min_posts: float = enough(
        20, "posts", Judgement("of fewer the middle one means little")
    )
    min_answers: float = enough(
        10, "posts", Judgement("fewer answers are no habit, be it slow or fast")
    )
    min_hours: float = above(
        24,
        "hours",
        Published(
            "67 % of the people asked expected an answer within 24 hours (The Social Habit"
            " 2012), as quoted by secondary pages"
        ),
        title="Time until half answered",
    )
    min_opening_hours: float = above(
        24,
        "hours",
        Judgement(
            "the same line for conversations that others begin; of posts that do not say"
            " what they answer, all count"
        ),
        title="Same time, new conversations",
    )

    def check(self, answers: Responsiveness) -> Observed:
        """See how long half of them waited."""
        every = _hours(answers.median_response_minutes)
        opening = _hours(answers.median_opening_minutes)
        return Observed(
            _says(answers, every),
            min_posts=answers.eligible,
            min_answers=answers.answered,
            min_hours=every,
            min_opening_hours=opening if isinstance(opening, Estimate) else every,
        )

    examples = (
        fires("two days for every answer", story().posts(9).asked(50, answered_after=48)),
        fires(
            "two days, with office hours known",
            story().posts(9).asked(50, answered_after=48),
            time_zone="Europe/Vienna",
        ),
        clear("two hours", story().posts(9).asked(50, answered_after=2)),
        abstains(
            "most get no answer at all, so there is no speed",
            story().posts(9).asked(15, answered_after=48).asked(40),
            "insufficient-evidence",
        ),
        abstains(
            "twelve questions",
            story().posts(9).asked(12, answered_after=48),
            "insufficient-evidence",
        ),
        abstains("nobody looked for mentions", story().posts(60), "not-measurable"),
    )


def _says(answers: Responsiveness, every: Metric) -> str:
    """How long half of them waited; in office hours too, where these are known."""
    office = answers.median_response_business_minutes
    waited = {
        "posts": plain(answers.eligible, "posts"),
        "time": said(every, "hours"),
        "share": said(answers.answered_within_24h, SHARE),
    }
    if isinstance(office, Estimate):
        half = say(
            "Half of {posts} to the account had an answer after {time}, which is {office}"
            " of office time; {share} had one within a day.",
            office=plain(_hours(office), "hours"),
            **waited,
        )
    else:
        half = say(
            "Half of {posts} to the account had an answer after {time}; {share} had one"
            " within a day.",
            **waited,
        )
    waiting = say("Those without an answer are counted as still waiting.")
    return joined([half, waiting], " ")


def _hours(minutes: Metric) -> Metric:
    """The same time in hours."""
    if not isinstance(minutes, Estimate):
        return minutes
    low = None if minutes.low is None else minutes.low / 60
    high = None if minutes.high is None else minutes.high / 60
    return replace(minutes, value=minutes.number / 60, low=low, high=high)
