"""Who wrote to the account, was it answered, and how long did that take?

Those without an answer count as still waiting when the file ends. They are never left out,
so that nothing here is an average over the answered alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, cast

from acctaudit import stats
from acctaudit.errors import NotMeasured
from acctaudit.measure import (
    SHARE,
    Estimate,
    Metric,
    Unknown,
    exact,
    metric,
    not_measurable,
    tried,
)
from acctaudit.options import Options
from acctaudit.say import marked

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from acctaudit.analyzers.inbound import Inbound
    from acctaudit.model.account import Account
    from acctaudit.stats.survival import Survival

ELIGIBLE = (
    "posts by others that mention or answer the account, every one and not only those that"
    " begin a conversation; left out are reposts, the account's own posts, what one person"
    " sent again within a day, and all that was written before the first own post in the"
    " file or in its last 72 hours"
)
"""Which posts count, as it is printed."""
_ANSWERED = "answered by an own reply, the first of which counts"
_WAITING = (
    "those without an answer count as still waiting when the file ends (Kaplan-Meier)"
)
_NOBODY = marked("the export holds no post by others that the account could have answered")
_NO_HOURS = marked(
    "some of these posts have a day but no time of day, so nobody can say how long an"
    " answer took"
)
_NO_ZONE = marked(
    "the time zone of the people who answer is not known, and with it their office hours"
    " (give it with --time-zone)"
)
_OPENS, _HOURS, _DAYS, _DAY = 8, 10, 5, 86_400
"""Office hours: from 8 o'clock, ten hours, five days from Monday on (our judgement)."""


@dataclass(frozen=True)
class Responsiveness:
    """Answers to those who wrote to the account."""

    eligible: Metric = metric(
        "Posts to the account",
        "posts",
        f"{ELIGIBLE}; those whose time is not known may count too (upper bound)",
    )
    people: Metric = metric(
        "People who wrote", "people", "different authors of posts to the account"
    )
    answered: Metric = metric(
        "Posts that were answered", "posts", f"posts to the account {_ANSWERED}"
    )
    response_rate: Metric = metric(
        "Posts answered",
        SHARE,
        f"posts to the account {_ANSWERED} / all of them; these are {ELIGIBLE}",
    )
    openings: Metric = metric(
        "Conversations begun by others",
        "posts",
        "posts to the account that reply neither to one of its answers nor to what the same"
        " person wrote to it before",
    )
    opening_response_rate: Metric = metric(
        "Conversations answered",
        SHARE,
        f"conversations begun by others and {_ANSWERED} / conversations begun by others",
    )
    median_response_minutes: Metric = metric(
        "Time until half were answered",
        "minutes",
        f"median time from a post to the account to the first own reply; {_WAITING}",
    )
    median_opening_minutes: Metric = metric(
        "Time until half of the conversations were answered",
        "minutes",
        f"the same for conversations begun by others only; {_WAITING}",
    )
    answered_within_1h: Metric = metric(
        "Answered within an hour",
        SHARE,
        f"posts to the account with an own reply within 1 hour / all of them; {_WAITING}",
    )
    answered_within_24h: Metric = metric(
        "Answered within a day",
        SHARE,
        f"posts to the account with an own reply within 24 hours / all of them; {_WAITING}",
    )
    answered_within_72h: Metric = metric(
        "Answered within three days",
        SHARE,
        f"posts to the account with an own reply within 72 hours / all of them; {_WAITING}",
    )
    median_response_business_minutes: Metric = metric(
        "Office time until half were answered",
        "minutes",
        "the same median, where only Monday to Friday from 8:00 to 18:00 in the declared"
        f" time zone counts; public holidays are not known; {_WAITING}",
    )
    complaints: Metric = metric(
        "Complaints",
        "posts",
        "posts to the account with a word of a list of complaints in English, German,"
        " French, Spanish or Italian",
    )
    complaint_response_rate: Metric = metric(
        "Complaints answered", SHARE, f"complaints {_ANSWERED} / complaints"
    )
    other_response_rate: Metric = metric(
        "All else answered",
        SHARE,
        f"posts to the account that are no complaint, {_ANSWERED} / all that are none",
    )
    complaint_p: Metric = metric(
        "Chance that complaints were answered so much less",
        SHARE,
        "chance of so few answers to complaints if they were answered as often as all"
        " else (Fisher's exact test, one-sided)",
    )
    waits: Survival | Unknown = field(
        default_factory=lambda: not_measurable(_NOBODY), compare=False
    )
    """How long all of them waited, in minutes: the whole curve (Kaplan-Meier)."""


def measure(account: Account, options: Options) -> Responsiveness:
    """Measure who was answered, and how fast."""
    from acctaudit.analyzers.inbound import Inbound

    desk = _Desk(Inbound(account))
    return Responsiveness(
        eligible=tried(desk.count),
        people=tried(desk.people),
        answered=tried(lambda: exact(int(desk.has.sum()), len(desk.has))),
        response_rate=tried(lambda: desk.rate(desk.all)),
        openings=tried(lambda: exact(int(desk.openings.sum()), len(desk.asked))),
        opening_response_rate=tried(lambda: desk.rate(desk.openings)),
        median_response_minutes=tried(desk.median),
        median_opening_minutes=tried(lambda: desk.survival(desk.openings).median()),
        answered_within_1h=tried(lambda: desk.waits.by(60)),
        answered_within_24h=tried(lambda: desk.waits.by(24 * 60)),
        answered_within_72h=tried(lambda: desk.waits.by(72 * 60)),
        median_response_business_minutes=tried(
            lambda: desk.office(options.time_zone).median()
        ),
        complaints=tried(lambda: exact(int(desk.complain.sum()), len(desk.asked))),
        complaint_response_rate=tried(
            lambda: desk.rate(desk.complain, marked("complaints"))
        ),
        other_response_rate=tried(lambda: desk.rate(~desk.complain)),
        complaint_p=tried(desk.complaint_p),
        waits=_waits(desk),
    )


def _waits(desk: _Desk) -> Survival | Unknown:
    """The curve, or why there is none."""
    try:
        return desk.waits if len(desk.asked) else not_measurable(_NOBODY)
    except NotMeasured as gap:
        return not_measurable(gap.reason)


@dataclass(frozen=True)
class _Desk:
    """The posts that count and what became of them, as arrays in the same order."""

    inbound: Inbound

    @cached_property
    def asked(self) -> pd.DataFrame:
        return self.inbound.eligible

    @property
    def all(self) -> NDArray[np.bool_]:
        return self.asked["post_id"].notna().to_numpy()

    @cached_property
    def has(self) -> NDArray[np.bool_]:
        """Whether each was answered."""
        return self.inbound.answers["at"].notna().to_numpy()

    @cached_property
    def openings(self) -> NDArray[np.bool_]:
        return self.inbound.opens.to_numpy(dtype=bool)

    @cached_property
    def complain(self) -> NDArray[np.bool_]:
        import numpy as np

        from acctaudit.analyzers.complaints import is_complaint

        texts = self.asked["text"]
        if len(texts) and not texts.any():
            raise NotMeasured("this export does not hold the texts of posts by others")
        return np.array([is_complaint(text) for text in texts], dtype=bool)

    def count(self) -> Metric:
        """How many count; at most those whose time is not known beside them."""
        n = len(self.asked)
        return Estimate(n, n, n + self.inbound.undated)

    def people(self) -> Metric:
        """How many different authors there are."""
        authors = self.asked["author"]
        if not authors.all():
            raise NotMeasured("this export does not say who wrote some of these posts")
        return exact(int(authors.nunique()), len(authors))

    def rate(
        self, chosen: NDArray[np.bool_], of: str = marked("posts by others to the account")
    ) -> Metric:
        """Share of the chosen ones that were answered."""
        return stats.share(int(self.has[chosen].sum()), int(chosen.sum()), of)

    def complaint_p(self) -> Metric:
        """Chance that complaints were answered so seldom, if no difference is made."""
        from acctaudit.stats.association import fisher_less

        groups = (self.has[self.complain], self.has[~self.complain])
        (k1, n1), (k2, n2) = ((int(group.sum()), len(group)) for group in groups)
        return fisher_less(k1, n1, k2, n2)

    def median(self) -> Metric:
        """Time until half of them were answered."""
        return self.waits.median()

    @cached_property
    def waits(self) -> Survival:
        """How long all of them waited, in minutes."""
        return self.survival(self.all)

    def survival(self, chosen: NDArray[np.bool_]) -> Survival:
        """How long the chosen ones waited, in minutes."""
        from acctaudit.stats.survival import kaplan_meier

        asked, until = self._moments()
        minutes = ((until - asked).dt.total_seconds() / 60).clip(lower=0).to_numpy()
        return kaplan_meier(minutes[chosen], self.has[chosen])

    def office(self, zone: str | None) -> Survival:
        """How long they waited, in minutes of office hours."""
        from acctaudit.stats.survival import kaplan_meier

        asked, until = self._moments()
        if zone is None:
            raise NotMeasured(_NO_ZONE)
        seconds = _office_seconds(until, zone) - _office_seconds(asked, zone)
        return kaplan_meier(seconds.clip(lower=0).to_numpy() / 60, self.has)

    def _moments(self) -> tuple[pd.Series, pd.Series]:
        """When each was asked, and when waiting ended: by an answer or with the file."""
        answers = self.inbound.answers
        if not (self.asked["whole"].all() and answers["whole"].all()):
            raise NotMeasured(_NO_HOURS)
        asked = self.asked["asked"]
        return asked, answers["at"].fillna(self.inbound.end) if len(asked) else asked


def _office_seconds(moments: pd.Series, zone: str) -> pd.Series:
    """Seconds of office hours since a Monday long ago, up to each moment."""
    import pandas as pd

    local = moments.dt.tz_convert(zone).dt.tz_localize(None)
    seconds = (local - pd.Timestamp("1969-12-29")).dt.floor("s").dt.total_seconds()
    week, of_week = seconds // (7 * _DAY), seconds % (7 * _DAY)
    day, full = of_week // _DAY, _HOURS * 3600
    today = (of_week % _DAY - _OPENS * 3600).clip(0, full).where(day < _DAYS, 0)
    worked = week * _DAYS * full + day.clip(upper=_DAYS) * full + today
    return cast("pd.Series", worked)
