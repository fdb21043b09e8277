"""Which published norm fits the account and the year of its data?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit.analyzers.cadence import Cadence
from acctaudit.intent import Intent
from acctaudit.measure import SHARE, Estimate, Metric, metric
from acctaudit.say import joined, say
from acctaudit.text import lexicon
from acctaudit.words import number

if TYPE_CHECKING:
    from acctaudit.model.account import Account

_NEAR = 3
"""Years between the data and a norm of the account's own kind, at most: our judgement."""


@dataclass(frozen=True)
class Norms:
    """The account's rate against the lowest published norm that fits it."""

    posting_to_norm: Metric = metric(
        "Rate against the norm",
        SHARE,
        "posts a week / lowest published norm, among those for organisations of any kind"
        " and those for its own kind within three years of the data",
        window="active",
    )
    sentence: str = ""
    """The norm, its population, year and source; and that nearest in time, if another."""


def measure(account: Account, intent: Intent, cadence: Cadence) -> Norms:
    """Choose the norm, the lowest where several fit, and divide by it."""
    year = account.own["created_at"].iloc[-1].year if len(account.own) else None
    rows = [row for row in lexicon("posting_norms") if _fits(row, intent, year)]
    lowest = min(rows, key=lambda row: float(row["posts_per_week"]))
    sentence = say("The lowest norm that fits is {norm}.", norm=_norm(lowest))
    nearest = min(
        _near(year), key=lambda row: abs(int(row["year"]) - (year or 0)), default=lowest
    )
    if nearest is not lowest:
        nearer = say("Nearer in time: {norm}.", norm=_norm(nearest))
        sentence = joined([sentence, nearer], " ")
    return Norms(_divided(cadence.rate, float(lowest["posts_per_week"])), sentence)


def _fits(row: dict[str, str], intent: Intent, year: int | None) -> bool:
    if row["archetypes"] == "any":
        return True
    near = year is not None and abs(int(row["year"]) - year) <= _NEAR
    return near and intent.archetype in row["archetypes"].split()


def _near(year: int | None) -> list[dict[str, str]]:
    """Norms within three years of the data, of any organisations but news media."""
    return [
        row
        for row in lexicon("posting_norms")
        if year is not None
        and abs(int(row["year"]) - year) <= _NEAR
        and row["archetypes"] != "news"
    ]


def _norm(row: dict[str, str]) -> str:
    told = {name: say(row[name]) for name in ("statistic", "population", "source")}
    return say(
        "{posts} a week ({statistic} of {population}, {year}; {source})",
        posts=number(float(row["posts_per_week"]), 1),
        year=row["year"],
        **told,
    )


def _divided(rate: Metric, norm: float) -> Metric:
    if not isinstance(rate, Estimate) or rate.low is None or rate.high is None:
        return rate
    return Estimate(rate.number / norm, rate.low / norm, rate.high / norm, rate.n)
