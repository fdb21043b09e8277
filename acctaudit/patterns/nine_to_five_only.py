"""AA804 nine-to-five-only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from acctaudit.analyzers.cadence import Cadence
from acctaudit.intent import Archetype, but_not
from acctaudit.measure import SHARE, Estimate, Metric, exact
from acctaudit.pattern import (
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
from acctaudit.words import plain, said

if TYPE_CHECKING:
    from acctaudit.story import Row, Story

_ASKED: tuple[Row, ...] = tuple(
    {
        "post_id": str(700_000 + day),
        "created_at": f"2020-02-{day:02}T20:{day:02}:00Z",
        "author_id": str(3000 + day),
        "author_handle": f"guest{day}",
        "text": "@example are you open tomorrow?",
        "in_reply_to_post_id": None,
    }
    for day in range(1, 29)
)
_ZONE = "Europe/Vienna"


def _weeks(n: int) -> Story:
    """A post each morning from Monday to Friday, and none at the weekend."""
    tale = story()
    for _ in range(n):
        tale = tale.posts(5).silence(2)
    return tale


@dataclass(frozen=True)
class NineToFiveOnly(Pattern):
    """It is there in office hours only, and people write at any hour.

    ## What it looks for
    Nearly all own posts between Monday and Friday, 8 am and 6 pm in the account's own time
    zone, where the export also shows messages from others to the account.

    ## Why it matters
    People use the platform in the evening and at weekends. Most expect the same speed then:
    57 % of those asked in The Social Habit survey did. A question asked on Friday night may
    have been asked elsewhere by Monday.

    ## What to do
    Staff evenings and weekends in the weeks that matter (launches, seasons), and state the
    hours of service in the bio for the rest.

    ## What to expect
    Shorter waiting times for those who write in the evening; the others notice no change.

    ## How to measure it
    Look at the share of messages outside office hours, and at how long they wait for an
    answer, a month after the hours were changed.

    ## When to ignore it
    Companies that sell to companies in one region, and hours of service stated in the bio.

    ## Limits
    Needs the time zone (give it with --time-zone), taken to be the same all the while, and
    an export of the messages from others. Whether these were answered, AA303 says.
    """

    code: ClassVar = "AA804"
    name: ClassVar = "nine-to-five-only"
    healthy: ClassVar = "Is there outside office hours too"
    failing: ClassVar = "Posts in office hours only"
    severity: ClassVar = Severity.INFO
    asks: ClassVar = Advice.OWNER
    on: ClassVar = On.DATA
    applies: ClassVar = but_not(Archetype.ALERT, Archetype.RESERVED)

    min_messages: float = enough(
        20, "messages", Judgement("as many as the share of answered messages needs")
    )
    office_hours_share: float = above(
        0.95,
        "share",
        Judgement("fewer than one post in twenty outside office hours"),
        title="Posts in office hours",
    )

    def check(self, cadence: Cadence) -> Observed:
        """See when the account posts, and when people write to it."""
        asked = cadence.inbound_off_hours_share
        return Observed(
            say(
                "{office} of the own posts were written from Monday to Friday between 8 am"
                " and 6 pm; of {messages} to the account, {outside} came outside these"
                " hours.",
                office=said(cadence.office_hours_share, SHARE),
                messages=plain(_messages(asked), "messages"),
                outside=said(asked, SHARE),
            ),
            min_messages=_messages(asked),
            office_hours_share=cadence.office_hours_share,
        )

    examples = (
        fires(
            "mornings of working days",
            _weeks(30).with_others("inbound", _ASKED),
            time_zone=_ZONE,
        ),
        clear(
            "weekends too",
            story().posts(150).with_others("inbound", _ASKED),
            time_zone=_ZONE,
        ),
        abstains("no time zone", story().posts(150), "not-measurable"),
        abstains("nothing from others", _weeks(30), "not-measurable", time_zone=_ZONE),
        abstains(
            "two messages",
            _weeks(30).with_others("inbound", _ASKED[:2]),
            "insufficient-evidence",
            time_zone=_ZONE,
        ),
    )


def _messages(asked: Metric) -> Metric:
    """How many messages from others carry a time."""
    return exact(asked.n) if isinstance(asked, Estimate) and asked.n is not None else asked
