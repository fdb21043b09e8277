"""CL09 active-until-the-end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.cadence import Cadence
from acctaudit.analyzers.ending import ALIVE, CUT_OFF, SUSPENDED, Ending
from acctaudit.analyzers.phases import Phases
from acctaudit.analyzers.recent import Recent
from acctaudit.claim import OPEN, POSTS, Claim, Part, found
from acctaudit.measure import SHARE, Estimate, Metric, Unknown, exact, not_measurable
from acctaudit.pattern import Judgement, above, at_least, at_most, below, enough
from acctaudit.say import marked, say
from acctaudit.story import answered, story
from acctaudit.verdicts import Verdicts
from acctaudit.weighing import Figure, Held, strange_silences, told
from acctaudit.words import day, said

AFTER = marked("an export that was made after the end, with its day (--as-of)")
LATE = "fade", "silence"
"""Names of the phases of an account that was left before its end."""


@dataclass(frozen=True)
class ActiveUntilTheEnd(Claim):
    """They say that the account was run properly up to its last day.

    ## What is said
    “We were active until the end”: the account was not left to fade before it was closed.

    ## How it is judged
    In three parts. There must be an end: a goodbye, or a month of silence before the day of
    the export. The rate of the last ninety days must surely be at least half of what it was
    before, and must not have faded over the life of the account. And the last ninety days
    must hold no silence of a month that chance does not explain; one right before the
    goodbye contradicts the claim, and so does a fade that began a quarter of a year to a
    year before, unless the rate of the last ninety days surely kept up. Where no end is
    known, nothing is judged before it: the claim stays open.

    ## Limits
    The last months must be in the file; the first ones need not be. An account that is
    still alive has no end to judge. Where the platform suspended an account, the silence
    after it is not the owners'. Deleted posts are in no file.
    """

    code: ClassVar = "CL09"
    name: ClassVar = "active-until-the-end"
    statement: ClassVar = "We were active until the end."

    goodbye: float = at_least(
        1, "posts", Judgement("a goodbye among the last three posts is an end")
    )
    silence_after: float = at_least(
        30, "days", Judgement("a month without a post, up to the day of the export")
    )
    min_posts: float = enough(
        40, "posts", Judgement("with fewer, a change of the rate cannot be seen")
    )
    min_days: float = enough(
        182, "days", Judgement("half a year, so that there is a life before its end")
    )
    kept_up: float = above(
        0.5, SHARE, Judgement("half of the usual rate is still the same account")
    )
    dropped: float = below(
        0.5, SHARE, Judgement("less than half of the usual rate is another account")
    )
    faded: float = at_least(
        1,
        "findings",
        Judgement("the pattern AA207 has the limits: the last quarter against the first"),
    )
    last_phase: float = at_least(
        90, "days", Judgement("a fade that lasts a quarter of a year began before the end")
    )
    last_year: float = at_most(
        365, "days", Judgement("a lower pace kept for longer is the usual one")
    )
    silence_days: float = at_least(30, "days", Judgement("a month is what readers notice"))
    silence_chance: float = below(
        0.05, SHARE, Judgement("the usual limit for what chance does not explain")
    )
    no_silence: float = below(
        1, "silences", Judgement("one that both limits above call long")
    )
    silence_before_goodbye: float = at_least(
        1, "silences", Judgement("who comes back only to say goodbye had left before")
    )

    def parts(
        self,
        recent: Recent,
        cadence: Cadence,
        ending: Ending,
        phases: Phases,
        verdicts: Verdicts,
    ) -> tuple[Part, ...]:
        """The end, the rate before it, and the silences before it.

        Without a known end only what is open: nothing can be said of the time before it.
        """
        parts = (
            self.part(say("It ended"), _end(cadence, ending)),
            self.part(
                say("It posted as often as before"),
                *self._rate(recent, cadence, phases, verdicts),
            ),
            self.part(say("It was not silent before"), *self._silences(cadence, ending)),
        )
        if parts[0].verdict != OPEN:
            return parts
        return tuple(part for part in parts if part.verdict == OPEN)

    def _rate(
        self, recent: Recent, cadence: Cadence, phases: Phases, verdicts: Verdicts
    ) -> tuple[Figure, ...]:
        """The last ninety days against all before, the whole course, the last phase."""
        ratio = self.given("min_posts", cadence.posts_known, recent.rate_ratio)
        ratio = self.given("min_days", cadence.active_days, ratio)
        kept = Figure(
            marked("the rate of the last 90 days was {value} of that before"),
            ratio,
            supports="kept_up",
            contradicts="dropped",
            settle=POSTS,
        )
        course = told(
            marked(
                "the rate of the last quarter of its life was {value} of that of the first"
            ),
            cadence.rate_ratio_last_first,
            SHARE,
        )
        whole = found(verdicts, "AA207", "faded", settle=POSTS, text=course)
        if Held(kept, self.limits()).supports:
            return kept, whole
        return kept, whole, self._last_phase(phases)

    def _last_phase(self, phases: Phases) -> Figure:
        """How long the account had been fading when it ended, if at most a year."""
        last = phases.spans[-1] if phases.spans else None
        if last is None or last.name not in LATE or last.days > self.last_year:
            return Figure("", exact(0), contradicts="last_phase")
        start = day(last.start.isoformat())
        text = say("from {day} on it posted far less than before", day=start)
        return Figure(text, exact(last.days), contradicts="last_phase")

    def _silences(self, cadence: Cadence, ending: Ending) -> tuple[Figure, ...]:
        """The longest silence of the last ninety days, and whether a goodbye ended it."""
        gap = cadence.recent_longest_gap_days
        strange = strange_silences(
            gap, cadence.recent_p_gap, self.silence_days, self.silence_chance
        )
        return (
            Figure(_longest(cadence), strange, supports="no_silence", settle=POSTS),
            Figure(
                "",
                _before_goodbye(gap, strange, ending),
                contradicts="silence_before_goodbye",
                settle=POSTS,
            ),
        )

    examples = (
        answered(
            "a post a day up to the goodbye",
            story().posts(300).says("This was our last tweet. Goodbye!"),
            "supported",
        ),
        answered(
            "a post a day, then one a week, then goodbye",
            story().posts(200).posts(30, every=7).says("This was our last tweet. Goodbye!"),
            "contradicted",
        ),
        answered(
            "two months of silence, then goodbye",
            story().posts(300).silence(60).says("This was our last tweet. Goodbye!"),
            "contradicted",
        ),
        answered("still alive", story().posts(300), "cannot be judged"),
        answered("a month of posts", story().posts(30).silence(60), "cannot be judged"),
    )


def _longest(cadence: Cadence) -> str:
    """The longest silence of the last ninety days, and how likely it is by chance."""
    gap, chance = cadence.recent_longest_gap_days, cadence.recent_p_gap
    if isinstance(chance, Unknown):
        text = marked("the longest silence of the last 90 days lasted {value}")
        return told(text, gap, "days")
    if isinstance(gap, Unknown):
        return ""
    return say(
        "the longest silence of the last 90 days lasted {length}, and chance alone brings"
        " one so long in {chance} of cases",
        length=said(gap, "days"),
        chance=said(chance, SHARE),
    )


def _end(cadence: Cadence, ending: Ending) -> Figure:
    """A goodbye, a suspension, or else the silence up to the day of the export."""
    goodbyes, silent = ending.farewells, cadence.days_since_last_post
    how = ending.how.value if isinstance(ending.how, Estimate) else ""
    if isinstance(goodbyes, Estimate) and goodbyes.number:
        text = say("it said goodbye on {day}", day=day(ending.farewell_date or ""))
        return Figure(text, goodbyes, supports="goodbye")
    if how == SUSPENDED:
        text = say("the platform closed it after its last post, which explains the silence")
        return Figure(text, exact(1), supports="goodbye")
    text = told(
        marked("{value} passed between the last post and the export"), silent, "days"
    )
    if how == CUT_OFF:
        silent = not_measurable(
            "the file holds only a part of the posts, so the end of the file is not that of"
            " the account"
        )
    if how == ALIVE:
        silent = not_measurable("it was still alive when the export was made")
    return Figure(text, silent, supports="silence_after", settle=AFTER)


def _before_goodbye(gap: Metric, strange: Metric, ending: Ending) -> Metric:
    """The strange silence, if it was the goodbye that ended it."""
    if not isinstance(gap, Estimate) or ending.farewell_date is None:
        return exact(0)
    return strange if gap.end == ending.farewell_date else exact(0)
