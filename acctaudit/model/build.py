"""From Tables to Account: types, kinds, fates. Nothing is judged here."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pandas as pd

from acctaudit.errors import InputError
from acctaudit.model.account import Account
from acctaudit.model.fates import (
    BIRTH,
    Fates,
    as_frame,
    with_counts,
    with_times,
    without_copies,
    without_foreign,
)
from acctaudit.model.intake import Intake
from acctaudit.model.kinds import filled, inferred_owner, kinds
from acctaudit.model.profile import Profile
from acctaudit.model.sides import hashtags, links, mentions
from acctaudit.model.times import parse
from acctaudit.text import host, unescaped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from acctaudit.model.tables import Tables

WARN_SHARE, STOP_SHARE = 0.01, 0.20
"""Share of unusable rows above which the report warns, and above which there is none.
Our judgement: one row in a hundred is noise, one in five is another format."""
_NAIVE = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?")
_LAST_YEAR = 2100
_TIMELINES = ("complete", "recent", "ends", "sample")
_PLATFORM = ("twitter.com", "x.com", "t.co")


def build(
    tables: Sequence[Tables], *, as_of: date | None = None, own_domains: Sequence[str] = ()
) -> Account:
    """One account from everything that was read of it.

    Raises InputError if the inputs are of different accounts, if no post could be used, if
    too many could not, or if `as_of` lies before the newest post.
    """
    profile = _profile(tables)
    observed, source = _observed(tables, as_of)
    frame, fates = _rows(tables, None if as_of else observed)
    if profile.user_id is None:
        profile = replace(profile, user_id=inferred_owner(frame))
    frame = without_copies(without_foreign(frame, fates, profile.user_id), fates)
    intake = _intake(tables, frame, fates)
    _refuse_useless(intake, profile)
    frame = _ordered(frame, profile)
    _refuse_early(frame, as_of)
    profile, intake = _checked_birth(profile, intake, frame, observed)
    timeline = max((table.timeline for table in tables), key=_TIMELINES.index)
    timeline, intake = _checked_whole(timeline, profile, intake)
    return Account(
        profile=profile,
        posts=frame.drop(columns=["links", "hashtags", "mentions"], errors="ignore"),
        links=links(frame),
        hashtags=hashtags(frame),
        mentions=mentions(frame, profile),
        others=_others(tables),
        timeline=timeline,
        as_of=observed,
        as_of_source=source,
        own_domains=_own_domains(profile, own_domains),
        intake=intake,
        measured=frozenset(name for table in tables for name in table.posts.columns),
    )


def _profile(tables: Sequence[Tables]) -> Profile:
    """The first known value of each field; two different accounts are refused."""
    for name, what in (("user_id", "user id"), ("handle", "handle")):
        known = {str(t.profile[name]).casefold() for t in tables if t.profile.get(name)}
        if len(known) > 1:
            seen = " and ".join(sorted(known))
            raise InputError(
                f"these inputs are of different accounts ({what} {seen}); give one"
                " account's files"
            )
    cells: dict[str, object] = {}
    for table in tables:
        for name, value in table.profile.items():
            if value is not None:
                cells.setdefault(name, value)
    unknown = cells.keys() - {item.name for item in fields(Profile)}
    if unknown:
        raise AssertionError(
            f"a reader made profile fields that the model lacks: {unknown}"
        )
    if "created_at" in cells:
        cells["created_at"] = _moment(cells["created_at"])
    if any(table.escaped for table in tables):
        cells |= {
            name: unescaped(str(cells[name])) for name in ("bio", "name") if cells.get(name)
        }
    return Profile(**cells)  # type: ignore[arg-type]


def _moment(value: object) -> object:
    times = parse([value], [None])
    return (
        None
        if times.bad[0]
        else pd.Timestamp(times.ms[0], unit="ms", tz="UTC").to_pydatetime()
    )


def _observed(tables: Sequence[Tables], as_of: date | None) -> tuple[date | None, str]:
    """The observation date and where it comes from; InputError if it makes no sense."""
    if as_of is not None:
        return _sane(as_of, "--as-of"), "given with --as-of"
    written = [str(table.observed) for table in tables if table.observed]
    if not written:
        return None, "not known: the export does not say when it was made"
    # a day needs no time zone: of a time without one the day is taken
    days = [text[:10] if _NAIVE.fullmatch(text) else text for text in written]
    times = parse(days, [None] * len(days))
    if times.bad.any():
        raise InputError(
            "the day on which the export was made (as_of) cannot be read; write it as"
            " YYYY-MM-DD, or give it with --as-of"
        )
    newest = pd.Timestamp(times.ms.max(), unit="ms").date()
    return _sane(newest, "as_of"), "the export's own date"


def _sane(day: date, name: str) -> date:
    if not BIRTH.year <= day.year < _LAST_YEAR:
        raise InputError(f"{name} {day}: no export was made then; give the day it was made")
    return day


def _rows(tables: Sequence[Tables], until: date | None) -> tuple[pd.DataFrame, Fates]:
    """All post rows, typed; the unusable ones are among the fates."""
    fates = Fates()
    for table in tables:
        fates.quarantined += table.quarantined
    frame = pd.concat([as_frame(table) for table in tables], ignore_index=True)
    return with_counts(with_times(frame, fates, until), fates), fates


def _intake(tables: Sequence[Tables], frame: pd.DataFrame, fates: Fates) -> Intake:
    bad_rows = sum(len(table.quarantined) for table in tables)
    read = sum(len(table.posts) for table in tables) + bad_rows
    remarks = [remark for table in tables for remark in table.remarks]
    if read and WARN_SHARE < len(fates.quarantined) / read <= STOP_SHARE:
        remarks.append(
            f"{len(fates.quarantined)} of {read} posts could not be used: see what was set"
            " aside"
        )
    return Intake(
        reader="+".join(dict.fromkeys(table.reader for table in tables)),
        files=tuple(file for table in tables for file in table.files),
        read=read,
        kept=len(frame),
        duplicates=fates.duplicates,
        superseded=fates.superseded,
        foreign=fates.foreign,
        quarantined=tuple(fates.quarantined),
        remarks=tuple(dict.fromkeys(remarks)),
        notes=tuple(dict.fromkeys(note for table in tables for note in table.notes)),
    )


def _refuse_useless(intake: Intake, profile: Profile) -> None:
    """InputError if there is nothing to judge, or too much that could not be used."""
    name = intake.files[0].name if intake.files else intake.reader
    if intake.read and len(intake.quarantined) / intake.read > STOP_SHARE:
        first = intake.quarantined[0]
        raise InputError(
            f"{first.file}, row {first.row}: {first.reason}; {len(intake.quarantined)} of"
            f" {intake.read} posts cannot be used, which is too many: check the file or"
            " --from"
        )
    if not intake.kept and profile.posts_total is None:
        raise InputError(
            f"{name}: no posts and no post count in it; export the account again with its"
            " posts"
        )


def _checked_birth(
    profile: Profile, intake: Intake, frame: pd.DataFrame, observed: date | None
) -> tuple[Profile, Intake]:
    """A creation date after the first post or the export is no date: unknown, and said."""
    born = profile.created_at.date() if profile.created_at else None
    first = None if frame.empty else frame["created_at"].iloc[0].date()
    ends = [day for day in (first, observed) if day is not None]
    if born is None or not ends or born <= min(ends):
        return profile, intake
    remark = "the account is said to be younger than its posts, so its age is not known"
    return (
        replace(profile, created_at=None),
        replace(intake, remarks=(*intake.remarks, remark)),
    )


def _checked_whole(timeline: str, profile: Profile, intake: Intake) -> tuple[str, Intake]:
    """A file with fewer than half of the posts that the profile counts is a sample.

    Half is our judgement: counters drift by some per cent, and deleted posts leave them.
    """
    counted = profile.posts_total or 0
    if timeline != "complete" or counted < 2 * intake.kept:
        return timeline, intake
    remark = f"the profile counts {counted} posts, the file holds {intake.kept}: a sample"
    return "sample", replace(intake, remarks=(*intake.remarks, remark))


def _refuse_early(frame: pd.DataFrame, as_of: date | None) -> None:
    if as_of is None or frame.empty:
        return
    newest = frame["created_at"].iloc[-1].date()
    if as_of < newest:
        raise InputError(
            f"--as-of {as_of} lies before the newest post ({newest}); give a later day"
        )


def _ordered(frame: pd.DataFrame, profile: Profile) -> pd.DataFrame:
    """Rows sorted by time, then id; with kinds; the reader's own columns gone."""
    frame = frame.assign(kind=kinds(frame, profile))
    if "post_id" not in frame:
        frame = frame.assign(post_id=None)
    ordered = _by_time(frame).reset_index(drop=True)
    gone = ["_file", "_row", "author_id", "author_handle", "is_repost", "edit_of"]
    ordered = ordered.drop(columns=gone, errors="ignore")
    return ordered.dropna(axis="columns", how="all") if len(ordered) else ordered


def _by_time(frame: pd.DataFrame) -> pd.DataFrame:
    """Sorted by time; where times are equal by id, and by text where there is no id."""
    if frame["created_at"].is_unique:
        return frame.iloc[frame["created_at"].argsort()]
    ids = filled(frame, "post_id")
    keys = pd.DataFrame(
        {
            "time": frame["created_at"],
            "size": ids.map(len),
            "id": ids,
            "text": filled(frame, "text"),
        }
    )
    return frame.loc[keys.sort_values(["time", "size", "id", "text"], kind="stable").index]


def _others(tables: Sequence[Tables]) -> dict[str, pd.DataFrame]:
    """Side tables; two readers' rows of one table stand under each other."""
    rows: dict[str, list[dict[str, object]]] = {}
    for table in tables:
        for name, more in table.others.items():
            rows.setdefault(name, []).extend(more)
    return {name: pd.DataFrame(cells).drop_duplicates() for name, cells in rows.items()}


def _own_domains(profile: Profile, given: Sequence[str]) -> tuple[str, ...]:
    """Domains declared as own, else that of the profile's link."""
    if given:
        return tuple(sorted({host(domain.lower()) or domain.lower() for domain in given}))
    found = host(profile.link or "")
    return (found,) if found and found not in _PLATFORM else ()
