"""The fate of each row: kept, duplicate, superseded, foreign, quarantined. None is lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from acctaudit.model.kinds import filled
from acctaudit.model.tables import POST_COLUMNS, POSTS, Quarantined
from acctaudit.model.times import parse
from acctaudit.text import MAX_CHARS, unescaped

if TYPE_CHECKING:
    from datetime import date

    from acctaudit.model.tables import Tables

BIRTH = pd.Timestamp("2006-03-21", tz="UTC")
"""The first post of the platform; nothing can be older."""
COUNTS = [column.name for column in POSTS if column.count]
_LARGEST_COUNT = 10**12


@dataclass
class Fates:
    """Rows set aside so far."""

    duplicates: int = 0
    superseded: int = 0
    foreign: int = 0
    quarantined: list[Quarantined] = field(default_factory=list)

    def quarantine(self, frame: pd.DataFrame, bad: pd.Series, reason: str) -> pd.DataFrame:
        """The frame without the bad rows, which are noted with their place."""
        rows = frame.loc[bad, ["_file", "_row"]].itertuples(index=False)
        self.quarantined += [Quarantined(str(file), int(row), reason) for file, row in rows]
        return frame[~bad]


def as_frame(tables: Tables) -> pd.DataFrame:
    """The post rows as read, plus `_file` and `_row`; text unescaped once and capped."""
    table = tables.posts
    unknown = table.columns.keys() - POST_COLUMNS.keys()
    if unknown:
        raise AssertionError(
            f"a reader made columns that the model lacks: {sorted(unknown)}"
        )
    columns = dict(table.columns)
    if "text" in columns:
        undo = unescaped if tables.escaped else str
        columns["text"] = [
            undo(text[:MAX_CHARS]) if isinstance(text, str) else None
            for text in columns["text"]
        ]
    return pd.DataFrame(
        {name: pd.Series(values, dtype=object) for name, values in columns.items()}
        | {
            "_file": pd.Series(table.file, dtype=object),
            "_row": np.array(table.row, np.int64),
        }
    )


def with_times(frame: pd.DataFrame, fates: Fates, until: date | None) -> pd.DataFrame:
    """created_at as UTC with its precision; rows with no possible time are quarantined."""
    ids = frame["post_id"].tolist() if "post_id" in frame else [None] * len(frame)
    written = frame["created_at"].tolist() if "created_at" in frame else [None] * len(frame)
    times = parse(written, ids)
    bad = pd.Series(times.bad, index=frame.index)
    frame = frame.assign(
        created_at=pd.to_datetime(times.ms, unit="ms", utc=True).as_unit("ms"),
        precision=times.precision,
    )
    frame = fates.quarantine(frame, bad, "no date, or one that cannot be read")
    early = frame["created_at"] < BIRTH
    frame = fates.quarantine(frame, early, "dated before Twitter existed")
    if until is None:
        return frame
    end = pd.Timestamp(until, tz="UTC") + pd.Timedelta(days=2)
    late = frame["created_at"] >= end
    return fates.quarantine(frame, late, "dated after the day of the export")


def with_counts(frame: pd.DataFrame, fates: Fates) -> pd.DataFrame:
    """Counts as floats, NaN where unknown; impossible counts quarantine the row."""
    for name in COUNTS:
        if name not in frame:
            continue
        values = pd.to_numeric(frame[name], errors="coerce")
        given = frame[name].notna()
        bad = given & ~values.between(0, _LARGEST_COUNT)
        frame = frame.assign(**{name: values.astype(float)})
        frame = fates.quarantine(frame, bad, f"an impossible number of {name}")
    return frame


def without_foreign(frame: pd.DataFrame, fates: Fates, owner: str | None) -> pd.DataFrame:
    """Without rows that carry another author and are no reposts."""
    author = filled(frame, "author_id")
    if owner is None:
        return frame
    foreign = (author != "") & (author != owner) & (filled(frame, "is_repost") != True)  # noqa: E712
    fates.foreign += int(foreign.sum())
    return frame[~foreign]


def _richness(frame: pd.DataFrame) -> pd.DataFrame:
    """Rows from richest to poorest, ties broken by content so that order never matters."""
    counts = [name for name in COUNTS if name in frame]
    keys = frame.assign(
        _known=frame.notna().sum(axis=1),
        _sum=frame[counts].sum(axis=1) if counts else 0,
        _text=filled(frame, "text"),
    )
    keys = keys.sort_values(
        ["_known", "_sum", "created_at", "_text"], ascending=[False, False, False, True]
    )
    return frame.loc[keys.index]


def without_copies(frame: pd.DataFrame, fates: Fates) -> pd.DataFrame:
    """One row for each id, the richest; older versions of edited posts left out.

    Rows whose id is missing or damaged are never joined.
    """
    ids = filled(frame, "post_id")
    joinable = (ids != "") & (filled(frame, "id_exact") != False)  # noqa: E712
    if ids[joinable].duplicated().any():
        ranked = _richness(frame[joinable])
        copies = ranked.index[filled(ranked, "post_id").duplicated()]
        fates.duplicates += len(copies)
        frame = frame.drop(copies)
    edit = filled(frame, "edit_of")
    edited = frame[edit != ""]
    if edited.empty:
        return frame
    size = filled(edited, "post_id").str.len()
    newest = edited.assign(_edit=edit, _size=size).sort_values(
        ["_edit", "_size", "post_id"]
    )
    older = newest.index[newest["_edit"].duplicated(keep="last")]
    fates.superseded += len(older)
    return frame.drop(older)
