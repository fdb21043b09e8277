"""The lists of people: do followers look bought, when were they made, what do they say?

Whatever is measured here is about all followers together, never about one of them.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

from acctaudit import stats
from acctaudit.errors import NotMeasured
from acctaudit.measure import Estimate, Metric, Unknown, exact, too_little
from acctaudit.say import marked, say
from acctaudit.stats.prevalence import Rule, prevalence
from acctaudit.text import lexicon
from acctaudit.words import count, number, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import pandas as pd

    from acctaudit.model.account import Account

_TIMES = 10
"""Following at least ten times one's followers: of the rules in `data/follower_rules.csv`
the one that errs least."""
_RULE = "following_10_times_followers"
_LEAST_DATED = 200
_SNOWFLAKE_USER = 10**16
"""Ids of people counted up to some 5 · 10⁹, until in early 2016 they began to hold the time
of their making: from then on all of them lie above 10¹⁷, and none between."""
_LONGEST_BIO = 1_000
_WHO = {"followers": marked("followers"), "following": marked("accounts followed")}
_NO_BIOS = {
    "followers": marked("the list of followers in this export has no bios"),
    "following": marked("the list of accounts followed in this export has no bios"),
}
_NO_IDS = {
    "followers": marked("the list of followers in this export has no ids"),
    "following": marked("the list of accounts followed in this export has no ids"),
}
_COUNTED = marked("followers with counts")
_WITH_BOTH = marked("followers with counts and bio")
NO_WORDS = marked(
    "nobody has said by which words the intended audience can be told (give them with"
    " --audience)"
)


def reciprocity(account: Account) -> Metric:
    """Share of the accounts followed that follow back."""
    followed, followers = _ids(account, "following"), _ids(account, "followers")
    return stats.share(len(followed & followers), len(followed), _WHO["following"])


def _ids(account: Account, name: str) -> set[str]:
    table = account.other(name, _WHO[name])
    if "user_id" not in table or (len(table) and table["user_id"].isna().all()):
        raise NotMeasured(say(_NO_IDS[name]))
    return set(table["user_id"].dropna().astype(str))


@cache
def rules() -> tuple[tuple[Rule, str], ...]:
    """How the rule did in each study, the one that we correct by first, and its year."""
    return tuple(
        (
            Rule(
                float(row["sensitivity"]),
                int(row["positives"]),
                float(row["specificity"]),
                int(row["negatives"]),
            ),
            row["year"],
        )
        for row in lexicon("follower_rules")
        if row["rule"] == _RULE
    )


def record() -> str:
    """One sentence on how sure the rule is, and what it cannot see."""
    (rule, year), (newer, later) = rules()[:2]
    return say(
        "among profiles published in {year} the rule finds {found} of bought followers and"
        " wrongly takes {taken} of checked people; of the spambots of {later} it finds"
        " {found_later}, so newer kinds remain unseen",
        year=year,
        found=percent(rule.sensitivity),
        taken=percent(1 - rule.specificity),
        later=later,
        found_later=percent(newer.sensitivity),
    )


class People:
    """One list of people, `followers` or `following`, each column read once.

    Every figure is NotMeasured where the export has no such list, or not that column.
    """

    def __init__(self, account: Account, name: str = "followers") -> None:
        self._account = account
        self._name = name

    @cached_property
    def _table(self) -> pd.DataFrame:
        return self._account.other(self._name, _WHO[self._name])

    # Counts: the rule

    @cached_property
    def matched(self) -> pd.Series:
        """Whether the rule matches each of them whose counts are known, by row."""
        table = self._table
        if not {"followers", "following"} <= set(table):
            raise NotMeasured("the list of followers holds ids only, no counts")
        counts = table[["followers", "following"]].astype(float).dropna()
        if counts.empty and len(table):
            raise NotMeasured("the list of followers does not say whom its people follow")
        found: pd.Series = counts["following"] >= _TIMES * counts["followers"].clip(lower=1)
        return found

    def counted(self) -> Metric:
        """How many of them have known counts."""
        return exact(len(self.matched))

    def rule_share(self) -> Metric:
        """Share that the rule matches, right or wrong."""
        found = self.matched
        return stats.share(int(found.sum()), len(found), _COUNTED)

    def suspect_share(self) -> Metric:
        """Share that looks bought: what the rule matches, corrected for its errors."""
        return _suspect(self.matched)

    # Birthdays

    @cached_property
    def birthdays(self) -> np.ndarray:
        """Creation day (days since 1970) of each of them, -1 where it cannot be known."""
        import numpy as np

        from acctaudit.model.times import parse

        ids = [_snowflake(cell) for cell in _cells(self._table, "user_id")]
        times = parse(_cells(self._table, "created_at"), ids)
        days: np.ndarray = np.where(times.bad, -1, times.ms // 86_400_000)
        return days

    def dated(self) -> Metric:
        """How many have a known birthday."""
        return exact(int((self.birthdays >= 0).sum()), len(self.birthdays))

    def dated_share(self) -> Metric:
        """Share of those whose birthday is known."""
        known = int((self.birthdays >= 0).sum())
        return stats.share(known, len(self.birthdays), _WHO[self._name])

    def burst(self, width: int) -> Metric:
        """Largest share of the dated that were created within `width` days.

        Its interval is that of a share. That the window was picked after the fact lifts the
        share a little, but among people who came by themselves far below the alarm (see
        the tests).
        """
        days = self.birthdays
        known = days[days >= 0]
        if len(known) == 0 and len(days):
            raise NotMeasured("no follower in this export has a known birthday")
        if len(known) < _LEAST_DATED:
            return too_little(
                say(
                    "{there} ({needed} needed)",
                    there=count(len(known), "followers with a known birthday"),
                    needed=number(_LEAST_DATED),
                )
            )
        k = round(stats.densest(known, width) * len(known))
        return stats.share(k, len(known), _WHO["followers"])

    # Bios

    @cached_property
    def bios(self) -> pd.Series:
        """What they say of themselves, case folded, by row; empty where they say nothing.

        People of whom the export does not say it are left out.
        """
        table = self._table
        if "bio" not in table or (len(table) and table["bio"].isna().all()):
            raise NotMeasured(say(_NO_BIOS[self._name]))
        known = table["bio"].dropna().astype(str)
        return known.str[:_LONGEST_BIO].str.casefold().str.strip()

    @cached_property
    def sells(self) -> pd.Series:
        """Whether each bio names a consultant, an agency, marketing or growth, by row."""
        return _holding(self.bios, consultant_words())

    def bio_count(self) -> Metric:
        """How many have a bio."""
        return exact(int((self.bios != "").sum()), len(self.bios))

    def named_share(self, words: Sequence[str]) -> Metric:
        """Share of the bios that hold one of the words, as a whole word."""
        if not words:
            raise NotMeasured(NO_WORDS)
        return self._share_of_bios(_holding(self.bios, words))

    def consultant_share(self) -> Metric:
        """Share of the bios that name a consultant, an agency, marketing or growth."""
        return self._share_of_bios(self.sells)

    def _share_of_bios(self, holds: pd.Series) -> Metric:
        return stats.share(int(holds.sum()), int((self.bios != "").sum()), marked("bios"))

    # Both

    def _both(self) -> tuple[pd.Series, pd.Series]:
        """Whether the rule, and whether a word, matches each with counts and bio."""
        rows = self.matched.index.intersection(self.bios.index)
        return self.matched[rows], self.sells[rows]

    def either_raw(self) -> Metric:
        """Share that the rule matches or whose bio names a consultant."""
        found, sells = self._both()
        return stats.share(int((found | sells).sum()), len(found), _WITH_BOTH)

    def either(self) -> Metric:
        """The same, with the rule's matches corrected for its errors; each counted once.

        consultants + (1 - consultants) · share that looks bought among all others. The
        bounds put both parts at their lower and at their upper bound, so they are on the
        wide side.
        """
        found, sells = self._both()
        consultants = stats.share(int(sells.sum()), len(sells), _WITH_BOTH)
        if isinstance(consultants, Unknown):
            return consultants
        rest = _suspect(found[~sells])
        if isinstance(rest, Unknown):
            rest = exact(0.0)
        ends = zip(_ends(consultants), _ends(rest), strict=True)
        value, low, high = (part + (1 - part) * other for part, other in ends)
        return Estimate(value, low, high, consultants.n)


def _suspect(found: pd.Series) -> Metric:
    return prevalence(int(found.sum()), len(found), rules()[0][0], _COUNTED)


def _ends(share: Estimate) -> tuple[float, float, float]:
    low = share.number if share.low is None else share.low
    high = share.number if share.high is None else share.high
    return share.number, low, high


def _cells(table: pd.DataFrame, name: str) -> list[object]:
    if name not in table:
        return [None] * len(table)
    column = table[name].astype(object)
    return column.where(column.notna(), None).tolist()


def _snowflake(cell: object) -> str | None:
    """The id if it is new enough to carry the time of its creation."""
    text = str(cell)[:20] if cell is not None else ""
    is_number = text.isascii() and text.isdecimal()
    return text if is_number and int(text) > _SNOWFLAKE_USER else None


def consultant_words() -> tuple[str, ...]:
    """Words that name a consultant, an agency, marketing or growth as a business."""
    return tuple(row["word"].casefold() for row in lexicon("consultant_words"))


def _holding(told: pd.Series, words: Sequence[str]) -> pd.Series:
    """Whether each text holds one of the words; grouped by first letter, to be quick."""
    ends: dict[str, list[str]] = {}
    for word in words:
        rest = r"\s+".join(map(re.escape, word[1:].split(" ")))
        ends.setdefault(re.escape(word[0]), []).append(rest)
    any_ = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in ends.items())
    found: pd.Series = told.str.contains(rf"(?<!\w)(?:{any_})(?!\w)", regex=True)
    return found.astype(bool)
