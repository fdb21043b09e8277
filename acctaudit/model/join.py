"""One row a post: what several inputs, or copies in one, know of a post is put together.

Rows join on exact ids alone. The stated order, column by column:

- a count: the largest, since counts grow and a smaller one is older
- the text: the longest, since some exports cut it
- the time: the most precise
- all else: from the input believed most (archive and API before pages before tables), and
  of one input from the row that knows most
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from acctaudit.model.fates import COUNTS
from acctaudit.model.kinds import filled
from acctaudit.model.times import PRECISIONS

if TYPE_CHECKING:
    from acctaudit.model.fates import Fates

Origins = dict[str, dict[str, int]]
"""For each column, how many kept posts have their value from which input."""
_OURS = ("_file", "_row", "_input", "_trust", "_sample")


def joined(frame: pd.DataFrame, fates: Fates) -> tuple[pd.DataFrame, Origins]:
    """One row for each id, its values put together; and where each column comes from."""
    ids = filled(frame, "post_id")
    copies = (ids != "") & ids.duplicated(keep=False)
    if not copies.any():
        return frame, _origins(frame)
    ranked = _ranked(frame[copies])
    first = ranked.drop_duplicates("post_id")
    fates.duplicates += len(ranked) - len(first)
    merged, moved = _merged(ranked, first)
    kept = frame[~copies]
    origins = _origins(kept)
    for column, inputs in moved.items():
        for name, rows in inputs.items():
            counted = origins.setdefault(column, {})
            counted[name] = counted.get(name, 0) + rows
    return pd.concat([kept, merged]).sort_index(), origins


def without_older_versions(frame: pd.DataFrame, fates: Fates) -> pd.DataFrame:
    """Of an edited post the last version; the others are superseded."""
    edit = filled(frame, "edit_of")
    edited = frame[edit != ""]
    if edited.empty or "post_id" not in edited:
        return frame
    size = filled(edited, "post_id").str.len()
    newest = edited.assign(_edit=edit, _size=size).sort_values(
        ["_edit", "_size", "post_id"]
    )
    older = newest.index[newest["_edit"].duplicated(keep="last")]
    fates.superseded += len(older)
    return frame.drop(older)


def _ranked(frame: pd.DataFrame) -> pd.DataFrame:
    """Rows from most to least believed; ties by content, so that order never matters."""
    counts = [name for name in COUNTS if name in frame]
    keys = frame.assign(
        _known=frame.notna().sum(axis=1),
        _sum=frame[counts].sum(axis=1) if counts else 0,
        _text=filled(frame, "text"),
    )
    order = ["_trust", "_known", "_sum", "created_at", "_text", "_input"]
    keys = keys.sort_values(order, ascending=[True, False, False, False, True, True])
    return frame.loc[keys.index]


def _merged(ranked: pd.DataFrame, first: pd.DataFrame) -> tuple[pd.DataFrame, Origins]:
    """The best value of every column for each post, and the inputs that they come from."""
    found = {}
    moved: Origins = {"post_id": _inputs(first)}
    exact = {name: first[name] for name in ("post_id", *_OURS)}
    for column in ranked.columns.difference(["post_id", "precision", *_OURS]):
        best = _best(ranked, column)
        found[column] = _placed(best, column, first)
        if column == "created_at":
            found["precision"] = _placed(best, "precision", first)
        moved[column] = _inputs(best)
    merged = pd.DataFrame(exact | found, index=first.index)[list(ranked.columns)]
    return merged.astype(ranked.dtypes), moved


def _inputs(rows: pd.DataFrame) -> dict[str, int]:
    """How many rows come from which input."""
    counts = rows["_input"].value_counts(sort=False)
    return {str(name): int(number) for name, number in sorted(counts.items())}


def _placed(best: pd.DataFrame, column: str, first: pd.DataFrame) -> pd.Series:
    values = best.set_index("post_id")[column].reindex(first["post_id"])
    return values.set_axis(first.index)


def _best(ranked: pd.DataFrame, column: str) -> pd.DataFrame:
    """For each post the row whose value in this column counts."""
    known = ranked[ranked[column].notna()]
    if column in COUNTS:
        known = known.sort_values(column, ascending=False, kind="stable")
    elif column == "text":
        known = known.iloc[(-known["text"].str.len()).argsort(kind="stable")]
    elif column == "created_at":
        known = known.iloc[known["precision"].map(PRECISIONS.index).argsort(kind="stable")]
    return known.drop_duplicates("post_id")


def _origins(frame: pd.DataFrame) -> Origins:
    """Inputs of every column, for rows that are what one input says."""
    result: Origins = {}
    for name, rows in frame.groupby("_input", sort=True):
        for column in rows.columns.difference(["precision", "replies_known", *_OURS]):
            known = int(rows[column].notna().sum())
            if known:
                result.setdefault(column, {})[str(name)] = known
    return result
