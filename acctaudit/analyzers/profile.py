"""Is the profile complete, and does it say something of its own?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit.analyzers.bio import BioYear, bio_year
from acctaudit.analyzers.people import people_signs
from acctaudit.errors import NotMeasured
from acctaudit.measure import (
    SHARE,
    Estimate,
    Metric,
    exact,
    metric,
    not_measurable,
    too_little,
    tried,
)
from acctaudit.say import marked, say
from acctaudit.words import listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from acctaudit.model.account import Account

_FIRST_DAYS = 30
"""Days after its creation within which an account's first post in the file is taken for its
first ever: our judgement."""


@dataclass(frozen=True)
class ProfilePage:
    """What the profile shows.

    A field that the export cannot show is neither present nor missing.
    """

    profile_completeness: Metric = metric(
        "Profile fields filled",
        SHARE,
        "filled fields of bio, link, picture, location, banner and a name other than the"
        " handle / those that the export shows",
        window="observation",
    )
    profile_missing: Metric = metric(
        "Profile fields missing",
        "fields",
        "number of bio, link, picture, location, banner and own name that are empty, among"
        " those that the export shows",
        window="observation",
    )
    profile_shown: Metric = metric(
        "Profile fields that the export shows",
        "fields",
        "of bio, link, picture, location, banner and own name, those that are in the file",
        window="observation",
    )
    bio_first_post_similarity: Metric = metric(
        "Likeness of bio and first post",
        "points of 100",
        "how alike the words of bio and first own post are, in any order: 100 = the same"
        " words",
        window="observation",
    )
    posts_total: Metric = metric(
        "Posts by the platform's counter",
        "posts",
        "the profile's own count, reposts included, deleted posts not",
        window="observation",
    )
    missing: tuple[str, ...] = ()
    """Names of the fields that are missing."""
    possibly_missing: Metric = too_little("not looked at")
    """Fields missing; the upper bound adds those that the export does not show."""
    first_post_id: str | None = None
    bio_year: BioYear = BioYear(too_little("not looked at"))
    """The newest year in the bio that is no history, and how long it has been over."""
    people_signs: Callable[[], Metric] = lambda: too_little("not looked at")
    """How many places in bio and posts say who writes; reads all posts, when asked."""


def measure(account: Account) -> ProfilePage:
    """Look at the fields, and compare the bio with the first post."""
    fields = _fields(account)
    missing = tuple(say(name) for name, filled in fields.items() if filled is False)
    shown = [name for name, filled in fields.items() if filled is not None]
    first = account.own["post_id"].iloc[0] if len(account.own) else None
    return ProfilePage(
        profile_completeness=_completeness(len(missing), shown),
        profile_missing=_missing(len(missing), shown, len(missing)),
        possibly_missing=_missing(
            len(missing), shown, len(missing) + len(fields) - len(shown)
        ),
        profile_shown=exact(len(shown), len(fields)),
        bio_first_post_similarity=tried(lambda: _similarity(account)),
        posts_total=tried(lambda: _counter(account)),
        missing=missing,
        first_post_id=str(first) if first is not None else None,
        bio_year=bio_year(account),
        people_signs=lambda: tried(lambda: people_signs(account)),
    )


def _fields(account: Account) -> dict[str, bool | None]:
    """Whether each field is filled; None = the export does not show it."""
    page = account.profile
    avatar = None if page.avatar_url is None else bool(page.avatar_url)
    own_name = None
    if page.name is not None and page.handle is not None:
        own_name = bool(page.name) and page.name.casefold() != page.handle.casefold()
    return {
        marked("bio"): None if page.bio is None else bool(page.bio.strip()),
        marked("link"): None if page.link is None else bool(page.link),
        marked("picture"): avatar
        if page.default_avatar is None
        else not page.default_avatar,
        marked("location"): None if page.location is None else bool(page.location.strip()),
        marked("banner"): None if page.banner_url is None else bool(page.banner_url),
        marked("own name"): own_name,
    }


_NOTHING = marked("the export shows no field of the profile")


def _missing(missing: int, shown: list[str], most: int) -> Metric:
    """Fields that are missing, at most so many."""
    return (
        Estimate(missing, missing, most, len(shown)) if shown else not_measurable(_NOTHING)
    )


def _completeness(missing: int, shown: list[str]) -> Metric:
    if not shown:
        return not_measurable(_NOTHING)
    return exact(1 - missing / len(shown), len(shown))


def _counter(account: Account) -> Metric:
    if account.profile.posts_total is None:
        raise NotMeasured("this export does not hold the platform's post counter")
    return exact(account.profile.posts_total)


def _similarity(account: Account) -> Metric:
    bio = account.profile.bio
    if bio is None:
        raise NotMeasured("this export does not show the bio")
    if "text" not in account.own or account.own.empty:
        raise NotMeasured("this export does not hold the first post")
    post = account.own.iloc[0]
    if not bio.strip() or not isinstance(post["text"], str):
        return too_little("there is no bio, or no first post, to compare")
    _refuse_late(account)
    from rapidfuzz.fuzz import token_sort_ratio
    from rapidfuzz.utils import default_process

    return Estimate(token_sort_ratio(bio, post["text"], processor=default_process), n=1)


def _refuse_late(account: Account) -> None:
    """NotMeasured if the first post in the file may well not be the first ever."""
    if account.timeline in {"complete", "ends"} and account.profile.created_at is None:
        return
    born = account.profile.created_at
    gap = None if born is None else (account.own["created_at"].iloc[0] - born).days
    if account.timeline not in {"complete", "ends"} and (gap is None or gap > _FIRST_DAYS):
        raise NotMeasured("the first post in this file may not be the account's first ever")


def names(page: ProfilePage) -> str:
    """The missing fields in words."""
    return listed(page.missing) or say("none")
