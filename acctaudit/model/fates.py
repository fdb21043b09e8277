"""The fate of each row: kept, duplicate, superseded, foreign, quarantined. None is lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from acctaudit.model.kinds import filled
from acctaudit.model.tables import POST_COLUMNS, POSTS, Quarantined
from acctaudit.model.times import parse
from acctaudit.say import marked, say
from acctaudit.text import MAX_CHARS, unescaped
from acctaudit.words import number

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from acctaudit.model.tables import Tables

BIRTH = pd.Timestamp("2006-03-21", tz="UTC")
"""The first post of the platform; nothing can be older."""
_LAST_YEAR = 2100
COUNTS = [column.name for column in POSTS if column.count]
_COUNTED = {
    "likes": marked("likes"),
    "reposts": marked("reposts"),
    "replies": marked("replies"),
    "quotes": marked("quotes"),
    "bookmarks": marked("bookmarks"),
    "impressions": marked("impressions"),
    "clicks": marked("clicks on links"),
    "profile_visits": marked("visits to the profile"),
    "media": marked("pictures and videos"),
}
"""What each of them counts."""
_LARGEST_COUNT = 10**12
_LONGEST_ID, _CHANCE, _LEAST_ROUNDED = 19, {True: 0.1, False: 0.02}, 4
"""Whole ids that look rounded by chance: one in ten of up to 18 digits, which need but end
in 0, and one in fifty of 19. Three times as many, and four at least, are no chance."""


@dataclass
class Fates:
    """Rows set aside so far."""

    duplicates: int = 0
    superseded: int = 0
    foreign: int = 0
    quarantined: list[Quarantined] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def quarantine(self, frame: pd.DataFrame, bad: pd.Series, reason: str) -> pd.DataFrame:
        """The frame without the bad rows, which are noted with their place."""
        if not bad.any():
            return frame
        rows = frame.loc[bad, ["_file", "_row"]].itertuples(index=False)
        self.quarantined += [Quarantined(str(file), int(row), reason) for file, row in rows]
        return frame[~bad]


def as_frame(
    tables: Tables, label: str = "", *, mixed: bool = False, used_up: bool = False
) -> pd.DataFrame:
    """The post rows as read, plus where they stand; text unescaped once and capped.

    `label` is what the input is called, no two alike. `mixed`: inputs that say which posts
    are replies stand beside others that do not. `used_up`: the table is left empty.
    """
    table = tables.posts
    unknown = table.columns.keys() - POST_COLUMNS.keys()
    if unknown:
        raise AssertionError(
            f"a reader made columns that the model lacks: {sorted(unknown)}"
        )
    if mixed and table.columns and "replies_known" not in table.columns:
        table.columns["replies_known"] = [says_replies(tables)] * len(table)
    frame: dict[str, object] = {
        "_file": pd.Series(table.file, dtype=object),
        "_row": np.array(table.row, np.int64),
        "_input": pd.Series([label] * len(table), dtype=object),
        "_trust": np.full(len(table), tables.trust, np.int64),
        "_sample": np.full(len(table), tables.timeline == "sample"),
    }
    for name in table.columns:
        values = table.columns[name]
        if used_up:
            table.columns[name] = []
        if name == "text":
            undo = unescaped if tables.escaped else str
            values = [
                undo(text[:MAX_CHARS]) if isinstance(text, str) else None for text in values
            ]
        if any(value is not None for value in values):
            frame[name] = pd.Series(list(values), dtype=object)
    return pd.DataFrame(frame, copy=False)


def says_replies(tables: Tables) -> bool:
    """Whether an input says which of its posts are replies."""
    names = tables.posts.columns
    return "is_reply" in names or any(name.startswith("in_reply_to_") for name in names)


def with_ids(frame: pd.DataFrame, fates: Fates) -> pd.DataFrame:
    """Ids that a spreadsheet or script has rounded are taken out: they are no ids."""
    ids = filled(frame, "post_id")
    damaged = (filled(frame, "id_exact") == False) | _rounded(ids)  # noqa: E712
    frame = frame.drop(columns=["id_exact"], errors="ignore")
    if not damaged.any():
        return frame
    fates.remarks.append(
        say(
            "ids that a spreadsheet or script has damaged, so that these posts are never"
            " joined (beside other inputs that hold them they count twice) nor linked:"
            " {posts}",
            posts=number(int(damaged.sum())),
        )
    )
    return frame.assign(post_id=ids.where(~damaged & (ids != ""), None))


def _rounded(ids: pd.Series) -> pd.Series:
    """Ids that a script has rounded, where there are so many that it cannot be chance."""
    sizes = ids.str.len()
    long = ids[sizes.between(17, 20)]
    ends = long.str.endswith("0")
    by_chance = (sizes[long.index] < _LONGEST_ID).map(_CHANCE).sum()
    least = max(_LEAST_ROUNDED, 3 * by_chance)
    if ends.sum() < least:
        return pd.Series(data=False, index=ids.index)
    rounded = ends & long.map(_is_shortest)
    if rounded.sum() < least:
        return pd.Series(data=False, index=ids.index)
    return rounded.reindex(ids.index, fill_value=False)


def _is_shortest(digits: str) -> bool:
    """Whether an id is what JavaScript prints for the nearest number that it can hold."""
    if not (digits.isascii() and digits.isdecimal()):
        return False
    mantissa, _, exponent = repr(float(digits)).partition("e+")
    whole, _, fraction = mantissa.partition(".")
    printed = (whole + fraction.rstrip("0")).ljust(int(exponent or 0) + 1, "0")
    return printed == digits


def with_times(
    frame: pd.DataFrame, fates: Fates, until: Mapping[str, date]
) -> pd.DataFrame:
    """created_at as UTC with its precision; rows with no possible time are quarantined.

    `until` is the day on which an input was made, where that is known: no post of it can be
    newer.
    """
    ids = frame["post_id"].tolist() if "post_id" in frame else [None] * len(frame)
    written = frame["created_at"].tolist() if "created_at" in frame else [None] * len(frame)
    times = parse(written, ids)
    bad = pd.Series(times.bad, index=frame.index)
    far = pd.Series(False if times.far is None else times.far, index=frame.index)
    frame = frame.assign(
        created_at=pd.to_datetime(times.ms, unit="ms", utc=True).as_unit("ms"),
        precision=times.precision,
    )
    if times.from_id:
        fates.remarks.append(
            say(
                "times that name no time zone, taken from the posts' ids: {posts}",
                posts=number(times.from_id),
            )
        )
    if times.differing:
        fates.remarks.append(
            say(
                "posts whose written time is not that of their id, kept as written:"
                " {posts}",
                posts=number(times.differing),
            )
        )
    undated = say("no date, or one that cannot be read or names no time zone")
    frame = fates.quarantine(frame, bad, undated)
    far = far[frame.index] | (frame["created_at"].dt.year >= _LAST_YEAR)
    frame = fates.quarantine(
        frame, far, say("dated a year or more from its id, or in 2100")
    )
    early = frame["created_at"] < BIRTH
    frame = fates.quarantine(frame, early, say("dated before Twitter existed"))
    for label, day in until.items():
        end = pd.Timestamp(day, tz="UTC") + pd.Timedelta(days=2)
        late = (frame["_input"] == label) & (frame["created_at"] >= end)
        frame = fates.quarantine(frame, late, say("dated after the day of the export"))
    return frame


def with_counts(frame: pd.DataFrame, fates: Fates) -> pd.DataFrame:
    """Counts as floats, NaN where unknown; impossible counts quarantine the row."""
    for name in COUNTS:
        if name not in frame:
            continue
        values = pd.to_numeric(frame[name], errors="coerce")
        given = frame[name].notna()
        bad = given & (~values.between(0, _LARGEST_COUNT) | (values % 1 != 0))
        frame = frame.assign(**{name: values.astype(float)})
        reason = say("an impossible number of {what}", what=say(_COUNTED[name]))
        frame = fates.quarantine(frame, bad, reason)
    return frame
