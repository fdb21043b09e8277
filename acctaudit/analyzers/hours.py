"""Hours of the day at which the account posts, and at which people write to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit import stats
from acctaudit.errors import NotMeasured
from acctaudit.measure import Estimate, Metric, exact, too_little
from acctaudit.say import marked, say
from acctaudit.words import count, number

if TYPE_CHECKING:
    import pandas as pd

    from acctaudit.model.account import Account

_HOURS_NEEDED = 50
_OPENS, _CLOSES = 8, 18
_SATURDAY = 5
_NO_ZONE = marked("the account's time zone is not known (give it with --time-zone)")


def of_posts(account: Account, zone: str | None) -> pd.Series:
    """Local time of each own post that has a time of day; UTC where no zone is known."""
    posts = account.unbroken()
    moments = posts.loc[posts["precision"] != "day", "created_at"]
    local: pd.Series = moments.dt.tz_convert(zone or "UTC")
    return local


def top(account: Account, zone: str | None) -> Metric:
    """The hour with most own posts, the earliest on a tie."""
    hours = of_posts(account, zone).dt.hour
    return _too_few(hours) or exact(float(hours.mode().iloc[0]), len(hours))


def evenness(account: Account, zone: str | None) -> Metric:
    """Entropy of the 24 hours over its maximum."""
    hours = of_posts(account, zone).dt.hour
    counts = hours.value_counts().reindex(range(24), fill_value=0).to_list()
    return _too_few(hours) or Estimate(stats.entropy_share(counts), n=len(hours))


def office_share(account: Account, zone: str | None) -> Metric:
    """Own posts from Monday to Friday, 8 to 18 o'clock of the declared zone."""
    moments = of_posts(account, _needed(zone))
    within = int(_at_work(moments).sum())
    return stats.share(within, len(moments), marked("posts with a time"))


def inbound_off_hours(account: Account, zone: str | None) -> Metric:
    """Posts by others to the account outside those hours, among those with a time."""
    moments = _of_inbound(account, _needed(zone))
    away = int((~_at_work(moments)).sum())
    return stats.share(away, len(moments), marked("messages with a time"))


def _needed(zone: str | None) -> str:
    if zone is None:
        raise NotMeasured(_NO_ZONE)
    return zone


def _too_few(hours: pd.Series) -> Metric | None:
    if len(hours) >= _HOURS_NEEDED:
        return None
    return too_little(
        say(
            "{there} ({needed} needed)",
            there=count(len(hours), "posts with a time of day"),
            needed=number(_HOURS_NEEDED),
        )
    )


def _at_work(moments: pd.Series) -> pd.Series:
    """Whether each local time lies in the office hours of a working day."""
    weekday, hour = moments.dt.day_of_week, moments.dt.hour
    inside: pd.Series = (weekday < _SATURDAY) & (hour >= _OPENS) & (hour < _CLOSES)
    return inside


def _of_inbound(account: Account, zone: str) -> pd.Series:
    """Local time of each post by others to the account, where its time of day is known."""
    import pandas as pd

    from acctaudit.model.times import parse

    table = account.other("inbound", marked("posts by others to the account"))
    written, ids = (_cells(table, name) for name in ("created_at", "post_id"))
    times = parse(written, ids)
    timed = times.ms[~times.bad & (times.precision != "day")]
    moments = pd.Series(pd.to_datetime(timed, unit="ms", utc=True))
    return moments.dt.tz_convert(zone)


def _cells(table: pd.DataFrame, name: str) -> list[object]:
    if name not in table:
        return [None] * len(table)
    column = table[name].astype(object)
    return column.where(column.notna(), None).tolist()
