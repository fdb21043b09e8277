"""From Tables to Account: types, kinds, fates. Nothing is judged here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from acctaudit.errors import InputError
from acctaudit.model import facts
from acctaudit.model.account import Account
from acctaudit.model.apart import newest_stretch, samples, with_apart
from acctaudit.model.fates import (
    Fates,
    as_frame,
    says_replies,
    with_counts,
    with_ids,
    with_times,
)
from acctaudit.model.intake import Intake
from acctaudit.model.join import Origins, joined, without_older_versions
from acctaudit.model.kinds import filled, inferred_owner
from acctaudit.model.order import ordered_posts
from acctaudit.model.others import side_tables
from acctaudit.model.owner import MOSTLY, addresses, is_by, owner_of, spelling
from acctaudit.model.sides import hashtags, links, mentions
from acctaudit.model.texts import text_remarks
from acctaudit.say import say
from acctaudit.words import number

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from acctaudit.model.owner import Owner
    from acctaudit.model.profile import Profile
    from acctaudit.model.tables import Tables

WARN_SHARE, STOP_SHARE = 0.01, 0.20
"""Share of unusable rows above which the report warns, and above which there is none.
Our judgement: one row in a hundred is noise, one in five is another format."""


def build(  # noqa: PLR0913  # what the user may say of the inputs
    tables: Sequence[Tables],
    *,
    as_of: date | None = None,
    own_domains: Sequence[str] = (),
    account: str | None = None,
    max_quarantine: float = STOP_SHARE,
    used_up: bool = False,
) -> Account:
    """One account from everything that was read of it.

    Raises InputError if the inputs are of different accounts, if several accounts stand in
    one and `account` names none, if no post could be used, if a larger share than
    `max_quarantine` could not, or if `as_of` lies before the newest post. `used_up`: the
    tables are emptied on the way, which saves their memory.
    """
    tables = sorted(tables, key=_place)
    facts.observed(tables, as_of)  # refuses a date that cannot be read before all else
    frame, fates = _rows(tables, {} if as_of else _made(tables), used_up=used_up)
    owner = owner_of(tables, frame, account)
    frame, addressing = _split(frame, owner, tables, fates)
    owner = replace(owner, spelled=spelling(frame))
    frame = frame.drop(columns=["author_id", "author_handle"], errors="ignore")
    if owner.user_id is None:
        owner = replace(owner, user_id=inferred_owner(frame))
    observed, source = facts.observed(_with_own(tables, frame) or tables, as_of)
    profile = facts.profile(tables, owner)
    begin = newest_stretch(frame) if len(tables) > 1 else None
    frame["_sample"] = samples(frame)
    frame, origins = joined(frame, fates)
    frame = without_older_versions(frame, fates)
    intake = _intake(tables, frame, fates, origins)
    _refuse_useless(intake, profile, tables, max_quarantine)
    frame = ordered_posts(frame, profile)
    _refuse_early(frame, as_of)
    observed, source = facts.checked_date(observed, source, frame)
    profile, younger = facts.checked_birth(profile, frame, observed)
    timeline, parts = facts.timeline(tables, profile, intake.kept)
    frame, apart = with_apart(frame, profile, timeline, begin)
    remarks = (*intake.remarks, *text_remarks(frame, tables), *younger, *parts, *apart)
    return Account(
        profile=profile,
        posts=frame.drop(columns=["links", "hashtags", "mentions"], errors="ignore"),
        links=links(frame),
        hashtags=hashtags(frame),
        mentions=mentions(frame, profile),
        others=side_tables(tables, addressing),
        timeline=timeline,
        as_of=observed,
        as_of_source=source,
        own_domains=facts.own_domains(profile, own_domains),
        intake=replace(intake, remarks=tuple(dict.fromkeys(remarks))),
        measured=frozenset(name for table in tables for name in table.posts.columns)
        | {"apart"}.intersection(frame),
    )


def _rows(
    tables: Sequence[Tables], until: dict[str, date], *, used_up: bool
) -> tuple[pd.DataFrame, Fates]:
    """All post rows, typed; the unusable ones are among the fates."""
    fates = Fates()
    for table in tables:
        fates.quarantined += table.quarantined
    mixed = len({says_replies(table) for table in tables if len(table.posts)}) > 1
    frames = [
        as_frame(table, label, mixed=mixed, used_up=used_up)
        for label, table in zip(_labels(tables), tables, strict=True)
    ]
    frame = frames[0] if len(frames) == 1 else pd.concat(frames, ignore_index=True)
    del frames
    frame = with_ids(frame, fates)
    frame = with_times(frame, fates, until)
    return with_counts(frame, fates), fates


def _place(table: Tables) -> tuple[str, list[str]]:
    """By what an input is sorted, in whatever order the inputs were given."""
    return table.name, [file.sha256 for file in table.files]


def _made(tables: Sequence[Tables]) -> dict[str, date]:
    """The day on which each input was made, where it says so."""
    days = {
        label: facts.observed([table], None)[0]
        for label, table in zip(_labels(tables), tables, strict=True)
    }
    return {label: day for label, day in days.items() if day is not None}


def _with_own(tables: Sequence[Tables], own: pd.DataFrame) -> list[Tables]:
    """Inputs that hold own posts: their dates say up to when those were looked for."""
    inputs = set(own["_input"])
    pairs = zip(_labels(tables), tables, strict=True)
    return [table for label, table in pairs if label in inputs]


def _labels(tables: Sequence[Tables]) -> list[str]:
    """What each input is called; those of one name get a number."""
    seen: dict[str, int] = {}
    labels: list[str] = []
    for table in tables:
        seen[table.name] = seen.get(table.name, 0) + 1
        yet = seen[table.name]
        labels.append(table.name if yet == 1 else f"{table.name} ({yet})")
    return labels


def _split(
    frame: pd.DataFrame, owner: Owner, tables: Sequence[Tables], fates: Fates
) -> tuple[pd.DataFrame, pd.DataFrame | None]:
    """The owner's rows, and those by others that address the owner (None: not looked for).

    Posts by others that stand among the owner's own are their context. They say nothing of
    how many others wrote, and are left aside, unless the format holds dialogues.
    """
    own = is_by(frame, owner)
    if own.all():
        return frame, None
    fates.foreign += int((~own).sum())
    others = frame[~own]
    own_ids = set(filled(frame[own], "post_id")) - {""}
    to_us = addresses(others, owner, own_ids)
    parts = []
    for label, table in zip(_labels(tables), tables, strict=True):
        here = others["_input"] == label
        if not here.any():
            continue
        if not (own & (frame["_input"] == label)).any():
            if to_us[here].mean() < MOSTLY:
                raise _strangers(table, others[here], owner)
            fates.remarks.append(
                say(
                    "{input}: taken for posts by others to the account, as {some} of {all}"
                    " address it",
                    input=label,
                    some=number(int(to_us[here].sum())),
                    all=number(int(here.sum())),
                )
            )
            parts.append(others[here & to_us])
        elif table.dialogue:
            parts.append(others[here & to_us])
    return frame[own], pd.concat(parts) if parts else None


def _strangers(table: Tables, rows: pd.DataFrame, owner: Owner) -> InputError:
    """The error for an input whose posts are neither the owner's nor for the owner."""
    first = rows.iloc[0]
    handle, user = first.get("author_handle"), first.get("author_id")
    other = f"@{handle}" if isinstance(handle, str) else f"user {user}"
    return InputError(
        f"these inputs are of different accounts ({owner}, and {other} in {table.name});"
        " give one account's files"
    )


def _intake(
    tables: Sequence[Tables], frame: pd.DataFrame, fates: Fates, origins: Origins
) -> Intake:
    bad_rows = sum(len(table.quarantined) for table in tables)
    read = sum(len(table.posts) for table in tables) + bad_rows
    remarks = [remark for table in tables for remark in table.remarks] + fates.remarks
    if read and len(fates.quarantined) / read > WARN_SHARE:
        remarks.append(
            say(
                "{lost} of {read} posts could not be used: see what was set aside",
                lost=number(len(fates.quarantined)),
                read=number(read),
            )
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
        remarks=tuple(remarks),
        notes=tuple(dict.fromkeys(note for table in tables for note in table.notes)),
        origins={name: origins[name] for name in sorted(origins)},
    )


def _refuse_useless(
    intake: Intake, profile: Profile, tables: Sequence[Tables], most: float
) -> None:
    """InputError if there is nothing to judge, or too much that could not be used."""
    if intake.read and len(intake.quarantined) / intake.read > most:
        first = intake.quarantined[0]
        raise InputError(
            f"{first.file}, row {first.row}: {first.reason}; {len(intake.quarantined)} of"
            f" {intake.read} posts cannot be used, which is too many: check the file or"
            " --from, or allow more with --max-quarantine"
        )
    if not intake.kept and profile.posts_total is None:
        name = next((table.name for table in tables if table.name), intake.reader)
        held = sorted({file.holds for file in intake.files} - {"posts"})
        only = f" (only {', '.join(held)})" if held else ""
        raise InputError(
            f"{name}: no posts and no post count in it{only}; give the account's posts as"
            " well"
        )


def _refuse_early(frame: pd.DataFrame, as_of: date | None) -> None:
    if as_of is None or frame.empty:
        return
    newest = frame["created_at"].iloc[-1].date()
    if as_of < newest:
        raise InputError(
            f"--as-of {as_of} lies before the newest post ({newest}); give a later day"
        )
