"""What the inputs say of the account: its profile, the day of the export, its domains."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pandas as pd

from acctaudit.errors import InputError
from acctaudit.model.fates import BIRTH
from acctaudit.model.profile import Profile
from acctaudit.model.times import parse
from acctaudit.say import say
from acctaudit.text import host, unescaped
from acctaudit.words import day as said_day
from acctaudit.words import number

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from acctaudit.model.owner import Owner
    from acctaudit.model.tables import Tables

_NAIVE = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?")
_LAST_YEAR = 2100
_PLATFORM = ("twitter.com", "x.com", "t.co")
_BEST_FIRST = ("complete", "recent", "sample", "ends")


def profile(tables: Sequence[Tables], owner: Owner) -> Profile:
    """The first known value of each field, in the order in which inputs are believed.

    InputError if one of the inputs is of another account.
    """
    cells: dict[str, object] = {}
    believed = sorted(tables, key=lambda table: (table.trust, table.observed or ""))
    for facts in [*map(_own_facts, believed), *(_author(t, owner) for t in believed)]:
        _refuse_other(facts, owner)
        for name, value in facts.items():
            if value is not None:
                cells.setdefault(name, value)
    unknown = cells.keys() - {item.name for item in fields(Profile)}
    if unknown:
        raise AssertionError(
            f"a reader made profile fields that the model lacks: {unknown}"
        )
    if "created_at" in cells:
        cells["created_at"] = _moment(cells["created_at"])
    if owner.user_id:
        cells["user_id"] = owner.user_id
    if owner.spelled or owner.handle:
        cells.setdefault("handle", owner.spelled or owner.handle)
    return Profile(**cells)  # type: ignore[arg-type]


def _own_facts(table: Tables) -> dict[str, object]:
    return _unescaped(table.profile, table)


def _author(table: Tables, owner: Owner) -> dict[str, object]:
    """What an input says of the owner as the author of posts."""
    found = table.authors.get(owner.user_id or "") or next(
        (
            facts
            for _, facts in sorted(table.authors.items())
            if owner.handle and str(facts.get("handle")).casefold() == owner.handle
        ),
        {},
    )
    return _unescaped(found, table)


def _unescaped(facts: dict[str, object], table: Tables) -> dict[str, object]:
    """Bio and name without the platform's HTML entities, where the input has them."""
    if not table.escaped:
        return facts
    both = {name for name in ("bio", "name") if facts.get(name)}
    return facts | {name: unescaped(str(facts[name])) for name in both}


def _refuse_other(facts: dict[str, object], owner: Owner) -> None:
    user, handle = facts.get("user_id"), facts.get("handle")
    other_id = user and owner.user_id and str(user) != owner.user_id
    same_id = user and owner.user_id and str(user) == owner.user_id
    other_name = handle and owner.handle and str(handle).casefold() != owner.handle
    if other_id or (other_name and not same_id):
        other = f"@{str(handle).casefold()}" if handle else f"user {user}"
        raise InputError(
            f"these inputs are of different accounts ({owner} and {other}); give one"
            " account's files"
        )


def _moment(value: object) -> object:
    times = parse([value], [None])
    return (
        None
        if times.bad[0]
        else pd.Timestamp(times.ms[0], unit="ms", tz="UTC").to_pydatetime()
    )


def observed(tables: Sequence[Tables], as_of: date | None) -> tuple[date | None, str]:
    """The observation date and where it comes from; InputError if it makes no sense."""
    if as_of is not None:
        return _sane(as_of, "--as-of"), say("given with --as-of")
    written = [str(table.observed) for table in tables if table.observed]
    if not written:
        return None, say("not known: the export does not say when it was made")
    # a day needs no time zone: of a time without one the day is taken
    days = [text[:10] if _NAIVE.fullmatch(text) else text for text in written]
    times = parse(days, [None] * len(days))
    if times.bad.any():
        raise InputError(
            "the day on which the export was made (as_of) cannot be read; write it as"
            " YYYY-MM-DD, or give it with --as-of"
        )
    newest = pd.Timestamp(times.ms.max(), unit="ms").date()
    return _sane(newest, "as_of"), say("the export's own date")


def checked_date(
    day: date | None, source: str, frame: pd.DataFrame
) -> tuple[date | None, str]:
    """The observation date; unknown if an input that has none holds newer posts."""
    if day is None or frame.empty:
        return day, source
    newest = frame["created_at"].iloc[-1].date()
    if (newest - day).days <= 1:  # the same moment may be another day elsewhere
        return day, source
    return None, say(
        "not known: an input without a date holds posts up to {day}",
        day=said_day(newest.isoformat()),
    )


def _sane(day: date, name: str) -> date:
    if not BIRTH.year <= day.year < _LAST_YEAR:
        raise InputError(f"{name} {day}: no export was made then; give the day it was made")
    return day


def checked_birth(
    page: Profile, frame: pd.DataFrame, observed_on: date | None
) -> tuple[Profile, list[str]]:
    """A creation date after the first post or the export is no date: unknown, and said."""
    born = page.created_at.date() if page.created_at else None
    first = None if frame.empty else frame["created_at"].iloc[0].date()
    ends = [day for day in (first, observed_on) if day is not None]
    if born is None or not ends or born <= min(ends):
        return page, []
    remark = say(
        "the account is said to be younger than its posts, so its age is not known"
    )
    return replace(page, created_at=None), [remark]


def timeline(tables: Sequence[Tables], page: Profile, kept: int) -> tuple[str, list[str]]:
    """How much of the timeline there is: as much as the input that holds most of it says.

    A file that claims to be whole, with fewer than half of the posts that the profile
    counts, is a sample. Half is our judgement: counters drift by some per cent, and deleted
    posts leave them. The newest posts are all of them where the profile counts no more.
    """
    with_posts = [table.timeline for table in tables if len(table.posts)]
    found = min(with_posts or [t.timeline for t in tables], key=_BEST_FIRST.index)
    counted = page.posts_total or 0
    if found == "recent" and 0 < counted <= kept:
        found = "complete"
    if found != "complete" or counted < 2 * kept or not with_posts:
        return found if with_posts else "ends", []
    return "sample", [
        say(
            "the profile counts {counted} posts, the file holds {kept}: a sample",
            counted=number(counted),
            kept=number(kept),
        )
    ]


def own_domains(page: Profile, given: Sequence[str]) -> tuple[str, ...]:
    """Domains declared as own, else that of the profile's link."""
    if given:
        return tuple(sorted({host(domain.lower()) or domain.lower() for domain in given}))
    found = host(page.link or "")
    return (found,) if found and found not in _PLATFORM else ()
