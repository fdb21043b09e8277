"""The windows that rates are measured over. Every day count includes both ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit.errors import NotMeasured

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from acctaudit.model.account import Account


@dataclass(frozen=True)
class Days:
    """A stretch of days, both ends included."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1


def _first(account: Account) -> date:
    return _day(account, 0)


def _last(account: Account) -> date:
    return _day(account, -1)


def _day(account: Account, place: int) -> date:
    if account.timeline == "sample":
        raise NotMeasured(
            "this export is a sample, so its first and last post are not known"
        )
    if account.in_order.empty:
        raise NotMeasured("the export holds no own post")
    day: date = account.in_order["created_at"].iloc[place].date()
    return day


def born(account: Account) -> date:
    """Day on which the account was created; NotMeasured if the export does not say."""
    if account.profile.created_at is None:
        raise NotMeasured("the export does not say when the account was created")
    return account.profile.created_at.date()


def lifetime(account: Account) -> Days:
    """Creation of the account to the observation date."""
    return Days(born(account), account.observed())


def age(account: Account) -> Days:
    """As lifetime, from the first post where the day of creation is not known."""
    start = born(account) if account.profile.created_at else _first(account)
    return Days(start, account.observed())


def export(account: Account) -> Days:
    """First post in the file to the observation date."""
    account.unbroken()
    return Days(_first(account), account.observed())


def active(account: Account) -> Days:
    """First to last own post."""
    account.unbroken()
    return Days(_first(account), _last(account))


def since_last(account: Account) -> int:
    """Days from the last own post to the observation date."""
    return (account.observed() - _last(account)).days


def weeks(posts: pd.DataFrame) -> pd.Series:
    """Calendar week (Monday to Sunday) of each post, as its number from 1969-12-29 on."""
    days = posts["created_at"].dt.as_unit("s").astype("int64") // 86_400
    numbers: pd.Series = (days + 3) // 7
    return numbers
