"""What this export can answer, what it cannot, and which export would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.analyzers.inbound import answering
from acctaudit.errors import NotMeasured
from acctaudit.model.account import ONLY_ENDS
from acctaudit.report import Availability
from acctaudit.say import marked, say
from acctaudit.words import number

if TYPE_CHECKING:
    from collections.abc import Callable

    from acctaudit.model.account import Account

_API = marked(
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
        return say(
            "only as an average, from the number of posts and the age of the account"
        )
    posts = account.unbroken()
    if "precision" in posts and (posts["precision"] == "day").any():
        return say("some posts have a day but no time of day")
    if account.timeline == "recent":
        return say("only the newest posts are in the file")
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
    known, own = _known(account, column)
    if known == own:
        return ""
    return say(
        "{known} of {own} own posts have these counts",
        known=number(known),
        own=number(own),
    )


def _known(account: Account, column: str) -> tuple[int, int]:
    """How many own posts have a value in a column, and how many there are."""
    return len(account.column(column)), len(account.own)


def _seen(account: Account) -> str:
    return _share_of_rows(account, "impressions")


def _mentions(account: Account) -> str:
    account.other("inbound", say("posts by others that address the account"))
    try:
        answering(account)
    except NotMeasured as gap:
        return gap.reason
    return ""


def _content(account: Account) -> str:
    known, own = _known(account, "text")
    if known == own:
        return ""
    return say(
        "{known} of {own} own posts have a text", known=number(known), own=number(own)
    )


def _profile(account: Account) -> str:
    page = account.profile
    shown = [
        value
        for value in (page.bio, page.link, page.avatar_url, page.location)
        if value is not None
    ]
    if not shown:
        raise NotMeasured("this export does not show the profile")
    if len(shown) == 4:
        return ""
    return say("the export shows some fields of the profile only")


def _audience(account: Account) -> str:
    if "followers" in account.others:
        has_profiles = {"bio", "followers"} <= set(account.others["followers"])
        return "" if has_profiles else say("ids of the followers only, no profiles")
    if account.profile.followers is None:
        raise NotMeasured("this export holds no followers")
    return say("the number of followers only")


def _filled(account: Account, name: str, what: str) -> str:
    """Nothing to add if that table has rows; NotMeasured without them."""
    if account.other(name, what).empty:
        raise NotMeasured(say("this export holds no {what}", what=what))
    return ""


def _growth(account: Account) -> str:
    days = account.other("daily", say("daily figures"))
    if "new_follows" not in days or days["new_follows"].isna().all():
        raise NotMeasured("this export holds no daily figures of new followers")
    return ""


def _results(account: Account) -> str:
    results = say("results such as leads, tickets or applications")
    return _filled(account, "outcomes", results)


def _moment(account: Account) -> str:
    account.observed()
    return ""


_QUESTIONS: tuple[tuple[str, Callable[[Account], str], str], ...] = (
    (
        marked("How often did it post?"),
        _rhythm,
        marked("the account's archive, which holds every post"),
    ),
    (
        marked("Did it answer people (reply share)?"),
        _replies,
        marked("the account's archive"),
    ),
    (marked("Did people answer it (replies received)?"), _answers, _API),
    (
        marked("Did people write to it, and were they answered?"),
        _mentions,
        marked(
            "an export of the posts that mention the account, as `inbound` in export.json"
        ),
    ),
    (
        marked("Did posts get reactions (engagement)?"),
        _reactions,
        marked("an archive made since 2018, or the analytics table"),
    ),
    (
        marked("How often were posts shown?"),
        _seen,
        marked("the analytics table (CSV) of the account"),
    ),
    (
        marked("What did it say, and where do links lead?"),
        _content,
        marked("the account's archive"),
    ),
    (marked("Is the profile complete?"), _profile, marked("the account's archive")),
    (
        marked("Who follows it?"),
        _audience,
        marked("a list of followers with their profiles"),
    ),
    (
        marked("How did the number of followers change?"),
        _growth,
        marked("the daily overview table (CSV)"),
    ),
    (
        marked("What came of it: leads, tickets, applications?"),
        _results,
        marked("a table of results with dates, as `outcomes` in export.json"),
    ),
    (
        marked("Has it stopped?"),
        _moment,
        marked("the day of the export: give it with --as-of"),
    ),
)
