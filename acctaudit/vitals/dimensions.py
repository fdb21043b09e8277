"""The seven dimensions: which figure each rests on, and how far it is from its anchors.

Missing is neutral: without its figure a dimension has no bar and weighs nothing. Two bars
are flat, because volume is no merit. *Rhythm* counts posting too rarely against an account,
and at the norm it stands at 90, the score of a good figure, however many posts there are
above it. *Sign of life* stands at 90 from a week on, since those who post more are sooner
found to have posted just now. See docs/decisions/0009-cadence-is-flat-above-its-norm.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from acctaudit.analyzers.cadence import Cadence
from acctaudit.analyzers.content import Content
from acctaudit.analyzers.conversation import Conversation
from acctaudit.analyzers.engagement import Engagement
from acctaudit.analyzers.norms import Norms
from acctaudit.analyzers.profile import ProfilePage
from acctaudit.intent import ARCHETYPES, DIALOGUE, Intent
from acctaudit.measure import SHARE, Estimate, Metric, Unknown, not_measurable, scarce
from acctaudit.say import joined, marked, say
from acctaudit.text import lexicon
from acctaudit.vitals.curve import GOOD, curve
from acctaudit.words import count, figure, plain, said

if TYPE_CHECKING:
    from collections.abc import Callable

    from acctaudit.bench import Bench

_NO_CURVE = marked(
    "no published curve says how good an audience is; what can be said of the followers is"
    " said by findings, and their number is no merit"
)
_NORM = "times the norm"


@dataclass(frozen=True)
class Anchor:
    """The two anchors of a dimension: a row of `data/anchors.csv`."""

    archetypes: frozenset[str]
    """Kinds of account that it is for; `b2b:dialogue` = only with dialogue as a goal."""
    median: float
    good: float
    unit: str
    direction: str
    """higher or lower is better; rest = the figure is a share, and the rest counts."""
    flat: str
    """Anchor (median or good) from which on the bar stands at 90; empty = nowhere."""
    needed: int
    """Cases that the figure must rest on."""
    cases: str
    source: str

    def value(self, number: float) -> float:
        """The figure as the curve sees it."""
        return 1 - number if self.direction == "rest" else number

    def score(self, value: float) -> float:
        """Score from 0 to 100, flat where it is to be."""
        scored = curve(value, self.median, self.good)
        if not self.flat:
            return scored
        top = curve(getattr(self, self.flat), self.median, self.good)
        return GOOD * min(1.0, scored / top)

    def said(self) -> str:
        """The scale in words, with its source."""
        middle, good = self._named(self.median), self._named(self.good)
        if self.flat == "median":
            scale = say("The bar stands at 90 from {middle} on.", middle=middle)
        elif self.flat:
            scale = say(
                "50 stands for {middle}, 90 for {good} or fewer.", middle=middle, good=good
            )
        else:
            scale = say("50 stands for {middle}, 90 for {good}.", middle=middle, good=good)
        return joined([scale, joined([say(self.source), "."])], " ")

    def _named(self, value: float) -> str:
        """A value in its unit; the norm itself by its name."""
        if (value, self.unit) == (1, _NORM):
            return say("the norm")
        return figure(value, self.unit)

    def reason_against(self, intent: Intent) -> str | None:
        """Why the dimension is not judged for such an account; None if it is."""
        kind = intent.archetype
        if kind in self.archetypes:
            return None
        with_goal = f"{kind}:{DIALOGUE}" in self.archetypes
        if with_goal and DIALOGUE in intent.goals:
            return None
        named = say(ARCHETYPES[kind])
        if with_goal:
            return say(
                "not judged for {kind} unless dialogue is a declared goal", kind=named
            )
        return say("not judged for {kind}", kind=named)


@dataclass(frozen=True)
class Figure:
    """What a dimension rests on."""

    metric: str
    """As analyzer.metric, to be found in the report."""
    measured: Metric
    says: str


@dataclass(frozen=True)
class Bar:
    """One dimension: its score with interval, or the reason why it has none."""

    dimension: str
    title: str
    weight: float
    """What it weighs in a total; 0 where it is not judged for such an account."""
    metric: str
    says: str
    reading: Metric
    """The figure as the curve sees it, or why there is none."""
    anchor: Anchor | None = None

    @property
    def score(self) -> float | None:
        """0 to 100, or None."""
        return self._at(getattr(self.reading, "value", None))

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """Scores at the bounds of the figure's interval, the lower score first."""
        ends = [getattr(self.reading, name, None) for name in ("low", "high")]
        scores = [score for end in ends if (score := self._at(end)) is not None]
        return (min(scores), max(scores)) if len(scores) == len(ends) else (None, None)

    def _at(self, value: float | None) -> float | None:
        if value is None or self.anchor is None:
            return None
        return self.anchor.score(value)


@cache
def anchors() -> dict[str, Anchor]:
    """The anchors by dimension."""
    return {
        row["dimension"]: Anchor(
            frozenset(row["archetypes"].split()),
            float(row["median"]),
            float(row["good"]),
            row["unit"],
            row["direction"],
            row["flat"],
            int(row["needed"]),
            row["cases"],
            row["source"],
        )
        for row in lexicon("anchors")
    }


def bars(bench: Bench) -> tuple[Bar, ...]:
    """A bar for each dimension, in the order of `data/weights.csv`."""
    intent: Intent = bench.get(Intent)
    return tuple(_bar(row, intent, bench) for row in lexicon("weights"))


def _bar(row: dict[str, str], intent: Intent, bench: Bench) -> Bar:
    name, title = row["dimension"], row["title"]
    anchor = anchors().get(name)
    if anchor is None:
        return Bar(name, title, 0.0, "", "", not_measurable(_NO_CURVE))
    found: Figure = bench.call(_FIGURES[name])
    against = anchor.reason_against(intent)
    if against:
        return Bar(name, title, 0.0, found.metric, "", not_measurable(against))
    reading = _reading(found.measured, anchor)
    known = isinstance(reading, Estimate)
    says = joined([found.says, anchor.said()], " ") if known else ""
    return Bar(name, title, float(row["weight"]), found.metric, says, reading, anchor)


def _reading(metric: Metric, anchor: Anchor) -> Metric:
    """The figure as the curve sees it; too little where it rests on too few cases."""
    if isinstance(metric, Unknown):
        return metric
    if metric.n is not None and metric.n < anchor.needed:
        return scarce(count(metric.n, anchor.cases), anchor.needed)
    low, high = (
        None if bound is None else anchor.value(bound)
        for bound in (metric.low, metric.high)
    )
    return Estimate(anchor.value(metric.number), low, high, metric.n)


def _lifecycle(cadence: Cadence) -> Figure:
    days = cadence.days_since_last_post
    return Figure(
        "cadence.days_since_last_post",
        days,
        say("The last own post is {days} older than the export.", days=plain(days, "days")),
    )


def _cadence(cadence: Cadence, norms: Norms) -> Figure:
    active = isinstance(cadence.posts_per_week_active, Estimate)
    return Figure(
        f"cadence.posts_per_week_{'active' if active else 'lifetime'}",
        norms.posting_to_norm,
        joined([said(cadence.rate, "posts a week"), norms.sentence], ". "),
    )


def _conversation(conversation: Conversation) -> Figure:
    replies = conversation.reply_share
    says = say("{share} of the own posts answer somebody else.", share=said(replies, SHARE))
    return Figure("conversation.reply_share", replies, says)


def _content(content: Content) -> Figure:
    repeated = content.near_duplicate_share
    says = say(
        "{share} of the own posts repeat another one; what counts here is the rest.",
        share=said(repeated, SHARE),
    )
    return Figure("content.near_duplicate_share", repeated, says)


def _profile(page: ProfilePage) -> Figure:
    """Filled fields among those shown; the bounds fill or empty those not shown."""
    filled, missing = page.profile_completeness, page.possibly_missing
    says = say(
        "{share} of the {fields} that the export shows are filled.",
        share=plain(filled, SHARE),
        fields=plain(page.profile_shown, "fields"),
    )
    of = getattr(page.profile_shown, "n", None)
    if isinstance(filled, Estimate) and isinstance(missing, Estimate) and of:
        least, most = missing.low or 0.0, missing.high or 0.0
        filled = Estimate(filled.number, 1 - most / of, 1 - least / of, filled.n)
    return Figure("profile.profile_completeness", filled, says)


def _results(engagement: Engagement) -> Figure:
    to_norm, year = engagement.er_to_norm, engagement.norm_year
    says = say(
        "The median post of {year} gets {times} in reactions per follower. The norm:"
        " {norm}.",
        year=str(year),
        times=said(to_norm, "times the norm"),
        norm=engagement.norm,
    )
    return Figure("engagement.er_to_norm", to_norm, says)


_FIGURES: dict[str, Callable[..., Figure]] = {
    "lifecycle": _lifecycle,
    "cadence": _cadence,
    "conversation": _conversation,
    "content": _content,
    "profile": _profile,
    "results": _results,
}
"""What each dimension rests on, from the results that the parameters ask for by type."""
