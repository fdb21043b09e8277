"""What this export can answer, what it cannot, and which export would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.analyzers.inbound import answering
from acctaudit.errors import NotMeasured
from acctaudit.model.account import ONLY_ENDS
from acctaudit.report import Availability

if TYPE_CHECKING:
    from collections.abc import Callable

    from acctaudit.model.account import Account

_API = (
    "the timeline from the platform's interface (API) or a scraper, which holds these"
    " counts"
)


def availability(account: Account) -> list[Availability]:
    """One row for each question that people ask of an account."""
    return [_row(account, *question) for question in _QUESTIONS]


def _row(
    account: Account, question: str, look: Callable[[Account], str], get: str
) -> Availability:
    try:
        partly = look(account)
    except NotMeasured as gap:
        return Availability(question, "no", gap.reason, get)
    return Availability(
        question, "partly" if partly else "yes", partly, get if partly else ""
    )


def _rhythm(account: Account) -> str:
    if account.timeline == "ends" and account.profile.posts_total is not None:
        return "only as an average, from the number of posts and the age of the account"
    posts = account.unbroken()
    if "precision" in posts and (posts["precision"] == "day").any():
        return "some posts have a day but no time of day"
    if account.timeline == "recent":
        return "only the newest posts are in the file"
    return ""


def _replies(account: Account) -> str:
    account.replies_needed()
    return ""


def _answers(account: Account) -> str:
    if account.timeline == "ends":
        raise NotMeasured(ONLY_ENDS)
    if "inbound" in account.others:
        return ""
    return _share_of_rows(account, "replies")


def _reactions(account: Account) -> str:
    account.column("reposts")
    return _share_of_rows(account, "likes")


def _share_of_rows(account: Account, column: str) -> str:
    known, all_rows = len(account.column(column)), len(account.own)
    return f"{known} of {all_rows} own posts have these counts" if known < all_rows else ""


def _seen(account: Account) -> str:
    return _share_of_rows(account, "impressions")


def _mentions(account: Account) -> str:
    account.other("inbound", "posts by others that address the account")
    try:
        answering(account)
    except NotMeasured as gap:
        return gap.reason
    return ""


def _content(account: Account) -> str:
    return _share_of_rows(account, "text")


def _profile(account: Account) -> str:
    page = account.profile
    shown = [
        value
        for value in (page.bio, page.link, page.avatar_url, page.location)
        if value is not None
    ]
    if not shown:
        raise NotMeasured("this export does not show the profile")
    return "" if len(shown) == 4 else "the export shows some fields of the profile only"


def _audience(account: Account) -> str:
    if "followers" in account.others:
        has_profiles = {"bio", "followers"} <= set(account.others["followers"])
        return "" if has_profiles else "ids of the followers only, no profiles"
    if account.profile.followers is None:
        raise NotMeasured("this export holds no followers")
    return "the number of followers only"


def _filled(account: Account, name: str, what: str) -> str:
    """Nothing to add if that table has rows; NotMeasured without them."""
    if account.other(name, what).empty:
        raise NotMeasured(f"this export holds no {what}")
    return ""


def _growth(account: Account) -> str:
    days = account.other("daily", "daily figures")
    if "new_follows" not in days or days["new_follows"].isna().all():
        raise NotMeasured("this export holds no daily figures of new followers")
    return ""


def _results(account: Account) -> str:
    return _filled(account, "outcomes", "results such as leads, tickets or applications")


def _moment(account: Account) -> str:
    account.observed()
    return ""


_QUESTIONS: tuple[tuple[str, Callable[[Account], str], str], ...] = (
    ("How often did it post?", _rhythm, "the account's archive, which holds every post"),
    ("Did it answer people (reply share)?", _replies, "the account's archive"),
    ("Did people answer it (replies received)?", _answers, _API),
    (
        "Did people write to it, and were they answered?",
        _mentions,
        "an export of the posts that mention the account, as `inbound` in export.json",
    ),
    (
        "Did posts get reactions (engagement)?",
        _reactions,
        "an archive made since 2018, or the analytics table",
    ),
    ("How often were posts shown?", _seen, "the analytics table (CSV) of the account"),
    ("What did it say, and where do links lead?", _content, "the account's archive"),
    ("Is the profile complete?", _profile, "the account's archive"),
    ("Who follows it?", _audience, "a list of followers with their profiles"),
    ("How did the number of followers change?", _growth, "the daily overview table (CSV)"),
    (
        "What came of it: leads, tickets, applications?",
        _results,
        "a table of results with dates, as `outcomes` in export.json",
    ),
    ("Has it stopped?", _moment, "the day of the export: give it with --as-of"),
)
