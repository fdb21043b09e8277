"""An account as a document of our own format, from which the same account can be built."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from acctaudit.convert.posts import posts, values
from acctaudit.model.tables import POST_COLUMNS
from acctaudit.readers import export_schema as shape
from acctaudit.readers.export_records import STAND_IN
from acctaudit.readers.export_rows import SIDES

if TYPE_CHECKING:
    from acctaudit.model.account import Account
    from acctaudit.model.profile import Profile

_NUMBER = re.compile(r"\d+")


def document(account: Account) -> shape.Document:
    """The account as a document; all that the model holds of it is there."""
    sides: dict[str, Any] = {
        name: _side(account, name) for name in SIDES if name in account.others
    }
    return shape.Document(
        schema="acctaudit/export/1",
        as_of=account.as_of.isoformat() if account.as_of else None,
        timeline=account.timeline,  # type: ignore[arg-type]  # one of Timeline
        notes=notes(account),
        measured=measured(account),
        account=_profile(account.profile),
        posts=tuple(posts(account)),
        **sides,
    )


def json_text(found: shape.Document) -> bytes:
    """A document as JSON: fields as the schema orders them, one space a level."""
    return msgspec.json.format(msgspec.json.encode(found, enc_hook=str), indent=1) + b"\n"


def notes(account: Account) -> tuple[str, ...]:
    """What the maker said, and what was odd when it was read, each once.

    A remark that stands among the notes with other numbers was made of the same posts when
    they were read before.
    """
    said = {_NUMBER.sub("", note) for note in account.intake.notes}
    fresh = (odd for odd in account.intake.remarks if _NUMBER.sub("", odd) not in said)
    return tuple(dict.fromkeys((*account.intake.notes, *fresh)))


def measured(account: Account) -> tuple[str, ...]:
    """Columns that the export has, those of other tables after the name of the table."""
    ours = [name for name in POST_COLUMNS if name in account.measured]
    sides = [
        f"{table}.{column}"
        for table in SIDES
        if table in account.others
        for column in account.others[table].columns
    ]
    return (*ours, *sides)


def _profile(profile: Profile) -> shape.Account:
    cells = {name: getattr(profile, name) for name in shape.Account.__struct_fields__}
    if profile.created_at is not None:
        cells["created_at"] = profile.created_at.isoformat()
    return shape.Account(**cells)


def _side(account: Account, name: str) -> tuple[msgspec.Struct, ...]:
    """The rows of a side table."""
    kind, table = SIDES[name], account.others[name]
    unknown = set(table.columns) - {*kind.__struct_fields__, "post_id"}
    if unknown:
        raise AssertionError(f"{name} has columns that the schema lacks: {sorted(unknown)}")
    columns = {column: values(table, column) for column in table.columns}
    if kind is shape.Inbound:
        columns |= _identity(columns.pop("post_id", [None] * len(table)))
    rows = zip(*columns.values(), strict=True)
    return tuple(kind(**dict(zip(columns, row, strict=True))) for row in rows)


def _identity(ids: list[Any]) -> dict[str, list[Any]]:
    """Ids of posts by others, with stand-ins for those that are not known."""
    numbered = enumerate(ids, start=1)
    return {
        "id": [found or f"{STAND_IN}{place}" for place, found in numbered],
        "id_exact": [bool(found) for found in ids],
    }
